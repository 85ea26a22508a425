//! One referral in the queue: what a list shows of it without opening it.

use chrono::{DateTime, NaiveDate, Utc};
use domain::desk::clock::{self, Clock, Term};
use domain::desk::needed::{Needed, Taken};
use domain::referral::{Happening, Status};
use sea_orm::FromQueryResult;

use super::{needed, reckon};
use crate::clock::today;
use crate::store::referrals::entity as referral;
use crate::store::time::{day, moment};
use crate::store::{MemberId, StoreError};

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
    /// From what stands in its row, on its timeline, and when somebody read it.
    pub(super) fn read(
        line: Line,
        happened: &[(Happening, DateTime<Utc>)],
        read: &[(String, DateTime<Utc>)],
    ) -> Result<Self, StoreError> {
        let changed = happened.iter().rev().find(|(what, _)| what.overtakes());
        let status = Status::from_slug(&line.status).ok_or(StoreError::Unknown("status"))?;
        let days: Vec<_> = happened.iter().map(|(what, at)| (*what, today(*at))).collect();
        let pause = clock::pauses(&days).pop().filter(|pause| status == Status::Asked && pause.until.is_none());
        let received_at = moment(line.received_at);
        let clock = line.next_clock.as_deref().and_then(Clock::from_slug);
        let due = line.next_due.as_deref().map(day).transpose()?;
        let next =
            clock.zip(due).map(|(clock, due)| Term { clock, due, state: reckon::state(line.turn), met_on: None });
        Ok(Self {
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

    /// Whether something happened since its reader last looked.
    pub fn is_unread(&self) -> bool {
        self.read_at.is_none_or(|read| read < self.changed_at)
    }
}

/// What stands in the row of a referral, without its envelope.
#[derive(FromQueryResult)]
pub(super) struct Line {
    pub(super) reference: String,
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

impl Line {
    /// The columns that are read for it.
    pub(super) const COLUMNS: [referral::Column; 12] = [
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
    ];
}
