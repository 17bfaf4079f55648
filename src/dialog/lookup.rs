//! What look-ups and acts are called and what they give, as far as dialogs and texts build on it. The work itself is done
//! by `intake`; here stands only the promise, so that `check` knows which facts a dialog may ask about.

/// Values of a fact.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Values {
    /// Words for people; nothing to compare with.
    Words,
    /// One of these.
    OneOf(&'static [&'static str]),
    /// Any name that data brings: a state, a service, a count.
    Names,
}

/// How many answers of a kind go with a look-up or act.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Count {
    /// Exactly one.
    One,
    /// One or none.
    Optional,
    /// At least one.
    Some,
    /// Any number.
    Any,
}

/// Answers that go with a look-up or act (`with`).
#[derive(Clone, Copy, Debug)]
pub struct Takes {
    /// Kinds of questions, by their names in dialog files.
    pub kinds: &'static [&'static str],
    /// How many.
    pub count: Count,
}

/// A look-up or an act.
#[derive(Clone, Copy, Debug)]
pub struct Lookup {
    /// Name after `from:`.
    pub name: &'static str,
    /// Answers that go with it.
    pub takes: &'static [Takes],
    /// Facts that appear under the name of the step.
    pub facts: &'static [(&'static str, Values)],
    /// Variables of one thing in a list (`.item`); empty when it lists nothing.
    pub items: &'static [&'static str],
    /// It counts a length of time, which stands in `add`.
    pub adds: bool,
    /// It says in `about` what it is about.
    pub about: bool,
    /// It may have a picture, which a step that tells sends with `chart`.
    pub chart: bool,
}

const fn one(kinds: &'static [&'static str]) -> Takes {
    Takes { kinds, count: Count::One }
}

const fn optional(kinds: &'static [&'static str]) -> Takes {
    Takes { kinds, count: Count::Optional }
}

const fn some(kinds: &'static [&'static str]) -> Takes {
    Takes { kinds, count: Count::Some }
}

const fn any(kinds: &'static [&'static str]) -> Takes {
    Takes { kinds, count: Count::Any }
}

/// One thing of a list.
const PICKED: &[Takes] = &[one(&["pick"])];
/// What narrows a list of the office's own data.
const NARROWED: &[Takes] = &[optional(&["text"]), optional(&["choice"]), optional(&["year"]), optional(&["place"])];

/// Whether a person comes to an event.
const STANDING: Values = Values::OneOf(&["booked", "waiting", "none"]);
const YES_NO: Values = Values::OneOf(&["yes", "no"]);

/// What `look` and `as: pick` may look up.
pub const LOOKUPS: [Lookup; 22] = [
    list("own-tickets", &[], &[("count", Values::Names)], &["receipt", "service", "state", "day"]),
    look(
        "ticket-access",
        &[one(&["receipt"]), one(&["code"])],
        &[("result", Values::OneOf(&["ok", "wrong", "locked"])), ("left", Values::Words), ("minutes", Values::Words)],
    ),
    look(
        "ticket",
        &[some(&["pick", "receipt"])],
        &[
            ("result", Values::OneOf(&["ok", "none"])),
            ("receipt", Values::Words),
            ("service", Values::Words),
            ("state", Values::Names),
            ("state-text", Values::Words),
            ("since", Values::Words),
            ("next", Values::Words),
            ("history", Values::Words),
            ("open", YES_NO),
            ("can-add", YES_NO),
            ("can-write", YES_NO),
            ("can-withdraw", YES_NO),
            ("can-hurry", YES_NO),
            ("can-reopen", YES_NO),
            ("can-rate", YES_NO),
            ("anonymous", YES_NO),
            ("linked", YES_NO),
        ],
    ),
    list(
        "agencies",
        &[one(&["text"]), optional(&["text", "place"])],
        &[
            ("count", Values::Names),
            ("close", YES_NO),
            ("none", YES_NO),
            ("suspicious", YES_NO),
            ("general", YES_NO),
            ("demo", YES_NO),
            ("as-of", Values::Words),
        ],
        &["code", "name", "place"],
    ),
    look(
        "agency",
        PICKED,
        &[
            ("found", YES_NO),
            ("code", Values::Words),
            ("name", Values::Words),
            ("name-en", Values::Words),
            ("status", Values::Words),
            ("place", Values::Words),
            ("address", Values::Words),
            ("phone", Values::Words),
            ("email", Values::Words),
            ("website", Values::Words),
            ("attorneys", Values::Words),
            ("as-of", Values::Words),
            ("demo", YES_NO),
        ],
    ),
    Lookup { adds: true, ..look("date-after", &[one(&["date"])], &[("day", Values::Words), ("passed", YES_NO), ("guessed", YES_NO)]) },
    look(
        "numbers-in",
        &[one(&["text", "list", "patent", "trademark", "right-number"])],
        &[("none", YES_NO), ("bad", YES_NO), ("lines", Values::Words), ("count", Values::Names)],
    ),
    look(
        "office",
        &[one(&["place"])],
        &[
            ("kind", Values::OneOf(&["city", "district", "zone", "outside"])),
            ("name", Values::Words),
            ("address", Values::Words),
            ("phone", Values::Words),
            ("hours", Values::Words),
            ("note", Values::Words),
            ("published", YES_NO),
        ],
    ),
    list("publications", NARROWED, LISTED, &["title", "kind", "day"]),
    list("notices", NARROWED, LISTED, &["title", "kind", "day"]),
    list("policies", NARROWED, LISTED, &["title", "kind", "day"]),
    look("publication", PICKED, LISTING),
    look("notice", PICKED, LISTING),
    look("policy", PICKED, LISTING),
    Lookup {
        chart: true,
        ..look(
            "statistics",
            &[any(&["text"]), any(&["choice", "pick"]), optional(&["year"]), optional(&["place"])],
            &[
                ("loaded", YES_NO),
                ("found", YES_NO),
                ("many", YES_NO),
                ("lines", Values::Words),
                ("source", Values::Words),
                ("published", Values::Words),
                ("unit", Values::Words),
                ("missing", Values::Words),
                ("gaps", YES_NO),
                ("chart", YES_NO),
            ],
        )
    },
    list("events", &[], LISTED, &["title", "day", "place", "seats"]),
    look(
        "event",
        PICKED,
        &[
            ("found", YES_NO),
            ("title", Values::Words),
            ("day", Values::Words),
            ("time", Values::Words),
            ("place", Values::Words),
            ("speaker", Values::Words),
            ("summary", Values::Words),
            ("seats", Values::Words),
            ("sign-up", Values::OneOf(&["open", "waiting", "full", "closed"])),
            ("own", STANDING),
            ("sign-up-until", Values::Words),
        ],
    ),
    list("own-subscriptions", &[], &[("count", Values::Names), ("none", YES_NO)], &["what", "rhythm", "since"]),
    list("own-bookings", &[], &[("count", Values::Names), ("none", YES_NO)], &["title", "day", "standing"]),
    look(
        "booking",
        PICKED,
        &[
            ("found", YES_NO),
            ("title", Values::Words),
            ("day", Values::Words),
            ("time", Values::Words),
            ("place", Values::Words),
            ("standing", STANDING),
            ("words", Values::Words),
            ("ahead", YES_NO),
        ],
    ),
    list("answers", &[one(&["text"])], LISTED, &["title"]),
    look(
        "answer",
        PICKED,
        &[
            ("found", YES_NO),
            ("title", Values::Words),
            ("words", Values::Words),
            ("source", Values::Words),
            ("day", Values::Words),
            ("service", Values::Words),
        ],
    ),
];

