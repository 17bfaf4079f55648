//! The fake Bot API server keeps Telegram's rules: tried with plain HTTP, without the bot.

use crate::support::telegram::*;
use serde_json::{Value, json};
use std::time::{Duration, Instant};

const SOON: Duration = Duration::from_secs(10);

struct Bot<'a> {
    fake: &'a Fake,
    http: reqwest::Client,
}

impl<'a> Bot<'a> {
    fn of(fake: &'a Fake) -> Self {
        Bot { fake, http: reqwest::Client::new() }
    }

    fn url(&self, method: &str) -> String {
        format!("{}/bot{}/{method}", self.fake.api_url(), self.fake.token())
    }

    async fn answer(&self, method: &str, params: Value) -> (u16, Value) {
        let response = self.http.post(self.url(method)).json(&params).send().await.expect("the fake answers");
        (response.status().as_u16(), response.json().await.expect("answers are JSON"))
    }

    /// A call that must succeed.
    async fn call(&self, method: &str, params: Value) -> Value {
        let (status, mut body) = self.answer(method, params).await;
        assert_eq!((status, &body["ok"]), (200, &json!(true)), "{method}: {body}");
        body["result"].take()
    }

    /// The description of a call that must be refused, without "Bad Request: ".
    async fn refused(&self, method: &str, params: Value) -> String {
        let (status, body) = self.answer(method, params).await;
        assert_eq!((status, &body["error_code"]), (400, &json!(400)), "{method}: {body}");
        body["description"].as_str().unwrap_or("").trim_start_matches("Bad Request: ").to_owned()
    }

    async fn says(&self, chat: i64, text: &str) -> Value {
        self.call("sendMessage", json!({"chat_id": chat, "text": text})).await
    }

    async fn updates(&self, offset: i64) -> Vec<Value> {
        let updates = self.call("getUpdates", json!({"offset": offset})).await;
        updates.as_array().cloned().unwrap_or_default()
    }
}

fn keyboard(rows: Value) -> Value {
    json!({"inline_keyboard": rows})
}

// --- Address, token, bodies ------------------------------------------------------------------------

#[tokio::test]
async fn methods_are_found_in_any_case_and_behind_a_prefix_and_only_with_the_token() {
    let fake = Fake::start_with(Options { prefix: "/telegram".into(), ..Options::default() });
    let bot = Bot::of(&fake);
    assert_eq!(bot.call("GetMe", json!({})).await["id"], 123456);
    assert_eq!(bot.call("getme", json!({})).await["username"], "ip_office_bot");
    let wrong = format!("{}/bot1:x/getMe", fake.api_url());
    let response = reqwest::get(wrong).await.expect("an answer");
    assert_eq!(response.status(), 401);
    let body: Value = response.json().await.expect("JSON");
    assert_eq!(body, json!({"ok": false, "error_code": 401, "description": "Unauthorized"}));
    fake.revoke_token();
    assert_eq!(bot.answer("getMe", json!({})).await.0, 401);
    fake.restore_token();
    bot.call("getMe", json!({})).await;
}

#[tokio::test]
async fn json_forms_queries_and_multipart_mean_the_same() {
    let fake = Fake::start();
    let bot = Bot::of(&fake);
    let li = fake.person(7, "Li", "zh").has_started();
    let markup = keyboard(json!([[{"text": "好", "callback_data": "ok"}]]));
    let form = [("chat_id", "7".to_owned()), ("text", "a&b 中文+".to_owned()), ("reply_markup", markup.to_string())];
    let sent = [
        bot.http.post(bot.url("sendMessage")).json(&json!({"chat_id": 7, "text": "a&b 中文+", "reply_markup": markup})),
        bot.http.post(bot.url("sendMessage")).form(&form),
        bot.http.get(bot.url("sendMessage")).query(&form),
        bot.http
            .post(bot.url("sendMessage"))
            .multipart(form.iter().fold(reqwest::multipart::Form::new(), |all, (name, value)| all.text(*name, value.clone()))),
    ];
    for request in sent {
        let body: Value = request.send().await.expect("an answer").json().await.expect("JSON");
        assert_eq!(body["result"]["text"], "a&b 中文+", "{body}");
        assert_eq!(body["result"]["reply_markup"], markup);
    }
    assert_eq!(li.screen().len(), 4);
}

#[tokio::test]
async fn uploads_can_be_sent_again_by_id_fetched_and_come_back_whole() {
    let fake = Fake::start();
    let bot = Bot::of(&fake);
    let li = fake.person(7, "Li", "zh").has_started();
    let bytes: Vec<u8> = (0..200_000u32).map(|n| n as u8).collect();
    let part = reqwest::multipart::Part::bytes(bytes.clone()).file_name("回执.pdf").mime_str("application/pdf").expect("a type");
    let form = reqwest::multipart::Form::new().text("chat_id", "7").text("caption", "<b>x</b>").text("parse_mode", "HTML");
    let request = bot.http.post(bot.url("sendDocument")).multipart(form.part("document", part));
    let body: Value = request.send().await.expect("an answer").json().await.expect("JSON");
    let document = &body["result"]["document"];
    assert_eq!((&document["file_name"], &document["file_size"]), (&json!("回执.pdf"), &json!(200_000)), "{body}");
    assert_eq!(body["result"]["caption_entities"][0]["type"], "bold");
    let id = document["file_id"].as_str().expect("an id");
    assert_eq!(li.file(id).as_deref(), Some(&bytes[..]));
    bot.call("sendDocument", json!({"chat_id": 7, "document": id})).await;
    assert_eq!(bot.refused("sendPhoto", json!({"chat_id": 7, "photo": id})).await, "type of file mismatch");
    assert!(bot.refused("sendPhoto", json!({"chat_id": 7, "photo": "no-such"})).await.starts_with("wrong file identifier"));
    // As an album, with attached files.
    let media = json!([{"type": "photo", "media": "attach://a", "caption": "two"}, {"type": "photo", "media": "attach://b"}]);
    let one = || reqwest::multipart::Part::bytes(b"jpeg".to_vec()).file_name("a.jpg");
    let form = reqwest::multipart::Form::new().text("chat_id", "7").text("media", media.to_string());
    let request = bot.http.post(bot.url("sendMediaGroup")).multipart(form.part("a", one()).part("b", one()));
    let body: Value = request.send().await.expect("an answer").json().await.expect("JSON");
    assert_eq!(body["result"].as_array().map(Vec::len), Some(2), "{body}");
    assert_eq!(body["result"][0]["media_group_id"], body["result"][1]["media_group_id"]);
}

