//! The dialog machine: state and event in, state and effects out.
