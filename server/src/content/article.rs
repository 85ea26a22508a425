//! A Markdown file that begins with front matter: how news and media are written, each with keys of its own.

use std::fs;
use std::path::{Path, PathBuf};

use serde::de::DeserializeOwned;

use super::advice::Reading;
use super::fault::{Fault, Faults};
use super::links::{Head, Linkable};
use super::page;
use super::placeholders::Words;
use super::source::Source;
use super::text::{self, Text};

/// A file, read.
pub(super) struct Article<M> {
    pub(super) matter: M,
    pub(super) text: Text,
    /// The text as HTML.
    pub(super) html: String,
    pub(super) source: Source,
    front: usize,
}

impl<M: DeserializeOwned> Article<M> {
    pub(super) fn read(file: &Path, words: &Words) -> Result<Self, Faults> {
        let source = Source::read_file(file)?;
        let (front, body) = page::split(&source)?;
        let matter = source.toml_part(front.clone())?;
        let text = text::read(&source, body, words)?;
        let html = text.undated(&source)?;
        Ok(Self { matter, text, html, source, front: front.start })
    }
}

impl<M> Article<M> {
    /// A fault on the line of a key.
    pub(super) fn fault(&self, key: &str, problem: impl Into<String>, mend: impl Into<String>) -> Fault {
        self.source.fault(self.line_of(key), problem, mend)
    }

    /// The line of a key.
    pub(super) fn line_of(&self, key: &str) -> usize {
        self.source.line_of(key, self.front)
    }

    /// What the rest of the house must know of the page that this file makes.
    pub(super) fn linkable(&self, path: &str, title: &str, description: &str, lead: &str) -> Linkable {
        Linkable {
            path: path.to_owned(),
            anchors: Some(self.text.anchors.clone()),
            file: self.source.file.clone(),
            links: self.text.links.clone(),
            head: Some(Head {
                title: (title.to_owned(), self.line_of("title")),
                description: (description.to_owned(), self.line_of("description")),
            }),
            reading: Some(Reading::new(self.source.file.clone(), Some((lead, self.line_of("lead"))), &self.text)),
        }
    }

    /// The name of the file, without its ending.
    pub(super) fn stem(&self) -> String {
        self.source.file.file_stem().unwrap_or_default().to_string_lossy().into_owned()
    }
}

/// The Markdown files of a folder, in the order of their names; `None` where the house has no such folder.
pub(super) fn files(folder: &Path) -> Result<Option<Vec<PathBuf>>, Faults> {
    if !folder.is_dir() {
        return Ok(None);
    }
    let unreadable =
        |error: std::io::Error| Fault::in_file(folder, format!("cannot be read ({error})"), "make it readable");
    let entries = fs::read_dir(folder).and_then(Iterator::collect::<std::io::Result<Vec<_>>>).map_err(unreadable)?;
    let mut files: Vec<_> = entries.into_iter().map(|entry| entry.path()).collect();
    files.retain(|file| file.extension().is_some_and(|ending| ending == "md"));
    files.sort();
    Ok(Some(files))
}
