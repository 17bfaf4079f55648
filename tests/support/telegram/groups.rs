//! Staff groups with topics, and their members.

use super::acts::*;
use super::chats::{create_topic, remove_topic, set_topic};
use super::model::*;
use super::people::Person;
use super::record::{Seen, SeenAs};
use super::screen::{NoSuchButton, ShownMessage, shown, transcript};
use super::{Shared, lock};
use serde_json::{Map, Value, json};
use std::sync::Arc;
use std::time::Duration;

/// A staff group. Cheap to clone.
#[derive(Clone)]
pub struct Forum {
    shared: Arc<Shared>,
    pub id: i64,
}

/// A topic as the members see it.
#[derive(Debug, Clone)]
pub struct Topic {
    pub id: i64,
    pub name: String,
    pub closed: bool,
    pub icon: Option<String>,
}

impl Forum {
    pub(super) fn new(shared: Arc<Shared>, id: i64, title: &str, kind: Kind) -> Self {
        shared.with(|state| state.chats.entry(id).or_insert_with(|| Chat::new(id, kind, title)).kind = kind);
        Forum { shared, id }
    }

    fn change(&self, change: impl FnOnce(&mut Chat)) {
        self.shared.with(|state| state.chats.get_mut(&self.id).map(change));
    }

    /// An ordinary member.
    pub fn member(&self, person: &Person) -> Member {
        self.with_standing(person, Standing::Member)
    }

    pub fn admin(&self, person: &Person) -> Member {
        self.with_standing(person, Standing::Administrator(Rights::ALL))
    }

    pub fn creator(&self, person: &Person) -> Member {
        self.with_standing(person, Standing::Creator)
    }

    /// An administrator who writes in the name of the group.
    pub fn anonymous(&self) -> Member {
        Member { forum: self.clone(), sender: Sender::Anonymous }
    }

    fn with_standing(&self, person: &Person, standing: Standing) -> Member {
        self.change(|chat| {
            chat.members.insert(person.id, standing);
        });
        Member { forum: self.clone(), sender: Sender::Person(person.id) }
    }

    pub fn topics(&self) -> Vec<Topic> {
        let state = lock(&self.shared.state);
        let topic = |(id, t): (&i64, &TopicState)| Topic { id: *id, name: t.name.clone(), closed: t.closed, icon: t.icon_emoji.clone() };
        state.chats.get(&self.id).map(|c| c.topics.iter().map(topic).collect()).unwrap_or_default()
    }

    /// The topic whose name contains this.
    pub fn topic(&self, part: &str) -> Option<Topic> {
        self.topics().into_iter().find(|t| t.name.contains(part))
    }

    /// Messages of one topic in order, service messages included.
    pub fn topic_messages(&self, topic: i64) -> Vec<ShownMessage> {
        self.messages().into_iter().filter(|m| m.topic == Some(topic)).collect()
    }

    /// Messages outside of topics.
    pub fn general_messages(&self) -> Vec<ShownMessage> {
        self.messages().into_iter().filter(|m| m.topic.is_none()).collect()
    }

    pub fn messages(&self) -> Vec<ShownMessage> {
        shown(&lock(&self.shared.state), self.id)
    }

    /// The whole group as text.
    pub fn transcript(&self) -> String {
        transcript(&self.messages())
    }

    /// Everything ever shown in the group.
    pub fn history(&self) -> Vec<Seen> {
        lock(&self.shared.state).record.seen.iter().filter(|s| s.chat == self.id).cloned().collect()
    }

    /// A member deletes a topic with its messages; the bot is not told.
    pub fn delete_topic(&self, topic: i64) {
        self.shared.with(|state| remove_topic(state, self.id, topic));
    }

    /// Somebody closes a topic.
    pub fn close_topic(&self, topic: i64) {
        self.set_closed(topic, "forum_topic_closed");
    }

    pub fn reopen_topic(&self, topic: i64) {
        self.set_closed(topic, "forum_topic_reopened");
    }

    fn set_closed(&self, topic: i64, service: &str) {
        self.shared.with(|state| {
            let Some(mut new) = state.chats.get(&self.id).and_then(|c| c.topics.get(&topic)).cloned() else {
                return;
            };
            new.closed = service == "forum_topic_closed";
            let content = Map::from_iter([(service.to_owned(), json!({}))]);
            set_topic(state, self.id, (topic, new), Sender::Anonymous, content);
        });
    }

