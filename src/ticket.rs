//! A ticket and what may happen to it.
