//! The parts of an address. Where one of them is no text, nothing is there.

use std::sync::Arc;

use app::pages::error::Cause;
use axum::extract::{FromRequestParts, Path};
use axum::http::request::Parts;
use axum::response::Response;
use serde::de::DeserializeOwned;

use super::answer;
use crate::front::Front;

/// The parts of an address that differ, as [`Path`] reads them; what it can't read gets the page of an unknown address.
pub struct Address<T>(pub T);

impl<T: DeserializeOwned + Send> FromRequestParts<Arc<Front>> for Address<T> {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, front: &Arc<Front>) -> Result<Self, Response> {
        match Path::from_request_parts(parts, front).await {
            Ok(Path(read)) => Ok(Self(read)),
            Err(_) => Err(answer::fault_page(front, Cause::NotFound, parts.uri.path())),
        }
    }
}
