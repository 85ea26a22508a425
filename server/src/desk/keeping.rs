//! What is kept until when, what is held, and what was destroyed: without opening anything.

use std::sync::Arc;

use app::desk::keeping::{
    self as pages, AT_A_GLANCE, Certificate, InTrail, Keeping, Line, ON_A_PAGE, Section, Shown, query,
};
use app::paths::Desk;
use app::tables;
use axum::extract::{RawQuery, State};
use axum::http::{HeaderMap, StatusCode, Uri};
use axum::response::Response;
use chrono::{DateTime, NaiveDate};
use domain::context::ParticipantKind;
use domain::desk::role::{Right, Role};
use domain::form::Form;
use domain::forms;
use domain::regime::Regime;
use domain::retention::{Retention, situation};
use domain::values::Reference;

use super::AtDesk;
use super::present::present;
use super::queue::municipality;
use crate::audit::{Event, Page};
use crate::clock::today;
use crate::front::Front;
use crate::hex;
use crate::http::answer::page;
use crate::http::{Address, Fault};
use crate::intake::{answered, moment};
use crate::retention::Keeper;
use crate::store::{Kept, Running, Sought, Tombstone, Within};

/// All sections at a glance, or one of them with all its lines.
pub(super) async fn show(
    State(front): State<Arc<Front>>,
    desk: AtDesk,
    RawQuery(query): RawQuery,
    uri: Uri,
    headers: HeaderMap,
) -> Response {
    let work = async {
        let asked = Asked::read(query.as_deref());
        let entry = desk.entry(front.now(), Event::Viewed { what: Page::Keeping, object: String::new() });
        front.services.store.audit().append(entry).await?;
        front.services.store.queue().settle(front.house(), &front.content.settings.calendar).await?;
        let within = Within { house: front.house().to_owned(), regimes: regimes(&desk) };
        let look = Look { front: &front, desk: &desk, within, asked: &asked };
        let mut sections = Vec::new();
        for section in Section::ALL.into_iter().filter(|section| asked.section.is_none_or(|asked| asked == *section)) {
            sections.push(look.section(section).await?);
        }
        let keeping = Keeping { sections, alone: asked.section, reference: asked.reference.clone() };
        Ok(page(StatusCode::OK, pages::page(&front.site, &present(&front, &desk), &keeping), &headers))
    };
    answered(&front, uri.path(), work).await
}

/// That something was destroyed.
pub(super) async fn certificate(
    State(front): State<Arc<Front>>,
    desk: AtDesk,
    Address(reference): Address<String>,
    uri: Uri,
    headers: HeaderMap,
) -> Response {
    let work = async {
        let reference = Reference::parse(&reference).map_err(|_| Fault::NotFound)?.shown();
        let found = front.services.store.tombstones().find(front.house(), &reference).await?;
        let tombstone = found.ok_or(Fault::NotFound)?;
        let desk = desk.with(&front, Right::Keeping, tombstone.regime, &reference).await?;
        let in_trail = in_trail(&front, &reference).await?;
        let entry = desk.entry(front.now(), Event::Viewed { what: Page::Keeping, object: reference.clone() });
        front.services.store.audit().append(entry).await?;
        let certificate = told(&front, tombstone, in_trail);
        let html = pages::certificate_page(&front.site, &present(&front, &desk), &certificate);
        Ok(page(StatusCode::OK, html, &headers))
    };
    answered(&front, uri.path(), work).await
}

async fn in_trail(front: &Front, reference: &str) -> Result<Option<InTrail>, Fault> {
    let actions = vec!["referral.destroyed".to_owned()];
    let sought = Sought { object: Some(reference.to_owned()), actions, ..Sought::default() };
    let found = front.services.store.audit().find(&sought, None, 1).await?;
    Ok(found.first().map(|entry| InTrail { seq: entry.head.seq, hash: hex::encode(&entry.head.hash) }))
}

