//! Topics to choose from.

use leptos::prelude::*;

use crate::house::Link;

/// One topic.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Card {
    /// Title and address.
    pub link: Link,
    /// What one finds there, in one line.
    pub text: String,
}

/// A grid of topics; the heading of each is its only link.
#[component]
pub fn Cards(
    /// The topics, sorted by need.
    cards: Vec<Card>,
) -> impl IntoView {
    let items = cards
        .into_iter()
        .map(|card| {
            view! {
                <li class="zvh-card">
                    <h3 class="nl-heading nl-heading--level-3">
                        <a class="nl-link" href=card.link.href>
                            {card.link.label}
                        </a>
                    </h3>
                    <p class="nl-paragraph">{card.text}</p>
                </li>
            }
        })
        .collect_view();
    view! { <ul class="zvh-cards">{items}</ul> }
}
