//! The route to which Telegram brings updates, and the registration of its address.
//!
//! What must hold: 200 is answered only when what follows from the update is on disk. Without the secret nothing is read, let
//! alone stored. The webhook is never deleted at a stop: another counter may be serving it, and Telegram keeps what waits.
//!
//! ## Why
//! The path is made from the secret, so that a scan finds no route at all; the header proves the sender. Path and secret stay
//! the same from start to start, or calls that are on their way during a restart would be refused.

use super::api::ApiError;
use super::receive::pause::{Pause, rest};
use super::receive::{Ended, Receiver};
use super::update::ALLOWED;
use crate::office::Office;
use axum::Router;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::post;
use futures_util::StreamExt;
use secrecy::{ExposeSecret, SecretString};
use serde_json::json;
use std::sync::Arc;
use subtle::ConstantTimeEq;
use tokio::sync::Semaphore;
use tokio::time::timeout;
use tokio_util::sync::CancellationToken;

/// Header that carries the secret (setWebhook, `secret_token`).
const SECRET: &str = "x-telegram-bot-api-secret-token";
/// Largest body in bytes; an update has some thousands.
const LARGEST: usize = 1 << 20;
/// Calls handled at the same time; Telegram opens at most 100 connections.
const AT_ONCE: usize = 256;
/// Seconds after which Telegram may try again when the store cannot write.
const RETRY_AFTER: &str = "10";
/// Updates that wait at Telegram from which on the operator is told.
const MANY: i64 = 100;

struct Gate {
    receiver: Arc<Receiver>,
    secret: SecretString,
    slots: Semaphore,
    stop: CancellationToken,
}

/// The route; every other path is left to the caller's router. After the token is cancelled calls are refused with 503.
pub fn router(receiver: Arc<Receiver>, stop: CancellationToken) -> Router {
    let path = path(&receiver.office);
    let secret = secret(&receiver.office);
    let gate = Gate { receiver, secret, slots: Semaphore::new(AT_ONCE), stop };
    Router::new().route(&path, post(take)).with_state(Arc::new(gate))
}

/// The path of the route, with a part that cannot be guessed.
pub fn path(office: &Office) -> String {
    let tag = office.key.tag("telegram-webhook-path", &[secret(office).expose_secret().as_bytes()]);
    format!("/telegram/{}", hex(&tag[..16]))
}

