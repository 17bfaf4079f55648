//! Uploads on their way: pieces of at most 1 MiB, each sealed by itself and on disk before it counts, so that a broken upload
//! goes on where it stopped, after a restart too.
//!
//! What must hold: a piece that was taken is there until the upload is emptied, given up or swept; nothing lies unsealed on
//! disk; no more than one piece of an upload is in memory; an upload answers to the person who began it and to nobody else.
//! Must not judge what a file is (the [vault](crate::vault) does) and must not log.
//!
//! Blocking code: call it where blocking is allowed.
//!
//! ## Why
//! - A folder an upload, `spool/<id>/`: `about` says what was announced, by whom and how far it is; `0`, `1`, ... are the pieces.
//!   Each is bound to its upload and number, so that pieces cannot be exchanged on disk.
//! - Where an upload stands is kept in memory and read from the folder at the first use. A piece counts when its name is there,
//!   and the name is given after the content is on disk.
//! - What was taken leaves its `about` behind for a day: whoever did not hear that the file had arrived may ask again.

mod disk;
#[cfg(test)]
mod tests;

use crate::id::PersonKey;
use crate::seal::{KeyId, OfficeKey, text};
use disk::Disk;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, HashMap};
use std::io;
use std::path::PathBuf;
use std::str::FromStr;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::SystemTime;
use std::{fmt, iter};
use zeroize::Zeroizing;

/// Bytes of a piece; only the last one may be shorter.
pub const PIECE: usize = 1 << 20;
/// Begins the source of a file whose content lies here: `spool:<id>`.
const SOURCE: &str = "spool:";
/// Characters of a name that are kept; the end of it, because the ending tells what the sender takes the file for.
const NAME: usize = 400;
/// Characters of a declared type, or of the mark of an album, that are kept.
const TYPE: usize = 100;

/// Why an upload does not go on.
#[derive(Debug, thiserror::Error)]
pub enum SpoolError {
    /// There is no such upload, or it is somebody else's.
    #[error("there is no such upload")]
    Missing,
    /// The file has more bytes than one may have.
    #[error("the file has more than {limit} bytes")]
    TooLarge { limit: u64 },
    /// The person has as many uploads under way as one may have.
    #[error("the person has {limit} uploads under way")]
    TooMany { limit: usize },
    /// The person's uploads under way are too large together.
    #[error("the uploads of the person have more than {limit} bytes")]
    TooMuch { limit: u64 },
    /// The piece does not have the length that it must have at its place.
    #[error("a piece at this place does not have this length")]
    Piece,
    /// Pieces are missing.
    #[error("pieces are missing")]
    Incomplete,
    /// The upload is whole: no piece is taken any more.
    #[error("the upload is whole already")]
    Closed,
    /// The disk, or the part of it that uploads may fill, is full. What is there stays; the same can be tried again later.
    #[error("no space left for uploads")]
    NoSpace,
    /// A piece was changed, cut or moved, or its key is gone.
    #[error("an upload is damaged")]
    Damaged,
    /// Anything else the system refused.
    #[error("uploads: {0}")]
    Io(io::Error),
}

impl From<io::Error> for SpoolError {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::NotFound => Self::Missing,
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded | io::ErrorKind::FileTooLarge => Self::NoSpace,
            _ => Self::Io(error),
        }
    }
}

/// Name of an upload: 32 hex digits that cannot be guessed.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct UploadId([u8; 16]);

impl UploadId {
    /// A name from random bytes.
    pub fn new(random: [u8; 16]) -> Self {
        Self(random)
    }

    /// The source of the file in a record: `spool:<id>`.
    pub fn source(&self) -> String {
        format!("{SOURCE}{self}")
    }

    /// The upload that a source names, when the content lies here.
    pub fn of_source(source: &str) -> Option<Self> {
        source.strip_prefix(SOURCE)?.parse().ok()
    }

    /// A number for the event that this upload becomes: the same each time, so that it is handled once.
    pub fn number(&self) -> i64 {
        let [a, b, c, d, e, f, g, h, ..] = self.0;
        i64::from_be_bytes([a & 0x7f, b, c, d, e, f, g, h])
    }
}

impl fmt::Display for UploadId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&text::to_hex(&self.0))
    }
}

impl fmt::Debug for UploadId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "UploadId({self})")
    }
}

