//! Being filled.
use super::Refusal;
pub fn parse_yes_no(_input: &str) -> Result<bool, Refusal> {
    Err(Refusal::Format)
}
pub fn says_unknown(_input: &str) -> bool {
    false
}
