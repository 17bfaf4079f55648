//! What is wrong with a change, before anything is written: every reason at once, each with the field that it is about.

use super::{ClosedSet, Key, LANGUAGES, NoticeSet, QueueSet, Value, WindowSet, Words, reply, standing};
use crate::calendar::{Calendar, RowError, RowTrouble};
use crate::id::{QueueId, ServiceId};
use crate::locale::Text;
use crate::office::{Office, Shut};
use crate::store::{StoreError, Wanted};

/// Signs of a name.
const NAME: usize = 60;
/// Signs of hours, an address, a remark.
const LINE: usize = 300;
/// Signs of a notice or of the reason why a service is closed.
const NOTICE: usize = 600;
/// Signs of a prepared reply.
const REPLY: usize = 3000;
/// Signs of a phone number.
const PHONE: usize = 60;
/// Bytes of a file of working days.
const CALENDAR: usize = 64 * 1024;
/// Open tickets that are counted; more are "more".
const COUNTED: usize = 10_000;

/// Something that is wrong.
#[derive(Clone, Debug, PartialEq)]
pub struct Fault {
    /// The field of the form that it is about; empty when it is about the whole.
    pub field: String,
    /// What is wrong.
    pub text: Text,
}

impl Fault {
    fn new(field: impl Into<String>, text: Text) -> Self {
        Self { field: field.into(), text }
    }
}

/// How many open tickets a queue has.
///
/// # Errors
/// The store cannot be read.
pub async fn open_tickets(office: &Office, queue: &QueueId) -> Result<usize, StoreError> {
    let wanted = Wanted { queue: Some(queue.clone()), limit: COUNTED, ..Wanted::default() };
    Ok(office.store.tickets(&wanted).await?.len())
}

/// All that is wrong with a change.
pub(super) async fn faults(office: &Office, key: &Key, value: Option<&Value>) -> Result<Vec<Fault>, StoreError> {
    let mut faults = Vec::new();
    match (key, value) {
        (Key::Queue(id), Some(Value::Queue(set))) => queue(office, (id, set), &mut faults).await?,
        (Key::Queue(id), None) => {
            // A queue of the settings goes back to what they say; one that was made here would be gone.
            if standing(office, key).base.is_none() {
                faults.push(Fault::new("", Text::new("deskweb-fault-queue-made-here")));
            } else {
                claims(office, (id, &QueueSet::default()), &mut faults);
            }
        }
        (Key::Office | Key::Window(_), Some(Value::Window(set))) => window(office, (key, set), &mut faults),
        (Key::Calendar(year), Some(Value::Calendar(csv))) => calendar(*year, csv, &mut faults),
        (Key::Notice(_), Some(Value::Notice(set))) => notice(set, &mut faults),
        (Key::Reply(service, name), Some(Value::Reply(words))) => {
            let script = office.script.load();
            let known = script.flows.get(service).and_then(|flow| flow.submit.as_ref()).is_some_and(|submit| submit.replies.contains(name));
            match known {
                false => faults.push(Fault::new("", Text::new("deskweb-fault-no-reply"))),
                true if both(words, ("words", REPLY), &mut faults) => faults.extend(reply::faults(&office.content.load(), words)),
                true => {}
            }
        }
        (Key::Service(service), Some(Value::Closed(set))) => closed(office, (service, set), &mut faults),
        (_, None) => {}
        // A value of another kind than its key.
        _ => faults.push(Fault::new("", Text::new("deskweb-fault-kind"))),
    }
    Ok(faults)
}

/// Whether words are there in both languages, and none too long.
fn both(words: &Words, (field, most): (&str, usize), faults: &mut Vec<Fault>) -> bool {
    let before = faults.len();
    for language in LANGUAGES {
        if words.get(language).is_none_or(|words| words.trim().is_empty()) {
            faults.push(Fault::new(format!("{field}-{language}"), Text::new("deskweb-fault-language")));
        }
    }
    long(words, (field, most), faults);
    faults.len() == before
}

/// Words may be missing in both languages, not in one.
fn both_or_none(words: &Words, (field, most): (&str, usize), faults: &mut Vec<Fault>) {
    if words.values().all(|words| words.trim().is_empty()) {
        return;
    }
    both(words, (field, most), faults);
}

fn long(words: &Words, (field, most): (&str, usize), faults: &mut Vec<Fault>) {
    for (language, words) in words {
        let field = format!("{field}-{language}");
        if words.chars().count() > most {
            faults.push(Fault::new(field.clone(), Text::new("deskweb-fault-long").with("max", most)));
        }
        if words.chars().any(|sign| sign.is_control() && sign != '\n') {
            faults.push(Fault::new(field, Text::new("deskweb-fault-control")));
        }
    }
}

async fn queue(office: &Office, (id, set): (&QueueId, &QueueSet), faults: &mut Vec<Fault>) -> Result<(), StoreError> {
    let is_sign = |sign: u8| sign.is_ascii_alphanumeric() || sign == b'-';
    if !(1..=24).contains(&id.as_str().len()) || !id.as_str().bytes().all(is_sign) {
        faults.push(Fault::new("id", Text::new("deskweb-fault-queue-id")));
    }
    both(&set.name, ("name", NAME), faults);
    if set.name.values().any(|name| name.contains('\n')) {
        faults.push(Fault::new("name-en", Text::new("deskweb-fault-control")));
    }
    let script = office.script.load_full();
    if let Some(service) = set.services.iter().find(|service| script.flows.get(service).is_none_or(|flow| flow.submit.is_none())) {
        faults.push(Fault::new("services", Text::new("deskweb-fault-no-service").with("service", service.as_str())));
    }
    if let Some(code) = set.districts.iter().find(|code| office.places.load().by_code(code).is_none()) {
        faults.push(Fault::new("districts", Text::new("deskweb-fault-no-place").with("place", code.as_str())));
    }
    let others = office.queues().iter().filter(|queue| queue.id != *id).count();
    if set.shut.is_some() && others == 0 {
        faults.push(Fault::new("shut", Text::new("deskweb-fault-last-queue")));
    }
    if set.shut == Some(Shut::Removed) {
        let open = open_tickets(office, id).await?;
        if open > 0 {
            faults.push(Fault::new("shut", Text::new("deskweb-fault-queue-has-tickets").with("n", open)));
        }
    }
    if set.shut.is_none() {
        claims(office, (id, set), faults);
    }
    Ok(())
}

