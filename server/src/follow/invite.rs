//! A referrer asks a colleague of another organisation for a contribution; the colleague begins it by the link in the mail.

use std::sync::Arc;

use app::follow::invite::{self as pages, Asking, Invited};
use app::paths::{Contribute, Follow, posted};
use axum::Extension;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, Uri};
use axum::response::Response;
use chrono::TimeDelta;
use domain::check::Code;
use domain::form::{Contributor, Effect, Form};
use domain::messages;
use domain::referral::Happening;
use domain::values::Email;

use super::message::Sealing;
use super::{Following, Message, contributions, following};
use crate::audit::{Actor, Entry, Event};
use crate::front::Front;
use crate::http::answer::see;
use crate::http::{Address, Fault, Post, too_soon};
use crate::intake::{answered, begin_invited, show};
use crate::mail::{Facts, MailKind};
use crate::pace::Sender;
use crate::seal::follow::LinkSecret;
use crate::store::{Invitation, NewInvitation, StoreError};

/// How long the link works. Our own rule: long enough for a holiday of a week, short enough to be of use.
const LIFETIME: TimeDelta = TimeDelta::days(14);

/// What the fingerprint of an invited mailbox is for.
pub(crate) const PURPOSE: &[u8] = b"invitation";

/// The page that invites.
pub async fn ask(State(front): State<Arc<Front>>, uri: Uri, headers: HeaderMap) -> Response {
    let work = async {
        open(&front, &headers).await?;
        Ok(page(&front, &headers, &Asking::Fine, String::new()))
    };
    answered(&front, uri.path(), work).await
}

/// What is followed, where a colleague may be asked about it.
async fn open(front: &Front, headers: &HeaderMap) -> Result<Following, Fault> {
    let following = following(front, headers).await?;
    let welcome = contributions(front, following.form) == app::follow::Contributions::Welcome;
    if welcome && following.referral.summary.status.is_open() {
        Ok(following)
    } else {
        Err(Fault::Elsewhere(Follow::Here.to_string()))
    }
}

/// Sends the invitation.
pub async fn invite(
    State(front): State<Arc<Front>>,
    Extension(sender): Extension<Sender>,
    uri: Uri,
    headers: HeaderMap,
    post: Post,
) -> Response {
    let work = async {
        let following = open(&front, &headers).await?;
        let typed: String = post.control(posted::MAILBOX).chars().take(300).collect();
        let address = match Email::parse(&typed) {
            Ok(address) => address.canonical().to_owned(),
            Err(error) => {
                let why = messages::of_mailbox(typed.trim(), Code::Email(error));
                return Ok(page(&front, &headers, &Asking::Address(why), typed));
            }
        };
        if let Err(too_fast) = front.services.pace.sending(sender) {
            return Ok(too_soon(&front, &uri, post, too_fast));
        }
        match make(&front, &following, &address).await {
            Ok(()) => Ok(see(&Follow::Here.to_string())),
            Err(Fault::Store(StoreError::Unavailable(reason))) => {
                tracing::error!(%reason, "an invitation could not be stored");
                Ok(page(&front, &headers, &Asking::NotStored, typed))
            }
            Err(fault) => Err(fault),
        }
    };
    answered(&front, uri.path(), work).await
}

async fn make(front: &Front, following: &Following, address: &str) -> Result<(), Fault> {
    let services = &front.services;
    let reference = following.referral.summary.reference.clone();
    let follower = following.referral.follower.as_ref().ok_or(Fault::NotFound)?;
    let (random, at, what) = (&*services.random, front.now(), Happening::Invited);
    let link = LinkSecret::generate(random)?;
    let expires_at = at + LIFETIME;
    let facts = Facts {
        reference: reference.clone(),
        link: format!("{}{}", front.address.public_url, Contribute(&link.code())),
        until: front.written(expires_at),
        house: front.content.house.name(),
        phone: front.content.house.phone.shown.clone(),
        ..Facts::default()
    };
    let mail = front.mail(MailKind::Invitation, address, &facts)?;
    let keys = front.sealing_keys().await?;
    let sealing = Sealing { house: front.house(), keys: &keys, follower, random, at };
    let happening = Message::of(address.to_owned()).seal(sealing, &reference, what)?;
    let mailbox = front.mail_key.fingerprint(PURPOSE, address);
    let entry = Entry::new(at, Actor::Visitor, Event::ReferralHappening { reference: reference.clone(), what });
    let new = NewInvitation { link: link.hash(), reference, mailbox, expires_at };
    services.store.invitations().make(new, happening, mail, entry).await?;
    services.bell.ring();
    Ok(())
}

