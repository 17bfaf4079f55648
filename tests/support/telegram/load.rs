//! Load: many people walking through one scripted conversation, each waiting for the reply before going on.
//!
//! A script has one step a line: a text to write, `press:<label or data>`, `press:#2` (second button of the newest message
//! that has buttons), or `wait:<part of a text>` (go on only when the bot has shown that). Empty lines and lines that
//! start with `# ` are skipped. Who is through starts again.

use super::acts::{Outgoing, find_button, press, private_message};
use super::model::Shown;
use super::screen::shown;
use super::{Fake, Shared};
use serde::Serialize;
use std::collections::VecDeque;
use std::sync::Arc;
use std::time::{Duration, Instant};
use tokio::sync::mpsc::{UnboundedReceiver, unbounded_channel};

#[derive(Debug, Clone, PartialEq)]
enum Step {
    Says(String),
    Presses(String),
    PressesNth(usize),
    Waits(String),
}

/// What to do; `updates` in all.
#[derive(Debug, Clone)]
pub struct Load {
    script: Vec<Step>,
    pub people: usize,
    pub updates: usize,
    /// Updates a second at most, over all people; 0 for as fast as the replies come.
    pub rate: f64,
    pub reply_timeout: Duration,
}

/// What came of it. Latencies are from an update being queued to the first message shown to that person.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Report {
    pub people: usize,
    pub updates: usize,
    pub confirmed: usize,
    pub confirmed_per_second: f64,
    pub replies: usize,
    pub latency_ms: Latency,
    pub seconds: f64,
    pub calls: u64,
    pub calls_per_second: f64,
    pub errors: Errors,
}

#[derive(Debug, Clone, Default, Serialize)]
pub struct Latency {
    pub p50: f64,
    pub p90: f64,
    pub p99: f64,
    pub max: f64,
}

#[derive(Debug, Clone, Default, Serialize)]
pub struct Errors {
    /// No reply in time: the person starts again.
    pub timeouts: usize,
    /// A button or text of the script did not show up in time: the person starts again.
    pub lost_ways: usize,
    pub unconfirmed: usize,
    pub violations: usize,
}

impl Errors {
    pub fn any(&self) -> bool {
        self.timeouts + self.lost_ways + self.unconfirmed + self.violations > 0
    }
}

impl Load {
    /// `Err` names the line that cannot be read.
    pub fn new(script: &str, people: usize, updates: usize) -> Result<Self, String> {
        let mut steps = Vec::new();
        for (at, line) in script.lines().map(str::trim).enumerate() {
            let step = match line.split_once(':') {
                _ if line.is_empty() || line.starts_with("# ") => continue,
                Some(("press", label)) => match label.strip_prefix('#') {
                    Some(number) => match number.parse() {
                        Ok(n) if n > 0 => Step::PressesNth(n),
                        _ => return Err(format!("line {}: a button number is 1 or more", at + 1)),
                    },
                    None => Step::Presses(label.to_owned()),
                },
                Some(("wait", part)) => Step::Waits(part.to_owned()),
                _ => Step::Says(line.to_owned()),
            };
            steps.push(step);
        }
        if !steps.iter().any(|s| matches!(s, Step::Says(_))) {
            return Err("the script says nothing".into());
        }
        Ok(Load { script: steps, people: people.max(1), updates, rate: 0.0, reply_timeout: Duration::from_secs(10) })
    }

    /// Walks until all updates are sent and answered.
    pub async fn run(&self, fake: &Fake) -> Report {
        for n in 0..self.people {
            fake.person(FIRST_PERSON + n as i64, "Load", "zh-hans");
        }
        let (sender, shown) = unbounded_channel();
        fake.shared.with(|state| state.listener = Some(sender));
        let calls_before = fake.call_count();
        let confirmed_before = fake.confirmed();
        let walk = Walk {
            shared: fake.shared.clone(),
            load: self.clone(),
            walkers: (0..self.people).map(|_| Walker::default()).collect(),
            ready: (0..self.people).collect(),
            sent: 0,
            latencies: Vec::new(),
            errors: Errors::default(),
            started: Instant::now(),
        };
        let started = Instant::now();
        // On the runtime of the fake: one thread, no hand-over between the walk and the server.
        let Ok((sent, mut latencies, mut errors)) = fake.shared.runtime.spawn(walk.run(shown)).await else {
            return Report::default();
        };
        fake.wait_until_confirmed(Duration::from_secs(5)).await;
        let seconds = started.elapsed().as_secs_f64();
        fake.shared.with(|state| state.listener = None);
        let confirmed = fake.confirmed() - confirmed_before;
        let calls = fake.call_count() - calls_before;
        errors.unconfirmed = fake.pending_ids().len();
        errors.violations = fake.violations().len();
        latencies.sort_by(f64::total_cmp);
        let at = |share: f64| {
            let index = (latencies.len() as f64 * share).ceil() as usize;
            round(latencies.get(index.saturating_sub(1)).copied().unwrap_or(0.0))
        };
        Report {
            people: self.people,
            updates: sent,
            confirmed,
            confirmed_per_second: round(confirmed as f64 / seconds),
            replies: latencies.len(),
            latency_ms: Latency { p50: at(0.5), p90: at(0.9), p99: at(0.99), max: at(1.0) },
            seconds: round(seconds),
            calls,
            calls_per_second: round(calls as f64 / seconds),
            errors,
        }
    }
}

