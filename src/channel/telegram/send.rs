//! Sends: messages and screens to persons, topics and cards to staff groups, files both ways. Each kind of error has its
//! answer; what cannot be shown as it should be is shown plainly, and a topic that somebody deleted is made again.

mod chart;
mod document;
mod file;
mod group;
mod topic;

use super::api::{Api, ApiError};
use super::limits::Limits;
use crate::message::{Button, Outbound, plain};
use crate::office::Office;
use crate::outbox::{Content, Pace, Sender, Sent, TOO_BIG};
use crate::store::{Delivery, Lane, Parcel};
use async_trait::async_trait;
use futures_util::StreamExt;
use group::Groups;
use serde::de::{DeserializeOwned, IgnoredAny};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use std::sync::Arc;
use std::time::Duration;
use teloxide::payloads::{EditMessageText, EditMessageTextSetters, SendMessage, SendMessageSetters};
use teloxide::types::{
    ChatId, CopyTextButton, InlineKeyboardButton, InlineKeyboardButtonKind, InlineKeyboardMarkup, LinkPreviewOptions, MessageId, ParseMode,
    ThreadId,
};
use tokio::sync::Semaphore;

/// Uploads at once: each holds its file in memory.
const UPLOADS: usize = 4;
/// Tries after which a delivery that Telegram refuses for a reason of its own is given up.
const ODD_TRIES: u32 = 5;
/// Tries after which a delivery to a group that gets no answer lets the others pass.
const STUCK_TRIES: u32 = 3;

/// How patient the sender is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Patience {
    /// Of the outbox.
    pub outbox: Pace,
    /// Pause when a staff group refuses us; the operator is told, tickets go on.
    pub group: Duration,
    /// Pause until a file that is being fetched is looked for again.
    pub file: Duration,
}

impl Default for Patience {
    fn default() -> Self {
        Self { outbox: Pace::default(), group: Duration::from_secs(120), file: Duration::from_secs(2) }
    }
}

/// Sends over Telegram.
pub struct TelegramSender {
    api: Api,
    office: Arc<Office>,
    limits: Limits,
    patience: Patience,
    groups: Groups,
    uploads: Semaphore,
}

#[async_trait]
impl Sender for TelegramSender {
    async fn send(&self, delivery: &Delivery) -> Sent {
        match (self.show_it(delivery).await, &delivery.lane) {
            (Ok(()) | Err(Trouble::Elsewhere), _) => Sent::Done(Vec::new()),
            (Err(Trouble::Api(error)), Lane::Group(group)) => self.group_trouble(*group, error, delivery).await,
            (Err(Trouble::Api(error)), _) => person_trouble(&error),
            (Err(Trouble::Wait(pause)), _) => Sent::Aside(pause),
            (Err(Trouble::Store(why)), Lane::Group(_)) => {
                tracing::error!(why, "what a group is to see cannot be read; it is tried again");
                Sent::Aside(self.patience.outbox.backoff(delivery))
            }
            (Err(Trouble::Store(why)), _) => Sent::Again(why),
            (Err(Trouble::Vault(why)), _) if delivery.attempts < ODD_TRIES => {
                tracing::error!(why, "a file of the vault cannot be read; it is tried again");
                Sent::Aside(self.patience.outbox.backoff(delivery))
            }
            (Err(Trouble::Vault(why)), _) => Sent::Never(why, Vec::new()),
            (Err(Trouble::Misplaced), _) => Sent::Never("a parcel stands in a lane that cannot carry it".to_owned(), Vec::new()),
        }
    }

    async fn content(&self, source: &str) -> Result<Content, Sent> {
        let file = self.api.call("getFile", &json!({ "file_id": source })).await.map_err(|error| match error {
            ApiError::TooBig => Sent::Never(TOO_BIG.to_owned(), Vec::new()),
            error => person_trouble(&error),
        })?;
        let Some(path) = file.get("file_path").and_then(Value::as_str) else {
            return Err(Sent::Never("the file has no path".to_owned(), Vec::new()));
        };
        let answer = self.api.download(path).await.map_err(|error| match error {
            // A path lives for an hour; the next try asks for a new one.
            ApiError::Other(..) => Sent::Again(error.to_string()),
            error => person_trouble(&error),
        })?;
        let pieces = answer.bytes_stream().map(|piece| match piece {
            Ok(bytes) => Ok(bytes.to_vec()),
            Err(_) => Err("the download broke off".to_owned()),
        });
        Ok(Box::pin(pieces))
    }

