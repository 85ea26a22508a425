//! Who works at the desk: what they may, until when, and with which keys they sign in.

mod member;
mod work;

use chrono::{DateTime, Utc};
use domain::desk::role::{Right, Role};
use sea_orm::ActiveValue::Set;
use sea_orm::{
    ColumnTrait as _, DatabaseTransaction, EntityTrait as _, QueryFilter as _, QueryOrder as _, QuerySelect as _,
};

pub use member::{Appointment, Member, MemberId, MemberKey, NewMember, RoleUntil};

use super::time::{day, day_text, moment, seconds};
use super::{Store, StoreError, audit, house_keys, passkeys, patiently, sessions, staff_invitations};
use crate::audit::Entry;

/// The members of a [`Store`].
pub struct Members<'a>(pub(super) &'a Store);

impl Members<'_> {
    /// Lets someone in. They can do nothing before they enrolled.
    pub async fn add(&self, new: NewMember, now: DateTime<Utc>, entry: Entry) -> Result<(), StoreError> {
        self.0.writer.run(move |tx| Box::pin(async move { add(tx, new, now, &entry).await })).await
    }

    /// They promised secrecy (WGS art. 1.11).
    pub async fn accept(&self, id: MemberId, now: DateTime<Utc>, entry: Entry) -> Result<(), StoreError> {
        self.0
            .writer
            .run(move |tx| {
                Box::pin(async move {
                    let update = entity::Entity::update_many()
                        .col_expr(entity::Column::AcceptedAt, seconds(now).into())
                        .filter(entity::Column::Id.eq(id.to_string()));
                    update.exec(tx).await?;
                    audit::append(tx, &entry).await
                })
            })
            .await
    }

    /// Changes what someone may do and until when. Who may open nothing any more loses their copies of the house's key, and their work.
    pub async fn appoint(&self, id: MemberId, new: Appointment, entry: Entry) -> Result<(), StoreError> {
        self.0.writer.run(move |tx| Box::pin(async move { appoint(tx, id, new, &entry).await })).await
    }

    /// Someone left: sessions, passkeys, links and copies of the house's key go with them; their work is nobody's.
    pub async fn end(&self, id: MemberId, now: DateTime<Utc>, entry: Entry) -> Result<(), StoreError> {
        self.0.writer.run(move |tx| Box::pin(async move { end(tx, id, now, &entry).await })).await
    }

    /// The member with this number.
    pub async fn find(&self, id: MemberId) -> Result<Option<Member>, StoreError> {
        let query = entity::Entity::find_by_id(id.to_string());
        let rows = patiently(async { Ok(query.all(&self.0.reader).await?) }).await?;
        Ok(self.with_roles(rows).await?.pop())
    }

    /// Everyone of a house, the longest there first; who left included.
    pub async fn of(&self, house: &str) -> Result<Vec<Member>, StoreError> {
        let query = entity::Entity::find()
            .filter(entity::Column::House.eq(house))
            .order_by_asc(entity::Column::MadeAt)
            .order_by_asc(entity::Column::Id);
        let rows = patiently(async { Ok(query.all(&self.0.reader).await?) }).await?;
        self.with_roles(rows).await
    }

    async fn with_roles(&self, rows: Vec<entity::Model>) -> Result<Vec<Member>, StoreError> {
        let ids: Vec<String> = rows.iter().map(|row| row.id.clone()).collect();
        let query = role::Entity::find().filter(role::Column::Member.is_in(ids)).order_by_asc(role::Column::Role);
        let roles = patiently(async { Ok(query.all(&self.0.reader).await?) }).await?;
        rows.into_iter().map(|row| member(row, &roles)).collect()
    }
}

async fn add(tx: &DatabaseTransaction, new: NewMember, now: DateTime<Utc>, entry: &Entry) -> Result<(), StoreError> {
    insert(tx, new, now).await?;
    audit::append(tx, entry).await
}

pub(super) async fn insert(tx: &DatabaseTransaction, new: NewMember, now: DateTime<Utc>) -> Result<(), StoreError> {
    let row = entity::ActiveModel {
        id: Set(new.id.to_string()),
        house: Set(new.house),
        profile: Set(new.profile),
        public_key: Set(None),
        key_proof: Set(None),
        screened_on: Set(new.screened_on.map(day_text)),
        trained_on: Set(new.trained_on.map(day_text)),
        until: Set(day_text(new.until)),
        made_at: Set(seconds(now)),
        accepted_at: Set(None),
        left_at: Set(None),
    };
    entity::Entity::insert(row).exec_without_returning(tx).await?;
    set_roles(tx, new.id, new.roles).await
}

