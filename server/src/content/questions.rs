//! `questions.toml` and `questions/*.toml`: frequently asked questions, a file per subject; answers are Markdown.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use app::components::Question;
use app::pages::questions::{QuestionGroup, QuestionsPage};
use app::place::Place;
use serde::Deserialize;

use super::advice::Reading;
use super::fault::{Fault, Faults};
use super::links::{Head, Linkable};
use super::markdown::{self, FoundLink};
use super::placeholders::Words;
use super::source::Source;
use super::text::{self, Text};

/// The questions, and what is needed to set them in their place.
pub(super) struct LoadedQuestions {
    pub(super) words: QuestionsPage,
    pub(super) nav: Option<u8>,
    pub(super) footer: Option<u8>,
    /// The answers as texts, each with its file.
    pub(super) texts: Vec<(PathBuf, Text)>,
    file: PathBuf,
    title_line: usize,
    description_line: usize,
    anchors: BTreeSet<String>,
    /// By the id of the question.
    themes: BTreeMap<String, Theme>,
}

/// The page that tells more, and where it is named.
pub(super) struct Theme {
    pub(super) path: String,
    pub(super) file: PathBuf,
    pub(super) line: usize,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    title: String,
    description: String,
    lead: String,
    nav: Option<u8>,
    footer: Option<u8>,
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
    theme: Option<String>,
    answer: toml::Spanned<String>,
}

pub(super) fn load(folder: &Path, words: &Words) -> Result<LoadedQuestions, Faults> {
    let source = Source::read(folder, "questions.toml")?;
    let file: File = source.toml()?;
    let mut faults = Faults::default();
    let mut loaded = LoadedQuestions {
        words: QuestionsPage { title: file.title, description: file.description, lead: file.lead, groups: Vec::new() },
        nav: file.nav,
        footer: file.footer,
        texts: Vec::new(),
        title_line: source.line_of("title", 0),
        description_line: source.line_of("description", 0),
        file: source.file,
        anchors: BTreeSet::new(),
        themes: BTreeMap::new(),
    };
    for file in files(&folder.join("questions"))? {
        let read = Source::read_file(&file).and_then(|source| loaded.read(&source, words, &mut faults));
        faults.keep(read);
    }
    if faults.is_empty() { Ok(loaded) } else { Err(faults) }
}

impl LoadedQuestions {
    /// Every question, in order.
    pub(super) fn all(&self) -> impl Iterator<Item = &Question> {
        self.words.groups.iter().flat_map(|group| &group.questions)
    }

    /// The questions that name a page that tells more.
    pub(super) fn with_theme(&mut self) -> impl Iterator<Item = (&mut Question, &Theme)> {
        let questions = self.words.groups.iter_mut().flat_map(|group| &mut group.questions);
        questions.filter_map(|question| self.themes.get(&question.id).map(|theme| (question, theme)))
    }

    /// Reads the file of one subject.
    fn read(&mut self, source: &Source, words: &Words, faults: &mut Faults) -> Result<(), Faults> {
        let group: Group = source.toml()?;
        let subject = markdown::slug(&group.title);
        if !self.anchors.insert(subject.clone()) {
            let problem = format!("\"{subject}\" is twice a place on the page");
            faults.add(source.fault(source.line_of("title", 0), problem, "give this subject another title"));
        }
        let mut questions = Vec::new();
        for entry in group.question {
            let start = entry.span().start;
            questions.extend(self.question(source, start, entry.into_inner(), words, faults));
        }
        self.words.groups.push(QuestionGroup { id: subject, title: group.title, questions });
        Ok(())
    }

    fn question(
        &mut self,
        source: &Source,
        start: usize,
        entry: Entry,
        words: &Words,
        faults: &mut Faults,
    ) -> Option<Question> {
        let line = source.line_of(&format!("\"{}\"", entry.id), start);
        if entry.id != markdown::slug(&entry.id) {
            let problem = format!("\"{}\" cannot be the id of a question", entry.id);
            faults.add(source.fault(line, problem, "use small letters, digits and hyphens"));
        }
        if !self.anchors.insert(entry.id.clone()) {
            let problem = format!("\"{}\" is twice a place on the page", entry.id);
            faults.add(source.fault(line, problem, "give each question an id of its own; links lead to it"));
        }
        if let Some(path) = entry.theme {
            let line = source.line_of("theme", start);
            self.themes.insert(entry.id.clone(), Theme { path, file: source.file.clone(), line });
        }
        let text = faults.keep(answer(source, &entry.answer, words))?;
        let answer = text.passages.clone();
        self.texts.push((source.file.clone(), text));
        Some(Question { id: entry.id, title: entry.title, answer, theme: None })
    }
}

impl LoadedQuestions {
    /// What the rest of the house must know of the page, and of the file of each subject.
    pub(super) fn linkables(&self) -> Vec<Linkable> {
        let page = Linkable {
            anchors: Some(self.anchors.clone()),
            file: self.file.clone(),
            head: Some(Head {
                title: (self.words.title.clone(), self.title_line),
                description: (self.words.description.clone(), self.description_line),
            }),
            ..Linkable::address(Place::Questions.path())
        };
        let mut subjects: BTreeMap<&Path, Linkable> = BTreeMap::new();
        for (file, text) in &self.texts {
            let subject = subjects
                .entry(file)
                .or_insert_with(|| Linkable { file: file.clone(), ..Linkable::address(Place::Questions.path()) });
            subject.links.extend(text.links.iter().cloned());
            let answer = Reading::new(file.clone(), None, text);
            match &mut subject.reading {
                Some(reading) => reading.join(answer),
                None => subject.reading = Some(answer),
            }
        }
        for theme in self.themes.values() {
            if let Some(subject) = subjects.get_mut(theme.file.as_path()) {
                subject.links.push(FoundLink { href: theme.path.clone(), line: theme.line });
            }
        }
        std::iter::once(page).chain(subjects.into_values()).collect()
    }
}

/// The files of the subjects, in the order of their names.
fn files(folder: &Path) -> Result<Vec<PathBuf>, Faults> {
    let entries = fs::read_dir(folder)
        .and_then(|entries| entries.map(|entry| entry.map(|entry| entry.path())).collect::<std::io::Result<Vec<_>>>());
    let mut files = entries.map_err(|error| {
        Fault::in_file(folder, format!("cannot be read ({error})"), "make this folder, with a file for each subject")
    })?;
    files.retain(|file| file.extension().is_some_and(|ending| ending == "toml"));
    files.sort();
    Ok(files)
}

/// A text between quotes in TOML, read as a file of its own that knows where it stands in the whole: an answer, a notice.
pub(super) fn answer(source: &Source, text: &toml::Spanned<String>, words: &Words) -> Result<Text, Faults> {
    // A text between three quotes starts on the line after them.
    let first = source.line_at(text.span().start);
    let opening = usize::from(source.text[text.span()].starts_with("\"\"\"\n"));
    let part = Source { file: source.file.clone(), text: "\n".repeat(first + opening - 1) + text.get_ref() };
    let read = text::read(&part, first + opening - 1, words)?;
    // An answer stands under a heading of the page that shows it, and on more than one page.
    if let Some(heading) = read.first_heading() {
        let mend = "write it as a paragraph, or make it two questions";
        return Err(source.fault(heading.line, "an answer has no headings", mend).into());
    }
    if let Some(figure) = read.figures.first() {
        let mend = "put it on a page and link to that";
        return Err(source.fault(figure.line, "an answer has no figures", mend).into());
    }
    Ok(read)
}
