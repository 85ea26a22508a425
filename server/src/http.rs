//! The web side: every route in one table, and the layers around it in the order in which a request meets them.

mod address;
pub mod answer;
pub mod assets;
mod by_host;
pub mod cookies;
mod cross_site;
pub(crate) mod dressed;
mod fault;
mod files;
mod headers;
mod pace;
mod post;
mod public;
mod rooms;
mod search;
mod self_check;
mod simulation;

use std::sync::Arc;

use axum::Router;
use axum::extract::State;
use axum::http::Uri;
use axum::middleware::from_fn_with_state;
use axum::response::Response;
use axum::routing::{get, post};
use tower_http::catch_panic::CatchPanicLayer;

use crate::desk;
use crate::follow;
use crate::front::Front;
use crate::intake;
use crate::newsletter;
use app::pages::error::Cause;
use app::paths::{Cancel, Confirm, Contribute, Follow, Own, Unsubscribe, word};
use app::place::Place;

pub use address::Address;
pub use answer::page;
pub use by_host::houses;
pub use fault::Fault;
pub(crate) use pace::too_soon;
pub use post::{InPart, Post, Whole};

/// All routes of one house. `/healthz` and `/readyz` are added by `serve`.
pub fn router(front: Arc<Front>) -> Router {
    router_with(front, Router::new())
}

/// The same, and others behind the same layers.
pub(crate) fn router_with(front: Arc<Front>, more: Router<Arc<Front>>) -> Router {
    let wizard = format!("/{}/{{form}}", word::WIZARDS);
    let below = |rest: &str| format!("{wizard}/{rest}");
    let public = public::routes(&front);
    more.merge(public)
        .merge(desk::router(&front))
        .merge(search::routes())
        .merge(files::routes(&front))
        .merge(assets::routes(&front))
        .route(app::simulation::path::PLAY, get(simulation::game))
        .route(Place::SelfCheck.path(), post(self_check::advise))
        .route(Place::Rooms.path(), get(rooms::show))
        // The wizard: one engine for every form.
        .route(&wizard, get(intake::start::show).post(intake::start::begin))
        .route(&below(word::QUESTIONS), get(intake::start::questions))
        .route(&below(word::CHECK), get(intake::send::show).post(intake::send::send))
        .route(&below(word::CODE), get(intake::later::code))
        .route(&below(word::DISCARD), get(intake::later::ask_discard).post(intake::later::discard))
        .route(&below(word::SENT), get(intake::subscribe::mailed))
        .route(&below(&format!("{}/{{reference}}", word::SENT)), get(intake::send::sent).post(intake::send::kept))
        .route(&below(&format!("{}/{{reference}}/{}", word::SENT, word::COPY)), get(intake::copy::show))
        .route(&below(&format!("{}/{{reference}}/{}", word::SENT, word::COPY_PDF)), get(intake::copy::show_pdf))
        .route(&below("{step}"), get(intake::step::show).post(intake::step::save))
        .route(&below("{step}/{group}/{key}"), get(intake::row::show).post(intake::row::save))
        .route(
            &below(&format!("{{step}}/{{group}}/{{key}}/{}", word::REMOVE)),
            get(intake::row::ask_remove).post(intake::row::remove),
        )
        .route(&format!("/{}", word::RESUME), get(intake::later::resume_form).post(intake::later::resume))
        .route(&Own::Keep("{form}").to_string(), post(intake::own::keep))
        .route(&Own::Fill("{form}").to_string(), post(intake::own::fill))
        .route(&Own::Forget.to_string(), post(intake::own::forget))
        // After sending.
        .route(&Follow::Here.to_string(), get(follow::here).post(follow::open))
        .route(&Follow::Reply.to_string(), post(follow::reply::reply))
        .route(&Follow::Add.to_string(), post(follow::add))
        .route(&Follow::Invite.to_string(), get(follow::invite::ask).post(follow::invite::invite))
        .route(&Contribute("{code}").to_string(), get(follow::invite::look).post(follow::invite::begin))
        .route(&Follow::Withdraw.to_string(), get(follow::withdraw::ask).post(follow::withdraw::withdraw))
        .route(&Follow::Leave.to_string(), post(follow::leave))
        .route(&Confirm::Ask.to_string(), get(follow::confirm::ask).post(follow::confirm::open))
        .route(&Confirm::With("{code}").to_string(), get(follow::confirm::look).post(follow::confirm::confirm))
        .route(&Cancel("{code}").to_string(), get(follow::cancel::look).post(follow::cancel::cancel))
        .route(&Unsubscribe("{code}").to_string(), get(newsletter::leave::look).post(newsletter::leave::leave))
        .fallback(not_found)
        .method_not_allowed_fallback(method_not_allowed)
        .layer(from_fn_with_state(front.clone(), pace::keep))
        .layer(CatchPanicLayer::custom(fault::PanicPage::new(front.clone())))
        .layer(from_fn_with_state(front.clone(), cross_site::refuse))
        .layer(from_fn_with_state(front.clone(), headers::add))
        .with_state(front)
}

async fn not_found(State(front): State<Arc<Front>>, uri: Uri) -> Response {
    // Addresses end without a slash; one typed with it means the same page.
    let trimmed = uri.path().trim_end_matches('/');
    // Only our own addresses: `//elsewhere/` would leave the site.
    let is_ours = trimmed.as_bytes().get(1).is_some_and(u8::is_ascii_alphanumeric);
    if is_ours && trimmed.len() < uri.path().len() {
        return answer::see(trimmed);
    }
    answer::fault_page(&front, Cause::NotFound, uri.path())
}

async fn method_not_allowed(State(front): State<Arc<Front>>, uri: Uri) -> Response {
    answer::fault_page(&front, Cause::MethodNotAllowed, uri.path())
}
