//! The list of erasures beside the store: `erased.jsonl` in the data folder, a line each, signed with the office key.
//!
//! A backup that was made before an erasure still holds the ticket. Whoever restores it puts this list into the data folder, from
//! the disk or from a newer copy; what stands on it is erased again before anybody can see it.
//!
//! It must not believe a line that the office key did not sign: a forged one would erase a ticket.
//!
//! ## Why
//! A file of its own, because the store is exactly what is lost when a backup is restored. It says no more than which receipts
//! were erased when, so it may be copied about more freely than a backup.

use super::erase::{Erasure, Why, again, proof, proofs};
use crate::clock::Moment;
use crate::id::Receipt;
use crate::office::Office;
use crate::seal::text::{from_hex, to_hex};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use subtle::ConstantTimeEq;

/// Its name in the data folder.
pub const FILE: &str = "erased.jsonl";
/// Proofs read at once.
const PAGE: usize = 500;
/// What the signature is for.
const LABEL: &str = "list of erasures";

/// A line.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct Line {
    receipt: Receipt,
    at: Moment,
    digest: String,
    /// Signature over the rest.
    proof: String,
}

/// What became of a list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Honoured {
    /// Tickets that were there and are erased again.
    pub erased: usize,
    /// Lines that are not ours, or not a line.
    pub refused: usize,
}

fn sign(office: &Office, (receipt, at, digest): (&Receipt, Moment, &str)) -> [u8; 32] {
    office.key.tag(LABEL, &[receipt.as_str().as_bytes(), at.to_rfc3339().as_bytes(), digest.as_bytes()])
}

fn is_ours(office: &Office, line: &Line) -> bool {
    let wanted = sign(office, (&line.receipt, line.at, &line.digest));
    from_hex(&line.proof).is_some_and(|proof: [u8; 32]| proof.ct_eq(&wanted).into())
}

/// Where it lies.
pub fn path(office: &Office) -> PathBuf {
    office.config.server.data.join(FILE)
}

/// Adds lines, and waits until they are on the disk.
///
/// # Errors
/// The disk refuses.
pub(super) fn add(office: &Office, erasures: &[Erasure]) -> std::io::Result<()> {
    use std::os::unix::fs::OpenOptionsExt;
    if erasures.is_empty() {
        return Ok(());
    }
    let path = path(office);
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder)?;
    }
    let mut text = String::new();
    for Erasure { receipt, at, digest, .. } in erasures {
        let proof = to_hex(&sign(office, (receipt, *at, digest)));
        text += &serde_json::to_string(&Line { receipt: receipt.clone(), at: *at, digest: digest.clone(), proof })?;
        text.push('\n');
    }
    let mut file = std::fs::OpenOptions::new().append(true).create(true).mode(0o600).open(path)?;
    file.write_all(text.as_bytes())?;
    file.sync_all()
}

fn read(office: &Office, path: &Path) -> std::io::Result<(Vec<Line>, usize)> {
    let text = match std::fs::read(path) {
        Ok(text) => String::from_utf8_lossy(&text).into_owned(),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok((Vec::new(), 0)),
        Err(error) => return Err(error),
    };
    let (mut lines, mut refused) = (Vec::new(), 0);
    for line in text.lines().filter(|line| !line.trim().is_empty()) {
        match serde_json::from_str::<Line>(line) {
            Ok(line) if is_ours(office, &line) => lines.push(line),
            Ok(_) | Err(_) => refused += 1,
        }
    }
    Ok((lines, refused))
}

/// Erases again whatever a list names and the store has.
///
/// # Errors
/// The list or the store cannot be read, or the store not be written.
pub async fn honour(office: &Office, path: &Path) -> Result<Honoured, String> {
    let (lines, refused) = read(office, path).map_err(|error| format!("{}: {error}", path.display()))?;
    let mut honoured = Honoured { refused, ..Honoured::default() };
    for Line { receipt, at, digest, .. } in lines {
        let Some(ticket) = office.store.ticket(&receipt).await.map_err(|error| error.to_string())? else { continue };
        let known = proof(office, &receipt).await.map_err(|error| error.to_string())?;
        // The proof itself was lost with the store; what of it stands on the list is kept.
        let before = known.unwrap_or(Erasure {
            receipt: receipt.clone(),
            service: ticket.head.service.clone(),
            queue: ticket.head.queue.clone(),
            submitted: ticket.head.submitted,
            at,
            by: "operator".to_owned(),
            why: Why::Order,
            reason: String::new(),
            files: 0,
            digest,
            audit_from: u64::MAX,
            again: None,
        });
        honoured.erased += usize::from(again(office, &before).await.map_err(|why| format!("{why:?}"))?);
    }
    Ok(honoured)
}

/// Brings store and list together: what the list names is erased, what the store has proof of stands on the list. For each start,
/// before anybody sees a ticket.
///
/// # Errors
/// As [`honour`].
pub async fn reconcile(office: &Office) -> Result<Honoured, String> {
    let path = path(office);
    let honoured = honour(office, &path).await?;
    let (lines, _) = read(office, &path).map_err(|error| error.to_string())?;
    let listed: BTreeSet<Receipt> = lines.into_iter().map(|line| line.receipt).collect();
    let mut after: Option<String> = None;
    loop {
        let page = proofs(office, after.as_deref(), PAGE).await.map_err(|error| error.to_string())?;
        let Some(last) = page.last() else { return Ok(honoured) };
        after = Some(last.receipt.to_string());
        let missing: Vec<Erasure> = page.into_iter().filter(|erasure| !listed.contains(&erasure.receipt)).collect();
        add(office, &missing).map_err(|error| error.to_string())?;
    }
}