#[tokio::test]
async fn files_of_people_download_within_an_hour_and_up_to_20_mb() {
    let fake = Fake::start();
    let bot = Bot::of(&fake);
    let li = fake.person(7, "Li", "zh");
    li.sends_document("证据.txt", "text/plain", "内容", "看");
    li.sends_file(SentFile::new("big.zip", "application/zip", b"x".to_vec()).claiming(20 * 1024 * 1024 + 1), "");
    li.sends_photo(b"jpeg".to_vec(), "");
    let updates = bot.updates(0).await;
    let file = bot.call("getFile", json!({"file_id": updates[0]["message"]["document"]["file_id"]})).await;
    let path = file["file_path"].as_str().expect("a path");
    let url = format!("{}/file/bot{}/{path}", fake.api_url(), fake.token());
    assert_eq!(reqwest::get(&url).await.expect("an answer").text().await.expect("bytes"), "内容");
    fake.advance(Duration::from_secs(3700));
    assert_eq!(reqwest::get(&url).await.expect("an answer").status(), 404);
    let big = &updates[1]["message"]["document"]["file_id"];
    assert_eq!(bot.refused("getFile", json!({"file_id": big})).await, "file is too big");
    let photo = &updates[2]["message"]["photo"];
    assert!(photo.as_array().is_some_and(|sizes| sizes.len() == 2 && sizes[1]["file_size"] == 4), "{photo}");
    bot.call("getFile", json!({"file_id": photo[1]["file_id"]})).await;
}

// --- Schema and limits -----------------------------------------------------------------------------

#[tokio::test]
async fn what_the_description_does_not_allow_is_refused_and_recorded() {
    let fake = Fake::start();
    let bot = Bot::of(&fake);
    fake.person(7, "Li", "zh").has_started();
    let cases = [
        ("sendMessage", json!({"chat_id": 7}), "sendMessage: missing field text"),
        ("sendMessage", json!({"chat_id": 7, "text": "x", "extra": 1}), "sendMessage: unknown field extra"),
        ("sendMessage", json!({"chat_id": 7, "text": 5}), "sendMessage.text: must be String, is an integer"),
        (
            "sendMessage",
            json!({"chat_id": 7, "text": "x", "reply_markup": keyboard(json!([{"text": "x", "callback_data": "y"}]))}),
            "sendMessage.reply_markup.inline_keyboard[0]: must be Array of InlineKeyboardButton, is an object",
        ),
        (
            "sendMessage",
            json!({"chat_id": 7, "text": "x", "reply_parameters": {"message_id": "1"}}),
            "sendMessage.reply_parameters.message_id: must be Integer, is a string",
        ),
        ("setMyCommands", json!({"commands": [], "scope": {"type": "chat"}}), "setMyCommands.scope: missing field chat_id"),
        (
            "answerInlineQuery",
            json!({"inline_query_id": "1", "results": [{"type": "article", "id": "1", "title": "t",
                "input_message_content": {"message_txt": "x"}}]}),
            "answerInlineQuery.results[0].input_message_content: unknown field message_txt",
        ),
    ];
    for (method, params, expected) in cases {
        assert_eq!(bot.refused(method, params).await, expected);
    }
    assert_eq!(bot.answer("sendMesage", json!({})).await.0, 404);
    let violations = fake.take_violations();
    assert_eq!(violations.len(), 8);
    assert_eq!(violations[7], Violation { method: "sendMesage".into(), what: "unknown method".into() });
    assert_eq!(schema().version, "Bot API 10.1");
}

#[test]
fn a_fake_with_violations_fails_its_test() {
    let failed = std::panic::catch_unwind(|| {
        let fake = Fake::start();
        let http = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
        http.block_on(async { Bot::of(&fake).answer("sendMessage", json!({})).await });
    });
    let message = *failed.expect_err("the drop panics").downcast::<String>().expect("with a text");
    assert!(message.contains("missing field"), "{message}");
}

#[tokio::test]
async fn values_beyond_the_limits_are_violations() {
    let fake = Fake::start();
    let bot = Bot::of(&fake);
    fake.person(7, "Li", "zh").has_started();
    fake.forum(-100, "Desk");
    let text = |text: &str| json!({"chat_id": 7, "text": text});
    let button = |button: Value| json!({"chat_id": 7, "text": "x", "reply_markup": keyboard(json!([[button]]))});
    let row = |n: usize| vec![json!({"text": "x", "callback_data": "x"}); n];
    let command = |name: &str, about: &str| json!({"commands": [{"command": name, "description": about}]});
    bot.call("sendMessage", text(&"字".repeat(4096))).await;
    bot.call("sendMessage", json!({"chat_id": 7, "text": format!("<b>{}</b>", "x".repeat(4096)), "parse_mode": "HTML"})).await;
    bot.call("sendMessage", button(json!({"text": "x", "callback_data": "a".repeat(64)}))).await;
    let cases = [
        ("sendMessage", text(&"字".repeat(4097)), "message is too long"),
        ("sendMessage", text(&"😀".repeat(2049)), "message is too long"),
        ("sendMessage", text(" \n "), "message text is empty"),
        ("sendPhoto", json!({"chat_id": 7, "photo": "https://x/y.jpg", "caption": "x".repeat(1025)}), "message caption is too long"),
        ("sendMessage", button(json!({"text": "x", "callback_data": "字".repeat(22)})), "BUTTON_DATA_INVALID"),
        ("sendMessage", button(json!({"text": "x", "callback_data": ""})), "BUTTON_DATA_INVALID"),
        (
            "sendMessage",
            button(json!({"text": "x"})),
            "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
        ),
        ("sendMessage", button(json!({"text": "", "callback_data": "x"})), "can't parse inline keyboard button: Text must be non-empty"),
        ("sendMessage", button(json!({"text": "x", "url": "https://t.me/bot?start=a.b"})), "START_PARAM_INVALID"),
        ("sendMessage", json!({"chat_id": 7, "text": "x", "reply_markup": keyboard(json!([row(9)]))}), "REPLY_MARKUP_TOO_LONG"),
        ("sendMessage", json!({"chat_id": 7, "text": "x", "reply_markup": keyboard(json!(vec![row(1); 101]))}), "REPLY_MARKUP_TOO_LONG"),
        ("answerCallbackQuery", json!({"callback_query_id": "1", "text": "x".repeat(201)}), "MESSAGE_TOO_LONG"),
        ("createForumTopic", json!({"chat_id": -100, "name": ""}), "TOPIC_TITLE_EMPTY"),
        ("createForumTopic", json!({"chat_id": -100, "name": "x".repeat(129)}), "TOPIC_TITLE_INVALID"),
        ("setMyCommands", command("Start", "x"), "BOT_COMMAND_INVALID"),
        ("setMyCommands", command("start", ""), "BOT_COMMAND_DESCRIPTION_INVALID"),
        ("setMyDescription", json!({"description": "x".repeat(513)}), "BOT_DESCRIPTION_INVALID"),
        ("setMyShortDescription", json!({"short_description": "x".repeat(121)}), "BOT_SHORT_DESCRIPTION_INVALID"),
        ("setMyName", json!({"name": "x", "language_code": "zh-hans"}), "invalid language code specified"),
        ("setWebhook", json!({"url": "https://x", "secret_token": "a b"}), "secret token contains unallowed characters"),
        ("setWebhook", json!({"url": "http://example.org"}), "bad webhook: HTTPS url must be provided for webhook"),
        (
            "sendMediaGroup",
            json!({"chat_id": 7, "media": [{"type": "photo", "media": "x"}]}),
            "there must be at least 2 messages to send as an album",
        ),
        ("setMessageReaction", json!({"chat_id": 7, "message_id": 1, "reaction": [{"type": "emoji", "emoji": "✅"}]}), "REACTION_INVALID"),
    ];
    let count = cases.len();
    for (method, params, expected) in cases {
        assert_eq!(bot.refused(method, params).await, expected);
    }
    let result = |id: &str| json!({"type": "article", "id": id, "title": "t", "input_message_content": {"message_text": "x"}});
    let answer = |results: Vec<Value>| json!({"inline_query_id": "1", "results": results});
    assert_eq!(bot.refused("answerInlineQuery", answer(vec![result("1"), result("1")])).await, "RESULT_ID_DUPLICATE");
    assert_eq!(bot.refused("answerInlineQuery", answer(vec![result(&"x".repeat(65))])).await, "RESULT_ID_INVALID");
    let many = (0..51).map(|n| result(&n.to_string())).collect();
    assert_eq!(bot.refused("answerInlineQuery", answer(many)).await, "RESULTS_TOO_MUCH");
    assert_eq!(fake.take_violations().len(), count + 3);
}

