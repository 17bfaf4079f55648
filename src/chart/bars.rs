//! Lying bars: the name of each group before or above its bars, the number behind each bar.

use super::Spec;
use super::font::{lines, width};
use super::page::{Anchor, COLOURS, FAINT, GREY, INK, Page, RIGHT, ROOM, SIDE};

const LABEL: f32 = 36.0;
const NUMBER: f32 = 36.0;
/// Widest name that stands before its bars; longer ones stand above.
const BEFORE: f32 = 300.0;
/// Shortest room for bars.
const GAP: f32 = 18.0;

pub(super) fn draw(page: &mut Page, spec: &Spec) {
    page.legend(spec, |page, nth, (x, y)| page.block((x, y - 30.0), (38.0, 34.0), COLOURS[nth % COLOURS.len()]));
    let named = spec.groups.iter().any(|group| !group.is_empty());
    let widest = spec.groups.iter().map(|group| width(group, LABEL)).fold(0.0, f32::max);
    let above = widest > BEFORE;
    let left = if above || !named { SIDE } else { SIDE + widest + GAP };
    let numbers = spec.series.iter().flat_map(|series| series.points.iter().flatten());
    let number = numbers.map(|point| width(&point.text, NUMBER)).fold(0.0, f32::max);
    let room = RIGHT - left - number - GAP;
    let scale = if spec.most() > 0.0 { room / spec.most() as f32 } else { 0.0 };
    let many = spec.groups.len() * spec.series.len();
    let thick = if many > 16 { 40.0 } else { 50.0 };
    page.down += GAP;
    for (at, group) in spec.groups.iter().enumerate() {
        let top = page.down;
        if above {
            for line in lines(group, LABEL, ROOM) {
                page.down += LABEL * 1.2;
                page.words((SIDE, page.down), LABEL, &line, (INK, Anchor::Start));
            }
            page.down += 10.0;
        }
        let first = page.down;
        for (nth, series) in spec.series.iter().enumerate() {
            let foot = page.down + thick * 0.5 + NUMBER * 0.36;
            match series.points.get(at).and_then(Option::as_ref) {
                Some(point) => {
                    let long = point.value as f32 * scale;
                    page.block((left, page.down), (long.max(2.0), thick), COLOURS[nth % COLOURS.len()]);
                    page.words((left + long + 12.0, foot), NUMBER, &point.text, (INK, Anchor::Start));
                }
                None => page.words((left + 12.0, foot), NUMBER, "—", (GREY, Anchor::Start)),
            }
            page.down += thick + 6.0;
        }
        if !above {
            let middle = first + (page.down - first - 6.0) / 2.0 + LABEL * 0.36;
            page.words((left - GAP, middle), LABEL, group, (INK, Anchor::End));
        }
        page.path(
            &format!("M{left:.1} {:.1} V{:.1}", if above { first } else { top } - 6.0, page.down),
            &format!(r#"stroke="{GREY}" stroke-width="2""#),
        );
        page.down += if spec.series.len() > 1 || above { 24.0 } else { 14.0 };
    }
    page.path(&format!("M{SIDE} {:.1} H{RIGHT}", page.down), &format!(r#"stroke="{FAINT}" stroke-width="2""#));
}
