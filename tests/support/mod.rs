//! What the tests stand on.

pub mod faulty;
pub mod office;
pub mod process;
pub mod receiver;
pub mod telegram;
