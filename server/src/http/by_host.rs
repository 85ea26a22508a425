//! Which house a request is for: the one whose address bears the host name that was asked for.

use std::collections::BTreeMap;
use std::sync::Arc;

use app::house::Link;
use app::pages::no_house;
use axum::Router;
use axum::extract::{Request, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use tower::ServiceExt as _;

use super::headers;
use crate::front::Front;

/// The routes of all houses. A house alone answers to any name; of several, each answers to its own.
pub fn houses(fronts: &[Arc<Front>]) -> Router {
    if let [only] = fronts {
        return super::router(only.clone());
    }
    let doors = fronts.iter().map(|front| (front.address.host().to_owned(), super::router(front.clone())));
    let signs = fronts.iter().map(|front| Link::new(front.content.house.name(), &front.address.public_url));
    let street = Street { doors: doors.collect(), signs: signs.collect() };
    Router::new().fallback(enter).with_state(Arc::new(street))
}

struct Street {
    doors: BTreeMap<String, Router>,
    signs: Vec<Link>,
}

async fn enter(State(street): State<Arc<Street>>, request: Request) -> Response {
    let door = host(&request).and_then(|host| street.doors.get(&host.to_ascii_lowercase()));
    match door {
        // A router answers everything; that it can't fail is in its type.
        Some(router) => match router.clone().oneshot(request).await {
            Ok(response) => response,
            Err(never) => match never {},
        },
        None => headers::without_house(misdirected(&street)),
    }
}

/// RFC 9110 §15.5.20: this server is not for that host.
fn misdirected(street: &Street) -> Response {
    let fixed = [(header::CONTENT_TYPE, "text/html; charset=utf-8"), (header::CACHE_CONTROL, "no-store")];
    (StatusCode::MISDIRECTED_REQUEST, fixed, no_house::page(street.signs.clone())).into_response()
}

/// The name without its port, from the target of the request or its `Host` header.
fn host(request: &Request) -> Option<&str> {
    request.uri().host().or_else(|| {
        let host = request.headers().get(header::HOST)?.to_str().ok()?;
        host.rsplit_once(':').map_or(Some(host), |(name, _)| Some(name))
    })
}
