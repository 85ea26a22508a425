//! `questions.toml`: frequently asked questions, by subject; answers are Markdown.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use app::components::Question;
use app::pages::questions::{QuestionGroup, QuestionsPage};
use serde::Deserialize;

use super::fault::Faults;
use super::markdown::{self, FoundLink};
use super::placeholders::Words;
use super::source::Source;

/// The questions, and what is needed to set them in their place.
pub(super) struct LoadedQuestions {
    pub(super) words: QuestionsPage,
    pub(super) file: PathBuf,
    pub(super) nav: Option<u8>,
    pub(super) footer: Option<u8>,
    pub(super) anchors: BTreeSet<String>,
    pub(super) links: Vec<FoundLink>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    title: String,
    description: String,
    lead: String,
    nav: Option<u8>,
    footer: Option<u8>,
    group: Vec<Group>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Group {
    title: String,
    question: Vec<toml::Spanned<Entry>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    id: String,
    title: String,
    answer: toml::Spanned<String>,
}

pub(super) fn load(folder: &Path, words: &Words) -> Result<LoadedQuestions, Faults> {
    let source = Source::read(folder, "questions.toml")?;
    let file: File = source.toml()?;
    let mut faults = Faults::default();
    let mut anchors = BTreeSet::new();
    let mut links = Vec::new();
    let mut groups = Vec::new();
    for group in file.group {
        let mut questions = Vec::new();
        for entry in group.question {
            let start = entry.span().start;
            let entry = entry.into_inner();
            let line = source.line_of(&format!("\"{}\"", entry.id), start);
            if entry.id != markdown::slug(&entry.id) {
                let problem = format!("\"{}\" cannot be the id of a question", entry.id);
                faults.add(source.fault(line, problem, "use small letters, digits and hyphens"));
            }
            if !anchors.insert(entry.id.clone()) {
                let problem = format!("two questions have the id \"{}\"", entry.id);
                faults.add(source.fault(line, problem, "give each its own; links lead to it"));
            }
            if let Some(rendered) = faults.keep(answer(&source, &entry.answer, words)) {
                links.extend(rendered.links);
                questions.push(Question { id: entry.id, title: entry.title, answer_html: rendered.html });
            }
        }
        groups.push(QuestionGroup { title: group.title, questions });
    }
    if !faults.is_empty() {
        return Err(faults);
    }
    Ok(LoadedQuestions {
        words: QuestionsPage { title: file.title, description: file.description, lead: file.lead, groups },
        file: source.file,
        nav: file.nav,
        footer: file.footer,
        anchors,
        links,
    })
}

/// An answer, rendered as a file of its own that knows where it stands in the whole.
pub(super) fn answer(
    source: &Source,
    text: &toml::Spanned<String>,
    words: &Words,
) -> Result<markdown::Rendered, Faults> {
    // A text between three quotes starts on the line after them.
    let first = source.line_at(text.span().start);
    let opening = usize::from(source.text[text.span()].starts_with("\"\"\"\n"));
    let part = Source { file: source.file.clone(), text: "\n".repeat(first + opening - 1) + text.get_ref() };
    let filled = words.fill(&part, first + opening - 1)?;
    markdown::render(&part, &filled)
}
