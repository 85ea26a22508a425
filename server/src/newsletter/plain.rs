//! Markdown as the plain text of a mail: headings and paragraphs as blocks, lists with their marks, a link as its words and address.

use std::fmt::Write as _;

use pulldown_cmark::{Event, Parser, Tag, TagEnd};

/// The text; links to our own pages begin with this origin.
pub fn plain(markdown: &str, origin: &str) -> String {
    let mut text = Text { origin, ..Text::default() };
    for event in Parser::new(markdown) {
        text.take(event);
    }
    text.out.trim_end().to_owned()
}

#[derive(Default)]
struct Text<'o> {
    origin: &'o str,
    out: String,
    /// The lists around this place: the number of the next item, where they count.
    lists: Vec<Option<u64>>,
    /// The open link: its address and where its words begin.
    link: Option<(String, usize)>,
}

impl Text<'_> {
    fn take(&mut self, event: Event<'_>) {
        match event {
            Event::Start(Tag::Paragraph | Tag::Heading { .. } | Tag::CodeBlock(_) | Tag::BlockQuote(_)) => self.block(),
            Event::Start(Tag::List(first)) => {
                if self.lists.is_empty() {
                    self.block();
                }
                self.lists.push(first);
            }
            Event::End(TagEnd::List(_)) => {
                self.lists.pop();
            }
            Event::Start(Tag::Item) => self.item(),
            Event::Start(Tag::Link { dest_url, .. }) => self.link = Some((self.whole(&dest_url), self.out.len())),
            Event::End(TagEnd::Link) => self.address(),
            Event::Text(words) | Event::Code(words) | Event::Html(words) | Event::InlineHtml(words) => {
                self.out.push_str(&words);
            }
            Event::SoftBreak => self.out.push(' '),
            Event::HardBreak => self.line(),
            Event::Rule => {
                self.block();
                self.out.push_str("* * *");
            }
            _ => {}
        }
    }

    /// A block begins after an empty line; within an item it goes on where the mark stands.
    fn block(&mut self) {
        if self.out.is_empty() || (!self.lists.is_empty() && self.out.ends_with(' ')) {
            return;
        }
        self.out.truncate(self.out.trim_end().len());
        self.out.push_str("\n\n");
        if !self.lists.is_empty() {
            self.indent(self.lists.len());
        }
    }

    fn item(&mut self) {
        if !self.out.is_empty() && !self.out.ends_with('\n') {
            self.out.push('\n');
        }
        self.indent(self.lists.len().saturating_sub(1));
        match self.lists.last_mut() {
            Some(Some(number)) => {
                let _ = write!(self.out, "{number}. ");
                *number += 1;
            }
            _ => self.out.push_str("- "),
        }
    }

    fn line(&mut self) {
        self.out.push('\n');
        self.indent(self.lists.len());
    }

    fn indent(&mut self, depth: usize) {
        self.out.push_str(&"  ".repeat(depth));
    }

    fn address(&mut self) {
        let Some((address, begin)) = self.link.take() else { return };
        if self.out.get(begin..) != Some(address.as_str()) {
            let _ = write!(self.out, " ({address})");
        }
    }

    /// An address of our own site begins with a slash.
    fn whole(&self, address: &str) -> String {
        if address.starts_with('/') && !address.starts_with("//") {
            format!("{}{address}", self.origin)
        } else {
            address.to_owned()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_part_has_its_form_in_plain_text() {
        for (markdown, expected) in [
            ("# Nieuws\n\nEen *mooie*\nregel.\n\nTwee.", "Nieuws\n\nEen mooie regel.\n\nTwee."),
            ("Lees [de pagina](/nieuws/een).", "Lees de pagina (https://huis.example/nieuws/een)."),
            ("Zie <https://elders.example/a>.", "Zie https://elders.example/a."),
            ("[Elders](//elders.example)", "Elders (//elders.example)"),
            ("Eerst:\n\n- een\n- twee\n\nDaarna.", "Eerst:\n\n- een\n- twee\n\nDaarna."),
            ("- een\n  - binnen\n- twee", "- een\n  - binnen\n- twee"),
            ("3. drie\n4. vier", "3. drie\n4. vier"),
            ("- een\n\n- twee\n\n  en verder", "- een\n- twee\n\n  en verder"),
            ("a\\\nb\n\n---\n\n1 < 2", "a\nb\n\n* * *\n\n1 < 2"),
            ("", ""),
        ] {
            assert_eq!(plain(markdown, "https://huis.example"), expected, "{markdown}");
        }
    }
}
