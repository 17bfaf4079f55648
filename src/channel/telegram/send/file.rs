//! Files of the vault for persons and staff groups. A group sees pictures without their metadata, nothing that the settings
//! keep from it, and no name that the sender gave.

use super::{Placed, TelegramSender, Trouble};
use crate::channel::telegram::api::ApiError;
use crate::config::FilesToGroup;
use crate::id::EvidenceId;
use crate::message::{Ability, Outbound, Route, plain};
use crate::store::{Evidence, FileStatus, Owner};
use crate::ticket::Ticket;
use crate::ticket::handing::is_personal_file;
use crate::vault::{ContentHash, clean_image, display_name};
use reqwest::multipart::{Form, Part};
use std::io::Read;

/// Largest picture in bytes (sendPhoto).
const PICTURE: usize = 10_000_000;
/// Longest caption in UTF-16 units (sendPhoto, sendDocument).
pub(super) const CAPTION: usize = 1024;

/// A file as it goes out.
struct Shown {
    content: Vec<u8>,
    name: String,
    caption: String,
    /// Shown as a picture rather than as a file.
    picture: bool,
}

impl TelegramSender {
    /// Shows a file of the vault; the number of the message. `None` when there is nothing to show there.
    pub(super) async fn file(&self, place: (i64, Option<i64>), id: EvidenceId, message: &Outbound) -> Result<Option<i64>, Trouble> {
        let (chat, _) = place;
        let Some(evidence) = self.office.store.evidence(id).await? else { return Ok(None) };
        let FileStatus::Kept { sha256, bytes, found, .. } = &evidence.status else {
            return match evidence.status {
                FileStatus::Waiting => Err(Trouble::Wait(self.patience.file)),
                _ => Ok(None),
            };
        };
        let group = chat < 0;
        let picture = matches!(found.as_str(), "jpeg" | "png" | "webp" | "gif");
        if *bytes > Ability::TELEGRAM.gives || group && !self.may_see(&evidence, picture).await? {
            return Ok(None);
        }
        let Ok(_room) = self.uploads.acquire().await else { return Ok(None) };
        let mut content = self.read(sha256).await.map_err(Trouble::Vault)?;
        if picture {
            content = match clean_image(&content) {
                Ok(cleaned) => cleaned.bytes,
                Err(_) if group => return Ok(None),
                // A clerk sent it on purpose; what cannot be cleaned goes as it is.
                Err(_) => content,
            };
        }
        let name = match &evidence.announced.name {
            Some(name) if !group => display_name(name),
            _ => format!("{}.{}", id.0 % 1_000_000, ending(found)),
        };
        let picture = picture && found != "gif" && content.len() <= PICTURE;
        let shown = Shown { content, name, caption: caption(&message.text), picture };
        self.upload(place, shown).await.map(Some)
    }

    /// Everything kept about a person, as a file for that person alone; the number of the message.
    pub(super) async fn copy(&self, chat: i64, message: &Outbound) -> Result<Option<i64>, Trouble> {
        if chat <= 0 {
            return Err(Trouble::Misplaced);
        }
        let content = crate::intake::copy_of(&self.office, &Route::telegram(chat)).await?.into_bytes();
        let Ok(_room) = self.uploads.acquire().await else { return Ok(None) };
        let name = format!("my-data-{}.json", crate::clock::office_day(self.office.now()));
        let shown = Shown { content, name, caption: caption(&message.text), picture: false };
        self.upload((chat, None), shown).await.map(Some)
    }

    /// Whether a staff group may see it: pictures of everybody, since their metadata can be taken away; other files only of
    /// persons who gave their name; personal papers of nobody.
    async fn may_see(&self, evidence: &Evidence, picture: bool) -> Result<bool, Trouble> {
        let ticket = match &evidence.owner {
            Owner::Ticket(receipt) => self.office.store.ticket(receipt).await?,
            Owner::Draft(_) => None,
        };
        if ticket.as_ref().is_some_and(|ticket| self.is_personal(ticket, evidence.id)) {
            return Ok(false);
        }
        let anonymous = ticket.is_none_or(|ticket| ticket.head.anonymous);
        Ok(match self.office.config.telegram.files_to_group {
            FilesToGroup::All => picture || !anonymous,
            FilesToGroup::Images => picture,
            FilesToGroup::None => false,
        })
    }

    /// Whether a file answers a personal question, or was added after a paper was asked for that does not pass over servers abroad.
    fn is_personal(&self, ticket: &Ticket, id: EvidenceId) -> bool {
        let script = self.office.script.load();
        let submit = script.flows.get(&ticket.head.service).and_then(|flow| flow.submit.as_ref());
        is_personal_file(ticket, submit, id)
    }

    /// A picture that Telegram cannot show goes out as a file.
    async fn upload(&self, place: (i64, Option<i64>), shown: Shown) -> Result<i64, Trouble> {
        let (chat, thread) = place;
        let Shown { content, name, caption, picture } = shown;
        // Shared by both tries, not copied.
        let content = bytes_of(content);
        let mut refused = None;
        for (method, field) in [("sendPhoto", "photo"), ("sendDocument", "document")].into_iter().skip(usize::from(!picture)) {
            let mut form = Form::new().text("chat_id", chat.to_string()).part(field, content().file_name(name.clone()));
            if let Some(thread) = thread {
                form = form.text("message_thread_id", thread.to_string());
            }
            if !caption.is_empty() {
                form = form.text("caption", caption.clone());
            }
            let _turn = self.limits.turn(chat).await;
            match self.api.upload::<Placed>(method, form).await {
                Ok(sent) => {
                    self.in_place(place, &sent).await?;
                    return Ok(sent.message_id);
                }
                Err(error @ (ApiError::Other(..) | ApiError::TooBig)) => refused = Some(error),
                Err(error) => return Err(error.into()),
            }
        }
        Err(refused.unwrap_or(ApiError::TooBig).into())
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
}

/// Parts of a form that share one content.
fn bytes_of(content: Vec<u8>) -> impl Fn() -> Part {
    let length = content.len() as u64;
    let content = axum::body::Bytes::from(content);
    move || Part::stream_with_length(content.clone(), length)
}

/// The words of a caption, cut to what Telegram takes.
fn caption(text: &str) -> String {
    let mut units = 0;
    plain(text)
        .chars()
        .take_while(|sign| {
            units += sign.len_utf16();
            units <= CAPTION
        })
        .collect()
}

fn ending(found: &str) -> &str {
    match found {
        "jpeg" => "jpg",
        "text" => "txt",
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_caption_fits_whatever_signs_it_has() {
        assert_eq!(caption("<b>a</b> &amp; b"), "a & b");
        for sign in ["a", "字", "😀"] {
            let cut = caption(&sign.repeat(2000));
            assert_eq!(cut.encode_utf16().count(), CAPTION, "{sign}");
        }
    }
}
