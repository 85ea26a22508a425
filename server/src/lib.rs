//! What runs: HTTP, store, sealing, mail, jobs, the command line.
#![forbid(unsafe_code)]

pub mod clock;
pub mod hex;
pub mod random;
pub mod seal;
