//! Every version of every kind that was ever released reads for ever: one fixture each in `tests/fixtures/records`.
//!
//! A fixture is the line of a backup and what it means. `UPDATE=1` adds the missing ones of the present version and never
//! changes one that is there.

use super::*;
use crate::dialog::state::State;
use crate::id::{QueueId, ServiceId, StateId, StepId};
use crate::locale::Language;
use crate::message::{FileKind, Incoming, Outbound};
use crate::seal::KeyFile;
use crate::store::backup::{Item, read_record, record_line};
use crate::store::{FileStatus, Owner, Signal};
use crate::table::Bilingual;
use crate::ticket::{Actor, Given, Happening, What};
use crate::watch::{Item as Entry, Rhythm, Waiting, Why, Wish};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/records")
}

/// The key of the fixtures. A copy of it, since a key file that others can read is refused.
fn codec() -> Codec {
    let copy = tempfile::tempdir().expect("a folder");
    let path = copy.path().join("office.key");
    std::fs::copy(folder().join("office.key"), &path).expect("the key of the fixtures");
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o600)).expect("rights");
    Codec::new(KeyFile::load(&path).expect("a key file"))
}

fn at() -> Moment {
    "2026-11-23T01:02:03.000000004Z".parse().expect("a moment")
}

fn person() -> PersonKey {
    PersonKey([0xa7; 16])
}

fn receipt() -> Receipt {
    Receipt::from_record("WH-261123-K7M4PX".to_owned())
}

fn event() -> EventId {
    EventId { channel: 't', number: 771_234_567 }
}

fn conversation() -> Conversation {
    let mut state = State::new(Language::chinese());
    let form = json!({
        "flow": "counterfeit-report", "form": true, "started": at(), "touched": at(),
        "entries": [{"step": "phone", "answer": {"phone": "13807155501"}}],
    });
    state.frames.push(serde_json::from_value(form).expect("a form in the middle"));
    Conversation {
        route: Route::telegram(42),
        state,
        touched: at(),
        pace: (5, 6),
        opened: (739_943, 1),
        tries: Default::default(),
        revision: 9,
    }
}

fn ticket() -> Ticket {
    let head = Head {
        receipt: receipt(),
        service: ServiceId::from("counterfeit-report"),
        language: Language::english(),
        anonymous: false,
        urgent: true,
        queue: QueueId::from("ENF"),
        district: Some("420106".to_owned()),
        state: StateId::from("received"),
        since: at(),
        submitted: at(),
        closed: None,
        clerk: None,
        limits: vec![],
        hurried: false,
        call_back: false,
        unread: true,
        course: Default::default(),
        revision: 3,
    };
    let given = Given {
        step: StepId::from("name"),
        text: "party-name".to_owned(),
        answer: crate::dialog::answer::Answer::Text("张三".to_owned()),
        personal: true,
        message: None,
    };
    let history = vec![Happening { at: at(), by: Actor::Person, what: What::Submitted, message: None }];
    Ticket { head, body: Body { answers: vec![given], history, code: vec![1; 32], ..Body::default() } }
}

fn subscription() -> Subscription {
    let mut waiting = Waiting { items: Vec::new(), more: 3 };
    waiting.add(Entry {
        title: Bilingual { zh: Some("锂电池".to_owned()), en: None },
        number: Some("CN 119000000 A".to_owned()),
        applicants: vec!["张三".to_owned()],
        kind: None,
        day: "2026-11-20".parse().expect("a day"),
        until: None,
        link: None,
        why: vec![Why::Keyword("电池".to_owned()), Why::Class("H01M 10".to_owned()), Why::Applicant("张三".to_owned())],
    });
    Subscription {
        id: SubscriptionId::new([1, 2, 3, 4, 5]),
        person: person(),
        route: Route::telegram(1_234_567_890),
        wish: Wish::Patents {
            keywords: vec!["电池".to_owned()], classes: vec!["H01M 10".to_owned()], applicants: vec!["张三".to_owned()]
        },
        rhythm: Rhythm::Weekly,
        since: at(),
        matched: 7,
        waiting,
        due: Some(at()),
        revision: 2,
    }
}

fn bookings() -> Bookings {
    let written = json!({
        "event": "2026-12-search",
        "known": {"title": {"zh": "专利检索入门", "en": null}, "starts": "2026-12-03T14:00:00", "ends": "2026-12-03T16:30:00",
            "place": {"zh": null, "en": "3rd floor"}, "seats": 3, "waiting": 2, "off": false},
        "called_off": "water in the hall", "changes": 1, "revision": 5,
        "list": [{"person": person(), "route": Route::telegram(42), "language": "en", "name": "张三", "organisation": "Some firm",
            "contact": "13807155501", "needs": "a ramp", "seats": 2, "at": at(), "standing": "waiting", "reminded": true}],
    });
    serde_json::from_value(written).expect("bookings")
}

