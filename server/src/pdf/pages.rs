//! The pen on the pages: what stands where, and when a new page begins.

use super::lines::{Line, Run};
use super::style::{BOTTOM, Column, Style, TOP};

/// What is drawn on one page.
#[derive(Default)]
pub(super) struct Page {
    /// Texts, in the order in which they are read.
    pub(super) pieces: Vec<Piece>,
    /// Questions once more, beside an answer that goes on: seen, not read aloud twice.
    pub(super) repeats: Vec<Piece>,
    /// How far from the top a line stands between answers.
    pub(super) hairlines: Vec<f32>,
}

/// One run of text.
pub(super) struct Piece {
    pub(super) run: Run,
    pub(super) style: Style,
    pub(super) left: f32,
    pub(super) baseline: f32,
}

/// Which piece of which page.
#[derive(Clone, Copy)]
pub(super) struct PieceId {
    pub(super) page: usize,
    pub(super) piece: usize,
}

/// The pages so far; the pen stands on the last.
pub(super) struct Pages {
    done: Vec<Page>,
    page: Page,
    /// How far from the top the pen is.
    down: f32,
}

impl Pages {
    /// An empty first page.
    pub(super) fn new() -> Self {
        Self { done: Vec::new(), page: Page::default(), down: TOP }
    }

    /// All pages, in order.
    pub(super) fn finish(mut self) -> Vec<Page> {
        self.done.push(self.page);
        self.done
    }

    /// Where the pen is: the page, and how far from its top.
    pub(super) fn place(&self) -> (usize, f32) {
        (self.done.len(), self.down)
    }

    /// How much is left of the page.
    pub(super) fn room(&self) -> f32 {
        BOTTOM - self.down
    }

    /// A new page, unless this height still fits or the page is empty.
    pub(super) fn keep(&mut self, height: f32) {
        if height > self.room() && self.down > TOP {
            self.turn();
        }
    }

    /// A new page.
    pub(super) fn turn(&mut self) {
        self.done.push(std::mem::take(&mut self.page));
        self.down = TOP;
    }

    /// White between things; none is needed at the top of a page.
    pub(super) fn space(&mut self, height: f32) {
        if self.down > TOP || self.done.is_empty() {
            self.down += height;
        }
    }

    /// Moves the pen down.
    pub(super) fn advance(&mut self, height: f32) {
        self.down += height;
    }

    /// A line between answers.
    pub(super) fn hairline(&mut self) {
        self.page.hairlines.push(self.down);
    }

    /// Draws a line of text some lines below the pen, which stays where it is.
    pub(super) fn draw(&mut self, line: Line, style: Style, column: Column, lines_below: usize) -> Vec<PieceId> {
        let first = self.page.pieces.len();
        self.page.pieces.extend(pieces(line, style, column.left, self.down + height(lines_below, style)));
        (first..self.page.pieces.len()).map(|piece| PieceId { page: self.done.len(), piece }).collect()
    }

    /// Draws lines below the pen that were drawn on the page before.
    pub(super) fn repeat(&mut self, lines: impl Iterator<Item = Line>, style: Style, column: Column) {
        for (below, line) in lines.enumerate() {
            self.page.repeats.extend(pieces(line, style, column.left, self.down + height(below, style)));
        }
    }
}

/// The runs of a line side by side; `down` is where the line begins.
fn pieces(line: Line, style: Style, mut left: f32, down: f32) -> impl Iterator<Item = Piece> {
    let baseline = down + style.baseline();
    line.runs.into_iter().map(move |run| {
        let piece = Piece { run, style, left, baseline };
        left += piece.run.width * style.size();
        piece
    })
}

/// How high that many lines are.
pub(super) fn height(lines: usize, style: Style) -> f32 {
    #[expect(clippy::cast_precision_loss, reason = "an answer has fewer lines than f32 has whole numbers")]
    let lines = lines as f32;
    lines * style.leading()
}
