//! The self-check for a browser that cannot show the advice itself. What was posted goes into the answer and nowhere else.

use std::sync::Arc;

use app::pages::self_check::{self, Asked};
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use domain::self_check::STEP;

use super::{Post, answer};
use crate::front::Front;

/// The page with the answers ticked and the advice shown.
pub(super) async fn advise(State(front): State<Arc<Front>>, headers: HeaderMap, post: Post) -> Response {
    let answers = post.answers(|name| STEP.fields().any(|field| field.name == name));
    let context = front.context();
    let asked = Asked { answers: &answers, context: &context, forms: &front.content.forms };
    answer::page(StatusCode::OK, self_check::answered(&front.site, asked), &headers)
}