#[test]
fn html_is_read_the_way_telegram_reads_it() {
    let read = |html: &str| parse_html(html).map(|f| (f.text, f.entities));
    let (text, entities) = read("  <b>粗<i>😀</i></b> &lt;&amp;&#65; <a href=\"https://x.cn/?a=1&amp;b=2\">链</a> ").expect("valid");
    assert_eq!(text, "粗😀 <&A 链");
    assert_eq!(
        json!(entities),
        json!([
            {"type": "bold", "offset": 0, "length": 3},
            {"type": "italic", "offset": 1, "length": 2},
            {"type": "text_link", "url": "https://x.cn/?a=1&b=2", "offset": 8, "length": 1}
        ])
    );
    let (_, entities) = read("<pre><code class=\"language-rust\">x</code></pre><blockquote expandable>q</blockquote>").expect("valid");
    assert!(entities.iter().any(|e| e["language"] == "rust") && entities.iter().any(|e| e["type"] == "expandable_blockquote"));
    assert_eq!(read("R&D & more").expect("valid").0, "R&D & more");
    for (html, error) in [
        ("<b>x", "Can't find end tag corresponding to start tag \"b\""),
        ("a <script>x</script>", "Unsupported start tag \"script\" at byte offset 2"),
        ("<b>x</i>", "Unmatched end tag at byte offset 4, expected \"</b>\", found \"</i>\""),
        ("x</b>", "Unexpected end tag at byte offset 1"),
        ("2 < 3", "Unclosed start tag at byte offset 2"),
        ("<p>x</p>", "Unsupported start tag \"p\" at byte offset 0"),
        ("<br>", "Unsupported start tag \"br\" at byte offset 0"),
        ("<span>x</span>", "Tag \"span\" must have class \"tg-spoiler\" at byte offset 0"),
    ] {
        assert_eq!(read(html).expect_err(html), error);
    }
}

#[tokio::test]
async fn unparsable_markup_is_refused() {
    let fake = Fake::start();
    let bot = Bot::of(&fake);
    fake.person(7, "Li", "zh").has_started();
    let refused = bot.refused("sendMessage", json!({"chat_id": 7, "text": "<b>x", "parse_mode": "HTML"})).await;
    assert_eq!(refused, "can't parse entities: Can't find end tag corresponding to start tag \"b\"");
    assert_eq!(fake.take_violations().len(), 1);
    // As a fault, it is nobody's bug.
    fake.fail_next("sendMessage", 7, Fault::Status(400, "Bad Request: can't parse entities: x".into()));
    assert_eq!(bot.refused("sendMessage", json!({"chat_id": 7, "text": "x"})).await, "can't parse entities: x");
}

// --- Updates ---------------------------------------------------------------------------------------

#[tokio::test]
async fn updates_are_kept_until_a_higher_offset_confirms_them() {
    let fake = Fake::start();
    let bot = Bot::of(&fake);
    let li = fake.person(7, "Li", "zh-hans");
    for n in 0..150 {
        li.says(&n.to_string());
    }
    let first = bot.updates(0).await;
    assert_eq!(first.len(), 100);
    assert_eq!((first[0]["update_id"].as_i64(), first[99]["message"]["text"].as_str()), (Some(1000), Some("99")));
    assert_eq!(first[0]["message"]["from"]["language_code"], "zh-hans");
    assert_eq!(bot.updates(0).await.len(), 100, "not confirmed yet");
    assert_eq!((fake.confirmed(), fake.handed_out(1000)), (0, 2));
    assert_eq!(bot.updates(1100).await.len(), 50);
    assert_eq!(fake.confirmed(), 100);
    assert_eq!(bot.call("getUpdates", json!({"limit": 3})).await.as_array().map(Vec::len), Some(3));
    let last = bot.updates(-2).await;
    assert_eq!((last.len(), last[0]["update_id"].as_i64()), (2, Some(1148)));
    assert_eq!(fake.confirmed(), 148, "a negative offset forgets what is before");
    assert!(bot.updates(1150).await.is_empty());
    assert!(fake.redeliver(1149));
    assert_eq!(bot.updates(0).await[0]["message"]["text"], "149");
}

