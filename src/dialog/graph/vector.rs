//! The picture as SVG. The places of nodes and arrows come from `layout-rs`; the drawing is our own, because its writer knows
//! no font for Chinese and makes the page as high as the longest text.

use super::{Graph, Node, Shape};
use layout::core::base::Orientation;
use layout::core::color::Color;
use layout::core::format::{ClipHandle, RenderBackend};
use layout::core::geometry::Point;
use layout::core::style::{LineStyleKind, StyleAttr};
use layout::std_shapes::shapes::{Arrow, Element, LineEndKind, ShapeKind};
use layout::topo::layout::VisualGraph;
use std::fmt::Write;

const FONT: usize = 14;
/// Signs of words on a line.
const LINE: usize = 24;
/// Space around the picture.
const MARGIN: f64 = 20.0;

impl Graph {
    /// The picture as SVG.
    pub fn svg(&self) -> String {
        let mut layout = VisualGraph::new(Orientation::TopToBottom);
        let handles: Vec<_> = self.nodes.iter().map(|node| layout.add_node(element(node))).collect();
        for edge in &self.edges {
            let style = if edge.aside { LineStyleKind::Dashed } else { LineStyleKind::Normal };
            let text = wrap(&edge.label).join("\n");
            let look = look(0x0055_5555, None, 0);
            let arrow = Arrow::new(LineEndKind::None, LineEndKind::Arrow, style, &text, &look, &None, &None);
            layout.add_edge(arrow, handles[edge.from], handles[edge.to]);
        }
        let mut canvas = Canvas::default();
        if !self.nodes.is_empty() {
            layout.do_it(false, false, false, &mut canvas);
        }
        canvas.finish()
    }
}

fn look(line: u32, fill: Option<u32>, rounded: usize) -> StyleAttr {
    // Colours carry their opacity in the last byte.
    let colour = |rgb: u32| Color::new(rgb << 8 | 0xFF);
    StyleAttr::new(colour(line), 1, fill.map(colour), rounded, FONT)
}

fn element(node: &Node) -> Element {
    let (line, fill, rounded) = match node.shape {
        Shape::Ask => (0x001F_4E79, 0x00E8_F1FA, 0),
        Shape::Later => (0x001F_4E79, 0x00FF_FFFF, 0),
        Shape::Say => (0x0066_6666, 0x00F6_F6F6, 15),
        Shape::Stop => (0x00A9_3226, 0x00FD_EDEC, 0),
        Shape::Work => (0x006C_3483, 0x00F4_ECF7, 0),
        Shape::Again => (0x0066_6666, 0x00FF_FFFF, 15),
        Shape::End => (0x001E_8449, 0x00EA_FAF1, 15),
    };
    let words: Vec<String> = std::iter::once(node.name.clone()).chain(wrap(&node.words)).collect();
    let shape = ShapeKind::new_box(&words.join("\n"));
    Element::create(shape, look(line, Some(fill), rounded), Orientation::TopToBottom, Point::new(1.0, 1.0))
}

/// Lines of at most [`LINE`] wide signs; a Latin sign is half as wide.
fn wrap(words: &str) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    let mut width = 0;
    for word in words.split_inclusive(|sign: char| sign == ' ' || !sign.is_ascii()) {
        let own: usize = word.chars().map(|sign| if sign.is_ascii() { 1 } else { 2 }).sum();
        if width > 0 && width + own > 2 * LINE {
            lines.push(std::mem::take(&mut line).trim_end().to_owned());
            width = 0;
        }
        line.push_str(word);
        width += own;
    }
    if !line.trim().is_empty() {
        lines.push(line.trim_end().to_owned());
    }
    lines
}

/// Collects what is drawn and how large it is.
#[derive(Default)]
struct Canvas {
    drawn: String,
    size: (f64, f64),
}

impl Canvas {
    fn grow(&mut self, at: Point) {
        self.size = (self.size.0.max(at.x), self.size.1.max(at.y));
    }

