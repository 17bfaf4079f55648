//! The commands of clerks, and the names of states, papers, queues and replies as clerks type them.

use crate::clock::Moment;
use crate::dialog::flow::Span;
use crate::format::{Direction, parse_date};
use crate::ticket::act::Until;

/// Commands with the ids of their descriptions, for the menu of the channel.
pub const COMMANDS: &[(&str, &str)] = &[
    ("take", "desk-command-take"),
    ("release", "desk-command-release"),
    ("r", "desk-command-reply"),
    ("note", "desk-command-note"),
    ("prepared", "desk-command-prepared"),
    ("paper", "desk-command-paper"),
    ("state", "desk-command-state"),
    ("extend", "desk-command-extend"),
    ("pass", "desk-command-pass"),
    ("close", "desk-command-close"),
    ("card", "desk-command-card"),
    ("desk", "desk-command-desk"),
    ("help", "desk-command-help"),
];

/// Most working days in one extension by command; further away is a day.
const MOST_DAYS: u32 = 250;

/// A command.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Command {
    Take,
    Release,
    Reply,
    Note,
    Prepared,
    Paper,
    State,
    Extend,
    Pass,
    Close,
    Card,
    Desk,
    Help,
}

impl Command {
    /// The command of that name.
    pub(super) fn read(name: &str) -> Option<Self> {
        Some(match name {
            "take" => Command::Take,
            "release" => Command::Release,
            "r" | "reply" => Command::Reply,
            "note" | "n" => Command::Note,
            "prepared" => Command::Prepared,
            "paper" => Command::Paper,
            "state" => Command::State,
            "extend" => Command::Extend,
            "pass" => Command::Pass,
            "close" => Command::Close,
            "card" => Command::Card,
            "desk" => Command::Desk,
            "help" | "start" => Command::Help,
            _ => return None,
        })
    }
}

/// A command inside words that the channel took for words: a caption, or a slash of a Chinese keyboard.
pub(super) fn hidden(words: &str) -> Option<(String, &str)> {
    let rest = words.trim_start().strip_prefix(['/', '／'])?;
    let end = rest.find(|sign: char| sign.is_whitespace()).unwrap_or(rest.len());
    let (name, rest) = rest.split_at(end);
    let name = name.split('@').next().unwrap_or(name).to_ascii_lowercase();
    name.bytes().all(|sign| sign.is_ascii_alphanumeric() || sign == b'_').then(|| (name, rest.trim()))
}

/// A thing with the names it goes by.
pub(super) type Named<T> = (T, Vec<String>);

/// The thing whose name the words begin with, and the words after it. The longest name counts; upper and lower case, and
/// blanks for hyphens, are the same.
pub(super) fn begins<'w, T: Clone>(words: &'w str, things: &[Named<T>]) -> Option<(T, &'w str)> {
    let words = words.trim();
    let found = things.iter().flat_map(|(thing, names)| names.iter().filter_map(move |name| Some((after(words, name)?, thing))));
    let (at, thing) = found.max_by_key(|(at, _)| *at)?;
    Some((thing.clone(), words[at..].trim_start_matches(is_between).trim()))
}

/// Where the words go on after a name.
fn after(words: &str, name: &str) -> Option<usize> {
    let plain = |sign: char| if sign == '-' || sign == '_' { ' ' } else { sign };
    let mut rest = words.char_indices();
    let mut end = 0;
    for wanted in name.trim().chars() {
        let (at, sign) = rest.next()?;
        if !plain(sign).to_lowercase().eq(plain(wanted).to_lowercase()) {
            return None;
        }
        end = at + sign.len_utf8();
    }
    let bounded = words[end..].chars().next().is_none_or(is_between);
    (end > 0 && bounded).then_some(end)
}

fn is_between(sign: char) -> bool {
    sign.is_whitespace() || matches!(sign, ':' | '：' | ',' | '，' | ';' | '；' | '。' | '.' | '、')
}

/// A new last day as typed, `10`, `10天`, `2026-12-01`, and the words after it.
pub(super) fn until(words: &str, now: Moment) -> Option<(Until, &str)> {
    let words = words.trim();
    let end = words.find(char::is_whitespace).unwrap_or(words.len());
    let (first, rest) = (&words[..end], words[end..].trim());
    let digits = first.trim_start_matches('+');
    let count: String = digits.chars().take_while(char::is_ascii_digit).collect();
    let unit = &digits[count.len()..];
    if ["", "天", "日", "个工作日", "工作日", "d", "days"].contains(&unit)
        && let Ok(days) = count.parse::<u32>()
        && (1..=MOST_DAYS).contains(&days)
    {
        return Some((Until::Longer(Span::WorkingDays(days)), rest));
    }
    let day = parse_date(first, crate::clock::office_day(now), Direction::Future).ok()?;
    Some((Until::Day(day), rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_command_of_the_menu_is_understood_and_none_twice() {
        for (n, (name, _)) in COMMANDS.iter().enumerate() {
            assert!(Command::read(name).is_some(), "{name}");
            assert!(COMMANDS[..n].iter().all(|(other, _)| Command::read(other) != Command::read(name)), "{name}");
        }
        assert_eq!(Command::read("ban"), None);
    }

    #[test]
    fn a_command_is_found_in_a_caption_and_behind_a_full_width_slash() {
        assert_eq!(hidden("/r 您好"), Some(("r".to_owned(), "您好")));
        assert_eq!(hidden(" ／R@ip_bot\n您好 "), Some(("r".to_owned(), "您好")));
        assert_eq!(hidden("/reply"), Some(("reply".to_owned(), "")));
        assert_eq!(hidden("a /r b"), None);
        assert_eq!(hidden("/很好 b"), None);
        assert_eq!(hidden(""), None);
    }

    #[test]
    fn a_name_is_found_by_id_or_label_and_the_longest_counts() {
        let things: Vec<Named<u8>> = vec![
            (1, vec!["no-violation".to_owned(), "No breach found".to_owned(), "没有违法".to_owned()]),
            (2, vec!["no".to_owned(), "opened".to_owned(), "立案".to_owned()]),
        ];
        for (words, found) in [
            ("no-violation all fine", Some((1, "all fine"))),
            ("No Violation: all fine", Some((1, "all fine"))),
            ("no breach FOUND", Some((1, ""))),
            ("没有违法，查无实据", Some((1, "查无实据"))),
            ("no way", Some((2, "way"))),
            ("nothing", None),
            ("立案了", None),
            ("", None),
        ] {
            assert_eq!(begins(words, &things), found, "{words}");
        }
    }

    #[test]
    fn a_new_last_day_is_a_number_of_working_days_or_a_day() {
        let now = chrono::NaiveDate::from_ymd_opt(2026, 11, 23).and_then(|day| day.and_hms_opt(2, 0, 0)).expect("a time").and_utc();
        let day = chrono::NaiveDate::from_ymd_opt(2026, 12, 1).expect("a day");
        let days = |n| Until::Longer(Span::WorkingDays(n));
        assert_eq!(until("10 案情复杂", now), Some((days(10), "案情复杂")));
        assert_eq!(until("+5", now), Some((days(5), "")));
        assert_eq!(until("10个工作日 x", now), Some((days(10), "x")));
        assert_eq!(until("2026-12-01 the reason", now), Some((Until::Day(day), "the reason")));
        assert_eq!(until("12月1日 原因", now), Some((Until::Day(day), "原因")));
        for words in ["", "soon", "0 x", "9999 x", "-3 x"] {
            assert_eq!(until(words, now), None, "{words}");
        }
    }
}
