//! A link that looks like a button: it starts something.

use leptos::prelude::*;

use crate::house::Link;

/// One primary action per view; the rest is secondary.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ButtonRank {
    /// The one thing to do.
    Primary,
    /// Something else one can do.
    Secondary,
}

/// A link that looks like a button.
#[component]
pub fn ButtonLink(
    /// Where it goes, and its words.
    link: Link,
    /// How it stands out.
    rank: ButtonRank,
) -> impl IntoView {
    let class = match rank {
        ButtonRank::Primary => "nl-button nl-button--primary",
        ButtonRank::Secondary => "nl-button nl-button--secondary",
    };
    view! {
        <a class=class href=link.href>
            <span class="nl-button__label">{link.label}</span>
        </a>
    }
}