impl FromStr for UploadId {
    type Err = SpoolError;

    fn from_str(hex: &str) -> Result<Self, SpoolError> {
        text::from_hex(hex).map(Self).ok_or(SpoolError::Missing)
    }
}

/// What the sender says about a file before it comes. Claims, nothing of it is believed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Announced {
    /// Name.
    pub name: Option<String>,
    /// Type.
    pub mime: Option<String>,
    /// Size in bytes; `None`: it ends when it ends.
    pub bytes: Option<u64>,
    /// Mark that files have in common which are one answer.
    pub album: Option<String>,
}

/// How far an upload is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Stage {
    /// Pieces are coming.
    Begun,
    /// Everything is here.
    Whole,
    /// It became part of a conversation; its content leaves as soon as the vault has it.
    Taken,
}

/// Where an upload stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// What was announced.
    pub announced: Announced,
    /// How far it is.
    pub stage: Stage,
    /// Pieces that are here, in order.
    pub pieces: Vec<u32>,
    /// Bytes that are here.
    pub bytes: u64,
}

/// What may be under way, in bytes and files.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bounds {
    /// Bytes of one file.
    pub file: u64,
    /// Unfinished uploads of one person.
    pub files: usize,
    /// Bytes of the unfinished uploads of one person.
    pub person: u64,
    /// Bytes of everybody's uploads.
    pub all: u64,
}

/// What a sweep removed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Swept {
    /// Uploads.
    pub uploads: u64,
    /// Bytes on disk set free.
    pub bytes: u64,
}

/// What is kept about an upload beside its pieces. Sealed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct About {
    person: PersonKey,
    announced: Announced,
    stage: Stage,
    /// Bytes of the whole; known from the stage [`Stage::Whole`] on.
    #[serde(default)]
    bytes: u64,
}

/// An upload as it is known in memory.
#[derive(Clone, Debug)]
struct Upload {
    about: About,
    /// Length of each piece; 0 where it is missing.
    pieces: Vec<u32>,
}

/// The folder of uploads. Cheap to clone.
#[derive(Clone)]
pub struct Spool(Arc<Inner>);

struct Inner {
    disk: Disk,
    bounds: Bounds,
    /// `None` until the folder was read. Held while a name is given or taken away.
    uploads: Mutex<Option<HashMap<UploadId, Upload>>>,
}

impl Spool {
    /// Uploads in this folder, which is made with the first of them.
    pub fn new(dir: PathBuf, key: OfficeKey, bounds: Bounds) -> Self {
        Self(Arc::new(Inner { disk: Disk::new(dir, key), bounds, uploads: Mutex::new(None) }))
    }

    /// What may be under way.
    pub fn bounds(&self) -> Bounds {
        self.0.bounds
    }

    /// Begins the upload `id` of a person.
    ///
    /// # Errors
    /// The file is too large, the person has too much under way, or there is no space.
    pub fn begin(&self, person: PersonKey, id: UploadId, announced: Announced) -> Result<(), SpoolError> {
        let announced = Announced {
            name: announced.name.map(|name| last(&name, NAME)),
            mime: announced.mime.map(|mime| last(&mime, TYPE)),
            album: announced.album.map(|album| last(&album, TYPE)),
            bytes: announced.bytes,
        };
        let bounds = self.0.bounds;
        let wanted = announced.bytes.unwrap_or(0);
        if wanted > bounds.file {
            return Err(SpoolError::TooLarge { limit: bounds.file });
        }
        let mut uploads = self.uploads()?;
        let own = unfinished(&uploads, person);
        if own.files >= bounds.files {
            return Err(SpoolError::TooMany { limit: bounds.files });
        }
        self.fits(&uploads, (own.bytes, wanted))?;
        let about = About { person, announced, stage: Stage::Begun, bytes: 0 };
        self.0.disk.begin(&id, &about)?;
        all(&mut uploads).insert(id, Upload { about, pieces: Vec::new() });
        Ok(())
    }

