//! Sends events to endpoints over HTTP: to no address inside a network, without following redirects, in short time.

use super::address::{self, Guarded, Names, Rules, System};
use super::{CHANNEL, Endpoint, Failing, OPERATOR, log, sign};
use crate::office::Office;
use crate::outbox::{Content, Pace, Sender, Sent, Worker};
use crate::store::{Delivery, Lane, Parcel};
use async_trait::async_trait;
use reqwest::StatusCode;
use reqwest::header::{CONTENT_TYPE, RETRY_AFTER};
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::mpsc::UnboundedReceiver;
use tokio_util::sync::CancellationToken;

/// Age of an event that never got through at which its endpoint is set aside, in hours.
pub const GIVE_UP_HOURS: i64 = 72;
/// Time for a connection.
const CONNECT: Duration = Duration::from_secs(5);
/// Time for a whole call; Standard Webhooks has 15 to 30 seconds.
const WHOLE: Duration = Duration::from_secs(20);
/// Bytes of an answer that are read, so that the connection can be used again; what comes after them is not.
const ANSWER: usize = 64 * 1024;
/// Longest pause that an endpoint can ask for.
const LONGEST: Duration = Duration::from_secs(6 * 3600);
/// How often it is looked whether a pause is over.
const PAUSED: Duration = Duration::from_secs(2);
/// Pause when the store could not keep that an endpoint is set aside.
const UNKEPT: Duration = Duration::from_secs(60);

/// What became of a call.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answered {
    /// Taken.
    Taken,
    /// Not before so long.
    Later(Duration),
    /// Not taken; the reason names no address.
    Not(String),
    /// It wants no more events, ever (410).
    Gone,
}

/// Calls endpoints.
pub struct Caller {
    client: reqwest::Client,
    rules: Rules,
    whole: Duration,
}

impl Caller {
    /// A caller by the settings' rules.
    ///
    /// # Errors
    /// The HTTP client cannot be made.
    pub fn new(rules: Rules) -> Result<Self, reqwest::Error> {
        Self::with(rules, Arc::new(System), WHOLE)
    }

    /// The same with another resolver and another time limit.
    ///
    /// # Errors
    /// As [`Caller::new`].
    pub fn with(rules: Rules, names: Arc<dyn Names>, whole: Duration) -> Result<Self, reqwest::Error> {
        let client = reqwest::Client::builder()
            .dns_resolver(Arc::new(Guarded::new(names, rules)))
            .redirect(reqwest::redirect::Policy::none())
            // A proxy would resolve names for us, and nobody would look at the addresses.
            .no_proxy()
            .connect_timeout(CONNECT)
            .timeout(whole)
            .pool_idle_timeout(Duration::from_secs(30))
            .user_agent(concat!("ip-office-bot/", env!("CARGO_PKG_VERSION")))
            .build()?;
        Ok(Self { client, rules, whole })
    }

    /// Sends an event, signed now.
    pub async fn call(&self, endpoint: &Endpoint, now: crate::clock::Moment, (id, body): (&str, &str)) -> Answered {
        // Settings may be stricter than when it was added.
        let url = match address::read(&endpoint.url, self.rules) {
            Ok(url) => url,
            Err(refused) => return Answered::Not(refused.to_string()),
        };
        let timestamp = now.timestamp();
        let Some(signature) = sign::signature(&endpoint.secret, (id, timestamp), body.as_bytes()) else {
            return Answered::Not("its secret is damaged: remove it and add it again".to_owned());
        };
        let request = self
            .client
            .post(url)
            .header(CONTENT_TYPE, "application/cloudevents+json; charset=utf-8")
            .header("webhook-id", id)
            .header("webhook-timestamp", timestamp)
            .header("webhook-signature", signature)
            .body(body.to_owned());
        let calling = async {
            match request.send().await {
                Ok(response) => answered(response).await,
                Err(error) => Answered::Not(reason(&error)),
            }
        };
        // The client's own limit does not count the pieces of an answer that comes drop by drop.
        tokio::time::timeout(self.whole, calling).await.unwrap_or_else(|_| Answered::Not("no answer in time".to_owned()))
    }
}

