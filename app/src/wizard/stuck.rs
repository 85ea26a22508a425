//! A page could not be saved: the store is away. What was typed stays in the page, ready to be sent again.

use domain::answers::Answers;
use domain::form::Form;
use leptos::prelude::*;

use super::actions::{Rank, button};
use crate::document::Head;
use crate::house::House;
use crate::paths::posted;

const TITLE: &str = "Wij konden uw antwoorden nu niet opslaan";

/// A post that could not be saved.
#[derive(Clone)]
pub struct Unsaved {
    /// Where it was posted to.
    pub path: String,
    /// The version of the draft it was made from.
    pub version: i64,
    /// The button that was pressed.
    pub action: String,
    /// What was typed.
    pub typed: Answers,
}

/// The head of the page.
pub fn head(form: &Form, path: String) -> Head {
    Head::unlisted(format!("Fout: {TITLE} – {}", form.title), path)
}

/// The page. Everything typed goes along hidden, so that trying again posts exactly the same.
pub fn page(house: &House, unsaved: Unsaved) -> impl IntoView {
    let typed = unsaved.typed.iter();
    let kept = typed
        .map(|(name, text)| view! { <input type="hidden" name=name.to_owned() value=text.to_owned() /> })
        .collect_view();
    view! {
        <div class="zvh-frame zvh-narrow">
            <div class="zvh-error-summary" id="fouten" tabindex="-1" autofocus=true role="group" aria-labelledby="kop">
                <h1 class="nl-heading nl-heading--level-2" id="kop">{TITLE}</h1>
                <p>"Uw antwoorden zijn niet weg: ze staan nog in deze pagina. Laat de pagina open en probeer het over een paar minuten opnieuw."</p>
            </div>
            <form class="zvh-form" id="formulier" method="post" action=unsaved.path novalidate=true>
                <input type="hidden" name=posted::VERSION value=unsaved.version.to_string() />
                {kept}
                <div class="zvh-actions">{button(unsaved.action, "Probeer opnieuw", Rank::Primary)}</div>
            </form>
            <p class="nl-paragraph">
                "Lukt het niet? Bel "<a class="nl-link" href=house.phone.href()>{house.phone.shown.clone()}</a>"."
            </p>
        </div>
    }
}
