//! Following what was sent, with the code of its sender. The pages are `app::follow`.
//!
//! The code opens what the house sealed to its sender; the server holds it only while it answers. Between pages it lies in a cookie
//! of half an hour.

pub mod cancel;
pub mod confirm;
pub mod invite;
pub mod reply;
pub mod withdraw;

mod add;
mod cookie;
pub mod message;

pub use add::add;
pub(crate) use cookie::NAME as COOKIE;
pub use message::Message;

use std::sync::Arc;

use app::follow::reply::Wrong;
use app::follow::{self as pages, Adding, Asked, Contributions, Followed, Told, Typed};
use app::paths::{Follow, posted};
use app::wizard::sent::Mailbox;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, Uri};
use axum::response::Response;
use domain::form::{Effect, Form};
use domain::forms;
use domain::referral::Status;
use domain::regime::Regime;
use domain::values::Reference;

use crate::front::Front;
use crate::http::answer::see;
use crate::http::{Fault, Post};
use crate::intake::{answered, moment, show};
use crate::seal::follow::FollowSecret;
use crate::store::Referral;

/// What is followed, opened for one request.
pub(crate) struct Following {
    /// The code of its sender.
    pub(crate) secret: FollowSecret,
    /// What was sent.
    pub(crate) referral: Referral,
    /// Which form it was.
    pub(crate) form: &'static Form,
}

/// What this browser follows; elsewhere, without a code.
pub(crate) async fn following(front: &Front, headers: &HeaderMap) -> Result<Following, Fault> {
    let ask = || Fault::Elsewhere(Follow::Here.to_string());
    let secret = cookie::read(headers).ok_or_else(ask)?;
    find(front, secret).await?.ok_or_else(ask)
}

async fn find(front: &Front, secret: FollowSecret) -> Result<Option<Following>, Fault> {
    let Some(referral) = front.services.store.referrals().find_by_follower(secret.hash()).await? else {
        return Ok(None);
    };
    let form = forms::find(&referral.summary.form).filter(|form| form.effect.is_followed());
    let form = form.filter(|_| referral.summary.house == front.house());
    Ok(form.map(|form| Following { secret, referral, form }))
}

/// What is followed; without a code, the page that asks for it.
pub async fn here(State(front): State<Arc<Front>>, uri: Uri, headers: HeaderMap) -> Response {
    let work = async {
        match cookie::read(&headers) {
            None => Ok(ask(&front, &headers, Typed::Nothing, Asked::default())),
            Some(secret) => match find(&front, secret).await? {
                Some(following) => page(&front, &headers, &following, Writing::default()).await,
                None => Ok(ask(&front, &headers, Typed::OpensNothing, Asked::default())),
            },
        }
    };
    answered(&front, uri.path(), work).await
}

/// Opens what a reference and a code follow. Both must be right; which one was wrong is not told.
pub async fn open(State(front): State<Arc<Front>>, headers: HeaderMap, post: Post) -> Response {
    let typed = |name| post.control(name).chars().take(100).collect::<String>();
    let asked = Asked { reference: typed(posted::REFERENCE), code: typed(posted::CODE) };
    let Ok(secret) = FollowSecret::parse(&asked.code) else { return ask(&front, &headers, Typed::NotACode, asked) };
    let reference = Reference::parse(&asked.reference).map(|reference| reference.canonical().to_owned());
    match find(&front, secret.clone()).await {
        Ok(Some(following)) if reference.is_ok_and(|typed| typed == following.referral.summary.reference) => {
            let mut response = see(&Follow::Here.to_string());
            cookie::write(&mut response, &secret);
            response
        }
        Ok(_) => ask(&front, &headers, Typed::OpensNothing, asked),
        Err(fault) => {
            tracing::error!(%fault, "what is followed could not be fetched");
            ask(&front, &headers, Typed::Unavailable, asked)
        }
    }
}

