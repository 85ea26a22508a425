//! Places that only one may take: half an hour of a room. The primary key of the table makes a second taker impossible.

use std::collections::{BTreeMap, BTreeSet};

use sea_orm::ActiveValue::Set;
use sea_orm::{
    ColumnTrait as _, ConnectionTrait, DatabaseTransaction, EntityTrait as _, QueryFilter as _, TryInsertResult,
};

use super::{Store, StoreError, patiently};

/// Places that one query asks about.
const AT_ONCE: usize = 500;

/// The places of a [`Store`].
pub struct Places<'a>(pub(super) &'a Store);

impl Places<'_> {
    /// Which of these places of this house are taken.
    pub async fn taken(&self, house: &str, asked: &[String]) -> Result<BTreeSet<String>, StoreError> {
        let mut taken = BTreeSet::new();
        for some in asked.chunks(AT_ONCE) {
            let query = entity::Entity::find()
                .filter(entity::Column::House.eq(house))
                .filter(entity::Column::Place.is_in(some.iter().map(String::as_str)));
            let rows = patiently(async { Ok(query.all(&self.0.reader).await?) }).await?;
            taken.extend(rows.into_iter().map(|row| row.place));
        }
        Ok(taken)
    }

    /// What is taken in this house from this day on (`2026-11-27`), by reference.
    pub async fn from(&self, house: &str, day: &str) -> Result<BTreeMap<String, Vec<String>>, StoreError> {
        let query = entity::Entity::find().filter(entity::Column::House.eq(house));
        let rows = patiently(async { Ok(query.all(&self.0.reader).await?) }).await?;
        let mut all: BTreeMap<String, Vec<String>> = BTreeMap::new();
        // `kamer-1 2026-12-01 09:00`: the room comes first, so the day can't be asked of an index.
        for row in rows.into_iter().filter(|row| row.place.split(' ').nth(1).is_some_and(|of| of >= day)) {
            all.entry(row.reference).or_default().push(row.place);
        }
        Ok(all)
    }

    /// What this referral took.
    pub async fn of(&self, reference: &str) -> Result<Vec<String>, StoreError> {
        let query = entity::Entity::find().filter(entity::Column::Reference.eq(reference));
        let rows = patiently(async { Ok(query.all(&self.0.reader).await?) }).await?;
        Ok(rows.into_iter().map(|row| row.place).collect())
    }
}

/// What each of these referrals took.
pub(super) async fn taken_by(
    from: &impl ConnectionTrait,
    references: &[String],
) -> Result<BTreeMap<String, Vec<String>>, StoreError> {
    let rows = entity::Entity::find().filter(entity::Column::Reference.is_in(references)).all(from).await?;
    let mut all: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for row in rows {
        all.entry(row.reference).or_default().push(row.place);
    }
    Ok(all)
}

/// Takes all of these, or says that one was taken; then the caller leaves the transaction.
pub(super) async fn take(
    tx: &DatabaseTransaction,
    house: &str,
    reference: &str,
    places: Vec<String>,
) -> Result<Took, StoreError> {
    for place in places {
        let row = entity::ActiveModel {
            house: Set(house.to_owned()),
            place: Set(place),
            reference: Set(reference.to_owned()),
        };
        let inserted = entity::Entity::insert(row)
            .on_conflict_do_nothing_on([entity::Column::House, entity::Column::Place])
            .exec_without_returning(tx)
            .await?;
        if !matches!(inserted, TryInsertResult::Inserted(1)) {
            return Ok(Took::SomeoneElseHasIt);
        }
    }
    Ok(Took::All)
}

/// Whether places could be taken.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Took {
    All,
    SomeoneElseHasIt,
}

/// Frees what this referral took.
pub(super) async fn free(tx: &DatabaseTransaction, reference: &str) -> Result<(), StoreError> {
    entity::Entity::delete_many().filter(entity::Column::Reference.eq(reference)).exec(tx).await?;
    Ok(())
}

mod entity {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "places")]
    pub(super) struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub(super) house: String,
        #[sea_orm(primary_key, auto_increment = false)]
        pub(super) place: String,
        pub(super) reference: String,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub(super) enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