const FIRST_PERSON: i64 = 5_000_000_000;

fn round(value: f64) -> f64 {
    (value * 1000.0).round() / 1000.0
}

#[derive(Default)]
struct Walker {
    /// Next step of the script.
    at: usize,
    /// An update is out since then.
    asked: Option<Instant>,
    /// The next step cannot be done yet since then.
    stuck: Option<Instant>,
}

struct Walk {
    shared: Arc<Shared>,
    load: Load,
    walkers: Vec<Walker>,
    ready: VecDeque<usize>,
    sent: usize,
    latencies: Vec<f64>,
    errors: Errors,
    started: Instant,
}

impl Walk {
    async fn run(mut self, mut shown: UnboundedReceiver<Shown>) -> (usize, Vec<f64>, Errors) {
        let mut tick = tokio::time::interval(Duration::from_millis(200));
        loop {
            let mut pause = None;
            while let Some(who) = self.ready.front().copied() {
                if self.sent >= self.load.updates {
                    self.ready.clear();
                    break;
                }
                pause = self.pause();
                if pause.is_some() {
                    break;
                }
                self.ready.pop_front();
                self.step(who);
            }
            let busy = self.walkers.iter().any(|w| w.asked.is_some());
            if self.sent >= self.load.updates && !busy {
                return (self.sent, self.latencies, self.errors);
            }
            let sleep = tokio::time::sleep(pause.unwrap_or(Duration::from_secs(1)));
            tokio::select! {
                Some(first) = shown.recv() => {
                    self.replied(&first);
                    while let Ok(next) = shown.try_recv() {
                        self.replied(&next);
                    }
                }
                _ = tick.tick() => self.give_up(),
                () = sleep, if pause.is_some() => {}
            }
        }
    }

    /// How long the rate makes us wait.
    fn pause(&self) -> Option<Duration> {
        if self.load.rate <= 0.0 {
            return None;
        }
        let due = self.started + Duration::from_secs_f64(self.sent as f64 / self.load.rate);
        due.checked_duration_since(Instant::now()).filter(|wait| !wait.is_zero())
    }

    /// The next step of one person; marks the person as stuck when it cannot be done yet.
    fn step(&mut self, who: usize) {
        let walker = &mut self.walkers[who];
        let person = FIRST_PERSON + who as i64;
        let step = self.load.script[walker.at].clone();
        let done = self.shared.with(|state| match &step {
            Step::Says(text) => {
                private_message(state, person, Outgoing::text(text));
                Some(true)
            }
            Step::Presses(label) => {
                let (message, data) = find_button(state, person, label)?;
                press(state, (person, person), Some(message), &data);
                Some(true)
            }
            Step::PressesNth(number) => {
                let messages = shown(state, person);
                let message = messages.iter().rev().find(|m| m.from_bot && !m.buttons.is_empty())?;
                let data = message.buttons.iter().flatten().nth(number - 1)?.data.clone()?;
                press(state, (person, person), Some(message.message_id), &data);
                Some(true)
            }
            Step::Waits(part) => shown(state, person).iter().any(|m| m.from_bot && m.text.contains(part)).then_some(false),
        });
        match done {
            None => {
                walker.stuck.get_or_insert_with(Instant::now);
            }
            Some(is_update) => {
                walker.stuck = None;
                walker.at = (walker.at + 1) % self.load.script.len();
                if is_update {
                    walker.asked = Some(Instant::now());
                    self.sent += 1;
                } else {
                    self.ready.push_back(who);
                }
            }
        }
    }

    fn replied(&mut self, shown: &Shown) {
        let Some(who) = usize::try_from(shown.chat - FIRST_PERSON).ok().filter(|who| *who < self.walkers.len()) else {
            return;
        };
        let walker = &mut self.walkers[who];
        if let Some(asked) = walker.asked.take() {
            self.latencies.push(shown.at.saturating_duration_since(asked).as_secs_f64() * 1000.0);
            self.ready.push_back(who);
        } else if walker.stuck.is_some() {
            self.ready.push_back(who);
        }
    }

    fn give_up(&mut self) {
        let over = |since: Option<Instant>| since.is_some_and(|s| s.elapsed() > self.load.reply_timeout);
        for (who, walker) in self.walkers.iter_mut().enumerate() {
            let late = over(walker.asked);
            if late || over(walker.stuck) {
                match late {
                    true => self.errors.timeouts += 1,
                    false => self.errors.lost_ways += 1,
                }
                *walker = Walker::default();
                self.ready.push_back(who);
            }
        }
    }
}
