//! A condition of a form in words, for whoever builds what reads the documents.

use crate::form::When;

/// "Only where …": all of these together. `None`: always.
pub(super) fn condition(all: &[When]) -> Option<String> {
    let told: Vec<String> = all.iter().filter(|when| !matches!(when, When::Always)).map(told).collect();
    (!told.is_empty()).then(|| format!("Only where {}.", told.join(" and ")))
}

/// A name that begins with a dot is of the same row.
fn told(when: &When) -> String {
    match when {
        When::Always => "always".to_owned(),
        When::Is(name, values) => format!("{name} is {}", values.join(" or ")),
        When::Filled(name) => format!("{name} is answered"),
        When::MaybeMinor(name) => format!("{name} leaves open that the person is under 18"),
        When::MayNotRefer(name) => format!("{name} is an organisation that may not refer by itself"),
        When::HasRows(group) => format!("{group} has a row"),
        When::Ticks(name, count) => format!("{name} has {count} values"),
        When::All(list) => joined(list, " and "),
        When::Any(list) => joined(list, " or "),
        When::Not(when) => format!("not ({})", told(when)),
    }
}

fn joined(list: &[When], between: &str) -> String {
    let each: Vec<String> = list.iter().map(|when| format!("({})", told(when))).collect();
    each.join(between)
}
