//! Fetches the content of a file: read piece by piece, hashed and sealed on the way, judged by what it is, kept once. What is
//! refused never enters the vault; whoever sent it is told why. What was uploaded lies in the [spool](crate::spool), everything
//! else at its channel.

use super::{Content, Sender, Sent, TOO_BIG};
use crate::desk;
use crate::id::EvidenceId;
use crate::locale::{Language, Text};
use crate::message::{Incoming, Outbound};
use crate::office::Office;
use crate::spool::{Reading, SpoolError, UploadId};
use crate::store::{Commit, CommitError, Delivery, FileStatus, Lane, Owner, Parcel, Write};
use crate::ticket::act::Act;
use crate::vault::{Reason, Vault, VaultError, Verdict, display_name, judge};
use futures_util::StreamExt;
use std::time::Duration;
use tokio::sync::mpsc;

/// Bytes of an upload that are handed on at once.
const SLICE: usize = 64 * 1024;
/// Pause before a full disk is tried again.
const NO_SPACE: Duration = Duration::from_secs(60);

/// Fetches one file.
pub(super) async fn fetch(office: &Office, sender: &dyn Sender, id: EvidenceId) -> Sent {
    let evidence = match office.store.evidence(id).await {
        Ok(Some(evidence)) if evidence.status == FileStatus::Waiting => evidence,
        // Deleted meanwhile, or fetched before a crash.
        Ok(_) => return Sent::Done(Vec::new()),
        Err(error) => return Sent::Again(error.to_string()),
    };
    let upload = UploadId::of_source(&evidence.announced.source);
    let limit = upload.map_or_else(|| sender.largest(), |_| office.spool.bounds().file);
    let content = match upload {
        Some(upload) => uploaded(office, upload).await,
        None => sender.content(&evidence.announced.source).await,
    };
    let content = match content {
        Ok(content) => content,
        Err(Sent::Never(why, _)) if why == TOO_BIG => return settle(office, id, FileStatus::Refused { why: "too-big".to_owned() }).await,
        Err(Sent::Never(why, _)) => {
            tracing::warn!(why, "the content of a file is lost");
            return give_up(office, id).await;
        }
        // Not there for us: no person is out of reach because of it.
        Err(Sent::Gone) => return give_up(office, id).await,
        Err(other) => return other,
    };
    match keep(&office.vault, (&evidence.announced, limit), content).await {
        Ok(status) => {
            let settled = settle(office, id, status).await;
            if let (Sent::Done(_), Some(upload)) = (&settled, upload) {
                empty(office, upload).await;
            }
            settled
        }
        Err(Trouble::Stream(why)) => Sent::Again(why),
        Err(Trouble::NoSpace) => {
            tracing::error!("no space left for evidence: make room on the disk of server.data");
            Sent::Later(NO_SPACE)
        }
    }
}

/// An upload goes into the vault at once, for whoever must know what it is before it is mentioned anywhere. It stays in the spool.
///
/// # Errors
/// It cannot be read or kept now.
pub(crate) async fn keep_upload(office: &Office, upload: UploadId, announced: &Incoming) -> Result<FileStatus, String> {
    let content = uploaded(office, upload).await.map_err(|why| match why {
        Sent::Never(why, _) | Sent::Again(why) => why,
        _ => "the upload cannot be read".to_owned(),
    })?;
    keep(&office.vault, (announced, office.spool.bounds().file), content).await.map_err(|trouble| match trouble {
        Trouble::Stream(why) => why,
        Trouble::NoSpace => "no space left for evidence: make room on the disk of server.data".to_owned(),
    })
}

/// The content cannot be had any more: whoever sent it is told.
pub(super) async fn give_up(office: &Office, id: EvidenceId) -> Sent {
    settle(office, id, FileStatus::Refused { why: "lost".to_owned() }).await
}

enum Trouble {
    Stream(String),
    NoSpace,
}

