//! Conditions as CSS: which fields show, decided by the browser itself from the same definition, with and without script.
//!
//! A condition that looks only at choices on its own page becomes a `:has()` rule. A browser without `:has()` drops the
//! rule and shows the field. Every other condition is decided on the server when the page is made. Where one of several reasons to show
//! a field lies on another page, the server shows it for that reason, and leaves the rest to the rule.

use std::collections::BTreeMap;
use std::fmt::Write;

use domain::context::{Context, ParticipantKind};
use domain::form::{Ask, Form, Kind, Part, Step, When};

/// The stylesheet of a form: hides what doesn't apply.
pub fn stylesheet(form: &Form, context: &Context) -> String {
    rules(form.steps, context)
}

/// The rules of some steps.
pub fn rules(steps: &[Step], context: &Context) -> String {
    let mut hidden_by: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for step in steps {
        for (when, id) in conditions(step) {
            if let Some(selector) = rule(when, step, context) {
                hidden_by.entry(selector).or_default().push(format!("[data-reveal=\"{id}\"]"));
            }
        }
    }
    let mut css = String::new();
    for (selector, ids) in hidden_by {
        let _ = writeln!(css, ".zvh-form:not({selector}) :is({}){{display:none}}", ids.join(","));
    }
    css
}

/// The mark of a part of the page that a rule of the stylesheet may hide; `None` where the server decides.
pub fn mark(step: &Step, when: &When, name: &str, ask: Ask<'_>) -> Option<String> {
    let holds_elsewhere = match when {
        When::Any(reasons) => {
            reasons.iter().any(|reason| selector(reason, step, ask.context).is_none() && reason.holds(ask))
        }
        _ => false,
    };
    let rule = rule(when, step, ask.context).filter(|_| !holds_elsewhere);
    rule.map(|_| id(step, name))
}

/// What the rule of a part looks at: its whole condition, or those of its reasons that lie on this page.
fn rule(when: &When, step: &Step, context: &Context) -> Option<String> {
    match when {
        When::Any(reasons) => {
            let here: Vec<_> = reasons.iter().filter_map(|reason| selector(reason, step, context)).collect();
            (!here.is_empty()).then(|| any_of(&here))
        }
        _ => selector(when, step, context),
    }
}

fn any_of(selectors: &[String]) -> String {
    format!(":is({})", selectors.join(","))
}

fn conditions(step: &Step) -> Vec<(&'static When, String)> {
    let mut found = Vec::new();
    for part in step.parts {
        match part {
            Part::Field(field) => found.push((&field.when, id(step, field.name))),
            Part::Notice(notice) => found.push((&notice.when, id(step, notice.name))),
            Part::Heading(heading) => found.push((&heading.when, id(step, heading.title))),
            Part::Group(group) => found.extend(group.fields.iter().map(|field| (&field.when, id(step, field.name)))),
        }
    }
    found
}

/// Headings have no name of their own, so their words serve; only letters and digits survive.
fn id(step: &Step, name: &str) -> String {
    let name: String = name.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect();
    format!("{}-{name}", step.slug)
}

/// The condition as a selector that matches the form when it holds; `None` when it looks beyond the choices of this page.
fn selector(when: &When, step: &Step, context: &Context) -> Option<String> {
    let each = |list: &[When]| list.iter().map(|when| selector(when, step, context)).collect::<Option<Vec<_>>>();
    match when {
        When::Is(name, values) => {
            is_choice_of(step, name).then(|| chosen(name, values.iter().map(|value| (*value).to_owned())))
        }
        When::MayNotRefer(name) => {
            let barred = context.partners.iter().filter(|partner| partner.kind == ParticipantKind::Incidenteel);
            is_choice_of(step, name).then(|| chosen(name, barred.map(|partner| partner.id.clone())))
        }
        When::All(list) => each(list).map(|all| all.concat()),
        When::Any(list) => each(list).map(|any| any_of(&any)),
        When::Not(inner) => selector(inner, step, context).map(|inner| format!(":not({inner})")),
        When::Filled(name) => is_here(step, name).then(|| filled(name)),
        When::Always | When::MaybeMinor(_) | When::HasRows(_) | When::Ticks(..) => None,
    }
}

