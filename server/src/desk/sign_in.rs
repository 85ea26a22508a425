//! Signing in with a passkey, giving it again, staying, signing out. The pages are `app::desk::sign_in`.
//!
//! Whoever fails gets one and the same answer; the audit trail has the reason as a code. Nobody is locked out: who fails often waits.

mod again;
mod failing;

use std::sync::Arc;

use app::desk::sign_in::{self as pages, Tried, Typed};
use app::paths::{Desk, filter, posted};
use axum::extract::{RawQuery, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, Uri};
use axum::response::{IntoResponse as _, Response};
use chrono::SecondsFormat;

pub use again::{again, freshen};
pub use failing::FAILURES_COUNT;

use super::ceremony::{self, Refusal, Shown};
use super::{AtDesk, browser, seat};
use crate::audit::{Actor, Entry, Event};
use crate::front::Front;
use crate::house_key::may_open;
use crate::http::answer::see;
use crate::http::{Fault, Post};
use crate::intake::{answered, show as page};
use crate::seal::keys::PrivateKey;
use crate::seal::member::{self, KeyCode, Unlock};
use crate::store::{LockedBy, Member, Passkey};
use failing::{Refused, note_failure, slow_down};

/// The page.
pub async fn show(State(front): State<Arc<Front>>, RawQuery(query): RawQuery, headers: HeaderMap) -> Response {
    let tried = if query.as_deref() == Some(OUT) { Tried::Out } else { Tried::Nothing };
    sign_in_page(&front, &headers, tried, query.as_deref())
}

/// What the page says after signing out.
const OUT: &str = "uit";

/// What the script lets the browser sign.
pub async fn ask(State(front): State<Arc<Front>>, uri: Uri) -> Response {
    answered(&front, uri.path(), ceremony::ask_known(&front)).await
}

/// Signs in with the passkey that was shown; one without a secret of its own leads to the printed code.
pub async fn sign_in(
    State(front): State<Arc<Front>>,
    RawQuery(query): RawQuery,
    uri: Uri,
    headers: HeaderMap,
    post: Post,
) -> Response {
    let query = query.as_deref();
    let work = async {
        let source = ceremony::source(&front, &post);
        slow_down(&front, source).await?;
        let Shown { passkey, unlock } = match ceremony::shown(&front, &post).await? {
            Ok(shown) => shown,
            Err(refusal) => return refuse(&front, &headers, source, (refusal, Actor::Visitor), query).await,
        };
        let unlock = match (passkey.locked_by, unlock) {
            (LockedBy::Code, _) => {
                let ceremony = ceremony::ask_code(&front, &passkey).await?;
                return Ok(code_page(&front, &headers, Typed::Nothing, ceremony, query));
            }
            (LockedBy::Passkey, Some(unlock)) => unlock,
            (LockedBy::Passkey, None) => {
                let refused = (Refusal::Locked, owner(&front, &passkey).await?);
                return refuse(&front, &headers, source, refused, query).await;
            }
        };
        match unlocked(&front, &passkey, &unlock).await? {
            Ok((member, key)) => enter(&front, &headers, &member, &key, &back(query)).await,
            Err(refusal) => {
                let refused = (refusal, owner(&front, &passkey).await?);
                refuse(&front, &headers, source, refused, query).await
            }
        }
    };
    answered(&front, uri.path(), work).await
}

