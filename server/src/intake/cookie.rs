//! The cookie that holds the secret of a draft. The server keeps no copy: without it (or the same code on paper) the draft
//! can't be opened.

use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::Response;
use chrono::TimeDelta;
use domain::form::Form;

use crate::seal::draft::DraftSecret;

/// A working day: it survives a crash of the browser, not the night on a shared computer. After that the code is needed.
pub(super) const LIFETIME: TimeDelta = TimeDelta::hours(12);

/// `__Host-` binds it to this host, over TLS, for the whole site (RFC 6265bis).
fn name(form: &Form) -> String {
    format!("__Host-concept-{}", form.slug)
}

/// The secret that the browser sent along.
pub(super) fn read(headers: &HeaderMap, form: &Form) -> Option<DraftSecret> {
    let name = name(form);
    let all = headers.get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok());
    let value =
        all.flat_map(|line| line.split(';')).find_map(|pair| pair.trim().strip_prefix(&name)?.strip_prefix('='))?;
    DraftSecret::parse(value).ok()
}

/// Gives the secret to the browser.
pub(super) fn write(response: &mut Response, form: &Form, secret: &DraftSecret) {
    let cookie = format!(
        "{}={}; Path=/; Max-Age={}; Secure; HttpOnly; SameSite=Strict",
        name(form),
        secret.code().as_str(),
        LIFETIME.num_seconds()
    );
    append(response, &cookie);
}

/// Takes the secret away from the browser.
pub(super) fn clear(response: &mut Response, form: &Form) {
    append(response, &format!("{}=; Path=/; Max-Age=0; Secure; HttpOnly; SameSite=Strict", name(form)));
}

fn append(response: &mut Response, cookie: &str) {
    if let Ok(mut value) = HeaderValue::from_str(cookie) {
        value.set_sensitive(true);
        response.headers_mut().append(header::SET_COOKIE, value);
    }
}
