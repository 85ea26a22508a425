//! The JSON Schema (draft 2020-12) of what is handed over, from the definition of the form.
//!
//! A question without a condition that must be answered is `required`. One with a condition is not: `$comment` tells the condition,
//! which was checked before anything is handed over. What a house decides (its partners, municipalities, rooms) is any text.
//! <https://json-schema.org/draft/2020-12/json-schema-core>

mod condition;
mod question;

use condition::condition;
use question::question;

use super::{Place, ROW_KEY, Tree, own_name, sections};
use crate::form::{Field, Form, Group, Least, Need, Step, When};

/// The schema of the documents of this form.
pub fn schema(form: &Form) -> Tree {
    let text = |about| Tree::object([("type", Tree::text("string")), ("description", Tree::text(about))]);
    let document = object(vec![
        must("house", text("Short name of the house that received it.")),
        must("form", Tree::object([("const", Tree::text(form.slug))])),
        must("form_version", Tree::object([("const", Tree::Number(form.version.into()))])),
        must("reference", text("Number of the submission.").with("pattern", Tree::text(REFERENCES))),
        must("received_at", text("When it came in (RFC 3339, UTC).").with("format", Tree::text("date-time"))),
        must("answers", answers(form)),
    ]);
    Tree::object([
        ("$schema", Tree::text("https://json-schema.org/draft/2020-12/schema")),
        ("$id", Tree::Text(format!("urn:zvh:form:{}:{}", form.slug, form.version))),
        ("title", Tree::text(form.title)),
        ("description", Tree::text(form.description)),
    ])
    .and(document)
}

/// Letters of the house, year, four characters, a check character ([`crate::values::Reference`]).
const REFERENCES: &str = "^[A-Z]{2,4}-[0-9]{2}-[0-9A-Z]{4}-[0-9A-Z]$";

fn answers(form: &Form) -> Tree {
    let found = sections(form).map(|(step, place)| match place {
        Place::Section => Property { name: step.section, required: is_section_required(step), schema: section(step) },
        Place::Group(group) => {
            Property { name: group.name, required: is_group_required(step, group), schema: rows(step, group) }
        }
    });
    object(found.collect())
}

fn section(step: &Step) -> Tree {
    let fields = step.fields().map(|field| property(field, step.section));
    titled(step.title, &[step.when], object(fields.collect()))
}

/// A list of rows. Where there are none, the list is not there at all.
fn rows(step: &Step, group: &Group) -> Tree {
    let key = Tree::object([
        ("type", Tree::text("string")),
        ("pattern", Tree::text("^k[1-9][0-9]*$")),
        ("description", Tree::text("By this, other answers name the row.")),
    ]);
    let fields = group.fields.iter().map(|field| property(field, ""));
    let row = object(std::iter::once(must(ROW_KEY, key)).chain(fields).collect());
    let list = Tree::object([
        ("type", Tree::text("array")),
        ("minItems", Tree::Number(1)),
        ("maxItems", Tree::Number(u32::try_from(group.most).unwrap_or(u32::MAX))),
        ("items", row),
    ]);
    titled(group.many, &[step.when, group.when], list)
}

fn titled(title: &str, when: &[When], schema: Tree) -> Tree {
    let mut head = Tree::object([("title", Tree::text(title))]);
    if let Some(condition) = condition(when) {
        head = head.with("$comment", Tree::Text(condition));
    }
    head.and(schema)
}

/// A name of an object, and what stands under it.
struct Property {
    name: &'static str,
    required: bool,
    schema: Tree,
}

const fn must(name: &'static str, schema: Tree) -> Property {
    Property { name, required: true, schema }
}

fn property(field: &Field, section: &str) -> Property {
    Property { name: own_name(field, section), required: is_required(field), schema: question(field) }
}

/// An object with these names and no others.
fn object(properties: Vec<Property>) -> Tree {
    let required = Tree::texts(properties.iter().filter(|property| property.required).map(|property| property.name));
    let named = properties.into_iter().map(|property| (property.name.to_owned(), property.schema));
    Tree::object([
        ("type", Tree::text("object")),
        ("properties", Tree::Object(named.collect())),
        ("required", required),
        ("additionalProperties", Tree::Bool(false)),
    ])
}

fn is_required(field: &Field) -> bool {
    field.need == Need::Required && is_always(field.when)
}

fn is_section_required(step: &Step) -> bool {
    is_always(step.when) && step.fields().any(is_required)
}

fn is_group_required(step: &Step, group: &Group) -> bool {
    matches!(group.least, Least::One) && is_always(step.when) && is_always(group.when)
}

const fn is_always(when: When) -> bool {
    matches!(when, When::Always)
}
