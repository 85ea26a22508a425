//! What there is in a house full of invented referrals: which form, where it stands, what was decided, how long ago it came in.

use domain::context::Context;
use domain::desk::outcome::Outcome;
use domain::fiction::{self, Chance, invented};
use domain::form::{Effect, Entry, Form};
use domain::referral::Status;

/// One invented referral.
#[derive(Clone, Copy)]
pub struct Scene {
    /// By which form.
    pub form: &'static Form,
    /// Where it stands.
    pub status: Status,
    /// What was decided, where something is.
    pub outcome: Option<Outcome>,
    /// How many days ago it came in.
    pub days_ago: u32,
    /// Within how many days it came where it stands.
    pub handled_in: u32,
}

/// The forms that someone could send by themselves. A contribution takes an invitation, the newsletter a mailbox that answers, a room
/// a house with rooms.
pub fn can_be_sent(form: &'static Form, context: &Context) -> bool {
    let by_oneself = form.entry != Entry::Invited && !matches!(form.effect, Effect::Subscribes(_));
    by_oneself && fiction::submission(form, context, invented, &mut Chance::new(1)).is_some()
}

/// So many referrals by these forms. What was never told comes first, then what was told least, so that a few dozen show every form,
/// status and outcome; after everything that there can be, it begins anew.
pub fn scenes(forms: &[&'static Form], context: &Context, count: usize) -> Vec<Scene> {
    let possible = possible(forms, context);
    let (mut told, mut scenes) = (vec![0_usize; possible.len()], Vec::with_capacity(count));
    let mut uses = Uses::default();
    while scenes.len() < count {
        let next = (0..possible.len()).min_by_key(|at| (told[*at], uses.of(&possible[*at])));
        let Some(at) = next else { break };
        let (form, status, outcome) = possible[at];
        let turn = uses.note(&possible[at]);
        told[at] += 1;
        let (days_ago, handled_in) = when(status, turn);
        scenes.push(Scene { form, status, outcome, days_ago, handled_in });
    }
    scenes
}

type Stand = (&'static Form, Status, Option<Outcome>);

/// Everything that there can be.
fn possible(forms: &[&'static Form], context: &Context) -> Vec<Stand> {
    let mut chance = Chance::new(1);
    let mut possible = Vec::new();
    for form in forms.iter().copied() {
        for status in Status::ALL {
            let stands = outcomes(form, status).into_iter().map(|outcome| (form, status, outcome));
            possible.extend(stands.filter(|stand| can_be(stand, context, &mut chance)));
        }
    }
    possible
}

fn outcomes(form: &Form, status: Status) -> Vec<Option<Outcome>> {
    let decides = matches!(status, Status::Decided | Status::Answered | Status::Closed);
    match Outcome::of(form.regime) {
        outcomes if decides && !outcomes.is_empty() => outcomes.iter().copied().map(Some).collect(),
        _ => vec![None],
    }
}

fn can_be((form, status, outcome): &Stand, context: &Context, chance: &mut Chance) -> bool {
    match status {
        Status::Confirmed => form.receipt_to.is_some(),
        Status::Withdrawn => form.effect.is_followed(),
        _ => fiction::life(form, *status, *outcome, context, invented, chance).is_some(),
    }
}

/// How much more it counts that a form was told than that a status was.
const FORM: usize = 3;

/// How often what was told.
#[derive(Default)]
struct Uses {
    forms: Vec<(&'static str, usize)>,
    statuses: [usize; Status::ALL.len()],
    outcomes: Vec<(Outcome, usize)>,
}

impl Uses {
    /// Whether all of it was told before, and how often.
    fn of(&self, (form, status, outcome): &Stand) -> (bool, usize) {
        let form = self.forms.iter().find(|(slug, _)| *slug == form.slug).map_or(0, |(_, uses)| *uses);
        let outcome = outcome.map(|outcome| self.outcomes.iter().find(|(known, _)| *known == outcome));
        let outcome = outcome.map(|known| known.map_or(0, |(_, uses)| *uses));
        let status = self.statuses[place(*status)];
        // A form with few stands would else be told once: others share their statuses with many.
        (form > 0 && status > 0 && outcome != Some(0), FORM * form + status + outcome.unwrap_or(0))
    }

    /// Counts it; gives how often its status was told before.
    fn note(&mut self, (form, status, outcome): &Stand) -> usize {
        match self.forms.iter_mut().find(|(slug, _)| *slug == form.slug) {
            Some((_, uses)) => *uses += 1,
            None => self.forms.push((form.slug, 1)),
        }
        if let Some(outcome) = outcome {
            match self.outcomes.iter_mut().find(|(known, _)| known == outcome) {
                Some((_, uses)) => *uses += 1,
                None => self.outcomes.push((*outcome, 1)),
            }
        }
        let uses = &mut self.statuses[place(*status)];
        *uses += 1;
        *uses - 1
    }
}

fn place(status: Status) -> usize {
    Status::ALL.iter().position(|known| *known == status).unwrap_or(0)
}

/// How many days ago it came in, and within how many days it came where it stands: some in time, some late, some that must go soon,
/// some that should have gone.
const fn when(status: Status, turn: usize) -> (u32, u32) {
    const NEW: &[(u32, u32)] = &[(0, 0), (2, 1), (6, 1), (9, 1), (1, 0), (17, 2), (4, 1)];
    const CALLED: &[(u32, u32)] = &[(3, 2), (9, 4), (13, 3), (12, 9), (18, 2), (30, 10)];
    const ASKED: &[(u32, u32)] = &[(6, 3), (12, 5), (20, 6), (34, 9)];
    const DECIDED: &[(u32, u32)] = &[(8, 6), (13, 9), (20, 12), (10, 10)];
    const DONE: &[(u32, u32)] = &[(12, 8), (33, 9), (38, 12), (20, 19), (1815, 12), (60, 13), (36, 11), (130, 25)];
    const TAKEN_BACK: &[(u32, u32)] = &[(3, 1), (7, 5), (30, 4), (50, 6)];
    const CLOSED: &[(u32, u32)] = &[(90, 70), (240, 120), (1815, 200)];
    let all = match status {
        Status::Received | Status::Confirmed => NEW,
        Status::Contacted => CALLED,
        Status::Asked => ASKED,
        Status::Decided => DECIDED,
        Status::Answered | Status::Demanded => DONE,
        Status::Withdrawn | Status::Cancelled => TAKEN_BACK,
        Status::Closed => CLOSED,
    };
    all[turn % all.len()]
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::NaiveDate;
    use domain::forms;

    fn told(count: usize) -> Vec<Scene> {
        let context = fiction::house(NaiveDate::from_ymd_opt(2026, 11, 22).unwrap());
        let forms: Vec<_> = forms::ALL.iter().copied().filter(|form| can_be_sent(form, &context)).collect();
        scenes(&forms, &context, count)
    }

    #[test]
    fn some_dozens_show_every_form_status_and_outcome() {
        let scenes = told(120);
        assert_eq!(scenes.len(), 120);
        let context = fiction::house(NaiveDate::from_ymd_opt(2026, 11, 22).unwrap());
        for form in forms::ALL.iter().filter(|form| can_be_sent(form, &context)) {
            assert!(scenes.iter().any(|scene| scene.form.slug == form.slug), "{}", form.slug);
        }
        for status in Status::ALL {
            assert!(scenes.iter().any(|scene| scene.status == status), "{status:?}");
        }
        for outcome in Outcome::ALL {
            assert!(scenes.iter().any(|scene| scene.outcome == Some(outcome)), "{outcome:?}");
        }
    }

    #[test]
    fn nothing_was_done_before_it_came_in() {
        for scene in told(500) {
            assert!(scene.handled_in <= scene.days_ago, "{:?}", scene.status);
        }
    }
}
