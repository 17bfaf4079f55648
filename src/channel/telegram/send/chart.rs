//! Figures as a picture, drawn when they are sent. The words go as its caption, or as a message of their own when they are too
//! long for one or Telegram does not take the picture: the table in words is never lost.

use super::file::CAPTION;
use super::{Placed, TelegramSender, Trouble};
use crate::channel::telegram::api::ApiError;
use crate::chart::{Spec, png};
use crate::message::{Outbound, plain, shown_length};
use reqwest::multipart::{Form, Part};

impl TelegramSender {
    /// Shows a chart with its words; the number of the last message.
    pub(super) async fn chart(&self, place: (i64, Option<i64>), spec: &Spec, message: &Outbound) -> Result<Option<i64>, Trouble> {
        let caption = shown_length(&message.text) <= CAPTION && message.buttons.is_empty();
        let drawing = spec.clone();
        let picture = match tokio::task::spawn_blocking(move || png(&drawing)).await {
            Ok(Ok(picture)) => Some(picture),
            Ok(Err(error)) => {
                tracing::error!(%error, "a chart cannot be drawn; the table goes out in words");
                None
            }
            Err(_) => None,
        };
        if let Some(picture) = picture {
            let mut sent = self.photo(place, &picture, caption.then_some((message.text.as_str(), true))).await;
            if matches!(sent, Err(ApiError::Markup)) {
                sent = self.photo(place, &picture, Some((&plain(&message.text), false))).await;
            }
            match sent {
                Ok(number) if caption => return Ok(Some(number)),
                Ok(_) => {}
                Err(error @ (ApiError::Other(..) | ApiError::TooBig)) => {
                    tracing::warn!(%error, "a chart was refused; the table goes out in words");
                }
                Err(error) => return Err(error.into()),
            }
        }
        Ok(Some(self.new_message(place, message).await?))
    }

    async fn photo(&self, place: (i64, Option<i64>), picture: &[u8], caption: Option<(&str, bool)>) -> Result<i64, ApiError> {
        let (chat, thread) = place;
        let part = Part::bytes(picture.to_vec()).file_name("chart.png").mime_str("image/png").map_err(|_| ApiError::Unreached)?;
        let mut form = Form::new().text("chat_id", chat.to_string()).part("photo", part);
        if let Some(thread) = thread {
            form = form.text("message_thread_id", thread.to_string());
        }
        if let Some((words, marked)) = caption {
            form = form.text("caption", words.to_owned());
            if marked {
                form = form.text("parse_mode", "HTML");
            }
        }
        let _turn = self.limits.turn(chat).await;
        let sent: Placed = self.api.upload("sendPhoto", form).await?;
        self.in_place(place, &sent).await?;
        Ok(sent.message_id)
    }
}
