//! WebP (RFC 9649): a RIFF container with chunks of even length.

use super::{CannotClean, Input, Parts, Picture, Size, exif::Orientation};

/// Flags of the extended header for chunks that are dropped.
const EXIF_FLAG: u8 = 0x08;
const XMP_FLAG: u8 = 0x04;

pub(super) fn clean(bytes: &[u8]) -> Result<Picture, CannotClean> {
    let mut input = Input(bytes);
    input.expect(b"RIFF")?;
    let len = usize::try_from(u32::from_le_bytes(input.array()?)).map_err(|_| CannotClean::Damaged)?;
    // What stands behind the container is cut here.
    let mut inside = Input(input.take(len)?);
    inside.expect(b"WEBP")?;
    let mut kept = Kept::default();
    while !inside.0.is_empty() {
        let chunk = chunk(&mut inside)?;
        kept.chunk(&chunk)?;
    }
    kept.finish()
}

#[derive(Default)]
struct Kept {
    chunks: Vec<u8>,
    /// Of the canvas, or of the picture where there is no canvas.
    size: Option<Size>,
    frames: Parts,
    /// Where the flags of the extended header stand in `chunks`.
    flags_at: Option<usize>,
    orientation: Option<Orientation>,
    has_picture: bool,
}

impl Kept {
    fn chunk(&mut self, chunk: &Chunk) -> Result<(), CannotClean> {
        match &chunk.name {
            b"VP8X" => self.extended(chunk)?,
            b"VP8 " | b"VP8L" => {
                self.measure(picture_size(chunk)?);
                self.has_picture = true;
                put(&mut self.chunks, &chunk.name, chunk.data);
            }
            b"ANMF" => {
                self.frames.add()?;
                let frame = frame(chunk.data)?;
                self.has_picture = true;
                put(&mut self.chunks, b"ANMF", &frame);
            }
            b"ALPH" | b"ANIM" | b"ICCP" => put(&mut self.chunks, &chunk.name, chunk.data),
            b"EXIF" => self.orientation = self.orientation.or_else(|| Orientation::read(chunk.data)),
            _ => {}
        }
        Ok(())
    }

    fn extended(&mut self, chunk: &Chunk) -> Result<(), CannotClean> {
        let &[flags, _, _, _, w1, w2, w3, h1, h2, h3] = chunk.data else { return Err(CannotClean::Damaged) };
        if !self.chunks.is_empty() {
            return Err(CannotClean::Damaged);
        }
        let side = |bytes: [u8; 3]| u32::from_le_bytes([bytes[0], bytes[1], bytes[2], 0]) + 1;
        self.measure(Size::checked(side([w1, w2, w3]), side([h1, h2, h3]))?);
        put(&mut self.chunks, b"VP8X", &[flags & !(EXIF_FLAG | XMP_FLAG), 0, 0, 0, w1, w2, w3, h1, h2, h3]);
        self.flags_at = Some(8);
        Ok(())
    }

    fn measure(&mut self, size: Size) {
        self.size.get_or_insert(size);
    }

    fn finish(mut self) -> Result<Picture, CannotClean> {
        let size = self.size.filter(|_| self.has_picture).ok_or(CannotClean::Damaged)?;
        // Only the extended form may say how to turn the picture.
        if let (Some(orientation), Some(flags_at)) = (self.orientation, self.flags_at) {
            self.chunks[flags_at] |= EXIF_FLAG;
            put(&mut self.chunks, b"EXIF", &orientation.tiff());
        }
        let len = u32::try_from(self.chunks.len() + 4).map_err(|_| CannotClean::Damaged)?;
        let bytes = [&b"RIFF"[..], &len.to_le_bytes(), b"WEBP", &self.chunks].concat();
        Ok(Picture { bytes, size })
    }
}

/// A frame of an animation: its place and time, then chunks of its own, where metadata could hide.
fn frame(data: &[u8]) -> Result<Vec<u8>, CannotClean> {
    let mut input = Input(data);
    let mut out = input.take(16)?.to_vec();
    while !input.0.is_empty() {
        let chunk = chunk(&mut input)?;
        match &chunk.name {
            b"VP8 " | b"VP8L" => {
                picture_size(&chunk)?;
                put(&mut out, &chunk.name, chunk.data);
            }
            b"ALPH" => put(&mut out, &chunk.name, chunk.data),
            _ => {}
        }
    }
    Ok(out)
}

struct Chunk<'a> {
    name: [u8; 4],
    data: &'a [u8],
}

fn chunk<'a>(input: &mut Input<'a>) -> Result<Chunk<'a>, CannotClean> {
    let name = input.array()?;
    let len = usize::try_from(u32::from_le_bytes(input.array()?)).map_err(|_| CannotClean::Damaged)?;
    let data = input.take(len)?;
    // Some programs leave out the byte that fills up the last chunk.
    if len % 2 == 1 && !input.0.is_empty() {
        input.byte()?;
    }
    Ok(Chunk { name, data })
}

fn put(out: &mut Vec<u8>, name: &[u8; 4], data: &[u8]) {
    let len = u32::try_from(data.len()).expect("kept chunks are not longer than they were read");
    out.extend_from_slice(name);
    out.extend_from_slice(&len.to_le_bytes());
    out.extend_from_slice(data);
    if data.len() % 2 == 1 {
        out.push(0);
    }
}

fn picture_size(chunk: &Chunk) -> Result<Size, CannotClean> {
    match (&chunk.name, chunk.data) {
        // Key frame: start code, then 14 bits each.
        (b"VP8 ", [_, _, _, 0x9d, 0x01, 0x2a, w1, w2, h1, h2, ..]) => {
            let side = |low: u8, high: u8| u32::from(u16::from_le_bytes([low, high]) & 0x3fff);
            Size::checked(side(*w1, *w2), side(*h1, *h2))
        }
        // Mark, then 14 bits each, less one.
        (b"VP8L", [0x2f, a, b, c, d, ..]) => {
            let bits = u32::from_le_bytes([*a, *b, *c, *d]);
            Size::checked((bits & 0x3fff) + 1, (bits >> 14 & 0x3fff) + 1)
        }
        _ => Err(CannotClean::Damaged),
    }
}