    /// Somebody gives a topic another name.
    pub fn rename_topic(&self, topic: i64, name: &str) {
        self.shared.with(|state| {
            let Some(mut new) = state.chats.get(&self.id).and_then(|c| c.topics.get(&topic)).cloned() else {
                return;
            };
            new.name = name.to_owned();
            let content = Map::from_iter([("forum_topic_edited".to_owned(), json!({"name": name}))]);
            set_topic(state, self.id, (topic, new), Sender::Anonymous, content);
        });
    }

    /// Somebody other than the bot opens a topic. Returns its id.
    pub fn opens_topic(&self, by: &Member, name: &str) -> i64 {
        let topic = TopicState { name: name.into(), closed: false, by_bot: false, icon_color: 7_322_096, icon_emoji: None };
        self.shared.with(|state| create_topic(state, self.id, by.sender, topic)["message_thread_id"].as_i64().unwrap_or(0))
    }

    /// The owner switches topics off: the group is no forum any more.
    pub fn switch_topics_off(&self) {
        self.change(|chat| chat.kind = Kind::Supergroup);
    }

    /// The group gets a new id, with everything in it; calls to the old one are told the new. Returns the new group.
    pub fn migrate_to(&self, new_id: i64) -> Forum {
        self.shared.with(|state| {
            let Some(old) = state.chats.get(&self.id) else {
                return;
            };
            let mut new = old.clone();
            new.id = new_id;
            if new.kind == Kind::Group {
                new.kind = Kind::Supergroup;
            }
            state.chats.insert(new_id, new);
            let object = state.chat_object(new_id);
            for kept in state.chats.get_mut(&new_id).map(|c| c.messages.values_mut()).into_iter().flatten() {
                kept.json["chat"] = object.clone();
            }
            for (at, key, other) in [(self.id, "migrate_to_chat_id", new_id), (new_id, "migrate_from_chat_id", self.id)] {
                let content = Map::from_iter([(key.to_owned(), json!(other))]);
                let message = state.post(at, Sender::Anonymous, Draft { content, service: true, ..Draft::default() });
                state.update("message", message, at);
            }
            if let Some(old) = state.chats.get_mut(&self.id) {
                old.migrated_to = Some(new_id);
            }
        });
        Forum { shared: self.shared.clone(), id: new_id }
    }

    /// The bot becomes an ordinary member: no topics, and with privacy mode it hears only commands and replies to it.
    pub fn demote_bot(&self) {
        self.set_bot(Standing::Member);
    }

    pub fn promote_bot(&self) {
        self.set_bot(Standing::Administrator(Rights::ALL));
    }

    /// Takes away or gives single rights.
    pub fn set_bot_rights(&self, rights: Rights) {
        self.set_bot(Standing::Administrator(rights));
    }

    pub fn kick_bot(&self) {
        self.set_bot(Standing::Kicked);
    }

    fn set_bot(&self, new: Standing) {
        self.shared.with(|state| {
            let Some(chat) = state.chats.get_mut(&self.id) else {
                return;
            };
            let old = std::mem::replace(&mut chat.bot, new);
            standing_changed(state, self.id, ANONYMOUS_ADMIN, (old, new));
        });
    }

    pub fn bot_is_inside(&self) -> bool {
        lock(&self.shared.state).chats.get(&self.id).is_some_and(|c| c.bot.inside())
    }

    /// The group is deleted.
    pub fn is_deleted(&self) {
        self.change(|chat| chat.gone = true);
    }

    /// Waits until a topic whose name contains this exists; panics with the group when it does not come.
    pub async fn wait_for_topic(&self, part: &str, timeout: Duration) -> Topic {
        let found = self.shared.wait(timeout, |state| {
            let topics = &state.chats.get(&self.id)?.topics;
            let (id, topic) = topics.iter().find(|(_, t)| t.name.contains(part))?;
            Some(Topic { id: *id, name: topic.name.clone(), closed: topic.closed, icon: topic.icon_emoji.clone() })
        });
        found.await.unwrap_or_else(|| panic!("waited {timeout:?} for a topic {part:?}, have {:?}", self.topics()))
    }

    /// Waits for a message of the bot in a topic (`None`: outside of topics) that contains this.
    pub async fn wait_for_in(&self, topic: Option<i64>, part: &str, timeout: Duration) -> ShownMessage {
        let found = self.shared.wait(timeout, |state| {
            let fits = |m: &ShownMessage| m.from_bot && m.topic == topic && m.text.contains(part);
            shown(state, self.id).into_iter().rev().find(fits)
        });
        found.await.unwrap_or_else(|| panic!("waited {timeout:?} for {part:?} in topic {topic:?} of\n{}", self.transcript()))
    }
}

