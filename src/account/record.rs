//! What is kept of an account and of a log-in. Sealed as slips.

use super::code::{Recovery, Second};
use super::password::Hash;
use crate::clock::Moment;
use crate::config::DeskConfig;
use crate::id::ClerkId;
use crate::locale::Language;
use crate::roster::Grant;
use chrono::Duration;
use serde::{Deserialize, Serialize};

/// One of the staff.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Account {
    /// Its name, which is the name of the slip.
    #[serde(skip)]
    pub id: ClerkId,
    /// Changes so far.
    #[serde(skip)]
    pub revision: u64,
    /// Roles besides those of the settings.
    pub grants: Vec<Grant>,
    /// Out.
    pub disabled: bool,
    /// Password, once there is one.
    pub(super) password: Option<Hash>,
    /// Second factor, once there is one.
    pub(super) second: Option<Second>,
    /// Codes for the day the second factor is lost.
    pub(super) recovery: Recovery,
    /// Language of the desk, when it was chosen.
    pub language: Option<Language>,
    /// Log-ins of an earlier count have ended: raised by a new password, a reset, a disabling.
    pub(super) era: u32,
    /// When it was made.
    pub made: Moment,
}

impl Default for Account {
    fn default() -> Self {
        Self {
            id: ClerkId(String::new()),
            revision: 0,
            grants: Vec::new(),
            disabled: false,
            password: None,
            second: None,
            recovery: Recovery::default(),
            language: None,
            era: 0,
            made: Moment::UNIX_EPOCH,
        }
    }
}

impl Account {
    /// Whether the person has set a password and a second factor.
    pub fn has_joined(&self) -> bool {
        self.password.is_some() && self.second.is_some()
    }

    /// Recovery codes that are left.
    pub fn codes_left(&self) -> usize {
        self.recovery.left()
    }
}

/// A log-in. Its name is a digest of what the browser holds.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Login {
    /// Whose.
    pub account: ClerkId,
    /// Count of the account when it was opened.
    #[serde(default)]
    pub(super) era: u32,
    /// When.
    pub made: Moment,
    /// Last sign of life, to the minute.
    pub seen: Moment,
    /// When a code was given last.
    #[serde(default)]
    pub(super) code: Option<Moment>,
    /// Address it came from; for its owner, who must know their own log-ins.
    #[serde(default)]
    pub address: String,
    /// What the browser calls itself.
    #[serde(default)]
    pub browser: String,
}

impl Login {
    /// Whether it still holds by time alone.
    pub(super) fn is_alive(&self, now: Moment, settings: &DeskConfig) -> bool {
        now < self.seen + Duration::minutes(settings.idle_minutes.into()) && now < self.made + Duration::hours(settings.log_in_hours.into())
    }

    /// Whether a code was given within the last [`super::FRESH_MINUTES`]: needed for what cannot be taken back.
    pub fn is_fresh(&self, now: Moment) -> bool {
        self.code.is_some_and(|at| now < at + Duration::minutes(super::FRESH_MINUTES))
    }
}
