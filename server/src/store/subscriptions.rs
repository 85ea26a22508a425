//! Who gets the newsletter: sign-ups, and the list of those that the owner of the address confirmed.
//!
//! A sign-up is a row beside its referral and goes with it. One address may be typed more than once, by anyone; nothing of that
//! touches the list. Confirming one sign-up puts it on the list and removes the others of that address, so it is there once.

use chrono::{DateTime, Utc};
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::Expr;
use sea_orm::{
    ColumnTrait as _, DatabaseTransaction, EntityTrait as _, PaginatorTrait as _, QueryFilter as _, QueryOrder as _,
    QuerySelect as _,
};

use super::time::{moment, seconds};
use super::{NewMail, Store, StoreError, audit, dialect, outbox, patiently, referrals};
use crate::audit::{Actor, Entry, Event};
use crate::seal::draft::LookupHash;

/// A sign-up.
pub struct NewSubscription {
    /// Of the link in each mail that takes its reader off the list: the same for the same address.
    pub link: LookupHash,
    /// The address, sealed under the mail key.
    pub address: Vec<u8>,
    /// About what; none means all.
    pub topics: Vec<String>,
}

/// An address on the list.
pub struct Subscription {
    /// Number of the sign-up.
    pub reference: String,
    /// Of the link that takes it off the list.
    pub link: LookupHash,
    /// The address, sealed under the mail key.
    pub address: Vec<u8>,
    /// About what; none means all.
    pub topics: Vec<String>,
    /// Which edition of the form asked for consent.
    pub form_version: i32,
    /// When consent was given, by the form.
    pub consented_at: DateTime<Utc>,
    /// When the owner of the address confirmed it.
    pub confirmed_at: DateTime<Utc>,
}

/// How long the list of a house is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct ListLength {
    /// Addresses on the list.
    pub confirmed: u64,
    /// Sign-ups that wait for the owner of the address.
    pub unconfirmed: u64,
}

/// Mails of one issue of the newsletter, for a part of the list.
pub struct IssueMails {
    /// Short name of the house.
    pub house: String,
    /// What the trail calls the issue.
    pub issue: String,
    /// A mail for each of these sign-ups.
    pub mails: Vec<(String, NewMail)>,
    /// When they may leave.
    pub due: DateTime<Utc>,
}

/// The sign-ups of a [`Store`].
pub struct Subscriptions<'a>(pub(super) &'a Store);

impl Subscriptions<'_> {
    /// Up to `limit` addresses on the list of this house, in the order of their numbers, beginning after this one.
    pub async fn on_the_list(&self, house: &str, after: &str, limit: u64) -> Result<Vec<Subscription>, StoreError> {
        let query = entity::Entity::find()
            .filter(entity::Column::House.eq(house))
            .filter(entity::Column::ConfirmedAt.is_not_null())
            .filter(entity::Column::Reference.gt(after))
            .order_by_asc(entity::Column::Reference)
            .limit(limit);
        let rows = patiently(async { Ok(query.all(&self.0.reader).await?) }).await?;
        rows.into_iter().map(Subscription::try_from).collect()
    }

    /// How long the list of this house is.
    pub async fn length(&self, house: &str) -> Result<ListLength, StoreError> {
        let all = || entity::Entity::find().filter(entity::Column::House.eq(house));
        let confirmed = all().filter(entity::Column::ConfirmedAt.is_not_null());
        let unconfirmed = all().filter(entity::Column::ConfirmedAt.is_null());
        patiently(async {
            Ok(ListLength {
                confirmed: confirmed.count(&self.0.reader).await?,
                unconfirmed: unconfirmed.count(&self.0.reader).await?,
            })
        })
        .await
    }

    /// Whether this link takes an address off the list.
    pub async fn has(&self, house: &str, link: LookupHash) -> Result<bool, StoreError> {
        let query = of_link(house, link);
        Ok(patiently(async { Ok(query.count(&self.0.reader).await?) }).await? > 0)
    }

    /// Takes the address of this link off the list: every sign-up of it goes at once, with its referral and the mails that wait. Says
    /// whether there was one.
    pub async fn leave(&self, house: &str, link: LookupHash, now: DateTime<Utc>) -> Result<bool, StoreError> {
        let house = house.to_owned();
        let left = self.0.writer.run(move |tx| Box::pin(leave(tx, house, link, now))).await?;
        if left {
            dialect::forget_removed_rows(self.0.writer.connection()).await?;
        }
        Ok(left)
    }

    /// Removes every sign-up from before `before` that nobody confirmed, with its referral; says how many.
    pub async fn expire(&self, before: DateTime<Utc>, now: DateTime<Utc>) -> Result<u64, StoreError> {
        let count = self.0.writer.run(move |tx| Box::pin(expire(tx, before, now))).await?;
        if count > 0 {
            dialect::forget_removed_rows(self.0.writer.connection()).await?;
        }
        Ok(count)
    }

    /// Puts mails of an issue into the outbox, for who is still on the list; says how many were new. One that was put there before,
    /// sent or not, is left alone.
    pub async fn queue(&self, mails: IssueMails, now: DateTime<Utc>) -> Result<u64, StoreError> {
        self.0.writer.run(move |tx| Box::pin(queue(tx, mails, now))).await
    }
}

fn of_link(house: &str, link: LookupHash) -> sea_orm::Select<entity::Entity> {
    entity::Entity::find()
        .filter(entity::Column::House.eq(house))
        .filter(entity::Column::LinkHash.eq(link.0.to_vec()))
        .order_by_asc(entity::Column::Reference)
}

