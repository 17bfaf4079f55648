//! `tickets` and `staff`: a queue without a Telegram group is served from here, with the same acts as everywhere.

use super::{DONE, Out, REFUSED, TicketsCommand, figures, joined};
use crate::clock::{office_day, office_time};
use crate::desk::{self, By, NotDone, Request, Where};
use crate::dialog::machine::text_ids;
use crate::dialog::screen::shown;
use crate::id::{QueueId, Receipt, StateId};
use crate::locale::{Language, Text, Value};
use crate::message::plain;
use crate::office::Office;
use crate::store::{FileStatus, Wanted};
use crate::ticket::act::{Act, Until};
use crate::ticket::due::{is_overdue, next_limit};
use crate::ticket::{Actor, Head, Ticket, What};
use std::io::Read;
use std::sync::Arc;

/// What stands for a personal answer that is not shown.
const HIDDEN: &str = "•••";
/// Tickets read at once.
const PAGE: usize = 500;

/// Does a command; its exit code.
pub async fn tickets(office: &Arc<Office>, command: TicketsCommand, out: &mut dyn Out) -> u8 {
    let (receipt, act) = match command {
        TicketsCommand::List { queue, closed, json } => return list(office, queue, closed, json, out).await,
        TicketsCommand::Show { receipt, reveal, json } => return show(office, &receipt, reveal, json, out).await,
        TicketsCommand::File { receipt, number, to, reason } => return file(office, &receipt, number, (&to, reason), out).await,
        TicketsCommand::Export { year, counts, to } => {
            let what = if counts { figures::What::Counts } else { figures::What::Tickets };
            return figures::export(office, (what, year), to.as_deref(), out).await;
        }
        TicketsCommand::Parked { replay } => return parked(office, replay, out).await,
        TicketsCommand::Reply { receipt, words } => (receipt, Act::Reply { words: joined(&words), files: Vec::new(), prepared: None }),
        TicketsCommand::Note { receipt, words } => (receipt, Act::Note { words: joined(&words), files: Vec::new() }),
        TicketsCommand::Paper { receipt, paper, words } => {
            (receipt, Act::AskPaper { paper, words: Some(joined(&words)).filter(|words| !words.is_empty()) })
        }
        TicketsCommand::State { receipt, state, reason } => {
            (receipt, Act::SetState { to: StateId(state), reason: Some(joined(&reason)).filter(|reason| !reason.is_empty()) })
        }
        TicketsCommand::Pass { receipt, queue, reason } => (receipt, Act::Transfer { to: QueueId(queue), reason: joined(&reason) }),
        TicketsCommand::Extend { receipt, until, reason } => {
            let until = match (until.parse::<chrono::NaiveDate>(), until.parse::<u32>()) {
                (Ok(day), _) => Until::Day(day),
                (_, Ok(days)) => Until::Longer(crate::dialog::flow::Span::WorkingDays(days)),
                _ => {
                    out.complain("the new last day is written as 2026-12-01, or as a number of working days");
                    return REFUSED;
                }
            };
            (receipt, Act::Extend { limit: None, to: until, reason: joined(&reason) })
        }
        TicketsCommand::Close { receipt, outcome, reason } => (receipt, Act::Close { outcome: StateId(outcome), reason: joined(&reason) }),
    };
    perform(office, &receipt, act, out).await
}

async fn perform(office: &Arc<Office>, receipt: &str, act: Act, out: &mut dyn Out) -> u8 {
    let Ok(receipt) = Receipt::read(receipt) else {
        out.complain("that is no receipt number: it looks like WH-261123-K7M4PX");
        return REFUSED;
    };
    let request = Request { by: By::Operator, receipt: receipt.clone(), act, place: Where::Elsewhere, event: None, files: Vec::new() };
    match desk::perform(office, request).await {
        Ok(ticket) => {
            out.line(&head_line(office, &ticket.head));
            DONE
        }
        Err(not_done) => {
            let ticket = office.store.ticket(&receipt).await.ok().flatten();
            out.complain(&refusal(office, &not_done, ticket.as_ref()));
            code(&not_done)
        }
    }
}

fn code(not_done: &NotDone) -> u8 {
    match not_done {
        NotDone::Trouble(_) => super::IMPOSSIBLE,
        NotDone::NoTicket | NotDone::NotYours | NotDone::NoOther | NotDone::NoQueue(_) | NotDone::Refused(_) | NotDone::Before => REFUSED,
    }
}

