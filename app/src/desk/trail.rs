//! The audit trail: who did what with which case, the latest first. For supervision (WGS art. 1.8 lid 4) and nothing else: no counts for
//! each person, no order of people.

pub mod actions;
pub mod filters;

use chrono::NaiveDate;
use domain::desk::role::Role;
use leptos::prelude::*;

pub use self::filters::{Filters, What, Who};
use super::frame::{self, Present};
use super::navigation::{At, Part};
use super::note::{Tone, note};
use super::table::{Look, Row, table};
use crate::document::{Site, render};
use crate::paths::{Desk, field_id};
use crate::wizard::actions::{Rank, plain_button};

/// Entries on one page.
pub const ON_A_PAGE: u64 = 50;

/// A page of the trail.
pub struct Trail {
    /// What it is narrowed to.
    pub filters: Filters,
    /// Who works or worked here: number and name.
    pub people: Vec<(String, String)>,
    /// Whether the trail is as it was written.
    pub chain: Chain,
    /// How many records are not as it says.
    pub contradictions: usize,
    /// The entries, the latest first.
    pub entries: Vec<Entry>,
    /// There are more, before this number.
    pub older: Option<i64>,
    /// These are not the latest.
    pub is_later_page: bool,
}

/// Whether the trail is as it was written.
#[derive(Clone)]
pub enum Chain {
    /// Up to this entry.
    Sound {
        /// Its number.
        seq: i64,
        /// How many there are.
        last: i64,
        /// When that was seen: "14.32 uur".
        at: String,
    },
    /// It is not.
    Broken {
        /// The first entry that does not fit.
        seq: i64,
    },
}

/// An entry, in the words of the store but for people.
#[derive(Clone)]
pub struct Entry {
    /// Its number.
    pub seq: i64,
    /// When, for machines: RFC 3339.
    pub at: String,
    /// When, for people: "21-11-2026 14.32.05".
    pub at_words: String,
    /// Who.
    pub who: Actor,
    /// What, as the store names it.
    pub action: String,
    /// To what: a reference, or the name of who it was about.
    pub object: String,
    /// With what result, as the store names it.
    pub result: String,
}

/// Who did something.
#[derive(Clone)]
pub enum Actor {
    /// A visitor of the site.
    Visitor,
    /// The program.
    System,
    /// Someone at the command line.
    Operator,
    /// Someone at the desk, by name.
    Person(String, Option<Role>),
    /// A name that this program does not know.
    Unknown,
}

impl Actor {
    /// "Noor Voorbeeld".
    pub fn name(&self) -> &str {
        match self {
            Self::Visitor => "Bezoeker van de site",
            Self::System => "Het programma",
            Self::Operator => "Beheerder aan de opdrachtregel",
            Self::Person(name, _) => name,
            Self::Unknown => "Onbekend",
        }
    }

    /// In which role.
    pub fn role(&self) -> &'static str {
        match self {
            Self::Person(_, Some(role)) => role.text(),
            Self::Person(_, None) => "Zonder rol",
            _ => "",
        }
    }
}

/// The names of the columns of the table for a spreadsheet.
pub const COLUMNS: [&str; 9] = ["Regel", "Tijd", "Wie", "Rol", "Wat", "Actie", "Waarover", "Uitkomst", "Controlegetal"];

/// The whole document.
pub fn page(site: &Site, present: &Present, trail: &Trail) -> String {
    let at = At::On(Part::Trail);
    render(site, frame::head(site, present, at, TITLE, Desk::Trail.to_string()), || view(trail))
}

const TITLE: &str = "Logboek";

