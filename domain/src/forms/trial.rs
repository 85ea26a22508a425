//! Whole forms on trial: the least that may be sent, a change, what `check` says of it.

use crate::answers::Answers;
use crate::check::tests::tiny::context;
use crate::check::{Code, Verdict, Warned, check};
use crate::form::Form;
use crate::messages;

/// A sender of the partner register who writes from their own organisation.
pub(super) const SENDER: &str = "
sender.organisation=politie
sender.first_name=Sanne
sender.last_name=Jansen
sender.function=Wijkagent
sender.email=s.jansen@politie.example
sender.phone=046 123 45 67
";

/// A grown-up.
pub(super) const SUBJECT: &str = "
subject.given_names=S.
subject.last_name=de Wit
subject.birth_date.year=1985
";

/// A form, and answers to it that are as few as can be: parts of lines `name=answer`.
pub(super) struct Trial {
    pub(super) form: &'static Form,
    pub(super) least: &'static [&'static str],
}

impl Trial {
    /// The verdict on the least, with these lines laid over it.
    pub(super) fn judged(&self, changes: &str) -> Verdict {
        let mut answers = read(&self.least.concat());
        answers.overlay(&read(changes));
        check(self.form, &answers, &context())
    }

    /// What is wrong: name and code.
    pub(super) fn problems(&self, changes: &str) -> Vec<(String, Code)> {
        self.judged(changes).problems.into_iter().map(|problem| (problem.name, problem.code)).collect()
    }

    /// The one rule that is broken shows at this field, which exists, in a sentence of its own.
    pub(super) fn breaks(&self, changes: &str, name: &str, code: &'static str) {
        assert_eq!(self.problems(changes), [(name.to_owned(), Code::Rule(code))], "{changes}");
        assert!(messages::rules::text_of(code).is_some(), "{code} has no sentence");
        assert!(self.form.field_at(name).is_some(), "{code} shows nowhere");
    }

    /// What it warns of, where nothing is wrong.
    pub(super) fn warnings(&self, changes: &str) -> Vec<Warned> {
        let verdict = self.judged(changes);
        assert!(verdict.is_good(), "{changes}: {verdict:?}");
        verdict.warnings
    }

    /// The names of those warnings.
    pub(super) fn notices(&self, changes: &str) -> Vec<String> {
        self.warnings(changes).into_iter().map(|warned| warned.name).collect()
    }

    /// Nothing of the least can be left out.
    pub(super) fn needs_all_of_it(&self) {
        for line in self.least.concat().lines().filter(|line| !line.is_empty()) {
            let name = line.split_once('=').map_or(line, |(name, _)| name);
            assert!(!self.judged(&format!("{name}=")).is_good(), "{name} is not needed");
        }
    }
}

fn read(lines: &str) -> Answers {
    let pairs = lines.lines().filter_map(|line| line.split_once('='));
    Answers::from_pairs(pairs.map(|(name, text)| (name.to_owned(), text.to_owned())))
}
