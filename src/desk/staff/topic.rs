//! A known clerk in the topic of a ticket: notes, replies, commands, presses.

use super::command::{Command, Named, begins, hidden, until};
use super::menu::{self, Menu};
use super::mode::{self, Draft, Next, Place};
use super::prepared::{self, Filled};
use super::token::{Choice, Pick, Token, Wish, guard};
use super::turn::{Stopped, Turn, alert, commit, say, toast, trouble};
use super::{StaffHandled, list};
use crate::desk::{By, NotDone, Request, Where, card, perform_with, refusal_text};
use crate::dialog::flow::{Span, Submit};
use crate::id::{QueueId, Receipt, StateId};
use crate::locale::{Text, Value};
use crate::message::{Ability, Incoming, Outbound, StaffSaid};
use crate::store::{Evidence, FileStatus, Lane, Owner, Parcel, Signal, Topic, Write};
use crate::ticket::act::{Act, Refusal, Until, outcomes, state_texts};
use crate::ticket::{Actor, Ticket, What};

/// Signs of a note that its receipt repeats, so that receipts tell one another apart.
const REPEATED: usize = 40;
/// Seconds in which the files of an album arrive.
const ALBUM: i64 = 3;

/// A clerk in the topic of a ticket.
pub(super) struct InTopic<'a> {
    turn: Turn<'a>,
    ticket: Ticket,
    view: Topic,
}

/// An act with what goes with it.
struct Doing {
    act: Act,
    place: Where,
    files: Vec<Evidence>,
    /// Written with the act.
    with: Vec<Write>,
    /// Written when it is refused.
    otherwise: Vec<Write>,
}

impl Doing {
    fn new(act: Act) -> Self {
        Self { act, place: Where::Topic, files: Vec::new(), with: Vec::new(), otherwise: Vec::new() }
    }

    /// Posted in the topic too, where the clerk's own words do not say it.
    fn posted(self) -> Self {
        Self { place: Where::Elsewhere, ..self }
    }

    fn with(mut self, writes: impl IntoIterator<Item = Write>) -> Self {
        self.with.extend(writes);
        self
    }
}

impl<'a> InTopic<'a> {
    /// The ticket with its topic in this group; `None` when the group shows no such ticket.
    pub(super) async fn open(turn: Turn<'a>, receipt: &Receipt) -> Result<Option<Self>, Stopped> {
        let store = &turn.office.store;
        let Some(view) = store.topic(receipt).await.map_err(trouble)?.filter(|view| view.chat == turn.group) else { return Ok(None) };
        let ticket = store.ticket(receipt).await.map_err(trouble)?;
        Ok(ticket.map(|ticket| Self { turn, ticket, view }))
    }

    // --- What was said ------------------------------------------------------------------------------------------------

    /// Words, a file, a command.
    pub(super) async fn said(&self) -> Result<StaffHandled, Stopped> {
        if self.ticket.head.queue != self.turn.queue.id {
            return self.refuse(&NotDone::NotYours.text(self.turn.office, Some(&self.ticket)), Vec::new()).await;
        }
        match &self.turn.inbound.what {
            StaffSaid::Text(words) => match hidden(words) {
                Some((name, rest)) => self.command(&name, rest).await,
                None => self.words(words, None).await,
            },
            StaffSaid::Command { name, rest } => self.command(name, rest.trim()).await,
            StaffSaid::File { file, words } => self.file(file, words.as_deref().unwrap_or("")).await,
            StaffSaid::Edited => self.edited().await,
            StaffSaid::Press(_) | StaffSaid::Moved { .. } | StaffSaid::Rights { .. } | StaffSaid::Topic { .. } | StaffSaid::Other => {
                Ok(StaffHandled::default())
            }
        }
    }

