//! `/kamers`: which rooms are free in a week. What is taken, by nobody's name.

use std::collections::BTreeSet;
use std::sync::Arc;

use app::pages::rooms::{self as pages, RoomWords, RoomsDay, RoomsPage};
use axum::extract::{RawQuery, State};
use axum::http::{HeaderMap, StatusCode, Uri};
use axum::response::Response;
use chrono::{Datelike as _, NaiveDate, NaiveDateTime};
use domain::form::{Effect, Form, Taking};
use domain::rooms::{Rules, Week};

use super::{Fault, answer};
use crate::clock;
use crate::content::Rooms;
use crate::front::Front;
use crate::intake::answered;

/// A week of the rooms: the one that is asked for, else the first with a day to book.
pub(super) async fn show(
    State(front): State<Arc<Front>>,
    RawQuery(query): RawQuery,
    uri: Uri,
    headers: HeaderMap,
) -> Response {
    let work = async {
        let (Some(rooms), Some(book)) = (&front.content.rooms, book(&front)) else { return Err(Fault::FormOff) };
        let now = clock::amsterdam(front.now());
        let weeks = Weeks::of(&rooms.rules, now.date());
        let week = asked(query.as_deref()).filter(|week| weeks.holds(*week)).unwrap_or(weeks.first);
        let page = RoomsPage {
            book,
            rooms: words(rooms),
            week,
            previous: Some(week.previous()).filter(|week| weeks.holds(*week)),
            next: Some(week.next()).filter(|week| weeks.holds(*week)),
            days: days(&front, rooms, week, now).await?,
        };
        Ok(answer::page(StatusCode::OK, pages::page(&front.site, page), &headers))
    };
    answered(&front, uri.path(), work).await
}

/// The form with which one books.
fn book(front: &Front) -> Option<(&'static Form, Taking)> {
    front.content.forms.iter().find_map(|form| match form.effect {
        Effect::Takes(taking) => Some((*form, taking)),
        Effect::Sealed | Effect::Subscribes(_) | Effect::Contributes(_) => None,
    })
}

fn asked(query: Option<&str>) -> Option<Week> {
    let (_, week) = form_urlencoded::parse(query?.as_bytes()).find(|(name, _)| name == pages::WEEK)?;
    Week::parse(&week)
}

/// The weeks that hold a day to book.
struct Weeks {
    first: Week,
    last: Week,
}

impl Weeks {
    fn of(rules: &Rules, today: NaiveDate) -> Self {
        let first = today.iter_days().take(7).find(|day| is_weekday_of(rules, *day)).unwrap_or(today);
        Self { first: Week::of(first), last: Week::of(rules.last_day(today)) }
    }

    fn holds(&self, week: Week) -> bool {
        (self.first..=self.last).contains(&week)
    }
}

/// Whether the rooms are open on such a day of the week, holidays and closing days aside.
fn is_weekday_of(rules: &Rules, day: NaiveDate) -> bool {
    rules.hours[day.weekday().num_days_from_monday() as usize].is_some()
}

fn words(rooms: &Rooms) -> Vec<RoomWords> {
    let words = rooms.rooms.iter().map(|room| RoomWords {
        name: room.name.clone(),
        seats: room.seats,
        equipment: room.equipment.clone(),
    });
    words.collect()
}

async fn days(front: &Front, rooms: &Rooms, week: Week, now: NaiveDateTime) -> Result<Vec<RoomsDay>, Fault> {
    let (rules, ids) = (&rooms.rules, rooms.ids());
    let shown = |day: &NaiveDate| *day >= now.date() && is_weekday_of(rules, *day);
    let days: Vec<NaiveDate> = week.days().filter(shown).collect();
    let asked: Vec<String> =
        days.iter().flat_map(|day| ids.iter().flat_map(|id| rules.places_of_day(id, *day))).collect();
    let taken: BTreeSet<String> = front.services.store.places().taken(front.house(), &asked).await?;
    let day =
        |date: NaiveDate| RoomsDay { date, rooms: ids.iter().map(|id| rules.runs(id, date, &taken, now)).collect() };
    Ok(days.into_iter().map(day).collect())
}
