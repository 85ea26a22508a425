//! What `check` says of a set of answers.

use std::fmt::{self, Write};

use crate::answers::Answers;
use crate::values::{AdditionError, BsnError, DateError, EmailError, HouseNumberError, PhoneError, PostcodeError};

/// The judgement of all answers to a form.
pub struct Verdict {
    /// What stops sending, in reading order. `messages` turns each into Dutch.
    pub problems: Vec<Problem>,
    /// What deserves attention but never stops anyone.
    pub warnings: Vec<Warned>,
    /// The slugs of the steps that apply.
    pub route: Vec<&'static str>,
    /// Names that were answered on a branch that no longer applies: kept, shown, never sent.
    pub parked: Vec<String>,
    /// The normalised answers that apply and are good.
    pub accepted: Answers,
}

/// A problem with the answer under one name (or with a group, under the group's name).
#[derive(Clone, PartialEq, Eq)]
pub struct Problem {
    /// Full name of the field.
    pub name: String,
    /// What is wrong.
    pub code: Code,
}

/// What can be wrong with an answer.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Code {
    /// Required and not answered.
    Missing,
    /// Not one of the options.
    UnknownChoice,
    /// Longer than this many characters.
    TooLong(usize),
    /// No burgerservicenummer.
    Bsn(BsnError),
    /// No postal code.
    Postcode(PostcodeError),
    /// No house number.
    HouseNumber(HouseNumberError),
    /// No addition to a house number.
    Addition(AdditionError),
    /// No telephone number.
    Phone(PhoneError),
    /// No e-mail address.
    Email(EmailError),
    /// No date, or no date of birth.
    Date(DateError),
    /// No whole number from one to this.
    Count(u32),
    /// A date that should be today or earlier.
    InFuture,
    /// A date that should be today or later.
    InPast,
    /// The same value as that of the main person.
    SameAsMain,
    /// The group needs a row.
    NoRows,
    /// The group has more than this many rows.
    TooManyRows(usize),
    /// A rule of the form, by its code; `messages::rules` has its sentence.
    Rule(&'static str),
}

/// A warning about the answer under one name.
#[derive(Clone, PartialEq, Eq)]
pub struct Warned {
    /// Full name of the field, or the name of the notice.
    pub name: String,
    /// What deserves attention.
    pub warning: Warning,
}

/// What can deserve attention.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Warning {
    /// A mail address of a free provider, where a work address is expected.
    FreeMail,
    /// A work address that is none of the organisation that was chosen.
    OtherDomain,
    /// A number in a free text that may be a BSN.
    BsnInText,
    /// Something in a text without personal data that looks like a date of birth.
    DateInText,
    /// Something in a text without personal data that looks like a telephone number.
    PhoneInText,
    /// Something in a text without personal data that looks like a name.
    NameInText,
    /// Two rows of a group look like the same person or organisation.
    AlikeRows,
    /// A notice of the form.
    Notice(&'static str),
}

impl Verdict {
    /// Whether the answers may be sent.
    pub fn is_good(&self) -> bool {
        self.problems.is_empty()
    }

    /// The problem with this name.
    pub fn problem(&self, name: &str) -> Option<&Problem> {
        self.problems.iter().find(|problem| problem.name == name)
    }

    /// The whole verdict as lines of text: equal verdicts give equal bytes, wherever they were made.
    pub fn canonical(&self) -> String {
        let mut text = String::new();
        for slug in &self.route {
            let _ = writeln!(text, "route {slug}");
        }
        for Problem { name, code } in &self.problems {
            let _ = writeln!(text, "problem {name} {code:?}");
        }
        for Warned { name, warning } in &self.warnings {
            let _ = writeln!(text, "warning {name} {warning:?}");
        }
        for name in &self.parked {
            let _ = writeln!(text, "parked {name}");
        }
        for (name, value) in self.accepted.iter() {
            let _ = writeln!(text, "accepted {name} {value:?}");
        }
        text
    }
}

impl fmt::Debug for Warning {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::FreeMail => "FreeMail",
            Self::OtherDomain => "OtherDomain",
            Self::BsnInText => "BsnInText",
            Self::DateInText => "DateInText",
            Self::PhoneInText => "PhoneInText",
            Self::NameInText => "NameInText",
            Self::AlikeRows => "AlikeRows",
            Self::Notice(_) => "Notice",
        })
    }
}

/// Prints no answer: names and codes only.
impl fmt::Debug for Verdict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let problems = self.problems.iter().map(|problem| (&problem.name, problem.code));
        f.debug_map().entries(problems).finish()
    }
}
