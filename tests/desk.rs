//! Two-sided stories: a person on Telegram, clerks in their groups, and what each of them sees. After every story all that
//! ever went to a staff group is searched for personal answers.

mod acts;
mod copy;
mod corrections;
mod group;
mod late;
mod limits;
mod replies;
mod rights;

use crate::support::office::{House, message, press};
use ip_office_bot::desk::staff::StaffHandled;
use ip_office_bot::id::Receipt;
use ip_office_bot::message::{Button, Outbound, Said, StaffSaid, plain};
use ip_office_bot::store::{Delivery, Lane, Parcel};

/// What the persons of the stories answer to personal questions.
const NAME: &str = "Zhang Wei";
const PHONE: &str = "13800138000";

/// A person with the buttons that they see.
struct Person<'h> {
    house: &'h House,
    chat: i64,
    language: &'static str,
}

/// What was seen after something was done.
struct Seen {
    handled: StaffHandled,
    sent: Vec<Delivery>,
}

impl Seen {
    fn texts(&self, wanted: impl Fn(&Lane) -> bool) -> Vec<String> {
        let messages = self.sent.iter().filter(|delivery| wanted(&delivery.lane)).filter_map(message);
        messages.map(|message| if message.file.is_some() { "(file)".to_owned() } else { plain(&message.text) }).collect()
    }

    /// What persons got.
    fn person(&self) -> Vec<String> {
        self.texts(|lane| matches!(lane, Lane::Person(_)))
    }

    /// What a group got, without cards.
    fn group(&self, group: i64) -> Vec<String> {
        self.texts(|lane| *lane == Lane::Group(group))
    }

    /// What a clerk got in private.
    fn clerk(&self, chat: i64) -> Vec<String> {
        self.texts(|lane| *lane == Lane::Clerk(chat))
    }

    /// The last message to a group that has buttons.
    fn menu(&self) -> &Outbound {
        let messages = self.sent.iter().filter(|delivery| !matches!(delivery.lane, Lane::Person(_))).filter_map(message);
        messages.rev().find(|message| !message.buttons.is_empty()).expect("a message with buttons")
    }

    /// The token of a button of that message.
    fn token(&self, label: &str) -> String {
        token(self.menu(), label)
    }

    fn cards(&self) -> usize {
        self.sent.iter().filter(|delivery| matches!(delivery.parcel, Parcel::Card { .. })).count()
    }

    fn toast(&self) -> &str {
        self.handled.toast.as_deref().unwrap_or("")
    }
}

fn token(message: &Outbound, label: &str) -> String {
    let all: Vec<&Button> = message.buttons.iter().flatten().collect();
    let found = all.iter().find(|button| button.label.contains(label));
    found.unwrap_or_else(|| panic!("no button {label} among {:?}", all.iter().map(|b| &b.label).collect::<Vec<_>>())).token.clone()
}

impl<'h> Person<'h> {
    fn english(house: &'h House) -> Self {
        Self { house, chat: 501, language: "en" }
    }

    /// Types lines, presses `[buttons]`, gives `/commands`, sends a `(picture)`.
    async fn does(&self, lines: &[&str]) -> Seen {
        let mut all = Vec::new();
        for line in lines {
            self.house.clock.pass(chrono::Duration::seconds(20));
            let what = if let Some(label) = line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
                Said::Press(press(self.button(label), 1))
            } else if let Some(command) = line.strip_prefix('/') {
                let (name, rest) = command.split_once(' ').unwrap_or((command, ""));
                Said::Command { name: name.to_owned(), rest: rest.to_owned() }
            } else if let Some(name) = line.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')) {
                Said::File { file: crate::support::office::file("jpeg", name), words: None, album: None }
            } else {
                Said::Text((*line).to_owned())
            };
            self.house.person(self.chat, self.language, what).await;
            all.extend(self.house.sent().await);
        }
        Seen { handled: StaffHandled::default(), sent: all }
    }

    /// Edits a message sent before.
    async fn edits(&self, message: i64, text: &str) -> Seen {
        self.house.clock.pass(chrono::Duration::seconds(20));
        let event = self.house.event();
        self.house.person_in(self.chat, self.language, (event, Some(message), Said::Edited { text: text.to_owned() })).await;
        Seen { handled: StaffHandled::default(), sent: self.house.sent().await }
    }

    fn button(&self, label: &str) -> String {
        let sent = self.house.ever_sent();
        let mine = |delivery: &&Delivery| matches!(&delivery.lane, Lane::Person(route) if route.chat == self.chat);
        let messages: Vec<&Outbound> = sent.iter().rev().filter(mine).filter_map(message).collect();
        let mut buttons = messages.iter().flat_map(|message| message.buttons.iter().flatten());
        let found = buttons.find(|button| button.label.starts_with(label) || button.label.ends_with(label));
        found.unwrap_or_else(|| panic!("no button {label}; last: {:?}", messages.first())).token.clone()
    }

    /// Reports a counterfeit with name and phone.
    async fn reports(&self) -> Receipt {
        self.reports_as("[With my name]").await
    }

    async fn reports_as(&self, how: &str) -> Receipt {
        let mut lines = vec!["/start counterfeit-report", how];
        lines.extend(["[▫️ Forged certificate]", "[Done (1 chosen)]", "Hair dryer A-200", "ZL 2013 1 0113186.8", "shop", "hongshan"]);
        lines.extend(["Zhongnan Road 5, call me 13800138000", "yesterday", "I bought one and the number does not exist anywhere I looked"]);
        lines.extend(["(photo.jpg)", "[Done (1)]"]);
        if !how.contains("Anonym") {
            lines.extend(["[I agree]", NAME, "138 0013 8000", "no"]);
        }
        lines.push("[Send]");
        self.sends(&lines).await
    }

    /// Asks for a person at the desk.
    async fn asks(&self) -> Receipt {
        self.sends(&["/start human-contact", "I got a letter about a patent", "[Send]"]).await
    }

    async fn sends(&self, lines: &[&str]) -> Receipt {
        let seen = self.does(lines).await;
        let texts = seen.person();
        let receipt = texts.iter().rev().find_map(|text| text.split_whitespace().find_map(|word| Receipt::read(word).ok()));
        receipt.unwrap_or_else(|| panic!("no receipt: {texts:#?}"))
    }
}

