//! Markdown to the HTML of our pages: design-system classes on every part, no raw HTML, every link noted for checking.

use std::collections::BTreeSet;

use pulldown_cmark::{BlockQuoteKind, CowStr, Event, HeadingLevel, Options, Parser, Tag, TagEnd, html};

use super::fault::Faults;
use super::placeholders::Filled;
use super::source::Source;

/// A text as HTML.
pub(super) struct Rendered {
    pub(super) html: String,
    /// The ids of its headings.
    pub(super) anchors: BTreeSet<String>,
    /// Where it links to.
    pub(super) links: Vec<FoundLink>,
}

/// A link and where it stands.
#[derive(Clone, Debug)]
pub(super) struct FoundLink {
    pub(super) href: String,
    pub(super) line: usize,
}

/// Renders a text whose settings are filled in.
pub(super) fn render(source: &Source, filled: &Filled) -> Result<Rendered, Faults> {
    let mut faults = Faults::default();
    let mut links = Vec::new();
    let mut anchors = BTreeSet::new();
    let mut heading = String::new();
    let mut events: Vec<Event<'_>> = Vec::new();
    let mut heading_at = None;

    let options = Options::ENABLE_GFM | Options::ENABLE_TABLES;
    for (event, range) in Parser::new_ext(&filled.text, options).into_offset_iter() {
        let line = filled.line_at(range.start);
        match &event {
            Event::Html(_) | Event::InlineHtml(_) => {
                faults.add(source.fault(line, "HTML does not belong in a text", "write it in Markdown"));
                continue;
            }
            Event::Start(Tag::Heading { level: HeadingLevel::H1, .. }) => {
                faults.add(source.fault(line, "a page has one title, in its front matter", "start this heading with ##"));
            }
            Event::Start(Tag::Heading { .. }) => {
                heading_at = Some(events.len());
                heading.clear();
            }
            Event::End(TagEnd::Heading(_)) => {
                if let Some(at) = heading_at.take() {
                    let id = slug(&heading);
                    if !anchors.insert(id.clone()) {
                        faults.add(source.fault(line, "two headings have the same words", "word one of them differently"));
                    }
                    if let Some(Event::Start(Tag::Heading { level, id: place, classes, .. })) = events.get_mut(at) {
                        *place = Some(CowStr::from(id));
                        *classes = heading_classes(*level);
                    }
                }
            }
            Event::Start(Tag::Link { dest_url, .. }) => {
                links.push(FoundLink { href: dest_url.to_string(), line });
            }
            Event::Text(text) | Event::Code(text) if heading_at.is_some() => heading.push_str(text),
            _ => {}
        }
        events.push(event);
    }
    if !faults.is_empty() {
        return Err(faults);
    }
    let mut rendered = String::new();
    html::push_html(&mut rendered, events.into_iter().map(dressed));
    Ok(Rendered { html: rendered, anchors, links })
}

/// A part of the text with the classes of the design system.
fn dressed(event: Event<'_>) -> Event<'_> {
    let tag = match event {
        Event::Start(Tag::Paragraph) => r#"<p class="nl-paragraph">"#.to_owned(),
        Event::Start(Tag::Link { dest_url, .. }) => format!(r#"<a class="nl-link" href="{}">"#, attribute(&dest_url)),
        Event::Start(Tag::List(Some(_))) => r#"<ol class="zvh-steps">"#.to_owned(),
        Event::Start(Tag::BlockQuote(kind)) => {
            format!(r#"<div class="{}"><div class="utrecht-alert__message">"#, alert_class(kind))
        }
        Event::End(TagEnd::BlockQuote(_)) => "</div></div>".to_owned(),
        // Without its alignments, which would become inline styles.
        Event::Start(Tag::Table(_)) => r#"<table class="utrecht-table utrecht-table--html-table">"#.to_owned(),
        other => return other,
    };
    Event::Html(CowStr::from(tag))
}

fn heading_classes(level: HeadingLevel) -> Vec<CowStr<'static>> {
    let look = if level <= HeadingLevel::H2 { "nl-heading--level-2" } else { "nl-heading--level-3" };
    vec![CowStr::from("nl-heading"), CowStr::from(look)]
}

const fn alert_class(kind: Option<BlockQuoteKind>) -> &'static str {
    match kind {
        Some(BlockQuoteKind::Warning | BlockQuoteKind::Caution) => "utrecht-alert utrecht-alert--warning",
        _ => "utrecht-alert utrecht-alert--info",
    }
}

/// A value between double quotes.
fn attribute(value: &str) -> String {
    value.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;").replace('>', "&gt;")
}

/// The id of a heading: its words in small letters, joined by hyphens.
pub(super) fn slug(words: &str) -> String {
    let mut id = String::new();
    for letter in words.chars().flat_map(char::to_lowercase) {
        if letter.is_alphanumeric() {
            id.push(letter);
        } else if !id.ends_with('-') && !id.is_empty() {
            id.push('-');
        }
    }
    id.trim_end_matches('-').to_owned()
}
