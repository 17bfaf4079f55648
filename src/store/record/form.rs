//! The outer form of every stored value: version, open part, sealed part. The same three travel in a backup.
//!
//! Bytes: version (1), length of the open part (4, big endian), open part (JSON), sealed part (the rest; may be empty).

const HEADER: usize = 5;
/// Room for what the engine appends, so that it need not move the value.
const ROOM: usize = 16;

/// A stored value, looked at without copying.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Form<'a> {
    /// Version of the record's kind with which it was written.
    pub version: u8,
    /// JSON that can be read without a key.
    pub open: &'a [u8],
    /// What only a key opens.
    pub sealed: &'a [u8],
}

impl<'a> Form<'a> {
    /// Takes a value apart; nothing when it is too short.
    pub fn read(bytes: &'a [u8]) -> Option<Self> {
        let (header, rest) = bytes.split_at_checked(HEADER)?;
        let (version, length) = header.split_first()?;
        let length = u32::from_be_bytes(length.try_into().ok()?);
        let (open, sealed) = rest.split_at_checked(usize::try_from(length).ok()?)?;
        Some(Self { version: *version, open, sealed })
    }

    /// Puts a value together.
    pub fn write(&self) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(HEADER + self.open.len() + self.sealed.len() + ROOM);
        bytes.push(self.version);
        let length = u32::try_from(self.open.len()).expect("an open part is far below four gigabytes: the engine takes one megabyte");
        bytes.extend(length.to_be_bytes());
        bytes.extend(self.open);
        bytes.extend(self.sealed);
        bytes
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_comes_back_and_a_cut_one_is_refused() {
        let form = Form { version: 3, open: b"{\"a\":1}", sealed: b"xyz" };
        let bytes = form.write();
        assert_eq!(Form::read(&bytes), Some(form));
        for end in 0..HEADER + form.open.len() {
            assert_eq!(Form::read(&bytes[..end]), None, "cut at {end}");
        }
        assert_eq!(Form::read(&[1, 255, 255, 255, 255, 0]), None);
    }
}
