//! What the desk has to do: referrals by the day of their next promise, without opening one.
//!
//! Day, clock and end of a referral are reckoned from its timeline (`domain::desk::clock`, `domain::retention`) and kept beside it.
//! Whatever happens to it empties its day; [`Queue::settle`] reckons those anew before anyone looks.

use chrono::{DateTime, NaiveDate, Utc};
use domain::calendar::Calendar;
use domain::desk::clock::{self, Clock, TermState};
use domain::desk::outcome::Outcome;
use domain::forms;
use domain::referral::{Happening, Status};
use domain::retention;
use domain::rooms::Stay;
use sea_orm::sea_query::Expr;
use sea_orm::{
    ColumnTrait as _, Condition, DatabaseTransaction, EntityTrait as _, FromQueryResult, PaginatorTrait as _,
    QueryFilter as _, QueryOrder as _, QuerySelect as _,
};

use super::members::MemberId;
use super::referrals::entity as referral;
use super::time::{day, day_text, moment, seconds};
use super::{Store, StoreError, audit, patiently, places, timeline};
use crate::audit::Entry;
use crate::clock::today;

/// Referrals that are reckoned in one transaction.
const TOGETHER: u64 = 200;
/// The day of what is open and waits for no day: after all that do.
const NO_DAY: &str = "9998-12-31";
/// The day of what is done: last.
const DONE: &str = "9999-12-31";
/// The day of what must be reckoned anew.
pub(super) const STALE: &str = "";

/// What to show of the queue.
#[derive(Clone, Debug, Default)]
pub struct Wanted {
    /// Short name of the house.
    pub house: String,
    /// Only what came in by these forms: those that its reader may see.
    pub forms: Vec<String>,
    /// Only with one of these statuses.
    pub statuses: Vec<Status>,
    /// Only of this municipality.
    pub municipality: Option<String>,
    /// Only of this organisation.
    pub organisation: Option<String>,
    /// Only given to this member, or to nobody.
    pub assigned: Option<Assigned>,
    /// Only with a reference that holds this.
    pub reference: String,
}

/// To whom a referral is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Assigned {
    /// To this member.
    To(MemberId),
    /// To nobody yet.
    Nobody,
}

/// One referral in the queue.
#[derive(Clone, Debug)]
pub struct QueueRow {
    /// Its number.
    pub reference: String,
    /// Which form.
    pub form: String,
    /// How far it is.
    pub status: Status,
    /// When it came in.
    pub received_at: DateTime<Utc>,
    /// About whom in which municipality, as answered.
    pub municipality: Option<String>,
    /// From which organisation, as answered.
    pub organisation: Option<String>,
    /// Who handles it.
    pub assignee: Option<MemberId>,
    /// What must be done first, with its last day.
    pub next: Option<(Clock, NaiveDate)>,
    /// When something last happened to it.
    pub changed_at: DateTime<Utc>,
    /// Up to when its reader read it.
    pub read_at: Option<DateTime<Utc>>,
}

impl QueueRow {
    /// Whether something happened since its reader last looked.
    pub fn is_unread(&self) -> bool {
        self.read_at.is_none_or(|read| read < self.changed_at)
    }
}

/// The queue of a [`Store`].
pub struct Queue<'a>(pub(super) &'a Store);

