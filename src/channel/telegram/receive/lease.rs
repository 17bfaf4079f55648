//! One program at a time asks Telegram for updates. The lease lies in the store, so that a second program that shares the
//! store says so instead of quarrelling with the first one.
//!
//! ## Why
//! The holder renews its entry every few seconds. Whoever finds the entry of another watches it for a while: when it changes,
//! the other lives. After a crash nobody should have to wait that long, so the entry also names the process, and a process
//! of this machine that is gone holds nothing.

use super::{Ended, Pace};
use crate::office::Office;
use crate::store::{Commit, StoreError, Write};
use serde::{Deserialize, Serialize};
use std::sync::Arc;
use tokio::time::{Instant, sleep};

/// Name in the store.
const NAME: &str = "telegram-poller";

/// The right to ask for updates.
pub(super) struct Lease {
    office: Arc<Office>,
    holder: String,
}

/// The entry in the store.
#[derive(Serialize, Deserialize)]
struct Entry {
    /// Chosen at random for each start.
    holder: String,
    /// The process, where the system can tell.
    process: Option<Process>,
    /// When it was renewed last, in milliseconds.
    at: i64,
}

/// A process, told apart from all others of all machines.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
struct Process {
    /// Boot of the machine and namespace of process numbers.
    machine: String,
    id: u32,
    /// When it started, in ticks since the boot: numbers are used again.
    started: String,
}

impl Lease {
    /// Takes the lease; waits while it is not clear whether its holder lives.
    ///
    /// # Errors
    /// Another program holds it, or the store cannot tell.
    pub async fn take(office: Arc<Office>, pace: &Pace) -> Result<Self, Ended> {
        let mut number = [0; 8];
        office.chance.fill(&mut number);
        let holder = format!("{:016x}-{:016x}", u64::from_be_bytes(number), rand::random::<u64>());
        let lease = Self { office, holder };
        let begin = Instant::now();
        let mut first: Option<String> = None;
        loop {
            let text = lease.read().await?;
            let entry: Option<Entry> = text.as_deref().and_then(|text| serde_json::from_str(text).ok());
            let free = entry.is_none_or(|entry| is_gone(&entry) || lease.is_old(&entry, pace)) || begin.elapsed() >= pace.lease;
            if free {
                break;
            }
            if first.get_or_insert_with(|| text.clone().unwrap_or_default()) != text.as_deref().unwrap_or_default() {
                return Err(Ended::Elsewhere);
            }
            sleep(pace.lease / 30).await;
        }
        lease.write().await?;
        // Two that took it at once: the later entry counts.
        sleep(pace.lease / 300).await;
        lease.check().await?;
        Ok(lease)
    }

    /// Renews the lease.
    ///
    /// # Errors
    /// Another program took it, or the store cannot tell.
    pub async fn renew(&self) -> Result<(), Ended> {
        self.check().await?;
        self.write().await
    }

    /// Gives the lease back; when the store cannot write, it runs out.
    pub async fn release(&self) {
        if self.check().await.is_ok() {
            let commit = Commit { writes: vec![Write::Named(NAME.to_owned(), None)], ..Commit::default() };
            if let Err(error) = self.office.store.commit(commit).await {
                tracing::warn!("the lease for updates stays until it runs out: {error}");
            }
        }
    }

    async fn check(&self) -> Result<(), Ended> {
        let entry: Option<Entry> = self.read().await?.and_then(|text| serde_json::from_str(&text).ok());
        if entry.is_some_and(|entry| entry.holder == self.holder) { Ok(()) } else { Err(Ended::Elsewhere) }
    }

    async fn read(&self) -> Result<Option<String>, Ended> {
        self.office.store.named(NAME).await.map_err(|error: StoreError| Ended::Store(error.to_string()))
    }

    async fn write(&self) -> Result<(), Ended> {
        let entry = Entry { holder: self.holder.clone(), process: Process::this(), at: self.office.now().timestamp_millis() };
        let text = serde_json::to_string(&entry).map_err(|error| Ended::Store(error.to_string()))?;
        let commit = Commit { writes: vec![Write::Named(NAME.to_owned(), Some(text))], ..Commit::default() };
        self.office.store.commit(commit).await.map_err(|error| Ended::Store(error.to_string()))
    }

    fn is_old(&self, entry: &Entry, pace: &Pace) -> bool {
        let age = self.office.now().timestamp_millis().saturating_sub(entry.at);
        u128::try_from(age).is_ok_and(|age| age > pace.lease.as_millis() * 2)
    }
}

/// A holder whose process ran on this machine and runs no more.
fn is_gone(entry: &Entry) -> bool {
    match (&entry.process, Process::this()) {
        (Some(holder), Some(this)) => holder.machine == this.machine && Process::started(holder.id).as_ref() != Some(&holder.started),
        _ => false,
    }
}

impl Process {
    /// This process; `None` on systems without `/proc`.
    fn this() -> Option<Self> {
        let boot = std::fs::read_to_string("/proc/sys/kernel/random/boot_id").ok()?;
        let space = std::fs::read_link("/proc/self/ns/pid").ok()?;
        let id = std::process::id();
        Some(Self { machine: format!("{} {}", boot.trim(), space.display()), id, started: Self::started(id)? })
    }

    /// When a process started: field 22 of its `stat`, counted after the name, which may hold blanks (proc_pid_stat(5)).
    fn started(id: u32) -> Option<String> {
        let stat = std::fs::read_to_string(format!("/proc/{id}/stat")).ok()?;
        stat.rsplit_once(')')?.1.split_whitespace().nth(19).map(str::to_owned)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[cfg(target_os = "linux")]
    fn a_process_that_runs_is_told_from_one_that_is_gone() {
        let this = Process::this().expect("Linux tells");
        let entry = |process: Process| Entry { holder: "x".to_owned(), process: Some(process), at: 0 };
        assert!(!is_gone(&entry(this.clone())));
        assert!(is_gone(&entry(Process { started: "1".to_owned(), ..this.clone() })));
        assert!(is_gone(&entry(Process { id: u32::MAX, ..this.clone() })));
        assert!(!is_gone(&entry(Process { machine: "another".to_owned(), id: u32::MAX, ..this })));
    }
}
