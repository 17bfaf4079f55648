//! A Bot API server in this process: it keeps Telegram's rules, plays the people on the other side, and remembers what
//! each of them saw. It is the oracle of tests and benchmarks; it never talks to anything outside of this machine.
//!
//! ```ignore
//! let fake = Fake::start();
//! let bot = Bot::new(fake.token()).set_api_url(fake.api_url().parse()?);
//! let li = fake.person(1001, "Li", "zh-hans");
//! li.says("/start");
//! li.wait_for("您好", Duration::from_secs(2)).await;
//! li.presses("举报侵权")?;
//! ```
//!
//! Every call is checked against the official description (`bot-api.json`, version in it) and Telegram's limits; what a
//! bot could have known before calling is a violation, and a fake dropped with violations fails its test.
//!
//! ## Why
//! The server runs on a thread and runtime of its own: a test may block, pause tokio's clock, or kill the bot, and the
//! fake goes on. Its clock is the real one plus what [`Fake::advance`] added.

#![allow(dead_code, unused_imports, reason = "each test and benchmark takes a part of it")]

// The server.
mod api;
mod http;
mod limits;
mod markup;
mod schema;
// What the methods do.
mod chats;
mod editing;
mod methods;
mod profile;
mod sending;
// The world.
mod faults;
mod model;
mod record;
mod updates;
// The people.
mod acts;
mod groups;
mod load;
mod people;
mod screen;

pub use acts::SentFile;
pub use faults::{EarlySend, Fault, FloodLimits, Random, Rates};
pub use groups::{Forum, Member, Topic};
pub use load::{Load, Report};
pub use markup::{Formatted, parse_html};
pub use model::Rights;
pub use people::Person;
pub use record::{Call, Seen, SeenAs, Violation};
pub use schema::schema;
pub use screen::{Button, NoSuchButton, ShownMessage};

use model::{Kind, State};
use serde_json::Value;
use std::net::SocketAddr;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use tokio::runtime::Handle;
use tokio::sync::{oneshot, watch};

/// How a fake is set up.
#[derive(Debug, Clone)]
pub struct Options {
    pub token: String,
    /// Name of the bot, without `@`.
    pub username: String,
    /// Part of the path before `/bot<token>`, such as `/telegram`; empty for none.
    pub prefix: String,
    /// 0 takes a free one.
    pub port: u16,
    /// Check calls and the fake's own objects against the description.
    pub check: bool,
    /// Keep calls, history and updates for audits.
    pub record: bool,
    /// Messages kept in each chat.
    pub keep_messages: usize,
    /// Added to each call.
    pub latency: Duration,
    pub first_update_id: i64,
    /// How long a press or inline query may be answered. Telegram does not document it.
    pub query_lifetime: Duration,
    /// As a member without rights, the bot hears only commands, mentions and replies to it.
    pub privacy_mode: bool,
    /// Wait before the second repeat of a webhook delivery (the first is at once); doubles each time up to the cap.
    pub webhook_retry: Duration,
    pub webhook_retry_cap: Duration,
    pub webhook_timeout: Duration,
}

impl Default for Options {
    fn default() -> Self {
        Options {
            token: "123456:TEST-canary-token".into(),
            username: "ip_office_bot".into(),
            prefix: String::new(),
            port: 0,
            check: true,
            record: true,
            keep_messages: usize::MAX,
            latency: Duration::ZERO,
            first_update_id: 1000,
            query_lifetime: Duration::from_secs(60),
            privacy_mode: true,
            webhook_retry: Duration::from_millis(50),
            webhook_retry_cap: Duration::from_secs(1),
            webhook_timeout: Duration::from_secs(10),
        }
    }
}

impl Options {
    /// For load: nothing checked, nothing kept for audits, a few messages a chat.
    pub fn quick() -> Self {
        Options { check: false, record: false, keep_messages: 8, ..Options::default() }
    }
}

