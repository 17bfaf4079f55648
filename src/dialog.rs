//! The dialog machine: takes a state and an event, returns a state and effects. No clock, chance, file, network or store
//! inside, so every conversation can be played again, tested as text, and run the same on each channel.
//!
//! Reading order: [`flow`] (a dialog file, typed), [`condition`], [`answer`], [`state`] (where a person stands), [`event`]
//! (all that comes in and goes out), [`machine`] (the step), `screen` (what is seen at each place), `read` (typed words
//! -> answer), `besides` (words that are no answer); beside them [`load`], [`check`] and [`graph`] for the files.

pub mod answer;
mod besides;
pub mod check;
pub mod condition;
pub mod event;
pub mod flow;
pub mod graph;
pub mod load;
pub mod lookup;
pub mod machine;
mod read;
pub mod screen;
mod standing;
pub mod state;

pub use event::{Deed, Effect, Event, Form, Look, Rules, Submitted, Turn, Want, Way, World};
pub use machine::{Review, Wanted, again, next_look, step, wanted};
pub use standing::{Standing, standing, token};
