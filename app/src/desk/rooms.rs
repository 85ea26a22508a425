//! Who booked which room.

use chrono::NaiveDate;
use domain::calendar::long;
use domain::desk::acts::cancelling;
use leptos::prelude::*;

use super::frame::{self, Present};
use super::navigation::{At, Part};
use super::table::{Look, Row, table};
use crate::document::{Site, render};
use crate::paths::Desk;

/// A room that was booked.
#[derive(Clone)]
pub struct Booking {
    /// Its number.
    pub reference: String,
    /// Name of the room.
    pub room: String,
    /// On which day.
    pub day: NaiveDate,
    /// "van 9.00 tot 10.30 uur".
    pub time: String,
    /// Whether it can be cancelled.
    pub cancels: Cancels,
}

/// Whether who looks can cancel a booking.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Cancels {
    /// They may, and it is not over.
    Yes,
    /// They only look, or it is over.
    No,
}

/// The whole document.
pub fn page(site: &Site, present: &Present, bookings: Vec<Booking>) -> String {
    let part = Part::Rooms;
    let head = frame::head(site, present, At::On(part), part.text(), Desk::Rooms.to_string());
    render(site, head, || view(bookings))
}

fn view(bookings: Vec<Booking>) -> impl IntoView {
    let count = match bookings.len() {
        1 => "1 reservering".to_owned(),
        count => format!("{count} reserveringen"),
    };
    let row = |booking: Booking| {
        let Booking { reference, room, day, time, cancels } = booking;
        let link = Desk::Referral(&reference).to_string();
        let cancel = (cancels == Cancels::Yes).then(|| {
            let href = Desk::Act(&reference, cancelling::ACT.form.slug).to_string();
            let which = format!(" van {room}, {}", long(day));
            view! { <a class="nl-link" href=href>"Afzeggen"<span class="zvh-visually-hidden">{which}</span></a> }
                .into_any()
        });
        Row {
            head: view! { {long(day)}", "{time} }.into_any(),
            cells: vec![
                Some(room.into_any()),
                Some(view! { <a class="nl-link" href=link>{reference}</a> }.into_any()),
                cancel,
            ],
            look: Look::Read,
        }
    };
    let list = if bookings.is_empty() {
        view! { <p class="nl-paragraph">"Vanaf vandaag heeft niemand een kamer gereserveerd."</p> }.into_any()
    } else {
        table(
            count,
            &["Wanneer", "Kamer", "Reservering", "Gaat het niet door?"],
            bookings.into_iter().map(row).collect(),
        )
        .into_any()
    };
    view! {
        <div class="zvh-frame zvh-desk">
            <h1 class="nl-heading nl-heading--level-1">{Part::Rooms.text()}</h1>
            {list}
        </div>
    }
}
