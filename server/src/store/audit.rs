//! The audit trail: appended inside the transaction it tells about, never changed, verified from its first entry on.

mod contradictions;
mod search;
mod soundness;

use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait as _, DatabaseTransaction, EntityTrait as _, QueryFilter as _, QueryOrder as _};

use super::{Store, StoreError, dialect, patiently};
use crate::audit::chain::{Head, Link};
use crate::audit::{Entry, Record};

pub use contradictions::{Contradiction, Contradictions};
pub use search::{HouseTrail, Sought, TrailEntry, Who};
pub(super) use soundness::Known;
pub use soundness::{Checked, Trail};

/// The audit trail of a [`Store`].
pub struct Audit<'a>(pub(super) &'a Store);

impl Audit<'_> {
    /// Adds an entry.
    pub async fn append(&self, entry: Entry) -> Result<(), StoreError> {
        self.0.writer.run(move |tx| Box::pin(async move { append(tx, &entry).await })).await
    }

    /// The last entry: to be noted where nobody can reach it from here, on paper.
    pub async fn head(&self) -> Result<Head, StoreError> {
        let query = entity::Entity::find().order_by_desc(entity::Column::Seq);
        let last = patiently(async { Ok(query.one(&self.0.reader).await?) }).await?;
        last.map_or(Ok(Head::START), |row| head_of(&row))
    }
}

/// Fingerprints of the keys that were made for a house.
pub struct KeysMade {
    /// Of the first house key.
    pub house: String,
    /// Of the recovery key; not in entries from before it was told.
    pub recovery: Option<String>,
    /// Mark of the mail key; as with recovery.
    pub mail: Option<String>,
}

impl Audit<'_> {
    /// Which keys were made for this house, the last time.
    pub async fn keys_made(&self, house: &str) -> Result<Option<KeysMade>, StoreError> {
        let query = entity::Entity::find()
            .filter(entity::Column::Action.eq("keys.made"))
            .filter(entity::Column::Object.starts_with(format!("{house} ")))
            .order_by_desc(entity::Column::Seq);
        let row = patiently(async { Ok(query.one(&self.0.reader).await?) }).await?;
        let mut words = row.iter().flat_map(|row| row.object.split(' ')).skip(1).map(str::to_owned);
        Ok(words.next().map(|house| KeysMade { house, recovery: words.next(), mail: words.next() }))
    }
}

/// Adds an entry inside the transaction it tells about. The last thing a transaction does, as it makes others wait.
pub(super) async fn append(tx: &DatabaseTransaction, entry: &Entry) -> Result<(), StoreError> {
    dialect::lock_audit(tx).await?;
    let last = entity::Entity::find().order_by_desc(entity::Column::Seq).one(tx).await?;
    let head = last.map_or(Ok(Head::START), |row| head_of(&row))?;
    let Link { seq, record, previous, hash } = Link::after(&head, entry.record());
    let row = entity::ActiveModel {
        seq: Set(seq),
        hash: Set(hash),
        previous: Set(previous),
        at: Set(record.at),
        actor: Set(record.actor),
        action: Set(record.action),
        object: Set(record.object),
        result: Set(record.result),
    };
    entity::Entity::insert(row).exec_without_returning(tx).await?;
    Ok(())
}

fn head_of(row: &entity::Model) -> Result<Head, StoreError> {
    let hash = row.hash.as_slice().try_into().map_err(|_| StoreError::Unknown("hash in the audit trail"))?;
    Ok(Head { seq: row.seq, hash })
}

impl From<entity::Model> for Link {
    fn from(row: entity::Model) -> Self {
        let entity::Model { seq, at, actor, action, object, result, previous, hash } = row;
        Self { seq, record: Record { at, actor, action, object, result }, previous, hash }
    }
}

mod entity {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "audit")]
    pub(super) struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub(super) seq: i64,
        pub(super) at: i64,
        pub(super) actor: String,
        pub(super) action: String,
        pub(super) object: String,
        pub(super) result: String,
        pub(super) previous: Vec<u8>,
        pub(super) hash: Vec<u8>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub(super) enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
