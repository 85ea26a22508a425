//! What happened to a referral after it came in, in order.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use domain::desk::act::Kept;
use domain::desk::outcome::Outcome as Decided;
use domain::referral::{Happening, Status};
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::SimpleExpr;
use sea_orm::{
    ColumnTrait as _, ConnectionTrait, DatabaseConnection, DatabaseTransaction, EntityTrait as _, PaginatorTrait as _,
    QueryFilter as _, QueryOrder as _, QuerySelect as _,
};

use super::time::{moment, seconds};
use super::{NewMail, Store, StoreError, audit, keeping, outbox, patiently, places, referrals, subscriptions};
use crate::audit::Entry;

/// Something to add to a timeline.
pub struct NewHappening {
    /// Its number, bound into the envelope. Random where someone did it; what happens by itself (it came in, its handler left) has one
    /// made of the reference and what happened.
    pub id: String,
    /// What happened.
    pub what: Happening,
    /// When.
    pub at: DateTime<Utc>,
    /// What was said, sealed to the house and, where its sender may read it, to who follows it.
    pub envelope: Option<Vec<u8>>,
    /// What someone at the desk wrote, sealed to the house alone.
    pub record: Option<Vec<u8>>,
    /// What was decided, where that is what happened.
    pub outcome: Option<Decided>,
    /// Until when it stays, where that was decided ([`Happening::Renewed`], [`Happening::PeriodSet`]). The store keeps no case longer than
    /// [`domain::retention::prolonged`] lets it.
    pub kept: Option<Kept>,
}

impl NewHappening {
    /// Something of which there is no more to say.
    pub const fn bare(id: String, what: Happening, at: DateTime<Utc>) -> Self {
        Self { id, what, at, envelope: None, record: None, outcome: None, kept: None }
    }
}

/// Something that happened.
pub struct Happened {
    /// Its number, bound into the envelope.
    pub id: String,
    /// What happened.
    pub what: Happening,
    /// When.
    pub at: DateTime<Utc>,
    /// What was said, sealed.
    pub envelope: Option<Vec<u8>>,
    /// What someone at the desk wrote, sealed to the house alone.
    pub record: Option<Vec<u8>>,
}

/// What became of a happening.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// It is on disk; the referral has this status now.
    Done(Status),
    /// That can't happen any more: the referral has this status. Nothing was changed.
    TooLate(Status),
    /// Something else happened since the page was made. Nothing was changed.
    Overtaken(Status),
    /// There is no such referral.
    NoSuchReferral,
}

/// The timelines of a [`Store`].
pub struct Timeline<'a>(pub(super) &'a Store);

impl Timeline<'_> {
    /// All that happened to this referral, the oldest first.
    pub async fn of(&self, reference: &str) -> Result<Vec<Happened>, StoreError> {
        let query =
            entity::Entity::find().filter(entity::Column::Reference.eq(reference)).order_by_asc(entity::Column::Seq);
        let rows = patiently(async { Ok(query.all(&self.0.reader).await?) }).await?;
        rows.into_iter().map(Happened::try_from).collect()
    }

    /// Lets something happen that was written on a page made when `seen` things had happened that count ([`Happening::overtakes`]):
    /// nothing is changed where more happened since ([`Outcome::Overtaken`]).
    pub async fn add_after(
        &self,
        reference: &str,
        seen: u64,
        new: NewHappening,
        mails: Vec<NewMail>,
        entry: Entry,
    ) -> Result<Outcome, StoreError> {
        let reference = reference.to_owned();
        self.0
            .writer
            .run(move |tx| {
                Box::pin(async move {
                    // Held first, so that nobody adds anything between the count and the deed.
                    let Some(status) = referrals::status(tx, &reference).await? else {
                        return Ok(Outcome::NoSuchReferral);
                    };
                    if overtaking(tx, &reference).await? != seen {
                        return Ok(Outcome::Overtaken(status));
                    }
                    add(tx, reference, new, mails, entry).await
                })
            })
            .await
    }

    /// Lets something happen: the timeline, the status, the audit entry and the mails in one transaction. A referral that is taken
    /// back or cancelled frees its places; a sign-up that is confirmed is on the list.
    pub async fn add(
        &self,
        reference: &str,
        new: NewHappening,
        mails: Vec<NewMail>,
        entry: Entry,
    ) -> Result<Outcome, StoreError> {
        let reference = reference.to_owned();
        self.0.writer.run(move |tx| Box::pin(add(tx, reference, new, mails, entry))).await
    }
}

