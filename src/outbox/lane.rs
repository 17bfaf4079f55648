//! What waits for one receiver, and which of it goes out next. Pure: it is told the time and sends nothing.
//!
//! What must hold: deliveries go out in the order of their ids, those of one ticket always; what need not be sent any more is
//! named only while something that is still in the store says the same.

use super::fold::fold;
use crate::clock::Moment;
use crate::id::{DeliveryId, Receipt};
use crate::store::{Delivery, Lane, Parcel};
use std::collections::{HashSet, VecDeque};
use std::sync::Arc;
use std::time::{Duration, Instant};
use tokio::sync::Notify;

/// The present on two clocks. A pause is over when either says so: the machine may have slept, and somebody may set the wall
/// clock back.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Now {
    /// The office's clock.
    pub(super) wall: Moment,
    /// Never set.
    pub(super) steady: Instant,
}

impl Now {
    /// So much later.
    pub(super) fn after(self, pause: Duration) -> Self {
        let span = chrono::Duration::from_std(pause).unwrap_or(chrono::Duration::MAX);
        Self { wall: self.wall.checked_add_signed(span).unwrap_or(Moment::MAX_UTC), steady: self.steady + pause }
    }

    /// How long until then; `None` when it is over.
    fn until(self, then: Self) -> Option<Duration> {
        let wall = (then.wall - self.wall).to_std().ok()?;
        let pause = wall.min(then.steady.saturating_duration_since(self.steady));
        (!pause.is_zero()).then_some(pause)
    }
}

/// What waits for one receiver.
#[derive(Default)]
pub(super) struct Queue {
    waiting: VecDeque<Waiting>,
    /// Under way.
    sending: Option<DeliveryId>,
    /// Nothing goes out before.
    rest: Option<Now>,
    /// Told when something came.
    woken: Arc<Notify>,
}

struct Waiting {
    delivery: Delivery,
    /// This one does not go out before.
    aside: Option<Now>,
}

/// What a lane does next.
pub(super) enum Next {
    /// Nothing waits.
    Nothing,
    /// Nothing goes out before so long, unless something comes.
    Rest(Duration, Arc<Notify>),
    /// This goes out.
    Send(Box<Picked>),
}

/// What goes out, and what it takes along.
pub(super) struct Picked {
    pub(super) delivery: Delivery,
    /// Deliveries that this one says as well.
    pub(super) with: Vec<DeliveryId>,
}

impl Queue {
    pub(super) fn len(&self) -> usize {
        self.waiting.len()
    }

    /// When the oldest was committed.
    pub(super) fn oldest(&self) -> Option<Moment> {
        self.waiting.iter().map(|waiting| waiting.delivery.made).min()
    }

    /// Queues a delivery at its place; names those that need not be sent any more.
    pub(super) fn push(&mut self, delivery: Delivery, now: Now) -> Vec<DeliveryId> {
        self.woken.notify_one();
        // One that failed in an earlier run: the receiver may have asked for the pause.
        if delivery.attempts > 0
            && let Ok(pause) = (delivery.not_before - now.wall).to_std()
            && self.rest.and_then(|rest| now.until(rest)).is_none_or(|rest| rest < pause)
        {
            self.rest = Some(now.after(pause));
        }
        let id = delivery.id;
        let at = self.waiting.iter().rposition(|other| other.delivery.id < id).map_or(0, |n| n + 1);
        self.waiting.insert(at, Waiting { delivery, aside: None });
        let needless = match &self.waiting[at].delivery.parcel {
            Parcel::Screen(_) => self.older_screens(),
            Parcel::Card { receipt } => self.later_cards(&receipt.clone()),
            _ => Vec::new(),
        };
        self.remove(&needless);
        needless
    }

    /// Only the newest screen is shown.
    fn older_screens(&self) -> Vec<DeliveryId> {
        let mut screens: Vec<DeliveryId> =
            self.idle().filter(|delivery| matches!(delivery.parcel, Parcel::Screen(_))).map(|delivery| delivery.id).collect();
        screens.pop();
        screens
    }

    /// A card shows how things stand when it is sent: the first that is not yet under way speaks for the later ones, unless
    /// the topic is left in between.
    fn later_cards(&self, receipt: &Receipt) -> Vec<DeliveryId> {
        let mut speaks = false;
        let mut later = Vec::new();
        for delivery in self.idle() {
            match &delivery.parcel {
                Parcel::Card { receipt: other } if other == receipt && speaks => later.push(delivery.id),
                Parcel::Card { receipt: other } if other == receipt => speaks = true,
                Parcel::Leave { receipt: other, .. } if other == receipt => speaks = false,
                _ => {}
            }
        }
        later
    }

    fn idle(&self) -> impl Iterator<Item = &Delivery> {
        self.waiting.iter().map(|waiting| &waiting.delivery).filter(|delivery| Some(delivery.id) != self.sending)
    }

