//! A step: showing it, saving it, going on.

use std::sync::Arc;

use app::paths::{VERSION_HEADER, Wizard, action};
use app::wizard::conflict;
use app::wizard::frame::{At, Filling, Remark};
use app::wizard::not_free::NotFree;
use app::wizard::step::{self as step_page, Judged};
use app::wizard::stuck;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use domain::answers::{Answers, RowKey};
use domain::form::{Entry, Form, Kind, Step};

use super::draft::{Draft, blank};
use super::keep::{Kept, differences, keep};
use super::{answered, cookie, form, go_on, held, is_reached, open, own, places, show as show_page};
use crate::front::Front;
use crate::http::answer::see;
use crate::http::{Address, Fault, InPart, Post, Whole};

/// The page of a step, as far as it is reached.
pub async fn show(
    State(front): State<Arc<Front>>,
    Address((slug, step)): Address<(String, String)>,
    uri: Uri,
    headers: HeaderMap,
) -> Response {
    let work = async {
        let form = form(&front, &slug)?;
        let step = form.step(&step).ok_or(Fault::NotFound)?;
        let own = own::details(&front, form, &headers).await;
        let proposed = if begins_here(form, step) { proposed(form, step, uri.query()) } else { Answers::default() };
        if begins_here(form, step) && open(&front, form, &headers).await?.is_none() {
            let filling = Filling { own, ..blank(&front, form, proposed) };
            return Ok(step_view(&front, &headers, &filling, step, Judged::NotYet, StatusCode::OK));
        }
        let mut draft = held(&front, form, &headers).await?;
        // Only on the page: nothing of it is stored before it is posted.
        draft.body.answers.overlay(&proposed);
        let filling = Filling { own, ..draft.filling(&front) };
        if !is_reached(&filling, step) {
            return Ok(see(&go_on(&filling)));
        }
        Ok(step_view(&front, &headers, &filling, step, Judged::NotYet, StatusCode::OK))
    };
    answered(&front, uri.path(), work).await
}

/// A form without a start page begins at its first step, before there is a draft.
fn begins_here(form: &Form, step: &Step) -> bool {
    form.entry == Entry::Open && form.steps.first().is_some_and(|first| first.slug == step.slug)
}

/// Answers that a link to the first step proposes: choices and days, never free text, and nothing where it proposes anything else.
fn proposed(form: &Form, step: &Step, query: Option<&str>) -> Answers {
    let pairs = form_urlencoded::parse(query.unwrap_or_default().as_bytes());
    let is_proposal = |name: &str| {
        let field = step.fields().find(|field| name == field.name || name.starts_with(&format!("{}.", field.name)));
        let fits = field.is_some_and(|field| matches!(field.kind, Kind::One(_) | Kind::Day(_)));
        fits && form.knows(name)
    };
    let short = |text: &str| text.chars().count() <= LONGEST_PROPOSAL;
    let proposals = pairs.filter(|(name, text)| is_proposal(name) && short(text));
    Answers::from_pairs(proposals.map(|(name, text)| (name.into_owned(), text.into_owned())))
}

/// Characters: longer than any choice or part of a date.
const LONGEST_PROPOSAL: usize = 50;

/// Saves a step; what happens next depends on the button.
pub async fn save(
    State(front): State<Arc<Front>>,
    Address((slug, step)): Address<(String, String)>,
    uri: Uri,
    headers: HeaderMap,
    InPart(post): InPart,
) -> Response {
    let work = async {
        let form = form(&front, &slug)?;
        let step = form.step(&step).ok_or(Fault::NotFound)?;
        let owns = |name: &str| {
            step.fields().any(|field| name.starts_with(field.name))
                && form.step_of(name).is_some_and(|of| of.slug == step.slug)
        };
        let post = places::chosen(form, &post).filter(|(of, _)| of.slug == step.slug).map_or(post, |(_, post)| post);
        let kept = keep(&front, form, step.slug, owns, &post, &headers).await?;
        let not_free = match &kept {
            Kept::Saved(draft) | Kept::Anew(draft) => places::not_free_on(&front, &draft.filling(&front), step).await,
            _ => None,
        };
        let again = |filling: &Filling, judged, status| step_view(&front, &headers, filling, step, judged, status);
        let place = Place { form, at: At::Step(step.slug), path: Wizard::Step(step.slug).of(form.slug), again: &again };
        settle(&front, &headers, &post, place, kept, |filling| match (onward(filling, step, &post), not_free) {
            (Onward::Go(_), Some(not_free)) if post.action() == action::NEXT => Onward::NotFree(not_free),
            (onward, _) => onward,
        })
        .await
    };
    answered(&front, uri.path(), work).await
}

/// A page of the wizard that was posted.
pub(super) struct Place<'a> {
    pub(super) form: &'static Form,
    pub(super) at: At,
    pub(super) path: String,
    /// Makes the page again.
    pub(super) again: &'a (dyn Fn(&Filling, Judged, StatusCode) -> Response + Send + Sync),
}

/// Where a saved page leads.
pub(super) enum Onward {
    /// On to this address.
    Go(String),
    /// Back to the same page with its errors.
    Stay,
    /// Back to the same page: what it asks for can't be had.
    NotFree(NotFree),
}

