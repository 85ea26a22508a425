//! A page while its words are written: with the script that waits for the next version, and what is wrong with that.

use app::development;
use axum::body::Body;
use axum::extract::Request;
use axum::http::{HeaderValue, header};
use axum::response::Response;
use http_body_util::BodyExt as _;

/// Asks for the page as text, and for the whole of it.
pub(super) fn ask_for_plain(request: &mut Request) {
    for name in [header::ACCEPT_ENCODING, header::IF_NONE_MATCH, header::RANGE] {
        request.headers_mut().remove(name);
    }
}

/// The answer; a page gets its script and the faults.
pub(super) async fn dressed(response: Response, faults: &[String]) -> Response {
    let kind = response.headers().get(header::CONTENT_TYPE);
    if !kind.is_some_and(|kind| kind.as_bytes().starts_with(b"text/html")) {
        return response;
    }
    let (mut head, body) = response.into_parts();
    // Our own pages come from memory.
    let html = body.collect().await.map(http_body_util::Collected::to_bytes).unwrap_or_default();
    let html = with_news(&String::from_utf8_lossy(&html), faults);
    head.headers.insert(header::CONTENT_LENGTH, HeaderValue::from(html.len()));
    head.headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    head.headers.remove(header::ETAG);
    Response::from_parts(head, Body::from(html))
}

fn with_news(html: &str, faults: &[String]) -> String {
    let html = html.replacen("</head>", &format!("{}</head>", development::head()), 1);
    match html.split_once("<body>") {
        Some((before, after)) if !faults.is_empty() => format!("{before}<body>{}{after}", development::banner(faults)),
        _ => html,
    }
}
