//! Who can open what was sent. The pages are `app::desk::access`.
//!
//! A colleague who may open and holds the house's key gives it to another who may; the administrator can't, as they hold none. The
//! first one types the printed house key. The recovery key from the safe opens every epoch again when nobody can give it any more.

use std::collections::BTreeSet;
use std::sync::Arc;

use app::desk::access::{self as pages, Access, Typed, Waiting, action};
use app::paths::{Desk, posted};
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, Uri};
use axum::response::Response;
use domain::desk::role::Role;

use super::present::present;
use super::{AtDesk, Profile};
use crate::audit::{Event, Page, TypedKey, WrongKey};
use crate::front::Front;
use crate::house_key::{Unlocked, may_open};
use crate::http::answer::see;
use crate::http::{Fault, Post};
use crate::intake::{answered, moment, show as page};
use crate::seal::keys::{PrivateKey, Role as KeyOf};
use crate::store::{HouseKeyCopy, Member, MemberId};

/// The page.
pub async fn show(State(front): State<Arc<Front>>, desk: AtDesk, uri: Uri, headers: HeaderMap) -> Response {
    let work = async {
        let viewed = Event::Viewed { what: Page::Access, object: String::new() };
        front.services.store.audit().append(desk.entry(front.now(), viewed)).await?;
        access_page(&front, &desk, &headers, Typed::Nothing).await
    };
    answered(&front, uri.path(), work).await
}

/// Gives a colleague a copy, or takes a typed key.
pub async fn act(State(front): State<Arc<Front>>, desk: AtDesk, uri: Uri, headers: HeaderMap, post: Post) -> Response {
    let work = async {
        match post.action().split_once(':') {
            Some((action::GIVE, id)) => give(&front, &desk, id).await,
            _ => take(&front, &desk, &headers, &post).await,
        }
    };
    answered(&front, uri.path(), work).await
}

async fn give(front: &Front, desk: &AtDesk, id: &str) -> Result<Response, Fault> {
    let id = MemberId::parse(id).ok_or(Fault::NotFound)?;
    let member = front.services.store.members().find(id).await?.ok_or(Fault::NotFound)?;
    if member.house != front.house() || !may_open(&member, front.today()) || desk.keyring.is_empty() {
        return Err(Fault::NotFound);
    }
    let entry = desk.entry(front.now(), Event::HouseKeyShared { member: id });
    front.house_key().give(&member, desk.keyring.keys(), None, entry).await?;
    Ok(see(&Desk::Access.to_string()))
}

async fn take(front: &Front, desk: &AtDesk, headers: &HeaderMap, post: &Post) -> Result<Response, Fault> {
    let Ok(typed) = PrivateKey::from_code(post.control(posted::CODE)) else {
        return refuse(front, desk, headers, WrongKey::NotAKey).await;
    };
    let now = front.now();
    let key = if typed.role() == KeyOf::Recovery { TypedKey::Recovery } else { TypedKey::House };
    match front.house_key().unlock(typed, now).await? {
        Unlocked::Epochs(keys, first) => {
            let entry = desk.entry(now, Event::HouseKeyTyped { key });
            front.house_key().give(&desk.member, &keys, first, entry).await?;
            Ok(see(&Desk::Access.to_string()))
        }
        Unlocked::OtherKey => refuse(front, desk, headers, WrongKey::OtherKey).await,
        Unlocked::RecoveryTooEarly => refuse(front, desk, headers, WrongKey::TooEarly).await,
    }
}

async fn refuse(front: &Front, desk: &AtDesk, headers: &HeaderMap, why: WrongKey) -> Result<Response, Fault> {
    let refused = desk.entry(front.now(), Event::HouseKeyRefused { why });
    front.services.store.audit().append(refused).await?;
    let typed = match why {
        WrongKey::NotAKey => Typed::NotACode,
        WrongKey::OtherKey => Typed::OtherKey,
        WrongKey::TooEarly => Typed::RecoveryTooEarly,
    };
    access_page(front, desk, headers, typed).await
}

async fn access_page(front: &Front, desk: &AtDesk, headers: &HeaderMap, typed: Typed) -> Result<Response, Fault> {
    let store = &front.services.store;
    let all: BTreeSet<u32> = store.house_keys().of(front.house()).await?.iter().map(|key| key.epoch).collect();
    let copies = store.house_keys().copies(front.house()).await?;
    let members = store.members().of(front.house()).await?;
    let today = front.today();
    let mut access = Access {
        held: (desk.keyring.keys().len(), all.len().max(1)),
        first: all.is_empty(),
        givers: Vec::new(),
        waiting: Vec::new(),
        holders: Vec::new(),
        passkeys: front.services.store.passkeys().of(desk.member.id).await?.len(),
    };
    let own: BTreeSet<u32> = desk.keyring.keys().iter().map(|(epoch, _)| *epoch).collect();
    for member in members.iter().filter(|member| may_open(member, today) && member.has_enrolled()) {
        let held = held_by(&copies, member.id);
        let profile = Profile::of(front, member)?;
        if !held.is_empty() {
            access.holders.push(profile.name.clone());
        }
        if !own.is_subset(&held) {
            access.waiting.push(waiting(front, member, &profile).await?);
        }
        if member.id != desk.member.id && held == all && !all.is_empty() {
            access.givers.push(profile.name);
        }
    }
    let status = if typed == Typed::Nothing { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let head = pages::head(&front.site, &present(front, desk), typed);
    Ok(page(front, status, headers, head, || pages::page(access, typed)))
}

fn held_by(copies: &[HouseKeyCopy], member: MemberId) -> BTreeSet<u32> {
    copies.iter().filter(|copy| copy.member == member).map(|copy| copy.epoch).collect()
}

async fn waiting(front: &Front, member: &Member, profile: &Profile) -> Result<Waiting, Fault> {
    let roles = member.roles.iter().map(|held| Role::text(held.role)).collect::<Vec<_>>();
    // Whoever enrols has one passkey, and every older one is gone.
    let passkeys = front.services.store.passkeys().of(member.id).await?;
    Ok(Waiting {
        id: member.id.to_string(),
        name: profile.name.clone(),
        organisation: profile.organisation.clone(),
        roles: roles.join(", "),
        enrolled: passkeys.first().map(|first| moment(first.made_at)).unwrap_or_default(),
    })
}
