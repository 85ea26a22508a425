//! The cookie that holds a follow code between pages: half an hour, or until its owner says "klaar".

use axum::http::HeaderMap;
use axum::response::Response;

use crate::http::cookies;
use crate::seal::follow::FollowSecret;

/// Its name.
pub(crate) const NAME: &str = "__Host-volgen";
const SECONDS: i64 = 30 * 60;

/// The code that the browser sent along.
pub(super) fn read(headers: &HeaderMap) -> Option<FollowSecret> {
    FollowSecret::parse(cookies::read(headers, NAME)?).ok()
}

/// Gives the code to the browser.
pub(super) fn write(response: &mut Response, secret: &FollowSecret) {
    cookies::write(response, NAME, &secret.code(), SECONDS);
}

/// Takes the code away from the browser.
pub(super) fn clear(response: &mut Response) {
    cookies::clear(response, NAME);
}
