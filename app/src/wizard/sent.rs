//! The confirmation: the reference, the dates, what happens next.

use domain::form::Form;
use leptos::prelude::*;

use super::check_page::Terms;
use crate::document::Head;
use crate::house::House;
use crate::paths::Wizard;

/// A referral that was received.
#[derive(Clone)]
pub struct Receipt {
    /// Its reference, not secret.
    pub reference: String,
    /// "zaterdag 21 november 2026 om 14.32 uur".
    pub received: String,
    /// What the house promises about it.
    pub terms: Terms,
}

const TITLE: &str = "Uw aanmelding is verstuurd";

/// The head of the confirmation.
pub fn head(form: &Form, reference: &str) -> Head {
    Head::unlisted(TITLE, Wizard::Sent(reference).of(form.slug))
}

/// The confirmation.
pub fn page(form: &'static Form, house: &House, receipt: Receipt) -> impl IntoView {
    let Terms { contact_by, outcome_by } = receipt.terms;
    view! {
        <div class="zvh-frame zvh-narrow">
            <div class="zvh-confirmation">
                <h1 class="nl-heading nl-heading--level-1" id="kop" tabindex="-1">{TITLE}</h1>
                <p>"Uw referentie voor "{form.name}":"</p>
                <p class="zvh-confirmation__reference">{receipt.reference}</p>
                <p>"Ontvangen op "{receipt.received}"."</p>
            </div>
            <h2 class="nl-heading nl-heading--level-2">"Wat gebeurt er nu?"</h2>
            <ol class="zvh-list">
                <li>"U krijgt een ontvangstbevestiging per mail. Er staan geen gegevens van de betrokkene in."</li>
                <li>"Wij nemen uiterlijk "<strong>{contact_by}</strong>" contact met u op, meestal per telefoon."</li>
                <li>"Uiterlijk "<strong>{outcome_by}</strong>" hoort u hoe het verdergaat."</li>
            </ol>
            <p class="nl-paragraph">
                "Hebt u een vraag over deze aanmelding? Bel "<a class="nl-link" href=house.phone.href()>{house.phone.shown.clone()}</a>
                " en noem de referentie. Stuur geen gegevens van de betrokkene per mail."
            </p>
            <p class="nl-paragraph">"Bewaar of druk deze pagina af. U kunt uw antwoorden hier niet meer bekijken: alleen het huis kan ze openen."</p>
            <div class="zvh-actions"><a class="nl-button nl-button--secondary" href="/"><span class="nl-button__label">"Naar de beginpagina"</span></a></div>
        </div>
    }
}
