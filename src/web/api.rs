//! What programs call: the JSON API of the office's own systems (`/api/v1`), and Open311 for the apps of a city
//! (`/open311/v2`).
//!
//! What must hold: nothing is decided here, every act goes through the desk and every report through the intake; a program sees
//! only the queues of its token, and cannot tell what is another's from what is not there; personal answers leave only with a
//! scope of their own, a reason, and an entry in the audit log.
//!
//! ## Why
//! Routes and description are made from one table ([`table::OPERATIONS`]), and the schemas from the types that are sent, so
//! that the description cannot say anything else than what is there.

pub mod caller;
mod document;
pub mod open311;
pub mod problem;
pub mod shape;
pub mod table;
mod tickets;

use crate::intake::Intake;
use crate::office::Office;
use crate::program::call::Calls;
use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::response::{IntoResponse, Response};
use caller::Paces;
use problem::{Kind, Problem};
use std::sync::Arc;

/// Where the JSON API stands.
pub const BASE: &str = "/api/v1";
/// Largest body of a call, in bytes.
const BODY: usize = 64 * 1024;

/// What the routes of programs look at.
#[derive(Clone)]
pub struct Programs {
    /// The office.
    pub office: Arc<Office>,
    /// Where reports go.
    pub intake: Arc<Intake>,
    /// Calls that are being done just now.
    pub calls: Calls,
    /// How often each program calls.
    pub paces: Paces,
    /// Whoever holds it reads the heads of all tickets: one after the other, so that programs that ask for much wait for one
    /// another and for nobody else. In it, what was counted last.
    counted: Arc<tokio::sync::Mutex<tickets::Counted>>,
}

/// The routes of programs.
pub fn routes<S>(office: &Arc<Office>, intake: &Arc<Intake>) -> Router<S> {
    let programs = Programs {
        office: Arc::clone(office),
        intake: Arc::clone(intake),
        calls: Calls::default(),
        paces: Paces::default(),
        counted: Arc::default(),
    };
    let json = table::OPERATIONS
        .iter()
        .fold(Router::new(), |router, operation| router.route(operation.path, (operation.route)()))
        .fallback(async || Problem::from(Kind::NotFound))
        .method_not_allowed_fallback(async || Problem::from(Kind::Method));
    let routes = Router::new().nest(BASE, json).nest(open311::BASE, open311::routes());
    routes.layer(DefaultBodyLimit::max(BODY)).with_state(programs)
}

/// JSON as an answer.
fn json(body: impl serde::Serialize) -> Response {
    axum::Json(body).into_response()
}
