//! What the buttons of clerks carry: `d:<verb>:<receipt>[:<number>[:<guard>]]`, at most 64 bytes. Anybody may have made one
//! up: it names a wish, never a right.
//!
//! The guard counts what happened to the ticket when the button was made. A menu of an earlier moment is so noticed, and
//! twenty taps in a second have the effect of one.

use super::menu::Menu;
use crate::id::Receipt;
use crate::ticket::{Ticket, What};

/// What a button wishes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Token {
    /// On a ticket.
    On(Receipt, Wish),
    /// A page of the list of tickets.
    List(usize),
}

/// What a button wishes on a ticket.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wish {
    /// Take it.
    Take,
    /// Give it back.
    Release,
    /// The next message goes to the person.
    Reply,
    /// A list of choices.
    Open(Menu),
    /// One of the choices.
    Pick(Pick),
    /// The prepared reply that was shown goes out.
    Send { guard: usize },
    /// Back to the card.
    Back,
    /// The next message is a note again.
    Cancel,
    /// The card in a private chat.
    Show,
    /// The page of the list on which it stands.
    Listed,
    /// The person was called back.
    Called,
}

/// A choice of a menu.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Pick {
    /// What is chosen.
    pub(super) of: Choice,
    /// Which: position in the service's own list, or days.
    pub(super) n: usize,
    /// What had happened to the ticket when the menu was made.
    pub(super) guard: usize,
}

/// What is chosen from a menu.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Choice {
    /// A prepared reply, to be looked at.
    Prepared,
    /// A paper that a prepared reply names.
    Fill,
    /// A paper to ask for.
    Paper,
    /// The next state.
    State,
    /// The outcome to close with.
    Outcome,
    /// The queue to pass to.
    Queue,
    /// Working days to extend by.
    Days,
}

impl Choice {
    const ALL: [Choice; 7] = [Choice::Prepared, Choice::Fill, Choice::Paper, Choice::State, Choice::Outcome, Choice::Queue, Choice::Days];

    fn verb(self) -> &'static str {
        match self {
            Choice::Prepared => "look",
            Choice::Fill => "fill",
            Choice::Paper => "ask",
            Choice::State => "set",
            Choice::Outcome => "end",
            Choice::Queue => "over",
            Choice::Days => "days",
        }
    }
}

impl Token {
    /// What the button carries.
    pub(super) fn write(&self) -> String {
        match self {
            Token::List(page) => format!("d:list:{page}"),
            Token::On(receipt, wish) => match wish {
                Wish::Take => format!("d:take:{receipt}"),
                Wish::Release => format!("d:release:{receipt}"),
                Wish::Reply => format!("d:reply:{receipt}"),
                Wish::Open(menu) => format!("d:{}:{receipt}", menu.name()),
                Wish::Pick(Pick { of, n, guard }) => format!("d:{}:{receipt}:{n}:{guard}", of.verb()),
                Wish::Send { guard } => format!("d:send:{receipt}:0:{guard}"),
                Wish::Back => format!("d:back:{receipt}"),
                Wish::Cancel => format!("d:cancel:{receipt}"),
                Wish::Show => format!("d:show:{receipt}"),
                Wish::Listed => format!("d:listed:{receipt}"),
                Wish::Called => format!("d:called:{receipt}"),
            },
        }
    }

