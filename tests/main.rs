mod support;

mod dialogs_check;
mod fake_api;
mod store_suite;
