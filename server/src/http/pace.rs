//! Holds who goes too fast to a pace ([`crate::pace`]). A post that comes too soon is answered with 429 (RFC 6585 §4), when to try
//! again, and a page that keeps what was typed, but for codes and keys. Reading is never held up, but for links that end in a code: who
//! tries those waits.

use std::net::SocketAddr;
use std::sync::Arc;

use app::pages::too_fast::{self, Again, Waiting};
use app::paths::{Confirm, Desk, Follow, Resume, Unsubscribe, action, word};
use axum::extract::{ConnectInfo, FromRequest as _, MatchedPath, Request, State};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, Uri, header};
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};

use super::{Post, answer, cookies};
use crate::desk::{self, Keeps};
use crate::front::Front;
use crate::pace::{BEFORE_A_CODE, TooFast};

/// Counts a request. Who sends something on is counted once more where that happens: by the [`crate::pace::Sender`] that goes along.
pub(super) async fn keep(State(front): State<Arc<Front>>, mut request: Request, next: Next) -> Response {
    let pace = &front.services.pace;
    let peer = request.extensions().get::<ConnectInfo<SocketAddr>>().map(|ConnectInfo(peer)| *peer);
    let sender = pace.sender(peer, request.headers());
    request.extensions_mut().insert(sender);
    let path = request.uri().path();
    let is_post = !matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS);
    if is_post {
        pace.warn_of_silent_proxy(peer, request.headers());
    }
    if is_post && let Err(too_fast) = pace.post(sender, cookie(path, request.headers())) {
        return refuse(&front, request, too_fast).await;
    }
    if tries_code(path, is_post) {
        match pace.code(sender) {
            Ok(None) => {}
            // Not a lock: whoever has the right code gets in.
            Ok(Some(_wait)) => tokio::time::sleep(BEFORE_A_CODE).await,
            Err(too_fast) => return refuse(&front, request, too_fast).await,
        }
    }
    next.run(request).await
}

/// The secret with which this address is posted to: of a draft, of what is followed, of a session at the desk.
fn cookie<'a>(path: &str, headers: &'a HeaderMap) -> Option<&'a str> {
    let mut words = path.split('/').skip(1);
    match (words.next()?, words.next()) {
        (word::WIZARDS, Some(form)) => cookies::read(headers, &crate::intake::cookie_name(form)),
        (word::FOLLOW, _) => cookies::read(headers, crate::follow::COOKIE),
        (word::DESK, _) => cookies::read(headers, crate::desk::COOKIE),
        _ => None,
    }
}

/// Whether a request tells if a code exists. Signing in at the desk counts its own failures.
fn tries_code(path: &str, is_post: bool) -> bool {
    let below = |root: &str| path.strip_prefix(root).is_some_and(|rest| rest.starts_with('/') && rest.len() > 1);
    let typed = || {
        let pages = [Resume.to_string(), Follow::Here.to_string(), Confirm::Ask.to_string(), Desk::Access.to_string()];
        pages.iter().any(|page| page == path)
    };
    let linked = [word::CONFIRM, word::CONTRIBUTE, word::CANCEL].iter().any(|word| below(&format!("/{word}")));
    let invited = Desk::Invitation("").to_string();
    linked || path.starts_with(Unsubscribe::ROOT) || path.starts_with(&invited) || (is_post && typed())
}

async fn refuse(front: &Arc<Front>, request: Request, too_fast: TooFast) -> Response {
    let matched = request.extensions().get::<MatchedPath>().map_or("", MatchedPath::as_str);
    let uri = request.uri().clone();
    if holds_secrets(uri.path(), matched) {
        let query = uri.query().map(|query| format!("?{query}")).unwrap_or_default();
        let path = format!("{}{query}", page_of(uri.path()));
        return wait(front, path, Again::ByLink, too_fast);
    }
    match Post::from_request(request, front).await {
        Ok(post) => too_soon(front, &uri, post, too_fast),
        Err(unread) => saying_when(unread, too_fast),
    }
}

