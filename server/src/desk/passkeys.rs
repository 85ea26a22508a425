//! One's own passkeys: adding one, removing one, never the last. The page is `app::desk::passkeys`.

use std::sync::Arc;

use app::desk::passkeys::{self as pages, Became, Needs, action};
use app::paths::Desk;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, Uri};
use axum::response::Response;

use super::present::present;
use super::{AtDesk, ceremony, enrol, seat};
use crate::audit::{Event, Step};
use crate::front::Front;
use crate::http::answer::see;
use crate::http::{Fault, Post};
use crate::intake::{answered, moment, show as page};
use crate::store::{LockedBy, Removed};

/// The page.
pub async fn show(State(front): State<Arc<Front>>, desk: AtDesk, uri: Uri, headers: HeaderMap) -> Response {
    answered(&front, uri.path(), passkeys_page(&front, &desk, &headers, Became::Nothing)).await
}

/// What the script lets the browser make.
pub async fn ask(State(front): State<Arc<Front>>, desk: AtDesk, uri: Uri) -> Response {
    let work = async {
        let known = front.services.store.passkeys().of(desk.member.id).await?;
        ceremony::ask_new(&front, desk.member.id, &desk.profile, &known).await
    };
    answered(&front, uri.path(), work).await
}

/// Adds the passkey that was made, or removes one.
pub async fn act(State(front): State<Arc<Front>>, desk: AtDesk, uri: Uri, headers: HeaderMap, post: Post) -> Response {
    let work = async {
        match post.action().split_once(':') {
            Some((action::REMOVE, id)) => remove(&front, &desk, &headers, id).await,
            _ => add(&front, &desk, &headers, &post, &uri).await,
        }
    };
    answered(&front, uri.path(), work).await
}

async fn add(front: &Front, desk: &AtDesk, headers: &HeaderMap, post: &Post, uri: &Uri) -> Result<Response, Fault> {
    let Ok(made) = ceremony::made(front, post, desk.member.id).await? else {
        return passkeys_page(front, desk, headers, Became::NotMade).await;
    };
    let secret = seat::secret(headers).ok_or(Fault::NotFound)?;
    let key = seat::member_key(front, &desk.session, &secret)?;
    let (passkey, printed) = enrol::locked(front, &desk.member, &key, made, headers)?;
    let added = Event::Member { member: desk.member.id, what: Step::PasskeyAdded };
    front.services.store.passkeys().add(passkey, desk.entry(front.now(), added)).await?;
    let onward = see(&Desk::Passkeys.to_string());
    Ok(match printed {
        None => onward,
        Some(printed) => enrol::with_code(front, headers, &printed, onward, uri),
    })
}

async fn remove(front: &Front, desk: &AtDesk, headers: &HeaderMap, id: &str) -> Result<Response, Fault> {
    let removed = Event::Member { member: desk.member.id, what: Step::PasskeyRemoved };
    let entry = desk.entry(front.now(), removed);
    match front.services.store.passkeys().remove(id, desk.member.id, entry).await? {
        Removed::Yes | Removed::Unknown => Ok(see(&Desk::Passkeys.to_string())),
        Removed::IsLast => passkeys_page(front, desk, headers, Became::IsLast).await,
    }
}

async fn passkeys_page(front: &Front, desk: &AtDesk, headers: &HeaderMap, became: Became) -> Result<Response, Fault> {
    let own = front.services.store.passkeys().of(desk.member.id).await?;
    let own = own.into_iter().map(|passkey| pages::Passkey {
        needs: if passkey.locked_by == LockedBy::Code { Needs::Code } else { Needs::Nothing },
        made: moment(passkey.made_at),
        used: passkey.used_at.map(moment).unwrap_or_default(),
        label: passkey.label,
        id: passkey.id,
    });
    let own = own.collect();
    let status = if became == Became::Nothing { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let head = pages::head(&front.site, &present(front, desk), became);
    Ok(page(front, status, headers, head, || pages::page(own, became)))
}