    /// Takes piece `number`; when this returns it is on disk. The same piece again has the effect of once.
    ///
    /// # Errors
    /// The upload is not this person's, the piece does not fit there, the whole becomes too large, or there is no space.
    pub fn put(&self, (person, id): (PersonKey, UploadId), number: u32, bytes: &[u8]) -> Result<Standing, SpoolError> {
        {
            let uploads = self.uploads()?;
            let upload = own(&uploads, person, &id)?;
            if upload.about.stage != Stage::Begun {
                return Err(SpoolError::Closed);
            }
            self.check_piece(upload, number, bytes.len())?;
            // What was announced is reserved since the beginning.
            if upload.about.announced.bytes.is_none() {
                let before = u64::from(upload.pieces.get(number as usize).copied().unwrap_or(0));
                let more = (bytes.len() as u64).saturating_sub(before);
                self.fits(&uploads, (unfinished(&uploads, person).bytes, more))?;
            }
        }
        // Written without holding anybody up; named when it is on disk.
        let written = self.0.disk.write_piece((&id, number), bytes)?;
        {
            let mut uploads = self.uploads()?;
            let upload = all(&mut uploads).get_mut(&id).ok_or(SpoolError::Missing)?;
            if upload.about.stage != Stage::Begun {
                return Err(SpoolError::Closed);
            }
            written.name()?;
            let at = number as usize;
            if upload.pieces.len() <= at {
                upload.pieces.resize(at + 1, 0);
            }
            upload.pieces[at] = bytes.len() as u32;
        }
        self.0.disk.sync(&id)?;
        self.standing(person, id)
    }

    /// Where an upload stands.
    ///
    /// # Errors
    /// It is not this person's.
    pub fn standing(&self, person: PersonKey, id: UploadId) -> Result<Standing, SpoolError> {
        let uploads = self.uploads()?;
        let Upload { about, pieces } = own(&uploads, person, &id)?;
        Ok(Standing {
            announced: about.announced.clone(),
            stage: about.stage,
            pieces: (0..).zip(pieces).filter(|(_, length)| **length > 0).map(|(n, _)| n).collect(),
            bytes: if about.stage == Stage::Begun { sum(pieces) } else { about.bytes },
        })
    }

    /// Everything was sent: no further piece is taken. Said again, it has the effect of once.
    ///
    /// # Errors
    /// The upload is not this person's, or pieces are missing.
    pub fn finish(&self, person: PersonKey, id: UploadId) -> Result<Standing, SpoolError> {
        {
            let mut uploads = self.uploads()?;
            let upload = own(&uploads, person, &id)?;
            if upload.about.stage == Stage::Begun {
                let bytes = sum(&upload.pieces);
                let gap = upload.pieces.iter().rev().skip(1).any(|length| *length as usize != PIECE) || upload.pieces.last() == Some(&0);
                if gap || upload.about.announced.bytes.is_some_and(|announced| announced != bytes) {
                    return Err(SpoolError::Incomplete);
                }
                let about = About { stage: Stage::Whole, bytes, ..upload.about.clone() };
                self.0.disk.write_about(&id, &about)?;
                all(&mut uploads).entry(id).and_modify(|upload| upload.about = about);
            }
        }
        self.standing(person, id)
    }

    /// Whole uploads of a person that have this mark in common, by name.
    ///
    /// # Errors
    /// The folder cannot be read.
    pub fn whole(&self, person: PersonKey, album: &str) -> Result<Vec<(UploadId, Standing)>, SpoolError> {
        let ids: Vec<UploadId> = {
            let uploads = self.uploads()?;
            let all = uploads.iter().flatten();
            let own = all.filter(|(_, upload)| upload.about.person == person && upload.about.stage == Stage::Whole);
            own.filter(|(_, upload)| upload.about.announced.album.as_deref() == Some(album)).map(|(id, _)| *id).collect()
        };
        let mut whole: Vec<_> = ids.into_iter().filter_map(|id| Some((id, self.standing(person, id).ok()?))).collect();
        whole.sort_by(|(_, one), (_, other)| one.announced.name.cmp(&other.announced.name));
        Ok(whole)
    }

    /// Whether a person has anything under this mark that was not taken yet, whole or on its way.
    ///
    /// # Errors
    /// The folder cannot be read.
    pub fn has_any(&self, person: PersonKey, album: &str) -> Result<bool, SpoolError> {
        let uploads = self.uploads()?;
        let mut own = uploads.iter().flatten().map(|(_, upload)| &upload.about);
        Ok(own.any(|about| about.person == person && about.stage != Stage::Taken && about.announced.album.as_deref() == Some(album)))
    }

