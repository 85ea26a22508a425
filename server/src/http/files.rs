//! The files of the house: documents, pictures, videos. Each has a route of its own, so no address leads anywhere else.
//! A part of a file can be asked for (RFC 9110 §14): a video starts where the visitor wants.

use std::sync::Arc;

use app::pages::error::Cause;
use axum::Router;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::Response;
use axum::routing::get;
use tower::ServiceExt as _;
use tower_http::services::ServeFile;

use super::answer;
use crate::front::Front;

/// Browsers and proxies may keep a file for an hour, then ask whether it changed.
const KEPT: &str = "public, max-age=3600";

/// A route for every file that a text of the house names.
pub(super) fn routes(front: &Front) -> Router<Arc<Front>> {
    front.content.files.keys().fold(Router::new(), |router, address| router.route(address, get(hand_out)))
}

async fn hand_out(State(front): State<Arc<Front>>, request: Request) -> Response {
    let path = request.uri().path().to_owned();
    let missing = || answer::fault_page(&front, Cause::NotFound, &path);
    let Some(file) = front.content.files.get(&path) else { return missing() };
    let Ok(response) = ServeFile::new(file).oneshot(request).await;
    if response.status() == StatusCode::NOT_FOUND {
        tracing::warn!(%path, "a file of the house is gone since the start");
        return missing();
    }
    let mut response = response.map(Body::new);
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static(KEPT));
    response
}
