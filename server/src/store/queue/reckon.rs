//! Day, clock and end of a referral, reckoned from its timeline (`domain::desk::clock`, `domain::retention`) and kept beside it.
//!
//! Whatever happens to a referral unsettles it; [`Queue::settle`] reckons those anew before anyone looks.

use chrono::{DateTime, NaiveDate, Utc};
use domain::calendar::Calendar;
use domain::desk::clock::{self, Term, TermState};
use domain::desk::needed::{Needed, Taken};
use domain::desk::outcome::Outcome;
use domain::forms;
use domain::referral::{Happening, Status};
use domain::retention::{self, Began, Situation};
use domain::rooms::Stay;
use sea_orm::sea_query::Expr;
use sea_orm::{
    ColumnTrait as _, ConnectionTrait, DatabaseTransaction, EntityTrait as _, FromQueryResult, QueryFilter as _,
    QueryOrder as _, QuerySelect as _,
};

use super::{Queue, needed};
use crate::clock::today;
use crate::store::referrals::entity as referral;
use crate::store::time::{day, day_text, moment};
use crate::store::{StoreError, patiently, places, timeline};

/// Referrals that are reckoned in one transaction.
const TOGETHER: u64 = 200;

/// Where a referral stands in the queue: first what its sender needs on the day itself, then what the house has to do by a day, last
/// what is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::store) enum Turn {
    /// Something happened to it: where it stands must be reckoned.
    Unsettled,
    /// Its sender needs something on the day itself, and nobody took it up.
    Presses,
    /// Its sender can't tell whether that day is soon enough, and nobody looked.
    MayPress,
    /// The house has to do something by a day.
    Runs,
    /// It is open, and no day says by when.
    NoDay,
    /// The house waits for its sender.
    Waits,
    /// It is done.
    Done,
}

impl Turn {
    /// In the store, where it sorts.
    pub(in crate::store) const fn number(self) -> i32 {
        match self {
            Self::Unsettled => 0,
            Self::Presses => 1,
            Self::MayPress => 2,
            Self::Runs => 3,
            Self::NoDay => 4,
            Self::Waits => 5,
            Self::Done => 6,
        }
    }

    fn of(next: Option<&Term>, status: Status, needed: Option<Needed>, taken: Taken) -> Self {
        match next {
            _ if status.is_unanswered() && needed.is_some_and(|needed| needed.presses(taken)) => match needed {
                Some(Needed::Today) => Self::Presses,
                _ => Self::MayPress,
            },
            Some(term) if term.state == TermState::Stopped => Self::Waits,
            Some(_) => Self::Runs,
            None if status.is_unanswered() => Self::NoDay,
            None => Self::Done,
        }
    }
}

/// The state of the clock that is stored with a referral that stands here.
pub(super) const fn state(turn: i32) -> TermState {
    if turn == Turn::Waits.number() { TermState::Stopped } else { TermState::Runs }
}

/// What settling came to.
#[derive(Debug, Default)]
pub struct Settled {
    /// How many were reckoned anew.
    pub count: u64,
    /// Those that can't be read, by number, and why. They stay unsettled until someone mends them: first in the list, and never destroyed.
    pub unreadable: Vec<(String, StoreError)>,
}

/// Whether somebody took it up, as it is stored: what was never reckoned nobody took up.
pub(super) const fn taken(stored: i32) -> Taken {
    if stored == taken_number(Taken::NotYet) { Taken::NotYet } else { Taken::Up }
}

const fn taken_number(taken: Taken) -> i32 {
    match taken {
        Taken::NotYet => 0,
        Taken::Up => 1,
    }
}

