//! The page of one case: why it is handled, by when what must happen, what one can do now, and the whole file.

mod head;
mod parts;
mod reach;
mod side;
mod timeline;
mod way;

use domain::desk::act::Act;
use domain::desk::outcome::Outcome;
use domain::desk::reach::News;
use domain::form::Form;
use domain::referral::{Happening, Status};
use leptos::prelude::*;

pub(super) use self::head::facts_view;
use self::head::head_view;
pub use self::head::kept_briefly;
pub(super) use self::parts::entry_view;
use self::parts::file_view;
pub use self::reach::{Needed, Reach};
pub(super) use self::reach::{minds_view, need_view, reach_view};
use self::side::side_view;
pub use self::timeline::{Content, Seen, Told, given};
pub use self::way::{By, Stop};
use super::file::Section;
use super::frame::{self, Present};
use super::navigation::{At, Part as Place};
use super::note::{Tone, note};
use super::shortcut::Shortcuts;
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
    /// Until when it is open to who looks, where it is closed: "maandag 23 november 2026 om 22.05 uur".
    pub open_until: Option<String>,
    /// Who handles it; `None` where who looks may not change that.
    pub assign: Option<Assign>,
    /// What one can do now, what comes next first.
    pub acts: Vec<&'static Act>,
    /// How far it is.
    pub way: Vec<Stop>,
    /// How soon its sender needs something, where they were asked.
    pub needed: Option<Needed>,
    /// Whom to call.
    pub reach: Reach,
    /// What was sent, as it was shown then.
    pub summary: Vec<Section>,
    /// What colleagues of other organisations contributed, the oldest first.
    pub contributions: Vec<Entry>,
    /// The last calls and attempts to call, the newest first.
    pub contacts: Vec<Entry>,
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
    /// What was decided.
    pub decided: Option<Outcome>,
    /// Until when it is kept and why, where that is known: "21 november 2031".
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

    /// The button of an act. Who can't be reached is not answered, but finds an answer.
    pub(super) fn verb(&self, act: &Act) -> &'static str {
        let is_laid_ready = act.what == Happening::Answered && self.reach.news == News::Looks;
        if is_laid_ready { "Antwoord klaarzetten" } else { act.verb }
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
    render(site, head, || view(case, present.shortcuts))
}

fn view(case: &Case, shortcuts: Shortcuts) -> impl IntoView + use<> {
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
                {side_view(case, shortcuts)}
                {file_view(case)}
            </div>
        </div>
    }
}
