//! When the next digest of a subscription goes out: in the morning of an office day of the calendar, spread over an hour so
//! that a great many digests are not due in the same second.
//!
//! ## Why
//! Mornings of fixed days (Mondays, the first of a month) can be told to people and kept in mind; a rhythm counted from the
//! day of subscription cannot.

use crate::clock::{Moment, office_time};
use chrono::{Datelike, Days, Months, NaiveDate, TimeDelta, Weekday};
use serde::{Deserialize, Serialize};

/// Hour of the office's clock at which digests begin to go out.
const MORNING: u32 = 9;
/// Seconds over which those of one morning are spread.
const SPREAD: u32 = 3600;

/// How often somebody hears of what is new.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Rhythm {
    /// In the morning after it came.
    Daily,
    /// On Mondays.
    Weekly,
    /// On the first of a month.
    Monthly,
    /// On the first of January, April, July and October.
    Quarterly,
}

impl Rhythm {
    /// Every rhythm.
    pub const ALL: [Rhythm; 4] = [Rhythm::Daily, Rhythm::Weekly, Rhythm::Monthly, Rhythm::Quarterly];

    /// Name in dialog files and in text ids.
    pub fn name(self) -> &'static str {
        match self {
            Rhythm::Daily => "daily",
            Rhythm::Weekly => "weekly",
            Rhythm::Monthly => "monthly",
            Rhythm::Quarterly => "quarterly",
        }
    }

    /// The rhythm of that name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|rhythm| rhythm.name() == name)
    }

    /// The next moment after `now` at which a digest is due; `share` (any number) is its own place within the hour.
    pub fn next(self, now: Moment, share: u64) -> Moment {
        let today = office_time(now).date_naive();
        let first = |day: NaiveDate| day.with_day(1).unwrap_or(day);
        let mut day = match self {
            Rhythm::Daily => today,
            Rhythm::Weekly => today.week(Weekday::Mon).first_day(),
            Rhythm::Monthly => first(today),
            Rhythm::Quarterly => first(today).checked_sub_months(Months::new(today.month0() % 3)).unwrap_or(today),
        };
        // At most one period later it is after now; a calendar that ends gives the present day.
        for _ in 0..2 {
            let due = morning(day, share);
            if due > now {
                return due;
            }
            day = match self {
                Rhythm::Daily => day.checked_add_days(Days::new(1)),
                Rhythm::Weekly => day.checked_add_days(Days::new(7)),
                Rhythm::Monthly => day.checked_add_months(Months::new(1)),
                Rhythm::Quarterly => day.checked_add_months(Months::new(3)),
            }
            .unwrap_or(day);
        }
        morning(day, share)
    }
}

fn morning(day: NaiveDate, share: u64) -> Moment {
    let zone = office_time(Moment::default());
    let begins = day.and_hms_opt(MORNING, 0, 0).expect("nine o'clock is a time").and_utc()
        - TimeDelta::seconds(zone.offset().local_minus_utc().into());
    begins + TimeDelta::seconds(i64::try_from(share % u64::from(SPREAD)).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Moment {
        format!("{text}:00+08:00").parse::<chrono::DateTime<chrono::FixedOffset>>().expect("a moment").to_utc()
    }

    #[test]
    fn digests_go_out_on_mornings_that_people_can_keep_in_mind() {
        let monday = at("2026-11-23T10:00");
        assert_eq!(Rhythm::Daily.next(monday, 0), at("2026-11-24T09:00"));
        assert_eq!(Rhythm::Weekly.next(monday, 0), at("2026-11-30T09:00"));
        assert_eq!(Rhythm::Monthly.next(monday, 0), at("2026-12-01T09:00"));
        assert_eq!(Rhythm::Quarterly.next(monday, 0), at("2027-01-01T09:00"));
        let early = at("2026-10-01T08:59");
        for rhythm in [Rhythm::Daily, Rhythm::Monthly, Rhythm::Quarterly] {
            assert_eq!(rhythm.next(early, 7200), at("2026-10-01T09:00"), "{rhythm:?}");
        }
    }

    #[test]
    fn every_next_digest_is_later_and_within_an_hour_of_nine() {
        let mut now = at("2026-01-31T23:59");
        for share in 0..400 {
            for rhythm in Rhythm::ALL {
                let due = rhythm.next(now, share * 977);
                assert!(due > now && due - now <= TimeDelta::days(93), "{rhythm:?} {now} {due}");
                assert_eq!(chrono::Timelike::hour(&office_time(due)), MORNING);
                assert_eq!(Rhythm::named(rhythm.name()), Some(rhythm));
            }
            now += TimeDelta::hours(25);
        }
    }
}
