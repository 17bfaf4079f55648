//! From a request on the socket to an answer: token, body, faults, flood limits, schema, method; long polling; delivery
//! to a webhook.

use super::faults::Fault;
use super::http::{self, Answer, Client, Request};
use super::methods::{self, Upload, Uploads};
use super::model::{Kind, Refusal, State};
use super::profile;
use super::record::Call;
use super::schema::schema;
use super::{Shared, lock};
use serde_json::{Map, Value, json};
use std::sync::atomic::Ordering;
use std::sync::{Arc, Mutex};
use std::time::Duration;
use tokio::time::Instant;

type Params = Map<String, Value>;

/// Longest wait of `getUpdates`.
const POLL_CAP: Duration = Duration::from_secs(50);

/// Answers one request.
pub async fn handle(shared: Arc<Shared>, request: Request) -> Answer {
    let path = request.path.strip_prefix(shared.options.prefix.as_str()).unwrap_or(&request.path).to_owned();
    let path = http::percent_decode(&path);
    if let Some(rest) = path.strip_prefix("/file/bot") {
        return download(&shared, rest);
    }
    let Some((token, method)) = path.strip_prefix("/bot").and_then(|rest| rest.split_once('/')) else {
        return refuse(&Refusal { code: 404, ..named("Not Found") });
    };
    {
        let state = lock(&shared.state);
        if token != state.options.token || !state.token_valid {
            return refuse(&Refusal { code: 401, ..named("Unauthorized") });
        }
    }
    let method = method.to_owned();
    match body(&method, request) {
        Ok((params, uploads)) => call(&shared, &method, params, uploads).await,
        Err(what) => {
            shared.with(|state| state.violation(&method, what));
            refuse(&Refusal::bad("can't parse the request"))
        }
    }
}

fn named(description: &str) -> Refusal {
    Refusal { description: description.to_owned(), ..Refusal::bad("") }
}

fn refuse(refusal: &Refusal) -> Answer {
    Answer::json(refusal.code, &refusal.body())
}

/// Parameters from the query, a form, JSON or multipart.
fn body(method: &str, request: Request) -> Result<(Params, Uploads), String> {
    let method = schema().method(method).unwrap_or(method);
    let mut params: Params = http::form(&request.query).into_iter().map(|(k, v)| (k, Value::String(v))).collect();
    let mut uploads = Uploads::new();
    let kind = request.headers.get("content-type").map_or("", String::as_str);
    if kind.starts_with("multipart/form-data") {
        for part in http::multipart(kind, &request.body).ok_or("malformed multipart body")? {
            if part.file_name.is_some() {
                params.entry(part.name.clone()).or_insert_with(|| json!(format!("attach://{}", part.name)));
                uploads.insert(part.name, Upload { name: part.file_name, mime: part.content_type, bytes: part.bytes });
            } else {
                params.insert(part.name, Value::String(String::from_utf8_lossy(&part.bytes).into_owned()));
            }
        }
        // Files that are only attached are no parameters of their own.
        let attached: Vec<String> = uploads.keys().filter(|name| !is_field(method, name)).cloned().collect();
        attached.iter().for_each(|name| drop(params.remove(name)));
    } else if kind.starts_with("application/x-www-form-urlencoded") {
        let text = String::from_utf8(request.body).map_err(|_| "form is not UTF-8")?;
        params.extend(http::form(&text).into_iter().map(|(k, v)| (k, Value::String(v))));
    } else if kind.starts_with("application/json") && !request.body.is_empty() {
        schema().read_texts(method, &mut params);
        match serde_json::from_slice(&request.body) {
            Ok(Value::Object(object)) => params.extend(object.into_iter().filter(|(_, value)| !value.is_null())),
            _ => return Err("body is not a JSON object".into()),
        }
        schema().read_serialized(method, &mut params);
        return Ok((params, uploads));
    }
    schema().read_texts(method, &mut params);
    Ok((params, uploads))
}

