//! Which role may call which route of the desk, in one table. A route without a row cannot be called by anybody: see
//! [`super::gate`].
//!
//! Whoever may not see a thing learns nothing of it: what is not there and what is not theirs get the same answer. Whoever may
//! see it but not do that is told so.

use crate::id::QueueId;
use crate::roster::{Rights, Role};
use axum::http::Method;

/// What a route asks of whoever calls it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    /// Nothing: the door itself.
    Open,
    /// To be logged in.
    Staff,
    /// To see tickets of some queue: clerk, supervisor, auditor.
    Sight,
    /// To see figures: supervisor, auditor or administrator of some queue.
    Figures,
    /// To take lists of tickets as files, or to agree to it: supervisor or administrator of some queue.
    Lists,
    /// To read the audit log: auditor or administrator of the whole office.
    Log,
    /// To be administrator of some queue; the accounts that this reaches are looked at one by one.
    People,
    /// To be administrator of the whole office.
    Settings,
    /// To see the ticket in the path: clerk, supervisor, auditor of its queue.
    Ticket,
    /// To work on the ticket in the path: clerk or supervisor of its queue.
    Act,
    /// To lead the queue of the ticket in the path: its supervisor.
    Lead,
}

/// A route and what it asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row {
    /// Method.
    pub method: &'static str,
    /// Path as the router knows it: `/desk/staff/{id}/roles`.
    pub path: &'static str,
    /// What it asks.
    pub need: Need,
    /// Whether a code of the last five minutes is needed too.
    pub fresh: bool,
}

const fn get(path: &'static str, need: Need) -> Row {
    Row { method: "GET", path, need, fresh: false }
}

const fn post(path: &'static str, need: Need) -> Row {
    Row { method: "POST", path, need, fresh: false }
}

impl Row {
    const fn with_code(self) -> Self {
        Self { fresh: true, ..self }
    }
}

/// The table. New routes get a row here.
pub const TABLE: &[Row] = &[
    // The door.
    get("/desk/log-in", Need::Open),
    post("/desk/log-in", Need::Open),
    get("/desk/log-in/code", Need::Open),
    post("/desk/log-in/code", Need::Open),
    get("/desk/welcome/{token}", Need::Open),
    post("/desk/welcome/{token}", Need::Open),
    // One's own account.
    post("/desk/log-out", Need::Staff),
    get("/desk/code", Need::Staff),
    post("/desk/code", Need::Staff),
    get("/desk/account", Need::Staff),
    post("/desk/account/language", Need::Staff),
    post("/desk/account/end", Need::Staff),
    post("/desk/account/password", Need::Staff).with_code(),
    post("/desk/account/codes", Need::Staff).with_code(),
    post("/desk/account/renew", Need::Staff).with_code(),
    // Accounts of others.
    get("/desk/staff", Need::People),
    post("/desk/staff/invite", Need::People).with_code(),
    post("/desk/staff/{id}/roles", Need::People).with_code(),
    post("/desk/staff/{id}/disable", Need::People).with_code(),
    post("/desk/staff/{id}/enable", Need::People).with_code(),
    post("/desk/staff/{id}/reset", Need::People).with_code(),
    // The office's work in figures; files of them hold nothing of anybody, and who took one is in the audit log.
    get("/desk/figures", Need::Figures),
    get("/desk/figures/{form}", Need::Figures),
    // Proofs of what was erased, of the queues that one sees.
    get("/desk/erasures", Need::Figures),
    // Lists of tickets as files; what a second person has to agree to.
    get("/desk/export", Need::Lists),
    post("/desk/export", Need::Lists).with_code(),
    post("/desk/export/agree", Need::Lists).with_code(),
    post("/desk/export/refuse", Need::Lists).with_code(),
    post("/desk/export/take", Need::Lists).with_code(),
    // The audit log; nothing personal is in it.
    get("/desk/log", Need::Log),
    post("/desk/log/csv", Need::Log).with_code(),
    // What the office changes itself; a code is asked for where rights or other systems are touched.
    get("/desk/settings", Need::Settings),
    get("/desk/settings/list", Need::Settings),
    get("/desk/settings/edit", Need::Settings),
    post("/desk/settings/edit", Need::Settings),
    post("/desk/settings/back", Need::Settings),
    get("/desk/settings/history", Need::Settings),
    post("/desk/settings/members", Need::Settings).with_code(),
    get("/desk/settings/data", Need::Settings),
    post("/desk/settings/data", Need::Settings),
    post("/desk/settings/data/back", Need::Settings),
    get("/desk/settings/content", Need::Settings),
    get("/desk/settings/hooks", Need::Settings),
    post("/desk/settings/hooks", Need::Settings).with_code(),
    post("/desk/settings/hooks/act", Need::Settings).with_code(),
    get("/desk/settings/tokens", Need::Settings),
    post("/desk/settings/tokens", Need::Settings).with_code(),
    post("/desk/settings/tokens/end", Need::Settings).with_code(),
    // Lists.
    get("/desk", Need::Staff),
    post("/desk/views", Need::Sight),
    post("/desk/views/forget", Need::Sight),
    get("/desk/events", Need::Sight),
    // One ticket.
    get("/desk/t/{receipt}", Need::Ticket),
    post("/desk/t/{receipt}/presence", Need::Ticket),
    get("/desk/t/{receipt}/file/{file}", Need::Ticket),
    get("/desk/t/{receipt}/file/{file}/preview", Need::Ticket),
    post("/desk/t/{receipt}/show", Need::Act).with_code(),
    post("/desk/t/{receipt}/take", Need::Act),
    post("/desk/t/{receipt}/release", Need::Act),
    post("/desk/t/{receipt}/read", Need::Act),
    post("/desk/t/{receipt}/reply", Need::Act),
    post("/desk/t/{receipt}/note", Need::Act),
    post("/desk/t/{receipt}/paper", Need::Act),
    post("/desk/t/{receipt}/pass", Need::Act),
    post("/desk/t/{receipt}/state", Need::Act),
    post("/desk/t/{receipt}/extend", Need::Act),
    post("/desk/t/{receipt}/close", Need::Act),
    post("/desk/t/{receipt}/called", Need::Act),
    post("/desk/t/{receipt}/conflict", Need::Act),
    post("/desk/t/{receipt}/hold", Need::Lead),
    post("/desk/t/{receipt}/free", Need::Lead),
    post("/desk/t/{receipt}/erase", Need::Lead).with_code(),
    // A person's own data, on the ticket with which they asked for it.
    get("/desk/t/{receipt}/data", Need::Lead),
    post("/desk/t/{receipt}/data/give", Need::Lead).with_code(),
    post("/desk/t/{receipt}/data/correct", Need::Lead).with_code(),
    post("/desk/t/{receipt}/data/erase", Need::Lead).with_code(),
    post("/desk/t/{receipt}/same", Need::Act),
    post("/desk/t/{receipt}/apart", Need::Act),
    get("/desk/t/{receipt}/hand-over", Need::Act),
    post("/desk/t/{receipt}/hand-over", Need::Act),
    get("/desk/t/{receipt}/letter/{number}", Need::Ticket),
    post("/desk/t/{receipt}/letter/{number}", Need::Act).with_code(),
    get("/desk/t/{receipt}/prepared", Need::Act),
    post("/desk/t/{receipt}/prepared", Need::Act),
    post("/desk/t/{receipt}/prepared/send", Need::Act),
];

