//! The page of one case: why it is handled, by when what must happen, what one can do now, and the whole file.

mod parts;
mod reach;
mod side;
mod timeline;
mod way;

use domain::desk::act::Act;
use domain::form::Form;
use domain::referral::Status;
use leptos::prelude::*;

pub(super) use self::parts::entry_view;
use self::parts::file_view;
pub use self::reach::Reach;
pub(super) use self::reach::{minds_view, reach_view};
use self::side::side_view;
pub use self::timeline::{Content, Seen, Told};
pub use self::way::{By, Stop};
use super::facts::facts;
use super::file::Section;
use super::frame::{self, Present};
use super::navigation::{At, Part as Place};
use super::note::{Tone, note};
use super::term::Due;
use crate::document::{Site, render};
use crate::house::Link;
use crate::paths::Desk;

/// Who did what nobody at the desk wrote down.
pub const THE_HOUSE: &str = "De balie";
/// Who sent the case.
pub const THE_SENDER: &str = "De afzender";

/// A case, opened.
#[derive(Clone)]
pub struct Case {
    /// What one needs to know of it at once.
    pub facts: Facts,
    /// For what the data in it are processed (WGS art. 1.8 lid 5), in a sentence.
    pub purpose: String,
    /// Something to say first: what was just done.
    pub done: Option<String>,
    /// Where the copy of the last hand-over is fetched, while it can be.
    pub copy: Option<Link>,
    /// The terms, and what is left of each.
    pub terms: Vec<Due>,
    /// References of what may be about the same person. Nothing of them was opened.
    pub twins: Vec<String>,
    /// Why it is kept from being destroyed, where it is.
    pub held: Option<String>,
    /// Who handles it; `None` where who looks may not change that.
    pub assign: Option<Assign>,
    /// What one can do now, what comes next first.
    pub acts: Vec<&'static Act>,
    /// How far it is.
    pub way: Vec<Stop>,
    /// Whom to call.
    pub reach: Reach,
    /// What was sent, as it was shown then.
    pub summary: Vec<Section>,
    /// What colleagues of other organisations contributed, the oldest first.
    pub contributions: Vec<Entry>,
    /// How the criteria were judged, the newest last.
    pub criteria: Vec<Entry>,
    /// What members advised.
    pub advices: Vec<Entry>,
    /// What was decided.
    pub decisions: Vec<Entry>,
    /// What the sender was told.
    pub answers: Vec<Entry>,
    /// What happened, the newest first.
    pub happened: Vec<Told>,
}

/// What one needs to know of a case at once.
#[derive(Clone)]
pub struct Facts {
    /// Its reference.
    pub reference: String,
    /// The form by which it came in.
    pub form: &'static Form,
    /// Where it is.
    pub status: Status,
    /// "zaterdag 21 november 2026 om 14.32 uur".
    pub received: String,
    /// Name of its municipality.
    pub municipality: Option<String>,
    /// Name of the organisation that sent it.
    pub organisation: Option<String>,
    /// Who handles it.
    pub assignee: Option<String>,
    /// Until when it is kept, where that is known: "21 november 2031".
    pub kept_until: Option<String>,
}

/// Who handles a case, to change.
#[derive(Clone)]
pub struct Assign {
    /// The people who can: id and name.
    pub people: Vec<(String, String)>,
    /// The id of who does now.
    pub current: Option<String>,
    /// The id of who looks.
    pub own: String,
}

/// Something in the file: who, when, in a line, and all of it.
#[derive(Clone)]
pub struct Entry {
    /// Who.
    pub by: String,
    /// When.
    pub at: String,
    /// What it comes down to: "Integrale aanpak", "3 van de 4 criteria van toepassing."; may be empty.
    pub headline: String,
    /// All of it.
    pub sections: Vec<Section>,
}

/// A part of the page, to which links lead.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// What was sent.
    Sent,
    /// Contributions.
    Contributions,
    /// Criteria.
    Criteria,
    /// Advices.
    Advices,
    /// Decision.
    Decisions,
    /// Answer.
    Answers,
    /// What happened.
    Timeline,
}

impl Part {
    /// All of them, in the order of the page.
    pub const ALL: [Self; 7] = [
        Self::Sent,
        Self::Contributions,
        Self::Criteria,
        Self::Advices,
        Self::Decisions,
        Self::Answers,
        Self::Timeline,
    ];

