//! Sending: a full check, sealed to the house, stored with its mails in one transaction, confirmed.

use std::sync::Arc;

use app::paths::Wizard;
use app::wizard::check_page::{self, Held};
use app::wizard::frame::Filling;
use app::wizard::sent as sent_page;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, Uri};
use axum::response::Response;
use chrono::{DateTime, Datelike as _, Utc};
use domain::answers::Answers;
use domain::form::Form;
use domain::summary::{self, Section};
use domain::values::Reference;
use serde::Serialize;
use zeroize::Zeroizing;

use super::draft::{Draft, submission_key};
use super::terms::{moment, terms};
use super::{answered, form, go_on, held, show as show_page};
use crate::audit::{Actor, Entry, Event};
use crate::clock;
use crate::front::Front;
use crate::http::answer::see;
use crate::http::{Address, Fault, Post};
use crate::mail::{Facts, MailKind};
use crate::random;
use crate::seal::{Header, Kind, envelope};
use crate::store::{Acceptance, NewMail, NewReferral, StoreError, Submission};

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
        let form = form(&slug)?;
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
    let terms = terms(front, front.now());
    let view = || check_page::page(filling, &terms, why);
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
        let form = form(&slug)?;
        let draft = held(&front, form, &headers).await?;
        let filling = draft.filling(&front);
        if !filling.verdict.is_good() {
            return Ok(see(&go_on(&filling)));
        }
        if post.version() != draft.version {
            return Ok(check_view(&front, &headers, &filling, Held::Changed, StatusCode::CONFLICT));
        }
        match accept(&front, &draft, &filling).await {
            Ok(Sent::As(reference)) => Ok(see(&Wizard::Sent(&reference).of(form.slug))),
            Ok(Sent::Changed) => Ok(changed(&front, &headers, form).await?),
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
}

async fn accept(front: &Front, draft: &Draft, filling: &Filling) -> Result<Sent, Fault> {
    let services = &front.services;
    let (form, accepted) = (draft.form, &filling.verdict.accepted);
    let received_at = front.now();
    let content_hash = draft.secret.content_hash(&Zeroizing::new(serde_json::to_vec(accepted)?));
    let shown = summary::summary(form, &filling.answers, &filling.context);
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
        let header = Header::new(front.house(), Kind::Referral, &reference);
        let submission = Submission {
            referral: NewReferral {
                envelope: envelope::seal(&front.keys, &header, &content, &*services.random)?,
                house: front.house().to_owned(),
                form: form.slug.to_owned(),
                received_at,
                submission_key: submission_key(&draft.secret),
                content_hash,
                reference: reference.clone(),
            },
            mails: mails(front, form, accepted, &reference, received_at)?,
            audit: Entry::new(received_at, Actor::Visitor, Event::ReferralReceived { reference }),
            draft: Some((draft.secret.lookup().hash(), draft.version)),
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

/// The receipt to the referrer; a notice to the house, where it has a mailbox for that. Never an answer in either.
fn mails(
    front: &Front,
    form: &Form,
    accepted: &Answers,
    reference: &str,
    received_at: DateTime<Utc>,
) -> Result<Vec<NewMail>, Fault> {
    let terms = terms(front, received_at);
    let facts = Facts {
        reference: reference.to_owned(),
        route: form.name.to_owned(),
        received: moment(received_at),
        call_by: terms.contact_by,
        outcome_by: terms.outcome_by,
        house: front.content.house.name(),
        phone: front.content.house.phone.shown.clone(),
    };
    let mut mails = vec![front.mail(MailKind::Receipt, accepted.get("referrer.email"), &facts)?];
    if let Some(mailbox) = &front.content.settings.legal.notice_mailbox {
        mails.push(front.mail(MailKind::Notice, mailbox, &facts)?);
    }
    Ok(mails)
}

/// The confirmation. A reference is no secret and the page holds no answer.
pub async fn sent(
    State(front): State<Arc<Front>>,
    Address((slug, reference)): Address<(String, String)>,
    uri: Uri,
    headers: HeaderMap,
) -> Response {
    let work = async {
        let form = form(&slug)?;
        let reference = Reference::parse(&reference).map_err(|_| Fault::NotFound)?;
        let referral = front.services.store.referrals().find(reference.canonical()).await?.ok_or(Fault::NotFound)?;
        if referral.summary.form != form.slug || referral.summary.house != front.house() {
            return Err(Fault::NotFound);
        }
        let received_at = referral.summary.received_at;
        let receipt = sent_page::Receipt {
            reference: reference.shown(),
            received: moment(received_at),
            terms: terms(&front, received_at),
        };
        let head = sent_page::head(form, reference.canonical());
        let view = || sent_page::page(form, &front.content.house, receipt);
        Ok(show_page(&front, StatusCode::OK, &headers, head, view))
    };
    answered(&front, uri.path(), work).await
}