async fn appoint(tx: &DatabaseTransaction, id: MemberId, new: Appointment, entry: &Entry) -> Result<(), StoreError> {
    entity::Entity::update_many()
        .col_expr(entity::Column::Until, day_text(new.until).into())
        .col_expr(entity::Column::ScreenedOn, new.screened_on.map(day_text).into())
        .col_expr(entity::Column::TrainedOn, new.trained_on.map(day_text).into())
        .filter(entity::Column::Id.eq(id.to_string()))
        .exec(tx)
        .await?;
    let roles: Vec<Role> = new.roles.iter().map(|held| held.role).collect();
    set_roles(tx, id, new.roles).await?;
    if !roles.iter().any(|role| role.may(Right::Open)) {
        house_keys::take_from(tx, id).await?;
    }
    work::take_from(tx, id, &roles, entry).await
}

async fn end(tx: &DatabaseTransaction, id: MemberId, now: DateTime<Utc>, entry: &Entry) -> Result<(), StoreError> {
    entity::Entity::update_many()
        .col_expr(entity::Column::LeftAt, seconds(now).into())
        .filter(entity::Column::Id.eq(id.to_string()))
        .filter(entity::Column::LeftAt.is_null())
        .exec(tx)
        .await?;
    staff_invitations::take_from(tx, id).await?;
    sessions::end_of(tx, id, None).await?;
    passkeys::take_from(tx, id).await?;
    house_keys::take_from(tx, id).await?;
    work::take_from(tx, id, &[], entry).await
}

/// Gives a member a new key pair: copies of the house's key are sealed to this half.
pub(super) async fn set_public_key(tx: &DatabaseTransaction, id: MemberId, key: MemberKey) -> Result<(), StoreError> {
    let update = entity::Entity::update_many()
        .col_expr(entity::Column::PublicKey, key.bytes.to_vec().into())
        .col_expr(entity::Column::KeyProof, key.proof.to_vec().into());
    update.filter(entity::Column::Id.eq(id.to_string())).exec(tx).await?;
    Ok(())
}

/// Whether someone is there, did not leave and has this public key; held until the transaction ends.
pub(super) async fn holds_key(tx: &DatabaseTransaction, id: MemberId, key: &[u8; 32]) -> Result<bool, StoreError> {
    let row = hold(tx, id).await?.filter(|row| row.left_at.is_none());
    Ok(row.and_then(|row| row.public_key).is_some_and(|known| known == key))
}

/// The row of a member, held until the transaction ends so that nobody changes what is theirs in between.
pub(super) async fn hold(tx: &DatabaseTransaction, id: MemberId) -> Result<Option<entity::Model>, StoreError> {
    Ok(entity::Entity::find_by_id(id.to_string()).lock_exclusive().one(tx).await?)
}

/// Gives a member these roles and no others.
pub(super) async fn set_roles(tx: &DatabaseTransaction, id: MemberId, roles: Vec<RoleUntil>) -> Result<(), StoreError> {
    role::Entity::delete_many().filter(role::Column::Member.eq(id.to_string())).exec(tx).await?;
    for held in roles {
        let row = role::ActiveModel {
            member: Set(id.to_string()),
            role: Set(held.role.slug().to_owned()),
            until: Set(day_text(held.until)),
        };
        role::Entity::insert(row).exec_without_returning(tx).await?;
    }
    Ok(())
}

fn member(row: entity::Model, roles: &[role::Model]) -> Result<Member, StoreError> {
    let role = |held: &role::Model| {
        let role = Role::from_slug(&held.role).ok_or(StoreError::Unknown("role"))?;
        Ok(RoleUntil { role, until: day(&held.until)? })
    };
    Ok(Member {
        roles: roles.iter().filter(|held| held.member == row.id).map(role).collect::<Result<_, StoreError>>()?,
        id: MemberId::parse(&row.id).ok_or(StoreError::Unknown("member"))?,
        house: row.house,
        profile: row.profile,
        public_key: row.public_key.zip(row.key_proof).and_then(|(bytes, proof)| {
            Some(MemberKey { bytes: bytes.try_into().ok()?, proof: proof.try_into().ok()? })
        }),
        screened_on: row.screened_on.as_deref().map(day).transpose()?,
        trained_on: row.trained_on.as_deref().map(day).transpose()?,
        until: day(&row.until)?,
        made_at: moment(row.made_at),
        accepted_at: row.accepted_at.map(moment),
        left_at: row.left_at.map(moment),
    })
}

pub(super) mod entity {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "members")]
    pub(in crate::store) struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub(in crate::store) id: String,
        pub(in crate::store) house: String,
        pub(in crate::store) profile: Vec<u8>,
        pub(in crate::store) public_key: Option<Vec<u8>>,
        pub(in crate::store) key_proof: Option<Vec<u8>>,
        pub(in crate::store) screened_on: Option<String>,
        pub(in crate::store) trained_on: Option<String>,
        pub(in crate::store) until: String,
        pub(in crate::store) made_at: i64,
        pub(in crate::store) accepted_at: Option<i64>,
        pub(in crate::store) left_at: Option<i64>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub(in crate::store) enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

mod role {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "member_roles")]
    pub(super) struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub(super) member: String,
        #[sea_orm(primary_key, auto_increment = false)]
        pub(super) role: String,
        pub(super) until: String,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub(super) enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
