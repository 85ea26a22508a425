//! Who works at the desk: the list, inviting, changing, leaving. The pages are `app::desk::staff`.
//!
//! Nobody changes their own roles. A link is shown once, in the answer to the post that made it; the store has its hash.

mod typed;

use std::sync::Arc;

use app::desk::keys::query;
use app::desk::staff::colleague::{SURE, action};
use app::desk::staff::{self as pages, Asked, Colleague, Dates, Inviting, Standing};
use app::paths::Desk;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, Uri};
use axum::response::Response;
use chrono::NaiveDate;
use domain::calendar;
use domain::desk::role::Right;

use super::invite::{LIFETIME, Person, invite, invite_again};
use super::kept::Kept;
use super::present::{clock_time, present};
use super::{AtDesk, Profile};
use crate::audit::{Event, Page, Step};
use crate::front::Front;
use crate::http::answer::see;
use crate::http::{Address, Fault, Post};
use crate::intake::{answered, moment, show as page};
use crate::mail::{Facts, MailKind};
use crate::seal::follow::LinkSecret;
use crate::store::{Member, MemberId, NewMail};

/// The list.
pub async fn show(State(front): State<Arc<Front>>, desk: AtDesk, uri: Uri, headers: HeaderMap) -> Response {
    let work = async {
        let viewed = Event::Viewed { what: Page::Staff, object: String::new() };
        front.services.store.audit().append(desk.entry(front.now(), viewed)).await?;
        let kept = desk.kept.as_ref();
        let typed = kept.map_or_else(|| typed::empty(front.today()), |kept| typed::read(&kept.post));
        let inviting = Inviting { typed, kept: kept.map(|kept| given_back(kept)), ..Inviting::default() };
        list(&front, &desk, &headers, &inviting).await
    };
    answered(&front, uri.path(), work).await
}

/// Invites someone: the answer holds the link.
pub async fn invite_someone(
    State(front): State<Arc<Front>>,
    desk: AtDesk,
    uri: Uri,
    headers: HeaderMap,
    post: Post,
) -> Response {
    let work = async {
        let typed = typed::read(&post);
        let (profile, appointment) = match (typed::profile(&typed), typed::appointment(&typed, front.today())) {
            (Ok(profile), Ok(appointment)) => (profile, appointment),
            (profile, appointment) => {
                let wrong = [profile.err().unwrap_or_default(), appointment.err().unwrap_or_default()].concat();
                let inviting = Inviting { typed, wrong, kept: None };
                return list(&front, &desk, &headers, &inviting).await;
            }
        };
        let (name, dates) = (profile.name.clone(), dates(appointment.screened_on, appointment.trained_on));
        let person = Person { profile, appointment };
        let (_, link) = invite(&front.house_key(), person, front.now(), desk.actor()).await?;
        Ok(link_page(&front, &desk, &headers, (name, dates), &link))
    };
    answered(&front, uri.path(), work).await
}

/// One colleague.
pub async fn colleague(
    State(front): State<Arc<Front>>,
    desk: AtDesk,
    Address(id): Address<String>,
    uri: Uri,
    headers: HeaderMap,
) -> Response {
    let work = async {
        let member = find(&front, &id).await?;
        let viewed = Event::Viewed { what: Page::Staff, object: member.id.to_string() };
        front.services.store.audit().append(desk.entry(front.now(), viewed)).await?;
        // A link and leaving are one press: nothing of them was typed.
        let kept = desk.kept.as_ref().filter(|kept| kept.post.action() == action::APPOINT);
        let typed = kept.map_or_else(|| typed::of(&member), |kept| typed::read(&kept.post));
        let asked = Asked { typed, kept: kept.map(|kept| given_back(kept)), ..Asked::default() };
        colleague_page(&front, &desk, &headers, &member, asked).await
    };
    answered(&front, uri.path(), work).await
}

/// Changes one colleague: roles and dates, a new link, leaving.
pub async fn act(
    State(front): State<Arc<Front>>,
    desk: AtDesk,
    Address(id): Address<String>,
    uri: Uri,
    headers: HeaderMap,
    post: Post,
) -> Response {
    let work = async {
        let member = find(&front, &id).await?;
        if member.id == desk.member.id || member.left_at.is_some() {
            return Err(Fault::NotFound);
        }
        match post.action() {
            action::APPOINT => appoint(&front, &desk, &headers, &member, &post).await,
            action::LINK => new_link(&front, &desk, &headers, &member).await,
            action::END => end(&front, &desk, &headers, &member, &post).await,
            _ => Err(Fault::NotFound),
        }
    };
    answered(&front, uri.path(), work).await
}

async fn appoint(
    front: &Front,
    desk: &AtDesk,
    headers: &HeaderMap,
    member: &Member,
    post: &Post,
) -> Result<Response, Fault> {
    let typed = typed::read(post);
    match typed::appointment(&typed, front.today()) {
        Ok(appointment) => {
            let what = Step::Changed(Box::new(appointment.clone()));
            let changed = desk.entry(front.now(), Event::Member { member: member.id, what });
            front.services.store.members().appoint(member.id, appointment, changed).await?;
            Ok(see(&Desk::Colleague(&member.id.to_string()).to_string()))
        }
        Err(wrong) => colleague_page(front, desk, headers, member, Asked { typed, wrong, ..Asked::default() }).await,
    }
}

