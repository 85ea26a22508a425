//! What runs: HTTP, store, sealing, mail, jobs, the command line.
#![forbid(unsafe_code)]

pub mod audit;
pub mod cli;
pub mod clock;
pub mod config;
pub mod content;
pub mod demo;
pub mod desk;
pub mod follow;
pub mod front;
pub mod hex;
pub mod house_key;
pub mod http;
pub mod intake;
pub mod jobs;
pub mod mail;
pub mod newsletter;
pub mod outbox;
pub mod pace;
pub mod pdf;
pub mod random;
pub mod retention;
pub mod seal;
pub mod search;
pub mod serve;
pub mod services;
pub mod spreadsheet;
pub mod store;
pub mod watch;
