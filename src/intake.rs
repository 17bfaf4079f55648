//! One turn of a person.
