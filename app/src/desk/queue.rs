//! The work list: what must happen first, by date. "Mijn werk" is the same page with a filter.

pub mod filters;

mod choose;

use chrono::NaiveDate;
use domain::desk::role::Role;
use domain::form::Form;
use domain::referral::Status;
use leptos::prelude::*;

pub use self::choose::{Choice, Choices};
use self::choose::{choose_view, chosen_view};
pub use self::filters::{Assigned, Filters, page_of};
use super::frame::{self, Present};
use super::navigation::{At, Part};
use super::note::{Tone, note};
use super::table::{Look, Row, table};
use super::term::{Due, Need, day_view, need_view, term_view};
use crate::document::{Head, Site, render};
use crate::paths::Desk;

/// Cases on one page of the list.
pub const ON_A_PAGE: usize = 50;

/// What comes first where its sender needs something at once: a call, or what was done where nobody can be called.
pub const NEEDED_AT_ONCE: &str = "Doen wat meteen nodig is";

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
    /// Something to say first: what was just done.
    pub done: Option<String>,
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
    /// Since which day it waits for its sender, where it does.
    pub waits_since: Option<NaiveDate>,
    /// Name of its municipality.
    pub municipality: Option<String>,
    /// Name of the organisation that sent it.
    pub organisation: Option<String>,
    /// The day on which it came in.
    pub received: NaiveDate,
    /// How soon its sender needs something, where they were asked.
    pub need: Option<Need>,
    /// What must happen first, where something must by a day.
    pub next: Option<Due>,
    /// What comes next.
    pub todo: Option<Todo>,
    /// Who handles it.
    pub assignee: Option<String>,
    /// Whether who looks has read the newest of it.
    pub look: Look,
}

/// What comes next in a case, and in whose hands it is.
#[derive(Clone)]
pub struct Todo {
    /// The button of the act.
    pub act: &'static str,
    /// Who does it.
    pub by: Hands,
}

/// In whose hands something is.
#[derive(Clone)]
pub enum Hands {
    /// Of who looks, perhaps beside others.
    Yours,
    /// Of who has one of these roles.
    Of(Vec<Role>),
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
        table(
            counted(queue),
            &["Zaak", "Eerst doen", "Status", "Gemeente", "Organisatie", "Ontvangen", "Toegewezen aan"],
            rows,
        )
        .into_any()
    };
    view! {
        <div class="zvh-frame zvh-desk">
            {queue.done.clone().map(|text| note(Tone::Done, text, ()))}
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
    let Case { reference, form, municipality, organisation, received, need, next, todo, assignee, look, .. } =
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
    let is_empty = need.is_none() && next.is_none() && todo.is_none();
    let need = need.map(|need| view! { <p class="zvh-desk-need">{need_view(need)}</p> });
    let first = view! { {need}{next.map(|due| term_view(&due))}{todo.map(todo_view)} };
    let first = (!is_empty).then(|| first.into_any());
    Row {
        head: head.into_any(),
        cells: vec![
            first,
            Some(status_view(case).into_any()),
            text(municipality),
            text(organisation),
            Some(day_view(received).into_any()),
            Some(assignee.unwrap_or_else(|| "Nog niemand".to_owned()).into_any()),
        ],
        look,
    }
}

/// "Wacht op de afzender, sinds 12-11-2026".
fn status_view(case: &Case) -> impl IntoView + use<> {
    let since = case.waits_since.map(|day| view! { ", sinds "{day_view(day)} });
    view! { {case.status.desk_text()}{since} }
}

/// "Nu: Criteria beoordelen", with who does it where that is someone else.
fn todo_view(todo: Todo) -> impl IntoView {
    let by = match todo.by {
        Hands::Yours => None,
        Hands::Of(roles) => {
            let roles = roles.iter().map(|role| role.text()).collect::<Vec<_>>().join(" of ");
            Some(view! { " "<span class="zvh-desk-quiet">"("{roles}")"</span> })
        }
    };
    view! { <p class="zvh-desk-todo">"Nu: "{todo.act}{by}</p> }
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
