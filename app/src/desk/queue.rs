//! The work list: what must happen first, by date. "Mijn werk" is the same page with a filter.

pub mod filters;

mod choose;

use chrono::NaiveDate;
use domain::form::Form;
use domain::referral::Status;
use leptos::prelude::*;

pub use self::choose::{Choice, Choices};
use self::choose::{choose_view, chosen_view};
pub use self::filters::{Assigned, Filters, page_of};
use super::frame::{self, Present};
use super::navigation::{At, Part};
use super::table::{Look, Row, table};
use super::term::{Due, day_view, term_view};
use crate::document::{Head, Site, render};
use crate::paths::Desk;

/// Cases on one page of the list.
pub const ON_A_PAGE: usize = 50;

/// A page of the work list.
pub struct Queue {
    /// What it is narrowed to.
    pub filters: Filters,
    /// What it can be narrowed to.
    pub choices: Choices,
    /// How many cases there are with these filters.
    pub found: usize,
    /// Which page this is, from 1.
    pub page: usize,
    /// The cases of this page, what must happen first on top.
    pub cases: Vec<Case>,
}

/// A case as the list knows it, without opening it.
#[derive(Clone)]
pub struct Case {
    /// Its reference.
    pub reference: String,
    /// The form by which it came in.
    pub form: &'static Form,
    /// Where it is.
    pub status: Status,
    /// Name of its municipality.
    pub municipality: Option<String>,
    /// Name of the organisation that sent it.
    pub organisation: Option<String>,
    /// The day on which it came in.
    pub received: NaiveDate,
    /// What must happen first, where something must by a day.
    pub next: Option<Due>,
    /// What comes next, where nothing must by a day.
    pub todo: Option<&'static str>,
    /// Who handles it.
    pub assignee: Option<String>,
    /// Whether who looks has read the newest of it.
    pub look: Look,
}

impl Queue {
    fn title(&self) -> &'static str {
        if self.filters.assigned == Assigned::Mine { Part::Mine.text() } else { Part::Queue.text() }
    }

    fn pages(&self) -> usize {
        self.found.div_ceil(ON_A_PAGE).max(1)
    }
}

/// The whole document.
pub fn page(site: &Site, present: &Present, queue: &Queue) -> String {
    render(site, head(site, present, queue), || view(queue))
}

fn head(site: &Site, present: &Present, queue: &Queue) -> Head {
    let part = if queue.filters.assigned == Assigned::Mine { Part::Mine } else { Part::Queue };
    let title = match queue.page {
        1 => queue.title().to_owned(),
        page => format!("{}, bladzijde {page} van {}", queue.title(), queue.pages()),
    };
    frame::head(site, present, At::On(part), title, Desk::Queue.to_string())
}

fn view(queue: &Queue) -> impl IntoView + use<> {
    let list = if queue.cases.is_empty() {
        nothing_view(&queue.filters).into_any()
    } else {
        let rows = queue.cases.iter().map(row).collect();
        table(counted(queue), &["Zaak", "Eerst doen", "Status", "Gemeente", "Organisatie", "Ontvangen", "Voor"], rows)
            .into_any()
    };
    view! {
        <div class="zvh-frame zvh-desk">
            <h1 class="nl-heading nl-heading--level-1">{queue.title()}</h1>
            {choose_view(&queue.filters, &queue.choices)}
            {chosen_view(&queue.filters, &queue.choices)}
            {list}
            {pages_view(queue)}
        </div>
    }
}

/// "12 zaken. Wat het eerst moet, staat bovenaan."
fn counted(queue: &Queue) -> String {
    let cases = if queue.found == 1 { "1 zaak".to_owned() } else { format!("{} zaken", queue.found) };
    let with = if queue.filters.pairs().is_empty() { "" } else { " met deze filters" };
    let order = if queue.found > 1 { " Wat het eerst moet, staat bovenaan." } else { "" };
    format!("{cases}{with}.{order}")
}

fn row(case: &Case) -> Row {
    let Case { reference, form, status, municipality, organisation, received, next, todo, assignee, look } =
        case.clone();
    let new = (look == Look::Unread).then(|| view! { <span class="zvh-desk-new">"Ongelezen"</span> });
    let head = view! {
        <span class="zvh-desk-case-head">
            <a class="nl-link zvh-desk-open" data-stop="" href=Desk::Referral(&reference).to_string()>{reference.clone()}</a>
            {new}
        </span>
        <br />
        {form.title}
    };
    let text = |text: Option<String>| text.map(IntoAny::into_any);
    Row {
        head: head.into_any(),
        cells: vec![
            next.map(|due| term_view(&due).into_any()).or_else(|| {
                todo.map(|todo| {
                    view! { {todo}<br /><span class="zvh-desk-quiet">"Geen vaste termijn"</span> }.into_any()
                })
            }),
            Some(status.desk_text().into_any()),
            text(municipality),
            text(organisation),
            Some(day_view(received).into_any()),
            Some(assignee.unwrap_or_else(|| "Nog niemand".to_owned()).into_any()),
        ],
        look,
    }
}

fn nothing_view(filters: &Filters) -> impl IntoView + use<> {
    let all = Desk::Queue.to_string();
    let only_mine = filters.assigned == Assigned::Mine && filters.pairs().len() == 1;
    let (text, way) = match (only_mine, filters.pairs().is_empty()) {
        (true, _) => {
            let nobody = Filters { assigned: Assigned::Nobody, ..Filters::default() };
            ("U hebt nu geen zaken.", Some((nobody.address(1), "Bekijk wat nog niemand heeft")))
        }
        (_, true) => ("Er ligt nu geen werk. Wat binnenkomt, verschijnt vanzelf in deze lijst.", None),
        (_, false) => ("Geen zaak past bij deze filters.", Some((all, "Toon alle zaken"))),
    };
    let way = way.map(|(href, label)| view! { " "<a class="nl-link" href=href>{label}</a>"." });
    view! { <p class="nl-paragraph">{text}{way}</p> }
}

fn pages_view(queue: &Queue) -> impl IntoView + use<> {
    let (page, pages) = (queue.page, queue.pages());
    let step = |to: usize, rel: &'static str, label: &'static str| {
        view! { <a class="nl-button nl-button--secondary" rel=rel href=queue.filters.address(to)><span class="nl-button__label">{label}</span></a> }
    };
    (pages > 1).then(|| {
        view! {
            <nav class="zvh-desk-pages" aria-label="Bladzijden">
                {(page > 1).then(|| step(page - 1, "prev", "Vorige"))}
                {(page < pages).then(|| step(page + 1, "next", "Volgende"))}
                <span class="zvh-desk-quiet">{format!("Bladzijde {page} van {pages}")}</span>
            </nav>
        }
    })
}
