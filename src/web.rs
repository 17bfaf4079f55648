//! The office on the web: the page of the public, health and metrics, and whatever routes a channel brings (the webhook of
//! Telegram). Every act of a visitor goes through the intake, like a message on Telegram; nothing is decided here.
//!
//! What must hold: every page works without scripts; no page runs a script or loads a file from anywhere else; nobody sees what
//! is another's, and cannot tell it from what is not there.

pub mod api;
pub mod counter;
pub mod desk;
pub mod file;
pub mod guard;
pub mod once;
pub mod page;
pub mod serve;
pub mod upload;
pub mod visitor;

use crate::account::Accounts;
use crate::app::Running;
use crate::channel::telegram::receive::Receiver;
use crate::channel::web::Pages;
use crate::config::Config;
use crate::intake::Intake;
use crate::office::Office;
use crate::outbox::Worker;
use axum::Router;
use axum::extract::{DefaultBodyLimit, State};
use axum::http::{StatusCode, header};
use axum::middleware::{from_fn, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use metrics_exporter_prometheus::{PrometheusBuilder, PrometheusHandle};
use page::Failure;
use std::sync::{Arc, Mutex, PoisonError};
use tokio_util::sync::CancellationToken;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;

/// Largest form without files, in bytes.
const FORM: usize = 64 * 1024;

/// What the routes look at.
#[derive(Clone)]
pub struct Web {
    /// The office.
    pub office: Arc<Office>,
    /// Where visitors' events go.
    pub intake: Arc<Intake>,
    /// Pages of visitors.
    pub pages: Arc<Pages>,
    /// Whoever sends, one a channel.
    pub senders: Vec<Arc<Worker>>,
    /// Receives from Telegram, when that is on.
    pub receiver: Option<Arc<Receiver>>,
    /// Metrics.
    pub metrics: PrometheusHandle,
    /// Accounts of the staff.
    pub accounts: Arc<Accounts>,
    /// A line of every ticket.
    pub index: Arc<crate::desk::index::Index>,
    /// Who of the staff has which ticket open.
    pub presence: Arc<desk::presence::Presence>,
    /// Limits by address.
    pub limits: Arc<guard::Limits>,
    /// The counter is stopping.
    pub stop: CancellationToken,
}

impl Web {
    /// The web side of a counter that serves.
    pub fn of(running: &Running, metrics: PrometheusHandle, stop: CancellationToken) -> Self {
        Self {
            office: Arc::clone(&running.office),
            intake: Arc::clone(&running.intake),
            pages: Arc::clone(&running.pages),
            senders: running.senders().to_vec(),
            receiver: running.receiver.clone(),
            metrics,
            accounts: Accounts::new(Arc::clone(&running.office)),
            index: Arc::clone(&running.index),
            presence: Arc::default(),
            limits: Arc::default(),
            stop,
        }
    }

    /// Where people reach it, without a slash at the end.
    pub fn address(&self) -> String {
        address(&self.office.config)
    }

    /// People reach it with TLS.
    pub fn is_https(&self) -> bool {
        self.office.config.server.public_url.as_deref().is_some_and(|url| url.starts_with("https://"))
    }

    /// A browser takes secure cookies: with TLS, or on this very machine.
    pub fn is_local_or_https(&self) -> bool {
        match &self.office.config.server.public_url {
            Some(url) => url.starts_with("https://"),
            None => self.office.config.server.listen.ip().is_loopback(),
        }
    }
}

/// Where people reach the pages of a counter with these settings, without a slash at the end.
pub fn address(config: &Config) -> String {
    match &config.server.public_url {
        Some(url) => url.trim_end_matches('/').to_owned(),
        None => format!("http://{}", config.server.listen),
    }
}

/// Starts to count. Safe to be called more than once, also by several at the same time: the first sets it up, all get it.
///
/// # Errors
/// Another recorder is in place.
pub fn metrics() -> anyhow::Result<PrometheusHandle> {
    static HANDLE: Mutex<Option<PrometheusHandle>> = Mutex::new(None);
    // Held until it stands: a second one who starts meanwhile would find a recorder that is not theirs.
    let mut handle = HANDLE.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(handle) = &*handle {
        return Ok(handle.clone());
    }
    let buckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 60.0, 600.0, 3600.0];
    let made = PrometheusBuilder::new().set_buckets(&buckets)?.install_recorder()?;
    Ok(handle.insert(made).clone())
}

