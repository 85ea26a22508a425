//! Who booked which room, from today on.

use std::sync::Arc;

use app::desk::rooms::{self as pages, Booking, Cancels};
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, Uri};
use axum::response::Response;
use domain::desk::acts::cancelling;
use domain::regime::Regime;
use domain::rooms::Stay;
use domain::values::Day;

use super::AtDesk;
use super::present::present;
use crate::audit::{Event, Page};
use crate::clock;
use crate::front::Front;
use crate::http::answer::page;
use crate::intake::answered;

/// The bookings, the first day first. Who booked stands in the booking itself, which is opened on its own page.
pub(super) async fn show(State(front): State<Arc<Front>>, desk: AtDesk, uri: Uri, headers: HeaderMap) -> Response {
    let work = async {
        let store = &front.services.store;
        let taken = store.places().from(front.house(), &Day::from(front.today()).canonical()).await?;
        let stays = taken.into_iter().filter_map(|(reference, places)| Some((Stay::of_places(&places)?, reference)));
        let mut stays: Vec<(Stay, String)> = stays.collect();
        stays.sort_by_key(|(stay, _)| (stay.day, stay.start.minutes(), stay.room.clone()));
        let name = |stay: &Stay| {
            front.content.rooms.as_ref().map_or(stay.room.clone(), |rooms| rooms.name(&stay.room).to_owned())
        };
        let now = clock::amsterdam(front.now());
        let may_cancel = desk.may_with(cancelling::ACT.right, Regime::Room);
        let bookings = stays.into_iter().map(|(stay, reference)| Booking {
            room: name(&stay),
            day: stay.day,
            time: stay.time(),
            cancels: if may_cancel && !stay.is_over(now) { Cancels::Yes } else { Cancels::No },
            reference,
        });
        let entry = desk.entry(front.now(), Event::Viewed { what: Page::Rooms, object: String::new() });
        store.audit().append(entry).await?;
        let html = pages::page(&front.site, &present(&front, &desk), bookings.collect());
        Ok(page(StatusCode::OK, html, &headers))
    };
    answered(&front, uri.path(), work).await
}
