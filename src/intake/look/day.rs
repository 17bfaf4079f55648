//! A day counted from another: "three months after the decision came".

use super::{With, found, yes_no};
use crate::clock::office_day;
use crate::dialog::Event;
use crate::dialog::answer::Answer;
use crate::dialog::flow::Span;
use crate::id::StepId;
use crate::intake::Fold;
use crate::locale::Text;
use crate::ticket::due::last_day;

impl Fold<'_> {
    /// The last day of a period that begins on the day after the answer; counted as the time limits of tickets are.
    pub(super) fn date_after(&self, step: &StepId, with: &With, add: Option<Span>) -> Event {
        let from = with.iter().find_map(|(_, answer)| match answer {
            Answer::Date(day) => Some(*day),
            _ => None,
        });
        let (Some(from), Some(add)) = (from, add) else {
            return found(step, [("day", Text::new("day-unknown").into()), ("passed", yes_no(false)), ("guessed", yes_no(false))]);
        };
        let (day, without_calendar) = last_day(&self.office.calendar.load(), from, add);
        let passed = day < office_day(self.office.now());
        found(step, [("day", day.into()), ("passed", yes_no(passed)), ("guessed", yes_no(!without_calendar.is_empty()))])
    }
}
