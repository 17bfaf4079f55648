//! Being filled.
use super::{Parsed, Refusal};
pub fn parse_agency_code(_input: &str) -> Result<Parsed, Refusal> {
    Err(Refusal::Format)
}
pub fn parse_credit_code(_input: &str) -> Result<Parsed, Refusal> {
    Err(Refusal::Format)
}
pub fn parse_resident_id(_input: &str) -> Result<Parsed, Refusal> {
    Err(Refusal::Format)
}
