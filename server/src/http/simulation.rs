//! The simulation. Its address holds what was chosen; nothing of it is kept here.

use std::sync::Arc;

use app::pages::error::Cause;
use app::simulation::{path, play, printed, start};
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, Uri};
use axum::response::Response;
use chrono::NaiveDate;

use super::answer;
use crate::front::Front;

/// Its pages that are the same for everyone; `None` for another address, or where the house has no simulation.
pub(super) fn page(front: &Front, path: &str, today: NaiveDate) -> Option<String> {
    let words = front.content.simulation.as_ref()?;
    match path {
        path::START => Some(start::page(&front.site, words, today)),
        path::PRINTED => Some(printed::page(&front.site, words)),
        _ => None,
    }
}

/// The game, as the form in the address left it.
pub(super) async fn game(State(front): State<Arc<Front>>, uri: Uri, headers: HeaderMap) -> Response {
    let Some(words) = &front.content.simulation else {
        return answer::fault_page(&front, Cause::NotFound, uri.path());
    };
    let sent: Vec<(String, String)> =
        form_urlencoded::parse(uri.query().unwrap_or_default().as_bytes()).into_owned().collect();
    answer::page(StatusCode::OK, play::page(&front.site, words, &sent), &headers)
}
