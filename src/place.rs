//! Districts and zones of the city, found by name, alias or code.
