//! Sending: a full check, a submission (see `submission`), a confirmation.

use std::sync::Arc;

use app::paths::{VERSION_HEADER, Wizard, action};
use app::wizard::check_page::{self, Held};
use app::wizard::frame::Filling;
use app::wizard::not_free::NotFree;
use app::wizard::own::OwnDetails;
use app::wizard::sent as sent_page;
use axum::Extension;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, Uri};
use axum::response::{IntoResponse as _, Response};
use domain::form::{Form, Step};
use domain::summary;
use domain::values::Reference;

use super::draft::{Draft, submission_key};
use super::keep::{Kept, keep};
use super::moment::moment;
use super::submission::{self, Outgoing, Sent, Source};
use super::{answered, cookie, form, go_on, held, own, places, show as show_page};
use crate::follow::mailbox_of;
use crate::front::Front;
use crate::http::answer::see;
use crate::http::{Address, Fault, Post, too_soon};
use crate::pace::Sender;
use crate::store::{Referral, StoreError};

/// Looks at what is free, where others take it and give it back at the same moment.
const LOOKS: usize = 5;

/// The check page, once every step is good.
pub async fn show(
    State(front): State<Arc<Front>>,
    Address(slug): Address<String>,
    uri: Uri,
    headers: HeaderMap,
) -> Response {
    let work = async {
        let form = form(&front, &slug)?;
        let draft = held(&front, form, &headers).await?;
        let filling = draft.filling(&front);
        if !filling.verdict.is_good() {
            return Ok(see(&go_on(&filling)));
        }
        let not_free = places::not_free(&front, form, &filling.verdict.accepted).await.unwrap_or_else(unknown);
        let filling = Filling { not_free, ..filling };
        Ok(check_view(&front, &headers, &filling, Held::No, StatusCode::OK))
    };
    answered(&front, uri.path(), work).await
}

/// The page shows without it while the store is away; sending looks again.
fn unknown<T>(fault: Fault) -> Option<T> {
    tracing::error!(%fault, "what is taken could not be fetched");
    None
}

fn check_view(front: &Front, headers: &HeaderMap, filling: &Filling, why: Held, status: StatusCode) -> Response {
    let head = check_page::head(filling, why);
    let promises = front.promises(filling.form, front.now());
    let view = || check_page::page(filling, &promises, why);
    show_page(front, status, headers, head, view)
}

/// Sends. A second press, or a try again after a lost answer, leads to the same confirmation.
pub async fn send(
    State(front): State<Arc<Front>>,
    Extension(sender): Extension<Sender>,
    Address(slug): Address<String>,
    uri: Uri,
    headers: HeaderMap,
    post: Post,
) -> Response {
    let work = async {
        let form = form(&front, &slug)?;
        if let Some((step, post)) = places::chosen(form, &post) {
            return instead(&front, &headers, form, step, &post).await;
        }
        let draft = held(&front, form, &headers).await?;
        let filling = draft.filling(&front);
        if !filling.verdict.is_good() {
            return Ok(see(&go_on(&filling)));
        }
        // A save in the background never sends: this page has nothing to keep.
        if post.action() == action::SAVE {
            return Ok((StatusCode::NO_CONTENT, [(VERSION_HEADER, draft.version.to_string())]).into_response());
        }
        if post.version() != draft.version {
            return Ok(check_view(&front, &headers, &filling, Held::Changed, StatusCode::CONFLICT));
        }
        if let Err(too_fast) = front.services.pace.sending(sender) {
            return Ok(too_soon(&front, &uri, post, too_fast));
        }
        match Box::pin(accept(&front, &draft, &filling)).await {
            Ok(Pressed::Sent(reference)) => Ok(see(&confirmation(form, &reference))),
            Ok(Pressed::Changed) => Ok(changed(&front, &headers, form).await?),
            Ok(Pressed::NotFree(not_free)) => {
                let status = places::status(&not_free);
                let filling = Filling { not_free: Some(not_free), ..filling };
                Ok(check_view(&front, &headers, &filling, Held::No, status))
            }
            Ok(Pressed::Uninvited(link)) => Ok(see(&link)),
            Err(Fault::Store(StoreError::Unavailable(reason))) => {
                tracing::error!(%reason, "a referral could not be stored");
                Ok(check_view(&front, &headers, &filling, Held::NotStored, StatusCode::SERVICE_UNAVAILABLE))
            }
            Err(fault) => Err(fault),
        }
    };
    answered(&front, uri.path(), work).await
}

/// Keeps what a button offers instead, and shows the check page with it. Nothing is sent yet.
async fn instead(
    front: &Front,
    headers: &HeaderMap,
    form: &'static Form,
    step: &Step,
    post: &Post,
) -> Result<Response, Fault> {
    let check = || see(&Wizard::Check.of(form.slug));
    Ok(match keep(front, form, step.slug, |_| true, post, headers).await? {
        Kept::Saved(_) => check(),
        Kept::Anew(draft) => {
            let mut response = check();
            cookie::write(&mut response, form, &draft.secret);
            response
        }
        Kept::Sent(reference) => see(&Wizard::Sent(&reference).of(form.slug)),
        Kept::TwoVersions(..) => changed(front, headers, form).await?,
        Kept::Nowhere(_) => {
            let filling = held(front, form, headers).await?.filling(front);
            check_view(front, headers, &filling, Held::NotStored, StatusCode::SERVICE_UNAVAILABLE)
        }
    })
}