/// What the server, the people and the test share.
pub(crate) struct Shared {
    options: Options,
    state: Mutex<State>,
    changed: watch::Sender<u64>,
    runtime: Handle,
    /// Calls other than `getUpdates` that came and are not answered yet.
    in_flight: AtomicUsize,
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Shared {
    /// Changes the world and wakes whoever waits for a change.
    fn with<R>(&self, change: impl FnOnce(&mut State) -> R) -> R {
        let result = change(&mut lock(&self.state));
        self.changed.send_modify(|version| *version += 1);
        result
    }

    /// For changes that nobody waits for.
    fn with_quietly<R>(&self, change: impl FnOnce(&mut State) -> R) -> R {
        change(&mut lock(&self.state))
    }

    /// Looks after each change, until there is something or the time (of the wall clock) is over.
    async fn wait<R>(&self, timeout: Duration, look: impl Fn(&State) -> Option<R>) -> Option<R> {
        let mut changed = self.changed.subscribe();
        // The timer lives on the runtime of the fake, so that a paused clock of the caller does not shorten it.
        let mut over = self.runtime.spawn(tokio::time::sleep(timeout));
        loop {
            changed.mark_unchanged();
            if let Some(found) = look(&lock(&self.state)) {
                over.abort();
                return Some(found);
            }
            tokio::select! {
                _ = changed.changed() => {}
                _ = &mut over => return look(&lock(&self.state)),
            }
        }
    }

    fn wait_blocking<R>(&self, timeout: Duration, look: impl Fn(&State) -> Option<R>) -> Option<R> {
        let until = std::time::Instant::now() + timeout;
        loop {
            if let Some(found) = look(&lock(&self.state)) {
                return Some(found);
            }
            if std::time::Instant::now() >= until {
                return None;
            }
            std::thread::sleep(Duration::from_millis(2));
        }
    }
}

/// The running server. Stops when dropped, and fails the test if the bot broke a rule.
pub struct Fake {
    shared: Arc<Shared>,
    address: SocketAddr,
    stop: Option<oneshot::Sender<()>>,
    server: Option<std::thread::JoinHandle<()>>,
    online: watch::Sender<bool>,
}

impl Fake {
    pub fn start() -> Self {
        Fake::start_with(Options::default())
    }

    /// Panics when the port is taken.
    pub fn start_with(options: Options) -> Self {
        let (stop, stopped) = oneshot::channel::<()>();
        let (online, is_online) = watch::channel(true);
        let (ready, started) = std::sync::mpsc::channel();
        let serve = move || {
            let runtime =
                tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime needs nothing that can be missing");
            let address = SocketAddr::from(([127, 0, 0, 1], options.port));
            let listener = runtime.block_on(tokio::net::TcpListener::bind(address)).expect("the port is free");
            let address = listener.local_addr().expect("a bound socket has an address");
            let state = Mutex::new(State::new(options.clone()));
            let (changed, _) = watch::channel(0);
            let shared = Arc::new(Shared { options, state, changed, runtime: runtime.handle().clone(), in_flight: AtomicUsize::new(0) });
            let _ = ready.send((shared.clone(), address));
            runtime.spawn(api::deliver(shared.clone()));
            runtime.block_on(async move {
                tokio::select! {
                    () = listen(shared, listener, is_online) => {}
                    _ = stopped => {}
                }
            });
        };
        let server = std::thread::Builder::new().name("fake-bot-api".into()).spawn(serve).expect("a thread starts");
        let (shared, address) = started.recv().expect("the server says where it listens");
        Fake { shared, address, stop: Some(stop), server: Some(server), online }
    }

    /// Base of the API, as `TELOXIDE_API_URL` takes it: `http://127.0.0.1:port` and the prefix.
    pub fn api_url(&self) -> String {
        format!("http://{}{}", self.address, self.shared.options.prefix)
    }

    pub fn address(&self) -> SocketAddr {
        self.address
    }

    pub fn token(&self) -> &str {
        &self.shared.options.token
    }

    // --- People ---------------------------------------------------------------------------------------

    /// Somebody with an account; the same id gives the same account. The bot may write only after the person did
    /// ([`Person::has_started`] skips that).
    pub fn person(&self, id: i64, first_name: &str, language_code: &str) -> Person {
        Person::new(self.shared.clone(), id, first_name, language_code)
    }

    /// A supergroup with topics, in which the bot is an administrator with all rights it needs.
    pub fn forum(&self, chat_id: i64, title: &str) -> Forum {
        Forum::new(self.shared.clone(), chat_id, title, Kind::Forum)
    }

    /// A supergroup without topics.
    pub fn supergroup(&self, chat_id: i64, title: &str) -> Forum {
        Forum::new(self.shared.clone(), chat_id, title, Kind::Supergroup)
    }

    /// A basic group.
    pub fn group(&self, chat_id: i64, title: &str) -> Forum {
        Forum::new(self.shared.clone(), chat_id, title, Kind::Group)
    }

    // --- Time -----------------------------------------------------------------------------------------

    /// Unix time in milliseconds on the clock of the fake.
    pub fn now_ms(&self) -> i64 {
        lock(&self.shared.state).now_ms()
    }

    /// Puts the clock of the fake forward: dates of messages, ages, flood limits, expiry.
    pub fn advance(&self, by: Duration) {
        self.shared.with(|state| state.clock_offset_ms += by.as_millis() as i64);
    }

