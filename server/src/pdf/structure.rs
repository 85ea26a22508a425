//! What the pieces of text on the pages are to a reader: a tree of headings, sections and lists.

use super::pages::PieceId;

/// A heading and where it stands.
pub(super) struct Bookmark {
    pub(super) level: u16,
    pub(super) text: String,
    pub(super) page: usize,
    pub(super) down: f32,
}

/// A part of the document with a meaning.
pub(super) struct Element {
    pub(super) role: Role,
    pub(super) parts: Vec<Part>,
}

/// Elements hold elements or text.
pub(super) enum Part {
    Element(Element),
    Text(PieceId),
}

/// What an element means (ISO 32000-1, 14.8.4).
pub(super) enum Role {
    Section,
    Heading { level: u16, text: String },
    Paragraph,
    List,
    Item,
    Label,
    Body,
}