    fn pace(&self) -> Pace {
        self.patience.outbox
    }
}

/// Why something was not shown.
#[derive(Debug)]
enum Trouble {
    Api(ApiError),
    /// Not possible before so long.
    Wait(Duration),
    Store(String),
    Vault(String),
    /// The ticket went to another group meanwhile: there is nothing to show here.
    Elsewhere,
    /// No such thing can be sent there.
    Misplaced,
}

impl From<ApiError> for Trouble {
    fn from(error: ApiError) -> Self {
        Trouble::Api(error)
    }
}

impl From<crate::store::StoreError> for Trouble {
    fn from(error: crate::store::StoreError) -> Self {
        Trouble::Store(error.to_string())
    }
}

/// What an error means for a message to one person.
fn person_trouble(error: &ApiError) -> Sent {
    match error {
        ApiError::Wait(pause) => Sent::Later(*pause),
        ApiError::Token => Sent::Shut(error.to_string()),
        ApiError::Forbidden | ApiError::NoChat => Sent::Gone,
        ApiError::Same => Sent::Done(Vec::new()),
        ApiError::Unreached | ApiError::Lost | ApiError::Server(_) | ApiError::Conflict => Sent::Again(error.to_string()),
        ApiError::Moved(_)
        | ApiError::NoTopic
        | ApiError::TopicClosed
        | ApiError::NoRight
        | ApiError::NoForum
        | ApiError::NoMessage
        | ApiError::Markup
        | ApiError::OldPress
        | ApiError::TooBig
        | ApiError::Other(..) => Sent::Never(error.to_string(), Vec::new()),
    }
}

impl TelegramSender {
    /// A sender over the API of a bot.
    pub fn new(api: Api, office: Arc<Office>) -> Self {
        Self::with_patience(api, office, Patience::default())
    }

    /// The same with other pauses.
    pub fn with_patience(api: Api, office: Arc<Office>, patience: Patience) -> Self {
        let limits = Limits::new(&office.config.telegram);
        Self { api, office, limits, patience, groups: Groups::default(), uploads: Semaphore::new(UPLOADS) }
    }

    async fn show_it(&self, delivery: &Delivery) -> Result<(), Trouble> {
        match (&delivery.lane, &delivery.parcel) {
            (Lane::Group(group), Parcel::Card { receipt }) => self.card(*group, receipt).await,
            (Lane::Group(group), Parcel::Post { receipt, message, .. }) => self.post(*group, receipt, message).await,
            (Lane::Group(group), Parcel::Leave { receipt, reason }) => self.leave(*group, receipt, reason.as_ref()).await,
            (Lane::Group(chat) | Lane::Clerk(chat), Parcel::Tell { message } | Parcel::Screen(message) | Parcel::Message(message)) => {
                self.show(*chat, None, message).await.map(drop)
            }
            (Lane::Person(route), Parcel::Screen(message) | Parcel::Message(message) | Parcel::About { message, .. }) => {
                self.show(route.chat, None, message).await.map(drop)
            }
            _ => Err(Trouble::Misplaced),
        }
    }

    /// A call that counts against the limits of a chat.
    async fn call<T: Serialize + ?Sized + Sync, R: DeserializeOwned>(&self, chat: i64, method: &str, body: &T) -> Result<R, ApiError> {
        let _turn = self.limits.turn(chat).await;
        self.api.call_for(method, body).await
    }

    /// A call of which only the success counts.
    async fn done<T: Serialize + ?Sized + Sync>(&self, chat: i64, method: &str, body: &T) -> Result<(), ApiError> {
        self.call(chat, method, body).await.map(|_: IgnoredAny| ())
    }

    /// Shows a message in a chat or a thread of it; the number of the message when it is a new one.
    async fn show(&self, chat: i64, thread: Option<i64>, message: &Outbound) -> Result<Option<i64>, Trouble> {
        let chat = self.office.groups.now(chat);
        if let Some(file) = message.file {
            return self.file((chat, thread), file, message).await;
        }
        if message.copy {
            return self.copy(chat, message).await;
        }
        if let Some(chart) = &message.chart {
            return self.chart((chat, thread), chart, message).await;
        }
        if let Some(document) = &message.document {
            return self.document((chat, thread), document, message).await;
        }
        if let Some(old) = message.replaces {
            match self.edit(chat, old, message).await {
                Ok(()) | Err(ApiError::Same) => return Ok(None),
                // Deleted, too old, or not a text: it is sent anew.
                Err(ApiError::NoMessage | ApiError::Other(400, _)) => {}
                Err(error) => return Err(error.into()),
            }
        }
        Ok(Some(self.new_message((chat, thread), message).await?))
    }