    async fn file(&self, file: &Incoming, caption: &str) -> Result<StaffHandled, Stopped> {
        let most = Ability::TELEGRAM.file.unwrap_or(u64::MAX);
        if file.bytes.is_some_and(|bytes| bytes > most) {
            let text = Text::new("desk-file-too-big").with("megabytes", i64::try_from(most / 1_000_000).unwrap_or(i64::MAX));
            return self.refuse(&text, Vec::new()).await;
        }
        let command = hidden(caption).map(|(name, rest)| (Command::read(&name), rest));
        match command {
            Some((Some(Command::Reply), rest)) => self.reply(rest, Some(file)).await,
            Some((Some(Command::Note), rest)) => self.note(rest, Some(file), vec![self.place().clear()]).await,
            _ => self.words(caption, Some(file)).await,
        }
    }

    /// Words without a command are a note, unless the clerk said before what they will be.
    async fn words(&self, words: &str, file: Option<&Incoming>) -> Result<StaffHandled, Stopped> {
        let next = self.next().await?;
        let reason = words.to_owned();
        let act = match (next, file) {
            (Some(Next::Reply), _) => return self.reply(words, file).await,
            (Some(next), Some(_)) if next.continues(self.turn.inbound.at) => return self.reply(words, file).await,
            (Some(Next::Prepared(draft)), None)
                if draft.reason.is_none() && prepared::uses(self.turn.office, &self.ticket, &draft, "reason") =>
            {
                return self.prepare(Draft { reason: Some(reason), ..draft }, None).await;
            }
            (Some(Next::Close { outcome }), None) => Act::Close { outcome, reason },
            (Some(Next::Pass { to }), None) => Act::Transfer { to, reason },
            (Some(Next::Longer { days }), None) => Act::Extend { limit: None, to: Until::Longer(Span::WorkingDays(days)), reason },
            (Some(Next::Until { day }), None) => Act::Extend { limit: None, to: Until::Day(day), reason },
            _ => return self.note(words, file, Vec::new()).await,
        };
        let doing = Doing { otherwise: vec![self.place().clear()], ..Doing::new(act).with([self.place().clear()]) };
        self.perform(doing, None).await
    }

    async fn note(&self, words: &str, file: Option<&Incoming>, with: Vec<Write>) -> Result<StaffHandled, Stopped> {
        let (files, fetch) = self.evidence(file);
        let act = Act::Note { words: words.to_owned(), files: files.iter().map(|file| file.id).collect() };
        let mut doing = Doing { files, ..Doing::new(act).with(fetch).with(with) };
        if !(file.is_some() && words.trim().is_empty() && self.album_goes_on()) {
            let shown: String = words.chars().take(REPEATED).collect();
            let shown = if shown.len() < words.len() { format!("{shown}…") } else { shown };
            let text = Text::new("desk-noted").with("clerk", self.turn.clerk.id.0.clone()).with("words", crate::format::neutral(&shown));
            doing.with.push(self.post(Outbound { text: self.say(&text), ..Outbound::default() }, Signal::Quiet));
        }
        self.perform(doing, None).await
    }

    /// The note before was a file of this clerk, a moment ago: one receipt is enough for both.
    fn album_goes_on(&self) -> bool {
        self.ticket.body.history.last().is_some_and(|last| {
            let mine = last.by == Actor::Clerk(self.turn.clerk.id.clone());
            let file = matches!(&last.what, What::Noted { files, .. } if !files.is_empty());
            mine && file && (self.turn.office.now() - last.at).num_seconds() <= ALBUM
        })
    }

    /// Words and a file go to the person; further files of the same album go the same way.
    async fn reply(&self, words: &str, file: Option<&Incoming>) -> Result<StaffHandled, Stopped> {
        let (files, fetch) = self.evidence(file);
        let act = Act::Reply { words: words.to_owned(), files: files.iter().map(|file| file.id).collect(), prepared: None };
        let mode = match file {
            Some(_) => self.set(Next::Album { at: self.turn.inbound.at }),
            None => self.place().clear(),
        };
        self.perform(Doing { files, ..Doing::new(act).with(fetch).with([mode]) }, None).await
    }

