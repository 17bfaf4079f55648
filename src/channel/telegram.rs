//! Telegram: raw updates in, committed before they are confirmed; messages out, within the limits.

pub mod api;
pub mod limits;
pub mod send;
