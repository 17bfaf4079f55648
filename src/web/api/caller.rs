//! Who calls: the program of a token, within its limit.

use super::Programs;
use super::problem::{Kind, Problem};
use crate::program::token::{self, Program, Scope};
use axum::extract::FromRequestParts;
use axum::http::HeaderMap;
use axum::http::header::AUTHORIZATION;
use axum::http::request::Parts;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

/// Calls of one program at once.
const BURST: u32 = 60;
/// Time after which one more is allowed.
const EACH: Duration = Duration::from_millis(50);

/// How often each program calls.
#[derive(Clone, Default)]
pub struct Paces(Arc<Mutex<HashMap<String, Instant>>>);

impl Paces {
    /// Whether a program may call once more.
    fn take(&self, program: &Program, now: Instant) -> Result<(), Problem> {
        // A leaky bucket: each entry is the moment at which it is empty.
        let mut paces = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let empty = paces.entry(program.name.clone()).or_insert(now);
        let full = (*empty).max(now) + EACH;
        if let Some(wait) = full.checked_duration_since(now + EACH * BURST).filter(|wait| !wait.is_zero()) {
            return Err(Problem { wait: Some(wait.as_secs() + 1), ..Kind::TooMany.into() });
        }
        *empty = full;
        Ok(())
    }
}

impl Programs {
    /// The program of a token that is good, within its limit.
    ///
    /// # Errors
    /// The token is not taken, or it called too often.
    pub async fn admit(&self, token: Option<&str>) -> Result<Program, Problem> {
        let token = token.ok_or(Kind::Token)?;
        let program = token::find(&self.office, token).await?.ok_or(Kind::Token)?;
        self.paces.take(&program, Instant::now())?;
        Ok(program)
    }
}

/// The program that calls.
pub struct Caller(pub Program);

impl FromRequestParts<Programs> for Caller {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, programs: &Programs) -> Result<Self, Problem> {
        programs.admit(bearer(&parts.headers).as_deref()).await.map(Self)
    }
}

/// The token in the header of a call.
pub fn bearer(headers: &HeaderMap) -> Option<String> {
    let header = headers.get(AUTHORIZATION)?.to_str().ok()?;
    let (scheme, token) = header.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then(|| token.trim().to_owned())
}

impl Caller {
    /// The program, when its token allows this.
    ///
    /// # Errors
    /// It does not.
    pub fn allowed(self, scope: Scope) -> Result<Program, Problem> {
        if self.0.may(scope) { Ok(self.0) } else { Err(Problem::with(Kind::Scope, format!("it needs {}", scope.name()))) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_program_calls_so_often_at_once_and_then_at_its_pace() {
        let program = |name: &str| Program {
            name: name.to_owned(),
            scopes: Vec::new(),
            queues: Vec::new(),
            created: crate::clock::Moment::UNIX_EPOCH,
            expires: None,
        };
        let (paces, start) = (Paces::default(), Instant::now());
        for _ in 0..BURST {
            assert_eq!(paces.take(&program("a"), start), Ok(()));
        }
        let refused = paces.take(&program("a"), start).expect_err("too many");
        assert_eq!((refused.kind, refused.wait), (Kind::TooMany, Some(1)));
        assert_eq!(paces.take(&program("b"), start), Ok(()), "each by itself");
        assert_eq!(paces.take(&program("a"), start + EACH), Ok(()));
        assert!(paces.take(&program("a"), start + EACH).is_err());
    }
}
