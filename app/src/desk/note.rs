//! A short notice on a page of the desk: static text, so no `role=alert`.

use leptos::prelude::*;

/// What a notice is about.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// Good to know.
    Know,
    /// Take care.
    Care,
    /// Do something now.
    Press,
    /// It worked.
    Done,
}

impl Tone {
    const fn class(self) -> &'static str {
        match self {
            Self::Know => "zvh-desk-note",
            Self::Care => "zvh-desk-note zvh-desk-note--warning",
            Self::Press => "zvh-desk-note zvh-desk-note--late",
            Self::Done => "zvh-desk-note zvh-desk-note--done",
        }
    }
}

/// The notice, with its heading.
pub fn note(tone: Tone, heading: impl Into<String>, body: impl IntoView) -> impl IntoView {
    view! {
        <div class=tone.class()>
            <h2 class="nl-heading nl-heading--level-3">{heading.into()}</h2>
            {body}
        </div>
    }
}
