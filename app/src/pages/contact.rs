//! How to reach the house: the facts come from its settings, the words around them from its text.

use chrono::NaiveDate;
use leptos::prelude::*;

use super::text::{TextPage, checked_line, questions};
use crate::components::{Breadcrumb, ContactBlock};
use crate::document::{Head, Site, render};
use crate::house::House;

/// The whole document, as it reads on `today`.
pub fn page(site: &Site, words: &TextPage, today: NaiveDate) -> String {
    let head = Head::page(&words.title, &words.description, &words.path);
    let (words, house) = (words.clone(), site.house.clone());
    render(site, head, || view(words, house, today))
}

/// Its main part.
pub fn view(words: TextPage, house: House, today: NaiveDate) -> impl IntoView {
    let checked = checked_line(words.checked, today, &house);
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
            <div class="zvh-text zvh-section" inner_html=words.body.on(today)></div>
            {questions(words.questions, today)} {checked}
        </div>
    }
}