#[tokio::test]
async fn ids_may_start_again_and_updates_die_after_a_day() {
    let fake = Fake::start();
    let bot = Bot::of(&fake);
    let li = fake.person(7, "Li", "zh");
    li.says("a");
    bot.updates(0).await;
    bot.updates(1001).await;
    fake.jump_update_ids(40);
    li.says("b");
    let again = bot.updates(1001).await;
    assert_eq!((again.len(), again[0]["update_id"].as_i64()), (1, Some(40)), "an offset from before confirms nothing");
    bot.updates(41).await;
    li.says("c");
    fake.advance(Duration::from_secs(25 * 3600));
    assert!(bot.updates(41).await.is_empty());
    assert_eq!(fake.expired_ids(), [41]);
}

#[tokio::test]
async fn a_long_poll_ends_when_something_comes_or_someone_else_polls() {
    let fake = Fake::start();
    let li = fake.person(7, "Li", "zh");
    let begun = Instant::now();
    let (got, ()) = tokio::join!(async { Bot::of(&fake).call("getUpdates", json!({"timeout": 30})).await }, async {
        tokio::time::sleep(Duration::from_millis(100)).await;
        li.says("hello");
    });
    assert_eq!(got[0]["message"]["text"], "hello");
    assert!(begun.elapsed() < SOON);
    let poll = json!({"offset": 1001, "timeout": 20});
    let (first, second) = tokio::join!(async { Bot::of(&fake).answer("getUpdates", poll.clone()).await }, async {
        tokio::time::sleep(Duration::from_millis(200)).await;
        Bot::of(&fake).answer("getUpdates", json!({"offset": 1001, "timeout": 1})).await
    });
    assert_eq!(first.0, 409, "{first:?}");
    assert!(first.1["description"].as_str().is_some_and(|d| d.starts_with("Conflict: terminated by other getUpdates request")));
    assert_eq!(second, (200, json!({"ok": true, "result": []})));
}

#[tokio::test]
async fn only_wanted_kinds_are_queued() {
    let fake = Fake::start();
    let bot = Bot::of(&fake);
    let li = fake.person(7, "Li", "zh");
    bot.call("getUpdates", json!({"allowed_updates": ["callback_query"]})).await;
    li.says("a");
    li.presses_data("x");
    let updates = bot.updates(0).await;
    assert_eq!(updates.len(), 1);
    assert_eq!(updates[0]["callback_query"]["data"], "x");
}

#[tokio::test]
async fn a_webhook_gets_updates_in_order_with_the_secret_until_it_says_yes() {
    use axum::http::{HeaderMap, StatusCode};
    use std::sync::{Arc, Mutex};
    let got: Arc<Mutex<Vec<(String, i64, String)>>> = Arc::default();
    let seen = got.clone();
    let hook = move |headers: HeaderMap, axum::Json(update): axum::Json<Value>| {
        let seen = seen.clone();
        async move {
            let secret = headers.get("x-telegram-bot-api-secret-token").and_then(|h| h.to_str().ok()).unwrap_or("").to_owned();
            let text = update["message"]["text"].as_str().unwrap_or("").to_owned();
            let mut seen = seen.lock().expect("not poisoned");
            seen.push((secret, update["message"]["chat"]["id"].as_i64().unwrap_or(0), text.clone()));
            // The first try of each "no" fails.
            let tries = seen.iter().filter(|(_, _, t)| *t == text).count();
            if text == "no" && tries < 3 { StatusCode::SERVICE_UNAVAILABLE } else { StatusCode::OK }
        }
    };
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let address = listener.local_addr().expect("bound");
    let app = axum::Router::new().route("/hook", axum::routing::post(hook));
    tokio::spawn(async move { axum::serve(listener, app).await });
    let fake = Fake::start();
    let bot = Bot::of(&fake);
    let (li, wang) = (fake.person(7, "Li", "zh"), fake.person(8, "Wang", "zh"));
    li.says("no");
    li.says("after");
    let url = format!("http://{address}/hook");
    bot.call("setWebhook", json!({"url": url, "secret_token": "s3cret", "max_connections": 2})).await;
    wang.says("other");
    let (status, body) = bot.answer("getUpdates", json!({})).await;
    assert_eq!((status, body["description"].as_str().is_some_and(|d| d.contains("webhook is active"))), (409, true));
    assert!(fake.wait_until_confirmed(SOON).await);
    let got = got.lock().expect("not poisoned").clone();
    assert!(got.iter().all(|(secret, _, _)| secret == "s3cret"));
    let of_li: Vec<&str> = got.iter().filter(|g| g.1 == 7).map(|g| g.2.as_str()).collect();
    assert_eq!(of_li, ["no", "no", "no", "after"], "a failing update holds its chat back");
    assert_eq!(got.iter().filter(|g| g.1 == 8).count(), 1);
    let info = bot.call("getWebhookInfo", json!({})).await;
    assert_eq!((&info["pending_update_count"], &info["url"]), (&json!(0), &json!(url)));
    assert_eq!(info["last_error_message"], "Wrong response from the webhook: 503");
    assert_eq!(fake.confirmed_ids().len(), 3);
    bot.call("deleteWebhook", json!({})).await;
    li.says("polled");
    assert_eq!(bot.updates(0).await.len(), 1);
}

// --- Chats and messages ----------------------------------------------------------------------------

#[tokio::test]
async fn a_person_sees_messages_edits_and_buttons_and_presses_them() {
    let fake = Fake::start();
    let bot = Bot::of(&fake);
    let li = fake.person(7, "Li", "zh").called("li_wh");
    assert_eq!(
        bot.answer("sendMessage", json!({"chat_id": 7, "text": "x"})).await.1["description"],
        "Forbidden: bot can't initiate conversation with a user"
    );
    li.says("/start abc");
    let update = &bot.updates(0).await[0];
    assert_eq!(update["message"]["entities"], json!([{"type": "bot_command", "offset": 0, "length": 6}]));
    let markup = keyboard(json!([
        [{"text": "举报侵权", "callback_data": "r"}],
        [{"text": "上一步", "callback_data": "b"}, {"text": "网站", "url": "https://x.cn"}]
    ]));
    let sent = bot.call("sendMessage", json!({"chat_id": 7, "text": "您好", "reply_markup": markup})).await;
    let shown = li.wait_for("您好", SOON).await;
    assert_eq!(shown.labels(), [vec!["举报侵权"], vec!["上一步", "网站"]]);
    assert_eq!(shown.message_id, sent["message_id"]);
    let query = li.presses("举报").expect("a label by its part");
    assert!(li.presses("没有").is_err());
    assert_eq!(li.unanswered_presses(), 1);
    let update = bot.updates(1001).await.remove(0);
    assert_eq!((&update["callback_query"]["data"], &update["callback_query"]["id"]), (&json!("r"), &json!(query)));
    assert_eq!(update["callback_query"]["message"]["reply_markup"], markup);
    bot.call("answerCallbackQuery", json!({"callback_query_id": query, "text": "好的"})).await;
    assert_eq!(li.wait_for_toast("好", SOON).await, "好的");
    assert_eq!(li.unanswered_presses(), 0);
    let too_old = "query is too old and response timeout expired or query ID is invalid";
    assert_eq!(bot.refused("answerCallbackQuery", json!({"callback_query_id": query})).await, too_old);
    let late = li.presses("r").expect("by its data");
    fake.advance(Duration::from_secs(61));
    assert_eq!(bot.refused("answerCallbackQuery", json!({"callback_query_id": late})).await, too_old);
    let edit = json!({"chat_id": 7, "message_id": sent["message_id"], "text": "在哪里？"});
    bot.call("editMessageText", edit.clone()).await;
    let shown = li.wait_for("在哪里", SOON).await;
    assert!(shown.edited && shown.buttons.is_empty() && li.screen().len() == 2, "{}", li.transcript());
    assert!(bot.refused("editMessageText", edit).await.starts_with("message is not modified: specified new message"));
    assert!(li.ever_saw("您好") && !li.sees("您好"));
    let old = li.presses_old(shown.message_id, "r");
    bot.call("answerCallbackQuery", json!({"callback_query_id": old})).await;
}

