//! The work list.

use std::sync::Arc;

use app::desk::navigation::Part;
use app::desk::queue::{
    self as pages, Assigned as Whose, Case, Choice, Choices, Filters, Hands, ON_A_PAGE, Todo, page_of,
};
use app::desk::table::Look;
use app::desk::term::{Due, Need};
use axum::extract::{RawQuery, State};
use axum::http::{HeaderMap, StatusCode, Uri};
use axum::response::Response;
use domain::desk::acts::consulting::ACT as CONSULT;
use domain::desk::clock::left;
use domain::desk::needed::Needed;
use domain::desk::reach::News;
use domain::desk::role::Right;
use domain::desk::way::{self, way};
use domain::form::{Effect, Form};
use domain::forms;
use domain::referral::{Happening, Status};
use domain::values::Reference;

use super::case::done;
use super::present::{Names, present};
use super::{AtDesk, Seat, trail};
use crate::audit::{Event, Page};
use crate::clock::today;
use crate::front::Front;
use crate::http::Fault;
use crate::http::answer::{page, see};
use crate::intake::answered;
use crate::store::{Assigned, QueueRow, Wanted};

/// The list as the query of the address narrows it. Who has no part in it goes to the part that is theirs.
pub(super) async fn show(
    State(front): State<Arc<Front>>,
    desk: AtDesk,
    RawQuery(query): RawQuery,
    uri: Uri,
    headers: HeaderMap,
) -> Response {
    let work = async {
        if !desk.may(Right::Queue) {
            let own = Part::ALL.into_iter().find(|part| desk.may(part.right()));
            return Ok(see(&own.map_or_else(|| app::paths::Desk::Sessions.to_string(), Part::address)));
        }
        let query = query.unwrap_or_default();
        let pairs: Vec<_> = form_urlencoded::parse(query.as_bytes()).collect();
        let pairs = || pairs.iter().map(|(name, value)| (name.as_ref(), value.as_ref()));
        let mut queue = queue(&front, &desk, Filters::from_pairs(pairs()), page_of(pairs())).await?;
        queue.done = done(&query);
        let whole = queue.filters.reference.as_deref().and_then(|typed| Reference::parse(typed).ok());
        let nowhere = whole.filter(|_| queue.found == 0);
        let object = trail::object(queue.filters.reference.as_deref());
        let entry = desk.entry(front.now(), Event::Viewed { what: Page::Queue, object });
        front.services.store.audit().append(entry).await?;
        if let Some(case) = case_of(&front, &desk, nowhere).await? {
            return Ok(see(&app::paths::Desk::Referral(&case).to_string()));
        }
        Ok(page(StatusCode::OK, pages::page(&front.site, &present(&front, &desk), &queue), &headers))
    };
    answered(&front, uri.path(), work).await
}

/// The case to which a contribution with this number belongs: who contributed knows that number and calls.
async fn case_of(front: &Front, desk: &AtDesk, number: Option<Reference>) -> Result<Option<String>, Fault> {
    let Some(number) = number else { return Ok(None) };
    let found = front.services.store.referrals().find(number.canonical()).await?;
    let may_open = |form: &str| forms::find(form).is_some_and(|form| desk.may_with(Right::Open, form.regime));
    let found = found.filter(|found| found.summary.house == front.house() && may_open(&found.summary.form));
    Ok(found.and_then(|found| found.parent))
}

async fn queue(front: &Front, desk: &AtDesk, filters: Filters, asked: usize) -> Result<pages::Queue, Fault> {
    let store = front.services.store.queue();
    store.settle(front.house(), &front.content.settings.calendar).await?;
    let seen = seen_by(desk, Right::Queue);
    let wanted = wanted(front, desk, &filters, &seen);
    let listed = listed(front, desk, &wanted, asked).await?;
    let names = Names::of(front).await?;
    Ok(pages::Queue {
        filters,
        choices: Choices {
            routes: seen.clone(),
            municipalities: municipalities(front),
            organisations: organisations(front),
        },
        found: listed.found,
        page: listed.page,
        done: None,
        cases: listed.rows.into_iter().filter_map(|row| case(front, desk, &names, row)).collect(),
    })
}

/// A page of the list.
struct Listed {
    rows: Vec<QueueRow>,
    page: usize,
    found: usize,
}

/// This page, or the last one where there are less. All of them are counted meanwhile: either reads as much of the index as the other.
async fn listed(front: &Front, desk: &AtDesk, wanted: &Wanted, page: usize) -> Result<Listed, Fault> {
    let store = front.services.store.queue();
    let skipped = |page: usize| (page.saturating_sub(1) * ON_A_PAGE) as u64;
    let rows_of = |page| store.list(wanted, desk.member.id, skipped(page), ON_A_PAGE as u64);
    let (rows, found) = tokio::try_join!(rows_of(page), store.count(wanted))?;
    let found = usize::try_from(found).unwrap_or(usize::MAX);
    let last = found.div_ceil(ON_A_PAGE).max(1);
    let rows = if page <= last { rows } else { rows_of(last).await? };
    Ok(Listed { rows, page: page.min(last), found })
}

/// The forms of which a role of theirs has this right.
pub(super) fn seen_by(desk: &Seat, right: Right) -> Vec<&'static Form> {
    forms::ALL.iter().copied().filter(|form| desk.may_with(right, form.regime)).collect()
}