/// Somebody in a group.
#[derive(Clone)]
pub struct Member {
    forum: Forum,
    sender: Sender,
}

impl Member {
    fn id(&self) -> i64 {
        match self.sender {
            Sender::Person(id) => id,
            _ => ANONYMOUS_ADMIN,
        }
    }

    fn send(&self, make: impl FnOnce(&mut State) -> Outgoing) -> i64 {
        let chat = self.forum.id;
        self.forum.shared.with(|state| {
            let Outgoing { content, topic, reply_to, media_group } = make(state);
            let draft = Draft { content, thread: topic, reply_to, media_group, ..Draft::default() };
            let message = state.post(chat, self.sender, draft);
            if let Sender::Person(id) = self.sender {
                let sequence = state.sequence;
                state.people.entry(id).or_default().mark = sequence;
            }
            let id = message["message_id"].as_i64().unwrap_or(0);
            if state.bot_sees(chat, &message) {
                state.update("message", message, chat);
            }
            id
        })
    }

    /// Writes in a topic. Returns the message id.
    pub fn says_in(&self, topic: i64, text: &str) -> i64 {
        self.send(|_| Outgoing { topic: Some(topic), ..Outgoing::text(text) })
    }

    /// Writes outside of topics.
    pub fn says(&self, text: &str) -> i64 {
        self.send(|_| Outgoing::text(text))
    }

    pub fn replies_in(&self, topic: i64, to_message: i64, text: &str) -> i64 {
        self.send(|_| Outgoing { topic: Some(topic), reply_to: Some(to_message), ..Outgoing::text(text) })
    }

    pub fn sends_file_in(&self, topic: i64, file: SentFile, caption: &str) -> i64 {
        self.send(|state| {
            let key = if file.mime.starts_with("image/") { "photo" } else { "document" };
            Outgoing { topic: Some(topic), ..Outgoing::of(key, media(state, key, file)).captioned(caption) }
        })
    }

    pub fn edits(&self, message_id: i64, text: &str) {
        self.forum.shared.with(|state| edit(state, self.forum.id, message_id, text));
    }

    /// Presses the newest button with this label or data anywhere in the group. Returns the id of the callback query.
    pub fn presses(&self, what: &str) -> Result<String, NoSuchButton> {
        let chat = self.forum.id;
        self.forum.shared.with(|state| match find_button(state, chat, what) {
            Some((message, data)) => Ok(press(state, (self.id(), chat), Some(message), &data)),
            None => Err(NoSuchButton { wanted: what.to_owned(), screen: transcript(&shown(state, chat)) }),
        })
    }

    /// Presses a button in one topic.
    pub fn presses_in(&self, topic: i64, what: &str) -> Result<String, NoSuchButton> {
        let chat = self.forum.id;
        self.forum.shared.with(|state| {
            let messages: Vec<ShownMessage> = shown(state, chat).into_iter().filter(|m| m.topic == Some(topic)).collect();
            let found = messages.iter().rev().find_map(|m| Some((m.message_id, m.button(what)?.data.clone()?)));
            match found {
                Some((message, data)) => Ok(press(state, (self.id(), chat), Some(message), &data)),
                None => Err(NoSuchButton { wanted: what.to_owned(), screen: transcript(&messages) }),
            }
        })
    }

    /// Sends any data with any message.
    pub fn presses_old(&self, message_id: i64, data: &str) -> String {
        self.forum.shared.with(|state| press(state, (self.id(), self.forum.id), Some(message_id), data))
    }

    /// Answers to this member's presses, in order.
    pub fn toasts(&self) -> Vec<String> {
        let toast = |s: &Seen| matches!(s.how, SeenAs::Toast | SeenAs::Alert);
        self.forum.history().into_iter().filter(toast).map(|s| s.text).collect()
    }

    /// Leaves the group; the bot sees it.
    pub fn leaves(&self) {
        let (chat, id) = (self.forum.id, self.id());
        self.forum.change(|c| {
            c.members.insert(id, Standing::Left);
        });
        self.send(|state| Outgoing::of("left_chat_member", state.user(id)));
        debug_assert!(chat < 0, "only groups can be left");
    }
}
