//! What a file is, by its content. Names and declared types are claims; see `judge`.
//!
//! Reads the start, the end and the directory of an archive; unpacks and decodes nothing, so that no file can cost more than
//! its few reads.

mod magic;
mod script;

use std::io::{self, Read, Seek, SeekFrom};

use serde::{Deserialize, Serialize};

use super::zip;

/// Bytes from the start that are enough for [`sniff`].
pub const HEAD: usize = 64 * 1024;

/// Kinds of files that are told apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    // Accepted as evidence.
    Pdf,
    Jpeg,
    Png,
    Gif,
    Webp,
    /// HEIC and HEIF pictures of phones.
    Heic,
    Docx,
    Xlsx,
    Pptx,
    /// MP4 and 3GP.
    Mp4,
    Mov,
    M4a,
    Webm,
    /// Vorbis and Opus, the voice messages of Telegram among them.
    Ogg,
    Mp3,
    Wav,
    Amr,
    Zip,
    /// Plain text in UTF-8, UTF-16 or GB 18030, tables and XML data included.
    Text,
    // Known, but not accepted.
    Rar,
    SevenZip,
    /// gzip, bzip2, xz, zstd and tar.
    Archive,
    /// doc, xls, ppt, wps and msi: one container for all.
    OldOffice,
    Matroska,
    Avif,
    Bmp,
    Tiff,
    // Refused.
    Svg,
    Html,
    /// Programs and scripts for any system.
    Executable,
    Apk,
    Jar,
    /// The signature with which virus scanners are tested.
    TestVirus,
    Empty,
    Unknown,
}

/// How a file may be shown in a browser.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shown {
    /// As a copy without metadata, see `clean_image`.
    Picture,
    /// In an audio or video player.
    Player,
    /// Only as a download, never inline.
    Download,
}

/// What should make people careful with an accepted file. With any note it is not previewed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Note {
    /// A second file, an archive, hides behind the first.
    Polyglot,
    /// Office document with macros.
    Macros,
    /// More entries than anyone would look at.
    ManyEntries,
    /// Unpacks to far more than its size: an archive bomb.
    UnpacksHuge,
    /// Archive in an archive.
    NestedArchive,
    Encrypted,
    /// An entry that would be unpacked outside of its folder.
    UnsafePath,
    /// An entry that is a link.
    Link,
    /// A program or script is packed inside.
    ProgramInside,
    /// The directory of the archive is damaged, too large or in a newer form.
    NotRead,
}

/// What a file is by its content.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sniffed {
    pub kind: Kind,
    /// Sorted, without repeats.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<Note>,
}

impl Sniffed {
    /// Without notes.
    pub fn plain(kind: Kind) -> Self {
        Self { kind, notes: Vec::new() }
    }

    /// How it may be shown. A file with notes is only downloaded.
    pub fn shown(&self) -> Shown {
        if self.notes.is_empty() { self.kind.shown() } else { Shown::Download }
    }
}

impl Kind {
    /// All kinds, in the order of their declaration.
    pub const ALL: [Kind; 35] = [
        Kind::Pdf,
        Kind::Jpeg,
        Kind::Png,
        Kind::Gif,
        Kind::Webp,
        Kind::Heic,
        Kind::Docx,
        Kind::Xlsx,
        Kind::Pptx,
        Kind::Mp4,
        Kind::Mov,
        Kind::M4a,
        Kind::Webm,
        Kind::Ogg,
        Kind::Mp3,
        Kind::Wav,
        Kind::Amr,
        Kind::Zip,
        Kind::Text,
        Kind::Rar,
        Kind::SevenZip,
        Kind::Archive,
        Kind::OldOffice,
        Kind::Matroska,
        Kind::Avif,
        Kind::Bmp,
        Kind::Tiff,
        Kind::Svg,
        Kind::Html,
        Kind::Executable,
        Kind::Apk,
        Kind::Jar,
        Kind::TestVirus,
        Kind::Empty,
        Kind::Unknown,
    ];

