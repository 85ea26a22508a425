//! With what members sign in: the public half of each passkey, and the member's private key locked under what that passkey gives.

use chrono::{DateTime, Utc};
use sea_orm::ActiveValue::Set;
use sea_orm::{
    ColumnTrait as _, DatabaseTransaction, EntityTrait as _, PaginatorTrait as _, QueryFilter as _, QueryOrder as _,
};

use super::members::{self, MemberId};
use super::time::{moment, seconds};
use super::{Store, StoreError, audit, patiently};
use crate::audit::Entry;

/// What the private key of a member is locked under.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LockedBy {
    /// What the passkey itself gives (WebAuthn PRF).
    Passkey,
    /// A printed code, typed at each sign-in.
    Code,
}

impl LockedBy {
    const fn name(self) -> &'static str {
        match self {
            Self::Passkey => "prf",
            Self::Code => "code",
        }
    }

    fn from_name(name: &str) -> Option<Self> {
        [Self::Passkey, Self::Code].into_iter().find(|known| known.name() == name)
    }
}

/// A passkey of a member.
#[derive(Clone)]
pub struct Passkey {
    /// Its credential id, in hexadecimal digits.
    pub id: String,
    /// Whose it is.
    pub member: MemberId,
    /// Its public half and counter, as JSON of the WebAuthn library.
    pub credential: String,
    /// The private key of the member, locked.
    pub locked_key: Vec<u8>,
    /// Under what.
    pub locked_by: LockedBy,
    /// What its owner knows it by.
    pub label: String,
    /// When it was added.
    pub made_at: DateTime<Utc>,
    /// When it was last used.
    pub used_at: Option<DateTime<Utc>>,
}

/// What became of a passkey that was to go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Removed {
    /// It is gone.
    Yes,
    /// It is the last one of its member, and stays.
    IsLast,
    /// This member has none like it.
    Unknown,
}

/// The passkeys of a [`Store`].
pub struct Passkeys<'a>(pub(super) &'a Store);

impl Passkeys<'_> {
    /// The passkey with this credential id.
    pub async fn find(&self, id: &str) -> Result<Option<Passkey>, StoreError> {
        let query = entity::Entity::find_by_id(id);
        let row = patiently(async { Ok(query.one(&self.0.reader).await?) }).await?;
        row.map(Passkey::try_from).transpose()
    }

    /// Those of a member, the oldest first.
    pub async fn of(&self, member: MemberId) -> Result<Vec<Passkey>, StoreError> {
        let query = entity::Entity::find()
            .filter(entity::Column::Member.eq(member.to_string()))
            .order_by_asc(entity::Column::MadeAt)
            .order_by_asc(entity::Column::Id);
        let rows = patiently(async { Ok(query.all(&self.0.reader).await?) }).await?;
        rows.into_iter().map(Passkey::try_from).collect()
    }

    /// Adds one.
    pub async fn add(&self, new: Passkey, entry: Entry) -> Result<(), StoreError> {
        self.0
            .writer
            .run(move |tx| {
                Box::pin(async move {
                    insert(tx, new).await?;
                    audit::append(tx, &entry).await
                })
            })
            .await
    }

    /// It was used now; `credential` holds its new counter.
    pub async fn used(&self, id: &str, credential: String, now: DateTime<Utc>) -> Result<(), StoreError> {
        let id = id.to_owned();
        self.0
            .writer
            .run(move |tx| {
                Box::pin(async move {
                    entity::Entity::update_many()
                        .col_expr(entity::Column::Credential, credential.into())
                        .col_expr(entity::Column::UsedAt, seconds(now).into())
                        .filter(entity::Column::Id.eq(id))
                        .exec(tx)
                        .await?;
                    Ok(())
                })
            })
            .await
    }

    /// Removes one of a member, but never the last.
    pub async fn remove(&self, id: &str, member: MemberId, entry: Entry) -> Result<Removed, StoreError> {
        let id = id.to_owned();
        self.0.writer.run(move |tx| Box::pin(async move { remove(tx, id, member, &entry).await })).await
    }
}

async fn remove(tx: &DatabaseTransaction, id: String, member: MemberId, entry: &Entry) -> Result<Removed, StoreError> {
    // Two that go at once would each count the other.
    members::hold(tx, member).await?;
    let of_member = || entity::Entity::find().filter(entity::Column::Member.eq(member.to_string()));
    if of_member().filter(entity::Column::Id.eq(id.clone())).one(tx).await?.is_none() {
        return Ok(Removed::Unknown);
    }
    if of_member().count(tx).await? < 2 {
        return Ok(Removed::IsLast);
    }
    entity::Entity::delete_by_id(id).exec(tx).await?;
    audit::append(tx, entry).await?;
    Ok(Removed::Yes)
}

pub(super) async fn insert(tx: &DatabaseTransaction, new: Passkey) -> Result<(), StoreError> {
    if entity::Entity::find_by_id(new.id.clone()).one(tx).await?.is_some() {
        return Err(StoreError::Taken);
    }
    let row = entity::ActiveModel {
        id: Set(new.id),
        member: Set(new.member.to_string()),
        credential: Set(new.credential),
        wrapped_key: Set(new.locked_key),
        wrapped_by: Set(new.locked_by.name().to_owned()),
        label: Set(new.label),
        made_at: Set(seconds(new.made_at)),
        used_at: Set(new.used_at.map(seconds)),
    };
    entity::Entity::insert(row).exec_without_returning(tx).await?;
    Ok(())
}

/// Takes from a member every passkey they have.
pub(super) async fn take_from(tx: &DatabaseTransaction, member: MemberId) -> Result<(), StoreError> {
    entity::Entity::delete_many().filter(entity::Column::Member.eq(member.to_string())).exec(tx).await?;
    Ok(())
}

impl TryFrom<entity::Model> for Passkey {
    type Error = StoreError;

    fn try_from(row: entity::Model) -> Result<Self, StoreError> {
        Ok(Self {
            id: row.id,
            member: MemberId::parse(&row.member).ok_or(StoreError::Unknown("member"))?,
            credential: row.credential,
            locked_key: row.wrapped_key,
            locked_by: LockedBy::from_name(&row.wrapped_by).ok_or(StoreError::Unknown("passkey"))?,
            label: row.label,
            made_at: moment(row.made_at),
            used_at: row.used_at.map(moment),
        })
    }
}

mod entity {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "passkeys")]
    pub(super) struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub(super) id: String,
        pub(super) member: String,
        pub(super) credential: String,
        pub(super) wrapped_key: Vec<u8>,
        pub(super) wrapped_by: String,
        pub(super) label: String,
        pub(super) made_at: i64,
        pub(super) used_at: Option<i64>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub(super) enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