impl Queue<'_> {
    /// Reckons anew what changed. One that can't be read keeps no other from it, and costs every look at the list no more than a read.
    pub async fn settle(&self, house: &str, calendar: &Calendar) -> Result<Settled, StoreError> {
        let (mut settled, mut after) = (Settled::default(), String::new());
        loop {
            let look = async { reckon_all(&self.0.reader, unsettled(house, &after), calendar).await };
            let seen = patiently(look).await?;
            let Some(last) = seen.last().map(|(reference, _)| reference.clone()) else { return Ok(settled) };
            if seen.iter().all(|(_, reckoned)| reckoned.is_err()) {
                settled.unreadable.extend(seen.into_iter().filter_map(unreadable));
                after = last;
                continue;
            }
            let (house, calendar, from) = (house.to_owned(), calendar.clone(), after.clone());
            let work = self.0.writer.run(move |tx| Box::pin(async move { settle(tx, &house, &calendar, &from).await }));
            let (Settled { count, unreadable }, last) = work.await?;
            settled.count += count;
            settled.unreadable.extend(unreadable);
            let Some(last) = last else { return Ok(settled) };
            after = last;
        }
    }

    /// Lets everything open of a house be reckoned anew: its settings may have changed.
    pub async fn unsettle(&self, house: &str) -> Result<(), StoreError> {
        let house = house.to_owned();
        self.0
            .writer
            .run(move |tx| {
                Box::pin(async move {
                    referral::Entity::update_many()
                        .col_expr(referral::Column::Turn, Turn::Unsettled.number().into())
                        .filter(referral::Column::House.eq(house))
                        .filter(referral::Column::Turn.ne(Turn::Done.number()))
                        .exec(tx)
                        .await?;
                    Ok(())
                })
            })
            .await
    }
}

/// Settles some behind this number; gives the last one that it looked at.
async fn settle(
    tx: &DatabaseTransaction,
    house: &str,
    calendar: &Calendar,
    after: &str,
) -> Result<(Settled, Option<String>), StoreError> {
    let seen = reckon_all(tx, unsettled(house, after).lock_exclusive(), calendar).await?;
    let last = seen.last().map(|(reference, _)| reference.clone());
    let mut settled = Settled::default();
    for (reference, reckoned) in seen {
        match reckoned {
            Ok(reckoned) => {
                reckoned.keep(tx, &reference).await?;
                settled.count += 1;
            }
            Err(error) => settled.unreadable.push((reference, error)),
        }
    }
    Ok((settled, last))
}

/// Some that nobody settled, behind this number.
fn unsettled(house: &str, after: &str) -> sea_orm::Select<referral::Entity> {
    to_reckon()
        .filter(referral::Column::House.eq(house))
        .filter(referral::Column::Turn.eq(Turn::Unsettled.number()))
        .filter(referral::Column::Reference.gt(after))
        .order_by_asc(referral::Column::Reference)
        .limit(TOGETHER)
}

fn unreadable((reference, reckoned): (String, Result<Reckoned, StoreError>)) -> Option<(String, StoreError)> {
    reckoned.err().map(|error| (reference, error))
}

/// What is reckoned of a referral as it is now, also where nobody settled it yet; `None`: there is no such referral. Of the queue it knows
/// no closing days: those move promises, never a last day.
pub(in crate::store) async fn now(
    from: &impl ConnectionTrait,
    reference: &str,
) -> Result<Option<Reckoned>, StoreError> {
    let this = to_reckon().filter(referral::Column::Reference.eq(reference));
    let mut reckoned = reckon_all(from, this, &Calendar::default()).await?;
    reckoned.pop().map(|(_, reckoned)| reckoned).transpose()
}

/// What is needed of a referral to reckon it.
fn to_reckon() -> sea_orm::Select<referral::Entity> {
    referral::Entity::find().select_only().columns([
        referral::Column::Reference,
        referral::Column::Form,
        referral::Column::Status,
        referral::Column::ReceivedAt,
        referral::Column::Outcome,
        referral::Column::Needed,
        referral::Column::KeptUntil,
        referral::Column::KeptAs,
    ])
}

async fn reckon_all(
    from: &impl ConnectionTrait,
    query: sea_orm::Select<referral::Entity>,
    calendar: &Calendar,
) -> Result<Vec<(String, Result<Reckoned, StoreError>)>, StoreError> {
    let rows = query.into_model::<Stale>().all(from).await?;
    let references: Vec<String> = rows.iter().map(|row| row.reference.clone()).collect();
    let happened = timeline::moments(from, &references).await?;
    let taken = places::taken_by(from, &references).await?;
    let reckoned = rows.into_iter().map(|row| {
        let happened = match happened.get(&row.reference) {
            None => Some(&[][..]),
            Some(known) => known.as_deref(),
        };
        let booked = taken.get(&row.reference).and_then(|places| Stay::of_places(places)).map(|stay| stay.day);
        let happened = happened.ok_or(StoreError::Unknown("happening"));
        let reckoned = happened.and_then(|happened| reckon(&row, happened, booked, calendar));
        (row.reference, reckoned)
    });
    Ok(reckoned.collect())
}

