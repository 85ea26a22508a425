//! Cuts a block into sentences.

use crate::content::markdown::{Block, BlockKind};

/// A sentence, as words.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Sentence {
    pub(super) kind: BlockKind,
    pub(super) words: Vec<String>,
    /// The line of the file on which it begins.
    pub(super) line: usize,
}

/// The sentences of a block. One ends at a full stop, question mark or exclamation mark before a new line or a word
/// that does not go on in small letters: so "artikel 1.8" and "bijv. een school" stay whole.
pub(super) fn sentences(block: &Block) -> impl Iterator<Item = Sentence> {
    let mut sentences = Vec::new();
    let (mut words, mut line) = (Vec::new(), block.line);
    for (below, text) in block.text.split('\n').enumerate() {
        let mut tokens = text.split_whitespace().peekable();
        while let Some(token) = tokens.next() {
            if words.is_empty() {
                line = block.line + below;
            }
            words.extend(word(token));
            let goes_on = tokens
                .peek()
                .and_then(|next| next.chars().find(|sign| sign.is_alphanumeric()))
                .is_some_and(char::is_lowercase);
            if ends(token) && !goes_on && !words.is_empty() {
                sentences.push(Sentence { kind: block.kind, words: std::mem::take(&mut words), line });
            }
        }
    }
    if !words.is_empty() {
        sentences.push(Sentence { kind: block.kind, words, line });
    }
    sentences.into_iter()
}

fn ends(token: &str) -> bool {
    token.trim_end_matches(['"', '\'', '’', '”', ')']).ends_with(['.', '!', '?'])
}

/// A token without the signs around it; none when it is a sign alone.
fn word(token: &str) -> Option<String> {
    let word = token.trim_matches(|sign: char| !sign.is_alphanumeric());
    (!word.is_empty()).then(|| word.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_ends_where_a_reader_takes_breath() {
        let text = "Wij bellen u (046 – 477). Lukt het niet?\nBel ons, bijv. 's ochtends. Zie artikel 1.8 lid 7 WGS";
        let block = Block { kind: BlockKind::Prose, text: text.into(), line: 7 };
        let found: Vec<_> = sentences(&block).map(|one| (one.words.len(), one.line)).collect();
        assert_eq!(found, [(5, 7), (3, 7), (5, 8), (6, 8)]);
    }
}
