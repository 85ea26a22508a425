//! What can go wrong in a handler, and the page it becomes. The log tells what happened, the visitor what to do.

use std::any::Any;
use std::sync::Arc;

use app::pages::error::Cause;
use app::pages::form_off;
use axum::body::Body;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use tower_http::catch_panic::ResponseForPanic;

use super::answer;
use crate::front::Front;
use crate::house_key::HouseKeyError;
use crate::random::RandomError;
use crate::seal::{OpenError, SealError};
use crate::store::StoreError;

/// What can go wrong in a handler.
#[derive(Debug, thiserror::Error)]
pub enum Fault {
    /// There is no such page.
    #[error("no such page")]
    NotFound,
    /// A form that this house does not use.
    #[error("a form that is off")]
    FormOff,
    /// Not here, but at this address.
    #[error("elsewhere")]
    Elsewhere(String),
    /// The database is away.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// A draft or referral could not be sealed.
    #[error(transparent)]
    Seal(#[from] SealError),
    /// A draft does not open under its own code.
    #[error(transparent)]
    Open(#[from] OpenError),
    /// The machine gives no randomness.
    #[error(transparent)]
    Random(#[from] RandomError),
    /// A draft or referral could not be written as JSON, or is none.
    ///
    /// What it says may quote what could not be read, so only where that was is told.
    #[error("stored content: {:?} at line {} column {}", .0.classify(), .0.line(), .0.column())]
    Content(#[from] serde_json::Error),
    /// A key of the house can't be made or given.
    #[error(transparent)]
    HouseKey(#[from] HouseKeyError),
    /// Passkeys can't work at the address of this house.
    #[error("passkeys: {0}")]
    Passkeys(String),
    /// A PDF could not be made.
    #[error(transparent)]
    Pdf(#[from] crate::pdf::PdfError),
    /// The list of the newsletter can't be read.
    #[error(transparent)]
    Newsletter(#[from] crate::newsletter::NewsletterError),
    /// A mail could not be prepared.
    #[error(transparent)]
    Mail(#[from] crate::outbox::MailError),
}

impl Fault {
    fn cause(&self) -> Cause {
        match self {
            Self::NotFound | Self::Elsewhere(_) | Self::FormOff => Cause::NotFound,
            Self::Store(_) | Self::HouseKey(_) => Cause::Unavailable,
            Self::Passkeys(_)
            | Self::Seal(_)
            | Self::Open(_)
            | Self::Random(_)
            | Self::Content(_)
            | Self::Pdf(_)
            | Self::Mail(_)
            | Self::Newsletter(_) => Cause::Internal,
        }
    }

    /// The page it becomes.
    pub fn page(&self, front: &Front, path: &str) -> Response {
        if let Self::Elsewhere(address) = self {
            return answer::see(address);
        }
        if let Self::FormOff = self {
            let html = form_off::page(&front.site, front.content.ways.clone(), path);
            return answer::page(StatusCode::NOT_FOUND, html, &HeaderMap::new());
        }
        if !matches!(self, Self::NotFound) {
            tracing::error!(fault = %self, "request failed");
        }
        answer::fault_page(front, self.cause(), path)
    }
}

/// A panic becomes the page of an internal fault; its message stays in the log.
#[derive(Clone)]
pub(super) struct PanicPage(Arc<Front>);

impl PanicPage {
    pub(super) fn new(front: Arc<Front>) -> Self {
        Self(front)
    }
}

impl ResponseForPanic for PanicPage {
    type ResponseBody = Body;

    fn response_for_panic(&mut self, _message: Box<dyn Any + Send>) -> Response {
        // The message may hold what was typed, so it is not logged; the place of the panic is, by the panic hook.
        tracing::error!("a handler panicked");
        answer::fault_page(&self.0, Cause::Internal, "/").into_response()
    }
}
