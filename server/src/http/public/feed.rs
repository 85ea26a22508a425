//! The news as an Atom feed (RFC 4287).

use app::document::Site;
use app::pages::news::{FEED, News, NewsItem, TITLE};
use app::place::Place;
use chrono::NaiveDate;

use super::xml::{Element, document};

/// The feed. An empty one was changed today: RFC 4287 wants to know when.
pub(super) fn atom(site: &Site, news: &News, today: NaiveDate) -> String {
    let origin = &site.origin;
    let page = format!("{origin}{}", Place::News.path());
    let changed = news.items.first().map_or(today, |item| item.date);
    let house = site.house.name();
    let feed = Element::new("feed")
        .with("xmlns", "http://www.w3.org/2005/Atom")
        .with("xml:lang", "nl")
        .holds(Element::text("title", &format!("{TITLE} – {house}")))
        .holds(Element::text("id", &page))
        .holds(link("self", "application/atom+xml", &format!("{origin}{FEED}")))
        .holds(link("alternate", "text/html", &page))
        .holds(Element::text("updated", &moment(changed)))
        .holds(author(&house));
    document(&news.items.iter().fold(feed, |feed, item| feed.holds(entry(origin, item))))
}

fn entry(origin: &str, item: &NewsItem) -> Element {
    let page = format!("{origin}{}", item.path);
    let day = moment(item.date);
    let entry = Element::new("entry")
        .holds(Element::text("title", &item.title))
        .holds(Element::text("id", &page))
        .holds(link("alternate", "text/html", &page))
        .holds(Element::text("published", &day))
        .holds(Element::text("updated", &day));
    let entry = match &item.author {
        Some(name) => entry.holds(author(name)),
        None => entry,
    };
    entry.holds(Element::text("summary", &item.lead))
}

fn author(name: &str) -> Element {
    Element::new("author").holds(Element::text("name", name))
}

fn link(rel: &str, media_type: &str, href: &str) -> Element {
    Element::new("link").with("rel", rel).with("type", media_type).with("href", href)
}

/// News has a day, no hour; noon is on that day in the Netherlands, in summer and in winter.
fn moment(day: NaiveDate) -> String {
    format!("{day}T12:00:00Z")
}
