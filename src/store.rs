//! The store: one trait, few coarse calls.
pub mod engine;
