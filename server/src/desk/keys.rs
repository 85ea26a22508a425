//! The keys of the house, and making a new one. The page is `app::desk::keys`.

use std::sync::Arc;

use app::desk::keys::{self as pages, Came, query};
use app::paths::Desk;
use axum::extract::{RawQuery, State};
use axum::http::{HeaderMap, StatusCode, Uri};
use axum::response::Response;

use super::AtDesk;
use super::present::{Names, present};
use crate::audit::{Event, Page};
use crate::front::Front;
use crate::http::answer::see;
use crate::intake::{answered, moment, show as page};

/// The page.
pub async fn show(
    State(front): State<Arc<Front>>,
    desk: AtDesk,
    RawQuery(asked): RawQuery,
    uri: Uri,
    headers: HeaderMap,
) -> Response {
    let came = match asked.as_deref() {
        Some(query::LEFT) => Came::AfterLeaving,
        Some(query::MADE) => Came::Made,
        _ => Came::Plainly,
    };
    let work = async {
        let viewed = Event::Viewed { what: Page::Keys, object: String::new() };
        front.services.store.audit().append(desk.entry(front.now(), viewed)).await?;
        let names = Names::of(&front).await?;
        let copies = front.services.store.house_keys().copies(front.house()).await?;
        let epochs = front.house_key().epochs().await?;
        let epoch = |(key, made_at): &(crate::seal::keys::PublicKey, _)| pages::Epoch {
            number: key.epoch,
            fingerprint: key.fingerprint(),
            made: moment(*made_at),
            holders: copies
                .iter()
                .filter(|copy| copy.epoch == key.epoch)
                .filter_map(|copy| names.name(copy.member))
                .collect(),
        };
        let epochs = epochs.iter().rev().map(epoch).collect();
        let head = pages::head(&front.site, &present(&front, &desk));
        Ok(page(&front, StatusCode::OK, &headers, head, || pages::page(epochs, came)))
    };
    answered(&front, uri.path(), work).await
}

/// Makes a new key.
pub async fn rotate(State(front): State<Arc<Front>>, desk: AtDesk, uri: Uri) -> Response {
    let work = async {
        front.house_key().rotate(front.now(), desk.actor()).await?;
        Ok(see(&format!("{}?{}", Desk::Keys, query::MADE)))
    };
    answered(&front, uri.path(), work).await
}
