//! An answer on the pages: its question beside it, and where it may break.

use super::Block;
use super::layout::Press;
use super::lines::Line;
use super::pages::height;
use super::structure::{Element, Part, Role};
use super::style::{LABELS, PADDING, Style, VALUES};

/// An answer of at most this many lines stays on one page.
const WHOLE_ANSWER: usize = 8;
/// Of a longer one at least this many lines stand together.
const TOGETHER: usize = 3;

/// A question and its answer, broken into lines.
struct Answer {
    label: Vec<Line>,
    value: Vec<Vec<Line>>,
    style: Style,
}

impl Press<'_> {
    /// A question with its answer, as an item of a list.
    pub(super) fn item(&mut self, line: &super::Line) -> Element {
        let answer = self.answer(line);
        let mut left = answer.height();
        self.pages.keep(height(together(left), Style::Value) + 2.0 * PADDING);
        self.pages.advance(PADDING);
        let (mut label, mut body) = (Vec::new(), Body::default());
        let mut labels = answer.label.into_iter();
        let mut values = answer.value.into_iter().enumerate().flat_map(numbered);
        loop {
            let now = self.fitting(left);
            for (below, line) in labels.by_ref().take(now).enumerate() {
                label.extend(self.pages.draw(line, Style::Label, LABELS, below).into_iter().map(Part::Text));
            }
            for (below, (paragraph, line)) in values.by_ref().take(now).enumerate() {
                body.add(paragraph, self.pages.draw(line, answer.style, VALUES, below).into_iter().map(Part::Text));
            }
            self.pages.advance(height(now, Style::Value));
            left -= now;
            if left == 0 {
                break;
            }
            self.pages.turn();
            if labels.len() == 0 {
                let again = self.lines(&line.label, Style::Label, LABELS);
                self.pages.repeat(again.into_iter().take(left), Style::Label, LABELS);
            }
        }
        self.pages.advance(PADDING);
        self.pages.hairline();
        let label = Part::Element(Element { role: Role::Label, parts: label });
        Element { role: Role::Item, parts: vec![label, Part::Element(body.element())] }
    }

    /// How many of the lines that are left go on this page: never all but one, never none.
    fn fitting(&self, left: usize) -> usize {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a few dozen lines fit on a page")]
        let fit = (self.pages.room() / Style::Value.leading()).max(1.0) as usize;
        match fit {
            fit if fit >= left => left,
            fit if fit + 1 == left && fit > 1 => fit - 1,
            fit => fit,
        }
    }

    fn answer(&self, line: &super::Line) -> Answer {
        let label = self.lines(&line.label, Style::Label, LABELS);
        let value = self.broken(&line.value, Style::Value, VALUES);
        if value.is_empty() {
            let value = self.broken(self.document.words.unanswered, Style::Unanswered, VALUES);
            return Answer { label, value, style: Style::Unanswered };
        }
        Answer { label, value, style: Style::Value }
    }

    /// How much of the first answer stands together at its start.
    pub(super) fn height_of_start(&self, block: &Block) -> f32 {
        let lines = block.lines.first().map_or(0, |line| self.answer(line).height());
        height(together(lines), Style::Value) + 2.0 * PADDING
    }
}

impl Answer {
    /// How many lines high it is.
    fn height(&self) -> usize {
        self.label.len().max(self.value.iter().map(Vec::len).sum())
    }
}

/// The paragraphs of an answer so far.
#[derive(Default)]
struct Body(Vec<(usize, Vec<Part>)>);

impl Body {
    fn add(&mut self, paragraph: usize, parts: impl Iterator<Item = Part>) {
        match self.0.last_mut() {
            Some((same, before)) if *same == paragraph => before.extend(parts),
            _ => self.0.push((paragraph, parts.collect())),
        }
    }

    fn element(self) -> Element {
        let paragraphs = self.0.into_iter().map(|(_, parts)| Element { role: Role::Paragraph, parts });
        Element { role: Role::Body, parts: paragraphs.map(Part::Element).collect() }
    }
}

/// Each line with the number of its paragraph.
fn numbered((paragraph, lines): (usize, Vec<Line>)) -> impl Iterator<Item = (usize, Line)> {
    lines.into_iter().map(move |line| (paragraph, line))
}

/// How many lines of an answer must stand together at its start.
fn together(lines: usize) -> usize {
    if lines <= WHOLE_ANSWER { lines } else { TOGETHER }
}
