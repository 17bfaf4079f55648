//! Files of text made by the counter. The words go as the caption, or as a message of their own when they are too long for
//! one, or Telegram does not take the file: the words are never lost.

use super::file::CAPTION;
use super::{Placed, TelegramSender, Trouble, keyboard};
use crate::channel::telegram::api::ApiError;
use crate::message::{Document, Outbound, plain, shown_length};
use reqwest::multipart::{Form, Part};

impl TelegramSender {
    /// Shows a file with its words; the number of the last message.
    pub(super) async fn document(
        &self,
        place: (i64, Option<i64>),
        document: &Document,
        message: &Outbound,
    ) -> Result<Option<i64>, Trouble> {
        let caption = shown_length(&message.text) <= CAPTION;
        let words = Outbound { document: None, ..message.clone() };
        let carried = if caption { words.clone() } else { Outbound { silent: message.silent, ..Outbound::default() } };
        let mut sent = self.send_document(place, document, (&carried, true)).await;
        if matches!(sent, Err(ApiError::Markup)) {
            sent = self.send_document(place, document, (&carried, false)).await;
        }
        match sent {
            Ok(number) if caption => return Ok(Some(number)),
            Ok(_) => {}
            Err(error @ (ApiError::Other(..) | ApiError::TooBig)) => {
                tracing::warn!(%error, "a file was refused; its words go out without it");
            }
            Err(error) => return Err(error.into()),
        }
        Ok(Some(self.new_message(place, &words).await?))
    }

    async fn send_document(
        &self,
        place: (i64, Option<i64>),
        document: &Document,
        (words, marked): (&Outbound, bool),
    ) -> Result<i64, ApiError> {
        let (chat, thread) = place;
        let part = Part::bytes(document.content.clone().into_bytes()).file_name(document.name.clone());
        let part = part.mime_str(&document.kind).map_err(|_| ApiError::Unreached)?;
        let mut form = Form::new().text("chat_id", chat.to_string()).part("document", part);
        if let Some(thread) = thread {
            form = form.text("message_thread_id", thread.to_string());
        }
        if !words.text.is_empty() {
            form = form.text("caption", if marked { words.text.clone() } else { plain(&words.text) });
            if marked {
                form = form.text("parse_mode", "HTML");
            }
        }
        if words.silent {
            form = form.text("disable_notification", "true");
        }
        if let Some(keyboard) = keyboard(words) {
            form = form.text("reply_markup", serde_json::to_string(&keyboard).unwrap_or_default());
        }
        let _turn = self.limits.turn(chat).await;
        let sent: Placed = self.api.upload("sendDocument", form).await?;
        self.in_place(place, &sent).await?;
        Ok(sent.message_id)
    }
}
