//! Every operation of the JSON API: its route and its description in one row.

use super::shape::{Close, Extension, Figures, NextState, QueueList, ServiceList, TicketForm, TicketPage, TicketWhole, Transfer, Words};
use super::{Programs, document, tickets};
use crate::program::token::Scope;
use axum::routing::{MethodRouter, get, post};
use schemars::{JsonSchema, Schema, SchemaGenerator};

/// How an operation is called.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// Changes nothing.
    Get,
    /// Does something; may carry an `Idempotency-Key`.
    Post,
}

/// A value in the query.
#[derive(Clone, Copy, Debug)]
pub struct Parameter {
    /// Name.
    pub name: &'static str,
    /// What it means.
    pub says: &'static str,
    /// Type of JSON Schema.
    pub kind: &'static str,
}

/// Makes a schema.
pub type Shape = fn(&mut SchemaGenerator) -> Schema;

/// An operation.
pub struct Operation {
    /// How it is called.
    pub method: Method,
    /// Where, below [`super::BASE`].
    pub path: &'static str,
    /// Its name.
    pub id: &'static str,
    /// What it does.
    pub summary: &'static str,
    /// Scope that a token needs; none at all when missing.
    pub scope: Option<Scope>,
    /// What may stand in the query.
    pub query: &'static [Parameter],
    /// The body that it takes.
    pub body: Option<Shape>,
    /// What it answers.
    pub answer: Option<Shape>,
    /// Its handler.
    pub route: fn() -> MethodRouter<Programs>,
}

fn shape<T: JsonSchema>(generator: &mut SchemaGenerator) -> Schema {
    generator.subschema_for::<T>()
}

const fn text(name: &'static str, says: &'static str) -> Parameter {
    Parameter { name, says, kind: "string" }
}

const LIST: &[Parameter] = &[
    text("queue", "Only this queue."),
    text("service", "Only this service."),
    text("state", "Only in this state."),
    text("status", "`open` (the default), `closed` or `all`."),
    text("from", "Submitted on this day or later, as 2026-11-01."),
    text("to", "Submitted on this day or before."),
    Parameter { name: "limit", says: "At most so many, 1 to 200. Default 50.", kind: "integer" },
    text("cursor", "`next` of the page before."),
];

const ONE: &[Parameter] = &[
    text("reason", "With `tickets:personal`: why personal answers are read. Stands in the history and in the audit log."),
    text("language", "Language of labels and answers, `zh-Hans` (the default) or `en`."),
];

/// Every operation.
pub static OPERATIONS: &[Operation] = &[
    Operation {
        method: Method::Get,
        path: "/openapi.json",
        id: "getDescription",
        summary: "This description.",
        scope: None,
        query: &[],
        body: None,
        answer: None,
        route: || get(document::show),
    },
    Operation {
        method: Method::Get,
        path: "/services",
        id: "listServices",
        summary: "Services of the counter.",
        scope: Some(Scope::TicketsRead),
        query: &[],
        body: None,
        answer: Some(shape::<ServiceList>),
        route: || get(tickets::services),
    },
    Operation {
        method: Method::Get,
        path: "/queues",
        id: "listQueues",
        summary: "Queues that the token sees.",
        scope: Some(Scope::TicketsRead),
        query: &[],
        body: None,
        answer: Some(shape::<QueueList>),
        route: || get(tickets::queues),
    },
    Operation {
        method: Method::Get,
        path: "/figures",
        id: "getFigures",
        summary: "How many tickets there are now, by queue.",
        scope: Some(Scope::FiguresRead),
        query: &[],
        body: None,
        answer: Some(shape::<Figures>),
        route: || get(tickets::figures),
    },
    Operation {
        method: Method::Get,
        path: "/tickets",
        id: "listTickets",
        summary: "Tickets in the order of their receipts, page by page.",
        scope: Some(Scope::TicketsRead),
        query: LIST,
        body: None,
        answer: Some(shape::<TicketPage>),
        route: || get(tickets::list),
    },
    Operation {
        method: Method::Get,
        path: "/tickets/{receipt}",
        id: "getTicket",
        summary: "One ticket and what happened to it.",
        scope: Some(Scope::TicketsRead),
        query: ONE,
        body: None,
        answer: Some(shape::<TicketWhole>),
        route: || get(tickets::one),
    },
    Operation {
        method: Method::Post,
        path: "/tickets/{receipt}/reply",
        id: "reply",
        summary: "Writes to the person.",
        scope: Some(Scope::TicketsAct),
        query: &[],
        body: Some(shape::<Words>),
        answer: Some(shape::<TicketForm>),
        route: || post(tickets::reply),
    },
    Operation {
        method: Method::Post,
        path: "/tickets/{receipt}/note",
        id: "note",
        summary: "Leaves a note for colleagues; the person never sees it.",
        scope: Some(Scope::TicketsAct),
        query: &[],
        body: Some(shape::<Words>),
        answer: Some(shape::<TicketForm>),
        route: || post(tickets::note),
    },
    Operation {
        method: Method::Post,
        path: "/tickets/{receipt}/state",
        id: "setState",
        summary: "Sets the next state of the service's chain.",
        scope: Some(Scope::TicketsAct),
        query: &[],
        body: Some(shape::<NextState>),
        answer: Some(shape::<TicketForm>),
        route: || post(tickets::state),
    },
    Operation {
        method: Method::Post,
        path: "/tickets/{receipt}/extend",
        id: "extend",
        summary: "Extends a time limit.",
        scope: Some(Scope::TicketsAct),
        query: &[],
        body: Some(shape::<Extension>),
        answer: Some(shape::<TicketForm>),
        route: || post(tickets::extend),
    },
    Operation {
        method: Method::Post,
        path: "/tickets/{receipt}/transfer",
        id: "transfer",
        summary: "Passes the ticket to another queue.",
        scope: Some(Scope::TicketsAct),
        query: &[],
        body: Some(shape::<Transfer>),
        answer: Some(shape::<TicketForm>),
        route: || post(tickets::transfer),
    },
    Operation {
        method: Method::Post,
        path: "/tickets/{receipt}/close",
        id: "close",
        summary: "Closes the ticket.",
        scope: Some(Scope::TicketsAct),
        query: &[],
        body: Some(shape::<Close>),
        answer: Some(shape::<TicketForm>),
        route: || post(tickets::close),
    },
];
