//! Day, clock and end of a referral, reckoned from its timeline (`domain::desk::clock`, `domain::retention`) and kept beside it.
//!
//! Whatever happens to a referral unsettles it; [`Queue::settle`] reckons those anew before anyone looks.

use chrono::{DateTime, NaiveDate, Utc};
use domain::calendar::Calendar;
use domain::desk::clock::{self, Term, TermState};
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

use super::Queue;
use crate::clock::today;
use crate::store::referrals::entity as referral;
use crate::store::time::{day, day_text, moment};
use crate::store::{StoreError, patiently, places, timeline};

/// Referrals that are reckoned in one transaction.
const TOGETHER: u64 = 200;
/// Where a referral stands in the queue: first what the house has to do by a day, last what is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::store) enum Turn {
    /// Something happened to it: where it stands must be reckoned.
    Unsettled,
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
            Self::Runs => 1,
            Self::NoDay => 2,
            Self::Waits => 3,
            Self::Done => 4,
        }
    }

    fn of(next: Option<&Term>, status: Status) -> Self {
        match next {
            Some(term) if term.state == TermState::Stopped => Self::Waits,
            Some(_) => Self::Runs,
            None if status.is_open() => Self::NoDay,
            None => Self::Done,
        }
    }
}

/// The state of the clock that is stored with a referral that stands here.
pub(super) const fn state(turn: i32) -> TermState {
    if turn == Turn::Waits.number() { TermState::Stopped } else { TermState::Runs }
}

impl Queue<'_> {
    /// Reckons anew what changed. Gives how many there were.
    pub async fn settle(&self, house: &str, calendar: &Calendar) -> Result<u64, StoreError> {
        let mut settled = 0;
        loop {
            if !self.any_stale(house).await? {
                return Ok(settled);
            }
            let (house, calendar) = (house.to_owned(), calendar.clone());
            settled +=
                self.0.writer.run(move |tx| Box::pin(async move { settle(tx, &house, &calendar).await })).await?;
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

    async fn any_stale(&self, house: &str) -> Result<bool, StoreError> {
        let query = referral::Entity::find()
            .select_only()
            .column(referral::Column::Reference)
            .filter(referral::Column::House.eq(house))
            .filter(referral::Column::Turn.eq(Turn::Unsettled.number()))
            .into_tuple::<String>();
        patiently(async { Ok(query.one(&self.0.reader).await?.is_some()) }).await
    }
}

async fn settle(tx: &DatabaseTransaction, house: &str, calendar: &Calendar) -> Result<u64, StoreError> {
    let stale = to_reckon()
        .filter(referral::Column::House.eq(house))
        .filter(referral::Column::Turn.eq(Turn::Unsettled.number()))
        .order_by_asc(referral::Column::Reference)
        .limit(TOGETHER)
        .lock_exclusive();
    let stale = stale.into_model::<Stale>().all(tx).await?;
    let count = stale.len() as u64;
    for (reference, reckoned) in reckon_all(tx, stale, calendar).await? {
        reckoned.keep(tx, &reference).await?;
    }
    Ok(count)
}

/// What is reckoned of a referral as it is now, also where nobody settled it yet; `None`: there is no such referral. Of the queue it knows
/// no closing days: those move promises, never a last day.
pub(in crate::store) async fn now(
    from: &impl ConnectionTrait,
    reference: &str,
) -> Result<Option<Reckoned>, StoreError> {
    let row = to_reckon().filter(referral::Column::Reference.eq(reference)).into_model::<Stale>().all(from).await?;
    let mut reckoned = reckon_all(from, row, &Calendar::default()).await?;
    Ok(reckoned.pop().map(|(_, reckoned)| reckoned))
}

/// What is needed of a referral to reckon it.
fn to_reckon() -> sea_orm::Select<referral::Entity> {
    referral::Entity::find().select_only().columns([
        referral::Column::Reference,
        referral::Column::Form,
        referral::Column::Status,
        referral::Column::ReceivedAt,
        referral::Column::Outcome,
        referral::Column::KeptUntil,
        referral::Column::KeptAs,
    ])
}

async fn reckon_all(
    from: &impl ConnectionTrait,
    rows: Vec<Stale>,
    calendar: &Calendar,
) -> Result<Vec<(String, Reckoned)>, StoreError> {
    let references: Vec<String> = rows.iter().map(|row| row.reference.clone()).collect();
    let happened = timeline::moments(from, &references).await?;
    let taken = places::taken_by(from, &references).await?;
    let reckoned = rows.into_iter().map(|row| {
        let happened = happened.get(&row.reference).map_or(&[][..], Vec::as_slice);
        let booked = taken.get(&row.reference).and_then(|places| Stay::of_places(places)).map(|stay| stay.day);
        let reckoned = reckon(&row, happened, booked, calendar)?;
        Ok((row.reference, reckoned))
    });
    reckoned.collect()
}

/// What stands beside a referral.
pub(in crate::store) struct Reckoned {
    turn: Turn,
    next: Option<Term>,
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
    Ok(Reckoned {
        turn: Turn::of(next, status),
        next: next.copied(),
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
            .col_expr(referral::Column::NextDue, self.next.map(|term| day_text(term.due)).into())
            .col_expr(referral::Column::NextClock, self.next.map(|term| term.clock.slug().to_owned()).into())
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
    kept_until: Option<String>,
    kept_as: Option<String>,
}
