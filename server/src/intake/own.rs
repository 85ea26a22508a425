//! Ask once: what a professional told of themselves, kept on the same device if they choose so. Sealed like a draft, under a secret
//! that only the cookie holds.

use std::sync::Arc;

use app::paths::Wizard;
use app::wizard::own::OwnDetails;
use axum::extract::State;
use axum::http::{HeaderMap, Uri};
use axum::response::Response;
use chrono::TimeDelta;
use domain::answers::Answers;
use domain::form::Form;
use domain::own;
use zeroize::Zeroizing;

use super::draft::{Begun, Draft};
use super::{answered, cookie, form, open};
use crate::front::Front;
use crate::http::answer::see;
use crate::http::{Address, Fault, cookies};
use crate::seal::draft::DraftSecret;
use crate::seal::{Header, Kind};
use crate::store::NewDraft;

/// How long it stays. Our own rule; keeping it again makes it longer.
const LIFETIME: TimeDelta = TimeDelta::days(90);

const COOKIE: &str = "__Host-eigen-gegevens";

/// Its place among the drafts: no form has this slug.
const OBJECT: &str = "eigen-gegevens";

/// Keeps what was told in a form that was just sent, as long as this browser can still open the copy of it.
pub async fn keep(
    State(front): State<Arc<Front>>,
    Address(slug): Address<String>,
    uri: Uri,
    headers: HeaderMap,
) -> Response {
    let work = async {
        let form = form(&front, &slug)?;
        let secret = cookie::read(&headers, form).ok_or_else(|| Fault::Elsewhere(Wizard::Start.of(form.slug)))?;
        let sent = front.services.store.referrals().find_by_follower(secret.follow().hash()).await?;
        let sent = sent.ok_or_else(|| Fault::Elsewhere(Wizard::Start.of(form.slug)))?;
        let mut response = see(&Wizard::Sent(&sent.summary.reference).of(form.slug));
        if let Some(copy) = Draft::open(&front, form, &secret.copy()).await? {
            let kept = own::kept(form, &copy.body.answers);
            let secret = store(&front, &headers, &kept).await?;
            cookies::write(&mut response, COOKIE, &secret.code(), LIFETIME.num_seconds());
        }
        Ok(response)
    };
    answered(&front, uri.path(), work).await
}

/// Fills it in, in the form that the person is in; what was typed there already stays.
pub async fn fill(
    State(front): State<Arc<Front>>,
    Address(slug): Address<String>,
    uri: Uri,
    headers: HeaderMap,
) -> Response {
    let work = async {
        let form = form(&front, &slug)?;
        let step = own::step(form).ok_or(Fault::NotFound)?;
        let mut response = see(&Wizard::Step(step.slug).of(form.slug));
        let Some(kept) = read(&front, &headers).await? else { return Ok(response) };
        if let Some(mut draft) = open(&front, form, &headers).await? {
            let offered = own::offered(form, &kept, &draft.body.answers);
            draft.change(step.slug, |answers| answers.overlay(&offered));
            draft.save(&front).await?;
        } else {
            let offered = own::offered(form, &kept, &Answers::default());
            let draft = Draft::begin(&front, form, offered, Begun::ByChoice).await?;
            cookie::write(&mut response, form, &draft.secret);
        }
        Ok(response)
    };
    answered(&front, uri.path(), work).await
}

/// Forgets it, here and on the server.
pub async fn forget(State(front): State<Arc<Front>>, uri: Uri, headers: HeaderMap) -> Response {
    let work = async {
        if let Some(secret) = held(&headers) {
            front.services.store.drafts().delete(secret.lookup().hash()).await?;
        }
        let back =
            headers.get("referer").and_then(|value| value.to_str().ok()).and_then(|from| from.parse::<Uri>().ok());
        let back = back.map_or_else(|| "/".to_owned(), |from| from.path().to_owned());
        let mut response = see(if back.starts_with("//") { "/" } else { &back });
        cookies::clear(&mut response, COOKIE);
        Ok(response)
    };
    answered(&front, uri.path(), work).await
}

/// What this device keeps, for the pages of this form.
pub(super) async fn details(front: &Front, form: &'static Form, headers: &HeaderMap) -> OwnDetails {
    if own::step(form).is_none() {
        return OwnDetails::None;
    }
    // It is a convenience: while the store is away the page goes without.
    match read(front, headers).await {
        Ok(Some(_)) => OwnDetails::Kept,
        _ => OwnDetails::NotKept,
    }
}

fn held(headers: &HeaderMap) -> Option<DraftSecret> {
    DraftSecret::parse(cookies::read(headers, COOKIE)?).ok()
}

fn header(front: &Front) -> Header {
    Header::new(front.house(), Kind::Draft, OBJECT)
}

async fn read(front: &Front, headers: &HeaderMap) -> Result<Option<Answers>, Fault> {
    let Some(secret) = held(headers) else { return Ok(None) };
    let Some(kept) = front.services.store.drafts().find(secret.lookup().hash(), front.now()).await? else {
        return Ok(None);
    };
    if kept.house != front.house() || kept.form != OBJECT {
        return Ok(None);
    }
    let body = secret.open(&header(front), &kept.body)?;
    Ok(Some(serde_json::from_slice(&body)?))
}

async fn store(front: &Front, headers: &HeaderMap, kept: &Answers) -> Result<DraftSecret, Fault> {
    let services = &front.services;
    if let Some(earlier) = held(headers) {
        services.store.drafts().delete(earlier.lookup().hash()).await?;
    }
    let secret = DraftSecret::generate(&*services.random)?;
    let body = Zeroizing::new(serde_json::to_vec(kept)?);
    let draft = NewDraft {
        lookup: secret.lookup().hash(),
        house: front.house().to_owned(),
        form: OBJECT.to_owned(),
        form_version: "1".to_owned(),
        body: secret.seal(&header(front), &body, &*services.random)?,
        expires_at: front.now() + LIFETIME,
    };
    services.store.drafts().create(draft, front.now()).await?;
    Ok(secret)
}
