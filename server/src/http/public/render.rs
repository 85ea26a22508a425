//! Which public address gives which page.

use app::pages;
use app::pages::news::FEED;
use app::pages::self_check::Asked;
use app::paths::{Wizard, machine};
use app::place::Place;
use app::wizard::reveal;
use axum::http::Uri;
use chrono::{Datelike as _, NaiveDate};
use domain::answers::Answers;
use domain::context::ParticipantKind;
use domain::self_check;

use super::{Kind, feed, machines};
use crate::content::Content;
use crate::front::Front;
use crate::http::simulation;

/// Every public address that is answered from memory.
pub(super) fn addresses(content: &Content) -> Vec<String> {
    let pages = content.addresses().into_iter().map(|page| page.path).filter(|path| !is_wizard(path));
    let slugs = content.forms.iter().map(|form| form.slug).chain([self_check::STEP.slug]);
    let styles = slugs.map(|slug| Wizard::Style.of(slug));
    let feed = content.news.iter().map(|_| FEED.to_owned());
    pages
        .chain(styles)
        .chain(feed)
        .chain([machine::SITEMAP, machine::ROBOTS, machine::SECURITY].map(String::from))
        .collect()
}

/// The start of a wizard has words of its own in the content folder, but the wizard shows them; and all its questions.
fn is_wizard(path: &str) -> bool {
    domain::forms::ALL
        .iter()
        .any(|form| [Wizard::Start, Wizard::Questions].map(|page| page.of(form.slug)).contains(&path.to_owned()))
}

/// The address of what is asked for: its path, and of a query only what changes the page.
pub(super) fn asked_for(content: &Content, uri: &Uri) -> String {
    if uri.path() == Place::Partners.path() {
        pages::partners::address(kind(uri.query()))
    } else if let Some(id) = question(content, uri) {
        format!("{}?{}={id}", uri.path(), pages::questions::ASKED)
    } else {
        uri.path().to_owned()
    }
}

/// The question that stands open on the page of all questions, if it is one of the house.
fn question<'a>(content: &'a Content, uri: &Uri) -> Option<&'a str> {
    let query = uri.query().filter(|_| uri.path() == Place::Questions.path())?;
    let (_, asked) = form_urlencoded::parse(query.as_bytes()).find(|(name, _)| name == pages::questions::ASKED)?;
    let mut questions = content.questions.groups.iter().flat_map(|group| &group.questions);
    questions.find(|question| question.id == asked).map(|question| question.id.as_str())
}

fn kind(query: Option<&str>) -> Option<ParticipantKind> {
    let (_, value) = form_urlencoded::parse(query?.as_bytes()).find(|(name, _)| name == pages::partners::KIND)?;
    ParticipantKind::ALL.into_iter().find(|kind| pages::partners::slug(*kind) == value)
}

/// What this address gives today; nothing where nothing is (any more).
pub(super) fn render(front: &Front, address: &str, today: NaiveDate) -> Option<(Kind, String)> {
    let content = &front.content;
    match address {
        FEED => return Some((Kind::Feed, feed::atom(&front.site, content.news.as_ref()?, today))),
        machine::SITEMAP => return Some((Kind::Xml, machines::sitemap(&front.site.origin, &content.addresses()))),
        machine::ROBOTS => return Some((Kind::Text, machines::robots(&front.site.origin))),
        machine::SECURITY => return Some((Kind::Text, machines::security(&front.site, &content.settings, today)?)),
        _ => {}
    }
    if address == Wizard::Style.of(self_check::STEP.slug) {
        return Some((Kind::Style, pages::self_check::stylesheet(&front.context())));
    }
    let style = domain::forms::ALL.iter().find(|form| Wizard::Style.of(form.slug) == address);
    if let Some(form) = style {
        return Some((Kind::Style, reveal::stylesheet(form, &front.context())));
    }
    Some((Kind::Page, page(front, address, today)?))
}

fn page(front: &Front, address: &str, today: NaiveDate) -> Option<String> {
    let (site, content) = (&front.site, &front.content);
    let (path, query) = address.split_once('?').map_or((address, None), |(path, query)| (path, Some(query)));
    if path == Place::Home.path() {
        return Some(pages::home::page(site, &content.home, today));
    }
    if path == Place::Questions.path() {
        let asked = query.and_then(|query| query.split_once('=')).map(|(_, id)| id);
        return Some(pages::questions::page(site, &content.questions, today, asked));
    }
    if path == Place::Partners.path() {
        let partners: Vec<_> = content.partners.iter().map(crate::content::Partner::shown).collect();
        return Some(pages::partners::page(site, &partners, kind(query)));
    }
    if path == Place::SelfCheck.path() {
        let asked = Asked { answers: &Answers::default(), context: &front.context(), forms: &content.forms };
        return Some(pages::self_check::page(site, asked));
    }
    if path == Place::Documents.path() {
        return Some(pages::documents::page(site, content.documents.as_ref()?, today));
    }
    let part = news(front, path).or_else(|| media(front, path, today)).or_else(|| simulation::page(front, path, today));
    if let Some(html) = part {
        return Some(html);
    }
    let words = content.pages.get(path)?;
    Some(if path == Place::Contact.path() {
        pages::contact::page(site, words, &content.settings.directions(), today)
    } else if path == Place::Refer.path() {
        pages::ways::page(site, words, &content.ways, today)
    } else {
        pages::text::page(site, words, today)
    })
}

fn news(front: &Front, path: &str) -> Option<String> {
    let (site, news) = (&front.site, front.content.news.as_ref()?);
    if path == Place::News.path() {
        return Some(pages::news::list(site, news));
    }
    let is_year = |year: &i32| pages::news::News::path_of(*year) == path;
    if let Some(year) = news.items.iter().map(|item| item.date.year()).find(is_year) {
        return Some(pages::news::year(site, news, year));
    }
    Some(pages::news::item(site, news.items.iter().find(|item| item.path == path)?))
}

fn media(front: &Front, path: &str, today: NaiveDate) -> Option<String> {
    let (site, media) = (&front.site, front.content.media.as_ref()?);
    if path == Place::Media.path() {
        return Some(pages::media::list(site, media));
    }
    Some(pages::media::page(site, media.iter().find(|page| page.path == path)?, today))
}
