//! Being filled.
use super::{Parsed, Refusal};
pub fn parse_hague(_input: &str) -> Result<Parsed, Refusal> {
    Err(Refusal::Format)
}
pub fn parse_ipc(_input: &str) -> Result<Parsed, Refusal> {
    Err(Refusal::Format)
}
pub fn parse_pct(_input: &str) -> Result<Parsed, Refusal> {
    Err(Refusal::Format)
}
pub fn parse_wo(_input: &str) -> Result<Parsed, Refusal> {
    Err(Refusal::Format)
}
