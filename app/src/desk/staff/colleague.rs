//! One colleague: roles and dates, a new link, leaving.

use leptos::prelude::*;

use super::fields::{self, Typed, Wrong};
use super::{Colleague, Standing};
use crate::components::form::{Common, ErrorSummary, SummaryLine, Tick};
use crate::desk::facts::facts;
use crate::desk::frame::{self, Present};
use crate::desk::kept::{Kept, kept_view};
use crate::desk::navigation::{At, Part};
use crate::desk::note::{Tone, note};
use crate::desk::term::whole_days;
use crate::document::{Head, Site};
use crate::paths::Desk;
use crate::wizard::actions::{Rank, button};

/// What the buttons post.
pub mod action {
    /// Keep the roles and dates.
    pub const APPOINT: &str = "aanstellen";
    /// Make a new link.
    pub const LINK: &str = "link";
    /// They left.
    pub const END: &str = "vertrekt";
}

/// The name of the tick without which nobody leaves.
pub const SURE: &str = "zeker";

/// What was asked and did not go through.
#[derive(Clone, Default)]
pub struct Asked {
    /// What was typed, or what holds now.
    pub typed: Typed,
    /// What is wrong with it.
    pub wrong: Vec<Wrong>,
    /// It was kept while the administrator signed in again.
    pub kept: Option<Kept>,
    /// They pressed "leaves" without the tick.
    pub unsure: bool,
    /// Whether it is the one who looks: they change nothing of themselves.
    pub own: bool,
}

/// The head of the page.
pub fn colleague_head(site: &Site, present: &Present, colleague: &Colleague, asked: &Asked) -> Head {
    let wrong = if asked.wrong.is_empty() && !asked.unsure { "" } else { "Fout: " };
    let title = format!("{wrong}{}", colleague.name);
    frame::head(site, present, At::Under(Part::Staff), title, Desk::Colleague(&colleague.id).to_string())
}

/// The page.
pub fn colleague_page(colleague: Colleague, asked: Asked) -> impl IntoView {
    let mut lines = super::lines(&asked.wrong);
    if asked.unsure {
        lines.push(SummaryLine::field(SURE, UNSURE.to_owned()));
    }
    let roles =
        colleague.roles.iter().map(|(role, until)| format!("{}, tot en met {}", role.text(), whole_days(until)));
    let known = facts([
        ("Organisatie", colleague.organisation.clone()),
        ("Stand", colleague.standing.text().to_owned()),
        ("Rollen", roles.collect::<Vec<_>>().join("; ")),
        ("Laatste dag", colleague.until.clone()),
        ("Laatst hier", colleague.used.clone()),
    ]);
    let change = match (colleague.standing, asked.own) {
        (Standing::Left, _) => None,
        (_, true) => Some(
            note(
                Tone::Know,
                "Dit bent u zelf",
                view! { <p>"Uw eigen rollen en uw vertrek regelt een andere beheerder."</p> },
            )
            .into_any(),
        ),
        (_, false) => Some(changes(&colleague, &asked).into_any()),
    };
    view! {
        <div class="zvh-frame zvh-desk">
            <ErrorSummary lines=lines />
            <h1 class="nl-heading nl-heading--level-1">{colleague.name.clone()}</h1>
            {asked.kept.as_ref().map(kept_view)}
            {known}
            {change}
            <p class="nl-paragraph"><a class="nl-link" href=Desk::Staff.to_string()>"Alle medewerkers"</a></p>
        </div>
    }
}

const UNSURE: &str = "Vink aan dat u het zeker weet.";

fn changes(colleague: &Colleague, asked: &Asked) -> impl IntoView + use<> {
    let to = Desk::Colleague(&colleague.id).to_string();
    let sure = Common {
        name: SURE.to_owned(),
        label: format!("Ja, {} werkt hier niet meer", colleague.name),
        error: asked.unsure.then(|| UNSURE.to_owned()),
        ..Common::default()
    };
    view! {
        <h2 class="nl-heading nl-heading--level-2">"Rollen en datums"</h2>
        <form class="zvh-form" method="post" action=to.clone() novalidate=true>
            {fields::appointment(&asked.typed, &asked.wrong)}
            <div class="zvh-actions">{button(action::APPOINT, "Opslaan", Rank::Primary)}</div>
        </form>
        <h2 class="nl-heading nl-heading--level-2">"Nieuwe link"</h2>
        <p class="nl-paragraph">
            "Is uw collega alle passkeys kwijt? Maak een nieuwe link. Zodra uw collega daarmee een passkey maakt, werken de oude niet meer en moet een collega opnieuw toegang geven tot aanmeldingen."
        </p>
        <form class="zvh-form" method="post" action=to.clone()>
            <div class="zvh-actions">{button(action::LINK, "Maak een nieuwe link", Rank::Secondary)}</div>
        </form>
        <h2 class="nl-heading nl-heading--level-2">"Vertrek"</h2>
        <p class="nl-paragraph">"Uw collega wordt overal uitgelogd en kan niets meer openen. Zaken van uw collega staan daarna bij niemand. U kunt dit niet terugdraaien. Maak daarna een nieuwe sleutel."</p>
        <form class="zvh-form" method="post" action=to novalidate=true>
            <Tick field=sure ticked=false />
            <div class="zvh-actions">{button(action::END, "Beëindig de toegang", Rank::Secondary)}</div>
        </form>
    }
}
