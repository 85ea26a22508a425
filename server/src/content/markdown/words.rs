//! The bare words of a text: what the search reads, and what the checks of language judge.

use pulldown_cmark::{Event, Tag, TagEnd};

use super::Part;

/// A paragraph, heading, item or cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::content) struct Block {
    pub(in crate::content) kind: BlockKind,
    /// Its words; a new line where the file has one.
    pub(in crate::content) text: String,
    /// The line of the file on which it begins.
    pub(in crate::content) line: usize,
}

/// What a block is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::content) enum BlockKind {
    /// A heading: no sentence.
    Heading,
    /// Running text.
    Prose,
    /// A cell of a table: often no sentence.
    Cell,
}

/// The blocks of a text, in order. A drawing says nothing here: its alternative is for who can't see it.
pub(super) fn blocks(parts: &[Part<'_>]) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    let mut kind = BlockKind::Prose;
    let mut is_open = false;
    let mut images = 0_usize;
    for (event, line) in parts {
        match event {
            Event::Start(Tag::Image { .. }) => images += 1,
            Event::End(TagEnd::Image) => images = images.saturating_sub(1),
            Event::Start(Tag::Heading { .. }) => (kind, is_open) = (BlockKind::Heading, false),
            Event::Start(Tag::TableCell) => (kind, is_open) = (BlockKind::Cell, false),
            Event::End(TagEnd::Heading(_) | TagEnd::TableCell) => (kind, is_open) = (BlockKind::Prose, false),
            Event::Start(Tag::Paragraph | Tag::Item | Tag::List(_)) | Event::End(TagEnd::Paragraph | TagEnd::Item) => {
                is_open = false;
            }
            _ => {
                let Some(text) = said(event).filter(|_| images == 0) else { continue };
                match blocks.last_mut().filter(|_| is_open) {
                    Some(block) => block.text.push_str(text),
                    None => blocks.push(Block { kind, text: text.to_owned(), line: *line }),
                }
                is_open = true;
            }
        }
    }
    blocks
}

/// The words of some parts, on one line or more.
pub(super) fn plain(parts: &[Part<'_>]) -> String {
    parts.iter().filter_map(|(event, _)| said(event)).collect()
}

fn said<'e>(event: &'e Event<'_>) -> Option<&'e str> {
    match event {
        Event::Text(text) | Event::Code(text) => Some(text),
        Event::SoftBreak | Event::HardBreak => Some("\n"),
        _ => None,
    }
}
