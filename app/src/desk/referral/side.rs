//! Beside the file: what one can do now, by when, who handles it, and the way through the page.

use domain::desk::act::Act;
use leptos::prelude::*;

use super::way::way_view;
use super::{Assign, Case, Part, reach_view};
use crate::desk::shortcut::{Shortcut, Shortcuts};
use crate::desk::term::{Due, term_view};
use crate::paths::{Desk, field_id, posted};
use crate::wizard::actions::{Rank, plain_button};

pub(super) fn side_view(case: &Case, shortcuts: Shortcuts) -> impl IntoView + use<> {
    let reference = &case.facts.reference;
    view! {
        <div class="zvh-desk-side">
            {acts_view(case, shortcuts)}
            {reach_view(case)}
            {terms_view(&case.terms)}
            {case.assign.as_ref().map(|assign| assign_view(reference, assign, shortcuts))}
            {contents_view(case)}
        </div>
    }
}

/// What comes next is a button, where who looks may do it; the others are there when needed.
fn acts_view(case: &Case, shortcuts: Shortcuts) -> impl IntoView + use<> {
    let (reference, acts) = (&case.facts.reference, &case.acts);
    let is_next = |act: &Act| case.way.iter().any(|stop| stop.is_next(act));
    let items = acts.iter().map(|act| {
        let href = Desk::Act(reference, act.form.slug).to_string();
        let (key, verb) = (Shortcut::of(act), case.verb(act));
        let link = if is_next(act) {
            view! { <a class="nl-button nl-button--primary" href=href data-key=key><span class="nl-button__label">{verb}</span></a> }
                .into_any()
        } else {
            view! { <a class="nl-link" href=href data-key=key>{verb}</a> }.into_any()
        };
        view! { <li>{link}{shortcuts.key_view(key)}</li> }
    });
    let items: Vec<_> = items.collect();
    let list = if items.is_empty() {
        view! { <p class="zvh-desk-quiet">"U kunt nu niets doen in deze zaak."</p> }.into_any()
    } else {
        view! { <ul>{items}</ul> }.into_any()
    };
    view! {
        <section class="zvh-desk-do" aria-labelledby="doen">
            <h2 class="nl-heading nl-heading--level-2" id="doen">"Wat u kunt doen"</h2>
            {list}
            {way_view(case)}
        </section>
    }
}

fn terms_view(terms: &[Due]) -> impl IntoView + use<> {
    let items = terms.iter().map(|due| view! { <li>{term_view(due)}</li> }).collect_view();
    (!terms.is_empty()).then(|| {
        view! {
            <section aria-labelledby="termijnen">
                <h2 class="nl-heading nl-heading--level-2" id="termijnen">"Termijnen"</h2>
                <ul class="zvh-desk-lines">{items}</ul>
            </section>
        }
    })
}

fn assign_view(reference: &str, assign: &Assign, shortcuts: Shortcuts) -> impl IntoView + use<> {
    let current = assign.current.clone().unwrap_or_default();
    let people = assign.people.iter().map(|(id, name)| {
        let selected = *id == current;
        view! { <option class="utrecht-select__option" value=id.clone() selected=selected>{name.clone()}</option> }
    });
    let people = people.collect_view();
    let id = field_id(posted::ASSIGNEE);
    // One press, for the most usual: whoever reads it takes it.
    let take = (current != assign.own && assign.people.iter().any(|(id, _)| *id == assign.own)).then(|| {
        view! {
            <form method="post" action=Desk::Assign(reference).to_string()>
                <button
                    class="nl-button nl-button--secondary"
                    type="submit"
                    name=posted::ASSIGNEE
                    value=assign.own.clone()
                    data-key=Shortcut::Take.key()
                >
                    <span class="nl-button__label">"Zelf oppakken"</span>
                </button>
                {shortcuts.key_view(Some(Shortcut::Take.key()))}
            </form>
        }
    });
    view! {
        <section class="zvh-desk-assign" aria-labelledby="toewijzen">
            <h2 class="nl-heading nl-heading--level-2" id="toewijzen">"Toewijzen"</h2>
            <form method="post" action=Desk::Assign(reference).to_string()>
                <label class="utrecht-form-label" for=id.clone()>"Wie behandelt deze zaak?"{shortcuts.key_view(Some(Shortcut::Assign.key()))}</label>
                <select class="utrecht-select utrecht-select--html-select" id=id name=posted::ASSIGNEE data-key=Shortcut::Assign.key()>
                    <option class="utrecht-select__option" value="">"Niemand"</option>
                    {people}
                </select>
                <div>{plain_button("Wijs toe", Rank::Secondary)}</div>
            </form>
            {take}
        </section>
    }
}

fn contents_view(case: &Case) -> impl IntoView + use<> {
    let items = case.parts().map(|part| {
        let count = match case.entries(part).len() {
            0 | 1 => String::new(),
            count => format!(" ({count})"),
        };
        view! { <li><a class="nl-link" href=format!("#{}", Part::id(part))>{part.text()}{count}</a></li> }
    });
    let items = items.collect_view();
    view! {
        <nav class="zvh-desk-contents" aria-labelledby="inhoud">
            <h2 class="nl-heading nl-heading--level-2" id="inhoud">"Op deze pagina"</h2>
            <ul class="zvh-desk-lines">{items}</ul>
        </nav>
    }
}