    fn finish(self) -> String {
        let (width, height) = (self.size.0 + MARGIN, self.size.1 + MARGIN);
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width:.0}\" height=\"{height:.0}\" viewBox=\"0 0 {width:.0} {height:.0}\" \
             font-family=\"'Noto Sans SC','PingFang SC','Microsoft YaHei',sans-serif\">\n\
             <defs><marker id=\"end\" markerWidth=\"8\" markerHeight=\"8\" refX=\"8\" refY=\"4\" orient=\"auto\">\
             <path d=\"M0 0L8 4L0 8z\" fill=\"#555\"/></marker></defs>\n\
             <rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n{}</svg>\n",
            self.drawn
        )
    }
}

fn colour(colour: Color) -> String {
    colour.to_web_color()
}

fn fill(look: &StyleAttr) -> String {
    look.fill_color.map_or_else(|| "none".to_owned(), colour)
}

impl RenderBackend for Canvas {
    fn draw_rect(&mut self, xy: Point, size: Point, look: &StyleAttr, _: Option<String>, _: Option<ClipHandle>) {
        self.grow(xy.add(size));
        let _ = writeln!(
            self.drawn,
            "<rect x=\"{:.1}\" y=\"{:.1}\" width=\"{:.1}\" height=\"{:.1}\" rx=\"{}\" stroke=\"{}\" fill=\"{}\"/>",
            xy.x,
            xy.y,
            size.x,
            size.y,
            look.rounded,
            colour(look.line_color),
            fill(look)
        );
    }

    fn draw_line(&mut self, start: Point, stop: Point, look: &StyleAttr, _: Option<String>) {
        self.grow(start);
        self.grow(stop);
        let [x1, y1, x2, y2] = [start.x, start.y, stop.x, stop.y];
        let stroke = colour(look.line_color);
        let _ = writeln!(self.drawn, "<line x1=\"{x1:.1}\" y1=\"{y1:.1}\" x2=\"{x2:.1}\" y2=\"{y2:.1}\" stroke=\"{stroke}\"/>");
    }

    fn draw_circle(&mut self, xy: Point, size: Point, look: &StyleAttr, _: Option<String>) {
        self.grow(Point::new(xy.x + size.x / 2.0, xy.y + size.y / 2.0));
        let _ = writeln!(
            self.drawn,
            "<ellipse cx=\"{:.1}\" cy=\"{:.1}\" rx=\"{:.1}\" ry=\"{:.1}\" stroke=\"{}\" fill=\"{}\"/>",
            xy.x,
            xy.y,
            size.x / 2.0,
            size.y / 2.0,
            colour(look.line_color),
            fill(look)
        );
    }

    fn draw_text(&mut self, xy: Point, text: &str, look: &StyleAttr) {
        let lines: Vec<&str> = text.lines().collect();
        let height = look.font_size as f64 * 1.2;
        let mut y = xy.y - height * (lines.len() as f64 - 1.0) / 2.0;
        for line in lines {
            let x = xy.x;
            let (size, words) = (look.font_size, escape(line));
            let _ = writeln!(
                self.drawn,
                "<text x=\"{x:.1}\" y=\"{y:.1}\" font-size=\"{size}\" text-anchor=\"middle\" dominant-baseline=\"middle\">{words}</text>"
            );
            y += height;
        }
    }

    fn draw_arrow(&mut self, path: &[(Point, Point)], dashed: bool, head: (bool, bool), look: &StyleAttr, _: Option<String>, _: &str) {
        let [first, second, rest @ ..] = path else { return };
        for (at, control) in path {
            self.grow(*at);
            self.grow(*control);
        }
        let pair = |at: Point| format!("{:.1} {:.1}", at.x, at.y);
        let mut curve = format!("M{} C{} {} {}", pair(first.0), pair(first.1), pair(second.0), pair(second.1));
        for (control, at) in rest {
            let _ = write!(curve, " S{} {}", pair(*control), pair(*at));
        }
        let dash = if dashed { " stroke-dasharray=\"5 4\"" } else { "" };
        let start = if head.0 { " marker-start=\"url(#end)\"" } else { "" };
        let end = if head.1 { " marker-end=\"url(#end)\"" } else { "" };
        let _ = writeln!(self.drawn, "<path d=\"{curve}\" fill=\"none\" stroke=\"{}\"{dash}{start}{end}/>", colour(look.line_color));
    }

    fn create_clip(&mut self, _: Point, _: Point, _: usize) -> ClipHandle {
        0
    }
}

fn escape(words: &str) -> String {
    crate::message::escape(words).replace('"', "&quot;")
}