/// The answer to a post that comes too soon: a page that holds all of it, ready to be sent again.
pub(crate) fn too_soon(front: &Front, uri: &Uri, post: Post, too_fast: TooFast) -> Response {
    // The page that saves in the background holds the words itself.
    if post.action() == action::SAVE {
        return saying_when(StatusCode::TOO_MANY_REQUESTS.into_response(), too_fast);
    }
    let path = uri.path_and_query().map_or_else(|| uri.path().to_owned(), ToString::to_string);
    let again = Again::ByPost { action: post.action().to_owned(), pairs: post.into_pairs() };
    wait(front, path, again, too_fast)
}

fn wait(front: &Front, path: String, again: Again, too_fast: TooFast) -> Response {
    let waiting = Waiting { path, again, seconds: too_fast.seconds() };
    let page = too_fast::page(&front.site, waiting);
    saying_when(answer::page(StatusCode::TOO_MANY_REQUESTS, page, &HeaderMap::new()), too_fast)
}

fn saying_when(mut response: Response, too_fast: TooFast) -> Response {
    response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(too_fast.seconds()));
    response
}

/// Whether what is posted here may be a code, a key, or what a passkey gave: such things are never written into a page.
fn holds_secrets(path: &str, matched: &str) -> bool {
    tries_code(path, true) || (Desk::holds(path) && desk::keeps(matched) == Keeps::Nothing)
}

/// The page from which is posted to this address: the address itself, or the one above it where only posts are answered.
fn page_of(path: &str) -> &str {
    let above = path.rsplit_once('/').map_or(path, |(above, _)| above);
    let only_posts = [Desk::SignInAsk, Desk::SignInCode, Desk::SignOut, Desk::PasskeysAsk];
    let is_below = only_posts.iter().any(|known| known.to_string() == path);
    let is_enrolment = above.starts_with(&Desk::Invitation("").to_string());
    if is_below || is_enrolment { above } else { path }
}

#[cfg(test)]
mod tests {
    use app::paths::{Cancel, Contribute, Wizard};

    use super::*;

    #[test]
    fn every_address_that_only_answers_posts_leads_back_to_the_page_above_it() {
        for (path, expected) in [
            (Desk::SignIn.to_string(), Desk::SignIn.to_string()),
            (Desk::SignInAsk.to_string(), Desk::SignIn.to_string()),
            (Desk::SignInCode.to_string(), Desk::SignIn.to_string()),
            (Desk::SignInAgain.to_string(), Desk::SignInAgain.to_string()),
            (Desk::SignOut.to_string(), Desk::Queue.to_string()),
            (Desk::PasskeysAsk.to_string(), Desk::Passkeys.to_string()),
            (Desk::Access.to_string(), Desk::Access.to_string()),
            (Desk::Invitation("0000").to_string(), Desk::Invitation("0000").to_string()),
            (Desk::InvitationAsk("0000").to_string(), Desk::Invitation("0000").to_string()),
            (Desk::InvitationPasskey("0000").to_string(), Desk::Invitation("0000").to_string()),
            (Confirm::With("0000").to_string(), Confirm::With("0000").to_string()),
        ] {
            assert_eq!(page_of(&path), expected, "{path}");
        }
    }

    #[test]
    fn wherever_a_code_is_tried_it_counts_and_nowhere_else() {
        for (path, reading, posting) in [
            (Resume.to_string(), false, true),
            (Follow::Here.to_string(), false, true),
            (Confirm::Ask.to_string(), false, true),
            (Desk::Access.to_string(), false, true),
            (Confirm::With("0000").to_string(), true, true),
            (Contribute("0000").to_string(), true, true),
            (Cancel("0000").to_string(), true, true),
            (Unsubscribe("0000").to_string(), true, true),
            (Desk::Invitation("0000").to_string(), true, true),
            (Desk::InvitationPasskey("0000").to_string(), true, true),
            (Follow::Add.to_string(), false, false),
            (Desk::SignIn.to_string(), false, false),
            (Wizard::Step("aanleiding").of("regieteam"), false, false),
            ("/".to_owned(), false, false),
        ] {
            assert_eq!((tries_code(&path, false), tries_code(&path, true)), (reading, posting), "{path}");
        }
    }
}
