//! A Markdown file that begins with front matter: how news and media are written, each with keys of its own.

use std::fs;
use std::path::{Path, PathBuf};

use serde::de::DeserializeOwned;

use super::fault::{Fault, Faults};
use super::markdown::{self, Rendered};
use super::page;
use super::placeholders::Words;
use super::source::Source;

/// A file, read.
pub(super) struct Article<M> {
    pub(super) matter: M,
    pub(super) rendered: Rendered,
    pub(super) source: Source,
    front: usize,
}

impl<M: DeserializeOwned> Article<M> {
    pub(super) fn read(file: &Path, words: &Words) -> Result<Self, Faults> {
        let source = Source::read_file(file)?;
        let (front, body) = page::split(&source)?;
        let matter = source.toml_part(front.clone())?;
        let rendered = markdown::render(&source, &words.fill(&source, body)?)?;
        Ok(Self { matter, rendered, source, front: front.start })
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