/// Two queues must not claim the same tickets.
fn claims(office: &Office, (id, set): (&QueueId, &QueueSet), faults: &mut Vec<Fault>) {
    if set.services.is_empty() && set.districts.is_empty() {
        return;
    }
    let current = office.current.load();
    for other in current.claims.iter().filter(|claim| claim.queue != *id && !current.shut.contains_key(&claim.queue)) {
        // Claims of different width do not meet: the narrower one goes first.
        let same = other.services.is_empty() == set.services.is_empty() && other.districts.is_empty() == set.districts.is_empty();
        let services = set.services.is_empty() || !other.services.is_disjoint(&set.services);
        let districts = set.districts.is_empty() || !other.districts.is_disjoint(&set.districts);
        if same && services && districts {
            let field = if set.services.is_empty() { "districts" } else { "services" };
            faults.push(Fault::new(field, Text::new("deskweb-fault-claimed").with("queue", office.queue_name(&other.queue))));
        }
    }
}

fn window(office: &Office, (key, set): (&Key, &WindowSet), faults: &mut Vec<Fault>) {
    if let Key::Window(code) = key
        && office.places.load().by_code(code).is_none()
    {
        faults.push(Fault::new("", Text::new("deskweb-fault-no-place").with("place", code.as_str())));
    }
    for (field, words) in [("hours", &set.hours), ("address", &set.address), ("note", &set.note)] {
        both_or_none(words, (field, LINE), faults);
    }
    if set.phone.chars().count() > PHONE || set.phone.chars().any(char::is_control) {
        faults.push(Fault::new("phone", Text::new("deskweb-fault-long").with("max", PHONE)));
    }
    if !set.phone.is_empty() && !set.phone.bytes().any(|sign| sign.is_ascii_digit()) {
        faults.push(Fault::new("phone", Text::new("deskweb-fault-phone")));
    }
}

fn calendar(year: i32, csv: &str, faults: &mut Vec<Fault>) {
    if csv.len() > CALENDAR {
        faults.push(Fault::new("days", Text::new("deskweb-fault-long").with("max", CALENDAR)));
        return;
    }
    let name = format!("{year}.csv");
    let errors = Calendar::load(&[(&name, csv)]).err().unwrap_or_default();
    faults.extend(errors.iter().map(|error| Fault::new("days", row(error))));
}

/// What is wrong with a row of working days.
fn row(error: &RowError) -> Text {
    let text = match &error.trouble {
        RowTrouble::FileName | RowTrouble::YearTwice(_) => Text::new("deskweb-fault-days-year"),
        RowTrouble::Header => Text::new("deskweb-fault-days-header"),
        RowTrouble::NoRows => Text::new("deskweb-fault-days-none"),
        RowTrouble::Csv(_) => Text::new("deskweb-fault-days-fields"),
        RowTrouble::Date(found) => Text::new("deskweb-fault-days-date").with("found", found.clone()),
        RowTrouble::Kind(found) => Text::new("deskweb-fault-days-kind").with("found", found.clone()).with("known", "holiday, workday"),
        RowTrouble::OtherYear(day) => Text::new("deskweb-fault-days-other").with("day", *day),
        RowTrouble::Twice(day) => Text::new("deskweb-fault-days-twice").with("day", *day),
    };
    text.with("line", usize::try_from(error.line).unwrap_or_default())
}

fn notice(set: &NoticeSet, faults: &mut Vec<Fault>) {
    both(&set.words, ("words", NOTICE), faults);
    if let (Some(from), Some(until)) = (set.from, set.until)
        && until <= from
    {
        faults.push(Fault::new("until", Text::new("deskweb-fault-until")));
    }
}

fn closed(office: &Office, (service, set): (&ServiceId, &ClosedSet), faults: &mut Vec<Fault>) {
    let (script, current) = (office.script.load(), office.current.load());
    let rules = &current.rules;
    if script.flows.get(service).is_none() {
        faults.push(Fault::new("", Text::new("deskweb-fault-no-service").with("service", service.as_str())));
    }
    // A person can always reach the staff and follow their case.
    if *service == rules.human || *service == rules.follow {
        faults.push(Fault::new("", Text::new("deskweb-fault-always-open")));
    }
    both(&set.why, ("why", NOTICE), faults);
    if let Some(instead) = &set.instead {
        let is_open = script.flows.get(instead).is_some() && !rules.closed.contains_key(instead) && instead != service;
        if !is_open {
            faults.push(Fault::new("instead", Text::new("deskweb-fault-instead")));
        }
    }
    if let Some((other, _)) = rules.closed.iter().find(|(other, closed)| *other != service && closed.instead.as_ref() == Some(service)) {
        faults.push(Fault::new("", Text::new("deskweb-fault-named-instead").with("service", Text::new(other.as_str()))));
    }
}
