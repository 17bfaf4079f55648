//! Updates on their way to the bot: held until confirmed, in one queue for polling and one lane a chat for a webhook.

use serde_json::{Value, json};
use std::collections::{BTreeMap, HashMap, VecDeque};

/// Kinds that a bot gets only when it asks for them (documentation of `getUpdates`, `allowed_updates`).
const ON_REQUEST: [&str; 3] = ["chat_member", "message_reaction", "message_reaction_count"];
/// Telegram keeps updates for a day.
const KEPT_MS: i64 = 24 * 3600 * 1000;

/// One update that the bot has not confirmed.
pub struct Pending {
    pub id: i64,
    /// Chat or person: at most one update of a lane is on its way to a webhook.
    pub lane: i64,
    /// The whole update.
    pub json: String,
    pub born_ms: i64,
    /// How often it was handed out.
    pub handed: u32,
}

/// Where the bot wants its updates.
#[derive(Debug, Clone, Default)]
pub struct Webhook {
    pub url: String,
    pub secret: Option<String>,
    pub max_connections: usize,
    pub last_error: Option<(i64, String)>,
}

#[derive(Default)]
struct Lane {
    waiting: VecDeque<i64>,
    in_flight: bool,
    attempts: u32,
    not_before_ms: i64,
}

#[derive(Default)]
pub struct Queue {
    pub pending: BTreeMap<i64, Pending>,
    pub next_id: i64,
    pub allowed: Option<Vec<String>>,
    /// Ids in the order in which they were confirmed.
    pub confirmed: Vec<i64>,
    /// Ids that were dropped after a day.
    pub expired: Vec<i64>,
    /// Every update ever queued, for replays.
    pub all: BTreeMap<i64, (i64, String)>,
    pub keep_all: bool,
    pub webhook: Option<Webhook>,
    /// Counts `getUpdates` calls: an older one that still waits is terminated.
    pub poll: u64,
    pub in_flight: usize,
    lanes: HashMap<i64, Lane>,
    ready: VecDeque<i64>,
    delayed: Vec<i64>,
}

impl Queue {
    /// `keep_all`: remember confirmed updates too, for replays.
    pub fn new(first_id: i64, keep_all: bool) -> Self {
        Queue { next_id: first_id, keep_all, ..Queue::default() }
    }

    /// Whether the bot asked for this kind.
    pub fn wants(&self, kind: &str) -> bool {
        match &self.allowed {
            Some(kinds) => kinds.iter().any(|k| k == kind),
            None => !ON_REQUEST.contains(&kind),
        }
    }

    /// Queues an update unless the bot does not want its kind. Returns its id.
    pub fn push(&mut self, kind: &str, body: Value, lane: i64, now_ms: i64) -> Option<i64> {
        if !self.wants(kind) {
            return None;
        }
        let id = self.next_id;
        self.push_raw(json!({"update_id": id, kind: body}).to_string(), id, lane, now_ms);
        Some(id)
    }

    pub fn push_raw(&mut self, json: String, id: i64, lane: i64, now_ms: i64) {
        self.next_id = self.next_id.max(id + 1);
        if self.keep_all {
            self.all.insert(id, (lane, json.clone()));
        }
        self.pending.insert(id, Pending { id, lane, json, born_ms: now_ms, handed: 0 });
        if self.webhook.is_some() {
            self.enlist(lane, id);
        }
    }

    /// The same update once more, as after a lost confirmation.
    pub fn redeliver(&mut self, id: i64, now_ms: i64) -> bool {
        let Some((lane, json)) = self.all.get(&id).cloned() else {
            return false;
        };
        self.push_raw(json, id, lane, now_ms);
        true
    }

    /// Forgets what a higher offset confirms, and what is a day old.
    pub fn confirm_below(&mut self, offset: i64) {
        // An offset far in the future comes from before the ids were chosen anew: it confirms nothing.
        if offset > self.next_id + 10 {
            return;
        }
        let kept = self.pending.split_off(&offset);
        self.confirmed.extend(std::mem::replace(&mut self.pending, kept).into_keys());
    }

    pub fn confirm(&mut self, id: i64) {
        if self.pending.remove(&id).is_some() {
            self.confirmed.push(id);
        }
    }