fn view(trail: &Trail) -> impl IntoView + use<> {
    let list = if trail.entries.is_empty() {
        view! { <p class="nl-paragraph">"Geen regel past bij deze filters."</p> }.into_any()
    } else {
        let rows = trail.entries.iter().map(row).collect();
        table(caption(trail), &["Wat", "Waarover", "Wie", "Wanneer", "Regel"], rows).into_any()
    };
    view! {
        <div class="zvh-frame zvh-desk">
            <h1 class="nl-heading nl-heading--level-1">{TITLE}</h1>
            <p class="nl-paragraph">
                "Gebruik het logboek alleen om na te gaan of wij gegevens zorgvuldig gebruiken. Ook wie hier kijkt, komt in het logboek."
            </p>
            {chain_view(&trail.chain)}
            {contradictions_view(trail.contradictions)}
            {choose_view(trail)}
            {seen_view(&trail.filters)}
            {list}
            {pages_view(trail)}
        </div>
    }
}

fn chain_view(chain: &Chain) -> impl IntoView + use<> {
    match chain {
        Chain::Sound { seq, last, at } => {
            let text = if seq == last {
                format!("Gecontroleerd om {at}: alle {seq} regels zijn nog zoals ze zijn geschreven.")
            } else {
                format!(
                    "De controle is om {at} bij regel {seq} van {last}. Tot daar zijn alle regels nog zoals ze zijn geschreven."
                )
            };
            view! { <p class="zvh-desk-quiet">{text}</p> }.into_any()
        }
        Chain::Broken { seq } => {
            let body = view! {
                <p>
                    "Daar is iets veranderd, weggehaald of tussengevoegd. Bewaar de database als bewijs en waarschuw wie het programma beheert."
                </p>
            };
            note(Tone::Care, format!("Het logboek klopt niet vanaf regel {seq}"), body).into_any()
        }
    }
}

fn contradictions_view(count: usize) -> Option<impl IntoView + use<>> {
    let title = match count {
        0 => return None,
        1 => "Eén zaak klopt niet met het logboek".to_owned(),
        more => format!("{more} zaken kloppen niet met het logboek"),
    };
    let body = view! {
        <p>
            "Buiten dit programma om is iets weggehaald of teruggezet. Bewaar de database als bewijs en waarschuw wie het programma beheert: "
            <code>"zvh audit verify"</code>" noemt de zaken."
        </p>
    };
    Some(note(Tone::Care, title, body))
}

fn caption(trail: &Trail) -> String {
    let shown = trail.entries.len();
    let lines = if shown == 1 { "1 regel".to_owned() } else { format!("{shown} regels") };
    let with = if trail.filters.pairs().is_empty() { "" } else { " met deze filters" };
    format!("{lines}{with}. De nieuwste staat bovenaan.")
}

fn row(entry: &Entry) -> Row {
    let Entry { seq, at, at_words, who, action, object, result } = entry.clone();
    let result = Some(actions::result_text(&action, &result)).filter(|text| !text.is_empty());
    let result = result.map(|text| view! { <br /><span class="zvh-desk-quiet">{text}</span> });
    let role = Some(who.role()).filter(|role| !role.is_empty());
    let role = role.map(|role| view! { <br /><span class="zvh-desk-quiet">{role}</span> });
    Row {
        head: view! { {actions::text(&action)}{result} }.into_any(),
        cells: vec![
            Some(object).filter(|object| !object.is_empty()).map(IntoAny::into_any),
            Some(view! { {who.name().to_owned()}{role} }.into_any()),
            Some(view! { <time datetime=at>{at_words}</time> }.into_any()),
            Some(seq.into_any()),
        ],
        look: Look::Read,
    }
}

