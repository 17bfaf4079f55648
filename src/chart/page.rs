//! The sheet of paper: title and unit at the head, notes at the foot, shapes and words in between.

use super::font::{self, lines, width};
use super::{Spec, WIDTH};
use std::fmt::Write;

/// Empty border on both sides, in pixels.
pub(super) const SIDE: f32 = 48.0;
/// Right end of what is drawn.
pub(super) const RIGHT: f32 = WIDTH as f32 - SIDE;
/// Width of what is drawn.
pub(super) const ROOM: f32 = RIGHT - SIDE;
/// Colour of words.
pub(super) const INK: &str = "#1a1a1a";
/// Colour of what matters less.
pub(super) const GREY: &str = "#555555";
/// Colour of lines that help the eye.
pub(super) const FAINT: &str = "#d0d0d0";
/// Colours of series: they differ in lightness as well (after Okabe and Ito).
pub(super) const COLOURS: [&str; super::MOST_SERIES] = ["#0b4f8a", "#e69f00", "#56b4e9", "#a0410d", "#8a8a8a"];

const TITLE: f32 = 50.0;
const UNIT: f32 = 36.0;
const LEGEND: f32 = 36.0;
const NOTE: f32 = 28.0;

/// Where words stand against their point.
#[derive(Clone, Copy)]
pub(super) enum Anchor {
    Start,
    Middle,
    End,
}

/// A sheet that is being drawn on.
pub(super) struct Page {
    shapes: String,
    /// How far down it is filled.
    pub(super) down: f32,
}

impl Page {
    /// A sheet with title, unit and legend.
    pub(super) fn new(spec: &Spec) -> Self {
        let mut page = Self { shapes: String::new(), down: SIDE * 0.7 };
        for line in lines(&spec.title, TITLE, ROOM) {
            page.down += TITLE * 1.25;
            page.words((SIDE, page.down), TITLE, &line, (INK, Anchor::Start));
        }
        if !spec.unit.is_empty() {
            page.down += UNIT * 1.5;
            page.words((SIDE, page.down), UNIT, &spec.unit, (GREY, Anchor::Start));
        }
        page.down += SIDE * 0.5;
        page
    }

    /// Names of series with their colours.
    pub(super) fn legend(&mut self, spec: &Spec, mut sign: impl FnMut(&mut Self, usize, (f32, f32))) {
        if spec.series.len() < 2 {
            return;
        }
        let mut across = SIDE;
        self.down += LEGEND * 1.3;
        for (nth, series) in spec.series.iter().enumerate() {
            let long = 60.0 + width(&series.name, LEGEND);
            if across > SIDE && across + long > RIGHT {
                across = SIDE;
                self.down += LEGEND * 1.5;
            }
            sign(self, nth, (across, self.down));
            self.words((across + 52.0, self.down), LEGEND, &series.name, (INK, Anchor::Start));
            across += long + 44.0;
        }
        self.down += LEGEND * 0.6;
    }

    /// Words on one line; the point is where their foot stands.
    pub(super) fn words(&mut self, (x, y): (f32, f32), height: f32, text: &str, (colour, anchor): (&str, Anchor)) {
        let anchor = match anchor {
            Anchor::Start => "start",
            Anchor::Middle => "middle",
            Anchor::End => "end",
        };
        let text = escaped(text);
        let _ = writeln!(
            self.shapes,
            r#"<text x="{x:.1}" y="{y:.1}" font-size="{height}" fill="{colour}" text-anchor="{anchor}">{text}</text>"#
        );
    }

    /// A filled rectangle.
    pub(super) fn block(&mut self, (x, y): (f32, f32), (wide, high): (f32, f32), colour: &str) {
        let _ = writeln!(self.shapes, r#"<rect x="{x:.1}" y="{y:.1}" width="{wide:.1}" height="{high:.1}" fill="{colour}"/>"#);
    }

    /// A path as SVG writes it.
    pub(super) fn path(&mut self, path: &str, style: &str) {
        let _ = writeln!(self.shapes, r#"<path d="{path}" {style}/>"#);
    }

    /// The whole sheet, with notes at the foot.
    pub(super) fn finish(mut self, spec: &Spec) -> String {
        self.down += SIDE * 0.4;
        for line in spec.notes.iter().flat_map(|note| lines(note, NOTE, ROOM)) {
            self.down += NOTE * 1.45;
            self.words((SIDE, self.down), NOTE, &line, (GREY, Anchor::Start));
        }
        let high = (self.down + SIDE * 0.8).ceil();
        let shapes = self.shapes;
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{WIDTH}\" height=\"{high}\" viewBox=\"0 0 {WIDTH} {high}\" font-family=\"{}\">\n\
             <rect width=\"{WIDTH}\" height=\"{high}\" fill=\"#ffffff\"/>\n{shapes}</svg>\n",
            font::FAMILY
        )
    }
}

fn escaped(text: &str) -> String {
    text.chars().filter(|sign| !sign.is_control()).fold(String::new(), |mut safe, sign| {
        match sign {
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '&' => safe.push_str("&amp;"),
            '"' => safe.push_str("&quot;"),
            other => safe.push(other),
        }
        safe
    })
}
