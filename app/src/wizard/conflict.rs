//! Two tabs, one draft: the older save does not overwrite the newer. The page shows both and the person chooses.

use domain::answers::Answers;
use leptos::prelude::*;

use super::actions::{Rank, button};
use super::frame::{At, Filling, PageState, frame, version_field};
use crate::document::Head;
use crate::paths::action;

/// What differs in one field.
#[derive(Clone)]
pub struct Difference {
    /// The question.
    pub label: String,
    /// What is stored, in words.
    pub stored: String,
    /// What was typed here, in words.
    pub typed: String,
}

const TITLE: &str = "Deze stap is ook ergens anders gewijzigd";

/// The head of the page.
pub fn head(filling: &Filling, at: At, path: String) -> Head {
    filling.head(at, TITLE, path, PageState::Wrong)
}

/// The page. `typed` goes along hidden, so that nothing is lost while the person chooses.
pub fn page(filling: &Filling, at: At, path: String, typed: &Answers, differences: Vec<Difference>) -> impl IntoView {
    let kept =
        typed.iter().map(|(name, text)| view! { <input type="hidden" name=name.to_owned() value=text.to_owned() /> });
    let kept = kept.collect_view();
    let rows = differences.into_iter().map(|difference| {
        view! {
            <section class="zvh-conflict__field">
                <h2 class="nl-heading nl-heading--level-3">{difference.label}</h2>
                <div class="zvh-conflict">
                    <div class="zvh-conflict__version">
                        <h3 class="nl-heading nl-heading--level-4">"Opgeslagen"</h3>
                        <p class="zvh-conflict__text">{or_open(difference.stored)}</p>
                    </div>
                    <div class="zvh-conflict__version">
                        <h3 class="nl-heading nl-heading--level-4">"Wat u hier typte"</h3>
                        <p class="zvh-conflict__text">{or_open(difference.typed)}</p>
                    </div>
                </div>
            </section>
        }
    });
    let rows = rows.collect_view();
    let column = view! {
        <div class="zvh-error-summary" id="fouten" tabindex="-1" autofocus=true role="group" aria-labelledby="kop">
            <h1 class="nl-heading nl-heading--level-2" id="kop">{TITLE}</h1>
            <p>"Bijvoorbeeld in een ander tabblad of op een ander apparaat. Wij hebben nog niets overschreven. Kies welke versie u houdt."</p>
        </div>
        {rows}
        <form class="zvh-form" id="formulier" method="post" action=path novalidate=true>
            {version_field(filling)}
            {kept}
            <div class="zvh-actions">
                {button(action::KEEP_MINE, "Houd wat ik hier typte", Rank::Primary)}
                {button(action::KEEP_THEIRS, "Houd wat was opgeslagen", Rank::Secondary)}
            </div>
        </form>
    };
    frame(filling, at, column)
}

fn or_open(text: String) -> String {
    if text.is_empty() { "Niet ingevuld".to_owned() } else { text }
}
