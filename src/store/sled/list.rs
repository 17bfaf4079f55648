//! Lists. They read index entries first and then the records, without holding anything up: a record that changed in
//! between is shown as it is now, or left out when it no longer fits.

use super::error::{damage, unread};
use super::{Inner, Key, Kind, read_open};
use crate::clock::Moment;
use crate::id::{DeliveryId, EvidenceId, PersonKey, QueueId, Receipt, SubscriptionId};
use crate::store::engine::Record;
use crate::store::record::key::{self, Index};
use crate::store::{Delivery, Drawer, Evidence, Parked, Slip, StoreError, Timer, Wanted};
use crate::ticket::Head;
use crate::watch::Subscription;

/// Greater than every sign of a receipt.
const PAST_RECEIPTS: u8 = u8::MAX;

/// Heads of tickets in the order of receipts.
pub(super) fn tickets(inner: &Inner, wanted: &Wanted) -> Result<Vec<Head>, StoreError> {
    let mut heads = Vec::new();
    let mut after = wanted.after.clone();
    while heads.len() < wanted.limit {
        let receipts = receipts(inner, &Wanted { after: after.take(), limit: wanted.limit - heads.len(), ..wanted.clone() })?;
        let Some(last) = receipts.last() else { break };
        after = Some(last.clone());
        for receipt in receipts {
            let head: Option<Head> = inner.open_part(&Key::Ticket(receipt))?;
            let fits =
                |head: &Head| (wanted.closed || head.closed.is_none()) && wanted.queue.as_ref().is_none_or(|queue| *queue == head.queue);
            heads.extend(head.filter(fits));
        }
    }
    Ok(heads)
}

/// The next receipts that a list wants.
fn receipts(inner: &Inner, wanted: &Wanted) -> Result<Vec<Receipt>, StoreError> {
    let prefixes = match (&wanted.queue, wanted.closed) {
        (None, true) => {
            let after = wanted.after.clone().map(|receipt| Key::Ticket(receipt).bytes());
            let found = inner.engine.scan_keys(&[Kind::Ticket as u8], after.as_deref(), wanted.limit);
            return Ok(found.map_err(|error| unread(&error))?.iter().filter_map(|key| key::read_receipt(key.get(1..)?)).collect());
        }
        (None, false) => open_queues(inner)?,
        (Some(queue), false) => vec![key::of_queue(Index::Open, queue)],
        (Some(queue), true) => both(queue),
    };
    let mut found = Vec::new();
    for prefix in prefixes {
        let after = wanted.after.as_ref().map(|receipt| [&*prefix, receipt.as_str().as_bytes()].concat());
        let keys = inner.engine.scan_keys(&prefix, after.as_deref(), wanted.limit).map_err(|error| unread(&error))?;
        found.extend(keys.iter().filter_map(|key| key::split_queue(key)).map(|(_, receipt)| receipt));
    }
    found.sort_unstable();
    found.dedup();
    found.truncate(wanted.limit);
    Ok(found)
}

fn both(queue: &QueueId) -> Vec<Vec<u8>> {
    vec![key::of_queue(Index::Open, queue), key::of_queue(Index::Closed, queue)]
}

/// Prefixes of the queues that have open tickets: jumps from one to the next.
fn open_queues(inner: &Inner) -> Result<Vec<Vec<u8>>, StoreError> {
    let mut found: Vec<Vec<u8>> = Vec::new();
    let mut after: Option<Vec<u8>> = None;
    loop {
        let next = inner.engine.scan_keys(&[Index::Open as u8], after.as_deref(), 1).map_err(|error| unread(&error))?;
        let Some((prefix, _)) = next.first().and_then(|key| key::split_queue(key)) else { return Ok(found) };
        found.push(prefix.to_vec());
        after = Some([prefix, &[PAST_RECEIPTS]].concat());
    }
}

/// Receipts of a person's tickets, newest first.
pub(super) fn own(inner: &Inner, person: PersonKey) -> Result<Vec<Receipt>, StoreError> {
    let entries = inner.engine.scan(&key::of_person(person), None, usize::MAX).map_err(|error| unread(&error))?;
    let mut found = Vec::with_capacity(entries.len());
    for (key, value) in entries {
        let receipt = inner.codec.read_own(&key, &value).map_err(|_| StoreError::Damaged(super::error::entry_name(&key)))?;
        let head: Option<Head> = inner.open_part(&Key::Ticket(receipt.clone()))?;
        found.push((head.map(|head| head.submitted), receipt));
    }
    found.sort_unstable_by(|one, two| two.cmp(one));
    Ok(found.into_iter().map(|(_, receipt)| receipt).collect())
}

/// A page of files.
pub(super) fn evidence(inner: &Inner, after: Option<EvidenceId>, limit: usize) -> Result<Vec<Evidence>, StoreError> {
    let page = page(inner, Kind::Evidence, after.map(Key::Evidence), limit)?;
    let read = |(key, value): &Record| match Key::read(key) {
        Some(key @ Key::Evidence(id)) => inner.codec.read_evidence(id, value).map_err(|error| damage(&key, error)),
        _ => Err(StoreError::Damaged(super::error::entry_name(key))),
    };
    page.iter().map(read).collect()
}

