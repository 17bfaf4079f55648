//! The register of patent agencies: what one entry holds, how a list is read, how an agency is found.
//!
//! Pure: bytes and words come in, records and pages go out. It must not rank agencies by anything but how well they
//! match what was asked, and must not guess a status: what the list does not say is [`Status::Unknown`].
//!
//! ## Why
//! The office ranks no agency. So equal matches stand in the order of their codes, and a name that is not in the list is
//! never bent into one that is: near names come apart from the matches ([`search::Page::close`]).

pub mod import;
mod name;
pub mod region;
pub mod search;
mod sound;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

pub use import::{BadRow, FileError, ImportReport, RowReason, parse_register};
pub use search::{Hit, Index, Page, Query};

/// The agencies known to be registered before the operator imports the official list.
const DEMO: &str = include_str!("data/agencies-demo.csv");

/// One licensed agency, as the official list has it. Empty columns are `None`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Agency {
    /// Five digits, the key of the register.
    pub code: String,
    /// Registered name in Chinese, as printed.
    pub name: String,
    pub name_en: Option<String>,
    pub form: Option<OrgForm>,
    pub status: Status,
    /// From the list; else read from address, name or code. The code says where the firm was licensed.
    pub province: Option<String>,
    pub city: Option<String>,
    /// District of Wuhan, from the list or from the address.
    pub district: Option<String>,
    /// Public in the official system; shown here only where the operator wants it.
    pub principal: Option<String>,
    /// Patent attorneys in practice.
    pub attorneys: Option<u32>,
    pub phone: Option<String>,
    pub email: Option<String>,
    pub postcode: Option<String>,
    pub address: Option<String>,
    pub fax: Option<String>,
    pub website: Option<String>,
    pub established: Option<NaiveDate>,
    /// Unified social credit code.
    pub uscc: Option<String>,
}

/// Legal form (Patent Agency Regulations, art. 7: partnership or limited company; law firms under art. 8).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OrgForm {
    Company,
    Partnership,
    SpecialPartnership,
    LawFirm,
}

/// What the list says of the licence.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    Normal,
    /// In the directory of abnormal operations.
    Abnormal,
    Revoked,
    Cancelled,
    /// A word that we do not know, kept as it is written.
    Other(String),
    /// The list says nothing.
    #[default]
    Unknown,
}

/// The whole list, in the order of codes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Register {
    pub agencies: Vec<Agency>,
    /// The day the list stood like this; shown with every answer.
    pub as_of: Option<NaiveDate>,
    /// Where the list came from, as the operator names it.
    pub source: String,
    /// A few entries for trying out, not a list to rely on.
    pub demo: bool,
    /// Columns of the file that were not read.
    pub ignored_columns: Vec<String>,
}

impl Register {
    /// The entries that come with the program: names and codes seen together in public patent records, status unknown.
    pub fn demo() -> Self {
        let read = parse_register(DEMO.as_bytes(), &mut |_| {});
        let register = read.expect("the shipped file is read by a test");
        Self { source: "demo".to_owned(), demo: true, ..register }
    }

    /// The same list with its origin: what the operator calls the source, and the day it stood like this.
    pub fn with_origin(self, source: impl Into<String>, as_of: Option<NaiveDate>) -> Self {
        Self { source: source.into(), as_of, ..self }
    }

    /// The agency with this code; five plain digits.
    pub fn by_code(&self, code: &str) -> Option<&Agency> {
        let at = self.agencies.binary_search_by(|agency| agency.code.as_str().cmp(code)).ok()?;
        self.agencies.get(at)
    }
}
