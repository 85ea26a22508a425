//! Accepted referrals: found, listed, and moved on. How one is accepted stands in [`accept`].

mod accept;

use chrono::{DateTime, Utc};
use domain::desk::outcome::Outcome as Decided;
use domain::referral::Status;
use sea_orm::{
    ColumnTrait as _, DatabaseTransaction, EntityTrait as _, FromQueryResult, QueryFilter as _, QueryOrder as _,
    QuerySelect as _,
};

use super::queue::reckon::Turn;
use super::time::moment;
use super::{Store, StoreError, patiently};
use crate::seal::draft::LookupHash;

pub(super) use accept::accept;
pub use accept::{Acceptance, Beside, Contribution, First, KnownOutline, NewReferral, Submission};

/// What the submission keys of invented referrals begin with.
pub const INVENTED: &str = "invented-";

/// Who follows a referral, without saying who that is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Follower {
    /// Finds it by the follow code.
    pub lookup: LookupHash,
    /// Seals what its sender may read.
    pub key: [u8; 32],
}

/// A referral as it is kept.
pub struct Referral {
    /// What anyone with access to the store may know.
    pub summary: ReferralSummary,
    /// The sealed content.
    pub envelope: Vec<u8>,
    /// Who follows it; none for what came in before that was possible.
    pub follower: Option<Follower>,
    /// Finds it by the link that was mailed.
    pub mailbox: Option<LookupHash>,
    /// The address of its sender, sealed under the mail key.
    pub sender: Option<Vec<u8>>,
    /// The referral to which it belongs.
    pub parent: Option<String>,
}

/// What is known of a referral without opening it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReferralSummary {
    /// Its number.
    pub reference: String,
    /// Short name of the house.
    pub house: String,
    /// Which form.
    pub form: String,
    /// The law it is handled under, by its name in the store.
    pub regime: String,
    /// Which edition of the form.
    pub form_version: i32,
    /// How far it is.
    pub status: Status,
    /// When it came in, to the minute.
    pub received_at: DateTime<Utc>,
}

/// The referrals of a [`Store`].
pub struct Referrals<'a>(pub(super) &'a Store);

impl Referrals<'_> {
    /// Accepts a submission in one transaction. Returns after it is on disk.
    ///
    /// [`StoreError::Taken`] means that another referral has this number: draw another and seal again.
    pub async fn accept(&self, submission: Submission) -> Result<Acceptance, StoreError> {
        self.0.writer.run(move |tx| Box::pin(accept(tx, submission))).await
    }

    /// The referral with this number.
    pub async fn find(&self, reference: &str) -> Result<Option<Referral>, StoreError> {
        self.one(entity::Entity::find_by_id(reference)).await
    }

    /// The referral that this follow code follows.
    pub async fn find_by_follower(&self, lookup: LookupHash) -> Result<Option<Referral>, StoreError> {
        self.one(entity::Entity::find().filter(entity::Column::FollowHash.eq(lookup.0.to_vec()))).await
    }

    /// The referral of which this link was mailed to the sender.
    pub async fn find_by_mailbox(&self, link: LookupHash) -> Result<Option<Referral>, StoreError> {
        self.one(entity::Entity::find().filter(entity::Column::MailboxHash.eq(link.0.to_vec()))).await
    }

    async fn one(&self, query: sea_orm::Select<entity::Entity>) -> Result<Option<Referral>, StoreError> {
        let row = patiently(async { Ok(query.one(&self.0.reader).await?) }).await?;
        row.map(Referral::try_from).transpose()
    }

    /// What colleagues contributed to this referral, the oldest first.
    pub async fn contributions(&self, reference: &str) -> Result<Vec<Referral>, StoreError> {
        let query = entity::Entity::find()
            .filter(entity::Column::Parent.eq(reference))
            .order_by_asc(entity::Column::ReceivedAt)
            .order_by_asc(entity::Column::Reference);
        let rows = patiently(async { Ok(query.all(&self.0.reader).await?) }).await?;
        rows.into_iter().map(Referral::try_from).collect()
    }

    /// By which form this referral came in, and where it is.
    pub async fn form_and_status(&self, reference: &str) -> Result<Option<(String, Status)>, StoreError> {
        let query = entity::Entity::find_by_id(reference).select_only();
        let query = query.column(entity::Column::Form).column(entity::Column::Status).into_tuple();
        let found: Option<(String, String)> = patiently(async { Ok(query.one(&self.0.reader).await?) }).await?;
        Ok(found.and_then(|(form, status)| Some((form, Status::from_slug(&status)?))))
    }

    /// What the submission with this key led to.
    pub async fn find_by_submission(&self, key: &str) -> Result<Option<ReferralSummary>, StoreError> {
        let query = summaries().filter(entity::Column::SubmissionKey.eq(key)).into_model::<Line>();
        let line = patiently(async { Ok(query.one(&self.0.reader).await?) }).await?;
        line.map(ReferralSummary::try_from).transpose()
    }

    /// Whether someone really sent something: not all of it is invented.
    pub async fn any_real(&self) -> Result<bool, StoreError> {
        let real = summaries().filter(entity::Column::SubmissionKey.not_like(format!("{INVENTED}%")));
        let found = patiently(async { Ok(real.clone().into_model::<Line>().one(&self.0.reader).await?) }).await?;
        Ok(found.is_some())
    }

    /// All referrals, the newest first, without their content.
    pub async fn list(&self) -> Result<Vec<ReferralSummary>, StoreError> {
        let query = summaries()
            .order_by_desc(entity::Column::ReceivedAt)
            .order_by_asc(entity::Column::Reference)
            .into_model::<Line>();
        let lines = patiently(async { Ok(query.all(&self.0.reader).await?) }).await?;
        lines.into_iter().map(ReferralSummary::try_from).collect()
    }
}