/// Signs in with the printed code, after its passkey was shown.
pub async fn code(
    State(front): State<Arc<Front>>,
    RawQuery(query): RawQuery,
    uri: Uri,
    headers: HeaderMap,
    post: Post,
) -> Response {
    let query = query.as_deref();
    let work = async {
        let passkey = match ceremony::awaited_code(&front, &post).await? {
            Ok(passkey) => passkey,
            Err(refusal) => {
                let source = ceremony::source(&front, &post);
                return refuse(&front, &headers, source, (refusal, Actor::Visitor), query).await;
            }
        };
        let source = ceremony::source_of(&front, &passkey.id);
        slow_down(&front, source).await?;
        let outcome = match KeyCode::parse(post.control(posted::CODE)) {
            Ok(code) => unlocked(&front, &passkey, &code.unlock()).await?,
            Err(_) => Err(Refusal::Locked),
        };
        match outcome {
            Ok((member, key)) => enter(&front, &headers, &member, &key, &back(query)).await,
            Err(Refusal::Locked) => {
                note_failure(&front, source, (Refusal::Locked, owner(&front, &passkey).await?)).await?;
                let ceremony = ceremony::ask_code(&front, &passkey).await?;
                Ok(code_page(&front, &headers, Typed::Wrong, ceremony, query))
            }
            Err(refusal) => {
                let refused = (refusal, owner(&front, &passkey).await?);
                refuse(&front, &headers, source, refused, query).await
            }
        }
    };
    answered(&front, uri.path(), work).await
}

/// Stays signed in a while longer: coming here is enough. The script hears until when, anyone else goes back to work.
pub async fn stay(State(front): State<Arc<Front>>, desk: AtDesk, headers: HeaderMap) -> Response {
    let is_page = headers.get("sec-fetch-mode").is_some_and(|mode| mode == "navigate");
    if is_page {
        return see(&Desk::Queue.to_string());
    }
    let until = desk.ends_at(front.now()).to_rfc3339_opts(SecondsFormat::Secs, true);
    let until = HeaderValue::from_str(&until).unwrap_or(HeaderValue::from_static(""));
    (StatusCode::NO_CONTENT, [(HeaderName::from_static("x-sessie-tot"), until)]).into_response()
}

/// To the work list: whoever comes here by an address has nothing to stay for.
pub async fn lead() -> Response {
    see(&Desk::Queue.to_string())
}

/// Signs out: the session ends, and the browser forgets what it keeps of these pages. Its cookies stay: drafts are among them.
pub async fn sign_out(State(front): State<Arc<Front>>, uri: Uri, headers: HeaderMap) -> Response {
    let work = async {
        if let Some(seat) = seat::seat(&front, &headers).await? {
            let entry = Entry::new(front.now(), actor(&front, &seat.member), Event::SignedOut);
            front.services.store.sessions().end(seat.session.hash, entry).await?;
        }
        let mut response = see(&format!("{}?{OUT}", Desk::SignIn));
        seat::clear_cookie(&mut response);
        let forget = HeaderValue::from_static("\"cache\", \"storage\"");
        response.headers_mut().insert(HeaderName::from_static("clear-site-data"), forget);
        Ok(response)
    };
    answered(&front, uri.path(), work).await
}

/// Begins the session and leads on: who may open and can't yet goes where that is mended.
pub(super) async fn enter(
    front: &Front,
    headers: &HeaderMap,
    member: &Member,
    key: &PrivateKey,
    to: &str,
) -> Result<Response, Fault> {
    let entry = Entry::new(front.now(), actor(front, member), Event::SignedIn);
    let secret = seat::begin(front, member, key, &browser::label(headers), entry).await?;
    let held = front.services.store.house_keys().held_by(member.id).await?;
    let access = Desk::Access.to_string();
    let mut response = see(if held.is_empty() && may_open(member, front.today()) { &access } else { to });
    seat::write_cookie(&mut response, &secret);
    Ok(response)
}

/// As the audit trail knows them.
pub(super) fn actor(front: &Front, member: &Member) -> Actor {
    let role = member.roles_on(front.today()).first().copied();
    role.map_or(Actor::MemberWithoutRole(member.id), |role| Actor::Member(member.id, role))
}

