//! One dialog under the lamp: its steps with the places where they were written.

use crate::complaint::{Complaint, Kind, Place};
use crate::dialog::flow::{Flow, Step, What};
use crate::dialog::load::node::Node;
use crate::dialog::load::source::Source;
use crate::dialog::load::{Flows, Origin};
use crate::dialog::lookup::{self, Lookup};

/// A dialog with its files.
pub(super) struct Scene<'a> {
    pub(super) flows: &'a Flows,
    pub(super) flow: &'a Flow,
    source: &'a Source,
    origins: &'a [Origin],
}

impl<'a> Scene<'a> {
    pub(super) fn new(flows: &'a Flows, flow: &'a Flow) -> Self {
        let source = flows.source(&flow.service).expect("a loaded dialog keeps its file");
        Self { flows, flow, source, origins: flows.origins(&flow.service) }
    }

    /// Steps with their positions.
    pub(super) fn steps(&self) -> impl Iterator<Item = (usize, &'a Step)> {
        self.flow.steps.iter().enumerate()
    }

    /// Position of a step.
    pub(super) fn position(&self, name: &str) -> Option<usize> {
        self.flow.steps.iter().position(|step| step.id.as_str() == name)
    }

    /// What the look-up or act of a step gives; none for other steps.
    pub(super) fn gives(&self, step: &Step) -> Option<&'static Lookup> {
        gives(step)
    }

    /// Every file that the dialog is made of.
    pub(super) fn files(&self) -> Vec<&'a str> {
        self.origins.iter().map(|origin| origin.file.as_str()).chain([self.source.path.as_str()]).collect()
    }

    /// Complains about a part of `submit`.
    pub(super) fn submit(&self, path: &[&str]) -> Spotted<'a> {
        let mut node = self.source.tree.get("submit");
        for part in path {
            node = node.and_then(|node| match part.parse::<usize>() {
                Ok(at) => node.items().get(at).or(Some(node)),
                Err(_) => node.get(part),
            });
        }
        Spotted { source: self.source, node: node.or_else(|| self.source.tree.get("submit")) }
    }

    /// The name of the service.
    pub(super) fn service(&self) -> Spotted<'a> {
        Spotted { source: self.source, node: self.source.tree.get("service") }
    }

    /// Where a state is named.
    pub(super) fn state(&self, state: &str) -> Spotted<'a> {
        let states = self.submit(&["states"]);
        let named = states.items().iter().filter_map(|rule| rule.get("state")).find(|node| node.words() == Some(state));
        Spotted { source: self.source, node: named.or(states.node) }
    }

    /// What may follow a state.
    pub(super) fn next(&self, state: &str) -> Spotted<'a> {
        let states = self.submit(&["states"]);
        let rule = states.items().iter().find(|rule| rule.get("state").and_then(|node| node.words()) == Some(state));
        Spotted { source: self.source, node: rule.and_then(|rule| rule.get("next")).or(states.node) }
    }

    /// A field of a step: `when`, `with`; the name of the step when it has no such field.
    pub(super) fn field(&self, at: usize, field: &str) -> Spotted<'a> {
        let (source, node) = self.written(at);
        Spotted { source, node: node.get(field).or_else(|| head(node)) }
    }

    /// An item of a list field of a step.
    pub(super) fn item(&self, at: usize, field: &str, item: usize) -> Spotted<'a> {
        let (source, node) = self.written(at);
        Spotted { source, node: node.get(field).and_then(|list| list.items().get(item)).or_else(|| head(node)) }
    }

    /// The name of a step.
    pub(super) fn head(&self, at: usize) -> Spotted<'a> {
        let (source, node) = self.written(at);
        Spotted { source, node: head(node) }
    }

    /// The condition of a step that uses a name: its own, or that of the `use` which put it in.
    pub(super) fn when(&self, at: usize, name: &str) -> Spotted<'a> {
        let own = self.field(at, "when");
        let has = |spotted: &Spotted<'_>| spotted.node.is_some_and(|node| spotted.source.word(node, name).is_some());
        match self.origins.get(at).and_then(|origin| origin.via) {
            Some(via) if !has(&own) => {
                let node = self.source.steps().get(via);
                let around = Spotted { source: self.source, node: node.and_then(|node| node.get("when").or_else(|| head(node))) };
                if has(&around) { around } else { own }
            }
            _ => own,
        }
    }

    fn written(&self, at: usize) -> (&'a Source, &'a Node) {
        let found = self.origins.get(at).and_then(|origin| {
            let source = self.flows.source_of(&origin.file)?;
            Some((source, source.steps().get(origin.at)?))
        });
        found.unwrap_or((self.source, &self.source.tree))
    }
}

/// What the look-up or act of a step gives.
pub(super) fn gives(step: &Step) -> Option<&'static Lookup> {
    match &step.what {
        What::Look { from, .. } => lookup::lookup(from),
        What::Do { act, .. } => lookup::act_named(act),
        What::Ask(ask) => match &ask.kind {
            crate::dialog::flow::Kind::Pick { from, .. } => lookup::lookup(from),
            _ => None,
        },
        What::Say { .. } | What::Stop { .. } | What::Again { .. } => None,
    }
}

fn head(node: &Node) -> Option<&Node> {
    ["ask", "say", "stop", "look", "do", "again", "use"].into_iter().find_map(|head| node.get(head)).or(Some(node))
}

/// A value in a file, to be complained about.
#[derive(Clone, Copy)]
pub(super) struct Spotted<'a> {
    source: &'a Source,
    node: Option<&'a Node>,
}

impl<'a> Spotted<'a> {
    /// The items of the value when it is a list.
    pub(super) fn items(&self) -> &'a [Node] {
        self.node.map(Node::items).unwrap_or_default()
    }

    /// A complaint about the value.
    pub(super) fn complaint(&self, kind: Kind) -> Complaint {
        self.source.complaint_at(self.node, kind)
    }

    /// A complaint about a word in the value.
    pub(super) fn about(&self, word: &str, kind: Kind) -> Complaint {
        let place: Option<Place> = self.node.and_then(|node| self.source.word(node, word));
        match place {
            Some(place) => Complaint::new(&self.source.path, place, kind),
            None => self.complaint(kind),
        }
    }
}