fn is_field(method: &str, name: &str) -> bool {
    let one = Map::from_iter([(name.to_owned(), json!(""))]);
    !matches!(schema().check_call(method, &one), Err(error) if error.contains("unknown field"))
}

/// A call with the way there and back: what is in flight is on one of them.
async fn call(shared: &Arc<Shared>, sent: &str, params: Params, uploads: Uploads) -> Answer {
    let half = shared.options.latency / 2;
    let counts = schema().method(sent) != Some("getUpdates");
    shared.in_flight.fetch_add(usize::from(counts), Ordering::SeqCst);
    if half > Duration::ZERO {
        tokio::time::sleep(half).await;
    }
    let answer = apply(shared, sent, params, uploads).await;
    if half > Duration::ZERO {
        tokio::time::sleep(half).await;
    }
    shared.in_flight.fetch_sub(usize::from(counts), Ordering::SeqCst);
    answer
}

async fn apply(shared: &Arc<Shared>, sent: &str, params: Params, mut uploads: Uploads) -> Answer {
    let Some(method) = schema().method(sent) else {
        shared.with(|state| state.violation(sent, "unknown method".into()));
        return refuse(&Refusal { code: 404, ..named("Not Found") });
    };
    let (chat, fault, number) = shared.with_quietly(|state| {
        let chat = methods::chat_of(state, &params);
        let fault = state.faults.draw(method, chat);
        state.record.count += 1;
        let number = state.record.count;
        if state.options.record && method != "getUpdates" {
            let at_ms = state.now_ms();
            let call = Call {
                number,
                method: method.to_owned(),
                params: Value::Object(params.clone()),
                chat,
                at_ms,
                status: 0,
                error: None,
                applied: false,
                response_lost: false,
                fault: fault.clone(),
            };
            state.record.calls.push(call);
        }
        (chat, fault, number)
    });
    let not_applied = match &fault {
        Some(Fault::Status(code, description)) => Some(Refusal { code: *code, ..named(description) }),
        Some(Fault::RetryAfter(seconds)) => {
            shared.with(|state| {
                let now = state.now_ms();
                state.flood.close(chat, now, *seconds);
            });
            Some(too_many(*seconds))
        }
        _ => None,
    };
    if let Some(refusal) = not_applied {
        settle(shared, number, |call| {
            call.status = refusal.code;
            call.error = Some(refusal.description.clone());
        });
        return refuse(&refusal);
    }
    match fault {
        Some(Fault::DropBeforeApply) => return Answer::Close,
        Some(Fault::HtmlBadGateway) => {
            settle(shared, number, |call| call.status = 502);
            let body = "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n<center><h1>502 Bad \
                        Gateway</h1></center>\r\n<hr><center>nginx/1.18.0</center>\r\n</body>\r\n</html>\r\n";
            return Answer::Reply { status: 502, content_type: "text/html", body: body.into() };
        }
        _ => {}
    }
    let answer = if method == "getUpdates" {
        get_updates(shared, &params).await
    } else {
        shared
            .with(|state| {
                let result = admit(state, method, &params).and_then(|()| methods::call(state, method, &params, &mut uploads));
                if let Err(refusal) = &result
                    && refusal.violation
                {
                    state.violation(method, refusal.description.clone());
                }
                if let Ok(value) = &result
                    && state.options.check
                    && value.get("message_id").is_some()
                    && value.get("date").is_some()
                    && let Err(what) = schema().check_type("Message", value)
                {
                    state.violation("(the fake itself)", what);
                }
                result
            })
            .map(|value| ok_body(&value.to_string()))
    };
    let lost = matches!(fault, Some(Fault::LoseResponse | Fault::Hang));
    settle(shared, number, |call| {
        call.applied = answer.is_ok();
        call.response_lost = lost && answer.is_ok();
        call.status = if lost { 0 } else { answer.as_ref().map_or_else(|r| r.code, |_| 200) };
        call.error = answer.as_ref().err().map(|r| r.description.clone());
    });
    match fault {
        Some(Fault::LoseResponse) => return Answer::Close,
        Some(Fault::Hang) => return Answer::Hang,
        Some(Fault::Delay(ms)) => tokio::time::sleep(Duration::from_millis(ms)).await,
        _ => {}
    }
    match answer {
        Ok(body) => Answer::Reply { status: 200, content_type: "application/json", body },
        Err(refusal) => refuse(&refusal),
    }
}

