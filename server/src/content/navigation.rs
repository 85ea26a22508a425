//! How the pages of a house hang together: menu, footer, breadcrumb, where to read on.

use app::components::Card;
use app::house::Link;
use app::pages::{documents, media, news, partners};
use app::place::Place;

use super::fault::{Fault, Faults};
use super::links::Linkable;
use super::page::LoadedPage;
use super::questions::LoadedQuestions;

/// The links of the menu, in the order of `nav`.
pub(super) fn menu(pages: &[LoadedPage], questions: &LoadedQuestions) -> Vec<Link> {
    ordered(pages.iter().map(|page| (page.nav, link(page))).chain([(questions.nav, questions_link(questions))]))
}

/// The links of the footer, in the order of `footer`; the pages that are made from lists stand at the end.
pub(super) fn footer(pages: &[LoadedPage], questions: &LoadedQuestions, made: Vec<Link>) -> Vec<Link> {
    let numbered = pages.iter().map(|page| (page.footer, link(page)));
    let mut links = ordered(numbered.chain([(questions.footer, questions_link(questions))]));
    links.extend(made);
    links
}

/// The pages that are made from lists, as far as the house has them.
pub(super) fn made(others: &[Linkable]) -> Vec<Link> {
    [
        (partners::TITLE, Place::Partners),
        (news::TITLE, Place::News),
        (documents::TITLE, Place::Documents),
        (media::TITLE, Place::Media),
    ]
    .into_iter()
    .filter(|(_, place)| *place == Place::Partners || others.iter().any(|other| other.path == place.path()))
    .map(|(title, place)| Link::new(title, place.path()))
    .collect()
}

/// The cards of the themes, in their order.
pub(super) fn themes(_pages: &[LoadedPage]) -> Vec<Card> {
    Vec::new()
}

/// Gives every page the links it owes to other pages.
pub(super) fn complete(
    mut pages: Vec<LoadedPage>,
    questions: &LoadedQuestions,
    made: &[Link],
    faults: &mut Faults,
) -> Vec<LoadedPage> {
    let known: Vec<Link> =
        pages.iter().map(link).chain([questions_link(questions)]).chain(made.iter().cloned()).collect();
    for page in &mut pages {
        page.words.between = known.iter().filter(|other| is_above(&other.href, &page.words.path)).cloned().collect();
        for path in &page.related {
            match known.iter().find(|other| other.href == *path) {
                Some(other) => page.words.related.push(other.clone()),
                None => faults.add(Fault::on_line(
                    &page.file,
                    page.related_line,
                    format!("there is no page {path} to read on"),
                    "name the path of a page, as \"/contact\"",
                )),
            }
        }
    }
    pages
}

fn link(page: &LoadedPage) -> Link {
    Link::new(&page.label, &page.words.path)
}

fn questions_link(questions: &LoadedQuestions) -> Link {
    Link::new(&questions.words.title, Place::Questions.path())
}

fn is_above(path: &str, below: &str) -> bool {
    below.strip_prefix(path).is_some_and(|rest| rest.starts_with('/'))
}

fn ordered(links: impl Iterator<Item = (Option<u8>, Link)>) -> Vec<Link> {
    let mut links: Vec<_> = links.filter_map(|(order, link)| Some((order?, link))).collect();
    links.sort_by_key(|(order, _)| *order);
    links.into_iter().map(|(_, link)| link).collect()
}
