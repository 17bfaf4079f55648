//! The counter of a city intellectual-property office that never closes.

pub mod agency;
pub mod app;
pub mod assets;
pub mod calendar;
pub mod channel;
pub mod cli;
pub mod clock;
pub mod complaint;
pub mod config;
pub mod desk;
pub mod dialog;
pub mod format;
pub mod id;
pub mod intake;
pub mod locale;
pub mod message;
pub mod office;
pub mod outbox;
pub mod place;
pub mod practice;
pub mod seal;
pub mod store;
pub mod ticket;
pub mod vault;
pub mod web;
