//! The page about the single keys: what each does, and turning them off.

use leptos::prelude::*;

use super::{Shortcut, Shortcuts, TITLE};
use crate::desk::frame::{self, Present};
use crate::desk::navigation::{At, Part};
use crate::desk::note::{Tone, note};
use crate::desk::table::{Look, Row, table};
use crate::document::{Head, Site};
use crate::paths::Desk;
use crate::wizard::actions::{Rank, button};

/// The head of the page.
pub fn head(site: &Site, present: &Present) -> Head {
    frame::head(site, present, At::Outside, TITLE, Desk::Shortcuts.to_string())
}

/// The page.
pub fn page(shortcuts: Shortcuts) -> impl IntoView {
    let rows = Shortcut::ALL.into_iter().map(|one| Row {
        head: view! { <kbd class="zvh-desk-key">{one.key()}</kbd> }.into_any(),
        cells: vec![Some(one.text().into_any()), Some(one.place().into_any())],
        look: Look::Read,
    });
    let (state, change) = match shortcuts {
        Shortcuts::On => ("De sneltoetsen staan aan", "Zet sneltoetsen uit"),
        Shortcuts::Off => ("De sneltoetsen staan uit", "Zet sneltoetsen aan"),
    };
    let why = "Bedient u de computer met uw stem, of drukt u soms per ongeluk op een toets? Zet ze dan uit. Dat geldt voor deze browser.";
    view! {
        <div class="zvh-frame zvh-desk zvh-narrow">
            <h1 class="nl-heading nl-heading--level-1">{TITLE}</h1>
            <p class="nl-paragraph">"Alles wat een sneltoets doet, kunt u ook met de knoppen en links doen. In een tekstvak werken ze niet."</p>
            {table("Wat elke toets doet".to_owned(), &["Toets", "Wat", "Waar"], rows.collect())}
            {note(Tone::Know, state, view! { <p>{why}</p> })}
            <form method="post" action=Desk::Shortcuts.to_string()>
                <div class="zvh-actions">{button(shortcuts.other().slug(), change, Rank::Secondary)}</div>
            </form>
            <p class="nl-paragraph"><a class="nl-link" href=Part::Queue.address()>{Part::Queue.text()}</a></p>
        </div>
    }
}
