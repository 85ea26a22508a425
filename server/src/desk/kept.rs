//! What someone posted when their session had ended: sealed under a secret in a cookie, and back on the same page after they signed in.
//!
//! It comes back as a page to look at and send again, not as a deed done: someone else may have signed in, and the case may have moved.

use axum::http::HeaderMap;
use axum::response::Response;
use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use crate::front::Front;
use crate::http::answer::see;
use crate::http::{Fault, Post, cookies};
use crate::seal::draft::DraftSecret;
use crate::seal::{Header, Kind};
use crate::store::NewDraft;

const COOKIE: &str = "__Host-balie-tekst";
/// Long enough to find the passkey.
const STAYS: TimeDelta = TimeDelta::hours(1);
/// Its form in the store.
const FORM: &str = "balie";

#[derive(Serialize, Deserialize)]
struct Content {
    path: String,
    body: String,
    at: DateTime<Utc>,
}

/// What was kept.
pub struct Kept {
    /// The post.
    pub post: Post,
    /// When it was sent.
    pub at: DateTime<Utc>,
}

/// Keeps what was posted to this address, and leads on.
pub(super) async fn keep(front: &Front, path: &str, post: &Post, to: &str) -> Result<Response, Fault> {
    let (random, now) = (&*front.services.random, front.now());
    let secret = DraftSecret::generate(random)?;
    let content = Content { path: path.to_owned(), body: post.encoded(), at: now };
    let content = Zeroizing::new(serde_json::to_vec(&content)?);
    let draft = NewDraft {
        lookup: secret.lookup().hash(),
        house: front.house().to_owned(),
        form: FORM.to_owned(),
        form_version: String::new(),
        body: secret.seal(&header(front), &content, random)?,
        expires_at: now + STAYS,
    };
    front.services.store.drafts().create(draft, now).await?;
    let mut response = see(to);
    cookies::write(&mut response, COOKIE, &secret.code(), STAYS.num_seconds());
    Ok(response)
}

/// What was posted to this address, if this browser keeps something for it; it is kept no longer.
pub(super) async fn take(front: &Front, headers: &HeaderMap, path: &str) -> Result<Option<Kept>, Fault> {
    let code = cookies::read(headers, COOKIE);
    let Some(secret) = code.and_then(|code| DraftSecret::parse(code).ok()) else { return Ok(None) };
    let (drafts, lookup) = (front.services.store.drafts(), secret.lookup().hash());
    let Some(draft) = drafts.find(lookup, front.now()).await? else { return Ok(None) };
    let content: Content = serde_json::from_slice(&secret.open(&header(front), &draft.body)?)?;
    if content.path != path {
        return Ok(None);
    }
    drafts.delete(lookup).await?;
    Ok(Some(Kept { post: Post::from_encoded(&content.body), at: content.at }))
}

/// Takes the secret away from the browser.
pub(super) fn clear(response: &mut Response) {
    cookies::clear(response, COOKIE);
}

fn header(front: &Front) -> Header {
    Header::new(front.house(), Kind::Draft, FORM)
}
