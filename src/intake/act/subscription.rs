//! Subscribing to what is new, and ending it.

use super::outcome;
use crate::dialog::Deed;
use crate::dialog::answer::Answer;
use crate::dialog::flow::Subject;
use crate::digest::words::{rhythm_text, wish_text};
use crate::id::SubscriptionId;
use crate::intake::{Failed, Fold};
use crate::locale::{Text, Value};
use crate::place::PlaceKind;
use crate::shelf;
use crate::store::Write;
use crate::table::column::{ITEMS, PUBLICATIONS};
use crate::watch::{Rhythm, Subscription, Waiting, Wish, parts};

/// Subscriptions of one person to patents; those to lists are as many as there are kinds.
const MOST: usize = 20;

type Outcome = Vec<(&'static str, Value)>;

impl Fold<'_> {
    /// Subscribes to what the act is about. Who wishes the same again gets no second subscription, but its new rhythm.
    pub(super) async fn subscribe(&mut self, deed: &Deed) -> Result<Outcome, Failed> {
        let refused = |name: &str| Ok(about_one(Err(Text::new(format!("subscribe-refused-{name}"))), None));
        let wish = match self.wish(deed) {
            Ok(wish) => wish,
            Err(why) => return refused(why),
        };
        let named = deed.with.iter().find_map(|(_, answer)| match answer {
            Answer::Choice(name) => Rhythm::named(name),
            _ => None,
        });
        let rhythm = named.unwrap_or(Rhythm::Daily);
        let own = self.own_subscriptions_now().await?;
        let subscription = match own.iter().find(|one| one.wish == wish) {
            Some(same) if same.rhythm == rhythm => return Ok(about_one(Ok(()), Some(same))),
            Some(same) => {
                let due = same.due.map(|_| rhythm.next(self.office.now(), same.share()));
                Subscription { rhythm, due, revision: same.revision + 1, ..same.clone() }
            }
            None if is_patents(&wish) && own.iter().filter(|one| is_patents(&one.wish)).count() >= MOST => return refused("many"),
            None => {
                let history = shelf::history(&*self.office.store, wish.table().name()).await?;
                let mut random = [0; 5];
                self.office.chance.fill(&mut random);
                Subscription {
                    id: SubscriptionId::new(random),
                    person: self.person,
                    route: self.now.route.clone(),
                    wish,
                    rhythm,
                    since: self.office.now(),
                    matched: history.versions.last().map_or(0, |version| version.number),
                    waiting: Waiting::default(),
                    due: None,
                    revision: 1,
                }
            }
        };
        let facts = about_one(Ok(()), Some(&subscription));
        self.audit("person", "subscribed", None, vec![subscription.wish.table().name().to_owned()]);
        // One commit, one revision, however often it was changed in it.
        self.writes.retain(|write| !matches!(write, Write::Subscription(other) if other.id == subscription.id));
        self.writes.push(Write::Subscription(Box::new(subscription)));
        Ok(facts)
    }

    /// Ends a subscription of this person.
    pub(super) async fn unsubscribe(&mut self, deed: &Deed) -> Result<Outcome, Failed> {
        let picked = deed.with.iter().find_map(|(_, answer)| match answer {
            Answer::Pick { id, .. } => SubscriptionId::read(id),
            _ => None,
        });
        let own = self.own_subscriptions_now().await?;
        let Some(subscription) = own.into_iter().find(|one| Some(&one.id) == picked.as_ref()) else {
            return Ok(about_one(Err(Text::new("subscription-not-there")), None));
        };
        self.audit("person", "unsubscribed", None, vec![subscription.wish.table().name().to_owned()]);
        self.writes.retain(|write| !matches!(write, Write::Subscription(other) if other.id == subscription.id));
        self.writes.push(Write::EndSubscription(self.person, subscription.id.clone()));
        Ok(about_one(Ok(()), Some(&subscription)))
    }

    /// The person's subscriptions, as they are after this commit so far.
    pub(in crate::intake) async fn own_subscriptions_now(&self) -> Result<Vec<Subscription>, Failed> {
        let mut own = self.office.store.own_subscriptions(self.person).await?;
        for write in &self.writes {
            match write {
                Write::Subscription(changed) => {
                    own.retain(|one| one.id != changed.id);
                    // What the store has is one revision behind, and so is whoever changes it once more.
                    own.push(Subscription { revision: changed.revision - 1, ..(**changed).clone() });
                }
                Write::EndSubscription(_, id) => own.retain(|one| one.id != *id),
                _ => {}
            }
        }
        Ok(own)
    }

    /// What is wished for, or the name of the reason why that is nothing to look for.
    fn wish(&self, deed: &Deed) -> Result<Wish, &'static str> {
        let list = |name: &str| -> Vec<String> {
            deed.with
                .iter()
                .filter(|(step, _)| step.as_str() == name)
                .flat_map(|(_, answer)| match answer {
                    Answer::List(items) => items.iter().map(|item| item.words.clone()).collect(),
                    _ => Vec::new(),
                })
                .collect()
        };
        let chosen = |known: &[&[&str]]| {
            deed.with.iter().find_map(|(_, answer)| match answer {
                Answer::Choice(name) if known.iter().any(|names| names.first() == Some(&name.as_str())) => Some(name.clone()),
                _ => None,
            })
        };
        Ok(match deed.about {
            Some(Subject::Warnings) => {
                let (keywords, classes, applicants) = (list("keywords"), list("ipc"), list("applicants"));
                let long = |keyword: &String| parts(keyword).iter().any(|part| part.chars().count() > 1);
                if !keywords.iter().all(long) {
                    return Err("short");
                }
                if keywords.is_empty() && classes.is_empty() && applicants.is_empty() {
                    return Err("empty");
                }
                Wish::Patents { keywords, classes, applicants }
            }
            Some(Subject::Publications) => Wish::Publications { kind: chosen(PUBLICATIONS) },
            Some(Subject::Notices) => {
                let place = deed.with.iter().find_map(|(_, answer)| match answer {
                    Answer::Place(place) => Some(place.code.clone()),
                    _ => None,
                });
                let is_part = |code: &String| {
                    let kind = self.places.by_code(code).map(|place| place.kind);
                    matches!(kind, Some(PlaceKind::District | PlaceKind::Zone))
                };
                Wish::Notices { item: chosen(ITEMS), place: place.filter(is_part) }
            }
            Some(Subject::Policies) | None => Wish::Policies,
        })
    }
}

fn is_patents(wish: &Wish) -> bool {
    matches!(wish, Wish::Patents { .. })
}

fn about_one(result: Result<(), Text>, one: Option<&Subscription>) -> Outcome {
    let mut facts = outcome(result);
    facts.push(("what", one.map_or_else(|| "".into(), |one| wish_text(&one.wish).into())));
    facts.push(("rhythm", one.map_or_else(|| "".into(), |one| rhythm_text(one.rhythm).into())));
    facts
}
