//! Who did something, as the trail names them.

use domain::desk::role::Role;

use crate::store::MemberId;

/// Who did it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Actor {
    /// A visitor of the site.
    Visitor,
    /// The program itself, in the background.
    System,
    /// Someone at the command line of the machine.
    Operator,
    /// Someone at the desk, in this role.
    Member(MemberId, Role),
    /// Someone at the desk who has no role that works today.
    MemberWithoutRole(MemberId),
}

impl Actor {
    /// All the names under which the trail may know this member.
    pub(crate) fn names_of(member: MemberId) -> impl Iterator<Item = String> {
        let with_role = Role::ALL.into_iter().map(move |role| Self::Member(member, role));
        with_role.chain([Self::MemberWithoutRole(member)]).map(Self::name)
    }

    /// Reads what [`Self::name`] wrote.
    pub(crate) fn parse(name: &str) -> Option<Self> {
        match name {
            "visitor" => Some(Self::Visitor),
            "system" => Some(Self::System),
            "operator" => Some(Self::Operator),
            member => match member.split_once(' ') {
                Some((id, role)) => Some(Self::Member(MemberId::parse(id)?, Role::from_slug(role)?)),
                None => MemberId::parse(member).map(Self::MemberWithoutRole),
            },
        }
    }

    pub(crate) fn name(self) -> String {
        match self {
            Self::Visitor => "visitor".to_owned(),
            Self::System => "system".to_owned(),
            Self::Operator => "operator".to_owned(),
            Self::Member(id, role) => format!("{id} {}", role.slug()),
            Self::MemberWithoutRole(id) => id.to_string(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_of_an_actor_reads_back() {
        let member = MemberId::new([7; 8]);
        let all = Actor::names_of(member).chain([Actor::Visitor, Actor::System, Actor::Operator].map(Actor::name));
        for name in all {
            assert_eq!(Actor::parse(&name).map(Actor::name), Some(name));
        }
        for name in ["", "somebody", "m07", "m0707070707070707 boss", "m0707070707070707 "] {
            assert_eq!(Actor::parse(name), None, "{name}");
        }
    }
}
