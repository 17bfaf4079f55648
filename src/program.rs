//! Programs that call the counter: what their tokens allow ([`token`]), and calls that may come twice ([`call`]).
//!
//! What must hold: a token itself is nowhere kept, only a digest by which it is found; a call that came before is answered as
//! before and does nothing again.

pub mod call;
pub mod token;
