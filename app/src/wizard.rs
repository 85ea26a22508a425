//! The wizard: renders any `domain::form::Form`, step by step.
//!
//! All HTML is made on the server. In the browser one island (`island`) reads the page, checks it with the same
//! `domain::check` and fetches the next page without a reload. Without script the same pages work by plain posts.

mod carried;
pub mod island;

#[cfg(feature = "ssr")]
pub(crate) mod actions;
#[cfg(feature = "ssr")]
mod changed;
#[cfg(feature = "ssr")]
pub mod check_page;
#[cfg(feature = "ssr")]
pub mod code;
#[cfg(feature = "ssr")]
pub mod conflict;
#[cfg(feature = "ssr")]
pub mod copy;
#[cfg(feature = "ssr")]
pub(crate) mod field;
#[cfg(feature = "ssr")]
pub mod frame;
#[cfg(feature = "ssr")]
pub mod not_free;
#[cfg(feature = "ssr")]
pub mod own;
#[cfg(feature = "ssr")]
pub mod questions;
#[cfg(feature = "ssr")]
pub mod reveal;
#[cfg(feature = "ssr")]
pub mod row;
#[cfg(feature = "ssr")]
pub mod sent;
#[cfg(feature = "ssr")]
pub mod start;
#[cfg(feature = "ssr")]
pub mod step;
#[cfg(feature = "ssr")]
pub mod stuck;
