//! What changed in a form between two versions: a draft that began with an older one shows it.

use super::{Form, prose};
use crate::answers::RowKey;

/// What happened to one question.
#[derive(Clone, Copy)]
pub struct Change {
    /// The version in which it happened.
    pub version: u16,
    /// Full name of the question; of a question in a group without the key of a row: `household.last_name`.
    pub field: &'static str,
    /// What happened.
    pub what: What,
}

/// What can happen to a question.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum What {
    /// It is asked since.
    Added,
    /// It asks something else, takes other answers or offers other choices.
    Changed,
    /// It is not asked any more; this was its label.
    Removed(&'static str),
}

impl Change {
    /// A question that is new in this version.
    pub const fn added(version: u16, field: &'static str) -> Self {
        Self { version, field, what: What::Added }
    }

    /// A question that is another in this version.
    pub const fn changed(version: u16, field: &'static str) -> Self {
        Self { version, field, what: What::Changed }
    }

    /// A question that is gone in this version. What was answered in older drafts is shown under this label, and not sent.
    pub const fn removed(version: u16, field: &'static str, label: &'static str) -> Self {
        Self { version, field, what: What::Removed(prose(label)) }
    }
}

impl Form {
    /// What happened to the question of this name (`household.k2.last_name`) after a version; the first that happened counts: what is
    /// new to a draft is new, whatever changed about it since.
    pub fn change_since(&self, version: u16, name: &str) -> Option<&'static Change> {
        let field = without_row(name);
        self.changes.iter().find(|change| change.version > version && change.field == field)
    }

    /// The question that is not asked any more under this name, or under the name of which this is a box of a date; with that name.
    pub fn removed<'a>(&self, name: &'a str) -> Option<(&'a str, &'static str)> {
        if self.field_at(name).is_some() {
            return None;
        }
        let whole = name.strip_suffix(".day").or(name.strip_suffix(".month")).or(name.strip_suffix(".year"));
        [Some(name), whole].into_iter().flatten().filter(|name| self.field_at(name).is_none()).find_map(|name| {
            let field = without_row(name);
            let mut about = self.changes.iter().rev().filter(|change| change.field == field);
            about.find_map(|change| match change.what {
                What::Removed(label) => Some((name, label)),
                What::Added | What::Changed => None,
            })
        })
    }
}

/// `household.last_name` of `household.k2.last_name`.
fn without_row(name: &str) -> String {
    let parts: Vec<&str> = name.split('.').filter(|part| RowKey::parse(part).is_none()).collect();
    parts.join(".")
}
