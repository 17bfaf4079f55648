use proptest::prelude::*;

use super::*;
use crate::seal::text::from_hex;

/// What must not be found in a copy: as words and as the rationals of an EXIF block.
const PLACE: &[u8] = b"GPS 30.5928N 114.3055E, Zhang San, iPhone 17";

/// Pictures of 4 x 3 pixels, and an animation of 2 x 2.
fn jpeg() -> Vec<u8> {
    hex::<164>(
        "ffd8ffe000104a46494600010100000100010000ffdb004300a06e788c7864a08c828cb4aaa0bef0fffff0dcdcf0ffffffffffffffffffffffffffffffffffffff\
         ffffffffffffffffffffffffffffffffffffffffffffffffffc0000b080003000401011100ffc40014000100000000000000000000000000000002ffc400171001\
         00030000000000000000000000000001000322ffda0008010100003f00559827ffd9",
    )
}

/// Bytes of the only scan and the end in [`jpeg`].
const SCAN_AND_END: usize = 15;

fn png() -> Vec<u8> {
    hex::<209>(
        "89504e470d0a1a0a0000000d49484452000000040000000308020000003b963991000000086163544c0000000200000000f38d93700000001a6663544c00000000\
         00000004000000030000000000000000000000010000fd46caaa0000001449444154789c63646060b0810126112480c201005a600402fc21217b0000001a6663544c00\
         000001000000040000000300000000000000000000000100006635207e000000186664415400000002789c63bc73e7ce1118607a8304503800555a1f9eb32d73810000\
         000049454e44ae426082",
    )
}

fn webp() -> Vec<u8> {
    hex::<64>(
        "5249464638000000574542505650384c2b0000002f038000005f40906d33c422dcdfe30ec33378f3df830cb05c00820012a51452186e8515468de87f50970300",
    )
}

fn webp_animation() -> Vec<u8> {
    hex::<186>(
        "52494646b200000057454250565038580a00000002000000030000020000414e494d06000000000000000000414e4d463e00000000000000000003000002000000\
         0000025650384c260000002f038000005f20104882d81f7786a1188af94f6c07820012a51452186e8515468de87f509703414e4d464000000000000000000003000002\
         0000000000025650384c280000002f038000005f20104882d81f7786a1188af94f6c07056ddbb0d11e0aa55070a5300a8be87f7c2f33",
    )
}

fn gif() -> Vec<u8> {
    hex::<115>(
        "47494638396102000200810000000000ffffff00000000000021ff0b4e45545343415045322e30030100000021fe0268690021f904000a0000002c000000000200\
         02000008060001080410100021f904010a0002002c010001000100010081000000ffffff000000000000080400030404003b",
    )
}

fn hex<const N: usize>(text: &str) -> Vec<u8> {
    from_hex::<N>(text).unwrap().to_vec()
}

/// An EXIF block with an orientation, a camera and a place, as phones write it.
fn exif(orientation: u8) -> Vec<u8> {
    let mut tiff = b"MM\0*\0\0\0\x08\0\x03".to_vec();
    tiff.extend_from_slice(b"\x01\x10\0\x02\0\0\0\x2c\0\0\0\x40");
    tiff.extend_from_slice(&[1, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0]);
    tiff.extend_from_slice(b"\x88\x25\0\x04\0\0\0\x01\0\0\0\x80\0\0\0\0");
    tiff.resize(0x40, 0);
    tiff.extend_from_slice(PLACE);
    tiff.resize(0x80, 0);
    // GPS directory: latitude of three rationals.
    tiff.extend_from_slice(b"\0\x01\0\x02\0\x05\0\0\0\x03\0\0\0\x92\0\0\0\0");
    tiff.extend_from_slice(b"\0\0\0\x1e\0\0\0\x01\0\0\0\x23\0\0\0\x01\0\x34\x12\x07\0\0\x03\xe8");
    tiff
}

const LATITUDE: &[u8] = b"\0\x34\x12\x07\0\0\x03\xe8";

fn contains(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}

fn cleaned(bytes: &[u8]) -> Cleaned {
    let cleaned = clean_image(bytes).unwrap();
    for secret in [&PLACE[..12], LATITUDE, b"Zhang San", b"iPhone", b"GPS"] {
        assert!(!contains(&cleaned.bytes, secret), "{}", String::from_utf8_lossy(secret));
    }
    // A copy is clean already.
    assert_eq!(clean_image(&cleaned.bytes).unwrap(), cleaned);
    cleaned
}

fn segment(code: u8, data: &[u8]) -> Vec<u8> {
    [&[0xff, code], &(data.len() as u16 + 2).to_be_bytes()[..], data].concat()
}