impl Queue<'_> {
    /// Reckons anew what changed. Gives how many there were.
    pub async fn settle(&self, house: &str, calendar: &Calendar) -> Result<u64, StoreError> {
        let mut settled = 0;
        loop {
            if !self.any_stale(house).await? {
                return Ok(settled);
            }
            let (house, calendar) = (house.to_owned(), calendar.clone());
            settled +=
                self.0.writer.run(move |tx| Box::pin(async move { settle(tx, &house, &calendar).await })).await?;
        }
    }

    /// Lets everything open of a house be reckoned anew: its settings may have changed.
    pub async fn unsettle(&self, house: &str) -> Result<(), StoreError> {
        let house = house.to_owned();
        self.0
            .writer
            .run(move |tx| {
                Box::pin(async move {
                    referral::Entity::update_many()
                        .col_expr(referral::Column::NextDue, STALE.into())
                        .filter(referral::Column::House.eq(house))
                        .filter(referral::Column::NextDue.ne(DONE))
                        .exec(tx)
                        .await?;
                    Ok(())
                })
            })
            .await
    }

    /// How many there are.
    pub async fn count(&self, wanted: &Wanted) -> Result<u64, StoreError> {
        let query = matching(wanted);
        patiently(async { Ok(query.count(&self.0.reader).await?) }).await
    }

    /// Those from `skip` on, what must happen first first; as `reader` sees them.
    pub async fn list(
        &self,
        wanted: &Wanted,
        reader: MemberId,
        skip: u64,
        take: u64,
    ) -> Result<Vec<QueueRow>, StoreError> {
        let query = matching(wanted)
            .select_only()
            .columns([
                referral::Column::Reference,
                referral::Column::Form,
                referral::Column::Status,
                referral::Column::ReceivedAt,
                referral::Column::Municipality,
                referral::Column::Organisation,
                referral::Column::Assignee,
                referral::Column::NextDue,
                referral::Column::NextClock,
            ])
            .order_by_asc(referral::Column::NextDue)
            .order_by_asc(referral::Column::ReceivedAt)
            .order_by_asc(referral::Column::Reference)
            .offset(skip)
            .limit(take)
            .into_model::<Line>();
        let lines = patiently(async { Ok(query.all(&self.0.reader).await?) }).await?;
        let references: Vec<String> = lines.iter().map(|line| line.reference.clone()).collect();
        let changed = timeline::last_moments(&self.0.reader, &references).await?;
        let read = reads(&self.0.reader, reader, &references).await?;
        lines.into_iter().map(|line| row(line, &changed, &read)).collect()
    }

    /// What is known of one without opening it.
    pub async fn one(&self, house: &str, reference: &str, reader: MemberId) -> Result<Option<Known>, StoreError> {
        let query = referral::Entity::find_by_id(reference).filter(referral::Column::House.eq(house));
        let row = patiently(async { Ok(query.one(&self.0.reader).await?) }).await?;
        let Some(row) = row else { return Ok(None) };
        let read = reads(&self.0.reader, reader, std::slice::from_ref(&row.reference)).await?;
        Ok(Some(Known {
            municipality: row.municipality,
            organisation: row.organisation,
            assignee: row.assignee.as_deref().and_then(MemberId::parse),
            outcome: row.outcome.as_deref().and_then(Outcome::from_slug),
            decided_on: row.decided_on.as_deref().map(day).transpose()?,
            destroy_on: row.destroy_on.as_deref().map(day).transpose()?,
            is_held: row.held != 0,
            read_at: read.into_iter().next().map(|(_, at)| at),
        }))
    }

    /// Gives a referral to someone, or to nobody.
    pub async fn assign(&self, reference: &str, to: Option<MemberId>, entry: Entry) -> Result<(), StoreError> {
        let reference = reference.to_owned();
        self.0
            .writer
            .run(move |tx| {
                Box::pin(async move {
                    referral::Entity::update_many()
                        .col_expr(referral::Column::Assignee, to.map(|to| to.to_string()).into())
                        .filter(referral::Column::Reference.eq(reference))
                        .exec(tx)
                        .await?;
                    audit::append(tx, &entry).await
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
                    let id = (by.to_string(), reference.clone());
                    read::Entity::delete_by_id(id).exec(tx).await?;
                    let row = read::ActiveModel {
                        member: sea_orm::ActiveValue::Set(by.to_string()),
                        reference: sea_orm::ActiveValue::Set(reference),
                        at: sea_orm::ActiveValue::Set(seconds(at)),
                    };
                    read::Entity::insert(row).exec_without_returning(tx).await?;
                    Ok(())
                })
            })
            .await
    }

    /// Other referrals of the house that may be about the same person.
    pub async fn twins(&self, house: &str, reference: &str) -> Result<Vec<String>, StoreError> {
        let own = twin::Entity::find().filter(twin::Column::Reference.eq(reference));
        let own = patiently(async { Ok(own.all(&self.0.reader).await?) }).await?;
        let hashes: Vec<Vec<u8>> = own.into_iter().map(|row| row.hash).collect();
        let query = twin::Entity::find()
            .select_only()
            .column(twin::Column::Reference)
            .distinct()
            .filter(twin::Column::House.eq(house))
            .filter(twin::Column::Hash.is_in(hashes))
            .filter(twin::Column::Reference.ne(reference))
            .order_by_asc(twin::Column::Reference)
            .into_tuple::<String>();
        patiently(async { Ok(query.all(&self.0.reader).await?) }).await
    }

    async fn any_stale(&self, house: &str) -> Result<bool, StoreError> {
        let query = referral::Entity::find()
            .select_only()
            .column(referral::Column::Reference)
            .filter(referral::Column::House.eq(house))
            .filter(referral::Column::NextDue.eq(STALE))
            .into_tuple::<String>();
        patiently(async { Ok(query.one(&self.0.reader).await?.is_some()) }).await
    }
}

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
    /// The last day on which it may be there.
    pub destroy_on: Option<NaiveDate>,
    /// Whether it stays although that day came.
    pub is_held: bool,
    /// Up to when its reader read it.
    pub read_at: Option<DateTime<Utc>>,
}

