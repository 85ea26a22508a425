//! What the choices led to: what the table could not know, and what it should not have heard.

use super::{Case, Choices, Secrecy, Verdict};

/// What the choices led to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Debrief {
    /// For each fact of the case, in order of the sheets.
    pub facts: Vec<(String, Judgement)>,
    /// For each question of the case: the ids of the facts that it misses. None missing: it is answered.
    pub missing: Vec<Vec<String>>,
    /// Ids of the roles that sat at the table without having signed.
    pub unsigned: Vec<String>,
}

/// What a choice about a fact was worth.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Judgement {
    /// Needed, and told.
    Told,
    /// Needed, and not told.
    Missed,
    /// Not needed, but it may be told, and was.
    Extra,
    /// Not needed, may be told, and was not.
    Spared,
    /// Had to stay in the file, and was told.
    Leaked,
    /// Stayed in the file, as it had to.
    Kept,
}

impl Judgement {
    /// All of them.
    pub const ALL: [Self; 6] = [Self::Told, Self::Missed, Self::Extra, Self::Spared, Self::Leaked, Self::Kept];

    /// The judgement of sharing or not sharing a fact.
    fn of(verdict: Verdict, shared: Shared) -> Self {
        match (verdict, shared) {
            (Verdict::Needed, Shared::Yes) => Self::Told,
            (Verdict::Needed, Shared::No) => Self::Missed,
            (Verdict::Useful, Shared::Yes) => Self::Extra,
            (Verdict::Useful, Shared::No) => Self::Spared,
            (Verdict::Withhold, Shared::Yes) => Self::Leaked,
            (Verdict::Withhold, Shared::No) => Self::Kept,
        }
    }

    /// The verdict of the facts that can be judged so.
    pub fn verdict(self) -> Verdict {
        match self {
            Self::Told | Self::Missed => Verdict::Needed,
            Self::Extra | Self::Spared => Verdict::Useful,
            Self::Leaked | Self::Kept => Verdict::Withhold,
        }
    }

    /// Its word in a page; [`Judgement::parse`] reads it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Told => "told",
            Self::Missed => "missed",
            Self::Extra => "extra",
            Self::Spared => "spared",
            Self::Leaked => "leaked",
            Self::Kept => "kept",
        }
    }

    /// Reads [`Judgement::word`].
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|judgement| judgement.word() == word)
    }
}

#[derive(Clone, Copy)]
enum Shared {
    Yes,
    No,
}

impl Debrief {
    /// How a fact was judged; `None` where nobody who played knew it.
    pub fn of(&self, fact: &str) -> Option<Judgement> {
        self.facts.iter().find(|(id, _)| id == fact).map(|(_, judgement)| *judgement)
    }

    /// How many facts were judged so.
    pub fn count(&self, judgement: Judgement) -> usize {
        self.facts.iter().filter(|(_, known)| *known == judgement).count()
    }

    /// How many questions were answered.
    pub fn answered(&self) -> usize {
        self.missing.iter().filter(|missing| missing.is_empty()).count()
    }
}

/// Judges the choices. What a question needs from a role that nobody plays is taken as told: one role played alone is judged by
/// its own choices only.
pub fn debrief(case: &Case, choices: &Choices) -> Debrief {
    let shared = |id: &str| if choices.shared.contains(id) { Shared::Yes } else { Shared::No };
    let facts: Vec<_> =
        case.facts().map(|fact| (fact.id.clone(), Judgement::of(fact.verdict, shared(&fact.id)))).collect();
    let is_missed = |id: &&String| facts.contains(&((*id).clone(), Judgement::Missed));
    let missing =
        case.questions.iter().map(|question| question.needs.iter().filter(is_missed).cloned().collect()).collect();
    let unsigned = case
        .roles
        .iter()
        .filter(|role| role.secrecy == Secrecy::Signs && !choices.signed.contains(&role.id))
        .map(|role| role.id.clone())
        .collect();
    Debrief { facts, missing, unsigned }
}

