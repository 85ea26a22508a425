//! One's own passkeys: adding one, removing one, never the last.

use leptos::prelude::*;

use super::frame::{self, Present};
use super::navigation::At;
use super::note::{Tone, note};
use super::passkey::{PasskeyRank, passkey_form};
use super::table::{Look, Row, table};
use crate::document::{Head, Site};
use crate::paths::Desk;
use crate::wizard::actions::{Rank, button};

const TITLE: &str = "Uw passkeys";

/// What the buttons post.
pub mod action {
    /// Remove this passkey; followed by `:` and its number.
    pub const REMOVE: &str = "verwijder";
}

/// A passkey in the list.
#[derive(Clone)]
pub struct Passkey {
    /// Its number.
    pub id: String,
    /// The browser in which it was made: "Firefox, Windows".
    pub label: String,
    /// When it was made, in words.
    pub made: String,
    /// When it was last used, in words; empty when it never was.
    pub used: String,
    /// Whether it takes a printed code.
    pub needs: Needs,
}

/// What else a passkey takes to sign in.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Needs {
    /// Nothing.
    Nothing,
    /// A printed code.
    Code,
}

/// What became of the last press.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Became {
    /// Nothing was pressed yet.
    Nothing,
    /// The passkey could not be made.
    NotMade,
    /// The last one can't go.
    IsLast,
}

/// The head of the page.
pub fn head(site: &Site, present: &Present, became: Became) -> Head {
    let title = if became == Became::Nothing { TITLE.to_owned() } else { format!("Fout: {TITLE}") };
    frame::head(site, present, At::Outside, title, Desk::Passkeys.to_string())
}

/// The page.
pub fn page(passkeys: Vec<Passkey>, became: Became) -> impl IntoView {
    let removable = passkeys.len() > 1;
    let later = (!removable).then(|| {
        view! { <p class="nl-paragraph"><a class="nl-link" href=Desk::Queue.to_string()>"Later, eerst naar de balie"</a></p> }
    });
    let rows = passkeys.into_iter().map(|passkey| row(passkey, removable)).collect();
    let said = match became {
        Became::Nothing => None,
        Became::NotMade => Some(("De passkey is niet gemaakt", "Probeer het opnieuw, of gebruik een ander apparaat.")),
        Became::IsLast => {
            Some(("Dit is uw laatste passkey", "Zonder passkey kunt u niet inloggen. Voeg eerst een andere toe."))
        }
    };
    view! {
        <div class="zvh-frame zvh-desk">
            <h1 class="nl-heading nl-heading--level-1">{TITLE}</h1>
            {said.map(|(heading, text)| note(Tone::Care, heading, view! { <p>{text}</p> }))}
            {table("Waarmee u inlogt".to_owned(), &["Gemaakt met", "Gemaakt", "Laatst gebruikt", "Ook nodig", "Verwijderen"], rows)}
            <h2 class="nl-heading nl-heading--level-2">"Passkey toevoegen"</h2>
            <p class="nl-paragraph">"Maak er een op een ander apparaat of op een beveiligingssleutel. Raakt u het ene kwijt, dan hebt u het andere nog."</p>
            {passkey_form(Desk::Passkeys.to_string(), Desk::PasskeysAsk.to_string(), "Maak passkey", PasskeyRank::First, ())}
            {later}
            <p class="nl-paragraph"><a class="nl-link" href=Desk::Sessions.to_string()>"Uw sessies"</a></p>
        </div>
    }
}

fn row(passkey: Passkey, removable: bool) -> Row {
    let label = if passkey.label.is_empty() { "Onbekende browser".to_owned() } else { passkey.label };
    let remove = view! {
        <form method="post" action=Desk::Passkeys.to_string()>
            {button(format!("{}:{}", action::REMOVE, passkey.id), "Verwijder", Rank::Subtle)}
        </form>
    };
    Row {
        head: view! { {label} }.into_any(),
        cells: vec![
            Some(view! { {passkey.made} }.into_any()),
            (!passkey.used.is_empty()).then(|| view! { {passkey.used} }.into_any()),
            (passkey.needs == Needs::Code).then(|| view! { "Sleutelcode" }.into_any()),
            removable.then(|| remove.into_any()),
        ],
        look: Look::Read,
    }
}
