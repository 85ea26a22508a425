//! An answer as a browser reads it: the HTML through a tokenizer of the WHATWG standard, forms as what they would post.

use std::collections::{BTreeMap, BTreeSet};

use axum::http::{HeaderMap, StatusCode, header};
use html5gum::emitters::default::DefaultEmitter;
use html5gum::{Token, Tokenizer};

/// Elements without an end tag (HTML, §13.1.2).
const VOID: [&str; 14] =
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"];

/// An answer of the server.
#[derive(Clone)]
pub(crate) struct Page {
    /// Where it was asked.
    pub(crate) path: String,
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: String,
    elements: Vec<Element>,
}

/// An element of a page.
#[derive(Clone)]
pub(crate) struct Element {
    pub(crate) name: String,
    pub(crate) attributes: BTreeMap<String, String>,
    /// All text within.
    pub(crate) text: String,
    /// Places of the elements around it.
    around: Vec<usize>,
}

/// A form as it stands on the page.
pub(crate) struct Form {
    pub(crate) action: String,
    pub(crate) controls: Vec<Control>,
    /// The values of its buttons.
    pub(crate) buttons: Vec<String>,
}

/// What can be filled in, and what it holds.
#[derive(Clone)]
pub(crate) struct Control {
    pub(crate) name: String,
    pub(crate) kind: ControlKind,
    /// Typed, chosen or ticked.
    pub(crate) values: Vec<String>,
}

/// What a control takes.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum ControlKind {
    /// Nobody sees it.
    Hidden,
    /// Any text.
    Text,
    /// One or more of these.
    Offers(Vec<String>),
}

impl Element {
    pub(crate) fn get(&self, attribute: &str) -> &str {
        self.attributes.get(attribute).map_or("", String::as_str)
    }

    pub(crate) fn has(&self, attribute: &str) -> bool {
        self.attributes.contains_key(attribute)
    }
}

impl Page {
    pub(crate) fn read(path: &str, status: StatusCode, headers: HeaderMap, body: String) -> Self {
        let is_html = headers.get(header::CONTENT_TYPE).is_some_and(|kind| kind == "text/html; charset=utf-8");
        let elements = if is_html { elements(&body) } else { Vec::new() };
        Self { path: path.to_owned(), status, headers, body, elements }
    }

    pub(crate) fn is_html(&self) -> bool {
        !self.elements.is_empty()
    }