fn page(front: &Front, headers: &HeaderMap, asking: &Asking, address: String) -> Response {
    let status = match asking {
        Asking::Fine => StatusCode::OK,
        Asking::Address(_) => StatusCode::UNPROCESSABLE_ENTITY,
        Asking::NotStored => StatusCode::SERVICE_UNAVAILABLE,
    };
    show(front, status, headers, pages::head(asking), || pages::page(asking, address, LIFETIME.num_days()))
}

/// What a colleague finds behind the link.
pub async fn look(State(front): State<Arc<Front>>, Address(code): Address<String>, headers: HeaderMap) -> Response {
    let state = match find(&front, &code).await {
        Ok(Found::Working(_, form, _)) => Invited::Asked(form),
        Ok(Found::Not(why)) => why,
        Err(fault) => failed(&fault),
    };
    invited(&front, &headers, state, code, String::new())
}

/// Begins the contribution, for who types the mailbox that was invited.
pub async fn begin(
    State(front): State<Arc<Front>>,
    Address(code): Address<String>,
    headers: HeaderMap,
    post: Post,
) -> Response {
    let typed: String = post.control(posted::MAILBOX).chars().take(300).collect();
    match find(&front, &code).await {
        Ok(Found::Working(invitation, form, contributor)) => {
            let address = Email::parse(&typed).map(|address| address.canonical().to_owned()).unwrap_or_default();
            if front.mail_key.fingerprint(PURPOSE, &address) != invitation.mailbox {
                return invited(&front, &headers, Invited::OtherMailbox(form), code, typed);
            }
            let Ok(link) = LinkSecret::parse(&code) else {
                return invited(&front, &headers, Invited::Unknown, code, typed);
            };
            match begin_invited(&front, form, link, &[(contributor.mailbox, &address)]).await {
                Ok(response) => response,
                Err(fault) => invited(&front, &headers, failed(&fault), code, typed),
            }
        }
        Ok(Found::Not(why)) => invited(&front, &headers, why, code, typed),
        Err(fault) => invited(&front, &headers, failed(&fault), code, typed),
    }
}

enum Found {
    Working(Invitation, &'static Form, Contributor),
    Not(Invited),
}

async fn find(front: &Front, code: &str) -> Result<Found, Fault> {
    let unknown = Ok(Found::Not(Invited::Unknown));
    let Ok(link) = LinkSecret::parse(code) else { return unknown };
    let store = &front.services.store;
    let Some(invitation) = store.invitations().find(link.hash()).await? else { return unknown };
    let referral = store.referrals().find(&invitation.reference).await?;
    let Some(referral) = referral.filter(|referral| referral.summary.house == front.house()) else { return unknown };
    let form = front.content.forms.iter().find_map(|form| match form.effect {
        Effect::Contributes(contributor) => Some((*form, contributor)),
        Effect::Sealed | Effect::Takes(_) | Effect::Subscribes(_) => None,
    });
    Ok(match form {
        _ if invitation.used_at.is_some() => Found::Not(Invited::Used),
        Some((form, contributor)) if invitation.expires_at > front.now() && referral.summary.status.is_open() => {
            Found::Working(invitation, form, contributor)
        }
        _ => Found::Not(Invited::Ended),
    })
}

fn failed(fault: &Fault) -> Invited {
    tracing::error!(%fault, "an invitation could not be opened");
    Invited::Unavailable
}

fn invited(front: &Front, headers: &HeaderMap, state: Invited, code: String, address: String) -> Response {
    let status = match state {
        Invited::Asked(_) => StatusCode::OK,
        Invited::OtherMailbox(_) => StatusCode::UNPROCESSABLE_ENTITY,
        Invited::Unknown => StatusCode::NOT_FOUND,
        Invited::Used | Invited::Ended => StatusCode::GONE,
        Invited::Unavailable => StatusCode::SERVICE_UNAVAILABLE,
    };
    let code = code.chars().take(100).collect();
    let view = || pages::invited(&front.content.house, state, code, address);
    show(front, status, headers, pages::invited_head(state), view)
}