    /// What somebody pressed; `None` when no button of ours carries this.
    pub(super) fn read(text: &str) -> Option<Self> {
        if text.len() > 64 {
            return None;
        }
        let mut parts = text.split(':');
        if parts.next() != Some("d") {
            return None;
        }
        let verb = parts.next()?;
        let name = parts.next()?;
        let mut numbers = Vec::new();
        for part in parts {
            numbers.push(part.parse::<usize>().ok().filter(|_| part.bytes().all(|sign| sign.is_ascii_digit()))?);
        }
        if verb == "list" {
            return numbers.is_empty().then(|| name.parse().ok()).flatten().map(Token::List);
        }
        let receipt = Receipt::read(name).ok().filter(|receipt| receipt.as_str() == name)?;
        let wish = match (verb, numbers.as_slice()) {
            ("take", []) => Wish::Take,
            ("release", []) => Wish::Release,
            ("reply", []) => Wish::Reply,
            ("back", []) => Wish::Back,
            ("cancel", []) => Wish::Cancel,
            ("show", []) => Wish::Show,
            ("listed", []) => Wish::Listed,
            ("called", []) => Wish::Called,
            ("send", [0, guard]) => Wish::Send { guard: *guard },
            (verb, []) => Wish::Open(Menu::ALL.into_iter().find(|menu| menu.name() == verb)?),
            (verb, [n, guard]) => {
                let of = Choice::ALL.into_iter().find(|choice| choice.verb() == verb)?;
                Wish::Pick(Pick { of, n: *n, guard: *guard })
            }
            _ => return None,
        };
        Some(Token::On(receipt, wish))
    }
}

/// What happened to a ticket so far, as buttons remember it: everything that a clerk should know before going on. Notes of
/// colleagues and who has it do not count.
pub(super) fn guard(ticket: &Ticket) -> usize {
    let counts = |what: &What| match what {
        What::Noted { .. }
        | What::Taken { .. }
        | What::CalledBack
        | What::Unreachable
        | What::Revealed { .. }
        | What::Held { .. }
        | What::Freed { .. }
        | What::Conflicted { .. }
        | What::Linked { .. }
        | What::Unlinked { .. }
        | What::FileRefused { .. } => false,
        What::Submitted
        | What::Added { .. }
        | What::Corrected { .. }
        | What::Amended { .. }
        | What::Replied { .. }
        | What::PaperAsked { .. }
        | What::Transferred { .. }
        | What::StateSet { .. }
        | What::Extended { .. }
        | What::Closed { .. }
        | What::Withdrawn { .. }
        | What::Hurried
        | What::Reopened { .. }
        | What::Graded { .. }
        | What::ContactChanged
        | What::ConsentAsked { .. }
        | What::Consented { .. }
        | What::HandedOver { .. } => true,
    };
    ticket.body.history.iter().filter(|happening| counts(&happening.what)).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn receipt() -> Receipt {
        let day = chrono::NaiveDate::from_ymd_opt(2026, 11, 23).expect("a day");
        Receipt::new("WHIP", day, [1, 2, 3, 4, 5])
    }

    #[test]
    fn every_token_is_read_back_and_fits_into_a_button() {
        let picks = Choice::ALL.map(|of| Wish::Pick(Pick { of, n: 4095, guard: 9_999_999 }));
        let menus = Menu::ALL.map(Wish::Open);
        let others = [
            Wish::Take,
            Wish::Release,
            Wish::Reply,
            Wish::Back,
            Wish::Cancel,
            Wish::Show,
            Wish::Listed,
            Wish::Called,
            Wish::Send { guard: 7 },
        ];
        let wishes = picks.into_iter().chain(menus).chain(others);
        let tokens = wishes.map(|wish| Token::On(receipt(), wish)).chain([Token::List(12)]);
        for token in tokens {
            let text = token.write();
            assert!(text.len() <= 64, "{text}");
            assert_eq!(Token::read(&text), Some(token), "{text}");
        }
    }

    #[test]
    fn what_no_button_carries_is_not_read() {
        let good = receipt();
        for text in [
            "",
            "d",
            "d:",
            "d:take",
            "d:take:",
            "e:take:x",
            "d:list:",
            "d:list:-1",
            "d:list:1:1",
            "d:take:WHIP-261123-AAAAAA",
            &format!("d:take:{good}:1:1"),
            &format!("d:set:{good}:1"),
            &format!("d:set:{good}:+1:1"),
            &format!("d:set:{good}:99999999999999999999:1"),
            &format!("d:send:{good}:1:1"),
            &format!("d:assign:{good}"),
            &format!("d:take:{}", good.as_str().to_lowercase()),
            &format!("d:take:{good}\0"),
            &"d:take:".repeat(20),
        ] {
            assert_eq!(Token::read(text), None, "{text}");
        }
    }
}
