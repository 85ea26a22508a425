//! News: the list, the years of the archive, an item.

use chrono::{Datelike, NaiveDate};
use leptos::either::Either;
use leptos::prelude::*;
use serde::Deserialize;

use crate::components::{Breadcrumb, ExternalLink, Image, Picture, WrittenDate};
use crate::document::{Head, Site, render};
use crate::house::Link;
use crate::place::Place;

/// Title of the list, and of the feed.
pub const TITLE: &str = "Nieuws";
/// The address of the feed.
pub const FEED: &str = "/nieuws/feed.xml";
/// The list shows this many; what is older is in the archive, by year.
pub const RECENT: usize = 10;

/// An item of news.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewsItem {
    /// Path of its address.
    pub path: String,
    /// Its title and main heading.
    pub title: String,
    /// For search engines.
    pub description: String,
    /// The first lines, larger.
    pub lead: String,
    /// The day it is about; it is sorted by this day.
    pub date: NaiveDate,
    /// Words instead of the date, where the day is not known.
    pub shown: Option<String>,
    /// Who wrote it.
    pub author: Option<String>,
    /// What sort of news it is.
    pub kind: NewsKind,
    /// A picture.
    pub image: Option<Image>,
    /// The text, as HTML made from Markdown by us.
    pub body_html: String,
}

/// What sort of news an item is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum NewsKind {
    /// Something happened.
    #[default]
    Nieuws,
    /// Somebody came to see the house.
    Werkbezoek,
}

impl NewsKind {
    const fn words(self) -> &'static str {
        match self {
            Self::Nieuws => "Nieuws",
            Self::Werkbezoek => "Werkbezoek",
        }
    }
}

/// The items of a house, newest first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct News {
    /// The items, newest first.
    pub items: Vec<NewsItem>,
    /// Where news and publications of all houses of the country are.
    pub elsewhere: Option<Link>,
}

impl News {
    /// The years of the archive, newest first; none while all items fit on the list.
    pub fn years(&self) -> Vec<i32> {
        if self.items.len() <= RECENT {
            return Vec::new();
        }
        let mut years: Vec<i32> = self.items.iter().map(|item| item.date.year()).collect();
        years.dedup();
        years
    }

    /// The address of a year of the archive.
    pub fn path_of(year: i32) -> String {
        format!("{}/{year}", Place::News.path())
    }
}

/// The list.
pub fn list(site: &Site, news: &News) -> String {
    let description = format!("Nieuws van het {}: wat er verandert en wie er op bezoek kwam.", site.house.name());
    let mut head = Head::page(TITLE, description, Place::News.path());
    head.feed = Some(FEED);
    let news = news.clone();
    render(site, head, || list_view(news))
}

fn list_view(news: News) -> impl IntoView {
    let archive = archive(&news.years());
    let elsewhere = news.elsewhere.map(|link| {
        view! {
            <p class="nl-paragraph">
                "Nieuws en publicaties van alle Zorg- en Veiligheidshuizen in Nederland: "
                <ExternalLink link=link />
            </p>
        }
    });
    let items = if news.items.is_empty() {
        Either::Left(
            view! { <p class="nl-paragraph">"Er is nog geen nieuws. Nieuwe berichten komen op deze pagina te staan."</p> },
        )
    } else {
        Either::Right(entries(news.items.into_iter().take(RECENT).collect(), Under::Page))
    };
    view! {
        <div class="zvh-frame zvh-page">
            <Breadcrumb here=TITLE.to_owned() />
            <h1 class="nl-heading nl-heading--level-1">{TITLE}</h1>
            <p class="nl-paragraph nl-paragraph--lead zvh-lead">"Wat er verandert in ons huis, en wie er op bezoek kwam."</p>
            {items}
            {archive}
            <section class="zvh-text zvh-section">
                <h2 class="nl-heading nl-heading--level-2">"Nieuws volgen"</h2>
                <p class="nl-paragraph">
                    "Met een feedlezer ziet u nieuwe berichten vanzelf. Zet daarin dit adres: "
                    <a class="nl-link" href=FEED>
                        "Atom-feed van ons nieuws"
                    </a> "."
                </p>
                {elsewhere}
            </section>
        </div>
    }
}

