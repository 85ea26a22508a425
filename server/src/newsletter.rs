//! The newsletter: who leaves its list ([`leave`]), who is on it ([`read_list`]), what an issue is ([`Issue`]), and sending one
//! ([`Sending`]). Signing up is [`crate::intake`], confirming [`crate::follow::confirm`]; the list lies in
//! [`crate::store::Subscriptions`].

pub mod leave;

mod issue;
mod list;
mod plain;
mod sending;
mod table;

pub use issue::{Issue, IssueError};
pub use list::{Reader, read_list};
pub use plain::plain;
pub use sending::{Sending, Tally};
pub use table::write_table;

use crate::outbox::MailError;
use crate::seal::OpenError;
use crate::store::StoreError;

/// Why the list can't be read, or an issue not be sent. Holds no address.
#[derive(Debug, thiserror::Error)]
pub enum NewsletterError {
    /// The store is away.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// An address does not open.
    #[error("the address of {reference} does not open: {error}; put the mail.key back with which it was sealed")]
    Key {
        /// Number of the sign-up.
        reference: String,
        /// Why.
        error: OpenError,
    },
    /// The list can't be written as a table.
    #[error("the list can't be written: {0}")]
    Unwritten(#[from] csv::Error),
    /// No mail can be made for an address.
    #[error("no mail can be made for {reference}: {error}")]
    Mail {
        /// Number of the sign-up.
        reference: String,
        /// Why.
        error: MailError,
    },
}
