//! Being filled.
use super::{Parsed, Refusal};
pub fn parse_madrid(_input: &str) -> Result<Parsed, Refusal> {
    Err(Refusal::Format)
}
pub fn parse_trademark(_input: &str) -> Result<Parsed, Refusal> {
    Err(Refusal::Format)
}
pub fn parse_trademark_cn(_input: &str) -> Result<Parsed, Refusal> {
    Err(Refusal::Format)
}
