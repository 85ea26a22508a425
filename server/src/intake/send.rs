//! Sending: a full check, sealed to the house, stored with its mails in one transaction, confirmed.

use std::sync::Arc;

use app::paths::{Confirm, Wizard};
use app::wizard::check_page::{self, Held};
use app::wizard::frame::Filling;
use app::wizard::sent as sent_page;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, Uri};
use axum::response::Response;
use chrono::{DateTime, Datelike as _, Utc};
use domain::answers::Answers;
use domain::form::{Effect, Form};
use domain::summary::{self, Section};
use domain::values::Reference;
use serde::Serialize;
use zeroize::Zeroizing;

use super::contribute;
use super::draft::{Draft, submission_key};
use super::moment::moment;
use super::subscribe::subscription;
use super::{answered, cookie, form, go_on, held, show as show_page};
use crate::audit::{Actor, Entry, Event};
use crate::clock;
use crate::follow::mailbox_of;
use crate::front::Front;
use crate::http::answer::see;
use crate::http::{Address, Fault, Post};
use crate::mail::{Facts, MailKind};
use crate::random;
use crate::seal::follow::LinkSecret;
use crate::seal::{Header, Kind, envelope};
use crate::store::{Acceptance, Beside, Follower, NewMail, NewReferral, Referral, StoreError, Submission};

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
        Ok(check_view(&front, &headers, &filling, Held::No, StatusCode::OK))
    };
    answered(&front, uri.path(), work).await
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
        let draft = held(&front, form, &headers).await?;
        let filling = draft.filling(&front);
        if !filling.verdict.is_good() {
            return Ok(see(&go_on(&filling)));
        }
        if post.version() != draft.version {
            return Ok(check_view(&front, &headers, &filling, Held::Changed, StatusCode::CONFLICT));
        }
        match accept(&front, &draft, &filling).await {
            Ok(Sent::As(reference)) => Ok(see(&confirmation(form, &reference))),
            Ok(Sent::Changed) => Ok(changed(&front, &headers, form).await?),
            Ok(Sent::Uninvited(link)) => Ok(see(&link)),
            Ok(Sent::Taken) => Ok(check_view(&front, &headers, &filling, Held::Taken, StatusCode::CONFLICT)),
            Err(Fault::Store(StoreError::Unavailable(reason))) => {
                tracing::error!(%reason, "a referral could not be stored");
                Ok(check_view(&front, &headers, &filling, Held::NotStored, StatusCode::SERVICE_UNAVAILABLE))
            }
            Err(fault) => Err(fault),
        }
    };
    answered(&front, uri.path(), work).await
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
    /// Someone else has a place that it asks for.
    Taken,
    /// The invitation behind this link does not work any more: its page says why.
    Uninvited(String),
}

async fn accept(front: &Front, draft: &Draft, filling: &Filling) -> Result<Sent, Fault> {
    let services = &front.services;
    let (form, accepted) = (draft.form, &filling.verdict.accepted);
    let received_at = front.now();
    let content_hash = draft.secret.content_hash(&Zeroizing::new(serde_json::to_vec(accepted)?));
    let shown = summary::summary(form, &filling.answers, &filling.context);
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
            places: places(form, accepted),
            subscription: subscription(front, form, accepted, address, &reference)?,
            copy: form.effect.is_followed().then(|| draft.copy(front)).transpose()?,
            contribution: contribution.map(|(_, contribution)| contribution),
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
            mails: mails(front, form, address, &reference, received_at, &mailbox)?,
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
            Ok(Acceptance::PlaceTaken) => return Ok(Sent::Taken),
            Ok(Acceptance::InvitationEnded) => return Ok(Sent::Uninvited(contribute::link(draft)?)),
            Err(StoreError::Taken) => {}
            Err(error) => return Err(error.into()),
        }
    }
    Err(Fault::Store(StoreError::Taken))
}

fn draw(front: &Front, received_at: DateTime<Utc>) -> Result<String, Fault> {
    let random = random::bytes::<4>(&*front.services.random)?;
    Ok(Reference::make(&front.prefix, clock::today(received_at).year(), random).canonical().to_owned())
}

/// The places that a form takes, by its own definition.
fn places(form: &Form, accepted: &Answers) -> Vec<String> {
    match form.effect {
        Effect::Takes(places) => places(accepted),
        Effect::Sealed | Effect::Subscribes(_) | Effect::Contributes(_) => Vec::new(),
    }
}

/// The address for later mails to the sender. Of who subscribes it lies with the subscription.
fn sender(front: &Front, form: &Form, address: Option<&str>, reference: &str) -> Result<Option<Vec<u8>>, Fault> {
    let address = address.filter(|_| form.effect.is_followed());
    Ok(address.map(|address| front.seal_sender(reference, address)).transpose()?)
}

/// The receipt to the sender, where there is an address; a notice to the house, where it has a mailbox for that. Never an answer in
/// either. Who subscribes is asked to confirm, and the house hears nothing: there is nothing for it to do.
fn mails(
    front: &Front,
    form: &Form,
    address: Option<&str>,
    reference: &str,
    received_at: DateTime<Utc>,
    mailbox: &LinkSecret,
) -> Result<Vec<NewMail>, Fault> {
    let confirm = Confirm::With(&mailbox.code()).to_string();
    let facts = Facts {
        reference: reference.to_owned(),
        noun: form.words.noun.to_owned(),
        route: form.name.to_owned(),
        received: moment(received_at),
        promises: front.promises(form, received_at),
        confirm: format!("{}{confirm}", front.address.public_url),
        house: front.content.house.name(),
        phone: front.content.house.phone.shown.clone(),
        ..Facts::default()
    };
    let mut mails = Vec::new();
    if let Effect::Subscribes(_) = form.effect {
        mails.extend(address.map(|address| front.mail(MailKind::ConfirmSubscription, address, &facts)).transpose()?);
        return Ok(mails);
    }
    if let Some(address) = address {
        mails.push(front.mail(MailKind::Receipt, address, &facts)?);
    }
    if let Some(mailbox) = &front.content.settings.legal.notice_mailbox {
        mails.push(front.mail(MailKind::Notice, mailbox, &Facts { confirm: String::new(), ..facts })?);
    }
    Ok(mails)
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
