//! The pages of the site, one file for each kind: `every` is what holds for all of them, `props` is what they show.
#![cfg(feature = "ssr")]
#![expect(clippy::unwrap_used, reason = "a test that fails should fail loudly")]

mod contact;
mod documents;
mod every;
mod fault;
mod home;
mod media;
mod news;
mod partners;
mod props;
mod questions;
mod self_check;
mod shell;
mod style;
mod text;
mod ways;
