//! Sending to Telegram, tried with the fake Bot API: nothing that was committed is lost, whatever Telegram answers; one slow
//! receiver delays no other; limits are kept before Telegram has to ask for it.

mod house;

mod charts;
mod faults;
mod files;
mod groups;
mod limits;
mod restart;