    /// The record of a file, and the job that fetches it.
    fn evidence(&self, file: Option<&Incoming>) -> (Vec<Evidence>, Vec<Write>) {
        let office = self.turn.office;
        let records = file.into_iter().map(|file| Evidence {
            id: office.evidence_id(),
            owner: Owner::Ticket(self.ticket.head.receipt.clone()),
            announced: file.clone(),
            status: FileStatus::Waiting,
            tell: None,
            at: office.now(),
            revision: 1,
        });
        let records: Vec<Evidence> = records.collect();
        let jobs = records.iter().map(|file| {
            let lane = Lane::fetch('t', &file.announced.source, file.id);
            Write::Delivery(Box::new(office.delivery(lane, Parcel::Fetch { evidence: file.id })))
        });
        let jobs = jobs.collect();
        (records, jobs)
    }

    /// What a clerk wrote stands as it was sent; they are told so once in each topic.
    async fn edited(&self) -> Result<StaffHandled, Stopped> {
        let Place { group, thread, user } = self.place();
        let name = format!("edited:{group}:{thread}:{user}");
        if self.turn.office.store.named(&name).await.map_err(trouble)?.is_some() {
            return Ok(StaffHandled::default());
        }
        let text = Text::new("desk-edited").with("clerk", self.turn.clerk.id.0.clone());
        let post = self.post(Outbound { text: self.say(&text), ..Outbound::default() }, Signal::Loud);
        self.keep(vec![post, Write::Named(name, Some("told".to_owned()))]).await
    }

    // --- Commands -----------------------------------------------------------------------------------------------------

    async fn command(&self, name: &str, rest: &str) -> Result<StaffHandled, Stopped> {
        let Some(command) = Command::read(name) else {
            return self.refuse(&Text::new("desk-command-unknown").with("name", name.to_owned()), Vec::new()).await;
        };
        match command {
            Command::Take => self.perform(Doing::new(Act::Take).posted(), None).await,
            Command::Release => self.perform(Doing::new(Act::Release).posted(), None).await,
            Command::Reply if rest.is_empty() => self.await_words(Next::Reply, None).await,
            Command::Reply => self.reply(rest, None).await,
            Command::Note if rest.is_empty() => {
                let text = self.say(&Text::new("desk-mode-ended").with("clerk", self.turn.clerk.id.0.clone()));
                self.keep(vec![self.place().clear(), self.post(Outbound { text, ..Outbound::default() }, Signal::Quiet)]).await
            }
            Command::Note => self.note(rest, None, vec![self.place().clear()]).await,
            Command::Prepared if rest.is_empty() => self.open_menu(Menu::Prepared, None).await,
            Command::Paper if rest.is_empty() => self.open_menu(Menu::Paper, None).await,
            Command::State if rest.is_empty() => self.open_menu(Menu::State, None).await,
            Command::Extend if rest.is_empty() => self.open_menu(Menu::Extend, None).await,
            Command::Pass if rest.is_empty() => self.open_menu(Menu::Pass, None).await,
            Command::Close if rest.is_empty() => self.open_menu(Menu::Close, None).await,
            Command::Prepared => self.command_prepared(rest).await,
            Command::Paper => self.command_paper(rest).await,
            Command::State => self.command_state(rest).await,
            Command::Extend => self.command_extend(rest).await,
            Command::Pass => self.command_pass(rest).await,
            Command::Close => self.command_close(rest).await,
            Command::Card => self.keep(vec![self.fresh_card(None).await?]).await,
            Command::Desk => {
                let message = list::of_queue(self.turn.office, self.turn.queue, 0).await?;
                self.keep(vec![self.post(message, Signal::Loud)]).await
            }
            Command::Help => {
                let text = self.say(&Text::new("desk-help").with("minutes", mode::MINUTES));
                self.keep(vec![self.post(Outbound { text, ..Outbound::default() }, Signal::Loud)]).await
            }
        }
    }

    async fn command_prepared(&self, rest: &str) -> Result<StaffHandled, Stopped> {
        let Some(rules) = self.rules() else { return self.no_rules(None).await };
        let label = |name: &String| prepared::label(&self.ticket, name);
        match begins(rest, &self.named(&rules.replies, String::as_str, label)) {
            Some((name, reason)) => {
                let reason = (!reason.is_empty()).then(|| reason.to_owned());
                self.prepare(Draft { name, paper: None, reason }, None).await
            }
            None => {
                let list: Vec<Value> = rules.replies.iter().map(|name| label(name).into()).collect();
                self.refuse(&Text::new("desk-no-such-reply").with("list", list), Vec::new()).await
            }
        }
    }

