//! The one way from typed to accepted: `check(form, answers, context) → Verdict`, in three simple passes.
//!
//! 1. **Which fields apply** (`walk`): conditions over the answers give the route. What was typed on a branch that no longer
//!    applies is *parked*: kept, shown, never sent.
//! 2. **Each field alone** (`judge`): presence and kind; the value is normalised.
//! 3. **Between fields** (`accept`): the pruned, normalised answers deserialise into the typed structs of the form, whose
//!    `validator` rules hold lengths and whatever spans fields.
//!
//! Errors stop, warnings never do.

mod accept;
// Asking back is for the server alone.
#[cfg(not(target_arch = "wasm32"))]
mod alone;
pub mod coach;
mod judge;
mod options;
mod verdict;
mod walk;
mod warn;

pub use accept::{Accept, accept, shape};
#[cfg(not(target_arch = "wasm32"))]
pub(crate) use alone::asked as alone;
#[cfg(not(target_arch = "wasm32"))]
pub use alone::check_alone;
#[cfg(not(target_arch = "wasm32"))]
pub(crate) use judge::{LINE, PAGES};
pub use options::{Offer, offers, shown};
pub use verdict::{Code, Problem, Verdict, Warned, Warning};
pub use walk::{Asked, Walk, heading_of, row_name, walk};

use crate::answers::Answers;
use crate::context::Context;
use crate::form::{Ask, Form, Least, Step};

/// Judges all answers to a form. Never fails: whatever was typed gets a verdict.
pub fn check(form: &'static Form, answers: &Answers, context: &Context) -> Verdict {
    judge_walk(form, answers, context, &walk(form, answers, context))
}

/// The same, for whoever made the walk already.
pub fn judge_walk(form: &'static Form, answers: &Answers, context: &Context, walk: &Walk) -> Verdict {
    let mut accepted = Answers::default();
    let mut problems = Vec::new();

    for asked in walk.asked.iter().filter(|asked| asked.applies) {
        let ask = Ask { answers: &walk.applies, row: &asked.row, context };
        match judge::judge(form.steps, asked.field, &asked.name, ask) {
            Ok(Some(value)) => accepted.set(&asked.name, &value),
            Ok(None) => {}
            Err(code) => problems.push(Problem { name: asked.name.clone(), code }),
        }
    }
    for step in &walk.route {
        problems.extend(between_fields(step, walk, &accepted, context, &problems));
    }
    if problems.is_empty() {
        problems.extend((form.whole)(&accepted, ""));
        problems.extend((form.across)(&accepted, ""));
    }

    Verdict {
        problems: in_reading_order(problems, walk),
        warnings: warn::warnings(walk, &accepted, context),
        route: walk.route.iter().map(|step| step.slug).collect(),
        parked: walk.parked(answers),
        accepted,
    }
}

/// Problems of whole groups first, then those of fields in the order of the form. By picking, not by sorting: std's sort alone
/// is 9 kB in the browser.
fn in_reading_order(mut problems: Vec<Problem>, walk: &Walk) -> Vec<Problem> {
    let is_field = |problem: &Problem| walk.asked.iter().any(|asked| asked.name == problem.name);
    let mut ordered: Vec<Problem> = problems.extract_if(.., |problem| !is_field(problem)).collect();
    for asked in &walk.asked {
        ordered.extend(problems.extract_if(.., |problem| problem.name == asked.name));
    }
    ordered
}

/// The third pass for one step: its own section, then each row of its groups.
fn between_fields(step: &Step, walk: &Walk, accepted: &Answers, context: &Context, found: &[Problem]) -> Vec<Problem> {
    let mut problems = Vec::new();

    let mut section = String::from(step.section);
    section.push('.');
    problems.extend(by_rules(step.accept, accepted, &section, found));
    for group in step.groups() {
        if !group.when.holds(Ask { answers: &walk.applies, row: "", context }) {
            continue;
        }
        let rows = walk.applies.rows(group.name);
        let excused = matches!(group.least, Least::OneUnless(tick) if accepted.get(tick) == "ja");
        if rows.is_empty() && !matches!(group.least, Least::None) && !excused {
            problems.push(Problem { name: group.name.to_owned(), code: Code::NoRows });
        }
        if rows.len() > group.most {
            problems.push(Problem { name: group.name.to_owned(), code: Code::TooManyRows(group.most) });
        }
        for row in rows {
            let prefix = row.prefix(group.name);
            if let Some((own, other)) = group.distinct {
                let name = row_name(&prefix, &[".", own].concat());
                if !accepted.get(&name).is_empty() && accepted.get(&name) == accepted.get(other) {
                    problems.push(Problem { name, code: Code::SameAsMain });
                }
            }
            problems.extend(by_rules(group.accept, accepted, &prefix, found));
        }
    }
    problems
}

/// The rules of a section or row. A field with a problem of its own counts as answered, so that all errors of a page show at
/// once and none is told twice.
fn by_rules(accept: Accept, accepted: &Answers, prefix: &str, found: &[Problem]) -> Vec<Problem> {
    let is_wrong = |name: &str| found.iter().any(|problem| problem.name == name);
    let mut filled = accepted.of(prefix);
    for problem in found.iter().filter(|problem| problem.name.starts_with(prefix)) {
        filled.set(&problem.name, "?");
    }
    accept(&filled, prefix).into_iter().filter(|problem| !is_wrong(&problem.name)).collect()
}

#[cfg(test)]
pub(crate) mod tests;
