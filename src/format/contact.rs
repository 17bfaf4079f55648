//! Being filled.
use super::{Parsed, Refusal};
pub fn parse_e164(_input: &str) -> Result<Parsed, Refusal> {
    Err(Refusal::Format)
}
pub fn parse_email(_input: &str) -> Result<Parsed, Refusal> {
    Err(Refusal::Format)
}
pub fn parse_phone(_input: &str) -> Result<Parsed, Refusal> {
    Err(Refusal::Format)
}
