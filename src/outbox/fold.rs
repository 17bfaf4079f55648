//! Quiet posts that wait for the same topic go out as one message. So a staff group lives with twenty messages a minute.
//!
//! Nothing is taken from the queue here: what was folded counts as sent when the message that carries it was taken, and a
//! crash before that sends each by itself.

use crate::id::DeliveryId;
use crate::message::{Outbound, shown_length};
use crate::store::{Delivery, Parcel, Signal};

/// Longest text of folded posts.
const FOLDED: usize = 3500;

/// The delivery with the quiet posts of its ticket that follow it, and which those are. Posts of other tickets and cards in
/// between do not matter; anything else of the ticket keeps its place.
pub(super) fn fold<'a>(first: &Delivery, later: impl Iterator<Item = &'a Delivery>) -> (Delivery, Vec<DeliveryId>) {
    let mut delivery = first.clone();
    let mut with = Vec::new();
    let Parcel::Post { receipt, message, signal: Signal::Quiet } = &mut delivery.parcel else { return (delivery, with) };
    if !is_bare(message) {
        return (delivery, with);
    }
    for next in later {
        match &next.parcel {
            Parcel::Post { receipt: other, message: more, signal: Signal::Quiet } if other == receipt => {
                if !is_bare(more) || shown_length(&message.text) + shown_length(&more.text) >= FOLDED {
                    break;
                }
                message.text = format!("{}\n\n{}", message.text, more.text);
                with.push(next.id);
            }
            Parcel::Post { receipt: other, .. } | Parcel::Leave { receipt: other, .. } if other == receipt => break,
            _ => {}
        }
    }
    (delivery, with)
}

/// Words and nothing else.
fn is_bare(message: &Outbound) -> bool {
    message.file.is_none() && message.buttons.is_empty() && message.replaces.is_none() && message.copies.is_none()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::Moment;
    use crate::id::{EvidenceId, Receipt};
    use crate::message::Button;
    use crate::store::Lane;

    fn receipt(name: &str) -> Receipt {
        Receipt::from_record(name.to_owned())
    }

    fn words(text: &str) -> Outbound {
        Outbound { text: text.to_owned(), ..Outbound::default() }
    }

    fn post(ticket: &str, message: Outbound, signal: Signal) -> Parcel {
        Parcel::Post { receipt: receipt(ticket), message, signal }
    }

    fn quiet(ticket: &str, text: &str) -> Parcel {
        post(ticket, words(text), Signal::Quiet)
    }

    /// Text that goes out first, and the numbers of what goes with it.
    fn folded(parcels: Vec<Parcel>) -> (String, Vec<u64>) {
        let at = Moment::default();
        let deliveries: Vec<Delivery> = (0..)
            .zip(parcels)
            .map(|(id, parcel)| Delivery { id: DeliveryId(id), lane: Lane::Group(-1), parcel, not_before: at, attempts: 0, made: at })
            .collect();
        let (delivery, with) = fold(&deliveries[0], deliveries.iter().skip(1));
        let Parcel::Post { message, .. } = delivery.parcel else { panic!("a post") };
        (message.text, with.into_iter().map(|id| id.0).collect())
    }

    #[test]
    fn quiet_posts_become_one_and_a_loud_one_stands_alone() {
        let loud = post("A", words("c"), Signal::Loud);
        assert_eq!(folded(vec![quiet("A", "a"), quiet("A", "b"), loud.clone(), quiet("A", "d")]), ("a\n\nb".to_owned(), vec![1]));
        assert_eq!(folded(vec![loud, quiet("A", "d")]), ("c".to_owned(), vec![]));
    }

    #[test]
    fn cards_and_other_tickets_in_between_do_not_matter() {
        let card = Parcel::Card { receipt: receipt("A") };
        let parcels = vec![quiet("A", "a"), card, quiet("B", "x"), post("B", words("y"), Signal::Loud), quiet("A", "b")];
        assert_eq!(folded(parcels), ("a\n\nb".to_owned(), vec![4]));
    }

    #[test]
    fn nothing_is_folded_across_a_leaving_a_file_or_buttons() {
        let file = Outbound { file: Some(EvidenceId(1)), ..Outbound::default() };
        let button = Outbound { buttons: vec![vec![Button { label: "l".to_owned(), token: "t".to_owned() }]], ..words("m") };
        let leave = Parcel::Leave { receipt: receipt("A"), reason: None };
        for between in [post("A", file, Signal::Quiet), post("A", button, Signal::Quiet), leave] {
            assert_eq!(folded(vec![quiet("A", "a"), between, quiet("A", "b")]), ("a".to_owned(), vec![]));
        }
    }

    #[test]
    fn what_is_folded_fits_into_one_message() {
        let (text, with) = folded((0..100).map(|_| quiet("A", &"字".repeat(200))).collect());
        assert!(shown_length(&text) <= FOLDED, "{}", shown_length(&text));
        assert_eq!(with.len(), 16);
    }
}
