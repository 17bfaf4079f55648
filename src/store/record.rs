//! Stored forms, keys, versions.
