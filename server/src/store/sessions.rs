//! Who is signed in at the desk. A session is known by the hash of the secret in the cookie, and holds the key of its member locked
//! under that secret.

use chrono::{DateTime, Utc};
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::ExprTrait as _;
use sea_orm::{ColumnTrait as _, DatabaseTransaction, EntityTrait as _, QueryFilter as _, QueryOrder as _};

use super::members::MemberId;
use super::time::{moment, seconds};
use super::{Store, StoreError, audit, patiently};
use crate::audit::{Entry, Event};
use crate::seal::draft::LookupHash;

/// A session to begin, or one that runs.
#[derive(Clone)]
pub struct Session {
    /// Finds it by the secret in the cookie.
    pub hash: LookupHash,
    /// Short name of the house.
    pub house: String,
    /// Whose it is.
    pub member: MemberId,
    /// The private key of the member, locked under the secret in the cookie.
    pub key: Vec<u8>,
    /// The browser, in a few words, so that its owner knows it in a list.
    pub label: String,
    /// When it began.
    pub made_at: DateTime<Utc>,
    /// When it was last used; kept to the minute or so.
    pub seen_at: DateTime<Utc>,
    /// When the passkey was last asked for.
    pub fresh_at: DateTime<Utc>,
}

/// The sessions of a [`Store`].
pub struct Sessions<'a>(pub(super) &'a Store);

impl Sessions<'_> {
    /// Begins a session; of one member at most `most` run, the longest unused ends.
    pub async fn begin(&self, new: Session, most: usize, entry: Entry) -> Result<(), StoreError> {
        self.0
            .writer
            .run(move |tx| {
                Box::pin(async move {
                    let of_member = entity::Entity::find().filter(entity::Column::Member.eq(new.member.to_string()));
                    let running = of_member.order_by_desc(entity::Column::SeenAt).all(tx).await?;
                    let mut replaced = 0;
                    for old in running.into_iter().skip(most.saturating_sub(1)) {
                        entity::Entity::delete_by_id(old.hash).exec(tx).await?;
                        replaced += 1;
                    }
                    insert(tx, new).await?;
                    audit::append(tx, &entry).await?;
                    for _ in 0..replaced {
                        audit::append(tx, &Entry::new(entry.at, entry.actor, Event::SessionReplaced)).await?;
                    }
                    Ok(())
                })
            })
            .await
    }

    /// Goes on under another secret, after the passkey was given again: the old one opens nothing any more. Gives whether it went on: a
    /// session that was ended meanwhile stays ended.
    pub async fn rotate(&self, old: LookupHash, new: Session, entry: Entry) -> Result<bool, StoreError> {
        self.0
            .writer
            .run(move |tx| {
                Box::pin(async move {
                    let ended = entity::Entity::delete_by_id(old.0.to_vec()).exec(tx).await?;
                    if ended.rows_affected != 1 {
                        return Ok(false);
                    }
                    insert(tx, new).await?;
                    audit::append(tx, &entry).await?;
                    Ok(true)
                })
            })
            .await
    }

    /// The session with this secret.
    pub async fn find(&self, hash: LookupHash) -> Result<Option<Session>, StoreError> {
        let query = entity::Entity::find_by_id(hash.0.to_vec());
        let row = patiently(async { Ok(query.one(&self.0.reader).await?) }).await?;
        row.map(Session::try_from).transpose()
    }

    /// Those of a member, the last used first.
    pub async fn of(&self, member: MemberId) -> Result<Vec<Session>, StoreError> {
        let query = entity::Entity::find()
            .filter(entity::Column::Member.eq(member.to_string()))
            .order_by_desc(entity::Column::SeenAt);
        let rows = patiently(async { Ok(query.all(&self.0.reader).await?) }).await?;
        rows.into_iter().map(Session::try_from).collect()
    }

    /// It was used now.
    pub async fn seen(&self, hash: LookupHash, now: DateTime<Utc>) -> Result<(), StoreError> {
        self.0
            .writer
            .run(move |tx| {
                Box::pin(async move {
                    let update = entity::Entity::update_many().col_expr(entity::Column::SeenAt, seconds(now).into());
                    update.filter(entity::Column::Hash.eq(hash.0.to_vec())).exec(tx).await?;
                    Ok(())
                })
            })
            .await
    }

    /// Ends a session.
    pub async fn end(&self, hash: LookupHash, entry: Entry) -> Result<(), StoreError> {
        self.0
            .writer
            .run(move |tx| {
                Box::pin(async move {
                    entity::Entity::delete_by_id(hash.0.to_vec()).exec(tx).await?;
                    audit::append(tx, &entry).await
                })
            })
            .await
    }

    /// Ends every session of a member but this one.
    pub async fn end_others(&self, member: MemberId, but: LookupHash, entry: Entry) -> Result<(), StoreError> {
        self.0
            .writer
            .run(move |tx| {
                Box::pin(async move {
                    end_of(tx, member, Some(but)).await?;
                    audit::append(tx, &entry).await
                })
            })
            .await
    }

    /// Removes those that were not used since `idle` or began before `begun`; gives how many.
    pub async fn expire(&self, idle: DateTime<Utc>, begun: DateTime<Utc>) -> Result<u64, StoreError> {
        self.0
            .writer
            .run(move |tx| {
                Box::pin(async move {
                    let old = entity::Column::SeenAt.lt(seconds(idle)).or(entity::Column::MadeAt.lt(seconds(begun)));
                    Ok(entity::Entity::delete_many().filter(old).exec(tx).await?.rows_affected)
                })
            })
            .await
    }
}

async fn insert(tx: &DatabaseTransaction, new: Session) -> Result<(), StoreError> {
    let row = entity::ActiveModel {
        hash: Set(new.hash.0.to_vec()),
        house: Set(new.house),
        member: Set(new.member.to_string()),
        key: Set(new.key),
        label: Set(new.label),
        made_at: Set(seconds(new.made_at)),
        seen_at: Set(seconds(new.seen_at)),
        fresh_at: Set(seconds(new.fresh_at)),
    };
    entity::Entity::insert(row).exec_without_returning(tx).await?;
    Ok(())
}

/// Ends the sessions of a member, all or all but one.
pub(super) async fn end_of(
    tx: &DatabaseTransaction,
    member: MemberId,
    but: Option<LookupHash>,
) -> Result<(), StoreError> {
    let all = entity::Entity::delete_many().filter(entity::Column::Member.eq(member.to_string()));
    let all = match but {
        Some(one) => all.filter(entity::Column::Hash.ne(one.0.to_vec())),
        None => all,
    };
    all.exec(tx).await?;
    Ok(())
}

impl TryFrom<entity::Model> for Session {
    type Error = StoreError;

    fn try_from(row: entity::Model) -> Result<Self, StoreError> {
        Ok(Self {
            hash: LookupHash(row.hash.try_into().map_err(|_| StoreError::Unknown("session"))?),
            house: row.house,
            member: MemberId::parse(&row.member).ok_or(StoreError::Unknown("member"))?,
            key: row.key,
            label: row.label,
            made_at: moment(row.made_at),
            seen_at: moment(row.seen_at),
            fresh_at: moment(row.fresh_at),
        })
    }
}

mod entity {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "sessions")]
    pub(super) struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub(super) hash: Vec<u8>,
        pub(super) house: String,
        pub(super) member: String,
        pub(super) key: Vec<u8>,
        pub(super) label: String,
        pub(super) made_at: i64,
        pub(super) seen_at: i64,
        pub(super) fresh_at: i64,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub(super) enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
