//! A dialog as a picture: its steps with their questions, the conditions between them, and where the answers go. As Mermaid,
//! which documents show, and as SVG. For people who write or review a dialog; conversations never come here.
//!
//! ## Why
//! Only arrows that some answers really take are drawn: the same search that `check` uses leaves out what excludes itself,
//! so twenty branches of one choice are twenty arrows and not two hundred.

mod chart;
mod vector;

use super::check::reach::Paths;
use super::condition::Condition;
use super::flow::{Destination, Flow, Step, What};
use crate::locale::{Language, Text, Texts};
use crate::message::plain;

/// A dialog as a Mermaid flowchart, with the words of a language.
pub fn mermaid(flow: &Flow, texts: &Texts, language: &Language) -> String {
    Graph::of(flow, texts, language).mermaid()
}

/// A dialog as SVG, with the words of a language.
pub fn svg(flow: &Flow, texts: &Texts, language: &Language) -> String {
    Graph::of(flow, texts, language).svg()
}

/// What a node is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// A question.
    Ask,
    /// A question offered at the review.
    Later,
    /// Something told.
    Say,
    /// A wrong door.
    Stop,
    /// A look-up or an act.
    Work,
    /// Going back.
    Again,
    /// The review, a queue, another service, the end.
    End,
}

/// A thing in the picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    /// What it is.
    pub shape: Shape,
    /// Name: of the step, the queue, the service.
    pub name: String,
    /// Words beside the name; empty when there are none.
    pub words: String,
}

/// An arrow, between positions of nodes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edge {
    /// Where it begins.
    pub from: usize,
    /// Where it leads.
    pub to: usize,
    /// Condition, as it stands in the file; empty when there is none.
    pub label: String,
    /// Not the way on: going back, another service, offered at the review.
    pub aside: bool,
}

/// A dialog as nodes and arrows.
#[derive(Clone, Debug, Default)]
pub struct Graph {
    /// Nodes.
    pub nodes: Vec<Node>,
    /// Arrows.
    pub edges: Vec<Edge>,
}

impl Graph {
    /// Draws a dialog with the words of a language.
    pub fn of(flow: &Flow, texts: &Texts, language: &Language) -> Self {
        let say = |id: &str| if texts.exists(id) { plain(&texts.say(language, &Text::new(id))) } else { String::new() };
        let mut graph = Self::default();
        for step in &flow.steps {
            let own = format!("{}-{}", flow.service, step.id);
            let words = match &step.what {
                What::Ask(_) | What::Say { .. } | What::Stop { .. } => say(if texts.exists(&own) { &own } else { &step.text }),
                What::Look { from, add: Some(add), .. } => format!("{from} + {add}"),
                What::Look { from, add: None, .. } => from.clone(),
                What::Do { act, about: Some(about), .. } => format!("{act} {}", about.name()),
                What::Do { act, about: None, .. } => act.clone(),
                What::Again { to } => to.to_string(),
            };
            graph.nodes.push(Node { shape: shape(step), name: step.id.to_string(), words: first_line(&words) });
        }
        let end = graph.end(flow, &say);
        graph.ways(flow, end);
        graph.asides(flow, end);
        graph
    }

    fn node(&mut self, name: &str, words: &str) -> usize {
        if let Some(at) = self.nodes.iter().position(|node| node.shape == Shape::End && node.name == name) {
            return at;
        }
        self.nodes.push(Node { shape: Shape::End, name: name.to_owned(), words: first_line(words) });
        self.nodes.len() - 1
    }

    fn edge(&mut self, from: usize, to: usize, condition: &Condition) {
        let label = if *condition == Condition::Always { String::new() } else { condition.to_string() };
        self.edges.push(Edge { from, to, label, aside: false });
    }

    fn aside(&mut self, from: usize, to: usize, condition: &Condition) {
        self.edge(from, to, condition);
        if let Some(edge) = self.edges.last_mut() {
            edge.aside = true;
        }
    }

    /// The review with the queues behind it; or just the end.
    fn end(&mut self, flow: &Flow, say: &dyn Fn(&str) -> String) -> usize {
        let Some(submit) = &flow.submit else { return self.node("end", "") };
        let review = self.node("review", &say(&format!("{}-next", flow.service)));
        for rule in &submit.queue {
            let queue = match &rule.to {
                Destination::Queue(queue) => self.node(queue.as_str(), &say(&format!("queue-{queue}"))),
                Destination::District(step) => self.node(&format!("district ({step})"), ""),
            };
            self.edge(review, queue, &rule.when);
        }
        review
    }

    /// The ways from step to step that some answers take.
    fn ways(&mut self, flow: &Flow, end: usize) {
        let paths = Paths::new(flow);
        let walked: Vec<usize> = (0..flow.steps.len()).filter(|at| !is_later(&flow.steps[*at])).collect();
        for (i, &from) in walked.iter().enumerate() {
            let step = &flow.steps[from];
            if let What::Again { to } = &step.what {
                if let Some(target) = flow.steps.iter().position(|step| step.id == *to) {
                    self.aside(from, target, &Condition::Always);
                }
                continue;
            }
            if matches!(step.what, What::Stop { pass: false, .. }) {
                continue;
            }
            for (n, &to) in walked[i + 1..].iter().enumerate() {
                let between = &walked[i + 1..i + 1 + n];
                if !paths.follows(from, to, between) {
                    continue;
                }
                let when = &flow.steps[to].when;
                self.edge(from, to, if *when == step.when { &Condition::Always } else { when });
            }
            if paths.follows(from, flow.steps.len(), &walked[i + 1..]) {
                self.edge(from, end, &Condition::Always);
            }
        }
    }