    pub(crate) fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }

    /// Where a 303 leads.
    pub(crate) fn leads_to(&self) -> &str {
        assert_eq!(self.status, StatusCode::SEE_OTHER, "{}: {}", self.path, self.said());
        self.header("location")
    }

    pub(crate) fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Element> {
        self.elements.iter().filter(move |element| element.name == name)
    }

    pub(crate) fn with_class<'a>(&'a self, class: &'a str) -> impl Iterator<Item = &'a Element> {
        self.elements.iter().filter(move |element| element.get("class").split(' ').any(|one| one == class))
    }

    /// The elements with this name that stand in one with that name.
    pub(crate) fn within<'a>(&'a self, outer: &'a str, name: &'a str) -> impl Iterator<Item = &'a Element> {
        self.all(name).filter(move |element| element.around.iter().any(|&at| self.elements[at].name == outer))
    }

    /// The only element with this name.
    pub(crate) fn only(&self, name: &str) -> &Element {
        let found: Vec<&Element> = self.elements.iter().filter(|element| element.name == name).collect();
        assert_eq!(found.len(), 1, "{}: {} × <{name}>", self.path, found.len());
        found[0]
    }

    pub(crate) fn title(&self) -> &str {
        &self.only("title").text
    }

    pub(crate) fn heading(&self) -> &str {
        &self.only("h1").text
    }

    /// All text of the main part.
    pub(crate) fn said(&self) -> &str {
        self.all("main").next().map_or(&self.body, |main| &main.text)
    }

    /// The lines of the error summary.
    pub(crate) fn errors(&self) -> Vec<String> {
        let Some(at) = self.elements.iter().position(|element| element.get("id") == "fouten") else {
            return Vec::new();
        };
        let inside = self.elements.iter().filter(|element| element.name == "li" && element.around.contains(&at));
        inside.map(|line| line.text.clone()).collect()
    }

    /// The answers that the check page shows, by name.
    pub(crate) fn shown(&self, attribute: &str) -> BTreeMap<String, String> {
        let rows = self.elements.iter().enumerate().filter(|(_, element)| element.has(attribute));
        rows.map(|(at, row)| {
            let value = self
                .elements
                .iter()
                .find(|element| element.around.last() == Some(&at) && element.name == "dd")
                .unwrap_or(row);
            (row.get(attribute).to_owned(), value.text.clone())
        })
        .collect()
    }

    /// Whether nothing around an element is hidden.
    pub(crate) fn is_in_view(&self, element: &Element) -> bool {
        element.around.iter().all(|&at| !self.elements[at].has("hidden"))
    }

    /// The addresses of all links.
    pub(crate) fn links(&self) -> BTreeSet<String> {
        self.all("a").map(|link| link.get("href").to_owned()).collect()
    }

    /// The form of the page.
    pub(crate) fn form(&self) -> Form {
        let forms = || self.elements.iter().enumerate().filter(|(_, element)| element.name == "form");
        // The form of a wizard, where smaller ones stand around it.
        let found = forms().find(|(_, element)| element.get("id") == "formulier").or_else(|| forms().next());
        let (at, form) = found.unwrap_or_else(|| panic!("{} holds no form: {}", self.path, self.said()));
        assert_eq!(form.get("method"), "post");
        let inside: Vec<(usize, &Element)> =
            self.elements.iter().enumerate().filter(|(_, element)| element.around.contains(&at)).collect();
        let mut controls: Vec<Control> = Vec::new();
        for (place, element) in &inside {
            let control = self.control(*place, element);
            let Some(control) = control else { continue };
            // Radio buttons and checkboxes of one name are one control.
            let same =
                controls.iter_mut().find(|known| known.name == control.name && known.kind != ControlKind::Hidden);
            match (same, &control.kind) {
                (Some(Control { kind: ControlKind::Offers(known), values, .. }), ControlKind::Offers(more)) => {
                    known.extend(more.clone());
                    values.extend(control.values);
                }
                _ => controls.push(control),
            }
        }
        // A button may stand elsewhere and name its form.
        let of_form = |element: &Element| {
            element.around.contains(&at) || (form.has("id") && element.get("form") == form.get("id"))
        };
        let buttons = self.elements.iter().filter(|element| element.name == "button" && of_form(element));
        let buttons = buttons.map(|button| button.get("value").to_owned()).collect();
        Form { action: form.get("action").to_owned(), controls, buttons }
    }

    fn control(&self, place: usize, element: &Element) -> Option<Control> {
        let name = element.get("name").to_owned();
        let value = element.get("value").to_owned();
        let (kind, values) = match (element.name.as_str(), element.get("type")) {
            ("input", "hidden") => (ControlKind::Hidden, vec![value]),
            ("input", "text") => (ControlKind::Text, vec![value]),
            // A browser leaves out the first line break of a text area (HTML, §13.1.2.5).
            ("textarea", _) => {
                let text = element.text.strip_prefix('\n').unwrap_or(&element.text);
                (ControlKind::Text, vec![text.to_owned()])
            }
            ("input", "radio" | "checkbox") => {
                let chosen = element.has("checked").then(|| value.clone());
                (ControlKind::Offers(vec![value]), chosen.into_iter().collect())
            }
            ("select", _) => {
                let options: Vec<&Element> = self
                    .elements
                    .iter()
                    .filter(|option| option.name == "option" && option.around.contains(&place))
                    .collect();
                let chosen = options.iter().find(|option| option.has("selected")).or(options.first());
                let values = chosen.map(|option| option.get("value").to_owned()).into_iter().collect();
                (ControlKind::Offers(options.iter().map(|option| option.get("value").to_owned()).collect()), values)
            }
            ("input", other) => panic!("{}: an input of type {other}", self.path),
            _ => return None,
        };
        Some(Control { name, kind, values })
    }

    /// What every page must keep to, whatever it shows.
    pub(crate) fn is_sound(&self) {
        let path = &self.path;
        for (name, value) in [("x-content-type-options", "nosniff"), ("cross-origin-resource-policy", "same-origin")] {
            assert_eq!(self.header(name), value, "{path}: {name}");
        }
        assert!(!self.header("cache-control").is_empty(), "{path}: how long may it be kept?");
        // Files that pages load, a style sheet made for a page among them.
        if path.starts_with("/assets/")
            || path.starts_with("/pkg/")
            || self.header("content-type").starts_with("text/css")
        {
            assert_eq!(self.header("content-security-policy"), "default-src 'none'; frame-ancestors 'none'", "{path}");
            return;
        }
        for (name, value) in [
            ("referrer-policy", "same-origin"),
            ("cross-origin-opener-policy", "same-origin"),
            ("cross-origin-embedder-policy", "require-corp"),
            ("x-frame-options", "DENY"),
        ] {
            assert_eq!(self.header(name), value, "{path}: {name}");
        }
        let policy = self.header("content-security-policy");
        for part in ["default-src 'none'", "base-uri 'none'", "frame-ancestors 'none'", "form-action 'self'"] {
            assert!(policy.contains(part), "{path}: {part}");
        }
        for part in ["unsafe-inline", "'unsafe-eval'", "http:", "https:", "*"] {
            assert!(!policy.contains(part), "{path}: the policy allows {part}");
        }
        assert!(self.header("permissions-policy").contains("camera=()"), "{path}");
        assert!(!self.status.is_server_error() || self.status == 503, "{path}: {}", self.status);
        if self.is_html() {
            self.is_sound_html();
        }
    }

    fn is_sound_html(&self) {
        let path = &self.path;
        assert!(self.body.starts_with("<!DOCTYPE html>"), "{path}");
        assert_eq!(self.only("html").get("lang"), "nl", "{path}");
        assert!(
            self.title().contains(" – Zorg- en Veiligheidshuis ") || self.status == StatusCode::MISDIRECTED_REQUEST,
            "{path}: {}",
            self.title()
        );
        assert!(!self.heading().trim().is_empty(), "{path}");
        self.only("main");
        let mut ids = BTreeSet::new();
        for element in &self.elements {
            let name = &element.name;
            assert!(name != "style" && name != "iframe" && name != "base", "{path}: <{name}>");
            if name == "script" {
                assert!(element.text.trim().is_empty() && element.has("src"), "{path}: a script of its own");
            }
            for (attribute, value) in &element.attributes {
                assert!(!attribute.starts_with("on") && attribute != "style", "{path}: <{name} {attribute}>");
                let leads = ["href", "src", "action", "formaction"].contains(&attribute.as_str());
                let runs = leads && value.trim_start().to_lowercase().starts_with("javascript:");
                assert!(!runs, "{path}: <{name} {attribute}>");
            }
            if element.has("id") {
                assert!(ids.insert(element.get("id")), "{path}: two elements have the id {}", element.get("id"));
            }
        }
        for element in &self.elements {
            let named = ["for", "aria-labelledby", "aria-describedby", "aria-controls"].map(|name| element.get(name));
            let jump = element.get("href").strip_prefix('#').unwrap_or("");
            for id in named.iter().flat_map(|ids| ids.split(' ')).chain([jump]).filter(|id| !id.is_empty()) {
                assert!(ids.contains(id), "{path}: <{}> points to #{id}, which is not there", element.name);
            }
        }
    }
}

