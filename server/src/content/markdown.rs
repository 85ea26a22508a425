//! Markdown to the HTML of our pages: design-system classes on every part, no raw HTML, every link and heading noted for
//! checking, the bare words kept for the search and for the checks of language.

mod figure;
mod quote;
mod table;
mod words;

use std::collections::BTreeSet;

use app::components::external_link;
use pulldown_cmark::{BlockQuoteKind, CowStr, Event, HeadingLevel, Options, Parser, Tag, TagEnd, html};

use super::fault::{Fault, Faults};
use super::figures::Figures;
use super::placeholders::Filled;
use super::source::Source;

pub(super) use words::{Block, BlockKind};

/// A text as HTML, and what there is to know of it.
pub(super) struct Rendered {
    pub(super) html: String,
    /// Its headings, in order.
    pub(super) headings: Vec<Heading>,
    /// The ids of its headings.
    pub(super) anchors: BTreeSet<String>,
    /// Where it links to.
    pub(super) links: Vec<FoundLink>,
    /// The figures that are set in, by name.
    pub(super) figures: Vec<FoundFigure>,
    /// Its bare words, paragraph by paragraph.
    pub(super) blocks: Vec<Block>,
}

/// A heading and where it stands.
#[derive(Clone, Debug)]
pub(super) struct Heading {
    pub(super) level: u8,
    pub(super) id: String,
    pub(super) line: usize,
}

/// A link and where it stands.
#[derive(Clone, Debug)]
pub(super) struct FoundLink {
    pub(super) href: String,
    pub(super) line: usize,
}

/// A figure and where it stands.
#[derive(Clone, Debug)]
pub(super) struct FoundFigure {
    pub(super) name: String,
    pub(super) line: usize,
}

/// A part of the text, and its line in the file.
type Part<'t> = (Event<'t>, usize);

/// Renders a text whose settings are filled in.
pub(super) fn render(source: &Source, filled: &Filled) -> Result<Rendered, Faults> {
    let options = Options::ENABLE_GFM | Options::ENABLE_TABLES;
    let parser = Parser::new_ext(&filled.text, options).into_offset_iter();
    let parts: Vec<Part<'_>> = parser.map(|(event, range)| (event, filled.line_at(range.start))).collect();
    let mut walk = Walk::new(source, filled.figures);
    walk.all(&parts);
    if !walk.faults.is_empty() {
        return Err(walk.faults);
    }
    let mut rendered = String::new();
    html::push_html(&mut rendered, walk.out.into_iter());
    Ok(Rendered {
        html: rendered,
        anchors: walk.headings.iter().map(|heading| heading.id.clone()).collect(),
        headings: walk.headings,
        links: walk.links,
        figures: walk.shown,
        blocks: words::blocks(&parts),
    })
}

/// One walk through a text: what comes out, and what was noted on the way.
struct Walk<'t> {
    source: &'t Source,
    figures: &'t Figures,
    out: Vec<Event<'t>>,
    faults: Faults,
    headings: Vec<Heading>,
    links: Vec<FoundLink>,
    shown: Vec<FoundFigure>,
    /// For each link we are in: does it leave the site?
    leaving: Vec<bool>,
}

impl<'t> Walk<'t> {
    fn new(source: &'t Source, figures: &'t Figures) -> Self {
        Self {
            source,
            figures,
            out: Vec::new(),
            faults: Faults::default(),
            headings: Vec::new(),
            links: Vec::new(),
            shown: Vec::new(),
            leaving: Vec::new(),
        }
    }

    fn all(&mut self, parts: &[Part<'t>]) {
        let mut at = 0;
        while let Some((event, line)) = parts.get(at) {
            at = match event {
                Event::Start(Tag::Paragraph) => figure::alone(self, parts, at),
                Event::Start(Tag::Image { .. }) => figure::among_words(self, parts, at),
                Event::Start(Tag::BlockQuote(None)) => quote::whole(self, parts, at),
                Event::Start(Tag::Table(_)) => table::whole(self, parts, at),
                Event::Start(Tag::Heading { level, .. }) => self.heading(parts, at, *level),
                _ => {
                    self.one(event.clone(), *line);
                    at + 1
                }
            };
        }
    }

    /// A part that needs no look at what follows.
    fn one(&mut self, event: Event<'t>, line: usize) {
        let html = match event {
            Event::Html(_) | Event::InlineHtml(_) => {
                self.fault(line, "HTML does not belong in a text", "write it in Markdown");
                return;
            }
            Event::Start(Tag::Link { dest_url, .. }) => self.link(dest_url.to_string(), line),
            Event::End(TagEnd::Link) => match self.leaving.pop() {
                Some(true) => format!("{}</a>", external_link::MARK),
                _ => "</a>".to_owned(),
            },
            Event::Start(Tag::Paragraph) => r#"<p class="nl-paragraph">"#.to_owned(),
            Event::Start(Tag::List(Some(_))) => r#"<ol class="zvh-steps">"#.to_owned(),
            Event::Start(Tag::BlockQuote(kind)) => {
                format!(r#"<div class="{}"><div class="utrecht-alert__message">"#, alert_class(kind))
            }
            Event::End(TagEnd::BlockQuote(_)) => "</div></div>".to_owned(),
            other => {
                self.out.push(other);
                return;
            }
        };
        self.html(html);
    }

    /// Notes a link, and gives its opening tag.
    fn link(&mut self, href: String, line: usize) -> String {
        let leaves = href.starts_with("https://") || href.starts_with("http://");
        let rel = if leaves { format!(r#" rel="{}""#, external_link::REL) } else { String::new() };
        let tag = format!(r#"<a class="nl-link" href="{}"{rel}>"#, escaped(&href));
        self.leaving.push(leaves);
        self.links.push(FoundLink { href, line });
        tag
    }

    fn heading(&mut self, parts: &[Part<'t>], start: usize, level: HeadingLevel) -> usize {
        let end = end_of(parts, start);
        let line = parts[start].1;
        if level == HeadingLevel::H1 {
            self.fault(line, "a page has one title, in its front matter", "start this heading with ##");
        }
        let id = slug(&words::plain(&parts[start..end]));
        self.headings.push(Heading { level: level as u8, id: id.clone(), line });
        self.out.push(Event::Start(Tag::Heading {
            level,
            id: Some(CowStr::from(id)),
            classes: heading_classes(level),
            attrs: Vec::new(),
        }));
        self.all(&parts[start + 1..=end]);
        end + 1
    }

    fn html(&mut self, html: impl Into<String>) {
        self.out.push(Event::Html(CowStr::from(html.into())));
    }

    fn fault(&mut self, line: usize, problem: impl Into<String>, mend: impl Into<String>) {
        self.faults.add(Fault::on_line(&self.source.file, line, problem, mend));
    }
}

/// The index of the part that ends what starts here.
fn end_of(parts: &[Part<'_>], start: usize) -> usize {
    let mut depth = 0_usize;
    for (at, (event, _)) in parts.iter().enumerate().skip(start) {
        match event {
            Event::Start(_) => depth += 1,
            Event::End(_) if depth <= 1 => return at,
            Event::End(_) => depth -= 1,
            _ => {}
        }
    }
    parts.len().saturating_sub(1)
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

/// Words between tags or double quotes.
pub(super) fn escaped(value: &str) -> String {
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
