//! What someone at the desk can do to a referral. An act is a form of one step: the same engine checks it, shows its errors and
//! summarises it, and its answers become an entry of the timeline.

use chrono::NaiveDate;

use super::acts;
use super::outcome::Outcome;
use super::role::Right;
use crate::answers::Answers;
use crate::check::Accept;
use crate::form::{Effect, Entry, Exit, Form, Heard, Step, Words, no_rules};
use crate::referral::{Happening, Status};
use crate::regime::Regime;
use crate::retention::Situation;
use crate::values::Day;

/// Something that can be done.
pub struct Act {
    /// What is asked: one step. Its slug is the word in the address.
    pub form: &'static Form,
    /// What it is on the timeline; [`happening`] says it for what was answered.
    pub what: Happening,
    /// What a role needs for it.
    pub right: Right,
    /// The button: "Besluit nemen".
    pub verb: &'static str,
    /// For which forms it is.
    pub fits: fn(&Form) -> bool,
    /// The questions whose answers its sender reads. All others stay at the desk.
    pub told: &'static [&'static str],
}

/// Every act, in the order in which a referral goes through them.
pub const ALL: &[Act] = acts::ALL;

/// The act with this slug.
pub fn find(slug: &str) -> Option<&'static Act> {
    ALL.iter().find(|act| act.form.slug == slug)
}

impl Act {
    /// Whether it can be done to a referral by this form that stands here. Whether something is held is no part of the status: whoever
    /// shows both, holding and releasing, knows.
    pub fn possible(&self, referral_form: &Form, status: Status) -> bool {
        let is_early = self.what == Happening::Answered && super::is_decided(referral_form) && status.is_open();
        (self.fits)(referral_form) && status.after(self.what).is_some() && (!is_early || status == Status::Decided)
    }

    /// The answers that its sender reads, of those that were accepted.
    pub fn told(&self, accepted: &Answers) -> Answers {
        let mut told = Answers::default();
        for name in self.told {
            told.set(name, accepted.get(name));
        }
        told
    }
}

/// What an act was on the timeline, by its accepted answers: a call that nobody answered was an attempt.
pub fn happening(act: &Act, accepted: &Answers) -> Happening {
    match act.what {
        Happening::Contacted if accepted.get(acts::calling::SPOKEN) == "nee" => Happening::Attempted,
        what => what,
    }
}

/// What was decided, by the accepted answers of an act; `None` of an act that decides nothing.
pub fn outcome(accepted: &Answers) -> Option<Outcome> {
    acts::OUTCOMES.iter().find_map(|name| Outcome::from_slug(accepted.get(name)))
}

/// Until when something stays, decided by hand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Kept {
    /// The last day.
    pub until: NaiveDate,
    /// The situation that allows it: kept longer than its period, or under a law of its own.
    pub because: Situation,
}

/// Until when something stays, by the accepted answers of an act; `None` of an act that decides nothing about it.
pub fn kept(accepted: &Answers) -> Option<Kept> {
    let day = |name| Day::parse(accepted.get(name)).ok().map(Day::date);
    let renewed = || Some(Kept { until: day(acts::renewing::UNTIL)?, because: acts::renewing::ground(accepted)? });
    let set = || Some(Kept { until: day(acts::lasting::UNTIL)?, because: Situation::OtherLaw });
    renewed().or_else(set)
}

/// Whether a member advised to take it on or not to, by the accepted answers of an act: who first wants to know more did not weigh yet.
pub fn is_advice(accepted: &Answers) -> bool {
    acts::weighing::is_advice(accepted)
}

/// What differs between the forms of acts; the rest is the same.
pub(super) struct Sheet {
    pub(super) slug: &'static str,
    pub(super) title: &'static str,
    pub(super) description: &'static str,
    pub(super) words: &'static Words,
    pub(super) hears: &'static [Heard],
    pub(super) steps: &'static [Step],
    pub(super) whole: Accept,
}

impl Sheet {
    /// The form of an act. The law is that of the referral it is done to, and so is how long it stays: nobody asks this form.
    pub(super) const fn form(self) -> Form {
        Form {
            slug: self.slug,
            version: 1,
            changes: &[],
            title: self.title,
            description: self.description,
            name: "",
            words: self.words,
            entry: Entry::Open,
            exit: Exit::Usual,
            regime: Regime::Wgs,
            promises: &[],
            receipt_to: None,
            hears: self.hears,
            effect: Effect::Sealed,
            steps: self.steps,
            whole: self.whole,
            across: no_rules,
        }
    }
}

#[cfg(test)]
mod tests;
