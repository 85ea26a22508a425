//! A repeated group of questions: household members, organisations.

use super::{Field, Purpose, When};
use crate::check::Accept;

/// Questions that are asked once per person or organisation. Each row has a stable key and a page of its own.
#[derive(Clone, Copy)]
pub struct Group {
    /// What the names of its answers begin with: `household` (→ `household.k2.last_name`).
    pub name: &'static str,
    /// Its name in the URL, Dutch: `persoon`.
    pub slug: &'static str,
    /// One row, in a heading: "Gezinslid of direct contact".
    pub one: &'static str,
    /// The rows together: "Gezinsleden en directe contacten".
    pub many: &'static str,
    /// The button that adds a row: "Nog iemand toevoegen" reads "Iemand toevoegen".
    pub add: &'static str,
    /// What stands where there are no rows yet.
    pub empty: &'static str,
    /// What to do where a row is needed and there is none.
    pub missing: &'static str,
    /// The questions, in reading order; their names are those within the row.
    pub fields: &'static [Field],
    /// The fields whose answers name a row: first name, last name.
    pub heading: &'static [&'static str],
    /// What stands between those answers: a space in a name, a comma between an organisation and its worker.
    pub between: &'static str,
    /// When the group applies.
    pub when: When,
    /// How many rows there must be.
    pub least: Least,
    /// How many rows there may be.
    pub most: usize,
    /// Field within the row and full name elsewhere that may not hold the same value: a household member can't have the
    /// BSN of the main person.
    pub distinct: Option<(&'static str, &'static str)>,
    /// Fields that together tell one row from another; two rows alike give a warning. Each entry is one way to be alike.
    pub alike: &'static [&'static [&'static str]],
    /// Why this group exists and on which ground.
    pub purpose: &'static Purpose,
    /// The typed struct of one row.
    pub accept: Accept,
}

/// How many rows there must be.
#[derive(Clone, Copy)]
pub enum Least {
    /// None needed.
    None,
    /// At least one.
    One,
    /// At least one, unless this statement is ticked.
    OneUnless(&'static str),
}

impl Group {
    /// The field with this name within the row.
    pub fn field(&self, name: &str) -> Option<&'static Field> {
        self.fields.iter().find(|field| field.name == name)
    }
}
