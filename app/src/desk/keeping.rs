//! How long what is kept: what goes when, what is held, what needs a look, and what was destroyed.

mod certificate;
mod section;

use chrono::NaiveDate;
use domain::calendar::long;
use domain::referral::Status;
use domain::retention::Situation;
use leptos::prelude::*;

pub use self::certificate::{Certificate, InTrail, certificate_page};
pub use self::section::Section;
use super::frame::{self, Present};
use super::navigation::{At, Part};
use super::table::{Look, Row, table};
use crate::document::{Site, render};
use crate::paths::Desk;
use crate::wizard::actions::{Rank, plain_button};

/// Lines of a section that is shown alone.
pub const ON_A_PAGE: usize = 50;
/// Lines of a section beside the others.
pub const AT_A_GLANCE: usize = 10;

/// What the query of this page may hold.
pub mod query {
    /// Only this section.
    pub const SECTION: &str = "deel";
    /// Behind this line.
    pub const AFTER: &str = "na";
    /// Only tombstones with a reference that holds this.
    pub const REFERENCE: &str = "referentie";
}

/// The page.
pub struct Keeping {
    /// Its sections: all of them, or one alone.
    pub sections: Vec<Shown>,
    /// Which one, if it is alone.
    pub alone: Option<Section>,
    /// What the tombstones were searched for.
    pub reference: String,
}

/// A section with its lines.
pub struct Shown {
    /// Which one.
    pub section: Section,
    /// How many lines it has in all, where they were counted.
    pub count: Option<u64>,
    /// Those of this page.
    pub lines: Vec<Line>,
    /// The address of the lines behind these.
    pub more: Option<String>,
}

/// A line of a section.
#[derive(Clone)]
pub struct Line {
    /// The reference.
    pub reference: String,
    /// Where it leads, if who looks may go there.
    pub to: Option<String>,
    /// The title of its form, or its short name where the form is gone.
    pub form: String,
    /// Its situation; of what was destroyed the ground.
    pub situation: Option<Situation>,
    /// How far it is, where the house still owes an answer.
    pub open: Option<Status>,
    /// The day that the section is about.
    pub day: Option<NaiveDate>,
}

/// The whole document.
pub fn page(site: &Site, present: &Present, keeping: &Keeping) -> String {
    let (at, title) = match keeping.alone {
        None => (At::On(Part::Keeping), TITLE.to_owned()),
        Some(section) => (At::Under(Part::Keeping), section.heading()),
    };
    let path = Desk::Keeping.to_string();
    render(site, frame::head(site, present, at, title.clone(), path), || view(keeping, title))
}

const TITLE: &str = "Bewaren en vernietigen";

fn view(keeping: &Keeping, title: String) -> impl IntoView + use<> {
    let is_alone = keeping.alone.is_some();
    let intro = (!is_alone).then(|| {
        view! {
            <p class="nl-paragraph">
                "Wij vernietigen een zaak vanzelf op de dag na de laatste dag. Moet een zaak langer blijven? Leg dat vast bij de zaak."
            </p>
        }
    });
    let back = is_alone.then(|| {
        view! { <p class="zvh-desk-back"><a class="nl-link" href=Desk::Keeping.to_string()>"Terug naar bewaren en vernietigen"</a></p> }
    });
    let sections: Vec<_> =
        keeping.sections.iter().map(|shown| shown_view(shown, is_alone, &keeping.reference)).collect();
    view! {
        <div class="zvh-frame zvh-desk">
            {back}
            <h1 class="nl-heading nl-heading--level-1">{title}</h1>
            {intro}
            {sections}
        </div>
    }
}

fn shown_view(shown: &Shown, is_alone: bool, searched: &str) -> impl IntoView + use<> {
    let Shown { section, count, lines, more } = shown;
    let heading = (!is_alone).then(|| {
        let id = section.slug();
        view! { <h2 class="nl-heading nl-heading--level-2" id=id>{section.heading()}</h2> }
    });
    let search = (*section == Section::Destroyed).then(|| search_view(searched));
    let list = if lines.is_empty() {
        let nothing = if searched.is_empty() { section.nothing() } else { "Geen bewijs past bij deze referentie." };
        view! { <p class="nl-paragraph">{nothing}</p> }.into_any()
    } else {
        table(caption(*count, lines.len()), &section.columns(), lines.iter().map(row).collect()).into_any()
    };
    let label = if is_alone { "Volgende" } else { "Toon alles" };
    let more = more.clone().map(|href| {
        let name = section.heading();
        view! {
            <p>
                <a class="nl-button nl-button--secondary" href=href>
                    <span class="nl-button__label">{label}<span class="zvh-visually-hidden">": "{name}</span></span>
                </a>
            </p>
        }
    });
    view! {
        {heading}
        <p class="nl-paragraph">{section.intro()}</p>
        {search}
        {list}
        {more}
    }
}

/// "12 zaken." Where they are not all here: how many are.
fn caption(count: Option<u64>, shown: usize) -> String {
    let cases = |count: u64| if count == 1 { "1 zaak".to_owned() } else { format!("{count} zaken") };
    let here = u64::try_from(shown).unwrap_or(u64::MAX);
    match count {
        Some(count) if count > here => format!("{}. Hier staan er {here}.", cases(count)),
        Some(count) => format!("{}.", cases(count)),
        None => format!("{} op deze bladzijde.", cases(here)),
    }
}

fn row(line: &Line) -> Row {
    let Line { reference, to, form, situation, open, day } = line.clone();
    let name = match to {
        Some(href) => view! { <a class="nl-link zvh-desk-open" href=href>{reference}</a> }.into_any(),
        None => view! { <span class="zvh-desk-open">{reference}</span> }.into_any(),
    };
    let day = day.map(|day| {
        let machine = day.to_string();
        view! { <time datetime=machine>{long(day)}</time> }.into_any()
    });
    Row {
        head: view! { {name}<br />{form} }.into_any(),
        cells: vec![situation.map(|situation| situation_view(situation, open).into_any()), day],
        look: Look::Read,
    }
}

/// Why it goes then: its situation, what is still open, and where the rule stands.
fn situation_view(situation: Situation, open: Option<Status>) -> impl IntoView + use<> {
    let open = open.map(|status| view! { <br /><strong>{status.desk_text()}</strong> });
    view! {
        {situation.desk_text()}
        {open}
        <br />
        <span class="zvh-desk-quiet">"Volgens "{situation.desk_source()}</span>
    }
}

fn search_view(searched: &str) -> impl IntoView + use<> {
    let value = searched.to_owned();
    view! {
        <form class="zvh-desk-filters__fields" method="get" action=Desk::Keeping.to_string() role="search" aria-label="Bewijzen zoeken">
            <input type="hidden" name=query::SECTION value=Section::Destroyed.slug() />
            <div>
                <label class="utrecht-form-label" for="bewijs-referentie">"Referentie"</label>
                <input
                    class="utrecht-textbox utrecht-textbox--html-input"
                    type="text"
                    id="bewijs-referentie"
                    name=query::REFERENCE
                    value=value
                    autocomplete="off"
                    spellcheck="false"
                />
            </div>
            <div>{plain_button("Zoek", Rank::Secondary)}</div>
        </form>
    }
}
