//! The single keys of the desk: what they do, and whether they work in this browser. The page is `app::desk::shortcut::page`.

use std::sync::Arc;

use app::desk::shortcut::{Shortcuts, page as pages};
use app::paths::Desk;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, Uri};
use axum::response::Response;

use super::AtDesk;
use super::present::present;
use crate::front::Front;
use crate::http::answer::see;
use crate::http::{Fault, Post, cookies};
use crate::intake::{answered, show as page};

/// The cookie that remembers it. It tells nothing of who has it.
const COOKIE: &str = "__Host-sneltoetsen";
/// A year, in seconds.
const KEPT: i64 = 365 * 24 * 60 * 60;

/// Whether they work in the browser that sent this.
pub(super) fn of(headers: &HeaderMap) -> Shortcuts {
    cookies::read(headers, COOKIE).and_then(Shortcuts::from_slug).unwrap_or_default()
}

/// The page.
pub(super) async fn show(State(front): State<Arc<Front>>, desk: AtDesk, uri: Uri, headers: HeaderMap) -> Response {
    let work = async {
        let head = pages::head(&front.site, &present(&front, &desk));
        Ok(page(&front, StatusCode::OK, &headers, head, || pages::page(desk.shortcuts)))
    };
    answered(&front, uri.path(), work).await
}

/// Turns them on or off.
pub(super) async fn change(State(front): State<Arc<Front>>, uri: Uri, post: Post) -> Response {
    let work = async {
        let wanted = Shortcuts::from_slug(post.action()).ok_or(Fault::NotFound)?;
        let mut response = see(&Desk::Shortcuts.to_string());
        cookies::write(&mut response, COOKIE, wanted.slug(), KEPT);
        Ok(response)
    };
    answered(&front, uri.path(), work).await
}
