//! Who works at the desk: the list, inviting someone.

pub mod colleague;
pub mod fields;

use domain::desk::role::Role;
use leptos::prelude::*;

pub use self::colleague::{Asked, colleague_head, colleague_page};
pub use self::fields::{Day, Typed, Wrong};
use super::frame::{self, Present};
pub use super::kept::Kept;
use super::kept::kept_view;
use super::navigation::{At, Part};
use super::note::{Tone, note};
use super::table::{Look, Row, table};
use crate::components::form::{ErrorSummary, SummaryLine};
use crate::document::{Head, Site};
use crate::paths::Desk;
use crate::wizard::actions::{Rank, plain_button};

const TITLE: &str = "Medewerkers";

/// A colleague as the list shows them.
#[derive(Clone)]
pub struct Colleague {
    /// Their number.
    pub id: String,
    /// Their name.
    pub name: String,
    /// For whom they work.
    pub organisation: String,
    /// What they may do, each with its last day.
    pub roles: Vec<(Role, String)>,
    /// The last day of their appointment.
    pub until: String,
    /// The day of the screening; empty when none is known.
    pub screened: String,
    /// The day of the last training; empty when none is known.
    pub trained: String,
    /// When they were last here; empty when never.
    pub used: String,
    /// How they stand.
    pub standing: Standing,
}

/// How someone stands at the desk.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// They work.
    Works,
    /// They did not enrol yet.
    Invited,
    /// No role of theirs works today.
    NoRole,
    /// They left.
    Left,
}

impl Standing {
    /// In words.
    pub const fn text(self) -> &'static str {
        match self {
            Self::Invited => "Uitgenodigd",
            Self::Works => "Werkt hier",
            Self::NoRole => "Geen rol die vandaag geldt",
            Self::Left => "Vertrokken",
        }
    }
}

/// Who works first, who left last, and each of these by name.
pub fn sort(colleagues: &mut [Colleague]) {
    colleagues.sort_by_cached_key(|colleague| (colleague.standing, colleague.name.to_lowercase()));
}

/// Someone being invited.
#[derive(Clone, Default)]
pub struct Inviting {
    /// What was typed.
    pub typed: Typed,
    /// What is wrong with it.
    pub wrong: Vec<Wrong>,
    /// It was kept while the administrator signed in again.
    pub kept: Option<Kept>,
}

/// The head of the page.
pub fn head(site: &Site, present: &Present, inviting: &Inviting) -> Head {
    let title = if inviting.wrong.is_empty() { TITLE.to_owned() } else { format!("Fout: {TITLE}") };
    frame::head(site, present, At::On(Part::Staff), title, Desk::Staff.to_string())
}

/// The page: everyone, and the form that invites someone.
pub fn page(colleagues: Vec<Colleague>, inviting: &Inviting) -> impl IntoView + use<> {
    let Inviting { typed, wrong, kept } = inviting;
    let lines = lines(wrong);
    let kept = kept.as_ref().map(kept_view);
    let rows = colleagues.into_iter().map(row).collect();
    view! {
        <div class="zvh-frame zvh-desk">
            <ErrorSummary lines=lines />
            <h1 class="nl-heading nl-heading--level-1">{TITLE}</h1>
            {kept}
            {table(
                "Wie aan de balie werkt of werkte".to_owned(),
                &["Naam", "Organisatie", "Rollen", "Screening", "Opleiding", "Laatst hier", "Stand"],
                rows,
            )}
            <h2 class="nl-heading nl-heading--level-2" id="uitnodigen">"Iemand uitnodigen"</h2>
            <p class="nl-paragraph">"U krijgt een link te zien, één keer. Geef die zelf aan uw collega, bij voorkeur in persoon. De link werkt één keer, 7 dagen lang."</p>
            <form class="zvh-form" method="post" action=Desk::Staff.to_string() novalidate=true>
                {fields::person(typed, wrong)}
                {fields::appointment(typed, wrong)}
                <div class="zvh-actions">{plain_button("Maak de link", Rank::Primary)}</div>
            </form>
        </div>
    }
}

pub(super) fn lines(wrong: &[Wrong]) -> Vec<SummaryLine> {
    wrong.iter().map(|wrong| SummaryLine::field(wrong.field(), wrong.text().to_owned())).collect()
}

fn row(colleague: Colleague) -> Row {
    let roles =
        colleague.roles.iter().cloned().map(
            |(role, until)| view! { <li>{role.text()}", tot en met "<span class="zvh-desk-date">{until}</span></li> },
        );
    let filled = |text: String| (!text.is_empty()).then(|| view! { {text} }.into_any());
    Row {
        head: view! { <a class="nl-link" href=Desk::Colleague(&colleague.id).to_string()>{colleague.name}</a> }
            .into_any(),
        cells: vec![
            filled(colleague.organisation),
            Some(view! { <ul class="zvh-desk-lines">{roles.collect_view()}</ul> }.into_any()),
            filled(colleague.screened),
            filled(colleague.trained),
            filled(colleague.used),
            filled(colleague.standing.text().to_owned()),
        ],
        look: Look::Read,
    }
}

/// The head of the page with a link.
pub fn link_head(site: &Site, present: &Present) -> Head {
    frame::head(site, present, At::Under(Part::Staff), "Link voor uw collega", Desk::Staff.to_string())
}

/// Whether the days of screening and training are known: without them no role holds.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Dates {
    /// Both are.
    Known,
    /// One of them is not, or both.
    Missing,
}

/// The page with the link of an invitation: shown once.
pub fn link_page(name: String, link: String, until: String, dates: Dates) -> impl IntoView {
    let waits = (dates == Dates::Missing).then(|| {
        let text = format!("{name} kan pas werken als de dag van de screening en de dag van de opleiding zijn ingevuld. U vult ze in op de pagina van uw collega.");
        note(Tone::Care, "Uw collega kan nog niets doen", view! { <p>{text}</p> })
    });
    view! {
        <div class="zvh-frame zvh-desk zvh-narrow">
            <h1 class="nl-heading nl-heading--level-1">"Link voor uw collega"</h1>
            <p class="nl-paragraph nl-paragraph--lead">{format!("Geef deze link aan {name}, en aan niemand anders.")}</p>
            <p class="zvh-code" id="link">{link}</p>
            <p class="nl-paragraph">
                {format!("De link werkt één keer, tot en met {until}. U ziet hem alleen nu. Mail hem liever niet: wie de link heeft, komt binnen als uw collega.")}
            </p>
            {waits}
            <div class="zvh-actions">
                <a class="nl-button nl-button--primary" href=Desk::Staff.to_string()><span class="nl-button__label">"Terug naar medewerkers"</span></a>
            </div>
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_works_stands_first_by_name_and_who_left_last() {
        let someone = |name: &str, standing| Colleague {
            id: String::new(),
            name: name.to_owned(),
            organisation: String::new(),
            roles: Vec::new(),
            until: String::new(),
            screened: String::new(),
            trained: String::new(),
            used: String::new(),
            standing,
        };
        let mut all = vec![
            someone("Ad", Standing::Left),
            someone("Sam", Standing::Works),
            someone("Bo", Standing::Invited),
            someone("Noor", Standing::Works),
            someone("an", Standing::Works),
            someone("Abe", Standing::NoRole),
        ];
        sort(&mut all);
        let names: Vec<_> = all.iter().map(|colleague| colleague.name.as_str()).collect();
        assert_eq!(names, ["an", "Noor", "Sam", "Bo", "Abe", "Ad"]);
    }
}