#[tokio::test]
async fn keyboards_below_the_input_field_send_what_they_say() {
    let fake = Fake::start();
    let bot = Bot::of(&fake);
    let li = fake.person(7, "Li", "zh").has_started();
    let rows = json!({"keyboard": [[{"text": "菜单"}, {"text": "位置", "request_location": true}]]});
    let sent = bot.call("sendMessage", json!({"chat_id": 7, "text": "x", "reply_markup": rows})).await;
    li.presses("菜单").expect("a key");
    li.presses("位置").expect("a key");
    let updates = bot.updates(0).await;
    assert_eq!(updates[0]["message"]["text"], "菜单");
    assert!(updates[1]["message"]["location"].is_object());
    let edit = json!({"chat_id": 7, "message_id": sent["message_id"], "text": "y"});
    assert_eq!(bot.refused("editMessageText", edit).await, "message can't be edited");
    bot.call("sendMessage", json!({"chat_id": 7, "text": "z", "reply_markup": {"remove_keyboard": true}})).await;
    assert!(li.presses("菜单").is_err());
}

#[tokio::test]
async fn messages_are_edited_and_deleted_within_the_rules() {
    let fake = Fake::start();
    let bot = Bot::of(&fake);
    let li = fake.person(7, "Li", "zh");
    let own = li.says("mine");
    let sent = bot.says(7, "a").await["message_id"].clone();
    let edit = |id: Value| json!({"chat_id": 7, "message_id": id, "text": "b"});
    assert_eq!(bot.refused("editMessageText", edit(json!(99))).await, "message to edit not found");
    assert_eq!(bot.refused("editMessageText", edit(json!(own))).await, "message can't be edited");
    let photo = bot.call("sendPhoto", json!({"chat_id": 7, "photo": "https://x/y.jpg", "caption": "c"})).await;
    assert_eq!(bot.refused("editMessageText", edit(photo["message_id"].clone())).await, "there is no text in the message to edit");
    let caption = json!({"chat_id": 7, "message_id": photo["message_id"], "caption": "d"});
    assert_eq!(bot.call("editMessageCaption", caption).await["caption"], "d");
    let delete = |id: &Value| json!({"chat_id": 7, "message_id": id});
    bot.call("deleteMessage", delete(&sent)).await;
    assert_eq!(bot.refused("deleteMessage", delete(&sent)).await, "message to delete not found");
    assert_eq!(li.history().last().map(|s| s.how), Some(SeenAs::Deleted));
    fake.advance(Duration::from_secs(49 * 3600));
    assert_eq!(bot.refused("deleteMessage", delete(&photo["message_id"])).await, "message can't be deleted for everyone");
    assert_eq!(
        bot.refused("sendMessage", json!({"chat_id": 7, "text": "x", "reply_parameters": {"message_id": 99}})).await,
        "message to be replied not found"
    );
    bot.call("setMessageReaction", json!({"chat_id": 7, "message_id": own, "reaction": [{"type": "emoji", "emoji": "👍"}]})).await;
    assert_eq!(li.screen()[0].reactions, ["👍"]);
    bot.call("sendChatAction", json!({"chat_id": 7, "action": "typing"})).await;
    assert_eq!(li.actions(), ["typing"]);
}

#[tokio::test]
async fn everything_a_person_can_send_reaches_the_bot_as_telegram_describes_it() {
    let fake = Fake::start();
    let bot = Bot::of(&fake);
    let (li, wang) = (fake.person(7, "Li", "zh"), fake.person(8, "Wang", "en").hides_forwards());
    let text = li.says("see https://x.cn and a@b.cn #tag");
    li.sends_photo(b"jpg".to_vec(), "photo");
    li.sends_document("a.pdf", "application/pdf", b"pdf".to_vec(), "");
    li.sends_album(vec![SentFile::new("1.jpg", "image/jpeg", *b"1"), SentFile::new("2.jpg", "image/jpeg", *b"2")], "album");
    li.sends_sticker();
    li.voice();
    li.video();
    li.dice();
    li.poll();
    li.contact(Some(7));
    li.location(30.5, 114.3);
    li.forwards(&wang, "fwd");
    li.replies(text, "re");
    li.edits(text, "changed");
    li.blocks_bot();
    li.unblocks_bot();
    li.inline_query("q");
    li.raw(json!({"unheard_of": {}}));
    let updates = bot.updates(0).await;
    let kinds: Vec<String> = updates
        .iter()
        .map(|u| {
            let kind = u.as_object().and_then(|o| o.keys().find(|k| *k != "update_id")).cloned().unwrap_or_default();
            let inside = ["text", "photo", "document", "sticker", "voice", "video", "dice", "poll", "contact", "location"];
            inside.iter().find(|k| u[&kind].get(k).is_some()).map_or(kind.clone(), |k| format!("{kind}.{k}"))
        })
        .collect();
    let message = |k: &str| format!("message.{k}");
    let mut expected: Vec<String> =
        ["text", "photo", "document", "photo", "photo", "sticker", "voice", "video", "dice", "poll", "contact", "location", "text", "text"]
            .map(message)
            .to_vec();
    let others = ["edited_message.text", "my_chat_member", "my_chat_member", "inline_query", "unheard_of"];
    expected.extend(others.map(str::to_owned));
    assert_eq!(kinds, expected);
    assert_eq!(updates[0]["message"]["entities"].as_array().map(Vec::len), Some(3));
    assert_eq!(updates[3]["message"]["media_group_id"], updates[4]["message"]["media_group_id"]);
    assert_eq!(updates[12]["message"]["forward_origin"]["sender_user_name"], "Wang");
    assert_eq!(updates[13]["message"]["reply_to_message"]["message_id"], text);
    assert_eq!(updates[15]["my_chat_member"]["new_chat_member"]["status"], "kicked");
    // The fake checks its own objects against the description: no violation but the deliberate one above.
    assert_eq!(fake.violations(), []);
}

