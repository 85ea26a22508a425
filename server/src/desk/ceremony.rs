//! Asking for a passkey, and reading what came (WebAuthn): two requests that belong together.
//!
//! What was asked lies sealed in the store for one use, five minutes at most. The script of the desk (`app/desk.js`) asks for it by a
//! post, lets the browser do its work, and posts what came with the form. User verification is required; passkeys are discoverable,
//! so nobody types a name. Beside its signature the browser posts what the passkey gives for our salt (PRF), where it has that: the
//! secret under which the private key of its owner is locked.

use axum::http::header;
use axum::response::{IntoResponse as _, Response};
use chrono::TimeDelta;
use serde::{Deserialize, Serialize};
use webauthn_rs::prelude::{
    CredentialID, DiscoverableAuthentication, Passkey as Credential, PasskeyRegistration, PublicKeyCredential,
    RegisterPublicKeyCredential, Url, Uuid, Webauthn, WebauthnBuilder,
};

use super::Profile;
use crate::front::Front;
use crate::hex;
use crate::http::{Fault, Post};
use crate::random;
use crate::seal::member::Unlock;
use crate::seal::{Header, Kind};
use crate::store::{MemberId, Passkey};
use app::desk::passkey::posted;

/// How long what was asked may wait for its answer.
const LIFETIME: TimeDelta = TimeDelta::minutes(5);

/// Why a ceremony led to nothing: a code for the audit trail. Its visitor always gets the same answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub(super) enum Refusal {
    /// Nothing came that a browser would send.
    #[error("no-answer")]
    NoAnswer,
    /// It was not asked, asked too long ago, or answered already.
    #[error("not-asked")]
    NotAsked,
    /// A passkey that nobody here has.
    #[error("unknown-passkey")]
    Unknown,
    /// The signature, the address or the counter is wrong.
    #[error("wrong-signature")]
    Wrong,
    /// The key of its owner does not open with what came.
    #[error("key-does-not-open")]
    Locked,
    /// It opens, but to another key than its owner made: the row was put there from outside.
    #[error("key-was-changed")]
    Changed,
    /// Its owner left.
    #[error("left")]
    Left,
    /// No role of its owner works today.
    #[error("no-role")]
    NoRole,
    /// Someone else's passkey than that of the running session.
    #[error("other-member")]
    OtherMember,
}

impl Refusal {
    pub(super) const fn code(self) -> &'static str {
        match self {
            Self::NoAnswer => "no-answer",
            Self::NotAsked => "not-asked",
            Self::Unknown => "unknown-passkey",
            Self::Wrong => "wrong-signature",
            Self::Locked => "key-does-not-open",
            Self::Changed => "key-was-changed",
            Self::Left => "left",
            Self::NoRole => "no-role",
            Self::OtherMember => "other-member",
        }
    }
}

/// What waits for an answer.
#[derive(Serialize, Deserialize)]
enum Asked {
    /// A new passkey of this member.
    New { member: String, state: PasskeyRegistration },
    /// A passkey that is known.
    Known { state: DiscoverableAuthentication },
    /// The printed code that belongs to this passkey, which was just shown.
    Code { passkey: String },
}

/// A new passkey.
pub(super) struct Made {
    /// Its credential id, as the store knows it.
    pub(super) id: String,
    /// Its public half, as the store keeps it.
    pub(super) credential: String,
    /// What it gave; without it a printed code is needed.
    pub(super) unlock: Option<Unlock>,
}

/// A known passkey whose signature is right.
pub(super) struct Shown {
    /// The passkey.
    pub(super) passkey: Passkey,
    /// What it gave.
    pub(super) unlock: Option<Unlock>,
}

/// What the script lets the browser make: a new passkey of this member, on another device than those of `known`.
pub(super) async fn ask_new(
    front: &Front,
    member: MemberId,
    profile: &Profile,
    known: &[Passkey],
) -> Result<Response, Fault> {
    let known: Vec<CredentialID> = known.iter().filter_map(credential_id).collect();
    let (options, state) = relying_party(front)?
        .start_passkey_registration(handle(member), &profile.mail, &profile.name, Some(known))
        .map_err(|error| Fault::Passkeys(error.to_string()))?;
    let mut options = serde_json::to_value(options)?;
    // The library leaves open whether a passkey is kept on the device; without that nobody could sign in without a name.
    if let Some(selection) = options.pointer_mut("/publicKey/authenticatorSelection") {
        selection["residentKey"] = "required".into();
        selection["requireResidentKey"] = true.into();
    }
    let id = begin(front, &Asked::New { member: member.to_string(), state }).await?;
    Ok(json(&serde_json::json!({ "ceremony": id, "create": options["publicKey"] })))
}

/// What the script lets the browser sign: with any passkey of this house.
pub(super) async fn ask_known(front: &Front) -> Result<Response, Fault> {
    let (options, state) = relying_party(front)?
        .start_discoverable_authentication()
        .map_err(|error| Fault::Passkeys(error.to_string()))?;
    let id = begin(front, &Asked::Known { state }).await?;
    let options = serde_json::to_value(options)?;
    Ok(json(&serde_json::json!({ "ceremony": id, "get": options["publicKey"] })))
}

/// The number under which the printed code for this passkey is awaited.
pub(super) async fn ask_code(front: &Front, passkey: &Passkey) -> Result<String, Fault> {
    begin(front, &Asked::Code { passkey: passkey.id.clone() }).await
}

