//! Accepted referrals, and the one transaction that accepts them: referral, mails, audit entry, draft gone.

use chrono::{DateTime, Utc};
use sea_orm::ActiveValue::Set;
use sea_orm::{
    ColumnTrait as _, DatabaseTransaction, EntityTrait as _, FromQueryResult, QueryFilter as _, QueryOrder as _,
    QuerySelect as _, TryInsertResult,
};

use super::time::{minute, moment, seconds};
use super::{NewMail, Store, StoreError, audit, drafts, outbox, patiently};
use crate::audit::Entry;
use crate::seal::draft::LookupHash;

/// A referral to accept.
pub struct NewReferral {
    /// Its number, also bound into the envelope.
    pub reference: String,
    /// Short name of the house.
    pub house: String,
    /// Which form.
    pub form: String,
    /// When it came in; kept to the minute.
    pub received_at: DateTime<Utc>,
    /// The sealed content.
    pub envelope: Vec<u8>,
    /// Made once for the page with the send button: sending that page again is the same submission.
    pub submission_key: String,
    /// Fingerprint of the content ([`crate::seal::draft::DraftSecret::content_hash`]): tells a repetition from a change.
    pub content_hash: [u8; 32],
}

/// Everything that happens together when a referral is accepted.
pub struct Submission {
    /// The referral.
    pub referral: NewReferral,
    /// Mails about it.
    pub mails: Vec<NewMail>,
    /// The line in the audit trail.
    pub audit: Entry,
    /// The draft it was written in and the version that was sent; the draft goes.
    pub draft: Option<(LookupHash, i64)>,
}

/// What became of a submission.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Acceptance {
    /// It is on disk, once, under this number.
    Accepted {
        /// Its number; of an earlier equal submission the number it got then.
        reference: String,
        /// Whether this was the first time.
        first: First,
    },
    /// This key was used before for other content. Nothing was changed.
    OtherContent,
    /// The draft was saved once more after the version that was to be sent. Nothing was changed.
    DraftChanged,
}

/// Whether a submission is seen for the first time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum First {
    /// Stored now.
    New,
    /// Stored earlier; nothing was changed.
    AlreadyThere,
}

/// A referral as it is kept.
pub struct Referral {
    /// What anyone with access to the store may know.
    pub summary: ReferralSummary,
    /// The sealed content.
    pub envelope: Vec<u8>,
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
    /// How far it is.
    pub status: String,
    /// When it came in, to the minute.
    pub received_at: DateTime<Utc>,
}

/// The status of a referral that nobody has handled yet.
const RECEIVED: &str = "received";

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
        let query = entity::Entity::find_by_id(reference);
        let row = patiently(async { Ok(query.one(&self.0.reader).await?) }).await?;
        Ok(row.map(|row| Referral {
            summary: ReferralSummary {
                reference: row.reference,
                house: row.house,
                form: row.form,
                status: row.status,
                received_at: moment(row.received_at),
            },
            envelope: row.envelope,
        }))
    }

    /// What the submission with this key led to.
    pub async fn find_by_submission(&self, key: &str) -> Result<Option<ReferralSummary>, StoreError> {
        let query = summaries().filter(entity::Column::SubmissionKey.eq(key)).into_model::<Line>();
        let line = patiently(async { Ok(query.one(&self.0.reader).await?) }).await?;
        Ok(line.map(ReferralSummary::from))
    }

    /// All referrals, the newest first, without their content.
    pub async fn list(&self) -> Result<Vec<ReferralSummary>, StoreError> {
        let query = summaries()
            .order_by_desc(entity::Column::ReceivedAt)
            .order_by_asc(entity::Column::Reference)
            .into_model::<Line>();
        let lines = patiently(async { Ok(query.all(&self.0.reader).await?) }).await?;
        Ok(lines.into_iter().map(ReferralSummary::from).collect())
    }
}

fn summaries() -> sea_orm::Select<entity::Entity> {
    entity::Entity::find().select_only().columns([
        entity::Column::Reference,
        entity::Column::House,
        entity::Column::Form,
        entity::Column::Status,
        entity::Column::ReceivedAt,
    ])
}

pub(super) async fn accept(tx: &DatabaseTransaction, submission: Submission) -> Result<Acceptance, StoreError> {
    let Submission { referral, mails, audit, draft } = submission;
    let (reference, received_at) = (referral.reference.clone(), referral.received_at);
    if let Some((lookup, seen)) = draft
        && drafts::version(tx, lookup).await?.is_some_and(|version| version != seen)
    {
        return Ok(Acceptance::DraftChanged);
    }
    if let Some(earlier) = insert(tx, referral).await? {
        return Ok(earlier);
    }
    outbox::insert(tx, &reference, mails, received_at).await?;
    if let Some((lookup, _)) = draft {
        drafts::remove(tx, lookup).await?;
    }
    audit::append(tx, &audit).await?;
    Ok(Acceptance::Accepted { reference, first: First::New })
}

/// Inserts the referral, or gives what an earlier submission with the same key led to.
async fn insert(tx: &DatabaseTransaction, referral: NewReferral) -> Result<Option<Acceptance>, StoreError> {
    let (key, content) = (referral.submission_key.clone(), referral.content_hash);
    let row = entity::ActiveModel {
        reference: Set(referral.reference),
        house: Set(referral.house),
        form: Set(referral.form),
        status: Set(RECEIVED.to_owned()),
        received_at: Set(seconds(minute(referral.received_at))),
        envelope: Set(referral.envelope),
        submission_key: Set(referral.submission_key),
        content_hash: Set(content.to_vec()),
    };
    let inserted = entity::Entity::insert(row)
        .on_conflict_do_nothing_on([entity::Column::SubmissionKey])
        .exec_without_returning(tx)
        .await?;
    if let TryInsertResult::Inserted(1) = inserted {
        return Ok(None);
    }
    let earlier = entity::Entity::find().filter(entity::Column::SubmissionKey.eq(key)).one(tx).await?;
    let earlier = earlier.ok_or(StoreError::Taken)?;
    Ok(Some(if earlier.content_hash == content {
        Acceptance::Accepted { reference: earlier.reference, first: First::AlreadyThere }
    } else {
        Acceptance::OtherContent
    }))
}

/// A row of the list.
#[derive(FromQueryResult)]
struct Line {
    reference: String,
    house: String,
    form: String,
    status: String,
    received_at: i64,
}

impl From<Line> for ReferralSummary {
    fn from(line: Line) -> Self {
        let Line { reference, house, form, status, received_at } = line;
        Self { reference, house, form, status, received_at: moment(received_at) }
    }
}

mod entity {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "referrals")]
    pub(super) struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub(super) reference: String,
        pub(super) house: String,
        pub(super) form: String,
        pub(super) status: String,
        pub(super) received_at: i64,
        pub(super) envelope: Vec<u8>,
        pub(super) submission_key: String,
        pub(super) content_hash: Vec<u8>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub(super) enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
