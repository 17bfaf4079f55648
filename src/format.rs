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

mod cell;
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
mod year;
mod yes_no;

pub use cell::csv_cell;
pub use code::{parse_agency_code, parse_credit_code, parse_resident_id};
pub use contact::{parse_e164, parse_email, parse_phone};
pub use date::{DateRefusal, Direction, EARLIEST_DATE, parse_date};
pub use find::{Found, find_numbers};
pub use international::{parse_hague, parse_ipc, parse_ipc_area, parse_pct, parse_wo};
pub use link::{MAX_LINK, parse_link, parse_links};
pub use mask::mask;
pub use money::{MAX_FEN, grouped_yuan, parse_money, plain_yuan};
pub use patent::{check_digit, parse_patent, parse_publication};
pub use text::{clean, fold, neutral, neutral_lines, simplified, stays_simplified};
pub use trademark::{parse_madrid, parse_trademark, parse_trademark_cn};
pub use year::parse_year;
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

/// Why a text was not taken. Its words are in `locales/`, found by [`Refusal::name`]. `Debug` hides what was typed.
#[derive(Clone, PartialEq, Eq, Hash)]
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

impl std::fmt::Debug for Refusal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.name())?;
        match self {
            Refusal::TooLong { limit } => write!(f, "({limit})"),
            Refusal::CheckDigit { expected, .. } | Refusal::MissingCheckDigit { expected, .. } => {
                write!(f, "({expected})")
            }
            Refusal::ForbiddenSign { sign } => write!(f, "({sign})"),
            Refusal::OtherKind(kind) => write!(f, "({kind:?})"),
            Refusal::Empty
            | Refusal::Format
            | Refusal::Year
            | Refusal::Type
            | Refusal::BirthDate
            | Refusal::AreaCode
            | Refusal::Hotline
            | Refusal::Scheme
            | Refusal::Negative
            | Refusal::TooLarge
            | Refusal::Currency => Ok(()),
        }
    }
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

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const VECTORS: &str = include_str!("format/vectors.csv");

    #[derive(serde::Deserialize)]
    struct Vector {
        kind: String,
        input: String,
        expected: String,
        canonical: String,
        subtype: String,
    }

    type Parser = fn(&str) -> Result<Parsed, Refusal>;

    /// The parser for a kind of the vectors, and what it must say the text is.
    fn reader(kind: &str) -> (Parser, Kind) {
        match kind {
            "cn_app13" | "cn_app9" | "cn_app_spelling" => (parse_patent, Kind::Patent),
            "cn_pub" => (parse_publication, Kind::Publication),
            "uscc" => (parse_credit_code, Kind::CreditCode),
            "resident_id" => (parse_resident_id, Kind::ResidentId),
            "ipc" => (parse_ipc, Kind::Ipc),
            "pct_app" => (parse_pct, Kind::Pct),
            "wo_pub" => (parse_wo, Kind::Wo),
            "hague" => (parse_hague, Kind::Hague),
            "tm_cn" => (parse_trademark, Kind::Trademark),
            "tm_madrid" => (parse_madrid, Kind::Madrid),
            "mobile_cn" => (parse_phone, Kind::Mobile),
            "e164" => (parse_e164, Kind::ForeignPhone),
            "landline_cn" => (parse_phone, Kind::Landline),
            "agency_code" => (parse_agency_code, Kind::AgencyCode),
            "email" => (parse_email, Kind::Email),
            other => panic!("no parser for {other}"),
        }
    }

    /// Inputs the vectors give as their own canonical form although two spellings of one number stand side by side
    /// there. Here each number has one form.
    const ONE_FORM: &[(&str, &str)] = &[
        ("G06F17/30", "G06F 17/30"),
        ("B62D57/032", "B62D 57/032"),
        ("H04L29/06", "H04L 29/06"),
        ("WO 2019/000001 A1", "WO2019/000001 A1"),
        ("WO2020012345A1", "WO2020/012345 A1"),
        ("DM 098765", "DM/098765"),
        ("1234567", "G1234567"),
        ("987654A", "G987654A"),
        ("IR 1234567", "G1234567"),
        ("+8613800138000", "13800138000"),
        ("+86 138 0013 8000", "13800138000"),
        ("02782345678", "027-82345678"),
    ];

    fn vectors() -> Vec<Vector> {
        let mut reader = csv::Reader::from_reader(VECTORS.as_bytes());
        reader.deserialize().map(|row| row.expect("a row of the vectors")).collect()
    }

    #[test]
    fn every_vector_holds() {
        let vectors = vectors();
        assert_eq!(vectors.len(), 165, "all rows of the file");
        for vector in &vectors {
            let (parse, kind) = reader(&vector.kind);
            let result = parse(&vector.input);
            let taken = result.as_ref().ok().filter(|parsed| parsed.kind == kind);
            match vector.expected.as_str() {
                "valid" => {
                    let parsed = taken.unwrap_or_else(|| panic!("{} {}: {result:?}", vector.kind, vector.input));
                    let one_form = ONE_FORM.iter().find(|(input, _)| *input == vector.canonical);
                    let canonical = one_form.map_or(vector.canonical.as_str(), |(_, form)| form);
                    assert_eq!(parsed.canonical, canonical, "{}", vector.kind);
                    if !vector.subtype.is_empty() {
                        assert_eq!(parsed.right.map(Right::name), Some(vector.subtype.as_str()));
                    }
                }
                "invalid" => assert!(taken.is_none(), "{} {}: {result:?}", vector.kind, vector.input),
                reason => {
                    let refusal = result.expect_err(&vector.input);
                    assert_eq!(reason_of(&refusal), reason, "{}", vector.input);
                }
            }
        }
    }

    fn reason_of(refusal: &Refusal) -> &'static str {
        match refusal {
            Refusal::CheckDigit { .. } => "invalid:check",
            Refusal::Type => "invalid:type",
            Refusal::Year => "invalid:year",
            Refusal::Format | Refusal::MissingCheckDigit { .. } => "invalid:format",
            other => panic!("no vector names {other:?}"),
        }
    }

    #[test]
    fn refusals_show_nothing_typed_in_debug_output() {
        let refusal = parse_patent("201310113186.8").expect_err("a wrong digit");
        assert_eq!(format!("{refusal:?}"), "check-digit(7)");
    }

    const PARSERS: &[Parser] = &[
        parse_patent,
        parse_publication,
        parse_trademark,
        parse_trademark_cn,
        parse_madrid,
        parse_pct,
        parse_wo,
        parse_hague,
        parse_ipc,
        parse_credit_code,
        parse_agency_code,
        parse_phone,
        parse_e164,
        parse_email,
        parse_link,
        parse_resident_id,
    ];

    /// Whatever is taken has a canonical form that the same parser reads as itself.
    fn check_all(text: &str) -> Result<(), TestCaseError> {
        for parse in PARSERS {
            if let Ok(parsed) = parse(text) {
                prop_assert_eq!(parse(&parsed.canonical), Ok(parsed.clone()), "{}", parsed.canonical);
            }
        }
        let _ = (parse_money(text), parse_links(text), parse_yes_no(text), says_unknown(text));
        let _ = (clean(text), neutral(text), fold(text), mask(text), find_numbers(text));
        Ok(())
    }

    #[test]
    fn canonical_forms_of_the_vectors_are_settled() {
        for vector in vectors() {
            check_all(&vector.input).expect("a settled form");
        }
    }

    proptest! {
        // Each case goes through every reader.
        #![proptest_config(ProptestConfig::with_cases(96))]

        #[test]
        fn no_text_panics(text in any::<String>()) {
            check_all(&text)?;
        }

        #[test]
        fn no_text_like_a_number_panics(text in "(ZL|CN|WO|PCT/|DM|G|www\\.|https://|\\+86|专利号：)?[0-9A-Xa-z万亿千百十元.@/+×０-９ -]{0,24}") {
            check_all(&text)?;
        }

        #[test]
        fn every_complete_patent_number_is_taken(year in 2003..2099, kind in "[12389]", serial in "[0-9]{7}") {
            let body = format!("{year}{kind}{serial}");
            let check = check_digit(&body).expect("digits");
            let parsed = parse_patent(&format!("ZL {body}{check}")).expect("a number made by the rule");
            prop_assert_eq!(parsed.year, Some(year));
            check_all(&parsed.canonical)?;
            let found = find_numbers(&format!("印有{}的包装", parsed.canonical));
            prop_assert_eq!(found.len(), 1);
        }
    }
}
