//! The lines of a text that show why it was found.

use std::ops::Range;

use app::pages::search::Piece;

use super::index::Doc;
use super::rank::Mark;

/// About two lines.
const LENGTH: usize = 200;
/// So much stands before the first word that was found.
const BEFORE: usize = 60;

/// The stretch with most of what was wanted, its words marked; the beginning where only the title has them.
pub(super) fn cut(doc: &Doc, marks: &[Mark]) -> Vec<Piece> {
    let text = doc.text.text.as_str();
    let in_text: Vec<Found> =
        marks.iter().filter(|mark| !doc.is_in_title(mark.spot)).map(|mark| found(doc, *mark)).collect();
    let start = densest(&in_text).map_or(0, |at| beginning(text, at));
    let end = ending(text, start);
    let mut pieces = Vec::new();
    if start > 0 {
        pieces.push(Piece::Plain("…\u{a0}".to_owned()));
    }
    let mut at = start;
    for one in in_text.iter().filter(|one| one.start >= start && one.end <= end) {
        if one.start < at {
            continue;
        }
        if one.start > at {
            pieces.push(Piece::Plain(one_line(text, at..one.start)));
        }
        pieces.push(Piece::Marked(text[one.start..one.end].to_owned()));
        at = one.end;
    }
    if at < end {
        pieces.push(Piece::Plain(one_line(text, at..end)));
    }
    if end < text.len() {
        pieces.push(Piece::Plain("\u{a0}…".to_owned()));
    }
    pieces
}

/// A stretch of the text as one line; what has no end of its own, as a heading, is kept apart from the next.
fn one_line(text: &str, stretch: Range<usize>) -> String {
    let mut line = String::new();
    let mut before = text[..stretch.start].chars().next_back();
    for letter in text[stretch].chars() {
        match letter {
            '\n' if before.is_some_and(char::is_alphanumeric) => line.push_str(" – "),
            '\n' => line.push(' '),
            _ => line.push(letter),
        }
        before = Some(letter);
    }
    line
}

/// A mark in the text, in bytes.
struct Found {
    start: usize,
    end: usize,
    wanted: usize,
}

fn found(doc: &Doc, mark: Mark) -> Found {
    let spot = doc.spots[mark.spot];
    Found { start: spot.start as usize, end: spot.end as usize, wanted: mark.wanted }
}

/// Where the stretch begins that holds most things, and of those that tie the one with most words, and the first.
fn densest(found: &[Found]) -> Option<usize> {
    let worth = |from: usize| {
        let near = found[from..].iter().take_while(|one| one.end <= found[from].start + LENGTH - BEFORE);
        let mut things: Vec<usize> = near.map(|one| one.wanted).collect();
        let words = things.len();
        things.sort_unstable();
        things.dedup();
        (things.len(), words)
    };
    // `max_by_key` gives the last of equals.
    (0..found.len()).rev().max_by_key(|&from| worth(from)).map(|from| found[from].start)
}

/// A little before this place: at the beginning of its sentence, or else of a word.
fn beginning(text: &str, at: usize) -> usize {
    if at <= BEFORE {
        return 0;
    }
    let from = text.floor_char_boundary(at - BEFORE);
    let before = &text[from..at];
    let sentence = before.rfind(['.', '?', '!', '\n']).map(|end| from + end + 1);
    let word = before.find(char::is_whitespace).map(|end| from + end);
    let start = sentence.or(word).unwrap_or(at);
    start + (text[start..at].len() - text[start..at].trim_start().len())
}

/// The end of a word, about [`LENGTH`] further on.
fn ending(text: &str, start: usize) -> usize {
    if text.len() - start <= LENGTH + LENGTH / 8 {
        return text.len();
    }
    let to = text.floor_char_boundary(start + LENGTH);
    text[start..to].rfind(char::is_whitespace).map_or(to, |end| start + end)
}
