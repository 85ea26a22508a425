//! The clock of a demonstration: the page that moves it, and the banner on every page. The texts are `app::demo`.
//!
//! A move is followed by what the program else does in its own time: what is over is destroyed, what is too old goes, mails leave.

use std::path::PathBuf;
use std::sync::Arc;

use app::demo as pages;
use app::demo::{CLOCK, Moved, Showing};
use app::paths::Desk;
use axum::Router;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, Method, StatusCode, header};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::Response;
use axum::routing::get;
use chrono::{DateTime, Days, Months, NaiveDate, TimeDelta, Utc};

use super::staff::KeptCodes;
use crate::clock::{Clock as _, ShiftedClock, SystemClock, amsterdam, from_amsterdam, today};
use crate::front::Front;
use crate::http::answer::{page, see};
use crate::http::dressed::{ask_for_plain, dressed};
use crate::http::{Post, router_with};
use crate::intake::moment;
use crate::jobs::{destroy_what_is_over, free_work, remove_what_is_too_old};
use crate::retention::Keeper;

/// The latest day that can be chosen lies so many days ahead: past every period of the law.
const FURTHEST: Days = Days::new(20 * 365);

/// A demonstration that runs.
pub struct Demo {
    /// The house.
    pub front: Arc<Front>,
    /// Its clock; that of its services.
    pub clock: Arc<ShiftedClock>,
    /// The codes of its key.
    pub codes: KeptCodes,
    /// Where it is kept how far the clock is ahead, for the next start.
    pub shift_file: PathBuf,
}

impl Demo {
    /// Its pages: those of the house, dressed, and the clock.
    pub fn router(self: &Arc<Self>) -> Router {
        let (shown, moved) = (self.clone(), self.clone());
        let clock = get(move |State(front), headers| async move { shown.show(front, headers, Showing::Fine) })
            .post(move |State(front), headers, post| async move { moved.move_clock(front, headers, post).await });
        router_with(self.front.clone(), Router::new().route(CLOCK, clock))
            .layer(from_fn_with_state(self.clone(), accompany))
    }

    /// Does what the time asks for.
    pub async fn settle(&self) {
        let (services, now) = (&self.front.services, self.clock.now());
        destroy_what_is_over(&[Keeper::of(&self.front)], &services.store, now).await;
        free_work(&[Keeper::of(&self.front)], &services.store, now).await;
        remove_what_is_too_old(&services.store, now).await;
        services.bell.ring();
    }

    fn show(&self, front: Arc<Front>, headers: HeaderMap, showing: Showing) -> Response {
        let status = if showing == Showing::NoSuchDay { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
        let (first, last) = days(SystemClock.now());
        page(status, pages::clock(&front.site, &moment(self.clock.now()), (first, last), showing), &headers)
    }

    async fn move_clock(&self, front: Arc<Front>, headers: HeaderMap, post: Post) -> Response {
        let day = post.control(pages::DAY);
        let now = self.clock.now();
        let to = match Moved::from_slug(post.action()) {
            Some(Moved::Day) => now + TimeDelta::days(1),
            Some(Moved::Week) => now + TimeDelta::weeks(1),
            Some(Moved::Month) => month_after(now),
            Some(Moved::Back) => {
                self.clock.reset();
                self.clock.now()
            }
            Some(Moved::To) => {
                let (first, last) = days(SystemClock.now());
                let day = NaiveDate::parse_from_str(day.trim(), "%Y-%m-%d").ok();
                let Some(day) = day.filter(|day| (first..=last).contains(day)) else {
                    return self.show(front, headers, Showing::NoSuchDay);
                };
                from_amsterdam(day.and_time(amsterdam(now).time()))
            }
            None => return see(CLOCK),
        };
        self.clock.set(to);
        if let Err(error) = std::fs::write(&self.shift_file, self.clock.shift().num_seconds().to_string()) {
            tracing::warn!(%error, "the next start begins at the time of the machine");
        }
        self.settle().await;
        see(CLOCK)
    }
}

/// How far the clock was ahead when the demonstration ran before.
pub fn kept_shift(file: &std::path::Path) -> TimeDelta {
    let seconds = std::fs::read_to_string(file).ok().and_then(|text| text.trim().parse().ok());
    seconds.and_then(TimeDelta::try_seconds).unwrap_or_default()
}

/// The days that can be chosen.
fn days(now: DateTime<Utc>) -> (NaiveDate, NaiveDate) {
    let first = today(now);
    (first, first.checked_add_days(FURTHEST).unwrap_or(NaiveDate::MAX))
}

fn month_after(now: DateTime<Utc>) -> DateTime<Utc> {
    let there = amsterdam(now);
    from_amsterdam(there.checked_add_months(Months::new(1)).unwrap_or(there))
}

/// Gives a page its banner, and a colleague who just made a passkey the key of the house.
async fn accompany(State(demo): State<Arc<Demo>>, mut request: Request, next: Next) -> Response {
    ask_for_plain(&mut request);
    let enrols =
        request.method() == Method::POST && request.uri().path().starts_with(&Desk::Invitation("").to_string());
    let mut response = next.run(request).await;
    if enrols {
        match demo.codes.share(&demo.front).await {
            Ok(()) => lead_past_the_key(&mut response),
            Err(error) => tracing::error!(%error, "the key of the house was not given"),
        }
    }
    let banner = pages::banner(&moment(demo.clock.now()));
    dressed(response, |html| html.replacen("<main", &format!("{banner}<main"), 1)).await
}

/// Who was on the way to the page where the key is typed has it now.
fn lead_past_the_key(response: &mut Response) {
    let access = Desk::Access.to_string();
    let leads_there = response.headers().get(header::LOCATION).is_some_and(|to| to.as_bytes() == access.as_bytes());
    if leads_there && let Ok(queue) = Desk::Queue.to_string().parse() {
        response.headers_mut().insert(header::LOCATION, queue);
    }
}
