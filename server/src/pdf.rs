//! A filled-in form as a PDF that is read aloud as well as it is printed: tagged, PDF/UA-1 (ISO 14289-1), A4.
//!
//! A [`Document`] comes in. `layout` and `answers` put it on `pages` and note in `structure` what each text is; `draw` writes the
//! pages and `tags` their meaning, with krilla. Under these: `face` knows the font, `letters` what of a text it can show, `lines`
//! where a line breaks, `style` sizes and colours. The same document gives the same bytes: no clock, no chance, no machine.

mod answers;
mod draw;
mod face;
mod layout;
mod letters;
mod lines;
mod pages;
mod structure;
mod style;
mod tags;

#[cfg(test)]
mod read_back;
#[cfg(test)]
mod tests;

use app::desk::file;
use app::wizard::copy::Words;
use chrono::{DateTime, Utc};
use domain::summary;
use thiserror::Error;

/// What goes on paper. Holds personal data: nothing here can be printed with `Debug`.
pub struct Document {
    /// What stands above the answers.
    pub head: Head,
    /// The answers, in reading order. A section without lines is left out.
    pub sections: Vec<Section>,
    /// The words the pages add themselves.
    pub words: Words,
}

/// Whose paper it is and what it is.
pub struct Head {
    /// The name of the house.
    pub house: String,
    /// What the document is: its first heading, and its title in the reader's window. Never blank.
    pub title: String,
    /// The reference, at the foot of each page; may be empty.
    pub reference: String,
    /// When it was sent, for the properties of the file. What the reader sees of it is a line below.
    pub moment: DateTime<Utc>,
    /// Reference, moment of receipt and the like, in the words of the reader.
    pub lines: Vec<Line>,
}

/// A part of the form.
pub struct Section {
    /// Its heading.
    pub heading: String,
    /// Its answers.
    pub blocks: Vec<Block>,
}

/// Answers that belong together.
pub struct Block {
    /// "Gezinslid 1: Sam"; empty where the section's heading says enough.
    pub heading: String,
    /// The answers.
    pub lines: Vec<Line>,
}

/// A question and its answer.
pub struct Line {
    /// The question.
    pub label: String,
    /// The answer, of one line or several; blank where nothing was answered.
    pub value: String,
}

/// Why there is no PDF. Says nothing about what should have been in it.
#[derive(Debug, Error, PartialEq, Eq)]
pub enum PdfError {
    /// PDF/UA-1 asks for a title (ISO 14289-1, 7.1).
    #[error("the PDF has a blank title")]
    Untitled,
    /// The font that is built in can't be read.
    #[error("the font of the PDF can't be read")]
    Font,
    /// krilla's validator found this many breaches of PDF/UA-1.
    #[error("the PDF breaks PDF/UA-1 in {0} places")]
    Breaches(usize),
    /// krilla could not write it.
    #[error("the PDF can't be written")]
    Unwritten,
}

impl Document {
    /// The answers as the check page shows them, under this head.
    pub fn new(head: Head, shown: &[summary::Section], words: Words) -> Self {
        Self { head, sections: shown.iter().map(Section::from).collect(), words }
    }
}

impl Document {
    /// A file that was opened, under this head.
    pub fn of_file(head: Head, shown: &[file::Section], words: Words) -> Self {
        let line = |line: &file::Line| Line { label: line.label.clone(), value: line.value.clone() };
        let block = |block: &file::Block| Block {
            heading: block.heading.clone(),
            lines: block.lines.iter().map(line).collect(),
        };
        let section = |section: &file::Section| Section {
            heading: section.title.clone(),
            blocks: section.blocks.iter().map(block).collect(),
        };
        Self { head, sections: shown.iter().map(section).collect(), words }
    }
}

impl From<&summary::Section> for Section {
    fn from(shown: &summary::Section) -> Self {
        Self { heading: shown.title.to_owned(), blocks: shown.blocks.iter().map(Block::from).collect() }
    }
}

impl From<&summary::Block> for Block {
    fn from(shown: &summary::Block) -> Self {
        Self { heading: shown.heading.clone(), lines: shown.lines.iter().map(Line::from).collect() }
    }
}

impl From<&summary::Line> for Line {
    fn from(shown: &summary::Line) -> Self {
        Self { label: shown.label.to_owned(), value: shown.value.clone() }
    }
}

/// The bytes of the PDF.
pub fn write(document: &Document) -> Result<Vec<u8>, PdfError> {
    draw::write(document)
}
