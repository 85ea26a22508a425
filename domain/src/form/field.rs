//! One question: what it asks, what a good answer is, why it is asked.

use super::{Purpose, When, prose};
use crate::answers::Answers;

/// A question with one answer.
#[derive(Clone, Copy)]
pub struct Field {
    /// Full name (`person.last_name`), or the name within the row for a field of a group (`last_name`).
    pub name: &'static str,
    /// The label above the box, or the question of a choice.
    pub label: &'static str,
    /// Help under the label; may be empty.
    pub hint: &'static str,
    /// The answer in a sentence: "Vul {noun} in", "Kies {noun}".
    pub noun: &'static str,
    /// What a good answer is.
    pub kind: Kind,
    /// Whether it must be answered where it applies.
    pub need: Need,
    /// When it applies.
    pub when: When,
    /// Why it is asked, B1.
    pub why: &'static str,
    /// On which ground, who sees it, how long it stays.
    pub purpose: &'static Purpose,
    /// The browser's own fill-in help (`email`, `tel`, …; WCAG 1.3.5), for data of the person at the keyboard only.
    pub autocomplete: &'static str,
}

/// Whether a field that applies must be answered.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Need {
    /// Must be answered.
    Required,
    /// May be left open; the label says so.
    Optional,
}

/// What kind of answer a field takes; decides parsing, the box on the page and the error messages.
#[derive(Clone, Copy)]
pub enum Kind {
    /// One line.
    Text(Width),
    /// Several lines.
    LongText,
    /// Several lines in which no personal data belong: a coach points at what looks like it, and stops nobody.
    Nameless,
    /// An e-mail address of anyone.
    Email,
    /// A work address: one of a free provider gives a warning.
    WorkEmail,
    /// Telephone of an organisation: short numbers are real numbers there.
    OfficePhone,
    /// Telephone of a person.
    PersonPhone,
    /// Burgerservicenummer.
    Bsn,
    /// Dutch postal code.
    Postcode,
    /// House number without its addition.
    HouseNumber,
    /// What stands behind the house number: letter, addition.
    Addition,
    /// A date of birth of which parts may be unknown. Typed in three boxes: `.day`, `.month`, `.year`.
    BirthDate,
    /// A full date, typed in three boxes.
    Day(DayRange),
    /// One of several: radio buttons, or a select where there are many.
    One(Options),
    /// Any number of several: checkboxes.
    Many(Options),
    /// A statement to agree with: one checkbox, answer `ja`.
    Tick,
    /// A whole number from one to this.
    Count(u32),
}

/// How wide a one-line box is: the width hints the answer.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Width {
    /// A few characters: initials, an addition.
    Short,
    /// A word or two.
    Medium,
    /// The full column.
    Wide,
}

/// Which days a date may be.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum DayRange {
    /// Today or earlier.
    Past,
    /// Today or later.
    Future,
    /// Any day: it may have been or be yet to come.
    Any,
}

/// Where the options of a choice come from.
#[derive(Clone, Copy)]
pub enum Options {
    /// A list in the definition.
    Fixed(&'static [Choice]),
    /// The partner register of the house, then these.
    Partners(&'static [Choice]),
    /// The public participants of the partner register: those that weigh (WGS art. 2.31 lid 2).
    PublicPartners,
    /// The municipalities of the house, then these.
    Municipalities(&'static [Choice]),
    /// The municipalities of the house, then the areas of the houses it works with, then these.
    Areas(&'static [Choice]),
    /// The rooms of the house.
    Rooms,
    /// The rows of a group that stands earlier in the form (`organisations`), with these around them: before, after.
    Rows(&'static str, &'static [Choice], &'static [Choice]),
}

/// One option.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Choice {
    /// What is stored.
    pub value: &'static str,
    /// What is shown.
    pub label: &'static str,
    /// A line under the label; may be empty.
    pub hint: &'static str,
}

impl Choice {
    /// An option without a line under it.
    pub const fn new(value: &'static str, label: &'static str) -> Self {
        Self { value, label: prose(label), hint: "" }
    }

    /// An option with a line under it.
    pub const fn hinted(value: &'static str, label: &'static str, hint: &'static str) -> Self {
        Self { value, label: prose(label), hint: prose(hint) }
    }
}

impl Field {
    /// A required question that always applies. `label` is what stands above it, `noun` is the answer in a sentence.
    pub const fn new(
        name: &'static str,
        kind: Kind,
        label: &'static str,
        noun: &'static str,
        purpose: &'static Purpose,
    ) -> Self {
        Self {
            name,
            label: prose(label),
            hint: "",
            noun,
            kind,
            need: Need::Required,
            when: When::Always,
            why: "",
            purpose,
            autocomplete: "",
        }
    }

    /// With help under the label.
    #[must_use]
    pub const fn hint(self, hint: &'static str) -> Self {
        Self { hint: prose(hint), ..self }
    }

    /// With the reason why it is asked.
    #[must_use]
    pub const fn why(self, why: &'static str) -> Self {
        Self { why: prose(why), ..self }
    }

    /// May be left open.
    #[must_use]
    pub const fn optional(self) -> Self {
        Self { need: Need::Optional, ..self }
    }

    /// Applies only under a condition.
    #[must_use]
    pub const fn when(self, when: When) -> Self {
        Self { when, ..self }
    }

    /// The browser may fill it in from the person's own data.
    #[must_use]
    pub const fn autocomplete(self, autocomplete: &'static str) -> Self {
        Self { autocomplete: prose(autocomplete), ..self }
    }

    /// As a part of a step.
    pub const fn part(self) -> super::Part {
        super::Part::Field(self)
    }

    /// The names under which this field is typed: itself, or its three boxes.
    pub fn boxes(&self) -> &'static [&'static str] {
        if self.kind.is_date() { &[".day", ".month", ".year"] } else { &[""] }
    }
}

impl Kind {
    /// Typed in three boxes.
    pub fn is_date(&self) -> bool {
        matches!(self, Self::BirthDate | Self::Day(_))
    }
}

/// What was typed in the three boxes of a date: day, month, year. Of an accepted date ("1985-03-07", "1985-03", "1985"), its parts.
pub fn date_boxes<'a>(answers: &'a Answers, name: &str) -> [&'a str; 3] {
    let typed = [".day", ".month", ".year"].map(|part| answers.get(&[name, part].concat()));
    if typed != [""; 3] {
        return typed;
    }
    let mut parts = answers.get(name).splitn(3, '-');
    let mut part = || parts.next().unwrap_or_default();
    let (year, month, day) = (part(), part(), part());
    [day, month, year]
}
