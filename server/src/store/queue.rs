//! What the desk has to do: referrals by the day of their next promise, without opening one.
//!
//! Day, clock and end of a referral stand beside it (`reckon`); how soon its sender needs something sorts with them (`needed`);
//! referrals that may be about one person meet in `twins`.

pub(super) mod needed;
pub(super) mod reckon;
mod row;
pub(super) mod twins;
mod wanted;

use chrono::{DateTime, NaiveDate, Utc};
use domain::desk::outcome::Outcome;
use domain::retention::Situation;
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{
    ColumnTrait as _, EntityTrait as _, PaginatorTrait as _, QueryFilter as _, QueryOrder as _, QuerySelect as _,
};

pub use reckon::Settled;
pub use row::QueueRow;
pub use wanted::{Assigned, Wanted};

use super::members::MemberId;
use super::referrals::entity as referral;
use super::time::{moment, seconds};
use super::{NewHappening, Store, StoreError, patiently, timeline};
use crate::audit::Entry;
use row::Line;
use wanted::matching;

/// What is known of one referral without opening it.
#[derive(Clone, Debug)]
pub struct Known {
    /// About whom in which municipality, as answered.
    pub municipality: Option<String>,
    /// From which organisation, as answered.
    pub organisation: Option<String>,
    /// Who handles it.
    pub assignee: Option<MemberId>,
    /// What was decided.
    pub outcome: Option<Outcome>,
    /// When.
    pub decided_on: Option<NaiveDate>,
    /// What became of it: that decides how long it stays.
    pub situation: Option<Situation>,
    /// The last day on which it may be there.
    pub destroy_on: Option<NaiveDate>,
    /// Whether it stays although that day came.
    pub is_held: bool,
    /// Up to when its reader read it.
    pub read_at: Option<DateTime<Utc>>,
}

/// The queue of a [`Store`].
pub struct Queue<'a>(pub(super) &'a Store);

impl Queue<'_> {
    /// How many there are.
    pub async fn count(&self, wanted: &Wanted) -> Result<u64, StoreError> {
        let query = matching(wanted);
        patiently(async { Ok(query.count(&self.0.reader).await?) }).await
    }

    /// Those from `skip` on: what is needed on the day itself and nobody took up, then what the house must do first, what waits for its
    /// sender after that; as `reader` sees them.
    pub async fn list(
        &self,
        wanted: &Wanted,
        reader: MemberId,
        skip: u64,
        take: u64,
    ) -> Result<Vec<QueueRow>, StoreError> {
        let query = matching(wanted)
            .select_only()
            .columns(Line::COLUMNS)
            .order_by_asc(referral::Column::Turn)
            .order_by_asc(referral::Column::NextDue)
            .order_by_asc(referral::Column::Needed)
            .order_by_asc(referral::Column::ReceivedAt)
            .order_by_asc(referral::Column::Reference)
            .offset(skip)
            .limit(take)
            .into_model::<Line>();
        let lines = patiently(async { Ok(query.all(&self.0.reader).await?) }).await?;
        let references: Vec<String> = lines.iter().map(|line| line.reference.clone()).collect();
        let happened = patiently(timeline::moments(&self.0.reader, &references)).await?;
        let read = reads(&self.0.reader, reader, &references).await?;
        // One that can't be read keeps nobody from the others; the log names it.
        let readable = |line: Line| {
            let reference = line.reference.clone();
            let of_it = happened.get(&line.reference).and_then(Option::as_deref).unwrap_or_default();
            QueueRow::read(line, of_it, &read)
                .inspect_err(|error| tracing::error!(reference, %error, "a record can't be read: no list shows it"))
                .ok()
        };
        Ok(lines.into_iter().filter_map(readable).collect())
    }

    /// What is known of one without opening it, as it is at this moment: also where something happened since anyone settled the queue.
    pub async fn one(&self, house: &str, reference: &str, reader: MemberId) -> Result<Option<Known>, StoreError> {
        let query = referral::Entity::find_by_id(reference).filter(referral::Column::House.eq(house));
        let row = patiently(async { Ok(query.one(&self.0.reader).await?) }).await?;
        let Some(row) = row else { return Ok(None) };
        let Some(now) = patiently(reckon::now(&self.0.reader, reference)).await? else { return Ok(None) };
        let read = reads(&self.0.reader, reader, std::slice::from_ref(&row.reference)).await?;
        Ok(Some(Known {
            municipality: row.municipality,
            organisation: row.organisation,
            assignee: row.assignee.as_deref().and_then(MemberId::parse),
            outcome: row.outcome.as_deref().and_then(Outcome::from_slug),
            decided_on: now.decided_on,
            situation: now.situation,
            destroy_on: now.destroy_on,
            is_held: now.is_held,
            read_at: read.into_iter().next().map(|(_, at)| at),
        }))
    }

    /// Gives a referral to someone, or to nobody: `new` tells it on the timeline. Nothing is changed where the case is over.
    pub async fn assign(
        &self,
        reference: &str,
        to: Option<MemberId>,
        new: NewHappening,
        entry: Entry,
    ) -> Result<timeline::Outcome, StoreError> {
        let reference = reference.to_owned();
        self.0
            .writer
            .run(move |tx| {
                Box::pin(async move {
                    let became = timeline::add(tx, reference.clone(), new, Vec::new(), entry).await?;
                    if matches!(became, timeline::Outcome::Done(_)) {
                        referral::Entity::update_many()
                            .col_expr(referral::Column::Assignee, to.map(|to| to.to_string()).into())
                            .filter(referral::Column::Reference.eq(reference))
                            .exec(tx)
                            .await?;
                    }
                    Ok(became)
                })
            })
            .await
    }

    /// A member read all there is of a referral at this moment.
    pub async fn read(&self, reference: &str, by: MemberId, at: DateTime<Utc>) -> Result<(), StoreError> {
        let reference = reference.to_owned();
        self.0
            .writer
            .run(move |tx| {
                Box::pin(async move {
                    let row = read::ActiveModel {
                        member: sea_orm::ActiveValue::Set(by.to_string()),
                        reference: sea_orm::ActiveValue::Set(reference),
                        at: sea_orm::ActiveValue::Set(seconds(at)),
                    };
                    // Two windows may open it at once: the later moment stays.
                    let later = Expr::cust("CASE WHEN excluded.at > reads.at THEN excluded.at ELSE reads.at END");
                    let latest = OnConflict::columns([read::Column::Member, read::Column::Reference])
                        .value(read::Column::At, later)
                        .to_owned();
                    read::Entity::insert(row).on_conflict(latest).exec_without_returning(tx).await?;
                    Ok(())
                })
            })
            .await
    }
}

async fn reads(
    reader: &sea_orm::DatabaseConnection,
    member: MemberId,
    references: &[String],
) -> Result<Vec<(String, DateTime<Utc>)>, StoreError> {
    let query = read::Entity::find()
        .filter(read::Column::Member.eq(member.to_string()))
        .filter(read::Column::Reference.is_in(references));
    let rows = patiently(async { Ok(query.all(reader).await?) }).await?;
    Ok(rows.into_iter().map(|row| (row.reference, moment(row.at))).collect())
}

mod read {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "reads")]
    pub(super) struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub(super) member: String,
        #[sea_orm(primary_key, auto_increment = false)]
        pub(super) reference: String,
        pub(super) at: i64,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub(super) enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
