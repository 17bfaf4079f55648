//! Dialog files, read and put together: shared groups put in, conditions read, each step knowing its text. What a file
//! says wrongly is told all at once; what the files mean together is looked at by [`super::check`]. Reads no files:
//! they come as [`DialogFile`]s.

mod compile;
pub mod node;
mod shape;
pub mod source;

pub use shape::schema;

use super::flow::{Flow, FlowFile, GroupFile};
use crate::complaint::{Complaint, Kind, Place};
use crate::id::ServiceId;
use serde::de::DeserializeOwned;
use shape::Form;
use source::Source;
use std::collections::BTreeMap;

/// A dialog file as read.
#[derive(Clone, Debug)]
pub struct DialogFile {
    /// Its path below `dialogs/`: `counterfeit-report.yaml`, `shared/place.yaml`.
    pub name: String,
    /// What stands in it.
    pub text: String,
}

impl DialogFile {
    /// The path that complaints show.
    pub fn path(&self) -> String {
        format!("dialogs/{}", self.name)
    }

    /// The name without folder and ending.
    fn stem(&self) -> &str {
        let file = self.name.rsplit('/').next().unwrap_or(&self.name);
        file.strip_suffix(".yaml").unwrap_or(file)
    }
}

/// Every dialog, in the order of their names.
#[derive(Clone, Debug, Default)]
pub struct Flows {
    compiled: Vec<Compiled>,
    sources: BTreeMap<String, Source>,
}

/// A dialog with where its steps come from.
#[derive(Clone, Debug)]
struct Compiled {
    flow: Flow,
    origins: Vec<Origin>,
    file: String,
    hash: u64,
}

/// Where a step of a dialog was written.
#[derive(Clone, Debug)]
pub struct Origin {
    /// File in which it stands.
    pub file: String,
    /// Its position among the steps there.
    pub at: usize,
    /// The `use` that put it in, as a position among the steps of the service's file.
    pub via: Option<usize>,
    /// The group it belongs to.
    pub group: Option<String>,
}

impl Flows {
    /// Reads every dialog.
    ///
    /// # Errors
    /// All that is wrong in the files themselves.
    pub fn load(files: &[DialogFile]) -> Result<Self, Vec<Complaint>> {
        let mut read = Read::default();
        for file in files {
            read.file(file);
        }
        let mut complaints = read.complaints;
        let mut flows = Self { compiled: Vec::new(), sources: read.sources };
        for (path, file) in &read.flows {
            match compile::flow(&flows.sources[path], file, (&read.groups, &flows.sources)) {
                Ok((flow, origins)) => flows.add(flow, origins, path),
                Err(found) => complaints.extend(found),
            }
        }
        sort(&mut complaints);
        if complaints.is_empty() { Ok(flows) } else { Err(complaints) }
    }

    /// The dialog of a service.
    pub fn get(&self, service: &ServiceId) -> Option<&Flow> {
        self.find(service).map(|one| &one.flow)
    }

    /// Every dialog, in the order of their names.
    pub fn iter(&self) -> impl Iterator<Item = &Flow> {
        self.compiled.iter().map(|one| &one.flow)
    }

    /// A digest of what a dialog says, with the groups it uses: another one means that the files were changed.
    pub fn hash(&self, service: &ServiceId) -> Option<u64> {
        self.find(service).map(|one| one.hash)
    }

    /// The file of a service, for complaints.
    pub fn source(&self, service: &ServiceId) -> Option<&Source> {
        self.sources.get(&self.find(service)?.file)
    }

    /// A file by its path, for complaints.
    pub fn source_of(&self, path: &str) -> Option<&Source> {
        self.sources.get(path)
    }

    /// Every file, for complaints.
    pub fn sources(&self) -> impl Iterator<Item = &Source> {
        self.sources.values()
    }

    /// Where the steps of a dialog were written, in the order of its steps.
    pub fn origins(&self, service: &ServiceId) -> &[Origin] {
        self.find(service).map_or(&[], |one| one.origins.as_slice())
    }