/// Keeps the keyed hashes by which two referrals about one person meet.
pub(super) async fn add_twins(
    tx: &DatabaseTransaction,
    house: &str,
    reference: &str,
    hashes: Vec<[u8; 32]>,
) -> Result<(), StoreError> {
    for hash in hashes {
        let row = twin::ActiveModel {
            house: sea_orm::ActiveValue::Set(house.to_owned()),
            hash: sea_orm::ActiveValue::Set(hash.to_vec()),
            reference: sea_orm::ActiveValue::Set(reference.to_owned()),
        };
        twin::Entity::insert(row).exec_without_returning(tx).await?;
    }
    Ok(())
}

fn matching(wanted: &Wanted) -> sea_orm::Select<referral::Entity> {
    let optional = [
        (referral::Column::Municipality, &wanted.municipality),
        (referral::Column::Organisation, &wanted.organisation),
    ];
    let mut all = Condition::all()
        .add(referral::Column::House.eq(&wanted.house))
        .add(referral::Column::Form.is_in(&wanted.forms))
        // A contribution is read with the referral to which it belongs.
        .add(referral::Column::Parent.is_null());
    if !wanted.statuses.is_empty() {
        all = all.add(referral::Column::Status.is_in(wanted.statuses.iter().map(|status| status.slug())));
    }
    for (column, value) in optional {
        if let Some(value) = value {
            all = all.add(column.eq(value));
        }
    }
    match wanted.assigned {
        Some(Assigned::To(member)) => all = all.add(referral::Column::Assignee.eq(member.to_string())),
        Some(Assigned::Nobody) => all = all.add(referral::Column::Assignee.is_null()),
        None => {}
    }
    if !wanted.reference.is_empty() {
        all = all.add(referral::Column::Reference.contains(&wanted.reference));
    }
    referral::Entity::find().filter(all)
}

async fn settle(tx: &DatabaseTransaction, house: &str, calendar: &Calendar) -> Result<u64, StoreError> {
    let stale = to_reckon()
        .filter(referral::Column::House.eq(house))
        .filter(referral::Column::NextDue.eq(STALE))
        .order_by_asc(referral::Column::Reference)
        .limit(TOGETHER)
        .lock_exclusive();
    let stale = stale.into_model::<Stale>().all(tx).await?;
    let count = stale.len() as u64;
    for (reference, reckoned) in reckon_all(tx, stale, calendar).await? {
        reckoned.keep(tx, &reference).await?;
    }
    Ok(count)
}

/// The last day of a referral as it is now, also where nobody reckoned it yet.
pub(super) async fn last_day(tx: &DatabaseTransaction, reference: &str) -> Result<Option<NaiveDate>, StoreError> {
    let row = to_reckon().filter(referral::Column::Reference.eq(reference)).into_model::<Stale>().all(tx).await?;
    // Closing days move promises, never the last day.
    let mut reckoned = reckon_all(tx, row, &Calendar::default()).await?;
    Ok(reckoned.pop().and_then(|(_, reckoned)| reckoned.destroy_on))
}

/// What is needed of a referral to reckon it.
fn to_reckon() -> sea_orm::Select<referral::Entity> {
    referral::Entity::find().select_only().columns([
        referral::Column::Reference,
        referral::Column::Form,
        referral::Column::Status,
        referral::Column::ReceivedAt,
        referral::Column::Outcome,
        referral::Column::KeptUntil,
    ])
}

async fn reckon_all(
    tx: &DatabaseTransaction,
    rows: Vec<Stale>,
    calendar: &Calendar,
) -> Result<Vec<(String, Reckoned)>, StoreError> {
    let references: Vec<String> = rows.iter().map(|row| row.reference.clone()).collect();
    let happened = timeline::moments(tx, &references).await?;
    let taken = places::taken_by(tx, &references).await?;
    let reckoned = rows.into_iter().map(|row| {
        let happened = happened.get(&row.reference).map_or(&[][..], Vec::as_slice);
        let booked = taken.get(&row.reference).and_then(|places| Stay::of_places(places)).map(|stay| stay.day);
        let reckoned = reckon(&row, happened, booked, calendar)?;
        Ok((row.reference, reckoned))
    });
    reckoned.collect()
}

struct Reckoned {
    next_due: String,
    next_clock: Option<Clock>,
    decided_on: Option<NaiveDate>,
    destroy_on: Option<NaiveDate>,
    is_held: bool,
}