/// Puts segments behind the marker of the start.
fn jpeg_with(segments: &[Vec<u8>]) -> Vec<u8> {
    let jpeg = jpeg();
    [&jpeg[..2], &segments.concat(), &jpeg[2..]].concat()
}

fn png_chunk(name: &[u8; 4], data: &[u8]) -> Vec<u8> {
    [&(data.len() as u32).to_be_bytes()[..], name, data, &png::crc(name, data).to_be_bytes()].concat()
}

/// Puts chunks behind the header.
fn png_with(chunks: &[Vec<u8>]) -> Vec<u8> {
    let png = png();
    [&png[..33], &chunks.concat(), &png[33..]].concat()
}

fn webp_chunk(name: &[u8; 4], data: &[u8]) -> Vec<u8> {
    let fill: &[u8] = if data.len() % 2 == 1 { &[0] } else { &[] };
    [&name[..], &(data.len() as u32).to_le_bytes(), data, fill].concat()
}

fn webp_of(chunks: &[Vec<u8>]) -> Vec<u8> {
    let body = chunks.concat();
    [&b"RIFF"[..], &(body.len() as u32 + 4).to_le_bytes(), b"WEBP", &body].concat()
}

#[test]
fn a_clean_jpeg_stays_as_it_is() {
    let cleaned = cleaned(&jpeg());
    assert_eq!(cleaned, Cleaned { kind: Kind::Jpeg, bytes: jpeg(), width: 4, height: 3 });
}

#[test]
fn a_jpeg_loses_place_owner_and_camera_wherever_they_stand() {
    let app = |code: u8, mark: &[u8]| segment(code, &[mark, PLACE].concat());
    let mut dirty = jpeg_with(&[
        segment(0xe1, &[b"Exif\0\0", &exif(1)[..]].concat()),
        app(0xe1, b"http://ns.adobe.com/xap/1.0/\0"),
        app(0xe2, b"ICC_PROFILE\0"),
        app(0xe2, b"MPF\0"),
        app(0xed, b"Photoshop 3.0\0"),
        app(0xef, b""),
        app(0xfe, b""),
        app(0xe0, b"JFXX\0\x10"),
        app(0xf0, b""),
    ]);
    // Between the tables and the scan, behind the scan, and behind the end.
    let scan = dirty.len() - SCAN_AND_END;
    dirty.splice(scan..scan, app(0xfe, b""));
    let end = dirty.len() - 2;
    dirty.splice(end..end, app(0xe1, b"Exif\0\0"));
    dirty.extend_from_slice(PLACE);
    assert_eq!(cleaned(&dirty).bytes, jpeg());
}

#[test]
fn a_jpeg_keeps_which_side_is_up_and_nothing_else() {
    let dirty = jpeg_with(&[segment(0xe1, &[b"Exif\0\0", &exif(6)[..]].concat())]);
    assert_eq!(cleaned(&dirty).bytes, jpeg_with(&[segment(0xe1, &[b"Exif\0\0", &turned_right()[..]].concat())]));
}

/// The block that says only that the picture is to be turned to the right.
fn turned_right() -> [u8; 26] {
    *b"MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0"
}

#[test]
fn a_jpeg_loses_its_thumbnail_and_keeps_its_colours() {
    let thumbnail = segment(0xe0, &[b"JFIF\0\x01\x02\x01\0\x48\0\x48\x02\x01", PLACE].concat());
    let adobe = segment(0xee, b"Adobe\0\x64\0\0\0\0\x01");
    let bare = jpeg_with(&[segment(0xe0, b"JFIF\0\x01\x02\x01\0\x48\0\x48\0\0"), adobe.clone()]);
    let long_adobe = segment(0xee, &[&b"Adobe\0\x64\0\0\0\0\x01"[..], PLACE].concat());
    assert_eq!(cleaned(&jpeg_with(&[thumbnail, long_adobe])).bytes, bare);
}

#[test]
fn a_jpeg_cut_in_its_scan_is_ended_and_one_cut_before_is_refused() {
    let whole = jpeg();
    assert_eq!(cleaned(&whole[..whole.len() - 2]).bytes, whole);
    let shorter = cleaned(&whole[..whole.len() - 4]).bytes;
    assert_eq!(shorter[shorter.len() - 2..], [0xff, 0xd9]);
    assert_eq!(clean_image(&whole[..100]), Err(CannotClean::Damaged));
    let no_scan = [&whole[..whole.len() - SCAN_AND_END], &[0xff, 0xd9]].concat();
    assert_eq!(clean_image(&no_scan), Err(CannotClean::Damaged));
}

