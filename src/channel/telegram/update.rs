//! Turns one raw update of Telegram into neutral words. Pure: who is staff and what time it is come as arguments.
//!
//! What must hold: nothing that a person wrote is lost because something beside it is unknown or broken, and no text makes
//! it panic. It decides whose an update is, never what follows from it.
//!
//! ## Why
//! Telegram adds kinds, fields and entities several times a year. Types that know all of them lose the text of a message
//! when one is new, so only the fields that are needed are read, each for itself.

mod content;
mod object;

use crate::clock::Moment;
use crate::id::EventId;
use crate::message::{Inbound, Pressed, Route, Said, StaffInbound, StaffSaid};
use chrono::DateTime;
use content::{Content, content};
use object::Object;

/// Kinds of updates that the counter asks for (getUpdates and setWebhook, `allowed_updates`).
pub const ALLOWED: [&str; 5] = ["message", "edited_message", "callback_query", "inline_query", "my_chat_member"];

/// Kinds of Bot API 10.1 that say nothing to the counter.
const OTHERS: [&str; 20] = [
    "business_connection",
    "business_message",
    "edited_business_message",
    "deleted_business_messages",
    "guest_message",
    "message_reaction",
    "message_reaction_count",
    "chosen_inline_result",
    "shipping_query",
    "pre_checkout_query",
    "purchased_paid_media",
    "poll",
    "poll_answer",
    "chat_member",
    "chat_join_request",
    "chat_boost",
    "removed_chat_boost",
    "managed_bot",
    "channel_post",
    "edited_channel_post",
];

/// Letter of the channel in [`EventId`].
const CHANNEL: char = 't';
/// Begin of the tokens of buttons for staff.
const STAFF_TOKEN: &str = "d:";
/// Longest name of a command (Bot API, BotCommand).
const COMMAND: usize = 32;

/// The bot itself (getMe).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Me {
    /// Its account.
    pub id: i64,
    /// Its name without `@`.
    pub username: String,
}

/// Reads updates; knows what the moment requires.
pub struct Reader<'a> {
    /// The bot, once it is known.
    pub me: Option<&'a Me>,
    /// Now: when a press happened, which has no time of its own.
    pub now: Moment,
    /// Whether a chat is a staff group of the settings, under its old or its new id.
    pub staff: &'a dyn Fn(i64) -> bool,
    /// Whether an account is a clerk's.
    pub clerk: &'a dyn Fn(i64) -> bool,
}

/// One update, read.
#[derive(Clone, Debug, PartialEq)]
pub struct Update {
    /// Telegram's number; without one the update cannot be confirmed by an offset.
    pub number: Option<i64>,
    /// Name of the event; made from the content when Telegram gave no number.
    pub event: EventId,
    /// Kind, for counting.
    pub kind: &'static str,
    /// What it is.
    pub read: Read,
}

/// What an update is.
#[derive(Clone, Debug, PartialEq)]
pub enum Read {
    /// A person did something.
    Person(Inbound),
    /// Something happened in a staff group or in the private chat of a clerk.
    Staff(StaffInbound),
    /// Somebody types the bot's name in any chat.
    Inline(Asked),
    /// The bot is in a group or channel that is not in the settings.
    Leave {
        /// The chat.
        chat: i64,
    },
    /// Nothing to do; why.
    Ignored(&'static str),
    /// Not understood; why.
    Unreadable(&'static str),
}

/// What is typed behind the bot's name (InlineQuery).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// Handle for the answer.
    pub id: String,
    /// Who.
    pub user: i64,
    /// The words.
    pub query: String,
    /// Language of the client.
    pub language: Option<String>,
}

struct User {
    id: i64,
    is_bot: bool,
    language: Option<String>,
}

impl User {
    fn of(object: &Object<'_>) -> Option<Self> {
        let user = object.object("from")?;
        Some(Self { id: user.number("id")?, is_bot: user.is("is_bot"), language: user.text("language_code") })
    }
}

/// Where something happened.
#[derive(Clone, Copy)]
struct Chat {
    id: i64,
    private: bool,
}

impl Chat {
    fn of(object: &Object<'_>) -> Option<Self> {
        let chat = object.object("chat")?;
        let id = chat.number("id")?;
        Some(Self { id, private: chat.text("type").map_or(id > 0, |kind| kind == "private") })
    }
}

impl Reader<'_> {
    /// Reads an update.
    pub fn read(&self, raw: &str) -> Update {
        let object = Object::read(raw);
        let number = object.as_ref().and_then(|update| update.number("update_id"));
        let event = EventId { channel: CHANNEL, number: number.unwrap_or_else(|| made_up(raw)) };
        let (kind, read) = match (&object, number) {
            (None, _) => ("unreadable", Read::Unreadable("no JSON object")),
            (Some(_), None) => ("unreadable", Read::Unreadable("no update_id")),
            (Some(update), Some(_)) => self.update(update, &event),
        };
        Update { number, event, kind, read }
    }