    async fn command_paper(&self, rest: &str) -> Result<StaffHandled, Stopped> {
        let Some(rules) = self.rules() else { return self.no_rules(None).await };
        match begins(rest, &self.named(&rules.papers, String::as_str, |paper| crate::intake::paper_text(&self.ticket, paper))) {
            Some((paper, words)) => {
                let words = (!words.is_empty()).then(|| words.to_owned());
                self.perform(Doing::new(Act::AskPaper { paper, words }), None).await
            }
            None => self.refuse(&self.refusal(&Refusal::NoSuchPaper(rules.papers)), Vec::new()).await,
        }
    }

    async fn command_state(&self, rest: &str) -> Result<StaffHandled, Stopped> {
        let Some(rules) = self.rules() else { return self.no_rules(None).await };
        let next = next_states(&rules, &self.ticket);
        match begins(rest, &self.named(&next, StateId::as_str, |state| state_texts(&self.ticket.head.service, state))) {
            Some((to, reason)) if ends(&rules, &to) => self.close_with(to, reason).await,
            Some((to, reason)) => {
                let reason = (!reason.is_empty()).then(|| reason.to_owned());
                self.perform(Doing::new(Act::SetState { to, reason }), None).await
            }
            None => self.refuse(&self.refusal(&Refusal::NoSuchState(next)), Vec::new()).await,
        }
    }

    async fn command_close(&self, rest: &str) -> Result<StaffHandled, Stopped> {
        let Some(rules) = self.rules() else { return self.no_rules(None).await };
        let outcomes = outcomes(&rules);
        match begins(rest, &self.named(&outcomes, StateId::as_str, |state| state_texts(&self.ticket.head.service, state))) {
            Some((outcome, reason)) => self.close_with(outcome, reason).await,
            None => self.refuse(&self.refusal(&Refusal::NoSuchState(outcomes)), Vec::new()).await,
        }
    }

    async fn close_with(&self, outcome: StateId, reason: &str) -> Result<StaffHandled, Stopped> {
        match reason {
            "" => self.await_words(Next::Close { outcome }, None).await,
            reason => self.perform(Doing::new(Act::Close { outcome, reason: reason.to_owned() }), None).await,
        }
    }

    async fn command_pass(&self, rest: &str) -> Result<StaffHandled, Stopped> {
        let office = self.turn.office;
        let queues: Vec<QueueId> = office.queues().iter().map(|queue| queue.id.clone()).collect();
        match begins(rest, &self.named(&queues, QueueId::as_str, |queue| office.queue_name(queue))) {
            Some((to, "")) => self.await_words(Next::Pass { to }, None).await,
            Some((to, reason)) => self.perform(Doing::new(Act::Transfer { to, reason: reason.to_owned() }), None).await,
            None => {
                let others = queues.into_iter().filter(|queue| *queue != self.ticket.head.queue).collect();
                self.refuse(&NotDone::NoQueue(others).text(office, Some(&self.ticket)), Vec::new()).await
            }
        }
    }

    async fn command_extend(&self, rest: &str) -> Result<StaffHandled, Stopped> {
        let Some((to, reason)) = until(rest, self.turn.office.now()) else {
            return self.refuse(&Text::new("desk-no-such-day"), Vec::new()).await;
        };
        match (reason, to) {
            ("", Until::Longer(Span::WorkingDays(days))) => self.await_words(Next::Longer { days }, None).await,
            ("", Until::Day(day)) => self.await_words(Next::Until { day }, None).await,
            (reason, to) => self.perform(Doing::new(Act::Extend { limit: None, to, reason: reason.to_owned() }), None).await,
        }
    }

    /// Things with the names that a clerk may type for them: the id, and the label in every language.
    fn named<T: Clone>(&self, things: &[T], id: impl Fn(&T) -> &str, label: impl Fn(&T) -> Text) -> Vec<Named<T>> {
        let script = self.turn.office.script.load();
        let names = |thing: &T| {
            let label = label(thing);
            let labels = script.texts.languages().map(|language| crate::message::plain(&script.texts.say(language, &label)));
            std::iter::once(id(thing).to_owned()).chain(labels).collect()
        };
        things.iter().map(|thing| (thing.clone(), names(thing))).collect()
    }

