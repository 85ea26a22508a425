//! One drawing: what may be in it, and how it is written down again.

use roxmltree::{Attribute, Document, Node};

use crate::content::fault::Faults;
use crate::content::markdown::escaped;
use crate::content::source::Source;

/// Elements that draw, group or explain. No script, style, foreignObject, image, animation or link.
const ELEMENTS: [&str; 21] = [
    "svg",
    "g",
    "defs",
    "symbol",
    "use",
    "title",
    "desc",
    "path",
    "rect",
    "circle",
    "ellipse",
    "line",
    "polyline",
    "polygon",
    "text",
    "tspan",
    "marker",
    "clipPath",
    "mask",
    "linearGradient",
    "stop",
];

/// Attributes that hold a colour.
const COLOURS: [&str; 4] = ["fill", "stroke", "color", "stop-color"];

/// The looks of a drawing, in the colours of the house: a line, a plane with an edge, what stands out, words.
const CLASSES: [&str; 4] = ["zvh-fig-line", "zvh-fig-fill", "zvh-fig-accent", "zvh-fig-text"];

/// A drawing that was checked.
pub(super) struct Drawing {
    pub(super) view_box: String,
    /// What stands between `<svg>` and `</svg>`.
    pub(super) inside: String,
}

/// Reads a drawing. Its ids get its name in front, so that two drawings on one page do not clash.
pub(super) fn read(source: &Source, name: &str) -> Result<Drawing, Faults> {
    let document = Document::parse(&source.text).map_err(|error| {
        let line = usize::try_from(error.pos().row).unwrap_or(1);
        source.fault(
            line,
            format!("this is not well-formed SVG ({error})"),
            "correct it in a drawing program or by hand",
        )
    })?;
    let mut writer = Writer { source, document: &document, name, faults: Faults::default(), out: String::new() };
    let root = document.root_element();
    writer.check(root);
    if root.tag_name().name() != "svg" {
        writer.fault(root.range().start, "the first element is no <svg>", "save the drawing as SVG");
    }
    let view_box = root.attribute("viewBox").unwrap_or_default().to_owned();
    let numbers: Vec<_> = view_box.split([' ', ',']).map(str::parse::<f32>).collect();
    if numbers.len() != 4 || numbers.iter().any(Result::is_err) {
        writer.fault(root.range().start, "the drawing has no viewBox", "add viewBox=\"0 0 width height\" to <svg>");
    }
    writer.children(root);
    if writer.faults.is_empty() { Ok(Drawing { view_box, inside: writer.out }) } else { Err(writer.faults) }
}

struct Writer<'d> {
    source: &'d Source,
    document: &'d Document<'d>,
    name: &'d str,
    faults: Faults,
    out: String,
}

impl Writer<'_> {
    fn children(&mut self, parent: Node<'_, '_>) {
        for node in parent.children() {
            if matches!(node.tag_name().name(), "title" | "desc") {
                // The page says it: browsers would show this as well, beside the pointer.
                continue;
            }
            if node.is_element() {
                self.element(node);
            } else if let Some(text) = node.text().filter(|_| node.is_text()) {
                // White space between elements draws nothing.
                let is_words = matches!(parent.tag_name().name(), "text" | "tspan");
                self.out.push_str(&if is_words { escaped(text) } else { String::new() });
            }
        }
    }

    fn element(&mut self, node: Node<'_, '_>) {
        let tag = node.tag_name().name();
        self.check(node);
        self.out.extend(["<", tag]);
        for attribute in node.attributes() {
            let value = self.renamed(attribute.name(), attribute.value());
            self.out.extend([" ", attribute.name(), "=\"", &escaped(&value), "\""]);
        }
        // Letters are filled, not drawn around.
        if tag == "text" && !node.has_attribute("fill") {
            self.out.push_str(" fill=\"currentColor\" stroke=\"none\"");
        }
        self.out.push('>');
        self.children(node);
        self.out.extend(["</", tag, ">"]);
    }

    /// Ids, and what refers to them, get the name of the drawing in front.
    fn renamed(&self, attribute: &str, value: &str) -> String {
        let name = self.name;
        match attribute {
            "id" => format!("figuur-{name}-{value}"),
            "href" => value.replacen('#', &format!("#figuur-{name}-"), 1),
            _ => value.replace("url(#", &format!("url(#figuur-{name}-")),
        }
    }

    fn check(&mut self, node: Node<'_, '_>) {
        let tag = node.tag_name().name();
        if !ELEMENTS.contains(&tag) {
            let problem = format!("<{tag}> does not belong in a drawing");
            self.fault(node.range().start, problem, format!("use only {}", ELEMENTS.join(", ")));
        }
        for attribute in node.attributes() {
            if let Some((problem, mend)) = wrong_with(attribute) {
                self.fault(attribute.range().start, problem, mend);
            }
        }
    }

    fn fault(&mut self, at: usize, problem: impl Into<String>, mend: impl Into<String>) {
        let line = usize::try_from(self.document.text_pos_at(at).row).unwrap_or(1);
        self.faults.add(self.source.fault(line, problem, mend));
    }
}

/// What is wrong with an attribute, and the mend.
fn wrong_with(attribute: Attribute<'_, '_>) -> Option<(String, String)> {
    let (name, value) = (attribute.name(), attribute.value());
    if name == "style" {
        return Some(("a style attribute is dropped by our security rules".into(), "use attributes or a class".into()));
    }
    if name.starts_with("on") {
        return Some((format!("{name} is a script"), "remove it".into()));
    }
    if name == "href" && !value.starts_with('#') {
        return Some((
            format!("\"{value}\" lies outside the drawing"),
            "refer to an id in the drawing, as \"#id\"".into(),
        ));
    }
    if value.contains("url(") && !value.starts_with("url(#") {
        return Some((format!("\"{value}\" lies outside the drawing"), "refer to an id in the drawing".into()));
    }
    let is_ours = matches!(value, "none" | "currentColor" | "inherit") || value.starts_with("url(#");
    if COLOURS.contains(&name) && !is_ours {
        let mend = format!("write none or currentColor, or give it a class: {}", CLASSES.join(", "));
        return Some((format!("the colour \"{value}\" is not the house's"), mend));
    }
    let unknown = || value.split_whitespace().find(|class| !CLASSES.contains(class));
    if name == "class"
        && let Some(class) = unknown()
    {
        return Some((
            format!("there is no class {class} for drawings"),
            format!("use one of: {}", CLASSES.join(", ")),
        ));
    }
    None
}
