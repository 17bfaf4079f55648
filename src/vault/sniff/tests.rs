use std::io::Cursor;

use proptest::prelude::*;

use super::*;

fn kind(head: &[u8]) -> Kind {
    sniff(head).kind
}

fn look(file: &[u8]) -> Sniffed {
    inspect(&mut Cursor::new(file)).unwrap()
}

fn noted(kind: Kind, notes: &[Note]) -> Sniffed {
    Sniffed { kind, notes: notes.to_vec() }
}

/// An entry of an archive under test; its content is its name.
#[derive(Clone)]
struct Entry {
    name: &'static str,
    unpacked: u32,
    flags: u16,
    attributes: u32,
}

fn entry(name: &'static str) -> Entry {
    Entry { name, unpacked: name.len() as u32, flags: 0, attributes: 0 }
}

fn archive(entries: &[Entry]) -> Vec<u8> {
    let (mut files, mut directory) = (Vec::new(), Vec::new());
    for Entry { name, unpacked, flags, attributes } in entries {
        let name_len = name.len() as u16;
        let at = files.len() as u32;
        let common = [
            &20u16.to_le_bytes()[..],
            &flags.to_le_bytes(),
            &[0; 10],
            &(name.len() as u32).to_le_bytes(),
            &unpacked.to_le_bytes(),
            &name_len.to_le_bytes(),
            &[0; 2],
        ]
        .concat();
        files.extend_from_slice(&[b"PK\x03\x04", &common[..], name.as_bytes(), name.as_bytes()].concat());
        directory.extend_from_slice(
            &[&b"PK\x01\x02\x14\x03"[..], &common, &[0; 6], &attributes.to_le_bytes(), &at.to_le_bytes(), name.as_bytes()].concat(),
        );
    }
    let count = (entries.len() as u16).to_le_bytes();
    let end =
        [&b"PK\x05\x06\0\0\0\0"[..], &count, &count, &(directory.len() as u32).to_le_bytes(), &(files.len() as u32).to_le_bytes(), &[0; 2]]
            .concat();
    [files, directory, end].concat()
}

