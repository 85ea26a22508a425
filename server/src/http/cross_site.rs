//! Posts come from our own pages only. Browsers say so themselves (`Sec-Fetch-Site`), so no token is needed: stricter than a
//! token, as neither a sibling host nor a typed address passes. Old browsers prove it by `Origin`. ASVS 5.0 3.5.1, 3.5.3.
//!
//! One address takes posts from elsewhere: the link that takes an address off the list of the newsletter. RFC 8058 has mail providers
//! post to it, without cookie and without `Origin`. Who posts there must know the link, which only its owner has, and nothing but that
//! happens.

use std::sync::Arc;

use app::pages::error::Cause;
use app::paths::Unsubscribe;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, Method, header};
use axum::middleware::Next;
use axum::response::Response;

use super::answer;
use crate::front::Front;

pub(super) async fn refuse(State(front): State<Arc<Front>>, request: Request, next: Next) -> Response {
    let safe = matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS);
    if safe || is_one_click(request.uri().path()) || is_ours(request.headers(), &front.address.public_url) {
        return next.run(request).await;
    }
    answer::fault_page(&front, Cause::Forbidden, request.uri().path())
}

fn is_one_click(path: &str) -> bool {
    path.strip_prefix(Unsubscribe::ROOT).is_some_and(|code| !code.contains('/'))
}

fn is_ours(headers: &HeaderMap, own: &str) -> bool {
    let text = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
    match text("sec-fetch-site") {
        Some(site) => site == "same-origin",
        None => text(header::ORIGIN.as_str()) == Some(own),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_link_of_the_newsletter_takes_posts_from_elsewhere() {
        for (path, expected) in [
            ("/nieuwsbrief/afmelden/0000-0000", true),
            ("/nieuwsbrief/afmelden/0000/volgen", false),
            ("/nieuwsbrief/afmelden", false),
            ("/volgen/nieuwsbrief/afmelden/0000", false),
            ("/bevestigen/0000", false),
        ] {
            assert_eq!(is_one_click(path), expected, "{path}");
        }
    }

    #[test]
    fn only_our_own_pages_may_post() {
        let own = "https://huis.example";
        let cases: [(&[(&str, &str)], bool); 8] = [
            (&[("sec-fetch-site", "same-origin")], true),
            (&[("sec-fetch-site", "same-site")], false),
            (&[("sec-fetch-site", "cross-site"), ("origin", own)], false),
            (&[("sec-fetch-site", "none")], false),
            (&[("origin", own)], true),
            (&[("origin", "https://huis.example.evil.example")], false),
            (&[("origin", "null")], false),
            (&[], false),
        ];
        for (pairs, expected) in cases {
            let mut headers = HeaderMap::new();
            for (name, value) in pairs {
                headers.insert(*name, value.parse().unwrap());
            }
            assert_eq!(is_ours(&headers, own), expected, "{pairs:?}");
        }
    }
}
