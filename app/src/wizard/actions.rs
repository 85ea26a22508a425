//! The buttons of a wizard page.

use leptos::prelude::*;

use crate::paths::{action, posted};

/// The button that Enter presses: never one that happens to stand first, such as "toevoegen".
pub(crate) fn default_button() -> impl IntoView {
    view! { <button type="submit" name=posted::ACTION value=action::NEXT hidden=true tabindex="-1"></button> }
}

/// A submit button that says which one it is.
pub(crate) fn button(value: impl Into<String>, label: impl Into<String>, rank: Rank) -> impl IntoView {
    view! {
        <button class=rank.class() type="submit" name=posted::ACTION value=value.into()>
            <span class="nl-button__label">{label.into()}</span>
        </button>
    }
}

/// The only submit button of its form.
pub(crate) fn plain_button(label: impl Into<String>, rank: Rank) -> impl IntoView {
    view! {
        <button class=rank.class() type="submit">
            <span class="nl-button__label">{label.into()}</span>
        </button>
    }
}

/// How much a button stands out.
#[derive(Clone, Copy)]
pub(crate) enum Rank {
    /// The one thing to do.
    Primary,
    /// Something else.
    Secondary,
    /// A way out.
    Subtle,
}

impl Rank {
    fn class(self) -> &'static str {
        match self {
            Self::Primary => "nl-button nl-button--primary",
            Self::Secondary => "nl-button nl-button--secondary",
            Self::Subtle => "nl-button nl-button--subtle",
        }
    }
}