/// The routes of every counter.
pub fn router(web: Web) -> Router {
    let files = Router::new().route("/static/{name}", get(page::file)).layer(CompressionLayer::new());
    // Forms of people: only our own pages may send them, and each address only so many.
    let people = counter::routes().layer(DefaultBodyLimit::max(FORM)).layer(from_fn(guard::in_time));
    let people = people.layer(from_fn_with_state(web.clone(), guard::changes));
    let uploads = upload::routes().merge(once::routes()).layer(from_fn_with_state(web.clone(), guard::changes));
    // The gate stands before each route of the desk; what the gate does not know is not there.
    let staff = desk::gated(desk::routes(), &web).layer(from_fn(guard::in_time));
    let staff = staff.layer(from_fn_with_state(web.clone(), guard::changes));
    Router::new()
        .merge(people)
        .merge(uploads)
        .merge(staff)
        .merge(files)
        // Programs bring a token with each call and no cookie: no page of another site can call for them.
        .merge(api::routes(&web.office, &web.intake).layer(from_fn(guard::in_time)))
        .route("/healthz", get(healthz))
        .route("/readyz", get(readyz))
        .route("/metrics", get(show_metrics))
        .fallback(async || Failure::Missing)
        .layer(CatchPanicLayer::custom(|_| Failure::Broken.into_response()))
        .layer(from_fn_with_state(web.clone(), page::with_words))
        .layer(from_fn_with_state(web.clone(), guard::headers))
        .with_state(web)
}

/// The process lives.
async fn healthz() -> &'static str {
    "ok\n"
}

/// The counter can take what people write: 503 with the reason when it cannot.
async fn readyz(State(web): State<Web>) -> Response {
    if web.office.store.trouble().is_some() {
        return (StatusCode::SERVICE_UNAVAILABLE, "the store does not write\n").into_response();
    }
    if web.receiver.as_ref().is_some_and(|receiver| !receiver.is_receiving()) {
        return (StatusCode::SERVICE_UNAVAILABLE, "Telegram updates are not being received\n").into_response();
    }
    "ready\n".into_response()
}
/// Prometheus, with the figures that are counted when asked for.
async fn show_metrics(State(web): State<Web>) -> Response {
    for worker in &web.senders {
        let (depth, age) = worker.waiting();
        metrics::gauge!("outbox_depth", "channel" => worker.channel_name()).set(depth as f64);
        metrics::gauge!("outbox_oldest_seconds", "channel" => worker.channel_name()).set(age.as_secs_f64());
    }
    metrics::gauge!("store_writes").set(if web.office.store.trouble().is_none() { 1.0 } else { 0.0 });
    match web.office.store.counts().await {
        Ok(counts) => {
            metrics::gauge!("conversations").set(counts.conversations as f64);
            metrics::gauge!("drafts").set(counts.drafts as f64);
            metrics::gauge!("tickets").set(counts.tickets as f64);
            metrics::gauge!("updates_parked").set(counts.parked as f64);
        }
        Err(error) => tracing::warn!(%error, "the store could not be counted"),
    }
    for queue in web.office.all_queues() {
        let wanted = crate::store::Wanted { queue: Some(queue.id.clone()), limit: 100_000, ..Default::default() };
        if let Ok(heads) = web.office.store.tickets(&wanted).await {
            metrics::gauge!("tickets_open", "queue" => queue.id.to_string()).set(heads.len() as f64);
        }
    }
    metrics::gauge!("texts_missing").set(web.office.script.load().texts.missing() as f64);
    ([(header::CONTENT_TYPE, "text/plain; version=0.0.4")], web.metrics.render()).into_response()
}
