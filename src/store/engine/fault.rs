//! Where a test can hurt the storage.
//!
//! Production runs with no layer at all. A layer may return an error (the engine must behave as if the disk had), may
//! sleep (a slow disk), or may abort the process (a crash exactly here). It must not call back into the engine.

use std::io;

/// The moments of one group of commits, in the order they happen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum StoragePoint {
    /// Nothing of the group is in the store yet.
    BeforeApply,
    /// The group is in memory and perhaps partly in the file.
    AfterApply,
    /// About to write the log.
    BeforeFlush,
    /// The log is with the operating system: safe from a crash of the process.
    AfterFlush,
    /// About to ask the disk.
    BeforeSync,
    /// The group is on the disk, nobody knows yet.
    AfterSync,
    /// About to note the new head beside the store.
    BeforeHead,
    /// All done; the acknowledgements follow.
    AfterHead,
}

impl StoragePoint {
    /// All points in order, for tests that visit each.
    pub const ALL: [Self; 8] = [
        Self::BeforeApply,
        Self::AfterApply,
        Self::BeforeFlush,
        Self::AfterFlush,
        Self::BeforeSync,
        Self::AfterSync,
        Self::BeforeHead,
        Self::AfterHead,
    ];
}

/// Called by the committer at each [`StoragePoint`]. An error stops the engine as a real one would.
pub trait FaultLayer: Send + Sync {
    /// Lets the call pass, by default.
    fn reach(&self, point: StoragePoint) -> io::Result<()> {
        let _ = point;
        Ok(())
    }
}
