use super::*;
use crate::message::Oddity;
use proptest::prelude::*;
use serde_json::{Value, json};

const STAFF: i64 = -1001;
const CLERK: i64 = 77;

fn now() -> Moment {
    DateTime::from_timestamp(1_800_000_000, 0).expect("a moment")
}

fn read_raw(raw: &str) -> Update {
    let me = Me { id: 42, username: "ip_office_bot".to_owned() };
    Reader { me: Some(&me), now: now(), staff: &|chat| chat == STAFF, clerk: &|user| user == CLERK }.read(raw)
}

fn read(body: Value) -> Read {
    let mut update = body;
    update["update_id"] = json!(5);
    read_raw(&update.to_string()).read
}

fn private(user: i64, more: Value) -> Value {
    let mut message = json!({"message_id": 9, "date": 1_700_000_000,
        "chat": {"id": user, "type": "private", "first_name": "<3"},
        "from": {"id": user, "is_bot": false, "first_name": "<3", "language_code": "zh-hans"}});
    merge(&mut message, more);
    json!({"message": message})
}

fn group(chat: i64, more: Value) -> Value {
    let mut message = json!({"message_id": 9, "date": 1_700_000_000, "message_thread_id": 12, "is_topic_message": true,
        "chat": {"id": chat, "type": "supergroup", "is_forum": true}, "from": {"id": CLERK, "is_bot": false}});
    merge(&mut message, more);
    json!({"message": message})
}

fn merge(into: &mut Value, more: Value) {
    for (key, value) in more.as_object().expect("fields") {
        into[key] = value.clone();
    }
}

fn said(body: Value) -> Said {
    match read(body) {
        Read::Person(inbound) => inbound.what,
        other => panic!("{other:?}"),
    }
}

