//! An event as a calendar file (RFC 5545, `text/calendar`), for the calendar of a phone. Pure; it must not know who comes.
//!
//! ## Why
//! - Times stand with the zone of the office and its definition, so that a phone that travels shows the right hour, and a
//!   programme that knows no zone names still reads them.
//! - There is no `METHOD`: the file is a calendar to be added, not an invitation to be answered by mail (RFC 5546).

use crate::clock::Moment;
use chrono::NaiveDateTime;

/// Longest line in octets, without its end (RFC 5545, 3.1).
const LINE: usize = 75;

/// The zone of the office. China has kept one time without summer time since 15 September 1991.
const ZONE: &str = "BEGIN:VTIMEZONE
TZID:Asia/Shanghai
BEGIN:STANDARD
DTSTART:19910915T000000
TZOFFSETFROM:+0800
TZOFFSETTO:+0800
TZNAME:CST
END:STANDARD
END:VTIMEZONE";

/// What a calendar shows of an event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The same for every version of the event (3.8.4.7).
    pub uid: String,
    /// When this version was made.
    pub made: Moment,
    /// How many times it changed since the first version (3.8.7.4).
    pub changes: u32,
    /// When it begins, by the clock of the office.
    pub starts: NaiveDateTime,
    /// When it ends, likewise.
    pub ends: NaiveDateTime,
    /// What it is called.
    pub title: String,
    /// Where it is; may be empty.
    pub place: String,
    /// What it is about; may be empty.
    pub about: String,
    /// It does not take place: calendars strike it out.
    pub off: bool,
}

/// The file.
pub fn calendar(entry: &Entry) -> String {
    let local = |at: NaiveDateTime| at.format("%Y%m%dT%H%M%S").to_string();
    let mut lines = vec!["BEGIN:VCALENDAR".to_owned(), "VERSION:2.0".to_owned(), "PRODID:-//ip-office-bot//events//EN".to_owned()];
    lines.extend(ZONE.lines().map(str::to_owned));
    lines.extend([
        "BEGIN:VEVENT".to_owned(),
        format!("UID:{}", escape(&entry.uid)),
        format!("DTSTAMP:{}", entry.made.format("%Y%m%dT%H%M%SZ")),
        format!("SEQUENCE:{}", entry.changes),
        format!("DTSTART;TZID=Asia/Shanghai:{}", local(entry.starts)),
        format!("DTEND;TZID=Asia/Shanghai:{}", local(entry.ends)),
        format!("SUMMARY:{}", escape(&entry.title)),
    ]);
    for (name, words) in [("LOCATION", &entry.place), ("DESCRIPTION", &entry.about)] {
        if !words.is_empty() {
            lines.push(format!("{name}:{}", escape(words)));
        }
    }
    lines.push(format!("STATUS:{}", if entry.off { "CANCELLED" } else { "CONFIRMED" }));
    lines.extend(["END:VEVENT".to_owned(), "END:VCALENDAR".to_owned()]);
    lines.iter().map(|line| fold(line)).collect()
}

/// A value of the kind TEXT (3.3.11). Control signs have no place in one.
fn escape(words: &str) -> String {
    let mut safe = String::with_capacity(words.len() + 8);
    for sign in words.replace("\r\n", "\n").chars() {
        match sign {
            '\\' => safe.push_str("\\\\"),
            ';' => safe.push_str("\\;"),
            ',' => safe.push_str("\\,"),
            '\n' | '\r' => safe.push_str("\\n"),
            other if other.is_control() && other != '\t' => {}
            other => safe.push(other),
        }
    }
    safe
}

