//! Whole sets of answers to a form: the least that may be sent, with changes laid over it.

use super::tiny::context;
use crate::answers::Answers;
use crate::check::{Code, Verdict, check};
use crate::form::Form;

/// A form with the least that may be sent, one name and answer a line.
pub(crate) struct Whole {
    pub(crate) form: &'static Form,
    pub(crate) least: &'static str,
}

impl Whole {
    pub(crate) fn judged(&self, changes: &str) -> Verdict {
        let mut answers = read(self.least);
        answers.overlay(&read(changes));
        check(self.form, &answers, &context())
    }

    pub(crate) fn problems(&self, changes: &str) -> Vec<(String, Code)> {
        self.judged(changes).problems.into_iter().map(|problem| (problem.name, problem.code)).collect()
    }

    /// Each warning with the name at which it shows. The answers may be sent.
    pub(crate) fn warnings(&self, changes: &str) -> Vec<(String, String)> {
        let verdict = self.judged(changes);
        assert!(verdict.is_good(), "{verdict:?}");
        verdict.warnings.into_iter().map(|warned| (warned.name, format!("{:?}", warned.warning))).collect()
    }

    /// It may be sent without a word of warning, and nothing of it may be left out.
    pub(crate) fn needs_each_of_the_least(&self) {
        assert_eq!(self.warnings(""), []);
        for (name, _) in self.least.lines().filter_map(|line| line.split_once('=')) {
            let problems = self.problems(&[name, "="].concat());
            assert!(!problems.is_empty(), "{name} may be left out");
        }
    }

    /// This rule, and nothing else, is broken by the changes. It shows at a question and has a sentence.
    pub(crate) fn breaks(&self, changes: &str, name: &str, rule: &'static str) {
        assert_eq!(self.problems(changes), [(name.to_owned(), Code::Rule(rule))], "{changes}");
        assert!(crate::messages::rules::text_of(rule).is_some(), "{rule} has no sentence");
        assert!(self.form.field_at(name).is_some(), "{rule} shows nowhere");
    }
}

fn read(lines: &str) -> Answers {
    let lines = lines.lines().filter_map(|line| line.split_once('='));
    Answers::from_pairs(lines.map(|(name, text)| (name.to_owned(), text.to_owned())))
}