/// The check page again, with the answers as they are now.
async fn changed(front: &Front, headers: &HeaderMap, form: &'static Form) -> Result<Response, Fault> {
    let draft = held(front, form, headers).await?;
    Ok(check_view(front, headers, &draft.filling(front), Held::Changed, StatusCode::CONFLICT))
}

/// What became of a press on "versturen".
enum Pressed {
    /// Stored, once, under this number.
    Sent(String),
    /// Another tab saved while it was being sent.
    Changed,
    /// What it asks for can't be had (any more).
    NotFree(NotFree),
    /// The invitation behind this link does not work any more: its page says why.
    Uninvited(String),
}

async fn accept(front: &Front, draft: &Draft, filling: &Filling) -> Result<Pressed, Fault> {
    let accepted = &filling.verdict.accepted;
    let shown = summary::summary(draft.form, &filling.answers, &filling.context);
    let outgoing =
        Outgoing { form: draft.form, secret: &draft.secret, accepted, shown: &shown, from: Source::Draft(draft) };
    for _ in 0..LOOKS {
        if let Some(not_free) = places::not_free(front, draft.form, accepted).await? {
            return taken(front, draft, not_free).await;
        }
        match submission::accept(front, &outgoing).await? {
            Sent::As(reference) => return Ok(Pressed::Sent(reference)),
            Sent::Changed => return Ok(Pressed::Changed),
            Sent::Uninvited(link) => return Ok(Pressed::Uninvited(link)),
            // Someone else was a moment earlier.
            Sent::Taken => {}
        }
    }
    Err(Fault::Store(StoreError::Taken))
}

/// It can't be had; unless it was this very draft that took it, a moment ago in another tab.
async fn taken(front: &Front, draft: &Draft, not_free: NotFree) -> Result<Pressed, Fault> {
    let sent = front.services.store.referrals().find_by_submission(&submission_key(&draft.secret)).await?;
    Ok(sent.map_or(Pressed::NotFree(not_free), |referral| Pressed::Sent(referral.reference)))
}

/// Where a browser goes after sending.
pub(super) fn confirmation(form: &Form, reference: &str) -> String {
    if form.effect.is_followed() { Wizard::Sent(reference) } else { Wizard::Mailed }.of(form.slug)
}

/// The confirmation. A reference is no secret and the page holds no answer; the follow code shows only in the browser that still
/// holds the secret of the draft.
pub async fn sent(
    State(front): State<Arc<Front>>,
    Address((slug, reference)): Address<(String, String)>,
    uri: Uri,
    headers: HeaderMap,
) -> Response {
    let work = async {
        let form = form(&front, &slug)?;
        let (reference, referral) = received(&front, form, &reference).await?;
        let follow = cookie::read(&headers, form).map(|secret| secret.follow());
        let follow = follow.filter(|follow| referral.follower.is_some_and(|known| known.lookup == follow.hash()));
        let received_at = referral.summary.received_at;
        let receipt = sent_page::Receipt {
            reference: reference.shown(),
            received: moment(received_at),
            promises: front.promises(form, received_at),
            own: match follow {
                Some(_) => own::details(&front, form, &headers).await,
                None => OwnDetails::None,
            },
            code: follow.map(|follow| follow.code().to_string()),
            mailbox: mailbox_of(&referral),
        };
        let head = sent_page::head(form, reference.canonical());
        let view = || sent_page::page(form, &front.content.house, receipt);
        Ok(show_page(&front, StatusCode::OK, &headers, head, view))
    };
    answered(&front, uri.path(), work).await
}

/// What was sent by this form under this reference.
pub(super) async fn received(front: &Front, form: &Form, reference: &str) -> Result<(Reference, Referral), Fault> {
    let reference = Reference::parse(reference).map_err(|_| Fault::NotFound)?;
    let referral = front.services.store.referrals().find(reference.canonical()).await?.ok_or(Fault::NotFound)?;
    if referral.summary.form != form.slug || referral.summary.house != front.house() || !form.effect.is_followed() {
        return Err(Fault::NotFound);
    }
    Ok((reference, referral))
}

/// The sender kept the code: this browser forgets it, and the copy goes.
pub async fn kept(
    State(front): State<Arc<Front>>,
    Address((slug, reference)): Address<(String, String)>,
    uri: Uri,
    headers: HeaderMap,
) -> Response {
    let work = async {
        let form = form(&front, &slug)?;
        let mut response = see(&Wizard::Sent(&reference).of(form.slug));
        if let Some(secret) = cookie::read(&headers, form) {
            front.services.store.drafts().delete(secret.copy().lookup().hash()).await?;
            cookie::clear(&mut response, form);
        }
        Ok(response)
    };
    answered(&front, uri.path(), work).await
}
