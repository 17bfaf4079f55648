//! The shipped dialogs are in order, and every way in which a dialog can be wrong is refused at the right place.

use ip_office_bot::dialog::load::{DialogFile, Flows};
use std::path::Path;

fn dialogs(folder: &Path) -> Vec<DialogFile> {
    let mut files = Vec::new();
    for below in ["", "shared/"] {
        for entry in std::fs::read_dir(folder.join(below)).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.extension().is_some_and(|ending| ending == "yaml") {
                let name = path.file_name().expect("a name").to_string_lossy();
                files.push(DialogFile { name: format!("{below}{name}"), text: std::fs::read_to_string(&path).expect("text") });
            }
        }
    }
    files.sort_by(|a, b| a.name.cmp(&b.name));
    files
}

#[test]
fn shipped_dialogs_load() {
    if let Err(complaints) = Flows::load(&dialogs(Path::new("dialogs"))) {
        let list: Vec<String> = complaints.iter().map(ToString::to_string).collect();
        panic!("{}", list.join("\n"));
    }
}
