//! The words of a simulation, from the content folder.

use domain::context::ParticipantKind;
use domain::simulation::{self as rules, Case, Secrecy, Verdict};

use crate::pages::text::Checked;

/// A case to play, with everything that is said about it. Texts ending in `_html` are made from Markdown by us.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Simulation {
    /// Title and main heading of the first page.
    pub title: String,
    /// For search engines.
    pub description: String,
    /// The first lines, larger.
    pub lead: String,
    /// How one plays it.
    pub how_html: String,
    /// The rule of the game, in a few words.
    pub rule: String,
    /// How to keep to it, in one or two sentences.
    pub rule_text: String,
    /// Time for each briefing, in seconds.
    pub seconds: u64,
    /// How long it takes to play all roles.
    pub duration: String,
    /// The case: title.
    pub case_title: String,
    /// What everyone at the table knows beforehand.
    pub case_html: String,
    /// Who sits at the table, in the order in which they speak.
    pub roles: Vec<Role>,
    /// What the meeting must find out.
    pub questions: Vec<Question>,
    /// Why a fact stays in the file, in general.
    pub grounds: Vec<Ground>,
    /// What one may have learned: title.
    pub lesson_title: String,
    /// What one may have learned.
    pub lesson_html: String,
    /// To talk about afterwards.
    pub discussion: Vec<String>,
    /// How to play it with a group.
    pub group_html: String,
    /// When it was read with care.
    pub checked: Checked,
}

/// One place at the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Role {
    /// Short name.
    pub id: String,
    /// As people know it.
    pub name: String,
    /// Its place in the law.
    pub kind: ParticipantKind,
    /// What it wants from the meeting.
    pub goal: String,
    /// What an incidental participant may and may not.
    pub secrecy: Option<SecrecyWords>,
    /// What it knows.
    pub facts: Vec<Fact>,
}

/// What is said to and about a role that signs for secrecy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SecrecyWords {
    /// Its place at the table.
    pub about: String,
    /// The box to tick.
    pub sign: String,
    /// What was wrong when it was not ticked.
    pub unsigned: String,
}

/// Something a role knows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// Short name that gives nothing away.
    pub id: String,
    /// What it says.
    pub text: String,
    /// Whether it belongs on the table.
    pub verdict: Verdict,
    /// Why, or why not.
    pub reason: String,
    /// Title of the ground on which it stays in the file.
    pub ground: Option<String>,
}

/// Something the meeting must find out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// The question.
    pub title: String,
    /// What the table knows when nothing is missing.
    pub answer: String,
    /// The facts without which it stays open.
    pub needs: Vec<Need>,
}

/// A fact that a question needs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Need {
    /// Id of the fact.
    pub fact: String,
    /// What the table could not know without it.
    pub without: String,
}

/// Why facts stay in the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ground {
    /// In a few words.
    pub title: String,
    /// What the law and good practice say.
    pub text: String,
}

impl Simulation {
    /// The case as the rules see it.
    pub fn case(&self) -> Case {
        let fact = |fact: &Fact| rules::Fact { id: fact.id.clone(), verdict: fact.verdict };
        let role = |role: &Role| rules::Role {
            id: role.id.clone(),
            secrecy: if role.secrecy.is_some() { Secrecy::Signs } else { Secrecy::ByLaw },
            facts: role.facts.iter().map(fact).collect(),
        };
        let question = |question: &Question| rules::Question {
            needs: question.needs.iter().map(|need| need.fact.clone()).collect(),
        };
        Case { roles: self.roles.iter().map(role).collect(), questions: self.questions.iter().map(question).collect() }
    }

    /// The role that knows a fact, and the fact.
    pub fn fact(&self, id: &str) -> Option<(&Role, &Fact)> {
        self.roles.iter().find_map(|role| Some((role, role.facts.iter().find(|fact| fact.id == id)?)))
    }
}

/// What a place in the law is called on these pages.
pub(super) fn kind_name(kind: ParticipantKind) -> &'static str {
    match kind {
        ParticipantKind::VasteOverheid => "Vaste deelnemer van de overheid",
        ParticipantKind::VastePrivaat => "Vaste private deelnemer",
        ParticipantKind::Incidenteel => "Incidentele deelnemer",
    }
}