fn ok_body(result: &str) -> Vec<u8> {
    format!(r#"{{"ok":true,"result":{result}}}"#).into_bytes()
}

fn settle(shared: &Shared, number: u64, change: impl FnOnce(&mut Call)) {
    shared.with_quietly(|state| {
        if let Some(call) = state.record.calls.iter_mut().rev().find(|call| call.number == number) {
            change(call);
        }
    });
}

fn too_many(seconds: u64) -> Refusal {
    let description = format!("Too Many Requests: retry after {seconds}");
    Refusal { code: 429, parameters: Some(json!({"retry_after": seconds})), ..named(&description) }
}

/// Schema and flood limits.
fn admit(state: &mut State, method: &str, params: &Params) -> Result<(), Refusal> {
    if state.options.check {
        schema().check_call(method, params).map_err(Refusal::violation)?;
    }
    if methods::counts_as_sending(method)
        && let Some(chat) = methods::chat_of(state, params)
    {
        let group = state.chats.get(&chat).map_or(chat < 0, |c| c.kind != Kind::Private);
        let now = state.now_ms();
        state.flood.admit(method, chat, group, now).map_err(too_many)?;
    }
    Ok(())
}

fn download(shared: &Shared, rest: &str) -> Answer {
    let Some((token, path)) = rest.split_once('/') else {
        return refuse(&Refusal { code: 404, ..named("Not Found") });
    };
    let mut state = lock(&shared.state);
    if token != state.options.token || !state.token_valid {
        return refuse(&Refusal { code: 401, ..named("Unauthorized") });
    }
    match state.faults.draw("(file)", None) {
        Some(Fault::Status(code, description)) => {
            return refuse(&Refusal { code, ..named(&description) });
        }
        Some(Fault::Hang) => return Answer::Hang,
        Some(_) => return Answer::Close,
        None => {}
    }
    let now = state.now_ms();
    let fresh = |from: i64| now - from <= 3_600_000;
    match state.files.values().find(|f| f.path == path && f.link_from_ms.is_some_and(fresh)) {
        Some(file) => Answer::Reply { status: 200, content_type: "application/octet-stream", body: file.bytes.as_ref().clone() },
        None => refuse(&Refusal { code: 404, ..named("Not Found") }),
    }
}

// --- Polling -----------------------------------------------------------------------------------------

fn conflict(description: &str) -> Refusal {
    Refusal { code: 409, ..named(&format!("Conflict: {description}")) }
}

const WEBHOOK_ACTIVE: &str = "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first";
const TERMINATED: &str = "terminated by other getUpdates request; make sure that only one bot instance is running";

async fn get_updates(shared: &Arc<Shared>, params: &Params) -> Result<Vec<u8>, Refusal> {
    let number = |key: &str, default: i64| params.get(key).and_then(Value::as_i64).unwrap_or(default);
    let limit = number("limit", 100).clamp(1, 100) as usize;
    let timeout = Duration::from_secs(number("timeout", 0).clamp(0, 3600) as u64).min(POLL_CAP);
    let offset = number("offset", 0);
    let mut changed = shared.changed.subscribe();
    let mine = shared.with(|state| {
        if state.options.check {
            schema().check_call("getUpdates", params).map_err(|what| {
                state.violation("getUpdates", what.clone());
                Refusal::violation(what)
            })?;
        }
        if state.updates.webhook.is_some() {
            return Err(conflict(WEBHOOK_ACTIVE));
        }
        if let Some(kinds) = params.get("allowed_updates") {
            profile::set_allowed(state, kinds);
        }
        if offset > 0 {
            state.updates.confirm_below(offset);
        }
        state.updates.poll += 1;
        Ok(state.updates.poll)
    })?;
    let deadline = Instant::now() + timeout;
    loop {
        changed.mark_unchanged();
        let batch = shared.with_quietly(|state| {
            if state.updates.webhook.is_some() {
                return Err(conflict(WEBHOOK_ACTIVE));
            }
            if state.updates.poll != mine {
                return Err(conflict(TERMINATED));
            }
            let now = state.now_ms();
            state.updates.drop_old(now);
            Ok(state.updates.batch(offset, limit))
        })?;
        if !batch.is_empty() || Instant::now() >= deadline {
            return Ok(ok_body(&format!("[{}]", batch.join(","))));
        }
        let _ = tokio::time::timeout_at(deadline, changed.changed()).await;
    }
}

// --- Webhook -----------------------------------------------------------------------------------------

/// Posts updates to the webhook as long as the fake lives.
pub async fn deliver(shared: Arc<Shared>) {
    let clients: Arc<Mutex<Vec<Client>>> = Arc::default();
    let mut changed = shared.changed.subscribe();
    loop {
        changed.mark_unchanged();
        while let Some((url, secret, delivery)) = shared.with_quietly(|state| {
            let now = state.now_ms();
            state.updates.drop_old(now);
            let delivery = state.updates.next_delivery(now)?;
            let webhook = state.updates.webhook.clone()?;
            Some((webhook.url, webhook.secret, delivery))
        }) {
            tokio::spawn(post(shared.clone(), clients.clone(), (url, secret), delivery));
        }
        let due = shared.with_quietly(|state| state.updates.next_due_ms().map(|due| due - state.now_ms()));
        let wait = Duration::from_millis(due.unwrap_or(60_000).clamp(1, 60_000) as u64);
        let _ = tokio::time::timeout(wait, changed.changed()).await;
    }
}

async fn post(shared: Arc<Shared>, clients: Arc<Mutex<Vec<Client>>>, to: (String, Option<String>), delivery: (i64, i64, String)) {
    let (url, secret) = to;
    let (lane, id, json) = delivery;
    let mut client = lock(&clients).pop().unwrap_or_default();
    let mut headers = Vec::new();
    if let Some(secret) = &secret {
        headers.push(("X-Telegram-Bot-Api-Secret-Token", secret.as_str()));
    }
    let sent = tokio::time::timeout(shared.options.webhook_timeout, client.post(&url, &headers, json.as_bytes())).await;
    let (error, retry_after) = match sent {
        Ok(Ok(response)) => {
            lock(&clients).push(client);
            let retry_after = response.headers.get("retry-after").and_then(|v| v.parse::<i64>().ok());
            let calls = serde_json::from_slice::<Value>(&response.body).is_ok_and(|v| v.get("method").is_some());
            if calls {
                let what = "a call in the answer to a webhook: its result can't be known".to_owned();
                shared.with_quietly(|state| state.violation("(webhook)", what));
            }
            match response.status {
                200..=299 => (None, None),
                status => (Some(format!("Wrong response from the webhook: {status}")), retry_after),
            }
        }
        Ok(Err(error)) => (Some(format!("Connection failed: {error}")), None),
        Err(_) => (Some("Read timeout expired".to_owned()), None),
    };
    shared.with(|state| match error {
        None => state.updates.delivered(lane, id),
        Some(error) => {
            let (now, base) = (state.now_ms(), state.options.webhook_retry.as_millis() as i64);
            let cap = state.options.webhook_retry_cap.as_millis() as i64;
            // The first retry is at once, then the wait doubles.
            let delay = |attempts: u32| match retry_after {
                Some(seconds) => (seconds * 1000).min(cap),
                None if attempts == 0 => 0,
                None => base.saturating_mul(1 << (attempts - 1).min(16)).min(cap),
            };
            state.updates.failed(lane, now, error, delay);
        }
    });
}