async fn new_link(front: &Front, desk: &AtDesk, headers: &HeaderMap, member: &Member) -> Result<Response, Fault> {
    let profile = Profile::of(front, member)?;
    // Who never enrolled has no place here that anyone could take.
    let notice = member.public_key.map(|_| notice(front, &profile)).transpose()?;
    let link = invite_again(&front.house_key(), member.id, notice, front.now(), desk.actor()).await?;
    front.services.bell.ring();
    Ok(link_page(front, desk, headers, (profile.name, dates(member.screened_on, member.trained_on)), &link))
}

/// The mail that tells a colleague of a new link.
fn notice(front: &Front, profile: &Profile) -> Result<NewMail, Fault> {
    let house = &front.content.house;
    let facts = Facts {
        received: moment(front.now()),
        house: house.name(),
        phone: house.phone.shown.clone(),
        ..Facts::default()
    };
    Ok(front.mail(MailKind::NewLink, &profile.mail, &facts)?)
}

async fn end(
    front: &Front,
    desk: &AtDesk,
    headers: &HeaderMap,
    member: &Member,
    post: &Post,
) -> Result<Response, Fault> {
    if post.control(SURE) != "ja" {
        let asked = Asked { typed: typed::of(member), unsure: true, ..Asked::default() };
        return colleague_page(front, desk, headers, member, asked).await;
    }
    let left = desk.entry(front.now(), Event::Member { member: member.id, what: Step::Left });
    front.services.store.members().end(member.id, front.now(), left).await?;
    let renews = desk.may(Right::Keys);
    Ok(see(&if renews { format!("{}?{}", Desk::Keys, query::LEFT) } else { Desk::Staff.to_string() }))
}

async fn find(front: &Front, id: &str) -> Result<Member, Fault> {
    let id = MemberId::parse(id).ok_or(Fault::NotFound)?;
    let member = front.services.store.members().find(id).await?;
    member.filter(|member| member.house == front.house()).ok_or(Fault::NotFound)
}

async fn shown(front: &Front, member: &Member) -> Result<Colleague, Fault> {
    let profile = Profile::of(front, member)?;
    let passkeys = front.services.store.passkeys().of(member.id).await?;
    let used = passkeys.iter().filter_map(|passkey| passkey.used_at.or(Some(passkey.made_at))).max();
    let day = |day: Option<_>| day.map(calendar::short).unwrap_or_default();
    Ok(Colleague {
        id: member.id.to_string(),
        name: profile.name,
        organisation: profile.organisation,
        roles: member.roles.iter().map(|held| (held.role, calendar::short(held.until))).collect(),
        until: calendar::short(member.until),
        screened: day(member.screened_on),
        trained: day(member.trained_on),
        used: used.map(moment).unwrap_or_default(),
        standing: standing(front, member),
    })
}

fn given_back(kept: &Kept) -> pages::Kept {
    pages::Kept { at: clock_time(kept.at) }
}

fn standing(front: &Front, member: &Member) -> Standing {
    if member.left_at.is_some() {
        Standing::Left
    } else if !member.has_enrolled() {
        Standing::Invited
    } else if member.roles_on(front.today()).is_empty() {
        Standing::NoRole
    } else {
        Standing::Works
    }
}

async fn list(front: &Front, desk: &AtDesk, headers: &HeaderMap, inviting: &Inviting) -> Result<Response, Fault> {
    let mut colleagues = Vec::new();
    for member in front.services.store.members().of(front.house()).await? {
        colleagues.push(shown(front, &member).await?);
    }
    pages::sort(&mut colleagues);
    let head = pages::head(&front.site, &present(front, desk), inviting);
    Ok(page(front, status(inviting.wrong.is_empty()), headers, head, || pages::page(colleagues, inviting)))
}

async fn colleague_page(
    front: &Front,
    desk: &AtDesk,
    headers: &HeaderMap,
    member: &Member,
    asked: Asked,
) -> Result<Response, Fault> {
    let asked = Asked { own: member.id == desk.member.id, ..asked };
    let colleague = shown(front, member).await?;
    let head = pages::colleague_head(&front.site, &present(front, desk), &colleague, &asked);
    let status = status(asked.wrong.is_empty() && !asked.unsure);
    Ok(page(front, status, headers, head, || pages::colleague_page(colleague, asked)))
}

fn dates(screened_on: Option<NaiveDate>, trained_on: Option<NaiveDate>) -> Dates {
    if screened_on.and(trained_on).is_some() { Dates::Known } else { Dates::Missing }
}

/// `whom` it is for, and whether their dates are known.
fn link_page(front: &Front, desk: &AtDesk, headers: &HeaderMap, whom: (String, Dates), link: &LinkSecret) -> Response {
    let (name, dates) = whom;
    let address = format!("{}{}", front.address.public_url, Desk::Invitation(&link.code()));
    let until = front.written(front.now() + LIFETIME);
    let head = pages::link_head(&front.site, &present(front, desk));
    page(front, StatusCode::OK, headers, head, || pages::link_page(name, address, until, dates))
}

fn status(is_fine: bool) -> StatusCode {
    if is_fine { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY }
}
