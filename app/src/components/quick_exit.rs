//! Leaving the site at once: for a page that someone at home may not see you read. A plain link, so that it always works.

use leptos::prelude::*;

use super::external_link::REL;
use crate::house::Link;

/// Where the way out leads, and where the advice stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuickExit {
    /// A site that anyone may be looking at.
    pub to: String,
    /// The page about safe browsing, when the house has one.
    pub advice: Option<Link>,
}

/// The link. It comes first on the page and stays in sight while the page scrolls.
#[component]
pub fn QuickExitLink(
    /// Where it leads.
    exit: QuickExit,
) -> impl IntoView {
    view! {
        <a class="nl-button nl-button--primary zvh-exit" href=exit.to rel=REL>
            <span class="nl-button__label">"Verlaat deze site"</span>
        </a>
    }
}

/// What the link can't do: a browser remembers.
#[component]
pub fn SafeBrowsing(
    /// Where more advice stands.
    exit: QuickExit,
) -> impl IntoView {
    let more = exit.advice.map(|link| {
        view! {
            " Lees meer: "
            <a class="nl-link" href=link.href>
                {link.label}
            </a>
            "."
        }
    });
    view! {
        <p class="nl-paragraph zvh-safe-browsing">
            "Kan iemand zien wat u op dit apparaat doet? Uw browser onthoudt dat u hier was, ook als u op ‘Verlaat deze site’ klikt. \
             Gebruik een privévenster: kies in het menu van uw browser ‘Nieuw privévenster’ of ‘Nieuw incognitovenster’."
            {more}
        </p>
    }
}
