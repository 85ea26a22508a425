//! Leaving the list of the newsletter. The link in a mail shows a button, because programs that guard mail follow links by themselves.

use leptos::prelude::*;

use crate::document::Head;
use crate::paths::Unsubscribe;
use crate::wizard::actions::{Rank, plain_button};

/// What there is to say about a link.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Leaving {
    /// It belongs to an address on the list: the button takes that off.
    Asked,
    /// It belongs to no address on the list: it was taken off, now or before, or it never was there. One answer for all.
    NotOnTheList,
    /// The store did not answer.
    Unavailable,
}

const TITLE: &str = "Afmelden voor de nieuwsbrief";
const GONE: &str = "Dit adres staat niet (meer) op de lijst";

/// The head of the page.
pub fn head(state: Leaving) -> Head {
    let title = match state {
        Leaving::Asked => TITLE.to_owned(),
        Leaving::NotOnTheList => GONE.to_owned(),
        Leaving::Unavailable => format!("Fout: {TITLE}"),
    };
    Head::unlisted(title, Unsubscribe("").to_string())
}

/// The page of a link.
pub fn page(state: Leaving, code: &str) -> impl IntoView + use<> {
    let (title, body) = match state {
        Leaving::Asked => (
            TITLE,
            view! {
                <p class="nl-paragraph">"Druk op de knop. Dan halen wij uw adres van de lijst en wissen wij wat u bij het aanmelden invulde."</p>
                {button(code)}
            }
            .into_any(),
        ),
        Leaving::NotOnTheList => (
            GONE,
            view! {
                <p class="nl-paragraph">"U krijgt van ons geen nieuwsbrief op het adres van deze link. U hoeft niets meer te doen."</p>
                <p class="nl-paragraph">"Was er net een nieuwsbrief onderweg? Dan kan die nog aankomen."</p>
            }
            .into_any(),
        ),
        Leaving::Unavailable => (
            TITLE,
            view! {
                <p class="nl-paragraph">"Afmelden lukt nu niet. U staat misschien nog op de lijst. Probeer het over een paar minuten opnieuw."</p>
                {button(code)}
            }
            .into_any(),
        ),
    };
    view! {
        <div class="zvh-frame zvh-narrow">
            <h1 class="nl-heading nl-heading--level-1">{title}</h1>
            {body}
        </div>
    }
}

fn button(code: &str) -> impl IntoView + use<> {
    view! {
        <form method="post" action=Unsubscribe(code).to_string()>
            <div class="zvh-actions">{plain_button("Meld mij af", Rank::Primary)}</div>
        </form>
    }
}
