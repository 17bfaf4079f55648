//! Health, readiness and metrics over HTTP, and whatever routes a channel brings (the webhook of Telegram). Nothing personal
//! is shown here; metrics belong on an inner address.

use crate::channel::telegram::receive::Receiver;
use crate::office::Office;
use crate::outbox::Worker;
use axum::Router;
use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use metrics_exporter_prometheus::{PrometheusBuilder, PrometheusHandle};
use std::sync::{Arc, OnceLock};

/// What the routes look at.
#[derive(Clone)]
pub struct Web {
    /// The office.
    pub office: Arc<Office>,
    /// Whoever sends, one a channel.
    pub senders: Vec<Arc<Worker>>,
    /// Receives from Telegram, when that is on.
    pub receiver: Option<Arc<Receiver>>,
    /// Metrics.
    pub metrics: PrometheusHandle,
}

/// Starts to count. Safe to be called more than once.
///
/// # Errors
/// Another recorder is in place.
pub fn metrics() -> anyhow::Result<PrometheusHandle> {
    static HANDLE: OnceLock<PrometheusHandle> = OnceLock::new();
    if let Some(handle) = HANDLE.get() {
        return Ok(handle.clone());
    }
    let buckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 60.0, 600.0, 3600.0];
    let handle = PrometheusBuilder::new().set_buckets(&buckets)?.install_recorder()?;
    Ok(HANDLE.get_or_init(|| handle).clone())
}

/// The routes of every counter.
pub fn router(web: Web) -> Router {
    Router::new()
        .route("/", get(front))
        .route("/healthz", get(healthz))
        .route("/readyz", get(readyz))
        .route("/metrics", get(show_metrics))
        .with_state(web)
}

/// The process lives.
async fn healthz() -> &'static str {
    "ok\n"
}

async fn front(State(web): State<Web>) -> Response {
    let script = web.office.script.load();
    let line = |language: &crate::locale::Language| crate::message::plain(&script.texts.say(language, &web.office.rules.office.line));
    let text: String = script.texts.languages().map(|language| line(language) + "\n").collect();
    ([(header::CONTENT_TYPE, "text/plain; charset=utf-8")], text).into_response()
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
    for queue in &web.office.queues {
        let wanted = crate::store::Wanted { queue: Some(queue.id.clone()), limit: 100_000, ..Default::default() };
        if let Ok(heads) = web.office.store.tickets(&wanted).await {
            metrics::gauge!("tickets_open", "queue" => queue.id.to_string()).set(heads.len() as f64);
        }
    }
    metrics::gauge!("texts_missing").set(web.office.script.load().texts.missing() as f64);
    ([(header::CONTENT_TYPE, "text/plain; version=0.0.4")], web.metrics.render()).into_response()
}