/// What stands beside a referral.
pub(in crate::store) struct Reckoned {
    turn: Turn,
    next: Option<Term>,
    /// The day by which it sorts. What is needed on the day itself and has no term sorts by the day on which it came in.
    sorts_by: Option<NaiveDate>,
    taken: Taken,
    pub(in crate::store) decided_on: Option<NaiveDate>,
    pub(in crate::store) situation: Option<Situation>,
    pub(in crate::store) destroy_on: Option<NaiveDate>,
    pub(in crate::store) is_held: bool,
}

fn reckon(
    row: &Stale,
    happened: &[(Happening, DateTime<Utc>)],
    booked: Option<NaiveDate>,
    calendar: &Calendar,
) -> Result<Reckoned, StoreError> {
    let status = Status::from_slug(&row.status).ok_or(StoreError::Unknown("status"))?;
    let outcome = row.outcome.as_deref().and_then(Outcome::from_slug);
    let received = today(moment(row.received_at));
    let days: Vec<(Happening, NaiveDate)> = happened.iter().map(|(what, at)| (*what, today(*at))).collect();
    let decided = days.iter().find(|(what, _)| *what == Happening::Decided).map(|(_, on)| *on);
    let form = forms::find(&row.form);
    let terms = form.map(|form| clock::terms(form, received, &days, calendar)).unwrap_or_default();
    let waits = terms.iter().filter(|term| term.state == TermState::Stopped).min_by_key(|term| term.due);
    let next = clock::next(&terms).or(waits);
    let began = Began::of(received, outcome, &days, booked);
    let kept_as = row.kept_as.as_deref().and_then(Situation::from_slug);
    let situation = form.and_then(|form| retention::situation(form, status, outcome, kept_as));
    let kept_until = row.kept_until.as_deref().map(day).transpose()?;
    let taken = Taken::by(happened.iter().map(|(what, _)| *what));
    let turn = Turn::of(next, status, needed::from_number(row.needed), taken);
    let of_the_day = matches!(turn, Turn::Presses | Turn::MayPress).then_some(received);
    Ok(Reckoned {
        turn,
        next: next.copied(),
        sorts_by: next.map(|term| term.due).or(of_the_day),
        taken,
        decided_on: decided,
        destroy_on: situation.and_then(|situation| retention::last_day(situation, began, kept_until)),
        situation,
        is_held: matches!(last_of(&days, [Happening::Held, Happening::Released]), Some(Happening::Held)),
    })
}

fn last_of(days: &[(Happening, NaiveDate)], wanted: [Happening; 2]) -> Option<Happening> {
    days.iter().rev().map(|(what, _)| *what).find(|what| wanted.contains(what))
}

impl Reckoned {
    async fn keep(self, tx: &DatabaseTransaction, reference: &str) -> Result<(), StoreError> {
        referral::Entity::update_many()
            .col_expr(referral::Column::Turn, self.turn.number().into())
            .col_expr(referral::Column::NextDue, self.sorts_by.map(day_text).into())
            .col_expr(referral::Column::NextClock, self.next.map(|term| term.clock.slug().to_owned()).into())
            .col_expr(referral::Column::Taken, taken_number(self.taken).into())
            .col_expr(referral::Column::DecidedOn, self.decided_on.map(day_text).into())
            .col_expr(referral::Column::DestroyOn, self.destroy_on.map(day_text).into())
            .col_expr(referral::Column::Held, Expr::val(i32::from(self.is_held)))
            .filter(referral::Column::Reference.eq(reference))
            .exec(tx)
            .await?;
        Ok(())
    }
}

#[derive(FromQueryResult)]
struct Stale {
    reference: String,
    form: String,
    status: String,
    received_at: i64,
    outcome: Option<String>,
    needed: i32,
    kept_until: Option<String>,
    kept_as: Option<String>,
}
