//! Everything the search can find, part by part: the one list. A new part of the site is added here.

use app::pages;
use app::pages::documents::Document;
use app::pages::media::MediaPage;
use app::pages::news::NewsItem;
use app::pages::questions::QuestionsPage;
use app::pages::search::Kind;
use app::pages::text::TextPage;
use app::place::Place;
use app::simulation::words::Simulation;
use chrono::NaiveDate;
use domain::self_check::STEP;

use super::{SearchText, plain};
use crate::content::{Content, Partner};

/// All texts of the house, as they read on `today`.
pub(super) fn of_house(content: &Content, today: NaiveDate) -> Vec<SearchText> {
    let mut texts: Vec<SearchText> = content.pages.values().map(|words| page(words, content, today)).collect();
    texts.push(self_check());
    texts.extend(lists(content));
    texts.extend(questions(&content.questions, today));
    texts.extend(content.news.iter().flat_map(|news| &news.items).map(news));
    texts.extend(content.documents.iter().flatten().map(document));
    texts.extend(content.media.iter().flatten().map(media));
    texts.extend(content.simulation.iter().map(simulation));
    texts.extend(content.partners.iter().map(partner));
    texts
}

fn page(page: &TextPage, content: &Content, today: NaiveDate) -> SearchText {
    let ways = if page.path == Place::Refer.path() { ways(content) } else { String::new() };
    SearchText {
        path: page.path.clone(),
        kind: Kind::Page,
        title: page.title.clone(),
        text: format!("{}\n{}{ways}", page.lead, page.body.plain_on(today)),
    }
}

/// What visitors come for: found on the page of all ways.
fn ways(content: &Content) -> String {
    let ways = content.ways.iter().flat_map(|group| &group.ways);
    ways.flat_map(|way| ["\n", &way.wish, ". ", &way.text]).collect()
}

fn self_check() -> SearchText {
    SearchText {
        path: Place::SelfCheck.path().to_owned(),
        kind: Kind::Page,
        title: STEP.title.to_owned(),
        text: pages::self_check::plain(),
    }
}

/// The pages that list the other parts: found by their titles.
fn lists(content: &Content) -> impl Iterator<Item = SearchText> {
    let questions = (Place::Questions, content.questions.title.as_str(), content.questions.lead.as_str());
    let partners = (Place::Partners, pages::partners::TITLE, "");
    let news = content.news.is_some().then_some((Place::News, pages::news::TITLE, ""));
    let documents = content.documents.is_some().then_some((Place::Documents, pages::documents::TITLE, ""));
    let media = content.media.is_some().then_some((Place::Media, pages::media::TITLE, ""));
    let all = [Some(questions), Some(partners), news, documents, media];
    all.into_iter().flatten().map(|(place, title, lead)| SearchText {
        path: place.path().to_owned(),
        kind: Kind::Page,
        title: title.to_owned(),
        text: lead.to_owned(),
    })
}

fn questions(page: &QuestionsPage, today: NaiveDate) -> impl Iterator<Item = SearchText> + '_ {
    page.groups.iter().flat_map(|group| &group.questions).map(move |question| SearchText {
        path: pages::questions::address_of(&question.id),
        kind: Kind::Question,
        title: question.title.clone(),
        text: question.answer.plain_on(today),
    })
}

fn news(item: &NewsItem) -> SearchText {
    SearchText {
        path: item.path.clone(),
        kind: Kind::News,
        title: item.title.clone(),
        text: format!("{}\n{}", item.lead, plain::text(&item.body_html)),
    }
}

fn document(document: &Document) -> SearchText {
    SearchText {
        path: format!("{}#{}", Place::Documents.path(), document.id),
        kind: Kind::Document,
        title: document.title.clone(),
        text: document.about.clone(),
    }
}

fn media(page: &MediaPage) -> SearchText {
    SearchText {
        path: page.path.clone(),
        kind: Kind::Video,
        title: page.title.clone(),
        text: format!("{}\n{}", page.lead, plain::text(&page.transcript_html)),
    }
}

fn simulation(words: &Simulation) -> SearchText {
    SearchText {
        path: Place::Simulation.path().to_owned(),
        kind: Kind::Page,
        title: words.title.clone(),
        text: format!("{}\n{}\n{}", words.lead, plain::text(&words.how_html), plain::text(&words.case_html)),
    }
}

/// A partner, also by the other names people use for it.
fn partner(partner: &Partner) -> SearchText {
    let about = partner.about.iter().cloned();
    SearchText {
        path: pages::partners::address_of(&partner.id),
        kind: Kind::Partner,
        title: partner.name.clone(),
        text: about.chain([partner.also_known_as.join(", ")]).collect::<Vec<_>>().join("\n"),
    }
}
