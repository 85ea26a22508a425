//! A form that asks for a passkey: one button, what the script of the desk (`app/desk.js`) needs, and what it says when that fails.

use leptos::prelude::*;

use crate::wizard::actions::{Rank, plain_button};

/// What the script fills in.
pub mod posted {
    /// The number of what was asked.
    pub const CEREMONY: &str = "_ceremonie";
    /// What the passkey answered, as JSON.
    pub const ANSWER: &str = "_antwoord";
    /// What the passkey gave for our salt, in hexadecimal digits; empty where it can't.
    pub const SECRET: &str = "_geheim";
}

/// The form. `ask` is where the script asks what to do; what came is posted to `to`. `inside` stands above the button.
pub fn passkey_form(
    to: String,
    ask: String,
    label: &'static str,
    rank: PasskeyRank,
    inside: impl IntoView,
) -> impl IntoView {
    let rank = match rank {
        PasskeyRank::First => Rank::Primary,
        PasskeyRank::Other => Rank::Secondary,
    };
    view! {
        <form class="zvh-form" method="post" action=to data-passkey=ask novalidate=true>
            {inside}
            <input type="hidden" name=posted::CEREMONY value="" />
            <input type="hidden" name=posted::ANSWER value="" />
            <input type="hidden" name=posted::SECRET value="" />
            <div role="alert">
                <p class="zvh-warning" data-fault="browser" hidden=true>
                    "Deze browser werkt niet met passkeys. Gebruik een nieuwere versie of een andere browser."
                </p>
                <p class="zvh-warning" data-fault="afgebroken" hidden=true>
                    "De passkey is niet gebruikt: u brak het af of het duurde te lang. Probeer het opnieuw."
                </p>
                <p class="zvh-warning" data-fault="bekend" hidden=true>
                    "Op dit apparaat staat al een passkey van u. Gebruik een ander apparaat of een beveiligingssleutel."
                </p>
                <p class="zvh-warning" data-fault="verbinding" hidden=true>
                    "Er is geen verbinding met de balie. Probeer het over een paar minuten opnieuw."
                </p>
            </div>
            <div class="zvh-actions">{plain_button(label, rank)}</div>
            <noscript>
                <p class="nl-paragraph">"Voor een passkey moet JavaScript aanstaan in uw browser."</p>
            </noscript>
        </form>
    }
}

/// How much its button stands out.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum PasskeyRank {
    /// It is what the page is for.
    First,
    /// Something else one may do.
    Other,
}
