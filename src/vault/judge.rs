//! Whether a file is taken as evidence: its content decides, its name and declared type are claims.

use super::{
    name,
    sniff::{Kind, Sniffed},
};

/// Why a file is not taken. Each has its text for the sender; [`Reason::Malware`] is told neutrally and staff are told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Reason {
    Empty,
    /// A program, a script, an app, or a name under which a system would run it.
    Executable,
    /// A page or drawing that runs code when it is opened.
    ActiveContent,
    Malware,
    /// Known, but not a kind of evidence the office takes.
    NotAccepted,
    /// Not told apart by its content.
    Unknown,
}

/// What becomes of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    Ok,
    /// Taken as what it is; staff see that its name says something else.
    Lies {
        claimed: Kind,
        found: Kind,
    },
    Refused(Reason),
}

impl Verdict {
    /// Taken as evidence.
    pub fn is_accepted(&self) -> bool {
        !matches!(self, Verdict::Refused(_))
    }
}

/// Endings under which some system runs a file.
pub(super) const PROGRAM_ENDINGS: [&str; 47] = [
    "exe", "com", "scr", "pif", "cpl", "msi", "msp", "msc", "bat", "cmd", "ps1", "psm1", "vbs", "vbe", "js", "jse", "wsf", "wsh", "hta",
    "lnk", "url", "scf", "reg", "inf", "dll", "sys", "chm", "jar", "jnlp", "apk", "xapk", "apks", "ipa", "app", "dmg", "pkg", "deb", "rpm",
    "run", "sh", "bash", "command", "desktop", "py", "iso", "vhd", "appx",
];
/// Endings of archives.
pub(super) const ARCHIVE_ENDINGS: [&str; 12] = ["zip", "rar", "7z", "gz", "tgz", "bz2", "xz", "zst", "tar", "cab", "arj", "lzh"];
/// Endings under which a browser runs what is inside.
const ACTIVE_ENDINGS: [&str; 9] = ["html", "htm", "xhtml", "xht", "shtml", "svg", "svgz", "mht", "mhtml"];

/// Judges a file by its name, the type its sender declared, and its content.
pub fn judge(name: &str, declared_mime: Option<&str>, sniffed: &Sniffed) -> Verdict {
    let ending = name::ending(name);
    if let Some(reason) = refused_kind(sniffed.kind).or_else(|| ending.as_deref().and_then(refused_ending)) {
        return Verdict::Refused(reason);
    }
    match ending.as_deref().and_then(claimed_by_ending).or_else(|| declared_mime.and_then(claimed_by_mime)) {
        Some(claimed) if !agree(claimed, sniffed.kind) => Verdict::Lies { claimed, found: sniffed.kind },
        _ => Verdict::Ok,
    }
}

fn refused_kind(kind: Kind) -> Option<Reason> {
    match kind {
        Kind::Pdf | Kind::Jpeg | Kind::Png | Kind::Gif | Kind::Webp | Kind::Heic => None,
        Kind::Docx | Kind::Xlsx | Kind::Pptx | Kind::Zip | Kind::Text => None,
        Kind::Mp4 | Kind::Mov | Kind::M4a | Kind::Webm | Kind::Ogg | Kind::Mp3 | Kind::Wav | Kind::Amr => None,
        Kind::Rar | Kind::SevenZip | Kind::Archive | Kind::OldOffice | Kind::Matroska | Kind::Avif | Kind::Bmp | Kind::Tiff => {
            Some(Reason::NotAccepted)
        }
        Kind::Svg | Kind::Html => Some(Reason::ActiveContent),
        Kind::Executable | Kind::Apk | Kind::Jar => Some(Reason::Executable),
        Kind::TestVirus => Some(Reason::Malware),
        Kind::Empty => Some(Reason::Empty),
        Kind::Unknown => Some(Reason::Unknown),
    }
}

fn refused_ending(ending: &str) -> Option<Reason> {
    if PROGRAM_ENDINGS.contains(&ending) {
        Some(Reason::Executable)
    } else if ACTIVE_ENDINGS.contains(&ending) {
        Some(Reason::ActiveContent)
    } else {
        None
    }
}

/// One container with many names is no lie.
fn agree(claimed: Kind, found: Kind) -> bool {
    let phone_recording = |kind| matches!(kind, Kind::Mp4 | Kind::Mov | Kind::M4a);
    claimed == found || phone_recording(claimed) && phone_recording(found)
}

fn claimed_by_ending(ending: &str) -> Option<Kind> {
    Some(match ending {
        "pdf" => Kind::Pdf,
        "jpg" | "jpeg" | "jpe" | "jfif" => Kind::Jpeg,
        "png" | "apng" => Kind::Png,
        "gif" => Kind::Gif,
        "webp" => Kind::Webp,
        "heic" | "heif" | "hif" => Kind::Heic,
        "docx" | "docm" | "dotx" => Kind::Docx,
        "xlsx" | "xlsm" | "xltx" => Kind::Xlsx,
        "pptx" | "pptm" | "ppsx" | "potx" => Kind::Pptx,
        "mp4" | "m4v" | "3gp" | "3gpp" | "3g2" => Kind::Mp4,
        "mov" | "qt" => Kind::Mov,
        "m4a" | "m4b" => Kind::M4a,
        "webm" | "weba" => Kind::Webm,
        "ogg" | "oga" | "ogv" | "opus" => Kind::Ogg,
        "mp3" => Kind::Mp3,
        "wav" => Kind::Wav,
        "amr" | "awb" => Kind::Amr,
        "zip" | "ofd" | "odt" | "ods" | "odp" | "epub" => Kind::Zip,
        "txt" | "text" | "csv" | "tsv" | "md" | "log" | "json" | "xml" | "eml" | "srt" | "ini" | "yaml" | "yml" => Kind::Text,
        "rar" => Kind::Rar,
        "7z" => Kind::SevenZip,
        "gz" | "tgz" | "bz2" | "xz" | "zst" | "tar" => Kind::Archive,
        "doc" | "xls" | "ppt" | "wps" | "et" | "dps" => Kind::OldOffice,
        "mkv" => Kind::Matroska,
        "avif" => Kind::Avif,
        "bmp" => Kind::Bmp,
        "tif" | "tiff" => Kind::Tiff,
        _ => return None,
    })
}