#[test]
fn fill_bytes_restarts_and_stuffed_bytes_are_no_markers() {
    let whole = jpeg();
    let at = whole.len() - 2;
    let coded = [&whole[..at], b"\xff\xd0abc\xff\x00def\xff\xff\xd9"].concat();
    let expected = [&whole[..at], b"\xff\xd0abc\xff\x00def\xff\xd9"].concat();
    assert_eq!(cleaned(&coded).bytes, expected);
}

#[test]
fn a_clean_animated_png_stays_as_it_is() {
    assert_eq!(cleaned(&png()), Cleaned { kind: Kind::Png, bytes: png(), width: 4, height: 3 });
}

#[test]
fn a_png_loses_texts_time_and_exif_and_what_stands_behind_its_end() {
    let profile = png_chunk(b"iCCP", b"profile");
    let resolution = png_chunk(b"pHYs", &[0, 0, 1, 0, 0, 0, 1, 0, 1]);
    let mut dirty = png_with(&[
        png_chunk(b"tEXt", PLACE),
        profile.clone(),
        png_chunk(b"zTXt", PLACE),
        png_chunk(b"iTXt", PLACE),
        png_chunk(b"eXIf", &exif(1)),
        resolution.clone(),
        png_chunk(b"tIME", &[7; 7]),
        png_chunk(b"prVt", PLACE),
    ]);
    dirty.extend_from_slice(PLACE);
    assert_eq!(cleaned(&dirty).bytes, png_with(&[profile, resolution]));
    let turned = png_with(&[png_chunk(b"eXIf", &exif(6))]);
    assert_eq!(cleaned(&turned).bytes, png_with(&[png_chunk(b"eXIf", &turned_right())]));
}

#[test]
fn a_damaged_png_is_refused() {
    let whole = png();
    for at in 8..whole.len() {
        let mut changed = whole.clone();
        changed[at] ^= 1;
        assert!(clean_image(&changed).is_err(), "byte {at}");
        assert!(clean_image(&whole[..at]).is_err(), "cut to {at}");
    }
    let unknown = png_with(&[png_chunk(b"CgBI", b"\0\0\0\0")]);
    assert_eq!(clean_image(&unknown), Err(CannotClean::Damaged));
}

#[test]
fn a_simple_webp_stays_as_it_is() {
    let cleaned = cleaned(&webp());
    assert_eq!((cleaned.kind, cleaned.width, cleaned.height), (Kind::Webp, 4, 3));
    assert_eq!(cleaned.bytes, webp());
}

#[test]
fn a_webp_loses_exif_and_xmp_and_its_flags_say_so() {
    let picture = webp()[12..].to_vec();
    let extended = |flags: u8| webp_chunk(b"VP8X", &[flags, 0, 0, 0, 3, 0, 0, 2, 0, 0]);
    let profile = webp_chunk(b"ICCP", b"odd");
    let tail = [webp_chunk(b"EXIF", &exif(1)), webp_chunk(b"XMP ", PLACE), webp_chunk(b"GPSx", PLACE)].concat();
    let mut dirty = webp_of(&[extended(0x2c), profile.clone(), picture.clone(), tail]);
    dirty.extend_from_slice(PLACE);
    assert_eq!(cleaned(&dirty).bytes, webp_of(&[extended(0x20), profile, picture.clone()]));
    let turned = webp_of(&[extended(0x0c), picture.clone(), webp_chunk(b"EXIF", &exif(6))]);
    assert_eq!(cleaned(&turned).bytes, webp_of(&[extended(0x08), picture, webp_chunk(b"EXIF", &turned_right())]));
}

#[test]
fn frames_of_a_webp_animation_hide_nothing() {
    let clean = webp_animation();
    assert_eq!(cleaned(&clean).bytes, clean);
    let frame = &clean[44 + 8..44 + 8 + 0x3e];
    let dirty_frame = webp_chunk(b"ANMF", &[frame, &webp_chunk(b"EXIF", &exif(3)), &webp_chunk(b"note", PLACE)].concat());
    let dirty = webp_of(&[clean[12..44].to_vec(), dirty_frame, clean[44 + 8 + 0x3e..].to_vec()]);
    assert_eq!(cleaned(&dirty).bytes, clean);
}