    /// What is to be done now.
    pub(super) fn next(&mut self, now: Now) -> Next {
        self.sending = None;
        if self.waiting.is_empty() {
            return Next::Nothing;
        }
        if let Some(pause) = self.rest.and_then(|rest| now.until(rest)) {
            return Next::Rest(pause, Arc::clone(&self.woken));
        }
        let mut held = HashSet::new();
        let mut soonest = Duration::MAX;
        let mut found = None;
        for (n, waiting) in self.waiting.iter().enumerate() {
            let topic = topic(&waiting.delivery);
            if topic.is_some_and(|topic| held.contains(topic)) {
                continue;
            }
            let Some(pause) = waiting.aside.and_then(|aside| now.until(aside)) else {
                found = Some(n);
                break;
            };
            soonest = soonest.min(pause);
            held.extend(topic);
        }
        let Some(n) = found else { return Next::Rest(soonest, Arc::clone(&self.woken)) };
        let (delivery, with) = fold(&self.waiting[n].delivery, self.waiting.iter().skip(n + 1).map(|waiting| &waiting.delivery));
        self.sending = Some(delivery.id);
        Next::Send(Box::new(Picked { delivery, with }))
    }

    /// These are sent, or need not be.
    pub(super) fn remove(&mut self, ids: &[DeliveryId]) {
        if !ids.is_empty() {
            self.waiting.retain(|waiting| !ids.contains(&waiting.delivery.id));
        }
    }

    /// It was tried so many times.
    pub(super) fn tried(&mut self, id: DeliveryId, attempts: u32) {
        if let Some(waiting) = self.find(id) {
            waiting.delivery.attempts = attempts;
        }
    }

    /// The whole lane rests because of this delivery.
    pub(super) fn rest_until(&mut self, _because: DeliveryId, until: Now) {
        self.rest = Some(until);
    }

    /// Only this delivery waits, and what belongs to the same ticket.
    pub(super) fn put_aside(&mut self, id: DeliveryId, until: Now) {
        if let Some(waiting) = self.find(id) {
            waiting.aside = Some(until);
        }
    }

    fn find(&mut self, id: DeliveryId) -> Option<&mut Waiting> {
        self.waiting.iter_mut().find(|waiting| waiting.delivery.id == id)
    }
}

