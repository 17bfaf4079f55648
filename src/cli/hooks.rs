//! `hooks`: other systems that are told what happens to tickets.

use super::{DONE, HooksCommand, IMPOSSIBLE, Out, REFUSED};
use crate::clock::{office_moment, office_time};
use crate::hook::{self, Endpoint, NotChanged, Wish};
use crate::office::Office;
use std::sync::Arc;

/// Does a command; its exit code.
pub async fn hooks(office: &Arc<Office>, command: HooksCommand, out: &mut dyn Out) -> u8 {
    match command {
        HooksCommand::List { json } => list(office, json, out).await,
        HooksCommand::Add { name, url, kind, queue } => {
            let wish = Wish { name, url, kinds: kind, queues: queue.into_iter().map(Into::into).collect() };
            match hook::add(office, wish).await {
                Ok(endpoint) => {
                    out.line(&format!("{} is told from now on: {}", endpoint.name, endpoint.url));
                    out.line("Its secret, to check signatures with (Standard Webhooks). It is not shown again:");
                    out.line(&endpoint.secret);
                    DONE
                }
                Err(error) => refuse(&error, out),
            }
        }
        HooksCommand::Remove { name } => match hook::remove(office, &name).await {
            Ok(endpoint) => {
                out.line(&format!("{} is told nothing any more", endpoint.name));
                DONE
            }
            Err(error) => refuse(&error, out),
        },
        HooksCommand::Test { name } => match hook::named(office, &name) {
            Ok(endpoint) => match hook::send::test(office, &endpoint).await {
                Ok(()) => {
                    out.line(&format!("{name} took the test event"));
                    if let Some(failing) = &endpoint.failing {
                        let day = office_time(failing.at).format("%Y-%m-%d");
                        out.line(&format!(
                            "It is told again from now on. For what it missed: ip-office-bot hooks replay {name} --since {day}"
                        ));
                    }
                    DONE
                }
                Err(why) => {
                    out.complain(&format!("{name} did not take the test event: {why}"));
                    REFUSED
                }
            },
            Err(error) => refuse(&error, out),
        },
        HooksCommand::Replay { name, since } => {
            let since = office_moment(since.and_time(chrono::NaiveTime::MIN));
            let endpoint = match hook::named(office, &name) {
                Ok(endpoint) => endpoint,
                Err(error) => return refuse(&error, out),
            };
            if endpoint.failing.is_some() {
                out.complain(&format!("{name} is set aside: ip-office-bot hooks test {name} puts it back into use when it answers"));
                return REFUSED;
            }
            match hook::replay(office, &endpoint, since).await {
                Ok(events) => {
                    out.line(&format!("{events} events go to {name} again, each with the id that it had"));
                    DONE
                }
                Err(error) => refuse(&error, out),
            }
        }
    }
}

fn refuse(error: &NotChanged, out: &mut dyn Out) -> u8 {
    out.complain(&error.to_string());
    if matches!(error, NotChanged::Trouble(_)) { IMPOSSIBLE } else { REFUSED }
}

async fn list(office: &Office, json: bool, out: &mut dyn Out) -> u8 {
    let endpoints = office.hooks.all();
    let waiting = match hook::waiting(office).await {
        Ok(waiting) => waiting,
        Err(error) => {
            out.complain(&error.to_string());
            return IMPOSSIBLE;
        }
    };
    for endpoint in endpoints.iter() {
        let waits = waiting.get(&endpoint.number).copied().unwrap_or(0);
        let trouble = office.hooks.trouble(endpoint.number);
        if json {
            let line = serde_json::json!({
                "name": endpoint.name, "url": endpoint.url, "kinds": endpoint.kinds, "queues": endpoint.queues, "created": endpoint.created,
                "waiting": waits, "failing": endpoint.failing, "trouble": trouble,
            });
            out.line(&line.to_string());
        } else {
            out.line(&format!("{}  {}  {}", endpoint.name, endpoint.url, said(endpoint, waits, trouble)));
        }
    }
    if endpoints.is_empty() && !json {
        out.line("no webhooks: ip-office-bot hooks add NAME https://...");
    }
    DONE
}

fn said(endpoint: &Endpoint, waits: usize, trouble: Option<String>) -> String {
    let all = |list: Vec<&str>| if list.is_empty() { "all".to_owned() } else { list.join(" ") };
    let kinds = all(endpoint.kinds.iter().map(String::as_str).collect());
    let queues = all(endpoint.queues.iter().map(|queue| queue.as_str()).collect());
    let state = match (&endpoint.failing, trouble) {
        (Some(failing), _) => format!("SET ASIDE since {}: {}", office_time(failing.at).format("%Y-%m-%d %H:%M"), failing.why),
        (None, Some(why)) => format!("does not get through now: {why}"),
        (None, None) => "in use".to_owned(),
    };
    format!("kinds: {kinds}  queues: {queues}  waiting: {waits}  {state}")
}
