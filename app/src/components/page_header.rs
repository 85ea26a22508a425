//! The top of every page: mark and name, and the way through the site.

use leptos::either::EitherOf3;
use leptos::prelude::*;

use super::Mark;
use crate::document::Top;
use crate::house::{House, Link};
use crate::place::Place;

/// The header. On a form it holds no more than the mark and one way out; the desk brings its own.
#[component]
pub fn PageHeader(
    /// The house.
    house: House,
    /// Path of the page it stands on.
    current: String,
    /// Full, for a form, or that of the desk.
    top: Top,
) -> impl IntoView {
    match top {
        Top::Site => {
            let nav = house.nav.clone();
            EitherOf3::A(row(house, navigation(nav, current)))
        }
        Top::Form(leave) => EitherOf3::B(row(house, leave.map(way_out))),
        Top::Desk(bar) => EitherOf3::C(bar.view(&house)),
    }
}

fn row(house: House, way: impl IntoView) -> impl IntoView {
    view! {
        <header class="zvh-header">
            <div class="zvh-frame zvh-header__row">
                <a class="zvh-mark" href=Place::Home.path()>
                    <Mark />
                    <span>
                        <span class="zvh-mark__name">{house.kind}</span>
                        " "
                        <span class="zvh-mark__place">{house.region}</span>
                    </span>
                </a>
                {way}
            </div>
        </header>
    }
}

fn way_out(link: Link) -> impl IntoView {
    view! {
        <a class="nl-link zvh-way-out" href=link.href>
            {link.label}
        </a>
    }
}

fn navigation(links: Vec<Link>, current: String) -> impl IntoView {
    // Not in the words of a house: every house has it.
    let search = Link::new("Zoeken", Place::Search.path());
    let items = links
        .into_iter()
        .chain([search])
        .map(move |link| {
            let here = nearness(&link.href, &current);
            view! {
                <li>
                    <a href=link.href aria-current=here>
                        {link.label}
                    </a>
                </li>
            }
        })
        .collect_view();
    view! {
        <nav class="zvh-nav" aria-label="Hoofdmenu">
            <ul>{items}</ul>
        </nav>
    }
}

/// `page` on the page itself, `true` on a page under it.
fn nearness(href: &str, current: &str) -> Option<&'static str> {
    if href == current {
        Some("page")
    } else {
        current.strip_prefix(href).is_some_and(|rest| rest.starts_with('/')).then_some("true")
    }
}

#[cfg(test)]
mod tests {
    use super::nearness;

    #[test]
    fn the_menu_marks_the_page_itself_and_the_part_it_belongs_to() {
        for (href, current, expected) in [
            ("/contact", "/contact", Some("page")),
            ("/aanmelden", "/aanmelden/regieteam", Some("true")),
            ("/aanmelden", "/aanmeldenx", None),
            ("/regieteam", "/aanmelden/regieteam", None),
            ("/", "/contact", None),
        ] {
            assert_eq!(nearness(href, current), expected, "{href} on {current}");
        }
    }
}