    /// Puts the clock to this Unix time in seconds; it runs on from there.
    pub fn set_time(&self, unix: i64) {
        self.shared.with(|state| state.clock_offset_ms += unix * 1000 - state.now_ms());
    }

    // --- Faults ---------------------------------------------------------------------------------------

    /// The next call of this method (`*`: any; `(file)`: a download) about this chat (`None`: any) goes wrong.
    pub fn fail_next(&self, method: &str, chat: impl Into<Option<i64>>, fault: Fault) {
        self.fail_times(1, method, chat, fault);
    }

    /// The next `times` such calls go wrong. Scripted faults are used up in the order in which they were added.
    pub fn fail_times(&self, times: u32, method: &str, chat: impl Into<Option<i64>>, fault: Fault) {
        self.shared.with(|state| state.faults.script(method, chat.into(), fault, times));
    }

    /// Calls go wrong at random, the same way for the same seed and order of calls.
    pub fn set_rates(&self, rates: Rates) {
        self.shared.with(|state| state.faults.set_rates(rates));
    }

    pub fn clear_faults(&self) {
        self.shared.with(|state| state.faults.clear());
    }

    /// Scripted faults that did not happen yet.
    pub fn faults_left(&self) -> usize {
        lock(&self.shared.state).faults.left()
    }

    /// `None` (the default) switches the limits off.
    pub fn set_flood_limits(&self, limits: Option<FloodLimits>) {
        self.shared.with(|state| state.flood.set(limits));
    }

    /// From now on the token is wrong: 401.
    pub fn revoke_token(&self) {
        self.shared.with(|state| state.token_valid = false);
    }

    pub fn restore_token(&self) {
        self.shared.with(|state| state.token_valid = true);
    }

    /// Refuses connections and cuts the open ones, until [`Fake::go_online`].
    pub fn go_offline(&self) {
        self.online.send_replace(false);
    }

    pub fn go_online(&self) {
        self.online.send_replace(true);
    }

    // --- Updates --------------------------------------------------------------------------------------

    /// Queues any update as it is; an `update_id` is added when it has none. Returns the id.
    pub fn queue_raw(&self, update: Value) -> i64 {
        self.shared.with(|state| acts::raw(state, update, 0))
    }

    /// The same update once more. `false` when there was none.
    pub fn redeliver(&self, update_id: i64) -> bool {
        self.shared.with(|state| {
            let now = state.now_ms();
            state.updates.redeliver(update_id, now)
        })
    }

    /// The next update gets this id, higher or lower: after a quiet week Telegram chooses anew.
    pub fn jump_update_ids(&self, next: i64) {
        self.shared.with(|state| state.updates.next_id = next);
    }

    /// How many updates the bot confirmed, by offset or by 2xx.
    pub fn confirmed(&self) -> usize {
        lock(&self.shared.state).updates.confirmed.len()
    }

    /// Their ids in the order of confirmation.
    pub fn confirmed_ids(&self) -> Vec<i64> {
        lock(&self.shared.state).updates.confirmed.clone()
    }

    /// Every recorded update with its id, as it was queued.
    pub fn updates(&self) -> Vec<(i64, Value)> {
        let state = lock(&self.shared.state);
        state.updates.all.iter().map(|(id, (_, json))| (*id, serde_json::from_str(json).unwrap_or_default())).collect()
    }

    /// Calls other than `getUpdates` that came and are not answered yet.
    pub fn calls_in_flight(&self) -> usize {
        self.shared.in_flight.load(Ordering::SeqCst)
    }

    /// Ids that are not confirmed.
    pub fn pending_ids(&self) -> Vec<i64> {
        lock(&self.shared.state).updates.pending.keys().copied().collect()
    }

    /// Ids that were dropped after a day, or on request.
    pub fn expired_ids(&self) -> Vec<i64> {
        lock(&self.shared.state).updates.expired.clone()
    }

    /// How often an unconfirmed update was handed out.
    pub fn handed_out(&self, update_id: i64) -> u32 {
        lock(&self.shared.state).updates.pending.get(&update_id).map_or(0, |p| p.handed)
    }

    /// Waits until everything is confirmed; `false` when it is not in time.
    pub async fn wait_until_confirmed(&self, timeout: Duration) -> bool {
        self.shared.wait(timeout, |state| state.updates.pending.is_empty().then_some(())).await.is_some()
    }

    /// Waits until everything is confirmed and the bot made no call (but `getUpdates`) for `quiet`. `false` when it does
    /// not come to rest in time.
    pub async fn wait_until_quiet(&self, quiet: Duration, timeout: Duration) -> bool {
        let until = std::time::Instant::now() + timeout;
        while std::time::Instant::now() < until {
            let before = self.calls_made();
            let _ = self.shared.runtime.spawn(tokio::time::sleep(quiet)).await;
            if before == self.calls_made() && self.pending_ids().is_empty() {
                return true;
            }
        }
        false
    }