/// The secret of the settings, else one that only this office's key and this bot's token give.
fn secret(office: &Office) -> SecretString {
    let settings = &office.config.telegram;
    settings.webhook_secret.clone().unwrap_or_else(|| {
        let token = settings.token.as_ref().map_or("", |token| token.expose_secret());
        hex(&office.key.tag("telegram-webhook-secret", &[token.as_bytes()])).into()
    })
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

async fn take(State(gate): State<Arc<Gate>>, request: Request) -> Response {
    let answer = receive(&gate, request).await;
    let (status, retry) = match answer {
        Ok(()) => (StatusCode::OK, false),
        Err(status) => (status, status == StatusCode::SERVICE_UNAVAILABLE),
    };
    metrics::counter!("webhook_calls_total", "status" => status.as_u16().to_string()).increment(1);
    if retry { (status, [(header::RETRY_AFTER, RETRY_AFTER)]).into_response() } else { status.into_response() }
}

async fn receive(gate: &Gate, request: Request) -> Result<(), StatusCode> {
    let headers = request.headers();
    let shown = headers.get(SECRET).map_or(&b""[..], |value| value.as_bytes());
    if !bool::from(shown.ct_eq(gate.secret.expose_secret().as_bytes())) {
        return Err(StatusCode::UNAUTHORIZED);
    }
    if gate.stop.is_cancelled() {
        return Err(StatusCode::SERVICE_UNAVAILABLE);
    }
    if !is_json(headers) {
        return Err(StatusCode::UNSUPPORTED_MEDIA_TYPE);
    }
    let announced = headers.get(header::CONTENT_LENGTH).and_then(|length| length.to_str().ok()?.parse::<usize>().ok());
    if announced.is_some_and(|length| length > LARGEST) {
        return Err(StatusCode::PAYLOAD_TOO_LARGE);
    }
    let _slot = gate.slots.try_acquire().map_err(|_| StatusCode::SERVICE_UNAVAILABLE)?;
    let pace = &gate.receiver.pace;
    let body = timeout(pace.body, read(request.into_body())).await.map_err(|_| StatusCode::REQUEST_TIMEOUT)??;
    let raw = String::from_utf8_lossy(&body);
    match timeout(pace.commit, gate.receiver.take(&raw)).await {
        Ok(Ok(())) => Ok(()),
        Ok(Err(trouble)) => {
            tracing::error!("an update is not confirmed: {trouble}");
            metrics::counter!("updates_refused_total").increment(1);
            Err(StatusCode::SERVICE_UNAVAILABLE)
        }
        Err(_) => {
            tracing::error!("the store is too slow; Telegram will bring the update again");
            Err(StatusCode::SERVICE_UNAVAILABLE)
        }
    }
}

fn is_json(headers: &HeaderMap) -> bool {
    let kind = headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    kind.split(';').next().is_some_and(|kind| kind.trim().eq_ignore_ascii_case("application/json"))
}

/// The body, no further than the limit.
async fn read(body: Body) -> Result<Vec<u8>, StatusCode> {
    let mut bytes = Vec::new();
    let mut pieces = body.into_data_stream();
    while let Some(piece) = pieces.next().await {
        let piece = piece.map_err(|_| StatusCode::BAD_REQUEST)?;
        if bytes.len() + piece.len() > LARGEST {
            return Err(StatusCode::PAYLOAD_TOO_LARGE);
        }
        bytes.extend_from_slice(&piece);
    }
    Ok(bytes)
}

/// Registers the address and watches it until the token is cancelled.
pub(super) async fn keep(receiver: &Arc<Receiver>, stop: &CancellationToken) -> Result<(), Ended> {
    let mut watch = Watch { receiver, url: url(&receiver.office), waiting: 0, last_error: 0 };
    let mut pause = Pause::new(receiver.pace.first, receiver.pace.longest);
    let mut registered = false;
    while !stop.is_cancelled() {
        let outcome = if registered { watch.look().await } else { watch.register().await.map(|()| true) };
        match outcome {
            Ok(good) => {
                registered = good;
                receiver.receives(good);
                pause.reset();
                if good {
                    rest(receiver.pace.watch, stop).await;
                }
            }
            Err(ApiError::Token) => return Err(Ended::Token),
            Err(error) => {
                tracing::warn!("the webhook could not be registered or looked at: {error}");
                pause.wait(stop).await;
            }
        }
    }
    Ok(())
}

fn url(office: &Office) -> String {
    let base = office.config.telegram.webhook_url.as_deref().unwrap_or_default();
    format!("{}{}", base.trim_end_matches('/'), path(office))
}

struct Watch<'a> {
    receiver: &'a Arc<Receiver>,
    url: String,
    /// Updates that waited at the last look.
    waiting: i64,
    /// Date of the last error that was told.
    last_error: i64,
}

impl Watch<'_> {
    async fn register(&self) -> Result<(), ApiError> {
        let office = &self.receiver.office;
        let body = json!({
            "url": self.url,
            "secret_token": secret(office).expose_secret(),
            "max_connections": office.config.telegram.webhook_connections.clamp(1, 100),
            "allowed_updates": ALLOWED,
        });
        self.receiver.api.call("setWebhook", &body).await?;
        tracing::info!("Telegram brings updates to the webhook");
        Ok(())
    }

    /// `false` when the address must be registered again.
    async fn look(&mut self) -> Result<bool, ApiError> {
        let info = self.receiver.api.call("getWebhookInfo", &json!({})).await?;
        if info["url"].as_str() != Some(self.url.as_str()) {
            tracing::warn!("somebody else changed or removed the webhook of this bot; it is set again");
            return Ok(false);
        }
        let waiting = info["pending_update_count"].as_i64().unwrap_or(0);
        metrics::gauge!("telegram_pending_updates").set(waiting as f64);
        if waiting >= MANY && waiting >= self.waiting {
            tracing::warn!(waiting, "updates pile up at Telegram: is the address of the webhook reachable from outside?");
        }
        self.waiting = waiting;
        let error = info["last_error_date"].as_i64().unwrap_or(0);
        if error > self.last_error {
            let says = info["last_error_message"].as_str().unwrap_or_default();
            tracing::warn!("Telegram could not bring an update: {says}");
            self.last_error = error;
        }
        Ok(true)
    }
}
