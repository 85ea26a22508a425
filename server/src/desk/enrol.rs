//! What is behind the link of an invitation: the promise of secrecy, then a passkey. The pages are `app::desk::enrol`.
//!
//! The key pair of the member is made here, in memory; its private half leaves only locked under what the passkey gave or under a
//! printed code.

use std::sync::Arc;

use app::desk::enrol::{self as pages, Gone, Invited, Onward, SECRECY, Stage};
use app::paths::Desk;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, Uri};
use axum::response::{IntoResponse as _, Response};
use domain::calendar;

use super::ceremony::{self, Made};
use super::{Profile, browser, sign_in};
use crate::audit::{Actor, Entry, Event, Step};
use crate::front::Front;
use crate::http::answer::see;
use crate::http::{Address, Fault, Post};
use crate::intake::{answered, show as page};
use crate::seal::draft::LookupHash;
use crate::seal::follow::LinkSecret;
use crate::seal::keys::{PrivateKey, Role};
use crate::seal::member::{self, KeyCode};
use crate::store::{Enrolment, LockedBy, Member, Passkey};

/// Who comes with a link that works.
struct Guest {
    link: LookupHash,
    code: String,
    member: Member,
    profile: Profile,
}

/// The page behind the link.
pub async fn show(
    State(front): State<Arc<Front>>,
    Address(code): Address<String>,
    uri: Uri,
    headers: HeaderMap,
) -> Response {
    let work = async {
        Ok(match find(&front, &code).await? {
            Ok(guest) => {
                let stage = if guest.member.accepted_at.is_some() { Stage::Passkey } else { Stage::Promise };
                stage_page(&front, &headers, &guest, stage)
            }
            Err(why) => gone(&front, &headers, why, &uri),
        })
    };
    answered(&front, uri.path(), work).await
}

/// They promise secrecy (WGS art. 1.11).
pub async fn promise(
    State(front): State<Arc<Front>>,
    Address(code): Address<String>,
    uri: Uri,
    headers: HeaderMap,
    post: Post,
) -> Response {
    let work = async {
        let guest = match find(&front, &code).await? {
            Ok(guest) => guest,
            Err(why) => return Ok(gone(&front, &headers, why, &uri)),
        };
        if post.control(SECRECY) != "ja" {
            return Ok(stage_page(&front, &headers, &guest, Stage::NotPromised));
        }
        let now = front.now();
        front.services.store.members().accept(guest.member.id, now, entry(&front, &guest, Step::Accepted)).await?;
        Ok(see(&Desk::Invitation(&code).to_string()))
    };
    answered(&front, uri.path(), work).await
}

/// What the script lets the browser make.
pub async fn ask(State(front): State<Arc<Front>>, Address(code): Address<String>, uri: Uri) -> Response {
    let work = async {
        match find(&front, &code).await? {
            Ok(guest) if guest.member.accepted_at.is_some() => {
                ceremony::ask_new(&front, guest.member.id, &guest.profile, &[]).await
            }
            Ok(_) => Ok(see(&Desk::Invitation(&code).to_string())),
            Err(_) => Ok(StatusCode::GONE.into_response()),
        }
    };
    answered(&front, uri.path(), work).await
}

/// The passkey was made: from now on it signs them in, and it does so at once where a role of theirs holds.
pub async fn enrol(
    State(front): State<Arc<Front>>,
    Address(code): Address<String>,
    uri: Uri,
    headers: HeaderMap,
    post: Post,
) -> Response {
    let work = async {
        let guest = match find(&front, &code).await? {
            Ok(guest) if guest.member.accepted_at.is_some() => guest,
            Ok(_) => return Ok(see(&Desk::Invitation(&code).to_string())),
            Err(why) => return Ok(gone(&front, &headers, why, &uri)),
        };
        let Ok(made) = ceremony::made(&front, &post, guest.member.id).await? else {
            return Ok(stage_page(&front, &headers, &guest, Stage::PasskeyFailed));
        };
        let key = PrivateKey::generate(Role::Member, &*front.services.random)?;
        let (passkey, printed) = locked(&front, &guest.member, &key, made, &headers)?;
        let public_key = front.house_key().of_member(guest.member.id, &key);
        let new = Enrolment { link: guest.link, public_key, passkey };
        let entry = entry(&front, &guest, Step::Enrolled);
        if !front.services.store.staff_invitations().enrol(new, front.now(), entry).await? {
            return Ok(gone(&front, &headers, Gone::Used, &uri));
        }
        let entered = if guest.member.roles_on(front.today()).is_empty() {
            sign_in::without_role(&front, &headers)
        } else {
            // Where a second passkey is asked for, as it is where the key of the house is.
            sign_in::enter(&front, &headers, &guest.member, &key, &Desk::Passkeys.to_string()).await?
        };
        Ok(match printed {
            None => entered,
            Some(printed) => with_code(&front, &headers, &printed, entered, &uri),
        })
    };
    answered(&front, uri.path(), work).await
}

