//! `notices.toml`: what cannot wait for the news page, shown between two days.

use std::path::Path;

use app::components::Notice;
use app::place::Place;
use serde::Deserialize;

use super::advice::Reading;
use super::fault::Faults;
use super::links::Linkable;
use super::part::Part;
use super::placeholders::Words;
use super::questions;
use super::source::{Day, Source};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    notice: Vec<toml::Spanned<Entry>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    title: String,
    text: toml::Spanned<String>,
    from: Day,
    until: Day,
}

/// The notices of the house, and where they link to.
pub(super) fn load(folder: &Path, words: &Words) -> Result<Part<Vec<Notice>>, Faults> {
    if !folder.join("notices.toml").exists() {
        return Ok(Part { words: Vec::new(), linkable: Vec::new(), files: Vec::new() });
    }
    let source = Source::read(folder, "notices.toml")?;
    let file: File = source.toml()?;
    let mut faults = Faults::default();
    let (mut notices, mut linkable) = (Vec::new(), Vec::new());
    for entry in file.notice {
        let start = entry.span().start;
        let entry = entry.into_inner();
        if entry.until.0 < entry.from.0 {
            let line = source.line_of("until", start);
            faults.add(source.fault(line, "the notice ends before it begins", "choose a day after `from`"));
        }
        let Some(text) = faults.keep(questions::answer(&source, &entry.text, words)) else { continue };
        let Some(text_html) = faults.keep(text.undated(&source)) else { continue };
        linkable.push(Linkable {
            file: source.file.clone(),
            links: text.links.clone(),
            reading: Some(Reading::new(source.file.clone(), None, &text)),
            ..Linkable::address(Place::Home.path())
        });
        notices.push(Notice { title: entry.title, text_html, from: entry.from.0, until: entry.until.0 });
    }
    if faults.is_empty() { Ok(Part { words: notices, linkable, files: Vec::new() }) } else { Err(faults) }
}
