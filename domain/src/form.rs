//! A form as data, in reading order: form → steps → parts (headings, fields, groups, notices).
//!
//! A form reads like its paper original. What may be answered, why it is asked, on which ground, who sees it and how long
//! it stays stand in one place: the definition that `check` enforces.

mod change;
mod entry;
mod field;
mod group;
mod purpose;
mod variant;
mod when;
mod words;

pub use change::{Change, What};
pub use entry::{Contributor, Effect, Entry, Exit, Heard, Taking};
pub use field::{Choice, DayRange, Field, Kind, Need, Options, Width, date_boxes};
pub use group::{Group, Least};
pub use purpose::Purpose;
pub use variant::replaced;
pub use when::{Ask, When};
pub use words::Words;

use crate::answers::RowKey;
use crate::check::Accept;
use crate::promise::Promise;
use crate::regime::Regime;

/// A form that people fill in. Whatever tells one form from another stands here; `app` and `server` know no form by name.
#[derive(Clone, Copy)]
pub struct Form {
    /// Its name in the URL and in the store: `regieteam`.
    pub slug: &'static str,
    /// Goes up when a question changes.
    pub version: u16,
    /// What changed since version 1, the oldest first: drafts that began with an older version show it.
    pub changes: &'static [Change],
    /// Title of the start page: "Aanmelden bij het Regieteam".
    pub title: &'static str,
    /// One sentence for search engines.
    pub description: &'static str,
    /// Where it goes, in a sentence and in mails: "het Regieteam".
    pub name: &'static str,
    /// What is filled in, and what the buttons say.
    pub words: &'static Words,
    /// How one begins.
    pub entry: Entry,
    /// Whether each page offers a way out at once.
    pub exit: Exit,
    /// The law it is handled under.
    pub regime: Regime,
    /// What the house promises about it, each with a date.
    pub promises: &'static [Promise],
    /// The field whose address gets the receipt. None: nobody gets a mail.
    pub receipt_to: Option<&'static str>,
    /// Who hears what once it is sent, for the check page.
    pub hears: &'static [Heard],
    /// What happens beside sealing it to the house.
    pub effect: Effect,
    /// The steps, in reading order.
    pub steps: &'static [Step],
    /// The shape of the whole, by its typed struct ([`crate::check::shape`]).
    pub whole: Accept,
    /// The rules that span steps ([`crate::check::accept`] of a struct that holds just what they look at), or [`no_rules`].
    pub across: Accept,
}

/// For a form or a group without rules of its own.
pub const fn no_rules(_: &crate::answers::Answers, _: &str) -> Vec<crate::check::Problem> {
    Vec::new()
}

/// One step of a form: one topic, one page.
#[derive(Clone, Copy)]
pub struct Step {
    /// Its name in the URL, Dutch: `betrokkene`.
    pub slug: &'static str,
    /// The question or topic, as the h1 of the page.
    pub title: &'static str,
    /// Paragraphs under the title.
    pub intro: &'static [&'static str],
    /// When this step is on the route.
    pub when: When,
    /// Headings, fields, groups and notices, in reading order.
    pub parts: &'static [Part],
    /// What all names of the step's own fields begin with: `person`.
    pub section: &'static str,
    /// The typed struct of the section: lengths and what spans fields of this step.
    pub accept: Accept,
}

/// One part of a step.
#[derive(Clone, Copy)]
pub enum Part {
    /// A heading that groups the fields after it.
    Heading(Heading),
    /// A question.
    Field(Field),
    /// A repeated group of questions.
    Group(Group),
    /// A remark that appears under a condition. Never stops anyone.
    Notice(Notice),
}

/// A heading with an optional line of text.
#[derive(Clone, Copy)]
pub struct Heading {
    /// The words of the heading.
    pub title: &'static str,
    /// One paragraph under it, may be empty.
    pub text: &'static str,
    /// When it shows.
    pub when: When,
}

/// A remark that depends on the answers: a warning in the verdict, a calm box on the page.
#[derive(Clone, Copy)]
pub struct Notice {
    /// Stable name, unique in the form: `criteria.none`.
    pub name: &'static str,
    /// What it says, B1.
    pub text: &'static str,
    /// When it shows.
    pub when: When,
}

impl Form {
    /// The step with this slug.
    pub fn step(&self, slug: &str) -> Option<&'static Step> {
        self.steps.iter().find(|step| step.slug == slug)
    }

    /// The step in which this name is asked, and its group where the name is of a row.
    pub fn step_of(&self, name: &str) -> Option<&'static Step> {
        let section = name.split_once('.').map_or(name, |(section, _)| section);
        self.steps.iter().find(|step| step.section == section || step.groups().any(|group| group.name == section))
    }

    /// The field with this full name: `person.birth_date`, `household.k2.last_name`.
    pub fn field_at(&self, name: &str) -> Option<&'static Field> {
        let step = self.step_of(name)?;
        step.fields().find(|field| field.name == name).or_else(|| {
            let (group, rest) = name.split_once('.')?;
            let (key, own) = rest.split_once('.')?;
            RowKey::parse(key)?;
            step.groups().find(|known| known.name == group)?.field(own)
        })
    }

    /// Whether a posted name belongs to this form; a date is posted in three boxes. Everything else in a post is dropped.
    pub fn knows(&self, posted: &str) -> bool {
        let is_box = |name: &str| self.field_at(name).is_some_and(|field| field.kind.is_date());
        match posted.rsplit_once('.') {
            Some((name, "day" | "month" | "year")) if is_box(name) => true,
            _ => self.field_at(posted).is_some_and(|field| !field.kind.is_date()),
        }
    }
}

impl Step {
    /// The step's own fields (not those of its groups).
    pub fn fields(&self) -> impl Iterator<Item = &'static Field> + use<> {
        self.parts.iter().filter_map(|part| if let Part::Field(field) = part { Some(field) } else { None })
    }

    /// The step's repeated groups.
    pub fn groups(&self) -> impl Iterator<Item = &'static Group> + use<> {
        self.parts.iter().filter_map(|part| if let Part::Group(group) = part { Some(group) } else { None })
    }
}

/// Words that only a page shows. Pages are made on the server alone, so the browser's copy of the rules leaves them out:
/// a third of the bundle.
pub const fn prose(text: &'static str) -> &'static str {
    if cfg!(target_arch = "wasm32") { "" } else { text }
}

/// Paragraphs of prose.
pub const fn paragraphs(texts: &'static [&'static str]) -> &'static [&'static str] {
    if cfg!(target_arch = "wasm32") { &[] } else { texts }
}

impl Part {
    /// A heading without text.
    pub const fn heading(title: &'static str) -> Self {
        Self::headed(title, "")
    }

    /// A heading with a line of text.
    pub const fn headed(title: &'static str, text: &'static str) -> Self {
        Self::Heading(Heading { title: prose(title), text: prose(text), when: When::Always })
    }

    /// A remark under a condition.
    pub const fn notice(name: &'static str, when: When, text: &'static str) -> Self {
        Self::Notice(Notice { name, text: prose(text), when })
    }
}
