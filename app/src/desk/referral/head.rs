//! The top of a case: what it is, its few facts, and what one needs to know before reading on.

use domain::desk::acts::closing;
use domain::desk::is_weighed;
use domain::desk::outcome::Outcome;
use domain::desk::way;
use domain::referral::Status;
use leptos::prelude::*;

use super::reach::{minds_view, need_view};
use super::{Case, Facts};
use crate::desk::facts::facts;
use crate::desk::note::{Tone, note};
use crate::paths::Desk;

pub(super) fn head_view(case: &Case) -> impl IntoView + use<> {
    let Facts { reference, form, .. } = &case.facts;
    let held = case
        .held
        .clone()
        .map(|why| note(Tone::Know, "Wordt niet vernietigd", view! { <p class="zvh-desk-text">{why}</p> }));
    view! {
        <h1 class="nl-heading nl-heading--level-1">{reference.clone()}" "<span class="zvh-desk-sub">{form.title}</span></h1>
        {facts_view(&case.facts)}
        <div class="zvh-desk-notes">
            {open_view(case.open_until.as_ref())}
            {goes_on(&case.facts).then(|| goes_on_view(&case.facts))}
            {need_view(case)}
            {minds_view(case)}
            {note(Tone::Know, "Waarvoor wij deze gegevens gebruiken", view! { <p>{case.purpose.clone()}</p> })}
            {twins_view(&case.twins)}
            {held}
        </div>
    }
}

/// Whether the house goes on with it elsewhere: nothing is left to do here but to close it.
fn goes_on(of: &Facts) -> bool {
    of.status == Status::Answered && is_weighed(of.form) && of.decided.is_some_and(Outcome::is_taken_on)
}

fn goes_on_view(of: &Facts) -> impl IntoView + use<> {
    let roles = way::roles(&closing::ACT, of.form).iter().map(|role| role.text()).collect::<Vec<_>>();
    let text = format!(
        "Het overleg en de aanpak legt u niet hier vast. Met ‘Gegevens doorgeven’ maakt u een kopie voor het systeem voor casussen. Is de \
         aanpak klaar? Dan kiest iemand met een van deze rollen ‘{}’: {}.",
        closing::ACT.verb,
        roles.join(", ")
    );
    note(Tone::Know, "Deze casus is aangenomen", view! { <p>{text}</p> })
}

/// That a closed case is open for a while to who said why, and to nobody else.
fn open_view(until: Option<&String>) -> impl IntoView + use<> {
    until.map(|until| {
        let text = format!(
            "U gaf een reden om deze zaak te openen. U kunt erbij tot {until}. Daarna is de zaak weer afgeschermd."
        );
        note(Tone::Care, "Deze zaak is afgesloten", view! { <p>{text}</p> })
    })
}

/// "20 december 2026, want niet aangenomen": weeks, where the law leaves years to what is taken on.
pub fn kept_briefly(day: &str) -> String {
    format!("{day}, want niet aangenomen")
}

/// The few facts of a case, on its own page and on top of each act.
pub(in crate::desk) fn facts_view(of: &Facts) -> impl IntoView + use<> {
    let text = |value: &Option<String>| value.clone().unwrap_or_default();
    facts([
        ("Status", of.status.desk_text().to_owned()),
        ("Besluit", of.decided.map(Outcome::text).unwrap_or_default().to_owned()),
        ("Toegewezen aan", of.assignee.clone().unwrap_or_else(|| "Nog niemand".to_owned())),
        ("Ontvangen", of.received.clone()),
        ("Gemeente", text(&of.municipality)),
        ("Organisatie", text(&of.organisation)),
        ("Bewaren tot en met", text(&of.kept_until)),
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
