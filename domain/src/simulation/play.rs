//! Whose turn it is and what was chosen, as a form sends it. Whatever was sent, something playable comes out.

use std::collections::BTreeSet;

use super::{Case, Secrecy};

/// Names of the form. What they hold are the short names of a case, so an address tells nothing about it.
pub mod name {
    /// Who plays: the id of one role, or [`ALL`].
    pub const WHO: &str = "wie";
    /// All roles are played in turn.
    pub const ALL: &str = "allen";
    /// A fact that is shared; repeated.
    pub const SHARE: &str = "deel";
    /// A role that signed for secrecy; repeated.
    pub const SIGNED: &str = "getekend";
    /// Where to go: the id of a role, or [`DEBRIEF`].
    pub const TO: &str = "naar";
    /// The end of the meeting.
    pub const DEBRIEF: &str = "nabespreking";
}

/// Where the meeting is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turn {
    /// This role briefs the others; an index in [`Case::roles`].
    Briefing(usize),
    /// All have spoken.
    Debrief,
}

impl Turn {
    /// Reads where to go; the first role where that is nowhere.
    pub fn read(case: &Case, to: &str) -> Self {
        if to == name::DEBRIEF || case.roles.is_empty() {
            return Self::Debrief;
        }
        Self::Briefing(case.roles.iter().position(|role| role.id == to).unwrap_or(0))
    }

    /// The turn after that of this role.
    pub fn after(case: &Case, role: usize) -> Self {
        if role + 1 < case.roles.len() { Self::Briefing(role + 1) } else { Self::Debrief }
    }

    /// What a form sends to go there; [`Turn::read`] reads it.
    pub fn word(self, case: &Case) -> &str {
        match self {
            Self::Briefing(index) => case.roles.get(index).map_or(name::DEBRIEF, |role| role.id.as_str()),
            Self::Debrief => name::DEBRIEF,
        }
    }
}

/// What the players chose.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choices {
    /// Ids of the facts that were put on the table.
    pub shared: BTreeSet<String>,
    /// Ids of the roles that signed for secrecy.
    pub signed: BTreeSet<String>,
}

impl Choices {
    /// Reads what was sent. What is no fact of this case, or no signature that it asks for, is left out.
    pub fn read<'a>(case: &Case, pairs: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        let mut choices = Self::default();
        for (known, value) in pairs {
            if known == name::SHARE && case.facts().any(|fact| fact.id == value) {
                choices.shared.insert(value.to_owned());
            }
            let signs = |role: &super::Role| role.id == value && role.secrecy == Secrecy::Signs;
            if known == name::SIGNED && case.roles.iter().any(signs) {
                choices.signed.insert(value.to_owned());
            }
        }
        choices
    }
}

#[cfg(test)]
mod tests {
    use super::super::debrief::tests::{any_case, case};
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_roles_speak_in_turn_and_then_comes_the_debrief() {
        let case = case();
        assert_eq!(Turn::read(&case, ""), Turn::Briefing(0));
        assert_eq!(Turn::read(&case, "flat"), Turn::Briefing(1));
        assert_eq!(Turn::after(&case, 0), Turn::Briefing(1));
        assert_eq!(Turn::after(&case, 1), Turn::Debrief);
        assert_eq!(Turn::read(&case, name::DEBRIEF), Turn::Debrief);
        assert_eq!(Turn::read(&Case::default(), "flat"), Turn::Debrief, "nobody is there to speak");
    }

    #[test]
    fn who_plays_one_role_plays_only_that_one() {
        let alone = case().played_by("flat");
        assert_eq!(alone.roles.len(), 1);
        assert_eq!(Turn::after(&alone, 0), Turn::Debrief);
        for who in ["allen", "", "niemand"] {
            assert_eq!(case().played_by(who), case(), "{who}");
        }
    }

    #[test]
    fn only_what_belongs_to_the_case_is_read() {
        let pairs = [
            ("deel", "p1"),
            ("deel", "x9"),
            ("deel", "p1"),
            ("getekend", "police"),
            ("getekend", "flat"),
            ("wie", "p2"),
        ];
        let choices = Choices::read(&case(), pairs);
        assert_eq!(choices.shared, BTreeSet::from(["p1".to_owned()]));
        assert_eq!(choices.signed, BTreeSet::from(["flat".to_owned()]), "the police signs nothing");
    }

    proptest! {
        #[test]
        fn what_a_form_sends_for_a_turn_is_read_as_that_turn(case in any_case(), index in 0usize..4) {
            let turn = if index < case.roles.len() { Turn::Briefing(index) } else { Turn::Debrief };
            prop_assert_eq!(Turn::read(&case, turn.word(&case)), turn);
        }

        #[test]
        fn anything_sent_gives_a_turn_of_this_case(case in any_case(), to in ".{0,8}", pairs in proptest::collection::vec((".{0,8}", ".{0,3}"), 0..20)) {
            if let Turn::Briefing(index) = Turn::read(&case, &to) {
                prop_assert!(index < case.roles.len());
            }
            let choices = Choices::read(&case, pairs.iter().map(|(known, value)| (known.as_str(), value.as_str())));
            prop_assert!(choices.shared.iter().all(|id| case.facts().any(|fact| fact.id == *id)));
        }
    }
}
