//! Whom to call about a case, and what to mind.

use leptos::prelude::*;

use super::Case;
use crate::desk::file::Line;
use crate::desk::note::{Tone, note};

/// The sender of a case.
#[derive(Clone, Default)]
pub struct Reach {
    /// What they are called; empty where nobody gave a name.
    pub name: String,
    /// How and when they are reached.
    pub ways: Vec<Line>,
    /// What to mind in each contact.
    pub minds: Vec<Line>,
}

/// The sender, with numbers to press. Nothing where nobody gave anything.
pub(in crate::desk) fn reach_view(case: &Case) -> impl IntoView + use<> {
    let Reach { name, ways, .. } = case.reach.clone();
    let is_there = !name.is_empty() || !ways.is_empty();
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