fn archive_of(names: &[&'static str]) -> Vec<u8> {
    archive(&names.iter().map(|name| entry(name)).collect::<Vec<_>>())
}

#[test]
fn each_kind_is_known_by_its_start() {
    let mp3_frame = [&b"\xff\xfb\x90\x00"[..], &[0; 413]].concat();
    let program = [&b"MZ\x90\0\x03\0\0\0\x04"[..], &[0; 80]].concat();
    let cases: Vec<(Vec<u8>, Kind)> = vec![
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3".to_vec(), Kind::Pdf),
        ([&b"scanner\0"[..], b"%PDF-1.4"].concat(), Kind::Pdf),
        (b"\xff\xd8\xff\xe0\0\x10JFIF\0".to_vec(), Kind::Jpeg),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec(), Kind::Png),
        (b"GIF89a\x01\0\x01\0".to_vec(), Kind::Gif),
        (b"RIFF\x24\0\0\0WEBPVP8 ".to_vec(), Kind::Webp),
        (b"RIFF\x24\0\0\0WAVEfmt ".to_vec(), Kind::Wav),
        (b"RIFF\x24\0\0\0AVI LIST".to_vec(), Kind::Unknown),
        (b"\0\0\0\x24ftypheic\0\0\0\0mif1heic".to_vec(), Kind::Heic),
        (b"\0\0\0\x20ftypmif1\0\0\0\0mif1avif".to_vec(), Kind::Avif),
        (b"\0\0\0\x20ftypisom\0\0\x02\0isomiso2avc1mp41".to_vec(), Kind::Mp4),
        (b"\0\0\0\x18ftyp3gp4\0\0\0\0isom3gp4".to_vec(), Kind::Mp4),
        (b"\0\0\0\x14ftypqt  \0\0\0\0qt  ".to_vec(), Kind::Mov),
        (b"\0\0\0\x08wide\0\0\0\0mdat".to_vec(), Kind::Mov),
        (b"\0\0\0\x1cftypM4A \0\0\0\0M4A mp42".to_vec(), Kind::M4a),
        (b"\0\0\0\x1cftypcrx \0\0\0\0".to_vec(), Kind::Unknown),
        (b"\x1a\x45\xdf\xa3\x9f\x42\x86\x81\x01\x42\x82\x84webm".to_vec(), Kind::Webm),
        (b"\x1a\x45\xdf\xa3\x9f\x42\x82\x88matroska".to_vec(), Kind::Matroska),
        (b"OggS\0\x02\0\0\0\0\0\0\0\0OpusHead".to_vec(), Kind::Ogg),
        (b"ID3\x04\0\0\0\0\0\x10".to_vec(), Kind::Mp3),
        ([&mp3_frame[..], &mp3_frame].concat(), Kind::Mp3),
        (mp3_frame.clone(), Kind::Mp3),
        ([&mp3_frame[..], b"no frame"].concat(), Kind::Unknown),
        (b"#!AMR\n\x3c\x91".to_vec(), Kind::Amr),
        (b"#!SILK_V3\x0c\0".to_vec(), Kind::Unknown),
        (b"Rar!\x1a\x07\x01\0".to_vec(), Kind::Rar),
        (b"7z\xbc\xaf\x27\x1c\0\x04".to_vec(), Kind::SevenZip),
        (b"\x1f\x8b\x08\0".to_vec(), Kind::Archive),
        ([&b"name\0"[..], &[0; 252], b"ustar\x0000"].concat(), Kind::Archive),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0".to_vec(), Kind::OldOffice),
        (b"II*\0\x08\0\0\0".to_vec(), Kind::Tiff),
        (b"BM\x46\0\0\0\0\0\0\0\x36\0\0\0\x28\0\0\0\x01".to_vec(), Kind::Bmp),
        (program, Kind::Executable),
        (b"\x7fELF\x02\x01\x01\0".to_vec(), Kind::Executable),
        (b"\xcf\xfa\xed\xfe\x07\0\0\x01".to_vec(), Kind::Executable),
        (b"#!/bin/sh\necho\n".to_vec(), Kind::Executable),
        (b"L\0\0\0\x01\x14\x02\0\0\0".to_vec(), Kind::Executable),
        (vec![], Kind::Empty),
        (vec![0; 100], Kind::Unknown),
        (b"\x01\x02\x03\xff\xfe\xfd".to_vec(), Kind::Unknown),
    ];
    for (head, expected) in cases {
        assert_eq!(kind(&head), expected, "{:?}", String::from_utf8_lossy(&head));
    }
}

#[test]
fn text_is_text_in_every_encoding_people_use() {
    let utf16: Vec<u8> = "\u{feff}举报材料: ok\r\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let utf16_big: Vec<u8> = "\u{feff}举报".encode_utf16().flat_map(u16::to_be_bytes).collect();
    let cut = &"举报".as_bytes()[..5];
    for text in [
        "时间,地点\n昨天,武昌\n".as_bytes(),
        b"\xef\xbb\xbfwith mark",
        // 举报材料 in GBK, then one character of four bytes.
        b"\xbe\xd9\xb1\xa8\xb2\xc4\xc1\xcf\x81\x30\x81\x30, ok",
        &utf16,
        &utf16_big,
        cut,
        b"MZ is how this letter starts",
        b"BZh, FWS and CWS are no files",
        b"FWS",
        b"a < b and <script> are words",
        b"<?xml version=\"1.0\"?>\n<invoice><amount>5</amount></invoice>",
        b"<3 thank you",
        b"%PDF is a mark",
    ] {
        assert_eq!(kind(text), Kind::Text, "{}", String::from_utf8_lossy(text));
    }
}

#[test]
fn text_that_a_browser_would_run_is_known() {
    let utf16: Vec<u8> = "\u{feff}<HTML><b>".encode_utf16().flat_map(u16::to_le_bytes).collect();
    for page in [
        &b"<!DOCTYPE html><title>x"[..],
        b"  \n<HTML>",
        b"\xef\xbb\xbf<script>alert(1)</script>",
        b"<!-- a -->\n<!-- b --><body onload=x>",
        b"<img src=x onerror=alert(1)>",
        b"<?xml version=\"1.0\"?><html xmlns=\"http://www.w3.org/1999/xhtml\"/>",
        b"<x><script>1</script></x>",
        &utf16,
    ] {
        assert_eq!(kind(page), Kind::Html, "{}", String::from_utf8_lossy(page));
    }
    for drawing in [
        &b"<svg xmlns='http://www.w3.org/2000/svg'/>"[..],
        b"<?xml version='1.0'?><!-- by x --><!DOCTYPE svg PUBLIC><SVG onload=alert(1)>",
        b"<x:svg xmlns:x=\"http://www.w3.org/2000/svg\"/>",
    ] {
        assert_eq!(kind(drawing), Kind::Svg, "{}", String::from_utf8_lossy(drawing));
    }
}

