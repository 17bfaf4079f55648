//! A thirty-first service, made up for the purpose, is added by data alone: a dialog file, a text file a language, two
//! conversations. Nothing in Rust knows of it.

use super::folder_of;
use super::play::{Kept, Played, play_with, read};
use super::script::Script;
use ip_office_bot::app::Content;
use ip_office_bot::assets::Assets;
use ip_office_bot::practice::Rendering;
use std::path::{Path, PathBuf};
use std::sync::Arc;

const SERVICE: &str = "market-stall-check";

fn folder() -> PathBuf {
    folder_of("tests/fixtures/thirty-first")
}

/// The shipped dialogs and texts with those of the new service, as an office has them in its folder.
fn with_the_new_service() -> Arc<Content> {
    let office = tempfile::tempdir().expect("a folder");
    for own in ["dialogs", "locales"] {
        copy(&folder_of(own), &office.path().join(own));
        copy(&folder().join(own), &office.path().join(own));
    }
    read(Assets::open(Some(office.path())).expect("dialogs and texts"))
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).expect("a folder");
    for entry in std::fs::read_dir(from).expect("a folder") {
        let entry = entry.expect("an entry");
        let target = to.join(entry.file_name());
        match entry.file_type().expect("a type").is_dir() {
            true => copy(&entry.path(), &target),
            false => std::fs::copy(entry.path(), target).map(|_| ()).expect("a file"),
        }
    }
}

fn scripts() -> Vec<Script> {
    let mut paths: Vec<PathBuf> =
        std::fs::read_dir(folder().join("conversations")).expect("conversations").map(|entry| entry.expect("an entry").path()).collect();
    paths.sort();
    paths.iter().map(|path| Script::read(path)).collect()
}

#[tokio::test]
async fn a_service_added_by_data_alone_works_to_its_outcome_in_both_languages() {
    // Reading refuses whatever `check` refuses.
    let content = with_the_new_service();
    assert_eq!(content.script.flows.iter().count(), 31);
    let update = std::env::var_os("UPDATE").is_some();
    let mut queues = Vec::new();
    for mut script in scripts() {
        for rendering in [Rendering::Buttons, Rendering::Numbers] {
            let Played { answers, kept: Kept(tickets), .. } =
                play_with(Arc::clone(&content), &script, rendering).await.unwrap_or_else(|why| panic!("{}: {why}", script.name()));
            queues.extend(tickets.iter().map(|ticket| (ticket["head"]["service"].clone(), ticket["head"]["queue"].clone())));
            match rendering {
                Rendering::Buttons if update => script.rewrite(answers),
                Rendering::Buttons => assert_eq!(script.difference(&answers), None),
                _ => {}
            }
        }
    }
    let sent = |queue: &str| (SERVICE.into(), queue.into());
    assert_eq!(queues, [sent("UTIL"), sent("UTIL"), sent("ENF"), sent("ENF")]);
}
