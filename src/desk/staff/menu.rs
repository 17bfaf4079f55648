//! Menus of a ticket: the card's text with a list of choices under it, and the way back to the card.

use super::prepared;
use super::token::{Choice, Pick, Token, Wish, guard};
use super::topic::{ends, next_states};
use super::turn::say;
use crate::dialog::flow::{Span, Submit};
use crate::id::StateId;
use crate::locale::{Language, Text};
use crate::message::{Button, Outbound, plain};
use crate::office::Office;
use crate::ticket::Ticket;
use crate::ticket::act::{Refusal, outcomes, state_texts};
use crate::ticket::due::{last_day, next_limit};
use chrono::NaiveDate;

/// Working days by which a time limit is extended with one press.
pub(crate) const DAYS: [u32; 3] = [5, 10, 15];
/// Labels up to this width stand two in a row; a Chinese sign counts two.
const HALF_ROW: usize = 16;
/// Longest label in signs that stays readable on a phone.
const LABEL: usize = 48;

/// A menu.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Menu {
    /// Prepared replies.
    Prepared,
    /// Papers that a prepared reply can name.
    Fill,
    /// Papers to ask for.
    Paper,
    /// States that may follow.
    State,
    /// Longer time limits.
    Extend,
    /// Queues to pass to.
    Pass,
    /// Outcomes to close with.
    Close,
}

impl Menu {
    /// Every menu.
    pub(super) const ALL: [Menu; 7] = [Menu::Prepared, Menu::Fill, Menu::Paper, Menu::State, Menu::Extend, Menu::Pass, Menu::Close];

    /// Name in tokens and text ids.
    pub(super) fn name(self) -> &'static str {
        match self {
            Menu::Prepared => "prepared",
            Menu::Fill => "papers",
            Menu::Paper => "paper",
            Menu::State => "state",
            Menu::Extend => "extend",
            Menu::Pass => "pass",
            Menu::Close => "close",
        }
    }
}

/// The menu under the text of the card.
///
/// # Errors
/// Why there is nothing to choose from.
pub(super) fn shown(office: &Office, ticket: &Ticket, rules: &Submit, (menu, card): (Menu, Outbound)) -> Result<Outbound, Text> {
    let limit = next_limit(&ticket.head);
    if menu == Menu::Extend && limit.is_none() {
        return Err(crate::desk::refusal_text(office, ticket, &Refusal::NoLimit));
    }
    let choices = choices(office, ticket, rules, menu);
    if choices.is_empty() {
        return Err(Text::new("desk-nothing-to-choose"));
    }
    let language = language(office, ticket);
    let heading = say(office, &language, &Text::new(format!("desk-menu-{}", menu.name())));
    let made = choices.into_iter().map(|(label, of, n)| Button {
        label: cut(&plain(&say(office, &language, &label))),
        token: Token::On(ticket.head.receipt.clone(), Wish::Pick(Pick { of, n, guard: guard(ticket) })).write(),
    });
    let mut buttons = rows(made.collect());
    buttons.push(vec![button(office, ticket, "back", &Token::On(ticket.head.receipt.clone(), Wish::Back))]);
    Ok(Outbound { text: format!("{}\n\n{heading}", card.text), buttons, ..Outbound::default() })
}

fn choices(office: &Office, ticket: &Ticket, rules: &Submit, menu: Menu) -> Vec<(Text, Choice, usize)> {
    let state = |state: &StateId| state_texts(&ticket.head.service, state);
    let papers = |of: Choice| {
        let label = |paper: &String| crate::intake::paper_text(ticket, paper);
        // A prepared reply says how to send a paper; one for the window is asked for by the menu of papers, which says that.
        let fits = |paper: &String| of == Choice::Paper || !rules.window_papers.contains(paper);
        rules.papers.iter().enumerate().filter(|(_, paper)| fits(paper)).map(|(n, paper)| (label(paper), of, n)).collect()
    };
    match menu {
        Menu::Prepared => rules.replies.iter().enumerate().map(|(n, name)| (prepared::label(ticket, name), Choice::Prepared, n)).collect(),
        Menu::Fill => papers(Choice::Fill),
        Menu::Paper => papers(Choice::Paper),
        Menu::State => {
            let label = |to: &StateId| match ends(rules, to) {
                true => Text::new("desk-choice-ends").with("state", state(to)),
                false => state(to),
            };
            next_states(rules, ticket).iter().enumerate().map(|(n, to)| (label(to), Choice::State, n)).collect()
        }
        Menu::Close => outcomes(rules).iter().enumerate().map(|(n, outcome)| (state(outcome), Choice::Outcome, n)).collect(),
        Menu::Pass => {
            // Numbered among all queues: a queue that is closed meanwhile must not make a button mean another one.
            let current = office.current.load();
            let others = current.queues.iter().enumerate();
            let others = others.filter(|(_, queue)| queue.id != ticket.head.queue && !current.shut.contains_key(&queue.id));
            others.map(|(n, queue)| (office.queue_name(&queue.id), Choice::Queue, n)).collect()
        }
        Menu::Extend => {
            let longer = |days: u32| {
                let day = later(office, ticket, days)?;
                let text = Text::new("desk-choice-days").with("days", i64::from(days)).with("day", day);
                Some((text, Choice::Days, usize::try_from(days).ok()?))
            };
            DAYS.into_iter().filter_map(longer).collect()
        }
    }
}

/// The last day of the nearest time limit when it is extended by so many working days.
pub(crate) fn later(office: &Office, ticket: &Ticket, days: u32) -> Option<NaiveDate> {
    let limit = next_limit(&ticket.head)?;
    Some(last_day(&office.calendar.load(), limit.due, Span::WorkingDays(days)).0)
}

/// A button with the text `desk-button-<name>`.
pub(super) fn button(office: &Office, ticket: &Ticket, name: &str, token: &Token) -> Button {
    let label = say(office, &language(office, ticket), &Text::new(format!("desk-button-{name}")));
    Button { label: plain(&label), token: token.write() }
}

fn language(office: &Office, ticket: &Ticket) -> Language {
    office.queue(&ticket.head.queue).map_or_else(Language::chinese, |queue| queue.language.clone())
}

/// Short labels stand two in a row.
fn rows(buttons: Vec<Button>) -> Vec<Vec<Button>> {
    let mut rows: Vec<Vec<Button>> = Vec::new();
    for button in buttons {
        let narrow = |button: &Button| button.label.chars().map(|sign| if sign.is_ascii() { 1 } else { 2 }).sum::<usize>() <= HALF_ROW;
        match rows.last_mut() {
            Some(last) if last.len() == 1 && last.iter().all(narrow) && narrow(&button) => last.push(button),
            _ => rows.push(vec![button]),
        }
    }
    rows
}

fn cut(label: &str) -> String {
    if label.chars().count() <= LABEL { label.to_owned() } else { label.chars().take(LABEL - 1).chain(['…']).collect() }
}