/// What every saved page has in common: saving in the background, two versions, a draft begun anew, a post that was too long.
pub(super) async fn settle(
    front: &Front,
    headers: &HeaderMap,
    post: &Post,
    place: Place<'_>,
    kept: Kept,
    onward: impl FnOnce(&Filling) -> Onward,
) -> Result<Response, Fault> {
    let in_background = post.action() == action::SAVE;
    let (draft, anew) = match kept {
        Kept::Saved(draft) => (draft, false),
        Kept::Anew(draft) => (draft, true),
        Kept::Nowhere(typed) => return Ok(unsaved(front, headers, post, place, typed)),
        Kept::Sent(reference) => return Ok(see(&Wizard::Sent(&reference).of(place.form.slug))),
        Kept::TwoVersions(draft, typed) => {
            return Ok(if in_background {
                StatusCode::CONFLICT.into_response()
            } else {
                two_versions(front, headers, &draft, place, &typed)
            });
        }
    };
    let mut response = if in_background {
        (StatusCode::NO_CONTENT, [(VERSION_HEADER, draft.version.to_string())]).into_response()
    } else {
        let mut filling = draft.filling(front);
        if post.whole == Whole::CutOff {
            filling.remark = Some(Remark::CutOff);
            (place.again)(&filling, Judged::NotYet, StatusCode::PAYLOAD_TOO_LARGE)
        } else {
            match onward(&filling) {
                Onward::Go(address) => see(&address),
                Onward::Stay => (place.again)(&filling, Judged::Now, StatusCode::UNPROCESSABLE_ENTITY),
                Onward::NotFree(not_free) => {
                    let status = places::status(&not_free);
                    filling.not_free = Some(not_free);
                    (place.again)(&filling, Judged::Now, status)
                }
            }
        }
    };
    if anew {
        cookie::write(&mut response, place.form, &draft.secret);
    }
    Ok(response)
}

fn unsaved(front: &Front, headers: &HeaderMap, post: &Post, place: Place<'_>, typed: Answers) -> Response {
    let status = StatusCode::SERVICE_UNAVAILABLE;
    if post.action() == action::SAVE {
        return status.into_response();
    }
    let head = stuck::head(place.form, place.path.clone());
    let unsaved = stuck::Unsaved { path: place.path, version: post.version(), action: post.action().to_owned(), typed };
    show_page(front, status, headers, head, || stuck::page(&front.content.house, unsaved))
}

fn two_versions(front: &Front, headers: &HeaderMap, draft: &Draft, place: Place<'_>, typed: &Answers) -> Response {
    let filling = draft.filling(front);
    let head = conflict::head(&filling, place.at, place.path.clone());
    let view = || conflict::page(&filling, place.at, place.path, typed, differences(front, draft, typed));
    show_page(front, StatusCode::CONFLICT, headers, head, view)
}

fn onward(filling: &Filling, step: &'static Step, post: &Post) -> Onward {
    let form = filling.form;
    let at = |step: &Step| Wizard::Step(step.slug).of(form.slug);
    match post.action() {
        action::PREVIOUS => Onward::Go(neighbour(filling, step).0.map_or_else(|| Wizard::Start.of(form.slug), at)),
        action::LATER => Onward::Go(Wizard::Code.of(form.slug)),
        action::KEEP_MINE | action::KEEP_THEIRS => Onward::Go(at(step)),
        other => match other.strip_prefix(action::ADD).and_then(|rest| rest.strip_prefix(':')) {
            Some(group) => add(filling, step, group),
            None if step_page::problems_of(filling, step, &filling.verdict).is_empty() => {
                Onward::Go(neighbour(filling, step).1.map_or_else(|| Wizard::Check.of(form.slug), at))
            }
            None => Onward::Stay,
        },
    }
}

/// A new row is only an address; it exists once something is typed in it.
fn add(filling: &Filling, step: &'static Step, slug: &str) -> Onward {
    let form = filling.form;
    let group = step.groups().find(|group| group.slug == slug);
    let rows = |name: &str| filling.answers.rows(name).len();
    Onward::Go(match group {
        Some(group) if rows(group.name) < group.most => {
            let key: RowKey = filling.answers.next_row(group.name);
            Wizard::Row(step.slug, group.slug, key).of(form.slug)
        }
        _ => Wizard::Step(step.slug).of(form.slug),
    })
}

/// The steps before and after this one on the route.
fn neighbour(filling: &Filling, step: &Step) -> (Option<&'static Step>, Option<&'static Step>) {
    let route = &filling.walk.route;
    let Some(place) = route.iter().position(|known| known.slug == step.slug) else {
        return (None, route.first().copied());
    };
    (place.checked_sub(1).map(|before| route[before]), route.get(place + 1).copied())
}

fn step_view(
    front: &Front,
    headers: &HeaderMap,
    filling: &Filling,
    step: &'static Step,
    judged: Judged,
    status: StatusCode,
) -> Response {
    let head = step_page::head(filling, step, judged);
    show_page(front, status, headers, head, || step_page::page(filling, step, judged))
}
