//! A page that is changed on its way out: what is only there while someone writes its words, or in a demonstration.

use axum::body::Body;
use axum::extract::Request;
use axum::http::{HeaderValue, header};
use axum::response::Response;
use http_body_util::BodyExt as _;

/// Asks for the page as text, and for the whole of it.
pub(crate) fn ask_for_plain(request: &mut Request) {
    for name in [header::ACCEPT_ENCODING, header::IF_NONE_MATCH, header::RANGE] {
        request.headers_mut().remove(name);
    }
}

/// The answer; a page as `dress` makes it.
pub(crate) async fn dressed(response: Response, dress: impl FnOnce(String) -> String) -> Response {
    let kind = response.headers().get(header::CONTENT_TYPE);
    if !kind.is_some_and(|kind| kind.as_bytes().starts_with(b"text/html")) {
        return response;
    }
    let (mut head, body) = response.into_parts();
    // Our own pages come from memory.
    let html = body.collect().await.map(http_body_util::Collected::to_bytes).unwrap_or_default();
    let html = dress(String::from_utf8_lossy(&html).into_owned());
    head.headers.insert(header::CONTENT_LENGTH, HeaderValue::from(html.len()));
    head.headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    head.headers.remove(header::ETAG);
    Response::from_parts(head, Body::from(html))
}
