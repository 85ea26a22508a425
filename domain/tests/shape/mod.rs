//! The questions of a form as text, one a line: `person.kind: one of a|b|c, required`. And what differs between two of these.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use domain::form::{Choice, DayRange, Field, Form, Kind, Least, Need, Options, Part};

/// All that matters to a draft: names, kinds, choices, what must be answered. Words may change.
pub(crate) fn shape(form: &Form) -> String {
    let mut text = String::new();
    for part in form.steps.iter().flat_map(|step| step.parts) {
        match part {
            Part::Field(field) => line(&mut text, field.name, field),
            Part::Group(group) => {
                let least = match group.least {
                    Least::None => "any number of",
                    Least::One => "at least one",
                    Least::OneUnless(_) => "at least one, or a tick",
                };
                let _ = writeln!(text, "{}: rows, {least}, at most {}", group.name, group.most);
                for field in group.fields {
                    line(&mut text, &format!("{}.{}", group.name, field.name), field);
                }
            }
            Part::Heading(_) | Part::Notice(_) => {}
        }
    }
    text
}

fn line(text: &mut String, name: &str, field: &Field) {
    let need = match field.need {
        Need::Required => "required",
        Need::Optional => "optional",
    };
    let _ = writeln!(text, "{name}: {}, {need}", kind(&field.kind));
}

fn kind(kind: &Kind) -> String {
    match kind {
        Kind::Text(_) => "text".to_owned(),
        Kind::LongText => "long text".to_owned(),
        Kind::Nameless => "long text without names".to_owned(),
        Kind::Email => "mail address".to_owned(),
        Kind::WorkEmail => "work address".to_owned(),
        Kind::OfficePhone => "office telephone".to_owned(),
        Kind::PersonPhone => "telephone".to_owned(),
        Kind::Bsn => "bsn".to_owned(),
        Kind::Postcode => "postcode".to_owned(),
        Kind::HouseNumber => "house number".to_owned(),
        Kind::Addition => "addition".to_owned(),
        Kind::BirthDate => "birth date".to_owned(),
        Kind::Day(DayRange::Past) => "day until today".to_owned(),
        Kind::Day(DayRange::Future) => "day from today".to_owned(),
        Kind::Day(DayRange::Any) => "day".to_owned(),
        Kind::One(options) => format!("one of {}", choices(options)),
        Kind::Many(options) => format!("some of {}", choices(options)),
        Kind::Tick => "tick".to_owned(),
        Kind::Count(most) => format!("number up to {most}"),
    }
}

fn choices(options: &Options) -> String {
    let values = |list: &[Choice]| list.iter().map(|choice| choice.value).collect::<Vec<_>>().join("|");
    match options {
        Options::Fixed(list) => values(list),
        Options::Partners(rest) => format!("partners|{}", values(rest)),
        Options::PublicPartners => "public partners".to_owned(),
        Options::Municipalities(rest) => format!("municipalities|{}", values(rest)),
        Options::Areas(rest) => format!("areas|{}", values(rest)),
        Options::Rooms => "rooms".to_owned(),
        Options::Rows(group, before, after) => format!("{}|rows of {group}|{}", values(before), values(after)),
    }
}

/// How a question differs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Differs {
    Added,
    Changed,
    Removed,
}

/// Every question that is not the same in both, by name.
pub(crate) fn differences(before: &str, after: &str) -> Vec<(String, Differs)> {
    let read = |shape: &str| -> BTreeMap<String, String> {
        shape.lines().filter_map(|line| line.split_once(": ")).map(|(a, b)| (a.to_owned(), b.to_owned())).collect()
    };
    let (before, after) = (read(before), read(after));
    let mut found: Vec<(String, Differs)> = Vec::new();
    for (name, asked) in &before {
        match after.get(name) {
            None => found.push((name.clone(), Differs::Removed)),
            Some(now) if now != asked => found.push((name.clone(), Differs::Changed)),
            Some(_) => {}
        }
    }
    found.extend(after.keys().filter(|name| !before.contains_key(*name)).map(|name| (name.clone(), Differs::Added)));
    found
}

#[test]
fn differences_are_found() {
    let before =
        "a.x: text, required\na.y: one of p|q, required\na.z: tick, optional\nrows: rows, any number of, at most 5\n";
    let after = "a.x: text, required\na.y: one of p|q|r, required\na.new: text, optional\nrows: rows, any number of, at most 6\n";
    let found = differences(before, after);
    let expected =
        [("a.y", Differs::Changed), ("a.z", Differs::Removed), ("rows", Differs::Changed), ("a.new", Differs::Added)];
    assert_eq!(found, expected.map(|(name, how)| (name.to_owned(), how)));
    assert!(differences(before, before).is_empty());
}
