//! Telegram: raw updates in, committed before they are confirmed; messages out, within the limits.

pub mod api;
mod inline;
pub mod limits;
pub mod receive;
mod replay;
pub mod send;
pub mod setup;
pub mod update;
pub mod webhook;

pub use replay::replay;
