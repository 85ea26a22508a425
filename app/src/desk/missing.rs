//! What is not there, or not for who asks: one answer for both, so that nobody learns which cases there are.

use leptos::prelude::*;

use super::frame::{self, Present};
use super::navigation::{At, Part};
use crate::document::{Site, render};

/// The whole document.
pub fn page(site: &Site, present: &Present, path: &str) -> String {
    let title = "Deze pagina is er niet, of is niet voor u";
    let ways = Part::ALL.into_iter().filter(|part| present.roles.iter().any(|role| role.may(part.right())));
    let way = ways.map(|part| view! { <p class="nl-paragraph"><a class="nl-link" href=part.address()>{format!("Naar ‘{}’", part.text())}</a></p> }).next();
    render(site, frame::head(site, present, At::Outside, title, path), || {
        view! {
            <div class="zvh-frame zvh-desk zvh-narrow">
                <h1 class="nl-heading nl-heading--level-1">{title}</h1>
                <p class="nl-paragraph">"Kijk na of het adres of de referentie klopt. Een zaak die is vernietigd, is weg. En sommige zaken ziet alleen een collega met een andere rol."</p>
                {way}
            </div>
        }
    })
}
