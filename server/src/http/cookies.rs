//! Cookies that hold a secret: bound to this host, over TLS, for the whole site (`__Host-`, RFC 6265bis), out of reach of scripts.

use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::Response;

/// The value of this cookie, if the browser sent it.
pub fn read<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    all(headers).find(|(known, _)| *known == name).map(|(_, value)| value)
}

/// The cookies whose names begin like this: name and value.
pub fn beginning_with<'a>(headers: &'a HeaderMap, start: &'a str) -> impl Iterator<Item = (&'a str, &'a str)> {
    all(headers).filter(move |(name, _)| name.starts_with(start))
}

fn all(headers: &HeaderMap) -> impl Iterator<Item = (&str, &str)> {
    let lines = headers.get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok());
    lines.flat_map(|line| line.split(';')).filter_map(|pair| pair.trim().split_once('='))
}

/// Gives the browser a secret for this many seconds.
pub fn write(response: &mut Response, name: &str, secret: &str, seconds: i64) {
    append(response, &format!("{name}={secret}; Path=/; Max-Age={seconds}; Secure; HttpOnly; SameSite=Strict"));
}

/// Takes it away from the browser.
pub fn clear(response: &mut Response, name: &str) {
    append(response, &format!("{name}=; Path=/; Max-Age=0; Secure; HttpOnly; SameSite=Strict"));
}

fn append(response: &mut Response, cookie: &str) {
    if let Ok(mut value) = HeaderValue::from_str(cookie) {
        value.set_sensitive(true);
        response.headers_mut().append(header::SET_COOKIE, value);
    }
}
