//! Names of things: newtypes, so that a receipt is never taken for a queue.
