//! The desk of the house, `/balie`: who may be there, what they may do, and the pages where they do it (`app::desk`).
//!
//! [`routes`] is the one table of addresses, each with the right it takes ([`Right`]). In front of each stands [`guard`]:
//! it turns the cookie into [`AtDesk`], sends who is not signed in to the sign-in (keeping what they typed, see [`Keeps`]), and answers who has no
//! role with that right as if there were no such page.

pub mod guard;
pub mod kept;
pub mod seat;

pub mod access;
mod act;
pub(crate) mod assign;
mod browser;
mod case;
mod ceremony;
pub(crate) mod deed;
pub mod enrol;
mod hand_over;
pub mod invite;
mod keeping;
pub mod keys;
mod news;
mod newsletter;
pub mod passkeys;
mod present;
mod queue;
mod record;
mod rooms;
pub mod sessions;
mod shortcuts;
pub mod sign_in;
pub mod staff;
mod style;
mod trail;

use std::sync::Arc;

use app::paths::Desk;
use axum::Router;
use axum::middleware::from_fn_with_state;
use axum::routing::{MethodRouter, get, post};
use domain::desk::role::Right;

use crate::front::Front;

pub use guard::Asks;
pub use kept::Keeps;
pub(crate) use seat::COOKIE;
pub use seat::{AtDesk, Profile, Seat};

/// An address of the desk.
pub struct Route {
    /// The address, as the router reads it.
    pub path: String,
    /// What it takes to be there.
    pub right: Right,
    /// How recent the sign-in must be.
    pub asks: Asks,
    /// What becomes of a post that comes too late.
    pub keeps: Keeps,
    /// What it does.
    pub handlers: MethodRouter<Arc<Front>>,
}

/// Every address of the desk that takes a sign-in.
pub fn routes() -> Vec<Route> {
    let route = |path: Desk<'_>, right, handlers| Route {
        path: path.to_string(),
        right,
        asks: Asks::Session,
        keeps: Keeps::Nothing,
        handlers,
    };
    let fresh = |path: Desk<'_>, right, handlers| Route { asks: Asks::Passkey, ..route(path, right, handlers) };
    // Where people type what they would not like to type twice, and no secret.
    let kept = |route: Route| Route { keeps: Keeps::Text, ..route };
    // The router takes no part of a word, so the whole name of the file.
    let file = |path: Desk<'_>| path.to_string().replace("{file}.css", "{file}");
    vec![
        route(Desk::SignInAgain, Right::Own, get(sign_in::again).post(sign_in::freshen)),
        route(Desk::Stay, Right::Own, get(sign_in::lead).post(sign_in::stay)),
        route(Desk::Sessions, Right::Own, get(sessions::show).post(sessions::act)),
        route(Desk::Shortcuts, Right::Own, get(shortcuts::show).post(shortcuts::change)),
        fresh(Desk::Passkeys, Right::Own, get(passkeys::show).post(passkeys::act)),
        fresh(Desk::PasskeysAsk, Right::Own, post(passkeys::ask)),
        kept(fresh(Desk::Staff, Right::Staff, get(staff::show).post(staff::invite_someone))),
        kept(fresh(Desk::Colleague("{id}"), Right::Staff, get(staff::colleague).post(staff::act))),
        fresh(Desk::Keys, Right::Keys, get(keys::show).post(keys::rotate)),
        fresh(Desk::Access, Right::Open, get(access::show).post(access::act)),
        route(Desk::Queue, Right::Own, get(queue::show)),
        route(Desk::Referral(REFERENCE), Right::Open, get(case::show)),
        route(Desk::Assign(REFERENCE), Right::Handle, get(assign::lead).post(assign::give)),
        fresh(Desk::Copy(REFERENCE, "{id}"), Right::HandOver, get(hand_over::fetch)),
        route(Desk::Rooms, Right::Rooms, get(rooms::show)),
        route(Desk::Newsletter, Right::Newsletter, get(newsletter::show)),
        fresh(Desk::NewsletterList, Right::Newsletter, get(newsletter::lead).post(newsletter::export)),
        Route { path: file(Desk::Style("{file}")), ..route(Desk::Queue, Right::Own, get(style::show)) },
        kept(route(Desk::Act(REFERENCE, "{act}"), Right::Open, get(act::show).post(act::act))),
        route(Desk::Keeping, Right::Keeping, get(keeping::show)),
        route(Desk::Certificate(REFERENCE), Right::Keeping, get(keeping::certificate)),
        route(Desk::Trail, Right::Trail, get(trail::show)),
        Route { asks: Asks::Passkey, ..route(Desk::TrailExport, Right::Trail, get(trail::export)) },
    ]
}

/// What becomes of a post to an address, as the router reads it. Where nobody is signed in yet people type only secrets.
pub(crate) fn keeps(path: &str) -> Keeps {
    routes().into_iter().find(|route| route.path == path).map_or(Keeps::Nothing, |route| route.keeps)
}

/// The addresses where nobody is signed in yet.
fn open() -> Router<Arc<Front>> {
    const CODE: &str = "{code}";
    Router::new()
        .route(&Desk::SignIn.to_string(), get(sign_in::show).post(sign_in::sign_in))
        .route(&Desk::SignInAsk.to_string(), post(sign_in::ask))
        .route(&Desk::SignInCode.to_string(), post(sign_in::code))
        .route(&Desk::SignOut.to_string(), post(sign_in::sign_out))
        .route(&Desk::Invitation(CODE).to_string(), get(enrol::show).post(enrol::promise))
        .route(&Desk::InvitationAsk(CODE).to_string(), post(enrol::ask))
        .route(&Desk::InvitationPasskey(CODE).to_string(), post(enrol::enrol))
}

/// The part of an address in which a reference stands.
const REFERENCE: &str = "{reference}";

/// All of it, guarded.
pub fn router(front: &Arc<Front>) -> Router<Arc<Front>> {
    let guarded = |router: Router<Arc<Front>>, route: Route| {
        let door = guard::Door { front: front.clone(), right: route.right, asks: route.asks, keeps: route.keeps };
        router.route(&route.path, route.handlers.route_layer(from_fn_with_state(Arc::new(door), guard::pass)))
    };
    routes().into_iter().fold(open(), guarded)
}
