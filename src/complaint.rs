//! What is wrong with a dialog or text file: which file, where in it, and what. All complaints of a run come at once, so
//! that an author mends a file in one go. Reads no file and decides nothing: `locale` and `dialog` make complaints,
//! the command line shows them.
//!
//! ## Why
//! A complaint is a value ([`Kind`]) and no text, so that tests name exactly what was refused, and one list
//! ([`Kind::NAMES`]) can be walked to see that each kind has a broken example. The words here are for authors of
//! dialogs, next to names of fields that are English anyway; people who chat never see them.

mod render;

pub use render::render;

use thiserror::Error;

/// One thing that is wrong.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{file}:{line}:{column}: {kind}")]
pub struct Complaint {
    /// File as its author finds it: `dialogs/shared/place.yaml`, `locales/en/common.ftl`.
    pub file: String,
    /// Line, from 1.
    pub line: u32,
    /// Column in signs, from 1.
    pub column: u32,
    /// Length in signs of what the arrow points at, at least 1.
    pub length: u32,
    /// What is wrong.
    pub kind: Kind,
    /// A name that may have been meant.
    pub help: Option<String>,
}

/// What can be wrong.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Kind {
    /// A text file does not follow the syntax of Fluent.
    #[error("unreadable text: {trouble}")]
    TextSyntax { trouble: String },
    /// The name of a folder in `locales/` is no language.
    #[error("`{language}` is no name of a language")]
    NoLanguage { language: String },
    /// An id stands twice in a language.
    #[error("the text `{id}` stands here a second time")]
    TextTwice { id: String },
    /// A list of typed words has a name that the machine does not know.
    #[error("`{id}` is no list of words that the machine reads")]
    WordUnknown { id: String },
    /// A thing is called by a word that the glossary refuses.
    #[error("`{term}` leaves the glossary: say `{right}`")]
    TermWrong { term: String, right: String },
    /// The same words in two lists.
    #[error("`{words}` means `{first}` already")]
    WordTwice { words: String, first: String },

    /// A dialog file is no YAML, or too deep, or uses aliases.
    #[error("unreadable file: {trouble}")]
    Yaml { trouble: String },
    /// A dialog file is larger than any dialog.
    #[error("the file is larger than {limit} bytes")]
    FileTooLarge { limit: usize },
    /// A field that does not exist there.
    #[error("`{field}` is no field here")]
    FieldUnknown { field: String },
    /// A field stands twice.
    #[error("`{field}` stands here a second time")]
    FieldTwice { field: String },
    /// A field that must be there is not.
    #[error("`{field}` is missing")]
    FieldMissing { field: String },
    /// A field that says nothing for this kind of step.
    #[error("`{field}` says nothing in a step with `{head}`")]
    FieldMisplaced { field: String, head: String },
    /// A value of another kind than expected.
    #[error("expected {expected}")]
    ValueWrong { expected: String },
    /// A value that is none of the possible ones.
    #[error("`{value}` is none of {allowed}")]
    ValueUnknown { value: String, allowed: String },
    /// The smallest is larger than the largest.
    #[error("nothing lies between {min} and {max}")]
    RangeEmpty { min: u32, max: u32 },
    /// The name inside a file is not the name of the file.
    #[error("`{name}` stands in a file called `{file}`")]
    NameDiffers { name: String, file: String },
    /// A name that no text id can hold, or that conditions need for themselves.
    #[error("`{name}` cannot be a name: small letters, digits and hyphens, first a letter, no word of conditions")]
    NameWrong { name: String },
    /// Two files of the same service or group.
    #[error("`{name}` has a file already: {first}")]
    FileTwice { name: String, first: String },
    /// A step says not once what it is.
    #[error("a step needs exactly one of ask, say, stop, look, do, again, use")]
    StepHead,
    /// Two steps of one name in a dialog.
    #[error("the step `{step}` stands in `{service}` a second time")]
    StepTwice { step: String, service: String },
    /// An option stands twice.
    #[error("the option `{option}` stands here a second time")]
    OptionTwice { option: String },
    /// No group of that name.
    #[error("there is no group `{group}`")]
    GroupUnknown { group: String },
    /// A group has no such step.
    #[error("the group `{group}` has no step `{step}`")]
    GroupStepUnknown { group: String, step: String },
    /// A condition makes no sense.
    #[error("unreadable condition: expected {expected}")]
    ConditionUnreadable { expected: String },
    /// A rule of the route says not once where it leads.
    #[error("a rule of the route needs exactly one of to, district")]
    QueueHead,
    /// A length of time that nobody can read.
    #[error("`{span}` is no length of time such as `10 working days`, `15 days`, `1 month`")]
    SpanUnreadable { span: String },
    /// A state stands twice.
    #[error("the state `{state}` stands here a second time")]
    StateTwice { state: String },

    /// A step that does not exist in the dialog.
    #[error("nothing in `{service}` is called `{name}`")]
    NameUnknown { name: String, service: String },
    /// An answer used before it was asked.
    #[error("`{name}` is not known yet at this point of `{service}`")]
    UsedEarly { name: String, service: String },
    /// An answer that comes at the review, used on the way.
    #[error("`{name}` is only offered at the review, too late for this")]
    LaterUsed { name: String },
    /// A service that does not exist.
    #[error("there is no service `{service}`")]
    ServiceUnknown { service: String },
    /// A look-up that does not exist.
    #[error("there is no look-up `{name}`")]
    LookupUnknown { name: String },
    /// An act that does not exist.
    #[error("there is no act `{name}`")]
    ActUnknown { name: String },
    /// An answer of a kind that a look-up or act does not take.
    #[error("`{name}` does not take the answer to `{step}`: it takes {kinds}")]
    WithUnfit { step: String, name: String, kinds: String },
    /// More answers of a kind than a look-up or act takes.
    #[error("`{name}` has an answer of that kind already: `{step}` is one too many")]
    WithSurplus { step: String, name: String },
    /// An answer that a look-up or act needs is not given to it.
    #[error("`{name}` needs an answer of the kind {kinds}")]
    WithMissing { name: String, kinds: String },
    /// A fact that no look-up gives.
    #[error("nothing gives the fact `{fact}`")]
    FactUnknown { fact: String },
    /// A value that the compared question cannot have.
    #[error("`{name}` can never be `{value}`, only {allowed}")]
    ValueImpossible { value: String, name: String, allowed: String },
    /// A comparison that makes no sense for this kind of answer.
    #[error("`{name}` cannot be asked about with {how}")]
    NotCompared { name: String, how: String },
    /// A step of another kind than needed there.
    #[error("`{step}` does not ask for {expected}")]
    KindUnfit { step: String, expected: String },
    /// A personal answer would name the ticket.
    #[error("`{step}` is personal and may not name a ticket")]
    TitlePersonal { step: String },
    /// Going back to what lies ahead.
    #[error("`{step}` does not lie before this step")]
    AgainForward { step: String },
    /// A step that nobody can reach.
    #[error("no answers lead to `{step}` in `{service}`")]
    StepUnreachable { step: String, service: String },
    /// An option that nobody is offered.
    #[error("no answers lead to the option `{option}`")]
    OptionNever { option: String },
    /// A loop without a question in it.
    #[error("going back to `{step}` can turn in circles without a question")]
    LoopWithoutWait { step: String },
    /// A dialog without an end.
    #[error("`{service}` never ends")]
    NoEnd { service: String },
    /// A personal question in an anonymous report.
    #[error("`{step}` asks who an anonymous person is in `{service}`")]
    AnonymousAsked { step: String, service: String },
    /// A queue that nobody serves.
    #[error("nobody serves the queue `{queue}`")]
    QueueUnserved { queue: String },
    /// A route that may lead nowhere.
    #[error("the route needs a last rule with `to` and without `when`")]
    QueueNoElse,
    /// A rule that is never tried.
    #[error("the rule before this one always holds")]
    QueueNever,
    /// A state that does not exist.
    #[error("there is no state `{state}`")]
    StateUnknown { state: String },
    /// A state that nothing leads to.
    #[error("nothing leads to the state `{state}`")]
    StateUnreachable { state: String },
    /// A state from which no ticket can be closed.
    #[error("from the state `{state}` no outcome can be reached")]
    StateNoEnd { state: String },
    /// A time limit that nothing ends.
    #[error("no state ends the time limit `{name}`")]
    DeadlineNoEnd { name: String },
    /// A name that stands twice in a list.
    #[error("`{name}` stands here a second time")]
    NameTwice { name: String },
    /// A group that no service uses.
    #[error("no service uses the group `{group}`")]
    GroupUnused { group: String },
    /// A text is missing.
    #[error("the text `{id}` is missing in {languages}")]
    TextMissing { id: String, languages: String },
    /// A text that nothing uses.
    #[error("nothing uses the text `{id}`")]
    TextUnused { id: String },
    /// A text in the file of another service.
    #[error("`{id}` does not begin with `{owner}`, to which this file belongs")]
    TextMisplaced { id: String, owner: String },
    /// A text file that belongs to nothing.
    #[error("no dialog and no part of the counter is called `{file}`")]
    TextFileUnknown { file: String },
    /// A text that refers to one that is missing.
    #[error("there is no text `{id}` to put in")]
    ReferenceUnknown { id: String },
    /// A variable that nothing fills.
    #[error("nothing in `{service}` fills `${variable}` in `{id}`")]
    VariableUnknown { variable: String, id: String, service: String },
    /// Variables that differ between languages.
    #[error("`{id}` has other variables than in {other}")]
    VariablesDiffer { id: String, other: String },
    /// Markup that a channel would refuse.
    #[error("markup: {trouble}")]
    MarkupWrong { trouble: String },
    /// Markup that differs between languages.
    #[error("`{id}` has other markup than in {other}")]
    MarkupDiffers { id: String, other: String },
    /// A label too long for a channel.
    #[error("`{id}` has {length} signs, a button holds {limit}")]
    LabelTooLong { id: String, length: usize, limit: usize },
    /// A question too long for a message.
    #[error("`{id}` with why and hint has {length} signs, at most {limit} fit")]
    QuestionTooLong { id: String, length: usize, limit: usize },
    /// Punctuation of another script in Chinese.
    #[error("`{sign}` after a Chinese sign: use the full-width one")]
    PunctuationHalf { sign: char },
    /// Chinese punctuation in another language.
    #[error("`{sign}` is no punctuation of this language")]
    PunctuationFull { sign: char },
    /// A word that works anywhere, without a spelling.
    #[error("no language has the list `{id}`")]
    WordUnspelled { id: String },
}