/// A year of the archive.
pub fn year(site: &Site, news: &News, year: i32) -> String {
    let title = format!("{TITLE} uit {year}");
    let description =
        format!("Alle nieuwsberichten van het {} uit {year}, met de nieuwste bovenaan.", site.house.name());
    let mut head = Head::page(&title, description, News::path_of(year));
    head.feed = Some(FEED);
    let items: Vec<_> = news.items.iter().filter(|item| item.date.year() == year).cloned().collect();
    let archive = archive(&news.years());
    render(site, head, || {
        view! {
            <div class="zvh-frame zvh-page">
                <Breadcrumb between=vec![Link::new(TITLE, Place::News.path())] here=title.clone() />
                <h1 class="nl-heading nl-heading--level-1">{title}</h1>
                {entries(items, Under::Page)}
                {archive}
            </div>
        }
    })
}

/// An item.
pub fn item(site: &Site, item: &NewsItem) -> String {
    let mut head = Head::page(&item.title, &item.description, &item.path);
    head.feed = Some(FEED);
    let item = item.clone();
    render(site, head, || item_view(item))
}

fn item_view(item: NewsItem) -> impl IntoView {
    let when = when(&item);
    let image = item.image.map(|image| view! { <Picture image=image /> });
    view! {
        <article class="zvh-frame zvh-page">
            <Breadcrumb between=vec![Link::new(TITLE, Place::News.path())] here=item.title.clone() />
            <h1 class="nl-heading nl-heading--level-1">{item.title}</h1>
            {when}
            <p class="nl-paragraph nl-paragraph--lead zvh-lead">{item.lead}</p>
            {image}
            <div class="zvh-text" inner_html=item.body_html></div>
            <p class="nl-paragraph zvh-section">
                <a class="nl-link" href=Place::News.path()>
                    "Al het nieuws"
                </a>
            </p>
        </article>
    }
}

/// What a list of items stands under: it decides the level of their headings.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Under {
    /// The title of the page.
    Page,
    /// A heading on the page.
    Section,
}

/// Items under each other, each with its title as a link.
pub(super) fn entries(items: Vec<NewsItem>, under: Under) -> impl IntoView {
    let items = items
        .into_iter()
        .map(|item| {
            let when = when(&item);
            let link = view! {
                <a class="nl-link" href=item.path>
                    {item.title}
                </a>
            };
            let heading = match under {
                Under::Page => Either::Left(view! { <h2 class="nl-heading nl-heading--level-3">{link}</h2> }),
                Under::Section => Either::Right(view! { <h3 class="nl-heading nl-heading--level-3">{link}</h3> }),
            };
            view! {
                <li>
                    {heading} {when} <p class="nl-paragraph">{item.lead}</p>
                </li>
            }
        })
        .collect_view();
    let class = match under {
        Under::Page => "zvh-entries",
        Under::Section => "zvh-entries zvh-entries--three",
    };
    view! { <ul class=class>{items}</ul> }
}

/// "2 juni 2026 · Werkbezoek · Redactie"
fn when(item: &NewsItem) -> impl IntoView + use<> {
    let day = match item.shown.clone() {
        Some(words) => Either::Left(words),
        None => Either::Right(view! { <WrittenDate on=item.date /> }),
    };
    let author = item.author.clone().map(|author| format!(" · {author}"));
    view! { <p class="nl-paragraph zvh-meta">{day} " · " {item.kind.words()} {author}</p> }
}

fn archive(years: &[i32]) -> Option<impl IntoView + use<>> {
    let links = years
        .iter()
        .map(|&year| {
            view! {
                <li>
                    <a class="nl-link" href=News::path_of(year)>
                        {year}
                    </a>
                </li>
            }
        })
        .collect::<Vec<_>>();
    (!links.is_empty()).then(|| {
        view! {
            <section class="zvh-section">
                <h2 class="nl-heading nl-heading--level-2">"Nieuws per jaar"</h2>
                <ul class="zvh-plain-list">{links}</ul>
            </section>
        }
    })
}