fn summaries() -> sea_orm::Select<entity::Entity> {
    entity::Entity::find().select_only().columns([
        entity::Column::Reference,
        entity::Column::House,
        entity::Column::Form,
        entity::Column::Regime,
        entity::Column::FormVersion,
        entity::Column::Status,
        entity::Column::ReceivedAt,
    ])
}

/// How far a referral is, held until the transaction ends so that nobody changes it in between.
pub(super) async fn status(tx: &DatabaseTransaction, reference: &str) -> Result<Option<Status>, StoreError> {
    let row = entity::Entity::find_by_id(reference).lock_exclusive().one(tx).await?;
    row.map(|row| Status::from_slug(&row.status).ok_or(StoreError::Unknown("status"))).transpose()
}

/// Which of these referrals there are; they stay until the transaction ends.
pub(super) async fn hold(tx: &DatabaseTransaction, references: Vec<String>) -> Result<Vec<String>, StoreError> {
    let rows = entity::Entity::find()
        .filter(entity::Column::Reference.is_in(references))
        .order_by_asc(entity::Column::Reference)
        .lock_exclusive();
    Ok(rows.all(tx).await?.into_iter().map(|row| row.reference).collect())
}

/// Removes a referral and all that belongs to it.
pub(super) async fn remove(tx: &DatabaseTransaction, reference: &str) -> Result<(), StoreError> {
    entity::Entity::delete_by_id(reference).exec(tx).await?;
    Ok(())
}

/// The status after something happened, with what was decided; its day in the queue is reckoned anew.
pub(super) async fn set_status(
    tx: &DatabaseTransaction,
    reference: &str,
    status: Status,
    outcome: Option<Decided>,
) -> Result<(), StoreError> {
    let mut update = entity::Entity::update_many()
        .col_expr(entity::Column::Status, status.slug().into())
        .col_expr(entity::Column::Turn, Turn::Unsettled.number().into());
    if let Some(outcome) = outcome {
        update = update.col_expr(entity::Column::Outcome, outcome.slug().into());
    }
    update.filter(entity::Column::Reference.eq(reference)).exec(tx).await?;
    Ok(())
}

/// A row of the list.
#[derive(FromQueryResult)]
struct Line {
    reference: String,
    house: String,
    form: String,
    regime: String,
    form_version: i32,
    status: String,
    received_at: i64,
}

impl TryFrom<Line> for ReferralSummary {
    type Error = StoreError;

    fn try_from(line: Line) -> Result<Self, StoreError> {
        let Line { reference, house, form, regime, form_version, status, received_at } = line;
        let status = Status::from_slug(&status).ok_or(StoreError::Unknown("status"))?;
        Ok(Self { reference, house, form, regime, form_version, status, received_at: moment(received_at) })
    }
}

impl TryFrom<entity::Model> for Referral {
    type Error = StoreError;

    fn try_from(row: entity::Model) -> Result<Self, StoreError> {
        let bytes = |column: Option<Vec<u8>>| column.and_then(|bytes| <[u8; 32]>::try_from(bytes).ok());
        let follower = bytes(row.follow_hash).zip(bytes(row.follow_key));
        Ok(Self {
            follower: follower.map(|(lookup, key)| Follower { lookup: LookupHash(lookup), key }),
            mailbox: bytes(row.mailbox_hash).map(LookupHash),
            sender: row.sender,
            parent: row.parent,
            envelope: row.envelope,
            summary: Line {
                reference: row.reference,
                house: row.house,
                form: row.form,
                regime: row.regime,
                form_version: row.form_version,
                status: row.status,
                received_at: row.received_at,
            }
            .try_into()?,
        })
    }
}

pub(super) mod entity {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "referrals")]
    pub(in crate::store) struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub(in crate::store) reference: String,
        pub(in crate::store) house: String,
        pub(in crate::store) form: String,
        pub(in crate::store) regime: String,
        pub(in crate::store) form_version: i32,
        pub(in crate::store) status: String,
        pub(in crate::store) received_at: i64,
        pub(in crate::store) envelope: Vec<u8>,
        pub(in crate::store) submission_key: String,
        pub(in crate::store) content_hash: Vec<u8>,
        pub(in crate::store) follow_hash: Option<Vec<u8>>,
        pub(in crate::store) follow_key: Option<Vec<u8>>,
        pub(in crate::store) mailbox_hash: Option<Vec<u8>>,
        pub(in crate::store) sender: Option<Vec<u8>>,
        pub(in crate::store) parent: Option<String>,
        pub(in crate::store) municipality: Option<String>,
        pub(in crate::store) organisation: Option<String>,
        pub(in crate::store) assignee: Option<String>,
        pub(in crate::store) turn: i32,
        pub(in crate::store) next_due: Option<String>,
        pub(in crate::store) next_clock: Option<String>,
        pub(in crate::store) needed: i32,
        pub(in crate::store) taken: i32,
        pub(in crate::store) outcome: Option<String>,
        pub(in crate::store) decided_on: Option<String>,
        pub(in crate::store) destroy_on: Option<String>,
        pub(in crate::store) held: i32,
        pub(in crate::store) kept_until: Option<String>,
        pub(in crate::store) kept_as: Option<String>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub(in crate::store) enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
