//! Time and chance, given from outside.
