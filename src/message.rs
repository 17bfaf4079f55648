//! What comes in and what goes out, in words that no channel owns. A channel turns its own forms into [`Inbound`] and
//! [`Outbound`] into its own forms, and says with [`Ability`] what it can do.
//!
//! Texts going out carry a small markup: `<b>`, `<i>`, `<code>` and line breaks; everything else in them is escaped
//! ([`escape`]). A channel without markup shows [`plain`].

use crate::clock::Moment;
use crate::id::{EventId, Receipt, ServiceId, StepId};
use serde::{Deserialize, Serialize};

/// Where a person is reached: channel and chat. Kept only sealed.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Route {
    /// Letter of the channel, as in [`EventId::channel`].
    pub channel: char,
    /// Chat on that channel; on Telegram the id of the private chat, equal to the id of the person.
    pub chat: i64,
}

impl Route {
    /// A person on Telegram.
    pub fn telegram(chat: i64) -> Self {
        Self { channel: 't', chat }
    }

    /// The person at this terminal.
    pub fn terminal() -> Self {
        Self { channel: 'c', chat: 0 }
    }

    /// Text from which the blind index of the person is made.
    pub fn identity(&self) -> String {
        format!("{}:{}", self.channel, self.chat)
    }
}

/// One thing a person did.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Inbound {
    /// Name of the event; the same event twice has the effect of once.
    pub event: EventId,
    /// Who, and where an answer goes.
    pub from: Route,
    /// Language of the person's client, as the channel gave it (`zh-hans`, `en`, ...).
    pub language: Option<String>,
    /// When the channel says it happened.
    pub at: Moment,
    /// The channel's number of the message, to notice when it is edited.
    pub message: Option<i64>,
    /// What they did.
    pub what: Said,
}

/// What a person did.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Said {
    /// Typed words.
    Text(String),
    /// `/name rest`, name in lower case without the slash and without the bot's name.
    Command { name: String, rest: String },
    /// Pressed a button.
    Press(Pressed),
    /// Sent one file, with or without words. Files of one album come one by one with the same `album`.
    File { file: Incoming, words: Option<String>, album: Option<String> },
    /// Answered on a page that a link led to, with files or with words. `link` names the link, which is used up by it.
    ByLink { request: Request, link: String, files: Vec<Incoming>, words: Option<String> },
    /// Shared a contact card.
    Contact { own: bool, phone: String },
    /// Shared a place.
    Location { latitude: f64, longitude: f64 },
    /// Changed words sent before.
    Edited { text: String },
    /// Something that has no place in a form: sticker, poll, dice...; the name is a text id in `telegram.ftl`.
    Other(Oddity),
    /// Blocked the bot (`true`: gone) or came back.
    Left { gone: bool },
}

/// What is asked for over a link, because it may not pass over the channel.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Request {
    /// The answer to a question of a form.
    Answer { service: ServiceId, step: StepId },
    /// A paper for a ticket.
    Paper { receipt: Receipt, paper: String },
}

/// Things that people send and no question asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Oddity {
    /// A sticker, an animation or a game.
    Sticker,
    /// A poll or a quiz.
    Poll,
    /// Dice and darts.
    Dice,
    /// A story, paid media, a gift, a giveaway.
    Show,
    /// A kind that this version does not know.
    Unknown,
}

impl Oddity {
    /// Every kind, for tests that walk them.
    pub const ALL: [Oddity; 5] = [Oddity::Sticker, Oddity::Poll, Oddity::Dice, Oddity::Show, Oddity::Unknown];

    /// Name in text ids.
    pub fn name(self) -> &'static str {
        match self {
            Oddity::Sticker => "sticker",
            Oddity::Poll => "poll",
            Oddity::Dice => "dice",
            Oddity::Show => "show",
            Oddity::Unknown => "unknown",
        }
    }
}

/// A press on a button, as a stranger may have forged it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Pressed {
    /// What the button carried: [`Button::token`].
    pub token: String,
    /// Message that carried the button, when the channel can edit it.
    pub on: Option<i64>,
    /// Handle for the channel's own short answer to the press.
    pub handle: Option<String>,
}

/// A file as a channel announces it; the content comes later, by a job.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Incoming {
    /// Where the channel keeps the content: Telegram's `file_id`, a path for the terminal.
    pub source: String,
    /// Kind as the channel shows it.
    pub kind: FileKind,
    /// Name as the sender gave it.
    pub name: Option<String>,
    /// Type as the sender gave it.
    pub mime: Option<String>,
    /// Size in bytes, as announced.
    pub bytes: Option<u64>,
}

