//! Evidence files, kept once under their SHA-256, sealed.
