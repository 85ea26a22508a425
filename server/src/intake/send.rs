//! Sending: a full check, sealed to the house, stored with its mails in one transaction, confirmed.

use std::sync::Arc;

use app::paths::Wizard;
use app::wizard::check_page::{self, Held};
use app::wizard::frame::Filling;
use app::wizard::not_free::NotFree;
use app::wizard::own::OwnDetails;
use app::wizard::sent::{self as sent_page, Mailbox};
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, Uri};
use axum::response::Response;
use chrono::{DateTime, Datelike as _, Utc};
use domain::answers::Answers;
use domain::form::{Effect, Form, Step};
use domain::referral::Status;
use domain::rooms::Stay;
use domain::summary::{self, Section};
use domain::values::Reference;
use serde::Serialize;
use zeroize::Zeroizing;

use super::draft::{Draft, submission_key};
use super::keep::{Kept, keep};
use super::mails::{Incoming, mails};
use super::moment::moment;
use super::subscribe::subscription;
use super::{answered, contribute, cookie, form, go_on, held, own, places, show as show_page};
use crate::audit::{Actor, Entry, Event};
use crate::clock;
use crate::front::Front;
use crate::http::answer::see;
use crate::http::{Address, Fault, Post};
use crate::random;
use crate::seal::{Header, Kind, envelope};
use crate::store::{Acceptance, Beside, Follower, NewReferral, Referral, StoreError, Submission};

/// Another number is drawn when one is taken; five in a row are never taken.
const DRAWS: usize = 5;

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
        let not_free = places::not_free(&front, &filling).await.unwrap_or_else(unknown);
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
        if post.version() != draft.version {
            return Ok(check_view(&front, &headers, &filling, Held::Changed, StatusCode::CONFLICT));
        }
        match Box::pin(accept(&front, &draft, &filling)).await {
            Ok(Sent::As(reference)) => Ok(see(&confirmation(form, &reference))),
            Ok(Sent::Changed) => Ok(changed(&front, &headers, form).await?),
            Ok(Sent::NotFree(not_free)) => {
                let status = places::status(&not_free);
                let filling = Filling { not_free: Some(not_free), ..filling };
                Ok(check_view(&front, &headers, &filling, Held::No, status))
            }
            Ok(Sent::Uninvited(link)) => Ok(see(&link)),
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

/// What is sealed: the accepted answers, and questions and answers as they were shown, so that an old referral stays readable
/// when the form changes.
#[derive(Serialize)]
struct Content<'a> {
    house: &'a str,
    form: &'a str,
    form_version: u16,
    reference: &'a str,
    received_at: DateTime<Utc>,
    answers: &'a Answers,
    shown: &'a [Section],
}

/// What became of a press on "versturen".
enum Sent {
    /// Stored, once, under this number.
    As(String),
    /// Another tab saved while it was being sent.
    Changed,
    /// What it asks for can't be had (any more).
    NotFree(NotFree),
    /// The invitation behind this link does not work any more: its page says why.
    Uninvited(String),
}

