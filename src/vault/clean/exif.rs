//! The one fact that is kept from EXIF: which side of the picture is up.

/// How to turn the picture: 2 to 8 of the EXIF tag 0x0112. 1, upright, needs no tag.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Orientation(u8);

impl Orientation {
    /// From a TIFF block, with or without the `Exif` mark in front. `None` when upright, not said or damaged.
    pub(super) fn read(block: &[u8]) -> Option<Self> {
        let tiff = block.strip_prefix(b"Exif\0\0").unwrap_or(block);
        let order: Order = match tiff.first_chunk()? {
            b"II*\0" => Order { u16: u16::from_le_bytes, u32: u32::from_le_bytes },
            b"MM\0*" => Order { u16: u16::from_be_bytes, u32: u32::from_be_bytes },
            _ => return None,
        };
        let directory = usize::try_from(order.u32_at(tiff, 4)?).ok()?;
        let count = usize::from(order.u16_at(tiff, directory)?);
        let entries = tiff.get(directory.checked_add(2)?..)?.as_chunks::<12>().0;
        let entry = entries.iter().take(count).find(|entry| order.u16_at(*entry, 0) == Some(0x0112))?;
        let is_one_short = order.u16_at(entry, 2) == Some(3) && order.u32_at(entry, 4) == Some(1);
        let value = order.u16_at(entry, 8).filter(|value| is_one_short && (2..=8).contains(value))?;
        u8::try_from(value).ok().map(Self)
    }

    /// A TIFF block that says nothing else.
    pub(super) fn tiff(self) -> [u8; 26] {
        let mut tiff = *b"MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\0\0\0\0\0\0\0";
        tiff[19] = self.0;
        tiff
    }
}

struct Order {
    u16: fn([u8; 2]) -> u16,
    u32: fn([u8; 4]) -> u32,
}

impl Order {
    fn u16_at(&self, bytes: &[u8], at: usize) -> Option<u16> {
        Some((self.u16)(*bytes.get(at..)?.first_chunk()?))
    }

    fn u32_at(&self, bytes: &[u8], at: usize) -> Option<u32> {
        Some((self.u32)(*bytes.get(at..)?.first_chunk()?))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_block_that_is_written_can_be_read() {
        for value in 2..=8 {
            assert_eq!(Orientation::read(&Orientation(value).tiff()), Some(Orientation(value)));
        }
        assert_eq!(Orientation::read(&Orientation(1).tiff()), None);
        assert_eq!(Orientation::read(&Orientation(9).tiff()), None);
    }

    #[test]
    fn both_byte_orders_are_read() {
        let little = b"Exif\0\0II*\0\x08\0\0\0\x02\0\x10\x01\x02\0\x01\0\0\0\0\0\0\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0";
        assert_eq!(Orientation::read(little), Some(Orientation(6)));
    }

    proptest! {
        #[test]
        fn damaged_blocks_are_no_trouble(mut block: Vec<u8>, at in 0u32..40) {
            let _ = Orientation::read(&block);
            block.splice(0..0, [&b"MM\0*"[..], &at.to_be_bytes()].concat());
            let _ = Orientation::read(&block);
        }
    }
}