/// The content of an upload, slice by slice; one piece of it is in memory.
async fn uploaded(office: &Office, upload: UploadId) -> Result<Content, Sent> {
    let spool = office.spool.clone();
    let opened = tokio::task::spawn_blocking(move || spool.read(upload)).await;
    let reading = match opened {
        Ok(Ok(reading)) => reading,
        Ok(Err(error @ (SpoolError::Missing | SpoolError::Damaged))) => return Err(Sent::Never(error.to_string(), Vec::new())),
        Ok(Err(error)) => return Err(Sent::Again(error.to_string())),
        Err(_) => return Err(Sent::Again("reading an upload broke".to_owned())),
    };
    let slices = futures_util::stream::try_unfold((reading, Piece::default(), 0), next_slice);
    Ok(Box::pin(slices))
}

type Piece = zeroize::Zeroizing<Vec<u8>>;

async fn next_slice(
    (mut reading, mut piece, mut at): (Reading, Piece, usize),
) -> Result<Option<(Vec<u8>, (Reading, Piece, usize))>, String> {
    if at >= piece.len() {
        let read = tokio::task::spawn_blocking(move || reading.piece().map(|piece| (piece, reading)));
        let (next, back) = read.await.map_err(|_| "reading an upload broke".to_owned())?.map_err(|error| error.to_string())?;
        let Some(next) = next else { return Ok(None) };
        (reading, piece, at) = (back, next, 0);
    }
    let slice = piece[at..piece.len().min(at + SLICE)].to_vec();
    at += slice.len();
    Ok(Some((slice, (reading, piece, at))))
}

/// The pieces of an upload are no longer needed. What cannot be removed now goes with the next sweep.
pub(crate) async fn empty(office: &Office, upload: UploadId) {
    let spool = office.spool.clone();
    match tokio::task::spawn_blocking(move || spool.empty(upload)).await {
        Ok(Ok(())) => {}
        Ok(Err(error)) => tracing::warn!(%error, "an upload that is in the vault was not removed; it goes with the next sweep"),
        Err(_) => tracing::warn!("removing an upload broke; it goes with the next sweep"),
    }
}

async fn keep(vault: &Vault, (announced, limit): (&Incoming, u64), mut content: Content) -> Result<FileStatus, Trouble> {
    let (pieces, mut arriving) = mpsc::channel::<Vec<u8>>(8);
    let vault = vault.clone();
    let name = announced.name.clone().unwrap_or_default();
    let mime = announced.mime.clone();
    let writing = tokio::task::spawn_blocking(move || {
        let mut writer = vault.writer(limit)?;
        while let Some(piece) = arriving.blocking_recv() {
            if piece.is_empty() {
                // The stream broke: nothing of it is kept.
                return Ok(None);
            }
            writer.write(&piece)?;
        }
        let pending = writer.close()?;
        let found = pending.kind().clone();
        match judge(&name, mime.as_deref(), &found) {
            Verdict::Refused(reason) => Ok(Some(FileStatus::Refused { why: why(reason).to_owned() })),
            verdict => {
                let claimed = match verdict {
                    Verdict::Lies { claimed, .. } => Some(claimed.name().to_owned()),
                    _ => None,
                };
                let stored = pending.keep()?;
                Ok(Some(FileStatus::Kept {
                    sha256: stored.sha256.to_string(),
                    bytes: stored.bytes,
                    found: found.kind.name().to_owned(),
                    claimed,
                }))
            }
        }
    });
    let mut broken = None;
    while let Some(piece) = content.next().await {
        match piece {
            Ok(piece) if piece.is_empty() => {}
            Ok(piece) => {
                if pieces.send(piece).await.is_err() {
                    break;
                }
            }
            Err(why) => {
                let _ = pieces.send(Vec::new()).await;
                broken = Some(why);
                break;
            }
        }
    }
    drop(pieces);
    let written: Result<Option<FileStatus>, VaultError> =
        writing.await.map_err(|_| Trouble::Stream("writing the file broke".to_owned()))?;
    if let Some(why) = broken {
        return Err(Trouble::Stream(why));
    }
    match written {
        Ok(Some(status)) => Ok(status),
        Ok(None) => Err(Trouble::Stream("the stream ended early".to_owned())),
        Err(VaultError::Empty) => Ok(FileStatus::Refused { why: "empty".to_owned() }),
        Err(VaultError::TooLarge { .. }) => Ok(FileStatus::Refused { why: "too-big".to_owned() }),
        Err(VaultError::NoSpace) => Err(Trouble::NoSpace),
        Err(other) => Err(Trouble::Stream(other.to_string())),
    }
}