fn sample(kind: Kind) -> Record {
    match kind {
        Kind::Seen => Record::Seen(event(), Moment::from_timestamp(at().timestamp(), 0).expect("a moment")),
        Kind::Conversation => Record::Conversation(person(), Box::new(conversation())),
        Kind::Ticket => Record::Ticket(Box::new(ticket())),
        Kind::Link => Record::Link(receipt(), person(), Route::telegram(42)),
        Kind::Evidence => Record::Evidence(Box::new(Evidence {
            id: EvidenceId(7),
            owner: Owner::Ticket(receipt()),
            announced: Incoming { source: "AgAC".to_owned(), kind: FileKind::Photo, name: None, mime: None, bytes: Some(9) },
            status: FileStatus::Refused { why: "virus".to_owned() },
            tell: Some(Route::telegram(42)),
            at: at(),
            revision: 4,
        })),
        Kind::Delivery => Record::Delivery(Box::new(Delivery {
            id: DeliveryId(4711),
            lane: Lane::Group(-1001),
            parcel: Parcel::Post {
                receipt: receipt(),
                message: Outbound { text: "<b>张三</b>".to_owned(), ..Outbound::default() },
                signal: Signal::Loud,
            },
            not_before: at(),
            attempts: 2,
            made: at(),
        })),
        Kind::Topic => {
            Record::Topic(Topic { receipt: receipt(), chat: -1001, thread: 55, card: Some(56), name: "🟢 ENF".to_owned(), closed: false })
        }
        Kind::Timer => Record::Timer(Timer::Drafts(person()), at()),
        Kind::Parked => Record::Parked(Box::new(Parked {
            event: event(),
            raw: "{\"update_id\":1}".to_owned(),
            why: "unknown kind".to_owned(),
            at: at(),
        })),
        Kind::Named => Record::Named("agencies".to_owned(), "2026-11".to_owned()),
        Kind::Subscription => Record::Subscription(Box::new(subscription())),
        Kind::Bookings => Record::Bookings(Box::new(bookings())),
        Kind::Slip => Record::Slip(Box::new(Slip {
            drawer: Drawer::Page,
            id: "0707/1".to_owned(),
            content: "{\"words\":\"张三 13807155501\"}".to_owned(),
            revision: 3,
        })),
    }
}

fn line_of(stored: &Stored) -> String {
    record_line(&stored.key, form(&stored.value).expect("a form")).expect("a line")
}

fn fixture(kind: Kind, version: u8) -> PathBuf {
    folder().join(format!("{}-{version}.json", kind.name()))
}

/// Adds what is missing of the present version.
fn update(codec: &Codec) {
    for kind in Kind::ALL {
        let path = fixture(kind, version(kind));
        if path.exists() {
            continue;
        }
        let record = sample(kind);
        let line: Value = serde_json::from_str(&line_of(&codec.write(&record))).expect("JSON");
        let text = serde_json::to_string_pretty(&json!({"line": line, "means": record})).expect("JSON");
        std::fs::write(path, text + "\n").expect("a fixture");
    }
}

/// Everything that was kept is there; a field that did not exist then may have its default now.
fn says(found: &Value, kept: &Value) -> bool {
    match (found, kept) {
        (Value::Object(found), Value::Object(kept)) => {
            kept.iter().all(|(name, kept)| found.get(name).is_some_and(|found| says(found, kept)))
        }
        (Value::Array(found), Value::Array(kept)) => {
            found.len() == kept.len() && found.iter().zip(kept).all(|(found, kept)| says(found, kept))
        }
        (found, kept) => found == kept,
    }
}

#[test]
fn every_kind_has_a_fixture_of_every_version_and_all_of_them_read_for_ever() {
    let codec = codec();
    if std::env::var_os("UPDATE").is_some() {
        update(&codec);
    }
    let mut expected: BTreeMap<PathBuf, Kind> = BTreeMap::new();
    for kind in Kind::ALL {
        for version in 1..=version(kind) {
            expected.insert(fixture(kind, version), kind);
        }
    }
    for entry in std::fs::read_dir(folder()).expect("the folder of fixtures") {
        let path = entry.expect("an entry").path();
        let known = expected.contains_key(&path) || path.ends_with("office.key");
        assert!(known, "{} is of no kind and version that this release reads", path.display());
    }
    for (path, kind) in expected {
        let text = std::fs::read_to_string(&path).unwrap_or_else(|_| panic!("{} is missing: run with UPDATE=1", path.display()));
        let fixture: Value = serde_json::from_str(&text).expect("JSON");
        // The keys of a line stand in a fixed order in a backup; in a fixture they need not.
        let line = &fixture["line"];
        let line = json!({"kind": line["kind"], "key": line["key"], "version": line["version"], "open": line["open"],
            "sealed": line["sealed"]});
        let item = read_record(&codec, &line.to_string());
        let Ok(Item::Record { key, value, record }) = item else { panic!("{} does not read: {item:?}", path.display()) };
        assert_eq!(key.kind(), kind);
        let found = serde_json::to_value(&record).expect("JSON");
        assert!(says(&found, &fixture["means"]), "{}: {found:#}", path.display());
        assert!(codec.indexes(&key, &value).is_ok(), "{}: its indexes cannot be made", path.display());
    }
}