/// A row page holds one row, so the end of the name is enough there.
fn named(name: &str) -> String {
    match name.strip_prefix('.') {
        Some(_) => format!("[name$=\"{name}\"]"),
        None => format!("[name=\"{name}\"]"),
    }
}

/// Something is ticked, chosen or typed; text boxes have an empty placeholder to tell by.
fn filled(name: &str) -> String {
    let named = named(name);
    let typed = format!("{named}:not(select,[type=hidden],[type=radio],[type=checkbox],:placeholder-shown)");
    format!(":has({named}:checked,{named} :checked:not([value=\"\"]),{typed})")
}

fn chosen(name: &str, values: impl Iterator<Item = String>) -> String {
    let named = named(name);
    let each = values.map(|value| format!("{named}[value=\"{value}\"]:checked,{named} [value=\"{value}\"]:checked"));
    let each: Vec<String> = each.collect();
    // Nothing to choose means: never.
    if each.is_empty() { ":not(*)".to_owned() } else { format!(":has({})", each.join(",")) }
}

fn is_here(step: &Step, name: &str) -> bool {
    match name.strip_prefix('.') {
        Some(own) => step.groups().any(|group| group.field(own).is_some()),
        None => step.fields().any(|field| field.name == name),
    }
}

fn is_choice_of(step: &Step, name: &str) -> bool {
    let is_choice = |kind: &Kind| matches!(kind, Kind::One(_) | Kind::Many(_) | Kind::Tick);
    match name.strip_prefix('.') {
        Some(own) => {
            step.groups().flat_map(|group| group.fields).any(|field| field.name == own && is_choice(&field.kind))
        }
        None => step.fields().any(|field| field.name == name && is_choice(&field.kind)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::NaiveDate;
    use domain::answers::Answers;
    use domain::{fiction, forms};

    /// The marks on the page of the requester: who asks for themselves lives there, who does not may want a letter.
    #[test]
    fn a_reason_on_another_page_shows_a_field_and_one_on_its_own_page_is_left_to_the_stylesheet() {
        let form = forms::find("avg-verzoek").unwrap();
        let step = form.steps.iter().find(|step| step.section == "requester").unwrap();
        let field = step.fields().find(|field| field.name == "requester.street").unwrap();
        let context = fiction::house(NaiveDate::from_ymd_opt(2026, 11, 22).unwrap());
        let marked = |whose: &str| {
            let answers = Answers::from_pairs([("data_request.for_whom".to_owned(), whose.to_owned())]);
            mark(step, &field.when, field.name, Ask { answers: &answers, row: "", context: &context })
        };
        assert_eq!(marked("zelf"), None);
        let other = marked("kind").unwrap();
        let css = stylesheet(form, &context);
        let rule = css.lines().find(|line| line.contains(&format!("[data-reveal=\"{other}\"]"))).unwrap();
        assert!(rule.contains("requester.channel") && !rule.contains("for_whom"), "{rule}");
    }

    #[test]
    fn what_must_hold_together_is_decided_on_the_server_where_a_part_of_it_lies_elsewhere() {
        const HERE: When = When::Is("requester.channel", &["post"]);
        const ELSEWHERE: When = When::Is("data_request.for_whom", &["zelf"]);
        let form = forms::find("avg-verzoek").unwrap();
        let step = form.steps.iter().find(|step| step.section == "requester").unwrap();
        let context = fiction::house(NaiveDate::from_ymd_opt(2026, 11, 22).unwrap());
        for (when, has_rule) in [
            (HERE, true),
            (ELSEWHERE, false),
            (When::Any(&[ELSEWHERE, HERE]), true),
            (When::Any(&[ELSEWHERE]), false),
            (When::All(&[ELSEWHERE, HERE]), false),
            (When::Not(&When::Any(&[ELSEWHERE, HERE])), false),
        ] {
            assert_eq!(rule(&when, step, &context).is_some(), has_rule);
        }
    }
}
