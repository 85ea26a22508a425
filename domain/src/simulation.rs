//! A case meeting that visitors play to learn what to share: who sat at the table, what each chose to tell, and what the
//! others could and could not know after it.
//!
//! Read [`Case`] first, then [`play`] (whose turn it is, what was chosen) and [`debrief`]. The words of a case are content;
//! here are only its names and what follows from the choices. Browser and server judge with the same code.

pub mod countdown;
pub mod debrief;
pub mod play;

pub use countdown::Countdown;
pub use debrief::{Debrief, Judgement, debrief};
pub use play::{Choices, Turn};

use serde::Deserialize;

/// A case as the rules see it.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Case {
    /// Who sits at the table, in the order in which they speak.
    pub roles: Vec<Role>,
    /// What the meeting must find out.
    pub questions: Vec<Question>,
}

/// One place at the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Role {
    /// Short name.
    pub id: String,
    /// What must happen before it hears anything.
    pub secrecy: Secrecy,
    /// What it knows.
    pub facts: Vec<Fact>,
}

/// Whether a role must first sign for secrecy (BGS art. 2.21 lid 2: incidental participants do).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Secrecy {
    /// It takes part by law.
    ByLaw,
    /// It signs before the meeting.
    Signs,
}

/// Something a role knows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// Short name that gives nothing away.
    pub id: String,
    /// Whether it belongs on the table.
    pub verdict: Verdict,
}

/// Whether a fact belongs on the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// A question of the meeting stays open without it.
    Needed,
    /// It may be told; no question hangs on it.
    Useful,
    /// It stays in the file.
    Withhold,
}

impl Verdict {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Needed, Self::Useful, Self::Withhold];

    /// Its word in a page; [`Verdict::parse`] reads it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Needed => "needed",
            Self::Useful => "useful",
            Self::Withhold => "withhold",
        }
    }

    /// Reads [`Verdict::word`].
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|verdict| verdict.word() == word)
    }
}

/// Something the meeting must find out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// Ids of the facts without which it stays open.
    pub needs: Vec<String>,
}

impl Case {
    /// The case as these people play it: one role alone where `who` is the id of one, else all of them.
    #[must_use]
    pub fn played_by(mut self, who: &str) -> Self {
        if self.roles.iter().any(|role| role.id == who) {
            self.roles.retain(|role| role.id == who);
        }
        self
    }

    /// The role after whose turn a question can be answered at the earliest: the last that knows something it needs.
    pub fn settled_by(&self, question: &Question) -> Option<usize> {
        let knows = |role: &Role| role.facts.iter().any(|fact| question.needs.contains(&fact.id));
        self.roles.iter().rposition(knows)
    }

    /// Every fact on every sheet.
    pub fn facts(&self) -> impl Iterator<Item = &Fact> {
        self.roles.iter().flat_map(|role| &role.facts)
    }
}
