//! Builds and joins everything, stops it.
