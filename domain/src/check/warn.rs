//! What deserves attention but never stops anyone.

use super::{Walk, Warned, Warning, coach, row_name};
use crate::answers::Answers;
use crate::context::Context;
use crate::form::{Group, Kind};
use crate::values::{Email, looks_like_bsn};

/// All warnings, in reading order of the form; those about rows last.
pub(super) fn warnings(walk: &Walk, accepted: &Answers, context: &Context) -> Vec<Warned> {
    let mut warnings: Vec<Warned> = walk
        .notices
        .iter()
        .map(|(_, notice)| Warned { name: notice.name.to_owned(), warning: Warning::Notice(notice.text) })
        .collect();
    for asked in walk.asked.iter().filter(|asked| asked.applies) {
        let value = accepted.get(&asked.name);
        let warning = match asked.field.kind {
            Kind::WorkEmail if is_free_mail(value) => Some(Warning::FreeMail),
            Kind::WorkEmail => is_elsewhere(&asked.name, value, accepted, context).then_some(Warning::OtherDomain),
            Kind::LongText => looks_like_bsn(value).then_some(Warning::BsnInText),
            Kind::Nameless => {
                warnings.extend(coach::seen(value).map(|warning| Warned { name: asked.name.clone(), warning }));
                None
            }
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

/// Whether a work address is none of the organisation that was chosen beside it: `referrer.email` with `referrer.organisation`.
/// Nothing is said where the house knows no address of the organisation.
fn is_elsewhere(name: &str, value: &str, accepted: &Answers, context: &Context) -> bool {
    let Some(section) = name.strip_suffix("email").filter(|section| section.ends_with('.')) else { return false };
    let organisation = accepted.get(&[section, "organisation"].concat());
    let partner = context.partners.iter().find(|partner| partner.id == organisation);
    partner.is_some_and(|partner| !value.is_empty() && !partner.owns(value))
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
