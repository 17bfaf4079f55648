//! What need not be sent: a screen that a newer one replaces, a card that will be brought up to date again, quiet posts that
//! fit into one message. So a staff group lives with twenty messages a minute.

use crate::clock::Moment;
use crate::id::DeliveryId;
use crate::message::shown_length;
use crate::store::{Delivery, Parcel, Signal};
use std::collections::VecDeque;

/// Longest text of folded posts.
const FOLDED: usize = 3500;

/// Makes the first delivery of a lane the one to be sent next; returns those that need not be sent any more.
pub(super) fn fold(waiting: &mut VecDeque<Delivery>, now: Moment) -> Vec<DeliveryId> {
    let mut folded = Vec::new();
    while let Some(front) = waiting.front() {
        let later = || waiting.iter().skip(1).map(|delivery| &delivery.parcel);
        let void = match &front.parcel {
            Parcel::Screen(_) => later().any(|parcel| matches!(parcel, Parcel::Screen(_))),
            Parcel::Card { receipt } => later().any(|parcel| matches!(parcel, Parcel::Card { receipt: other } if other == receipt)),
            _ => false,
        };
        if !void {
            break;
        }
        folded.extend(waiting.pop_front().map(|front| front.id));
    }
    // A post waits for its limit anyway: what came meanwhile goes with it.
    if waiting.front().is_some_and(|front| front.not_before <= now) {
        folded.extend(fold_posts(waiting));
    }
    folded
}

fn fold_posts(waiting: &mut VecDeque<Delivery>) -> Vec<DeliveryId> {
    let mut folded = Vec::new();
    while waiting.len() > 1 {
        let next = match (&waiting[0].parcel, &waiting[1].parcel) {
            (
                Parcel::Post { receipt, message, signal: Signal::Quiet },
                Parcel::Post { receipt: other, message: more, signal: Signal::Quiet },
            ) if receipt == other
                && message.file.is_none()
                && more.file.is_none()
                && shown_length(&message.text) + shown_length(&more.text) < FOLDED =>
            {
                format!("{}\n\n{}", message.text, more.text)
            }
            _ => break,
        };
        let Some(gone) = waiting.remove(1) else { break };
        folded.push(gone.id);
        if let Some(Parcel::Post { message, .. }) = waiting.front_mut().map(|front| &mut front.parcel) {
            message.text = next;
        }
    }
    folded
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::Receipt;
    use crate::message::{Outbound, Route};
    use crate::store::Lane;

    fn lane(parcels: Vec<Parcel>) -> VecDeque<Delivery> {
        let at = Moment::default();
        parcels
            .into_iter()
            .enumerate()
            .map(|(i, parcel)| Delivery {
                id: DeliveryId(i as u64),
                lane: Lane::Person(Route::telegram(1)),
                parcel,
                not_before: at,
                attempts: 0,
                made: at,
            })
            .collect()
    }

    fn words(text: &str) -> Outbound {
        Outbound { text: text.to_owned(), ..Outbound::default() }
    }

    #[test]
    fn only_the_newest_screen_goes_out_and_lasting_messages_stay() {
        let mut waiting = lane(vec![
            Parcel::Screen(words("a")),
            Parcel::Message(words("receipt")),
            Parcel::Screen(words("b")),
            Parcel::Screen(words("c")),
        ]);
        assert_eq!(fold(&mut waiting, Moment::default()), [DeliveryId(0)]);
        assert_eq!(waiting.pop_front().map(|front| front.parcel), Some(Parcel::Message(words("receipt"))));
        assert_eq!(fold(&mut waiting, Moment::default()), [DeliveryId(2)]);
        assert_eq!(waiting.front().map(|front| front.parcel.clone()), Some(Parcel::Screen(words("c"))));
    }

    #[test]
    fn cards_of_one_ticket_fold_and_those_of_another_do_not() {
        let card = |text: &str| Parcel::Card { receipt: Receipt::from_record(text.to_owned()) };
        let mut waiting = lane(vec![card("A"), card("B"), card("A")]);
        assert_eq!(fold(&mut waiting, Moment::default()), [DeliveryId(0)]);
        assert_eq!(waiting.len(), 2);
    }

    #[test]
    fn quiet_posts_become_one_and_loud_ones_stand_alone() {
        let post = |text: &str, signal| Parcel::Post { receipt: Receipt::from_record("A".to_owned()), message: words(text), signal };
        let mut waiting = lane(vec![post("a", Signal::Quiet), post("b", Signal::Quiet), post("c", Signal::Loud), post("d", Signal::Quiet)]);
        assert_eq!(fold(&mut waiting, Moment::default()), [DeliveryId(1)]);
        assert!(matches!(&waiting[0].parcel, Parcel::Post { message, .. } if message.text == "a\n\nb"));
        assert_eq!(waiting.len(), 3);
    }
}
