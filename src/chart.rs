//! Figures as a picture for a phone: a neutral description ([`Spec`]), which is drawn only when it is sent ([`png`]).
//!
//! Pure: words and numbers in, SVG text and PNG bytes out, with one font inside the program and none of the system's.
//! It must not leave out or bend a figure: bars and lines begin at zero, each bar bears its number, a figure that is
//! missing leaves a gap.
//!
//! ## Why
//! - A delivery carries the description, not the picture: it is small, it stays readable in the store, and it is drawn again
//!   when the sending is tried again.
//! - One column of big type, because it is read on a phone; labels stand beside what they name, so colours are no puzzle. The
//!   colours differ in lightness too (after Okabe and Ito), and lines have marks and dashes of their own.
//! - The font holds the most frequent Chinese characters and those of our tables. Words with other signs get no picture
//!   ([`Spec::is_drawable`]); the table as text is always there.

mod bars;
mod font;
mod lines;
mod page;

use serde::{Deserialize, Serialize};
use std::sync::{Arc, LazyLock};

/// Width of a picture in pixels.
pub const WIDTH: u32 = 1080;
/// Groups of bars, or points of a line.
pub const MOST_GROUPS: usize = 20;
/// Series side by side.
pub const MOST_SERIES: usize = 5;
/// Bars in one picture.
pub const MOST_BARS: usize = 40;

/// A chart in words and numbers.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Spec {
    /// What is shown: indicator, type, place or time.
    pub title: String,
    /// Of what the numbers are, beneath the title.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub unit: String,
    /// How it is drawn.
    pub shape: Shape,
    /// Names of districts, years or types, in order.
    pub groups: Vec<String>,
    /// What is compared within each group; one series needs no name.
    pub series: Vec<Series>,
    /// Source and date, at the foot.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<String>,
}

/// How figures are drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Shape {
    /// Lying bars: places, types, few periods.
    #[default]
    Bars,
    /// Lines over time.
    Lines,
}

/// One series of figures.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Series {
    /// Its name.
    pub name: String,
    /// One a group; `None` where there is no figure.
    pub points: Vec<Option<Point>>,
}

/// A figure.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Point {
    /// For drawing; not negative.
    pub value: f64,
    /// As it was published.
    pub text: String,
}

/// Why there is no picture.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ChartError {
    /// Too much, too little, or figures that cannot be drawn.
    #[error("the chart has nothing to compare, or too much")]
    Shape,
    /// The drawing was refused; a bug of ours.
    #[error("the chart could not be drawn: {0}")]
    Drawing(String),
}

impl Spec {
    /// Whether a picture helps and can be made: two figures or more, not too many, none below zero, signs that the font has.
    pub fn is_drawable(&self) -> bool {
        let points: Vec<&Point> = self.series.iter().flat_map(|series| series.points.iter().flatten()).collect();
        let even = self.series.iter().all(|series| series.points.len() == self.groups.len());
        let size = (1..=MOST_SERIES).contains(&self.series.len())
            && (1..=MOST_GROUPS).contains(&self.groups.len())
            && self.groups.len() * self.series.len()
                <= MOST_BARS.max(if self.shape == Shape::Lines { MOST_GROUPS * MOST_SERIES } else { 0 });
        let numbers = points.len() >= 2 && points.iter().all(|point| point.value.is_finite() && point.value >= 0.0);
        even && size && numbers && self.words().all(font::has)
    }

    fn words(&self) -> impl Iterator<Item = &str> {
        let points = self.series.iter().flat_map(|series| series.points.iter().flatten().map(|point| point.text.as_str()));
        let names = self.series.iter().map(|series| series.name.as_str());
        let rest = self.groups.iter().chain(&self.notes).map(String::as_str);
        [self.title.as_str(), self.unit.as_str()].into_iter().chain(names).chain(rest).chain(points)
    }

    /// The largest figure.
    fn most(&self) -> f64 {
        self.series.iter().flat_map(|series| series.points.iter().flatten()).map(|point| point.value).fold(0.0, f64::max)
    }
}

/// The picture as SVG text.
///
/// # Errors
/// [`ChartError::Shape`] when [`Spec::is_drawable`] says no.
pub fn svg(spec: &Spec) -> Result<String, ChartError> {
    if !spec.is_drawable() {
        return Err(ChartError::Shape);
    }
    let mut page = page::Page::new(spec);
    match spec.shape {
        Shape::Bars => bars::draw(&mut page, spec),
        Shape::Lines => lines::draw(&mut page, spec),
    }
    Ok(page.finish(spec))
}

/// The picture as a PNG, [`WIDTH`] pixels wide.
///
/// # Errors
/// See [`ChartError`].
pub fn png(spec: &Spec) -> Result<Vec<u8>, ChartError> {
    static FONTS: LazyLock<Arc<resvg::usvg::fontdb::Database>> = LazyLock::new(|| {
        let mut fonts = resvg::usvg::fontdb::Database::new();
        fonts.load_font_data(font::DATA.to_vec());
        Arc::new(fonts)
    });
    let broken = |what: &str| ChartError::Drawing(what.to_owned());
    let options = resvg::usvg::Options { fontdb: Arc::clone(&FONTS), font_family: font::FAMILY.to_owned(), ..Default::default() };
    let tree = resvg::usvg::Tree::from_str(&svg(spec)?, &options).map_err(|error| broken(&error.to_string()))?;
    let size = tree.size().to_int_size();
    let mut canvas = resvg::tiny_skia::Pixmap::new(size.width(), size.height()).ok_or_else(|| broken("no room"))?;
    resvg::render(&tree, resvg::tiny_skia::Transform::identity(), &mut canvas.as_mut());
    canvas.encode_png().map_err(|error| broken(&error.to_string()))
}

#[cfg(test)]
mod tests;
