//! A document → pages, and the tree that says what each piece of text is.
//!
//! Questions and answers are a list (`L` with items of `Lbl` and `LBody`), as they are a `dl` on the page: a screen reader tells
//! how many there are and reads each question with its answer. A table would be announced with rows and columns that mean
//! nothing, and a long answer would be one cell over several pages.

use super::face::Faces;
use super::letters::{one_line, paragraphs};
use super::lines::{Line, wrap};
use super::pages::{Page, Pages, height};
use super::structure::{Bookmark, Element, Part, Role};
use super::style::{Column, Style, WHOLE};
use super::{Block, Document, Section};

/// What is drawn, what it is, and where its headings are.
pub(super) struct Layout {
    pub(super) pages: Vec<Page>,
    pub(super) structure: Vec<Element>,
    /// In reading order, with their level.
    pub(super) bookmarks: Vec<Bookmark>,
}

/// Puts the document on pages.
pub(super) fn lay_out(document: &Document, faces: &Faces) -> Layout {
    let mut press = Press { faces, document, pages: Pages::new(), bookmarks: Vec::new() };
    let mut structure = press.head();
    structure.extend(document.sections.iter().filter_map(|section| press.section(section)));
    Layout { pages: press.pages.finish(), structure, bookmarks: press.bookmarks }
}

/// A document on its way to the pages. How an answer gets there is in `answers`.
pub(super) struct Press<'a> {
    faces: &'a Faces,
    pub(super) document: &'a Document,
    pub(super) pages: Pages,
    bookmarks: Vec<Bookmark>,
}

impl Press<'_> {
    fn head(&mut self) -> Vec<Element> {
        let head = &self.document.head;
        self.pages.space(Style::House.space().0);
        let house = self.text(&head.house, Style::House);
        self.pages.advance(Style::House.space().1);
        let title = self.heading(&head.title, Style::Title, 1, 0.0);
        let list = self.list(&head.lines);
        [Some(Element { role: Role::Paragraph, parts: house }), title, list].into_iter().flatten().collect()
    }

    fn section(&mut self, section: &Section) -> Option<Element> {
        let first = section.blocks.iter().find(|block| !block.lines.is_empty())?;
        let below = self.height_under_heading(first);
        let heading = self.heading(&section.heading, Style::Heading, 2, below);
        // A level is never skipped (ISO 14289-1, 7.4.2).
        let level = if heading.is_some() { 3 } else { 2 };
        let mut parts: Vec<Part> = heading.into_iter().map(Part::Element).collect();
        for block in section.blocks.iter().filter(|block| !block.lines.is_empty()) {
            let first_answer = self.height_of_start(block);
            parts.extend(self.heading(&block.heading, Style::SubHeading, level, first_answer).map(Part::Element));
            parts.extend(self.list(&block.lines).map(Part::Element));
        }
        Some(Element { role: Role::Section, parts })
    }

    /// A heading that stays with this much of what follows; none if it is blank.
    fn heading(&mut self, text: &str, style: Style, level: u16, stays_with: f32) -> Option<Element> {
        let text = one_line(text);
        let lines = self.lines(&text, style, WHOLE);
        if lines.is_empty() {
            return None;
        }
        let (above, below) = style.space();
        self.pages.keep(above + height(lines.len(), style) + below + stays_with);
        self.pages.space(above);
        let (page, down) = self.pages.place();
        self.bookmarks.push(Bookmark { level, text: text.clone(), page, down });
        let parts = self.text_lines(lines, style);
        self.pages.advance(below);
        Some(Element { role: Role::Heading { level, text }, parts })
    }

    fn list(&mut self, lines: &[super::Line]) -> Option<Element> {
        let items: Vec<Part> = lines.iter().map(|line| Part::Element(self.item(line))).collect();
        (!items.is_empty()).then_some(Element { role: Role::List, parts: items })
    }

    /// The least that stands under the heading of a section: the heading of its first block and the start of the first answer.
    fn height_under_heading(&self, block: &Block) -> f32 {
        let lines = self.lines(&one_line(&block.heading), Style::SubHeading, WHOLE).len();
        let (above, below) = Style::SubHeading.space();
        let heading = if lines == 0 { 0.0 } else { above + height(lines, Style::SubHeading) + below };
        heading + self.height_of_start(block)
    }

    fn text(&mut self, text: &str, style: Style) -> Vec<Part> {
        let lines = self.lines(text, style, WHOLE);
        self.text_lines(lines, style)
    }

    fn text_lines(&mut self, lines: Vec<Line>, style: Style) -> Vec<Part> {
        let mut parts = Vec::new();
        for line in lines {
            self.pages.keep(style.leading());
            parts.extend(self.pages.draw(line, style, WHOLE, 0).into_iter().map(Part::Text));
            self.pages.advance(style.leading());
        }
        parts
    }

    pub(super) fn lines(&self, text: &str, style: Style, column: Column) -> Vec<Line> {
        self.broken(text, style, column).into_iter().flatten().collect()
    }

    /// The lines of each paragraph; a blank one has one line, without text.
    pub(super) fn broken(&self, text: &str, style: Style, column: Column) -> Vec<Vec<Line>> {
        let blank_too = |lines: Vec<Line>| if lines.is_empty() { vec![Line { runs: Vec::new() }] } else { lines };
        let paragraphs = paragraphs(text, style.face(self.faces));
        paragraphs.iter().map(|paragraph| blank_too(wrap(paragraph, column.width / style.size()))).collect()
    }
}