/// A refusal for the operator: names as they are typed, because a label cannot be typed back.
fn refusal(office: &Office, not_done: &NotDone, ticket: Option<&Ticket>) -> String {
    use crate::ticket::act::Refusal;
    let words = plain(&office.script.load().texts.say(&Language::english(), &not_done.text(office, ticket)));
    match not_done {
        NotDone::Refused(Refusal::NoSuchState(states)) => {
            format!("{words} [{}]", states.iter().map(StateId::as_str).collect::<Vec<_>>().join(" "))
        }
        NotDone::Refused(Refusal::NoSuchPaper(papers)) => format!("{words} [{}]", papers.join(" ")),
        NotDone::Trouble(why) => format!("{words} ({why})"),
        _ => words,
    }
}

fn head_line(office: &Office, head: &Head) -> String {
    let today = office_day(office.now());
    let due = match next_limit(head) {
        Some(limit) if limit.due < today => format!("OVERDUE since {}", limit.due),
        Some(limit) => format!("due {}", limit.due),
        None => "no time limit".to_owned(),
    };
    let marks: String = [(head.urgent, " urgent"), (head.hurried, " hurried"), (head.call_back, " call-back"), (head.unread, " unread")]
        .into_iter()
        .filter_map(|(is, mark)| is.then_some(mark))
        .collect();
    format!("{}  {}  {}  {}  {due}{marks}", head.receipt, head.queue, head.service, head.state)
}

async fn list(office: &Arc<Office>, queue: Option<String>, closed: bool, json: bool, out: &mut dyn Out) -> u8 {
    if let Some(queue) = &queue
        && office.queue(&QueueId::from(queue.as_str())).is_none()
    {
        out.complain(&format!("there is no queue {queue}: see `ip-office-bot staff`"));
        return REFUSED;
    }
    let mut heads: Vec<Head> = Vec::new();
    let mut wanted = Wanted { queue: queue.map(QueueId), closed, after: None, limit: PAGE };
    loop {
        match office.store.tickets(&wanted).await {
            Ok(page) if page.is_empty() => break,
            Ok(page) => {
                wanted.after = page.last().map(|head| head.receipt.clone());
                heads.extend(page);
            }
            Err(error) => {
                out.complain(&error.to_string());
                return super::IMPOSSIBLE;
            }
        }
    }
    let today = office_day(office.now());
    heads.sort_by_key(|head| (!is_overdue(head, today), next_limit(head).map(|limit| limit.due), head.receipt.clone()));
    for head in &heads {
        match json {
            true => out.line(&serde_json::to_string(head).unwrap_or_default()),
            false => out.line(&head_line(office, head)),
        }
    }
    if heads.is_empty() && !json {
        out.line("no tickets");
    }
    DONE
}

async fn show(office: &Arc<Office>, receipt: &str, reveal: Option<String>, json: bool, out: &mut dyn Out) -> u8 {
    let Ok(number) = Receipt::read(receipt) else {
        out.complain("that is no receipt number: it looks like WH-261123-K7M4PX");
        return REFUSED;
    };
    let revealed = reveal.is_some();
    if let Some(reason) = reveal {
        let request = Request {
            by: By::Operator,
            receipt: number.clone(),
            act: Act::Reveal { reason },
            place: Where::Elsewhere,
            event: None,
            files: Vec::new(),
        };
        if let Err(not_done) = desk::perform(office, request).await {
            out.complain(&refusal(office, &not_done, None));
            return code(&not_done);
        }
    }
    let mut ticket = match office.store.ticket(&number).await {
        Ok(Some(ticket)) => ticket,
        Ok(None) => {
            out.complain("there is no such ticket");
            return REFUSED;
        }
        Err(error) => {
            out.complain(&error.to_string());
            return super::IMPOSSIBLE;
        }
    };
    ticket.body.code.clear();
    if !revealed {
        let answers = ticket.body.answers.clone();
        for happening in &mut ticket.body.history {
            if let What::Corrected { step: Some(step), words } = &mut happening.what
                && answers.iter().any(|given| given.personal && given.step == *step)
            {
                HIDDEN.clone_into(words);
            }
        }
        for given in ticket.body.answers.iter_mut().filter(|given| given.personal) {
            given.answer = crate::dialog::answer::Answer::Elsewhere;
        }
    }
    if json {
        out.line(&serde_json::to_string_pretty(&ticket).unwrap_or_default());
        return DONE;
    }
    out.line(&head_line(office, &ticket.head));
    let language = Language::chinese();
    let script = office.script.load();
    let say = |text: &Text| plain(&script.texts.say(&language, text));
    for given in &ticket.body.answers {
        let label = Text::new(format!("{}-{}.label", ticket.head.service, given.step)).or(format!("{}.label", given.text));
        let value = match given.personal && !revealed {
            true => Value::Words(HIDDEN.to_owned()),
            false => shown(&text_ids(Some(&ticket.head.service), &given.step, &given.text), &given.answer, &office.places.load()),
        };
        out.line(&format!("  {}", say(&Text::new("card-line").with("label", label).with("answer", value))));
    }
    for (n, id) in crate::ticket::files(&ticket).into_iter().enumerate() {
        let line = match office.store.evidence(id).await.ok().flatten().map(|evidence| evidence.status) {
            Some(FileStatus::Kept { sha256, bytes, found, claimed }) => {
                let lies = claimed.map(|claimed| format!(", name says {claimed}")).unwrap_or_default();
                format!("{found}, {bytes} bytes{lies}, sha256 {sha256}")
            }
            Some(FileStatus::Waiting) => "being fetched".to_owned(),
            Some(FileStatus::Refused { why }) => format!("refused: {why}"),
            None => "no longer here".to_owned(),
        };
        out.line(&format!("  file {}: {line}", n + 1));
    }
    for happening in &ticket.body.history {
        let at = office_time(happening.at).format("%Y-%m-%d %H:%M");
        let by = match &happening.by {
            Actor::Person => "person".to_owned(),
            Actor::Clerk(clerk) => clerk.0.clone(),
            Actor::Counter => "counter".to_owned(),
        };
        out.line(&format!("  {at}  {by}: {}", what(&happening.what)));
    }
    DONE
}

