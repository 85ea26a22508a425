//! Structure and headings → krilla's tags and bookmarks.

use std::num::NonZeroU16;

use krilla::destination::XyzDestination;
use krilla::geom::Point;
use krilla::outline::{Outline, OutlineNode};
use krilla::tagging::{Identifier, ListNumbering, Node, Tag, TagGroup, TagKind};

use super::structure::{Bookmark, Element, Part, Role};
use super::style::LEFT;

/// The tree of tags; `drawn` has the name of each piece on each page.
pub(super) fn nodes(structure: Vec<Element>, drawn: &[Vec<Identifier>]) -> Vec<Node> {
    structure.into_iter().map(|element| node(element, drawn)).collect()
}

fn node(element: Element, drawn: &[Vec<Identifier>]) -> Node {
    let children = element.parts.into_iter().filter_map(|part| match part {
        Part::Element(element) => Some(node(element, drawn)),
        Part::Text(id) => drawn.get(id.page)?.get(id.piece).map(|name| Node::from(*name)),
    });
    Node::from(TagGroup::with_children(kind(element.role), children.collect()))
}

fn kind(role: Role) -> TagKind {
    match role {
        Role::Section => Tag::Section.into(),
        Role::Heading { level, text } => Tag::Hn(NonZeroU16::new(level).unwrap_or(NonZeroU16::MIN), Some(text)).into(),
        Role::Paragraph => Tag::P.into(),
        // The questions are the labels: nothing is numbered.
        Role::List => Tag::L(ListNumbering::None).into(),
        Role::Item => Tag::LI.into(),
        Role::Label => Tag::Lbl.into(),
        Role::Body => Tag::LBody.into(),
    }
}

/// The headings as bookmarks, each under the last that is higher.
pub(super) fn outline(bookmarks: &[Bookmark]) -> Outline {
    let mut outline = Outline::new();
    for node in children(bookmarks) {
        outline.push_child(node);
    }
    outline
}

fn children(bookmarks: &[Bookmark]) -> Vec<OutlineNode> {
    let Some(level) = bookmarks.iter().map(|bookmark| bookmark.level).min() else {
        return Vec::new();
    };
    let families = bookmarks.chunk_by(|_, next| next.level > level);
    families.filter_map(<[Bookmark]>::split_first).map(|(first, under)| family(first, under)).collect()
}

fn family(first: &Bookmark, under: &[Bookmark]) -> OutlineNode {
    let place = XyzDestination::new(first.page, Point::from_xy(LEFT, first.down));
    let mut node = OutlineNode::new(first.text.clone(), place).with_open(first.level == 1);
    for child in children(under) {
        node.push_child(child);
    }
    node
}
