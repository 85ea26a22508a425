//! The desk of the house, `/balie`: who may be there, what they may do, and the pages where they do it (`app::desk`).
//!
//! [`routes`] is the one table of addresses, each with the right it takes ([`Right`]). In front of each stands [`guard`]:
//! it turns the cookie into [`AtDesk`], sends who is not signed in to the sign-in (keeping what they posted), and answers who has no
//! role with that right as if there were no such page.

pub mod guard;
pub mod kept;
pub mod seat;

use std::sync::Arc;

use axum::Router;
use axum::middleware::from_fn_with_state;
use axum::routing::MethodRouter;
use domain::desk::role::Right;

use crate::front::Front;

pub use guard::Asks;
pub use seat::{AtDesk, Profile};

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
    Vec::new()
}

/// All of it, guarded.
pub fn router(front: &Arc<Front>) -> Router<Arc<Front>> {
    let guarded = |router: Router<Arc<Front>>, route: Route| {
        let door = guard::Door { front: front.clone(), right: route.right, asks: route.asks };
        router.route(&route.path, route.handlers.route_layer(from_fn_with_state(Arc::new(door), guard::pass)))
    };
    routes().into_iter().fold(Router::new(), guarded)
}
