//! `documents.toml`: convenants, regulations, yearly reports; their files lie in `documents/`.

use std::collections::BTreeSet;
use std::path::Path;

use app::pages::documents::{Document, DocumentKind, DocumentPlace, DocumentStatus};
use app::place::Place;
use serde::Deserialize;

use super::advice::Reading;
use super::fault::Faults;
use super::files::{self, HouseFile};
use super::links::Linkable;
use super::markdown::{self, Block, BlockKind};
use super::part::Part;
use super::source::{Day, Source};

/// What a browser or an office program can open.
const FORMATS: &[&str] = &["pdf", "odt", "ods", "docx", "xlsx", "csv", "txt"];

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    document: Vec<toml::Spanned<Entry>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    id: String,
    title: String,
    about: String,
    kind: DocumentKind,
    status: DocumentStatus,
    version: Option<String>,
    date: Option<Day>,
    file: Option<String>,
    link: Option<String>,
    review: Day,
}

/// The documents of the house; `None` where it has no list of them.
pub(super) fn load(folder: &Path) -> Result<Option<Part<Vec<Document>>>, Faults> {
    if !folder.join("documents.toml").exists() {
        return Ok(None);
    }
    let source = Source::read(folder, "documents.toml")?;
    let list: File = source.toml()?;
    let folder = folder.join("documents");
    let mut faults = Faults::default();
    let mut ids = BTreeSet::new();
    let mut loaded = Part { words: Vec::new(), linkable: Vec::new(), files: Vec::new() };
    for entry in list.document {
        let start = entry.span().start;
        let entry = entry.into_inner();
        let line = source.line_of(&format!("\"{}\"", entry.id), start);
        if entry.id.is_empty() || entry.id != markdown::slug(&entry.id) {
            let problem = format!("\"{}\" cannot be the id of a document", entry.id);
            faults.add(source.fault(line, problem, "use small letters, digits and hyphens"));
        }
        if !ids.insert(entry.id.clone()) {
            let problem = format!("two documents have the id \"{}\"", entry.id);
            faults.add(source.fault(line, problem, "give each its own; links lead to it"));
        }
        match place(&folder, &entry) {
            Ok((place, file)) => {
                loaded.files.extend(file);
                loaded.linkable.push(Linkable {
                    file: source.file.clone(),
                    reading: Some(reading(&source, &entry, start)),
                    ..Linkable::address(Place::Documents.path())
                });
                loaded.words.push(document(entry, place));
            }
            Err((key, problem, mend)) => faults.add(source.fault(source.line_of(key, start), problem, mend)),
        }
    }
    if !faults.is_empty() {
        return Err(faults);
    }
    // The last one of an address tells its anchors.
    loaded.linkable.push(Linkable {
        anchors: Some(ids),
        file: source.file,
        ..Linkable::address(Place::Documents.path())
    });
    loaded.linkable.extend(loaded.files.iter().map(|file| Linkable::address(&file.address)));
    Ok(Some(loaded))
}

/// Its words, for advice, and the day by which its line is checked again.
fn reading(source: &Source, entry: &Entry, start: usize) -> Reading {
    let about = Block { kind: BlockKind::Prose, text: entry.about.clone(), line: source.line_of("about", start) };
    Reading {
        file: source.file.clone(),
        blocks: vec![about],
        review: Some((entry.review.0, source.line_of("review", start))),
        ends: Vec::new(),
    }
}

/// Where the document can be read; or the key that is wrong, what is wrong and the mend.
fn place(folder: &Path, entry: &Entry) -> Result<(DocumentPlace, Option<HouseFile>), (&'static str, String, String)> {
    let refuse = |key, problem: &str, mend: &str| Err((key, problem.to_owned(), mend.to_owned()));
    match (&entry.file, &entry.link) {
        (Some(_), Some(_)) => refuse("link", "the document has both a file and a link", "keep one of them"),
        (Some(_), _) | (_, Some(_)) if entry.status == DocumentStatus::Ontbreekt => {
            refuse("status", "the document is here, but its status says it is not", "choose another status")
        }
        (Some(name), None) => {
            let file = files::find(folder, name, FORMATS, Place::Documents.path());
            let file = file.map_err(|(problem, mend)| ("file", problem, mend))?;
            let format = files::ending_of(name).to_uppercase();
            Ok((DocumentPlace::File { path: file.address.clone(), format, bytes: file.bytes }, Some(file)))
        }
        (None, Some(href)) if href.starts_with("https://") => Ok((DocumentPlace::Link(href.clone()), None)),
        (None, Some(_)) => {
            let mend = "start it with https://; a file of the house itself goes in `file`";
            refuse("link", "the link has no address we can follow", mend)
        }
        (None, None) => Ok((DocumentPlace::Nowhere, None)),
    }
}

fn document(entry: Entry, place: DocumentPlace) -> Document {
    Document {
        id: entry.id,
        title: entry.title,
        about: entry.about,
        kind: entry.kind,
        status: entry.status,
        version: entry.version,
        date: entry.date.map(|day| day.0),
        place,
        review: entry.review.0,
    }
}