#[tokio::test]
async fn inline_answers_reach_who_asked() {
    let fake = Fake::start();
    let bot = Bot::of(&fake);
    let li = fake.person(7, "Li", "zh");
    let id = li.inline_query("专利");
    let results = json!([{"type": "article", "id": "1", "title": "t", "input_message_content": {"message_text": "x"}}]);
    bot.call("answerInlineQuery", json!({"inline_query_id": id, "results": results, "is_personal": true})).await;
    assert_eq!(json!(li.inline_results()), results);
}

#[tokio::test]
async fn people_and_chats_that_are_gone_say_so() {
    let fake = Fake::start();
    let bot = Bot::of(&fake);
    let li = fake.person(7, "Li", "zh");
    li.says("x");
    li.blocks_bot();
    let send = json!({"chat_id": 7, "text": "x"});
    let (status, body) = bot.answer("sendMessage", send.clone()).await;
    assert_eq!((status, &body["description"]), (403, &json!("Forbidden: bot was blocked by the user")));
    li.says("back");
    bot.call("sendMessage", send.clone()).await;
    li.is_deactivated();
    assert_eq!(bot.answer("sendMessage", send).await.1["description"], "Forbidden: user is deactivated");
    assert_eq!(bot.refused("sendMessage", json!({"chat_id": 99, "text": "x"})).await, "chat not found");
    let group = fake.group(-5, "Old");
    group.migrate_to(-1005);
    let (status, body) = bot.answer("sendMessage", json!({"chat_id": -5, "text": "x"})).await;
    assert_eq!(status, 400);
    assert_eq!(body["description"], "Bad Request: group chat was upgraded to a supergroup chat");
    assert_eq!(body["parameters"], json!({"migrate_to_chat_id": -1005}));
    bot.says(-1005, "x").await;
    let forum = fake.forum(-100, "Desk");
    forum.kick_bot();
    let (status, body) = bot.answer("sendMessage", json!({"chat_id": -100, "text": "x"})).await;
    assert_eq!((status, &body["description"]), (403, &json!("Forbidden: bot was kicked from the supergroup chat")));
    forum.promote_bot();
    bot.call("leaveChat", json!({"chat_id": -100})).await;
    assert!(!forum.bot_is_inside());
}

// --- Forum -----------------------------------------------------------------------------------------

#[tokio::test]
async fn topics_live_change_close_and_die() {
    let fake = Fake::start();
    let bot = Bot::of(&fake);
    let forum = fake.forum(-100, "Desk");
    let clerk = forum.member(&fake.person(50, "Zhao", "zh"));
    let made = bot.call("createForumTopic", json!({"chat_id": -100, "name": "WH-1 新"})).await;
    let topic = made["message_thread_id"].as_i64().expect("an id");
    assert_eq!(forum.wait_for_topic("WH-1", SOON).await.id, topic);
    let to_topic = |text: &str| json!({"chat_id": -100, "message_thread_id": topic, "text": text});
    let card = bot.call("sendMessage", to_topic("card")).await;
    assert_eq!((&card["is_topic_message"], &card["message_thread_id"]), (&json!(true), &json!(topic)));
    assert!(card["chat"]["is_forum"] == true && card["reply_to_message"]["forum_topic_created"].is_object(), "{card}");
    bot.call("pinChatMessage", json!({"chat_id": -100, "message_id": card["message_id"]})).await;
    assert!(forum.topic_messages(topic).iter().any(|m| m.text == "card" && m.pinned));
    clerk.says_in(topic, "note");
    clerk.says("general");
    let updates = bot.updates(0).await;
    assert_eq!(updates[0]["message"]["reply_to_message"]["message_id"], topic, "a plain message replies to the topic");
    assert!(updates[1]["message"].get("message_thread_id").is_none());
    let topics = |method: &'static str| (method, json!({"chat_id": -100, "message_thread_id": topic}));
    let rename = json!({"chat_id": -100, "message_thread_id": topic, "name": "WH-1 done"});
    bot.call("editForumTopic", rename.clone()).await;
    assert_eq!(bot.refused("editForumTopic", rename).await, "TOPIC_NOT_MODIFIED");
    let (close, place) = topics("closeForumTopic");
    bot.call(close, place.clone()).await;
    assert_eq!(bot.refused(close, place.clone()).await, "TOPIC_NOT_MODIFIED");
    assert!(forum.topic("WH-1").is_some_and(|t| t.closed && t.name == "WH-1 done"));
    bot.call("sendMessage", to_topic("administrators may")).await;
    bot.call("reopenForumTopic", place.clone()).await;
    forum.delete_topic(topic);
    assert!(forum.topic_messages(topic).is_empty());
    assert_eq!(bot.refused("sendMessage", to_topic("x")).await, "message thread not found");
    assert_eq!(bot.refused(close, place).await, "TOPIC_ID_INVALID");
    let general = json!({"chat_id": -100, "message_thread_id": 1, "text": "x"});
    assert_eq!(bot.refused("sendMessage", general).await, "message thread not found");
    bot.says(-100, "x").await;
}

