//! The audit trail: who did what to which object, when, with what result; each entry chained to the one before.
//!
//! Events are a closed set without free text, so no personal data can slip in. The fields are those of BIO2 8.15.01
//! (action, object, result, actor, time); the chain serves its 8.15.06 (check that logs are unaltered).

mod actor;
pub mod chain;
mod entry;
mod event;
mod subject;

pub use actor::Actor;
pub use chain::Head;
pub(crate) use chain::Record;
pub use entry::Entry;
pub use event::Event;
pub use subject::{Page, Reason, Step, TypedKey, WrongKey};
