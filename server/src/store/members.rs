//! Who works at the desk: what they may, until when, and with which keys they sign in.

use std::fmt;

use chrono::{DateTime, NaiveDate, Utc};
use domain::desk::role::{Right, Role};
use domain::referral::{Happening, Status};
use sea_orm::ActiveValue::Set;
use sea_orm::{
    ColumnTrait as _, DatabaseTransaction, EntityTrait as _, QueryFilter as _, QueryOrder as _, QuerySelect as _,
};

use super::referrals::entity as referral;
use super::time::{day, day_text, moment, seconds};
use super::{
    NewHappening, Store, StoreError, audit, house_keys, passkeys, patiently, sessions, staff_invitations, timeline,
};
use crate::audit::{Entry, Event};

/// The number of a member: stands in the audit trail and with what they did. Says nothing about them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MemberId(u64);

impl MemberId {
    /// Made of random bytes.
    pub const fn new(random: [u8; 8]) -> Self {
        Self(u64::from_be_bytes(random))
    }

    /// As a plain number.
    pub const fn number(self) -> u64 {
        self.0
    }

    /// Reads it from the store or an address.
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.strip_prefix('m').filter(|digits| digits.len() == 16)?;
        u64::from_str_radix(digits, 16).ok().map(Self).filter(|id| id.to_string() == text)
    }
}

impl fmt::Display for MemberId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "m{:016x}", self.0)
    }
}

/// A role that someone has until a day, that day included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RoleUntil {
    /// The role.
    pub role: Role,
    /// Its last day.
    pub until: NaiveDate,
}

/// Someone to let in.
pub struct NewMember {
    /// Their number.
    pub id: MemberId,
    /// Short name of the house.
    pub house: String,
    /// Name, organisation and address, sealed under the mail key.
    pub profile: Vec<u8>,
    /// The last day of their appointment.
    pub until: NaiveDate,
    /// What they may do.
    pub roles: Vec<RoleUntil>,
    /// The day on which a certificate of conduct or a screening was seen (BGS art. 1.11).
    pub screened_on: Option<NaiveDate>,
    /// The day of the last training (BGS art. 1.17).
    pub trained_on: Option<NaiveDate>,
}

/// What someone may do and until when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Appointment {
    /// The last day of their appointment.
    pub until: NaiveDate,
    /// What they may do, and nothing else.
    pub roles: Vec<RoleUntil>,
    /// The day on which a certificate of conduct or a screening was seen.
    pub screened_on: Option<NaiveDate>,
    /// The day of the last training.
    pub trained_on: Option<NaiveDate>,
}

/// The public half of the key pair of a member.
#[derive(Clone, Copy)]
pub struct MemberKey {
    /// The X25519 public key.
    pub bytes: [u8; 32],
    /// Shows that this program wrote it ([`crate::house_key::of_member`]): nobody gets a copy of the house's key by changing a row.
    pub proof: [u8; 32],
}

/// Someone who works, or worked, at the desk.
#[derive(Clone)]
pub struct Member {
    /// Their number.
    pub id: MemberId,
    /// Short name of the house.
    pub house: String,
    /// Name, organisation and address, sealed under the mail key.
    pub profile: Vec<u8>,
    /// Seals copies of the house's key to them; none before they enrolled.
    pub public_key: Option<MemberKey>,
    /// The day on which a certificate of conduct or a screening was seen.
    pub screened_on: Option<NaiveDate>,
    /// The day of the last training.
    pub trained_on: Option<NaiveDate>,
    /// The last day of their appointment.
    pub until: NaiveDate,
    /// When they were invited.
    pub made_at: DateTime<Utc>,
    /// When they promised secrecy (WGS art. 1.11).
    pub accepted_at: Option<DateTime<Utc>>,
    /// When they left.
    pub left_at: Option<DateTime<Utc>>,
    /// What they may do, each until a day.
    pub roles: Vec<RoleUntil>,
}

impl Member {
    /// Whether they came in by their link and made a passkey; before that they are invited and nothing more.
    pub const fn has_enrolled(&self) -> bool {
        self.public_key.is_some()
    }

    /// The roles that work on this day: none for who left, whose appointment ended, who was not screened or not trained.
    pub fn roles_on(&self, today: NaiveDate) -> Vec<Role> {
        let works = self.left_at.is_none()
            && today <= self.until
            && self.screened_on.is_some_and(|day| day <= today)
            && self.trained_on.is_some_and(|day| day <= today);
        let roles = self.roles.iter().filter(|held| works && today <= held.until);
        roles.map(|held| held.role).collect()
    }
}

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
    let opens = new.roles.iter().any(|held| held.role.may(Right::Open));
    set_roles(tx, id, new.roles).await?;
    let mut left_over = Vec::new();
    if !opens {
        house_keys::take_from(tx, id).await?;
        left_over = take_work_from(tx, id).await?;
    }
    tell(tx, entry, left_over).await
}

/// What they were handling is nobody's again, and shows as that in the work list; gives the references of those that are not over.
async fn take_work_from(tx: &DatabaseTransaction, id: MemberId) -> Result<Vec<String>, StoreError> {
    let query = referral::Entity::find()
        .select_only()
        .columns([referral::Column::Reference, referral::Column::Status])
        .filter(referral::Column::Assignee.eq(id.to_string()))
        .order_by_asc(referral::Column::Reference)
        // Held, so that none is given to someone else, or ends, before its timeline is written.
        .lock_exclusive();
    let theirs = query.into_tuple::<(String, String)>().all(tx).await?;
    let nobody = referral::Entity::update_many().col_expr(referral::Column::Assignee, Option::<String>::None.into());
    let references = theirs.iter().map(|(reference, _)| reference);
    nobody.filter(referral::Column::Reference.is_in(references)).exec(tx).await?;
    let is_over = |status: &str| Status::from_slug(status).is_some_and(Status::is_over);
    Ok(theirs.into_iter().filter(|(_, status)| !is_over(status)).map(|(reference, _)| reference).collect())
}

/// Writes down what was done, and whose work is nobody's by it.
async fn tell(tx: &DatabaseTransaction, entry: &Entry, left_over: Vec<String>) -> Result<(), StoreError> {
    audit::append(tx, entry).await?;
    for reference in left_over {
        let id = format!("{reference} {} {}", Happening::Assigned.slug(), seconds(entry.at));
        timeline::insert(tx, &reference, NewHappening::bare(id, Happening::Assigned, entry.at)).await?;
        let event = Event::Assigned { reference, to: None };
        audit::append(tx, &Entry::new(entry.at, entry.actor, event)).await?;
    }
    Ok(())
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
    let left_over = take_work_from(tx, id).await?;
    tell(tx, entry, left_over).await
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
