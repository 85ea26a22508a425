//! Cancelling a booking by the link in its mail. The link holds the follow code: see docs/decisions.md.

use std::sync::Arc;

use app::follow::cancel::{self as pages, Booked, Cancelling};
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use domain::form::Effect;
use domain::referral::{Happening, Status};
use domain::rooms::Stay;
use domain::values::Reference;

use super::{Following, add::happen, find};
use crate::clock;
use crate::front::Front;
use crate::http::{Address, Fault};
use crate::intake::show;
use crate::seal::follow::FollowSecret;
use crate::store::Outcome;

/// The page of a link: a button. Nothing is cancelled by looking.
pub async fn look(State(front): State<Arc<Front>>, Address(code): Address<String>, headers: HeaderMap) -> Response {
    let state = match following(&front, &code).await {
        Ok(Some(following)) => state(&front, &following).await.unwrap_or_else(|fault| failed(&fault)),
        Ok(None) => Cancelling::Unknown,
        Err(fault) => failed(&fault),
    };
    page(&front, &headers, state, &code)
}

/// Cancels; the second time it only says that it was done.
pub async fn cancel(State(front): State<Arc<Front>>, Address(code): Address<String>, headers: HeaderMap) -> Response {
    let state = now(&front, &code).await.unwrap_or_else(|fault| failed(&fault));
    page(&front, &headers, state, &code)
}

async fn now(front: &Front, code: &str) -> Result<Cancelling, Fault> {
    let Some(following) = following(front, code).await? else { return Ok(Cancelling::Unknown) };
    match state(front, &following).await? {
        Cancelling::Ready(booked) => {
            if let Outcome::Done(_) = happen(front, &following, Happening::Withdrawn, None).await? {
                return Ok(Cancelling::Done(booked));
            }
            // The house was faster.
            let Some(following) = self::following(front, code).await? else { return Ok(Cancelling::Unknown) };
            state(front, &following).await
        }
        other => Ok(other),
    }
}

/// Only what takes a room is cancelled so: nobody is sent the code of anything else.
async fn following(front: &Front, code: &str) -> Result<Option<Following>, Fault> {
    let Ok(secret) = FollowSecret::parse(code) else { return Ok(None) };
    let found = find(front, secret).await?;
    Ok(found.filter(|following| matches!(following.form.effect, Effect::Takes(_))))
}

async fn state(front: &Front, following: &Following) -> Result<Cancelling, Fault> {
    let summary = &following.referral.summary;
    let places = front.services.store.places().of(&summary.reference).await?;
    let stay = Stay::of_places(&places);
    let reference = Reference::parse(&summary.reference);
    let booked = Booked {
        form: following.form,
        reference: reference.map_or_else(|_| summary.reference.clone(), |reference| reference.shown()),
        what: stay.as_ref().map(|stay| format!("{}, {}", room(front, stay), stay.when())),
    };
    let is_over = stay.is_some_and(|stay| stay.is_over(clock::amsterdam(front.now())));
    Ok(match summary.status {
        Status::Withdrawn | Status::Cancelled => Cancelling::Earlier(booked),
        status if is_over || !status.is_open() => Cancelling::Over(booked),
        _ => Cancelling::Ready(booked),
    })
}

fn room<'a>(front: &'a Front, stay: &'a Stay) -> &'a str {
    front.content.rooms.as_ref().map_or(stay.room.as_str(), |rooms| rooms.name(&stay.room))
}

fn failed(fault: &Fault) -> Cancelling {
    tracing::error!(%fault, "a booking could not be cancelled");
    Cancelling::Unavailable
}

fn page(front: &Front, headers: &HeaderMap, state: Cancelling, code: &str) -> Response {
    let status = match state {
        Cancelling::Ready(_) | Cancelling::Done(_) | Cancelling::Earlier(_) | Cancelling::Over(_) => StatusCode::OK,
        Cancelling::Unknown => StatusCode::NOT_FOUND,
        Cancelling::Unavailable => StatusCode::SERVICE_UNAVAILABLE,
    };
    let head = pages::head(&state);
    show(front, status, headers, head, || pages::page(&front.content.house, state, code))
}
