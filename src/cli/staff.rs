//! `staff list`, `invite`, `roles`, `disable`, `enable`, `reset`: accounts for the desk on the web, from the command line. Whoever
//! may open the data folder may do all of it; each change stands in the audit log as the operator's.

use super::{DONE, IMPOSSIBLE, Out, REFUSED, StaffCommand};
use crate::account::{Account, Accounts, Denied, LINK_HOURS};
use crate::desk::By;
use crate::id::ClerkId;
use crate::locale::Language;
use crate::message::plain;
use crate::office::Office;
use crate::roster::Grant;
use std::sync::Arc;

/// Does a command; its exit code.
pub async fn staff(office: &Arc<Office>, command: StaffCommand, out: &mut dyn Out) -> u8 {
    let accounts = Accounts::new(Arc::clone(office));
    let done = match command {
        StaffCommand::List { json } => list(office, &accounts, json, out).await,
        StaffCommand::Invite { id, roles } => match grants(&roles) {
            Some(grants) => link(office, accounts.invite(&By::Operator, (&ClerkId(id), &grants)).await, out),
            None => Err(Denied::BadRoles),
        },
        StaffCommand::Reset { id } => link(office, accounts.reset(&By::Operator, &ClerkId(id)).await, out),
        StaffCommand::Roles { id, roles } => match grants(&roles) {
            Some(grants) => accounts.set_roles(&By::Operator, (&ClerkId(id), &grants)).await,
            None => Err(Denied::BadRoles),
        },
        StaffCommand::Disable { id } => accounts.disable(&By::Operator, &ClerkId(id)).await,
        StaffCommand::Enable { id } => accounts.enable(&By::Operator, &ClerkId(id)).await,
    };
    match done {
        Ok(()) => DONE,
        Err(denied) => {
            let words = plain(&office.script.load().texts.say(&Language::english(), &denied.text()));
            match denied {
                Denied::Trouble(why) => {
                    out.complain(&format!("{words} ({why})"));
                    IMPOSSIBLE
                }
                Denied::BadRoles => {
                    let queues: Vec<String> = office.queues().iter().map(|queue| queue.id.to_string()).collect();
                    out.complain(&format!("{words} [clerk supervisor auditor administrator, or clerk@QUEUE with {}]", queues.join(" ")));
                    REFUSED
                }
                _ => {
                    out.complain(&words);
                    REFUSED
                }
            }
        }
    }
}

fn grants(words: &[String]) -> Option<Vec<Grant>> {
    words.iter().map(|word| Grant::read(word)).collect()
}

fn link(office: &Office, made: Result<String, Denied>, out: &mut dyn Out) -> Result<(), Denied> {
    let token = made?;
    out.line(&format!("{}/desk/welcome/{token}", crate::web::address(&office.config)));
    out.line(&format!("Hand it over in person or by a safe way: it works once, for {LINK_HOURS} hours."));
    Ok(())
}

async fn list(office: &Office, accounts: &Accounts, json: bool, out: &mut dyn Out) -> Result<(), Denied> {
    let all = accounts.all().await?;
    for account in &all {
        let rights = office.roster.load().standing(&account.id);
        let roles: Vec<String> = rights.grants().iter().flat_map(Grant::words).collect();
        let log_ins = accounts.log_ins(&account.id).await?.len();
        if json {
            let line = serde_json::json!({
                "id": account.id.0, "state": state(account), "roles": roles, "log_ins": log_ins, "recovery_codes": account.codes_left(),
            });
            out.line(&line.to_string());
            continue;
        }
        let codes = account.codes_left();
        let roles = roles.join(" ");
        out.line(&format!("{}  {}  {roles}  log-ins: {log_ins}  recovery codes: {codes}", account.id.0, state(account)));
    }
    if all.is_empty() && !json {
        out.line("no accounts: ip-office-bot staff invite ID --role ROLE");
    }
    Ok(())
}

fn state(account: &Account) -> &'static str {
    match (account.disabled, account.has_joined()) {
        (true, _) => "disabled",
        (false, true) => "ready",
        (false, false) => "invited",
    }
}
