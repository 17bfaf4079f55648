//! Delivers what was committed: in order for each receiver, within the receiver's limits, with retries that survive a
//! restart. One slow or blocked receiver never holds up the others.

use crate::store::Delivery;
use tokio::sync::mpsc;

/// Hands committed deliveries from whoever commits to whoever sends.
pub struct Outbox {
    to: mpsc::UnboundedSender<Delivery>,
}

impl Outbox {
    /// An outbox and its other end.
    pub fn new() -> (Self, mpsc::UnboundedReceiver<Delivery>) {
        let (to, from) = mpsc::unbounded_channel();
        (Self { to }, from)
    }

    /// Hands over deliveries that are on disk. When nobody sends any more (at a stop) they wait there for the next start.
    pub fn post(&self, deliveries: impl IntoIterator<Item = Delivery>) {
        for delivery in deliveries {
            // A closed channel is a stop: the delivery is in the store.
            let _ = self.to.send(delivery);
        }
    }
}