    // --- Records --------------------------------------------------------------------------------------

    /// Calls in order, without `getUpdates`.
    pub fn calls(&self) -> Vec<Call> {
        lock(&self.shared.state).record.calls.clone()
    }

    pub fn calls_of(&self, method: &str) -> Vec<Call> {
        self.calls().into_iter().filter(|call| call.method == method).collect()
    }

    fn calls_made(&self) -> usize {
        lock(&self.shared.state).record.calls.len()
    }

    /// Number of calls, `getUpdates` included.
    pub fn call_count(&self) -> u64 {
        lock(&self.shared.state).record.count
    }

    /// Everything that was shown to anybody, in order.
    pub fn history(&self) -> Vec<Seen> {
        lock(&self.shared.state).record.seen.clone()
    }

    /// Rules that the bot broke and could have kept.
    pub fn violations(&self) -> Vec<Violation> {
        lock(&self.shared.state).record.violations.clone()
    }

    /// Hands them over and forgets them: for tests that expect some.
    pub fn take_violations(&self) -> Vec<Violation> {
        self.shared.with(|state| std::mem::take(&mut state.record.violations))
    }

    /// Messages sent before the time that a 429 named.
    pub fn early_sends(&self) -> Vec<EarlySend> {
        lock(&self.shared.state).flood.early.clone()
    }

    /// Commands set for a scope (`default`, `all_private_chats`, ...) and language (empty: every).
    pub fn commands(&self, scope: &str, language: &str) -> Vec<(String, String)> {
        let state = lock(&self.shared.state);
        let fits = |key: &(String, String)| key.1 == language && key.0.contains(&format!("\"type\":\"{scope}\""));
        let text = |v: &Value| v.as_str().unwrap_or("").to_owned();
        let found = state.bot.commands.iter().filter(|(key, _)| fits(key)).flat_map(|(_, commands)| commands);
        found.map(|c| (text(&c["command"]), text(&c["description"]))).collect()
    }

    /// `(name, description, short description)` set for a language (empty: default); empty when not set.
    pub fn profile(&self, language: &str) -> (String, String, String) {
        let state = lock(&self.shared.state);
        let get = |texts: &std::collections::BTreeMap<String, String>| texts.get(language).cloned().unwrap_or_default();
        (get(&state.bot.names), get(&state.bot.descriptions), get(&state.bot.short_descriptions))
    }

    /// Address and secret of the webhook, if one is set.
    pub fn webhook(&self) -> Option<(String, Option<String>)> {
        lock(&self.shared.state).updates.webhook.clone().map(|w| (w.url, w.secret))
    }

    /// Sets the webhook without the bot's doing.
    pub fn set_webhook(&self, url: &str, secret: &str) {
        let webhook = updates::Webhook {
            url: url.to_owned(),
            secret: (!secret.is_empty()).then(|| secret.to_owned()),
            max_connections: 40,
            last_error: None,
        };
        self.shared.with(|state| state.updates.set_webhook(Some(webhook)));
    }
}

impl Drop for Fake {
    fn drop(&mut self) {
        if let Some(stop) = self.stop.take() {
            let _ = stop.send(());
        }
        if let Some(server) = self.server.take() {
            let _ = server.join();
        }
        let violations = self.violations();
        if !violations.is_empty() && !std::thread::panicking() {
            let lines: Vec<String> = violations.iter().map(|v| format!("{}: {}", v.method, v.what)).collect();
            panic!("the bot broke rules of the Bot API:\n{}", lines.join("\n"));
        }
    }
}

/// Serves while online; while offline the port is closed and every connection is cut.
async fn listen(shared: Arc<Shared>, listener: tokio::net::TcpListener, mut online: watch::Receiver<bool>) {
    let address = listener.local_addr().expect("a bound socket has an address");
    let mut listener = Some(listener);
    loop {
        let bound = match listener.take() {
            Some(listener) => listener,
            None => match tokio::net::TcpListener::bind(address).await {
                Ok(listener) => listener,
                Err(_) => {
                    tokio::time::sleep(Duration::from_millis(20)).await;
                    continue;
                }
            },
        };
        let handler = {
            let shared = shared.clone();
            move |request| api::handle(shared.clone(), request)
        };
        tokio::select! {
            () = http::serve(bound, handler) => {}
            _ = online.wait_for(|online| !*online) => {}
        }
        if online.wait_for(|online| *online).await.is_err() {
            return;
        }
    }
}
