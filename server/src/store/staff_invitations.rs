//! Links by which someone makes their first passkey, or a new one after the old was lost: once, until a moment.

use chrono::{DateTime, Utc};
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait as _, DatabaseTransaction, EntityTrait as _, QueryFilter as _};

use super::members::{self, MemberId, MemberKey, NewMember};
use super::outbox::{self, NewMail};
use super::passkeys::{self, Passkey};
use super::time::{moment, seconds};
use super::{Store, StoreError, audit, house_keys, patiently, sessions};
use crate::audit::Entry;
use crate::seal::draft::LookupHash;

/// Who is invited.
pub enum Invitee {
    /// Someone new.
    New(NewMember),
    /// Someone who works here already, and lost every passkey.
    Known(MemberId),
}

/// An invitation as it is kept.
#[derive(Clone, Copy)]
pub struct StaffInvitation {
    /// Who is invited.
    pub member: MemberId,
    /// From when it does not work any more.
    pub expires_at: DateTime<Utc>,
    /// When it was used.
    pub used_at: Option<DateTime<Utc>>,
}

/// Someone who made a key pair and a passkey.
pub struct Enrolment {
    /// The link that is used up.
    pub link: LookupHash,
    /// The public half of their new key pair.
    pub public_key: MemberKey,
    /// Their passkey.
    pub passkey: Passkey,
}

/// The invitations of a [`Store`].
pub struct StaffInvitations<'a>(pub(super) &'a Store);

impl StaffInvitations<'_> {
    /// Invites someone, with the mail that tells them. Older links of theirs stop working.
    pub async fn make(
        &self,
        link: LookupHash,
        invitee: Invitee,
        notice: Option<NewMail>,
        expires_at: DateTime<Utc>,
        entry: Entry,
    ) -> Result<(), StoreError> {
        self.0.writer.run(move |tx| Box::pin(make(tx, link, invitee, notice, expires_at, entry))).await
    }

    /// The invitation with this link.
    pub async fn find(&self, link: LookupHash) -> Result<Option<StaffInvitation>, StoreError> {
        let query = entity::Entity::find_by_id(link.0.to_vec());
        let row = patiently(async { Ok(query.one(&self.0.reader).await?) }).await?;
        row.map(|row| {
            Ok(StaffInvitation {
                member: MemberId::parse(&row.member).ok_or(StoreError::Unknown("member"))?,
                expires_at: moment(row.expires_at),
                used_at: row.used_at.map(moment),
            })
        })
        .transpose()
    }

    /// Uses up the link: from now on they sign in with this passkey and no other. What was sealed to a key pair they had before
    /// opens no more, so copies of the house's key go too. Gives whether the link worked still.
    pub async fn enrol(&self, new: Enrolment, now: DateTime<Utc>, entry: Entry) -> Result<bool, StoreError> {
        self.0.writer.run(move |tx| Box::pin(enrol(tx, new, now, entry))).await
    }
}

async fn make(
    tx: &DatabaseTransaction,
    link: LookupHash,
    invitee: Invitee,
    notice: Option<NewMail>,
    expires_at: DateTime<Utc>,
    entry: Entry,
) -> Result<(), StoreError> {
    let member = match invitee {
        Invitee::New(new) => {
            let id = new.id;
            members::insert(tx, new, entry.at).await?;
            id
        }
        Invitee::Known(id) => id,
    };
    take_from(tx, member).await?;
    let row = entity::ActiveModel {
        link_hash: Set(link.0.to_vec()),
        member: Set(member.to_string()),
        expires_at: Set(seconds(expires_at)),
        used_at: Set(None),
    };
    entity::Entity::insert(row).exec_without_returning(tx).await?;
    if let Some(notice) = notice {
        outbox::insert_about(tx, member, notice, entry.at).await?;
    }
    audit::append(tx, &entry).await
}

async fn enrol(tx: &DatabaseTransaction, new: Enrolment, now: DateTime<Utc>, entry: Entry) -> Result<bool, StoreError> {
    let used = entity::Entity::update_many()
        .col_expr(entity::Column::UsedAt, seconds(now).into())
        .filter(entity::Column::LinkHash.eq(new.link.0.to_vec()))
        .filter(entity::Column::Member.eq(new.passkey.member.to_string()))
        .filter(entity::Column::UsedAt.is_null())
        .filter(entity::Column::ExpiresAt.gt(seconds(now)))
        .exec(tx)
        .await?;
    if used.rows_affected != 1 {
        return Ok(false);
    }
    let member = new.passkey.member;
    // First of all: a copy that is being made for the key from before waits here, and is left out.
    members::set_public_key(tx, member, new.public_key).await?;
    passkeys::take_from(tx, member).await?;
    house_keys::take_from(tx, member).await?;
    sessions::end_of(tx, member, None).await?;
    passkeys::insert(tx, new.passkey).await?;
    audit::append(tx, &entry).await?;
    Ok(true)
}

/// Takes from a member every link that was not used.
pub(super) async fn take_from(tx: &DatabaseTransaction, member: MemberId) -> Result<(), StoreError> {
    entity::Entity::delete_many()
        .filter(entity::Column::Member.eq(member.to_string()))
        .filter(entity::Column::UsedAt.is_null())
        .exec(tx)
        .await?;
    Ok(())
}

mod entity {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "staff_invitations")]
    pub(super) struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub(super) link_hash: Vec<u8>,
        pub(super) member: String,
        pub(super) expires_at: i64,
        pub(super) used_at: Option<i64>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub(super) enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