    /// Its heading.
    pub const fn text(self) -> &'static str {
        match self {
            Self::Sent => "Wat is gestuurd",
            Self::Contributions => "Bijdragen",
            Self::Criteria => "Criteria",
            Self::Advices => "Adviezen",
            Self::Decisions => "Besluit",
            Self::Answers => "Antwoord",
            Self::Timeline => "Tijdlijn",
        }
    }

    /// Its id.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Sent => "gestuurd",
            Self::Contributions => "bijdragen",
            Self::Criteria => "criteria",
            Self::Advices => "adviezen",
            Self::Decisions => "besluit",
            Self::Answers => "antwoord",
            Self::Timeline => "tijdlijn",
        }
    }
}

impl Case {
    /// What stands in a part that is a list of entries.
    pub(super) fn entries(&self, part: Part) -> &[Entry] {
        match part {
            Part::Contributions => &self.contributions,
            Part::Criteria => &self.criteria,
            Part::Advices => &self.advices,
            Part::Decisions => &self.decisions,
            Part::Answers => &self.answers,
            Part::Sent | Part::Timeline => &[],
        }
    }

    /// The parts of this case that hold something.
    fn parts(&self) -> impl Iterator<Item = Part> + '_ {
        let fixed = [Part::Sent, Part::Timeline];
        Part::ALL.into_iter().filter(move |part| fixed.contains(part) || !self.entries(*part).is_empty())
    }
}

/// The whole document.
pub fn page(site: &Site, present: &Present, case: &Case) -> String {
    let reference = &case.facts.reference;
    let head = frame::head(site, present, At::Under(Place::Queue), reference, Desk::Referral(reference).to_string());
    render(site, head, || view(case))
}

fn view(case: &Case) -> impl IntoView + use<> {
    let done = case.done.clone().map(|text| note(Tone::Done, text, ()));
    let copy = case.copy.clone().map(|link| {
        note(
            Tone::Know,
            "De kopie is klaar",
            view! { <p><a class="nl-link" href=link.href download="">{link.label}</a></p> },
        )
    });
    view! {
        <div class="zvh-frame zvh-desk">
            {done}{copy}
            {head_view(case)}
            <div class="zvh-desk-case">
                {side_view(case)}
                {file_view(case)}
            </div>
        </div>
    }
}

fn head_view(case: &Case) -> impl IntoView + use<> {
    let Facts { reference, form, .. } = &case.facts;
    let held = case
        .held
        .clone()
        .map(|why| note(Tone::Know, "Wordt niet vernietigd", view! { <p class="zvh-desk-text">{why}</p> }));
    view! {
        <h1 class="nl-heading nl-heading--level-1">{reference.clone()}" "<span class="zvh-desk-sub">{form.title}</span></h1>
        {facts_view(&case.facts)}
        <div class="zvh-desk-notes">
            {minds_view(case)}
            {note(Tone::Know, "Waarvoor wij deze gegevens gebruiken", view! { <p>{case.purpose.clone()}</p> })}
            {twins_view(&case.twins)}
            {held}
        </div>
    }
}

/// The few facts of a case, on its own page and on top of each act.
pub(super) fn facts_view(of: &Facts) -> impl IntoView + use<> {
    let text = |value: &Option<String>| value.clone().unwrap_or_default();
    facts([
        ("Status", of.status.desk_text().to_owned()),
        ("Voor", of.assignee.clone().unwrap_or_else(|| "Nog niemand".to_owned())),
        ("Ontvangen", of.received.clone()),
        ("Gemeente", text(&of.municipality)),
        ("Organisatie", text(&of.organisation)),
        ("Bewaren tot", text(&of.kept_until)),
    ])
}

/// Only that there may be another: which referral it is, and nothing of what stands in it.
fn twins_view(twins: &[String]) -> impl IntoView + use<> {
    let links = twins.iter().map(|reference| {
        view! { <li><a class="nl-link" href=Desk::Referral(reference).to_string()>{reference.clone()}</a></li> }
    });
    let links = links.collect_view();
    (!twins.is_empty()).then(|| {
        let body = view! {
            <p>"Dit kan over dezelfde persoon gaan als een andere zaak. Open die alleen als dat voor deze zaak nodig is."</p>
            <ul class="zvh-plain-list">{links}</ul>
        };
        note(Tone::Care, "Misschien dubbel", body)
    })
}
