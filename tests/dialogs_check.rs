//! The shipped dialogs are in order, and every way in which a dialog can be wrong is refused at the right place.

use ip_office_bot::assets::Assets;
use ip_office_bot::complaint::Complaint;
use ip_office_bot::dialog::check::{CheckFacts, check};
use ip_office_bot::dialog::load::{DialogFile, Flows};
use ip_office_bot::locale::{TextFile, Texts};
use ip_office_bot::place::Places;

/// Queues of the sample settings.
const QUEUES: [&str; 3] = ["ENF", "AID", "DESK"];

fn complaints(dialogs: &[DialogFile], texts: &[TextFile]) -> Vec<Complaint> {
    let places = Places::shipped();
    let facts = CheckFacts::new(QUEUES.map(Into::into), &places);
    match (Flows::load(dialogs), Texts::load(texts)) {
        (Ok(flows), Ok(texts)) => check(&flows, &texts, &facts),
        (flows, texts) => flows.err().into_iter().chain(texts.err()).flatten().collect(),
    }
}

#[test]
fn the_shipped_dialogs_and_texts_are_in_order() {
    let assets = Assets::open(None).expect("assets");
    let found = complaints(assets.dialogs(), assets.texts());
    let list: Vec<String> = found.iter().map(ToString::to_string).collect();
    assert!(found.is_empty(), "{} complaints:\n{}", found.len(), list.join("\n"));
}