    // --- Presses ------------------------------------------------------------------------------------------------------

    /// A button of the card or of a menu. Whether it still holds is looked at now.
    pub(super) async fn pressed(&self, wish: Wish, on: Option<i64>) -> Result<StaffHandled, Stopped> {
        if self.ticket.head.queue != self.turn.queue.id {
            return Ok(alert(self.turn.office, &self.turn.clerk.language, &NotDone::NotYours.text(self.turn.office, Some(&self.ticket))));
        }
        match wish {
            Wish::Take => self.perform(Doing::new(Act::Take).posted(), on).await,
            Wish::Release => self.perform(Doing::new(Act::Release).posted(), on).await,
            Wish::Called => self.perform(Doing::new(Act::CallBack).posted(), on).await,
            Wish::Reply => self.await_words(Next::Reply, on).await,
            Wish::Open(menu) => self.open_menu(menu, on).await,
            Wish::Pick(pick) => self.pick(pick, on).await,
            Wish::Send { guard } => self.send(guard, on).await,
            Wish::Back | Wish::Show | Wish::Listed => {
                let looked = matches!(self.next().await?, Some(Next::Prepared(_)));
                let mut writes = vec![self.fresh_card(on).await?];
                writes.extend(looked.then(|| self.place().clear()));
                self.keep(writes).await
            }
            Wish::Cancel => self.cancel(on).await,
        }
    }

    async fn pick(&self, pick: Pick, on: Option<i64>) -> Result<StaffHandled, Stopped> {
        let Some(rules) = self.rules() else { return self.no_rules(on).await };
        if pick.guard != guard(&self.ticket) {
            return self.stale(on).await;
        }
        let office = self.turn.office;
        match pick.of {
            Choice::Prepared => match rules.replies.get(pick.n) {
                Some(name) => self.prepare(Draft { name: name.clone(), ..Draft::default() }, on).await,
                None => self.stale(on).await,
            },
            Choice::Fill => match (self.next().await?, rules.papers.get(pick.n)) {
                (Some(Next::Prepared(draft)), Some(paper)) => self.prepare(Draft { paper: Some(paper.clone()), ..draft }, on).await,
                _ => self.stale(on).await,
            },
            Choice::Paper => match rules.papers.get(pick.n) {
                Some(paper) => self.perform(Doing::new(Act::AskPaper { paper: paper.clone(), words: None }), on).await,
                None => self.stale(on).await,
            },
            Choice::State => match next_states(&rules, &self.ticket).get(pick.n) {
                Some(to) if ends(&rules, to) => self.await_words(Next::Close { outcome: to.clone() }, on).await,
                Some(to) => self.perform(Doing::new(Act::SetState { to: to.clone(), reason: None }), on).await,
                None => self.stale(on).await,
            },
            Choice::Outcome => match outcomes(&rules).get(pick.n) {
                Some(outcome) => self.await_words(Next::Close { outcome: outcome.clone() }, on).await,
                None => self.stale(on).await,
            },
            Choice::Queue => match office.all_queues().get(pick.n).filter(|queue| office.open_queue(&queue.id).is_some()) {
                Some(queue) => self.await_words(Next::Pass { to: queue.id.clone() }, on).await,
                None => self.stale(on).await,
            },
            Choice::Days => match u32::try_from(pick.n).ok().filter(|days| menu::DAYS.contains(days)) {
                Some(days) => self.await_words(Next::Longer { days }, on).await,
                None => self.stale(on).await,
            },
        }
    }

    async fn open_menu(&self, menu: Menu, on: Option<i64>) -> Result<StaffHandled, Stopped> {
        let Some(rules) = self.rules() else { return self.no_rules(on).await };
        if menu != Menu::Prepared && self.ticket.head.closed.is_some() {
            return self.refuse_with_card(&self.refusal(&Refusal::Closed), on).await;
        }
        let card = card::card(self.turn.office, &self.ticket, &self.files().await?);
        match menu::shown(self.turn.office, &self.ticket, &rules, (menu, card)) {
            Ok(message) => self.keep(vec![self.post(Outbound { replaces: on, ..message }, Signal::Loud)]).await,
            Err(why) => self.refuse_with_card(&why, on).await,
        }
    }