    fn update(&self, update: &Object<'_>, event: &EventId) -> (&'static str, Read) {
        let Some(kind) = ALLOWED.into_iter().find(|kind| update.has(kind)) else {
            return match OTHERS.into_iter().find(|kind| update.has(kind)) {
                Some(kind @ ("channel_post" | "edited_channel_post")) => {
                    let chat = update.object(kind).and_then(|post| Chat::of(&post));
                    (kind, chat.map_or(Read::Ignored("a post without a chat"), |chat| Read::Leave { chat: chat.id }))
                }
                Some(kind) => (kind, Read::Ignored("not for the counter")),
                None if update.keys().all(|key| key == "update_id") => ("empty", Read::Ignored("an empty update")),
                None => ("unknown", Read::Unreadable("a kind that this version does not know")),
            };
        };
        let Some(body) = update.object(kind) else { return (kind, Read::Unreadable("the update has no body")) };
        let read = match kind {
            "message" => self.message(&body, event),
            "edited_message" => self.edited(&body, event),
            "callback_query" => self.press(&body, event),
            "inline_query" => inline(&body),
            _ => self.standing(&body, event),
        };
        (kind, read)
    }

    fn message(&self, message: &Object<'_>, event: &EventId) -> Read {
        let Some(chat) = Chat::of(message) else { return Read::Unreadable("a message without a chat") };
        if chat.private {
            return self.of_person(chat, message, event);
        }
        // The second half of a move is told by the new group, which the settings do not know yet.
        if let Some(old) = message.number("migrate_from_chat_id").filter(|old| (self.staff)(*old)) {
            return self.staff_event(old, message, event, StaffSaid::Moved { to: chat.id });
        }
        if !(self.staff)(chat.id) {
            return Read::Leave { chat: chat.id };
        }
        self.of_staff(chat, message, event)
    }

    fn of_person(&self, chat: Chat, message: &Object<'_>, event: &EventId) -> Read {
        let from = User::of(message);
        if from.as_ref().is_some_and(|user| user.is_bot) {
            return Read::Ignored("a bot");
        }
        let user = from.as_ref().map_or(chat.id, |user| user.id);
        let what = match content(message) {
            Content::Words(words) => match command(&words) {
                Some(command) if command.name == "desk" && (self.clerk)(user) => {
                    let what = StaffSaid::Command { name: command.name, rest: command.rest };
                    return self.staff_event(chat.id, message, event, what);
                }
                Some(command) => Said::Command { name: command.name, rest: command.rest },
                None => Said::Text(words),
            },
            Content::File { file, words, album } => Said::File { file, words, album },
            Content::Contact { user: whose, phone } => Said::Contact { own: whose == Some(user), phone },
            Content::Place { latitude, longitude } => Said::Location { latitude, longitude },
            Content::Odd(oddity) => Said::Other(oddity),
            Content::Service => return Read::Ignored("a message of Telegram itself"),
        };
        Read::Person(self.inbound(chat, message, event, what))
    }