/// The same inside a transaction of someone else.
pub(super) async fn add(
    tx: &DatabaseTransaction,
    reference: String,
    new: NewHappening,
    mails: Vec<NewMail>,
    entry: Entry,
) -> Result<Outcome, StoreError> {
    let Some(status) = referrals::status(tx, &reference).await? else { return Ok(Outcome::NoSuchReferral) };
    let Some(next) = status.after(new.what) else { return Ok(Outcome::TooLate(status)) };
    let (what, at, outcome, kept) = (new.what, new.at, new.outcome, new.kept);
    insert(tx, &reference, new).await?;
    if let Some(kept) = kept {
        keeping::keep(tx, &reference, kept).await?;
    }
    referrals::set_status(tx, &reference, next, outcome).await?;
    match what {
        Happening::Withdrawn | Happening::Cancelled => places::free(tx, &reference).await?,
        Happening::Confirmed => subscriptions::confirm(tx, &reference, at).await?,
        _ => {}
    }
    outbox::insert(tx, &reference, mails, at).await?;
    audit::append(tx, &entry).await?;
    Ok(Outcome::Done(next))
}

/// Adds to a timeline inside a transaction that holds the referral.
pub(super) async fn insert(tx: &DatabaseTransaction, reference: &str, new: NewHappening) -> Result<(), StoreError> {
    let before = count(tx, reference).await?;
    let row = entity::ActiveModel {
        id: Set(new.id),
        reference: Set(reference.to_owned()),
        seq: Set(i64::try_from(before).unwrap_or(i64::MAX)),
        at: Set(seconds(new.at)),
        what: Set(new.what.slug().to_owned()),
        envelope: Set(new.envelope),
        record: Set(new.record),
    };
    entity::Entity::insert(row).exec_without_returning(tx).await?;
    Ok(())
}

async fn count(tx: &DatabaseTransaction, reference: &str) -> Result<u64, StoreError> {
    Ok(entity::Entity::find().filter(entity::Column::Reference.eq(reference)).count(tx).await?)
}

/// How many things happened that count for whoever writes meanwhile.
async fn overtaking(tx: &DatabaseTransaction, reference: &str) -> Result<u64, StoreError> {
    let all = entity::Entity::find().filter(entity::Column::Reference.eq(reference));
    Ok(all.filter(overtakes()).count(tx).await?)
}

fn overtakes() -> SimpleExpr {
    let others = Happening::ALL.into_iter().filter(|what| !what.overtakes()).map(Happening::slug);
    entity::Column::What.is_not_in(others)
}

/// What happened to each of these referrals, and when, in order.
pub(super) async fn moments(
    from: &impl ConnectionTrait,
    references: &[String],
) -> Result<BTreeMap<String, Option<Vec<(Happening, DateTime<Utc>)>>>, StoreError> {
    let rows = entity::Entity::find()
        .select_only()
        .columns([entity::Column::Reference, entity::Column::What, entity::Column::At])
        .filter(entity::Column::Reference.is_in(references))
        .order_by_asc(entity::Column::Reference)
        .order_by_asc(entity::Column::Seq)
        .into_tuple::<(String, String, i64)>()
        .all(from)
        .await?;
    let mut all: BTreeMap<String, Option<Vec<_>>> = BTreeMap::new();
    for (reference, what, at) in rows {
        let of_it = all.entry(reference).or_insert_with(|| Some(Vec::new()));
        match (Happening::from_slug(&what), of_it.as_mut()) {
            (Some(what), Some(known)) => known.push((what, moment(at))),
            _ => *of_it = None,
        }
    }
    Ok(all)
}

/// When one of these things last happened to each of these referrals.
pub(super) async fn last_of(
    reader: &DatabaseConnection,
    references: &[&str],
    whats: &[Happening],
) -> Result<Vec<(String, DateTime<Utc>)>, StoreError> {
    let query = entity::Entity::find()
        .select_only()
        .column(entity::Column::Reference)
        .column_as(entity::Column::At.max(), "last")
        .filter(entity::Column::Reference.is_in(references.iter().copied()))
        .filter(entity::Column::What.is_in(whats.iter().map(|what| what.slug())))
        .group_by(entity::Column::Reference)
        .into_tuple::<(String, i64)>();
    let rows = patiently(async { Ok(query.all(reader).await?) }).await?;
    Ok(rows.into_iter().map(|(reference, at)| (reference, moment(at))).collect())
}

impl TryFrom<entity::Model> for Happened {
    type Error = StoreError;

    fn try_from(row: entity::Model) -> Result<Self, StoreError> {
        Ok(Self {
            what: Happening::from_slug(&row.what).ok_or(StoreError::Unknown("happening"))?,
            id: row.id,
            at: moment(row.at),
            envelope: row.envelope,
            record: row.record,
        })
    }
}

mod entity {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "timeline")]
    pub(super) struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub(super) id: String,
        pub(super) reference: String,
        pub(super) seq: i64,
        pub(super) at: i64,
        pub(super) what: String,
        pub(super) envelope: Option<Vec<u8>>,
        pub(super) record: Option<Vec<u8>>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub(super) enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
