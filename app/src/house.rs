//! A house as its pages show it. Filled from the content folder; nothing here is fixed in code.

use crate::components::QuickExit;

/// The house a page speaks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct House {
    /// What it is: "Zorg- en Veiligheidshuis".
    pub kind: String,
    /// Where it is: "Noorderland".
    pub region: String,
    /// Its telephone number.
    pub phone: Phone,
    /// Where it stands.
    pub address: Address,
    /// The municipalities it works for, by name.
    pub municipalities: Vec<String>,
    /// Whom to call when it cannot wait.
    pub help_lines: Vec<HelpLine>,
    /// The way out at once, for pages and forms about violence; none where the house set none.
    pub exit: Option<QuickExit>,
    /// The way through the site, in order.
    pub nav: Vec<Link>,
    /// The links at the foot of every page, in order.
    pub footer: Vec<Link>,
}

impl House {
    /// "Zorg- en Veiligheidshuis Noorderland".
    pub fn name(&self) -> String {
        format!("{} {}", self.kind, self.region)
    }
}

/// A telephone number, as people read it and as a telephone dials it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phone {
    /// "088 - 123 45 67".
    pub shown: String,
    /// "+31881234567", or a short number: "112".
    pub dial: String,
}

impl Phone {
    /// The address of a link that calls it.
    pub fn href(&self) -> String {
        format!("tel:{}", self.dial)
    }
}

/// A visiting address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address {
    /// Street and number.
    pub street: String,
    /// Town.
    pub town: String,
}

/// A service to call when it cannot wait.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HelpLine {
    /// Its number.
    pub phone: Phone,
    /// Who answers, or for what.
    pub name: String,
    /// When to call it, in one line.
    pub when: String,
}

/// A link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// Its words.
    pub label: String,
    /// Its address.
    pub href: String,
}

impl Link {
    /// A link from its words and its address.
    pub fn new(label: impl Into<String>, href: impl Into<String>) -> Self {
        Self { label: label.into(), href: href.into() }
    }
}

/// Stands where a setting is still empty, so that a page never looks finished when it is not.
pub const NOT_FILLED_IN: &str = "nog niet ingevuld";