/// Ready: this browser forgets the code.
pub async fn leave() -> Response {
    let mut response = see(&Follow::Here.to_string());
    cookie::clear(&mut response);
    response
}

fn ask(front: &Front, headers: &HeaderMap, typed: Typed, asked: Asked) -> Response {
    let status = match typed {
        Typed::Nothing => StatusCode::OK,
        Typed::NotACode | Typed::OpensNothing => StatusCode::UNPROCESSABLE_ENTITY,
        Typed::Unavailable => StatusCode::SERVICE_UNAVAILABLE,
    };
    show(front, status, headers, pages::ask_head(typed), || pages::ask(typed, asked))
}

/// What is being written on the page of what is followed.
#[derive(Default)]
struct Writing {
    /// What is wrong with the text that was to be added.
    adding: Option<Adding>,
    /// That text.
    text: String,
    /// What was typed to answer the question of the house.
    reply: Option<reply::Typed>,
}

/// The page of what is followed.
async fn page(front: &Front, headers: &HeaderMap, following: &Following, writing: Writing) -> Result<Response, Fault> {
    let summary = &following.referral.summary;
    let happened = front.services.store.timeline().of(&summary.reference).await?;
    let adding = writing.adding.unwrap_or(Adding::Fine);
    let asked = reply::asked(front, following, &happened, writing.reply);
    let key = following.secret.key();
    let told = happened.iter().filter(|happened| happened.what.is_shared()).map(|happened| {
        let message = Message::read(front, &key, &summary.reference, happened);
        Told {
            what: happened.what.text(),
            at: moment(happened.at),
            by: message.as_ref().and_then(Message::by),
            text: message.map(|message| message.whole()).filter(|text| !text.is_empty()),
        }
    });
    let reference = Reference::parse(&summary.reference);
    let is_wrong = asked.as_ref().is_some_and(|asked| !asked.lines().is_empty());
    let is_away = asked.as_ref().is_some_and(|asked| asked.wrong == Some(Wrong::NotStored));
    let head = pages::head(adding, asked.as_ref());
    let followed = Followed {
        form: following.form,
        reference: reference.map_or_else(|_| summary.reference.clone(), |reference| reference.shown()),
        received: moment(summary.received_at),
        status: summary.status,
        mailbox: mailbox_of(&following.referral),
        promises: front.promises(following.form, summary.received_at),
        happened: told.collect(),
        contributions: contributions(front, following.form),
        asked,
    };
    let status = match adding {
        _ if is_away => StatusCode::SERVICE_UNAVAILABLE,
        Adding::NotStored => StatusCode::SERVICE_UNAVAILABLE,
        Adding::TooLate => StatusCode::CONFLICT,
        Adding::Empty | Adding::TooLong(_) => StatusCode::UNPROCESSABLE_ENTITY,
        Adding::Fine if is_wrong => StatusCode::UNPROCESSABLE_ENTITY,
        Adding::Fine => StatusCode::OK,
    };
    let view = || pages::page(&front.content.house, followed, adding, writing.text);
    Ok(show(front, status, headers, head, view))
}

/// What is known of the mailbox of the sender.
pub(crate) fn mailbox_of(referral: &Referral) -> Mailbox {
    match (referral.mailbox.is_some(), referral.summary.status) {
        (false, _) => Mailbox::None,
        (true, Status::Received) => Mailbox::Unconfirmed,
        (true, _) => Mailbox::Confirmed,
    }
}

/// Colleagues contribute to cases, where the house uses a form for that.
pub(crate) fn contributions(front: &Front, form: &Form) -> Contributions {
    let is_case = matches!(form.regime, Regime::Regieteam | Regime::Wgs) && matches!(form.effect, Effect::Sealed);
    let used = front.content.forms.iter().any(|form| matches!(form.effect, Effect::Contributes(_)));
    if is_case && used { Contributions::Welcome } else { Contributions::None }
}
