//! Some fields on their own: what the desk asked back, and its sender answers without going through the form again.

use super::judge::judge;
use super::verdict::{Problem, Verdict};
use super::walk::{Asked, Walk};
use super::warn::warnings;
use crate::answers::{Answers, RowKey};
use crate::context::Context;
use crate::form::{Ask, Form};

/// Judges just the fields with these names, each by its kind and whatever its conditions. `answers` may hold more: the rows that a
/// choice offers come from there. A name that the form does not know is nothing; what spans fields is not judged, and nothing is
/// parked.
pub fn check_alone(form: &'static Form, names: &[String], answers: &Answers, context: &Context) -> Verdict {
    let asked: Vec<Asked> = names.iter().filter_map(|name| asked(form, name)).collect();
    let mut accepted = Answers::default();
    let mut problems = Vec::new();
    for Asked { name, field, row, .. } in &asked {
        match judge(form.steps, field, name, Ask { answers, row, context }) {
            Ok(value) => accepted.set(name, value.as_deref().unwrap_or("")),
            Err(code) => problems.push(Problem { name: name.clone(), code }),
        }
    }
    let walk = Walk { asked, applies: Answers::default(), route: Vec::new(), notices: Vec::new() };
    let mut route: Vec<&str> = walk.asked.iter().map(|asked| asked.step.slug).collect();
    route.dedup();
    Verdict { problems, warnings: warnings(&walk, &accepted, context), route, parked: Vec::new(), accepted }
}

/// The field with this name, as if it applied.
pub(crate) fn asked(form: &'static Form, name: &str) -> Option<Asked> {
    let (field, step) = (form.field_at(name)?, form.step_of(name)?);
    let group = name.split_once('.').and_then(|(section, rest)| {
        let group = step.groups().find(|group| group.name == section)?;
        Some((group, RowKey::parse(rest.split_once('.')?.0)?))
    });
    let row = group.map_or_else(String::new, |(group, key)| key.prefix(group.name));
    Some(Asked { step, group, row, field, name: name.to_owned(), applies: true })
}

#[cfg(test)]
mod tests;
