//! A notice in a page. Static text: it gets no `role=alert`, which is for news that appears while someone reads.

use leptos::prelude::*;

/// What a notice is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AlertKind {
    /// Good to know.
    Info,
    /// Take care.
    Warning,
}

/// A notice.
#[component]
pub fn Alert(
    /// What it is about.
    kind: AlertKind,
    /// What it says.
    children: Children,
) -> impl IntoView {
    let class = match kind {
        AlertKind::Info => "utrecht-alert utrecht-alert--info",
        AlertKind::Warning => "utrecht-alert utrecht-alert--warning",
    };
    view! {
        <div class=class>
            <div class="utrecht-alert__message">{children()}</div>
        </div>
    }
}