/// A clerk, or a stranger, in the topic of a ticket.
#[derive(Clone, Copy)]
struct At<'h> {
    house: &'h House,
    receipt: &'h Receipt,
    user: Option<i64>,
}

impl<'h> At<'h> {
    fn new(house: &'h House, receipt: &'h Receipt, user: i64) -> Self {
        Self { house, receipt, user: Some(user) }
    }

    async fn does(&self, what: StaffSaid) -> Seen {
        let topic = self.house.topic(self.receipt).await;
        self.house.clock.pass(chrono::Duration::seconds(20));
        let handled = self.house.staff(topic.chat, Some(topic.thread), (self.user, what)).await;
        Seen { handled, sent: self.house.sent().await }
    }

    /// Words, or a `/command`.
    async fn says(&self, line: &str) -> Seen {
        match line.strip_prefix('/') {
            Some(command) => {
                let (name, rest) = command.split_once(' ').unwrap_or((command, ""));
                self.does(StaffSaid::Command { name: name.to_owned(), rest: rest.to_owned() }).await
            }
            None => self.does(StaffSaid::Text(line.to_owned())).await,
        }
    }

    /// Presses what stands on the card.
    async fn presses_card(&self, name: &str) -> Seen {
        let card = self.house.topic(self.receipt).await.card.expect("a card");
        self.does(StaffSaid::Press(press(format!("d:{name}:{}", self.receipt), card))).await
    }

    /// Presses a button that was seen, on another message than the card.
    async fn presses(&self, token: &str) -> Seen {
        self.does(StaffSaid::Press(press(token, 777))).await
    }

    async fn sends(&self, source: &str, caption: Option<&str>) -> Seen {
        let file = crate::support::office::file(source, "IMG_1.jpg");
        self.does(StaffSaid::File { file, words: caption.map(str::to_owned) }).await
    }
}

/// Nothing that a person answered to a personal question ever went to a staff group.
async fn nothing_personal_in_groups(house: &House) {
    house.sent().await;
    let mut looked = 0;
    for delivery in house.ever_sent() {
        let Lane::Group(_) = delivery.lane else { continue };
        let mut texts: Vec<String> = message(&delivery).map(|message| format!("{message:?}")).into_iter().collect();
        if let Parcel::Card { receipt } | Parcel::Post { receipt, .. } = &delivery.parcel {
            let ticket = house.ticket(receipt).await;
            let mut evidence = Vec::new();
            for id in ip_office_bot::ticket::files(&ticket) {
                evidence.extend(house.office.store.evidence(id).await.expect("the store reads"));
            }
            texts.push(ip_office_bot::desk::card::topic_name(&house.office, &ticket));
            texts.push(format!("{:?}", ip_office_bot::desk::card::card(&house.office, &ticket, &evidence)));
        }
        for text in texts {
            looked += 1;
            let bare: String = text.chars().filter(|sign| !sign.is_whitespace() && *sign != '-').collect();
            assert!(!text.contains(NAME) && !text.contains("Zhang") && !bare.contains(PHONE), "personal words in a group: {text}");
            assert!(!text.contains("photo.jpg") && !text.contains("501"), "a name of a file or a chat in a group: {text}");
        }
    }
    assert!(looked > 0, "nothing was looked at");
    assert_eq!(house.office.script.load().texts.missing(), 0, "a text or one of its arguments is missing");
}
