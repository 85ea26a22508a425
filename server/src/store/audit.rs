//! The audit trail: appended inside the transaction it tells about, never changed, verified from its first entry on.

use sea_orm::ActiveValue::Set;
use sea_orm::{
    ColumnTrait as _, DatabaseTransaction, EntityTrait as _, QueryFilter as _, QueryOrder as _, QuerySelect as _,
};

use super::{Store, StoreError, dialect};
use crate::audit::{Entry, Record, START};

/// Entries read at a time.
const PAGE: u64 = 1000;

/// What a walk along the trail found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Trail {
    /// Every entry is as it was written. Compare `head` with one you noted earlier: a cut tail shows only there.
    Sound {
        /// How many entries.
        entries: i64,
        /// Hash of the last one.
        head: [u8; 32],
    },
    /// Something was changed, removed, inserted or swapped here.
    Broken {
        /// The first number that does not fit.
        seq: i64,
    },
}

/// The audit trail of a [`Store`].
pub struct Audit<'a>(pub(super) &'a Store);

impl Audit<'_> {
    /// Adds an entry.
    pub async fn append(&self, entry: Entry) -> Result<(), StoreError> {
        self.0.writer.run(move |tx| Box::pin(async move { append(tx, &entry).await })).await
    }

    /// Walks the whole trail.
    pub async fn verify(&self) -> Result<Trail, StoreError> {
        let (mut entries, mut head) = (0, START);
        loop {
            let page = entity::Entity::find()
                .filter(entity::Column::Seq.gt(entries))
                .order_by_asc(entity::Column::Seq)
                .limit(PAGE)
                .all(&self.0.reader)
                .await?;
            if page.is_empty() {
                return Ok(Trail::Sound { entries, head });
            }
            for row in page {
                let seq = entries + 1;
                let record =
                    Record { at: row.at, actor: row.actor, action: row.action, object: row.object, result: row.result };
                let hash = record.hash(&head, seq);
                if row.seq != seq || row.previous != head || row.hash != hash {
                    return Ok(Trail::Broken { seq });
                }
                (entries, head) = (seq, hash);
            }
        }
    }
}

/// Adds an entry inside the transaction it tells about. The last thing a transaction does, as it makes others wait.
pub(super) async fn append(tx: &DatabaseTransaction, entry: &Entry) -> Result<(), StoreError> {
    dialect::lock_audit(tx).await?;
    let last = entity::Entity::find().order_by_desc(entity::Column::Seq).one(tx).await?;
    let (seq, previous) = last.map_or((1, START.to_vec()), |last| (last.seq + 1, last.hash));
    let record = entry.record();
    let row = entity::ActiveModel {
        seq: Set(seq),
        hash: Set(record.hash(&previous, seq).to_vec()),
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