fn told(front: &Front, tombstone: Tombstone, in_trail: Option<InTrail>) -> Certificate {
    let is_proven = Keeper::of(front).proves(&tombstone);
    let kind = |slug: &str| ParticipantKind::ALL.into_iter().find(|kind| app::pages::partners::slug(*kind) == slug);
    Certificate {
        form: title(&tombstone.form),
        municipality: tombstone.municipality.map(|code| municipality(front, &code).unwrap_or(code)),
        organisation_kind: tombstone
            .organisation_kind
            .map(|slug| kind(&slug).map(tables::name).map_or(slug, str::to_owned)),
        received_on: tombstone.received_on,
        decided_on: tombstone.decided_on,
        outcome: tombstone.outcome,
        ground: tombstone.ground,
        destroyed: moment(tombstone.destroyed_at),
        in_trail,
        is_proven,
        reference: tombstone.reference,
    }
}

/// The laws of which a role of theirs sees what is kept.
fn regimes(desk: &AtDesk) -> Vec<Regime> {
    Regime::ALL.into_iter().filter(|regime| Role::any_may(&desk.roles, Right::Keeping, *regime)).collect()
}

/// The title of a form; its short name where there is no such form any more.
fn title(form: &str) -> String {
    forms::find(form).map_or_else(|| form.to_owned(), |form| form.title.to_owned())
}

/// Whether the house answers what comes in by this form: not a booking, not a sign-up for the newsletter.
fn is_answered(form: &Form) -> bool {
    !matches!(form.regime.kept(), Retention::Booking | Retention::Subscription)
}

/// What the query of the address asks for.
#[derive(Default)]
struct Asked {
    section: Option<Section>,
    /// The line behind which to go on: its day or moment, and its reference.
    after: Option<(String, String)>,
    /// Only tombstones with this in their reference.
    reference: String,
}

/// Stands between the two parts of a place in a list; neither holds it.
const BETWEEN: char = '~';

impl Asked {
    fn read(text: Option<&str>) -> Self {
        let mut asked = Self::default();
        let pairs = form_urlencoded::parse(text.unwrap_or_default().as_bytes());
        for (name, value) in pairs.filter(|(_, value)| !value.chars().any(char::is_control)) {
            match name.as_ref() {
                query::SECTION => asked.section = Section::from_slug(&value),
                query::AFTER => {
                    asked.after =
                        value.split_once(BETWEEN).map(|(day, reference)| (day.to_owned(), reference.to_owned()));
                }
                query::REFERENCE => asked.reference = value.trim().to_uppercase().chars().take(20).collect(),
                _ => {}
            }
        }
        // A place is one in a section.
        asked.after = asked.after.filter(|_| asked.section.is_some());
        asked
    }

    /// The address of this section, behind a line or from its first.
    fn address(&self, section: Section, after: Option<(String, &str)>) -> String {
        let mut address = form_urlencoded::Serializer::new(format!("{}?", Desk::Keeping));
        address.append_pair(query::SECTION, section.slug());
        if !self.reference.is_empty() {
            address.append_pair(query::REFERENCE, &self.reference);
        }
        if let Some((day, reference)) = after {
            address.append_pair(query::AFTER, &format!("{day}{BETWEEN}{reference}"));
        }
        address.finish()
    }
}

/// Of a tombstone that someone changed.
const UNREADABLE: &str = "Dit bewijs is niet te lezen. Laat de functionaris gegevensbescherming dit uitzoeken.";

/// One look at what is kept.
struct Look<'a> {
    front: &'a Front,
    desk: &'a AtDesk,
    within: Within,
    asked: &'a Asked,
}