/// The row of a route; a HEAD is a GET without its content.
pub fn row(method: &Method, path: &str) -> Option<&'static Row> {
    let method = if *method == Method::HEAD { "GET" } else { method.as_str() };
    TABLE.iter().find(|row| row.method == method && row.path == path)
}

/// What whoever calls a route learns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// They may.
    Yes,
    /// They see it but may not do that.
    No,
    /// There is no such thing, for them.
    Missing,
}

impl Need {
    /// Whether the route is about the ticket in its path.
    pub fn is_of_ticket(self) -> bool {
        matches!(self, Need::Ticket | Need::Act | Need::Lead)
    }

    /// Whether whoever has these rights may call the route. `queue` is that of the ticket in the path, when it is there.
    pub fn judge(self, rights: &Rights, queue: Option<&QueueId>) -> Verdict {
        let yes = |may: bool| if may { Verdict::Yes } else { Verdict::No };
        let any = |roles: &[Role]| yes(roles.iter().any(|role| rights.has(*role)));
        if self.is_of_ticket() {
            let Some(queue) = queue.filter(|queue| rights.sees(queue)) else { return Verdict::Missing };
            return match self {
                Need::Act => yes(rights.serves(queue)),
                Need::Lead => yes(rights.is(Role::Supervisor, queue)),
                _ => Verdict::Yes,
            };
        }
        match self {
            Need::Open | Need::Staff => Verdict::Yes,
            Need::Sight => yes(rights.sees_any()),
            Need::Figures => any(&[Role::Supervisor, Role::Auditor, Role::Administrator]),
            Need::Lists => any(&[Role::Supervisor, Role::Administrator]),
            Need::Log => yes(rights.is_of_office(Role::Auditor) || rights.is_of_office(Role::Administrator)),
            Need::People => any(&[Role::Administrator]),
            Need::Settings => yes(rights.is_of_office(Role::Administrator)),
            Need::Ticket | Need::Act | Need::Lead => Verdict::Missing,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::roster::Grant;

    #[test]
    fn each_row_stands_there_once() {
        for (n, row) in TABLE.iter().enumerate() {
            let same = |other: &&Row| other.method == row.method && other.path == row.path;
            assert_eq!(TABLE.iter().skip(n + 1).find(same), None);
            assert!(!row.need.is_of_ticket() || row.path.contains("{receipt}"), "{}", row.path);
        }
    }

    #[test]
    fn a_ticket_of_another_queue_is_missing_and_one_may_look_without_acting() {
        let rights = |word: &str| Rights::of(&[Grant::read(word).expect("a grant")]);
        let (own, other) = (QueueId::from("ENF"), QueueId::from("AID"));
        for (word, see, act, lead) in [
            ("clerk@ENF", Verdict::Yes, Verdict::Yes, Verdict::No),
            ("supervisor@ENF", Verdict::Yes, Verdict::Yes, Verdict::Yes),
            ("auditor@ENF", Verdict::Yes, Verdict::No, Verdict::No),
            ("administrator@ENF", Verdict::Missing, Verdict::Missing, Verdict::Missing),
            ("administrator", Verdict::Missing, Verdict::Missing, Verdict::Missing),
        ] {
            let rights = rights(word);
            for (need, wanted) in [(Need::Ticket, see), (Need::Act, act), (Need::Lead, lead)] {
                assert_eq!(need.judge(&rights, Some(&own)), wanted, "{word} {need:?}");
                assert_eq!(need.judge(&rights, Some(&other)), Verdict::Missing, "{word} {need:?} elsewhere");
                assert_eq!(need.judge(&rights, None), Verdict::Missing, "{word} {need:?} nowhere");
            }
        }
    }
}