async fn answered(mut response: reqwest::Response) -> Answered {
    let status = response.status();
    let pause = response.headers().get(RETRY_AFTER).and_then(|value| value.to_str().ok()?.trim().parse().ok()).map(Duration::from_secs);
    let mut read = 0;
    while read < ANSWER
        && let Ok(Some(piece)) = response.chunk().await
    {
        read += piece.len();
    }
    match (status, pause) {
        (StatusCode::GONE, _) => Answered::Gone,
        (status, _) if status.is_success() => Answered::Taken,
        (StatusCode::TOO_MANY_REQUESTS | StatusCode::SERVICE_UNAVAILABLE, Some(pause)) => Answered::Later(pause.min(LONGEST)),
        (status, _) if status.is_redirection() => Answered::Not(format!("it redirects ({}), which is not followed", status.as_u16())),
        (status, _) => Answered::Not(format!("it answered {}", status.as_u16())),
    }
}

/// What went wrong, without the address.
fn reason(error: &reqwest::Error) -> String {
    let mut source: Option<&(dyn std::error::Error + 'static)> = Some(error);
    while let Some(inner) = source {
        if let Some(refused) = inner.downcast_ref::<address::Refused>() {
            return refused.to_string();
        }
        source = inner.source();
    }
    let what = if error.is_timeout() {
        "no answer in time"
    } else if error.is_connect() {
        "no connection"
    } else {
        "the connection broke"
    };
    what.to_owned()
}

/// The channel of webhooks.
pub struct HookSender {
    office: Arc<Office>,
    caller: Caller,
    pace: Pace,
}

impl HookSender {
    /// A sender with the settings' rules.
    ///
    /// # Errors
    /// The HTTP client cannot be made.
    pub fn new(office: Arc<Office>) -> Result<Self, reqwest::Error> {
        let caller = Caller::new(Rules::of(&office.config.hooks))?;
        let pace = Pace {
            first: Duration::from_secs(5),
            longest: Duration::from_secs(4 * 3600),
            // The endpoint is set aside before; nothing is given up by itself.
            give_up: Duration::from_secs(366 * 24 * 3600),
            ..Pace::default()
        };
        Ok(Self::with(office, caller, pace))
    }

    /// The same with another caller and another pace.
    pub fn with(office: Arc<Office>, caller: Caller, pace: Pace) -> Self {
        Self { office, caller, pace }
    }

    /// Sets an endpoint aside and says so; what it waits for can be replayed later.
    async fn set_aside(&self, endpoint: &Endpoint, (delivery, why): (&Delivery, String)) -> Sent {
        let failing = Failing { at: self.office.now(), why: why.clone() };
        match super::set_failing(&self.office, "counter", (endpoint.number, Some(failing))).await {
            Ok(()) => {
                tracing::error!(
                    hook = endpoint.name,
                    why,
                    "a webhook does not take events and is set aside: see to it, then ip-office-bot hooks test NAME and hooks replay NAME --since DAY"
                );
                metrics::counter!("hooks_set_aside_total").increment(1);
                Sent::Done(log::ended(&self.office, endpoint, (delivery, Some(why))))
            }
            Err(error) => {
                tracing::error!(%error, hook = endpoint.name, "a webhook could not be set aside");
                Sent::Later(UNKEPT)
            }
        }
    }
}

#[async_trait]
impl Sender for HookSender {
    async fn send(&self, delivery: &Delivery) -> Sent {
        let (Lane::Hook(number), Parcel::Hook { id, body, .. }) = (&delivery.lane, &delivery.parcel) else {
            return Sent::Never("a webhook takes events only".to_owned(), Vec::new());
        };
        let endpoint = self.office.hooks.all().iter().find(|endpoint| endpoint.number == *number).cloned();
        let Some(endpoint) = endpoint else {
            // Removed meanwhile.
            metrics::counter!("hooks_dropped_total").increment(1);
            return Sent::Done(Vec::new());
        };
        if let Some(failing) = &endpoint.failing {
            // Set aside meanwhile: a replay brings it when it is wanted after all.
            metrics::counter!("hooks_dropped_total").increment(1);
            return Sent::Done(log::ended(&self.office, &endpoint, (delivery, Some(failing.why.clone()))));
        }
        if endpoint.paused.is_some() {
            return Sent::Later(PAUSED);
        }
        let now = self.office.now();
        let answer = self.caller.call(&endpoint, now, (id, body)).await;
        let why = match answer {
            Answered::Taken => {
                self.office.hooks.note(endpoint.number, None);
                return Sent::Done(log::ended(&self.office, &endpoint, (delivery, None)));
            }
            Answered::Gone => return self.set_aside(&endpoint, (delivery, "it answered 410: it wants no more events".to_owned())).await,
            Answered::Later(_) => "it asked for a pause".to_owned(),
            Answered::Not(ref why) => why.clone(),
        };
        self.office.hooks.note(endpoint.number, Some(&why));
        // Time in which nothing was tried does not count.
        let since = endpoint.resumed.map_or(delivery.made, |resumed| resumed.max(delivery.made));
        if now - since >= chrono::Duration::hours(GIVE_UP_HOURS) {
            return self.set_aside(&endpoint, (delivery, why)).await;
        }
        match answer {
            Answered::Later(pause) => Sent::Later(pause),
            _ => Sent::Again(why),
        }
    }

    async fn content(&self, _source: &str) -> Result<Content, Sent> {
        Err(Sent::Never("a webhook brings no files".to_owned(), Vec::new()))
    }

    fn pace(&self) -> Pace {
        self.pace
    }
}

/// Starts sending what waits for endpoints.
///
/// # Errors
/// The store cannot be read, or the HTTP client cannot be made.
pub async fn start(office: &Arc<Office>, from: UnboundedReceiver<Delivery>, stop: CancellationToken) -> anyhow::Result<Arc<Worker>> {
    let sender = Arc::new(HookSender::new(Arc::clone(office))?);
    Ok(Worker::start(Arc::clone(office), sender, CHANNEL, from, stop).await?)
}

/// Sends an endpoint an event that tells about nothing, and puts it back into use when it takes it.
///
/// # Errors
/// Why it did not.
pub async fn test(office: &Office, endpoint: &Endpoint) -> Result<(), String> {
    test_by(office, OPERATOR, endpoint).await
}

/// The same for somebody else than the operator; `by` stands in the audit log.
///
/// # Errors
/// Why it did not.
pub async fn test_by(office: &Office, by: &str, endpoint: &Endpoint) -> Result<(), String> {
    let caller = Caller::new(Rules::of(&office.config.hooks)).map_err(|error| error.to_string())?;
    let now = office.now();
    let id = format!("test-{}", office.ids.next(now));
    let body = serde_json::json!({
        "specversion": "1.0",
        "id": id,
        "source": format!("urn:ip-office-bot:{}", office.config.office.receipt_prefix),
        "type": "org.ip-office-bot.hook.tested",
        "time": now,
        "datacontenttype": "application/json",
        "data": {},
    });
    match caller.call(endpoint, now, (&id, &body.to_string())).await {
        Answered::Taken => super::set_failing(office, by, (endpoint.number, None)).await.map_err(|error| error.to_string()),
        Answered::Gone => Err("it answered 410: it wants no more events".to_owned()),
        Answered::Later(pause) => Err(format!("it asked for a pause of {} seconds", pause.as_secs())),
        Answered::Not(why) => Err(why),
    }
}