/// A content line with its end: what is longer goes on in the next line after a space, and no sign is cut (3.1).
fn fold(line: &str) -> String {
    let mut folded = String::with_capacity(line.len() + 8);
    let mut length = 0;
    for sign in line.chars() {
        if length + sign.len_utf8() > LINE {
            folded.push_str("\r\n ");
            length = 1;
        }
        folded.push(sign);
        length += sign.len_utf8();
    }
    folded.push_str("\r\n");
    folded
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry() -> Entry {
        Entry {
            uid: "0a1b2c@ip-office-bot".to_owned(),
            made: "2026-11-23T02:00:00Z".parse().expect("a moment"),
            changes: 0,
            starts: "2026-12-03T14:00:00".parse().expect("a time"),
            ends: "2026-12-03T16:30:00".parse().expect("a time"),
            title: "专利检索入门".to_owned(),
            place: "3rd floor, 1 Example Road".to_owned(),
            about: "Bring a laptop;\nwe practise C:\\ together.".to_owned(),
            off: false,
        }
    }

    /// A reader as in 3.1: lines end with CRLF, a line that begins with a space goes on the one before.
    fn unfolded(file: &str) -> Vec<String> {
        assert!(file.ends_with("\r\n") && !file.replace("\r\n", "").contains(['\r', '\n']), "{file:?}");
        file.replace("\r\n ", "").split_terminator("\r\n").map(str::to_owned).collect()
    }

    #[test]
    fn the_file_is_what_the_standard_asks_for() {
        let lines = unfolded(&calendar(&entry()));
        assert_eq!(
            lines,
            [
                "BEGIN:VCALENDAR",
                "VERSION:2.0",
                "PRODID:-//ip-office-bot//events//EN",
                "BEGIN:VTIMEZONE",
                "TZID:Asia/Shanghai",
                "BEGIN:STANDARD",
                "DTSTART:19910915T000000",
                "TZOFFSETFROM:+0800",
                "TZOFFSETTO:+0800",
                "TZNAME:CST",
                "END:STANDARD",
                "END:VTIMEZONE",
                "BEGIN:VEVENT",
                "UID:0a1b2c@ip-office-bot",
                "DTSTAMP:20261123T020000Z",
                "SEQUENCE:0",
                "DTSTART;TZID=Asia/Shanghai:20261203T140000",
                "DTEND;TZID=Asia/Shanghai:20261203T163000",
                "SUMMARY:专利检索入门",
                "LOCATION:3rd floor\\, 1 Example Road",
                "DESCRIPTION:Bring a laptop\\;\\nwe practise C:\\\\ together.",
                "STATUS:CONFIRMED",
                "END:VEVENT",
                "END:VCALENDAR",
            ]
        );
    }

    #[test]
    fn a_later_version_says_so_and_what_is_off_is_struck_out() {
        let lines = unfolded(&calendar(&Entry { changes: 2, off: true, place: String::new(), about: String::new(), ..entry() }));
        assert!(lines.contains(&"SEQUENCE:2".to_owned()) && lines.contains(&"STATUS:CANCELLED".to_owned()));
        assert!(!lines.iter().any(|line| line.starts_with("LOCATION") || line.starts_with("DESCRIPTION")));
    }

    #[test]
    fn values_are_escaped() {
        for (words, escaped) in [
            ("a, b; c", "a\\, b\\; c"),
            ("back\\slash", "back\\\\slash"),
            ("one\ntwo\r\nthree\rfour", "one\\ntwo\\nthree\\nfour"),
            ("bell\u{7}\ttab", "bell\ttab"),
            ("14:00, “quoted”", "14:00\\, “quoted”"),
            ("BEGIN:VEVENT\r\nEND:VCALENDAR", "BEGIN:VEVENT\\nEND:VCALENDAR"),
        ] {
            assert_eq!(escape(words), escaped, "{words:?}");
        }
    }

    #[test]
    fn lines_are_folded_at_75_octets_and_no_sign_is_cut() {
        assert_eq!(fold(&"a".repeat(75)), format!("{}\r\n", "a".repeat(75)));
        assert_eq!(fold(&"a".repeat(76)), format!("{}\r\n a\r\n", "a".repeat(75)));
        assert_eq!(fold(&"a".repeat(150)), format!("{}\r\n {}\r\n a\r\n", "a".repeat(75), "a".repeat(74)));
        for sign in ["a", "é", "字", "😀"] {
            for many in [1, 24, 25, 26, 37, 38, 75, 76, 400] {
                let line = format!("SUMMARY:{}", sign.repeat(many));
                let folded = fold(&line);
                assert!(folded.split("\r\n").all(|line| line.len() <= LINE), "{sign} {many}");
                assert_eq!(unfolded(&folded), [line]);
            }
        }
    }

    #[test]
    fn a_hostile_title_opens_no_second_event() {
        let lines = unfolded(&calendar(&Entry { title: "x\r\nEND:VEVENT\r\nBEGIN:VALARM".to_owned(), ..entry() }));
        assert_eq!(lines.iter().filter(|line| line.starts_with("BEGIN:")).count(), 4);
    }
}