#[test]
fn the_signature_of_scanner_tests_is_known() {
    let signature = [&br"X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR-STANDARD-"[..], b"ANTIVIRUS-TEST-FILE!$H+H*"].concat();
    assert_eq!(signature.len(), 68);
    assert_eq!(kind(&signature), Kind::TestVirus);
    assert_eq!(kind(&[&signature[..], b"\r\n"].concat()), Kind::TestVirus);
    assert_eq!(kind(&[b" \xef\xbb\xbf", &signature[..]].concat()[1..]), Kind::TestVirus);
    assert_eq!(kind(b"We wrote about EICAR-STANDARD tests."), Kind::Text);
}

#[test]
fn archives_are_told_apart_by_their_entries() {
    for (names, expected) in [
        (&["a.txt", "b/c.jpg"][..], Kind::Zip),
        (&["[Content_Types].xml", "_rels/.rels", "word/document.xml"], Kind::Docx),
        (&["xl/workbook.xml", "[Content_Types].xml"], Kind::Xlsx),
        (&["[Content_Types].xml", "ppt/presentation.xml"], Kind::Pptx),
        (&["[Content_Types].xml", "visio/document.xml"], Kind::Zip),
        (&["META-INF/MANIFEST.MF", "a/B.class"], Kind::Jar),
        (&["AndroidManifest.xml", "classes.dex"], Kind::Apk),
        (&["word/document.xml", "[Content_Types].xml", "META-INF/MANIFEST.MF"], Kind::Jar),
        (&["OFD.xml", "Doc_0/Document.xml"], Kind::Zip),
        (&[], Kind::Zip),
    ] {
        let archive = archive_of(names);
        assert_eq!(look(&archive), Sniffed::plain(expected), "{names:?}");
        assert_eq!(kind(&archive), expected, "{names:?} by the head alone");
    }
}

#[test]
fn entries_whose_size_stands_behind_them_are_found_in_the_head() {
    let streamed = |name| Entry { flags: 8, ..entry(name) };
    let archive = archive(&[streamed("[Content_Types].xml"), streamed("word/document.xml")]);
    assert_eq!(kind(&archive), Kind::Docx);
}

#[test]
fn dangerous_archives_are_noted() {
    let cases: Vec<(Entry, Note)> = vec![
        (Entry { unpacked: 3_000_000_000, ..entry("zeros.txt") }, Note::UnpacksHuge),
        (Entry { unpacked: 30_000_000, ..entry("zeros.txt") }, Note::UnpacksHuge),
        (entry("inner/more.ZIP"), Note::NestedArchive),
        (entry("more.tar"), Note::NestedArchive),
        (Entry { flags: 1, ..entry("secret.txt") }, Note::Encrypted),
        (entry("../../etc/cron.d/x"), Note::UnsafePath),
        (entry("/etc/passwd"), Note::UnsafePath),
        (entry("a\\..\\b"), Note::UnsafePath),
        (entry("C:/x"), Note::UnsafePath),
        (Entry { attributes: 0o120_777 << 16, ..entry("link") }, Note::Link),
        (entry("invoice.pdf.exe"), Note::ProgramInside),
        (entry("word/vbaProject.bin"), Note::Macros),
    ];
    for (bad, note) in cases {
        let name = bad.name;
        assert_eq!(look(&archive(&[entry("good.txt"), bad.clone(), bad])), noted(Kind::Zip, &[note]), "{name}");
    }
    let many = vec![entry("a"); 10_001];
    assert_eq!(look(&archive(&many)), noted(Kind::Zip, &[Note::ManyEntries]));
    assert_eq!(look(&archive(&many[..10_000])).notes, []);
}