    /// What is offered at the review, and the services that a stop offers.
    fn asides(&mut self, flow: &Flow, end: usize) {
        for (at, step) in flow.steps.iter().enumerate() {
            if is_later(step) {
                self.aside(end, at, &step.when);
            }
            if let What::Stop { offer, .. } = &step.what {
                for service in offer {
                    let to = self.node(service.as_str(), "");
                    self.aside(at, to, &Condition::Always);
                }
            }
        }
    }
}

fn is_later(step: &Step) -> bool {
    matches!(&step.what, What::Ask(ask) if ask.later)
}

fn shape(step: &Step) -> Shape {
    match &step.what {
        What::Ask(ask) if ask.later => Shape::Later,
        What::Ask(_) => Shape::Ask,
        What::Say { .. } => Shape::Say,
        What::Stop { .. } => Shape::Stop,
        What::Look { .. } | What::Do { .. } => Shape::Work,
        What::Again { .. } => Shape::Again,
    }
}

fn first_line(words: &str) -> String {
    words.lines().next().unwrap_or_default().trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assets::Assets;
    use crate::dialog::load::{DialogFile, Flows};

    fn graph(steps: &str) -> Graph {
        let text = format!("service: a\nmenu: report\nsteps:\n{steps}");
        let flows = Flows::load(&[DialogFile { name: "a.yaml".into(), text }]).expect("a dialog");
        let texts = Texts::load(&[]).expect("no texts");
        Graph::of(flows.get(&"a".into()).expect("the dialog"), &texts, &Language::english())
    }

    fn edges(graph: &Graph) -> Vec<String> {
        let name = |at: usize| graph.nodes[at].name.clone();
        let line = |edge: &Edge| format!("{} {} {} {}", name(edge.from), if edge.aside { "~>" } else { "->" }, name(edge.to), edge.label);
        graph.edges.iter().map(|edge| line(edge).trim_end().to_owned()).collect()
    }

    #[test]
    fn branches_that_exclude_each_other_are_not_joined() {
        let steps = "  - ask: how\n    as: choice\n    options: [b, c, d]\n  - ask: x\n    as: text\n    when: how = b\n  - ask: y\n    as: text\n    when: how = c\n  - say: bye\n  - again: how\n    when: how = d\n";
        let expected = [
            "how -> x how = b",
            "how -> y how = c",
            "how -> bye",
            "x -> bye",
            "y -> bye",
            "bye -> again-how how = d",
            "bye -> end",
            "again-how ~> how",
        ];
        assert_eq!(edges(&graph(steps)), expected);
    }

    #[test]
    fn a_stop_without_passing_leads_nowhere_else() {
        let steps =
            "  - ask: how\n    as: choice\n    options: [b, c]\n  - stop: wrong\n    when: how = b\n    offer: [other]\n  - say: bye\n";
        assert_eq!(edges(&graph(steps)), ["how -> wrong how = b", "how -> bye", "bye -> end", "wrong ~> other"]);
    }

    #[test]
    fn every_shipped_dialog_can_be_drawn_in_every_language() {
        let assets = Assets::open(None).expect("assets");
        let flows = Flows::load(assets.dialogs()).expect("dialogs");
        let texts = Texts::load(assets.texts()).expect("texts");
        for flow in flows.iter() {
            for language in texts.languages() {
                let graph = Graph::of(flow, &texts, language);
                let mermaid = graph.mermaid();
                assert!(mermaid.starts_with("flowchart TD\n") && mermaid.lines().count() > flow.steps.len(), "{mermaid}");
                let svg = graph.svg();
                assert!(svg.starts_with("<svg") && svg.ends_with("</svg>\n"));
                for step in &flow.steps {
                    assert!(svg.contains(step.id.as_str()), "{} of {}", step.id, flow.service);
                }
            }
        }
    }

    #[test]
    fn signs_of_words_never_become_signs_of_the_picture() {
        let node = |name: &str| Node { shape: Shape::Ask, name: name.to_owned(), words: "a \"b\" <c> & [d] #e; | `f`".to_owned() };
        let edges = vec![Edge { from: 0, to: 1, label: "\"x\" | y -->".to_owned(), aside: true }];
        let graph = Graph { nodes: vec![node("one"), node("two")], edges };
        assert!(graph.mermaid().contains("a #quot;b#quot; #lt;c#gt; #amp; [d] #35;e; | `f`"), "{}", graph.mermaid());
        let svg = graph.svg();
        assert!(svg.contains("&lt;c&gt;") && !svg.contains("<c>"), "{svg}");
    }
}
