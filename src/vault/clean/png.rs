//! PNG (third edition): chunks with lengths and checksums.

use super::{CannotClean, Input, Parts, Picture, Size, exif::Orientation};

const SIGNATURE: &[u8] = b"\x89PNG\r\n\x1a\n";

pub(super) fn clean(bytes: &[u8]) -> Result<Picture, CannotClean> {
    let mut input = Input(bytes);
    input.expect(SIGNATURE)?;
    let mut out = Vec::with_capacity(bytes.len());
    out.extend_from_slice(SIGNATURE);
    let size = header(&mut input, &mut out)?;
    let (mut frames, mut has_data, mut turned) = (Parts::default(), false, false);
    loop {
        let chunk = chunk(&mut input)?;
        match &chunk.name {
            b"IEND" => break,
            b"eXIf" if !has_data && !turned => {
                if let Some(orientation) = Orientation::read(chunk.data) {
                    put(&mut out, b"eXIf", &orientation.tiff());
                    turned = true;
                }
            }
            name if is_kept(name) => {
                if name == b"fcTL" {
                    frames.add()?;
                }
                has_data |= name == b"IDAT";
                put(&mut out, name, chunk.data);
            }
            // An upper-case letter in front: cannot be shown without it, and we do not know what it is.
            [b'A'..=b'Z', ..] => return Err(CannotClean::Damaged),
            _ => {}
        }
    }
    put(&mut out, b"IEND", b"");
    if has_data { Ok(Picture { bytes: out, size }) } else { Err(CannotClean::Damaged) }
}

/// Picture data, palette and transparency, colours, resolution, background, animation.
fn is_kept(name: &[u8; 4]) -> bool {
    matches!(name, b"PLTE" | b"IDAT" | b"tRNS" | b"gAMA" | b"cHRM" | b"sRGB" | b"iCCP" | b"pHYs" | b"bKGD" | b"acTL" | b"fcTL" | b"fdAT")
}

fn header(input: &mut Input, out: &mut Vec<u8>) -> Result<Size, CannotClean> {
    let header = chunk(input)?;
    let (&[w1, w2, w3, w4, h1, h2, h3, h4, ..], b"IHDR", 13) = (header.data, &header.name, header.data.len()) else {
        return Err(CannotClean::Damaged);
    };
    put(out, b"IHDR", header.data);
    Size::checked(u32::from_be_bytes([w1, w2, w3, w4]), u32::from_be_bytes([h1, h2, h3, h4]))
}

struct Chunk<'a> {
    name: [u8; 4],
    data: &'a [u8],
}

/// The next chunk, its checksum verified.
fn chunk<'a>(input: &mut Input<'a>) -> Result<Chunk<'a>, CannotClean> {
    let len = usize::try_from(u32::from_be_bytes(input.array()?)).map_err(|_| CannotClean::Damaged)?;
    let name = input.array()?;
    let data = input.take(len)?;
    if u32::from_be_bytes(input.array()?) != crc(&name, data) {
        return Err(CannotClean::Damaged);
    }
    Ok(Chunk { name, data })
}

fn put(out: &mut Vec<u8>, name: &[u8; 4], data: &[u8]) {
    let len = u32::try_from(data.len()).expect("kept chunks are not longer than they were read");
    out.extend_from_slice(&len.to_be_bytes());
    out.extend_from_slice(name);
    out.extend_from_slice(data);
    out.extend_from_slice(&crc(name, data).to_be_bytes());
}

/// CRC-32 of the standard's annex D.
pub(super) fn crc(name: &[u8; 4], data: &[u8]) -> u32 {
    let step = |crc: u32, byte: &u8| TABLE[usize::from(crc as u8 ^ byte)] ^ crc >> 8;
    !data.iter().fold(name.iter().fold(!0, step), step)
}

const TABLE: [u32; 256] = {
    let mut table = [0u32; 256];
    let mut n = 0;
    while n < 256 {
        let mut value = n as u32;
        let mut bit = 0;
        while bit < 8 {
            value = if value & 1 == 1 { 0xedb8_8320 ^ value >> 1 } else { value >> 1 };
            bit += 1;
        }
        table[n] = value;
        n += 1;
    }
    table
};
