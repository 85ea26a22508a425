//! `/zoeken`: the words of the day, searched. What was asked is kept nowhere: people type names.

use std::sync::{Arc, RwLock};

use app::components::search_form::QUERY;
use app::pages;
use app::place::Place;
use axum::Router;
use axum::extract::{RawQuery, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use axum::routing::get;
use chrono::NaiveDate;

use super::answer;
use crate::front::Front;
use crate::search::{self, Index};

/// The page of the search.
pub(super) fn routes() -> Router<Arc<Front>> {
    let day = Arc::new(Day::default());
    let handler = move |State(front): State<Arc<Front>>, RawQuery(query): RawQuery, headers: HeaderMap| {
        let day = day.clone();
        async move { show(&front, &day, query.as_deref(), &headers) }
    };
    Router::new().route(Place::Search.path(), get(handler))
}

fn show(front: &Front, day: &Day, query: Option<&str>, request: &HeaderMap) -> Response {
    let found = day.index(front).find(&asked(query));
    answer::page(StatusCode::OK, pages::search::page(&front.site, &found), request)
}

/// What was typed. An address can hold anything; what is no text becomes marks of unreadable letters.
fn asked(query: Option<&str>) -> String {
    let pairs = form_urlencoded::parse(query.unwrap_or_default().as_bytes());
    pairs.into_iter().find(|(name, _)| name == QUERY).map(|(_, value)| value.into_owned()).unwrap_or_default()
}

/// The index of a day: some words begin to hold, or end.
#[derive(Default)]
struct Day(RwLock<Option<(NaiveDate, Arc<Index>)>>);

impl Day {
    fn index(&self, front: &Front) -> Arc<Index> {
        let today = front.today();
        let kept = self.0.read().ok().and_then(|kept| kept.clone()).filter(|(made_for, _)| *made_for == today);
        if let Some((_, index)) = kept {
            return index;
        }
        let index = Arc::new(search::index(&front.content, today));
        if let Ok(mut kept) = self.0.write() {
            *kept = Some((today, index.clone()));
        }
        index
    }
}
