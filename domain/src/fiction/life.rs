//! What the desk did to a referral that nobody sent, until it stands where it should: for a house to show, with referrals in every state.

use super::{Author, Chance, submission};
use crate::answers::Answers;
use crate::context::Context;
use crate::desk::act::{self, Act};
use crate::desk::acts::calling::SPOKEN;
use crate::desk::criteria::Card;
use crate::desk::outcome::Outcome;
use crate::desk::{is_decided, is_weighed};
use crate::form::{Effect, Form};
use crate::referral::Status;
use crate::regime::Regime;

/// One act, as it was done.
pub struct Deed {
    /// Which act.
    pub act: &'static Act,
    /// What was typed; [`crate::check::check`] accepts it.
    pub answers: Answers,
}

/// Submissions made anew until one answers what it should.
const TRIES: usize = 400;

/// What the desk does, in order, until what came in by this form stands there. `outcome` is what it decides on the way; without it
/// whatever chance gives. `None` where the desk can't bring it there: its sender takes things back, and a message is not decided about.
pub fn life(
    form: &'static Form,
    wanted: Status,
    outcome: Option<Outcome>,
    context: &Context,
    author: Author,
    chance: &mut Chance,
) -> Option<Vec<Deed>> {
    let may_decide = outcome.is_none_or(|outcome| Outcome::of(form.regime).contains(&outcome));
    let mut story = Story { form, context, author, chance, deeds: Vec::new() };
    match wanted {
        Status::Received | Status::Confirmed => {}
        Status::Contacted => story.call()?,
        Status::Asked => {
            story.call()?;
            story.does("aanvulling-vragen", &[])?;
        }
        Status::Decided if is_decided(form) && may_decide => story.decide(outcome)?,
        Status::Answered if may_decide => story.answer(outcome)?,
        Status::Demanded if matches!(form.regime, Regime::Wvggz) && outcome.is_none() => {
            story.answer(Some(Outcome::GeenAanvraag))?;
            story.does("verzoek-naaste", &[])?;
        }
        Status::Closed if is_weighed(form) && may_decide && outcome.is_none_or(Outcome::is_taken_on) => {
            story.answer(Some(outcome.unwrap_or(Outcome::Overleg)))?;
            story.does("afsluiten", &[])?;
        }
        Status::Cancelled if matches!(form.effect, Effect::Takes(_)) => story.does("afzeggen", &[])?,
        Status::Decided
        | Status::Answered
        | Status::Demanded
        | Status::Closed
        | Status::Withdrawn
        | Status::Cancelled => return None,
    }
    Some(story.deeds)
}

/// What was done so far.
struct Story<'a> {
    form: &'static Form,
    context: &'a Context,
    author: Author,
    chance: &'a mut Chance,
    deeds: Vec<Deed>,
}

impl Story<'_> {
    /// Someone calls, sometimes twice.
    fn call(&mut self) -> Option<()> {
        if self.chance.once_in(3) {
            self.does("bellen", &[(SPOKEN, "nee")])?;
        }
        self.does("bellen", &[(SPOKEN, "ja")])
    }

    fn decide(&mut self, outcome: Option<Outcome>) -> Option<()> {
        self.call()?;
        if self.chance.once_in(3) {
            self.does("notitie", &[])?;
        }
        if let Some(card) = Card::of(self.form) {
            self.does(card.slug(), &[])?;
            self.does("advies", &[])?;
        }
        let (slug, question) = match self.form.regime {
            Regime::Wvggz => ("onderzoek", "investigation.outcome"),
            _ => ("besluit", "decision.outcome"),
        };
        match outcome {
            Some(outcome) => self.does(slug, &[(question, outcome.slug())]),
            None => self.does(slug, &[]),
        }
    }

    fn answer(&mut self, outcome: Option<Outcome>) -> Option<()> {
        if is_decided(self.form) {
            self.decide(outcome)?;
        }
        match (self.form.regime, outcome) {
            (Regime::DataRights, Some(outcome)) => {
                self.does("antwoord-verzoek", &[("data_answer.outcome", outcome.slug())])
            }
            (Regime::DataRights, None) => self.does("antwoord-verzoek", &[]),
            (Regime::Advice, Some(outcome)) => self.does("antwoord-advies", &[("answer.outcome", outcome.slug())]),
            (Regime::Advice, None) => self.does("antwoord-advies", &[]),
            (Regime::Contact, _) => self.does("antwoord-bericht", &[]),
            _ => self.does("antwoord", &[]),
        }
    }

    /// An act with these answers, and others as chance gives them.
    fn does(&mut self, slug: &str, fixed: &[(&str, &str)]) -> Option<()> {
        let Self { form, context, author, chance, .. } = self;
        self.deeds.push(act(form, slug, fixed, context, *author, chance)?);
        Some(())
    }
}