#[tokio::test]
async fn a_demoted_bot_has_no_rights_and_hears_little() {
    let fake = Fake::start();
    let bot = Bot::of(&fake);
    let forum = fake.forum(-100, "Desk");
    let zhao = fake.person(50, "Zhao", "zh");
    let clerk = forum.admin(&zhao);
    let topic = forum.opens_topic(&clerk, "by a clerk");
    let create = json!({"chat_id": -100, "name": "x"});
    bot.call("createForumTopic", create.clone()).await;
    let member = |user: i64| json!({"chat_id": -100, "user_id": user});
    assert_eq!(bot.call("getChatMember", member(123456)).await["can_manage_topics"], true);
    assert_eq!(bot.call("getChatMember", member(50)).await["status"], "administrator");
    fake.person(51, "Stranger", "zh");
    assert_eq!(bot.call("getChatMember", member(51)).await["status"], "left");
    assert_eq!(bot.call("getChatAdministrators", json!({"chat_id": -100})).await.as_array().map(Vec::len), Some(2));
    let next = 1 + bot.updates(0).await.last().and_then(|u| u["update_id"].as_i64()).expect("the topic was announced");
    forum.demote_bot();
    assert_eq!(bot.call("getChatMember", member(123456)).await["status"], "member");
    assert_eq!(bot.refused("createForumTopic", create.clone()).await, "not enough rights to create a topic");
    let close = json!({"chat_id": -100, "message_thread_id": topic});
    assert_eq!(bot.refused("closeForumTopic", close).await, "not enough rights to edit the topic");
    let pin = json!({"chat_id": -100, "message_id": topic});
    assert_eq!(bot.refused("pinChatMessage", pin).await, "not enough rights to manage pinned messages in the chat");
    forum.close_topic(topic);
    let send = json!({"chat_id": -100, "message_thread_id": topic, "text": "x"});
    assert_eq!(bot.refused("sendMessage", send).await, "TOPIC_CLOSED");
    clerk.says_in(topic, "not for the bot");
    clerk.says_in(topic, "/claim");
    let heard = bot.updates(next).await;
    let texts: Vec<&str> = heard.iter().filter_map(|u| u["message"]["text"].as_str()).collect();
    assert_eq!(texts, ["/claim"]);
    assert!(heard.iter().any(|u| u["my_chat_member"]["new_chat_member"]["status"] == "member"));
    forum.promote_bot();
    forum.switch_topics_off();
    assert_eq!(bot.refused("createForumTopic", create).await, "the chat is not a forum");
}

#[tokio::test]
async fn groups_move_and_hidden_administrators_stay_hidden() {
    let fake = Fake::start();
    let bot = Bot::of(&fake);
    let forum = fake.forum(-100, "Desk");
    let made = bot.call("createForumTopic", json!({"chat_id": -100, "name": "t"})).await;
    let topic = made["message_thread_id"].as_i64().expect("an id");
    let markup = keyboard(json!([[{"text": "Claim", "callback_data": "c"}]]));
    bot.call("sendMessage", json!({"chat_id": -100, "message_thread_id": topic, "text": "card", "reply_markup": markup})).await;
    forum.anonymous().says_in(topic, "hidden");
    forum.member(&fake.person(50, "Zhao", "zh")).presses_in(topic, "Claim").expect("a button");
    let updates = bot.updates(0).await;
    assert_eq!(updates[0]["message"]["from"]["username"], "GroupAnonymousBot");
    assert_eq!(updates[0]["message"]["sender_chat"]["id"], -100);
    assert_eq!(updates[1]["callback_query"]["from"]["id"], 50);
    let moved = forum.migrate_to(-200);
    let updates = bot.updates(1002).await;
    assert_eq!(updates[0]["message"]["migrate_to_chat_id"], -200);
    assert_eq!(updates[1]["message"]["migrate_from_chat_id"], -100);
    bot.call("sendMessage", json!({"chat_id": -200, "message_thread_id": topic, "text": "here"})).await;
    moved.wait_for_in(Some(topic), "here", SOON).await;
}

#[tokio::test]
async fn copies_and_forwards_keep_content() {
    let fake = Fake::start();
    let bot = Bot::of(&fake);
    let li = fake.person(7, "Li", "zh");
    let forum = fake.forum(-100, "Desk");
    let photo = li.sends_photo(b"jpg".to_vec(), "看");
    let params = |id: i64| json!({"chat_id": -100, "from_chat_id": 7, "message_id": id});
    let copied = bot.call("copyMessage", params(photo)).await;
    assert_eq!(copied.as_object().map(|o| o.len()), Some(1));
    let forwarded = bot.call("forwardMessage", params(photo)).await;
    assert_eq!(forwarded["forward_origin"]["sender_user"]["id"], 7);
    assert_eq!(forum.general_messages().iter().filter(|m| m.kind == "photo" && m.text == "看").count(), 2);
    assert_eq!(bot.refused("copyMessage", params(99)).await, "message to copy not found");
    assert_eq!(bot.refused("forwardMessage", params(99)).await, "message to forward not found");
}

// --- Profile ---------------------------------------------------------------------------------------

#[tokio::test]
async fn what_the_bot_sets_about_itself_is_kept_by_language() {
    let fake = Fake::start();
    let bot = Bot::of(&fake);
    let commands = json!([{"command": "start", "description": "开始"}]);
    let scope = json!({"type": "all_private_chats"});
    let params = json!({"commands": commands, "scope": scope, "language_code": "zh"});
    bot.call("setMyCommands", params).await;
    assert_eq!(fake.commands("all_private_chats", "zh"), [("start".to_owned(), "开始".to_owned())]);
    assert_eq!(bot.call("getMyCommands", json!({"scope": scope, "language_code": "zh"})).await, commands);
    assert_eq!(bot.call("getMyCommands", json!({})).await, json!([]));
    bot.call("setMyName", json!({"name": "知识产权", "language_code": "zh"})).await;
    bot.call("setMyDescription", json!({"description": "desc"})).await;
    bot.call("setMyShortDescription", json!({"short_description": "short"})).await;
    assert_eq!(bot.call("getMyDescription", json!({"language_code": "zh"})).await["description"], "desc");
    assert_eq!(fake.profile("zh").0, "知识产权");
    bot.call("setChatMenuButton", json!({"menu_button": {"type": "commands"}})).await;
    assert_eq!(bot.call("getChatMenuButton", json!({})).await["type"], "commands");
    assert_eq!(bot.call("logOut", json!({})).await, true);
}

// --- Faults ----------------------------------------------------------------------------------------

