//! The dialog machine: takes a state and an event, returns a state and effects. No clock, chance, file, network or store
//! inside, so every conversation can be played again, tested as text, and run the same on each channel.

pub mod answer;
pub mod condition;
pub mod flow;
pub mod state;