    fn find(&self, service: &ServiceId) -> Option<&Compiled> {
        let at = self.compiled.binary_search_by(|one| one.flow.service.cmp(service)).ok()?;
        self.compiled.get(at)
    }

    fn add(&mut self, flow: Flow, origins: Vec<Origin>, path: &str) {
        let mut files: Vec<&str> = origins.iter().map(|origin| origin.file.as_str()).chain([path]).collect();
        files.sort_unstable();
        files.dedup();
        let mut digest = xxhash_rust::xxh3::Xxh3::new();
        for file in files {
            digest.update(self.sources[file].text.as_bytes());
            digest.update(&[0]);
        }
        let one = Compiled { flow, origins, file: path.to_owned(), hash: digest.digest() };
        let at = self.compiled.partition_point(|other| other.flow.service < one.flow.service);
        self.compiled.insert(at, one);
    }
}

/// Complaints in the order of files and lines, each once.
pub(super) fn sort(complaints: &mut Vec<Complaint>) {
    complaints.sort_by(|a, b| (&a.file, a.line, a.column, a.kind.to_string()).cmp(&(&b.file, b.line, b.column, b.kind.to_string())));
    complaints.dedup();
}

/// Groups by name; one that could not be read has no content.
type Groups = BTreeMap<String, Option<(String, GroupFile)>>;

#[derive(Default)]
struct Read {
    sources: BTreeMap<String, Source>,
    flows: Vec<(String, FlowFile)>,
    groups: Groups,
    seen: BTreeMap<(bool, String), String>,
    complaints: Vec<Complaint>,
}

impl Read {
    fn file(&mut self, file: &DialogFile) {
        let path = file.path();
        let shared = file.name.starts_with("shared/");
        let key = (shared, file.stem().to_owned());
        if let Some(first) = self.seen.get(&key) {
            let kind = Kind::FileTwice { name: key.1, first: first.clone() };
            self.complaints.push(Complaint::new(path, Place::start(), kind));
            return;
        }
        self.seen.insert(key, path.clone());
        if shared {
            let group = self.typed::<GroupFile>(file, Form::Group, |group| group.group.value.as_str());
            self.groups.insert(file.stem().to_owned(), group.map(|group| (path, group)));
        } else if let Some(flow) = self.typed::<FlowFile>(file, Form::Flow, |flow| flow.service.value.as_str()) {
            self.flows.push((path, flow));
        }
    }

