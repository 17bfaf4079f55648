mod support;

mod fake_api;
mod dialogs_check;
