//! The keys of a house: the public half of every epoch, and copies of the private half, each sealed to one holder.

use chrono::{DateTime, Utc};
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait as _, DatabaseTransaction, EntityTrait as _, QueryFilter as _, QueryOrder as _};

use super::members::{self, MemberId};
use super::time::{moment, seconds};
use super::{Store, StoreError, audit, patiently};
use crate::audit::Entry;

/// The public half of a house key.
#[derive(Clone)]
pub struct HouseKey {
    /// Short name of the house.
    pub house: String,
    /// Which one, counted from 1.
    pub epoch: u32,
    /// The X25519 public key.
    pub public_key: [u8; 32],
    /// Shows that this program wrote it ([`crate::seal::mail_key::MailKey::proof`]).
    pub proof: [u8; 32],
    /// The private half, sealed to the recovery key.
    pub recovery_copy: Vec<u8>,
    /// When it was made.
    pub made_at: DateTime<Utc>,
}

/// The private half of a house key, sealed to one member.
#[derive(Clone)]
pub struct HouseKeyCopy {
    /// Short name of the house.
    pub house: String,
    /// Of which epoch.
    pub epoch: u32,
    /// Who opens it.
    pub member: MemberId,
    /// The sealed key.
    pub envelope: Vec<u8>,
}

/// A copy to store, made for the public key that its member had at that moment.
pub struct NewHouseKeyCopy {
    /// The copy.
    pub copy: HouseKeyCopy,
    /// To which public key of theirs it is sealed.
    pub sealed_to: [u8; 32],
}

/// The house keys of a [`Store`].
pub struct HouseKeys<'a>(pub(super) &'a Store);

impl HouseKeys<'_> {
    /// The newest key of a house; none before the desk was set up.
    pub async fn newest(&self, house: &str) -> Result<Option<HouseKey>, StoreError> {
        let query = key::Entity::find().filter(key::Column::House.eq(house)).order_by_desc(key::Column::Epoch);
        let row = patiently(async { Ok(query.one(&self.0.reader).await?) }).await?;
        row.map(HouseKey::try_from).transpose()
    }

    /// All keys of a house, the oldest first.
    pub async fn of(&self, house: &str) -> Result<Vec<HouseKey>, StoreError> {
        let query = key::Entity::find().filter(key::Column::House.eq(house)).order_by_asc(key::Column::Epoch);
        let rows = patiently(async { Ok(query.all(&self.0.reader).await?) }).await?;
        rows.into_iter().map(HouseKey::try_from).collect()
    }

    /// The copies that a member holds, the oldest epoch first.
    pub async fn held_by(&self, member: MemberId) -> Result<Vec<HouseKeyCopy>, StoreError> {
        let query =
            copy::Entity::find().filter(copy::Column::Member.eq(member.to_string())).order_by_asc(copy::Column::Epoch);
        let rows = patiently(async { Ok(query.all(&self.0.reader).await?) }).await?;
        rows.into_iter().map(HouseKeyCopy::try_from).collect()
    }

    /// Every copy of a house, the oldest epoch first.
    pub async fn copies(&self, house: &str) -> Result<Vec<HouseKeyCopy>, StoreError> {
        let query = copy::Entity::find().filter(copy::Column::House.eq(house)).order_by_asc(copy::Column::Epoch);
        let rows = patiently(async { Ok(query.all(&self.0.reader).await?) }).await?;
        rows.into_iter().map(HouseKeyCopy::try_from).collect()
    }

    /// Stores a key and copies of it, or copies alone. A key that is there already stays as it is; a copy for who left, or made another
    /// key pair meanwhile, is left out. [`StoreError::Taken`] means that someone else made the same epoch a moment ago with another key.
    pub async fn add(
        &self,
        new: Option<HouseKey>,
        copies: Vec<NewHouseKeyCopy>,
        entry: Entry,
    ) -> Result<(), StoreError> {
        self.0.writer.run(move |tx| Box::pin(async move { add(tx, new, copies, &entry).await })).await
    }
}

