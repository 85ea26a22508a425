//! Which rooms are free, in a week: per day, per room, in words. Nobody's name is on it.

use chrono::NaiveDate;
use domain::calendar::long;
use domain::form::{Form, Taking};
use domain::rooms::{Run, State, Stay, Week, span};
use leptos::either::Either;
use leptos::prelude::*;

use crate::components::Breadcrumb;
use crate::document::{Head, Site, render};
use crate::paths::Wizard;
use crate::place::Place;

/// The name of the week in the address: `/kamers?week=2026-49`.
pub const WEEK: &str = "week";

/// Half hours that a link proposes, where as many are free.
const PROPOSED: usize = 2;

/// A week of all rooms.
pub struct RoomsPage {
    /// The form with which one books, and how its answers name a stay.
    pub book: (&'static Form, Taking),
    /// The rooms.
    pub rooms: Vec<RoomWords>,
    /// Which week.
    pub week: Week,
    /// The week before it, where it still can be booked.
    pub previous: Option<Week>,
    /// The week after it, where it can be booked already.
    pub next: Option<Week>,
    /// Its days that are not over.
    pub days: Vec<RoomsDay>,
}

/// A room in words.
#[derive(Clone)]
pub struct RoomWords {
    /// Its name.
    pub name: String,
    /// For how many people.
    pub seats: u16,
    /// What is in it.
    pub equipment: Option<String>,
}

/// A day of all rooms.
pub struct RoomsDay {
    /// Which day.
    pub date: NaiveDate,
    /// The stretches of each room, in the order of [`RoomsPage::rooms`]; all empty where the house is closed.
    pub rooms: Vec<Vec<Run>>,
}

/// The address of a week.
pub fn address(week: Week) -> String {
    format!("{}?{WEEK}={}", Place::Rooms.path(), week.canonical())
}

/// "Spreekkamer 1 (4 personen)".
pub fn label(name: &str, seats: u16) -> String {
    let people = if seats == 1 { "persoon" } else { "personen" };
    format!("{name} ({seats} {people})")
}

const TITLE: &str = "Kamers in het huis";

/// The whole document.
pub fn page(site: &Site, page: RoomsPage) -> String {
    let title = format!("{TITLE}, week {}", page.week.number());
    render(site, Head::unlisted(title, Place::Rooms.path()), || view(page))
}

fn view(page: RoomsPage) -> impl IntoView {
    let RoomsPage { book, rooms, week, previous, next, days } = page;
    let start = Wizard::Start.of(book.0.slug);
    let days = days.into_iter().map(|day| day_view(book, &rooms, day)).collect_view();
    let kinds = rooms.iter().cloned().map(room_view).collect_view();
    view! {
        <div class="zvh-frame zvh-page">
            <Breadcrumb here=TITLE.to_owned() />
            <h1 class="nl-heading nl-heading--level-1">{TITLE}</h1>
            <p class="nl-paragraph nl-paragraph--lead zvh-lead">
                "Werkt uw organisatie in ons gebouw? Kies een tijd die vrij is en reserveer een kamer."
            </p>
            <div class="zvh-text"><ul>{kinds}</ul></div>
            <section class="zvh-section" aria-labelledby="week">
                <h2 class="nl-heading nl-heading--level-2" id="week">{format!("Week {}", week.number())}</h2>
                <div class="zvh-days">{days}</div>
                <nav class="zvh-actions" aria-label="Andere weken">
                    {previous.map(|week| week_link(week, "Vorige week"))} {next.map(|week| week_link(week, "Volgende week"))}
                </nav>
            </section>
            <p class="nl-paragraph zvh-section">
                "Weet u al wanneer u een kamer wilt? " <a class="nl-link" href=start>{book.0.words.begin}</a> "."
            </p>
        </div>
    }
}

fn room_view(room: RoomWords) -> impl IntoView {
    let equipment = room.equipment.map(|equipment| format!(". {equipment}"));
    view! { <li>{label(&room.name, room.seats)}{equipment}</li> }
}

fn week_link(week: Week, label: &'static str) -> impl IntoView {
    let label = format!("{label} ({})", week.number());
    view! {
        <a class="nl-button nl-button--secondary" href=address(week)>
            <span class="nl-button__label">{label}</span>
        </a>
    }
}

fn day_view(book: (&'static Form, Taking), rooms: &[RoomWords], day: RoomsDay) -> impl IntoView + use<> {
    let date = long(day.date);
    if day.rooms.iter().all(Vec::is_empty) {
        return Either::Left(view! {
            <div>
                <h3 class="nl-heading nl-heading--level-3">{date}</h3>
                <p class="nl-paragraph">"Gesloten."</p>
            </div>
        });
    }
    let rows = rooms.iter().zip(day.rooms).map(|(room, runs)| {
        let slots = runs.into_iter().map(|run| slot_view(book, &room.name, run)).collect_view();
        view! {
            <tr>
                <th scope="row">{room.name.clone()}</th>
                <td><ul class="zvh-plain-list">{slots}</ul></td>
            </tr>
        }
    });
    let rows = rows.collect_view();
    Either::Right(view! {
        <table class="utrecht-table utrecht-table--html-table zvh-rooms">
            <caption class="nl-heading nl-heading--level-3">{date}</caption>
            <thead><tr><th scope="col">"Kamer"</th><th scope="col">"Tijd"</th></tr></thead>
            <tbody>{rows}</tbody>
        </table>
    })
}

fn slot_view(book: (&'static Form, Taking), room: &str, run: Run) -> impl IntoView + use<> {
    let span = span(run.stay.start, run.stay.end);
    let (state, class) = match run.state {
        State::Free => ("vrij", "zvh-slot zvh-slot--free"),
        State::Taken => ("bezet", "zvh-slot zvh-slot--taken"),
        State::Past => ("voorbij", "zvh-slot"),
        State::NotYet => ("nog niet te reserveren", "zvh-slot"),
    };
    let link = (run.state == State::Free).then(|| {
        let about = format!(" {room}, {}", run.stay.when());
        view! { " " <a class="nl-link" href=book_link(book, &run.stay)>"Reserveer"<span class="zvh-visually-hidden">{about}</span></a> }
    });
    view! { <li class=class>{span} " " <strong>{state}</strong> {link}</li> }
}

/// The first step of the form with room, day and time in it: an hour from the beginning of what is free.
fn book_link((form, taking): (&'static Form, Taking), free: &Stay) -> String {
    let end = free.start.later(PROPOSED).map_or(free.end, |end| end.min(free.end));
    let answers = (taking.answers)(&Stay { end, ..free.clone() });
    let query = form_urlencoded::Serializer::new(String::new()).extend_pairs(answers.iter()).finish();
    let first = form.steps.first().map_or(Wizard::Start, |step| Wizard::Step(step.slug)).of(form.slug);
    format!("{first}?{query}")
}
