//! Half-filled forms: found by the hash of a lookup, saved only by whoever saw the latest version.

use chrono::{DateTime, Utc};
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::{Expr, ExprTrait as _};
use sea_orm::{ColumnTrait as _, DatabaseTransaction, EntityTrait as _, QueryFilter as _, QuerySelect as _};

use super::time::{moment, seconds};
use super::{Store, StoreError, audit, dialect, patiently};
use crate::audit::{Actor, Entry, Event};
use crate::seal::draft::LookupHash;

/// A draft to begin.
pub struct NewDraft {
    /// Finds it again.
    pub lookup: LookupHash,
    /// Short name of the house.
    pub house: String,
    /// Which form.
    pub form: String,
    /// With which version of the form it began.
    pub form_version: String,
    /// The sealed answers.
    pub body: Vec<u8>,
    /// When it goes if nobody saves it again.
    pub expires_at: DateTime<Utc>,
}

/// A draft as it is kept.
pub struct Draft {
    /// Short name of the house.
    pub house: String,
    /// Which form.
    pub form: String,
    /// With which version of the form it began.
    pub form_version: String,
    /// Counts saves, from 1. To save, name the version you saw.
    pub version: i64,
    /// The sealed answers.
    pub body: Vec<u8>,
    /// When it was last saved.
    pub updated_at: DateTime<Utc>,
    /// When it goes if nobody saves it again.
    pub expires_at: DateTime<Utc>,
}

/// What became of a save.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SaveOutcome {
    /// It is on disk, as this version.
    Saved(i64),
    /// Someone else saved meanwhile; nothing was changed.
    Conflict {
        /// The version there is now.
        current: i64,
    },
    /// It was sent, removed or expired.
    Gone,
}

/// The drafts of a [`Store`].
pub struct Drafts<'a>(pub(super) &'a Store);

impl Drafts<'_> {
    /// Begins a draft, as version 1.
    pub async fn create(&self, draft: NewDraft, now: DateTime<Utc>) -> Result<(), StoreError> {
        self.0
            .writer
            .run(move |tx| {
                Box::pin(async move {
                    insert(tx, draft, now).await?;
                    audit::append(tx, &Entry::new(now, Actor::Visitor, Event::DraftCreated)).await
                })
            })
            .await
    }

    /// The draft with this lookup, unless it expired.
    pub async fn find(&self, lookup: LookupHash, now: DateTime<Utc>) -> Result<Option<Draft>, StoreError> {
        let query = living(lookup, now);
        let row = patiently(async { Ok(query.one(&self.0.reader).await?) }).await?;
        Ok(row.map(Draft::from))
    }

    /// Replaces the answers if `seen` is still the latest version.
    pub async fn save(
        &self,
        lookup: LookupHash,
        seen: i64,
        form_version: String,
        body: Vec<u8>,
        now: DateTime<Utc>,
        expires_at: DateTime<Utc>,
    ) -> Result<SaveOutcome, StoreError> {
        self.0
            .writer
            .run(move |tx| {
                Box::pin(async move {
                    let saved = entity::Entity::update_many()
                        .col_expr(entity::Column::Version, Expr::col(entity::Column::Version).add(1))
                        .col_expr(entity::Column::FormVersion, form_version.into())
                        .col_expr(entity::Column::Body, body.into())
                        .col_expr(entity::Column::UpdatedAt, seconds(now).into())
                        .col_expr(entity::Column::ExpiresAt, seconds(expires_at).into())
                        .filter(entity::Column::LookupHash.eq(lookup.0.to_vec()))
                        .filter(entity::Column::Version.eq(seen))
                        .filter(entity::Column::ExpiresAt.gt(seconds(now)))
                        .exec(tx)
                        .await?;
                    if saved.rows_affected == 1 {
                        return Ok(SaveOutcome::Saved(seen + 1));
                    }
                    let current = living(lookup, now).one(tx).await?;
                    Ok(current.map_or(SaveOutcome::Gone, |row| SaveOutcome::Conflict { current: row.version }))
                })
            })
            .await
    }

    /// Removes a draft; says whether there was one.
    pub async fn delete(&self, lookup: LookupHash) -> Result<bool, StoreError> {
        self.0.writer.run(move |tx| Box::pin(remove(tx, lookup))).await
    }

    /// Removes every draft that nobody saved in time; says how many. What is removed also leaves the log of the database.
    pub async fn expire(&self, now: DateTime<Utc>) -> Result<u64, StoreError> {
        let count = self
            .0
            .writer
            .run(move |tx| {
                Box::pin(async move {
                    let late = entity::Entity::delete_many().filter(entity::Column::ExpiresAt.lte(seconds(now)));
                    let count = late.exec(tx).await?.rows_affected;
                    if count > 0 {
                        audit::append(tx, &Entry::new(now, Actor::System, Event::DraftsExpired { count })).await?;
                    }
                    Ok(count)
                })
            })
            .await?;
        if count > 0 {
            dialect::forget_removed_rows(self.0.writer.connection()).await?;
        }
        Ok(count)
    }
}

/// Begins a draft inside a transaction of someone else.
pub(super) async fn insert(tx: &DatabaseTransaction, draft: NewDraft, now: DateTime<Utc>) -> Result<(), StoreError> {
    let row = entity::ActiveModel {
        lookup_hash: Set(draft.lookup.0.to_vec()),
        house: Set(draft.house),
        form: Set(draft.form),
        form_version: Set(draft.form_version),
        version: Set(1),
        body: Set(draft.body),
        updated_at: Set(seconds(now)),
        expires_at: Set(seconds(draft.expires_at)),
    };
    entity::Entity::insert(row).exec_without_returning(tx).await?;
    Ok(())
}

/// Removes a draft inside a transaction of someone else.
pub(super) async fn remove(tx: &DatabaseTransaction, lookup: LookupHash) -> Result<bool, StoreError> {
    let row = entity::Entity::delete_many().filter(entity::Column::LookupHash.eq(lookup.0.to_vec()));
    Ok(row.exec(tx).await?.rows_affected > 0)
}

/// The version of a draft, held until the transaction ends so that nobody saves in between.
pub(super) async fn version(tx: &DatabaseTransaction, lookup: LookupHash) -> Result<Option<i64>, StoreError> {
    let row = entity::Entity::find().filter(entity::Column::LookupHash.eq(lookup.0.to_vec())).lock_exclusive();
    Ok(row.one(tx).await?.map(|row| row.version))
}

fn living(lookup: LookupHash, now: DateTime<Utc>) -> sea_orm::Select<entity::Entity> {
    entity::Entity::find()
        .filter(entity::Column::LookupHash.eq(lookup.0.to_vec()))
        .filter(entity::Column::ExpiresAt.gt(seconds(now)))
}

impl From<entity::Model> for Draft {
    fn from(row: entity::Model) -> Self {
        Self {
            house: row.house,
            form: row.form,
            form_version: row.form_version,
            version: row.version,
            body: row.body,
            updated_at: moment(row.updated_at),
            expires_at: moment(row.expires_at),
        }
    }
}

mod entity {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "drafts")]
    pub(super) struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub(super) lookup_hash: Vec<u8>,
        pub(super) house: String,
        pub(super) form: String,
        pub(super) form_version: String,
        pub(super) version: i64,
        pub(super) body: Vec<u8>,
        pub(super) updated_at: i64,
        pub(super) expires_at: i64,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub(super) enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
