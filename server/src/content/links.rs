//! How the parts of a house link to each other. Links that lead nowhere, and pages that nothing leads to, are found at
//! start, not by a visitor.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use app::house::Link;
use app::place::Place;

use super::advice::Reading;
use super::fault::{Fault, Faults};
use super::markdown::FoundLink;

/// An address of the house, and the text behind it, as far as the rest of the house cares: each kind of page gives its own.
pub(super) struct Linkable {
    pub(super) path: String,
    /// The places in it that a link can lead to; none known where it is made by code, or a file.
    pub(super) anchors: Option<BTreeSet<String>>,
    pub(super) file: PathBuf,
    /// Where its words lead; also where the page leads by itself, as a list of all news.
    pub(super) links: Vec<FoundLink>,
    /// Its words for browsers and search engines; none for what is no page of the house's own words.
    pub(super) head: Option<Head>,
    /// Its words, for advice.
    pub(super) reading: Option<Reading>,
}

/// Title and description of a page, each with its line.
pub(super) struct Head {
    pub(super) title: (String, usize),
    pub(super) description: (String, usize),
}

impl Linkable {
    /// An address without a text of the house.
    pub(super) fn address(path: &str) -> Self {
        Self {
            path: path.to_owned(),
            anchors: None,
            file: PathBuf::new(),
            links: Vec::new(),
            head: None,
            reading: None,
        }
    }

    /// The same, that leads to these as well: a list that the program makes.
    pub(super) fn leading_to<'a>(mut self, paths: impl IntoIterator<Item = &'a str>) -> Self {
        self.links.extend(paths.into_iter().map(|path| FoundLink { href: path.to_owned(), line: 1 }));
        self
    }
}

/// Checks every link of the house, and that something leads to every page. `always` is what stands on every page: the
/// menu and the footer.
pub(super) fn check(all: &[Linkable], always: &[Link], faults: &mut Faults) {
    let map = Map::new(all);
    let links = || all.iter().flat_map(|from| from.links.iter().map(move |link| (&from.file, link)));
    for (file, link) in links() {
        map.check(file, link, faults);
    }
    let hrefs = links().map(|(_, link)| link.href.as_str()).chain(always.iter().map(|link| link.href.as_str()));
    let led_to: BTreeSet<_> = hrefs.map(path_of).collect();
    for page in all.iter().filter(|page| page.head.is_some()) {
        if page.path != Place::Home.path() && !led_to.contains(page.path.as_str()) {
            let problem = format!("nothing leads to {}", page.path);
            let mend = "link to it from a text, name it in `related` of another page, or give it `nav` or `footer`";
            faults.add(Fault::in_file(&page.file, problem, mend));
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
    fn new(all: &'a [Linkable]) -> Self {
        let mut map: BTreeMap<_, _> = Place::ALL.into_iter().map(|place| (place.path(), None)).collect();
        for one in all {
            let anchors = map.entry(one.path.as_str()).or_default();
            *anchors = one.anchors.as_ref().or(*anchors);
        }
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
