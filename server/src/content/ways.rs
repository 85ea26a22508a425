//! `ways.toml`: what visitors come for, and the way in for each. Every form of the house has its place here, once.

use std::collections::BTreeSet;
use std::path::Path;

use app::pages::ways::{Way, WayGroup, WayTo};
use app::paths::Wizard;
use app::place::Place;
use domain::form::{Entry as FormEntry, Form};
use domain::forms;
use serde::Deserialize;

use super::advice::Reading;
use super::fault::Faults;
use super::links::Linkable;
use super::markdown::{Block, BlockKind, FoundLink};
use super::part::Part;
use super::settings::Settings;
use super::source::Source;

/// Pages that a visitor must find here too: which way fits, and going on with what was saved.
const NEEDED: [Place; 2] = [Place::SelfCheck, Place::Resume];

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    group: Vec<Group>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Group {
    title: String,
    way: Vec<toml::Spanned<Entry>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    /// What the visitor says: "Ik wil …".
    wish: String,
    /// For whom it is, or what happens.
    text: String,
    to: To,
}

/// Where a way leads.
#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
enum To {
    /// A form, by its slug.
    Form(String),
    /// A page, by its path.
    Page(String),
    /// A help line of `house.toml`, by its name.
    HelpLine(String),
    /// The telephone of the house.
    House,
}

/// The ways of the house, without those to forms that it switched off.
pub(super) fn load(folder: &Path, settings: &Settings) -> Result<Part<Vec<WayGroup>>, Faults> {
    let source = Source::read(folder, "ways.toml")?;
    let file: File = source.toml()?;
    let mut reader = Reader { source: &source, settings, faults: Faults::default(), listed: BTreeSet::new() };
    let (mut groups, mut links, mut blocks) = (Vec::new(), Vec::new(), Vec::new());
    for group in file.group {
        let mut ways = Vec::new();
        for entry in group.way {
            let start = entry.span().start;
            let entry = entry.into_inner();
            let line = source.line_of("\ntext", start) + 1;
            blocks.push(Block { kind: BlockKind::Prose, text: entry.text.clone(), line });
            let Some(to) = reader.follow(&entry.to, start) else { continue };
            if let WayTo::Page(path) = &to {
                links.push(FoundLink { href: path.clone(), line: reader.line_of_to(start) });
            }
            ways.push(Way { wish: entry.wish, text: entry.text, to });
        }
        if !ways.is_empty() {
            groups.push(WayGroup { title: group.title, ways });
        }
    }
    reader.check_complete(&links);
    if !reader.faults.is_empty() {
        return Err(reader.faults);
    }
    let reading = Reading { file: source.file.clone(), blocks, review: None, ends: Vec::new() };
    let linkable =
        Linkable { file: source.file, links, reading: Some(reading), ..Linkable::address(Place::Refer.path()) };
    Ok(Part { words: groups, linkable: vec![linkable], files: Vec::new() })
}

/// What is found on the way through the file.
struct Reader<'a> {
    source: &'a Source,
    settings: &'a Settings,
    faults: Faults,
    /// The forms so far.
    listed: BTreeSet<String>,
}

impl Reader<'_> {
    /// Where the way leads; nothing to a form that is switched off, or where the file is wrong.
    fn follow(&mut self, to: &To, start: usize) -> Option<WayTo> {
        match to {
            To::Form(slug) => self.form(slug, start),
            To::Page(path) => Some(WayTo::Page(path.clone())),
            To::House => Some(WayTo::Call { name: None, phone: self.settings.phone() }),
            To::HelpLine(name) => {
                let lines = self.settings.help_lines();
                if let Some(line) = lines.iter().find(|line| line.name == *name) {
                    return Some(WayTo::Call { name: Some(line.name.clone()), phone: line.phone.clone() });
                }
                let known: Vec<_> = lines.into_iter().map(|line| line.name).collect();
                let mend = format!("name one of house.toml: {}", known.join(", "));
                self.fault(start, format!("there is no help line \"{name}\""), mend);
                None
            }
        }
    }

    fn form(&mut self, slug: &str, start: usize) -> Option<WayTo> {
        let Some(form) = offered().find(|form| form.slug == slug) else {
            let known: Vec<_> = offered().map(|form| form.slug).collect();
            self.fault(
                start,
                format!("there is no form \"{slug}\" to begin with"),
                format!("name one of: {}", known.join(", ")),
            );
            return None;
        };
        if !self.listed.insert(slug.to_owned()) {
            self.fault(start, format!("the form \"{slug}\" has two ways"), "keep the one that visitors look for");
        }
        self.is_on(slug).then(|| WayTo::Page(Wizard::Start.of(form.slug)))
    }

    /// Is there a way to every form, and to the pages that belong here?
    fn check_complete(&mut self, links: &[FoundLink]) {
        let end = self.source.line_at(self.source.text.trim_end().len());
        let missing: Vec<_> =
            offered().map(|form| form.slug).filter(|slug| self.is_on(slug) && !self.listed.contains(*slug)).collect();
        for slug in missing {
            let mend =
                format!("add a way with to = {{ form = \"{slug}\" }}, or switch it off: forms_off in house.toml");
            self.faults.add(self.source.fault(end, format!("no way leads to the form \"{slug}\""), mend));
        }
        for path in NEEDED.map(Place::path) {
            if !links.iter().any(|link| link.href == path) {
                let mend = format!("add a way with to = {{ page = \"{path}\" }}");
                self.faults.add(self.source.fault(end, format!("no way leads to {path}"), mend));
            }
        }
    }

    fn is_on(&self, slug: &str) -> bool {
        !self.settings.forms_off.iter().any(|off| off == slug)
    }

    fn fault(&mut self, start: usize, problem: impl Into<String>, mend: impl Into<String>) {
        let line = self.line_of_to(start);
        self.faults.add(self.source.fault(line, problem, mend));
    }

    fn line_of_to(&self, start: usize) -> usize {
        self.source.line_of("\nto", start) + 1
    }
}

/// The forms that one begins by oneself.
fn offered() -> impl Iterator<Item = &'static Form> {
    forms::ALL.iter().copied().filter(|form| form.entry != FormEntry::Invited)
}
