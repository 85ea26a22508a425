//! How a referral comes in: a draft is begun, filled in step by step, and sent. The pages are `app::wizard`, the rules `domain`.

pub mod copy;
pub mod draft;
pub mod later;
pub mod own;
pub mod row;
pub mod send;
pub mod start;
pub mod step;
pub(crate) mod submission;
pub mod subscribe;

mod contribute;
mod cookie;
mod keep;
mod mails;
mod moment;
pub(crate) mod places;

pub(crate) use cookie::name as cookie_name;
pub(crate) use moment::moment;
pub(crate) use start::begin_invited;

use std::sync::Arc;

use app::document::{Head, render};
use app::paths::Wizard;
use app::wizard::frame::{Filling, first_open};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use domain::form::{Form, Step};
use domain::forms;

use crate::front::Front;
use crate::http::Fault;
use crate::http::answer;
use draft::Draft;

/// The form of an address, if the house uses it.
fn form(front: &Front, slug: &str) -> Result<&'static Form, Fault> {
    let form = forms::find(slug).ok_or(Fault::NotFound)?;
    if front.content.forms.iter().any(|on| on.slug == form.slug) { Ok(form) } else { Err(Fault::FormOff) }
}

/// The draft that this browser holds, if it is there still.
async fn open(front: &Front, form: &'static Form, headers: &HeaderMap) -> Result<Option<Draft>, Fault> {
    match cookie::read(headers, form) {
        Some(secret) => Draft::open(front, form, &secret).await,
        None => Ok(None),
    }
}

/// The draft that this browser holds. Without one the visitor goes elsewhere: to the confirmation of what was sent already (Back
/// and a second press lead there), else to the start. Where the confirmation is the same for everyone, whether it is still kept makes
/// no difference.
async fn held(front: &Front, form: &'static Form, headers: &HeaderMap) -> Result<Draft, Fault> {
    let start = || Fault::Elsewhere(Wizard::Start.of(form.slug));
    let secret = cookie::read(headers, form).ok_or_else(start)?;
    if let Some(draft) = Draft::open(front, form, &secret).await? {
        return Ok(draft);
    }
    if !form.effect.is_followed() {
        return Err(Fault::Elsewhere(Wizard::Mailed.of(form.slug)));
    }
    let sent = front.services.store.referrals().find_by_submission(&draft::submission_key(&secret)).await?;
    Err(sent.map_or_else(start, |referral| Fault::Elsewhere(send::confirmation(form, &referral.reference))))
}

/// The address of the first step.
fn first_step(form: &Form) -> String {
    form.steps.first().map_or_else(|| Wizard::Start.of(form.slug), |step| Wizard::Step(step.slug).of(form.slug))
}

/// Where to go on: the first step with something open, else the check page.
fn go_on(filling: &Filling) -> String {
    let form = filling.form;
    first_open(filling).map_or_else(|| Wizard::Check.of(form.slug), |step| Wizard::Step(step.slug).of(form.slug))
}

/// Whether a step may be shown: it is on the route and not beyond the first open step.
fn is_reached(filling: &Filling, step: &Step) -> bool {
    let place = |slug: &str| filling.walk.route.iter().position(|known| known.slug == slug);
    match (place(step.slug), first_open(filling)) {
        (None, _) => false,
        (Some(_), None) => true,
        (Some(wanted), Some(open)) => place(open.slug).is_none_or(|open| wanted <= open),
    }
}

/// The answer to a request, with faults as pages.
pub(crate) async fn answered(
    front: &Arc<Front>,
    path: &str,
    work: impl Future<Output = Result<Response, Fault>>,
) -> Response {
    match work.await {
        Ok(response) => response,
        Err(fault) => fault.page(front, path),
    }
}

/// A wizard page. `view` is called inside the render, so that nothing of it outlives the answer.
pub(crate) fn show<V: leptos::IntoView>(
    front: &Front,
    status: StatusCode,
    headers: &HeaderMap,
    head: Head,
    view: impl FnOnce() -> V,
) -> Response {
    answer::page(status, render(&front.site, head, view), headers)
}
