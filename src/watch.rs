//! Subscriptions to what is new: patents of a field (early warning), publications, notices, policies. What somebody wishes to
//! hear of ([`subscription`]), which rows of a table fit that ([`new`], and [`matcher`] for patents), and when the next digest
//! goes out ([`rhythm`]).
//!
//! Pure: rows, wishes and days come in, what fits comes out. It must not read a store, and it must not judge: an entry fits
//! because a word, a class or an applicant stands in it, which says nothing about infringement.

mod fold;
pub mod matcher;
mod name;
pub mod new;
pub mod rhythm;
pub mod subscription;

pub use matcher::parts;
pub use rhythm::Rhythm;
pub use subscription::{Item, Subscription, Waiting, Why, Wish};
