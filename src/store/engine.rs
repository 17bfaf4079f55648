//! The sled engine: one committer, group commit, damage noticed.