    pub fn drop_old(&mut self, now_ms: i64) {
        let old = |p: &Pending| now_ms - p.born_ms > KEPT_MS;
        if self.pending.first_key_value().is_some_and(|(_, p)| old(p)) {
            self.expired.extend(self.pending.values().filter(|p| old(p)).map(|p| p.id));
            self.pending.retain(|_, p| now_ms - p.born_ms <= KEPT_MS);
        }
    }

    /// Up to `limit` updates from `offset` on; a negative offset counts from the end and forgets what is before.
    pub fn batch(&mut self, offset: i64, limit: usize) -> Vec<String> {
        let mut from = offset;
        if offset < 0 {
            let back = (-offset) as usize;
            from = self.pending.keys().rev().nth(back - 1).or(self.pending.keys().next()).copied().unwrap_or(0);
            self.confirm_below(from);
        } else if offset > self.next_id + 10 {
            from = 0;
        }
        self.pending
            .range_mut(from..)
            .take(limit)
            .map(|(_, pending)| {
                pending.handed += 1;
                pending.json.clone()
            })
            .collect()
    }

    pub fn set_webhook(&mut self, webhook: Option<Webhook>) {
        self.webhook = webhook;
        self.lanes.clear();
        self.ready.clear();
        self.delayed.clear();
        if self.webhook.is_some() {
            let waiting: Vec<(i64, i64)> = self.pending.values().map(|p| (p.lane, p.id)).collect();
            for (lane, id) in waiting {
                self.enlist(lane, id);
            }
        }
    }

    fn enlist(&mut self, lane: i64, id: i64) {
        let entry = self.lanes.entry(lane).or_default();
        if entry.waiting.contains(&id) {
            return;
        }
        entry.waiting.push_back(id);
        if entry.waiting.len() == 1 && !entry.in_flight {
            self.ready.push_back(lane);
        }
    }

    /// The next update to POST, if one may go now: `(lane, id, json)`.
    pub fn next_delivery(&mut self, now_ms: i64) -> Option<(i64, i64, String)> {
        let free = self.webhook.as_ref()?.max_connections > self.in_flight;
        if !free {
            return None;
        }
        let lanes = &self.lanes;
        let due = self.delayed.iter().position(|lane| lanes.get(lane).is_none_or(|l| l.not_before_ms <= now_ms));
        if let Some(at) = due {
            let lane = self.delayed.swap_remove(at);
            self.ready.push_back(lane);
        }
        while let Some(lane) = self.ready.pop_front() {
            let Some(entry) = self.lanes.get_mut(&lane) else {
                continue;
            };
            while let Some(id) = entry.waiting.front().copied() {
                if let Some(pending) = self.pending.get_mut(&id) {
                    pending.handed += 1;
                    entry.in_flight = true;
                    self.in_flight += 1;
                    return Some((lane, id, pending.json.clone()));
                }
                entry.waiting.pop_front();
            }
        }
        None
    }

    /// When a delayed lane may go again.
    pub fn next_due_ms(&self) -> Option<i64> {
        self.delayed.iter().filter_map(|lane| self.lanes.get(lane)).map(|l| l.not_before_ms).min()
    }

    /// The webhook answered 2xx.
    pub fn delivered(&mut self, lane: i64, id: i64) {
        self.in_flight = self.in_flight.saturating_sub(1);
        self.confirm(id);
        if let Some(entry) = self.lanes.get_mut(&lane) {
            entry.in_flight = false;
            entry.attempts = 0;
            if entry.waiting.front() == Some(&id) {
                entry.waiting.pop_front();
            }
            if !entry.waiting.is_empty() {
                self.ready.push_back(lane);
            }
        }
    }

    /// The webhook did not. `delay_ms` by the number of attempts so far.
    pub fn failed(&mut self, lane: i64, now_ms: i64, error: String, delay_ms: impl Fn(u32) -> i64) {
        self.in_flight = self.in_flight.saturating_sub(1);
        if let Some(webhook) = &mut self.webhook {
            webhook.last_error = Some((now_ms / 1000, error));
        }
        if let Some(entry) = self.lanes.get_mut(&lane) {
            entry.in_flight = false;
            entry.not_before_ms = now_ms + delay_ms(entry.attempts);
            entry.attempts += 1;
            self.delayed.push(lane);
        }
    }
}
