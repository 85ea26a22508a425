//! What of the case matters while one writes: it stands beside the form, or below it where there is no room.

use domain::referral::Happening;
use leptos::prelude::*;

use super::{Acting, is_contact};
use crate::desk::file::{Depth, sections_view};
use crate::desk::referral::{Part, entry_view, reach_view};

pub(super) const ID: &str = "zaak";

pub(super) fn beside_view(acting: &Acting) -> impl IntoView + use<> {
    let case = &acting.case;
    let open = open_for(acting.act.what);
    let contacts = (!case.contacts.is_empty()).then(|| {
        let entries = case.contacts.iter().map(entry_view).collect_view();
        view! {
            <details open=is_contact(acting.act.what)>
                <summary>"Laatste contact"</summary>
                {entries}
            </details>
        }
    });
    let parts = [Part::Criteria, Part::Advices, Part::Decisions, Part::Answers, Part::Contributions];
    let written = parts.into_iter().filter(|part| !case.entries(*part).is_empty()).map(|part| {
        let entries = case.entries(part).iter().map(entry_view).collect_view();
        view! {
            <details open=open.contains(&part)>
                <summary>{part.text()}</summary>
                {entries}
            </details>
        }
    });
    let written = written.collect_view();
    let sent = case.summary.iter().map(|section| {
        view! {
            <details>
                <summary>{section.title.clone()}</summary>
                {sections_view(std::slice::from_ref(section), Depth::Third)}
            </details>
        }
    });
    let sent = sent.collect_view();
    view! {
        <aside class="zvh-desk-beside" id=ID aria-labelledby="zaak-kop" tabindex="-1">
            <h2 class="nl-heading nl-heading--level-2" id="zaak-kop">"Uit de zaak"</h2>
            {reach_view(case)}
            {contacts}
            {written}
            {sent}
        </aside>
    }
}

/// What one reads for this act.
fn open_for(what: Happening) -> &'static [Part] {
    match what {
        Happening::Weighed => &[Part::Criteria],
        Happening::Decided => &[Part::Criteria, Part::Advices],
        Happening::Answered => &[Part::Decisions, Part::Advices],
        _ => &[],
    }
}
