//! Everything kept about a person, as one JSON document that they can take with them (Personal Information Protection Law
//! art. 45). Made when it is sent, from what is kept then; never written to disk here.
//!
//! | field | what stands there |
//! |---|---|
//! | `format`, `version` | `ip-office-bot/my-data`, 1; a later version only adds fields |
//! | `made` | when; all times are UTC in the form of RFC 3339, all days are office days |
//! | `channel`, `chat` | where the person writes: `telegram`, `terminal`, `web`, and the channel's number of the chat |
//! | `language`, `language_chosen` | language of the conversation; whether the person chose it |
//! | `last_active`, `blocked` | when the person last did something; whether they blocked the bot |
//! | `consent.notice`, `.sensitive` | agreement to the personal-data notice, and to sensitive data: `version`, `at`; null: none |
//! | `counters` | what limits count: `events_in_window`, `tickets_on_day` (`day`, `count`), `wrong_codes`, `codes_locked_until` |
//! | `drafts[]` | forms not sent: `service`, `service_name`, `started`, `last_change`, `reminded`, `answers[]`, `captions[]`, `files[]` |
//! | `tickets[]` | what was sent and is linked to this chat: `receipt`, `service`, `service_name`, `language`, `anonymous`, `urgent`, `queue`, `queue_name`, `district`, `state`, `state_name`, `since`, `submitted`, `closed` (`at`, `outcome`), `limits[]` (`name`, `due`, `met`), `hurried`, `call_back`, `grade`, `wrong_codes`, `codes_locked_until`, `answers[]`, `messages[]`, `files[]` |
//! | `bookings[]` | events signed up for: `event`, `title`, `starts`, `ends` and `place` as they were told last, `off`, `seats`, `standing` (`booked`, `waiting`), `line` (place on the waiting list), `signed_up`, `reminded`, `name`, `organisation`, `contact`, `needs` |
//! | `answers[]` | `question` (name in the dialog), `label` and `text` (in the person's language), `personal`, `value` (as kept; null where it may not pass over this channel), `message` (the channel's number of the message, where kept) |
//! | `messages[]` | what happened: `at`, `by` (`person`, `office`, `counter`), `what` (`submitted`, `added`, `corrected`, `amended`, `replied`, ...), and what goes with it: `words`, `reason`, `files`, `question`, `paper`, `from`, `to`, `limit`, `outcome`, `grade`, `message`; of what goes to another authority `to`, `address`, `reason`, `law`, `questions`, `files` |
//! | `files[]` | `id`, `by`, `name`, `announced_type`, `received`, `status` (`waiting`, `kept`, `refused`), `bytes`, `type`, `sha256`, `why` |
//! | `subscriptions[]` | what the person hears of: `name`, `about`, `wish`, `rhythm`, `since`, `next_digest`, `waiting` (entries for it) |
//! | `remembered_messages[]` | numbers of messages that are known again when they are edited: `receipt`, `messages` |
//! | `left_out[]` | kinds of records about the same tickets that are not the person's: notes among clerks, their names, tags of access codes |
//!
//! An anonymous ticket is in it only while the person keeps a link to it: nothing else tells whose it is.

use crate::booking::{Booking, Bookings};
use crate::dialog::answer::Answer;
use crate::dialog::machine::text_ids;
use crate::dialog::screen::shown;
use crate::dialog::state::{Agreed, Frame};
use crate::digest::words::wish_text;
use crate::id::{EvidenceId, ServiceId, StepId};
use crate::intake::Side;
use crate::locale::{Language, Text};
use crate::message::{Ability, Route, plain};
use crate::office::{Office, Script};
use crate::store::{Conversation, FileStatus, StoreError};
use crate::ticket::act::state_texts;
use crate::ticket::{Actor, Happening, Ticket, What, is_of_clerk};
use crate::watch::Subscription;
use chrono::NaiveDate;
use serde_json::{Map, Value, json};
use std::sync::Arc;

/// Name of the format.
const FORMAT: &str = "ip-office-bot/my-data";
/// Its version.
const VERSION: u32 = 1;
/// What is kept with a ticket and is not about the person.
const LEFT_OUT: [&str; 3] = ["notes-among-clerks", "names-of-clerks", "tags-of-access-codes"];