impl Complaint {
    /// A complaint about the `length` signs at `at`.
    pub fn new(file: impl Into<String>, at: Place, kind: Kind) -> Self {
        Self { file: file.into(), line: at.line, column: at.column, length: at.length.max(1), kind, help: None }
    }

    /// Adds a name that may have been meant.
    pub fn with_help(mut self, help: Option<String>) -> Self {
        self.help = help;
        self
    }
}

impl Kind {
    /// The name of every kind, for tests that walk them.
    pub const NAMES: [&str; 70] = [
        "text-syntax",
        "no-language",
        "text-twice",
        "word-unknown",
        "word-twice",
        "yaml",
        "file-too-large",
        "field-unknown",
        "field-twice",
        "field-missing",
        "field-misplaced",
        "value-wrong",
        "value-unknown",
        "range-empty",
        "name-differs",
        "name-wrong",
        "file-twice",
        "step-head",
        "step-twice",
        "option-twice",
        "group-unknown",
        "group-step-unknown",
        "condition-unreadable",
        "queue-head",
        "span-unreadable",
        "state-twice",
        "name-unknown",
        "used-early",
        "later-used",
        "service-unknown",
        "lookup-unknown",
        "act-unknown",
        "with-unfit",
        "with-surplus",
        "with-missing",
        "fact-unknown",
        "value-impossible",
        "not-compared",
        "kind-unfit",
        "title-personal",
        "again-forward",
        "step-unreachable",
        "option-never",
        "loop-without-wait",
        "no-end",
        "anonymous-asked",
        "queue-unserved",
        "queue-no-else",
        "queue-never",
        "state-unknown",
        "state-unreachable",
        "state-no-end",
        "deadline-no-end",
        "name-twice",
        "group-unused",
        "text-missing",
        "text-unused",
        "text-misplaced",
        "text-file-unknown",
        "reference-unknown",
        "variable-unknown",
        "variables-differ",
        "markup-wrong",
        "markup-differs",
        "label-too-long",
        "question-too-long",
        "punctuation-half",
        "punctuation-full",
        "word-unspelled",
        "term-wrong",
    ];

