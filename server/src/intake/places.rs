//! Rooms that a form takes: whether the one that is asked for can be had now, what is free beside it, and choosing that.

use app::paths::action;
use app::wizard::frame::Filling;
use app::wizard::not_free::{NotFree, asked_in};
use axum::http::StatusCode;
use domain::answers::Answers;
use domain::form::{Effect, Form, Step, Taking};
use domain::rooms::{Obstacle, Stay};

use crate::clock;
use crate::front::Front;
use crate::http::{Fault, Post};

/// How the answers of a form name what it takes, for a form that takes something.
pub(super) fn taking(form: &Form) -> Option<Taking> {
    match form.effect {
        Effect::Takes(taking) => Some(taking),
        Effect::Sealed | Effect::Subscribes(_) | Effect::Contributes(_) => None,
    }
}

/// The room that the answers ask for, and when.
pub(crate) fn wanted(form: &Form, accepted: &Answers) -> Option<Stay> {
    taking(form).and_then(|taking| (taking.wanted)(accepted))
}

/// Why what the answers ask for can't be had now, with what is free beside it. `None`: it can, or nothing is asked for yet.
pub(crate) async fn not_free(front: &Front, form: &Form, accepted: &Answers) -> Result<Option<NotFree>, Fault> {
    let wanted = wanted(form, accepted);
    let (Some(wanted), Some(rooms)) = (wanted, &front.content.rooms) else { return Ok(None) };
    let (rules, ids, now) = (&rooms.rules, rooms.ids(), clock::amsterdam(front.now()));
    let places = front.services.store.places();
    let obstacle = match rules.obstacle(&wanted, now) {
        None if places.taken(front.house(), &wanted.places()).await?.is_empty() => return Ok(None),
        None => Obstacle::Taken,
        Some(obstacle) => obstacle,
    };
    let taken = places.taken(front.house(), &rules.places_beside(&wanted, &ids, now)).await?;
    let beside = rules.beside(&wanted, &ids, &taken, now);
    Ok(Some(NotFree { wanted, obstacle, beside }))
}

/// The same, for the step that asks for it. What was typed is saved already: while the store is away, going on is not stopped; sending
/// looks again.
pub(super) async fn not_free_on(front: &Front, filling: &Filling, step: &Step) -> Option<NotFree> {
    let not_free = not_free(front, filling.form, &filling.verdict.accepted).await.unwrap_or_else(|fault| {
        tracing::error!(%fault, "what is taken could not be fetched");
        None
    })?;
    asked_in(filling, &not_free.wanted).is_some_and(|(of, _)| of.slug == step.slug).then_some(not_free)
}

/// The status of a page that says so.
pub(super) fn status(not_free: &NotFree) -> StatusCode {
    match not_free.obstacle {
        Obstacle::Taken => StatusCode::CONFLICT,
        Obstacle::Past | Obstacle::TooFar(_) | Obstacle::Closed | Obstacle::OutsideHours(_) => {
            StatusCode::UNPROCESSABLE_ENTITY
        }
    }
}

/// A press on a button that offers something else: the step that it changes, and the post as if its answers had been typed there.
pub(super) fn chosen(form: &Form, post: &Post) -> Option<(&'static Step, Post)> {
    let stay = post.action().strip_prefix(action::CHOOSE)?.strip_prefix(':')?;
    let answers: Answers = (taking(form)?.answers)(&Stay::parse(stay)?);
    let step = answers.iter().find_map(|(name, _)| form.step_of(name))?;
    Some((step, post.answering(&answers)))
}
