//! What can be done to a case, by whom, and what does not fit it.

use chrono::NaiveDate;
use domain::answers::Answers;
use domain::check::Problem;
use domain::context::Context;
use domain::desk::act::{self, Act};
use domain::desk::file::File;
use domain::desk::is_seen_by_another;
use domain::desk::needed::Needed;
use domain::desk::reach::{self, News};
use domain::desk::way::{self, next_first};
use domain::form::Effect;
use domain::referral::Happening;
use domain::rooms::Stay;

use super::{Case, Step};
use crate::clock;
use crate::desk::AtDesk;
use crate::front::Front;

impl Case {
    /// What can be done to it now by who is there, what comes next first.
    pub(super) fn acts(&self, front: &Front, desk: &AtDesk) -> Vec<&'static Act> {
        let possible =
            act::ALL.iter().filter(|act| self.is_possible(front, act) && desk.may_with(act.right, self.form.regime));
        let mut way = self.way();
        way.retain(|stop| stop.act.what != Happening::Decided || self.is_seen_by_another(desk));
        next_first(possible.collect(), &way, self.referral.summary.status)
    }

    /// What brings it to its answer, and how far it is.
    pub(super) fn way(&self) -> Vec<way::Stop> {
        // Of advices only those for or against count.
        let counts = |step: &&Step| {
            step.happened.what != Happening::Weighed
                || step.record.as_ref().is_some_and(|record| act::is_advice(&record.answers))
        };
        let happened: Vec<Happening> = self.happened.iter().filter(counts).map(|step| step.happened.what).collect();
        let needed = Needed::of(&self.content.answers);
        let first = needed.and_then(|needed| needed.asks_first(self.form, self.news(), &happened));
        way::way(self.form, self.referral.summary.status, &happened, first)
    }

    /// Whether an advice that counts is of someone else than who is there, where the law asks for it.
    pub(in crate::desk) fn is_seen_by_another(&self, desk: &AtDesk) -> bool {
        let advices = self.written(Happening::Weighed).filter(|record| act::is_advice(&record.answers));
        let advised: Vec<String> = advices.map(|record| record.member.clone()).collect();
        is_seen_by_another(self.form.regime, &desk.member.id.to_string(), &advised)
    }

    /// Whether this can be done to it now. What is open to who is there needs no opening.
    pub(in crate::desk) fn is_possible(&self, front: &Front, act: &Act) -> bool {
        let is_open_already = act.what == Happening::Consulted && self.open_until.is_some();
        !is_open_already
            && act.possible(self.form, self.referral.summary.status)
            && self.file(front, &self.days()).lets(act)
    }

    /// What does not fit this case, of answers that are good by themselves.
    pub(in crate::desk) fn problems(
        &self,
        front: &Front,
        desk: &AtDesk,
        act: &Act,
        accepted: &Answers,
        context: &Context,
    ) -> Vec<Problem> {
        let own = desk.speaks_for(context).map(|partner| partner.id.as_str());
        File { own, ..self.file(front, &self.days()) }.problems(act, accepted)
    }

    fn file<'a>(&self, front: &Front, happened: &'a [(Happening, NaiveDate)]) -> File<'a> {
        File {
            form: self.form,
            happened,
            kept: self.known.situation.zip(self.known.destroy_on),
            outcome: self.known.outcome,
            booked: self.booked(),
            news: self.news(),
            own: None,
            now: clock::amsterdam(front.now()),
        }
    }

    /// How its sender hears that there is news.
    pub(in crate::desk) fn news(&self) -> News {
        reach::news(self.form, &self.content.answers)
    }

    /// The room that was booked, and when.
    fn booked(&self) -> Option<Stay> {
        let Effect::Takes(taking) = &self.form.effect else { return None };
        (taking.wanted)(&self.content.answers)
    }

    /// Whether someone can still be asked to handle it.
    pub(super) fn is_assignable(&self) -> bool {
        self.referral.summary.status.after(Happening::Assigned).is_some()
    }
}
