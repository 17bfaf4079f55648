mod support;

mod bookings;
mod commands;
mod crash_points;
mod desk;
mod dialogs_check;
mod digests;
mod fake_api;
mod hooks;
mod kill;
mod machine;
mod pages;
mod store_suite;
mod telegram_receive;
mod telegram_send;
mod terminal;
mod transcripts;
