//! Sends: messages and screens to persons, topics and cards to staff groups, files both ways. Each kind of error has its
//! answer; what cannot be shown as it should be is shown plainly, and a topic that somebody deleted is made again.

use super::api::{Api, ApiError};
use super::limits::Limits;
use crate::config::FilesToGroup;
use crate::desk::card;
use crate::id::{EvidenceId, Receipt};
use crate::locale::Text;
use crate::message::{Outbound, plain};
use crate::office::Office;
use crate::outbox::{Content, Sender, Sent};
use crate::store::{Commit, Delivery, Evidence, FileStatus, Lane, Parcel, Topic, Write};
use crate::ticket::Ticket;
use crate::vault::{ContentHash, clean_image};
use async_trait::async_trait;
use futures_util::StreamExt;
use serde_json::{Value, json};
use std::collections::HashMap;
use std::io::Read;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use teloxide::payloads::{CreateForumTopic, EditMessageText, EditMessageTextSetters, SendMessage, SendMessageSetters};
use teloxide::types::{
    ChatId, CopyTextButton, InlineKeyboardButton, InlineKeyboardButtonKind, InlineKeyboardMarkup, LinkPreviewOptions, MessageId, ParseMode,
    ThreadId,
};

/// Pause when a staff group refuses us; the operator is told, tickets go on.
const GROUP_PAUSE: Duration = Duration::from_secs(120);
/// Pause until a file that is being fetched is looked for again.
const FILE_PAUSE: Duration = Duration::from_secs(2);
/// Largest upload in bytes (sendDocument).
const UPLOAD: u64 = 50_000_000;
/// Largest picture in bytes (sendPhoto).
const PICTURE: u64 = 10_000_000;
/// A group is told of its own trouble at most so often, in seconds.
const TELL_EVERY: i64 = 3600;

/// Sends over Telegram.
pub struct TelegramSender {
    api: Api,
    office: Arc<Office>,
    limits: Limits,
    told: Mutex<HashMap<i64, i64>>,
}

#[async_trait]
impl Sender for TelegramSender {
    async fn send(&self, delivery: &Delivery) -> Sent {
        let result = match (&delivery.lane, &delivery.parcel) {
            (Lane::Person(route), Parcel::Screen(message) | Parcel::Message(message) | Parcel::About { message, .. }) => {
                return self.person(route.chat, message).await;
            }
            (Lane::Clerk(chat), Parcel::Tell { message } | Parcel::Message(message)) => return self.person(*chat, message).await,
            (Lane::Group(group), Parcel::Card { receipt }) => self.card(*group, receipt).await,
            (Lane::Group(group), Parcel::Post { receipt, message, .. }) => self.post(*group, receipt, message).await,
            (Lane::Group(group), Parcel::Leave { receipt, reason }) => self.leave(*group, receipt, reason.as_ref()).await,
            (Lane::Group(group), Parcel::Tell { message } | Parcel::Screen(message) | Parcel::Message(message)) => {
                self.show(*group, None, message).await.map(|_| ())
            }
            _ => return Sent::Never("a parcel stands in a lane that cannot carry it".to_owned(), Vec::new()),
        };
        match (result, &delivery.lane) {
            (Ok(()), _) => Sent::Done(Vec::new()),
            (Err(Trouble::Api(error)), Lane::Group(group)) => self.group_trouble(*group, error).await,
            (Err(Trouble::Api(error)), _) => person_trouble(&error),
            (Err(Trouble::Wait(pause)), _) => Sent::Later(pause),
            (Err(Trouble::Store(why)), _) => Sent::Again(why),
        }
    }

    async fn content(&self, source: &str) -> Result<Content, Sent> {
        let file = self.api.call("getFile", &json!({ "file_id": source })).await.map_err(|error| match error {
            ApiError::Other(..) | ApiError::TooBig => Sent::Never(error.to_string(), Vec::new()),
            error => person_trouble(&error),
        })?;
        let Some(path) = file.get("file_path").and_then(Value::as_str) else {
            return Err(Sent::Never("the file has no path".to_owned(), Vec::new()));
        };
        let answer = self.api.download(path).await.map_err(|error| match error {
            ApiError::Other(..) => Sent::Again(error.to_string()),
            error => person_trouble(&error),
        })?;
        let pieces = answer.bytes_stream().map(|piece| match piece {
            Ok(bytes) => Ok(bytes.to_vec()),
            Err(_) => Err("the download broke off".to_owned()),
        });
        Ok(Box::pin(pieces))
    }
}

