//! Destroying: a record goes with all that belongs to it, and a tombstone stays. One transaction, so that there is never neither and
//! never both.
//!
//! The foreign keys take timeline, mails, invitations, places, marks of persons, reading marks and the sign-up for the newsletter along.
//! A draft is found by nobody but its writer and goes by itself; so does the copy that a sender may print for some hours.

use chrono::NaiveDate;
use domain::desk::outcome::Outcome;
use domain::referral::Status;
use domain::regime::Regime;
use domain::retention::Situation;
use sea_orm::{
    ColumnTrait as _, Condition, ConnectionTrait, DatabaseTransaction, EntityTrait as _, FromQueryResult,
    QueryFilter as _, QueryOrder as _, QuerySelect as _,
};

use super::{Tombstone, Tombstones, entity};
use crate::audit::Entry;
use crate::clock::today;
use crate::store::keeping::regime;
use crate::store::queue::reckon::Turn;
use crate::store::referrals::entity as referral;
use crate::store::time::{day, day_text, moment};
use crate::store::{StoreError, audit, dialect, patiently};

/// A record whose time is over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Due {
    /// What its tombstone may tell.
    pub facts: Facts,
    /// The contributions of colleagues that belong to it.
    pub contributions: Vec<Facts>,
}

/// Some records whose time is over.
#[derive(Debug, Default)]
pub struct DueBatch {
    /// Those that can be read.
    pub due: Vec<Due>,
    /// Number of the last one, readable or not; none: there were none.
    pub last: Option<String>,
    /// Why the first of those that can't be read can't be; they stay, and the log names them.
    pub unreadable: Option<StoreError>,
}

/// What is known of a record and names nobody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Facts {
    /// Its number.
    pub reference: String,
    /// Which form.
    pub form: String,
    /// Under which law.
    pub regime: Regime,
    /// How far it was.
    pub status: Status,
    /// In which municipality, as answered.
    pub municipality: Option<String>,
    /// From which organisation of the partner register.
    pub organisation: Option<String>,
    /// The day it came in.
    pub received_on: NaiveDate,
    /// The day of the decision.
    pub decided_on: Option<NaiveDate>,
    /// What was decided.
    pub outcome: Option<Outcome>,
    /// The situation for which somebody decided a last day.
    pub kept_as: Option<Situation>,
}

/// A record to destroy.
pub struct Destruction {
    /// As it was when the tombstones were written; if anything changed since, nothing happens.
    pub due: Due,
    /// One for the record and one for each contribution.
    pub tombstones: Vec<Tombstone>,
    /// What the trail tells of it.
    pub entries: Vec<Entry>,
    /// The day on which this happens: its last day lies before it.
    pub today: NaiveDate,
}

impl Tombstones<'_> {
    /// Up to `limit` records of a house whose last day lies before today and that nothing holds, by number, beginning after this one.
    /// Who gets the newsletter has an end of another kind ([`super::Subscriptions`]).
    pub async fn due(&self, house: &str, today: NaiveDate, after: &str, limit: u64) -> Result<DueBatch, StoreError> {
        let query = due_on(today)
            .filter(referral::Column::House.eq(house))
            .filter(referral::Column::Reference.gt(after))
            .order_by_asc(referral::Column::Reference)
            .limit(limit);
        patiently(load(&self.0.reader, query)).await
    }

    /// Destroys a record. Says whether it did: not where something happened to it meanwhile, or another process was faster.
    pub async fn destroy(&self, destruction: Destruction) -> Result<bool, StoreError> {
        self.0.writer.run(move |tx| Box::pin(destroy(tx, destruction))).await
    }

    /// Takes what was removed out of the write-ahead log as well. What a reader still holds on to goes the next time.
    pub async fn forget(&self) -> Result<(), StoreError> {
        Ok(dialect::forget_removed_rows(self.0.writer.connection()).await?)
    }
}

