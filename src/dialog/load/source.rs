//! A dialog file with its tree, for places of complaints.

use super::node::{Node, Value};
use crate::complaint::{Complaint, Kind, Place};
use std::ops::Range;

/// A dialog file as read.
#[derive(Clone, Debug)]
pub struct Source {
    /// Path that complaints show: `dialogs/shared/place.yaml`.
    pub path: String,
    /// What stands in it.
    pub text: String,
    /// The same as a tree.
    pub tree: Node,
}

impl Source {
    /// Reads a file.
    ///
    /// # Errors
    /// It is no YAML, or larger or deeper than a dialog can be.
    pub fn read(path: &str, text: &str) -> Result<Self, Box<Complaint>> {
        Ok(Self { path: path.to_owned(), text: text.to_owned(), tree: Node::read(path, text)? })
    }

    /// The steps.
    pub fn steps(&self) -> &[Node] {
        self.tree.get("steps").map(Node::items).unwrap_or_default()
    }

    /// Where some bytes stand.
    pub fn place(&self, bytes: &Range<usize>) -> Place {
        Place::of_bytes(&self.text, bytes.clone())
    }

    /// A complaint about a value; lists and maps are pointed at with their first sign.
    pub fn complaint(&self, node: &Node, kind: Kind) -> Complaint {
        let mut place = self.place(&node.bytes);
        if matches!(node.value, Value::Map(_) | Value::List(_)) {
            place.length = 1;
        }
        Complaint::new(&self.path, place, kind)
    }

    /// A complaint about a value that may be missing; then about what stands around it.
    pub fn complaint_at(&self, node: Option<&Node>, kind: Kind) -> Complaint {
        self.complaint(node.unwrap_or(&self.tree), kind)
    }

    /// Where a word stands within a value, such as a name within a condition or a list.
    pub fn word(&self, node: &Node, word: &str) -> Option<Place> {
        match &node.value {
            Value::List(items) => return items.iter().find_map(|item| self.word(item, word)),
            Value::Map(entries) => return entries.iter().find_map(|(_, value)| self.word(value, word)),
            Value::Words(_) | Value::Number(_) | Value::Flag(_) | Value::Nothing => {}
        }
        let raw = self.text.get(node.bytes.clone())?;
        let bounded = |at: usize| {
            let sign = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.'));
            !sign(raw[..at].chars().next_back()) && !sign(raw[at + word.len()..].chars().next())
        };
        let (at, _) = raw.match_indices(word).find(|(at, _)| bounded(*at))?;
        let start = node.bytes.start + at;
        Some(self.place(&(start..start + word.len())))
    }

    /// Where the sign at a column of a value stands in the file. Values may be folded over lines or quoted: blanks are not
    /// counted.
    pub fn column(&self, node: &Node, column: u32) -> Place {
        let words = node.words().unwrap_or_default();
        let wanted = words.chars().take(column.saturating_sub(1) as usize).filter(|sign| !sign.is_whitespace()).count();
        let raw = self.text.get(node.bytes.clone()).unwrap_or_default();
        let head =
            if raw.starts_with(['>', '|']) { raw.find('\n').unwrap_or(0) } else { raw.len() - raw.trim_start_matches(['"', '\'']).len() };
        let mut signs = raw[head..].char_indices().filter(|(_, sign)| !sign.is_whitespace()).skip(wanted);
        let start = node.bytes.start + signs.next().map_or(raw.trim_end().len(), |(at, _)| head + at);
        self.place(&(start..start + 1))
    }
}
