//! The program as an operator meets it: every command, its words and its exit. One file for each command; `place` is where they run.
#![expect(clippy::unwrap_used, reason = "a test that fails should fail loudly")]

mod audit;
mod backup;
mod check;
mod demo;
mod forms;
mod keys;
mod newsletter;
mod partners;
mod place;
mod referral;
mod retention;
mod serve;
