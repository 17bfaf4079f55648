//! Languages and texts. Words for people live in `locales/<language>/*.ftl` (Fluent) and are found by name: nobody above
//! this module writes a sentence. A [`Text`] is a name with its arguments; [`Texts::say`] turns it into words of a language.
//!
//! What comes from people is escaped when it is put into a sentence, so that a name like `<3` stays a name.

pub mod text;

pub use text::{Language, Text, Value};