    /// The file in its type, kept with its tree; nothing when something is wrong with its form.
    fn typed<T: DeserializeOwned>(&mut self, file: &DialogFile, form: Form, name: fn(&T) -> &str) -> Option<T> {
        let path = file.path();
        let source = match Source::read(&path, &file.text) {
            Ok(source) => source,
            Err(complaint) => {
                self.complaints.push(*complaint);
                return None;
            }
        };
        let wrong = shape::complaints(&source, form);
        if !wrong.is_empty() {
            self.complaints.extend(wrong);
            return None;
        }
        let typed: T = match serde_saphyr::from_str_with_options(&file.text, node::strict()) {
            Ok(typed) => typed,
            Err(error) => {
                self.complaints.push(node::trouble(&path, &file.text, &error));
                return None;
            }
        };
        let own = name(&typed);
        if own != file.stem() {
            let kind = Kind::NameDiffers { name: own.to_owned(), file: file.stem().to_owned() };
            let node = source.tree.get("service").or_else(|| source.tree.get("group"));
            self.complaints.push(source.complaint_at(node, kind));
            return None;
        }
        self.sources.insert(path, source);
        Some(typed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dialog::flow::What;

    const GROUP: &str = "group: place\nsteps:\n  - ask: where\n    as: place\n  - ask: shop\n    as: text\n    when: where != outside_wuhan\n  - say: thanks\n";

    fn file(name: &str, text: &str) -> DialogFile {
        DialogFile { name: name.to_owned(), text: text.to_owned() }
    }

    fn load(steps: &str) -> Result<Flows, Vec<Complaint>> {
        Flows::load(&[file("a.yaml", &format!("service: a\nmenu: report\nsteps:\n{steps}")), file("shared/place.yaml", GROUP)])
    }

    fn refused(steps: &str) -> Vec<(u32, u32, String)> {
        load(steps).expect_err("complaints").into_iter().map(|one| (one.line, one.column, one.kind.name().to_owned())).collect()
    }

    #[test]
    fn a_group_is_put_in_with_its_conditions_and_texts() {
        let flows = load("  - ask: how\n    as: choice\n    options: [a, b]\n  - use: place\n    only: [where, shop]\n    later-only: [shop]\n    when: how = a\n").expect("flows");
        let flow = flows.get(&"a".into()).expect("the service");
        let ids: Vec<&str> = flow.steps.iter().map(|step| step.id.as_str()).collect();
        assert_eq!(ids, ["how", "where", "shop"]);
        let shop = &flow.steps[2];
        assert_eq!((shop.text.as_str(), shop.file.as_str(), shop.spot.line), ("place-shop", "dialogs/shared/place.yaml", 5));
        assert_eq!(shop.when.to_string(), "how = a and where != outside_wuhan");
        assert!(matches!(&shop.what, What::Ask(ask) if ask.later));
        assert!(matches!(&flow.steps[1].what, What::Ask(ask) if !ask.later));
        assert_eq!(flows.origins(&"a".into())[2].via, Some(1));
    }

    #[test]
    fn a_dialog_has_another_hash_when_a_group_of_it_changes() {
        let dialog = file("a.yaml", "service: a\nmenu: report\nsteps:\n  - use: place\n");
        let other = file("b.yaml", "service: b\nmenu: report\nsteps:\n  - say: x\n");
        let hashes = |group: &str| {
            let flows = Flows::load(&[other.clone(), dialog.clone(), file("shared/place.yaml", group)]).expect("flows");
            [flows.hash(&"a".into()), flows.hash(&"b".into())]
        };
        let (before, after) = (hashes(GROUP), hashes(&GROUP.replace("thanks", "bye")));
        assert_ne!(before[0], after[0]);
        assert_eq!(before[1], after[1]);
    }

    #[test]
    fn going_back_twice_makes_two_steps() {
        let flows =
            load("  - ask: x\n    as: text\n  - again: x\n    when: x unknown\n  - again: x\n    when: x unknown\n").expect("flows");
        let ids: Vec<String> = flows.iter().next().expect("one").steps.iter().map(|step| step.id.to_string()).collect();
        assert_eq!(ids, ["x", "again-x", "again-x-2"]);
    }

    #[test]
    fn everything_wrong_in_the_steps_is_said_at_once_with_its_place() {
        let steps = "  - ask: x\n    say: y\n  - ask: y\n    as: choice\n    offer: [a]\n  - use: plce\n  - use: place\n    only: [wher]\n  - ask: Y\n    as: text\n    min: 5\n    max: 4\n    when: >-\n      y = a and\n      y isnt b\n";
        let expected = [
            (4, 5, "step-head"),
            (6, 5, "field-missing"),
            (8, 5, "field-misplaced"),
            (9, 10, "group-unknown"),
            (11, 12, "group-step-unknown"),
            (12, 10, "name-wrong"),
            (15, 10, "range-empty"),
            (18, 9, "condition-unreadable"),
        ];
        assert_eq!(refused(steps), expected.map(|(line, column, kind)| (line, column, kind.to_owned())));
    }

    #[test]
    fn an_unreadable_group_is_complained_about_once() {
        let files = [file("a.yaml", "service: a\nmenu: report\nsteps:\n  - use: g\n"), file("shared/g.yaml", "group: g\nsteps: 5\n")];
        let found = Flows::load(&files).expect_err("a complaint");
        assert_eq!(found.len(), 1, "{found:?}");
        assert_eq!(found[0].file, "dialogs/shared/g.yaml");
    }
}
