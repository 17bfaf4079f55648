//! `tokens`: programs that may call the counter.

use super::{DONE, IMPOSSIBLE, Out, REFUSED, TokensCommand};
use crate::clock::office_time;
use crate::office::Office;
use crate::program::token::{self, NotMade, Scope, Wish};
use std::sync::Arc;

/// Does a command; its exit code.
pub async fn tokens(office: &Arc<Office>, command: TokensCommand, out: &mut dyn Out) -> u8 {
    match command {
        TokensCommand::Add { name, scope, queue, days } => {
            let mut scopes = Vec::new();
            for name in &scope {
                let Some(scope) = Scope::read(name) else {
                    let all = Scope::ALL.map(Scope::name).join(", ");
                    out.complain(&format!("there is no scope {name}; there are: {all}"));
                    return REFUSED;
                };
                scopes.push(scope);
            }
            scopes.sort_unstable();
            scopes.dedup();
            let wish = Wish { name, scopes, queues: queue.into_iter().map(Into::into).collect(), days };
            match token::add(office, wish).await {
                Ok((program, token)) => {
                    out.line(&format!("The token of {}. It is not shown again:", program.name));
                    out.line(&token);
                    DONE
                }
                Err(error) => refuse(&error, out),
            }
        }
        TokensCommand::Remove { name } => match token::remove(office, &name).await {
            Ok(Some(program)) => {
                out.line(&format!("the token of {} is no longer taken", program.name));
                DONE
            }
            Ok(None) => {
                out.complain("there is no token of that name: ip-office-bot tokens list");
                REFUSED
            }
            Err(error) => refuse(&error, out),
        },
        TokensCommand::List { json } => {
            let programs = match token::all(office).await {
                Ok(programs) => programs,
                Err(error) => return refuse(&error.into(), out),
            };
            for (_, program) in &programs {
                if json {
                    out.line(&serde_json::to_string(program).unwrap_or_default());
                    continue;
                }
                let scopes: Vec<&str> = program.scopes.iter().map(|scope| scope.name()).collect();
                let queues: Vec<&str> = program.queues.iter().map(|queue| queue.as_str()).collect();
                let queues = if queues.is_empty() { "all".to_owned() } else { queues.join(" ") };
                let until = match program.expires {
                    Some(end) if end <= office.now() => format!("ENDED {}", office_time(end).format("%Y-%m-%d")),
                    Some(end) => format!("until {}", office_time(end).format("%Y-%m-%d")),
                    None => "without an end".to_owned(),
                };
                out.line(&format!("{}  {}  queues: {queues}  {until}", program.name, scopes.join(" ")));
            }
            if programs.is_empty() && !json {
                out.line("no tokens: ip-office-bot tokens add NAME --scope tickets:read");
            }
            DONE
        }
    }
}

fn refuse(error: &NotMade, out: &mut dyn Out) -> u8 {
    out.complain(&error.to_string());
    if matches!(error, NotMade::Trouble(_)) { IMPOSSIBLE } else { REFUSED }
}
