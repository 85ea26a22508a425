//! `![What the drawing tells](figuur:name "Caption")`: a drawing of the house, set into the page with its text alternative.

use pulldown_cmark::{Event, Tag, TagEnd};

use super::{FoundFigure, Part, Walk, end_of, escaped, words};

/// A paragraph: a figure when it holds nothing else than one, as it is when not. Gives where to go on.
pub(super) fn alone<'t>(walk: &mut Walk<'t>, parts: &[Part<'t>], start: usize) -> usize {
    if let Some((Event::Start(Tag::Image { .. }), _)) = parts.get(start + 1) {
        let end = end_of(parts, start + 1);
        if let Some((Event::End(TagEnd::Paragraph), _)) = parts.get(end + 1) {
            set_in(walk, &parts[start + 1..=end]);
            return end + 2;
        }
    }
    let (event, line) = &parts[start];
    walk.one(event.clone(), *line);
    start + 1
}

/// A figure between other words has no place of its own.
pub(super) fn among_words<'t>(walk: &mut Walk<'t>, parts: &[Part<'t>], start: usize) -> usize {
    walk.fault(
        parts[start].1,
        "a figure stands among other words",
        "give it a line of its own, with empty lines around it",
    );
    end_of(parts, start) + 1
}

fn set_in(walk: &mut Walk<'_>, image: &[Part<'_>]) {
    let Some((Event::Start(Tag::Image { dest_url, title, .. }), line)) = image.first() else { return };
    let line = *line;
    let Some(name) = dest_url.strip_prefix("figuur:") else {
        walk.fault(
            line,
            format!("\"{dest_url}\" is no drawing of the house"),
            "put an SVG in figures/ and name it as (figuur:name)",
        );
        return;
    };
    let alternative = words::plain(image).split_whitespace().collect::<Vec<_>>().join(" ");
    if alternative.is_empty() {
        walk.fault(
            line,
            "this figure has no text alternative",
            "write between the square brackets what the drawing tells",
        );
        return;
    }
    let Some(drawing) = walk.figures.drawing(name, &alternative) else {
        let known = walk.figures.names();
        walk.fault(line, format!("there is no figures/{name}.svg"), format!("use one of: {known}"));
        return;
    };
    walk.shown.push(FoundFigure { name: name.to_owned(), line });
    let caption = match title.trim() {
        "" => String::new(),
        caption => format!("<figcaption>{}</figcaption>", escaped(caption)),
    };
    walk.html(format!("<figure class=\"zvh-figure\">{drawing}{caption}</figure>\n"));
}