    /// Name in kebab-case: the folder of its broken example.
    pub fn name(&self) -> &'static str {
        match self {
            Kind::TextSyntax { .. } => "text-syntax",
            Kind::NoLanguage { .. } => "no-language",
            Kind::TextTwice { .. } => "text-twice",
            Kind::WordUnknown { .. } => "word-unknown",
            Kind::TermWrong { .. } => "term-wrong",
            Kind::WordTwice { .. } => "word-twice",
            Kind::Yaml { .. } => "yaml",
            Kind::FileTooLarge { .. } => "file-too-large",
            Kind::FieldUnknown { .. } => "field-unknown",
            Kind::FieldTwice { .. } => "field-twice",
            Kind::FieldMissing { .. } => "field-missing",
            Kind::FieldMisplaced { .. } => "field-misplaced",
            Kind::ValueWrong { .. } => "value-wrong",
            Kind::ValueUnknown { .. } => "value-unknown",
            Kind::RangeEmpty { .. } => "range-empty",
            Kind::NameDiffers { .. } => "name-differs",
            Kind::NameWrong { .. } => "name-wrong",
            Kind::FileTwice { .. } => "file-twice",
            Kind::StepHead => "step-head",
            Kind::StepTwice { .. } => "step-twice",
            Kind::OptionTwice { .. } => "option-twice",
            Kind::GroupUnknown { .. } => "group-unknown",
            Kind::GroupStepUnknown { .. } => "group-step-unknown",
            Kind::ConditionUnreadable { .. } => "condition-unreadable",
            Kind::QueueHead => "queue-head",
            Kind::SpanUnreadable { .. } => "span-unreadable",
            Kind::StateTwice { .. } => "state-twice",
            Kind::NameUnknown { .. } => "name-unknown",
            Kind::UsedEarly { .. } => "used-early",
            Kind::LaterUsed { .. } => "later-used",
            Kind::ServiceUnknown { .. } => "service-unknown",
            Kind::LookupUnknown { .. } => "lookup-unknown",
            Kind::ActUnknown { .. } => "act-unknown",
            Kind::WithUnfit { .. } => "with-unfit",
            Kind::WithSurplus { .. } => "with-surplus",
            Kind::WithMissing { .. } => "with-missing",
            Kind::FactUnknown { .. } => "fact-unknown",
            Kind::ValueImpossible { .. } => "value-impossible",
            Kind::NotCompared { .. } => "not-compared",
            Kind::KindUnfit { .. } => "kind-unfit",
            Kind::TitlePersonal { .. } => "title-personal",
            Kind::AgainForward { .. } => "again-forward",
            Kind::StepUnreachable { .. } => "step-unreachable",
            Kind::OptionNever { .. } => "option-never",
            Kind::LoopWithoutWait { .. } => "loop-without-wait",
            Kind::NoEnd { .. } => "no-end",
            Kind::AnonymousAsked { .. } => "anonymous-asked",
            Kind::QueueUnserved { .. } => "queue-unserved",
            Kind::QueueNoElse => "queue-no-else",
            Kind::QueueNever => "queue-never",
            Kind::StateUnknown { .. } => "state-unknown",
            Kind::StateUnreachable { .. } => "state-unreachable",
            Kind::StateNoEnd { .. } => "state-no-end",
            Kind::DeadlineNoEnd { .. } => "deadline-no-end",
            Kind::NameTwice { .. } => "name-twice",
            Kind::GroupUnused { .. } => "group-unused",
            Kind::TextMissing { .. } => "text-missing",
            Kind::TextUnused { .. } => "text-unused",
            Kind::TextMisplaced { .. } => "text-misplaced",
            Kind::TextFileUnknown { .. } => "text-file-unknown",
            Kind::ReferenceUnknown { .. } => "reference-unknown",
            Kind::VariableUnknown { .. } => "variable-unknown",
            Kind::VariablesDiffer { .. } => "variables-differ",
            Kind::MarkupWrong { .. } => "markup-wrong",
            Kind::MarkupDiffers { .. } => "markup-differs",
            Kind::LabelTooLong { .. } => "label-too-long",
            Kind::QuestionTooLong { .. } => "question-too-long",
            Kind::PunctuationHalf { .. } => "punctuation-half",
            Kind::PunctuationFull { .. } => "punctuation-full",
            Kind::WordUnspelled { .. } => "word-unspelled",
        }
    }
}

