//! Storing what was invented. Lives are told some hundreds at a time and written in lanes: of each lane in the order in which things
//! happened, all lanes at once. With one lane the whole audit trail stands in that order; with more, many writes share one commit.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};
use domain::answers::Answers;
use domain::check::check;
use domain::desk::outline::outline;
use domain::fiction::{self, Chance, invented};
use domain::rooms::Stay;
use domain::summary::summary;
use tokio::sync::mpsc;
use tokio::task::JoinSet;

use super::DemoError;
use super::life::{Life, steps};
use super::plan::Scene;
use super::staff::Someone;
use super::write::{Lane, Stored};
use crate::clock::MovableClock;
use crate::front::Front;
use crate::intake::places;
use crate::intake::submission::Mails;
use crate::seal::draft::DraftSecret;

/// Lives that are told before they are written.
const TOLD: usize = 500;
/// New stories for a submission that asks for a room that can't be had: it is taken, or the house is closed then.
const TRIES: usize = 500;
/// One in so many is about someone of whom there is a referral already.
const TWIN: u32 = 12;

/// A house while it is filled.
pub struct House<'a> {
    /// The house.
    pub front: &'a Arc<Front>,
    /// The clock that it goes by; it is moved along.
    pub clock: &'a MovableClock,
    /// Who works there. Without anyone nothing happens to what came in.
    pub staff: Arc<Vec<Someone>>,
    /// Whether mails go out.
    pub mails: Mails,
    /// How many write at once.
    pub lanes: usize,
}

/// When what comes in.
pub type Arrival = (DateTime<Utc>, Scene);

/// These scenes, each come in so many days before now, at some hour.
pub fn arrivals(scenes: Vec<Scene>, now: DateTime<Utc>, chance: &mut Chance) -> Vec<Arrival> {
    let mut arrival = |scene: Scene| {
        let minutes = 1 + chance.below(10 * 60);
        (now - TimeDelta::days(scene.days_ago.into()) - TimeDelta::minutes(minutes.into()), scene)
    };
    scenes.into_iter().map(&mut arrival).collect()
}

impl House<'_> {
    /// Stores these with all that happened to them; `progress` hears how many came in so far.
    pub async fn fill(
        &self,
        mut arrivals: Vec<Arrival>,
        chance: &mut Chance,
        mut progress: impl FnMut(usize),
    ) -> Result<Vec<Stored>, DemoError> {
        let now = self.front.now();
        arrivals.sort_by_key(|(received, _)| *received);
        let (mut stored, mut so_far, mut count) = (Vec::with_capacity(arrivals.len()), SoFar::default(), 0);
        for some in arrivals.chunks(TOLD) {
            let lives = self.tell(some, now, &mut so_far, chance).await?;
            let (came_in, mut coming) = mpsc::unbounded_channel();
            let mut lanes = JoinSet::new();
            for lives in split(lives, self.lanes) {
                let (front, staff, came_in) = (self.front.clone(), self.staff.clone(), came_in.clone());
                lanes.spawn(Lane { front, staff, mails: self.mails, came_in }.write(lives));
            }
            drop(came_in);
            while coming.recv().await.is_some() {
                count += 1;
                progress(count);
            }
            while let Some(lane) = lanes.join_next().await {
                stored.extend(lane??);
            }
        }
        self.clock.set(now);
        Ok(stored)
    }

    /// Tells these lives. Where a form has no place left, another is told: a house has few rooms.
    async fn tell(
        &self,
        arrivals: &[Arrival],
        now: DateTime<Utc>,
        so_far: &mut SoFar,
        chance: &mut Chance,
    ) -> Result<Vec<Life>, DemoError> {
        let (mut lives, mut taken) = (Vec::with_capacity(arrivals.len()), BTreeSet::new());
        for (received, scene) in arrivals {
            self.clock.set(*received);
            let (scene, accepted) = match self.submission(scene, so_far, &mut taken, chance).await {
                Err(DemoError::Full(form)) => {
                    so_far.full.insert(form);
                    let open =
                        arrivals.iter().map(|(_, scene)| scene).find(|scene| !so_far.full.contains(scene.form.slug));
                    let scene = open.ok_or(DemoError::Full(form))?;
                    (scene, self.submission(scene, so_far, &mut taken, chance).await?)
                }
                accepted => (scene, accepted?),
            };
            let shown = summary(scene.form, &accepted, &self.front.context());
            let end = (*received + TimeDelta::days(scene.handled_in.into())).min(now);
            self.clock.set(end);
            let calendar = &self.front.content.settings.calendar;
            let steps = if self.staff.is_empty() {
                Vec::new()
            } else {
                steps(scene, &accepted, (*received, end), calendar, &self.front.context(), chance)
            };
            let secret = DraftSecret::generate(&*self.front.services.random)?;
            lives.push(Life { form: scene.form, received: *received, secret, accepted, shown, steps });
        }
        Ok(lives)
    }

    /// Accepted answers: new ones, or sometimes about someone who was referred before.
    async fn submission(
        &self,
        scene: &Scene,
        so_far: &mut SoFar,
        taken: &mut BTreeSet<String>,
        chance: &mut Chance,
    ) -> Result<Answers, DemoError> {
        let (front, form, context) = (self.front, scene.form, self.front.context());
        if so_far.full.contains(form.slug) {
            return Err(DemoError::Full(form.slug));
        }
        if let Some(earlier) = so_far.known.get(form.slug).filter(|_| chance.once_in(TWIN)) {
            let verdict = check(form, earlier, &context);
            if verdict.is_good() && verdict.parked.is_empty() {
                return Ok(verdict.accepted);
            }
        }
        for _ in 0..TRIES {
            let Some(answers) = fiction::submission(form, &context, invented, chance) else { continue };
            let accepted = check(form, &answers, &context).accepted;
            let wanted = places::wanted(form, &accepted).as_ref().map(Stay::places).unwrap_or_default();
            let is_free = wanted.iter().all(|place| !taken.contains(place));
            if !is_free || places::not_free(front, form, &accepted).await?.is_some() {
                continue;
            }
            taken.extend(wanted);
            if !outline(form, &accepted).twins.is_empty() {
                so_far.known.insert(form.slug, answers);
            }
            return Ok(accepted);
        }
        Err(DemoError::Full(form.slug))
    }
}

/// What was told so far.
#[derive(Default)]
struct SoFar {
    /// What was last sent by each form about a person who can be recognised.
    known: BTreeMap<&'static str, Answers>,
    /// The forms that have no place left.
    full: BTreeSet<&'static str>,
}

/// Into so many lanes, each in the order of what it got.
fn split(lives: Vec<Life>, lanes: usize) -> Vec<Vec<Life>> {
    let mut split: Vec<Vec<Life>> = (0..lanes.max(1)).map(|_| Vec::new()).collect();
    let count = split.len();
    for (number, life) in lives.into_iter().enumerate() {
        split[number % count].push(life);
    }
    split
}
