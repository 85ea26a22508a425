//! What runs: HTTP, store, sealing, mail, jobs, the command line.
#![forbid(unsafe_code)]

pub mod audit;
pub mod clock;
pub mod hex;
pub mod mail;
pub mod random;
pub mod seal;
pub mod store;