pub(super) async fn add(
    tx: &DatabaseTransaction,
    new: Option<HouseKey>,
    copies: Vec<NewHouseKeyCopy>,
    entry: &Entry,
) -> Result<(), StoreError> {
    let mut is_something_new = new.is_some();
    if let Some(new) = new {
        let found = key::Entity::find_by_id((new.house.clone(), epoch(new.epoch))).one(tx).await?;
        match found {
            Some(there) if there.public_key == new.public_key => {}
            Some(_) => return Err(StoreError::Taken),
            None => insert(tx, new).await?,
        }
    }
    for NewHouseKeyCopy { copy: one, sealed_to } in copies {
        // Someone may have left, or made another key pair, since the copies were made.
        if !members::holds_key(tx, one.member, &sealed_to).await? {
            continue;
        }
        is_something_new = true;
        let id = (one.house.clone(), epoch(one.epoch), one.member.to_string());
        copy::Entity::delete_by_id(id).exec(tx).await?;
        let row = copy::ActiveModel {
            house: Set(one.house),
            epoch: Set(epoch(one.epoch)),
            member: Set(one.member.to_string()),
            envelope: Set(one.envelope),
        };
        copy::Entity::insert(row).exec_without_returning(tx).await?;
    }
    if is_something_new { audit::append(tx, entry).await } else { Ok(()) }
}

/// Takes from a member every copy they hold.
pub(super) async fn take_from(tx: &DatabaseTransaction, member: MemberId) -> Result<(), StoreError> {
    copy::Entity::delete_many().filter(copy::Column::Member.eq(member.to_string())).exec(tx).await?;
    Ok(())
}

async fn insert(tx: &DatabaseTransaction, new: HouseKey) -> Result<(), StoreError> {
    let row = key::ActiveModel {
        house: Set(new.house),
        epoch: Set(epoch(new.epoch)),
        public_key: Set(new.public_key.to_vec()),
        proof: Set(new.proof.to_vec()),
        recovery_copy: Set(new.recovery_copy),
        made_at: Set(seconds(new.made_at)),
    };
    key::Entity::insert(row).exec_without_returning(tx).await?;
    Ok(())
}

fn epoch(epoch: u32) -> i32 {
    i32::try_from(epoch).unwrap_or(i32::MAX)
}

impl TryFrom<key::Model> for HouseKey {
    type Error = StoreError;

    fn try_from(row: key::Model) -> Result<Self, StoreError> {
        let broken = || StoreError::Unknown("house key");
        Ok(Self {
            house: row.house,
            epoch: u32::try_from(row.epoch).map_err(|_| broken())?,
            public_key: row.public_key.try_into().map_err(|_| broken())?,
            proof: row.proof.try_into().map_err(|_| broken())?,
            recovery_copy: row.recovery_copy,
            made_at: moment(row.made_at),
        })
    }
}

impl TryFrom<copy::Model> for HouseKeyCopy {
    type Error = StoreError;

    fn try_from(row: copy::Model) -> Result<Self, StoreError> {
        Ok(Self {
            house: row.house,
            epoch: u32::try_from(row.epoch).map_err(|_| StoreError::Unknown("house key"))?,
            member: MemberId::parse(&row.member).ok_or(StoreError::Unknown("member"))?,
            envelope: row.envelope,
        })
    }
}

mod key {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "house_keys")]
    pub(super) struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub(super) house: String,
        #[sea_orm(primary_key, auto_increment = false)]
        pub(super) epoch: i32,
        pub(super) public_key: Vec<u8>,
        pub(super) proof: Vec<u8>,
        pub(super) recovery_copy: Vec<u8>,
        pub(super) made_at: i64,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub(super) enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

mod copy {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "house_key_copies")]
    pub(super) struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub(super) house: String,
        #[sea_orm(primary_key, auto_increment = false)]
        pub(super) epoch: i32,
        #[sea_orm(primary_key, auto_increment = false)]
        pub(super) member: String,
        pub(super) envelope: Vec<u8>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub(super) enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
