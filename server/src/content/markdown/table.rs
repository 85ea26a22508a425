//! Tables. A wide one scrolls, where there is no room, in a frame of its own, which a keyboard can reach; a narrow one wraps its words.

use pulldown_cmark::{Event, Tag, TagEnd};

use super::{Part, Walk, end_of, escaped, words};

/// From this many columns on a table does not fit a telephone.
const WIDE: usize = 3;

/// A table. Gives where to go on.
pub(super) fn whole<'t>(walk: &mut Walk<'t>, parts: &[Part<'t>], start: usize) -> usize {
    let end = end_of(parts, start);
    let columns = columns(&parts[start..=end]);
    let is_wide = columns.len() >= WIDE;
    if is_wide {
        // What the frame holds, for those who reach it without seeing it: the names of its columns.
        let name = escaped(&columns.join(", "));
        let class = if columns.len() == WIDE { "zvh-table" } else { "zvh-table zvh-table--wider" };
        walk.html(format!(r#"<section class="{class}" tabindex="0" aria-label="{name}">"#));
    }
    // Without its alignments, which would become inline styles.
    walk.html(r#"<table class="utrecht-table utrecht-table--html-table">"#);
    walk.all(&parts[start + 1..=end]);
    if is_wide {
        walk.html("</section>\n");
    }
    end + 1
}

/// The names of the columns.
fn columns(table: &[Part<'_>]) -> Vec<String> {
    let head = table.iter().position(|(event, _)| matches!(event, Event::End(TagEnd::TableHead))).unwrap_or(0);
    let starts = table[..head].iter().enumerate();
    let starts = starts.filter(|(_, (event, _))| matches!(event, Event::Start(Tag::TableCell)));
    starts.map(|(at, _)| words::plain(&table[at..=end_of(table, at)])).collect()
}
