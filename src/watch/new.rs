//! What is new in a version of a table, and what of it waits for whom.

use super::matcher::{Matcher, Page, Reason, Scratch, Wanted};
use super::{Item, Subscription, Waiting, Why, Wish};
use crate::table::{Bilingual, Content, Notice, Patent, Policy, Publication};
use std::collections::{BTreeMap, HashSet};

/// Names of the rows of a table, in their order. A row keeps its name from version to version.
pub fn names(content: &Content) -> Vec<u64> {
    let hash = |text: &str| xxhash_rust::xxh3::xxh3_64(text.as_bytes());
    match content {
        Content::Patents(rows) => rows.iter().map(|row| hash(&row.key())).collect(),
        Content::Publications(rows) => rows.iter().map(|row| hash(&row.id)).collect(),
        Content::Notices(rows) => rows.iter().map(|row| hash(&row.id)).collect(),
        Content::Policies(rows) => rows.iter().map(|row| hash(&row.id)).collect(),
        _ => Vec::new(),
    }
}

/// What of the new rows fits which of the subscriptions, by their place in the list. `new` holds the names of new rows.
pub fn find(content: &Content, new: &HashSet<u64>, subscriptions: &[Subscription]) -> BTreeMap<usize, Waiting> {
    let names = names(content);
    let fresh = |at: &usize| names.get(*at).is_some_and(|name| new.contains(name));
    match content {
        Content::Patents(rows) => patents(rows.iter().enumerate().filter(|(at, _)| fresh(at)).map(|(_, row)| row), subscriptions),
        Content::Publications(rows) => each(rows, fresh, subscriptions, publication),
        Content::Notices(rows) => each(rows, fresh, subscriptions, notice),
        Content::Policies(rows) => each(rows, fresh, subscriptions, policy),
        _ => BTreeMap::new(),
    }
}

/// Rows of a list of the office's own: few, so each is held against each wish.
fn each<R>(
    rows: &[R],
    fresh: impl Fn(&usize) -> bool,
    subscriptions: &[Subscription],
    fits: fn(&R, &Wish) -> Option<Item>,
) -> BTreeMap<usize, Waiting> {
    let mut found: BTreeMap<usize, Waiting> = BTreeMap::new();
    for row in rows.iter().enumerate().filter(|(at, _)| fresh(at)).map(|(_, row)| row) {
        for (number, subscription) in subscriptions.iter().enumerate() {
            if let Some(item) = fits(row, &subscription.wish) {
                found.entry(number).or_default().add(item);
            }
        }
    }
    found
}

fn item(title: &Bilingual, day: chrono::NaiveDate) -> Item {
    Item { title: title.clone(), number: None, applicants: Vec::new(), kind: None, day, until: None, link: None, why: Vec::new() }
}

fn publication(row: &Publication, wish: &Wish) -> Option<Item> {
    let Wish::Publications { kind } = wish else { return None };
    let fits = kind.as_deref().is_none_or(|kind| kind == row.kind);
    fits.then(|| Item { kind: Some(row.kind.to_owned()), link: row.link.clone(), ..item(&row.title, row.published) })
}

fn notice(row: &Notice, wish: &Wish) -> Option<Item> {
    let Wish::Notices { item: wanted, place } = wish else { return None };
    let here = row.places.is_empty() || place.as_ref().is_none_or(|place| row.places.contains(place));
    let fits = here && wanted.as_deref().is_none_or(|wanted| wanted == row.item);
    let made = || Item { kind: Some(row.item.to_owned()), until: Some(row.until), link: row.link.clone(), ..item(&row.title, row.from) };
    fits.then(made)
}

fn policy(row: &Policy, wish: &Wish) -> Option<Item> {
    matches!(wish, Wish::Policies).then(|| Item {
        kind: Some(row.kind.to_owned()),
        number: row.number.clone(),
        link: row.link.clone(),
        ..item(&row.title, row.published)
    })
}

fn patents<'a>(rows: impl Iterator<Item = &'a Patent>, subscriptions: &[Subscription]) -> BTreeMap<usize, Waiting> {
    let nothing = Wanted { keywords: &[], classes: &[], applicants: &[] };
    let matcher = Matcher::new(subscriptions.iter().map(|one| match &one.wish {
        Wish::Patents { keywords, classes, applicants } => Wanted { keywords, classes, applicants },
        Wish::Publications { .. } | Wish::Notices { .. } | Wish::Policies => nothing,
    }));
    let mut scratch = Scratch::default();
    let mut fits: Vec<(usize, Reason)> = Vec::new();
    let mut found: BTreeMap<usize, Waiting> = BTreeMap::new();
    for row in rows {
        let words = [&row.title.zh, &row.title.en, &row.summary.zh, &row.summary.en];
        let words: Vec<&str> = words.into_iter().flatten().map(String::as_str).collect();
        fits.clear();
        let page = Page { words: &words, classes: &row.classes, applicants: &row.applicants };
        matcher.fits(page, &mut scratch, |fit| fits.push(fit));
        fits.sort_unstable();
        for of_one in fits.chunk_by(|one, other| one.0 == other.0) {
            let Some((number, wish)) = of_one.first().and_then(|(number, _)| Some((*number, &subscriptions.get(*number)?.wish))) else {
                continue;
            };
            found.entry(number).or_default().add_with((of_one.len(), row.published), || {
                let mut item = Item {
                    number: Some(row.number.clone()),
                    applicants: row.applicants.clone(),
                    link: row.link.clone(),
                    ..item(&row.title, row.published)
                };
                of_one.iter().filter_map(|(_, reason)| why(*reason, wish)).for_each(|why| item.because(why));
                item
            });
        }
    }
    found
}

fn why(reason: Reason, wish: &Wish) -> Option<Why> {
    let Wish::Patents { keywords, classes, applicants } = wish else { return None };
    Some(match reason {
        Reason::Keyword(at) => Why::Keyword(keywords.get(at)?.clone()),
        Reason::Class(at) => Why::Class(classes.get(at)?.clone()),
        Reason::Applicant(at) => Why::Applicant(applicants.get(at)?.clone()),
    })
}
