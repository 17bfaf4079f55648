//! What a channel can do.
