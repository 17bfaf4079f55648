//! What comes in and what goes out, in words that no channel owns.
