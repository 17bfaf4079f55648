//! Telegram: raw updates in, committed before they are confirmed; messages out, within the limits.

pub mod api;
pub mod limits;
pub mod send;

/// Hands a parked update in again.
///
/// # Errors
/// It cannot be read even now.
pub async fn replay(_office: &crate::office::Office, _parked: &crate::store::Parked) -> Result<(), String> {
    Err("updates of Telegram cannot be handed in again yet".to_owned())
}
