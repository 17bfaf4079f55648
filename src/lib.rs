//! **ip-office-bot**: the counter of a city intellectual-property office that never closes. A person writes in Chinese or
//! English on a page, on Telegram or in a terminal; the counter finds the service, asks one question at a time, shows the answers, and
//! opens a ticket with a receipt. The ticket lands in the queue of a desk; a clerk answers from a staff group or the command
//! line; the answer reaches the person where they wrote.
//!
//! ## The one path
//!
//! ```text
//! channel -> intake -> dialog::step -> effects folded into one Commit -> store -> acknowledge
//!                                                                             \-> outbox -> channel
//! clerk  -> desk ---------------------------------^
//! ```
//!
//! ## Promises
//!
//! 1. A receipt is a promise: when a person sees it, or Telegram sees an update confirmed, it is on disk. A kill at any moment
//!    loses nothing that was acknowledged. We may say something twice; we never lose it silently.
//! 2. One event, one turn, one commit: conversation, ticket, audit entry, deliveries and the event's own id are written
//!    together or not at all. Only then is the event acknowledged; only then is anything sent.
//! 3. Deciding is pure: [`dialog`] and [`ticket`] take a state and an event and return what becomes of them. No clock, chance,
//!    file, network or store inside.
//! 4. A new service is data: one dialog file, one text file a language, two transcripts; no Rust.
//! 5. Words live in `locales/`: no sentence for people in Rust or in a dialog file.
//! 6. Nobody gets stuck: from every state a person can go back, change an answer, leave and come back, switch language, and
//!    reach a human.
//! 7. The office decides: the counter informs, collects, checks and passes on.
//! 8. A secret stays one: personal answers are sealed at rest, hidden by default, never logged, never in a staff group.
//!
//! ## Modules in reading order
//!
//! | floor | module | what it is |
//! |---|---|---|
//! | 0 | [`id`], [`message`], [`clock`] | names; what comes in and goes out in neutral words; time and chance from outside |
//! | 1 | [`locale`] | languages and texts |
//! | 1 | [`format`], [`calendar`], [`place`], [`country`], [`agency`] | numbers and dates as people type them; working days; districts; countries; register |
//! | 1 | [`table`], [`chart`] | the office's own data as tables; figures as a picture |
//! | 1 | [`watch`] | subscriptions to what is new |
//! | 1 | [`booking`], [`ical`] | seats of an event and who waits for one; an event as a calendar file |
//! | 1 | [`ticket`] | a ticket and what may happen to it |
//! | 1 | [`understand`] | what a text means: services, answers, or none of our business |
//! | 2 | [`dialog`] | the machine: files, conditions, state, events, step, screens, check, graph |
//! | 2 | [`complaint`] | what is wrong with a dialog or text file, with an arrow |
//! | 3 | [`config`], [`assets`], [`content`] | settings; built-in and own dialogs, texts, tables; the same read and checked |
//! | 3 | [`seal`], [`vault`], [`store`] | keys; evidence; the store: trait, records, memory, sled on a group-committing engine |
//! | 3 | [`feed`] | every ticket that changes is told to whoever listens |
//! | 3 | [`spool`] | uploads on their way: sealed pieces on disk, resumable |
//! | 3 | [`roster`] | who of the staff may do what in which queue |
//! | 3 | [`ledger`] | the audit log: looked through, and its chain followed, a piece at a time |
//! | 3 | [`tally`] | counts without names: questions asked and answered, searches in vain |
//! | 3 | [`office`], [`outbox`] | what everything above shares; delivery |
//! | 3 | [`hook`] | other systems are told what happens to tickets |
//! | 4 | [`setting`] | what an office changes itself, with its history |
//! | 4 | [`shelf`] | tables on disk: versions, which one is in use |
//! | 4 | [`digest`] | what is new in them is told to subscribers |
//! | 4 | [`events`] | who is told when an event changes, a seat becomes free, the day comes near |
//! | 4 | [`program`] | programs that call: tokens, calls that may come twice |
//! | 4 | [`account`] | accounts of the staff: password, second factor, roles, log-ins |
//! | 4 | [`intake`], [`desk`] | one turn of a person; acts of clerks and what follows from them |
//! | 4 | [`privacy`] | a person's own data: given out, corrected, erased; how long tickets are kept |
//! | 4 | [`figures`] | figures of the office's own work: counted, hidden where few, shown, handed out |
//! | 5 | [`channel`], [`web`], [`practice`] | Telegram, pages and terminal; the public page, the desk, interfaces, health; a counter for transcripts |
//! | 6 | [`app`], [`cli`] | builds, joins and stops everything; commands |
//!
//! Imports point down. Floors 0 to 2 never name tokio, teloxide, sled, reqwest, axum, files, environment or clocks.
//!
//! ## Words
//!
//! person, clerk, agency (patent agency), office (public body), service, flow, step, answer, turn, event, effect, ticket,
//! receipt (public number), access code (secret, shown once), queue, topic, delivery, channel, desk. One word a thing, in code,
//! texts and docs.

pub mod account;
pub mod agency;
pub mod app;
pub mod assets;
pub mod booking;
pub mod calendar;
pub mod channel;
pub mod chart;
pub mod cli;
pub mod clock;
pub mod complaint;
pub mod config;
pub mod content;
pub mod country;
pub mod desk;
pub mod dialog;
pub mod digest;
pub mod events;
pub mod feed;
pub mod figures;
pub mod format;
pub mod hook;
pub mod ical;
pub mod id;
pub mod intake;
pub mod ledger;
pub mod locale;
pub mod message;
pub mod office;
pub mod outbox;
pub mod place;
pub mod practice;
pub mod privacy;
pub mod program;
pub mod roster;
pub mod seal;
pub mod setting;
pub mod shelf;
pub mod spool;
pub mod store;
pub mod table;
pub mod tally;
pub mod ticket;
pub mod understand;
pub mod vault;
pub mod watch;
pub mod web;