/// Everything kept about the person who is reached there, as JSON.
///
/// # Errors
/// Something of it cannot be read.
pub async fn copy_of(office: &Office, route: &Route) -> Result<String, StoreError> {
    let person = office.person(route);
    let conversation = office.store.conversation(person).await?;
    let language = conversation.as_ref().map_or_else(Language::english, |conversation| conversation.state.language.clone());
    let copier = Copier { office, script: office.script.load_full(), language, ability: Side::of(route).ability };
    let mut tickets = Vec::new();
    for receipt in office.store.own_tickets(person).await? {
        if let Some(ticket) = office.store.ticket(&receipt).await? {
            tickets.push(copier.ticket(&ticket).await?);
        }
    }
    let mut copy = Map::new();
    copy.insert("format".to_owned(), FORMAT.into());
    copy.insert("version".to_owned(), VERSION.into());
    copy.insert("made".to_owned(), json!(office.now()));
    copy.insert("channel".to_owned(), Side::of(route).name.into());
    copy.insert("chat".to_owned(), route.chat.into());
    if let Some(conversation) = &conversation {
        copier.conversation(conversation, &mut copy).await?;
    }
    copy.insert("tickets".to_owned(), tickets.into());
    let subscriptions = office.store.own_subscriptions(person).await?;
    copy.insert("subscriptions".to_owned(), subscriptions.iter().map(|one| copier.subscription(one)).collect());
    copy.insert("bookings".to_owned(), bookings_of(office, person).await?.into());
    copy.insert("left_out".to_owned(), json!(LEFT_OUT));
    Ok(serde_json::to_string_pretty(&Value::Object(copy)).unwrap_or_default())
}

/// Everything kept about a person who asked the office for it: what belongs to the chat where they asked, and these tickets. It
/// goes out by the office's own hands, so nothing is kept off a channel; other tickets are not named in it.
///
/// # Errors
/// Something of it cannot be read.
pub async fn copy_for(
    office: &Office,
    (route, receipts): (Option<&Route>, &[crate::id::Receipt]),
    language: Language,
) -> Result<Value, StoreError> {
    let copier = Copier { office, script: office.script.load_full(), language, ability: Ability::WEB };
    let mut copy = Map::new();
    copy.insert("format".to_owned(), FORMAT.into());
    copy.insert("version".to_owned(), VERSION.into());
    copy.insert("made".to_owned(), json!(office.now()));
    if let Some(route) = route {
        let person = office.person(route);
        copy.insert("channel".to_owned(), Side::of(route).name.into());
        copy.insert("chat".to_owned(), route.chat.into());
        if let Some(mut conversation) = office.store.conversation(person).await? {
            conversation.state.sent.retain(|sent| receipts.contains(&sent.receipt));
            copier.conversation(&conversation, &mut copy).await?;
            // A form in the middle may be an anonymous report; the person sees it in their own chat.
            copy.remove("drafts");
        }
        let subscriptions = office.store.own_subscriptions(person).await?;
        copy.insert("subscriptions".to_owned(), subscriptions.iter().map(|one| copier.subscription(one)).collect());
        copy.insert("bookings".to_owned(), bookings_of(office, person).await?.into());
    }
    let mut tickets = Vec::new();
    for receipt in receipts {
        if let Some(ticket) = office.store.ticket(receipt).await? {
            tickets.push(copier.ticket(&ticket).await?);
        }
    }
    copy.insert("tickets".to_owned(), tickets.into());
    let left_out: Vec<&str> = LEFT_OUT.into_iter().chain(["forms-not-sent", "anonymous-reports"]).collect();
    copy.insert("left_out".to_owned(), json!(left_out));
    Ok(Value::Object(copy))
}

async fn bookings_of(office: &Office, person: crate::id::PersonKey) -> Result<Vec<Value>, StoreError> {
    let mut bookings = Vec::new();
    for event in office.store.booked_events().await? {
        if let Some(list) = office.store.bookings(&event).await? {
            bookings.extend(list.of(person).map(|own| booking(&list, own)));
        }
    }
    Ok(bookings)
}