    /// Name for records and text keys; the same as in JSON.
    pub fn name(self) -> &'static str {
        self.row().0
    }

    /// Media type under which a download is served. What a browser could run is a plain stream of bytes.
    pub fn mime(self) -> &'static str {
        self.row().1
    }

    /// How files of this kind may be shown, if they have no notes.
    pub fn shown(self) -> Shown {
        self.row().2
    }

    fn row(self) -> (&'static str, &'static str, Shown) {
        use Shown::{Download, Picture, Player};
        const BYTES: &str = "application/octet-stream";
        match self {
            Kind::Pdf => ("pdf", "application/pdf", Download),
            Kind::Jpeg => ("jpeg", "image/jpeg", Picture),
            Kind::Png => ("png", "image/png", Picture),
            Kind::Gif => ("gif", "image/gif", Picture),
            Kind::Webp => ("webp", "image/webp", Picture),
            // No browser but one shows it, and no cleaned copy is made.
            Kind::Heic => ("heic", "image/heic", Download),
            Kind::Docx => ("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", Download),
            Kind::Xlsx => ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", Download),
            Kind::Pptx => ("pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation", Download),
            Kind::Mp4 => ("mp4", "video/mp4", Player),
            Kind::Mov => ("mov", "video/quicktime", Player),
            Kind::M4a => ("m4a", "audio/mp4", Player),
            Kind::Webm => ("webm", "video/webm", Player),
            Kind::Ogg => ("ogg", "audio/ogg", Player),
            Kind::Mp3 => ("mp3", "audio/mpeg", Player),
            Kind::Wav => ("wav", "audio/wav", Player),
            Kind::Amr => ("amr", "audio/amr", Download),
            Kind::Zip => ("zip", "application/zip", Download),
            Kind::Text => ("text", "text/plain", Download),
            Kind::Rar => ("rar", "application/vnd.rar", Download),
            Kind::SevenZip => ("seven-zip", "application/x-7z-compressed", Download),
            Kind::Archive => ("archive", BYTES, Download),
            Kind::OldOffice => ("old-office", BYTES, Download),
            Kind::Matroska => ("matroska", "video/x-matroska", Download),
            Kind::Avif => ("avif", "image/avif", Download),
            Kind::Bmp => ("bmp", "image/bmp", Download),
            Kind::Tiff => ("tiff", "image/tiff", Download),
            Kind::Svg => ("svg", BYTES, Download),
            Kind::Html => ("html", BYTES, Download),
            Kind::Executable => ("executable", BYTES, Download),
            Kind::Apk => ("apk", BYTES, Download),
            Kind::Jar => ("jar", BYTES, Download),
            Kind::TestVirus => ("test-virus", BYTES, Download),
            Kind::Empty => ("empty", BYTES, Download),
            Kind::Unknown => ("unknown", BYTES, Download),
        }
    }

    /// Packed as a zip archive.
    fn is_zip(self) -> bool {
        matches!(self, Kind::Zip | Kind::Docx | Kind::Xlsx | Kind::Pptx | Kind::Apk | Kind::Jar)
    }
}

/// The kind by the first bytes, at best [`HEAD`] of them. Archives are told apart better by [`inspect`].
pub fn sniff(head: &[u8]) -> Sniffed {
    Sniffed::plain(magic::kind(head))
}

/// The kind and what to be careful about, by start, end and archive directory.
pub fn inspect(file: &mut (impl Read + Seek)) -> io::Result<Sniffed> {
    let len = file.seek(SeekFrom::End(0))?;
    file.seek(SeekFrom::Start(0))?;
    let mut head = Vec::with_capacity(len.min(HEAD as u64) as usize);
    file.take(HEAD as u64).read_to_end(&mut head)?;
    let mut sniffed = sniff(&head);
    if sniffed.kind.is_zip() {
        match zip::directory(file, len)? {
            Some(directory) => {
                sniffed.kind = directory.kind;
                sniffed.notes = directory.notes;
            }
            None => sniffed.notes.push(Note::NotRead),
        }
    } else if zip::has_directory(file, len)? {
        sniffed.notes.push(Note::Polyglot);
    }
    Ok(sniffed)
}

#[cfg(test)]
mod tests;
