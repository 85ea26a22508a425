//! Our own mark: three organisations under one roof.

use leptos::prelude::*;

/// The mark beside the name. Says nothing the name does not.
#[component]
pub fn Mark() -> impl IntoView {
    view! {
        <svg viewBox="0 0 44 44" stroke-width="4" aria-hidden="true">
            <path d="M4 20 22 6l18 14M11 24v14M22 20v18M33 24v14" />
        </svg>
    }
}

/// The same idea, large, for the home page.
#[component]
pub fn MarkDrawing() -> impl IntoView {
    view! {
        <svg class="zvh-hero__drawing" viewBox="0 0 320 260" stroke-width="10" aria-hidden="true">
            <path d="M20 118 160 20l140 98M20 245h280" />
            <path d="M75 135v92M160 100v127M245 135v92" stroke-width="34" opacity=".28" />
            <path d="M75 158a17 17 0 1 0 0-.1M160 123a17 17 0 1 0 0-.1M245 158a17 17 0 1 0 0-.1" stroke-width="6" />
        </svg>
    }
}
