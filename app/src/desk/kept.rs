//! What someone typed when their session was already over: it was kept, and comes back after signing in.

use leptos::prelude::*;

use super::note::{Tone, note};

/// A text that was kept.
#[derive(Clone)]
pub struct Kept {
    /// When it was sent: "14.32 uur".
    pub at: String,
}

/// The notice on top of the act, above what was typed.
pub fn kept_view(kept: &Kept) -> impl IntoView + use<> {
    let text = format!(
        "Uw sessie was afgelopen toen u dit om {} verstuurde. Er is nog niets vastgelegd. Kijk uw tekst na en verstuur hem opnieuw.",
        kept.at
    );
    note(Tone::Done, "Uw tekst is bewaard", view! { <p>{text}</p> })
}
