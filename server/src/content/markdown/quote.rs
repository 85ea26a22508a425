//! A plain `>`: somebody's own words. A last line that starts with `—` names who said them.

use pulldown_cmark::{Event, Tag, TagEnd};

use super::{Part, Walk, end_of};

/// A quotation. Gives where to go on.
pub(super) fn whole<'t>(walk: &mut Walk<'t>, parts: &[Part<'t>], start: usize) -> usize {
    let end = end_of(parts, start);
    let inside = &parts[start + 1..end];
    let (said, by) = match said_by(inside) {
        Some(at) => (&inside[..at], without_ends(&inside[at..])),
        None => (inside, Vec::new()),
    };
    walk.html("<figure class=\"zvh-quote\"><blockquote>");
    walk.all(&closed(said));
    walk.html("</blockquote>");
    if !by.is_empty() {
        walk.html("<figcaption>");
        walk.all(&by);
        walk.html("</figcaption>");
    }
    walk.html("</figure>\n");
    end + 1
}

/// Where the line begins that names the speaker: the last line of the last paragraph.
fn said_by(inside: &[Part<'_>]) -> Option<usize> {
    let last = inside.iter().rposition(|(event, _)| matches!(event, Event::Start(Tag::Paragraph)))?;
    let breaks = inside[last..].iter().rposition(|(event, _)| matches!(event, Event::SoftBreak | Event::HardBreak));
    let line = last + breaks.unwrap_or(0) + 1;
    match inside.get(line) {
        Some((Event::Text(text), _)) if text.starts_with('—') => Some(line),
        _ => None,
    }
}

/// What was said, without the break or the empty paragraph that the speaker's line leaves behind.
fn closed<'t>(said: &[Part<'t>]) -> Vec<Part<'t>> {
    let mut parts = said.to_vec();
    match parts.last() {
        Some((Event::SoftBreak | Event::HardBreak, line)) => {
            let line = *line;
            parts.pop();
            parts.push((Event::End(TagEnd::Paragraph), line));
        }
        Some((Event::Start(Tag::Paragraph), _)) => {
            parts.pop();
        }
        _ => {}
    }
    parts
}

fn without_ends<'t>(line: &[Part<'t>]) -> Vec<Part<'t>> {
    line.iter().filter(|(event, _)| !matches!(event, Event::End(TagEnd::Paragraph))).cloned().collect()
}
