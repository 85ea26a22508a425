//! How a form begins, how one leaves it, and what sending it does.

use super::When;
use crate::answers::Answers;
use crate::rooms::Stay;

/// How one begins.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Entry {
    /// A start page that first asks whether there is danger now.
    Danger,
    /// A start page: who may use it and what it takes.
    Plain,
    /// The first step at once: a short form that needs no preparation.
    Open,
    /// By a link that a referrer sent.
    Invited,
}

/// Whether each page of the form offers a way out at once, for whoever must not be seen with it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Exit {
    /// "Sluit deze website".
    Quick,
    /// None.
    Usual,
}

/// Somebody hears something once the form is sent. The check page says it where the condition holds.
#[derive(Clone, Copy)]
pub struct Heard {
    /// When it is so.
    pub when: When,
    /// Who hears what, in one or two sentences.
    pub text: &'static str,
}

impl Heard {
    /// Always so.
    pub const fn always(text: &'static str) -> Self {
        Self { when: When::Always, text: super::prose(text) }
    }

    /// So under a condition.
    pub const fn when(when: When, text: &'static str) -> Self {
        Self { when, text: super::prose(text) }
    }
}

/// How the answers of a form and a stay in a room belong together.
#[derive(Clone, Copy)]
pub struct Taking {
    /// What these accepted answers ask for; `None` while they do not say it all.
    pub wanted: fn(&Answers) -> Option<Stay>,
    /// The answers that ask for this stay: laid over others they choose it instead. All of one step.
    pub answers: fn(&Stay) -> Answers,
}

/// What sending does beside sealing the answers to the house.
#[derive(Clone, Copy)]
pub enum Effect {
    /// Nothing else.
    Sealed,
    /// Takes a room for some time: each half hour of it can be taken once.
    Takes(Taking),
    /// Puts the address to which the mail goes on the list of the newsletter, for these topics (all of them where there are none), as
    /// soon as its owner confirms it.
    Subscribes(fn(&Answers) -> Vec<String>),
    /// Is kept with the referral whose sender asked for it.
    Contributes(Contributor),
}

/// Who contributes: the fields whose answers say it to the sender of the referral.
#[derive(Clone, Copy)]
pub struct Contributor {
    /// The name.
    pub name: &'static str,
    /// The mailbox: that of the invitation.
    pub mailbox: &'static str,
    /// Function and organisation.
    pub organisation: &'static [&'static str],
}

impl Effect {
    /// Whether its sender follows it with a code. Whoever subscribes does not: what the list knows of an address is for its owner
    /// alone, who has a link in each mail; the sender may be anyone.
    pub const fn is_followed(self) -> bool {
        !matches!(self, Self::Subscribes(_))
    }
}
