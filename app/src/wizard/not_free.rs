//! A room that can't be had at the wanted time: why, and what is free beside it. A button chooses that instead.

use domain::form::{Effect, Step};
use domain::rooms::{Obstacle, Stay, Week};
use leptos::prelude::*;

use super::frame::{At, Filling};
use crate::components::form::{ErrorSummary, SummaryLine};
use crate::pages::rooms;
use crate::paths::{Wizard, action, field_id, posted};

/// What is wanted and can't be had.
pub struct NotFree {
    /// What is wanted.
    pub wanted: Stay,
    /// Why it can't be had.
    pub obstacle: Obstacle,
    /// What is free beside it.
    pub beside: Vec<Stay>,
}

/// The step in which the form asks for what it takes, and the first field of it.
pub fn asked_in(filling: &Filling, stay: &Stay) -> Option<(&'static Step, &'static str)> {
    let Effect::Takes(taking) = filling.form.effect else { return None };
    let answers = (taking.answers)(stay);
    let step = answers.iter().find_map(|(name, _)| filling.form.step_of(name))?;
    let field = step.fields().find(|field| answers.iter().any(|(name, _)| name.starts_with(field.name)))?;
    Some((step, field.name))
}

/// The error summary and the buttons. They belong to the form of the page, so that what is typed on it goes along.
pub(super) fn not_free_view(filling: &Filling, at: At) -> impl IntoView + use<> {
    let not_free = filling.not_free.as_ref()?;
    let named = |stay: &Stay| format!("{}, {}", room(filling, &stay.room), stay.when());
    let (step, field) = asked_in(filling, &not_free.wanted)?;
    let text = format!("{}. {}", named(&not_free.wanted), not_free.obstacle.text());
    let line = match at {
        At::Step(slug) if slug == step.slug => SummaryLine::field(field, text),
        _ => {
            let step = Wizard::Step(step.slug).of(filling.form.slug);
            SummaryLine::page(format!("{step}#{}", field_id(field)), text)
        }
    };
    let offers = not_free.beside.iter().map(|stay| (action_of(stay), named(stay))).collect::<Vec<_>>();
    let week = rooms::address(Week::of(offered_day(not_free)));
    Some(view! {
        <ErrorSummary lines=vec![line] />
        <section class="zvh-offers" aria-labelledby="wel-vrij">
            <h2 class="nl-heading nl-heading--level-3" id="wel-vrij">"Wat wel kan"</h2>
            {(!offers.is_empty()).then(|| offers_view(offers))}
            <p class="nl-paragraph">
                "U hebt nog niets gereserveerd. Wat u invulde, staat er nog. "
                <a class="nl-link" href=week>"Bekijk per week wat vrij is"</a>
                "."
            </p>
        </section>
    })
}

fn offers_view(offers: Vec<(String, String)>) -> impl IntoView {
    let buttons = offers.into_iter().map(|(value, label)| {
        view! {
            <li>
                <button class="nl-button nl-button--secondary" type="submit" form="formulier" name=posted::ACTION value=value>
                    <span class="nl-button__label">{label}</span>
                </button>
            </li>
        }
    });
    view! {
        <p class="nl-paragraph">"Dit is vrij. Kies een knop, dan passen wij uw antwoorden aan."</p>
        <ul class="zvh-plain-list">{buttons.collect_view()}</ul>
    }
}

/// The button that chooses this instead.
fn action_of(stay: &Stay) -> String {
    format!("{}:{}", action::CHOOSE, stay.canonical())
}

/// The room as the form offers it.
fn room(filling: &Filling, id: &str) -> String {
    let room = filling.context.rooms.iter().find(|room| room.id == id);
    room.map_or_else(|| id.to_owned(), |room| room.label.clone())
}

/// The day to look around: that of the first offer, else the wanted one.
fn offered_day(not_free: &NotFree) -> chrono::NaiveDate {
    not_free.beside.first().map_or(not_free.wanted.day, |stay| stay.day)
}
