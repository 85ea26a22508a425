//! The list of the newsletter.

use leptos::prelude::*;

use super::facts::facts;
use super::frame::{self, Present};
use super::navigation::{At, Part};
use crate::document::{Site, render};
use crate::paths::Desk;

/// How long the list is.
#[derive(Clone, Copy)]
pub struct List {
    /// Addresses on it.
    pub confirmed: u64,
    /// Sign-ups that wait for the owner of the address.
    pub unconfirmed: u64,
}

/// The whole document.
pub fn page(site: &Site, present: &Present, list: List) -> String {
    let part = Part::Newsletter;
    let head = frame::head(site, present, At::On(part), part.text(), Desk::Newsletter.to_string());
    render(site, head, || view(list))
}

fn view(list: List) -> impl IntoView {
    view! {
        <div class="zvh-frame zvh-desk">
            <h1 class="nl-heading nl-heading--level-1">{Part::Newsletter.text()}</h1>
            {facts([
                ("Krijgen de nieuwsbrief", list.confirmed.to_string()),
                ("Wachten op bevestiging", list.unconfirmed.to_string()),
            ])}
            <p class="nl-paragraph">
                "Wie wacht op bevestiging, krijgt niets. Na 7 dagen verdwijnt zo’n aanmelding vanzelf. Wie het programma beheert, verstuurt de nieuwsbrief."
            </p>
            <p class="nl-paragraph">
                "De lijst bevat e-mailadressen. Haal de lijst alleen op als dat nodig is en bewaar hem niet. Het logboek onthoudt wie de lijst ophaalde."
            </p>
            <form method="post" action=Desk::NewsletterList.to_string()>
                <div class="zvh-actions">
                    {crate::wizard::actions::plain_button("Lijst ophalen (CSV)", crate::wizard::actions::Rank::Secondary)}
                </div>
            </form>
        </div>
    }
}
