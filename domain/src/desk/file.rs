//! What the file of a case says about an act, beyond what was typed in it: whether it can be done now, and which answers do not fit.

use chrono::{NaiveDate, NaiveDateTime};

use super::act::Act;
use super::acts::{deciding, investigating, renewing, weighing};
use super::outcome::Outcome;
use super::reach::News;
use crate::answers::Answers;
use crate::check::{Code, Problem};
use crate::form::Form;
use crate::referral::Happening;
use crate::retention::{Situation, prolonged, renewal};
use crate::rooms::Stay;
use crate::values::Day;

/// A case, as far as it decides what fits.
pub struct File<'a> {
    /// By which form it came in.
    pub form: &'a Form,
    /// What happened and on which day, in its order.
    pub happened: &'a [(Happening, NaiveDate)],
    /// How long it stays, and until when as it is now.
    pub kept: Option<(Situation, NaiveDate)>,
    /// What was decided.
    pub outcome: Option<Outcome>,
    /// The room that was booked, and when.
    pub booked: Option<Stay>,
    /// How its sender hears of news.
    pub news: News,
    /// The participant for whom who acts works ([`weighing::speaks_for`]), where the house knows it.
    pub own: Option<&'a str>,
    /// The wall clock in Europe/Amsterdam.
    pub now: NaiveDateTime,
}

impl File<'_> {
    /// Whether the file lets this be done now. Where it stands is for [`Act::possible`] to say.
    pub fn lets(&self, act: &Act) -> bool {
        let is_held = self.happened.iter().rfind(|(what, _)| matches!(what, Happening::Held | Happening::Released));
        let is_held = matches!(is_held, Some((Happening::Held, _)));
        match act.what {
            Happening::Held => !is_held,
            Happening::Released => is_held,
            Happening::Renewed => self.renewal().is_some(),
            // There is nobody to call.
            Happening::Contacted => self.news != News::Looks,
            Happening::Cancelled => self.booked.as_ref().is_some_and(|stay| !stay.is_over(self.now)),
            Happening::Demanded => self.outcome == Some(Outcome::GeenAanvraag),
            _ => true,
        }
    }

    /// What was accepted by itself, and does not fit this case.
    pub fn problems(&self, act: &Act, accepted: &Answers) -> Vec<Problem> {
        let wrong = |name: &str, rule| Problem { name: name.to_owned(), code: Code::Rule(rule) };
        let mut problems = Vec::new();
        match act.what {
            Happening::Decided if self.is_unjudged(accepted) => problems.push(wrong(deciding::OUTCOME, "not_judged")),
            Happening::Decided if self.is_before_it_came(accepted.get(investigating::FINISHED_ON)) => {
                problems.push(wrong(investigating::FINISHED_ON, "before_the_report"));
            }
            Happening::Weighed if self.is_for_another(accepted) => {
                problems.push(wrong(weighing::ORGANISATION, "another_participant"));
            }
            Happening::Renewed => {
                let (chosen, fits) = (renewing::ground(accepted), self.renewal());
                if chosen.zip(fits).is_some_and(|(chosen, fits)| chosen != fits) {
                    problems.push(wrong(renewing::GROUND, "another_ground"));
                }
                let until = Day::parse(accepted.get(renewing::UNTIL)).ok().map(Day::date);
                let end = self.kept.map(|(_, end)| end);
                if until.zip(end).is_some_and(|(until, end)| until <= end) {
                    problems.push(wrong(renewing::UNTIL, "not_longer"));
                } else if until.zip(end).is_some_and(|(until, end)| until > prolonged(end)) {
                    problems.push(wrong(renewing::UNTIL, "longer_than_two_years"));
                }
            }
            _ => {}
        }
        problems
    }

    /// Taken on, although nobody judged the criteria.
    fn is_unjudged(&self, accepted: &Answers) -> bool {
        let outcome = Outcome::from_slug(accepted.get(deciding::OUTCOME));
        let is_judged = self.happened.iter().any(|(what, _)| *what == Happening::Judged);
        self.form.regime.judged_first() && outcome.is_some_and(Outcome::is_taken_on) && !is_judged
    }

    /// A day on which it had not come in yet.
    fn is_before_it_came(&self, day: &str) -> bool {
        let came = self.happened.first().map(|(_, on)| *on);
        Day::parse(day).ok().zip(came).is_some_and(|(day, came)| day.date() < came)
    }

    /// Advice in the name of a participant for whom they do not work.
    fn is_for_another(&self, accepted: &Answers) -> bool {
        let chosen = accepted.get(weighing::ORGANISATION);
        !chosen.is_empty() && self.own.is_some_and(|own| own != chosen)
    }

    fn renewal(&self) -> Option<Situation> {
        let closed = self.happened.iter().rfind(|(what, _)| *what == Happening::Closed).map(|(_, on)| *on);
        let (situation, end) = self.kept?;
        renewal(situation, closed, end, self.now.date())
    }
}

#[cfg(test)]
mod tests;
