//! Acts of clerks, and who may.