fn why(reason: Reason) -> &'static str {
    match reason {
        Reason::Empty => "empty",
        Reason::Executable => "executable",
        Reason::ActiveContent => "active-content",
        Reason::Malware => "malware",
        Reason::NotAccepted => "not-accepted",
        Reason::Unknown => "unknown-kind",
    }
}

/// Writes what became of the file. It may have become part of a ticket meanwhile: then it is read and decided again.
pub(crate) async fn settle(office: &Office, id: EvidenceId, status: FileStatus) -> Sent {
    let mut noted = false;
    for _ in 0..5 {
        let mut evidence = match office.store.evidence(id).await {
            // Settled before.
            Ok(Some(evidence)) if evidence.status != FileStatus::Waiting => return Sent::Done(Vec::new()),
            Ok(Some(evidence)) => evidence,
            Ok(None) => return Sent::Done(Vec::new()),
            Err(error) => return Sent::Again(error.to_string()),
        };
        let ticket = match &evidence.owner {
            Owner::Ticket(receipt) => match office.store.ticket(receipt).await {
                Ok(ticket) => ticket,
                Err(error) => return Sent::Again(error.to_string()),
            },
            Owner::Draft(_) => None,
        };
        if let (FileStatus::Refused { why }, Some(ticket), false) = (&status, &ticket, noted) {
            // First the word about it: a crash in between says it twice rather than never.
            let act = Act::RefuseFile { file: id, why: why.clone() };
            if let Err(why) = desk::note_by_counter(office, &ticket.head.receipt, act).await {
                return Sent::Again(why);
            }
            noted = true;
        }
        let tell = evidence.tell.take();
        evidence.status = status.clone();
        // Nothing but the content is needed any more; an anonymous ticket keeps no way back to the chat.
        evidence.announced.source.clear();
        evidence.revision += 1;
        let mut deliveries: Vec<Delivery> = Vec::new();
        let mut dropped = Vec::new();
        match (&status, &evidence.owner, &ticket) {
            (FileStatus::Refused { why }, Owner::Draft(person), _) => {
                let conversation = match office.store.conversation(*person).await {
                    Ok(conversation) => conversation,
                    Err(error) => return Sent::Again(error.to_string()),
                };
                let language = conversation.as_ref().map_or_else(Language::chinese, |conversation| conversation.state.language.clone());
                // What was refused is no answer: the form does not count it.
                dropped.extend(conversation.map(|mut conversation| {
                    conversation.state.drop_file(id);
                    conversation.revision += 1;
                    Write::Conversation(*person, Box::new(conversation))
                }));
                dropped.push(Write::ForgetEvidence(id));
                deliveries.extend(tell.map(|route| {
                    let name = display_name(evidence.announced.name.as_deref().unwrap_or(""));
                    let text = Text::new(format!("file-refused-{why}")).with("name", name);
                    let text = office.script.load().texts.say(&language, &text);
                    office.delivery(Lane::Person(route), Parcel::Message(Outbound { text, ..Outbound::default() }))
                }));
            }
            // A clerk's own file stands in the topic already, and not on the card.
            (_, _, Some(ticket)) if crate::ticket::is_of_clerk(ticket, id) => {}
            (_, Owner::Ticket(receipt), Some(ticket)) => {
                if matches!(status, FileStatus::Kept { .. }) {
                    deliveries.extend(desk::file_post(office, &ticket.head.queue, receipt, id));
                }
                // The card says what became of it.
                deliveries.extend(desk::card(office, ticket));
            }
            _ => {}
        }
        let mut writes = if dropped.is_empty() { vec![Write::Evidence(Box::new(evidence))] } else { dropped };
        writes.extend(deliveries.iter().cloned().map(|delivery| Write::Delivery(Box::new(delivery))));
        match office.store.commit(Commit { writes, ..Commit::default() }).await {
            Ok(()) => {
                office.outbox.post(deliveries);
                return Sent::Done(Vec::new());
            }
            Err(CommitError::Stale(_)) => {}
            Err(error) => return Sent::Again(error.to_string()),
        }
    }
    Sent::Again("the file kept changing".to_owned())
}