#[test]
fn a_gif_loses_comments_and_keeps_its_loop_and_timing() {
    let mut clean = gif();
    let comment = clean.windows(2).position(|window| window == [0x21, 0xfe]).unwrap();
    clean.drain(comment..comment + 6);
    assert_eq!(cleaned(&gif()), Cleaned { kind: Kind::Gif, bytes: clean.clone(), width: 2, height: 2 });
    let block = |label: u8, first: &[u8]| [&[0x21, label, first.len() as u8], first, &[PLACE.len() as u8], PLACE, &[0]].concat();
    let blocks = [block(0xfe, b"x"), block(0xff, b"XMP DataXMP"), block(0xff, b"NETSCAPE2.0"), block(1, &[0; 12]), block(0x77, b"?")];
    let mut dirty = clean.clone();
    dirty.splice(comment..comment, blocks.concat());
    dirty.extend_from_slice(PLACE);
    assert_eq!(cleaned(&dirty).bytes, clean);
    assert_eq!(cleaned(&clean[..clean.len() - 1]).bytes, clean);
    assert_eq!(clean_image(&clean[..comment]), Err(CannotClean::Damaged));
}

#[test]
fn pictures_that_would_fill_the_memory_are_refused() {
    let big = CannotClean::TooManyPixels { width: 50_000, height: 50_000 };
    let side = 50_000u16.to_be_bytes();
    let mut jpeg = jpeg();
    let frame = jpeg.windows(2).position(|window| window == [0xff, 0xc0]).unwrap();
    jpeg[frame + 5..frame + 9].copy_from_slice(&[side[0], side[1], side[0], side[1]]);
    assert_eq!(clean_image(&jpeg), Err(big));
    let side = 50_000u32.to_be_bytes();
    let header = png_chunk(b"IHDR", &[&side[..], &side, &[8, 2, 0, 0, 0]].concat());
    assert_eq!(clean_image(&[&png()[..8], &header, &png()[33..]].concat()), Err(big));
    let side = &49_999u32.to_le_bytes()[..3];
    let canvas = webp_chunk(b"VP8X", &[&[0; 4][..], side, side].concat());
    assert_eq!(clean_image(&webp_of(&[canvas, webp()[12..].to_vec()])), Err(big));
    let mut gif = gif();
    gif[6..10].copy_from_slice(&[0x50, 0xc3, 0x50, 0xc3]);
    assert_eq!(clean_image(&gif), Err(big));
    gif[6..8].copy_from_slice(&[0, 0]);
    assert_eq!(clean_image(&gif), Err(CannotClean::Damaged));
}

#[test]
fn an_endless_animation_is_refused() {
    let gif = gif();
    // One pixel at the corner.
    let frame = b"\x2c\0\0\0\0\x01\0\x01\0\0\x02\x02\x44\x01\0";
    let animation = |frames: usize| [&gif[..gif.len() - 1], &frame.repeat(frames), &[0x3b]].concat();
    assert_eq!(clean_image(&animation(3000)), Err(CannotClean::TooManyFrames));
    assert!(clean_image(&animation(1000)).is_ok());
    let control = png_chunk(b"fcTL", &[0; 26]);
    assert_eq!(clean_image(&png_with(&vec![control; 3000])), Err(CannotClean::TooManyFrames));
    let frame = webp_chunk(b"ANMF", &[&[0; 16][..], &webp()[12..]].concat());
    assert_eq!(clean_image(&webp_of(&[webp_animation()[12..44].to_vec(), frame.repeat(3000)])), Err(CannotClean::TooManyFrames));
    let jpeg = jpeg();
    let scan = &jpeg[jpeg.len() - SCAN_AND_END..jpeg.len() - 2];
    let endless = [&jpeg[..jpeg.len() - 2], &scan.repeat(3000), &[0xff, 0xd9]].concat();
    assert_eq!(clean_image(&endless), Err(CannotClean::TooManyFrames));
}

#[test]
fn other_files_have_no_copy() {
    for other in [&b"%PDF-1.7"[..], b"", b"\0\0\0\x18ftypheic", b"BM", b"<svg/>"] {
        assert_eq!(clean_image(other), Err(CannotClean::NotAPicture));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn damaged_pictures_never_panic(which in 0usize..5, changes in proptest::collection::vec((any::<usize>(), any::<u8>()), 1..8), cut: usize) {
        let mut picture = [jpeg(), png(), webp_animation(), webp(), gif()][which].clone();
        for (at, byte) in changes {
            let at = at % picture.len();
            picture[at] = byte;
        }
        let _ = clean_image(&picture);
        let _ = clean_image(&picture[..cut % picture.len()]);
    }

    #[test]
    fn bytes_behind_a_right_start_never_panic(which in 0usize..4, rest: Vec<u8>) {
        let starts: [&[u8]; 4] = [b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", b"RIFF\x40\0\0\0WEBPVP8X", b"GIF89a"];
        let _ = clean_image(&[starts[which], &rest].concat());
    }
}
