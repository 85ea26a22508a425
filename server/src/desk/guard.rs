//! The door of each address at the desk: only who is signed in and has a role with its right comes in.

use std::sync::Arc;

use app::desk::missing as pages;
use app::paths::Desk;
use axum::extract::{FromRequest as _, Request, State};
use axum::http::{HeaderMap, Method, StatusCode};
use axum::middleware::Next;
use axum::response::Response;
use domain::desk::role::Right;
use domain::values::Reference;

use super::present::present;
use super::{AtDesk, Keeps, kept, seat};
use crate::audit::{Actor, Entry, Event};
use crate::front::Front;
use crate::http::answer::{self, see};
use crate::http::{Fault, Post};
use crate::store::MemberId;

/// How recent the sign-in must be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asks {
    /// A session that runs.
    Session,
    /// The passkey of a moment ago ([`seat::FRESH`]).
    Passkey,
}

/// What stands in front of an address.
pub struct Door {
    /// The house.
    pub front: Arc<Front>,
    /// What it takes.
    pub right: Right,
    /// How recent the sign-in must be.
    pub asks: Asks,
    /// What becomes of a post that comes too late.
    pub keeps: Keeps,
}

/// Lets a request in, or sends it where it belongs.
pub async fn pass(State(door): State<Arc<Door>>, request: Request, next: Next) -> Response {
    let path = request.uri().path().to_owned();
    match enter(&door, request, next).await {
        Ok(response) => response,
        Err(fault) => fault.page(&door.front, &path),
    }
}

async fn enter(door: &Door, mut request: Request, next: Next) -> Result<Response, Fault> {
    let front = &door.front;
    let Some(seat) = seat::seat(front, request.headers()).await? else {
        return turn_away(door, request, Desk::SignIn).await;
    };
    let Some(acting) = seat.roles.iter().copied().find(|role| role.may(door.right)) else {
        return refuse(front, &seat, door.right, request.uri().path()).await;
    };
    if door.asks == Asks::Passkey && !seat.is_fresh(front.now()) {
        return turn_away(door, request, Desk::SignInAgain).await;
    }
    if takes_key(door.right) && seat.keyring.is_empty() && request.uri().path() != Desk::Access.to_string() {
        return Ok(see(&Desk::Access.to_string()));
    }
    let path = request.uri().path().to_owned();
    let back = if door.keeps == Keeps::Text && request.method() == Method::GET {
        kept::find(front, request.headers(), &path).await?
    } else {
        None
    };
    let lookup = back.as_ref().map(|kept| kept.lookup);
    let desk = AtDesk::new(seat, acting, back);
    request.extensions_mut().insert(desk.clone());
    let mut response = next.run(request).await;
    if response.status() == StatusCode::NOT_FOUND {
        response = missing(front, &desk, &path);
    }
    // Only a page that shows it gives it back.
    if let Some(lookup) = lookup.filter(|_| response.status().is_success()) {
        kept::let_go(front, lookup, &path, &mut response).await?;
    }
    Ok(response)
}

/// Whether nothing can be done with this right by who can open nothing.
const fn takes_key(right: Right) -> bool {
    matches!(
        right,
        Right::Open
            | Right::Handle
            | Right::Judge
            | Right::Weigh
            | Right::Decide
            | Right::Answer
            | Right::Hold
            | Right::HandOver
    )
}

/// To the sign-in, and from there back. What was typed is kept meanwhile, where the address keeps it.
async fn turn_away(door: &Door, request: Request, to: Desk<'_>) -> Result<Response, Fault> {
    let uri = request.uri();
    let to = to.leading_back(uri.path_and_query().map_or_else(|| uri.path(), |whole| whole.as_str()));
    if door.keeps == Keeps::Nothing || matches!(*request.method(), Method::GET | Method::HEAD) {
        return Ok(see(&to));
    }
    let (path, headers) = (uri.path().to_owned(), request.headers().clone());
    match Post::from_request(request, &door.front).await {
        Ok(post) => kept::keep(&door.front, &headers, &path, &post, &to).await,
        Err(response) => Ok(response),
    }
}

/// As if there were no such page; the audit trail knows.
async fn refuse(front: &Arc<Front>, seat: &seat::Seat, right: Right, path: &str) -> Result<Response, Fault> {
    let actor = seat
        .roles
        .first()
        .map_or(Actor::MemberWithoutRole(seat.member.id), |role| Actor::Member(seat.member.id, *role));
    let event = Event::Refused { right, object: object(path) };
    front.services.store.audit().append(Entry::new(front.now(), actor, event)).await?;
    Ok(missing(front, seat, path))
}

/// The answer to who is signed in and asks for what is not there, or not for them.
fn missing(front: &Front, seat: &seat::Seat, path: &str) -> Response {
    answer::page(StatusCode::NOT_FOUND, pages::page(&front.site, &present(front, seat), path), &HeaderMap::new())
}

/// What an address is about, where that is a case or a colleague. Whatever else someone typed there stays out of the trail.
fn object(path: &str) -> String {
    let mut parts = path.split('/');
    let case = || Reference::parse(parts.clone().nth(2)?).ok().map(|reference| reference.shown());
    let known = case().or_else(|| MemberId::parse(parts.next_back()?).map(|member| member.to_string()));
    known.unwrap_or_default()
}