/// A page of deliveries.
pub(super) fn deliveries(inner: &Inner, after: Option<DeliveryId>, limit: usize) -> Result<Vec<Delivery>, StoreError> {
    let page = page(inner, Kind::Delivery, after.map(Key::Delivery), limit)?;
    let read = |(key, value): &Record| match Key::read(key) {
        Some(key @ Key::Delivery(id)) => inner.codec.read_delivery(id, value).map_err(|error| damage(&key, error)),
        _ => Err(StoreError::Damaged(super::error::entry_name(key))),
    };
    page.iter().map(read).collect()
}

fn page(inner: &Inner, kind: Kind, after: Option<Key>, limit: usize) -> Result<Vec<Record>, StoreError> {
    let after = after.map(|key| key.bytes());
    inner.engine.scan(&[kind as u8], after.as_deref(), limit).map_err(|error| unread(&error))
}

/// Timers due at a moment, oldest first.
pub(super) fn timers(inner: &Inner, now: Moment, limit: usize) -> Result<Vec<(Timer, Moment)>, StoreError> {
    let due = inner.engine.range(&[Index::Due as u8], &key::due_after(now), limit).map_err(|error| unread(&error))?;
    Ok(due.iter().filter_map(|(key, _)| key::read_due(key)).collect())
}

/// The subscriptions of a person, oldest first.
pub(super) fn own_subscriptions(inner: &Inner, person: PersonKey) -> Result<Vec<Subscription>, StoreError> {
    let own = inner.engine.scan(&key::subscriptions_of(person), None, usize::MAX).map_err(|error| unread(&error))?;
    let mut own = own.iter().map(|record| subscription(inner, record)).collect::<Result<Vec<_>, _>>()?;
    own.sort_by_key(|subscription| subscription.since);
    Ok(own)
}

/// A page of all subscriptions.
pub(super) fn subscriptions(
    inner: &Inner,
    after: Option<(PersonKey, SubscriptionId)>,
    limit: usize,
) -> Result<Vec<Subscription>, StoreError> {
    let after = after.map(|(person, id)| Key::Subscription(person, id));
    page(inner, Kind::Subscription, after, limit)?.iter().map(|record| subscription(inner, record)).collect()
}

fn subscription(inner: &Inner, (key, value): &Record) -> Result<Subscription, StoreError> {
    let Some(Key::Subscription(person, id)) = Key::read(key) else {
        return Err(StoreError::Damaged(super::error::entry_name(key)));
    };
    inner.codec.read_subscription((person, &id), value).map_err(|error| damage(&Key::Subscription(person, id), error))
}

/// Subscriptions whose digest is due at a moment, the longest due first.
pub(super) fn digests(inner: &Inner, now: Moment, limit: usize) -> Result<Vec<(PersonKey, SubscriptionId)>, StoreError> {
    let due = inner.engine.range(&[Index::Digest as u8], &key::digests_after(now), limit).map_err(|error| unread(&error))?;
    Ok(due.iter().filter_map(|(key, _)| key::read_digest(key)).collect())
}

/// A page of the slips of a drawer whose names begin so.
pub(super) fn slips(inner: &Inner, (drawer, prefix): (Drawer, &str), after: Option<String>, limit: usize) -> Result<Vec<Slip>, StoreError> {
    let after = after.map(|id| Key::Slip(drawer, id).bytes());
    let found = inner.engine.scan(&key::slips_of(drawer, prefix), after.as_deref(), limit).map_err(|error| unread(&error))?;
    let read = |(key, value): &Record| match Key::read(key) {
        Some(Key::Slip(drawer, id)) => inner.codec.read_slip((drawer, &id), value).map_err(|error| damage(&Key::Slip(drawer, id), error)),
        _ => Err(StoreError::Damaged(super::error::entry_name(key))),
    };
    found.iter().map(read).collect()
}

/// Names of events with bookings.
pub(super) fn booked_events(inner: &Inner) -> Result<Vec<String>, StoreError> {
    let keys = inner.engine.scan_keys(&[Kind::Bookings as u8], None, usize::MAX).map_err(|error| unread(&error))?;
    let named = keys.iter().filter_map(|key| match Key::read(key) {
        Some(Key::Bookings(event)) => Some(event),
        _ => None,
    });
    Ok(named.collect())
}

/// Parked updates, oldest first. Only those given are opened.
pub(super) fn parked(inner: &Inner, limit: usize) -> Result<Vec<Parked>, StoreError> {
    let mut found = Vec::new();
    for (bytes, value) in page(inner, Kind::Parked, None, usize::MAX)? {
        let Some(key) = Key::read(&bytes) else { continue };
        let at: Moment = read_open(Kind::Parked, &value).map_err(|error| damage(&key, error))?;
        found.push((at, key, value));
    }
    found.sort_by(|one, two| (one.0, &one.1).cmp(&(two.0, &two.1)));
    found.truncate(limit);
    let read = |(_, key, value)| match key {
        Key::Parked(event) => inner.codec.read_parked(&event, value).map_err(|error| damage(&Key::Parked(event), error)),
        other => Err(StoreError::Damaged(other.to_string())),
    };
    found.iter().map(|(at, key, value)| read((at, key.clone(), value))).collect()
}
