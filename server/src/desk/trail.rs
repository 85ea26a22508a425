//! The audit trail, for whoever supervises. Each look at it is an entry of it, written before anything is shown.

use std::sync::Arc;

use app::desk::trail::{self as pages, Actor as Told, Chain, Filters, ON_A_PAGE, Who as Whose, actions, filters};
use axum::body::{Body, Bytes};
use axum::extract::{RawQuery, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, Uri, header};
use axum::response::{IntoResponse as _, Response};
use chrono::{DateTime, Datelike as _, Days, Timelike as _, Utc};
use domain::values::Reference;
use futures_util::stream;

use super::AtDesk;
use super::present::{Names, clock_time, present};
use crate::audit::{Actor, Event, Page};
use crate::clock::{amsterdam, from_amsterdam};
use crate::front::Front;
use crate::hex;
use crate::http::Fault;
use crate::http::answer::page;
use crate::intake::answered;
use crate::spreadsheet;
use crate::store::{HouseTrail, MemberId, Sought, StoreError, Trail, TrailEntry, Who};

/// Entries that are written out at a time.
const AT_ONCE: u64 = 1000;

/// A page of the trail.
pub(super) async fn show(
    State(front): State<Arc<Front>>,
    desk: AtDesk,
    RawQuery(query): RawQuery,
    uri: Uri,
    headers: HeaderMap,
) -> Response {
    let work = async {
        let asked = Asked::read(query.as_deref());
        let object = object(asked.filters.reference.as_deref());
        note(&front, &desk, Event::Viewed { what: Page::Trail, object }).await?;
        let trail = trail(&front, asked).await?;
        Ok(page(StatusCode::OK, pages::page(&front.site, &present(&front, &desk), &trail), &headers))
    };
    answered(&front, uri.path(), work).await
}

/// All entries of a selection as a table for a spreadsheet, however many: they leave as they are read.
pub(super) async fn export(
    State(front): State<Arc<Front>>,
    desk: AtDesk,
    RawQuery(query): RawQuery,
    uri: Uri,
) -> Response {
    let front_of_page = front.clone();
    let work = async move {
        let filters = Asked::read(query.as_deref()).filters;
        let object = object(filters.reference.as_deref());
        note(&front, &desk, Event::TrailExported { object }).await?;
        let names = Names::of(&front).await?;
        let sought = sought(&front, &names, &filters);
        let table = Table { front, names, sought, next: Next::Head };
        let headers = [
            (header::CONTENT_TYPE, HeaderValue::from_static("text/csv; charset=utf-8")),
            (header::CONTENT_DISPOSITION, HeaderValue::from_static("attachment; filename=\"logboek.csv\"")),
            (header::CACHE_CONTROL, HeaderValue::from_static("no-store")),
        ];
        let rows = stream::try_unfold(table, |table| async move { table.rows().await });
        Ok((StatusCode::OK, headers, Body::from_stream(rows)).into_response())
    };
    answered(&front_of_page, uri.path(), work).await
}

async fn note(front: &Front, desk: &AtDesk, event: Event) -> Result<(), Fault> {
    Ok(front.services.store.audit().append(desk.entry(front.now(), event)).await?)
}

/// What someone looked for, where that is a reference: whatever else was typed could be a name, and the trail forgets nothing.
pub(super) fn object(typed: Option<&str>) -> String {
    let reference = typed.and_then(|typed| Reference::parse(typed).ok());
    reference.map(|reference| reference.shown()).unwrap_or_default()
}

/// What the query of the address asks for.
struct Asked {
    filters: Filters,
    before: Option<i64>,
}

impl Asked {
    fn read(query: Option<&str>) -> Self {
        let pairs: Vec<_> = form_urlencoded::parse(query.unwrap_or_default().as_bytes()).collect();
        let before = pairs.iter().rfind(|(name, _)| name == filters::BEFORE).and_then(|(_, value)| value.parse().ok());
        let filters = Filters::from_pairs(pairs.iter().map(|(name, value)| (name.as_ref(), value.as_ref())));
        Self { filters, before }
    }
}

async fn trail(front: &Front, asked: Asked) -> Result<pages::Trail, Fault> {
    let Asked { filters, before } = asked;
    let names = Names::of(front).await?;
    let sought = sought(front, &names, &filters);
    let audit = front.services.store.audit();
    // One more than is shown tells whether there are more.
    let mut found = audit.find(&sought, before, ON_A_PAGE + 1).await?;
    let is_more = found.len() as u64 > ON_A_PAGE;
    found.truncate(usize::try_from(ON_A_PAGE).unwrap_or(usize::MAX));
    let older = found.last().filter(|_| is_more).map(|last| last.head.seq);
    let mut people: Vec<(String, String)> =
        names.all().map(|(member, name)| (member.id.to_string(), name.to_owned())).collect();
    people.sort_by(|(_, one), (_, other)| one.cmp(other));
    Ok(pages::Trail {
        filters,
        people,
        chain: chain(front).await?,
        contradictions: audit.known_contradictions(sought.house.as_ref().map(|house| &house.prefix)),
        entries: found.into_iter().map(|found| entry(&names, found)).collect(),
        older,
        is_later_page: before.is_some(),
    })
}