/// The passkey that this member made.
pub(super) async fn made(front: &Front, post: &Post, member: MemberId) -> Result<Result<Made, Refusal>, Fault> {
    let Some(Asked::New { member: asked, state }) = take(front, post).await? else { return Ok(Err(Refusal::NotAsked)) };
    if asked != member.to_string() {
        return Ok(Err(Refusal::OtherMember));
    }
    let Ok(answer) = serde_json::from_str::<RegisterPublicKeyCredential>(post.control(posted::ANSWER)) else {
        return Ok(Err(Refusal::NoAnswer));
    };
    let Ok(credential) = relying_party(front)?.finish_passkey_registration(&answer, &state) else {
        return Ok(Err(Refusal::Wrong));
    };
    Ok(Ok(Made {
        id: hex::encode(credential.cred_id()),
        credential: serde_json::to_string(&credential)?,
        unlock: unlock(post),
    }))
}

/// The passkey that was shown.
pub(super) async fn shown(front: &Front, post: &Post) -> Result<Result<Shown, Refusal>, Fault> {
    let Some(Asked::Known { state }) = take(front, post).await? else { return Ok(Err(Refusal::NotAsked)) };
    let Ok(answer) = serde_json::from_str::<PublicKeyCredential>(post.control(posted::ANSWER)) else {
        return Ok(Err(Refusal::NoAnswer));
    };
    let relying_party = relying_party(front)?;
    let Ok((owner, id)) = relying_party.identify_discoverable_authentication(&answer) else {
        return Ok(Err(Refusal::NoAnswer));
    };
    let Some(passkey) = front.services.store.passkeys().find(&hex::encode(id)).await? else {
        return Ok(Err(Refusal::Unknown));
    };
    if owner != handle(passkey.member) {
        return Ok(Err(Refusal::Unknown));
    }
    let mut credential: Credential = serde_json::from_str(&passkey.credential)?;
    let Ok(result) = relying_party.finish_discoverable_authentication_v2(&answer, state, &credential) else {
        return Ok(Err(Refusal::Wrong));
    };
    credential.update_credential(&result);
    let (passkeys, credential) = (front.services.store.passkeys(), serde_json::to_string(&credential)?);
    passkeys.used(&passkey.id, credential, front.now()).await?;
    Ok(Ok(Shown { passkey, unlock: unlock(post) }))
}

/// The passkey that was shown a moment ago, and whose code is here now.
pub(super) async fn awaited_code(front: &Front, post: &Post) -> Result<Result<Passkey, Refusal>, Fault> {
    let Some(Asked::Code { passkey }) = take(front, post).await? else { return Ok(Err(Refusal::NotAsked)) };
    let found = front.services.store.passkeys().find(&passkey).await?;
    Ok(found.ok_or(Refusal::Unknown))
}

/// What stands in the audit trail and in the count of failures instead of the passkey that was tried.
pub(super) fn source(front: &Front, post: &Post) -> [u8; 32] {
    let named = serde_json::from_str::<serde_json::Value>(post.control(posted::ANSWER)).ok();
    let named = named.as_ref().and_then(|answer| answer.get("id")?.as_str()).unwrap_or("");
    source_of(front, named)
}

/// The same for a passkey that is known.
pub(super) fn source_of(front: &Front, passkey: &str) -> [u8; 32] {
    front.mail_key.proof(b"sign-in", &[front.house().as_bytes(), passkey.as_bytes()])
}

async fn begin(front: &Front, asked: &Asked) -> Result<String, Fault> {
    let services = &front.services;
    let id = hex::encode(&random::bytes::<16>(&*services.random)?);
    let state = front.mail_key.seal(&bound(front, &id), &serde_json::to_vec(asked)?, &*services.random)?;
    services.store.ceremonies().begin(id.clone(), state, front.now() + LIFETIME).await?;
    Ok(id)
}

async fn take(front: &Front, post: &Post) -> Result<Option<Asked>, Fault> {
    let id: String = post.control(posted::CEREMONY).chars().take(32).collect();
    let Some(state) = front.services.store.ceremonies().take(&id, front.now()).await? else { return Ok(None) };
    Ok(Some(serde_json::from_slice(&front.mail_key.open(&bound(front, &id), &state)?)?))
}

fn json(value: &serde_json::Value) -> Response {
    ([(header::CONTENT_TYPE, "application/json"), (header::CACHE_CONTROL, "no-store")], value.to_string())
        .into_response()
}

/// How a browser knows it. One that can't be read can't sign in either: nothing is lost by making it again.
fn credential_id(passkey: &Passkey) -> Option<CredentialID> {
    serde_json::from_str::<Credential>(&passkey.credential).ok().map(|credential| credential.cred_id().clone())
}

fn bound(front: &Front, id: &str) -> Header {
    Header::new(front.house(), Kind::Ceremony, id)
}

fn unlock(post: &Post) -> Option<Unlock> {
    hex::decode::<32>(post.control(posted::SECRET)).map(|given| Unlock::from_passkey(&given))
}

/// What a passkey knows its owner by: says nothing about them.
fn handle(member: MemberId) -> Uuid {
    Uuid::from_u64_pair(0, member.number())
}

fn relying_party(front: &Front) -> Result<Webauthn, Fault> {
    let wrong = |error: String| Fault::Passkeys(error);
    let origin = Url::parse(&front.address.public_url).map_err(|error| wrong(error.to_string()))?;
    let name = front.content.house.name();
    let builder = WebauthnBuilder::new(front.address.host(), &origin).map_err(|error| wrong(error.to_string()))?;
    builder.rp_name(&name).build().map_err(|error| wrong(error.to_string()))
}