    fn of_staff(&self, chat: Chat, message: &Object<'_>, event: &EventId) -> Read {
        if let Some(to) = message.number("migrate_to_chat_id") {
            return self.staff_event(chat.id, message, event, StaffSaid::Moved { to });
        }
        let from = User::of(message);
        if self.me.is_some_and(|me| from.as_ref().is_some_and(|user| user.id == me.id)) {
            return Read::Ignored("the counter itself");
        }
        // Anonymous administrators and channels write through accounts of Telegram that are bots.
        if from.as_ref().is_some_and(|user| user.is_bot) && !message.has("sender_chat") {
            return Read::Ignored("a bot");
        }
        let what = match content(message) {
            Content::Words(words) => match command(&words) {
                Some(command) if self.is_for_another(&command) => {
                    return Read::Ignored("a command for another bot");
                }
                Some(command) => StaffSaid::Command { name: command.name, rest: command.rest },
                None => StaffSaid::Text(words),
            },
            Content::File { file, words, .. } => StaffSaid::File { file, words },
            Content::Service if message.has("forum_topic_closed") => StaffSaid::Topic { closed: true },
            Content::Service if message.has("forum_topic_reopened") => StaffSaid::Topic { closed: false },
            _ => StaffSaid::Other,
        };
        self.staff_event(chat.id, message, event, what)
    }

    fn is_for_another(&self, command: &Command) -> bool {
        let other = |me: &Me| command.bot.as_ref().is_some_and(|bot| !bot.eq_ignore_ascii_case(&me.username));
        self.me.is_some_and(other)
    }

    fn edited(&self, message: &Object<'_>, event: &EventId) -> Read {
        let Some(chat) = Chat::of(message) else { return Read::Unreadable("a message without a chat") };
        if !chat.private && !(self.staff)(chat.id) {
            return Read::Leave { chat: chat.id };
        }
        // Telegram also reports changes that nobody made by hand (a preview of a link); those have no date.
        if !message.has("edit_date") {
            return Read::Ignored("an edit that nobody made");
        }
        if User::of(message).is_some_and(|user| user.is_bot) && !message.has("sender_chat") {
            return Read::Ignored("a bot");
        }
        if !chat.private {
            return self.staff_event(chat.id, message, event, StaffSaid::Edited);
        }
        match content::words(message) {
            Some(text) => Read::Person(self.inbound(chat, message, event, Said::Edited { text })),
            None => Read::Ignored("an edit without words"),
        }
    }

    fn press(&self, press: &Object<'_>, event: &EventId) -> Read {
        let Some(from) = User::of(press) else { return Read::Unreadable("a press of nobody") };
        let Some(token) = press.text("data") else { return Read::Ignored("a press on a game") };
        if press.has("inline_message_id") {
            return Read::Ignored("a press on a message that is not ours");
        }
        let message = press.object("message");
        let chat = message.as_ref().and_then(Chat::of).unwrap_or(Chat { id: from.id, private: true });
        if !chat.private && !(self.staff)(chat.id) {
            return Read::Leave { chat: chat.id };
        }
        if chat.private && from.is_bot {
            return Read::Ignored("a bot");
        }
        // A message that Telegram no longer shows has the date 0 (InaccessibleMessage): it cannot be edited.
        let shown = message.filter(|message| message.number("date") != Some(0));
        let on = shown.as_ref().and_then(|message| message.number("message_id"));
        let for_staff = !chat.private || (token.starts_with(STAFF_TOKEN) && (self.clerk)(from.id));
        let pressed = Pressed { token, on, handle: press.text("id") };
        if for_staff {
            return Read::Staff(StaffInbound {
                event: event.clone(),
                chat: chat.id,
                thread: shown.as_ref().and_then(thread),
                user: Some(from.id).filter(|_| !from.is_bot),
                message: on,
                at: self.now,
                what: StaffSaid::Press(pressed),
            });
        }
        Read::Person(Inbound {
            event: event.clone(),
            from: Route::telegram(chat.id),
            language: from.language,
            at: self.now,
            message: None,
            what: Said::Press(pressed),
        })
    }

