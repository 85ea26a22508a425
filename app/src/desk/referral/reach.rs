//! Whom to call about a case, how soon something is needed, and what to mind.

use domain::desk::clock::Urgency;
use domain::desk::reach::News;
use leptos::prelude::*;

use super::Case;
use crate::desk::file::Line;
use crate::desk::note::{Tone, note};
use crate::desk::term::Need;

/// The sender of a case.
#[derive(Clone, Default)]
pub struct Reach {
    /// What they are called; empty where nobody gave a name.
    pub name: String,
    /// How they hear that there is news.
    pub news: News,
    /// How and when they are reached.
    pub ways: Vec<Line>,
    /// What to mind in each contact.
    pub minds: Vec<Line>,
    /// What they ask, of a message or a question for advice.
    pub asks: Vec<Line>,
}

/// How soon its sender needs something, with the question and the answer that say so.
#[derive(Clone)]
pub struct Needed {
    /// In words, and how much it stands out.
    pub need: Need,
    /// The question as it was asked, and its answer.
    pub said: Line,
}

/// On top of a case: how soon its sender needs something. It stands out until somebody took it up.
pub(in crate::desk) fn need_view(case: &Case) -> impl IntoView + use<> {
    case.needed.clone().map(|Needed { need, said }| {
        let tone = match need.urgency {
            Urgency::Late => Tone::Press,
            Urgency::Soon => Tone::Care,
            Urgency::Calm => Tone::Know,
        };
        let body =
            view! { <p>"De afzender antwoordde op de vraag ‘"{said.label}"’: "<strong>{said.value}</strong></p> };
        note(tone, need.text, body)
    })
}

/// The sender, with numbers to press; of who gave none, that they can't be reached.
pub(in crate::desk) fn reach_view(case: &Case) -> impl IntoView + use<> {
    let Reach { name, ways, news, .. } = case.reach.clone();
    let is_there = !name.is_empty() || !ways.is_empty() || news != News::Mailed;
    let name = if name.is_empty() && news == News::Looks { "Anoniem".to_owned() } else { name };
    let news = match news {
        News::Mailed => None,
        News::Called => Some("Gaf geen e-mailadres en krijgt dus geen mail. Bel als er nieuws is."),
        News::Looks => Some(
            "U kunt de afzender niet bellen of mailen. Wat u vraagt of antwoordt, staat op de volgpagina. De afzender leest het daar met de volgcode.",
        ),
    };
    let news = news.map(|text| view! { <p class="zvh-desk-quiet">{text}</p> });
    let organisation =
        case.facts.organisation.clone().map(|organisation| view! { <p class="zvh-desk-quiet">{organisation}</p> });
    let ways = ways.into_iter().map(|line| {
        let href = if line.value.contains('@') {
            format!("mailto:{}", line.value)
        } else {
            format!("tel:{}", digits(&line.value))
        };
        let is_link =
            line.value.contains('@') || line.value.starts_with(|first: char| first.is_ascii_digit() || first == '+');
        let value = if is_link {
            view! { <a class="nl-link" href=href>{line.value}</a> }.into_any()
        } else {
            view! { <span class="zvh-desk-text">{line.value}</span> }.into_any()
        };
        view! { <div><dt>{line.label}</dt><dd>{value}</dd></div> }
    });
    let ways = ways.collect_view();
    is_there.then(|| {
        view! {
            <section class="zvh-desk-reach" aria-labelledby="afzender">
                <h2 class="nl-heading nl-heading--level-2" id="afzender">"Afzender"</h2>
                <p><strong>{name}</strong></p>
                {organisation}
                {news}
                <dl class="zvh-desk-ways">{ways}</dl>
            </section>
        }
    })
}

/// What to mind, where there is something.
pub(in crate::desk) fn minds_view(case: &Case) -> impl IntoView + use<> {
    let minds = case.reach.minds.iter().cloned();
    let items = minds
        .map(|Line { label, value, .. }| view! { <li>{label}" "<strong class="zvh-desk-text">{value}</strong></li> });
    let items = items.collect_view();
    (!case.reach.minds.is_empty())
        .then(|| note(Tone::Care, "Let op bij contact", view! { <ul class="zvh-list">{items}</ul> }))
}

fn digits(number: &str) -> String {
    number.chars().filter(|sign| sign.is_ascii_digit() || *sign == '+').collect()
}
