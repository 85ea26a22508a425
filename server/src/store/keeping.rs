//! What is kept until when, and what is held beyond that: lists by day, without opening anything.
//!
//! The day stands beside each referral; [`Queue::settle`](super::Queue::settle) reckons it. A contribution goes with the referral to which
//! it belongs and is in no list.

use std::collections::BTreeMap;

use chrono::{DateTime, Days, Months, NaiveDate, NaiveTime, Utc};
use domain::desk::act;
use domain::desk::outcome::Outcome;
use domain::referral::{Happening, Status};
use domain::regime::Regime;
use domain::retention::{self, Situation};
use sea_orm::sea_query::Expr;
use sea_orm::{
    ColumnTrait as _, Condition, DatabaseTransaction, EntityTrait as _, FromQueryResult, PaginatorTrait as _,
    QueryFilter as _, QueryOrder as _, QuerySelect as _,
};

use super::referrals::entity as referral;
use super::time::{day, day_text, moment, seconds};
use super::{Store, StoreError, patiently, queue, timeline};
use crate::clock::today;

/// Whose records a list shows.
#[derive(Clone, Debug)]
pub struct Within {
    /// Short name of the house.
    pub house: String,
    /// Only under these laws: those that its reader may see.
    pub regimes: Vec<Regime>,
}

impl Within {
    pub(super) fn slugs(&self) -> impl Iterator<Item = &'static str> {
        self.regimes.iter().map(|regime| regime.slug())
    }
}

/// A record in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// Its number.
    pub reference: String,
    /// Which form.
    pub form: String,
    /// Under which law.
    pub regime: Regime,
    /// How far it is.
    pub status: Status,
    /// What was decided.
    pub outcome: Option<Outcome>,
    /// The situation for which somebody decided a last day.
    pub kept_as: Option<Situation>,
    /// When it came in.
    pub received_on: NaiveDate,
    /// The last day on which it may be there; none while its period did not begin or is not ours.
    pub destroy_on: Option<NaiveDate>,
}

/// A case that runs longer than a year and was not looked at since its last birthday.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Running {
    /// The case.
    pub kept: Kept,
    /// Since when the look is due.
    pub due: NaiveDate,
}

/// What is kept in a [`Store`].
pub struct Keeping<'a>(pub(super) &'a Store);

impl Keeping<'_> {
    /// How many go after the first day and up to the second; what is held does not go.
    pub async fn count(&self, within: &Within, days: (NaiveDate, NaiveDate)) -> Result<u64, StoreError> {
        let query = referral::Entity::find().filter(going(within, days));
        patiently(async { Ok(query.count(&self.0.reader).await?) }).await
    }

    /// Those, the first to go first; `after` continues behind the last one of the page before.
    pub async fn going(
        &self,
        within: &Within,
        days: (NaiveDate, NaiveDate),
        after: Option<(NaiveDate, String)>,
        limit: u64,
    ) -> Result<Vec<Kept>, StoreError> {
        let mut all = going(within, days);
        if let Some((day, reference)) = after {
            all = all.add(behind(&day_text(day), reference));
        }
        self.list(lines().filter(all).order_by_asc(referral::Column::DestroyOn), limit).await
    }

    /// How many are held.
    pub async fn count_held(&self, within: &Within) -> Result<u64, StoreError> {
        let query = referral::Entity::find().filter(held(within));
        patiently(async { Ok(query.count(&self.0.reader).await?) }).await
    }

    /// What is held, by number; `after` continues behind this one.
    pub async fn held(&self, within: &Within, after: &str, limit: u64) -> Result<Vec<Kept>, StoreError> {
        self.list(lines().filter(held(within)).filter(referral::Column::Reference.gt(after)), limit).await
    }

    /// How many have no last day yet, and nothing holds them.
    pub async fn count_endless(&self, within: &Within) -> Result<u64, StoreError> {
        let query = referral::Entity::find().filter(endless(within));
        patiently(async { Ok(query.count(&self.0.reader).await?) }).await
    }

    /// What has no last day yet, by number; `after` continues behind this one. Who gets the newsletter stays until they leave it.
    pub async fn endless(&self, within: &Within, after: &str, limit: u64) -> Result<Vec<Kept>, StoreError> {
        self.list(lines().filter(endless(within)).filter(referral::Column::Reference.gt(after)), limit).await
    }

    /// The cases that run and were not looked at since their last birthday, the longest due first. A renewal is a look too.
    pub async fn running(&self, within: &Within, on: NaiveDate) -> Result<Vec<Running>, StoreError> {
        let over = [Status::Closed, Status::Withdrawn, Status::Cancelled].map(Status::slug);
        // Nothing is due in its first year; two days are added for the time zone and for the 29th of February.
        let year_ago = on.checked_sub_months(Months::new(12)).and_then(|day| day.checked_add_days(Days::new(2)));
        let before = year_ago.unwrap_or(on).and_time(NaiveTime::MIN).and_utc();
        let all = of(within)
            .add(referral::Column::Status.is_not_in(over))
            .add(referral::Column::ReceivedAt.lt(seconds(before)));
        let mut kept = self.list(lines().filter(all), ALL_OF_THEM).await?;
        let is_due = |kept: &Kept, looked: NaiveDate| retention::next_check(kept.received_on, looked) <= on;
        kept.retain(|kept| is_case(kept) && is_due(kept, kept.received_on));
        let looks = self.last_looks(&kept).await?;
        let running = kept.into_iter().map(|kept| {
            let looked = looks.get(&kept.reference).map_or(kept.received_on, |at| today(*at));
            Running { due: retention::next_check(kept.received_on, looked), kept }
        });
        let mut running: Vec<Running> = running.filter(|running| running.due <= on).collect();
        running.sort_by(|one, other| (one.due, &one.kept.reference).cmp(&(other.due, &other.kept.reference)));
        Ok(running)
    }

    async fn last_looks(&self, kept: &[Kept]) -> Result<BTreeMap<String, DateTime<Utc>>, StoreError> {
        let mut all = BTreeMap::new();
        for some in kept.chunks(AT_ONCE) {
            let references: Vec<&str> = some.iter().map(|kept| kept.reference.as_str()).collect();
            let looks = [Happening::Reviewed, Happening::Renewed];
            all.extend(timeline::last_of(&self.0.reader, &references, &looks).await?);
        }
        Ok(all)
    }

    async fn list(&self, query: sea_orm::Select<referral::Entity>, limit: u64) -> Result<Vec<Kept>, StoreError> {
        let query = query.order_by_asc(referral::Column::Reference).limit(limit).into_model::<Line>();
        let lines = patiently(async { Ok(query.all(&self.0.reader).await?) }).await?;
        lines.into_iter().map(Kept::try_from).collect()
    }
}