fn staff(body: Value) -> StaffInbound {
    match read(body) {
        Read::Staff(inbound) => inbound,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_text_carries_who_when_and_in_which_language() {
    let Read::Person(inbound) = read(private(1001, json!({"text": "你好"}))) else { panic!("a person") };
    assert_eq!(inbound.event, EventId { channel: 't', number: 5 });
    assert_eq!((inbound.from, inbound.language.as_deref(), inbound.message), (Route::telegram(1001), Some("zh-hans"), Some(9)));
    assert_eq!(inbound.at.timestamp(), 1_700_000_000);
    assert_eq!(inbound.what, Said::Text("你好".to_owned()));
}

#[test]
fn commands_are_told_from_words() {
    let command = |name: &str, rest: &str| Said::Command { name: name.to_owned(), rest: rest.to_owned() };
    for (typed, means) in [
        ("/start", command("start", "")),
        ("/start counterfeit-report", command("start", "counterfeit-report")),
        ("/HELP@IP_office_bot  now\n", command("help", "now")),
        ("/status@typo_bot", command("status", "")),
        ("／help", command("help", "")),
        ("/note one\ntwo", command("note", "one\ntwo")),
    ] {
        assert_eq!(said(private(1, json!({"text": typed}))), means, "{typed}");
    }
    for typed in ["/", "/ start", "/home/me", "/über", "//x", "a /start", "/a@", "/a@b!c", &format!("/{}", "a".repeat(33))] {
        assert_eq!(said(private(1, json!({"text": typed}))), Said::Text(typed.to_owned()));
    }
}

#[test]
fn words_survive_whatever_stands_beside_them() {
    for more in [
        json!({"text": "w", "entities": [{"type": "date_time", "offset": 0, "length": 1}]}),
        json!({"text": "w", "forward_origin": {"type": "hidden_user", "sender_user_name": "The Office", "date": 1}}),
        json!({"text": "w", "forward_origin": {"type": "wormhole"}}),
        json!({"text": "w", "reply_to_message": 7, "quote": [], "via_bot": "x", "link_preview_options": 1}),
        json!({"text": "w", "date": "yesterday", "message_id": "nine"}),
        json!({"text": "w", "from": {"id": 1001, "language_code": 5}}),
        json!({"text": "w", "from": null}),
        json!({"text": "w", "hologram": {"deep": [[[[{}]]]]}}),
    ] {
        assert_eq!(said(private(1001, more.clone())), Said::Text("w".to_owned()), "{more}");
    }
    let raw = r#"{"update_id":5,"brand_new":{"x":1},"message":{"chat":{"id":3,"type":"private"},"text":"w\ud800"}}"#;
    assert!(matches!(read_raw(raw).read, Read::Person(Inbound { what: Said::Text(text), .. }) if text.starts_with('w')));
}

#[test]
fn an_album_comes_file_by_file_under_one_name() {
    let body = private(1, json!({"photo": [{"file_id": "p", "width": 1, "height": 1}], "caption": "shop", "media_group_id": "77"}));
    assert!(matches!(said(body), Said::File { words: Some(words), album: Some(album), .. } if words == "shop" && album == "77"));
}

#[test]
fn only_the_card_of_the_sender_is_their_own() {
    let card = |user: Value| private(1001, json!({"contact": {"phone_number": "+86138", "first_name": "x", "user_id": user}}));
    assert_eq!(said(card(json!(1001))), Said::Contact { own: true, phone: "+86138".to_owned() });
    assert_eq!(said(card(json!(1002))), Said::Contact { own: false, phone: "+86138".to_owned() });
    assert_eq!(said(card(Value::Null)), Said::Contact { own: false, phone: "+86138".to_owned() });
}

#[test]
fn a_place_is_read_from_a_location_or_a_venue() {
    let place = Said::Location { latitude: 30.5, longitude: 114.0 };
    let location = json!({"latitude": 30.5, "longitude": 114});
    assert_eq!(said(private(1, json!({"location": location}))), place);
    assert_eq!(said(private(1, json!({"venue": {"location": location, "title": "x"}}))), place);
    assert_eq!(said(private(1, json!({"location": {"latitude": "x"}}))), Said::Other(Oddity::Unknown));
}

#[test]
fn odd_things_have_a_name_and_messages_of_telegram_need_no_answer() {
    assert_eq!(said(private(1, json!({"sticker": {"file_id": "s"}}))), Said::Other(Oddity::Sticker));
    assert_eq!(said(private(1, json!({"poll": {"question": "?"}}))), Said::Other(Oddity::Poll));
    assert_eq!(said(private(1, json!({"story": {}, "forward_origin": {}}))), Said::Other(Oddity::Show));
    assert_eq!(said(private(1, json!({"hologram": {}}))), Said::Other(Oddity::Unknown));
    assert_eq!(said(private(1, json!({}))), Said::Other(Oddity::Unknown));
    assert!(matches!(read(private(1, json!({"pinned_message": {}}))), Read::Ignored(_)));
}

#[test]
fn an_edit_is_one_only_when_somebody_made_it() {
    let edited = |more: Value| {
        let body = private(1, more);
        json!({"edited_message": body["message"]})
    };
    let edit = said(edited(json!({"text": "new", "edit_date": 1_700_000_001})));
    assert_eq!(edit, Said::Edited { text: "new".to_owned() });
    assert_eq!(said(edited(json!({"photo": [], "caption": "c", "edit_date": 1}))), Said::Edited { text: "c".to_owned() });
    assert!(matches!(read(edited(json!({"text": "new"}))), Read::Ignored(_)));
    assert!(matches!(read(edited(json!({"location": {"latitude": 1, "longitude": 1}, "edit_date": 1}))), Read::Ignored(_)));
}

#[test]
fn a_press_carries_its_token_and_what_can_be_edited() {
    let press =
        |message: Value| json!({"callback_query": {"id": "q", "from": {"id": 8, "is_bot": false}, "data": "3.1", "message": message}});
    let chat = json!({"id": 8, "type": "private"});
    let pressed = |on| Said::Press(Pressed { token: "3.1".to_owned(), on, handle: Some("q".to_owned()) });
    assert_eq!(said(press(json!({"chat": chat, "message_id": 6, "date": 17}))), pressed(Some(6)));
    assert_eq!(said(press(json!({"chat": chat, "message_id": 6, "date": 0}))), pressed(None));
    assert_eq!(said(press(Value::Null)), pressed(None));
    let Read::Person(inbound) = read(press(Value::Null)) else { panic!("a person") };
    assert_eq!((inbound.at, inbound.from), (now(), Route::telegram(8)));
    assert!(matches!(read(json!({"callback_query": {"id": "q", "from": {"id": 8}, "game_short_name": "g"}})), Read::Ignored(_)));
    assert!(matches!(
        read(json!({"callback_query": {"id": "q", "from": {"id": 8}, "data": "x", "inline_message_id": "i"}})),
        Read::Ignored(_)
    ));
}

#[test]
fn who_blocks_the_bot_has_left() {
    let change = |status: &str| {
        json!({"my_chat_member": {"chat": {"id": 8, "type": "private"}, "from": {"id": 8}, "date": 1_700_000_000,
            "new_chat_member": {"status": status}}})
    };
    assert_eq!(said(change("kicked")), Said::Left { gone: true });
    assert_eq!(said(change("member")), Said::Left { gone: false });
    assert!(matches!(read(change("ascended")), Read::Ignored(_)));
}

#[test]
fn bots_are_not_talked_to() {
    let bot = json!({"id": 1001, "is_bot": true});
    assert_eq!(read(private(1001, json!({"text": "hi", "from": bot}))), Read::Ignored("a bot"));
    assert_eq!(read(group(STAFF, json!({"text": "hi", "from": bot}))), Read::Ignored("a bot"));
    assert_eq!(read(json!({"inline_query": {"id": "1", "from": bot, "query": "x"}})), Read::Ignored("a bot"));
    assert_eq!(read(json!({"callback_query": {"id": "1", "from": bot, "data": "x"}})), Read::Ignored("a bot"));
}

#[test]
fn a_staff_group_tells_topic_and_clerk() {
    let words = staff(group(STAFF, json!({"text": "hello"})));
    assert_eq!((words.chat, words.thread, words.user, words.message), (STAFF, Some(12), Some(CLERK), Some(9)));
    assert_eq!(words.what, StaffSaid::Text("hello".to_owned()));
    let reply = staff(group(STAFF, json!({"text": "hello", "is_topic_message": false})));
    assert_eq!(reply.thread, None);
    let command = staff(group(STAFF, json!({"text": "/take@ip_office_bot"})));
    assert_eq!(command.what, StaffSaid::Command { name: "take".to_owned(), rest: String::new() });
    assert!(matches!(read(group(STAFF, json!({"text": "/ban@other_bot"}))), Read::Ignored(_)));
    let file = staff(group(STAFF, json!({"document": {"file_id": "d"}, "caption": "/r see there"})));
    assert!(matches!(file.what, StaffSaid::File { words: Some(words), .. } if words == "/r see there"));
    assert_eq!(staff(group(STAFF, json!({"forum_topic_closed": {}}))).what, StaffSaid::Topic { closed: true });
    assert_eq!(staff(group(STAFF, json!({"forum_topic_reopened": {}}))).what, StaffSaid::Topic { closed: false });
    assert_eq!(staff(group(STAFF, json!({"sticker": {}}))).what, StaffSaid::Other);
    let own = json!({"forum_topic_closed": {}, "from": {"id": 42, "is_bot": true}});
    assert!(matches!(read(group(STAFF, own)), Read::Ignored(_)));
}

#[test]
fn who_hides_behind_a_group_or_channel_is_nobody() {
    let anonymous = json!({"text": "/close x", "from": {"id": 1_087_968_824, "is_bot": true}, "sender_chat": {"id": STAFF}});
    assert_eq!(staff(group(STAFF, anonymous)).user, None);
    let linked = json!({"text": "post", "from": {"id": 777_000, "is_bot": false}, "sender_chat": {"id": -5}});
    assert_eq!(staff(group(STAFF, linked)).user, None);
    let press = json!({"callback_query": {"id": "q", "from": {"id": 1_087_968_824, "is_bot": true}, "data": "d:x",
        "message": {"chat": {"id": STAFF, "type": "supergroup"}, "message_id": 6, "date": 17}}});
    assert_eq!(staff(press).user, None);
}

#[test]
fn a_moved_group_is_known_from_both_ends() {
    let telegram = json!({"id": 1_087_968_824, "is_bot": true});
    let away = staff(group(STAFF, json!({"migrate_to_chat_id": -2002, "from": telegram})));
    assert_eq!((away.chat, away.what), (STAFF, StaffSaid::Moved { to: -2002 }));
    let arrived = staff(group(-2002, json!({"migrate_from_chat_id": STAFF, "from": telegram})));
    assert_eq!((arrived.chat, arrived.what), (STAFF, StaffSaid::Moved { to: -2002 }));
    assert_eq!(read(group(-2002, json!({"migrate_from_chat_id": -3}))), Read::Leave { chat: -2002 });
}

#[test]
fn rights_in_a_staff_group_are_told_and_foreign_groups_are_left() {
    let change = |chat: i64, new: Value| json!({"my_chat_member": {"chat": {"id": chat, "type": "supergroup"}, "from": {"id": 8}, "date": 17, "new_chat_member": new}});
    let rights = |new: Value| staff(change(STAFF, new)).what;
    assert_eq!(rights(json!({"status": "administrator", "can_manage_topics": true})), StaffSaid::Rights { topics: true, member: true });
    assert_eq!(rights(json!({"status": "administrator"})), StaffSaid::Rights { topics: false, member: true });
    assert_eq!(rights(json!({"status": "member"})), StaffSaid::Rights { topics: false, member: true });
    assert_eq!(rights(json!({"status": "kicked"})), StaffSaid::Rights { topics: false, member: false });
    assert_eq!(read(change(-9, json!({"status": "member"}))), Read::Leave { chat: -9 });
    assert!(matches!(read(change(-9, json!({"status": "left"}))), Read::Ignored(_)));
    assert_eq!(read(group(-9, json!({"text": "hi"}))), Read::Leave { chat: -9 });
    assert_eq!(read(json!({"channel_post": {"chat": {"id": -9, "type": "channel"}, "text": "x"}})), Read::Leave { chat: -9 });
}

#[test]
fn the_private_desk_opens_for_clerks_only() {
    let desk = |user: i64| private(user, json!({"text": "/desk"}));
    let opened = staff(desk(CLERK));
    assert_eq!((opened.chat, opened.thread, opened.user), (CLERK, None, Some(CLERK)));
    assert_eq!(said(desk(1001)), Said::Command { name: "desk".to_owned(), rest: String::new() });
    let press = |user: i64, data: &str| {
        json!({"callback_query": {"id": "q", "from": {"id": user}, "data": data,
            "message": {"chat": {"id": user, "type": "private"}, "message_id": 6, "date": 17}}})
    };
    assert!(matches!(staff(press(CLERK, "d:list")).what, StaffSaid::Press(Pressed { token, .. }) if token == "d:list"));
    assert!(matches!(said(press(CLERK, "3.1")), Said::Press(_)));
    assert!(matches!(said(press(1001, "d:list")), Said::Press(_)));
}

#[test]
fn an_inline_query_keeps_its_words() {
    let Read::Inline(asked) =
        read(json!({"inline_query": {"id": "i", "from": {"id": 8, "language_code": "en"}, "query": "三友", "offset": ""}}))
    else {
        panic!("a query")
    };
    assert_eq!(asked, Asked { id: "i".to_owned(), user: 8, query: "三友".to_owned(), language: Some("en".to_owned()) });
}

#[test]
fn what_nobody_needs_is_ignored_and_what_nobody_knows_is_parked() {
    assert!(matches!(read(json!({"message_reaction": {}})), Read::Ignored(_)));
    assert!(matches!(read(json!({})), Read::Ignored(_)));
    assert!(matches!(read(json!({"telepathy": {}})), Read::Unreadable(_)));
    assert!(matches!(read(json!({"message": 5})), Read::Unreadable(_)));
    assert!(matches!(read(json!({"message": {"text": "x"}})), Read::Unreadable(_)));
    for raw in ["", "[]", "{", "nonsense", "{\"update_id\":1", "{\"message\":{}}", "{\"update_id\":\"x\"}"] {
        let update = read_raw(raw);
        assert!(matches!(update.read, Read::Unreadable(_)) && update.number.is_none() && update.event.number < 0, "{raw}");
        assert_eq!(update.event, read_raw(raw).event);
    }
}

#[test]
fn a_document_ten_thousand_levels_deep_is_no_trouble() {
    let deep = format!("{}{}", "[".repeat(10_000), "]".repeat(10_000));
    let raw = format!(r#"{{"update_id":1,"message":{{"chat":{{"id":1,"type":"private"}},"rich_message":{deep}}}}}"#);
    assert!(matches!(read_raw(&raw).read, Read::Person(_)));
}

fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        ".{0,12}".prop_map(Value::from),
        Just(json!(STAFF)),
        Just(json!("private")),
    ];
    leaf.prop_recursive(3, 24, 5, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::vec((key(), inner), 0..5).prop_map(|fields| Value::Object(fields.into_iter().collect())),
        ]
    })
}

