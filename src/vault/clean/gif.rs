//! GIF (89a): blocks, each made of sub-blocks of at most 255 bytes.

use super::{CannotClean, Input, Parts, Picture, Size};

const IMAGE: u8 = 0x2c;
const EXTENSION: u8 = 0x21;
const TRAILER: u8 = 0x3b;
const GRAPHIC_CONTROL: u8 = 0xf9;
const APPLICATION: u8 = 0xff;
/// Says how often to repeat, in its sub-block 1.
const LOOPS: [&[u8]; 2] = [b"NETSCAPE2.0", b"ANIMEXTS1.0"];

pub(super) fn clean(bytes: &[u8]) -> Result<Picture, CannotClean> {
    let mut input = Input(bytes);
    let mut out = Vec::with_capacity(bytes.len());
    let version: [u8; 6] = input.array()?;
    let screen: [u8; 7] = input.array()?;
    let [w1, w2, h1, h2, flags, ..] = screen;
    let size = Size::checked(u16::from_le_bytes([w1, w2]).into(), u16::from_le_bytes([h1, h2]).into())?;
    out.extend_from_slice(&version);
    out.extend_from_slice(&screen);
    out.extend_from_slice(input.take(colour_table(flags))?);
    let mut frames = Parts::default();
    loop {
        // Many programs forget the trailer; browsers do not mind.
        match input.byte().unwrap_or(TRAILER) {
            TRAILER => break,
            EXTENSION => extension(&mut input, &mut out)?,
            IMAGE => {
                frames.add()?;
                image(&mut input, &mut out)?;
            }
            _ => return Err(CannotClean::Damaged),
        }
    }
    out.push(TRAILER);
    if frames.0 > 0 { Ok(Picture { bytes: out, size }) } else { Err(CannotClean::Damaged) }
}

fn image(input: &mut Input, out: &mut Vec<u8>) -> Result<(), CannotClean> {
    let descriptor: [u8; 9] = input.array()?;
    out.push(IMAGE);
    out.extend_from_slice(&descriptor);
    out.extend_from_slice(input.take(colour_table(descriptor[8]))?);
    out.push(input.byte()?);
    out.extend_from_slice(sub_blocks(input)?.raw);
    Ok(())
}

/// Keeps timing and repetition; drops comments, texts and what applications added.
fn extension(input: &mut Input, out: &mut Vec<u8>) -> Result<(), CannotClean> {
    let label = input.byte()?;
    let blocks = sub_blocks(input)?;
    match (label, blocks.first) {
        (GRAPHIC_CONTROL, control) if control.len() == 4 => {
            out.extend_from_slice(&[EXTENSION, GRAPHIC_CONTROL, 4]);
            out.extend_from_slice(control);
            out.push(0);
        }
        (APPLICATION, name) if LOOPS.contains(&name) => {
            if let Some(&[3, 1, low, high, ..]) = blocks.raw.get(1 + name.len()..) {
                out.extend_from_slice(&[EXTENSION, APPLICATION, 11]);
                out.extend_from_slice(name);
                out.extend_from_slice(&[3, 1, low, high, 0]);
            }
        }
        _ => {}
    }
    Ok(())
}

struct SubBlocks<'a> {
    /// With all lengths and the final 0.
    raw: &'a [u8],
    first: &'a [u8],
}

fn sub_blocks<'a>(input: &mut Input<'a>) -> Result<SubBlocks<'a>, CannotClean> {
    let start = input.0;
    let mut first = None;
    loop {
        let len = input.byte()?;
        let block = input.take(len.into())?;
        if len == 0 {
            break;
        }
        first.get_or_insert(block);
    }
    Ok(SubBlocks { raw: &start[..start.len() - input.0.len()], first: first.unwrap_or_default() })
}

/// Bytes of a colour table with these flags.
fn colour_table(flags: u8) -> usize {
    if flags & 0x80 == 0 { 0 } else { 3 << ((flags & 7) + 1) }
}