/// What must keep its order among the deliveries to a staff group: those of one ticket.
fn topic(delivery: &Delivery) -> Option<&Receipt> {
    match (&delivery.lane, &delivery.parcel) {
        (Lane::Group(_), Parcel::Card { receipt } | Parcel::Post { receipt, .. } | Parcel::Leave { receipt, .. }) => Some(receipt),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::message::{Outbound, Route};
    use crate::store::Signal;

    fn moment(seconds: i64) -> Moment {
        Moment::from_timestamp(seconds, 0).unwrap()
    }

    fn at(seconds: u64) -> Now {
        static START: std::sync::LazyLock<Instant> = std::sync::LazyLock::new(Instant::now);
        Now { wall: moment(seconds as i64), steady: *START + Duration::from_secs(seconds) }
    }

    fn receipt(name: &str) -> Receipt {
        Receipt::from_record(name.to_owned())
    }

    fn delivery(id: u64, lane: Lane, parcel: Parcel) -> Delivery {
        Delivery { id: DeliveryId(id), lane, parcel, not_before: moment(0), attempts: 0, made: moment(0) }
    }

    fn to_person(id: u64, parcel: Parcel) -> Delivery {
        delivery(id, Lane::Person(Route::telegram(1)), parcel)
    }

    fn words(text: &str) -> Outbound {
        Outbound { text: text.to_owned(), ..Outbound::default() }
    }

    fn card(id: u64, ticket: &str) -> Delivery {
        delivery(id, Lane::Group(-1), Parcel::Card { receipt: receipt(ticket) })
    }

    fn post(id: u64, ticket: &str) -> Delivery {
        delivery(id, Lane::Group(-1), Parcel::Post { receipt: receipt(ticket), message: words("p"), signal: Signal::Loud })
    }

    fn leave(id: u64, ticket: &str) -> Delivery {
        delivery(id, Lane::Group(-1), Parcel::Leave { receipt: receipt(ticket), reason: None })
    }

    fn picked(queue: &mut Queue, now: Now) -> Option<u64> {
        match queue.next(now) {
            Next::Send(picked) => Some(picked.delivery.id.0),
            _ => None,
        }
    }

    fn sent(queue: &mut Queue, now: Now) -> u64 {
        let id = picked(queue, now).unwrap();
        queue.remove(&[DeliveryId(id)]);
        id
    }

    #[test]
    fn only_the_newest_screen_waits_and_lasting_messages_stay() {
        let mut queue = Queue::default();
        assert!(queue.push(to_person(1, Parcel::Screen(words("a"))), at(0)).is_empty());
        assert!(queue.push(to_person(2, Parcel::Message(words("receipt"))), at(0)).is_empty());
        assert_eq!(queue.push(to_person(3, Parcel::Screen(words("b"))), at(0)), [DeliveryId(1)]);
        assert_eq!(queue.push(to_person(4, Parcel::Screen(words("c"))), at(0)), [DeliveryId(3)]);
        assert_eq!((sent(&mut queue, at(1)), sent(&mut queue, at(1))), (2, 4));
        assert!(matches!(queue.next(at(1)), Next::Nothing));
    }

    #[test]
    fn a_screen_under_way_is_not_taken_back() {
        let mut queue = Queue::default();
        queue.push(to_person(1, Parcel::Screen(words("a"))), at(0));
        assert_eq!(picked(&mut queue, at(1)), Some(1));
        assert!(queue.push(to_person(2, Parcel::Screen(words("b"))), at(0)).is_empty());
    }

    #[test]
    fn a_waiting_card_speaks_for_later_ones_and_one_under_way_does_not() {
        let mut queue = Queue::default();
        queue.push(card(1, "A"), at(0));
        assert_eq!(queue.push(card(2, "A"), at(0)), [DeliveryId(2)]);
        assert!(queue.push(card(3, "B"), at(0)).is_empty());
        assert_eq!(picked(&mut queue, at(1)), Some(1));
        assert!(queue.push(card(4, "A"), at(0)).is_empty(), "the first may have read the ticket before");
        assert_eq!(queue.push(card(5, "A"), at(0)), [DeliveryId(5)]);
    }

    #[test]
    fn a_card_does_not_speak_across_a_leaving() {
        let mut queue = Queue::default();
        queue.push(card(1, "A"), at(0));
        queue.push(leave(2, "A"), at(0));
        assert!(queue.push(card(3, "A"), at(0)).is_empty());
    }

    #[test]
    fn what_comes_late_finds_its_place() {
        let mut queue = Queue::default();
        queue.push(to_person(1, Parcel::Message(words("a"))), at(0));
        queue.push(to_person(5, Parcel::Message(words("c"))), at(0));
        queue.push(to_person(3, Parcel::Message(words("b"))), at(0));
        assert_eq!([sent(&mut queue, at(1)), sent(&mut queue, at(1)), sent(&mut queue, at(1))], [1, 3, 5]);
    }

    #[test]
    fn a_resting_lane_rests_as_a_whole_and_keeps_its_order() {
        let mut queue = Queue::default();
        queue.push(card(1, "A"), at(0));
        queue.push(card(2, "B"), at(0));
        assert_eq!(picked(&mut queue, at(1)), Some(1));
        queue.rest_until(DeliveryId(1), at(31));
        assert!(matches!(queue.next(at(1)), Next::Rest(pause, _) if pause == Duration::from_secs(30)));
        assert!(matches!(queue.next(at(30)), Next::Rest(..)));
        assert_eq!((sent(&mut queue, at(31)), sent(&mut queue, at(31))), (1, 2));
    }

    #[test]
    fn what_is_put_aside_holds_back_its_ticket_only() {
        let mut queue = Queue::default();
        for delivery in [post(1, "A"), post(2, "B"), post(3, "A"), post(4, "B")] {
            queue.push(delivery, at(0));
        }
        assert_eq!(picked(&mut queue, at(1)), Some(1));
        queue.put_aside(DeliveryId(1), at(100));
        assert_eq!((sent(&mut queue, at(1)), sent(&mut queue, at(1))), (2, 4));
        assert!(matches!(queue.next(at(1)), Next::Rest(pause, _) if pause == Duration::from_secs(99)));
        assert_eq!((sent(&mut queue, at(100)), sent(&mut queue, at(100))), (1, 3));
    }

    #[test]
    fn a_pause_of_an_earlier_run_holds_for_the_lane() {
        let mut queue = Queue::default();
        queue.push(Delivery { not_before: moment(3600), attempts: 1, ..card(1, "A") }, at(0));
        queue.push(card(2, "B"), at(0));
        assert!(matches!(queue.next(at(3599)), Next::Rest(..)));
        assert_eq!(sent(&mut queue, at(3600)), 1);
    }

    #[test]
    fn a_pause_ends_when_the_machine_slept_and_when_the_wall_clock_is_set_back() {
        let mut queue = Queue::default();
        queue.push(card(1, "A"), at(0));
        queue.rest_until(DeliveryId(1), at(10).after(Duration::from_secs(30)));
        assert!(matches!(queue.next(at(39)), Next::Rest(..)));
        assert_eq!(picked(&mut queue, Now { steady: at(11).steady, ..at(40) }), Some(1), "slept");
        queue.rest_until(DeliveryId(1), at(10).after(Duration::from_secs(30)));
        assert_eq!(picked(&mut queue, Now { steady: at(40).steady, ..at(0) }), Some(1), "set back");
    }
}
