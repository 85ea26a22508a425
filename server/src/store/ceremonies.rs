//! Sign-ins that began, each for one use; and sign-ins that failed, counted for a while so that trying on and on gets slow.

use chrono::{DateTime, Utc};
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait as _, EntityTrait as _, PaginatorTrait as _, QueryFilter as _};

use super::time::seconds;
use super::{Store, StoreError, audit, patiently};
use crate::audit::Entry;

/// The ceremonies of a [`Store`].
pub struct Ceremonies<'a>(pub(super) &'a Store);

impl Ceremonies<'_> {
    /// Keeps one until a moment.
    pub async fn begin(&self, id: String, state: Vec<u8>, expires_at: DateTime<Utc>) -> Result<(), StoreError> {
        self.0
            .writer
            .run(move |tx| {
                Box::pin(async move {
                    let row =
                        begun::ActiveModel { id: Set(id), state: Set(state), expires_at: Set(seconds(expires_at)) };
                    begun::Entity::insert(row).exec_without_returning(tx).await?;
                    Ok(())
                })
            })
            .await
    }

    /// Takes one out: nobody gets it a second time, even if both ask at once.
    pub async fn take(&self, id: &str, now: DateTime<Utc>) -> Result<Option<Vec<u8>>, StoreError> {
        let id = id.to_owned();
        self.0
            .writer
            .run(move |tx| {
                Box::pin(async move {
                    let found = begun::Entity::find_by_id(id.clone()).one(tx).await?;
                    let deleted = begun::Entity::delete_by_id(id).exec(tx).await?.rows_affected;
                    Ok(found.filter(|row| deleted == 1 && row.expires_at > seconds(now)).map(|row| row.state))
                })
            })
            .await
    }

    /// A sign-in failed. `source` is a keyed hash of what tried.
    pub async fn failed(&self, id: String, source: [u8; 32], entry: Entry) -> Result<(), StoreError> {
        self.0
            .writer
            .run(move |tx| {
                Box::pin(async move {
                    let row =
                        failed::ActiveModel { id: Set(id), source: Set(source.to_vec()), at: Set(seconds(entry.at)) };
                    failed::Entity::insert(row).exec_without_returning(tx).await?;
                    audit::append(tx, &entry).await
                })
            })
            .await
    }

    /// How often this source failed since a moment.
    pub async fn failures(&self, source: [u8; 32], since: DateTime<Utc>) -> Result<u64, StoreError> {
        let query = failed::Entity::find()
            .filter(failed::Column::Source.eq(source.to_vec()))
            .filter(failed::Column::At.gte(seconds(since)));
        patiently(async { Ok(query.count(&self.0.reader).await?) }).await
    }

    /// Removes ceremonies whose time is over, and failures from before `since`; gives how many.
    pub async fn expire(&self, now: DateTime<Utc>, since: DateTime<Utc>) -> Result<u64, StoreError> {
        self.0
            .writer
            .run(move |tx| {
                Box::pin(async move {
                    let over = begun::Entity::delete_many().filter(begun::Column::ExpiresAt.lte(seconds(now)));
                    let old = failed::Entity::delete_many().filter(failed::Column::At.lt(seconds(since)));
                    Ok(over.exec(tx).await?.rows_affected + old.exec(tx).await?.rows_affected)
                })
            })
            .await
    }
}

mod begun {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "ceremonies")]
    pub(super) struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub(super) id: String,
        pub(super) state: Vec<u8>,
        pub(super) expires_at: i64,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub(super) enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

mod failed {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "sign_in_failures")]
    pub(super) struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub(super) id: String,
        pub(super) source: Vec<u8>,
        pub(super) at: i64,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub(super) enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
