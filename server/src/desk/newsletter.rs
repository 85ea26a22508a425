//! The list of the newsletter: how long it is, and the list itself as a file.

use std::sync::Arc;

use app::desk::newsletter as pages;
use app::paths::Desk;
use axum::extract::State;
use axum::http::{HeaderMap, HeaderValue, StatusCode, Uri, header};
use axum::response::{IntoResponse as _, Response};

use super::AtDesk;
use super::present::present;
use crate::audit::{Event, Page};
use crate::front::Front;
use crate::http::answer::{page, see};
use crate::intake::answered;
use crate::newsletter::{read_list, write_table};

/// How long the list is.
pub(super) async fn show(State(front): State<Arc<Front>>, desk: AtDesk, uri: Uri, headers: HeaderMap) -> Response {
    let work = async {
        let length = front.services.store.subscriptions().length(front.house()).await?;
        let entry = desk.entry(front.now(), Event::Viewed { what: Page::Newsletter, object: String::new() });
        front.services.store.audit().append(entry).await?;
        let list = pages::List { confirmed: length.confirmed, unconfirmed: length.unconfirmed };
        Ok(page(StatusCode::OK, pages::page(&front.site, &present(&front, &desk), list), &headers))
    };
    answered(&front, uri.path(), work).await
}

/// The list as a table.
pub(super) async fn export(State(front): State<Arc<Front>>, desk: AtDesk, uri: Uri) -> Response {
    let work = async {
        let list = read_list(&front.services.store, front.house()).await?;
        let event = Event::SubscribersExported { house: front.house().to_owned(), count: list.len() as u64 };
        front.services.store.audit().append(desk.entry(front.now(), event)).await?;
        let mut bytes = Vec::new();
        write_table(list, &front.mail_key, front.house(), &mut bytes)?;
        let fixed = [
            (header::CONTENT_TYPE, HeaderValue::from_static("text/csv; charset=utf-8")),
            (header::CACHE_CONTROL, HeaderValue::from_static("no-store")),
            (header::CONTENT_DISPOSITION, HeaderValue::from_static("attachment; filename=\"nieuwsbrief.csv\"")),
        ];
        Ok((fixed, bytes).into_response())
    };
    answered(&front, uri.path(), work).await
}

/// The address only takes posts: someone came back to it after signing in.
pub(super) async fn lead() -> Response {
    see(&Desk::Newsletter.to_string())
}
