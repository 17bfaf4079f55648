//! Lines over time: each series with a mark and a dash of its own, its name at its end.

use super::Spec;
use super::font::width;
use super::page::{Anchor, COLOURS, FAINT, GREY, INK, Page, RIGHT, SIDE};

const LABEL: f32 = 34.0;
const NUMBER: f32 = 34.0;
/// Height of the field in which lines run.
const HIGH: f32 = 760.0;
const DASHES: [&str; 5] = ["", "22 12", "6 10", "30 10 6 10", "14 8"];

pub(super) fn draw(page: &mut Page, spec: &Spec) {
    page.legend(spec, |page, nth, (x, y)| {
        page.path(&format!("M{x:.1} {:.1} h44", y - 12.0), &stroke(nth));
        mark(page, nth, (x + 22.0, y - 12.0));
    });
    let (top, step) = scale(spec.most());
    let ticks: Vec<f64> = (0..).map(|nth| f64::from(nth) * step).take_while(|tick| *tick <= top + step * 0.01).collect();
    let widest = ticks.iter().map(|tick| width(&tick_text(*tick, step), LABEL)).fold(0.0, f32::max);
    let left = SIDE + widest + 20.0;
    let (ceiling, floor) = (page.down + 40.0, page.down + 40.0 + HIGH);
    let height = |value: f64| floor - (value / top) as f32 * HIGH;
    for tick in ticks {
        let y = height(tick);
        page.path(
            &format!("M{left:.1} {y:.1} H{RIGHT}"),
            &format!(r#"stroke="{}" stroke-width="2""#, if tick > 0.0 { FAINT } else { GREY }),
        );
        page.words((left - 14.0, y + LABEL * 0.36), LABEL, &tick_text(tick, step), (GREY, Anchor::End));
    }
    let inset = 60.0;
    let apart = (RIGHT - left - 2.0 * inset) / (spec.groups.len().max(2) - 1) as f32;
    let across = |at: usize| left + inset + apart * at as f32;
    let every = spec.groups.iter().map(|group| width(group, LABEL)).fold(0.0, f32::max) + 20.0;
    let skip = (every / apart).ceil().max(1.0) as usize;
    for (at, group) in spec.groups.iter().enumerate() {
        // Counted from the newest, which is never left out.
        if (spec.groups.len() - 1 - at).is_multiple_of(skip) {
            page.words((across(at), floor + LABEL * 1.5), LABEL, group, (INK, Anchor::Middle));
        }
    }
    let mut labels: Vec<(f32, f32, String)> = Vec::new();
    for (nth, series) in spec.series.iter().enumerate() {
        let mut path = String::new();
        let mut gap = true;
        for (at, point) in series.points.iter().enumerate() {
            let Some(point) = point else {
                gap = true;
                continue;
            };
            let (x, y) = (across(at), height(point.value));
            path.push_str(&format!("{}{x:.1} {y:.1} ", if gap { 'M' } else { 'L' }));
            gap = false;
            let last = series.points.iter().skip(at + 1).all(Option::is_none);
            let all = spec.series.len() == 1 && spec.groups.len() <= 7;
            if all || last || at == 0 {
                labels.push((x, y, point.text.clone()));
            }
        }
        page.path(&path, &stroke(nth));
        for (at, point) in series.points.iter().enumerate() {
            if let Some(point) = point {
                mark(page, nth, (across(at), height(point.value)));
            }
        }
    }
    write_numbers(page, labels, (ceiling, floor));
    page.down = floor + LABEL * 2.2;
}

/// Numbers above their points, moved apart where they would cover each other.
fn write_numbers(page: &mut Page, mut labels: Vec<(f32, f32, String)>, (ceiling, floor): (f32, f32)) {
    labels.sort_by(|one, other| other.1.total_cmp(&one.1));
    let mut placed: Vec<(f32, f32, f32)> = Vec::new();
    for (x, y, text) in labels {
        let wide = width(&text, NUMBER);
        let x = x.clamp(SIDE + wide / 2.0, RIGHT - wide / 2.0);
        let clash =
            |foot: f32| placed.iter().any(|(px, py, pw)| (px - x).abs() < (pw + wide) / 2.0 + 8.0 && (py - foot).abs() < NUMBER * 1.02);
        let above = (0..8).map(|nth| y - 22.0 - nth as f32 * 12.0).find(|foot| *foot > ceiling - 40.0 && !clash(*foot));
        let foot = above.or_else(|| (0..8).map(|nth| y + 44.0 + nth as f32 * 12.0).find(|foot| *foot < floor && !clash(*foot)));
        // Where there is no room the number stands in the table beneath the picture.
        if let Some(foot) = foot {
            placed.push((x, foot, wide));
            page.words((x, foot), NUMBER, &text, (INK, Anchor::Middle));
        }
    }
}

fn stroke(nth: usize) -> String {
    let dash = DASHES[nth % DASHES.len()];
    let dash = if dash.is_empty() { String::new() } else { format!(r#" stroke-dasharray="{dash}""#) };
    format!(r#"fill="none" stroke="{}" stroke-width="6" stroke-linejoin="round"{dash}"#, COLOURS[nth % COLOURS.len()])
}

fn mark(page: &mut Page, nth: usize, (x, y): (f32, f32)) {
    let path = match nth % 5 {
        0 => format!("M{:.1} {y:.1} a11 11 0 1 0 22 0 a11 11 0 1 0 -22 0 Z", x - 11.0),
        1 => format!("M{:.1} {:.1} h20 v20 h-20 Z", x - 10.0, y - 10.0),
        2 => format!("M{x:.1} {:.1} l13 23 h-26 Z", y - 14.0),
        3 => format!("M{x:.1} {:.1} l14 14 l-14 14 l-14 -14 Z", y - 14.0),
        _ => format!("M{x:.1} {:.1} l-13 -23 h26 Z", y + 14.0),
    };
    page.path(&path, &format!(r##"fill="{}" stroke="#ffffff" stroke-width="3""##, COLOURS[nth % COLOURS.len()]));
}

/// A round upper end and the step between lines.
fn scale(most: f64) -> (f64, f64) {
    if most <= 0.0 {
        return (1.0, 1.0);
    }
    let raw = most / 4.0;
    let ten = 10f64.powf(raw.log10().floor());
    let step = [1.0, 2.0, 2.5, 5.0, 10.0].into_iter().map(|part| part * ten).find(|step| *step >= raw).unwrap_or(ten * 10.0);
    ((most / step).ceil() * step, step)
}

fn tick_text(tick: f64, step: f64) -> String {
    let places = if step >= 1.0 && step.fract() == 0.0 {
        0
    } else {
        (-step.log10().floor()).max(0.0) as usize + usize::from(step.to_string().contains("25"))
    };
    let text = format!("{tick:.places$}");
    let (whole, part) = text.split_once('.').map_or((text.as_str(), String::new()), |(whole, part)| (whole, format!(".{part}")));
    let mut grouped = String::new();
    for (nth, digit) in whole.chars().enumerate() {
        if nth > 0 && (whole.len() - nth).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped + &part
}
