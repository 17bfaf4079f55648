//! Any sequence of events on every shipped dialog.
