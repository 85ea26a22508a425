//! How to reach the house: the facts come from its settings, the words around them from its text.

use chrono::NaiveDate;
use leptos::prelude::*;

use super::text::{TextPage, checked_line, questions};
use crate::components::{Breadcrumb, ContactBlock, ExternalLink};
use crate::document::{Head, Site, render};
use crate::house::{House, Link};

/// What a visitor needs to know to come, as far as the house filled it in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Directions {
    /// By train and bus.
    pub public_transport: Option<String>,
    /// By car or bicycle.
    pub parking: Option<String>,
    /// Getting in without steps.
    pub step_free: Option<String>,
    /// Who sees that one comes.
    pub discretion: Option<String>,
    /// A map, on a site of another: a link, nothing of it is loaded here.
    pub map: Option<Link>,
}

/// The whole document, as it reads on `today`.
pub fn page(site: &Site, words: &TextPage, directions: &Directions, today: NaiveDate) -> String {
    let head = Head::page(&words.title, &words.description, &words.path);
    let (words, house, directions) = (words.clone(), site.house.clone(), directions.clone());
    render(site, head, || view(words, house, directions, today))
}

/// Its main part.
pub fn view(words: TextPage, house: House, directions: Directions, today: NaiveDate) -> impl IntoView {
    let checked = checked_line(words.checked, today, &house);
    let route = route(directions, &house);
    view! {
        <div class="zvh-frame zvh-page">
            <Breadcrumb here=words.title.clone() />
            <h1 class="nl-heading nl-heading--level-1">{words.title}</h1>
            <p class="nl-paragraph nl-paragraph--lead zvh-lead">{words.lead}</p>
            <section class="zvh-section" aria-labelledby="bereiken">
                <h2 class="nl-heading nl-heading--level-2" id="bereiken">
                    "Bellen of langskomen"
                </h2>
                <ContactBlock house=house />
            </section>
            {route}
            <div class="zvh-text zvh-section" inner_html=words.body.on(today)></div>
            {questions(words.questions, today)} {checked}
        </div>
    }
}

/// How to come. What a house does not tell is asked by telephone.
fn route(directions: Directions, house: &House) -> impl IntoView + use<> {
    let untold = match (&directions.parking, &directions.step_free) {
        (None, None) => Some("parkeren of een ingang zonder drempel"),
        (None, _) => Some("parkeren"),
        (_, None) => Some("een ingang zonder drempel"),
        _ => None,
    };
    let ask = untold.map(|what| {
        let words = format!("Vragen over {what}? Bel ons vooraf: {}.", house.phone.shown);
        view! { <p class="nl-paragraph">{words}</p> }
    });
    let facts = [
        ("Trein en bus", directions.public_transport),
        ("Auto en fiets", directions.parking),
        ("Zonder drempel naar binnen", directions.step_free),
        ("Onopvallend naar binnen", directions.discretion),
    ]
    .into_iter()
    .filter_map(|(what, words)| Some((what, words?)))
    .map(|(what, words)| {
        view! {
            <div>
                <dt>{what}</dt>
                <dd>{words}</dd>
            </div>
        }
    })
    .collect::<Vec<_>>();
    let facts = (!facts.is_empty()).then(|| view! { <dl class="zvh-facts">{facts}</dl> });
    let map = directions.map.map(|link| {
        view! {
            <p class="nl-paragraph">
                <ExternalLink link=link />
            </p>
        }
    });
    view! {
        <section class="zvh-section zvh-route" aria-labelledby="route">
            <h2 class="nl-heading nl-heading--level-2" id="route">
                "Zo komt u bij ons"
            </h2>
            {facts} {ask} {map}
        </section>
    }
}
