//! Pages as answers: HTML with a status and a word on how long it may be kept.

use app::pages::error::{self, Cause};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};

use super::public;
use crate::front::Front;

/// A page of one moment or one person: never kept, compressed at the cheapest level where it is worth it.
pub fn page(status: StatusCode, html: String, request: &HeaderMap) -> Response {
    let mut response = (status, [(header::CACHE_CONTROL, "no-store")]).into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8"));
    headers.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
    let body = if public::accepts_brotli(request) {
        headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static("br"));
        public::brotli(html.as_bytes(), public::Effort::Quick)
    } else {
        html.into_bytes()
    };
    headers.insert(header::CONTENT_LENGTH, HeaderValue::from(body.len()));
    *response.body_mut() = body.into();
    response
}

/// After a post: go and see (303), so that reloading posts nothing again.
pub fn see(address: &str) -> Response {
    let mut response = Redirect::to(address).into_response();
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

/// The page that says what went wrong, and what to do.
pub fn fault_page(front: &Front, cause: Cause, path: &str) -> Response {
    let status = StatusCode::from_u16(cause.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    page(status, error::page(&front.site, cause, path), &HeaderMap::new())
}
