//! Facts of a case or a person: names and values, a few beside each other.

use leptos::prelude::*;

/// A list of facts; one without a value is left out.
pub fn facts(facts: impl IntoIterator<Item = (&'static str, String)>) -> impl IntoView {
    let items = facts
        .into_iter()
        .filter(|(_, value)| !value.is_empty())
        .map(|(name, value)| view! { <div><dt>{name}</dt><dd>{value}</dd></div> })
        .collect_view();
    view! { <dl class="zvh-desk-facts">{items}</dl> }
}
