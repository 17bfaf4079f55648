//! Being filled.
use super::Refusal;
/// Largest amount taken: 10^12 yuan, in fen.
pub const MAX_FEN: i64 = 100_000_000_000_000;
/// Reads an amount in CNY; the answer is in fen.
pub fn parse_money(_input: &str) -> Result<i64, Refusal> {
    Err(Refusal::Format)
}
/// `500000.00`
pub fn plain_yuan(fen: i64) -> String {
    fen.to_string()
}
/// `500,000.00`
pub fn grouped_yuan(fen: i64) -> String {
    fen.to_string()
}
