mod support;

mod desk;
mod dialogs_check;
mod fake_api;
mod kill;
mod store_suite;
mod telegram_receive;