/// Referrals that one query asks about.
const AT_ONCE: usize = 500;
/// What a database takes as no limit.
const ALL_OF_THEM: u64 = i64::MAX as u64;

/// Whether the house handles it as a case, under the WGS or a law of its own.
fn is_case(kept: &Kept) -> bool {
    let form = domain::forms::find(&kept.form);
    let situation = form.and_then(|form| retention::situation(form, kept.status, kept.outcome, kept.kept_as));
    matches!(situation, Some(Situation::TakenOn | Situation::StillOpen | Situation::Relapse | Situation::OtherLaw))
}

/// Keeps a record until this day: under a law of its own that is its only end, and a case stays no longer than its law lets it. What has no
/// end of its own needs no longer one.
pub(super) async fn keep(tx: &DatabaseTransaction, reference: &str, kept: act::Kept) -> Result<(), StoreError> {
    let until = if kept.because == Situation::OtherLaw {
        kept.until
    } else {
        let now = queue::reckon::now(tx, reference).await?;
        let Some(end) = now.and_then(|now| now.destroy_on) else { return Ok(()) };
        kept.until.min(retention::prolonged(end))
    };
    referral::Entity::update_many()
        .col_expr(referral::Column::KeptUntil, Expr::value(day_text(until)))
        .col_expr(referral::Column::KeptAs, Expr::value(kept.because.slug()))
        .filter(referral::Column::Reference.eq(reference))
        .exec(tx)
        .await?;
    Ok(())
}

fn of(within: &Within) -> Condition {
    Condition::all()
        .add(referral::Column::House.eq(&within.house))
        .add(referral::Column::Parent.is_null())
        .add(referral::Column::Regime.is_in(within.slugs()))
}

fn going(within: &Within, (after, last): (NaiveDate, NaiveDate)) -> Condition {
    let all = of(within).add(referral::Column::Held.eq(0)).add(referral::Column::DestroyOn.lte(day_text(last)));
    // Days are compared as text, in which only days of our time have an order.
    if after == NaiveDate::MIN { all } else { all.add(referral::Column::DestroyOn.gt(day_text(after))) }
}

fn behind(day: &str, reference: String) -> Condition {
    let same_day =
        Condition::all().add(referral::Column::DestroyOn.eq(day)).add(referral::Column::Reference.gt(reference));
    Condition::any().add(referral::Column::DestroyOn.gt(day)).add(same_day)
}

fn held(within: &Within) -> Condition {
    of(within).add(referral::Column::Held.eq(1))
}

fn endless(within: &Within) -> Condition {
    of(within)
        .add(referral::Column::Held.eq(0))
        .add(referral::Column::DestroyOn.is_null())
        .add(referral::Column::Turn.ne(queue::reckon::Turn::Unsettled.number()))
        .add(referral::Column::Regime.ne(Regime::Newsletter.slug()))
}

fn lines() -> sea_orm::Select<referral::Entity> {
    referral::Entity::find().select_only().columns([
        referral::Column::Reference,
        referral::Column::Form,
        referral::Column::Regime,
        referral::Column::Status,
        referral::Column::Outcome,
        referral::Column::ReceivedAt,
        referral::Column::DestroyOn,
        referral::Column::KeptAs,
    ])
}

#[derive(FromQueryResult)]
struct Line {
    reference: String,
    form: String,
    regime: String,
    status: String,
    outcome: Option<String>,
    received_at: i64,
    destroy_on: Option<String>,
    kept_as: Option<String>,
}

impl TryFrom<Line> for Kept {
    type Error = StoreError;

    fn try_from(line: Line) -> Result<Self, StoreError> {
        Ok(Self {
            regime: regime(&line.regime)?,
            status: Status::from_slug(&line.status).ok_or(StoreError::Unknown("status"))?,
            outcome: line.outcome.as_deref().and_then(Outcome::from_slug),
            kept_as: line.kept_as.as_deref().and_then(Situation::from_slug),
            received_on: today(moment(line.received_at)),
            destroy_on: line.destroy_on.as_deref().map(day).transpose()?,
            reference: line.reference,
            form: line.form,
        })
    }
}

pub(super) fn regime(slug: &str) -> Result<Regime, StoreError> {
    Regime::ALL.into_iter().find(|regime| regime.slug() == slug).ok_or(StoreError::Unknown("regime"))
}
