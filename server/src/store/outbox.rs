//! Waiting mails: claimed for a minute by one process at a time, kept until they are handed over.

use std::collections::HashSet;

use chrono::{DateTime, TimeDelta, Utc};
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::{Expr, ExprTrait as _, LockBehavior, LockType};
use sea_orm::{
    ColumnTrait as _, Condition, DatabaseTransaction, EntityTrait as _, QueryFilter as _, QueryOrder as _,
    QuerySelect as _, TryInsertResult,
};

use super::members::MemberId;
use super::time::{moment, seconds};
use super::{Store, StoreError, audit, patiently};
use crate::audit::Entry;
use crate::mail::MailKind;

/// How long a claimed mail is left alone. Longer than any attempt to send takes.
const LEASE: TimeDelta = TimeDelta::seconds(60);

/// A mail to send. Made by [`crate::outbox::seal_mail`].
pub struct NewMail {
    /// Its number, bound into the payload.
    pub id: String,
    /// Short name of the house it is from.
    pub house: String,
    /// Which mail.
    pub kind: MailKind,
    /// Recipient and content, sealed under the mail key.
    pub payload: Vec<u8>,
    /// The same at every attempt, so that a mail that arrives twice shows as one.
    pub message_id: String,
}

/// A mail that is yours to send until its lease ends.
pub struct WaitingMail {
    /// Its number.
    pub id: String,
    /// Short name of the house it is from.
    pub house: String,
    /// The referral or the member that it is about.
    pub about: String,
    /// Which mail.
    pub kind: MailKind,
    /// Recipient and content, sealed under the mail key.
    pub payload: Vec<u8>,
    /// The same at every attempt.
    pub message_id: String,
    /// How often it was tried, this time included.
    pub attempts: u32,
    /// When it was written.
    pub created_at: DateTime<Utc>,
}

/// The waiting mails of a [`Store`].
pub struct Outbox<'a>(pub(super) &'a Store);

impl Outbox<'_> {
    /// Takes up to `limit` mails of these houses that are due, for one minute. No other process gets them meanwhile.
    pub async fn claim(
        &self,
        houses: &[String],
        limit: u64,
        now: DateTime<Utc>,
    ) -> Result<Vec<WaitingMail>, StoreError> {
        let houses = houses.to_vec();
        let rows = self.0.writer.run(move |tx| Box::pin(claim(tx, houses, limit, now))).await?;
        rows.into_iter().map(WaitingMail::try_from).collect()
    }

    /// It was handed over. Its payload is emptied: nobody needs the address any more.
    pub async fn mark_sent(&self, id: &str, now: DateTime<Utc>, entry: Entry) -> Result<(), StoreError> {
        let id = id.to_owned();
        self.0
            .writer
            .run(move |tx| {
                Box::pin(async move {
                    entity::Entity::update_many()
                        .col_expr(entity::Column::SentAt, seconds(now).into())
                        .col_expr(entity::Column::Payload, Vec::<u8>::new().into())
                        .col_expr(entity::Column::LastError, Option::<String>::None.into())
                        .filter(entity::Column::Id.eq(id))
                        .filter(entity::Column::SentAt.is_null())
                        .exec(tx)
                        .await?;
                    audit::append(tx, &entry).await
                })
            })
            .await
    }

    /// Which of these numbers were given to a mail before, sent or not.
    pub async fn known(&self, ids: Vec<String>) -> Result<HashSet<String>, StoreError> {
        let query = entity::Entity::find()
            .select_only()
            .column(entity::Column::Id)
            .filter(entity::Column::Id.is_in(ids))
            .into_tuple::<String>();
        Ok(patiently(async { Ok(query.all(&self.0.reader).await?) }).await?.into_iter().collect())
    }

    /// It was not handed over; try again at `again_at`.
    pub async fn mark_failed(
        &self,
        id: &str,
        code: &'static str,
        again_at: DateTime<Utc>,
        entry: Entry,
    ) -> Result<(), StoreError> {
        let id = id.to_owned();
        self.0
            .writer
            .run(move |tx| {
                Box::pin(async move {
                    entity::Entity::update_many()
                        .col_expr(entity::Column::DueAt, seconds(again_at).into())
                        .col_expr(entity::Column::LeaseUntil, Option::<i64>::None.into())
                        .col_expr(entity::Column::LastError, code.into())
                        .filter(entity::Column::Id.eq(id))
                        .filter(entity::Column::SentAt.is_null())
                        .exec(tx)
                        .await?;
                    audit::append(tx, &entry).await
                })
            })
            .await
    }
}

/// Writes mails inside the transaction that accepts their referral; due at once.
pub(super) async fn insert(
    tx: &DatabaseTransaction,
    reference: &str,
    mails: Vec<NewMail>,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    let rows = mails.into_iter().map(|mail| row(About::Referral(reference), mail, now));
    entity::Entity::insert_many(rows).exec_without_returning(tx).await?;
    Ok(())
}

