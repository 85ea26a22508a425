//! Its sender takes it back.

use std::sync::Arc;

use app::follow as pages;
use app::paths::Follow;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, Uri};
use axum::response::Response;
use domain::referral::Happening;

use super::{add::happen, following};
use crate::front::Front;
use crate::http::answer::see;
use crate::intake::{answered, show};

/// The question whether it may be taken back.
pub async fn ask(State(front): State<Arc<Front>>, uri: Uri, headers: HeaderMap) -> Response {
    let work = async {
        let following = following(&front, &headers).await?;
        if !pages::is_open(following.form, following.referral.summary.status) {
            return Ok(see(&Follow::Here.to_string()));
        }
        let reference = &following.referral.summary.reference;
        let view = || pages::withdraw(following.form, reference);
        Ok(show(&front, StatusCode::OK, &headers, pages::withdraw_head(), view))
    };
    answered(&front, uri.path(), work).await
}

/// Takes it back.
pub async fn withdraw(State(front): State<Arc<Front>>, uri: Uri, headers: HeaderMap) -> Response {
    let work = async {
        let following = following(&front, &headers).await?;
        // Too late, and the page tells what happened instead.
        if pages::is_open(following.form, following.referral.summary.status) {
            happen(&front, &following, Happening::Withdrawn, None).await?;
        }
        Ok(see(&Follow::Here.to_string()))
    };
    answered(&front, uri.path(), work).await
}