#[test]
fn macros_are_noted_in_documents_and_keep_them_from_being_shown() {
    let document = look(&archive_of(&["[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"]));
    assert_eq!(document, noted(Kind::Docx, &[Note::Macros]));
    assert_eq!(document.shown(), Shown::Download);
}

#[test]
fn an_archive_behind_a_picture_is_noted() {
    let hidden = archive_of(&["inside.txt"]);
    for (start, kind) in [(&b"\xff\xd8\xff\xe0 picture \xff\xd9"[..], Kind::Jpeg), (b"GIF89a", Kind::Gif), (b"%PDF-1.4\n", Kind::Pdf)] {
        let file = [start, &hidden].concat();
        assert_eq!(look(&file), noted(kind, &[Note::Polyglot]));
        assert_eq!(look(&file).shown(), Shown::Download);
        assert_eq!(look(start), Sniffed::plain(kind));
    }
    let behind_an_archive = [archive_of(&["a.txt"]), hidden].concat();
    assert_eq!(look(&behind_an_archive), noted(Kind::Zip, &[Note::Polyglot]));
}

#[test]
fn an_archive_with_a_damaged_directory_is_noted() {
    let whole = archive_of(&["a.txt", "b.txt"]);
    assert_eq!(look(&whole[..whole.len() - 1]), noted(Kind::Zip, &[Note::NotRead]));
    let mut wrong_count = whole.clone();
    let end = whole.len() - 22;
    wrong_count[end + 10] = 3;
    assert_eq!(look(&wrong_count), noted(Kind::Zip, &[Note::NotRead]));
    let mut wide = whole.clone();
    wide[end + 12..end + 20].fill(0xff);
    assert_eq!(look(&wide), noted(Kind::Zip, &[Note::NotRead]));
    let mut far = whole;
    far[end + 12..end + 16].copy_from_slice(&0x7fff_ffffu32.to_le_bytes());
    assert_eq!(look(&far), noted(Kind::Zip, &[Note::NotRead]));
}

#[test]
fn names_of_kinds_are_those_of_the_records() {
    for kind in Kind::ALL {
        assert_eq!(serde_json::to_string(&kind).unwrap(), format!("\"{}\"", kind.name()));
    }
    let distinct: std::collections::BTreeSet<_> = Kind::ALL.into_iter().collect();
    assert_eq!(distinct.len(), Kind::ALL.len());
    let json = serde_json::to_string(&noted(Kind::Docx, &[Note::Macros])).unwrap();
    assert_eq!(json, r#"{"kind":"docx","notes":["macros"]}"#);
    assert_eq!(serde_json::from_str::<Sniffed>(r#"{"kind":"pdf"}"#).unwrap(), Sniffed::plain(Kind::Pdf));
}

#[test]
fn nothing_that_runs_code_is_served_under_a_type_that_would() {
    for kind in [Kind::Svg, Kind::Html, Kind::Executable, Kind::Apk, Kind::Jar, Kind::TestVirus, Kind::Unknown] {
        assert_eq!((kind.mime(), kind.shown()), ("application/octet-stream", Shown::Download));
    }
    assert_eq!(Kind::Pdf.shown(), Shown::Download);
    assert_eq!(Kind::Jpeg.shown(), Shown::Picture);
    assert_eq!(Kind::Ogg.shown(), Shown::Player);
}

proptest! {
    #[test]
    fn no_file_is_trouble(bytes: Vec<u8>, start in 0usize..6) {
        let starts: [&[u8]; 6] = [b"", b"PK\x03\x04", b"\0\0\0\x20ftyp", b"\xff\xfb\x90", b"\xff\xfe", b"<"];
        let _ = look(&[starts[start], &bytes].concat());
    }

    #[test]
    fn no_damaged_archive_is_trouble(changes in proptest::collection::vec((any::<usize>(), any::<u8>()), 1..10), cut: usize) {
        let mut archive = archive_of(&["[Content_Types].xml", "word/document.xml", "a/b"]);
        for (at, byte) in changes {
            let at = at % archive.len();
            archive[at] = byte;
        }
        let _ = look(&archive);
        let _ = look(&archive[..cut % archive.len()]);
    }
}