#[test]
fn every_kind_comes_back_as_it_went_in() {
    let codec = codec();
    for kind in Kind::ALL {
        let record = sample(kind);
        let stored = codec.write(&record);
        assert_eq!(stored.key.kind(), kind);
        assert_eq!(codec.read(&stored.key, &stored.value), Ok(record));
        let again = Key::read(&stored.key.bytes()).expect("a key");
        assert_eq!(again, stored.key);
    }
    let erased = Record::Erased(Box::new(ticket().head));
    let stored = codec.write(&erased);
    assert!(is_erased(&stored.value));
    assert_eq!(codec.read(&stored.key, &stored.value), Ok(erased));
}

#[test]
fn a_later_version_and_a_foreign_place_are_refused() {
    let codec = codec();
    for kind in Kind::ALL {
        let stored = codec.write(&sample(kind));
        let mut later = stored.value.clone();
        later[0] = version(kind) + 1;
        assert!(codec.read(&stored.key, &later).is_err(), "{kind:?}");
        for end in 0..stored.value.len() {
            let _ = (codec.read(&stored.key, &stored.value[..end]), codec.indexes(&stored.key, &stored.value[..end]));
        }
    }
    let one = codec.conversation(person(), &conversation());
    assert_eq!(codec.read_conversation(PersonKey([1; 16]), &one.value), Err(Unreadable::Sealed(SealError::Damaged)));
    let mut ticket = ticket();
    let one = codec.ticket(&ticket);
    ticket.head.receipt = Receipt::from_record("WH-261123-OTHER".to_owned());
    assert_eq!(codec.read_ticket(&ticket.head.receipt, &one.value), Err(Unreadable::Sealed(SealError::Damaged)));
}

#[test]
fn erasing_takes_key_and_body_and_keeps_the_head() {
    let codec = codec();
    let whole = codec.ticket(&ticket());
    let left = erased(&whole.value).expect("a ticket");
    assert_eq!(codec.read(&whole.key, &left), Ok(Record::Erased(Box::new(ticket().head))));
    assert!(left.len() < whole.value.len() - WrappedKey::LEN);
    assert_eq!(codec.indexes(&whole.key, &left), codec.indexes(&whole.key, &whole.value));
}

#[test]
fn what_is_personal_stands_in_no_stored_form() {
    let codec = codec();
    let route = Lane::Person(Route::telegram(1_234_567_890));
    let mut delivery = match sample(Kind::Delivery) {
        Record::Delivery(delivery) => *delivery,
        other => panic!("{other:?}"),
    };
    delivery.lane = route;
    let mut hidden = conversation();
    hidden.route = Route::telegram(1_234_567_890);
    let values = [
        codec.write(&Record::Delivery(Box::new(delivery))),
        codec.write(&Record::Conversation(person(), Box::new(hidden))),
        codec.write(&Record::Link(receipt(), person(), Route::telegram(1_234_567_890))),
        codec.write(&sample(Kind::Ticket)),
        codec.write(&sample(Kind::Subscription)),
        codec.write(&sample(Kind::Bookings)),
        codec.write(&sample(Kind::Slip)),
    ];
    for stored in values {
        let bytes = [stored.key.bytes(), stored.value.clone()].concat();
        for word in ["1234567890", "13807155501", "张三"] {
            assert!(!bytes.windows(word.len()).any(|part| part == word.as_bytes()), "{word} stands in {}", stored.key);
        }
    }
}

#[test]
fn tries_change_without_opening_a_delivery() {
    let codec = codec();
    let Record::Delivery(delivery) = sample(Kind::Delivery) else { panic!("a delivery") };
    let stored = codec.delivery(&delivery);
    let mut open: DeliveryOpen = read_open(Kind::Delivery, &stored.value).expect("the open part");
    assert_eq!(open.lane, codec.blind_lane(&Lane::Group(-1001)));
    assert_ne!(open.lane, codec.blind_lane(&Lane::Group(-1002)));
    open.attempts = 8;
    let value = with_open(&stored.key, &stored.value, &open).expect("of this version");
    assert_eq!(codec.read_delivery(delivery.id, &value), Ok(Delivery { attempts: 8, ..*delivery }));
}

#[test]
fn an_audit_entry_comes_back_and_a_later_one_is_refused() {
    let audit = Audit { at: at(), by: "clerk:li".to_owned(), act: "replied".to_owned(), receipt: None, more: vec![] };
    let mut payload = write_audit(&audit);
    assert_eq!(read_audit(&payload), Ok(audit));
    payload[0] = 2;
    assert_eq!(read_audit(&payload), Err(Unreadable::Newer(2)));
    assert_eq!(read_audit(&[]), Err(Unreadable::Form));
}