/// How a channel showed a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FileKind {
    /// A picture, made smaller by the channel.
    Photo,
    /// A file sent as a file.
    Document,
    /// A video.
    Video,
    /// A voice message or sound.
    Sound,
}

/// One thing that happened in a staff group, or in the private chat of a clerk.
#[derive(Clone, Debug, PartialEq)]
pub struct StaffInbound {
    /// Name of the event.
    pub event: EventId,
    /// Group; the clerk's private chat for `/desk`.
    pub chat: i64,
    /// Thread of the group; `None` in its general part.
    pub thread: Option<i64>,
    /// Who; `None` for an anonymous administrator or a channel, who may not act.
    pub user: Option<i64>,
    /// Number of the message.
    pub message: Option<i64>,
    /// When.
    pub at: Moment,
    /// What.
    pub what: StaffSaid,
}

/// What happened in a staff group.
#[derive(Clone, Debug, PartialEq)]
pub enum StaffSaid {
    /// Words without a command.
    Text(String),
    /// `/name rest`.
    Command { name: String, rest: String },
    /// A press on a button of a card or a list.
    Press(Pressed),
    /// A file, with or without words.
    File { file: Incoming, words: Option<String> },
    /// The group became another one (`migrate_to_chat_id`).
    Moved { to: i64 },
    /// The bot's rights in the group changed, or it was thrown out.
    Rights { topics: bool, member: bool },
    /// Somebody closed or opened the topic by hand.
    Topic { closed: bool },
    /// An edited message: never changes what was sent; the clerk is told.
    Edited,
    /// Anything else: service messages, stickers.
    Other,
}

/// One message to a person.
#[derive(Clone, Debug, PartialEq, Default, Serialize, Deserialize)]
pub struct Outbound {
    /// Words with the small markup.
    pub text: String,
    /// Rows of buttons.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub buttons: Vec<Vec<Button>>,
    /// Message to be replaced by this one; sent anew where that is impossible.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub replaces: Option<i64>,
    /// A sealed file of the vault that goes with the words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub file: Option<crate::id::EvidenceId>,
    /// Figures that go with the words as a picture; drawn when it is sent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub chart: Option<crate::chart::Spec>,
    /// Everything kept about the receiver goes with the words as a file, made when it is sent.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub copy: bool,
    /// A file made by the counter that goes with the words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub document: Option<Document>,
    /// A signature, a receipt or another text that a tap copies.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub copies: Option<Copyable>,
    /// Sent without a sound: reminders at night.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub silent: bool,
}

/// A file of text made by the counter: an event for a calendar.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Document {
    /// Its name, with an ending: small letters, digits, hyphens.
    pub name: String,
    /// Its type: `text/calendar`.
    pub kind: String,
    /// What stands in it; written as UTF-8.
    pub content: String,
}

/// A button that copies a text.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Copyable {
    /// What stands on the button.
    pub label: String,
    /// What is copied.
    pub text: String,
}

/// A button.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Button {
    /// What stands on it.
    pub label: String,
    /// What comes back when it is pressed; at most 64 bytes. One that begins with `https://` is an address to be opened.
    pub token: String,
}

/// What a channel can do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ability {
    /// Buttons under a message; otherwise choices are numbered.
    pub buttons: bool,
    /// A message can be replaced after it was sent.
    pub edits: bool,
    /// Longest text in UTF-16 units.
    pub text: usize,
    /// Longest label of a button in characters that stays readable on a phone.
    pub label: usize,
    /// Largest file that comes in, in bytes; `None`: no files.
    pub file: Option<u64>,
    /// Largest file that goes out, in bytes.
    pub gives: u64,
    /// Identity papers may not pass here: servers stand abroad.
    pub abroad: bool,
}

impl Ability {
    /// Telegram: 4096 UTF-16 units a message (sendMessage), files up to 20 MB in (getFile) and 50 MB out (sendDocument).
    pub const TELEGRAM: Ability =
        Ability { buttons: true, edits: true, text: 4096, label: 64, file: Some(20_000_000), gives: 50_000_000, abroad: true };
    /// A page on the web: everything, and files up to 200 MB.
    pub const WEB: Ability = Ability {
        buttons: true,
        edits: false,
        text: usize::MAX,
        label: usize::MAX,
        file: Some(200_000_000),
        gives: u64::MAX,
        abroad: false,
    };
    /// A terminal: numbered choices.
    pub const TERMINAL: Ability = Ability {
        buttons: false,
        edits: false,
        text: usize::MAX,
        label: usize::MAX,
        file: Some(50_000_000),
        gives: u64::MAX,
        abroad: false,
    };
}

