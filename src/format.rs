//! What people type, read generously: numbers of rights, codes, contacts, dates, money, yes and no.
//!
//! Every `parse_*` takes what somebody typed and gives back one canonical form or a [`Refusal`] that says why not.
//! Nothing here asks, stores, looks anything up, or knows a sentence: a refusal is a value whose text is found by
//! [`Refusal::name`]. No input panics.
//!
//! ## Why
//! * A wrong check digit never blocks anybody (the office decides, not the bot). So [`Refusal::CheckDigit`] carries the
//!   number as typed: ask once more, then keep it as "unverified".
//! * One canonical form for each number, so that two spellings of one number meet in a search. It is also something the
//!   same parser accepts: `parse(canonical).canonical == canonical`.

mod code;
mod contact;
mod date;
mod find;
mod international;
mod link;
mod mask;
mod money;
mod numeral;
mod patent;
mod text;
mod trademark;
mod view;
mod yes_no;

pub use code::{parse_agency_code, parse_credit_code, parse_resident_id};
pub use contact::{parse_e164, parse_email, parse_phone};
pub use date::{DateRefusal, Direction, EARLIEST_DATE, parse_date};
pub use find::{Found, find_numbers};
pub use international::{parse_hague, parse_ipc, parse_pct, parse_wo};
pub use link::{MAX_LINK, parse_link, parse_links};
pub use mask::mask;
pub use money::{MAX_FEN, grouped_yuan, parse_money, plain_yuan};
pub use patent::{check_digit, parse_patent, parse_publication};
pub use text::{clean, fold, neutral, neutral_lines, simplified};
pub use trademark::{parse_madrid, parse_trademark, parse_trademark_cn};
pub use yes_no::{parse_yes_no, says_unknown};

/// What a recognised text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    /// Chinese patent or application number (ZC 0006-2003, and the nine-digit form before it).
    Patent,
    /// Number of a published patent document, such as `CN112856361B`.
    Publication,
    /// Chinese trademark application or registration number.
    Trademark,
    /// International (Madrid) trademark registration, written `G1234567`.
    Madrid,
    /// International patent application, `PCT/CN2020/012345`.
    Pct,
    /// International publication, `WO2020/012345`.
    Wo,
    /// International (Hague) design registration, `DM/204567`.
    Hague,
    /// Symbol of the International Patent Classification.
    Ipc,
    /// Unified social credit code (GB 32100-2015), 18 signs.
    CreditCode,
    /// Business registration number of the time before the credit code, 15 digits.
    BusinessRegistration,
    /// Five-digit code of a patent agency.
    AgencyCode,
    /// Mainland mobile phone, 11 digits.
    Mobile,
    /// Mainland landline with area code, `027-82345678` or `027-82345678-12`.
    Landline,
    /// Any other phone in E.164 form, `+14155552671`.
    ForeignPhone,
    Email,
    /// A web address, http or https.
    Link,
    /// Resident identity number (GB 11643) or a residence permit of the same form.
    ResidentId,
}

impl Kind {
    /// Kebab-case name, for texts and machine-readable output.
    pub fn name(self) -> &'static str {
        match self {
            Kind::Patent => "patent",
            Kind::Publication => "publication",
            Kind::Trademark => "trademark",
            Kind::Madrid => "madrid",
            Kind::Pct => "pct",
            Kind::Wo => "wo",
            Kind::Hague => "hague",
            Kind::Ipc => "ipc",
            Kind::CreditCode => "credit-code",
            Kind::BusinessRegistration => "business-registration",
            Kind::AgencyCode => "agency-code",
            Kind::Mobile => "mobile",
            Kind::Landline => "landline",
            Kind::ForeignPhone => "foreign-phone",
            Kind::Email => "email",
            Kind::Link => "link",
            Kind::ResidentId => "resident-id",
        }
    }

    /// True for what points at a natural person and so never reaches a log or a staff group.
    pub fn is_personal(self) -> bool {
        match self {
            Kind::Mobile | Kind::Landline | Kind::ForeignPhone | Kind::Email | Kind::ResidentId => true,
            Kind::Patent
            | Kind::Publication
            | Kind::Trademark
            | Kind::Madrid
            | Kind::Pct
            | Kind::Wo
            | Kind::Hague
            | Kind::Ipc
            | Kind::CreditCode
            | Kind::BusinessRegistration
            | Kind::AgencyCode
            | Kind::Link => false,
        }
    }
}

