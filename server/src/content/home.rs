//! `home.toml`: the words of the first page.

use std::path::{Path, PathBuf};

use app::components::{Card, Notice, Step};
use app::house::Link;
use app::pages::home::{self, Block, HomePage};
use app::pages::news::NewsItem;
use app::pages::questions::QuestionGroup;
use app::place::Place;
use serde::Deserialize;

use super::fault::{Fault, Faults};
use super::links::{Head, Linkable};
use super::markdown::FoundLink;
use super::source::Source;

/// The first page, and where it links to.
pub(super) struct LoadedHome {
    pub(super) words: HomePage,
    file: PathBuf,
    links: Vec<FoundLink>,
    title_line: usize,
    description_line: usize,
    themes: Option<Heading>,
    questions: Option<AskedMost>,
    news: Option<Heading>,
    partners: Option<Together>,
    /// The lines that name the questions.
    question_lines: Vec<usize>,
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
    themes: Option<Heading>,
    questions: Option<AskedMost>,
    news: Option<Heading>,
    partners: Option<Together>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Heading {
    heading: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AskedMost {
    heading: String,
    ids: Vec<toml::Spanned<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Together {
    heading: String,
    text: String,
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
            themes: None,
            questions: None,
            news: None,
            partners: None,
            notices: Vec::new(),
        },
        title_line: source.line_of("title", 0),
        description_line: source.line_of("description", 0),
        question_lines: file
            .questions
            .iter()
            .flat_map(|most| &most.ids)
            .map(|id| source.line_at(id.span().start))
            .collect(),
        themes: file.themes,
        questions: file.questions,
        news: file.news,
        partners: file.partners,
        file: source.file,
        links,
    })
}

/// What the first page shows of the rest of the house.
pub(super) struct Shown<'a> {
    pub(super) themes: Vec<Card>,
    pub(super) questions: &'a [QuestionGroup],
    /// Newest first; none where the house has no news.
    pub(super) news: &'a [NewsItem],
    pub(super) partners: usize,
    pub(super) notices: Vec<Notice>,
}

/// So many items of news stand on the first page.
const NEWS: usize = 3;

impl LoadedHome {
    /// What the rest of the house must know of it.
    pub(super) fn linkable(&self) -> Linkable {
        Linkable {
            file: self.file.clone(),
            links: self.links.clone(),
            head: Some(Head {
                title: (self.words.title.clone(), self.title_line),
                description: (self.words.description.clone(), self.description_line),
            }),
            ..Linkable::address(Place::Home.path())
        }
    }

    /// The words of the page, with what it shows of the rest of the house.
    pub(super) fn complete(self, shown: Shown<'_>, faults: &mut Faults) -> HomePage {
        let mut words = self.words;
        words.themes = self
            .themes
            .filter(|_| !shown.themes.is_empty())
            .map(|block| Block { heading: block.heading, holds: shown.themes });
        words.questions = self.questions.map(|most| {
            let all = || shown.questions.iter().flat_map(|group| &group.questions);
            let mut asked = Vec::new();
            for (id, line) in most.ids.iter().map(toml::Spanned::get_ref).zip(self.question_lines) {
                match all().find(|question| question.id == *id) {
                    Some(question) => asked.push(question.clone()),
                    None => faults.add(Fault::on_line(
                        &self.file,
                        line,
                        format!("there is no question \"{id}\""),
                        format!("name one of: {}", all().map(|one| one.id.as_str()).collect::<Vec<_>>().join(", ")),
                    )),
                }
            }
            Block { heading: most.heading, holds: asked }
        });
        words.news = self
            .news
            .filter(|_| !shown.news.is_empty())
            .map(|block| Block { heading: block.heading, holds: shown.news.iter().take(NEWS).cloned().collect() });
        words.partners = self.partners.map(|block| Block {
            heading: block.heading,
            holds: home::Together { text: block.text, count: shown.partners },
        });
        words.notices = shown.notices;
        words
    }
}
