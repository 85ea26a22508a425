//! `pages/**/*.md`: a page of text. The file is the address: `pages/aanmelden/regieteam.md` is `/aanmelden/regieteam`.
//!
//! A page starts with its front matter, TOML between two lines of `+++`; Markdown follows.

use std::fs;
use std::ops::Range;
use std::path::{Path, PathBuf};

use app::house::Link;
use app::pages::text::{Checked, HelpPlace, TextPage};
use serde::Deserialize;

use super::advice::Reading;
use super::fault::{Fault, Faults};
use super::links::{Head, Linkable};
use super::markdown::FoundLink;
use super::placeholders::Words;
use super::source::{Day, Source};
use super::text::{self, Text};
use super::themes::Theme;

/// A page, and what is needed to set it in its place.
pub(super) struct LoadedPage {
    pub(super) words: TextPage,
    pub(super) file: PathBuf,
    pub(super) text: Text,
    /// Where it stands in the menu, and under which words.
    pub(super) nav: Option<u8>,
    pub(super) footer: Option<u8>,
    pub(super) label: String,
    /// Paths to read on, and the line that names them.
    pub(super) related: Vec<String>,
    pub(super) related_line: usize,
    /// Ids of the questions at its end, and the line that names them.
    pub(super) questions: Vec<String>,
    pub(super) questions_line: usize,
    pub(super) theme: Option<Theme>,
    /// The line that asks for a quick exit.
    pub(super) quick_exit_line: Option<usize>,
    pub(super) front: Front,
    action_line: usize,
}

/// The lines of the front matter that are judged later.
pub(super) struct Front {
    pub(super) title: usize,
    pub(super) description: usize,
    pub(super) lead: usize,
    pub(super) review: usize,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FrontMatter {
    title: String,
    description: String,
    lead: String,
    /// Words in menu and breadcrumb; the title when absent.
    label: Option<String>,
    nav: Option<u8>,
    footer: Option<u8>,
    checked: Day,
    review: Day,
    #[serde(default)]
    related: Vec<String>,
    action: Option<Action>,
    #[serde(default)]
    help: Help,
    #[serde(default)]
    questions: Vec<String>,
    #[serde(default)]
    quick_exit: bool,
    theme: Option<ThemeEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ThemeEntry {
    order: u8,
    text: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Action {
    label: String,
    href: String,
}

#[derive(Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Help {
    #[default]
    Footer,
    Top,
}

/// Every page of the house.
pub(super) fn load_all(folder: &Path, words: &Words) -> Result<Vec<LoadedPage>, Faults> {
    let root = folder.join("pages");
    let mut faults = Faults::default();
    let mut pages = Vec::new();
    for file in markdown_files(&root)? {
        pages.extend(faults.keep(load(&root, &file, words)));
    }
    if faults.is_empty() { Ok(pages) } else { Err(faults) }
}

fn load(root: &Path, file: &Path, words: &Words) -> Result<LoadedPage, Faults> {
    let source = Source::read_file(file)?;
    let (front, body) = split(&source)?;
    let matter: FrontMatter = source.toml_part(front.clone())?;
    if matter.review.0 <= matter.checked.0 {
        let line = source.line_of("review", front.start);
        return Err(source.fault(line, "the review date is not after the checked date", "choose a later day").into());
    }
    let text = text::read(&source, body, words)?;
    let line = |key: &str| source.line_of(&format!("\n{key}"), front.start - 1) + 1;
    Ok(LoadedPage {
        words: TextPage {
            path: path_of(root, file),
            title: matter.title.clone(),
            description: matter.description,
            lead: matter.lead,
            body: text.passages.clone(),
            cards: Vec::new(),
            questions: Vec::new(),
            exit: None,
            between: Vec::new(),
            action: matter.action.map(|action| Link::new(action.label, action.href)),
            related: Vec::new(),
            help: match matter.help {
                Help::Footer => HelpPlace::Footer,
                Help::Top => HelpPlace::Top,
            },
            checked: Checked { on: matter.checked.0, again: matter.review.0 },
        },
        text,
        nav: matter.nav,
        footer: matter.footer,
        label: matter.label.unwrap_or(matter.title),
        related: matter.related,
        related_line: line("related"),
        questions: matter.questions,
        questions_line: line("questions"),
        theme: matter.theme.map(|theme| Theme { order: theme.order, text: theme.text, line: line("text") }),
        quick_exit_line: matter.quick_exit.then(|| line("quick_exit")),
        front: Front {
            title: line("title"),
            description: line("description"),
            lead: line("lead"),
            review: line("review"),
        },
        action_line: line("action"),
        file: source.file,
    })
}

impl LoadedPage {
    /// What the rest of the house must know of it.
    pub(super) fn linkable(&self) -> Linkable {
        let words = &self.words;
        let made = |href: &str, line| FoundLink { href: href.to_owned(), line };
        let action = words.action.iter().map(|link| made(&link.href, self.action_line));
        let related = words.related.iter().map(|link| made(&link.href, self.related_line));
        let cards = words.cards.iter().map(|card| made(&card.link.href, 1));
        Linkable {
            path: words.path.clone(),
            anchors: Some(self.text.anchors.clone()),
            file: self.file.clone(),
            links: self.text.links.iter().cloned().chain(action).chain(related).chain(cards).collect(),
            head: Some(Head {
                title: (words.title.clone(), self.front.title),
                description: (words.description.clone(), self.front.description),
            }),
            reading: Some(Reading {
                review: Some((words.checked.again, self.front.review)),
                ..Reading::new(self.file.clone(), Some((&words.lead, self.front.lead)), &self.text)
            }),
        }
    }
}

/// The bytes of the front matter, and where the text begins.
pub(super) fn split(source: &Source) -> Result<(Range<usize>, usize), Faults> {
    const FENCE: &str = "+++\n";
    let mend = "start the file with a line +++, then its keys, then a line +++";
    if !source.text.starts_with(FENCE) {
        return Err(source.fault(1, "the front matter is missing", mend).into());
    }
    let Some(length) = source.text[FENCE.len()..].find("\n+++\n") else {
        return Err(source.fault(1, "the front matter does not end", mend).into());
    };
    let end = FENCE.len() + length + 1;
    Ok((FENCE.len()..end, end + FENCE.len()))
}

fn path_of(root: &Path, file: &Path) -> String {
    let inside = file.strip_prefix(root).unwrap_or(file).with_extension("");
    inside.components().fold(String::new(), |path, part| path + "/" + &part.as_os_str().to_string_lossy())
}

/// The Markdown files of a folder and its folders, in the order of their names.
fn markdown_files(folder: &Path) -> Result<Vec<PathBuf>, Faults> {
    let unreadable = |error: std::io::Error| {
        Fault::in_file(folder, format!("cannot be read ({error})"), "make this folder and put the pages in it")
    };
    let mut entries =
        fs::read_dir(folder).and_then(Iterator::collect::<std::io::Result<Vec<_>>>).map_err(unreadable)?;
    entries.sort_by_key(fs::DirEntry::file_name);
    let mut files = Vec::new();
    for path in entries.into_iter().map(|entry| entry.path()) {
        if path.is_dir() {
            files.extend(markdown_files(&path)?);
        } else if path.extension().is_some_and(|ending| ending == "md") {
            files.push(path);
        }
    }
    Ok(files)
}