async fn chain(front: &Front) -> Result<Chain, Fault> {
    let audit = front.services.store.audit();
    let checked = audit.check_on(front.now()).await?;
    Ok(match checked.trail {
        Trail::Sound { entries, .. } => {
            let last = audit.head().await?.seq.max(entries);
            Chain::Sound { seq: entries, last, at: clock_time(checked.at) }
        }
        Trail::Broken { seq } => Chain::Broken { seq },
    })
}

fn sought(front: &Front, names: &Names, filters: &Filters) -> Sought {
    let midnight = |day: chrono::NaiveDate| from_amsterdam(day.and_time(chrono::NaiveTime::MIN));
    // A trail that several houses share shows each its own part.
    let house = (front.services.config.houses.len() > 1).then(|| HouseTrail {
        name: front.house().to_owned(),
        prefix: front.prefix.clone(),
        members: names.all().map(|(member, _)| member.id).collect(),
    });
    Sought {
        object: filters.reference.clone().map(|typed| Reference::parse(&typed).map_or(typed, |known| known.shown())),
        who: filters.who.as_ref().map(who),
        actions: filters.what.as_ref().map(pages::What::actions).unwrap_or_default(),
        from: filters.from.map(midnight),
        before: filters.until.and_then(|day| day.checked_add_days(Days::new(1))).map(midnight),
        house,
    }
}

fn who(whose: &Whose) -> Who {
    match whose {
        Whose::Visitor => Who::Visitor,
        Whose::System => Who::System,
        Whose::Operator => Who::Operator,
        // A number that nobody has finds nothing.
        Whose::Member(id) => Who::Member(MemberId::parse(id).unwrap_or(MemberId::new([0; 8]))),
    }
}

fn entry(names: &Names, found: TrailEntry) -> pages::Entry {
    let TrailEntry { head, at, actor, action, object, result } = found;
    pages::Entry {
        seq: head.seq,
        at: at.to_rfc3339_opts(chrono::SecondsFormat::Secs, true),
        at_words: second(at),
        who: actor.map_or(Told::Unknown, |actor| told(names, actor)),
        object: named(names, object),
        result: named(names, result),
        action,
    }
}

/// The number of a member becomes a name; anything else stays.
fn named(names: &Names, text: String) -> String {
    MemberId::parse(&text).and_then(|id| names.name(id)).unwrap_or(text)
}

fn told(names: &Names, actor: Actor) -> Told {
    let name = |id: MemberId| names.name(id).unwrap_or_else(|| id.to_string());
    match actor {
        Actor::Visitor => Told::Visitor,
        Actor::System => Told::System,
        Actor::Operator => Told::Operator,
        Actor::Member(id, role) => Told::Person(name(id), Some(role)),
        Actor::MemberWithoutRole(id) => Told::Person(name(id), None),
    }
}

/// "21-11-2026 14.32.05".
fn second(moment: DateTime<Utc>) -> String {
    let local = amsterdam(moment);
    let (day, time) = (local.date(), local.time());
    format!(
        "{:02}-{:02}-{:04} {:02}.{:02}.{:02}",
        day.day(),
        day.month(),
        day.year(),
        time.hour(),
        time.minute(),
        time.second()
    )
}

/// A table that is being written out.
struct Table {
    front: Arc<Front>,
    names: Names,
    sought: Sought,
    next: Next,
}

/// What is written next.
enum Next {
    /// The names of the columns.
    Head,
    /// Entries before this number, or the latest.
    Before(Option<i64>),
    /// Nothing.
    Nothing,
}

impl Table {
    async fn rows(mut self) -> Result<Option<(Bytes, Self)>, TableError> {
        let rows: Vec<[String; 9]> = match self.next {
            Next::Nothing => return Ok(None),
            Next::Head => {
                self.next = Next::Before(None);
                vec![pages::COLUMNS.map(str::to_owned)]
            }
            Next::Before(before) => {
                let found = self.front.services.store.audit().find(&self.sought, before, AT_ONCE).await?;
                let is_more = found.len() as u64 == AT_ONCE;
                self.next =
                    found.last().filter(|_| is_more).map_or(Next::Nothing, |last| Next::Before(Some(last.head.seq)));
                found.into_iter().map(|found| self.row(found)).collect()
            }
        };
        let mut table = csv::Writer::from_writer(Vec::new());
        for row in rows {
            table.write_record(row.iter().map(|cell| spreadsheet::harmless(cell).into_owned()))?;
        }
        let bytes = table.into_inner().map_err(|error| TableError::Io(error.into_error()))?;
        Ok(Some((bytes.into(), self)))
    }

    fn row(&self, found: TrailEntry) -> [String; 9] {
        let hash = hex::encode(&found.head.hash);
        let entry = entry(&self.names, found);
        [
            entry.seq.to_string(),
            entry.at_words,
            entry.who.name().to_owned(),
            entry.who.role().to_owned(),
            actions::text(&entry.action),
            entry.action.clone(),
            entry.object,
            actions::result_text(&entry.action, &entry.result),
            hash,
        ]
    }
}

/// Why a table ends too early: the connection is cut, so that nobody takes a part for the whole.
#[derive(Debug, thiserror::Error)]
enum TableError {
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error(transparent)]
    Csv(#[from] csv::Error),
    #[error(transparent)]
    Io(#[from] std::io::Error),
}
