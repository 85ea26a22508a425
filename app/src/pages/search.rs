//! Searching the site: the field, what was found, and ways on where nothing was.

use leptos::either::{Either, EitherOf3};
use leptos::prelude::*;

use crate::components::search_form::QUERY;
use crate::components::{Breadcrumb, SearchForm};
use crate::document::{Head, Site, render};
use crate::house::{House, Link};
use crate::place::Place;

/// What the site has on a query.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// As typed; empty when nothing was asked yet.
    pub query: String,
    /// The query with its slips mended; the hits are for this one.
    pub mended: Option<String>,
    /// How many texts there are, also those that are not shown.
    pub total: usize,
    /// The best, best first.
    pub hits: Vec<Hit>,
}

/// A text that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// What it is.
    pub kind: Kind,
    /// Its title.
    pub title: String,
    /// Its address.
    pub path: String,
    /// The lines that show why it was found.
    pub snippet: Vec<Piece>,
}

/// What a text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// A page of text.
    Page,
    /// A question with its answer.
    Question,
    /// News.
    News,
    /// A document.
    Document,
    /// A video or animation.
    Video,
    /// An organisation.
    Partner,
}

impl Kind {
    /// As visitors read it.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Page => "Pagina",
            Self::Question => "Vraag",
            Self::News => "Nieuws",
            Self::Document => "Document",
            Self::Video => "Video",
            Self::Partner => "Partner",
        }
    }
}

/// A stretch of a snippet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// Text around.
    Plain(String),
    /// What was looked for.
    Marked(String),
}

/// The whole document.
pub fn page(site: &Site, found: &Found) -> String {
    let title = if found.query.is_empty() { "Zoeken".to_owned() } else { format!("“{}” – Zoeken", found.query) };
    let (found, house) = (found.clone(), site.house.clone());
    render(site, Head::unlisted(title, Place::Search.path()), || view(found, house))
}

/// Its main part.
pub fn view(found: Found, house: House) -> impl IntoView {
    let query = found.query.clone();
    let answer = if query.is_empty() {
        EitherOf3::A(view! {
            <p class="nl-paragraph zvh-results">"Typ een of meer woorden, zoals “aanmelden” of “hoe lang bewaart u gegevens”."</p>
        })
    } else if found.hits.is_empty() {
        EitherOf3::B(nothing(query.clone(), house))
    } else {
        EitherOf3::C(results(found))
    };
    view! {
        <div class="zvh-frame zvh-page">
            <Breadcrumb here="Zoeken".to_owned() />
            <h1 class="nl-heading nl-heading--level-1">"Zoeken"</h1>
            <SearchForm query=query />
            {answer}
        </div>
    }
}

fn results(found: Found) -> impl IntoView {
    let count = counted(found.total, found.hits.len(), found.mended.as_deref().unwrap_or(&found.query));
    let mended = found.mended.map(|better| {
        let href = address(&better);
        view! {
            <p class="nl-paragraph">
                {format!("Wij vonden niets voor “{}”. Bedoelde u ", found.query)} <a class="nl-link" href=href>
                    {better}
                </a> "?"
            </p>
        }
    });
    let items = found.hits.into_iter().map(result).collect_view();
    view! {
        <div class="zvh-results">
            {mended} <h2 class="nl-heading nl-heading--level-2">{count}</h2> <ol>{items}</ol>
        </div>
    }
}

fn counted(total: usize, shown: usize, query: &str) -> String {
    match total {
        1 => format!("1 resultaat voor “{query}”"),
        _ if total > shown => format!("De beste {shown} van {total} resultaten voor “{query}”"),
        _ => format!("{total} resultaten voor “{query}”"),
    }
}

fn result(hit: Hit) -> impl IntoView {
    let snippet = hit
        .snippet
        .into_iter()
        .map(|piece| match piece {
            Piece::Plain(text) => Either::Left(text),
            Piece::Marked(text) => Either::Right(view! { <mark class="nl-mark">{text}</mark> }),
        })
        .collect_view();
    view! {
        <li>
            <p class="zvh-results__kind">{hit.kind.label()}</p>
            <h3 class="nl-heading nl-heading--level-3">
                <a class="nl-link" href=hit.path>
                    {hit.title}
                </a>
            </h3>
            <p class="nl-paragraph">{snippet}</p>
        </li>
    }
}

/// Nobody stands before a closed door: what to try, where to look, whom to call.
fn nothing(query: String, house: House) -> impl IntoView {
    let href = house.phone.href();
    let ways = house.nav.into_iter().map(|Link { label, href }| {
        view! {
            <li>
                <a class="nl-link" href=href>
                    {label}
                </a>
            </li>
        }
    });
    view! {
        <div class="zvh-text zvh-results">
            <h2 class="nl-heading nl-heading--level-2">{format!("Wij vonden niets voor “{query}”")}</h2>
            <p class="nl-paragraph">"Dit kunt u doen:"</p>
            <ul>
                <li>"Controleer of u de woorden goed hebt geschreven."</li>
                <li>"Gebruik minder woorden, of een ander woord voor hetzelfde."</li>
                <li>
                    "Bel ons: " <a class="nl-link" href=href>
                        {house.phone.shown}
                    </a> ". Wij helpen u verder."
                </li>
            </ul>
            <p class="nl-paragraph">"Of kijk op een van deze pagina's:"</p>
            <ul>{ways.collect_view()}</ul>
        </div>
    }
}

/// The address of the answer to a query.
fn address(query: &str) -> String {
    let encoded: String = form_urlencoded::byte_serialize(query.as_bytes()).collect();
    format!("{}?{QUERY}={encoded}", Place::Search.path())
}

#[cfg(test)]
mod tests {
    use super::{address, counted};

    #[test]
    fn the_count_says_what_is_shown() {
        assert_eq!(counted(1, 1, "vog"), "1 resultaat voor “vog”");
        assert_eq!(counted(12, 12, "vog"), "12 resultaten voor “vog”");
        assert_eq!(counted(57, 30, "vog"), "De beste 30 van 57 resultaten voor “vog”");
    }

    #[test]
    fn a_query_travels_safely_in_an_address() {
        assert_eq!(address("a & b=“c”"), "/zoeken?q=a+%26+b%3D%E2%80%9Cc%E2%80%9D");
    }
}
