//! A form becomes a ticket: receipt, access code, queue, time limits, files, and everybody who must know.

use super::{Failed, Fold};
use crate::desk;
use crate::dialog::event::{Submitted, Way};
use crate::dialog::{Event, Form};
use crate::id::{AccessCode, EvidenceId, QueueId, Receipt};
use crate::locale::Text;
use crate::store::{FileStatus, Owner, Timer, Write};
use crate::ticket::act::{Ground, begin};
use crate::ticket::{Body, Course, Head, Ticket};
use chrono::Datelike;

impl Fold<'_> {
    /// Makes the ticket. Nothing is sent before the commit.
    pub(super) async fn submit(&mut self, form: Form) -> Result<Event, Failed> {
        let office = self.office;
        let now = office.now();
        let today = crate::clock::office_day(now);
        let (day, opened) = self.now.opened;
        let opened = if day == today.num_days_from_ce() { opened } else { 0 };
        if opened >= office.config.limits.tickets_a_day {
            return Ok(Event::NotSubmitted(Text::new("ticket-limit-today").with("max", i64::from(office.config.limits.tickets_a_day))));
        }
        let Some(rules) = self.script.flows.get(&form.service).and_then(|flow| flow.submit.clone()) else {
            return Ok(Event::NotSubmitted(Text::new("service-unknown")));
        };
        let receipt = self.receipt(today).await?;
        let code = self.code();
        let (queue, district) = self.route(&form);
        let mut ticket = Ticket {
            head: Head {
                receipt: receipt.clone(),
                service: form.service.clone(),
                language: self.now.state.language.clone(),
                anonymous: form.anonymous,
                urgent: form.urgent,
                queue: queue.clone(),
                district,
                state: rules.first.clone(),
                since: now,
                submitted: now,
                closed: None,
                clerk: None,
                limits: Vec::new(),
                hurried: false,
                call_back: false,
                unread: true,
                course: Course { channel: Some(self.now.route.channel), ..Course::default() },
                revision: 1,
            },
            body: Body {
                answers: form.answers,
                history: Vec::new(),
                code: office.key.code_tag(receipt.as_str(), code.secret()).to_vec(),
                ..Body::default()
            },
        };
        let calendar = office.calendar.load();
        begin(&mut ticket, &Ground { rules: &rules, calendar: &calendar, now });
        if !form.anonymous {
            self.writes.push(Write::Link(receipt.clone(), self.person, self.now.route.clone()));
        }
        if let Some(at) = desk::next_reminder(&ticket.head, now) {
            self.writes.push(Write::Timer(Timer::Limits(receipt.clone()), at));
        }
        self.deliveries.extend(desk::card(office, &ticket));
        self.deliveries.extend(crate::hook::told(office, &ticket));
        self.adopt(&form.files, &receipt, (&queue, form.anonymous)).await?;
        self.audit("person", super::SUBMITTED, Some(receipt.clone()), vec![form.service.to_string(), queue.to_string()]);
        self.now.opened = (today.num_days_from_ce(), opened + 1);

        let due = ticket.head.limits.iter().map(|limit| (super::look::limit_text(&ticket, &limit.name), limit.due)).collect();
        let mut guessed: Vec<i32> = ticket.head.limits.iter().flat_map(|limit| limit.guessed.iter().copied()).collect();
        guessed.dedup();
        self.tickets.insert(receipt.clone(), ticket);
        let submitted =
            Box::new(Submitted { receipt, code: code.show(), anonymous: form.anonymous, desk: office.queue_name(&queue), due, guessed });
        self.submitted = Some(submitted.clone());
        Ok(Event::Submitted(submitted))
    }

    async fn receipt(&self, today: chrono::NaiveDate) -> Result<Receipt, Failed> {
        loop {
            let mut random = [0; 5];
            self.office.chance.fill(&mut random);
            let receipt = Receipt::new(&self.office.config.office.receipt_prefix, today, random);
            if !self.tickets.contains_key(&receipt) && self.office.store.ticket(&receipt).await?.is_none() {
                return Ok(receipt);
            }
        }
    }

    fn code(&self) -> AccessCode {
        let mut random = [0; 8];
        self.office.chance.fill(&mut random);
        AccessCode::new(random)
    }

    /// The first queue of the route that the office serves; the service desk when none is.
    fn route(&self, form: &Form) -> (QueueId, Option<String>) {
        let office = self.office;
        let handler = |code: &str| office.places.load().handler(code).map_or_else(|| code.to_owned(), |place| place.code.clone());
        let district = form.route.iter().find_map(|way| match way {
            Way::District(code) => Some(handler(code)),
            Way::Queue(_) => None,
        });
        // What the office set at its desk goes before what the dialog says.
        let current = office.current.load();
        if let Some(queue) = current.claimed(&form.service, district.as_deref()) {
            return (queue.clone(), district);
        }
        let queue = form.route.iter().find_map(|way| {
            let id = match way {
                Way::Queue(id) => id.clone(),
                Way::District(code) => QueueId(format!("district-{}", handler(code))),
            };
            office.open_queue(&id).map(|queue| queue.id.clone())
        });
        let fallback =
            || office.open_queue(&QueueId::from("DESK")).or_else(|| current.open().next().cloned()).map(|queue| queue.id.clone());
        (queue.or_else(fallback).unwrap_or_else(|| QueueId::from("DESK")), district)
    }

    /// Files of a draft become files of the ticket. An anonymous ticket's files lose where they came from as soon as
    /// their content is here; until then only the job knows.
    pub(super) async fn adopt(
        &mut self,
        files: &[EvidenceId],
        receipt: &Receipt,
        (queue, anonymous): (&QueueId, bool),
    ) -> Result<(), Failed> {
        for id in files {
            let fresh = self.writes.iter_mut().find_map(|write| match write {
                Write::Evidence(evidence) if evidence.id == *id => Some(evidence),
                _ => None,
            });
            let adopt = |evidence: &mut crate::store::Evidence| {
                evidence.owner = Owner::Ticket(receipt.clone());
                if anonymous {
                    evidence.tell = None;
                }
            };
            if let Some(evidence) = fresh {
                adopt(evidence);
            } else if let Some(mut evidence) = self.office.store.evidence(*id).await? {
                adopt(&mut evidence);
                evidence.revision += 1;
                // What is here already is shown to the desk now; the rest by the job that fetches it.
                if matches!(evidence.status, FileStatus::Kept { .. }) {
                    self.deliveries.extend(desk::file_post(self.office, queue, receipt, *id));
                }
                self.writes.push(Write::Evidence(Box::new(evidence)));
            }
        }
        Ok(())
    }
}
