//! What could be better in the words of a house: advice for whoever writes. It never stops the program.

mod dates;
mod language;
mod sentence;
mod syllables;
mod wording;

use std::path::PathBuf;

use chrono::NaiveDate;

use super::fault::Fault;
use super::markdown::{Block, BlockKind};
use super::text::Text;

/// A file as a reader meets it: its words, and the days on which they must be read again.
pub(super) struct Reading {
    pub(super) file: PathBuf,
    pub(super) blocks: Vec<Block>,
    /// By which day somebody reads it again, and the line that says so.
    pub(super) review: Option<(NaiveDate, usize)>,
    /// The last day of each passage that ends, and its line.
    pub(super) ends: Vec<(NaiveDate, usize)>,
}

impl Reading {
    /// A text, with the words above it.
    pub(super) fn new(file: PathBuf, lead: Option<(&str, usize)>, text: &Text) -> Self {
        let lead = lead.map(|(text, line)| Block { kind: BlockKind::Prose, text: text.to_owned(), line });
        Self {
            file,
            blocks: lead.into_iter().chain(text.blocks.iter().cloned()).collect(),
            review: None,
            ends: text.ends.clone(),
        }
    }

    /// Adds what stands further down in the same file.
    pub(super) fn join(&mut self, below: Self) {
        self.blocks.extend(below.blocks);
        self.ends.extend(below.ends);
    }
}

/// Everything that could be better, file by file.
pub(super) fn advice(readings: &[Reading], today: NaiveDate) -> Vec<Fault> {
    let one = |reading: &Reading| {
        let mut advice = dates::advice(reading, today);
        advice.extend(language::advice(reading));
        advice.sort_by_key(|fault| fault.line);
        advice
    };
    readings.iter().flat_map(one).collect()
}

#[cfg(test)]
mod tests;
