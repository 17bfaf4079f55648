//! A copy of a picture without what its camera or program wrote about it: place, time, owner, device, thumbnails, comments.
//!
//! Rewrites the container only. No pixel is decoded, each byte is looked at once or twice, and a picture that a browser would
//! choke on is refused. Only such copies are shown; the original stays sealed as evidence.
//!
//! ## Why
//!
//! - Parts to keep are listed, not parts to drop: what a later camera invents is dropped, too.
//! - The direction in which a phone was held is kept, alone, because pictures would lie on their side without it.
//! - Everything behind the end of the picture is cut: second pictures, videos of "live photos", and archives hide there.

mod exif;
mod gif;
mod jpeg;
mod png;
mod webp;

use std::fmt;

use super::sniff::{Kind, sniff};

/// Most pixels of a picture that is shown. Phones reach 200 million, screens need 8.
const MAX_PIXELS: u64 = 200_000_000;
/// Most frames or scans of one picture.
const MAX_PARTS: usize = 2_000;

/// A copy without metadata.
#[derive(Clone, PartialEq, Eq)]
pub struct Cleaned {
    /// Jpeg, png, webp or gif, the same as the original.
    pub kind: Kind,
    pub bytes: Vec<u8>,
    /// Pixels, before the picture is turned upright.
    pub width: u32,
    pub height: u32,
}

impl fmt::Debug for Cleaned {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Cleaned({}, {} x {}, {} bytes)", self.kind.name(), self.width, self.height, self.bytes.len())
    }
}

/// Why there is no copy to show.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum CannotClean {
    /// No picture of a kind whose metadata we can remove.
    #[error("not a picture that can be cleaned")]
    NotAPicture,
    /// Not built as its kind demands, or cut off.
    #[error("picture is damaged")]
    Damaged,
    /// Would fill the memory of whoever opens it.
    #[error("picture has {width} x {height} pixels")]
    TooManyPixels { width: u32, height: u32 },
    /// Would never stop playing or take minutes to open.
    #[error("picture has too many frames")]
    TooManyFrames,
}

/// Makes the copy. Takes time proportional to the length; the caller limits that.
pub fn clean_image(bytes: &[u8]) -> Result<Cleaned, CannotClean> {
    let kind = sniff(&bytes[..bytes.len().min(16)]).kind;
    let picture = match kind {
        Kind::Jpeg => jpeg::clean(bytes)?,
        Kind::Png => png::clean(bytes)?,
        Kind::Webp => webp::clean(bytes)?,
        Kind::Gif => gif::clean(bytes)?,
        _ => return Err(CannotClean::NotAPicture),
    };
    let Picture { bytes, size: Size { width, height } } = picture;
    Ok(Cleaned { kind, bytes, width, height })
}

struct Picture {
    bytes: Vec<u8>,
    size: Size,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Size {
    width: u32,
    height: u32,
}

impl Size {
    /// Refuses pictures without pixels and with too many.
    fn checked(width: u32, height: u32) -> Result<Self, CannotClean> {
        match u64::from(width) * u64::from(height) {
            0 => Err(CannotClean::Damaged),
            1..=MAX_PIXELS => Ok(Self { width, height }),
            _ => Err(CannotClean::TooManyPixels { width, height }),
        }
    }
}

/// Counts frames or scans.
#[derive(Default)]
struct Parts(usize);

impl Parts {
    fn add(&mut self) -> Result<(), CannotClean> {
        self.0 += 1;
        if self.0 > MAX_PARTS { Err(CannotClean::TooManyFrames) } else { Ok(()) }
    }
}

/// What is still to be read. Running out is damage.
struct Input<'a>(&'a [u8]);

impl<'a> Input<'a> {
    fn take(&mut self, n: usize) -> Result<&'a [u8], CannotClean> {
        let (taken, rest) = self.0.split_at_checked(n).ok_or(CannotClean::Damaged)?;
        self.0 = rest;
        Ok(taken)
    }

    fn array<const N: usize>(&mut self) -> Result<[u8; N], CannotClean> {
        let (taken, rest) = self.0.split_first_chunk().ok_or(CannotClean::Damaged)?;
        self.0 = rest;
        Ok(*taken)
    }

    fn byte(&mut self) -> Result<u8, CannotClean> {
        self.array().map(|[byte]| byte)
    }

    fn expect(&mut self, start: &[u8]) -> Result<(), CannotClean> {
        self.0 = self.0.strip_prefix(start).ok_or(CannotClean::Damaged)?;
        Ok(())
    }
}

#[cfg(test)]
mod tests;
