//! `figures/*.svg`: drawings of our own, set into pages. Read and checked once, so that a page can't bring in a script,
//! a style that our security rules would drop, or an address of somebody else.

mod drawing;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use super::fault::{Fault, Faults};
use super::markdown::escaped;
use super::source::Source;
use drawing::Drawing;

/// The drawings of a house, by name.
#[derive(Default)]
pub(super) struct Figures(BTreeMap<String, Drawing>);

/// Reads every drawing. A house may have none.
pub(super) fn load(folder: &Path) -> Result<Figures, Faults> {
    let root = folder.join("figures");
    if !root.is_dir() {
        return Ok(Figures::default());
    }
    let unreadable =
        |error: std::io::Error| Fault::in_file(&root, format!("cannot be read ({error})"), "make this folder readable");
    let mut files: Vec<_> = fs::read_dir(&root)
        .and_then(|entries| entries.map(|entry| entry.map(|entry| entry.path())).collect())
        .map_err(unreadable)?;
    files.sort();
    let mut faults = Faults::default();
    let mut figures = BTreeMap::new();
    for file in files.iter().filter(|file| file.extension().is_some_and(|ending| ending == "svg")) {
        let name = file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let drawing = Source::read_file(file).and_then(|source| drawing::read(&source, &name));
        figures.extend(faults.keep(drawing).map(|drawing| (name, drawing)));
    }
    if faults.is_empty() { Ok(Figures(figures)) } else { Err(faults) }
}

impl Figures {
    /// The drawing as HTML, with the words for those who can't see it. A drawing may stand once on a page: it has ids.
    pub(super) fn drawing(&self, name: &str, alternative: &str) -> Option<String> {
        let Drawing { view_box, inside } = self.0.get(name)?;
        let alternative = escaped(alternative);
        // Lines in the colour of the text: so it reads without a style sheet as well. A tall one keeps to the left edge.
        Some(format!(
            r#"<svg viewBox="{view_box}" role="img" aria-label="{alternative}" fill="none" stroke="currentColor" preserveAspectRatio="xMinYMin">{inside}</svg>"#
        ))
    }

    /// The names, for who chose one that does not exist.
    pub(super) fn names(&self) -> String {
        self.0.keys().cloned().collect::<Vec<_>>().join(", ")
    }
}

#[cfg(test)]
mod tests;