fn elements(html: &str) -> Vec<Element> {
    let mut emitter = DefaultEmitter::default();
    emitter.naively_switch_states(true);
    let mut found: Vec<Element> = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    for token in Tokenizer::new_with_emitter(html, emitter) {
        match token.unwrap() {
            Token::StartTag(tag) => {
                let attributes = tag.attributes.iter().map(|(name, value)| (text(name), text(value))).collect();
                let name = text(&tag.name);
                let is_void = VOID.contains(&name.as_str()) || tag.self_closing;
                found.push(Element { name, attributes, text: String::new(), around: open.clone() });
                if !is_void {
                    open.push(found.len() - 1);
                }
            }
            Token::EndTag(tag) => {
                let name = text(&tag.name);
                let at = open.iter().rposition(|at| found[*at].name == name);
                assert_eq!(at.map(|at| at + 1), Some(open.len()), "</{name}> closes something else");
                open.pop();
            }
            Token::String(words) => {
                for at in &open {
                    found[*at].text.push_str(&text(&words));
                }
            }
            Token::Comment(_) | Token::Doctype(_) => {}
            Token::Error(error) => {
                // Typed control characters go back as they came: parse errors, but harmless ones.
                let error = format!("{:?}", *error);
                let harmless =
                    ["UnexpectedNullCharacter", "ControlCharacterInInputStream", "NoncharacterInInputStream"];
                assert!(harmless.contains(&error.as_str()), "{error}");
            }
        }
    }
    assert!(open.is_empty(), "<{}> stays open", found[open[0]].name);
    found
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}
