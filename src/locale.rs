//! Languages and texts. Words for people live in `locales/<language>/*.ftl` (Fluent) and are found by name: nobody above
//! this module writes a sentence. A [`Text`] is a name with its arguments; [`Texts::say`] turns it into words of a language.
//!
//! What comes from people is escaped when it is put into a sentence, so that a name like `<3` stays a name. Nothing here
//! reads a file: texts come as [`TextFile`]s. A text or an argument that is missing never stops a conversation.

pub mod choice;
pub mod entry;
pub mod negotiate;
mod question;
pub mod say;
pub mod text;
pub mod word;

pub use choice::OptionMatch;
pub use say::{TextFile, Texts};
pub use text::{Language, Text, Value};
pub use word::Word;
