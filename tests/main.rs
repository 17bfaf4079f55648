mod support;

mod fake_api;