/// The key of the member, if it opens with this and they may be here.
async fn unlocked(
    front: &Front,
    passkey: &Passkey,
    unlock: &Unlock,
) -> Result<Result<(Member, PrivateKey), Refusal>, Fault> {
    let found = front.services.store.members().find(passkey.member).await?;
    let Some(member) = found.filter(|member| member.house == front.house()) else { return Ok(Err(Refusal::Unknown)) };
    if member.left_at.is_some() {
        return Ok(Err(Refusal::Left));
    }
    let id = member.id.to_string();
    let Ok(key) = member::unlock(&passkey.locked_key, unlock, front.house(), &id, &passkey.id) else {
        return Ok(Err(Refusal::Locked));
    };
    if !front.house_key().is_key_of(&member, &key) {
        tracing::error!(member = %member.id, "a passkey locks another key than its member made: nobody is let in by it");
        return Ok(Err(Refusal::Changed));
    }
    if member.roles_on(front.today()).is_empty() {
        return Ok(Err(Refusal::NoRole));
    }
    Ok(Ok((member, key)))
}

/// Whose passkey it is that was shown: from then on the trail names them.
async fn owner(front: &Front, passkey: &Passkey) -> Result<Actor, Fault> {
    let found = front.services.store.members().find(passkey.member).await?;
    let member = found.filter(|member| member.house == front.house());
    Ok(member.map_or(Actor::Visitor, |member| actor(front, &member)))
}

async fn refuse(
    front: &Front,
    headers: &HeaderMap,
    source: [u8; 32],
    refused: Refused,
    query: Option<&str>,
) -> Result<Response, Fault> {
    note_failure(front, source, refused).await?;
    let tried = if refused.0 == Refusal::NoRole { Tried::NoRole } else { Tried::Refused };
    Ok(sign_in_page(front, headers, tried, query))
}

/// Where to go on: an address of the desk, never one elsewhere.
fn back(query: Option<&str>) -> String {
    let named = form_urlencoded::parse(query.unwrap_or("").as_bytes()).find(|(name, _)| name == filter::BACK);
    let queue = Desk::Queue.to_string();
    let is_ours = |path: &str| {
        let rest = path.strip_prefix(&queue).map(|rest| rest.chars().next());
        let is_below = matches!(rest, Some(None | Some('/' | '?')));
        is_below && path.chars().all(|c| c.is_ascii_graphic() && c != '\\') && !path.contains("//")
    };
    named.map(|(_, path)| path.into_owned()).filter(|path| is_ours(path)).unwrap_or(queue)
}

/// For who made a passkey before a role holds: what they would read if they signed in.
pub(super) fn without_role(front: &Front, headers: &HeaderMap) -> Response {
    sign_in_page(front, headers, Tried::NoRole, None)
}

fn sign_in_page(front: &Front, headers: &HeaderMap, tried: Tried, query: Option<&str>) -> Response {
    let status = match tried {
        Tried::Nothing | Tried::Out => StatusCode::OK,
        Tried::Refused | Tried::NoRole => StatusCode::UNPROCESSABLE_ENTITY,
    };
    let to = Desk::SignIn.leading_back(&back(query));
    page(front, status, headers, pages::head(&front.site, tried), || pages::page(tried, to))
}

fn code_page(front: &Front, headers: &HeaderMap, typed: Typed, ceremony: String, query: Option<&str>) -> Response {
    let status = if typed == Typed::Nothing { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let to = Desk::SignInCode.leading_back(&back(query));
    page(front, status, headers, pages::code_head(&front.site, typed), || pages::code_page(typed, ceremony, to))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn after_signing_in_one_goes_on_at_the_desk_and_nowhere_else() {
        for (query, expected) in [
            (None, "/balie"),
            (Some("naar=/balie/WM-1"), "/balie/WM-1"),
            (Some("naar=/balie?status=received%26van=mij"), "/balie?status=received&van=mij"),
            (Some("naar=https://elders.example"), "/balie"),
            (Some("naar=//elders.example"), "/balie"),
            (Some("naar=/balie//elders.example"), "/balie"),
            (Some("naar=/balievalt"), "/balie"),
            (Some("naar=/balie/%0d%0aset-cookie:a"), "/balie"),
            (Some("naar=/balie/\\elders.example"), "/balie"),
            (Some("naar=/volgen"), "/balie"),
        ] {
            assert_eq!(back(query), expected, "{query:?}");
        }
    }
}
