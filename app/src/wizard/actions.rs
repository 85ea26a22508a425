//! The buttons of a wizard page.

use leptos::prelude::*;

use crate::paths::{action, posted};

/// The button that Enter presses: never one that happens to stand first, such as "toevoegen".
pub(super) fn default_button() -> impl IntoView {
    view! { <button type="submit" name=posted::ACTION value=action::NEXT hidden=true tabindex="-1"></button> }
}

/// A submit button.
pub(super) fn button(value: impl Into<String>, label: impl Into<String>, rank: Rank) -> impl IntoView {
    let class = match rank {
        Rank::Primary => "nl-button nl-button--primary",
        Rank::Secondary => "nl-button nl-button--secondary",
        Rank::Subtle => "nl-button nl-button--subtle",
    };
    view! {
        <button class=class type="submit" name=posted::ACTION value=value.into()>
            <span class="nl-button__label">{label.into()}</span>
        </button>
    }
}

/// How much a button stands out.
#[derive(Clone, Copy)]
pub(super) enum Rank {
    /// The one thing to do.
    Primary,
    /// Something else.
    Secondary,
    /// A way out.
    Subtle,
}