    async fn new_message(&self, (chat, thread): (i64, Option<i64>), message: &Outbound) -> Result<i64, ApiError> {
        let payload = |text: &str, mode: Option<ParseMode>| {
            let mut payload = SendMessage::new(ChatId(chat), text).link_preview_options(no_preview());
            payload.parse_mode = mode;
            if let Some(thread) = thread.and_then(|thread| i32::try_from(thread).ok()) {
                payload = payload.message_thread_id(ThreadId(MessageId(thread)));
            }
            if message.silent {
                payload = payload.disable_notification(true);
            }
            match keyboard(message) {
                Some(keyboard) => payload.reply_markup(keyboard),
                None => payload,
            }
        };
        let sent: Placed = match self.call(chat, "sendMessage", &payload(&message.text, Some(ParseMode::Html))).await {
            Err(ApiError::Markup) => {
                tracing::error!("a text has markup that Telegram refuses; it goes out plainly: run `ip-office-bot check`");
                self.call(chat, "sendMessage", &payload(&plain(&message.text), None)).await?
            }
            other => other?,
        };
        self.in_place((chat, thread), &sent).await?;
        Ok(sent.message_id)
    }

    /// A thread that was deleted may be ignored in silence: then the message stands in the wrong place and is taken away.
    async fn in_place(&self, (chat, thread): (i64, Option<i64>), sent: &Placed) -> Result<(), ApiError> {
        if thread.is_none() || sent.message_thread_id == thread {
            return Ok(());
        }
        if let Err(error) = self.api.call("deleteMessage", &json!({ "chat_id": chat, "message_id": sent.message_id })).await {
            tracing::warn!(%error, "a message that landed outside of its topic could not be taken away");
        }
        Err(ApiError::NoTopic)
    }

    async fn edit(&self, chat: i64, old: i64, message: &Outbound) -> Result<(), ApiError> {
        let Ok(old) = i32::try_from(old) else { return Err(ApiError::NoMessage) };
        let payload = |text: &str, mode: Option<ParseMode>| {
            let mut payload = EditMessageText::new(ChatId(chat), MessageId(old), text).link_preview_options(no_preview());
            payload.parse_mode = mode;
            match keyboard(message) {
                Some(keyboard) => payload.reply_markup(keyboard),
                None => payload,
            }
        };
        match self.done(chat, "editMessageText", &payload(&message.text, Some(ParseMode::Html))).await {
            Err(ApiError::Markup) => self.done(chat, "editMessageText", &payload(&plain(&message.text), None)).await,
            other => other,
        }
    }
}

/// Where a sent message stands (Message).
#[derive(Deserialize)]
struct Placed {
    message_id: i64,
    message_thread_id: Option<i64>,
}

fn no_preview() -> LinkPreviewOptions {
    LinkPreviewOptions { is_disabled: true, url: None, prefer_small_media: false, prefer_large_media: false, show_above_text: false }
}

fn pressable(button: &Button) -> InlineKeyboardButton {
    let address = Some(&button.token).filter(|token| token.starts_with("https://")).and_then(|token| token.parse().ok());
    match address {
        Some(address) => InlineKeyboardButton::url(button.label.clone(), address),
        None => InlineKeyboardButton::callback(button.label.clone(), button.token.clone()),
    }
}

fn keyboard(message: &Outbound) -> Option<InlineKeyboardMarkup> {
    let mut rows: Vec<Vec<InlineKeyboardButton>> = message.buttons.iter().map(|row| row.iter().map(pressable).collect()).collect();
    if let Some(copies) = &message.copies {
        let button = InlineKeyboardButtonKind::CopyText(CopyTextButton { text: copies.text.clone() });
        rows.insert(0, vec![InlineKeyboardButton::new(copies.label.clone(), button)]);
    }
    (!rows.is_empty()).then(|| InlineKeyboardMarkup::new(rows))
}