async fn accept(front: &Front, draft: &Draft, filling: &Filling) -> Result<Sent, Fault> {
    let services = &front.services;
    if let Some(not_free) = places::not_free(front, filling).await? {
        return taken(front, draft, not_free).await;
    }
    let (form, accepted) = (draft.form, &filling.verdict.accepted);
    let received_at = front.now();
    let content_hash = draft.secret.content_hash(&Zeroizing::new(serde_json::to_vec(accepted)?));
    let shown = summary::summary(form, &filling.answers, &filling.context);
    let stay = places::taking(form).and_then(|taking| (taking.wanted)(accepted));
    let (follow, mailbox) = (draft.secret.follow(), draft.secret.mailbox_link());
    let address = form.receipt_to.map(|field| accepted.get(field)).filter(|address| !address.is_empty());
    for _ in 0..DRAWS {
        let reference = draw(front, received_at)?;
        let content = Content {
            house: front.house(),
            form: form.slug,
            form_version: form.version,
            reference: &reference,
            received_at,
            answers: accepted,
            shown: &shown,
        };
        let content = Zeroizing::new(serde_json::to_vec(&content)?);
        let contribution = match form.effect {
            Effect::Contributes(contributor) => {
                Some(contribute::contribution(front, draft, contributor, &shown).await?)
            }
            Effect::Sealed | Effect::Takes(_) | Effect::Subscribes(_) => None,
        };
        let header = Header::new(front.house(), Kind::Referral, &reference);
        let parent = contribution.as_ref().map(|(parent, _)| parent.clone());
        let beside = Beside {
            places: stay.as_ref().map(Stay::places).unwrap_or_default(),
            subscription: subscription(front, form, accepted, address, &reference)?,
            copy: form.effect.is_followed().then(|| draft.copy(front)).transpose()?,
            contribution: contribution.map(|(_, contribution)| contribution),
        };
        let incoming = Incoming {
            reference: &reference,
            received_at,
            confirm: &mailbox.code(),
            cancel: &follow.code(),
            stay: stay.as_ref(),
        };
        let submission = Submission {
            referral: NewReferral {
                envelope: envelope::seal(&front.keys, &header, &content, &*services.random)?,
                house: front.house().to_owned(),
                form: form.slug.to_owned(),
                form_version: form.version,
                regime: form.regime,
                received_at,
                follower: Follower { lookup: follow.hash(), key: follow.key().public().bytes },
                mailbox: address.is_some().then(|| mailbox.hash()),
                sender: sender(front, form, address, &reference)?,
                parent,
                submission_key: submission_key(&draft.secret),
                content_hash,
                reference: reference.clone(),
            },
            mails: mails(front, form, address, &incoming)?,
            audit: Entry::new(received_at, Actor::Visitor, Event::ReferralReceived { reference }),
            draft: Some((draft.secret.lookup().hash(), draft.version)),
            beside,
        };
        match services.store.referrals().accept(submission).await {
            Ok(Acceptance::Accepted { reference, .. }) => {
                services.bell.ring();
                return Ok(Sent::As(reference));
            }
            // Another tab sent other content a moment ago: that one stands.
            Ok(Acceptance::OtherContent) => {
                let sent = services.store.referrals().find_by_submission(&submission_key(&draft.secret)).await?;
                return sent.map(|referral| Sent::As(referral.reference)).ok_or(Fault::NotFound);
            }
            Ok(Acceptance::DraftChanged) => return Ok(Sent::Changed),
            // Someone else was a moment earlier.
            Ok(Acceptance::PlaceTaken) => match places::not_free(front, filling).await? {
                Some(not_free) => return taken(front, draft, not_free).await,
                None => {}
            },
            Ok(Acceptance::InvitationEnded) => return Ok(Sent::Uninvited(contribute::link(draft)?)),
            Err(StoreError::Taken) => {}
            Err(error) => return Err(error.into()),
        }
    }
    Err(Fault::Store(StoreError::Taken))
}

/// It can't be had; unless it was this very draft that took it, a moment ago in another tab.
async fn taken(front: &Front, draft: &Draft, not_free: NotFree) -> Result<Sent, Fault> {
    let sent = front.services.store.referrals().find_by_submission(&submission_key(&draft.secret)).await?;
    Ok(sent.map_or(Sent::NotFree(not_free), |referral| Sent::As(referral.reference)))
}

fn draw(front: &Front, received_at: DateTime<Utc>) -> Result<String, Fault> {
    let random = random::bytes::<4>(&*front.services.random)?;
    Ok(Reference::make(&front.prefix, clock::today(received_at).year(), random).canonical().to_owned())
}

/// The address for later mails to the sender. Of who subscribes it lies with the subscription.
fn sender(front: &Front, form: &Form, address: Option<&str>, reference: &str) -> Result<Option<Vec<u8>>, Fault> {
    let address = address.filter(|_| form.effect.is_followed());
    Ok(address.map(|address| front.seal_sender(reference, address)).transpose()?)
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
            mailbox: match (referral.mailbox, referral.summary.status) {
                (None, _) => Mailbox::None,
                (Some(_), Status::Received) => Mailbox::Unconfirmed,
                (Some(_), _) => Mailbox::Confirmed,
            },
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
