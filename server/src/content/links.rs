//! How the parts of a house link to each other. Links that lead nowhere, and pages that nothing leads to, are found at
//! start, not by a visitor.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use app::house::Link;
use app::place::Place;

use super::advice::Reading;
use super::fault::{Fault, Faults};
use super::markdown::FoundLink;

/// A part of the house that answers addresses and links to others: pages, questions, news, …
pub(super) trait Part {
    /// The addresses it answers: its pages, but also its feeds and its files.
    fn addresses(&self) -> Vec<Address>;
    /// Where its words lead, each with its file; also where its pages lead by themselves, as a list of all news.
    fn links(&self) -> Vec<(PathBuf, FoundLink)>;
    /// Its words, for advice on language and dates.
    fn readings(&self) -> Vec<Reading>;
}

/// An address of the house.
pub(super) struct Address {
    pub(super) path: String,
    /// The places in it that a link can lead to; none where that is not known.
    pub(super) anchors: Option<BTreeSet<String>>,
    /// The file that makes it.
    pub(super) file: PathBuf,
    /// Its words for browsers and search engines; none for what is no page.
    pub(super) head: Option<Head>,
}

/// Title and description of a page, each with its line.
pub(super) struct Head {
    pub(super) title: (String, usize),
    pub(super) description: (String, usize),
}

/// Checks every link of the house, and that something leads to every page. `always` is what stands on every page: the
/// menu and the footer.
pub(super) fn check(parts: &[&dyn Part], always: &[Link], faults: &mut Faults) {
    let addresses: Vec<_> = parts.iter().flat_map(|part| part.addresses()).collect();
    let links: Vec<_> = parts.iter().flat_map(|part| part.links()).collect();
    let map = Map::new(&addresses);
    for (file, link) in &links {
        map.check(file, link, faults);
    }
    let led_to: BTreeSet<_> = links
        .iter()
        .map(|(_, link)| link.href.as_str())
        .chain(always.iter().map(|link| link.href.as_str()))
        .map(path_of)
        .collect();
    for address in addresses.iter().filter(|address| address.head.is_some()) {
        if address.path != Place::Home.path() && !led_to.contains(address.path.as_str()) {
            let problem = format!("nothing leads to {}", address.path);
            let mend = "link to it from a text, name it in `related` of another page, or give it `nav` or `footer`";
            faults.add(Fault::in_file(&address.file, problem, mend));
        }
    }
}

/// An address without its question and its place on the page.
fn path_of(href: &str) -> &str {
    href.split(['?', '#']).next().unwrap_or(href)
}

/// Every address of the house, with the places in it that a link can lead to.
struct Map<'a>(BTreeMap<&'a str, Option<&'a BTreeSet<String>>>);

impl<'a> Map<'a> {
    fn new(addresses: &'a [Address]) -> Self {
        let mut map: BTreeMap<_, _> = Place::ALL.into_iter().map(|place| (place.path(), None)).collect();
        map.extend(addresses.iter().map(|address| (address.path.as_str(), address.anchors.as_ref())));
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
        let Some(anchors) = self.0.get(path_of(href)) else {
            let known = self.0.keys().copied().collect::<Vec<_>>().join(", ");
            return Some((
                format!("the link \"{href}\" leads to a page that does not exist"),
                format!("link to one of: {known}"),
            ));
        };
        let ((_, anchor), anchors) = (href.split_once('#')?, (*anchors)?);
        if anchors.contains(anchor) {
            return None;
        }
        let known = anchors.iter().cloned().collect::<Vec<_>>().join(", ");
        Some((format!("the link \"{href}\" leads to a place that is not on that page"), format!("use one of: {known}")))
    }
}
