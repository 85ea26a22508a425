//! The first thing a keyboard reaches: past the header, to the content (WCAG 2.4.1).

use leptos::prelude::*;

/// A link to `#main`, seen only when focused.
#[component]
pub fn SkipLink() -> impl IntoView {
    view! {
        <a class="nl-skip-link nl-skip-link--visible-on-focus" href="#main">
            "Direct naar de inhoud"
        </a>
    }
}
