//! The life of one invented referral: what was sent, and what happened since, each at its moment.

use chrono::{DateTime, Days, NaiveDate, NaiveTime, TimeDelta, Utc};
use domain::answers::Answers;
use domain::calendar::Calendar;
use domain::check::check;
use domain::context::Context;
use domain::desk::act::Act;
use domain::desk::acts::{answering, investigating};
use domain::desk::reach::{News, news};
use domain::fiction::{self, Chance, act, invented};
use domain::form::Form;
use domain::referral::{Happening, Status};
use domain::summary::{Section, summary};

use super::plan::Scene;
use crate::clock::{amsterdam, from_amsterdam};
use crate::seal::draft::DraftSecret;

/// An invented referral with all that happened to it.
pub(super) struct Life {
    pub(super) form: &'static Form,
    pub(super) received: DateTime<Utc>,
    /// Its codes come from this.
    pub(super) secret: DraftSecret,
    pub(super) accepted: Answers,
    pub(super) shown: Vec<Section>,
    pub(super) steps: Vec<Step>,
}

/// What happened, at which moment.
pub(super) struct Step {
    pub(super) at: DateTime<Utc>,
    pub(super) what: What,
}

/// What happens to an invented referral.
pub(super) enum What {
    /// Someone at the desk does something.
    Deed(Done),
    /// Someone at the desk gets it to handle.
    Assigned,
    /// Its sender does something of which there is no more to say.
    BySender(Happening),
}

/// An act, checked.
pub(super) struct Done {
    pub(super) act: &'static Act,
    pub(super) accepted: Answers,
    pub(super) shown: Vec<Section>,
}

/// One in so many is held back from destruction.
const HELD: u32 = 8;
/// Of what is handled, one in so many is given to nobody.
const UNASSIGNED: u32 = 4;

/// What happened to it, in order. `context` is that of the day on which it came where it stands. Who gave no address confirms none, and
/// who gave no number either is not called.
pub(super) fn steps(
    scene: &Scene,
    accepted: &Answers,
    (received, end): (DateTime<Utc>, DateTime<Utc>),
    calendar: &Calendar,
    context: &Context,
    chance: &mut Chance,
) -> Vec<Step> {
    let mut whats = Vec::new();
    let news = news(scene.form, accepted);
    let may_confirm = news == News::Mailed && scene.status != Status::Received;
    if may_confirm && (scene.status == Status::Confirmed || chance.once_in(2)) {
        whats.push(What::BySender(Happening::Confirmed));
    }
    let is_new = matches!(scene.status, Status::Received | Status::Confirmed);
    if !is_new && scene.status != Status::Withdrawn && !chance.once_in(UNASSIGNED) {
        whats.push(What::Assigned);
    }
    let deeds = fiction::life(scene.form, scene.status, scene.outcome, context, invented, chance);
    let deeds = deeds.unwrap_or_default().into_iter();
    let deeds = deeds.filter(|deed| news != News::Looks || deed.act.what != Happening::Contacted);
    whats.extend(deeds.map(|deed| What::Deed(Done::of(deed, context))));
    if scene.status == Status::Withdrawn {
        whats.push(What::BySender(Happening::Withdrawn));
    }
    if matches!(scene.status, Status::Answered | Status::Closed) && chance.once_in(HELD) {
        let held = act(scene.form, "vasthouden", &[], context, invented, chance);
        whats.extend(held.map(|deed| What::Deed(Done::of(deed, context))));
    }
    moments(received, end, whats.len(), calendar)
        .into_iter()
        .zip(whats)
        .map(|(at, what)| Step { at, what: what.on(amsterdam(at).date(), context) })
        .collect()
}

impl What {
    /// As it is on its day.
    fn on(self, day: NaiveDate, context: &Context) -> Self {
        match self {
            Self::Deed(done) => Self::Deed(done.on(day, context)),
            what => what,
        }
    }
}

impl Done {
    fn of(deed: fiction::Deed, context: &Context) -> Self {
        let form = deed.act.form;
        let shown = summary(form, &deed.answers, context);
        Self { act: deed.act, accepted: check(form, &deed.answers, context).accepted, shown }
    }

    /// What was over or told by the act was so on its day: chance takes any day before today.
    fn on(mut self, day: NaiveDate, context: &Context) -> Self {
        for name in [investigating::FINISHED_ON, answering::TOLD_ON] {
            if !self.accepted.get(name).is_empty() {
                self.accepted.set(name, &day.to_string());
                self.shown = summary(self.act.form, &self.accepted, context);
            }
        }
        self
    }
}

/// So many moments after it came in and up to the end: in the hours of the house where that can be, one after the other.
fn moments(received: DateTime<Utc>, end: DateTime<Utc>, count: usize, calendar: &Calendar) -> Vec<DateTime<Utc>> {
    let parts = i32::try_from(count).unwrap_or(i32::MAX).max(1);
    let mut last = received;
    let mut moments = Vec::with_capacity(count);
    for part in 1..=parts {
        let even = received + (end - received) / parts * part;
        let minutes = TimeDelta::minutes(i64::from(part) * 47 % 400);
        let worked = from_amsterdam(working_day(amsterdam(even).date(), calendar).and_time(NINE) + minutes);
        let at = if worked > last && worked <= end { worked } else { even };
        last = at.max(last);
        moments.push(last);
    }
    moments.truncate(count);
    moments
}

const NINE: NaiveTime = match NaiveTime::from_hms_opt(9, 0, 0) {
    Some(nine) => nine,
    None => NaiveTime::MIN,
};

/// This day, or the last one before it on which the house worked.
fn working_day(day: NaiveDate, calendar: &Calendar) -> NaiveDate {
    let before = (0..14).filter_map(|days| day.checked_sub_days(Days::new(days)));
    before.into_iter().find(|day| calendar.is_working_day(*day)).unwrap_or(day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_happens_follows_what_came_in_and_comes_before_now() {
        let utc = |text: &str| text.parse::<DateTime<Utc>>().unwrap();
        let calendar = Calendar::default();
        for (received, end) in [
            ("2026-11-02T09:00:00Z", "2026-11-14T09:00:00Z"),
            ("2026-11-21T23:00:00Z", "2026-11-21T23:00:00Z"),
            ("2026-11-20T16:00:00Z", "2026-11-23T08:00:00Z"),
        ] {
            let moments = moments(utc(received), utc(end), 7, &calendar);
            assert_eq!(moments.len(), 7);
            assert!(moments.is_sorted() && moments[0] >= utc(received) && moments[6] <= utc(end), "{moments:?}");
        }
    }
}
