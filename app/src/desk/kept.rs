//! What someone typed when they had to sign in again first: it was kept, and comes back after that.

use leptos::prelude::*;

use super::note::{Tone, note};

/// A text that was kept.
#[derive(Clone)]
pub struct Kept {
    /// When it was sent: "14.32 uur".
    pub at: String,
}

/// The notice on top of the page, above what was typed.
pub fn kept_view(kept: &Kept) -> impl IntoView + use<> {
    let text = format!(
        "U moest opnieuw inloggen toen u dit om {} verstuurde. Er is nog niets vastgelegd. Kijk uw tekst na en verstuur hem opnieuw.",
        kept.at
    );
    note(Tone::Done, "Uw tekst is bewaard", view! { <p>{text}</p> })
}
