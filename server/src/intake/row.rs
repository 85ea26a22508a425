//! A row of a group: showing it, saving it, removing it.

use std::sync::Arc;

use app::paths::{Wizard, action, field_id};
use app::wizard::frame::{At, Filling};
use app::wizard::row::{self as row_page, RowAt};
use app::wizard::step::Judged;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, Uri};
use axum::response::Response;
use domain::answers::RowKey;
use domain::form::Form;

use super::draft::Saved;
use super::keep::keep;
use super::step::{Onward, Place, settle};
use super::{answered, form, go_on, held, is_reached, show as show_page};
use crate::front::Front;
use crate::http::answer::see;
use crate::http::{Address, Fault, InPart, Post};

type RowAddress = Address<(String, String, String, String)>;

fn place(front: &Front, path: &(String, String, String, String)) -> Result<(&'static Form, RowAt), Fault> {
    let (slug, step, group, key) = path;
    let form = form(front, slug)?;
    let step = form.step(step).ok_or(Fault::NotFound)?;
    let group = step.groups().find(|known| known.slug == group).ok_or(Fault::NotFound)?;
    let key = RowKey::parse(key).ok_or(Fault::NotFound)?;
    Ok((form, RowAt { step, group, key }))
}

/// The rows of the step: where a row leads back to.
fn overview(form: &Form, at: RowAt) -> String {
    format!("{}#{}", Wizard::Step(at.step.slug).of(form.slug), field_id(at.group.name))
}

/// A row exists, or is the next one that may be added.
fn may_be(filling: &Filling, at: RowAt) -> bool {
    let rows = filling.answers.rows(at.group.name);
    rows.contains(&at.key) || (rows.len() < at.group.most && at.key == filling.answers.next_row(at.group.name))
}

/// A row may be saved: also one that another tab removed meanwhile, else what was typed in it would be lost.
fn has_room(filling: &Filling, at: RowAt) -> bool {
    let rows = filling.answers.rows(at.group.name);
    rows.contains(&at.key) || rows.len() < at.group.most
}

/// The page of a row.
pub async fn show(
    State(front): State<Arc<Front>>,
    Address(path): RowAddress,
    uri: Uri,
    headers: HeaderMap,
) -> Response {
    let work = async {
        let (form, at) = place(&front, &path)?;
        let draft = held(&front, form, &headers).await?;
        let filling = draft.filling(&front);
        if !is_reached(&filling, at.step) {
            return Ok(see(&go_on(&filling)));
        }
        if !may_be(&filling, at) {
            return Ok(see(&overview(form, at)));
        }
        // A row that was left half-filled says at once what is missing.
        let exists = filling.answers.rows(at.group.name).contains(&at.key);
        let judged = if exists { Judged::Now } else { Judged::NotYet };
        Ok(row_view(&front, &headers, &filling, at, judged, StatusCode::OK))
    };
    answered(&front, uri.path(), work).await
}

/// Saves a row.
pub async fn save(
    State(front): State<Arc<Front>>,
    Address(path): RowAddress,
    uri: Uri,
    headers: HeaderMap,
    InPart(post): InPart,
) -> Response {
    let work = async {
        let (form, at) = place(&front, &path)?;
        if let Ok(draft) = held(&front, form, &headers).await
            && !has_room(&draft.filling(&front), at)
        {
            return Ok(see(&overview(form, at)));
        }
        let prefix = at.key.prefix(at.group.name);
        let owns = |name: &str| name.starts_with(&prefix);
        let kept = keep(&front, form, prefix.trim_end_matches('.'), owns, &post, &headers).await?;
        let again = |filling: &Filling, judged, status| row_view(&front, &headers, filling, at, judged, status);
        let place = Place {
            form,
            at: At::Step(at.step.slug),
            path: Wizard::Row(at.step.slug, at.group.slug, at.key).of(form.slug),
            again: &again,
        };
        settle(&front, &headers, &post, place, kept, |filling| onward(filling, at, &post)).await
    };
    answered(&front, uri.path(), work).await
}

fn onward(filling: &Filling, at: RowAt, post: &Post) -> Onward {
    let form = filling.form;
    match post.action() {
        action::PREVIOUS => Onward::Go(overview(form, at)),
        action::LATER => Onward::Go(Wizard::Code.of(form.slug)),
        action::KEEP_MINE | action::KEEP_THEIRS => {
            Onward::Go(Wizard::Row(at.step.slug, at.group.slug, at.key).of(form.slug))
        }
        _ => {
            if row_page::problems_of(&filling.with_row(at.group.name, at.key), at).is_empty() {
                return Onward::Go(overview(form, at));
            }
            Onward::Stay
        }
    }
}

fn row_view(
    front: &Front,
    headers: &HeaderMap,
    filling: &Filling,
    at: RowAt,
    judged: Judged,
    status: StatusCode,
) -> Response {
    let filling = &filling.with_row(at.group.name, at.key);
    let head = row_page::head(filling, at, judged);
    show_page(front, status, headers, head, || row_page::page(filling, at, judged))
}

/// Asks whether a row may go.
pub async fn ask_remove(
    State(front): State<Arc<Front>>,
    Address(path): RowAddress,
    uri: Uri,
    headers: HeaderMap,
) -> Response {
    let work = async {
        let (form, at) = place(&front, &path)?;
        let draft = held(&front, form, &headers).await?;
        let filling = draft.filling(&front);
        if !filling.answers.rows(at.group.name).contains(&at.key) {
            return Ok(see(&overview(form, at)));
        }
        let head = row_page::remove_head(&filling, at);
        Ok(show_page(&front, StatusCode::OK, &headers, head, || row_page::remove_page(&filling, at)))
    };
    answered(&front, uri.path(), work).await
}

/// Removes a row.
pub async fn remove(
    State(front): State<Arc<Front>>,
    Address(path): RowAddress,
    uri: Uri,
    headers: HeaderMap,
) -> Response {
    let work = async {
        let (form, at) = place(&front, &path)?;
        loop {
            let mut draft = held(&front, form, &headers).await?;
            draft.change(at.key.prefix(at.group.name).trim_end_matches('.'), |answers| {
                answers.remove_row(at.group.name, at.key);
            });
            if matches!(draft.save(&front).await?, Saved::Yes) {
                return Ok(see(&overview(form, at)));
            }
        }
    };
    answered(&front, uri.path(), work).await
}
