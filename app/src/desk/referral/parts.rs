//! The file of a case: what was sent, what others added, what the house thought and did, what happened.

use leptos::prelude::*;

use super::timeline::timeline_view;
use super::{Case, Entry, Part};
use crate::desk::file::{Depth, Section, sections_view};

pub(super) fn file_view(case: &Case) -> impl IntoView + use<> {
    let parts = case.parts().map(|part| {
        let content = match part {
            Part::Sent => sent_view(&case.summary).into_any(),
            Part::Timeline => timeline_view(&case.happened).into_any(),
            _ => case.entries(part).iter().map(entry_view).collect_view().into_any(),
        };
        view! {
            <section id=part.id() aria-labelledby=format!("{}-kop", part.id()) tabindex="-1">
                <h2 class="nl-heading nl-heading--level-2" id=format!("{}-kop", part.id())>{part.text()}</h2>
                {content}
            </section>
        }
    });
    let parts = parts.collect_view();
    view! { <div class="zvh-desk-file">{parts}</div> }
}

fn sent_view(summary: &[Section]) -> impl IntoView + use<> {
    view! {
        {open_view(summary)}
        {sections_view(summary, Depth::Third)}
    }
}

/// Whether it is complete: which questions have no answer, and in which step.
fn open_view(summary: &[Section]) -> impl IntoView + use<> {
    let open: Vec<(String, String)> = summary
        .iter()
        .flat_map(|section| section.open().map(|line| (section.title.clone(), line.label.clone())))
        .collect();
    let count = match open.len() {
        0 => return view! { <p class="zvh-desk-quiet">"Alle vragen zijn ingevuld."</p> }.into_any(),
        1 => "1 vraag is niet ingevuld".to_owned(),
        count => format!("{count} vragen zijn niet ingevuld"),
    };
    let items = open
        .into_iter()
        .map(|(step, label)| view! { <li>{label}" "<span class="zvh-desk-quiet">{step}</span></li> })
        .collect_view();
    view! {
        <details class="zvh-desk-more">
            <summary>{count}</summary>
            <ul class="zvh-list">{items}</ul>
        </details>
    }
    .into_any()
}

/// Who did something, when, and all of it.
pub(in crate::desk) fn entry_view(entry: &Entry) -> impl IntoView + use<> {
    let Entry { by, at, headline, .. } = entry.clone();
    let head = (!headline.is_empty()).then(|| view! { <h3 class="nl-heading nl-heading--level-3">{headline}</h3> });
    view! {
        <article class="zvh-desk-entry">
            {head}
            <p class="zvh-desk-quiet">{by}", "{at}</p>
            {sections_view(&entry.sections, Depth::Fourth)}
        </article>
    }
}
