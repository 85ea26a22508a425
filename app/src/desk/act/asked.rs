//! What the sender asked, above the answer to it: nobody answers from memory.

use domain::referral::Happening;
use leptos::prelude::*;

use super::Acting;

/// The question of a message, in the words of its sender. Nothing of a case: that stands beside the form.
pub(super) fn asked_view(acting: &Acting) -> impl IntoView + use<> {
    let lines = acting.case.reach.asks.clone();
    let is_there = acting.act.what == Happening::Answered && !lines.is_empty();
    let quotes = lines.into_iter().map(|line| {
        view! {
            <p class="zvh-desk-heading">{line.label}</p>
            <blockquote class="zvh-desk-quote">{line.value}</blockquote>
        }
    });
    let quotes = quotes.collect_view();
    is_there.then(|| {
        view! {
            <section class="zvh-desk-asked" aria-labelledby="vraag">
                <h2 class="nl-heading nl-heading--level-2" id="vraag">"Wat de afzender vraagt"</h2>
                {quotes}
            </section>
        }
    })
}
