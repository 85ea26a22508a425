//! The desk of the house, `/balie`: who may be there, what they may do, and the pages where they do it (`app::desk`).
//!
//! [`routes`] is the one table of addresses, each with the right it takes ([`Right`]). In front of each stands [`guard`]:
//! it turns the cookie into [`AtDesk`], sends who is not signed in to the sign-in (keeping what they posted), and answers who has no
//! role with that right as if there were no such page.

pub mod guard;
pub mod kept;
pub mod seat;

mod act;
mod case;
mod keeping;
mod news;
mod present;
mod queue;
mod record;
mod trail;

use std::sync::Arc;

use app::paths::Desk;
use axum::Router;
use axum::middleware::from_fn_with_state;
use axum::routing::{MethodRouter, get};
use domain::desk::role::Right;

use crate::front::Front;

pub use guard::Asks;
pub use seat::{AtDesk, Profile, Seat};

/// An address of the desk.
pub struct Route {
    /// The address, as the router reads it.
    pub path: String,
    /// What it takes to be there.
    pub right: Right,
    /// How recent the sign-in must be.
    pub asks: Asks,
    /// What it does.
    pub handlers: MethodRouter<Arc<Front>>,
}

/// Every address of the desk that takes a sign-in.
pub fn routes() -> Vec<Route> {
    let route =
        |path: Desk<'_>, right, handlers| Route { path: path.to_string(), right, asks: Asks::Session, handlers };
    vec![
        route(Desk::Queue, Right::Own, get(queue::show)),
        route(Desk::Referral(REFERENCE), Right::Open, get(case::show)),
        route(Desk::Assign(REFERENCE), Right::Handle, get(case::lead).post(case::give)),
        route(Desk::Act(REFERENCE, "{act}"), Right::Open, get(act::show).post(act::act)),
        route(Desk::Keeping, Right::Keeping, get(keeping::show)),
        route(Desk::Certificate(REFERENCE), Right::Keeping, get(keeping::certificate)),
        route(Desk::Trail, Right::Trail, get(trail::show)),
        Route { asks: Asks::Passkey, ..route(Desk::TrailExport, Right::Trail, get(trail::export)) },
    ]
}

/// The part of an address in which a reference stands.
const REFERENCE: &str = "{reference}";

/// All of it, guarded.
pub fn router(front: &Arc<Front>) -> Router<Arc<Front>> {
    let guarded = |router: Router<Arc<Front>>, route: Route| {
        let door = guard::Door { front: front.clone(), right: route.right, asks: route.asks };
        router.route(&route.path, route.handlers.route_layer(from_fn_with_state(Arc::new(door), guard::pass)))
    };
    routes().into_iter().fold(Router::new(), guarded)
}
