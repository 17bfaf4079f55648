//! Languages, texts, rendering.
