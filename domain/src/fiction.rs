//! Submissions that nobody ever sent: good answers to any form, for tests, for examples and for trying the program.
//!
//! What is told follows from chance that is passed in. Who writes is passed in too (an [`Author`]): [`invented`] writes what can't be
//! taken for real; tests write what is harder to read.

mod answer;
mod chance;
mod house;
mod invented;
// The desk is for the server alone.
#[cfg(not(target_arch = "wasm32"))]
mod colleagues;
#[cfg(not(target_arch = "wasm32"))]
mod life;

pub use answer::answer;
pub use chance::Chance;
#[cfg(not(target_arch = "wasm32"))]
pub use colleagues::{COLLEAGUES, Colleague};
pub use house::house;
pub use invented::invented;
#[cfg(not(target_arch = "wasm32"))]
pub use life::{Deed, act, life};

use crate::answers::Answers;
use crate::check::{check, offers};
use crate::context::Context;
use crate::form::{Ask, Field, Form, Group, Least, Need, Part, Step};

/// What someone types where something is typed: the text of each box, in the order of [`Field::boxes`]. Ticks, choices and counts
/// are made by [`answer`]; an author leaves them empty.
pub type Author = fn(&Field, &Context, &mut Chance) -> Vec<String>;

/// New starts, where answers go together in no way.
const STARTS: usize = 100;
/// Answers given again before a new start.
const MENDS: usize = 40;

/// Answers that [`check`] accepts, with nothing parked. `None` where this house offers nothing to choose from: no rooms.
pub fn submission(form: &'static Form, context: &Context, author: Author, chance: &mut Chance) -> Option<Answers> {
    for _ in 0..STARTS {
        let mut sheet = Sheet { form, context, author, answers: careful(form, context, author, chance) };
        for _ in 0..MENDS {
            let verdict = check(form, &sheet.answers, context);
            if verdict.is_good() && verdict.parked.is_empty() {
                return Some(sheet.answers);
            }
            for name in &verdict.parked {
                sheet.forget(name);
            }
            for problem in &verdict.problems {
                sheet.mend(&problem.name, chance);
            }
        }
    }
    None
}

/// A good answer to every question that applies and is answered, from top to bottom. Two of them may contradict each other.
pub fn careful(form: &'static Form, context: &Context, author: Author, chance: &mut Chance) -> Answers {
    let mut sheet = Sheet { form, context, author, answers: Answers::default() };
    for step in form.steps {
        if !step.when.holds(sheet.ask("")) {
            continue;
        }
        for part in step.parts {
            match part {
                Part::Field(field) => sheet.fill(field, "", chance),
                Part::Group(group) => sheet.fill_group(group, chance),
                Part::Heading(_) | Part::Notice(_) => {}
            }
        }
    }
    sheet.answers
}

/// A form while it is filled in.
struct Sheet<'a> {
    form: &'static Form,
    context: &'a Context,
    author: Author,
    answers: Answers,
}

impl Sheet<'_> {
    fn ask<'a>(&'a self, row: &'a str) -> Ask<'a> {
        Ask { answers: &self.answers, row, context: self.context }
    }

    /// Answers a question that applies; half of those that may be left open stay open.
    fn fill(&mut self, field: &Field, row: &str, chance: &mut Chance) {
        let stays_open = field.need == Need::Optional && chance.once_in(2);
        if field.when.holds(self.ask(row)) && !stays_open {
            self.write(field, row, chance);
        }
    }

    fn fill_group(&mut self, group: &Group, chance: &mut Chance) {
        if !group.when.holds(self.ask("")) {
            return;
        }
        let least = u32::from(matches!(group.least, Least::One));
        for _ in 0..least + chance.below(3) {
            self.add_row(group, chance);
        }
    }

    fn add_row(&mut self, group: &Group, chance: &mut Chance) {
        let row = self.answers.next_row(group.name).prefix(group.name);
        for field in group.fields {
            self.fill(field, &row, chance);
        }
    }

    fn write(&mut self, field: &Field, row: &str, chance: &mut Chance) {
        let offered = offers(self.form.steps, field, self.ask(row));
        let texts = answer(field, &offered, self.context, self.author, chance);
        for (part, text) in field.boxes().iter().zip(texts) {
            self.answers.set(&[row, field.name, *part].concat(), &text);
        }
    }

    /// Takes away what may be left open, answers again what may not; a group gets the row it lacks.
    fn mend(&mut self, name: &str, chance: &mut Chance) {
        if let Some(field) = self.form.field_at(name) {
            let is_open = field.boxes().iter().all(|part| self.answers.get(&[name, *part].concat()).is_empty());
            if field.need == Need::Optional && !is_open {
                self.forget(name);
            } else {
                self.write(field, name.strip_suffix(field.name).unwrap_or(""), chance);
            }
        } else if let Some(group) = self.form.steps.iter().flat_map(Step::groups).find(|group| group.name == name) {
            self.add_row(group, chance);
        }
    }

    fn forget(&mut self, name: &str) {
        let boxes = self.form.field_at(name).map_or(&[""][..], Field::boxes);
        for part in boxes {
            self.answers.set(&[name, *part].concat(), "");
        }
    }
}