pub(in crate::store) async fn destroy(tx: &DatabaseTransaction, destruction: Destruction) -> Result<bool, StoreError> {
    let Destruction { due, tombstones, entries, today } = destruction;
    let reference = due.facts.reference.clone();
    // Held first: whoever adds something to it waits, and finds nothing.
    let held = referral::Entity::find_by_id(&reference).select_only().column(referral::Column::Reference);
    held.lock_exclusive().into_tuple::<String>().one(tx).await?;
    let now = load(tx, due_on(today).filter(referral::Column::Reference.eq(&reference))).await?;
    if now.due != [due] {
        return Ok(false);
    }
    for tombstone in tombstones {
        entity::Entity::insert(entity::ActiveModel::from(tombstone)).exec_without_returning(tx).await?;
    }
    let belongs =
        Condition::any().add(referral::Column::Parent.eq(&reference)).add(referral::Column::Reference.eq(&reference));
    referral::Entity::delete_many().filter(belongs).exec(tx).await?;
    for entry in entries {
        audit::append(tx, &entry).await?;
    }
    Ok(true)
}

/// What was reckoned since anything last happened to it, whose last day is over, and that nothing holds.
fn due_on(today: NaiveDate) -> sea_orm::Select<referral::Entity> {
    referral::Entity::find()
        .filter(referral::Column::Parent.is_null())
        .filter(referral::Column::DestroyOn.lt(day_text(today)))
        .filter(referral::Column::Held.eq(0))
        .filter(referral::Column::Turn.ne(Turn::Unsettled.number()))
        .filter(referral::Column::Regime.ne(Regime::Newsletter.slug()))
}

async fn load(from: &impl ConnectionTrait, query: sea_orm::Select<referral::Entity>) -> Result<DueBatch, StoreError> {
    let parents = lines(query).all(from).await?;
    let references: Vec<String> = parents.iter().map(|line| line.reference.clone()).collect();
    let children = referral::Entity::find()
        .filter(referral::Column::Parent.is_in(references))
        .order_by_asc(referral::Column::Reference);
    let children = lines(children).all(from).await?;
    let mut batch = DueBatch::default();
    for line in parents {
        match due(&line, &children) {
            Ok(due) => batch.due.push(due),
            Err(error) => {
                tracing::error!(reference = line.reference, %error, "a record whose time is over can't be read: it stays");
                batch.unreadable.get_or_insert(error);
            }
        }
        batch.last = Some(line.reference);
    }
    Ok(batch)
}

fn due(line: &Line, children: &[Line]) -> Result<Due, StoreError> {
    let of_it = children.iter().filter(|child| child.parent.as_deref() == Some(&line.reference));
    let contributions = of_it.map(Facts::try_from).collect::<Result<_, _>>()?;
    Ok(Due { facts: Facts::try_from(line)?, contributions })
}

/// Without the envelope.
fn lines(query: sea_orm::Select<referral::Entity>) -> sea_orm::Selector<sea_orm::SelectModel<Line>> {
    let columns = [
        referral::Column::Reference,
        referral::Column::Form,
        referral::Column::Regime,
        referral::Column::Status,
        referral::Column::Municipality,
        referral::Column::Organisation,
        referral::Column::ReceivedAt,
        referral::Column::DecidedOn,
        referral::Column::Outcome,
        referral::Column::KeptAs,
        referral::Column::Parent,
    ];
    query.select_only().columns(columns).into_model::<Line>()
}

#[derive(FromQueryResult)]
struct Line {
    reference: String,
    form: String,
    regime: String,
    status: String,
    municipality: Option<String>,
    organisation: Option<String>,
    received_at: i64,
    decided_on: Option<String>,
    outcome: Option<String>,
    kept_as: Option<String>,
    parent: Option<String>,
}

impl TryFrom<&Line> for Facts {
    type Error = StoreError;

    fn try_from(line: &Line) -> Result<Self, StoreError> {
        Ok(Self {
            reference: line.reference.clone(),
            form: line.form.clone(),
            regime: regime(&line.regime)?,
            status: Status::from_slug(&line.status).ok_or(StoreError::Unknown("status"))?,
            municipality: line.municipality.clone(),
            organisation: line.organisation.clone(),
            received_on: today(moment(line.received_at)),
            decided_on: line.decided_on.as_deref().map(day).transpose()?,
            outcome: line.outcome.as_deref().and_then(Outcome::from_slug),
            kept_as: line.kept_as.as_deref().and_then(Situation::from_slug),
        })
    }
}