async fn leave(
    tx: &DatabaseTransaction,
    house: String,
    link: LookupHash,
    now: DateTime<Utc>,
) -> Result<bool, StoreError> {
    let rows = of_link(&house, link).all(tx).await?;
    for row in &rows {
        referrals::remove(tx, &row.reference).await?;
    }
    for row in &rows {
        let ended = Event::SubscriptionEnded { reference: row.reference.clone() };
        audit::append(tx, &Entry::new(now, Actor::Visitor, ended)).await?;
    }
    Ok(!rows.is_empty())
}

async fn expire(tx: &DatabaseTransaction, before: DateTime<Utc>, now: DateTime<Utc>) -> Result<u64, StoreError> {
    let late = || {
        entity::Entity::find()
            .filter(entity::Column::ConfirmedAt.is_null())
            .filter(entity::Column::ConsentedAt.lte(seconds(before)))
    };
    let mut expired = Vec::new();
    for row in late().all(tx).await? {
        // First its referral is held, as confirming does; then it may have been confirmed meanwhile.
        referrals::status(tx, &row.reference).await?;
        if late().filter(entity::Column::Reference.eq(&row.reference)).count(tx).await? > 0 {
            referrals::remove(tx, &row.reference).await?;
            expired.push(row.reference);
        }
    }
    let count = expired.len() as u64;
    for reference in expired {
        audit::append(tx, &Entry::new(now, Actor::System, Event::SubscriptionExpired { reference })).await?;
    }
    Ok(count)
}

async fn queue(tx: &DatabaseTransaction, issue: IssueMails, now: DateTime<Utc>) -> Result<u64, StoreError> {
    let IssueMails { house, issue, mails, due } = issue;
    let references: Vec<String> = mails.iter().map(|(reference, _)| reference.clone()).collect();
    // Nobody leaves the list until this is on disk; then their mails go with them.
    let there = referrals::hold(tx, references).await?;
    let mut count = 0;
    for (reference, mail) in mails.into_iter().filter(|(reference, _)| there.contains(reference)) {
        count += outbox::insert_once(tx, &reference, mail, due).await?;
    }
    if count > 0 {
        let queued = Event::NewsletterQueued { house, issue, count };
        audit::append(tx, &Entry::new(now, Actor::Operator, queued)).await?;
    }
    Ok(count)
}

/// Adds a sign-up inside the transaction that accepts its referral.
pub(super) async fn insert(
    tx: &DatabaseTransaction,
    of: &Accepted,
    subscription: NewSubscription,
) -> Result<(), StoreError> {
    let row = entity::ActiveModel {
        reference: Set(of.reference.clone()),
        house: Set(of.house.clone()),
        link_hash: Set(subscription.link.0.to_vec()),
        address: Set(subscription.address),
        topics: Set(subscription.topics.join(" ")),
        form_version: Set(of.form_version.into()),
        consented_at: Set(seconds(of.received_at)),
        confirmed_at: Set(None),
    };
    entity::Entity::insert(row).exec_without_returning(tx).await?;
    Ok(())
}

/// What a sign-up takes over from its referral.
pub(super) struct Accepted {
    pub(super) reference: String,
    pub(super) house: String,
    pub(super) form_version: u16,
    pub(super) received_at: DateTime<Utc>,
}

/// The owner of the address confirmed this referral: if it is a sign-up, the address is on the list by it, and by no other.
pub(super) async fn confirm(tx: &DatabaseTransaction, reference: &str, at: DateTime<Utc>) -> Result<(), StoreError> {
    let Some(row) = entity::Entity::find_by_id(reference).one(tx).await? else { return Ok(()) };
    if row.confirmed_at.is_some() {
        return Ok(());
    }
    let same = entity::Entity::find()
        .filter(entity::Column::House.eq(&row.house))
        .filter(entity::Column::LinkHash.eq(row.link_hash))
        .filter(entity::Column::Reference.ne(reference))
        .order_by_asc(entity::Column::Reference);
    let mut replaced = Vec::new();
    for other in same.all(tx).await? {
        // Which issues the address got, and those that wait, stay known.
        outbox::hand_over_issues(tx, &other.reference, reference).await?;
        referrals::remove(tx, &other.reference).await?;
        replaced.push(other.reference);
    }
    entity::Entity::update_many()
        .col_expr(entity::Column::ConfirmedAt, Expr::value(seconds(at)))
        .filter(entity::Column::Reference.eq(reference))
        .exec(tx)
        .await?;
    for reference in replaced {
        audit::append(tx, &Entry::new(at, Actor::Visitor, Event::SubscriptionReplaced { reference })).await?;
    }
    Ok(())
}

impl TryFrom<entity::Model> for Subscription {
    type Error = StoreError;

    fn try_from(row: entity::Model) -> Result<Self, StoreError> {
        let unknown = StoreError::Unknown("subscription");
        let link = <[u8; 32]>::try_from(row.link_hash).map_err(|_| StoreError::Unknown("subscription"))?;
        Ok(Self {
            reference: row.reference,
            link: LookupHash(link),
            address: row.address,
            topics: row.topics.split_whitespace().map(str::to_owned).collect(),
            form_version: row.form_version,
            consented_at: moment(row.consented_at),
            confirmed_at: moment(row.confirmed_at.ok_or(unknown)?),
        })
    }
}

mod entity {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "subscriptions")]
    pub(super) struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub(super) reference: String,
        pub(super) house: String,
        pub(super) link_hash: Vec<u8>,
        pub(super) address: Vec<u8>,
        pub(super) topics: String,
        pub(super) form_version: i32,
        pub(super) consented_at: i64,
        pub(super) confirmed_at: Option<i64>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub(super) enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
