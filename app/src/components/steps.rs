//! How something goes, step by step.

use leptos::prelude::*;

/// One step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// What happens.
    pub title: String,
    /// By whom, and when.
    pub text: String,
}

/// Numbered steps, side by side where there is room.
#[component]
pub fn Steps(
    /// The steps, in order.
    steps: Vec<Step>,
) -> impl IntoView {
    let items = steps
        .into_iter()
        .map(|step| {
            view! {
                <li>
                    <h3 class="nl-heading nl-heading--level-3">{step.title}</h3>
                    <p class="nl-paragraph">{step.text}</p>
                </li>
            }
        })
        .collect_view();
    view! { <ol class="zvh-steps zvh-steps--wide">{items}</ol> }
}