fn reckon(
    row: &Stale,
    happened: &[(Happening, DateTime<Utc>)],
    booked: Option<NaiveDate>,
    calendar: &Calendar,
) -> Result<Reckoned, StoreError> {
    let status = Status::from_slug(&row.status).ok_or(StoreError::Unknown("status"))?;
    let outcome = row.outcome.as_deref().and_then(Outcome::from_slug);
    let received = today(moment(row.received_at));
    let days: Vec<(Happening, NaiveDate)> = happened.iter().map(|(what, at)| (*what, today(*at))).collect();
    let last = |wanted: &[Happening]| days.iter().rev().find(|(what, _)| wanted.contains(what)).map(|(_, on)| *on);
    let decided = last(&[Happening::Decided]);
    let ended = last(&[Happening::Decided, Happening::Answered, Happening::Withdrawn]);
    let form = forms::find(&row.form);
    let terms = form.map(|form| clock::terms(form, received, &days, calendar)).unwrap_or_default();
    let waits = terms.iter().filter(|term| term.state == TermState::Stopped).min_by_key(|term| term.due);
    let next = clock::next(&terms).or(waits);
    let next_due = match next {
        Some(term) => day_text(term.due),
        None if status.is_open() || matches!(status, Status::Decided) => NO_DAY.to_owned(),
        None => DONE.to_owned(),
    };
    let situation = form.and_then(|form| retention::situation(form, status, outcome));
    let end = situation.and_then(|situation| retention::end(situation, received, ended, booked));
    let renewed = row.kept_until.as_deref().map(day).transpose()?;
    Ok(Reckoned {
        next_due,
        next_clock: next.map(|term| term.clock),
        decided_on: decided,
        destroy_on: end.map(|end| renewed.map_or(end, |until| end.max(until))),
        is_held: matches!(last_of(&days, [Happening::Held, Happening::Released]), Some(Happening::Held)),
    })
}

fn last_of(days: &[(Happening, NaiveDate)], wanted: [Happening; 2]) -> Option<Happening> {
    days.iter().rev().map(|(what, _)| *what).find(|what| wanted.contains(what))
}

impl Reckoned {
    async fn keep(self, tx: &DatabaseTransaction, reference: &str) -> Result<(), StoreError> {
        referral::Entity::update_many()
            .col_expr(referral::Column::NextDue, self.next_due.into())
            .col_expr(referral::Column::NextClock, self.next_clock.map(|clock| clock.slug().to_owned()).into())
            .col_expr(referral::Column::DecidedOn, self.decided_on.map(day_text).into())
            .col_expr(referral::Column::DestroyOn, self.destroy_on.map(day_text).into())
            .col_expr(referral::Column::Held, Expr::val(i32::from(self.is_held)))
            .filter(referral::Column::Reference.eq(reference))
            .exec(tx)
            .await?;
        Ok(())
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

fn row(
    line: Line,
    changed: &[(String, DateTime<Utc>)],
    read: &[(String, DateTime<Utc>)],
) -> Result<QueueRow, StoreError> {
    let of = |all: &[(String, DateTime<Utc>)]| {
        all.iter().find(|(reference, _)| *reference == line.reference).map(|(_, at)| *at)
    };
    let received_at = moment(line.received_at);
    let clock = line.next_clock.as_deref().and_then(Clock::from_slug);
    Ok(QueueRow {
        status: Status::from_slug(&line.status).ok_or(StoreError::Unknown("status"))?,
        changed_at: of(changed).unwrap_or(received_at),
        read_at: of(read),
        received_at,
        next: clock.map(|clock| Ok::<_, StoreError>((clock, day(&line.next_due)?))).transpose()?,
        reference: line.reference,
        form: line.form,
        municipality: line.municipality,
        organisation: line.organisation,
        assignee: line.assignee.as_deref().and_then(MemberId::parse),
    })
}

#[derive(FromQueryResult)]
struct Line {
    reference: String,
    form: String,
    status: String,
    received_at: i64,
    municipality: Option<String>,
    organisation: Option<String>,
    assignee: Option<String>,
    next_due: String,
    next_clock: Option<String>,
}

#[derive(FromQueryResult)]
struct Stale {
    reference: String,
    form: String,
    status: String,
    received_at: i64,
    outcome: Option<String>,
    kept_until: Option<String>,
}

mod twin {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "twins")]
    pub(super) struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub(super) house: String,
        #[sea_orm(primary_key, auto_increment = false)]
        pub(super) hash: Vec<u8>,
        #[sea_orm(primary_key, auto_increment = false)]
        pub(super) reference: String,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub(super) enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
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