/// Locks the key of a member under what a new passkey gave, or under a printed code where it gave nothing.
pub(super) fn locked(
    front: &Front,
    owner: &Member,
    key: &PrivateKey,
    made: Made,
    headers: &HeaderMap,
) -> Result<(Passkey, Option<KeyCode>), Fault> {
    let random = &*front.services.random;
    let (unlock, printed) = if let Some(unlock) = made.unlock {
        (unlock, None)
    } else {
        let code = KeyCode::generate(random)?;
        (code.unlock(), Some(code))
    };
    let locked_by = if printed.is_some() { LockedBy::Code } else { LockedBy::Passkey };
    let locked_key = member::lock(key, &unlock, front.house(), &owner.id.to_string(), &made.id, random)?;
    let passkey = Passkey {
        id: made.id,
        member: owner.id,
        credential: made.credential,
        locked_key,
        locked_by,
        label: browser::label(headers),
        made_at: front.now(),
        used_at: None,
    };
    Ok((passkey, printed))
}

/// The page with the printed code, in front of where `onward` leads; with its cookie.
pub(super) fn with_code(
    front: &Front,
    headers: &HeaderMap,
    printed: &KeyCode,
    onward: Response,
    uri: &Uri,
) -> Response {
    let to = onward.headers().get("location").and_then(|to| to.to_str().ok());
    let to = to.map_or(Onward::NoRole, |to| Onward::To(to.to_owned()));
    let head = pages::code_head(&front.site, uri.path().to_owned());
    let code = printed.code();
    let mut response = page(front, StatusCode::OK, headers, head, || pages::code_page(&code, to));
    for cookie in onward.headers().get_all("set-cookie") {
        response.headers_mut().append("set-cookie", cookie.clone());
    }
    response
}

async fn find(front: &Front, code: &str) -> Result<Result<Guest, Gone>, Fault> {
    let Ok(link) = LinkSecret::parse(code) else { return Ok(Err(Gone::Unknown)) };
    let store = &front.services.store;
    let Some(invitation) = store.staff_invitations().find(link.hash()).await? else { return Ok(Err(Gone::Unknown)) };
    let member = store.members().find(invitation.member).await?;
    let Some(member) = member.filter(|member| member.house == front.house()) else { return Ok(Err(Gone::Unknown)) };
    if invitation.used_at.is_some() {
        return Ok(Err(Gone::Used));
    }
    if invitation.expires_at <= front.now() || member.left_at.is_some() {
        return Ok(Err(Gone::Ended));
    }
    let profile = Profile::of(front, &member)?;
    Ok(Ok(Guest { link: link.hash(), code: code.to_owned(), member, profile }))
}

fn entry(front: &Front, guest: &Guest, what: Step) -> Entry {
    let id = guest.member.id;
    Entry::new(front.now(), Actor::MemberWithoutRole(id), Event::Member { member: id, what })
}

fn stage_page(front: &Front, headers: &HeaderMap, guest: &Guest, stage: Stage) -> Response {
    let status = match stage {
        Stage::Promise | Stage::Passkey => StatusCode::OK,
        Stage::NotPromised | Stage::PasskeyFailed => StatusCode::UNPROCESSABLE_ENTITY,
    };
    let invited = Invited {
        name: guest.profile.name.clone(),
        organisation: guest.profile.organisation.clone(),
        roles: guest.member.roles.iter().map(|held| (held.role, calendar::long(held.until))).collect(),
        code: guest.code.clone(),
    };
    let head = pages::head(&front.site, stage, &guest.code);
    page(front, status, headers, head, || pages::page(invited, stage))
}

fn gone(front: &Front, headers: &HeaderMap, why: Gone, uri: &Uri) -> Response {
    let status = if why == Gone::Unknown { StatusCode::NOT_FOUND } else { StatusCode::GONE };
    page(front, status, headers, pages::gone_head(&front.site, uri.path().to_owned()), || pages::gone_page(why))
}