/// What lists of the office's own data give.
const LISTED: &[(&str, Values)] = &[("count", Values::Names), ("none", YES_NO), ("loaded", YES_NO), ("as-of", Values::Words)];

/// What one entry of such a list gives.
const LISTING: &[(&str, Values)] = &[
    ("found", YES_NO),
    ("title", Values::Words),
    ("kind", Values::Words),
    ("day", Values::Words),
    ("link", Values::Words),
    ("summary", Values::Words),
    ("status", Values::Words),
    ("from", Values::Words),
    ("until", Values::Words),
    ("who", Values::Words),
    ("place", Values::Words),
    ("language", Values::Words),
];

/// What every act gives.
const DONE: &[(&str, Values)] = &[("result", Values::OneOf(&["ok", "refused"])), ("reason", Values::Words)];

/// What tells of somebody who comes to an event.
const BOOKER: &[Takes] = &[one(&["pick"]), one(&["number"]), any(&["text"]), optional(&["contact", "phone", "email"])];

/// What acts on a booking give besides: how the person stands then, as a name and in words, and whether a reminder comes.
const BOOKED: &[(&str, Values)] = &[
    ("result", Values::OneOf(&["ok", "refused"])),
    ("reason", Values::Words),
    ("standing", STANDING),
    ("words", Values::Words),
    ("reminds", YES_NO),
];

/// What `do` may do: with a ticket, with what the person hears of, with a booking. All on bookings take the answer that picked the event; `event-book` also takes a
/// number of seats, and as far as they were given `name`, `org`, `contact` and `needs`, by these names.
pub const ACTS: [Lookup; 14] = [
    act("ticket-add", &[some(&["files"]), optional(&["text"])]),
    act("ticket-write", &[one(&["text"]), any(&["files"])]),
    act("ticket-withdraw", &[optional(&["text"])]),
    act("ticket-hurry", &[]),
    act("ticket-reopen", &[one(&["text"])]),
    act("ticket-rate", &[one(&["choice"]), optional(&["text"])]),
    act("ticket-contact", &[one(&["contact", "phone", "email"])]),
    act("ticket-link", &[]),
    act("ticket-forget", &[]),
    Lookup { about: true, ..look("subscribe", &[any(&["list"]), optional(&["choice"]), optional(&["place"])], ABOUT_ONE) },
    look("unsubscribe", PICKED, ABOUT_ONE),
    look("event-book", BOOKER, BOOKED),
    look("event-cancel", PICKED, BOOKED),
    look("event-calendar", PICKED, BOOKED),
];

/// The same of an act on one subscription, and what that is about.
const ABOUT_ONE: &[(&str, Values)] =
    &[("result", Values::OneOf(&["ok", "refused"])), ("reason", Values::Words), ("what", Values::Words), ("rhythm", Values::Words)];

/// Facts about the person that every dialog may ask about.
pub const PERSON: [(&str, Values); 1] = [("person.channel", Values::OneOf(&["telegram", "terminal", "web"]))];

type Facts = &'static [(&'static str, Values)];

const fn list(name: &'static str, takes: &'static [Takes], facts: Facts, items: &'static [&'static str]) -> Lookup {
    Lookup { name, takes, facts, items, adds: false, about: false, chart: false }
}

const fn look(name: &'static str, takes: &'static [Takes], facts: Facts) -> Lookup {
    list(name, takes, facts, &[])
}

const fn act(name: &'static str, takes: &'static [Takes]) -> Lookup {
    look(name, takes, DONE)
}

/// The look-up of that name.
pub fn lookup(name: &str) -> Option<&'static Lookup> {
    LOOKUPS.iter().find(|one| one.name == name)
}

/// The act of that name.
pub fn act_named(name: &str) -> Option<&'static Lookup> {
    ACTS.iter().find(|one| one.name == name)
}