    /// The next message of the clerk will be this; the topic is told, and a menu that led here becomes the card again.
    async fn await_words(&self, next: Next, on: Option<i64>) -> Result<StaffHandled, Stopped> {
        let closed = self.ticket.head.closed.is_some();
        if closed && matches!(next, Next::Close { .. } | Next::Pass { .. } | Next::Longer { .. } | Next::Until { .. }) {
            return self.refuse_with_card(&self.refusal(&Refusal::Closed), on).await;
        }
        if matches!(&next, Next::Pass { to } if *to == self.ticket.head.queue) {
            return self.refuse_with_card(&self.refusal(&Refusal::SameQueue), on).await;
        }
        if matches!(next, Next::Longer { .. } | Next::Until { .. }) && crate::ticket::due::next_limit(&self.ticket.head).is_none() {
            return self.refuse_with_card(&self.refusal(&Refusal::NoLimit), on).await;
        }
        let text = self.announcement(&next).with("clerk", self.turn.clerk.id.0.clone()).with("minutes", mode::MINUTES);
        let buttons = vec![vec![menu::button(self.turn.office, &self.ticket, "cancel", &self.token(Wish::Cancel))]];
        let message = Outbound { text: self.say(&text), buttons, ..Outbound::default() };
        let reply = next == Next::Reply;
        let mut writes = vec![self.set(next), self.post(message, Signal::Loud)];
        if on.is_some() && !reply {
            writes.push(self.fresh_card(on).await?);
        }
        self.keep(writes).await?;
        Ok(self.toast(if reply { "desk-toast-reply" } else { "desk-toast-words" }))
    }

    fn announcement(&self, next: &Next) -> Text {
        let state = |state| state_texts(&self.ticket.head.service, state);
        match next {
            Next::Reply | Next::Album { .. } => Text::new("desk-mode-reply"),
            Next::Close { outcome } => Text::new("desk-mode-close").with("outcome", state(outcome)),
            Next::Pass { to } => Text::new("desk-mode-pass").with("to", self.turn.office.queue_name(to)),
            Next::Longer { days } => {
                let day = menu::later(self.turn.office, &self.ticket, *days).map_or_else(|| Value::from(""), Value::Day);
                Text::new("desk-mode-extend").with("day", day)
            }
            Next::Until { day } => Text::new("desk-mode-extend").with("day", *day),
            Next::Prepared(draft) => Text::new("desk-mode-prepared").with("reply", prepared::label(&self.ticket, &draft.name)),
        }
    }

    async fn cancel(&self, on: Option<i64>) -> Result<StaffHandled, Stopped> {
        if self.next().await?.is_none() {
            return Ok(self.toast("desk-toast-stale"));
        }
        let text = self.say(&Text::new("desk-mode-ended").with("clerk", self.turn.clerk.id.0.clone()));
        let post = self.post(Outbound { text, replaces: on, ..Outbound::default() }, Signal::Loud);
        self.keep(vec![self.place().clear(), post]).await
    }

    // --- Prepared replies ---------------------------------------------------------------------------------------------

