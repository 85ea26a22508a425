//! The schema of one answer.

use super::condition::condition;
use crate::check::{LINE, PAGES};
use crate::form::{Choice, Field, Kind, Options};
use crate::handover::Tree;

/// What a good answer to this question is, under its label.
pub(super) fn question(field: &Field) -> Tree {
    let mut schema = Tree::object([("title", Tree::text(field.label))]);
    if !field.hint.is_empty() {
        schema = schema.with("description", Tree::text(field.hint));
    }
    let comments: Vec<String> = condition(&[field.when]).into_iter().chain(source(field)).collect();
    if !comments.is_empty() {
        schema = schema.with("$comment", Tree::Text(comments.join(" ")));
    }
    schema.and(answer(&field.kind))
}

fn answer(kind: &Kind) -> Tree {
    match kind {
        Kind::Text(_) | Kind::Addition => text(LINE),
        Kind::LongText | Kind::Nameless => text(PAGES),
        Kind::Email | Kind::WorkEmail => text(LINE).with("format", Tree::text("email")),
        Kind::OfficePhone => pattern(r"^(\+[0-9]{8,16}|[0-9]{3,11})$"),
        Kind::PersonPhone => pattern(r"^\+[0-9]{8,16}$"),
        Kind::Bsn => pattern("^[0-9]{9}$"),
        Kind::Postcode => pattern("^[1-9][0-9]{3} [A-Z]{2}$"),
        Kind::HouseNumber => pattern("^[1-9][0-9]*$"),
        // A year, a month or a day: what is unknown is left off.
        Kind::BirthDate => pattern("^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"),
        Kind::Day(_) => pattern("^[0-9]{4}-[0-9]{2}-[0-9]{2}$").with("format", Tree::text("date")),
        Kind::One(options) => choice(options),
        Kind::Many(options) => Tree::object([
            ("type", Tree::text("array")),
            ("minItems", Tree::Number(1)),
            ("uniqueItems", Tree::Bool(true)),
            ("items", choice(options)),
        ]),
        Kind::Tick => Tree::object([("const", Tree::Bool(true))]),
        Kind::Count(most) => Tree::object([
            ("type", Tree::text("integer")),
            ("minimum", Tree::Number(1)),
            ("maximum", Tree::Number(*most)),
        ]),
    }
}

fn text(most: usize) -> Tree {
    Tree::object([
        ("type", Tree::text("string")),
        ("minLength", Tree::Number(1)),
        ("maxLength", Tree::Number(u32::try_from(most).unwrap_or(u32::MAX))),
    ])
}

fn pattern(pattern: &str) -> Tree {
    Tree::object([("type", Tree::text("string")), ("pattern", Tree::text(pattern))])
}

fn choice(options: &Options) -> Tree {
    match options {
        Options::Fixed(choices) => Tree::object([("oneOf", Tree::List(choices.iter().map(titled).collect()))]),
        Options::Partners(_)
        | Options::PublicPartners
        | Options::Municipalities(_)
        | Options::Areas(_)
        | Options::Rooms
        | Options::Rows(..) => text(LINE),
    }
}

fn titled(choice: &Choice) -> Tree {
    let titled = Tree::object([("const", Tree::text(choice.value)), ("title", Tree::text(choice.label))]);
    if choice.hint.is_empty() { titled } else { titled.with("description", Tree::text(choice.hint)) }
}

/// Where the values of a choice come from that the form alone can't tell.
fn source(field: &Field) -> Option<String> {
    let (from, fixed) = match field.kind.options()? {
        Options::Fixed(_) => return None,
        Options::Partners(rest) => ("An id from the partner register of the house".to_owned(), vec![*rest]),
        Options::PublicPartners => {
            ("An id of a public participant from the partner register of the house".to_owned(), Vec::new())
        }
        Options::Municipalities(rest) => ("A code of a municipality of the house".to_owned(), vec![*rest]),
        Options::Areas(rest) => ("A code of a municipality, or an area, of the house".to_owned(), vec![*rest]),
        Options::Rooms => ("An id of a room of the house".to_owned(), Vec::new()),
        Options::Rows(group, before, after) => (format!("The key of a row of {group}"), vec![*before, *after]),
    };
    let others: Vec<String> =
        fixed.into_iter().flatten().map(|choice| format!(", or {} ({})", choice.value, choice.label)).collect();
    Some(format!("{from}{}.", others.concat()))
}
