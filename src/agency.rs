//! The register of patent agencies: import, look-up by name, code, place.