/// The kind of patent a number stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Right {
    Invention,
    UtilityModel,
    Design,
    /// PCT invention in the Chinese national phase.
    InventionPct,
    /// PCT utility model in the Chinese national phase.
    UtilityModelPct,
}

impl Right {
    /// Name as in the test vectors: `invention`, `utility_model`, `design`, `invention_pct`, `utility_model_pct`.
    pub fn name(self) -> &'static str {
        match self {
            Right::Invention => "invention",
            Right::UtilityModel => "utility_model",
            Right::Design => "design",
            Right::InventionPct => "invention_pct",
            Right::UtilityModelPct => "utility_model_pct",
        }
    }
}

/// A text that was understood. `Debug` hides the canonical form of personal kinds.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Parsed {
    pub kind: Kind,
    /// The one way to write it.
    pub canonical: String,
    /// Year of filing, where the number says it.
    pub year: Option<i32>,
    /// Kind of patent, where the number says it.
    pub right: Option<Right>,
}

impl Parsed {
    pub(crate) fn new(kind: Kind, canonical: impl Into<String>) -> Parsed {
        Parsed { kind, canonical: canonical.into(), year: None, right: None }
    }
}

impl std::fmt::Debug for Parsed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let shown = if self.kind.is_personal() { "(hidden)" } else { self.canonical.as_str() };
        f.debug_struct("Parsed")
            .field("kind", &self.kind)
            .field("canonical", &shown)
            .field("year", &self.year)
            .field("right", &self.right)
            .finish()
    }
}

/// Why a text was not taken. Its words are in `locales/`, found by [`Refusal::name`].
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Refusal {
    /// Nothing but blanks or punctuation.
    Empty,
    /// Not of the form asked for.
    Format,
    /// Longer than `limit` characters.
    TooLong { limit: usize },
    /// The year in the number cannot be: before 2003 with 13 digits, not 1985 to 2003 with 9 digits.
    Year,
    /// The sign for the kind of right does not exist.
    Type,
    /// All fits but the check digit. `typed` is the number in canonical form with the digit as typed, fit to be kept as
    /// "unverified"; `expected` is the computed digit.
    CheckDigit { typed: String, expected: char },
    /// A number without its check digit. `complete` is the number with the computed digit `expected`, to be confirmed.
    MissingCheckDigit { complete: String, expected: char },
    /// A sign that this code never uses, such as the letters I and O in a credit code.
    ForbiddenSign { sign: char },
    /// The birth date inside an identity number is no day of the calendar.
    BirthDate,
    /// A landline number without its area code.
    AreaCode,
    /// A service hotline (12345, 12315, 400...), which reaches no person.
    Hotline,
    /// A link of another kind than http and https.
    Scheme,
    /// A readable number, but of another kind than asked for.
    OtherKind(Kind),
    /// An amount below zero.
    Negative,
    /// An amount above [`MAX_FEN`].
    TooLarge,
    /// An amount in another currency than CNY.
    Currency,
}

impl Refusal {
    /// Kebab-case name, the key of the text.
    pub fn name(&self) -> &'static str {
        match self {
            Refusal::Empty => "empty",
            Refusal::Format => "format",
            Refusal::TooLong { .. } => "too-long",
            Refusal::Year => "year",
            Refusal::Type => "type",
            Refusal::CheckDigit { .. } => "check-digit",
            Refusal::MissingCheckDigit { .. } => "missing-check-digit",
            Refusal::ForbiddenSign { .. } => "forbidden-sign",
            Refusal::BirthDate => "birth-date",
            Refusal::AreaCode => "area-code",
            Refusal::Hotline => "hotline",
            Refusal::Scheme => "scheme",
            Refusal::OtherKind(_) => "other-kind",
            Refusal::Negative => "negative",
            Refusal::TooLarge => "too-large",
            Refusal::Currency => "currency",
        }
    }
}
