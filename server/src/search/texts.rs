//! Everything the search can find, part by part: the one list. A new part of the site is added here.

use app::pages::questions::QuestionsPage;
use app::pages::search::Kind;
use app::pages::text::TextPage;
use app::place::Place;
use chrono::NaiveDate;

use super::{SearchText, plain};
use crate::content::Content;

/// All texts of the house, as they read on `today`.
pub(super) fn of_house(content: &Content, _today: NaiveDate) -> Vec<SearchText> {
    let pages = content.pages.values().map(page);
    pages.chain(questions(&content.questions)).collect()
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
