//! Its sender adds something.

use std::sync::Arc;

use app::follow::{Adding, is_open};
use app::paths::{Follow, posted};
use axum::extract::State;
use axum::http::{HeaderMap, Uri};
use axum::response::Response;
use domain::referral::Happening;
use domain::values::LongText;

use super::{Following, Message, Writing, following, message::Sealing, page};
use crate::audit::{Actor, Entry, Event};
use crate::front::Front;
use crate::http::answer::see;
use crate::http::{Fault, Post};
use crate::intake::answered;
use crate::store::{NewHappening, Outcome, StoreError};

/// Characters of an addition: as many as a long answer of a form.
pub(super) const MOST: usize = 10_000;

/// Adds what was typed; the words stay on the page where they can't be stored.
pub async fn add(State(front): State<Arc<Front>>, uri: Uri, headers: HeaderMap, post: Post) -> Response {
    let work = async {
        let following = following(&front, &headers).await?;
        let typed = post.control(posted::TEXT).to_owned();
        if !is_open(following.form, following.referral.summary.status) {
            return too_late(&front, &headers, typed).await;
        }
        let Ok(text) = LongText::parse(&typed) else {
            return page(&front, &headers, &following, adding(Adding::Empty, typed)).await;
        };
        if text.canonical().chars().count() > MOST {
            return page(&front, &headers, &following, adding(Adding::TooLong(MOST), typed)).await;
        }
        match happen(&front, &following, Happening::Added, Some(Message::of(text.canonical().to_owned()))).await {
            Ok(Outcome::Done(_)) => Ok(see(&Follow::Here.to_string())),
            Ok(_) => too_late(&front, &headers, typed).await,
            Err(Fault::Store(StoreError::Unavailable(reason))) => {
                tracing::error!(%reason, "an addition could not be stored");
                page(&front, &headers, &following, adding(Adding::NotStored, typed)).await
            }
            Err(fault) => Err(fault),
        }
    };
    answered(&front, uri.path(), work).await
}

/// The page as it is now, with what was typed and is nowhere else.
pub(super) async fn too_late(front: &Front, headers: &HeaderMap, typed: String) -> Result<Response, Fault> {
    if typed.trim().is_empty() {
        return Ok(see(&Follow::Here.to_string()));
    }
    let now = following(front, headers).await?;
    page(front, headers, &now, adding(Adding::TooLate, typed)).await
}

fn adding(wrong: Adding, text: String) -> Writing {
    Writing { adding: Some(wrong), text, reply: None }
}

/// Lets something happen to what is followed; gives what became of it.
pub(super) async fn happen(
    front: &Front,
    following: &Following,
    what: Happening,
    message: Option<Message>,
) -> Result<Outcome, Fault> {
    let (new, entry) = happening(front, following, what, message).await?;
    let reference = &following.referral.summary.reference;
    Ok(front.services.store.timeline().add(reference, new, Vec::new(), entry).await?)
}

/// What happens to what is followed, sealed, and what the trail tells of it.
pub(super) async fn happening(
    front: &Front,
    following: &Following,
    what: Happening,
    message: Option<Message>,
) -> Result<(NewHappening, Entry), Fault> {
    let reference = following.referral.summary.reference.clone();
    let follower = following.referral.follower.as_ref().ok_or(Fault::NotFound)?;
    let services = &front.services;
    let (random, at) = (&*services.random, front.now());
    let keys = front.sealing_keys().await?;
    let sealing = Sealing { house: front.house(), keys: &keys, follower, random, at };
    let new = message.unwrap_or_default().seal(sealing, &reference, what)?;
    Ok((new, Entry::new(at, Actor::Visitor, Event::ReferralHappening { reference, what })))
}
