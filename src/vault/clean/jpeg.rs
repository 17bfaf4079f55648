//! JPEG (ITU-T T.81): markers with lengths, and coded data between them.

use super::{CannotClean, Input, Parts, Picture, Size, exif::Orientation};

const START: [u8; 2] = [0xff, 0xd8];
const END: [u8; 2] = [0xff, 0xd9];
const SCAN: u8 = 0xda;

pub(super) fn clean(bytes: &[u8]) -> Result<Picture, CannotClean> {
    let mut input = Input(bytes);
    input.expect(&START)?;
    let mut kept = Kept::default();
    loop {
        match marker(&mut input)? {
            0xd9 => break,
            // Stand alone, without a length.
            0x01 | 0xd0..=0xd7 => {}
            0x00 | 0x02..=0xbf | 0xd8 | 0xff => return Err(CannotClean::Damaged),
            code => {
                let segment = segment(&mut input)?;
                kept.segment(code, segment)?;
                if code == SCAN {
                    kept.body.extend_from_slice(coded_data(&mut input));
                    // Cut off while it was sent: browsers show what there is.
                    if input.0.is_empty() {
                        break;
                    }
                }
            }
        }
    }
    kept.finish()
}

#[derive(Default)]
struct Kept {
    orientation: Option<Orientation>,
    /// Everything behind the marker of the start.
    body: Vec<u8>,
    size: Option<Size>,
    scans: Parts,
}

impl Kept {
    fn segment(&mut self, code: u8, data: &[u8]) -> Result<(), CannotClean> {
        match code {
            // Tables, frames, scans, restart interval, number of lines, hierarchical forms.
            0xc0..=0xc7 | 0xc9..=0xcf | SCAN..=0xdf => self.picture_segment(code, data)?,
            // JFIF, without its thumbnail.
            0xe0 => {
                if let Some(version_and_density) = data.strip_prefix(b"JFIF\0").and_then(|rest| rest.get(..7)) {
                    self.put(code, &[b"JFIF\0", version_and_density, &[0, 0]].concat());
                }
            }
            0xe1 if data.starts_with(b"Exif\0\0") => self.orientation = self.orientation.or_else(|| Orientation::read(data)),
            // Adobe, which says how colours are coded.
            0xee => {
                if let Some(adobe) = data.get(..12).filter(|adobe| adobe.starts_with(b"Adobe")) {
                    self.put(code, adobe);
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn picture_segment(&mut self, code: u8, data: &[u8]) -> Result<(), CannotClean> {
        if code == SCAN {
            self.scans.add()?;
        } else if is_frame(code) {
            let &[_, h1, h2, w1, w2, ..] = data else { return Err(CannotClean::Damaged) };
            let size = Size::checked(u16::from_be_bytes([w1, w2]).into(), u16::from_be_bytes([h1, h2]).into())?;
            self.size.get_or_insert(size);
        }
        self.put(code, data);
        Ok(())
    }

    fn put(&mut self, code: u8, data: &[u8]) {
        put_segment(&mut self.body, code, data);
    }

    fn finish(self) -> Result<Picture, CannotClean> {
        let size = self.size.filter(|_| self.scans.0 > 0).ok_or(CannotClean::Damaged)?;
        let mut bytes = Vec::with_capacity(self.body.len() + 64);
        bytes.extend_from_slice(&START);
        if let Some(orientation) = self.orientation {
            put_segment(&mut bytes, 0xe1, &[&b"Exif\0\0"[..], &orientation.tiff()].concat());
        }
        bytes.extend_from_slice(&self.body);
        bytes.extend_from_slice(&END);
        Ok(Picture { bytes, size })
    }
}

/// Start of frame of any process; not the tables and reserved codes between them.
fn is_frame(code: u8) -> bool {
    matches!(code, 0xc0..=0xcf) && !matches!(code, 0xc4 | 0xc8 | 0xcc)
}

fn put_segment(out: &mut Vec<u8>, code: u8, data: &[u8]) {
    let len = u16::try_from(data.len() + 2).expect("kept segments are not longer than they were read");
    out.extend_from_slice(&[0xff, code]);
    out.extend_from_slice(&len.to_be_bytes());
    out.extend_from_slice(data);
}

fn marker(input: &mut Input) -> Result<u8, CannotClean> {
    input.expect(&[0xff])?;
    loop {
        // Any number of fill bytes may stand in front of the code.
        match input.byte()? {
            0xff => {}
            code => return Ok(code),
        }
    }
}

fn segment<'a>(input: &mut Input<'a>) -> Result<&'a [u8], CannotClean> {
    let len = usize::from(u16::from_be_bytes(input.array()?));
    input.take(len.checked_sub(2).ok_or(CannotClean::Damaged)?)
}

/// Coded data up to the next marker that is not a restart.
fn coded_data<'a>(input: &mut Input<'a>) -> &'a [u8] {
    let end = input.0.windows(2).position(|pair| pair[0] == 0xff && !matches!(pair[1], 0x00 | 0xd0..=0xd7 | 0xff));
    let (data, rest) = input.0.split_at(end.unwrap_or(input.0.len()));
    input.0 = rest;
    data.strip_suffix(&[0xff]).unwrap_or(data)
}