/// Writes a mail about a member, due at once.
pub(super) async fn insert_about(
    tx: &DatabaseTransaction,
    member: MemberId,
    mail: NewMail,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    entity::Entity::insert(row(About::Member(member), mail, now)).exec_without_returning(tx).await?;
    Ok(())
}

/// Writes a mail whose number says for whom and about what it is, unless it was written before; says how many it wrote.
pub(super) async fn insert_once(
    tx: &DatabaseTransaction,
    reference: &str,
    mail: NewMail,
    due: DateTime<Utc>,
) -> Result<u64, StoreError> {
    let inserted = entity::Entity::insert(row(About::Referral(reference), mail, due))
        .on_conflict_do_nothing_on([entity::Column::Id])
        .exec_without_returning(tx)
        .await?;
    Ok(u64::from(matches!(inserted, TryInsertResult::Inserted(1))))
}

/// The issues of the newsletter that this referral got, or waits for, belong to another from now on.
pub(super) async fn hand_over_issues(tx: &DatabaseTransaction, from: &str, to: &str) -> Result<(), StoreError> {
    entity::Entity::update_many()
        .col_expr(entity::Column::Reference, to.into())
        .filter(entity::Column::Reference.eq(from))
        .filter(entity::Column::Kind.eq(MailKind::Newsletter.name()))
        .exec(tx)
        .await?;
    Ok(())
}

/// What a mail is about.
enum About<'a> {
    /// Goes with that referral.
    Referral(&'a str),
    Member(MemberId),
}

fn row(about: About<'_>, mail: NewMail, due: DateTime<Utc>) -> entity::ActiveModel {
    let (reference, member) = match about {
        About::Referral(reference) => (Some(reference.to_owned()), None),
        About::Member(member) => (None, Some(member.to_string())),
    };
    entity::ActiveModel {
        id: Set(mail.id),
        house: Set(mail.house),
        reference: Set(reference),
        member: Set(member),
        kind: Set(mail.kind.name().to_owned()),
        payload: Set(mail.payload),
        message_id: Set(mail.message_id),
        created_at: Set(seconds(due)),
        due_at: Set(seconds(due)),
        lease_until: Set(None),
        attempts: Set(0),
        sent_at: Set(None),
        last_error: Set(None),
    }
}

async fn claim(
    tx: &DatabaseTransaction,
    houses: Vec<String>,
    limit: u64,
    now: DateTime<Utc>,
) -> Result<Vec<entity::Model>, StoreError> {
    let free =
        Condition::any().add(entity::Column::LeaseUntil.is_null()).add(entity::Column::LeaseUntil.lte(seconds(now)));
    // PostgreSQL: rows that another process is claiming are passed over. SQLite has one writer and ignores the lock.
    let mut rows = entity::Entity::find()
        .filter(entity::Column::SentAt.is_null())
        .filter(entity::Column::DueAt.lte(seconds(now)))
        .filter(entity::Column::House.is_in(houses))
        .filter(free)
        .order_by_asc(entity::Column::DueAt)
        .limit(limit)
        .lock_with_behavior(LockType::Update, LockBehavior::SkipLocked)
        .all(tx)
        .await?;
    entity::Entity::update_many()
        .col_expr(entity::Column::LeaseUntil, seconds(now + LEASE).into())
        .col_expr(entity::Column::Attempts, Expr::col(entity::Column::Attempts).add(1))
        .filter(entity::Column::Id.is_in(rows.iter().map(|row| row.id.clone())))
        .exec(tx)
        .await?;
    for row in &mut rows {
        row.attempts += 1;
    }
    Ok(rows)
}

impl TryFrom<entity::Model> for WaitingMail {
    type Error = StoreError;

    fn try_from(row: entity::Model) -> Result<Self, StoreError> {
        Ok(Self {
            kind: MailKind::from_name(&row.kind).ok_or(StoreError::Unknown("kind of mail"))?,
            id: row.id,
            house: row.house,
            about: row.reference.or(row.member).unwrap_or_default(),
            payload: row.payload,
            message_id: row.message_id,
            attempts: u32::try_from(row.attempts).unwrap_or_default(),
            created_at: moment(row.created_at),
        })
    }
}

mod entity {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "outbox")]
    pub(super) struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub(super) id: String,
        pub(super) house: String,
        pub(super) reference: Option<String>,
        pub(super) member: Option<String>,
        pub(super) kind: String,
        pub(super) payload: Vec<u8>,
        pub(super) message_id: String,
        pub(super) created_at: i64,
        pub(super) due_at: i64,
        pub(super) lease_until: Option<i64>,
        pub(super) attempts: i32,
        pub(super) sent_at: Option<i64>,
        pub(super) last_error: Option<String>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub(super) enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
