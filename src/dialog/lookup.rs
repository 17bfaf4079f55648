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

/// A look-up or an act.
#[derive(Clone, Copy, Debug)]
pub struct Lookup {
    /// Name after `from:`.
    pub name: &'static str,
    /// Facts that appear under the name of the step.
    pub facts: &'static [(&'static str, Values)],
    /// Variables of one thing in a list (`.item`); empty when it lists nothing.
    pub items: &'static [&'static str],
}

const YES_NO: Values = Values::OneOf(&["yes", "no"]);

/// What `look` and `as: pick` may look up.
pub const LOOKUPS: [Lookup; 5] = [
    Lookup { name: "own-tickets", facts: &[("count", Values::Names)], items: &["receipt", "service", "state", "day"] },
    Lookup {
        name: "ticket-access",
        facts: &[("result", Values::OneOf(&["ok", "wrong", "locked"])), ("left", Values::Words), ("minutes", Values::Words)],
        items: &[],
    },
    Lookup {
        name: "ticket",
        facts: &[
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
        items: &[],
    },
    Lookup {
        name: "agencies",
        facts: &[
            ("count", Values::Names),
            ("close", YES_NO),
            ("none", YES_NO),
            ("suspicious", YES_NO),
            ("general", YES_NO),
            ("demo", YES_NO),
            ("as-of", Values::Words),
        ],
        items: &["code", "name", "place"],
    },
    Lookup {
        name: "agency",
        facts: &[
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
        items: &[],
    },
];

/// What every act gives.
const DONE: &[(&str, Values)] = &[("result", Values::OneOf(&["ok", "refused"])), ("reason", Values::Words)];

/// What `do` may do with a ticket.
pub const ACTS: [Lookup; 9] = [
    act("ticket-add"),
    act("ticket-write"),
    act("ticket-withdraw"),
    act("ticket-hurry"),
    act("ticket-reopen"),
    act("ticket-rate"),
    act("ticket-contact"),
    act("ticket-link"),
    act("ticket-forget"),
];

/// Facts about the person that every dialog may ask about.
pub const PERSON: [(&str, Values); 1] = [("person.channel", Values::OneOf(&["telegram", "terminal", "web"]))];

const fn act(name: &'static str) -> Lookup {
    Lookup { name, facts: DONE, items: &[] }
}

/// The look-up of that name.
pub fn lookup(name: &str) -> Option<&'static Lookup> {
    LOOKUPS.iter().find(|one| one.name == name)
}

/// The act of that name.
pub fn act_named(name: &str) -> Option<&'static Lookup> {
    ACTS.iter().find(|one| one.name == name)
}
