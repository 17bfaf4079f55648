//! Kept conversations, played again. Each file of `tests/transcripts/<service>/` is one conversation with the practice counter:
//! a person, the counter, the clerks. It must come out as it is kept, with buttons as well as with typed labels and numbers, and
//! the state must survive being written and read back after each line. `UPDATE=1` writes the files anew: read the difference.
//!
//! What must hold besides: every step of every dialog is met in some conversation of its service, every choice is offered, both
//! languages appear.

mod play;
mod reach;
mod script;
mod thirty_first;

use ip_office_bot::practice::Rendering;
use play::{Kept, Played, play};
use script::Script;
use std::path::{Path, PathBuf};

/// Where the conversations lie.
fn folder() -> PathBuf {
    folder_of("tests/transcripts")
}

/// A folder of the project.
fn folder_of(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

/// Every conversation, or those whose path contains `ONLY`.
fn scripts() -> Vec<Script> {
    let only = std::env::var("ONLY").unwrap_or_default();
    let mut paths: Vec<PathBuf> = std::fs::read_dir(folder())
        .expect("transcripts")
        .filter_map(|entry| Some(entry.ok()?.path()).filter(|path| path.is_dir()))
        .flat_map(|service| std::fs::read_dir(service).expect("a folder of transcripts").filter_map(|entry| Some(entry.ok()?.path())))
        .filter(|path| path.extension().is_some_and(|ending| ending == "txt"))
        .filter(|path| path.to_string_lossy().contains(&only))
        .collect();
    paths.sort();
    paths.into_iter().map(|path| Script::read(&path)).collect()
}

#[tokio::test]
async fn every_conversation_comes_out_as_it_is_kept() {
    let update = std::env::var_os("UPDATE").is_some();
    let mut wrong = Vec::new();
    for mut script in scripts() {
        let rendering = if script.has_buttons() { Rendering::Buttons } else { Rendering::Labels };
        match play(&script, rendering).await {
            Err(why) => wrong.push(format!("{}: {why}", script.name())),
            Ok(Played { answers, .. }) if update => script.rewrite(answers),
            Ok(Played { answers, .. }) => wrong.extend(script.difference(&answers)),
        }
    }
    assert!(
        wrong.is_empty(),
        "{} conversations come out differently; UPDATE=1 keeps them as they are now\n\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

#[tokio::test]
async fn a_conversation_goes_the_same_way_when_labels_are_typed() {
    same_without_buttons(Rendering::Labels).await;
}

#[tokio::test]
async fn a_conversation_goes_the_same_way_when_numbers_are_typed() {
    same_without_buttons(Rendering::Numbers).await;
}

/// Plays what is kept without buttons: the same words, every choice named, the same tickets.
async fn same_without_buttons(rendering: Rendering) {
    let mut wrong = Vec::new();
    for script in scripts().into_iter().filter(|script| script.has_buttons() && script.has_numbers()) {
        let name = script.name();
        let (with, without) = match (play(&script, Rendering::Buttons).await, play(&script, rendering).await) {
            (Ok(with), Ok(without)) => (with, without),
            (with, without) => {
                wrong.extend([with.err(), without.err()].into_iter().flatten().map(|why| format!("{name}: {why}")));
                continue;
            }
        };
        wrong.extend(play::differences(&with, &without).into_iter().map(|why| format!("{name}: {why}")));
        let Kept(tickets) = &with.kept;
        if with.kept != without.kept {
            wrong.push(format!("{name}: the tickets differ\n- {tickets:#?}\n+ {:#?}", without.kept.0));
        }
    }
    assert!(wrong.is_empty(), "{} differences\n\n{}", wrong.len(), wrong.join("\n"));
}

#[tokio::test]
async fn every_branch_of_every_dialog_is_met() {
    if std::env::var_os("ONLY").is_some() {
        return;
    }
    let missing = reach::missing(&scripts()).await;
    assert!(missing.is_empty(), "{} things are met in no conversation:\n{}", missing.len(), missing.join("\n"));
}