    /// The whole upload became part of a conversation: it no longer counts as under way.
    ///
    /// # Errors
    /// The upload is not this person's, or not whole.
    pub fn take(&self, person: PersonKey, id: UploadId) -> Result<(), SpoolError> {
        let mut uploads = self.uploads()?;
        match own(&uploads, person, &id)?.about.stage {
            Stage::Begun => Err(SpoolError::Incomplete),
            Stage::Whole => self.taken(&mut uploads, &id),
            Stage::Taken => Ok(()),
        }
    }

    /// The person no longer wants it. One that became part of a conversation stays there.
    ///
    /// # Errors
    /// The upload is not this person's, or was taken.
    pub fn abandon(&self, person: PersonKey, id: UploadId) -> Result<(), SpoolError> {
        let mut uploads = self.uploads()?;
        if own(&uploads, person, &id)?.about.stage == Stage::Taken {
            return Err(SpoolError::Closed);
        }
        self.0.disk.remove(&id)?;
        all(&mut uploads).remove(&id);
        Ok(())
    }

    /// Reads the content of a whole upload.
    ///
    /// # Errors
    /// There is no such upload, or it is not whole.
    pub fn read(&self, id: UploadId) -> Result<Reading, SpoolError> {
        let uploads = self.uploads()?;
        let upload = uploads.as_ref().and_then(|all| all.get(&id)).ok_or(SpoolError::Missing)?;
        match upload.about.stage {
            Stage::Begun => Err(SpoolError::Incomplete),
            // Its content left for the vault.
            Stage::Taken if upload.pieces.is_empty() && upload.about.bytes > 0 => Err(SpoolError::Missing),
            Stage::Whole | Stage::Taken => Ok(Reading { spool: self.clone(), id, rest: upload.about.bytes, next: 0 }),
        }
    }

    /// The content is in the vault, or not wanted any more: the pieces go, what is known about the upload stays for a day.
    ///
    /// # Errors
    /// The folder cannot be changed. What is left goes with a sweep.
    pub fn empty(&self, id: UploadId) -> Result<(), SpoolError> {
        let mut uploads = self.uploads()?;
        let Some(upload) = all(&mut uploads).get_mut(&id) else { return Ok(()) };
        upload.pieces.clear();
        self.taken(&mut uploads, &id)?;
        self.0.disk.remove_pieces(&id)
    }

    /// Removes uploads of which nothing changed since `before`, except those that `keep` knows.
    ///
    /// # Errors
    /// The folder cannot be read or changed.
    pub fn sweep(&self, keep: impl Fn(&UploadId) -> bool, before: SystemTime) -> Result<Swept, SpoolError> {
        let mut swept = Swept::default();
        for found in self.0.disk.list()? {
            if found.id.as_ref().is_some_and(&keep) || found.changed >= before {
                continue;
            }
            // Nothing is put into a folder while it goes.
            let mut uploads = self.uploads()?;
            let Some(bytes) = self.0.disk.remove_found(&found, before)? else { continue };
            swept.bytes += bytes;
            swept.uploads += 1;
            if let Some(id) = &found.id {
                all(&mut uploads).remove(id);
            }
        }
        Ok(swept)
    }

    /// How much each key seals.
    ///
    /// # Errors
    /// The folder cannot be read.
    pub fn sealed_with(&self) -> Result<BTreeMap<KeyId, u64>, SpoolError> {
        self.0.disk.sealed_with()
    }

    /// Seals everything with the newest key; how much there was to do. Nobody else may be at work on the folder.
    ///
    /// # Errors
    /// The folder cannot be read or changed. What was done stays done.
    pub fn reseal(&self) -> Result<u64, SpoolError> {
        self.0.disk.reseal()
    }

    fn taken(&self, uploads: &mut Option<HashMap<UploadId, Upload>>, id: &UploadId) -> Result<(), SpoolError> {
        let Some(upload) = all(uploads).get_mut(id) else { return Err(SpoolError::Missing) };
        if upload.about.stage != Stage::Taken {
            let about = About { stage: Stage::Taken, ..upload.about.clone() };
            self.0.disk.write_about(id, &about)?;
            upload.about = about;
        }
        Ok(())
    }