fn wanted(front: &Front, desk: &AtDesk, filters: &Filters, seen: &[&'static Form]) -> Wanted {
    let looks_up = filters.reference.is_some();
    // A booking asks for no work: it stands in the list of rooms, and here for who looks for it.
    let is_work = |form: &Form| looks_up || !matches!(form.effect, Effect::Takes(_));
    let chosen =
        seen.iter().filter(|form| filters.route.map_or_else(|| is_work(form), |route| route.slug == form.slug));
    // What is done is looked up, not worked on: it shows where somebody asks for it.
    let open = || Status::ALL.into_iter().filter(|status| status.is_unanswered()).collect();
    let is_whole = filters.reference.as_deref().is_some_and(|typed| Reference::parse(typed).is_ok());
    let shows = |status: &Status| !status.is_shielded() || is_whole;
    Wanted {
        house: front.house().to_owned(),
        forms: chosen.map(|form| form.slug.to_owned()).collect(),
        shielded: seen_by(desk, CONSULT.right).into_iter().map(|form| form.slug.to_owned()).collect(),
        statuses: match filters.status {
            Some(status) if shows(&status) => vec![status],
            // What is shielded is found by who may consult it and knows its whole reference, and by nobody else.
            _ if looks_up => Status::ALL.into_iter().filter(shows).collect(),
            _ => open(),
        },
        municipality: filters.municipality.clone(),
        organisation: filters.organisation.clone(),
        assigned: match filters.assigned {
            Whose::Anyone => None,
            Whose::Mine => Some(Assigned::To(desk.member.id)),
            Whose::Nobody => Some(Assigned::Nobody),
        },
        reference: filters.reference.clone().unwrap_or_default(),
    }
}

fn case(front: &Front, desk: &AtDesk, names: &Names, row: QueueRow) -> Option<Case> {
    let look = if row.is_unread() { Look::Unread } else { Look::Read };
    let next = row.next.map(|term| Due { left: left(term.due, front.today(), &front.content.settings.calendar), term });
    let form = forms::find(&row.form)?;
    Some(Case {
        form,
        reference: row.reference,
        status: row.status,
        municipality: row.municipality.map(|code| municipality(front, &code).unwrap_or(code)),
        organisation: row.organisation.map(|id| organisation(front, &id).unwrap_or(id)),
        received: today(row.received_at),
        waits_since: row.waits_since,
        todo: todo(desk, form, row.status, row.needed.map(|(needed, _)| needed), &row.happened),
        need: row.needed.filter(|_| row.status.is_unanswered()).map(|(needed, taken)| Need {
            text: needed.text(today(row.received_at), front.today()),
            urgency: needed.urgency(taken),
        }),
        next,
        assignee: row.assignee.and_then(|id| names.name(id)),
        look,
    })
}

/// What comes next and who does it, as far as an unopened case tells: whether an advice counts is sealed. Nothing where nobody has
/// anything to do.
fn todo(
    desk: &AtDesk,
    form: &'static Form,
    status: Status,
    needed: Option<Needed>,
    happened: &[Happening],
) -> Option<Todo> {
    // Whether its sender can be called is sealed too.
    let first = needed.and_then(|needed| needed.asks_first(form, News::Mailed, happened));
    let stops = way(form, status, happened, first).into_iter();
    let act = stops.filter(|_| status.is_unanswered()).find(|stop| stop.state == way::State::Now)?.act;
    let is_own = desk.may_with(act.right, form.regime);
    let by = if is_own { Hands::Yours } else { Hands::Of(way::roles(act, form)) };
    let what = if first == Some(act.what) { pages::NEEDED_AT_ONCE } else { act.verb };
    Some(Todo { act: what, by })
}

/// What a form knows of whatever is not in its list.
const OTHER: &str = "andere";

/// Those that a form offers: asking the store which occur would read all of it.
fn municipalities(front: &Front) -> Vec<Choice> {
    let settings = &front.content.settings;
    let own =
        settings.municipalities.iter().map(|place| Choice { value: place.code.clone(), label: place.name.clone() });
    let near = settings.neighbours.iter().map(|area| Choice { value: area.id.clone(), label: area.label.clone() });
    own.chain(near).collect()
}

fn organisations(front: &Front) -> Vec<Choice> {
    let partners = front.content.partners.iter();
    partners.map(|partner| Choice { value: partner.id.clone(), label: partner.name.clone() }).collect()
}

/// The name of the municipality with this code.
pub(super) fn municipality(front: &Front, code: &str) -> Option<String> {
    let known = front.content.settings.municipalities.iter().find(|place| place.code == code);
    let other = || (code == OTHER).then(|| "Andere gemeente".to_owned());
    known.map(|place| place.name.clone()).or_else(other).or_else(|| {
        let neighbours = &front.content.settings.neighbours;
        neighbours.iter().find(|area| area.id == code).map(|area| area.label.clone())
    })
}

/// The name of the organisation with this id.
pub(super) fn organisation(front: &Front, id: &str) -> Option<String> {
    let known = front.content.partners.iter().find(|partner| partner.id == id);
    known.map(|partner| partner.name.clone()).or_else(|| (id == OTHER).then(|| "Andere organisatie".to_owned()))
}
