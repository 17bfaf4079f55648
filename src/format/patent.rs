//! Patent, application and publication numbers.
use super::{Parsed, Refusal};
pub fn check_digit(_body: &str) -> Option<char> {
    None
}
pub fn parse_patent(_input: &str) -> Result<Parsed, Refusal> {
    Err(Refusal::Format)
}
pub fn parse_publication(_input: &str) -> Result<Parsed, Refusal> {
    Err(Refusal::Format)
}