    /// Fills in a prepared reply: asks for what is missing, else shows what would go out.
    async fn prepare(&self, draft: Draft, on: Option<i64>) -> Result<StaffHandled, Stopped> {
        let Some(rules) = self.rules() else { return self.no_rules(on).await };
        if !rules.replies.contains(&draft.name) {
            return self.stale(on).await;
        }
        let office = self.turn.office;
        match prepared::fill(office, &self.ticket, &rules, &draft) {
            Filled::Missing(what) => {
                let list: Vec<Value> = what.into_iter().map(Value::from).collect();
                self.refuse_with_card(&Text::new("desk-prepared-missing").with("list", list), on).await
            }
            Filled::WantsPaper => {
                let card = card::card(office, &self.ticket, &self.files().await?);
                match menu::shown(office, &self.ticket, &rules, (Menu::Fill, card)) {
                    Ok(message) => {
                        let post = self.post(Outbound { replaces: on, ..message }, Signal::Loud);
                        self.keep(vec![self.set(Next::Prepared(draft)), post]).await
                    }
                    Err(why) => self.refuse_with_card(&why, on).await,
                }
            }
            Filled::WantsReason => self.await_words(Next::Prepared(draft), on).await,
            Filled::Ready(text) => {
                let language = Text::new(format!("language-{}", self.ticket.head.language.0));
                let preview = Text::new("desk-preview")
                    .with("reply", prepared::label(&self.ticket, &draft.name))
                    .with("language", language)
                    .with("words", text);
                let send = self.token(Wish::Send { guard: guard(&self.ticket) });
                let row = [("send", send), ("back", self.token(Wish::Back))]
                    .map(|(name, token)| menu::button(office, &self.ticket, name, &token))
                    .to_vec();
                let message = Outbound { text: self.say(&preview), buttons: vec![row], replaces: on, ..Outbound::default() };
                self.keep(vec![self.set(Next::Prepared(draft)), self.post(message, Signal::Loud)]).await
            }
        }
    }

    /// The prepared reply that this clerk looked at goes out in the person's language.
    async fn send(&self, guarded: usize, on: Option<i64>) -> Result<StaffHandled, Stopped> {
        let Some(rules) = self.rules() else { return self.no_rules(on).await };
        let Some(Next::Prepared(draft)) = self.next().await? else { return self.stale(on).await };
        if guarded != guard(&self.ticket) || !rules.replies.contains(&draft.name) {
            return self.stale(on).await;
        }
        let Filled::Ready(text) = prepared::fill(self.turn.office, &self.ticket, &rules, &draft) else { return self.stale(on).await };
        let words = crate::message::plain(&say(self.turn.office, &self.ticket.head.language, &text));
        let act = Act::Reply { words, files: Vec::new(), prepared: Some(draft.name) };
        self.perform(Doing::new(act).with([self.place().clear()]), on).await
    }

    // --- Doing and answering ------------------------------------------------------------------------------------------

    /// Does an act. A menu that led to it becomes the card again; a refusal is said where the clerk looks.
    async fn perform(&self, doing: Doing, on: Option<i64>) -> Result<StaffHandled, Stopped> {
        if self.rules().is_none() {
            return self.no_rules(on).await;
        }
        let office = self.turn.office;
        let Doing { act, place, files, with, otherwise } = doing;
        let request = Request {
            by: By::Clerk(self.turn.clerk.id.clone()),
            receipt: self.ticket.head.receipt.clone(),
            act,
            place,
            event: Some(self.turn.inbound.event.clone()),
            files,
        };
        // The pinned card is brought up to date anyway.
        let other = on.filter(|on| self.view.card != Some(*on));
        let evidence = if other.is_some() { self.files().await? } else { Vec::new() };
        let also = |ticket: &Ticket| {
            let mut writes = with.clone();
            writes.extend(other.map(|on| {
                let message = Outbound { replaces: Some(on), ..card::card(office, ticket, &evidence) };
                self.post(message, Signal::Loud)
            }));
            writes
        };
        match perform_with(office, request, &also).await {
            Ok(_) => Ok(self.toast("desk-toast-done")),
            Err(NotDone::Before) => Err(Stopped::Before),
            Err(NotDone::Trouble(why)) => Err(Stopped::Trouble(trouble(why))),
            Err(refused @ (NotDone::NoTicket | NotDone::NotYours | NotDone::NoOther | NotDone::NoQueue(_) | NotDone::Refused(_))) => {
                let text = refused.text(office, Some(&self.ticket));
                // Words that are missing or too long can be written again.
                let again = matches!(refused, NotDone::Refused(Refusal::NoWords | Refusal::TooLong));
                let writes = if again { Vec::new() } else { otherwise };
                match self.turn.inbound.what {
                    StaffSaid::Press(_) => self.refuse_with_card(&text, on).await,
                    _ => self.refuse(&text, writes).await,
                }
            }
        }
    }