/// Makes a text safe inside the small markup.
pub fn escape(text: &str) -> String {
    let mut safe = String::with_capacity(text.len() + 8);
    for sign in text.chars() {
        match sign {
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '&' => safe.push_str("&amp;"),
            other => safe.push(other),
        }
    }
    safe
}

/// The words without their markup.
pub fn plain(marked: &str) -> String {
    let mut text = String::with_capacity(marked.len());
    let mut inside = false;
    for sign in marked.chars() {
        match sign {
            '<' => inside = true,
            '>' if inside => inside = false,
            other if !inside => text.push(other),
            _ => {}
        }
    }
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
}

/// Length as Telegram counts it: UTF-16 units after the markup is taken away.
pub fn shown_length(marked: &str) -> usize {
    plain(marked).encode_utf16().count()
}

/// Cuts a text into messages of at most `most` UTF-16 units as shown. What is bold or code stays so in each; a line is kept
/// whole where that leaves a message at least half full.
pub fn parts(marked: &str, most: usize) -> Vec<String> {
    if shown_length(marked) <= most {
        return vec![marked.to_owned()];
    }
    let mut parts = Vec::new();
    let mut open: Vec<&str> = Vec::new();
    let mut part = String::new();
    let (mut units, mut line_end) = (0, None);
    for piece in pieces(marked) {
        let length = shown_length(piece);
        if units + length > most {
            let rest = match line_end.take() {
                Some((at, shown)) if shown * 2 >= most => part.split_off(at),
                _ => String::new(),
            };
            let closing: String = open.iter().rev().map(|tag| tag.replace('<', "</")).collect();
            parts.push(format!("{}{closing}", part.trim_end()));
            part = format!("{}{}", open.concat(), rest.trim_start());
            units = shown_length(&part);
        }
        match piece.strip_prefix("</") {
            Some(_) => drop(open.pop()),
            None if piece.starts_with('<') => open.push(piece),
            None => {}
        }
        part.push_str(piece);
        units += length;
        // Where markup is open, the line before cannot be carried over without it.
        line_end = if piece == "\n" && open.is_empty() { Some((part.len(), units)) } else { line_end.filter(|_| open.is_empty()) };
    }
    parts.push(part);
    parts
}

/// Tags, escaped signs and single signs of a text with markup.
fn pieces(marked: &str) -> impl Iterator<Item = &str> {
    let mut rest = marked;
    std::iter::from_fn(move || {
        let first = rest.chars().next()?;
        let whole = match first {
            '<' => rest.find('>').map(|at| at + 1),
            '&' => rest.find(';').filter(|at| *at <= 5).map(|at| at + 1),
            _ => None,
        };
        let (piece, after) = rest.split_at(whole.unwrap_or(first.len_utf8()));
        rest = after;
        Some(piece)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_text_is_cut_into_messages_that_lose_nothing_but_blanks() {
        let lines = (0..900).map(|n| format!("第{n}行 😀 &lt;ok&gt; &amp;")).collect::<Vec<_>>().join("\n");
        for text in
            [format!("<b>head</b>\n{lines}"), format!("<b>{lines}</b>"), format!("<code>{}</code>", "字".repeat(9000)), "😀".repeat(5000)]
        {
            let cut = parts(&text, 4096);
            assert!(cut.len() > 1);
            for part in &cut {
                assert!(shown_length(part) <= 4096, "{}", shown_length(part));
                assert_eq!(part.matches("<b>").count(), part.matches("</b>").count());
                assert_eq!(part.matches("<code>").count(), part.matches("</code>").count());
            }
            let bare = |text: &str| plain(text).split_whitespace().collect::<String>();
            assert_eq!(bare(&cut.concat()), bare(&text));
        }
        assert_eq!(parts("<b>short</b>", 4096), ["<b>short</b>"]);
        assert!(parts(&"x\n".repeat(4000), 4096)[0].ends_with('x'));
    }

    #[test]
    fn a_hostile_name_survives_escaping_literally() {
        for name in ["<3", "</b>", "_*[", "{{7*7}}", "a & b", "&lt;"] {
            assert_eq!(plain(&format!("<b>{}</b>", escape(name))), name);
        }
    }
}
