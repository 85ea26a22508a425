//! The headers of every answer (OWASP ASVS 5.0 §3.4; internet.nl).

use std::sync::Arc;

use app::paths::Desk;
use axum::extract::{Request, State};
use axum::http::{HeaderName, HeaderValue, header};
use axum::middleware::Next;
use axum::response::Response;

use super::assets;
use crate::front::Front;

/// Nothing inline, nothing from elsewhere. `data:` images are the marks that our own style sheet draws. Scripts only exist on wizard pages; `'wasm-unsafe-eval'` lets a browser compile
/// WebAssembly and opens no `eval`.
const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; \
     media-src 'self'; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; object-src 'none'";

/// Nothing of the machine is for us: what a browser could ask for without or with one press. Sensors and the like ask nothing
/// of a page without script, and every name here travels with every answer.
const PERMISSIONS_POLICY: &str = "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), publickey-credentials-create=(), publickey-credentials-get=(), usb=()";

/// The same at the desk, where people sign in with passkeys.
const PERMISSIONS_POLICY_OF_DESK: &str = "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), \
     publickey-credentials-create=(self), publickey-credentials-get=(self), usb=()";

/// A style sheet, a script, a font shows nothing and loads nothing: one that is opened by itself gets nothing either.
const FILE_SECURITY_POLICY: &str = "default-src 'none'; frame-ancestors 'none'";

const OF_ALL: [(HeaderName, &str); 2] = [
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
];

const OF_PAGES: [(HeaderName, &str); 6] = [
    (header::CONTENT_SECURITY_POLICY, CONTENT_SECURITY_POLICY),
    (HeaderName::from_static("permissions-policy"), PERMISSIONS_POLICY),
    // Not `no-referrer`: browsers would send `Origin: null` with our own forms.
    (header::REFERRER_POLICY, "same-origin"),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    (HeaderName::from_static("cross-origin-embedder-policy"), "require-corp"),
    (header::X_FRAME_OPTIONS, "DENY"),
];

/// What a file that pages load needs: the rules of a page mean nothing there, and weigh half a kilobyte.
const OF_FILES: [(HeaderName, &str); 1] = [(header::CONTENT_SECURITY_POLICY, FILE_SECURITY_POLICY)];

/// Two years, for the whole domain; only where the site is reached over TLS.
const TRANSPORT_SECURITY: &str = "max-age=63072000; includeSubDomains";

/// About as many headers as an answer has: room made once.
const MOST: usize = 16;

pub(super) async fn add(State(front): State<Arc<Front>>, request: Request, next: Next) -> Response {
    let is_asset = assets::holds(request.uri().path());
    let is_desk = Desk::holds(request.uri().path());
    let mut response = next.run(request).await;
    let own: &[_] = if is_asset || is_style(&response) { &OF_FILES } else { &OF_PAGES };
    put(own, &mut response);
    let headers = response.headers_mut();
    if is_desk && !is_asset {
        headers.insert("permissions-policy", HeaderValue::from_static(PERMISSIONS_POLICY_OF_DESK));
    }
    if front.address.public_url.starts_with("https://") {
        headers.insert(header::STRICT_TRANSPORT_SECURITY, HeaderValue::from_static(TRANSPORT_SECURITY));
    }
    // Whoever forgets to say how long an answer may be kept, keeps nothing.
    headers.entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static("no-store"));
    response
}

/// A style sheet that is made for a page, such as which fields apply.
fn is_style(response: &Response) -> bool {
    let kind = response.headers().get(header::CONTENT_TYPE);
    kind.is_some_and(|kind| kind.as_bytes().starts_with(b"text/css"))
}

/// The same for a page that no house stands behind.
pub(super) fn without_house(mut response: Response) -> Response {
    put(&OF_PAGES, &mut response);
    response
}

fn put(own: &[(HeaderName, &'static str)], response: &mut Response) {
    let headers = response.headers_mut();
    headers.reserve(MOST);
    for (name, value) in OF_ALL.iter().chain(own) {
        headers.insert(name, HeaderValue::from_static(value));
    }
}
