//! What the desk has to do: referrals by the day of their next promise, without opening one.
//!
//! Day, clock and end of a referral stand beside it (`reckon`); how soon its sender needs something sorts with them (`needed`);
//! referrals that may be about one person meet in `twins`.

pub(super) mod needed;
pub(super) mod reckon;
pub(super) mod twins;

use chrono::{DateTime, NaiveDate, Utc};
use domain::desk::clock::{self, Clock, Term};
use domain::desk::needed::{Needed, Taken};
use domain::desk::outcome::Outcome;
use domain::referral::{Happening, Status};
use domain::retention::Situation;
use sea_orm::{
    ColumnTrait as _, Condition, EntityTrait as _, FromQueryResult, PaginatorTrait as _, QueryFilter as _,
    QueryOrder as _, QuerySelect as _,
};

pub use reckon::Settled;

use super::members::MemberId;
use super::referrals::entity as referral;
use super::time::{day, moment, seconds};
use super::{NewHappening, Store, StoreError, patiently, timeline};
use crate::audit::Entry;
use crate::clock::today;

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
    /// What must be done first, running or standing still.
    pub next: Option<Term>,
    /// How soon its sender needs something, and whether somebody took that up.
    pub needed: Option<(Needed, Taken)>,
    /// What happened to it, in order.
    pub happened: Vec<Happening>,
    /// Since which day it waits for its sender, where it does.
    pub waits_since: Option<NaiveDate>,
    /// When something last happened to it that is there to be read: not who handles it.
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
            .columns([
                referral::Column::Reference,
                referral::Column::Form,
                referral::Column::Status,
                referral::Column::ReceivedAt,
                referral::Column::Municipality,
                referral::Column::Organisation,
                referral::Column::Assignee,
                referral::Column::Turn,
                referral::Column::NextDue,
                referral::Column::NextClock,
                referral::Column::Needed,
                referral::Column::Taken,
            ])
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
            row(line, of_it, &read)
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
    /// What became of it: that decides how long it stays.
    pub situation: Option<Situation>,
    /// The last day on which it may be there.
    pub destroy_on: Option<NaiveDate>,
    /// Whether it stays although that day came.
    pub is_held: bool,
    /// Up to when its reader read it.
    pub read_at: Option<DateTime<Utc>>,
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
    if is_beginning(&wanted.reference) {
        all = all.add(referral::Column::Reference.starts_with(&wanted.reference));
    } else if !wanted.reference.is_empty() {
        all = all.add(referral::Column::Reference.contains(&wanted.reference));
    }
    referral::Entity::find().filter(all)
}

/// Whether it can only be how a reference begins, the letters of the house and a year (`WM-26`): then each needs comparing in one place
/// instead of in all, which takes a third of the time away with 100,000.
fn is_beginning(part: &str) -> bool {
    let Some((house, rest)) = part.split_once('-') else { return false };
    let year = rest.split_once('-').map_or(rest, |(year, _)| year);
    let is_house = !house.is_empty() && house.bytes().all(|byte| byte.is_ascii_uppercase());
    is_house && year.len() == 2 && year.bytes().all(|byte| byte.is_ascii_digit())
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
    happened: &[(Happening, DateTime<Utc>)],
    read: &[(String, DateTime<Utc>)],
) -> Result<QueueRow, StoreError> {
    let changed = happened.iter().rev().find(|(what, _)| what.overtakes());
    let status = Status::from_slug(&line.status).ok_or(StoreError::Unknown("status"))?;
    let days: Vec<_> = happened.iter().map(|(what, at)| (*what, today(*at))).collect();
    let pause = clock::pauses(&days).pop().filter(|pause| status == Status::Asked && pause.until.is_none());
    let received_at = moment(line.received_at);
    let clock = line.next_clock.as_deref().and_then(Clock::from_slug);
    let due = line.next_due.as_deref().map(day).transpose()?;
    let next = clock.zip(due).map(|(clock, due)| Term { clock, due, state: reckon::state(line.turn), met_on: None });
    Ok(QueueRow {
        needed: needed::from_number(line.needed).map(|needed| (needed, reckon::taken(line.taken))),
        status,
        waits_since: pause.map(|pause| pause.from),
        happened: happened.iter().map(|(what, _)| *what).collect(),
        changed_at: changed.map_or(received_at, |(_, at)| *at),
        read_at: read.iter().find(|(reference, _)| *reference == line.reference).map(|(_, at)| *at),
        received_at,
        next,
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
    turn: i32,
    next_due: Option<String>,
    next_clock: Option<String>,
    needed: i32,
    taken: i32,
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

#[cfg(test)]
mod tests {
    use super::is_beginning;

    #[test]
    fn house_and_year_are_only_at_the_beginning_of_a_reference() {
        for (part, begins) in [
            ("WM-26-7K4P-Q", true),
            ("WM-26-7", true),
            ("WM-26", true),
            ("WM-2", false),
            ("M", false),
            ("", false),
            ("-26-7K", false),
            ("7K4P-Q", false),
            ("KPTX-2", false),
            ("26-7K4P", false),
        ] {
            assert_eq!(is_beginning(part), begins, "{part}");
        }
    }
}
