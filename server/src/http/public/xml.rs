//! XML made of elements, escaped in one place.

use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};
use quick_xml::writer::Writer;

/// An element with its attributes, and its text or the elements in it.
pub(super) struct Element {
    name: &'static str,
    attributes: Vec<(&'static str, String)>,
    text: String,
    inside: Vec<Element>,
}

impl Element {
    pub(super) const fn new(name: &'static str) -> Self {
        Self { name, attributes: Vec::new(), text: String::new(), inside: Vec::new() }
    }

    /// An element that holds only text.
    pub(super) fn text(name: &'static str, text: &str) -> Self {
        Self { text: text.to_owned(), ..Self::new(name) }
    }

    /// The element with one attribute more.
    pub(super) fn with(mut self, name: &'static str, value: &str) -> Self {
        self.attributes.push((name, value.to_owned()));
        self
    }

    /// The element with one element more in it.
    pub(super) fn holds(mut self, element: Self) -> Self {
        self.inside.push(element);
        self
    }

    fn write(&self, to: &mut Writer<Vec<u8>>) -> std::io::Result<()> {
        let attributes = self.attributes.iter().map(|(name, value)| (*name, value.as_str()));
        to.write_event(Event::Start(BytesStart::new(self.name).with_attributes(attributes)))?;
        to.write_event(Event::Text(BytesText::new(&self.text)))?;
        for element in &self.inside {
            element.write(to)?;
        }
        to.write_event(Event::End(BytesEnd::new(self.name)))
    }
}

/// The whole document.
pub(super) fn document(root: &Element) -> String {
    let mut writer = Writer::new(Vec::new());
    // Writing to memory does not fail.
    let _ = writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("utf-8"), None)));
    let _ = root.write(&mut writer);
    String::from_utf8(writer.into_inner()).unwrap_or_default()
}
