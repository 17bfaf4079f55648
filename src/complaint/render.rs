//! Complaints as people read them in a terminal: the line of the file with an arrow under the very word.

use super::Complaint;
use miette::{Diagnostic, GraphicalReportHandler, GraphicalTheme, LabeledSpan, NamedSource, SourceCode, SourceSpan};
use std::collections::BTreeMap;
use std::fmt::{self, Display};

/// Width of a terminal, for wrapping.
const WIDTH: usize = 120;

/// All complaints with excerpts of their files; `sources` are contents by path. A file that is not among them is named
/// without an excerpt.
pub fn render(complaints: &[Complaint], sources: &BTreeMap<String, &str>) -> String {
    let handler = GraphicalReportHandler::new_themed(GraphicalTheme::unicode_nocolor()).with_width(WIDTH).without_syntax_highlighting();
    let mut text = String::new();
    for complaint in complaints {
        let shown = sources.get(&complaint.file).map(|source| Shown {
            complaint,
            source: NamedSource::new(&complaint.file, (*source).to_owned()),
            span: span(complaint, source),
        });
        let drawn = shown.is_some_and(|shown| handler.render_report(&mut text, &shown).is_ok());
        if !drawn {
            text.push_str(&complaint.to_string());
            if let Some(help) = &complaint.help {
                text.push_str(&format!(" (`{help}`?)"));
            }
        }
        text.push('\n');
    }
    text
}

/// Bytes of what the complaint points at.
fn span(complaint: &Complaint, source: &str) -> SourceSpan {
    let line = complaint.line.saturating_sub(1) as usize;
    let start: usize = source.split_inclusive('\n').take(line).map(str::len).sum();
    let width = |text: &str, signs: u32| text.chars().take(signs as usize).map(char::len_utf8).sum::<usize>();
    let rest = source.get(start..).unwrap_or_default().split('\n').next().unwrap_or_default();
    let before = width(rest, complaint.column.saturating_sub(1));
    let length = width(&rest[before..], complaint.length);
    (start + before, length).into()
}

#[derive(Debug)]
struct Shown<'a> {
    complaint: &'a Complaint,
    source: NamedSource<String>,
    span: SourceSpan,
}

impl Display for Shown<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.complaint.kind.fmt(f)
    }
}

impl std::error::Error for Shown<'_> {}

impl Diagnostic for Shown<'_> {
    fn source_code(&self) -> Option<&dyn SourceCode> {
        Some(&self.source)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        Some(Box::new(std::iter::once(LabeledSpan::underline(self.span))))
    }

    fn help<'a>(&'a self) -> Option<Box<dyn Display + 'a>> {
        let help = self.complaint.help.as_ref()?;
        Some(Box::new(format!("is `{help}` meant?")))
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Kind, Place};
    use super::*;

    #[test]
    fn a_complaint_is_drawn_with_an_arrow_and_a_guess() {
        let source = "service: a\nsteps:\n  - ask: 专利\n    kind: choice\n";
        let place = Place { line: 4, column: 5, length: 4 };
        let complaint = Complaint::new("dialogs/a.yaml", place, Kind::FieldUnknown { field: "kind".into() }).with_help(Some("as".into()));
        let drawn = render(std::slice::from_ref(&complaint), &BTreeMap::from([("dialogs/a.yaml".to_owned(), source)]));
        for part in ["`kind` is no field here", "dialogs/a.yaml:4:5", "kind: choice", "────", "is `as` meant?"] {
            assert!(drawn.contains(part), "{part} is not in\n{drawn}");
        }
        let bare = render(&[complaint], &BTreeMap::new());
        assert_eq!(bare, "dialogs/a.yaml:4:5: `kind` is no field here (`as`?)\n");
    }

    #[test]
    fn places_outside_of_a_file_do_no_harm() {
        let far = Place { line: 900, column: 900, length: 900 };
        let complaint = Complaint::new("a", far, Kind::StepHead);
        for source in ["", "x", "x\n", "专"] {
            assert!(render(std::slice::from_ref(&complaint), &BTreeMap::from([("a".to_owned(), source)])).contains("a step needs"));
        }
    }
}