#[tokio::test]
async fn faults_happen_once_where_they_were_put() {
    let fake = Fake::start();
    let bot = Bot::of(&fake);
    let (li, wang) = (fake.person(7, "Li", "zh").has_started(), fake.person(8, "Wang", "zh").has_started());
    let send = |chat: i64, text: &str| bot.http.post(bot.url("sendMessage")).json(&json!({"chat_id": chat, "text": text}));
    fake.fail_next("sendMessage", 7, Fault::LoseResponse);
    fake.fail_next("sendMessage", 7, Fault::DropBeforeApply);
    fake.fail_next("sendMessage", 7, Fault::HtmlBadGateway);
    fake.fail_next("sendMessage", 7, Fault::Status(500, "Internal Server Error".into()));
    bot.says(8, "untouched").await;
    assert!(send(7, "lost").send().await.is_err());
    assert!(send(7, "dropped").send().await.is_err());
    let page = send(7, "x").send().await.expect("an answer");
    assert_eq!((page.status().as_u16(), page.text().await.is_ok_and(|t| t.starts_with("<html>"))), (502, true));
    assert_eq!(send(7, "x").send().await.expect("an answer").status(), 500);
    bot.says(7, "fine").await;
    let texts: Vec<String> = li.screen().into_iter().map(|m| m.text).collect();
    assert_eq!(texts, ["lost", "fine"], "lost answers had their effect");
    assert_eq!(wang.screen().len(), 1);
    let calls = fake.calls_of("sendMessage");
    assert_eq!(calls.iter().map(|c| c.status).collect::<Vec<_>>(), [200, 0, 0, 502, 500, 200]);
    assert_eq!(calls.iter().map(|c| (c.applied, c.response_lost)).collect::<Vec<_>>()[..3], [(true, false), (true, true), (false, false)]);
    fake.fail_next("sendMessage", None, Fault::Delay(300));
    let begun = Instant::now();
    bot.says(7, "slow").await;
    assert!(begun.elapsed() >= Duration::from_millis(300));
    fake.fail_next("*", None, Fault::Hang);
    let hung = send(7, "hung").timeout(Duration::from_millis(200)).send().await;
    assert!(hung.is_err_and(|e| e.is_timeout()));
    assert_eq!(fake.faults_left(), 0);
}

#[tokio::test]
async fn the_same_seed_makes_the_same_faults() {
    let run = async || {
        let fake = Fake::start();
        let bot = Bot::of(&fake);
        fake.person(7, "Li", "zh").has_started();
        fake.set_rates(Rates { seed: 5, lost: 0.2, server_error: 0.2, ..Rates::default() });
        for n in 0..60 {
            let _ = bot.http.post(bot.url("sendMessage")).json(&json!({"chat_id": 7, "text": n.to_string()})).send().await;
        }
        fake.calls().iter().map(|c| (c.status, c.applied)).collect::<Vec<_>>()
    };
    let first = run().await;
    assert_eq!(first, run().await);
    assert!(first.iter().filter(|c| **c == (0, true)).count() > 3, "{first:?}");
    assert!(first.iter().filter(|c| !c.1).count() > 3, "{first:?}");
}

#[tokio::test]
async fn flood_limits_answer_429_and_notice_who_does_not_wait() {
    let fake = Fake::start();
    let bot = Bot::of(&fake);
    fake.person(7, "Li", "zh").has_started();
    fake.person(8, "Wang", "zh").has_started();
    fake.forum(-100, "Desk");
    fake.set_flood_limits(Some(FloodLimits::default()));
    for _ in 0..3 {
        bot.says(7, "x").await;
    }
    let (status, body) = bot.answer("sendMessage", json!({"chat_id": 7, "text": "x"})).await;
    assert_eq!((status, &body["parameters"]["retry_after"]), (429, &json!(1)), "{body}");
    assert_eq!(body["description"], "Too Many Requests: retry after 1");
    bot.says(8, "others are not held").await;
    assert_eq!(fake.early_sends(), []);
    fake.advance(Duration::from_millis(500));
    assert_eq!(bot.answer("sendMessage", json!({"chat_id": 7, "text": "x"})).await.0, 429);
    assert_eq!(fake.early_sends().len(), 1);
    fake.advance(Duration::from_millis(1000));
    bot.says(7, "x").await;
    for _ in 0..20 {
        bot.says(-100, "x").await;
        fake.advance(Duration::from_millis(40));
    }
    assert_eq!(bot.answer("sendMessage", json!({"chat_id": -100, "text": "x"})).await.0, 429);
    fake.fail_next("sendMessage", 8, Fault::RetryAfter(30));
    let (status, body) = bot.answer("sendMessage", json!({"chat_id": 8, "text": "x"})).await;
    assert_eq!((status, &body["parameters"]), (429, &json!({"retry_after": 30})));
    fake.advance(Duration::from_secs(10));
    assert_eq!(bot.answer("sendMessage", json!({"chat_id": 8, "text": "x"})).await.0, 429);
    assert_eq!(fake.early_sends().last().map(|e| e.chat), Some(Some(8)));
    fake.advance(Duration::from_secs(20));
    bot.says(8, "x").await;
}

#[tokio::test]
async fn offline_means_nobody_answers() {
    let fake = Fake::start();
    let bot = Bot::of(&fake);
    bot.call("getMe", json!({})).await;
    // The switch is thrown on the server's own thread.
    let answers = async || bot.http.get(bot.url("getMe")).send().await.is_ok();
    let becomes = async |wanted: bool| {
        let begun = Instant::now();
        while answers().await != wanted {
            assert!(begun.elapsed() < SOON, "still not {wanted}");
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    };
    fake.go_offline();
    becomes(false).await;
    assert!(bot.http.post(bot.url("getMe")).send().await.is_err_and(|e| e.is_connect()));
    fake.go_online();
    becomes(true).await;
}

// --- Load ------------------------------------------------------------------------------------------

#[tokio::test]
async fn a_load_walks_each_person_through_the_script_one_reply_at_a_time() {
    let fake = Fake::start();
    let mut load = Load::new("# a walk\n/start\nwait:menu\npress:#1\npress:Back\n", 5, 60).expect("a script");
    load.reply_timeout = SOON;
    let echo = async {
        let bot = Bot::of(&fake);
        let mut offset = 0;
        loop {
            let updates = bot.call("getUpdates", json!({"offset": offset, "timeout": 1})).await;
            for update in updates.as_array().into_iter().flatten() {
                offset = update["update_id"].as_i64().unwrap_or(0) + 1;
                let chat = update["message"]["chat"]["id"].as_i64().or(update["callback_query"]["from"]["id"].as_i64());
                let markup = keyboard(json!([[{"text": "Back", "callback_data": "b"}]]));
                bot.call("sendMessage", json!({"chat_id": chat, "text": "menu", "reply_markup": markup})).await;
            }
        }
    };
    let report = tokio::select! {
        report = load.run(&fake) => report,
        () = echo => unreachable!("the echo never ends"),
    };
    assert!(!report.errors.any(), "{report:?}");
    assert_eq!((report.updates, report.replies, report.confirmed), (60, 60, 60));
    assert!(report.latency_ms.p50 > 0.0 && report.latency_ms.p50 <= report.latency_ms.max);
    assert!(Load::new("press:x", 1, 1).is_err() && Load::new("a\npress:#0", 1, 1).is_err());
}