fn booking(list: &Bookings, own: &Booking) -> Value {
    json!({
        "event": list.event, "title": list.known.title, "starts": list.known.starts, "ends": list.known.ends, "place": list.known.place,
        "off": list.known.off, "seats": own.seats, "standing": own.standing, "line": list.place(own.person), "signed_up": own.at,
        "reminded": own.reminded, "name": own.name, "organisation": own.organisation, "contact": own.contact, "needs": own.needs,
    })
}

struct Copier<'a> {
    office: &'a Office,
    script: Arc<Script>,
    language: Language,
    /// What the channel over which the copy goes can do.
    ability: Ability,
}

impl Copier<'_> {
    async fn conversation(&self, conversation: &Conversation, copy: &mut Map<String, Value>) -> Result<(), StoreError> {
        let state = &conversation.state;
        let agreed = |agreed: &Option<Agreed>| agreed.as_ref().map(|agreed| json!({ "version": agreed.version, "at": agreed.at }));
        let mut drafts = Vec::new();
        for frame in state.forms() {
            drafts.push(self.draft(frame).await?);
        }
        let (day, count) = conversation.opened;
        let day = NaiveDate::from_num_days_from_ce_opt(day).filter(|_| count > 0);
        let sent: Vec<Value> =
            state.sent.iter().map(|sent| json!({ "receipt": sent.receipt.as_str(), "messages": sent.messages })).collect();
        let parts = json!({
            "language": state.language.0,
            "language_chosen": state.chosen,
            "last_active": conversation.touched,
            "blocked": state.gone,
            "consent": { "notice": agreed(&state.notice), "sensitive": agreed(&state.sensitive) },
            "counters": {
                "events_in_window": conversation.pace.1,
                "tickets_on_day": { "day": day, "count": count },
                "wrong_codes": conversation.tries.wrong,
                "codes_locked_until": conversation.tries.shut_until,
            },
            "remembered_messages": sent,
            "drafts": drafts,
        });
        if let Value::Object(parts) = parts {
            copy.extend(parts);
        }
        Ok(())
    }

    fn subscription(&self, one: &Subscription) -> Value {
        json!({
            "name": one.id.as_str(),
            "about": self.say(&wish_text(&one.wish)),
            "wish": one.wish,
            "rhythm": one.rhythm,
            "since": one.since,
            "next_digest": one.due,
            "waiting": one.waiting.count(),
        })
    }

    async fn draft(&self, frame: &Frame) -> Result<Value, StoreError> {
        let flow = self.script.flows.get(&frame.flow);
        let answers: Vec<Value> = frame
            .entries
            .iter()
            .filter(|entry| !matches!(entry.answer, Answer::Told | Answer::Done | Answer::Code(_)))
            .map(|entry| {
                let step = flow.and_then(|flow| flow.step(&entry.step));
                let text = step.map_or(entry.step.as_str(), |step| step.text.as_str());
                let personal = step.is_some_and(|step| match &step.what {
                    crate::dialog::flow::What::Ask(ask) => ask.personal.is_some(),
                    _ => false,
                });
                self.answer((&frame.flow, &entry.step, text), &entry.answer, (personal, entry.message))
            })
            .collect();
        Ok(json!({
            "service": frame.flow.as_str(),
            "service_name": self.say(&Text::new(frame.flow.as_str())),
            "started": frame.started,
            "last_change": frame.touched,
            "reminded": frame.reminded,
            "answers": answers,
            "captions": frame.words,
            "files": self.files(&frame.files(), &|_| "person").await?,
        }))
    }

    async fn ticket(&self, ticket: &Ticket) -> Result<Value, StoreError> {
        let (head, body) = (&ticket.head, &ticket.body);
        let given = body.answers.iter().filter(|given| !matches!(given.answer, Answer::Code(_)));
        let answers: Vec<Value> = given
            .map(|given| self.answer((&head.service, &given.step, &given.text), &given.answer, (given.personal, given.message)))
            .collect();
        let messages: Vec<Value> = body.history.iter().filter_map(|happening| self.message(ticket, happening)).collect();
        let limits: Vec<Value> =
            head.limits.iter().map(|limit| json!({ "name": limit.name, "due": limit.due, "met": limit.met })).collect();
        let replied = body.history.iter().flat_map(|happening| match &happening.what {
            What::Replied { files, .. } => files.as_slice(),
            _ => &[],
        });
        let files: Vec<EvidenceId> = crate::ticket::files(ticket).into_iter().chain(replied.copied()).collect();
        let by = |file| if is_of_clerk(ticket, file) { "office" } else { "person" };
        Ok(json!({
            "receipt": head.receipt.as_str(),
            "service": head.service.as_str(),
            "service_name": self.say(&Text::new(head.service.as_str())),
            "language": head.language.0,
            "anonymous": head.anonymous,
            "urgent": head.urgent,
            "queue": head.queue.as_str(),
            "queue_name": self.say(&self.office.queue_name(&head.queue)),
            "district": head.district,
            "state": head.state.as_str(),
            "state_name": self.say(&state_texts(&head.service, &head.state)),
            "since": head.since,
            "submitted": head.submitted,
            "closed": head.closed.as_ref().map(|closed| json!({ "at": closed.at, "outcome": closed.outcome.as_str() })),
            "limits": limits,
            "hurried": head.hurried,
            "call_back": head.call_back,
            "grade": body.grade.map(crate::ticket::Grade::name),
            "wrong_codes": body.tries.wrong,
            "codes_locked_until": body.tries.shut_until,
            "answers": answers,
            "messages": messages,
            "files": self.files(&files, &by).await?,
        }))
    }

    /// What did not come over the person's channel does not go back over it.
    fn is_kept_off(&self, service: &ServiceId, step: &StepId) -> bool {
        let step = self.script.flows.get(service).and_then(|flow| flow.step(step));
        step.is_some_and(|step| match &step.what {
            crate::dialog::flow::What::Ask(ask) => self.office.current.load().rules.keep_off(self.ability, ask),
            _ => false,
        })
    }

    fn answer(&self, (service, step, text): (&ServiceId, &StepId, &str), answer: &Answer, about: (bool, Option<i64>)) -> Value {
        let (personal, message) = about;
        if answer.is_given() && self.is_kept_off(service, step) {
            let (label, text) = (Text::new(format!("{service}-{step}.label")).or(format!("{text}.label")), Text::new("answer-hidden"));
            let (label, text) = (self.say(&label), self.say(&text));
            return json!({ "question": step.as_str(), "label": label, "personal": personal, "value": null, "text": text, "message": message });
        }
        let label = Text::new(format!("{service}-{step}.label")).or(format!("{text}.label"));
        let value = match answer {
            // Names of files are too long for a number in many programs.
            Answer::Files(files) => json!({ "files": ids(files) }),
            other => json!(other),
        };
        let texts = shown(&text_ids(Some(service), step, text), answer, &self.office.places.load());
        json!({
            "question": step.as_str(),
            "label": self.say(&label),
            "personal": personal,
            "value": value,
            "text": self.say(&Text::new("mydata-value").with("value", texts)),
            "message": message,
        })
    }

    /// What happened, as far as it is the person's: nothing of what clerks note among themselves, and not their names.
    fn message(&self, ticket: &Ticket, happening: &Happening) -> Option<Value> {
        let (what, more) = match &happening.what {
            What::Submitted => ("submitted", json!({})),
            What::Added { words, files } => ("added", json!({ "words": words, "files": ids(files) })),
            What::Corrected { step, words } => ("corrected", json!({ "question": step.as_ref().map(StepId::as_str), "words": words })),
            What::Replied { words, files, .. } => ("replied", json!({ "words": words, "files": ids(files) })),
            What::PaperAsked { paper, words } => ("paper-asked", json!({ "paper": paper, "words": words })),
            What::Transferred { from, to, reason } => {
                ("transferred", json!({ "from": from.as_str(), "to": to.as_str(), "reason": reason }))
            }
            What::StateSet { from, to, reason } => ("state-set", json!({ "from": from.as_str(), "to": to.as_str(), "reason": reason })),
            What::Extended { limit, from, to, reason } => ("extended", json!({ "limit": limit, "from": from, "to": to, "reason": reason })),
            What::Closed { outcome, reason } => ("closed", json!({ "outcome": outcome.as_str(), "reason": reason })),
            What::Withdrawn { reason } => ("withdrawn", json!({ "reason": reason })),
            What::Hurried => ("hurried", json!({})),
            What::Reopened { words } => ("reopened", json!({ "words": words })),
            What::Graded { grade, words } => ("graded", json!({ "grade": grade.name(), "words": words })),
            What::CalledBack => ("called-back", json!({})),
            What::ContactChanged => ("contact-changed", json!({})),
            What::FileRefused { file, .. } if is_of_clerk(ticket, *file) => return None,
            What::FileRefused { file, why } => ("file-refused", json!({ "files": ids(&[*file]), "reason": why })),
            What::Unreachable => ("unreachable", json!({})),
            What::Amended { step, words, reason } => ("amended", json!({ "question": step.as_str(), "words": words, "reason": reason })),
            What::ConsentAsked { what } => ("consent-asked", self.handing(what)),
            What::Consented { yes, .. } => (if *yes { "consented" } else { "not-consented" }, json!({})),
            What::HandedOver { what, .. } => ("handed-over", self.handing(what)),
            What::Noted { .. }
            | What::Taken { .. }
            | What::Revealed { .. }
            | What::Held { .. }
            | What::Freed { .. }
            | What::Conflicted { .. }
            | What::Linked { .. }
            | What::Unlinked { .. } => return None,
        };
        let by = match happening.by {
            Actor::Person => "person",
            Actor::Clerk(_) => "office",
            Actor::Counter => "counter",
        };
        let mut message = Map::new();
        message.insert("at".to_owned(), json!(happening.at));
        message.insert("by".to_owned(), by.into());
        message.insert("what".to_owned(), what.into());
        if let Value::Object(more) = more {
            message.extend(more.into_iter().filter(|(_, value)| !value.is_null()));
        }
        message.extend(happening.message.map(|number| ("message".to_owned(), number.into())));
        Some(Value::Object(message))
    }

    /// What goes to an outside body.
    fn handing(&self, what: &crate::ticket::handing::Handing) -> Value {
        let name = |words| self.say(&crate::office::in_languages(words));
        json!({
            "to": name(&what.to.name),
            "address": (!what.to.address.is_empty()).then(|| name(&what.to.address)),
            "reason": what.reason,
            "law": what.law,
            "questions": what.answers.iter().map(StepId::as_str).collect::<Vec<_>>(),
            "files": ids(&what.files),
        })
    }

    async fn files(&self, files: &[EvidenceId], by: &(dyn Fn(EvidenceId) -> &'static str + Send + Sync)) -> Result<Vec<Value>, StoreError> {
        let mut told = Vec::with_capacity(files.len());
        for id in files {
            let Some(evidence) = self.office.store.evidence(*id).await? else { continue };
            let mut file = json!({
                "id": id.0.to_string(),
                "by": by(*id),
                "name": evidence.announced.name,
                "announced_type": evidence.announced.mime,
                "received": evidence.at,
            });
            let status = match &evidence.status {
                FileStatus::Waiting => json!({ "status": "waiting" }),
                FileStatus::Kept { sha256, bytes, found, .. } => {
                    json!({ "status": "kept", "bytes": bytes, "type": found, "sha256": sha256 })
                }
                FileStatus::Refused { why } => json!({ "status": "refused", "why": why }),
            };
            if let (Value::Object(file), Value::Object(status)) = (&mut file, status) {
                file.extend(status);
            }
            told.push(file);
        }
        Ok(told)
    }

    fn say(&self, text: &Text) -> String {
        plain(&self.script.texts.say(&self.language, text))
    }
}

fn ids(files: &[EvidenceId]) -> Vec<String> {
    files.iter().map(|file| file.0.to_string()).collect()
}