fn key() -> impl Strategy<Value = String> {
    let known = [
        "message",
        "edited_message",
        "callback_query",
        "my_chat_member",
        "inline_query",
        "chat",
        "from",
        "id",
        "type",
        "is_bot",
        "caption",
        "photo",
        "document",
        "voice",
        "file_id",
        "contact",
        "location",
        "venue",
        "data",
        "status",
        "new_chat_member",
        "rich_message",
        "blocks",
        "checklist",
        "sender_chat",
        "migrate_to_chat_id",
        "migrate_from_chat_id",
        "date",
        "edit_date",
        "update_id",
    ];
    prop_oneof![4 => prop::sample::select(known.to_vec()).prop_map(str::to_owned), 1 => "[a-z_]{1,8}"]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_500))]

    #[test]
    fn any_text_is_read_without_panic(raw in ".{0,200}") {
        read_raw(&raw);
    }

    #[test]
    fn any_fields_are_read_without_panic(fields in prop::collection::vec((key(), any_json()), 0..6)) {
        let mut update: serde_json::Map<String, Value> = fields.into_iter().collect();
        update.insert("update_id".to_owned(), json!(1));
        read_raw(&Value::Object(update).to_string());
    }

    #[test]
    fn a_bitten_update_is_read_without_panic(bites in prop::collection::vec((0usize..400, any::<u8>()), 1..6)) {
        let body = private(1001, json!({"text": "你好 \u{1F600}", "entities": [{"type": "bold", "offset": 0, "length": 2}]}));
        let mut bytes = json!({"update_id": 1, "message": body["message"]}).to_string().into_bytes();
        for (at, byte) in bites {
            let at = at % bytes.len();
            bytes[at] = byte;
        }
        read_raw(&String::from_utf8_lossy(&bytes));
    }

    #[test]
    fn words_beside_any_fields_are_never_lost(
        words in "[^/／\u{0}].{0,40}",
        fields in prop::collection::vec((key(), any_json()), 0..8),
    ) {
        let mut message: serde_json::Map<String, Value> = fields.into_iter().collect();
        message.insert("chat".to_owned(), json!({"id": 1001, "type": "private"}));
        message.insert("from".to_owned(), json!({"id": 1001, "is_bot": false}));
        message.insert("text".to_owned(), json!(words));
        let said = said(json!({"message": message}));
        prop_assert_eq!(said, Said::Text(words.replace('\0', "\u{FFFD}")));
    }
}
