//! The cookie that holds the secret of a draft. The server keeps no copy: without it (or the same code on paper) the draft
//! can't be opened.

use axum::http::HeaderMap;
use axum::response::Response;
use chrono::TimeDelta;
use domain::form::Form;

use crate::http::cookies;
use crate::seal::draft::DraftSecret;

/// A working day: it survives a crash of the browser, not the night on a shared computer. After that the code is needed.
pub(super) const LIFETIME: TimeDelta = TimeDelta::hours(12);

/// Its name, for the form with this slug.
pub(crate) fn name(form: &str) -> String {
    format!("__Host-concept-{form}")
}

/// The secret that the browser sent along.
pub(super) fn read(headers: &HeaderMap, form: &Form) -> Option<DraftSecret> {
    DraftSecret::parse(cookies::read(headers, &name(form.slug))?).ok()
}

/// Gives the secret to the browser.
pub(super) fn write(response: &mut Response, form: &Form, secret: &DraftSecret) {
    cookies::write(response, &name(form.slug), &secret.code(), LIFETIME.num_seconds());
}

/// Takes the secret away from the browser.
pub(super) fn clear(response: &mut Response, form: &Form) {
    cookies::clear(response, &name(form.slug));
}
