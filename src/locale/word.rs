//! Words that work anywhere in a conversation: back, skip, a human. Which spellings mean which word stands in the
//! lists `word-<name>` of `locales/<language>/language.ftl`; every language is understood whatever language is spoken.

/// A word that works anywhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Word {
    /// To the question before.
    Back,
    /// Leave the question out.
    Skip,
    /// "I don't know".
    Unknown,
    /// Leave the form without sending.
    Cancel,
    /// Yes, agree.
    Yes,
    /// No, disagree.
    No,
    /// That was all of it: files, links, choices.
    Done,
    /// What can I do here.
    Help,
    /// I want to write to a person.
    Human,
    /// The services.
    Menu,
    /// A greeting.
    Hello,
    /// Speak another language.
    Language,
    /// Change an answer.
    Change,
    /// Go on where I left.
    Continue,
    /// Keep it, I come back later.
    Later,
    /// Send the form.
    Send,
    /// From the beginning.
    Restart,
    /// My cases.
    Cases,
    /// What happens with my data.
    Privacy,
}

impl Word {
    /// Every word, for lists and tests that walk them.
    pub const ALL: [Word; 19] = [
        Word::Back,
        Word::Skip,
        Word::Unknown,
        Word::Cancel,
        Word::Yes,
        Word::No,
        Word::Done,
        Word::Help,
        Word::Human,
        Word::Menu,
        Word::Hello,
        Word::Language,
        Word::Change,
        Word::Continue,
        Word::Later,
        Word::Send,
        Word::Restart,
        Word::Cases,
        Word::Privacy,
    ];

    /// Name; the list is `word-<name>`.
    pub fn name(self) -> &'static str {
        match self {
            Word::Back => "back",
            Word::Skip => "skip",
            Word::Unknown => "unknown",
            Word::Cancel => "cancel",
            Word::Yes => "yes",
            Word::No => "no",
            Word::Done => "done",
            Word::Help => "help",
            Word::Human => "human",
            Word::Menu => "menu",
            Word::Hello => "hello",
            Word::Language => "language",
            Word::Change => "change",
            Word::Continue => "continue",
            Word::Later => "later",
            Word::Send => "send",
            Word::Restart => "restart",
            Word::Cases => "cases",
            Word::Privacy => "privacy",
        }
    }

    /// The word of that name.
    pub fn named(name: &str) -> Option<Self> {
        Word::ALL.into_iter().find(|word| word.name() == name)
    }
}
