//! A house full of what nobody sent and people who do not exist: for training, for tests, for showing.
//!
//! What is invented goes the way of what is real: the same checks, sealed by the same code, told in the same audit trail. [`plan`] says
//! what there is, `life` tells it, [`fill`] and `write` store it, [`staff`] invites who works there, [`clock`] moves the time. Nothing of this is
//! in a house that is not a demonstration.

pub mod clock;
pub mod fill;
pub mod plan;
pub mod staff;

mod life;
mod write;

pub use crate::intake::submission::Mails;
pub use write::Stored;

use crate::house_key::HouseKeyError;
use crate::http::Fault;
use crate::random::RandomError;
use crate::seal::OpenError;
use crate::seal::code::CodeError;
use crate::store::StoreError;

/// Why a house can't be filled or shown.
#[derive(Debug, thiserror::Error)]
pub enum DemoError {
    /// What was invented could not be stored.
    #[error("what was invented could not be stored: {0}")]
    Fault(#[from] Fault),
    /// Each place that was tried is taken.
    #[error("{0} is full: each place that was tried is taken")]
    Full(&'static str),
    /// What happened could not happen.
    #[error("what was invented does not go together: {0}")]
    Impossible(&'static str),
    /// A task broke off.
    #[error("the work broke off: {0}")]
    BrokeOff(#[from] tokio::task::JoinError),
    /// The kept code of the house key is none.
    #[error("the kept key code: {0}")]
    Code(#[from] CodeError),
}

impl From<StoreError> for DemoError {
    fn from(error: StoreError) -> Self {
        Self::Fault(error.into())
    }
}

impl From<RandomError> for DemoError {
    fn from(error: RandomError) -> Self {
        Self::Fault(error.into())
    }
}

impl From<OpenError> for DemoError {
    fn from(error: OpenError) -> Self {
        Self::Fault(error.into())
    }
}

impl From<HouseKeyError> for DemoError {
    fn from(error: HouseKeyError) -> Self {
        Self::Fault(error.into())
    }
}
