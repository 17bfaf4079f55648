//! Being filled.
use super::{Parsed, Refusal};
/// Longest link, in characters.
pub const MAX_LINK: usize = 2000;
pub fn parse_link(_input: &str) -> Result<Parsed, Refusal> {
    Err(Refusal::Format)
}
pub fn parse_links(_input: &str) -> Result<Vec<String>, Refusal> {
    Err(Refusal::Format)
}
