//! Invitations to contribute to a referral: one mailbox, one use, until a day.

use chrono::{DateTime, Utc};
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait as _, DatabaseTransaction, EntityTrait as _, QueryFilter as _};

use super::time::{moment, seconds};
use super::timeline::{self, NewHappening, Outcome};
use super::{NewMail, Store, StoreError, patiently};
use crate::audit::Entry;
use crate::seal::draft::LookupHash;

/// An invitation to make.
pub struct NewInvitation {
    /// Finds it by its link.
    pub link: LookupHash,
    /// The referral it is about.
    pub reference: String,
    /// The mailbox it was sent to, as a keyed fingerprint.
    pub mailbox: LookupHash,
    /// From when it does not work any more.
    pub expires_at: DateTime<Utc>,
}

/// An invitation as it is kept.
pub struct Invitation {
    /// The referral it is about.
    pub reference: String,
    /// The mailbox it was sent to, as a keyed fingerprint.
    pub mailbox: LookupHash,
    /// From when it does not work any more.
    pub expires_at: DateTime<Utc>,
    /// When it was used.
    pub used_at: Option<DateTime<Utc>>,
}

/// The invitations of a [`Store`].
pub struct Invitations<'a>(pub(super) &'a Store);

impl Invitations<'_> {
    /// Makes an invitation, with its entry in the timeline of the referral and its mail.
    pub async fn make(
        &self,
        new: NewInvitation,
        happening: NewHappening,
        mail: NewMail,
        entry: Entry,
    ) -> Result<Outcome, StoreError> {
        self.0.writer.run(move |tx| Box::pin(make(tx, new, happening, mail, entry))).await
    }

    /// The invitation with this link.
    pub async fn find(&self, link: LookupHash) -> Result<Option<Invitation>, StoreError> {
        let query = entity::Entity::find_by_id(link.0.to_vec());
        let row = patiently(async { Ok(query.one(&self.0.reader).await?) }).await?;
        Ok(row.and_then(|row| {
            Some(Invitation {
                reference: row.reference,
                mailbox: LookupHash(row.mailbox.try_into().ok()?),
                expires_at: moment(row.expires_at),
                used_at: row.used_at.map(moment),
            })
        }))
    }
}

async fn make(
    tx: &DatabaseTransaction,
    new: NewInvitation,
    happening: NewHappening,
    mail: NewMail,
    entry: Entry,
) -> Result<Outcome, StoreError> {
    let outcome = timeline::add(tx, new.reference.clone(), happening, vec![mail], entry).await?;
    if let Outcome::Done(_) = outcome {
        let row = entity::ActiveModel {
            link_hash: Set(new.link.0.to_vec()),
            reference: Set(new.reference),
            mailbox: Set(new.mailbox.0.to_vec()),
            expires_at: Set(seconds(new.expires_at)),
            used_at: Set(None),
        };
        entity::Entity::insert(row).exec_without_returning(tx).await?;
    }
    Ok(outcome)
}

/// Uses an invitation, once: gives whether it worked still.
pub(super) async fn use_up(tx: &DatabaseTransaction, link: LookupHash, now: DateTime<Utc>) -> Result<bool, StoreError> {
    let used = entity::Entity::update_many()
        .col_expr(entity::Column::UsedAt, seconds(now).into())
        .filter(entity::Column::LinkHash.eq(link.0.to_vec()))
        .filter(entity::Column::UsedAt.is_null())
        .filter(entity::Column::ExpiresAt.gt(seconds(now)))
        .exec(tx)
        .await?;
    Ok(used.rows_affected == 1)
}

mod entity {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "invitations")]
    pub(super) struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub(super) link_hash: Vec<u8>,
        pub(super) reference: String,
        pub(super) mailbox: Vec<u8>,
        pub(super) expires_at: i64,
        pub(super) used_at: Option<i64>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub(super) enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
