//! Sealing of personal answers: office key, data keys.