fn choose_view(trail: &Trail) -> impl IntoView + use<> {
    let Filters { from, until, who, what, reference } = trail.filters.clone();
    let chosen = who.map(|who| who.to_string()).unwrap_or_default();
    let fixed = [Who::Visitor, Who::System, Who::Operator].map(|who| (who.to_string(), who.text().to_owned()));
    let people = options(trail.people.iter().cloned().chain(fixed), &chosen);
    let chosen = what.map(|what| what.slug()).unwrap_or_default();
    let groups =
        options(actions::Group::ALL.iter().map(|group| (group.slug().to_owned(), group.text().to_owned())), &chosen);
    let single = options(actions::all().into_iter().map(|action| (action.slug, action.text)), &chosen);
    view! {
        <details class="zvh-desk-filters">
            <summary>"Filteren"</summary>
            <form class="zvh-desk-filters__fields" method="get" action=Desk::Trail.to_string() role="search" aria-label="Logboek filteren">
                {day_view(filters::FROM, "Vanaf", from)}
                {day_view(filters::UNTIL, "Tot en met", until)}
                <div>
                    <label class="utrecht-form-label" for="filter-wie">"Wie"</label>
                    <select class="utrecht-select utrecht-select--html-select" id="filter-wie" name=filters::WHO>
                        <option class="utrecht-select__option" value="">"Iedereen"</option>
                        {people}
                    </select>
                </div>
                <div>
                    <label class="utrecht-form-label" for="filter-wat">"Wat"</label>
                    <select class="utrecht-select utrecht-select--html-select" id="filter-wat" name=filters::WHAT>
                        <option class="utrecht-select__option" value="">"Alles"</option>
                        <optgroup label="Soorten">{groups}</optgroup>
                        <optgroup label="Eén handeling">{single}</optgroup>
                    </select>
                </div>
                <div>
                    <label class="utrecht-form-label" for="filter-referentie">"Referentie"</label>
                    <input
                        class="utrecht-textbox utrecht-textbox--html-input"
                        type="text"
                        id="filter-referentie"
                        name=filters::REFERENCE
                        value=reference.unwrap_or_default()
                        autocomplete="off"
                        spellcheck="false"
                    />
                </div>
                <div>{plain_button("Filter", Rank::Secondary)}</div>
            </form>
        </details>
    }
}

fn options(all: impl Iterator<Item = (String, String)>, chosen: &str) -> Vec<AnyView> {
    all.map(|(value, label)| {
        let selected = value == chosen;
        view! { <option class="utrecht-select__option" value=value selected=selected>{label}</option> }.into_any()
    })
    .collect()
}

fn day_view(name: &'static str, label: &'static str, day: Option<NaiveDate>) -> impl IntoView {
    let id = field_id(&format!("filter-{name}"));
    view! {
        <div>
            <label class="utrecht-form-label" for=id.clone()>{label}</label>
            <input
                class="utrecht-textbox utrecht-textbox--html-input"
                type="date"
                id=id
                name=name
                value=day.map(|day| day.to_string()).unwrap_or_default()
            />
        </div>
    }
}

/// The question that is asked most: who saw this case?
fn seen_view(filters: &Filters) -> impl IntoView + use<> {
    let all = Desk::Trail.to_string();
    let is_narrowed = !filters.pairs().is_empty();
    let seen = What::Group(actions::Group::Seen);
    let who_saw = filters.reference.as_ref().filter(|_| filters.what.as_ref() != Some(&seen)).map(|reference| {
        let narrowed = Filters { reference: Some(reference.clone()), what: Some(seen.clone()), ..Filters::default() };
        view! { <a class="nl-link" href=narrowed.address(None)>{format!("Wie zag {reference}?")}</a>" " }
    });
    let export = filters.export_address();
    view! {
        <p class="nl-paragraph">
            {who_saw}
            {is_narrowed.then(|| view! { <a class="nl-link" href=all>"Toon het hele logboek"</a>" " })}
            <a class="nl-link" href=export download="logboek.csv">"Download deze selectie als spreadsheet (csv)"</a>
        </p>
    }
}

fn pages_view(trail: &Trail) -> impl IntoView + use<> {
    let button = |href: String, rel: &'static str, label: &'static str| {
        view! { <a class="nl-button nl-button--secondary" rel=rel href=href><span class="nl-button__label">{label}</span></a> }
    };
    let latest = trail.is_later_page.then(|| button(trail.filters.address(None), "first", "Nieuwste"));
    let older = trail.older.map(|seq| button(trail.filters.address(Some(seq)), "next", "Oudere regels"));
    (latest.is_some() || older.is_some()).then(|| {
        view! { <nav class="zvh-desk-pages" aria-label="Bladzijden">{latest}{older}</nav> }
    })
}