    /// Says why not: shortly to a press, in the topic to words.
    async fn refuse(&self, why: &Text, mut writes: Vec<Write>) -> Result<StaffHandled, Stopped> {
        if matches!(self.turn.inbound.what, StaffSaid::Press(_)) {
            return Ok(alert(self.turn.office, &self.turn.clerk.language, why));
        }
        writes.push(self.post(Outbound { text: self.say(why), ..Outbound::default() }, Signal::Loud));
        self.keep(writes).await
    }

    /// The same; what was pressed becomes the card as it is now.
    async fn refuse_with_card(&self, why: &Text, on: Option<i64>) -> Result<StaffHandled, Stopped> {
        if on.is_some() {
            self.keep(vec![self.fresh_card(on).await?]).await?;
        }
        self.refuse(why, Vec::new()).await
    }

    /// The button is of an earlier moment.
    async fn stale(&self, on: Option<i64>) -> Result<StaffHandled, Stopped> {
        self.refuse_with_card(&Text::new("desk-toast-stale"), on).await
    }

    /// The dialog of the service is gone: nothing can be decided by it.
    async fn no_rules(&self, on: Option<i64>) -> Result<StaffHandled, Stopped> {
        tracing::error!(service = %self.ticket.head.service, "a ticket's service has no dialog any more");
        self.refuse_with_card(&Text::new("act-refused-trouble"), on).await
    }

    async fn keep(&self, writes: Vec<Write>) -> Result<StaffHandled, Stopped> {
        commit(self.turn.office, &self.turn.inbound.event, writes).await?;
        Ok(StaffHandled::default())
    }

    fn post(&self, message: Outbound, signal: Signal) -> Write {
        let parcel = Parcel::Post { receipt: self.ticket.head.receipt.clone(), message, signal };
        Write::Delivery(Box::new(self.turn.office.delivery(Lane::Group(self.turn.group), parcel)))
    }

    async fn fresh_card(&self, on: Option<i64>) -> Result<Write, Stopped> {
        let card = card::card(self.turn.office, &self.ticket, &self.files().await?);
        Ok(self.post(Outbound { replaces: on, ..card }, Signal::Loud))
    }

    async fn files(&self) -> Result<Vec<Evidence>, Stopped> {
        let mut files = Vec::new();
        for id in crate::ticket::files(&self.ticket) {
            files.extend(self.turn.office.store.evidence(id).await.map_err(trouble)?);
        }
        Ok(files)
    }

    fn rules(&self) -> Option<Submit> {
        self.turn.office.script.load().flows.get(&self.ticket.head.service).and_then(|flow| flow.submit.clone())
    }

    fn refusal(&self, refusal: &Refusal) -> Text {
        refusal_text(self.turn.office, &self.ticket, refusal)
    }

    fn say(&self, text: &Text) -> String {
        say(self.turn.office, &self.turn.queue.language, text)
    }

    fn toast(&self, name: &str) -> StaffHandled {
        match self.turn.inbound.what {
            StaffSaid::Press(_) => toast(self.turn.office, &self.turn.clerk.language, &Text::new(name)),
            _ => StaffHandled::default(),
        }
    }

    fn token(&self, wish: Wish) -> Token {
        Token::On(self.ticket.head.receipt.clone(), wish)
    }

    fn place(&self) -> Place {
        Place { group: self.turn.group, thread: self.view.thread, user: self.turn.user }
    }

    async fn next(&self) -> Result<Option<Next>, Stopped> {
        Ok(self.place().next(self.turn.office, &self.ticket.head.receipt).await?)
    }

    fn set(&self, next: Next) -> Write {
        self.place().set(self.turn.office, &self.ticket.head.receipt, next)
    }
}

/// States that may follow now.
pub(crate) fn next_states(rules: &Submit, ticket: &Ticket) -> Vec<StateId> {
    rules.states.get(&ticket.head.state).map(|state| state.next.clone()).unwrap_or_default()
}

/// Whether reaching a state ends the ticket: it is an outcome and nothing follows it. Then the person is told a reason.
pub(crate) fn ends(rules: &Submit, state: &StateId) -> bool {
    rules.states.get(state).is_some_and(|state| state.outcome && state.next.is_empty())
}
