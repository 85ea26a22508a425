//! The public pages (and the stylesheets of the forms, the feed, the sitemap): made once a day, compressed once at the best quality, served from memory.

mod feed;
mod machines;
mod render;
mod xml;

use std::collections::HashMap;
use std::io::Write as _;
use std::sync::{Arc, RwLock};

use app::pages::error::Cause;
use app::paths::machine;
use axum::Router;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, HeaderValue, StatusCode, Uri, header};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use chrono::NaiveDate;
use sha2::{Digest, Sha256};

use super::answer;
use crate::front::Front;
use crate::hex;

/// Browsers and proxies may keep a page for five minutes, then ask whether it changed.
const KEPT: &str = "public, max-age=300";

/// The public pages of the house.
pub(super) fn routes(front: &Front) -> Router<Arc<Front>> {
    let shelf = Arc::new(Shelf::default());
    let mut router = Router::new().route(machine::FAVICON, get(favicon));
    for path in render::addresses(&front.content) {
        let shelf = shelf.clone();
        let handler = move |State(front): State<Arc<Front>>, uri: Uri, headers: HeaderMap| {
            let shelf = shelf.clone();
            async move { shelf.answer(&front, &render::asked_for(&front.content, &uri), &headers) }
        };
        router = router.route(&path, get(handler));
    }
    router
}

/// Browsers that look in the old place find the icon that pages name.
async fn favicon(State(front): State<Arc<Front>>) -> Response {
    let kept = [(header::CACHE_CONTROL, HeaderValue::from_static(KEPT))];
    (kept, Redirect::temporary(&front.site.assets.icon)).into_response()
}

/// What is served from memory.
#[derive(Clone, Copy)]
enum Kind {
    Page,
    /// Which fields of a form apply, as CSS made from its conditions.
    Style,
    /// The news, for feed readers.
    Feed,
    Xml,
    Text,
}

impl Kind {
    fn media_type(self) -> &'static str {
        match self {
            Self::Page => "text/html; charset=utf-8",
            Self::Style => "text/css; charset=utf-8",
            Self::Feed => "application/atom+xml; charset=utf-8",
            Self::Xml => "application/xml; charset=utf-8",
            Self::Text => "text/plain; charset=utf-8",
        }
    }
}

/// A page, ready to send.
struct Ready {
    kind: Kind,
    made_for: NaiveDate,
    etag: HeaderValue,
    plain: Bytes,
    brotli: Bytes,
    gzip: Bytes,
}

/// The pages made so far. A page depends on the words of the house and on the day: some lines have an end date.
#[derive(Default)]
struct Shelf(RwLock<HashMap<String, Arc<Ready>>>);

impl Shelf {
    fn answer(&self, front: &Front, address: &str, request: &HeaderMap) -> Response {
        let today = front.today();
        let kept =
            self.0.read().ok().and_then(|shelf| shelf.get(address).cloned()).filter(|page| page.made_for == today);
        let ready = if let Some(ready) = kept {
            ready
        } else {
            let Some((kind, text)) = render::render(front, address, today) else {
                return answer::fault_page(front, Cause::NotFound, address);
            };
            let ready = Arc::new(Ready::new(kind, text, today));
            if let Ok(mut shelf) = self.0.write() {
                shelf.insert(address.to_owned(), ready.clone());
            }
            ready
        };
        ready.answer(request)
    }
}

impl Ready {
    fn new(kind: Kind, html: String, made_for: NaiveDate) -> Self {
        // Weak: one tag for the same page in three encodings (RFC 9110 §8.8.1).
        let tag = format!("W/\"{}\"", &hex::encode(&Sha256::digest(&html))[..16]);
        Self {
            kind,
            made_for,
            etag: HeaderValue::from_str(&tag).unwrap_or(HeaderValue::from_static("\"\"")),
            brotli: brotli(html.as_bytes(), Effort::Best).into(),
            gzip: gzip(html.as_bytes()).into(),
            plain: html.into(),
        }
    }

    fn answer(&self, request: &HeaderMap) -> Response {
        let fixed = [
            (header::CONTENT_TYPE, HeaderValue::from_static(self.kind.media_type())),
            (header::CACHE_CONTROL, HeaderValue::from_static(KEPT)),
            (header::VARY, HeaderValue::from_static("accept-encoding")),
            (header::ETAG, self.etag.clone()),
        ];
        if has_it(request, &self.etag) {
            return (StatusCode::NOT_MODIFIED, fixed).into_response();
        }
        let encoded = |name: &'static str, body: &Bytes| {
            (fixed.clone(), [(header::CONTENT_ENCODING, HeaderValue::from_static(name))], body.clone()).into_response()
        };
        if accepts(request, "br") {
            encoded("br", &self.brotli)
        } else if accepts(request, "gzip") {
            encoded("gzip", &self.gzip)
        } else {
            (fixed.clone(), self.plain.clone()).into_response()
        }
    }
}

/// Whether the browser holds this page already: one of its tags, or `*`, matches by the weak comparison.
fn has_it(request: &HeaderMap, etag: &HeaderValue) -> bool {
    let strip = |tag: &str| tag.trim().trim_start_matches("W/").to_owned();
    let ours = etag.to_str().map(strip).unwrap_or_default();
    let theirs = request.get_all(header::IF_NONE_MATCH).iter().filter_map(|value| value.to_str().ok());
    theirs.flat_map(|line| line.split(',')).any(|tag| tag.trim() == "*" || strip(tag) == ours)
}

/// How hard to compress.
#[derive(Clone, Copy)]
pub(super) enum Effort {
    /// Once, for a page that is sent often.
    Best,
    /// For a page that is sent once: the best level costs twenty times the page itself.
    Quick,
}

pub(super) fn accepts_brotli(request: &HeaderMap) -> bool {
    accepts(request, "br")
}

fn accepts(request: &HeaderMap, encoding: &str) -> bool {
    let offered = request.get(header::ACCEPT_ENCODING).and_then(|value| value.to_str().ok()).unwrap_or("");
    offered.split(',').map(str::trim).any(|one| {
        let (name, weight) = one.split_once(';').unwrap_or((one, ""));
        name.trim() == encoding && !matches!(weight.trim(), "q=0" | "q=0.0" | "q=0.00" | "q=0.000")
    })
}

pub(super) fn brotli(bytes: &[u8], effort: Effort) -> Vec<u8> {
    let quality = match effort {
        Effort::Best => 11,
        Effort::Quick => 1,
    };
    let mut out = Vec::with_capacity(bytes.len() / 3);
    {
        let mut writer = brotli::CompressorWriter::new(&mut out, 4096, quality, 22);
        // Writing to memory does not fail.
        let _ = writer.write_all(bytes);
    }
    out
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut writer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    let _ = writer.write_all(bytes);
    writer.finish().unwrap_or_default()
}
