//! Being filled.
use chrono::NaiveDate;
/// No date before this is taken: the Patent Law came into force.
pub const EARLIEST_DATE: NaiveDate = NaiveDate::from_ymd_opt(1985, 4, 1).expect("a calendar day");
/// Where the date asked for may lie; it also says what a date without a year means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// Today or before; "11月23日" is the most recent one.
    Past,
    /// Today or after; "11月23日" is the next one.
    Future,
    /// Either; "11月23日" is the nearest one.
    Any,
}
/// Why a date was not taken.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum DateRefusal {
    Empty,
    Format,
    TooLong {
        limit: usize,
    },
    /// Written well, but no day of the calendar, like 30 February.
    NotOnCalendar,
    /// A month or year without its day.
    DayMissing,
    /// After today where the past was asked for.
    InFuture {
        date: NaiveDate,
    },
    /// Before today where the future was asked for.
    InPast {
        date: NaiveDate,
    },
    /// Before [`EARLIEST_DATE`].
    TooEarly {
        date: NaiveDate,
    },
    /// Several readings, ascending: offer them.
    Ambiguous {
        readings: Vec<NaiveDate>,
    },
}
impl DateRefusal {
    /// Kebab-case name, the key of the text.
    pub fn name(&self) -> &'static str {
        match self {
            DateRefusal::Empty => "empty",
            DateRefusal::Format => "format",
            DateRefusal::TooLong { .. } => "too-long",
            DateRefusal::NotOnCalendar => "not-on-calendar",
            DateRefusal::DayMissing => "day-missing",
            DateRefusal::InFuture { .. } => "in-future",
            DateRefusal::InPast { .. } => "in-past",
            DateRefusal::TooEarly { .. } => "too-early",
            DateRefusal::Ambiguous { .. } => "ambiguous",
        }
    }
}
/// Reads a date, `today` being the day in Wuhan.
pub fn parse_date(_text: &str, _today: NaiveDate, _direction: Direction) -> Result<NaiveDate, DateRefusal> {
    Err(DateRefusal::Format)
}
