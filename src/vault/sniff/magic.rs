//! First bytes of each kind of file.

use super::{Kind, script};
use crate::vault::zip;

/// The signature of eicar.org in two halves, so that scanners leave this program alone.
const TEST_VIRUS: [&[u8]; 2] = [br"X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR-STANDARD-", b"ANTIVIRUS-TEST-FILE!$H+H*"];

/// Fixed first bytes. The order counts where one is the start of another.
const STARTS: [(&[u8], Kind); 38] = [
    (b"%PDF-", Kind::Pdf),
    (b"\xff\xd8\xff", Kind::Jpeg),
    (b"\x89PNG\r\n\x1a\n", Kind::Png),
    (b"GIF87a", Kind::Gif),
    (b"GIF89a", Kind::Gif),
    (b"OggS\0", Kind::Ogg),
    (b"#!AMR\n", Kind::Amr),
    (b"#!AMR-WB\n", Kind::Amr),
    // A voice format of WeChat that no browser plays.
    (b"#!SILK", Kind::Unknown),
    (b"#!", Kind::Executable),
    (b"ID3\x02", Kind::Mp3),
    (b"ID3\x03", Kind::Mp3),
    (b"ID3\x04", Kind::Mp3),
    (b"Rar!\x1a\x07", Kind::Rar),
    (b"7z\xbc\xaf\x27\x1c", Kind::SevenZip),
    (b"\x1f\x8b\x08", Kind::Archive),
    (b"BZh", Kind::Archive),
    (b"\xfd7zXZ\0", Kind::Archive),
    (b"\x28\xb5\x2f\xfd", Kind::Archive),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Kind::OldOffice),
    (b"II*\0", Kind::Tiff),
    (b"MM\0*", Kind::Tiff),
    (b"\x7fELF", Kind::Executable),
    (b"\xfe\xed\xfa\xce", Kind::Executable),
    (b"\xfe\xed\xfa\xcf", Kind::Executable),
    (b"\xce\xfa\xed\xfe", Kind::Executable),
    (b"\xcf\xfa\xed\xfe", Kind::Executable),
    // Mach-O for several processors, and Java classes.
    (b"\xca\xfe\xba\xbe", Kind::Executable),
    (b"dex\n03", Kind::Executable),
    (b"\0asm", Kind::Executable),
    (b"!<arch>\n", Kind::Executable),
    (b"\xed\xab\xee\xdb", Kind::Executable),
    // Windows shortcut.
    (b"L\0\0\0\x01\x14\x02\0", Kind::Executable),
    (b"MSCF\0\0\0\0", Kind::Executable),
    // Compiled help with scripts.
    (b"ITSF\x03\0\0\0", Kind::Executable),
    (b"FWS", Kind::Executable),
    (b"CWS", Kind::Executable),
    (b"ZWS", Kind::Executable),
];

/// The kind of a file with this start.
pub(super) fn kind(head: &[u8]) -> Kind {
    if head.is_empty() {
        return Kind::Empty;
    }
    if is_test_virus(head) {
        return Kind::TestVirus;
    }
    let text = script::text(head);
    by_start(head, text.is_some())
        .or_else(|| container(head))
        .or_else(|| text.map(|text| script::kind(&text)))
        .or_else(|| late_pdf(head))
        .unwrap_or(Kind::Unknown)
}

fn is_test_virus(head: &[u8]) -> bool {
    let start = head.strip_prefix(b"\xef\xbb\xbf").unwrap_or(head).trim_ascii_start();
    start.strip_prefix(TEST_VIRUS[0]).is_some_and(|rest| rest.starts_with(TEST_VIRUS[1]))
}

/// Short signatures of letters may be the start of a text.
fn by_start(head: &[u8], is_text: bool) -> Option<Kind> {
    let (start, kind) = STARTS.iter().find(|(start, _)| head.starts_with(start))?;
    let could_be_words = start.len() == 3 && start.is_ascii();
    (!(is_text && could_be_words)).then_some(*kind)
}