#[cfg(test)]
pub(super) mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use super::super::{Fact, Question, Role};
    use super::Judgement::{Extra, Kept, Leaked, Missed, Told};
    use super::*;

    fn role(id: &str, secrecy: Secrecy, facts: &[(&str, Verdict)]) -> Role {
        let facts = facts.iter().map(|(id, verdict)| Fact { id: (*id).to_owned(), verdict: *verdict }).collect();
        Role { id: id.to_owned(), secrecy, facts }
    }

    /// Police and landlord; the first question needs both, the second the police alone.
    pub(crate) fn case() -> Case {
        let needs = |ids: &[&str]| Question { needs: ids.iter().map(|id| (*id).to_owned()).collect() };
        Case {
            roles: vec![
                role(
                    "police",
                    Secrecy::ByLaw,
                    &[("p1", Verdict::Needed), ("p2", Verdict::Withhold), ("p3", Verdict::Useful)],
                ),
                role("flat", Secrecy::Signs, &[("f1", Verdict::Needed), ("f2", Verdict::Withhold)]),
            ],
            questions: vec![needs(&["p1", "f1"]), needs(&["p1"])],
        }
    }

    fn chosen(shared: &[&str], signed: &[&str]) -> Choices {
        let set = |ids: &[&str]| ids.iter().map(|id| (*id).to_owned()).collect();
        Choices { shared: set(shared), signed: set(signed) }
    }

    #[test]
    fn a_question_stays_open_for_want_of_each_fact_that_was_not_told() {
        for (shared, first, second) in [
            (&["p1", "f1"][..], &[][..], &[][..]),
            (&["p1"], &["f1"], &[]),
            (&["f1"], &["p1"], &["p1"]),
            (&["p2", "f2"], &["p1", "f1"], &["p1"]),
        ] {
            let told = debrief(&case(), &chosen(shared, &["flat"]));
            assert_eq!(told.missing, [first, second], "{shared:?}");
            assert_eq!(told.answered(), usize::from(first.is_empty()) + usize::from(second.is_empty()));
        }
    }

    #[test]
    fn a_question_waits_for_the_last_role_that_knows_something_it_needs() {
        let case = case();
        assert_eq!(case.settled_by(&case.questions[0]), Some(1));
        assert_eq!(case.settled_by(&case.questions[1]), Some(0));
        assert_eq!(case.settled_by(&Question { needs: vec![] }), None);
    }

    #[test]
    fn every_choice_is_judged() {
        let told = debrief(&case(), &chosen(&["p1", "p2", "p3"], &[]));
        let judged: Vec<_> = ["p1", "p2", "p3", "f1", "f2", "x"].iter().map(|id| told.of(id)).collect();
        assert_eq!(judged, [Some(Told), Some(Leaked), Some(Extra), Some(Missed), Some(Kept), None]);
        assert_eq!(told.unsigned, ["flat"]);
        assert_eq!(debrief(&case(), &chosen(&[], &["flat"])).unsigned, [""; 0]);
    }

    #[test]
    fn who_plays_alone_is_judged_by_the_own_role_only() {
        let alone = case().played_by("flat");
        assert_eq!(debrief(&alone, &chosen(&["f1"], &["flat"])).missing, [[""; 0]; 2]);
        assert_eq!(debrief(&alone, &chosen(&[], &["flat"])).missing, [vec!["f1"], vec![]]);
    }

    /// Any case of up to three roles in which only needed facts are asked for.
    pub(crate) fn any_case() -> impl Strategy<Value = Case> {
        let verdict = prop_oneof![Just(Verdict::Needed), Just(Verdict::Useful), Just(Verdict::Withhold)];
        let secrecy = prop_oneof![Just(Secrecy::ByLaw), Just(Secrecy::Signs)];
        let roles = proptest::collection::vec((secrecy, proptest::collection::vec(verdict, 0..6)), 0..4);
        (roles, proptest::collection::vec(proptest::collection::vec(any::<prop::sample::Index>(), 0..5), 0..4))
            .prop_map(|(roles, questions)| {
                let roles: Vec<_> = roles
                    .into_iter()
                    .enumerate()
                    .map(|(at, (secrecy, facts))| {
                        let fact = |(nth, verdict)| Fact { id: format!("{at}{nth}"), verdict };
                        Role { id: format!("r{at}"), secrecy, facts: facts.into_iter().enumerate().map(fact).collect() }
                    })
                    .collect();
                let needed: Vec<String> = roles
                    .iter()
                    .flat_map(|role: &Role| &role.facts)
                    .filter(|fact| fact.verdict == Verdict::Needed)
                    .map(|fact| fact.id.clone())
                    .collect();
                let pick =
                    |at: prop::sample::Index| (!needed.is_empty()).then(|| needed[at.index(needed.len())].clone());
                let questions = questions
                    .into_iter()
                    .map(|needs| Question { needs: needs.into_iter().filter_map(pick).collect() })
                    .collect();
                Case { roles, questions }
            })
    }

    proptest! {
        #[test]
        fn each_fact_is_judged_once_and_sharing_decides_how(case in any_case(), ticks in proptest::collection::vec(any::<bool>(), 24)) {
            let shared: BTreeSet<String> =
                case.facts().zip(&ticks).filter(|(_, ticked)| **ticked).map(|(fact, _)| fact.id.clone()).collect();
            let told = debrief(&case, &Choices { shared: shared.clone(), signed: BTreeSet::new() });
            prop_assert_eq!(told.facts.len(), case.facts().count());
            prop_assert_eq!(Judgement::ALL.iter().map(|judgement| told.count(*judgement)).sum::<usize>(), told.facts.len());
            for (id, judgement) in &told.facts {
                let was_told = matches!(judgement, Judgement::Told | Judgement::Extra | Judgement::Leaked);
                prop_assert_eq!(was_told, shared.contains(id));
            }
        }

        #[test]
        fn who_tells_all_that_is_needed_and_nothing_else_leaves_no_question_open(case in any_case()) {
            let needed = case.facts().filter(|fact| fact.verdict == Verdict::Needed).map(|fact| fact.id.clone()).collect();
            let signed = case.roles.iter().map(|role| role.id.clone()).collect();
            let told = debrief(&case, &Choices { shared: needed, signed });
            prop_assert_eq!(told.answered(), case.questions.len());
            prop_assert_eq!(told.count(Judgement::Missed) + told.count(Judgement::Leaked), 0);
            prop_assert!(told.unsigned.is_empty());
        }

        #[test]
        fn telling_more_never_opens_a_question(case in any_case(), ticks in proptest::collection::vec(any::<bool>(), 24), more in 0usize..24) {
            let mut shared: BTreeSet<String> =
                case.facts().zip(&ticks).filter(|(_, ticked)| **ticked).map(|(fact, _)| fact.id.clone()).collect();
            let before = debrief(&case, &Choices { shared: shared.clone(), signed: BTreeSet::new() }).answered();
            shared.extend(case.facts().nth(more).map(|fact| fact.id.clone()));
            let after = debrief(&case, &Choices { shared, signed: BTreeSet::new() }).answered();
            prop_assert!(after >= before);
        }
    }
}
