//! The one island: it makes any wizard page quicker and safer to fill in, and is never needed for it.
//!
//! - **On the server** it is a line of text: the state of saving.
//! - **Without script** that line stays empty; the pages work by plain posts.
//! - **After hydration** it listens to the page around it. "Volgende" is checked at once by the same `domain::check`; posts and
//!   links of the wizard are fetched and their page is laid in place, so there is one renderer, on the server; what is typed
//!   is saved in the background; a lost connection is shown and made good. The page itself is the state: inputs are read as
//!   form data, never held twice, so what was typed before WebAssembly arrived stays.

use leptos::prelude::*;

#[cfg(feature = "hydrate")]
mod errand;
#[cfg(feature = "hydrate")]
mod page;
#[cfg(feature = "hydrate")]
mod session;
#[cfg(feature = "hydrate")]
mod wire;

/// What the line under the wizard says.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Saving {
    /// Nothing to say.
    Quiet,
    /// A save is under way.
    Busy,
    /// All that was typed is stored.
    Saved,
    /// No connection: typing goes on, saving follows.
    Offline,
    /// Another tab changed this step.
    Elsewhere,
    /// The server could not store it just now.
    Refused,
    /// It came too soon after others; a few seconds make good for it.
    Hurried,
    /// Too much came from this network; it takes a minute.
    Crowded,
}

impl Saving {
    /// What the line says.
    pub fn text(self) -> &'static str {
        match self {
            Self::Quiet => "",
            Self::Busy => "Bezig met opslaan …",
            Self::Saved => "Uw antwoorden zijn opgeslagen.",
            Self::Offline => {
                "Geen verbinding. U kunt gewoon doortypen. Zodra er weer verbinding is, gaan wij vanzelf verder."
            }
            Self::Elsewhere => {
                "Deze stap is ook in een ander tabblad gewijzigd. Ga naar de volgende stap om te kiezen welke versie u houdt."
            }
            Self::Refused => "Opslaan lukt nu niet. Laat deze pagina open: wij blijven het proberen.",
            Self::Hurried => {
                "Dit ging te snel. Wat u typte, staat nog op deze pagina. Probeer het over een paar seconden opnieuw."
            }
            Self::Crowded => {
                "Het is nu druk op uw netwerk. Wat u typte, staat nog op deze pagina. Probeer het over een minuut opnieuw."
            }
        }
    }

    /// What it says to who must wait so many milliseconds.
    #[cfg(feature = "hydrate")]
    fn after(wait: i32) -> Self {
        if wait > session::SOON { Self::Crowded } else { Self::Hurried }
    }

    /// How the line looks.
    pub fn class(self) -> &'static str {
        match self {
            Self::Quiet | Self::Busy | Self::Saved => "zvh-status",
            Self::Offline | Self::Elsewhere | Self::Refused | Self::Hurried | Self::Crowded => {
                "zvh-status zvh-status--attention"
            }
        }
    }
}

/// The line of text, and in the browser all that the module promises. The line is written through the page, not through a
/// signal: there is one line and one writer, and the reactive system would be a tenth of the bundle.
#[island]
pub fn WizardIsland() -> impl IntoView {
    #[cfg(feature = "hydrate")]
    session::start();
    view! { <p class=Saving::Quiet.class() id=STATUS role="status"></p> }
}

/// Id of the line.
const STATUS: &str = "stand";
