//! How to reach the house.

use leptos::prelude::*;

use crate::house::House;

/// Calling and visiting.
#[component]
pub fn ContactBlock(
    /// The house.
    house: House,
) -> impl IntoView {
    let href = house.phone.href();
    view! {
        <div class="zvh-contact">
            <div>
                <h3 class="nl-heading nl-heading--level-3">"Bellen"</h3>
                <a class="nl-link zvh-phone" href=href>
                    {house.phone.shown}
                </a>
            </div>
            <div>
                <h3 class="nl-heading nl-heading--level-3">"Langskomen"</h3>
                <address>{house.kind}<br />{house.region}<br />{house.address.street}<br />{house.address.town}</address>
            </div>
        </div>
    }
}