/// One act on what came in by this form, with these answers and others as chance gives them. `None`: it is not for this form.
pub fn act(
    form: &Form,
    slug: &str,
    fixed: &[(&str, &str)],
    context: &Context,
    author: Author,
    chance: &mut Chance,
) -> Option<Deed> {
    let act = act::find(slug).filter(|act| (act.fits)(form))?;
    let mut made = (0..TRIES).filter_map(|_| submission(act.form, context, author, chance));
    let answers = made.find(|answers| fixed.iter().all(|(name, text)| answers.get(name) == *text))?;
    Some(Deed { act, answers })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::check;
    use crate::fiction::{house, invented};
    use crate::form::Effect;
    use crate::forms;
    use chrono::NaiveDate;

    /// Does it all, and says where it ends and what was decided.
    fn lived(form: &'static Form, deeds: &[Deed], context: &Context) -> (Status, Option<Outcome>) {
        let mut ends = (Status::Received, None);
        for Deed { act, answers } in deeds {
            let verdict = check(act.form, answers, context);
            assert!(verdict.is_good() && verdict.parked.is_empty(), "{}: {verdict:?}", act.form.slug);
            assert!(act.possible(form, ends.0), "{} of {} at {:?}", act.form.slug, form.slug, ends.0);
            let status = ends.0.after(act::happening(act, &verdict.accepted)).unwrap();
            ends = (status, ends.1.or(act::outcome(&verdict.accepted)));
        }
        ends
    }

    #[test]
    fn a_life_ends_where_it_should() {
        let context = house(NaiveDate::from_ymd_opt(2026, 11, 22).unwrap());
        let mut chance = Chance::new(7);
        for form in forms::ALL {
            for wanted in Status::ALL {
                for outcome in [None].into_iter().chain(Outcome::ALL.map(Some)) {
                    let Some(deeds) = life(form, wanted, outcome, &context, invented, &mut chance) else { continue };
                    let (status, decided) = lived(form, &deeds, &context);
                    let begins = matches!(wanted, Status::Received | Status::Confirmed);
                    assert_eq!(status, if begins { Status::Received } else { wanted }, "{}", form.slug);
                    let is_decided = matches!(wanted, Status::Decided | Status::Answered | Status::Closed);
                    assert!(outcome.is_none() || !is_decided || decided == outcome, "{} {outcome:?}", form.slug);
                }
            }
        }
    }

    #[test]
    fn every_form_that_is_handled_can_be_answered_and_every_outcome_can_be_reached() {
        let context = house(NaiveDate::from_ymd_opt(2026, 11, 22).unwrap());
        let mut chance = Chance::new(8);
        for form in forms::ALL {
            let handled = matches!(form.effect, Effect::Sealed);
            let answered = life(form, Status::Answered, None, &context, invented, &mut chance);
            assert_eq!(answered.is_some(), handled, "{}", form.slug);
            for outcome in Outcome::of(form.regime).iter().filter(|_| handled) {
                let reached = life(form, Status::Answered, Some(*outcome), &context, invented, &mut chance);
                assert!(reached.is_some(), "{} {outcome:?}", form.slug);
            }
        }
    }
}
