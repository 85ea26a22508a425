//! The keys of the house: which there are, who holds a copy, making a new one.

use leptos::prelude::*;

use super::frame::{self, Present};
use super::navigation::{At, Part};
use super::note::{Tone, note};
use super::table::{Look, Row, table};
use crate::document::{Head, Site};
use crate::paths::Desk;
use crate::wizard::actions::{Rank, plain_button};

const TITLE: &str = "Sleutels";

/// The query with which someone comes here after a colleague left, or after a new key was made.
pub mod query {
    /// A colleague left.
    pub const LEFT: &str = "vertrokken";
    /// There is a new key.
    pub const MADE: &str = "gemaakt";
}

/// A key of the house.
#[derive(Clone)]
pub struct Epoch {
    /// Which one.
    pub number: u32,
    /// "3f2a 91c0 …".
    pub fingerprint: String,
    /// When it was made, in words.
    pub made: String,
    /// Who holds a copy.
    pub holders: Vec<String>,
}

/// Why someone is here.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Came {
    /// To look.
    Plainly,
    /// A colleague left.
    AfterLeaving,
    /// A new key was made.
    Made,
}

/// The head of the page.
pub fn head(site: &Site, present: &Present) -> Head {
    frame::head(site, present, At::On(Part::Keys), TITLE, Desk::Keys.to_string())
}

/// The page; the newest key first.
pub fn page(epochs: Vec<Epoch>, came: Came) -> impl IntoView {
    let is_set_up = !epochs.is_empty();
    let said = match came {
        Came::Plainly => None,
        Came::AfterLeaving => Some((
            Tone::Care,
            "Maak nu een nieuwe sleutel",
            "Uw collega kan niets meer openen. Maak toch een nieuwe sleutel: dan helpt ook een achtergehouden sleutel niet bij wat vanaf nu binnenkomt.",
        )),
        Came::Made => Some((
            Tone::Done,
            "De nieuwe sleutel is er",
            "Wat vanaf nu binnenkomt, gaat met deze sleutel op slot. Wie de vorige had en aanmeldingen mag lezen, heeft ook de nieuwe.",
        )),
    };
    view! {
        <div class="zvh-frame zvh-desk">
            <h1 class="nl-heading nl-heading--level-1">{TITLE}</h1>
            {said.map(|(tone, heading, text)| note(tone, heading, view! { <p>{text}</p> }))}
            <p class="nl-paragraph">
                "Aanmeldingen liggen op slot. Alleen collega's met een kopie van de sleutel kunnen ze lezen. Oude sleutels blijven nodig voor wat daarmee op slot ging."
            </p>
            {if is_set_up { epochs_view(epochs).into_any() } else { not_set_up().into_any() }}
        </div>
    }
}

fn epochs_view(epochs: Vec<Epoch>) -> impl IntoView {
    let newest = epochs.iter().map(|epoch| epoch.number).max();
    let row = |epoch: Epoch| {
        let now = (Some(epoch.number) == newest).then_some(" (nu in gebruik)");
        Row {
            head: view! { {epoch.number} <span class="zvh-desk-quiet">{now}</span> }.into_any(),
            cells: vec![
                Some(view! { <code>{epoch.fingerprint}</code> }.into_any()),
                Some(view! { {epoch.made} }.into_any()),
                Some(if epoch.holders.is_empty() {
                    view! { "Niemand" }.into_any()
                } else {
                    view! { {epoch.holders.join(", ")} }.into_any()
                }),
            ],
            look: Look::Read,
        }
    };
    view! {
        {table("De sleutels van het huis".to_owned(), &["Sleutel", "Vingerafdruk", "Gemaakt", "Wie een kopie heeft"], epochs.into_iter().map(row).collect())}
        <h2 class="nl-heading nl-heading--level-2">"Nieuwe sleutel"</h2>
        <p class="nl-paragraph">
            "Maak een nieuwe sleutel als een collega vertrekt of een apparaat kwijt is. Iedereen met de huidige sleutel krijgt de nieuwe. Ook de herstelsleutel in de kluis blijft passen."
        </p>
        <form class="zvh-form" method="post" action=Desk::Keys.to_string()>
            <div class="zvh-actions">{plain_button("Maak een nieuwe sleutel", Rank::Primary)}</div>
        </form>
    }
}

fn not_set_up() -> impl IntoView {
    note(
        Tone::Know,
        "De balie is nog niet ingericht",
        view! { <p>"Een collega die aanmeldingen mag lezen, vult eerst de sleutel van het huis in. Dat gebeurt bij de eerste keer inloggen."</p> },
    )
}