/// Why something was not shown.
enum Trouble {
    Api(ApiError),
    Wait(Duration),
    Store(String),
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
        let limits = Limits::new(&office.config.telegram);
        Self { api, office, limits, told: Mutex::default() }
    }

    // --- Persons ------------------------------------------------------------------------------------------------------

    async fn person(&self, chat: i64, message: &Outbound) -> Sent {
        match self.show(chat, None, message).await {
            Ok(_) => Sent::Done(Vec::new()),
            Err(Trouble::Api(error)) => person_trouble(&error),
            Err(Trouble::Wait(pause)) => Sent::Later(pause),
            Err(Trouble::Store(why)) => Sent::Again(why),
        }
    }

    /// Shows a message in a chat or a thread of it; the number of the message when it is a new one.
    async fn show(&self, chat: i64, thread: Option<i64>, message: &Outbound) -> Result<Option<i64>, Trouble> {
        let chat = self.office.groups.now(chat);
        if let Some(file) = message.file {
            return self.file(chat, thread, file, message).await;
        }
        self.limits.turn(chat).await;
        if let Some(old) = message.replaces {
            match self.edit(chat, old, message).await {
                Err(ApiError::NoMessage) => {}
                Err(ApiError::Same) => return Ok(None),
                Err(error) => return Err(error.into()),
                Ok(()) => return Ok(None),
            }
        }
        Ok(Some(self.new_message(chat, thread, message).await?))
    }

    async fn new_message(&self, chat: i64, thread: Option<i64>, message: &Outbound) -> Result<i64, ApiError> {
        let payload = |text: &str, marked: bool| {
            let mut payload = SendMessage::new(ChatId(chat), text).link_preview_options(no_preview());
            if marked {
                payload = payload.parse_mode(ParseMode::Html);
            }
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
        let sent = match self.api.call("sendMessage", &payload(&message.text, true)).await {
            Err(ApiError::Markup) => {
                tracing::error!("a text has markup that Telegram refuses; it goes out plainly: run `ip-office-bot check`");
                self.api.call("sendMessage", &payload(&plain(&message.text), false)).await?
            }
            other => other?,
        };
        // A thread that was deleted may be ignored in silence: then the message stands in the wrong place.
        if thread.is_some() && sent.get("message_thread_id").and_then(Value::as_i64) != thread {
            return Err(ApiError::NoTopic);
        }
        Ok(sent.get("message_id").and_then(Value::as_i64).unwrap_or_default())
    }

    async fn edit(&self, chat: i64, old: i64, message: &Outbound) -> Result<(), ApiError> {
        let Ok(old) = i32::try_from(old) else { return Err(ApiError::NoMessage) };
        let payload = |text: &str, marked: bool| {
            let mut payload = EditMessageText::new(ChatId(chat), MessageId(old), text).link_preview_options(no_preview());
            if marked {
                payload = payload.parse_mode(ParseMode::Html);
            }
            match keyboard(message) {
                Some(keyboard) => payload.reply_markup(keyboard),
                None => payload,
            }
        };
        match self.api.call("editMessageText", &payload(&message.text, true)).await {
            Err(ApiError::Markup) => self.api.call("editMessageText", &payload(&plain(&message.text), false)).await.map(|_| ()),
            other => other.map(|_| ()),
        }
    }

    // --- Files --------------------------------------------------------------------------------------------------------

    /// Shows a file of the vault. A group sees pictures without their metadata, and no name that the sender gave.
    async fn file(&self, chat: i64, thread: Option<i64>, id: EvidenceId, message: &Outbound) -> Result<Option<i64>, Trouble> {
        let Some(evidence) = self.office.store.evidence(id).await? else { return Ok(None) };
        let FileStatus::Kept { sha256, bytes, found, .. } = &evidence.status else {
            return match evidence.status {
                FileStatus::Waiting => Err(Trouble::Wait(FILE_PAUSE)),
                _ => Ok(None),
            };
        };
        let group = chat < 0;
        let anonymous = self.is_anonymous(&evidence).await?;
        let picture = matches!(found.as_str(), "jpeg" | "png" | "webp" | "gif");
        let shown = match self.office.config.telegram.files_to_group {
            _ if !group => true,
            FilesToGroup::All => picture || !anonymous,
            FilesToGroup::Images => picture,
            FilesToGroup::None => false,
        };
        if !shown || *bytes > UPLOAD {
            return Ok(None);
        }
        let content = self.read(sha256).await.map_err(Trouble::Store)?;
        let content = if picture && group {
            match clean_image(&content) {
                Ok(cleaned) => cleaned.bytes,
                Err(_) => return Ok(None),
            }
        } else {
            content
        };
        let photo = picture && found != "gif" && content.len() as u64 <= PICTURE;
        let (method, field) = if photo { ("sendPhoto", "photo") } else { ("sendDocument", "document") };
        let name = if group {
            format!("{}.{}", id.0 % 1_000_000, ending(found))
        } else {
            crate::vault::display_name(evidence.announced.name.as_deref().unwrap_or(&format!("file.{}", ending(found))))
        };
        let mut form = reqwest::multipart::Form::new()
            .text("chat_id", chat.to_string())
            .part(field, reqwest::multipart::Part::bytes(content).file_name(name));
        if let Some(thread) = thread {
            form = form.text("message_thread_id", thread.to_string());
        }
        if !message.text.is_empty() {
            let caption: String = plain(&message.text).chars().take(1000).collect();
            form = form.text("caption", caption);
        }
        self.limits.turn(chat).await;
        let sent = match self.api.upload(method, form).await {
            // A picture that Telegram cannot show goes as a file; a file that it refuses is not worth a stop.
            Err(ApiError::Other(400, why)) => {
                tracing::warn!(why, "a file was refused by the Bot API; it stays in the vault");
                return Ok(None);
            }
            other => other?,
        };
        if thread.is_some() && sent.get("message_thread_id").and_then(Value::as_i64) != thread {
            return Err(ApiError::NoTopic.into());
        }
        Ok(sent.get("message_id").and_then(Value::as_i64))
    }

    async fn is_anonymous(&self, evidence: &Evidence) -> Result<bool, Trouble> {
        match &evidence.owner {
            crate::store::Owner::Ticket(receipt) => Ok(self.office.store.ticket(receipt).await?.is_none_or(|ticket| ticket.head.anonymous)),
            crate::store::Owner::Draft(_) => Ok(true),
        }
    }

    async fn read(&self, sha256: &str) -> Result<Vec<u8>, String> {
        let hash: ContentHash = sha256.parse().map_err(|_| "a record names no content".to_owned())?;
        let vault = self.office.vault.clone();
        let reading = tokio::task::spawn_blocking(move || {
            let mut content = Vec::new();
            let mut reader = vault.read(&vault.id_of(&hash)).map_err(|error| error.to_string())?;
            reader.read_to_end(&mut content).map_err(|error| error.to_string())?;
            Ok(content)
        });
        reading.await.map_err(|_| "reading a file broke".to_owned())?
    }

    // --- Staff groups -------------------------------------------------------------------------------------------------

    /// Brings topic, name and card of a ticket up to date.
    async fn card(&self, group: i64, receipt: &Receipt) -> Result<(), Trouble> {
        let Some(ticket) = self.office.store.ticket(receipt).await? else { return Ok(()) };
        if self.office.queue(&ticket.head.queue).and_then(|queue| queue.group) != Some(group) {
            // Passed on meanwhile: the other group's lane has it.
            return Ok(());
        }
        for _ in 0..2 {
            let topic = self.topic(group, &ticket).await?;
            match self.refresh(topic, &ticket).await {
                Err(Trouble::Api(ApiError::NoTopic)) => self.forget(receipt).await?,
                other => return other,
            }
        }
        Err(ApiError::NoTopic.into())
    }

    async fn refresh(&self, mut topic: Topic, ticket: &Ticket) -> Result<(), Trouble> {
        let before = topic.clone();
        let chat = self.office.groups.now(topic.chat);
        let name = card::topic_name(&self.office, ticket);
        if name != topic.name {
            let edit = json!({ "chat_id": chat, "message_thread_id": topic.thread, "name": name });
            match self.api.call("editForumTopic", &edit).await {
                Ok(_) | Err(ApiError::Same) => topic.name = name,
                Err(ApiError::TopicClosed) => {}
                Err(error) => return Err(error.into()),
            }
        }
        let evidence = self.evidence(ticket).await?;
        let mut message = card::card(&self.office, ticket, &evidence);
        message.replaces = topic.card;
        if topic.closed && ticket.head.closed.is_none() {
            self.reopen(&mut topic).await?;
        }
        match self.show(topic.chat, Some(topic.thread), &message).await {
            Ok(Some(number)) => {
                topic.card = Some(number);
                self.keep(&topic).await?;
                let pin = json!({ "chat_id": chat, "message_id": number, "disable_notification": true });
                match self.api.call("pinChatMessage", &pin).await {
                    Ok(_) | Err(ApiError::Same | ApiError::NoRight | ApiError::NoMessage | ApiError::Other(..)) => {}
                    Err(error) => return Err(error.into()),
                }
            }
            Ok(None) => {}
            // The last words of a closed ticket may come after its topic was closed.
            Err(Trouble::Api(ApiError::TopicClosed)) => {
                self.reopen(&mut topic).await?;
                return Err(Trouble::Wait(Duration::from_millis(500)));
            }
            Err(other) => return Err(other),
        }
        if ticket.head.closed.is_some() && !topic.closed {
            let close = json!({ "chat_id": chat, "message_thread_id": topic.thread });
            match self.api.call("closeForumTopic", &close).await {
                Ok(_) | Err(ApiError::Same | ApiError::TopicClosed) => topic.closed = true,
                Err(error) => return Err(error.into()),
            }
        }
        if topic != before {
            self.keep(&topic).await?;
        }
        Ok(())
    }

    async fn reopen(&self, topic: &mut Topic) -> Result<(), Trouble> {
        let open = json!({ "chat_id": self.office.groups.now(topic.chat), "message_thread_id": topic.thread });
        match self.api.call("reopenForumTopic", &open).await {
            Ok(_) | Err(ApiError::Same) => {}
            Err(error) => return Err(error.into()),
        }
        topic.closed = false;
        self.keep(topic).await
    }

    /// Words or a file for a ticket's topic.
    async fn post(&self, group: i64, receipt: &Receipt, message: &Outbound) -> Result<(), Trouble> {
        let Some(ticket) = self.office.store.ticket(receipt).await? else { return Ok(()) };
        let elsewhere = self.office.queue(&ticket.head.queue).and_then(|queue| queue.group) != Some(group);
        for _ in 0..2 {
            let known = self.office.store.topic(receipt).await?.filter(|topic| topic.chat == group);
            let mut topic = match known {
                Some(topic) => topic,
                // A group that passed the ticket on gets no new topic for it.
                None if elsewhere => return Ok(()),
                None => self.topic(group, &ticket).await?,
            };
            match self.show(group, Some(topic.thread), message).await {
                Ok(_) => return Ok(()),
                Err(Trouble::Api(ApiError::NoTopic)) => self.forget(receipt).await?,
                Err(Trouble::Api(ApiError::TopicClosed)) => self.reopen(&mut topic).await?,
                Err(other) => return Err(other),
            }
        }
        Err(ApiError::NoTopic.into())
    }

    async fn leave(&self, group: i64, receipt: &Receipt, reason: Option<&Outbound>) -> Result<(), Trouble> {
        let Some(topic) = self.office.store.topic(receipt).await?.filter(|topic| topic.chat == group) else { return Ok(()) };
        let gone = |trouble: Trouble| match trouble {
            Trouble::Api(ApiError::NoTopic | ApiError::TopicClosed) => Ok(()),
            other => Err(other),
        };
        if let Some(reason) = reason {
            self.show(group, Some(topic.thread), reason).await.map(|_| ()).or_else(gone)?;
        }
        let close = json!({ "chat_id": self.office.groups.now(group), "message_thread_id": topic.thread });
        match self.api.call("closeForumTopic", &close).await {
            Ok(_) | Err(ApiError::Same | ApiError::TopicClosed | ApiError::NoTopic) => {}
            Err(error) => return Err(error.into()),
        }
        self.forget(receipt).await
    }

    /// The topic of a ticket, made when there is none; on disk before anything is written into it.
    async fn topic(&self, group: i64, ticket: &Ticket) -> Result<Topic, Trouble> {
        if let Some(topic) = self.office.store.topic(&ticket.head.receipt).await?.filter(|topic| topic.chat == group) {
            return Ok(topic);
        }
        let name = card::topic_name(&self.office, ticket);
        let chat = self.office.groups.now(group);
        self.limits.turn(chat).await;
        let made = self.api.call("createForumTopic", &CreateForumTopic::new(ChatId(chat), name.clone())).await?;
        let thread = made.get("message_thread_id").and_then(Value::as_i64).ok_or(Trouble::Api(ApiError::Lost))?;
        let topic = Topic { receipt: ticket.head.receipt.clone(), chat: group, thread, card: None, name, closed: false };
        self.keep(&topic).await?;
        Ok(topic)
    }

    async fn keep(&self, topic: &Topic) -> Result<(), Trouble> {
        self.commit(Write::Topic(topic.clone())).await
    }

    async fn forget(&self, receipt: &Receipt) -> Result<(), Trouble> {
        self.commit(Write::ForgetTopic(receipt.clone())).await
    }

    async fn commit(&self, write: Write) -> Result<(), Trouble> {
        let commit = Commit { writes: vec![write], ..Commit::default() };
        self.office.store.commit(commit).await.map_err(|error| Trouble::Store(error.to_string()))
    }

    async fn evidence(&self, ticket: &Ticket) -> Result<Vec<Evidence>, Trouble> {
        let mut evidence = Vec::new();
        for id in crate::ticket::files(ticket) {
            evidence.extend(self.office.store.evidence(id).await?);
        }
        Ok(evidence)
    }

    /// A group that refuses us keeps nothing from going on: its deliveries wait, the operator and the group are told.
    async fn group_trouble(&self, group: i64, error: ApiError) -> Sent {
        match error {
            ApiError::Wait(pause) => Sent::Later(pause),
            ApiError::Token => Sent::Shut(error.to_string()),
            ApiError::Unreached | ApiError::Lost | ApiError::Server(_) | ApiError::Conflict => Sent::Again(error.to_string()),
            ApiError::Moved(to) => {
                tracing::warn!(to, "a staff group was moved: put the new id into office.toml");
                self.office.groups.moved(group, to);
                match self.commit(Write::Named(format!("group:{group}"), Some(to.to_string()))).await {
                    Ok(()) => Sent::Later(Duration::from_millis(100)),
                    Err(_) => Sent::Again("the new id of a group is not on disk".to_owned()),
                }
            }
            ApiError::NoRight | ApiError::NoForum => {
                tracing::error!(%error, "a staff group cannot show tickets: make the bot an administrator who may manage topics, and switch topics on");
                self.tell_group(group, if error == ApiError::NoRight { "desk-no-right" } else { "desk-no-forum" }).await;
                Sent::Later(GROUP_PAUSE)
            }
            ApiError::Forbidden | ApiError::NoChat => {
                tracing::error!(%error, "a staff group does not let the bot in: its tickets are served by `ip-office-bot tickets`");
                Sent::Later(GROUP_PAUSE)
            }
            ApiError::NoTopic | ApiError::TopicClosed => Sent::Later(Duration::from_secs(1)),
            ApiError::Same => Sent::Done(Vec::new()),
            ApiError::NoMessage | ApiError::Markup | ApiError::OldPress | ApiError::TooBig | ApiError::Other(..) => {
                Sent::Never(error.to_string(), Vec::new())
            }
        }
    }

    async fn tell_group(&self, group: i64, text: &str) {
        let now = self.office.now().timestamp();
        {
            let mut told = self.told.lock().unwrap_or_else(PoisonError::into_inner);
            if told.get(&group).is_some_and(|at| now - at < TELL_EVERY) {
                return;
            }
            told.insert(group, now);
        }
        let Some(queue) = self.office.queue_of_group(group) else { return };
        let words = self.office.script.load().texts.say(&queue.language, &Text::new(text));
        // The group has no right for topics; its general part may still take words.
        let message = Outbound { text: words, ..Outbound::default() };
        if let Err(Trouble::Api(error)) = self.show(group, None, &message).await {
            tracing::warn!(%error, "a staff group could not be told");
        }
    }
}

fn no_preview() -> LinkPreviewOptions {
    LinkPreviewOptions { is_disabled: true, url: None, prefer_small_media: false, prefer_large_media: false, show_above_text: false }
}

fn keyboard(message: &Outbound) -> Option<InlineKeyboardMarkup> {
    let mut rows: Vec<Vec<InlineKeyboardButton>> = message
        .buttons
        .iter()
        .map(|row| row.iter().map(|button| InlineKeyboardButton::callback(button.label.clone(), button.token.clone())).collect())
        .collect();
    if let Some(copies) = &message.copies {
        let button = InlineKeyboardButtonKind::CopyText(CopyTextButton { text: copies.text.clone() });
        rows.insert(0, vec![InlineKeyboardButton::new(copies.label.clone(), button)]);
    }
    (!rows.is_empty()).then(|| InlineKeyboardMarkup::new(rows))
}

fn ending(found: &str) -> &str {
    match found {
        "jpeg" => "jpg",
        "text" => "txt",
        other => other,
    }
}
