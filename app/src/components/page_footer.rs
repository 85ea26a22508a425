//! The foot of every page: help that cannot wait, the house, the small print. In the same place everywhere (WCAG 3.2.6).

use leptos::prelude::*;

use super::HelpLines;
use crate::house::House;

/// The footer.
#[component]
pub fn PageFooter(
    /// The house.
    house: House,
) -> impl IntoView {
    let name = house.name();
    let phone_href = house.phone.href();
    let links =
        house.footer.into_iter().map(|link| view! { <li><a href=link.href>{link.label}</a></li> }).collect_view();
    view! {
        <footer class="zvh-footer">
            <div class="zvh-frame zvh-footer__columns">
                <div class="zvh-footer__help">
                    <h2>"Snel hulp nodig?"</h2>
                    <HelpLines lines=house.help_lines />
                </div>
                <div>
                    <h2>{name}</h2>
                    <address>
                        {house.address.street}<br />{house.address.town}<br />
                        "Telefoon " <a href=phone_href>{house.phone.shown}</a>
                    </address>
                </div>
                <nav aria-labelledby="voet-site">
                    <h2 id="voet-site">"Over deze site"</h2>
                    <ul>{links}</ul>
                </nav>
            </div>
        </footer>
    }
}