fn claimed_by_mime(mime: &str) -> Option<Kind> {
    let mime = mime.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    // These say nothing about the content.
    if mime == "application/octet-stream" {
        return None;
    }
    let other_spelling = match mime.as_str() {
        "image/jpg" | "image/pjpeg" => Some(Kind::Jpeg),
        "image/heif" => Some(Kind::Heic),
        "audio/webm" => Some(Kind::Webm),
        "audio/x-m4a" | "audio/m4a" | "audio/aac" => Some(Kind::M4a),
        "audio/opus" | "video/ogg" | "application/ogg" => Some(Kind::Ogg),
        "audio/mp3" => Some(Kind::Mp3),
        "audio/x-wav" | "audio/wave" | "audio/vnd.wave" => Some(Kind::Wav),
        "audio/3gpp" | "video/3gpp" => Some(Kind::Mp4),
        "application/x-zip-compressed" => Some(Kind::Zip),
        "text/csv" | "text/markdown" | "application/json" | "text/xml" | "application/xml" => Some(Kind::Text),
        "text/html" | "application/xhtml+xml" => Some(Kind::Html),
        "image/svg+xml" => Some(Kind::Svg),
        _ => None,
    };
    other_spelling.or_else(|| Kind::ALL.into_iter().find(|kind| kind.mime() == mime))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn verdict(name: &str, mime: &str, kind: Kind) -> Verdict {
        judge(name, (!mime.is_empty()).then_some(mime), &Sniffed::plain(kind))
    }

    #[test]
    fn honest_evidence_is_taken() {
        for (name, mime, kind) in [
            ("合同.pdf", "application/pdf", Kind::Pdf),
            ("IMG_0001.JPG", "", Kind::Jpeg),
            ("a.jfif", "image/jpg", Kind::Jpeg),
            ("", "image/jpeg", Kind::Jpeg),
            ("photo", "", Kind::Webp),
            ("voice", "audio/ogg; codecs=opus", Kind::Ogg),
            ("clip.MOV", "video/mp4", Kind::Mp4),
            ("call.m4a", "", Kind::Mp4),
            ("list.csv", "text/csv", Kind::Text),
            ("macro.docm", "", Kind::Docx),
            ("invoice.ofd", "", Kind::Zip),
            ("a.exe.pdf", "", Kind::Pdf),
            ("drawing.xyz", "application/octet-stream", Kind::Pdf),
        ] {
            assert_eq!(verdict(name, mime, kind), Verdict::Ok, "{name} {mime}");
        }
    }

    #[test]
    fn a_wrong_name_is_told_and_the_content_decides() {
        for (name, mime, claimed, found) in [
            ("a.jpg", "image/jpeg", Kind::Jpeg, Kind::Png),
            ("a.pdf", "", Kind::Pdf, Kind::Zip),
            ("", "application/pdf", Kind::Pdf, Kind::Text),
            ("a.docx", "", Kind::Docx, Kind::Zip),
            ("old.doc", "", Kind::OldOffice, Kind::Docx),
            ("", "text/html", Kind::Html, Kind::Pdf),
        ] {
            let verdict = verdict(name, mime, found);
            assert_eq!(verdict, Verdict::Lies { claimed, found });
            assert!(verdict.is_accepted());
        }
    }

    #[test]
    fn what_could_run_is_refused_under_any_name() {
        for (name, kind, reason) in [
            ("contract.pdf", Kind::Executable, Reason::Executable),
            ("a.pdf.exe", Kind::Executable, Reason::Executable),
            ("a.pdf.exe", Kind::Text, Reason::Executable),
            ("photo\u{202e}gpj.scr", Kind::Jpeg, Reason::Executable),
            ("install.BAT. ", Kind::Text, Reason::Executable),
            ("app.zip", Kind::Apk, Reason::Executable),
            ("x.txt", Kind::Jar, Reason::Executable),
            ("page.txt", Kind::Html, Reason::ActiveContent),
            ("page.html", Kind::Text, Reason::ActiveContent),
            ("logo.png", Kind::Svg, Reason::ActiveContent),
            ("report.txt", Kind::TestVirus, Reason::Malware),
            ("a.jpg", Kind::Empty, Reason::Empty),
            ("a.jpg", Kind::Unknown, Reason::Unknown),
            ("a.rar", Kind::Rar, Reason::NotAccepted),
            ("a.doc", Kind::OldOffice, Reason::NotAccepted),
        ] {
            let verdict = verdict(name, "", kind);
            assert_eq!(verdict, Verdict::Refused(reason), "{name}");
            assert!(!verdict.is_accepted());
        }
    }

    #[test]
    fn exactly_the_listed_kinds_are_evidence() {
        let taken: Vec<&str> = Kind::ALL.into_iter().filter(|kind| refused_kind(*kind).is_none()).map(Kind::name).collect();
        assert_eq!(taken.join(" "), "pdf jpeg png gif webp heic docx xlsx pptx mp4 mov m4a webm ogg mp3 wav amr zip text");
    }
}
