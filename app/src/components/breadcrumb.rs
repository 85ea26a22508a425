//! Where this page is in the site.

use leptos::prelude::*;

use crate::house::Link;
use crate::place::Place;

/// The way here: home, the pages between, and the page itself (not a link).
#[component]
pub fn Breadcrumb(
    /// The pages between home and this one.
    #[prop(optional)]
    between: Vec<Link>,
    /// The title of this page.
    here: String,
) -> impl IntoView {
    let path = Place::Home.path().to_owned();
    let links = std::iter::once(Link::new("Home", path))
        .chain(between)
        .map(|link| {
            view! {
                <li class="utrecht-breadcrumb-nav__item">
                    <a class="nl-link utrecht-breadcrumb-nav__link" href=link.href>
                        {link.label}
                    </a>
                </li>
            }
        })
        .collect_view();
    view! {
        <nav class="utrecht-breadcrumb-nav" aria-label="Kruimelpad">
            <ol class="utrecht-breadcrumb-nav__list">
                {links} <li class="utrecht-breadcrumb-nav__item">
                    <span class="utrecht-breadcrumb-nav__link" aria-current="page">
                        {here}
                    </span>
                </li>
            </ol>
        </nav>
    }
}