fn what(what: &What) -> String {
    match what {
        What::Submitted => "submitted".to_owned(),
        What::Added { words, files } => format!("added: {} [{} files]", words.as_deref().unwrap_or(""), files.len()),
        What::Corrected { step: Some(step), words } => format!("corrected the answer {step}: {words}"),
        What::Corrected { step: None, words } => format!("corrected what was written before: {words}"),
        What::Replied { words, files, .. } => format!("REPLY TO THE PERSON: {words} [{} files]", files.len()),
        What::Noted { words, files } => format!("internal note: {words} [{} files]", files.len()),
        What::Taken { released } => if *released { "gave it back" } else { "took it" }.to_owned(),
        What::PaperAsked { paper, words } => format!("asked for {paper} {}", words.as_deref().unwrap_or("")),
        What::Transferred { from, to, reason } => format!("passed from {from} to {to}: {reason}"),
        What::StateSet { from, to, reason } => format!("{from} -> {to} {}", reason.as_deref().unwrap_or("")),
        What::Extended { limit, from, to, reason } => format!("{limit}: {from} -> {to}: {reason}"),
        What::Closed { outcome, reason } => format!("closed with {outcome}: {reason}"),
        What::Withdrawn { reason } => format!("withdrawn {}", reason.as_deref().unwrap_or("")),
        What::Hurried => "asked to hurry".to_owned(),
        What::Reopened { words } => format!("opened again: {words}"),
        What::Graded { grade, words } => format!("graded {} {}", grade.name(), words.as_deref().unwrap_or("")),
        What::CalledBack => "called back".to_owned(),
        What::ContactChanged => "left another contact".to_owned(),
        What::FileRefused { why, .. } => format!("a file was refused: {why}"),
        What::Unreachable => "the person cannot be reached any more where they wrote".to_owned(),
        What::Revealed { reason } => format!("looked at personal answers: {reason}"),
        // The answer may be a personal one.
        What::Amended { step, reason, .. } => format!("corrected the answer {step} for the person: {reason}"),
        What::Held { reason } => format!("put under legal hold: {reason}"),
        What::Freed { reason } => format!("legal hold lifted: {reason}"),
        What::Conflicted { reason } => format!("knows a party: {reason}"),
        What::Linked { to } => format!("linked with {to} as the same matter"),
        What::Unlinked { to } => format!("no longer linked with {to}"),
        What::ConsentAsked { what } => format!("ASKED THE PERSON for consent: {}", outside(what)),
        What::Consented { yes, .. } => if *yes { "agreed" } else { "did not agree" }.to_owned(),
        What::HandedOver { what, .. } => format!("HANDED OVER: {}", outside(what)),
    }
}

/// What goes to an outside body, by names only.
fn outside(what: &crate::ticket::handing::Handing) -> String {
    let to = what.to.name.values().next().map_or("", String::as_str);
    let answers: Vec<&str> = what.answers.iter().map(crate::id::StepId::as_str).collect();
    format!("to {to}: {} [{} files]: {}", answers.join(", "), what.files.len(), what.reason)
}

