//! What stays of what was destroyed: a tombstone that names nobody. Destroying writes it (`destroying`).

mod destroying;

use chrono::{DateTime, NaiveDate, Utc};
use domain::desk::outcome::Outcome;
use domain::regime::Regime;
use domain::retention::Situation;
use sea_orm::ActiveValue::Set;
use sea_orm::{
    ColumnTrait as _, Condition, DatabaseTransaction, EntityTrait as _, PaginatorTrait as _, QueryFilter as _,
    QueryOrder as _, QuerySelect as _,
};

#[cfg(test)]
pub(super) use destroying::destroy;
pub use destroying::{Destruction, Due, DueBatch, Facts};

use super::keeping::{Within, regime};
use super::time::{day, day_text, moment, seconds};
use super::{Store, StoreError, patiently};

/// What stays of a record that was destroyed: nothing about people.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tombstone {
    /// Its number.
    pub reference: String,
    /// Short name of the house.
    pub house: String,
    /// Which form.
    pub form: String,
    /// Under which law.
    pub regime: Regime,
    /// In which municipality.
    pub municipality: Option<String>,
    /// What kind of organisation sent it, never which.
    pub organisation_kind: Option<String>,
    /// The day it came in.
    pub received_on: NaiveDate,
    /// The day of the decision.
    pub decided_on: Option<NaiveDate>,
    /// What was decided.
    pub outcome: Option<Outcome>,
    /// Why it went.
    pub ground: Situation,
    /// When it went.
    pub destroyed_at: DateTime<Utc>,
    /// Shows that this program wrote all of this ([`crate::retention::Keeper::proves`]).
    pub proof: Vec<u8>,
}

/// A tombstone in a list: one that can't be read keeps nobody from the others.
#[derive(Debug)]
pub struct Numbered {
    /// Its number.
    pub reference: String,
    /// When it was destroyed.
    pub destroyed_at: DateTime<Utc>,
    /// What it says, or why it can't be read.
    pub tombstone: Result<Tombstone, StoreError>,
}

impl From<entity::Model> for Numbered {
    fn from(row: entity::Model) -> Self {
        Self { reference: row.reference.clone(), destroyed_at: moment(row.destroyed_at), tombstone: row.try_into() }
    }
}

/// The tombstones of a [`Store`].
pub struct Tombstones<'a>(pub(super) &'a Store);

impl Tombstones<'_> {
    /// The tombstone with this number.
    pub async fn find(&self, house: &str, reference: &str) -> Result<Option<Tombstone>, StoreError> {
        let query = entity::Entity::find_by_id(reference).filter(entity::Column::House.eq(house));
        let row = patiently(async { Ok(query.one(&self.0.reader).await?) }).await?;
        row.map(Tombstone::try_from).transpose()
    }

    /// Tombstones with a number that holds `part`, the latest first; `after` continues behind the last one of the page before.
    pub async fn latest(
        &self,
        within: &Within,
        part: &str,
        after: Option<(DateTime<Utc>, String)>,
        limit: u64,
    ) -> Result<Vec<Numbered>, StoreError> {
        let mut all = Condition::all()
            .add(entity::Column::House.eq(&within.house))
            .add(entity::Column::Regime.is_in(within.slugs()));
        if !part.is_empty() {
            all = all.add(entity::Column::Reference.contains(part));
        }
        if let Some((at, reference)) = after {
            let same_moment = Condition::all()
                .add(entity::Column::DestroyedAt.eq(seconds(at)))
                .add(entity::Column::Reference.lt(reference));
            all = all.add(Condition::any().add(entity::Column::DestroyedAt.lt(seconds(at))).add(same_moment));
        }
        let query = entity::Entity::find()
            .filter(all)
            .order_by_desc(entity::Column::DestroyedAt)
            .order_by_desc(entity::Column::Reference)
            .limit(limit);
        let rows = patiently(async { Ok(query.all(&self.0.reader).await?) }).await?;
        Ok(rows.into_iter().map(Numbered::from).collect())
    }

    /// Up to `limit` tombstones of a house by number, beginning after this one.
    pub async fn by_number(&self, house: &str, after: &str, limit: u64) -> Result<Vec<Numbered>, StoreError> {
        let query = entity::Entity::find()
            .filter(entity::Column::House.eq(house))
            .filter(entity::Column::Reference.gt(after))
            .order_by_asc(entity::Column::Reference)
            .limit(limit);
        let rows = patiently(async { Ok(query.all(&self.0.reader).await?) }).await?;
        Ok(rows.into_iter().map(Numbered::from).collect())
    }
}

/// Whether this number was given to something that was destroyed.
pub(super) async fn has(tx: &DatabaseTransaction, reference: &str) -> Result<bool, StoreError> {
    Ok(entity::Entity::find_by_id(reference).count(tx).await? > 0)
}

impl From<Tombstone> for entity::ActiveModel {
    fn from(tombstone: Tombstone) -> Self {
        Self {
            reference: Set(tombstone.reference),
            house: Set(tombstone.house),
            form: Set(tombstone.form),
            regime: Set(tombstone.regime.slug().to_owned()),
            municipality: Set(tombstone.municipality),
            organisation_kind: Set(tombstone.organisation_kind),
            received_on: Set(day_text(tombstone.received_on)),
            decided_on: Set(tombstone.decided_on.map(day_text)),
            outcome: Set(tombstone.outcome.map(|outcome| outcome.slug().to_owned())),
            ground: Set(tombstone.ground.slug().to_owned()),
            destroyed_at: Set(seconds(tombstone.destroyed_at)),
            proof: Set(tombstone.proof),
        }
    }
}

impl TryFrom<entity::Model> for Tombstone {
    type Error = StoreError;

    fn try_from(row: entity::Model) -> Result<Self, StoreError> {
        Ok(Self {
            regime: regime(&row.regime)?,
            received_on: day(&row.received_on)?,
            decided_on: row.decided_on.as_deref().map(day).transpose()?,
            outcome: row.outcome.as_deref().map(outcome).transpose()?,
            ground: Situation::from_slug(&row.ground).ok_or(StoreError::Unknown("ground"))?,
            destroyed_at: moment(row.destroyed_at),
            reference: row.reference,
            house: row.house,
            form: row.form,
            municipality: row.municipality,
            organisation_kind: row.organisation_kind,
            proof: row.proof,
        })
    }
}

fn outcome(slug: &str) -> Result<Outcome, StoreError> {
    Outcome::from_slug(slug).ok_or(StoreError::Unknown("outcome"))
}

mod entity {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "tombstones")]
    pub(super) struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub(super) reference: String,
        pub(super) house: String,
        pub(super) form: String,
        pub(super) regime: String,
        pub(super) municipality: Option<String>,
        pub(super) organisation_kind: Option<String>,
        pub(super) received_on: String,
        pub(super) decided_on: Option<String>,
        pub(super) outcome: Option<String>,
        pub(super) ground: String,
        pub(super) destroyed_at: i64,
        pub(super) proof: Vec<u8>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub(super) enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
