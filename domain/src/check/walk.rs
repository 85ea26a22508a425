//! Pass 1: which fields apply. One walk over the form in reading order.

use crate::answers::{Answers, RowKey};
use crate::context::Context;
use crate::form::{Ask, Field, Form, Group, Notice, Part, Step, date_boxes};

/// What the walk found.
pub struct Walk {
    /// Every field of every step and existing row, in reading order.
    pub asked: Vec<Asked>,
    /// The answers of the fields that apply, as typed.
    pub applies: Answers,
    /// The steps on the route.
    pub route: Vec<&'static Step>,
    /// The notices whose condition holds, with the step they stand in.
    pub notices: Vec<(&'static Step, &'static Notice)>,
}

/// A field as it is asked of these answers.
pub struct Asked {
    /// The step it stands in.
    pub step: &'static Step,
    /// The group and row it belongs to.
    pub group: Option<(&'static Group, RowKey)>,
    /// `household.k2.` inside a row, `""` outside.
    pub row: String,
    /// Its definition.
    pub field: &'static Field,
    /// Its full name.
    pub name: String,
    /// Whether its condition, its group's and its step's hold.
    pub applies: bool,
}

/// A name within a row where it begins with a dot, else as it is.
pub fn row_name(row: &str, name: &str) -> String {
    match name.strip_prefix('.') {
        Some(own) => [row, own].concat(),
        None => name.to_owned(),
    }
}

/// Walks the form. A condition sees only answers that apply and stand earlier, so a branch of a parked branch is parked too.
pub fn walk(form: &'static Form, answers: &Answers, context: &Context) -> Walk {
    let mut walk = Walk { asked: Vec::new(), applies: Answers::default(), route: Vec::new(), notices: Vec::new() };
    for step in form.steps {
        let on_route = step.when.holds(walk.ask("", context));
        if on_route {
            walk.route.push(step);
        }
        for part in step.parts {
            match part {
                Part::Heading(_) => {}
                Part::Field(field) => {
                    let applies = on_route && field.when.holds(walk.ask("", context));
                    walk.add(
                        answers,
                        Asked { step, group: None, row: String::new(), field, name: field.name.to_owned(), applies },
                    );
                }
                Part::Group(group) => {
                    let group_applies = on_route && group.when.holds(walk.ask("", context));
                    for key in answers.rows(group.name) {
                        let row = key.prefix(group.name);
                        for field in group.fields {
                            let applies = group_applies && field.when.holds(walk.ask(&row, context));
                            let name = [&row, field.name].concat();
                            walk.add(
                                answers,
                                Asked { step, group: Some((group, key)), row: row.clone(), field, name, applies },
                            );
                        }
                    }
                }
                Part::Notice(notice) => {
                    if on_route && notice.when.holds(walk.ask("", context)) {
                        walk.notices.push((step, notice));
                    }
                }
            }
        }
    }
    walk
}

impl Walk {
    fn ask<'a>(&'a self, row: &'a str, context: &'a Context) -> Ask<'a> {
        Ask { answers: &self.applies, row, context }
    }

    fn add(&mut self, answers: &Answers, asked: Asked) {
        if asked.applies {
            for (part, answer) in answers_of(answers, &asked) {
                self.applies.set(&[&asked.name, part].concat(), answer);
            }
        }
        self.asked.push(asked);
    }

    /// The names of fields that were answered but no longer apply.
    pub fn parked(&self, answers: &Answers) -> Vec<String> {
        let typed = |asked: &Asked| answers_of(answers, asked).any(|(_, answer)| !answer.trim().is_empty());
        self.asked.iter().filter(|asked| !asked.applies && typed(asked)).map(|asked| asked.name.clone()).collect()
    }
}

/// What was answered in each box of a question.
fn answers_of<'a>(answers: &'a Answers, asked: &Asked) -> impl Iterator<Item = (&'static str, &'a str)> {
    let boxes = asked.field.boxes();
    let answer =
        if asked.field.kind.is_date() { date_boxes(answers, &asked.name) } else { [answers.get(&asked.name), "", ""] };
    boxes.iter().copied().zip(answer)
}

/// The value of "another" in every choice.
const OTHER: &str = "andere";

/// What a row is called: the answers of the group's heading fields, `""` where none was given.
pub fn heading_of(steps: &[Step], group: &Group, row: &str, answers: &Answers, context: &Context) -> String {
    let mut heading = String::new();
    for name in group.heading {
        // A heading is made of texts and fixed choices (a test of each form holds it to that), so this never goes in circles.
        let Some(field) = group.field(name) else { continue };
        let full = [row, name].concat();
        let shown = super::options::shown(steps, field, answers.get(&full), Ask { answers, row, context });
        let shown = shown.trim();
        // "Another, namely …": the name that follows says it.
        let follows = answers.get(&full) == OTHER;
        if !shown.is_empty() && !follows {
            if !heading.is_empty() {
                heading.push_str(group.between);
            }
            heading.push_str(shown);
        }
    }
    heading
}
