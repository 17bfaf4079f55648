//! Files that clerks send with a reply or a note. They come into the spool as visitors' files do; what they are is known before
//! the act is decided, so that nothing unusable is ever announced to a person, and the act and its files stand in one commit.
//!
//! What must hold: nothing of it is in memory as a whole; an upload that an act did not take stays with the clerk who sent it, for
//! the next try, and goes with the sweep when there is none.

use crate::id::{ClerkId, PersonKey, Receipt};
use crate::intake::Side;
use crate::message::Incoming;
use crate::office::Office;
use crate::outbox::{empty, keep_upload};
use crate::spool::UploadId;
use crate::store::{Evidence, FileStatus, Owner, StoreError};

/// Most files of one reply or note.
pub const MOST: usize = 10;

/// A whole upload of a clerk.
#[derive(Clone, Debug)]
pub struct Upload {
    /// Its name in the spool.
    pub id: UploadId,
    /// What its sender says about it.
    pub announced: Incoming,
    /// Size in bytes.
    pub bytes: u64,
}

/// Why files do not go with an act.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unfit {
    /// The content is not taken, why: `file-why-<why>`. The upload is gone.
    Refused {
        /// Name that its sender gave.
        name: String,
        /// Why.
        why: String,
    },
    /// It cannot be kept now.
    Trouble(String),
}

/// Whose a clerk's uploads are: nobody else's, not even a person's with the same name.
pub fn sender(office: &Office, clerk: &ClerkId) -> PersonKey {
    PersonKey(office.key.blind("uploads of a clerk", clerk.0.as_bytes()))
}

/// Largest file in bytes that reaches the person of a ticket where they write.
///
/// # Errors
/// The store cannot be read.
pub async fn largest(office: &Office, receipt: &Receipt) -> Result<u64, StoreError> {
    let route = office.store.link(receipt).await?.map(|(_, route)| route);
    let most = route.map_or(u64::MAX, |route| Side::of(&route).ability.gives);
    Ok(most.min(office.spool.bounds().file))
}

/// Brings uploads into the vault; their records, for the commit of the act.
///
/// # Errors
/// The first that is unfit; what was refused is given up, the others stay in the spool.
pub async fn kept(office: &Office, receipt: &Receipt, uploads: &[Upload]) -> Result<Vec<Evidence>, Unfit> {
    let mut records = Vec::new();
    for Upload { id, announced, .. } in uploads {
        let status = keep_upload(office, *id, announced).await.map_err(Unfit::Trouble)?;
        if let FileStatus::Refused { why } = status {
            empty(office, *id).await;
            return Err(Unfit::Refused { name: announced.name.clone().unwrap_or_default(), why });
        }
        records.push(Evidence {
            id: office.evidence_id(),
            owner: Owner::Ticket(receipt.clone()),
            // Nothing but the content is needed any more.
            announced: Incoming { source: String::new(), ..announced.clone() },
            status,
            tell: None,
            at: office.now(),
            revision: 1,
        });
    }
    Ok(records)
}

/// The act has them: the spool no longer needs them.
pub async fn taken(office: &Office, uploads: &[Upload]) {
    for upload in uploads {
        empty(office, upload.id).await;
    }
}
