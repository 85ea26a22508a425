//! Accepted answers for another system: structured JSON that says what each answer is, and the JSON Schema of that, both made from
//! the definition of the form.
//!
//! A section is an object, a group a list in the order of its rows, ticks are a list, a number is a number. A row carries its `key`,
//! by which other answers name it. What was not answered is not there.

mod example;
mod schema;
mod tree;

pub use example::{another_example, example};
pub use schema::schema;
pub use tree::Tree;

use crate::answers::{Answers, RowKey};
use crate::form::{Field, Form, Group, Kind, Step};

/// What is known of a submission beside its answers.
#[derive(Clone, Copy)]
pub struct Received<'a> {
    /// Short name of the house.
    pub house: &'a str,
    /// Its number.
    pub reference: &'a str,
    /// When it came in (RFC 3339, UTC).
    pub received_at: &'a str,
}

/// The whole document that is handed over; [`schema`] describes it.
pub fn document(form: &Form, received: Received<'_>, accepted: &Answers) -> Tree {
    Tree::object([
        ("house", Tree::text(received.house)),
        ("form", Tree::text(form.slug)),
        ("form_version", Tree::Number(form.version.into())),
        ("reference", Tree::text(received.reference)),
        ("received_at", Tree::text(received.received_at)),
        ("answers", answers(form, accepted)),
    ])
}

/// Accepted answers (those of a [`crate::check::Verdict`]), by section and group, in reading order.
pub fn answers(form: &Form, accepted: &Answers) -> Tree {
    let mut found = Vec::new();
    for step in form.steps {
        let own = values(step.fields(), accepted, "", step.section);
        if !own.is_empty() {
            found.push((step.section.to_owned(), Tree::Object(own)));
        }
        for group in step.groups() {
            let rows: Vec<Tree> = accepted.rows(group.name).into_iter().map(|key| row(group, key, accepted)).collect();
            if !rows.is_empty() {
                found.push((group.name.to_owned(), Tree::List(rows)));
            }
        }
    }
    Tree::Object(found)
}

fn row(group: &Group, key: RowKey, accepted: &Answers) -> Tree {
    let mut found = vec![(ROW_KEY.to_owned(), Tree::Text(key.to_string()))];
    found.extend(values(group.fields.iter(), accepted, &key.prefix(group.name), ""));
    Tree::Object(found)
}

/// How a row tells which one it is. No question of a group has this name.
const ROW_KEY: &str = "key";

fn values<'a>(
    fields: impl Iterator<Item = &'a Field>,
    accepted: &Answers,
    row: &str,
    section: &str,
) -> Vec<(String, Tree)> {
    let answered = fields.filter_map(|field| {
        let text = accepted.get(&[row, field.name].concat());
        (!text.is_empty()).then(|| (own_name(field, section).to_owned(), value(field, text)))
    });
    answered.collect()
}

/// The name within its section: `last_name` of `person.last_name`.
fn own_name(field: &Field, section: &str) -> &'static str {
    field.name.strip_prefix(section).and_then(|rest| rest.strip_prefix('.')).unwrap_or(field.name)
}

fn value(field: &Field, text: &str) -> Tree {
    match field.kind {
        Kind::Many(_) => Tree::List(text.lines().map(Tree::text).collect()),
        Kind::Tick => Tree::Bool(true),
        Kind::Count(_) => text.parse().map_or_else(|_| Tree::text(text), Tree::Number),
        Kind::Text(_)
        | Kind::LongText
        | Kind::Nameless
        | Kind::Email
        | Kind::WorkEmail
        | Kind::OfficePhone
        | Kind::PersonPhone
        | Kind::Bsn
        | Kind::Postcode
        | Kind::HouseNumber
        | Kind::Addition
        | Kind::BirthDate
        | Kind::Day(_)
        | Kind::One(_) => Tree::text(text),
    }
}

/// All sections and groups of a form, with the step they stand in.
fn sections(form: &Form) -> impl Iterator<Item = (&'static Step, Place)> + use<> {
    form.steps.iter().flat_map(|step| {
        let own = step.fields().next().map(|_| (step, Place::Section));
        own.into_iter().chain(step.groups().map(move |group| (step, Place::Group(group))))
    })
}

/// What stands under one name of `answers`.
enum Place {
    Section,
    Group(&'static Group),
}
