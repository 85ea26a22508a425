//! Leaving the list by the link in a mail: with the button on its page, or by one post of a mail provider (RFC 8058).

use std::sync::Arc;

use app::unsubscribe::{self as pages, Leaving};
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;

use crate::front::Front;
use crate::http::Address;
use crate::intake::show;
use crate::seal::draft::LookupHash;
use crate::seal::follow::LinkSecret;
use crate::store::StoreError;

/// The page of a link: a button. Looking takes nobody off the list.
pub async fn look(State(front): State<Arc<Front>>, Address(code): Address<String>, headers: HeaderMap) -> Response {
    let state = match link(&code) {
        None => Leaving::NotOnTheList,
        Some(link) => match front.services.store.subscriptions().has(front.house(), link).await {
            Ok(true) => Leaving::Asked,
            Ok(false) => Leaving::NotOnTheList,
            Err(error) => failed(&error),
        },
    };
    page(&front, &headers, state, &code)
}

/// Takes the address of a link off the list at once. The post itself is enough, whatever its body says and however it is packed: of a
/// provider it is `List-Unsubscribe=One-Click`, as a form of either kind. Never a redirect: providers do not go on (RFC 8058 3.1).
pub async fn leave(State(front): State<Arc<Front>>, Address(code): Address<String>, headers: HeaderMap) -> Response {
    let state = match link(&code) {
        None => Leaving::NotOnTheList,
        Some(link) => match front.services.store.subscriptions().leave(front.house(), link, front.now()).await {
            // The same answer whether it was there: a link that was used before has done its work.
            Ok(_) => Leaving::NotOnTheList,
            Err(error) => failed(&error),
        },
    };
    page(&front, &headers, state, &code)
}

fn link(code: &str) -> Option<LookupHash> {
    LinkSecret::parse(code).ok().map(|link| link.hash())
}

fn failed(error: &StoreError) -> Leaving {
    tracing::error!(%error, "nobody could leave the list");
    Leaving::Unavailable
}

fn page(front: &Front, headers: &HeaderMap, state: Leaving, code: &str) -> Response {
    let status = match state {
        Leaving::Asked | Leaving::NotOnTheList => StatusCode::OK,
        Leaving::Unavailable => StatusCode::SERVICE_UNAVAILABLE,
    };
    show(front, status, headers, pages::head(state), || pages::page(state, code))
}
