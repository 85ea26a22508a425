//! Everything the search can find, part by part: the one list. A new part of the site is added here.

use app::pages::documents::Document;
use app::pages::media::MediaPage;
use app::pages::news::NewsItem;
use app::pages::partners;
use app::pages::questions::QuestionsPage;
use app::pages::search::Kind;
use app::pages::text::TextPage;
use app::place::Place;
use chrono::NaiveDate;

use super::{SearchText, plain};
use crate::content::{Content, Partner};

/// All texts of the house, as they read on `today`.
pub(super) fn of_house(content: &Content, _today: NaiveDate) -> Vec<SearchText> {
    let pages = content.pages.values().map(page);
    let news = content.news.iter().flat_map(|news| &news.items).map(news_item);
    let documents = content.documents.iter().flatten().map(document);
    let videos = content.media.iter().flatten().map(video);
    let partners = content.partners.iter().map(partner);
    pages.chain(questions(&content.questions)).chain(news).chain(documents).chain(videos).chain(partners).collect()
}

fn page(page: &TextPage) -> SearchText {
    SearchText {
        path: page.path.clone(),
        kind: Kind::Page,
        title: page.title.clone(),
        text: format!("{}\n{}", page.lead, plain::text(&page.body_html)),
    }
}

fn questions(page: &QuestionsPage) -> impl Iterator<Item = SearchText> + '_ {
    page.groups.iter().flat_map(|group| &group.questions).map(|question| SearchText {
        path: format!("{}#{}", Place::Questions.path(), question.id),
        kind: Kind::Question,
        title: question.title.clone(),
        text: plain::text(&question.answer_html),
    })
}

fn news_item(item: &NewsItem) -> SearchText {
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

fn video(page: &MediaPage) -> SearchText {
    SearchText {
        path: page.path.clone(),
        kind: Kind::Video,
        title: page.title.clone(),
        text: format!("{}\n{}", page.lead, plain::text(&page.transcript_html)),
    }
}

fn partner(partner: &Partner) -> SearchText {
    let about = partner.about.clone().into_iter();
    SearchText {
        path: partners::address_of(&partner.id),
        kind: Kind::Partner,
        title: partner.name.clone(),
        text: about.chain(partner.also_known_as.iter().cloned()).collect::<Vec<_>>().join("\n"),
    }
}