async fn file(office: &Arc<Office>, receipt: &str, number: usize, (to, reason): (&std::path::Path, String), out: &mut dyn Out) -> u8 {
    let ticket = match Receipt::read(receipt) {
        Ok(receipt) => office.store.ticket(&receipt).await.ok().flatten(),
        Err(_) => None,
    };
    let Some(ticket) = ticket else {
        out.complain("there is no such ticket");
        return REFUSED;
    };
    let id = number.checked_sub(1).and_then(|n| crate::ticket::files(&ticket).get(n).copied());
    let status = match id {
        Some(id) => office.store.evidence(id).await.ok().flatten().map(|evidence| evidence.status),
        None => None,
    };
    let Some(FileStatus::Kept { sha256, .. }) = status else {
        out.complain("there is no such file here; see `ip-office-bot tickets show`");
        return REFUSED;
    };
    if to.exists() {
        out.complain(&format!("{} is there already: name a file that is not", to.display()));
        return super::IMPOSSIBLE;
    }
    let reveal = Act::Reveal { reason: format!("file {number}: {reason}") };
    let request = Request {
        by: By::Operator,
        receipt: ticket.head.receipt.clone(),
        act: reveal,
        place: Where::Elsewhere,
        event: None,
        files: Vec::new(),
    };
    if let Err(not_done) = desk::perform(office, request).await {
        out.complain(&refusal(office, &not_done, Some(&ticket)));
        return code(&not_done);
    }
    match write_file(office, &sha256, to) {
        Ok(bytes) => {
            out.line(&format!("{bytes} bytes, sha256 {sha256}"));
            DONE
        }
        Err(why) => {
            out.complain(&why);
            super::IMPOSSIBLE
        }
    }
}

fn write_file(office: &Office, sha256: &str, to: &std::path::Path) -> Result<usize, String> {
    use std::os::unix::fs::OpenOptionsExt;
    let hash = sha256.parse().map_err(|_| "the record names no content".to_owned())?;
    let mut content = Vec::new();
    let mut reader = office.vault.read(&office.vault.id_of(&hash)).map_err(|error| error.to_string())?;
    reader.read_to_end(&mut content).map_err(|error| error.to_string())?;
    let mut file = std::fs::OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(to)
        .map_err(|error| format!("{}: {error}", to.display()))?;
    std::io::Write::write_all(&mut file, &content).map_err(|error| error.to_string())?;
    Ok(content.len())
}

async fn parked(office: &Arc<Office>, replay: Option<i64>, out: &mut dyn Out) -> u8 {
    let parked = match office.store.parked(1000).await {
        Ok(parked) => parked,
        Err(error) => {
            out.complain(&error.to_string());
            return super::IMPOSSIBLE;
        }
    };
    let Some(number) = replay else {
        for one in &parked {
            out.line(&format!(
                "{}  {}  {}  {} bytes",
                one.event.number,
                office_time(one.at).format("%Y-%m-%d %H:%M"),
                one.why,
                one.raw.len()
            ));
        }
        if parked.is_empty() {
            out.line("nothing is parked");
        }
        return DONE;
    };
    let Some(one) = parked.into_iter().find(|one| one.event.number == number) else {
        out.complain("no parked update has that number");
        return REFUSED;
    };
    match crate::channel::telegram::replay(office, &one).await {
        Ok(()) => {
            let done = crate::store::Commit { writes: vec![crate::store::Write::Unpark(one.event)], ..Default::default() };
            match office.store.commit(done).await {
                Ok(()) => DONE,
                Err(error) => {
                    out.complain(&error.to_string());
                    super::IMPOSSIBLE
                }
            }
        }
        Err(why) => {
            out.complain(&why);
            REFUSED
        }
    }
}

/// Queues and clerks of the settings, with what is missing.
pub fn staff(office: &Office, json: bool, out: &mut dyn Out) -> u8 {
    for queue in office.queues() {
        let clerks: Vec<&str> = queue.clerks.iter().map(|clerk| clerk.0.as_str()).collect();
        let supervisor = queue.supervisor.as_ref().map(|clerk| clerk.0.as_str());
        if json {
            let line = serde_json::json!({
                "queue": queue.id.as_str(), "group": queue.group, "language": queue.language.0, "clerks": clerks, "supervisor": supervisor,
            });
            out.line(&line.to_string());
            continue;
        }
        let served = match queue.group {
            Some(_) if clerks.is_empty() => "has a group but no clerks: nobody can act there".to_owned(),
            Some(group) => format!("group {group}"),
            None => "no group: served by `ip-office-bot tickets`".to_owned(),
        };
        out.line(&format!("{}  {served}  clerks: {}  supervisor: {}", queue.id, clerks.join(" "), supervisor.unwrap_or("-")));
    }
    for clerk in office.config.clerk.iter().filter(|clerk| clerk.telegram.is_none()) {
        out.complain(&format!("clerk {} has no telegram id and cannot act in a group", clerk.id.0));
    }
    DONE
}
