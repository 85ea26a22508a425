//! What someone posted when they had to sign in first: sealed under a secret in a cookie, and back on the same page after that.
//!
//! It comes back as a page to look at and send again, not as a deed done: someone else may have signed in, and the case may have moved.
//! Each address has a cookie of its own, so that two tabs keep both their texts. Only what people type is kept ([`Keeps`]): never a key,
//! nor what a passkey gave.

use axum::http::HeaderMap;
use axum::response::Response;
use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use zeroize::Zeroizing;

use crate::front::Front;
use crate::hex;
use crate::http::answer::see;
use crate::http::{Fault, Post, cookies};
use crate::seal::draft::{DraftSecret, LookupHash};
use crate::seal::{Header, Kind};
use crate::store::NewDraft;

/// What becomes of a post for which its sender had to sign in first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keeps {
    /// It is dropped: it held nothing to type again, or a secret.
    Nothing,
    /// It comes back on the page it was sent from.
    Text,
}

/// The beginning of the names of the cookies.
const COOKIES: &str = "__Host-balie-tekst-";
/// Long enough to find the passkey.
const STAYS: TimeDelta = TimeDelta::hours(1);
/// Texts that one browser keeps at most: then the oldest goes.
const MOST: usize = 8;
/// Larger than any act; what is larger is not kept, in bytes.
const LARGEST: usize = 1 << 20;
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
    pub(super) lookup: LookupHash,
}

/// Keeps what was posted to this address, and leads on.
pub(super) async fn keep(
    front: &Front,
    headers: &HeaderMap,
    path: &str,
    post: &Post,
    to: &str,
) -> Result<Response, Fault> {
    let (random, now) = (&*front.services.random, front.now());
    let content = Content { path: path.to_owned(), body: post.encoded(), at: now };
    let content = Zeroizing::new(serde_json::to_vec(&content)?);
    let mut response = see(to);
    if content.len() > LARGEST {
        return Ok(response);
    }
    make_room(front, headers, path, &mut response).await?;
    let secret = DraftSecret::generate(random)?;
    let draft = NewDraft {
        lookup: secret.lookup().hash(),
        house: front.house().to_owned(),
        form: FORM.to_owned(),
        form_version: String::new(),
        body: secret.seal(&header(front), &content, random)?,
        expires_at: now + STAYS,
    };
    front.services.store.drafts().create(draft, now).await?;
    cookies::write(&mut response, &cookie(path), &secret.code(), STAYS.num_seconds());
    Ok(response)
}

/// What was posted to this address, if this browser keeps something for it.
pub(super) async fn find(front: &Front, headers: &HeaderMap, path: &str) -> Result<Option<Kept>, Fault> {
    let code = cookies::read(headers, &cookie(path));
    let Some(secret) = code.and_then(|code| DraftSecret::parse(code).ok()) else { return Ok(None) };
    let lookup = secret.lookup().hash();
    let Some(draft) = front.services.store.drafts().find(lookup, front.now()).await? else { return Ok(None) };
    let content: Content = serde_json::from_slice(&secret.open(&header(front), &draft.body)?)?;
    if content.path != path {
        return Ok(None);
    }
    Ok(Some(Kept { post: Post::from_encoded(&content.body), at: content.at, lookup }))
}

/// It came back, and is kept no longer: neither here nor in the browser.
pub(super) async fn let_go(
    front: &Front,
    lookup: LookupHash,
    path: &str,
    response: &mut Response,
) -> Result<(), Fault> {
    front.services.store.drafts().delete(lookup).await?;
    cookies::clear(response, &cookie(path));
    Ok(())
}

/// Lets go of what was kept for this address before, of what is over, and of the oldest where there are too many.
async fn make_room(front: &Front, headers: &HeaderMap, path: &str, response: &mut Response) -> Result<(), Fault> {
    let (drafts, this) = (front.services.store.drafts(), cookie(path));
    let mut living = Vec::new();
    // No browser of ours holds more than a few above the limit.
    for (name, code) in cookies::beginning_with(headers, COOKIES).take(2 * MOST) {
        let lookup = DraftSecret::parse(code).ok().map(|secret| secret.lookup().hash());
        let found = match lookup {
            Some(lookup) => drafts.find(lookup, front.now()).await?.map(|draft| (draft.updated_at, name, lookup)),
            None => None,
        };
        match found {
            Some((_, name, lookup)) if name == this => {
                drafts.delete(lookup).await?;
            }
            Some(found) => living.push(found),
            None => cookies::clear(response, name),
        }
    }
    living.sort_unstable_by_key(|(at, ..)| std::cmp::Reverse(*at));
    for (_, name, lookup) in living.into_iter().skip(MOST - 1) {
        drafts.delete(lookup).await?;
        cookies::clear(response, name);
    }
    Ok(())
}

/// The name says nothing of the address to who looks at the browser.
fn cookie(path: &str) -> String {
    format!("{COOKIES}{}", hex::encode(&Sha256::digest(path)[..8]))
}

fn header(front: &Front) -> Header {
    Header::new(front.house(), Kind::Draft, FORM)
}