fn container(head: &[u8]) -> Option<Kind> {
    if head.starts_with(b"PK\x03\x04") || head.starts_with(b"PK\x05\x06") {
        return Some(zip::kind_of_head(head));
    }
    if head.starts_with(b"\x1a\x45\xdf\xa3") {
        let doctype = &head[..head.len().min(64)];
        return Some(if contains(doctype, b"webm") { Kind::Webm } else { Kind::Matroska });
    }
    if head.starts_with(b"RIFF") {
        return match head.get(8..12)? {
            b"WEBP" => Some(Kind::Webp),
            b"WAVE" => Some(Kind::Wav),
            _ => Some(Kind::Unknown),
        };
    }
    if head.get(257..262) == Some(b"ustar") {
        return Some(Kind::Archive);
    }
    if head.get(4..8) == Some(b"ftyp") {
        return Some(brand(head));
    }
    // QuickTime of old cameras starts without a brand.
    if matches!(head.get(4..8), Some(b"moov" | b"mdat" | b"wide")) {
        return Some(Kind::Mov);
    }
    is_windows_program(head).then_some(Kind::Executable).or_else(|| bitmap(head)).or_else(|| mpeg_audio(head))
}

fn brand(head: &[u8]) -> Kind {
    match head.get(8..12) {
        Some(b"heic" | b"heix" | b"hevc" | b"heim" | b"heis" | b"hevm" | b"hevs" | b"mif1" | b"msf1") => {
            let brands = &head[..head.len().min(64)];
            if contains(brands, b"avif") { Kind::Avif } else { Kind::Heic }
        }
        Some(b"avif" | b"avis") => Kind::Avif,
        Some(b"qt  ") => Kind::Mov,
        Some(b"M4A " | b"M4B ") => Kind::M4a,
        Some(
            b"isom" | b"iso2" | b"iso3" | b"iso4" | b"iso5" | b"iso6" | b"iso7" | b"iso8" | b"iso9" | b"mp41" | b"mp42" | b"avc1" | b"M4V "
            | b"M4VH" | b"M4VP" | b"dash" | b"MSNV" | b"mmp4" | b"XAVC",
        ) => Kind::Mp4,
        Some([b'3', b'g', b'p' | b'2' | b'g' | b'r' | b's', _]) => Kind::Mp4,
        _ => Kind::Unknown,
    }
}

/// `MZ` and either a pointer to the newer header or anything else that no text contains.
fn is_windows_program(head: &[u8]) -> bool {
    head.starts_with(b"MZ") && script::text(head).is_none()
}

fn bitmap(head: &[u8]) -> Option<Kind> {
    let size = head.get(14..18)?;
    (head.starts_with(b"BM") && head.get(6..10)? == [0; 4] && matches!(size, [12 | 40 | 52 | 56 | 64 | 108 | 124, 0, 0, 0]))
        .then_some(Kind::Bmp)
}

/// A frame header of MPEG audio layer III, followed by another of the same stream.
fn mpeg_audio(head: &[u8]) -> Option<Kind> {
    let len = frame_len(head)?;
    let next = head.get(len..)?;
    // A stream of one frame is no recording, but a head may end within the second.
    (next.len() < 4 || frame_len(next).is_some()).then_some(Kind::Mp3)
}

fn frame_len(frame: &[u8]) -> Option<usize> {
    const RATES_1: [usize; 16] = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 0];
    const RATES_2: [usize; 16] = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160, 0];
    let &[0xff, second, third, _, ..] = frame else { return None };
    let (version, layer) = (second >> 3 & 3, second >> 1 & 3);
    if second & 0xe0 != 0xe0 || layer != 1 || version == 1 {
        return None;
    }
    let hertz = [44100, 48000, 32000].get(usize::from(third >> 2 & 3))?;
    let (rates, coefficient, divisor) = match version {
        3 => (RATES_1, 144_000, 1),
        2 => (RATES_2, 72_000, 2),
        _ => (RATES_2, 72_000, 4),
    };
    let rate = rates[usize::from(third >> 4)];
    (rate > 0).then(|| coefficient * rate * divisor / hertz + usize::from(third >> 1 & 1))
}

/// Readers accept the mark of a PDF anywhere in the first 1024 bytes. Some scanners put a header of their own in front.
fn late_pdf(head: &[u8]) -> Option<Kind> {
    contains(&head[..head.len().min(1024)], b"%PDF-").then_some(Kind::Pdf)
}

pub(super) fn contains(haystack: &[u8], needle: &[u8]) -> bool {
    haystack.windows(needle.len()).any(|window| window == needle)
}