impl Look<'_> {
    /// How many lines are shown of a section.
    fn room(&self) -> usize {
        if self.asked.section.is_some() { ON_A_PAGE } else { AT_A_GLANCE }
    }

    async fn section(&self, section: Section) -> Result<Shown, Fault> {
        match section {
            Section::Goes(ahead) => self.going(section, ahead.days(self.front.today())).await,
            Section::Held => self.held().await,
            Section::Endless => self.endless().await,
            Section::Running => self.running().await,
            Section::Destroyed => self.destroyed().await,
        }
    }

    async fn going(&self, section: Section, days: (NaiveDate, NaiveDate)) -> Result<Shown, Fault> {
        let store = self.front.services.store.keeping();
        let after = self.asked.after.clone().and_then(|(day, reference)| Some((day.parse().ok()?, reference)));
        let found = store.going(&self.within, days, after, self.room() as u64 + 1).await?;
        let count = store.count(&self.within, days).await?;
        let lines = found.iter().map(|kept| self.line(kept, kept.destroy_on)).collect();
        Ok(self.shown(section, Some(count), lines, |line| line.day.map(|day| day.to_string()).unwrap_or_default()))
    }

    async fn held(&self) -> Result<Shown, Fault> {
        let store = self.front.services.store.keeping();
        let after = self.asked.after.as_ref().map_or("", |(_, reference)| reference);
        let found = store.held(&self.within, after, self.room() as u64 + 1).await?;
        let count = store.count_held(&self.within).await?;
        let lines = found.iter().map(|kept| self.line(kept, kept.destroy_on)).collect();
        Ok(self.shown(Section::Held, Some(count), lines, |_| String::new()))
    }

    async fn endless(&self) -> Result<Shown, Fault> {
        let store = self.front.services.store.keeping();
        let after = self.asked.after.as_ref().map_or("", |(_, reference)| reference);
        let found = store.endless(&self.within, after, self.room() as u64 + 1).await?;
        let count = store.count_endless(&self.within).await?;
        let lines = found.iter().map(|kept| self.line(kept, Some(kept.received_on))).collect();
        Ok(self.shown(Section::Endless, Some(count), lines, |_| String::new()))
    }

    async fn running(&self) -> Result<Shown, Fault> {
        let all = self.front.services.store.keeping().running(&self.within, self.front.today()).await?;
        let count = all.len() as u64;
        let after = self.asked.after.clone().and_then(|(day, reference)| Some((day.parse().ok()?, reference)));
        let place = |running: &Running| (running.due, running.kept.reference.clone());
        let behind = all.iter().filter(|running| after.as_ref().is_none_or(|after| place(running) > *after));
        let lines = behind.take(self.room() + 1).map(|running| self.line(&running.kept, Some(running.due))).collect();
        let day = |line: &Line| line.day.map(|day| day.to_string()).unwrap_or_default();
        Ok(self.shown(Section::Running, Some(count), lines, day))
    }

    async fn destroyed(&self) -> Result<Shown, Fault> {
        let after = self
            .asked
            .after
            .clone()
            .and_then(|(at, reference)| Some((DateTime::from_timestamp(at.parse().ok()?, 0)?, reference)));
        let store = self.front.services.store.tombstones();
        let mut found = store.latest(&self.within, &self.asked.reference, after, self.room() as u64 + 1).await?;
        let is_more = found.len() > self.room();
        found.truncate(self.room());
        let last = found.last().filter(|_| is_more);
        let more = last.map(|last| {
            let alone = self.asked.section.is_some();
            let place = alone.then(|| (last.destroyed_at.timestamp().to_string(), last.reference.as_str()));
            self.asked.address(Section::Destroyed, place)
        });
        let lines = found.iter().map(|numbered| Line {
            to: numbered.tombstone.is_ok().then(|| Desk::Certificate(&numbered.reference).to_string()),
            reference: numbered.reference.clone(),
            form: numbered.tombstone.as_ref().map_or(UNREADABLE.to_owned(), |tombstone| title(&tombstone.form)),
            situation: numbered.tombstone.as_ref().ok().map(|tombstone| tombstone.ground),
            open: None,
            day: Some(today(numbered.destroyed_at)),
        });
        Ok(Shown { section: Section::Destroyed, count: None, lines: lines.collect(), more })
    }

    /// Of one line more than there is room for, those that fit and the address of the rest.
    fn shown(
        &self,
        section: Section,
        count: Option<u64>,
        mut lines: Vec<Line>,
        day: impl Fn(&Line) -> String,
    ) -> Shown {
        let is_more = lines.len() > self.room();
        lines.truncate(self.room());
        let last = lines.last().filter(|_| is_more);
        let more = last.map(|last| {
            let alone = self.asked.section.is_some();
            self.asked.address(section, alone.then(|| (day(last), last.reference.as_str())))
        });
        Shown { section, count, lines, more }
    }

    fn line(&self, kept: &Kept, day: Option<NaiveDate>) -> Line {
        let may_open = Role::any_may(&self.desk.roles, Right::Open, kept.regime);
        let form = forms::find(&kept.form);
        Line {
            to: may_open.then(|| Desk::Referral(&kept.reference).to_string()),
            reference: kept.reference.clone(),
            form: title(&kept.form),
            situation: form.and_then(|form| situation(form, kept.status, kept.outcome, kept.kept_as)),
            open: form.is_some_and(is_answered).then_some(kept.status).filter(|status| status.is_unanswered()),
            day,
        }
    }
}
