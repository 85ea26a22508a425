//! Showing that a mailbox is one's own, by the link that was mailed to it.

use std::sync::Arc;

use app::follow::confirm::{self as pages, Confirming};
use app::paths::{Confirm, posted};
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use domain::form::Form;
use domain::forms;
use domain::referral::{Happening, Status};

use crate::audit::{Actor, Entry, Event};
use crate::front::Front;
use crate::hex;
use crate::http::answer::see;
use crate::http::{Address, Fault, Post};
use crate::intake::show;
use crate::random;
use crate::seal::follow::LinkSecret;
use crate::store::{NewHappening, Referral};

/// The page where a code is typed.
pub async fn ask(State(front): State<Arc<Front>>, headers: HeaderMap) -> Response {
    page(&front, &headers, Confirming::Asked, String::new())
}

/// A typed code leads to the page of its link.
pub async fn open(State(front): State<Arc<Front>>, headers: HeaderMap, post: Post) -> Response {
    let code: String = post.control(posted::CODE).chars().take(100).collect();
    match LinkSecret::parse(&code) {
        Ok(link) => see(&Confirm::With(&link.code()).to_string()),
        Err(_) => page(&front, &headers, Confirming::Unknown, code),
    }
}

/// The page of a link: a button. Nothing is confirmed by looking.
pub async fn look(State(front): State<Arc<Front>>, Address(code): Address<String>, headers: HeaderMap) -> Response {
    let state = match find(&front, &code).await {
        Ok(Some((form, referral))) if referral.summary.status == Status::Received => Confirming::Ready(form),
        Ok(Some((form, _))) => Confirming::Done(form),
        other => failed(other),
    };
    page(&front, &headers, state, code)
}

/// Confirms.
pub async fn confirm(State(front): State<Arc<Front>>, Address(code): Address<String>, headers: HeaderMap) -> Response {
    let state = match now(&front, &code).await {
        Ok(Some(form)) => Confirming::Done(form),
        Ok(None) => Confirming::Unknown,
        Err(fault) => failed::<()>(Err(fault)),
    };
    page(&front, &headers, state, code)
}

async fn now(front: &Front, code: &str) -> Result<Option<&'static Form>, Fault> {
    let Some((form, referral)) = find(front, code).await? else { return Ok(None) };
    if referral.summary.status != Status::Received {
        return Ok(Some(form));
    }
    let services = &front.services;
    let (reference, at, what) = (referral.summary.reference, front.now(), Happening::Confirmed);
    let new = NewHappening::bare(hex::encode(&random::bytes::<16>(&*services.random)?), what, at);
    let entry = Entry::new(at, Actor::Visitor, Event::ReferralHappening { reference: reference.clone(), what });
    services.store.timeline().add(&reference, new, Vec::new(), entry).await?;
    Ok(Some(form))
}

async fn find(front: &Front, code: &str) -> Result<Option<(&'static Form, Referral)>, Fault> {
    let Ok(link) = LinkSecret::parse(code) else { return Ok(None) };
    let referral = front.services.store.referrals().find_by_mailbox(link.hash()).await?;
    let referral = referral.filter(|referral| referral.summary.house == front.house());
    Ok(referral.and_then(|referral| Some((forms::find(&referral.summary.form)?, referral))))
}

fn failed<T>(found: Result<Option<T>, Fault>) -> Confirming {
    match found {
        Ok(_) => Confirming::Unknown,
        Err(fault) => {
            tracing::error!(%fault, "a mailbox could not be confirmed");
            Confirming::Unavailable
        }
    }
}

fn page(front: &Front, headers: &HeaderMap, state: Confirming, code: String) -> Response {
    let status = match state {
        Confirming::Asked | Confirming::Ready(_) | Confirming::Done(_) => StatusCode::OK,
        Confirming::Unknown => StatusCode::NOT_FOUND,
        Confirming::Unavailable => StatusCode::SERVICE_UNAVAILABLE,
    };
    let code = code.chars().take(100).collect();
    show(front, status, headers, pages::head(state), || pages::page(state, code))
}
