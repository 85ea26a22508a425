//! One's own sessions: where one is signed in, and ending that.

use leptos::prelude::*;

use super::frame::{self, Present};
use super::navigation::At;
use super::note::{Tone, note};
use super::table::{Look, Row, table};
use crate::document::{Head, Site};
use crate::paths::Desk;
use crate::wizard::actions::{Rank, button};

const TITLE: &str = "Uw sessies";

/// What the buttons post.
pub mod action {
    /// End this session; followed by `:` and its number.
    pub const END: &str = "einde";
    /// End all others.
    pub const END_OTHERS: &str = "andere";
}

/// A session in the list.
#[derive(Clone)]
pub struct Session {
    /// Its number.
    pub id: String,
    /// "Firefox, Windows".
    pub label: String,
    /// When it began, in words.
    pub began: String,
    /// When it was last used, in words.
    pub used: String,
    /// Whether it is the one that looks.
    pub which: Which,
}

/// Whose session it is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Which {
    /// That of this browser.
    This,
    /// Another.
    Other,
}

/// The head of the page.
pub fn head(site: &Site, present: &Present) -> Head {
    frame::head(site, present, At::Outside, TITLE, Desk::Sessions.to_string())
}

/// The page. `passkeys` is how many they have.
pub fn page(sessions: Vec<Session>, passkeys: usize) -> impl IntoView {
    let others = sessions.iter().filter(|session| session.which == Which::Other).count();
    let rows = sessions.into_iter().map(row).collect();
    view! {
        <div class="zvh-frame zvh-desk">
            <h1 class="nl-heading nl-heading--level-1">{TITLE}</h1>
            {(passkeys < 2).then(second_passkey)}
            {table("Waar u bent ingelogd".to_owned(), &["Browser", "Ingelogd", "Laatst gebruikt", "Beëindigen"], rows)}
            {(others > 0)
                .then(|| {
                    view! {
                        <form method="post" action=Desk::Sessions.to_string()>
                            <div class="zvh-actions">{button(action::END_OTHERS, "Beëindig alle andere sessies", Rank::Secondary)}</div>
                        </form>
                    }
                })}
            <p class="nl-paragraph"><a class="nl-link" href=Desk::Passkeys.to_string()>"Uw passkeys"</a></p>
        </div>
    }
}

fn row(session: Session) -> Row {
    let (label, this) = (
        if session.label.is_empty() { "Onbekende browser".to_owned() } else { session.label },
        session.which == Which::This,
    );
    let end = view! {
        <form method="post" action=Desk::Sessions.to_string()>
            {button(format!("{}:{}", action::END, session.id), "Beëindig", Rank::Subtle)}
        </form>
    };
    Row {
        head: if this {
            view! { {label} <span class="zvh-desk-quiet">" (deze sessie)"</span> }.into_any()
        } else {
            view! { {label} }.into_any()
        },
        cells: vec![
            Some(view! { {session.began} }.into_any()),
            Some(view! { {session.used} }.into_any()),
            (!this).then(|| end.into_any()),
        ],
        look: Look::Read,
    }
}

/// One passkey is not enough: a device gets lost.
pub(super) fn second_passkey() -> impl IntoView {
    note(
        Tone::Care,
        "Voeg een tweede passkey toe",
        view! {
            <p>
                "Raakt u uw apparaat kwijt, dan kunt u niet meer inloggen. Maak daarom ook een passkey op een ander apparaat of op een beveiligingssleutel. "
                <a class="nl-link" href=Desk::Passkeys.to_string()>"Passkey toevoegen"</a>
            </p>
        },
    )
}
