//! What happened to a case, the newest first: what, who, when, and whether its sender sees it too.

use leptos::prelude::*;

use super::Part;
use crate::desk::file::{Depth, Section, sections_view};

/// Something that happened.
#[derive(Clone)]
pub struct Told {
    /// What: `Happening::desk_text`.
    pub what: String,
    /// Who.
    pub by: String,
    /// When.
    pub at: String,
    /// Whether its sender sees it on the follow page.
    pub seen: Seen,
    /// What was said or recorded.
    pub content: Content,
}

/// Who sees that something happened.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Seen {
    /// The house alone.
    ByHouse,
    /// The sender too.
    BySender,
}

/// What was said or recorded.
#[derive(Clone)]
pub enum Content {
    /// Nothing more.
    Nothing,
    /// A text.
    Text(String),
    /// What was filled in at the desk.
    Sections(Vec<Section>),
    /// It stands in another part of the page.
    In(Part),
}

/// That somebody was asked to handle it, or, where there is no name, that nobody does any more.
pub fn given(name: &str) -> String {
    if name.is_empty() { "Niet meer toegewezen".to_owned() } else { format!("Toegewezen aan {name}") }
}

pub(super) fn timeline_view(happened: &[Told]) -> impl IntoView + use<> {
    let items = happened.iter().map(told_view).collect_view();
    view! {
        <p class="zvh-desk-quiet">"Wat het laatst gebeurde, staat bovenaan."</p>
        <ol class="zvh-desk-timeline">{items}</ol>
    }
}

fn told_view(told: &Told) -> impl IntoView + use<> {
    let Told { what, by, at, seen, content } = told.clone();
    let seen = match (seen, &content) {
        (Seen::ByHouse, _) => None,
        (Seen::BySender, Content::Sections(_)) => Some(" De afzender ziet dát dit gebeurde, niet wat hieronder staat."),
        (Seen::BySender, _) => Some(" Zichtbaar voor de afzender."),
    };
    let content = match content {
        Content::Nothing => ().into_any(),
        Content::Text(text) => view! { <p class="zvh-desk-text">{text}</p> }.into_any(),
        Content::Sections(sections) => sections_view(&sections, Depth::Third).into_any(),
        Content::In(part) => {
            view! { <p><a class="nl-link" href=format!("#{}", part.id())>"Staat bij: "{part.text()}</a></p> }.into_any()
        }
    };
    view! {
        <li>
            <p><strong>{what}</strong></p>
            <p class="zvh-desk-quiet">{by}", "{at}"."{seen}</p>
            {content}
        </li>
    }
}