    /// Where in the file the piece belongs, and whether it may be there.
    fn check_piece(&self, upload: &Upload, number: u32, length: usize) -> Result<(), SpoolError> {
        let limit = self.0.bounds.file;
        let start = u64::from(number) * PIECE as u64;
        if length == 0 || length > PIECE {
            return Err(SpoolError::Piece);
        }
        match upload.about.announced.bytes {
            Some(all) if start.saturating_add(PIECE as u64).min(all) != start + length as u64 => Err(SpoolError::Piece),
            None if start + length as u64 > limit => Err(SpoolError::TooLarge { limit }),
            _ => Ok(()),
        }
    }

    /// Whether so much more may be under way.
    fn fits(&self, uploads: &Option<HashMap<UploadId, Upload>>, (own, more): (u64, u64)) -> Result<(), SpoolError> {
        let Bounds { person, all, .. } = self.0.bounds;
        if own.saturating_add(more) > person {
            return Err(SpoolError::TooMuch { limit: person });
        }
        let there: u64 = uploads.iter().flat_map(HashMap::values).map(Upload::weight).sum();
        if there.saturating_add(more) > all { Err(SpoolError::NoSpace) } else { Ok(()) }
    }

    /// What is known, read from the folder the first time.
    fn uploads(&self) -> Result<MutexGuard<'_, Option<HashMap<UploadId, Upload>>>, SpoolError> {
        let mut uploads = self.0.uploads.lock().unwrap_or_else(PoisonError::into_inner);
        if uploads.is_none() {
            *uploads = Some(self.0.disk.load()?);
        }
        Ok(uploads)
    }
}

impl fmt::Debug for Spool {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Spool").field("bounds", &self.0.bounds).finish_non_exhaustive()
    }
}

impl Upload {
    /// Bytes that it takes, or may take, on disk.
    fn weight(&self) -> u64 {
        match self.about.stage {
            Stage::Begun => self.about.announced.bytes.unwrap_or_else(|| sum(&self.pieces)),
            Stage::Whole | Stage::Taken => sum(&self.pieces),
        }
    }
}

/// The content of an upload, piece by piece.
#[derive(Debug)]
pub struct Reading {
    spool: Spool,
    id: UploadId,
    rest: u64,
    next: u32,
}

impl Reading {
    /// The next piece; `None` at the end.
    ///
    /// # Errors
    /// It is damaged, or gone.
    pub fn piece(&mut self) -> Result<Option<Zeroizing<Vec<u8>>>, SpoolError> {
        if self.rest == 0 {
            return Ok(None);
        }
        let piece = self.spool.0.disk.read_piece((&self.id, self.next))?;
        if piece.len() as u64 != self.rest.min(PIECE as u64) {
            return Err(SpoolError::Damaged);
        }
        self.rest -= piece.len() as u64;
        self.next += 1;
        Ok(Some(piece))
    }
}

/// What a person has under way.
struct Unfinished {
    files: usize,
    bytes: u64,
}

fn unfinished(uploads: &Option<HashMap<UploadId, Upload>>, person: PersonKey) -> Unfinished {
    let own = || {
        let all = uploads.iter().flat_map(HashMap::values);
        all.filter(move |upload| upload.about.person == person && upload.about.stage != Stage::Taken)
    };
    Unfinished { files: own().count(), bytes: own().map(Upload::weight).sum() }
}

fn own<'u>(uploads: &'u Option<HashMap<UploadId, Upload>>, person: PersonKey, id: &UploadId) -> Result<&'u Upload, SpoolError> {
    let known = uploads.as_ref().and_then(|all| all.get(id));
    known.filter(|upload| upload.about.person == person).ok_or(SpoolError::Missing)
}

fn all(uploads: &mut Option<HashMap<UploadId, Upload>>) -> &mut HashMap<UploadId, Upload> {
    uploads.get_or_insert_default()
}

fn sum(pieces: &[u32]) -> u64 {
    pieces.iter().map(|length| u64::from(*length)).sum()
}

/// The last characters of a text.
fn last(text: &str, most: usize) -> String {
    let surplus = text.chars().count().saturating_sub(most);
    text.chars().skip(surplus).collect()
}

/// Pieces of a content that is in memory already, numbered.
pub fn pieces(content: &[u8]) -> impl Iterator<Item = (u32, &[u8])> {
    let mut rest = content;
    let cut = iter::from_fn(move || {
        let (piece, after) = rest.split_at(rest.len().min(PIECE));
        rest = after;
        (!piece.is_empty()).then_some(piece)
    });
    (0..).zip(cut)
}
