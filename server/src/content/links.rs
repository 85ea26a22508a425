//! Links that lead nowhere are found at start, not by a visitor.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use app::place::Place;

use super::fault::{Fault, Faults};
use super::home::LoadedHome;
use super::markdown::FoundLink;
use super::page::LoadedPage;
use super::questions::LoadedQuestions;

/// An address, and the text behind it, as far as links care: news, documents, media.
pub(super) struct Linkable {
    pub(super) path: String,
    /// The places in it that a link can lead to; none known where it is made by code, or a file.
    pub(super) anchors: Option<BTreeSet<String>>,
    pub(super) file: PathBuf,
    pub(super) links: Vec<FoundLink>,
}

impl Linkable {
    /// An address without a text of the house.
    pub(super) fn address(path: &str) -> Self {
        Self { path: path.to_owned(), anchors: None, file: PathBuf::new(), links: Vec::new() }
    }
}

/// Checks every link of the house.
pub(super) fn check(
    home: &LoadedHome,
    pages: &[LoadedPage],
    questions: &LoadedQuestions,
    others: &[Linkable],
    faults: &mut Faults,
) {
    let map = Map::new(pages, questions, others);
    for other in others {
        for link in &other.links {
            map.check(&other.file, link, faults);
        }
    }
    for link in &home.links {
        map.check(&home.file, link, faults);
    }
    for link in &questions.links {
        map.check(&questions.file, link, faults);
    }
    for page in pages {
        let action =
            page.words.action.as_ref().map(|link| FoundLink { href: link.href.clone(), line: page.action_line });
        for link in page.rendered.links.iter().chain(&action) {
            map.check(&page.file, link, faults);
        }
    }
}

/// Every address of the house, with the places in it that a link can lead to.
struct Map<'a>(BTreeMap<&'a str, Option<&'a BTreeSet<String>>>);

impl<'a> Map<'a> {
    fn new(pages: &'a [LoadedPage], questions: &'a LoadedQuestions, others: &'a [Linkable]) -> Self {
        let mut map: BTreeMap<_, _> = Place::ALL.into_iter().map(|place| (place.path(), None)).collect();
        map.extend(pages.iter().map(|page| (page.words.path.as_str(), Some(&page.rendered.anchors))));
        map.insert(Place::Questions.path(), Some(&questions.anchors));
        map.extend(others.iter().map(|other| (other.path.as_str(), other.anchors.as_ref())));
        Self(map)
    }

    fn check(&self, file: &Path, link: &FoundLink, faults: &mut Faults) {
        if let Some((problem, mend)) = self.wrong_with(&link.href) {
            faults.add(Fault::on_line(file, link.line, problem, mend));
        }
    }

    fn wrong_with(&self, href: &str) -> Option<(String, String)> {
        if ["https://", "mailto:", "tel:"].iter().any(|start| href.starts_with(start)) {
            return None;
        }
        if !href.starts_with('/') {
            let mend = "start it with / for a page of this site, or with https://, mailto: or tel:".to_owned();
            return Some((format!("the link \"{href}\" has no address we can follow"), mend));
        }
        let (address, anchor) = href.split_once('#').map_or((href, None), |(address, anchor)| (address, Some(anchor)));
        let path = address.split_once('?').map_or(address, |(path, _)| path);
        let Some(anchors) = self.0.get(path) else {
            let known = self.0.keys().copied().collect::<Vec<_>>().join(", ");
            return Some((
                format!("the link \"{href}\" leads to a page that does not exist"),
                format!("link to one of: {known}"),
            ));
        };
        let (anchor, anchors) = (anchor?, (*anchors)?);
        if anchors.contains(anchor) {
            return None;
        }
        let known = anchors.iter().cloned().collect::<Vec<_>>().join(", ");
        Some((format!("the link \"{href}\" leads to a place that is not on that page"), format!("use one of: {known}")))
    }
}
