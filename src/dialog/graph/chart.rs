//! The picture as text that documents show: <https://mermaid.js.org/syntax/flowchart.html>.

use super::{Graph, Node, Shape};
use std::fmt::Write;

impl Graph {
    /// The picture as a Mermaid flowchart.
    pub fn mermaid(&self) -> String {
        let mut text = String::from("flowchart TD\n");
        for (at, node) in self.nodes.iter().enumerate() {
            let (open, close) = brackets(node.shape);
            let _ = writeln!(text, "    n{at}{open}\"{}\"{close}", label(node));
        }
        for edge in &self.edges {
            let arrow = if edge.aside { "-.->" } else { "-->" };
            let label = if edge.label.is_empty() { String::new() } else { format!("|\"{}\"|", escape(&edge.label)) };
            let _ = writeln!(text, "    n{} {arrow}{label} n{}", edge.from, edge.to);
        }
        text
    }
}

fn label(node: &Node) -> String {
    let name = escape(&node.name);
    if node.words.is_empty() { name } else { format!("<b>{name}</b><br/>{}", escape(&node.words)) }
}

fn brackets(shape: Shape) -> (&'static str, &'static str) {
    match shape {
        Shape::Ask => ("[", "]"),
        Shape::Later => ("[/", "/]"),
        Shape::Say => ("(", ")"),
        Shape::Stop => ("{{", "}}"),
        Shape::Work => ("[[", "]]"),
        Shape::Again => ("((", "))"),
        Shape::End => ("([", "])"),
    }
}

/// Signs that Mermaid would read, as its own entities.
fn escape(words: &str) -> String {
    let mut safe = String::with_capacity(words.len());
    for sign in words.chars() {
        match sign {
            '"' => safe.push_str("#quot;"),
            '<' => safe.push_str("#lt;"),
            '>' => safe.push_str("#gt;"),
            '&' => safe.push_str("#amp;"),
            '#' => safe.push_str("#35;"),
            '\n' | '\r' => safe.push(' '),
            other => safe.push(other),
        }
    }
    safe
}
