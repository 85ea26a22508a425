//! The work list.

use std::sync::Arc;

use app::desk::navigation::Part;
use app::desk::queue::{self as pages, Assigned as Whose, Case, Choice, Choices, Filters, ON_A_PAGE, page_of};
use app::desk::table::Look;
use app::desk::term::Due;
use axum::extract::{RawQuery, State};
use axum::http::{HeaderMap, StatusCode, Uri};
use axum::response::Response;
use domain::desk::clock::left;
use domain::desk::role::Right;
use domain::desk::way::{self, way};
use domain::form::Form;
use domain::forms;
use domain::referral::Status;
use domain::values::Reference;

use super::present::{Names, present};
use super::{AtDesk, Seat};
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
        let queue = queue(&front, &desk, Filters::from_pairs(pairs()), page_of(pairs())).await?;
        let entry = desk.entry(front.now(), Event::Viewed { what: Page::Queue, object: String::new() });
        front.services.store.audit().append(entry).await?;
        Ok(page(StatusCode::OK, pages::page(&front.site, &present(&front, &desk), &queue), &headers))
    };
    answered(&front, uri.path(), work).await
}

async fn queue(front: &Front, desk: &AtDesk, filters: Filters, asked: usize) -> Result<pages::Queue, Fault> {
    let store = front.services.store.queue();
    store.settle(front.house(), &front.content.settings.calendar).await?;
    let seen = seen_by(desk, Right::Queue);
    let wanted = wanted(front, desk, &filters, &seen);
    let found = usize::try_from(store.count(&wanted).await?).unwrap_or(usize::MAX);
    let number = asked.min(found.div_ceil(ON_A_PAGE).max(1));
    let skip = ((number - 1) * ON_A_PAGE) as u64;
    let rows = store.list(&wanted, desk.member.id, skip, ON_A_PAGE as u64).await?;
    let names = Names::of(front).await?;
    Ok(pages::Queue {
        filters,
        choices: Choices {
            routes: seen.clone(),
            municipalities: municipalities(front),
            organisations: organisations(front),
        },
        found,
        page: number,
        cases: rows.into_iter().filter_map(|row| case(front, &names, row)).collect(),
    })
}

/// The forms of which a role of theirs has this right.
pub(super) fn seen_by(desk: &Seat, right: Right) -> Vec<&'static Form> {
    forms::ALL.iter().copied().filter(|form| desk.may_with(right, form.regime)).collect()
}

fn wanted(front: &Front, desk: &AtDesk, filters: &Filters, seen: &[&'static Form]) -> Wanted {
    let chosen = seen.iter().filter(|form| filters.route.is_none_or(|route| route.slug == form.slug));
    // What is done is looked up, not worked on: it shows where somebody asks for it.
    let open = || Status::ALL.into_iter().filter(|status| status.is_open()).collect();
    let looks_up = filters.reference.is_some();
    let is_whole = filters.reference.as_deref().is_some_and(|typed| Reference::parse(typed).is_ok());
    Wanted {
        house: front.house().to_owned(),
        forms: chosen.map(|form| form.slug.to_owned()).collect(),
        statuses: match filters.status {
            Some(status) if !status.is_shielded() || is_whole => vec![status],
            // What is shielded is found by who knows its whole reference, and by nobody else.
            _ if looks_up => Status::ALL.into_iter().filter(|status| !status.is_shielded() || is_whole).collect(),
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

fn case(front: &Front, names: &Names, row: QueueRow) -> Option<Case> {
    let look = if row.is_unread() { Look::Unread } else { Look::Read };
    let next = row.next.map(|term| Due { left: left(term.due, front.today(), &front.content.settings.calendar), term });
    let form = forms::find(&row.form)?;
    // Unopened, only what its form and status tell: of what is answered without being weighed, that is enough.
    let todo = if next.is_none() { to_do(form, row.status) } else { None };
    Some(Case {
        form,
        reference: row.reference,
        status: row.status,
        municipality: row.municipality.map(|code| municipality(front, &code).unwrap_or(code)),
        organisation: row.organisation.map(|id| organisation(front, &id).unwrap_or(id)),
        received: today(row.received_at),
        next,
        todo,
        assignee: row.assignee.and_then(|id| names.name(id)),
        look,
    })
}

/// What comes next, as far as an unopened case tells.
fn to_do(form: &'static Form, status: Status) -> Option<&'static str> {
    let stops = way(form, status, &[]);
    stops.iter().find(|stop| stop.state == way::State::Now).map(|stop| stop.act.verb)
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
