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
            <path d="M20 116 160 20l140 96M40 246h240" stroke-linecap="round" />
            <g fill="currentColor" stroke="none">
                <path d="M56 246v-46a28 28 0 0 1 56 0v46zM208 246v-46a28 28 0 0 1 56 0v46z" opacity=".35" />
                <path d="M130 246v-60a30 30 0 0 1 60 0v60z" opacity=".75" />
                <circle cx="84" cy="148" r="17" opacity=".35" />
                <circle cx="236" cy="148" r="17" opacity=".35" />
                <circle cx="160" cy="130" r="18" opacity=".75" />
            </g>
        </svg>
    }
}
