//! Writing some lives down, the way that real ones go: the same sealing, the same transactions.

use std::sync::Arc;

use chrono::{DateTime, Utc};
use domain::desk::act;
use domain::desk::role::Right;
use domain::desk::told;
use domain::referral::Happening;
use domain::summary::Section;
use tokio::sync::mpsc::UnboundedSender;

use super::DemoError;
use super::life::{Done, Life, What};
use super::staff::{Someone, who_may};
use crate::audit::{Actor, Entry, Event};
use crate::desk::assign::{self, To};
use crate::desk::deed::{Author, Deed, Written};
use crate::follow::Message;
use crate::follow::message::AskedAgain;
use crate::front::Front;
use crate::hex;
use crate::intake::submission::{self, Mails, Outgoing, Sent, Source};
use crate::random;
use crate::store::{NewHappening, NewMail, Outcome as Became};

/// What is asked back: so many questions.
const ASKED: usize = 2;

/// What was stored, and the code by which its sender would follow it.
pub struct Stored {
    /// Its number.
    pub reference: String,
    /// The follow code.
    pub code: String,
}

/// Who writes.
pub(super) struct Lane {
    pub(super) front: Arc<Front>,
    pub(super) staff: Arc<Vec<Someone>>,
    pub(super) mails: Mails,
    /// Hears of each that came in.
    pub(super) came_in: UnboundedSender<()>,
}

impl Lane {
    /// Writes all that happened in these lives, in its order.
    pub(super) async fn write(self, lives: Vec<Life>) -> Result<Vec<Stored>, DemoError> {
        let mut order: Vec<(DateTime<Utc>, usize, Option<usize>)> = Vec::new();
        for (number, life) in lives.iter().enumerate() {
            order.push((life.received, number, None));
            order.extend(life.steps.iter().enumerate().map(|(place, step)| (step.at, number, Some(place))));
        }
        order.sort_unstable();
        let mut stored: Vec<Stored> = Vec::with_capacity(lives.len());
        // In which order they came in.
        let mut places = vec![0; lives.len()];
        for (at, number, step) in order {
            let life = &lives[number];
            match step {
                None => {
                    places[number] = stored.len();
                    stored.push(self.receive(life).await?);
                    let _ = self.came_in.send(());
                }
                Some(step) => {
                    let case = Case { life, number, reference: &stored[places[number]].reference };
                    self.happen(&case, step, at).await?;
                }
            }
        }
        Ok(stored)
    }

    async fn receive(&self, life: &Life) -> Result<Stored, DemoError> {
        let Life { form, secret, accepted, shown, .. } = life;
        let outgoing = Outgoing { form, secret, accepted, shown, from: Source::Nobody(self.mails) };
        match submission::accept_at(&self.front, &outgoing, life.received).await? {
            Sent::As(reference) => Ok(Stored { reference, code: secret.follow().code().to_string() }),
            Sent::Changed | Sent::Taken | Sent::Uninvited(_) => Err(DemoError::Full(form.slug)),
        }
    }

    async fn happen(&self, case: &Case<'_>, step: usize, at: DateTime<Utc>) -> Result<(), DemoError> {
        let event = |what| Event::ReferralHappening { reference: case.reference.to_owned(), what };
        match &case.life.steps[step].what {
            What::Assigned => self.assign(case, at).await,
            What::BySender(what) => {
                let id = hex::encode(&random::bytes::<16>(&*self.front.services.random)?);
                let entry = Entry::new(at, Actor::Operator, event(*what));
                self.add(case, NewHappening::bare(id, *what, at), Vec::new(), entry).await
            }
            What::Deed(done) => {
                let referral = self.front.services.store.referrals().find(case.reference).await?;
                let referral = referral.ok_or(DemoError::Impossible("a referral went while it was written"))?;
                let by = case.who(&self.staff, done.act.right, done.act.what)?;
                let author = Author { member: by.id, role: by.role, profile: &by.profile };
                let Done { act, accepted, shown } = done;
                let deed = Deed { act, accepted, shown, message: case.message(step, done) };
                let Written { happening, mails, entry } =
                    deed.write(&self.front, author, (&referral, case.life.form), at).await?;
                self.add(case, happening, mails, entry).await
            }
        }
    }

    async fn assign(&self, case: &Case<'_>, at: DateTime<Utc>) -> Result<(), DemoError> {
        let by = case.who(&self.staff, Right::Handle, Happening::Assigned)?;
        let author = Author { member: by.id, role: by.role, profile: &by.profile };
        let to = To { id: by.id, name: by.profile.name.clone() };
        match assign::hand(&self.front, author, case.reference, Some(to), at).await? {
            Became::Done(_) => Ok(()),
            Became::TooLate(_) | Became::Overtaken(_) | Became::NoSuchReferral => {
                Err(DemoError::Impossible(case.life.form.slug))
            }
        }
    }

    async fn add(
        &self,
        case: &Case<'_>,
        new: NewHappening,
        mails: Vec<NewMail>,
        entry: Entry,
    ) -> Result<(), DemoError> {
        match self.front.services.store.timeline().add(case.reference, new, mails, entry).await? {
            Became::Done(_) => Ok(()),
            Became::TooLate(_) | Became::Overtaken(_) | Became::NoSuchReferral => {
                Err(DemoError::Impossible(case.life.form.slug))
            }
        }
    }
}

/// A life that is stored.
struct Case<'a> {
    life: &'a Life,
    number: usize,
    reference: &'a str,
}

impl Case<'_> {
    /// Who does it: mostly the same one, but never the one who decides as the one who advises.
    fn who<'a>(&self, staff: &'a [Someone], right: Right, what: Happening) -> Result<&'a Someone, DemoError> {
        let able: Vec<&Someone> = who_may(staff, right, self.life.form.regime).collect();
        let turn = self.number + usize::from(what == Happening::Weighed);
        let someone = able.get(turn % able.len().max(1)).copied();
        someone.ok_or(DemoError::Impossible("nobody here may do what was done"))
    }

    /// What the sender reads of it.
    fn message(&self, step: usize, done: &Done) -> Message {
        let before = self.life.steps[..=step].iter().rev().find_map(|step| match &step.what {
            What::Deed(done) => act::outcome(&done.accepted),
            What::Assigned | What::BySender(_) => None,
        });
        let decided = before.filter(|_| done.act.what == Happening::Answered);
        let done_before = self.life.steps[..step].iter().filter_map(|step| match &step.what {
            What::Deed(done) => Some(done.act.what),
            What::Assigned | What::BySender(_) => None,
        });
        let happened: Vec<Happening> = done_before.collect();
        let begins = decided.map(|decided| told::begins(decided, &self.life.accepted, &happened));
        let asks = if done.act.what == Happening::Asked { asked(self.life) } else { Vec::new() };
        Message { text: told::text(done.act, &done.shown, begins), asks, ..Message::default() }
    }
}

/// Some of the questions that were answered.
fn asked(life: &Life) -> Vec<AskedAgain> {
    let Life { form, accepted, shown, .. } = life;
    let lines = shown.iter().flat_map(|section: &Section| &section.blocks).flat_map(|block| &block.lines);
    let askable = lines.filter(|line| form.field_at(&line.name).is_some());
    let asked = askable.map(|line| AskedAgain {
        name: line.name.clone(),
        label: line.label.to_owned(),
        value: accepted.get(&line.name).to_owned(),
    });
    asked.take(ASKED).collect()
}
