//! Counts without names: how often a question was asked and answered, how often something was looked for and not found. What
//! people wrote, and who they are, is nowhere in them.
//!
//! ## Why
//! - Counting must cost a turn nothing: it adds in memory, and once a minute and at a stop the sums are added to the month's
//!   slip in the store. A kill loses the counts of a minute, never a ticket.
//! - A month is the finest that is kept, as figures know no shorter period.
//! - A slip is read, added to and written with the next revision, so that several processes may count side by side.

use crate::clock::Moment;
use crate::id::{ServiceId, StepId};
use crate::store::{Commit, CommitError, Drawer, Slip, Store, Write};
use chrono::{Datelike, NaiveDate};
use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// Times that a slip is read again because somebody else counted too.
const AGAIN: usize = 8;

/// Something that is counted.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Count {
    /// A question of a dialog came up.
    Asked(ServiceId, StepId),
    /// It was answered, or passed over.
    Answered(ServiceId, StepId),
    /// Something was looked for: `words` at the menu, else the name of a look-up.
    Searched(String),
    /// Nothing was found.
    InVain(String),
}

impl Count {
    /// The name under which it is kept.
    pub fn name(&self) -> String {
        match self {
            Count::Asked(service, step) => format!("asked {service} {step}"),
            Count::Answered(service, step) => format!("answered {service} {step}"),
            Count::Searched(place) => format!("searched {place}"),
            Count::InVain(place) => format!("in-vain {place}"),
        }
    }

    /// The count of that name.
    pub fn read(name: &str) -> Option<Self> {
        let mut parts = name.split(' ');
        let (kind, first, second) = (parts.next()?, parts.next()?, parts.next());
        Some(match (kind, second) {
            ("asked", Some(step)) => Count::Asked(first.into(), step.into()),
            ("answered", Some(step)) => Count::Answered(first.into(), step.into()),
            ("searched", None) => Count::Searched(first.to_owned()),
            ("in-vain", None) => Count::InVain(first.to_owned()),
            _ => return None,
        })
    }
}

/// Sums of a month by name.
pub type Sums = BTreeMap<String, u64>;

/// Counts that are not yet in the store, by the first day of their month.
#[derive(Debug, Default)]
pub struct Tally(Mutex<BTreeMap<NaiveDate, Sums>>);

impl Tally {
    /// Counts.
    pub fn add(&self, at: Moment, counts: &[Count]) {
        if counts.is_empty() {
            return;
        }
        let mut waiting = self.waiting();
        let sums = waiting.entry(month(at)).or_default();
        for count in counts {
            *sums.entry(count.name()).or_default() += 1;
        }
    }

    /// Adds what was counted to the store.
    ///
    /// # Errors
    /// The store cannot keep it: it is tried again with the next.
    pub async fn flush(&self, store: &dyn Store) -> Result<(), String> {
        loop {
            let Some((month, sums)) = self.waiting().pop_first() else { return Ok(()) };
            if let Err(why) = add(store, month, &sums).await {
                let mut waiting = self.waiting();
                let back = waiting.entry(month).or_default();
                sums.into_iter().for_each(|(name, count)| *back.entry(name).or_default() += count);
                return Err(why);
            }
        }
    }

    fn waiting(&self) -> MutexGuard<'_, BTreeMap<NaiveDate, Sums>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// What was counted in these months, summed up.
///
/// # Errors
/// The store cannot be read.
pub async fn counted(store: &dyn Store, months: impl IntoIterator<Item = NaiveDate>) -> Result<Sums, String> {
    let mut all = Sums::new();
    for month in months {
        let slip = store.slip(Drawer::Figure, &slip_name(month)).await.map_err(|error| error.to_string())?;
        for (name, count) in slip.map(|slip| read(&slip)).transpose()?.unwrap_or_default() {
            *all.entry(name).or_default() += count;
        }
    }
    Ok(all)
}

async fn add(store: &dyn Store, month: NaiveDate, sums: &Sums) -> Result<(), String> {
    let id = slip_name(month);
    for _ in 0..AGAIN {
        let slip = store.slip(Drawer::Figure, &id).await.map_err(|error| error.to_string())?;
        let revision = slip.as_ref().map_or(0, |slip| slip.revision);
        let mut now = slip.map(|slip| read(&slip)).transpose()?.unwrap_or_default();
        for (name, count) in sums {
            *now.entry(name.clone()).or_default() += count;
        }
        let content = serde_json::to_string(&now).map_err(|error| error.to_string())?;
        let slip = Slip { drawer: Drawer::Figure, id: id.clone(), content, revision: revision + 1 };
        match store.commit(Commit { writes: vec![Write::Slip(Box::new(slip))], ..Commit::default() }).await {
            Ok(()) => return Ok(()),
            Err(CommitError::Stale(_)) => {}
            Err(error) => return Err(error.to_string()),
        }
    }
    Err("the counts kept changing".to_owned())
}

fn read(slip: &Slip) -> Result<Sums, String> {
    serde_json::from_str(&slip.content).map_err(|_| format!("the counts of {} are not readable", slip.id))
}

fn slip_name(month: NaiveDate) -> String {
    format!("tally-{}", month.format("%Y-%m"))
}

/// The first day of the office's month.
fn month(at: Moment) -> NaiveDate {
    let day = crate::clock::office_day(at);
    day.with_day(1).unwrap_or(day)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::memory::MemoryStore;

    fn at(text: &str) -> Moment {
        text.parse().expect("a moment")
    }

    fn first(year: i32, month: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, 1).expect("a day")
    }

    #[tokio::test]
    async fn counts_of_a_month_add_up_over_restarts() {
        let store = MemoryStore::new();
        let asked = || Count::Asked("report-ip".into(), "what".into());
        for _ in 0..2 {
            let tally = Tally::default();
            tally.add(at("2026-11-23T02:00:00Z"), &[asked(), asked(), Count::Searched("words".into())]);
            // At the office it is December already.
            tally.add(at("2026-11-30T17:00:00Z"), &[asked()]);
            tally.flush(&store).await.expect("kept");
            tally.flush(&store).await.expect("nothing twice");
        }
        let november = counted(&store, [first(2026, 11)]).await.expect("readable");
        assert_eq!(november, Sums::from([("asked report-ip what".to_owned(), 4), ("searched words".to_owned(), 2)]));
        let both = counted(&store, [first(2026, 11), first(2026, 12)]).await.expect("readable");
        assert_eq!(both.get("asked report-ip what"), Some(&6));
        assert!(counted(&store, [first(2025, 11)]).await.expect("readable").is_empty());
    }

    #[test]
    fn a_count_is_read_by_its_name() {
        let service = || ServiceId::from("report-ip");
        for count in [
            Count::Asked(service(), "what".into()),
            Count::Answered(service(), "what".into()),
            Count::Searched("words".into()),
            Count::InVain("agencies".into()),
        ] {
            assert_eq!(Count::read(&count.name()), Some(count));
        }
        assert_eq!((Count::read("asked report-ip"), Count::read("else x y"), Count::read("")), (None, None, None));
    }
}
