//! What deserves attention but never stops anyone.

use super::{Walk, Warned, Warning, row_name};
use crate::answers::Answers;
use crate::form::{Group, Kind};
use crate::values::{Email, looks_like_bsn};

/// All warnings, in reading order of the form; those about rows last.
pub(super) fn warnings(walk: &Walk, accepted: &Answers) -> Vec<Warned> {
    let mut warnings: Vec<Warned> = walk
        .notices
        .iter()
        .map(|(_, notice)| Warned { name: notice.name.to_owned(), warning: Warning::Notice(notice.text) })
        .collect();
    for asked in walk.asked.iter().filter(|asked| asked.applies) {
        let value = accepted.get(&asked.name);
        let warning = match asked.field.kind {
            Kind::WorkEmail => is_free_mail(value).then_some(Warning::FreeMail),
            Kind::LongText => looks_like_bsn(value).then_some(Warning::BsnInText),
            _ => None,
        };
        warnings.extend(warning.map(|warning| Warned { name: asked.name.clone(), warning }));
    }
    for group in walk.route.iter().flat_map(|step| step.groups()) {
        warnings.extend(alike_rows(group, accepted));
    }
    warnings
}

fn is_free_mail(value: &str) -> bool {
    Email::parse(value).is_ok_and(|email| email.is_free_mail())
}

/// Warns at each row that is like an earlier one.
fn alike_rows(group: &Group, accepted: &Answers) -> Vec<Warned> {
    let rows = accepted.rows(group.name);
    let alike = |a: &str, b: &str, way: &[&str]| {
        way.iter().all(|field| {
            let (a, b) = (accepted.get(&[a, field].concat()), accepted.get(&[b, field].concat()));
            !a.is_empty() && a.eq_ignore_ascii_case(b)
        })
    };
    let mut warnings = Vec::new();
    for (index, row) in rows.iter().enumerate() {
        let row = row.prefix(group.name);
        let way = group
            .alike
            .iter()
            .find(|way| rows[..index].iter().any(|earlier| alike(&row, &earlier.prefix(group.name), way)));
        if let Some(first) = way.and_then(|way| way.first()) {
            warnings.push(Warned { name: row_name(&row, &[".", first].concat()), warning: Warning::AlikeRows });
        }
    }
    warnings
}