    /// The bot was blocked, added, promoted, thrown out (my_chat_member).
    fn standing(&self, change: &Object<'_>, event: &EventId) -> Read {
        let (Some(chat), Some(new)) = (Chat::of(change), change.object("new_chat_member")) else {
            return Read::Unreadable("a change of standing without a chat");
        };
        let status = new.text("status").unwrap_or_default();
        let inside = match status.as_str() {
            "creator" | "administrator" | "member" => true,
            "restricted" => new.is("is_member"),
            _ => false,
        };
        if chat.private {
            let gone = match status.as_str() {
                "kicked" | "left" => true,
                _ if inside => false,
                _ => return Read::Ignored("a standing that this version does not know"),
            };
            return Read::Person(self.inbound(chat, change, event, Said::Left { gone }));
        }
        if (self.staff)(chat.id) {
            let topics = status == "creator" || (status == "administrator" && new.is("can_manage_topics"));
            return self.staff_event(chat.id, change, event, StaffSaid::Rights { topics, member: inside });
        }
        if inside { Read::Leave { chat: chat.id } } else { Read::Ignored("out of a foreign group") }
    }

    fn inbound(&self, chat: Chat, object: &Object<'_>, event: &EventId, what: Said) -> Inbound {
        Inbound {
            event: event.clone(),
            from: Route::telegram(chat.id),
            language: User::of(object).and_then(|user| user.language),
            at: self.at(object),
            message: object.number("message_id"),
            what,
        }
    }

    fn staff_event(&self, chat: i64, object: &Object<'_>, event: &EventId, what: StaffSaid) -> Read {
        // Who writes in the name of a group or channel shows nobody who could be held responsible.
        let user = User::of(object).filter(|user| !user.is_bot && !object.has("sender_chat"));
        Read::Staff(StaffInbound {
            event: event.clone(),
            chat,
            thread: thread(object),
            user: user.map(|user| user.id),
            message: object.number("message_id"),
            at: self.at(object),
            what,
        })
    }

    fn at(&self, object: &Object<'_>) -> Moment {
        let date = object.number("date").filter(|date| *date > 0);
        date.and_then(|date| DateTime::from_timestamp(date, 0)).unwrap_or(self.now)
    }
}

fn inline(query: &Object<'_>) -> Read {
    let (Some(user), Some(id)) = (User::of(query), query.text("id")) else {
        return Read::Unreadable("an inline query of nobody");
    };
    if user.is_bot {
        return Read::Ignored("a bot");
    }
    Read::Inline(Asked { id, user: user.id, query: query.text("query").unwrap_or_default(), language: user.language })
}

/// A reply outside of topics carries a thread too; only `is_topic_message` tells the topic (Bot API, Message).
fn thread(message: &Object<'_>) -> Option<i64> {
    message.number("message_thread_id").filter(|_| message.is("is_topic_message"))
}

struct Command {
    name: String,
    bot: Option<String>,
    rest: String,
}

/// `/name@bot rest`. A full-width slash counts, as Chinese keyboards write it; a path like `/home/me` does not.
fn command(words: &str) -> Option<Command> {
    let after = words.strip_prefix(['/', '／'])?;
    let (head, rest) = after.split_once(char::is_whitespace).unwrap_or((after, ""));
    let (name, bot) = match head.split_once('@') {
        Some((name, bot)) => (name, Some(bot)),
        None => (head, None),
    };
    let is_name = |name: &str| !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
    if !is_name(name) || name.len() > COMMAND || bot.is_some_and(|bot| !is_name(bot)) {
        return None;
    }
    Some(Command { name: name.to_ascii_lowercase(), bot: bot.map(str::to_owned), rest: rest.trim().to_owned() })
}

/// A number for an update that came without one: below zero, where Telegram's never are, and the same for the same text.
fn made_up(raw: &str) -> i64 {
    let hash = xxhash_rust::xxh3::xxh3_64(raw.as_bytes());
    -i64::try_from(hash >> 1).unwrap_or(i64::MAX) - 1
}

/// A press on something that nobody handles, so that the little clock on the button goes away.
pub(super) fn forgotten_press(raw: &str) -> Option<String> {
    Object::read(raw)?.object("callback_query")?.text("id")
}

#[cfg(test)]
mod tests;