/// The candidate nearest to a mistyped name, when one is near.
pub fn nearest<'a>(name: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<String> {
    let near = candidates.into_iter().map(|one| (strsim::jaro_winkler(name, one), one)).filter(|(likeness, _)| *likeness > 0.8);
    near.max_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, one)| one.to_owned())
}

/// Where in a file, and how long: all in signs, from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Place {
    /// Line, from 1.
    pub line: u32,
    /// Column in signs, from 1.
    pub column: u32,
    /// Length in signs.
    pub length: u32,
}

impl Place {
    /// The first sign of a file.
    pub fn start() -> Self {
        Self { line: 1, column: 1, length: 1 }
    }

    /// The place of some bytes of a source; the range may be out of bounds or cut signs.
    pub fn of_bytes(source: &str, bytes: std::ops::Range<usize>) -> Self {
        let start = floor(source, bytes.start);
        let end = floor(source, bytes.end).max(start);
        let before = &source[..start];
        let line_start = before.rfind('\n').map_or(0, |at| at + 1);
        let shown = source[start..end].split('\n').next().unwrap_or_default();
        Self {
            line: count(before.bytes().filter(|b| *b == b'\n').count()) + 1,
            column: count(before[line_start..].chars().count()) + 1,
            length: count(shown.chars().count()).max(1),
        }
    }

    /// The place of a part that was cut out of a source; the start of the file when it was not.
    pub fn of_part(source: &str, part: &str) -> Self {
        let start = (part.as_ptr() as usize).wrapping_sub(source.as_ptr() as usize);
        if start > source.len() { Self::start() } else { Self::of_bytes(source, start..start + part.len()) }
    }
}

fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

fn floor(source: &str, mut at: usize) -> usize {
    at = at.min(source.len());
    while !source.is_char_boundary(at) {
        at -= 1;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_counted_in_signs_and_lines() {
        let source = "a: 1\n专利: 侵权\n";
        let at = source.find("侵权").expect("there");
        assert_eq!(Place::of_bytes(source, at..at + 6), Place { line: 2, column: 5, length: 2 });
        assert_eq!(Place::of_part(source, &source[at..at + 6]), Place { line: 2, column: 5, length: 2 });
        assert_eq!(Place::of_bytes(source, 900..9000).line, 3);
        assert_eq!(Place::of_bytes(source, 6..7), Place { line: 2, column: 1, length: 1 });
    }
}
