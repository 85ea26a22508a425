//! `home.toml`: the words of the first page.

use std::path::{Path, PathBuf};

use app::components::{Card, Step};
use app::house::Link;
use app::pages::home::HomePage;
use app::place::Place;
use serde::Deserialize;

use super::advice::Reading;
use super::fault::Faults;
use super::links::{Address, Head, Part};
use super::markdown::FoundLink;
use super::source::Source;

/// The first page, and where it links to.
pub(super) struct LoadedHome {
    pub(super) words: HomePage,
    file: PathBuf,
    links: Vec<FoundLink>,
    title_line: usize,
    description_line: usize,
}

impl Part for LoadedHome {
    fn addresses(&self) -> Vec<Address> {
        vec![Address {
            path: Place::Home.path().to_owned(),
            anchors: None,
            file: self.file.clone(),
            head: Some(Head {
                title: (self.words.title.clone(), self.title_line),
                description: (self.words.description.clone(), self.description_line),
            }),
        }]
    }

    fn links(&self) -> Vec<(PathBuf, FoundLink)> {
        self.links.iter().map(|link| (self.file.clone(), link.clone())).collect()
    }

    fn readings(&self) -> Vec<Reading> {
        Vec::new()
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    title: String,
    description: String,
    heading: String,
    lead: String,
    primary: LinkEntry,
    secondary: LinkEntry,
    topics_heading: String,
    steps_heading: String,
    contact_heading: String,
    topic: Vec<Topic>,
    step: Vec<StepEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct LinkEntry {
    label: String,
    href: toml::Spanned<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Topic {
    title: String,
    href: toml::Spanned<String>,
    text: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct StepEntry {
    title: String,
    text: String,
}

pub(super) fn load(folder: &Path) -> Result<LoadedHome, Faults> {
    let source = Source::read(folder, "home.toml")?;
    let file: File = source.toml()?;
    let links = [&file.primary.href, &file.secondary.href]
        .into_iter()
        .chain(file.topic.iter().map(|topic| &topic.href))
        .map(|href| FoundLink { href: href.get_ref().clone(), line: source.line_at(href.span().start) })
        .collect();
    let link = |entry: LinkEntry| Link::new(entry.label, entry.href.into_inner());
    Ok(LoadedHome {
        words: HomePage {
            title: file.title,
            description: file.description,
            heading: file.heading,
            lead: file.lead,
            primary: link(file.primary),
            secondary: link(file.secondary),
            topics_heading: file.topics_heading,
            topics: file
                .topic
                .into_iter()
                .map(|topic| Card { link: Link::new(topic.title, topic.href.into_inner()), text: topic.text })
                .collect(),
            steps_heading: file.steps_heading,
            steps: file.step.into_iter().map(|step| Step { title: step.title, text: step.text }).collect(),
            contact_heading: file.contact_heading,
        },
        title_line: source.line_of("title", 0),
        description_line: source.line_of("description", 0),
        file: source.file,
        links,
    })
}
