//! What is kept: drafts, referrals, waiting mails and the audit trail, on SQLite or PostgreSQL.
//!
//! Plain repositories over plain types; nothing of the database library leaves this module. The store only ever sees sealed
//! bytes. A write that returned is on disk: SQLite runs with `synchronous=FULL`, PostgreSQL with its default
//! `synchronous_commit`.

mod audit;
mod ceremonies;
mod connect;
mod dialect;
mod drafts;
mod error;
mod house_keys;
mod invitations;
mod keeping;
mod members;
mod migration;
mod outbox;
mod passkeys;
mod places;
mod queue;
mod referrals;
mod sessions;
mod staff_invitations;
mod subscriptions;
mod time;
mod timeline;
mod tombstones;
mod writer;

#[cfg(test)]
mod tests;

use std::path::Path;
use std::sync::{Arc, Mutex};

use chrono::{DateTime, Utc};
use sea_orm::DatabaseConnection;

pub use audit::{Audit, Checked, Contradiction, Contradictions, HouseTrail, KeysMade, Sought, Trail, TrailEntry, Who};
pub use ceremonies::Ceremonies;
pub use drafts::{Draft, Drafts, NewDraft, SaveOutcome};
pub use error::StoreError;
pub use house_keys::{HouseKey, HouseKeyCopy, HouseKeys, NewHouseKeyCopy};
pub use invitations::{Invitation, Invitations, NewInvitation};
pub use keeping::{Keeping, Kept, Running, Within};
pub use members::{Appointment, Member, MemberId, MemberKey, Members, NewMember, RoleUntil};
pub use outbox::{NewMail, Outbox, WaitingMail};
pub use passkeys::{LockedBy, Passkey, Passkeys, Removed};
pub use places::Places;
pub use queue::{Assigned, Known, Queue, QueueRow, Settled, Wanted};
pub use referrals::{
    Acceptance, Beside, Contribution, First, Follower, INVENTED, KnownOutline, NewReferral, Referral, ReferralSummary,
    Referrals, Submission,
};
pub use sessions::{Session, Sessions};
pub use staff_invitations::{Enrolment, Invitee, StaffInvitation, StaffInvitations};
pub use subscriptions::{IssueMails, ListLength, NewSubscription, Subscription, Subscriptions};
pub use timeline::{Happened, NewHappening, Outcome, Timeline};
pub use tombstones::{Destruction, Due, DueBatch, Facts, Numbered, Tombstone, Tombstones};

use writer::{Writer, patiently};

/// The door to everything that is kept. Cheap to clone.
#[derive(Clone)]
pub struct Store {
    reader: DatabaseConnection,
    writer: Writer,
    /// How far this process walked the audit trail.
    known: Arc<Mutex<audit::Known>>,
}

impl Store {
    /// Opens `sqlite:<file>` (made when missing) or `postgres://…` and brings its tables up to date.
    pub async fn open(url: &str) -> Result<Self, StoreError> {
        // Large, and done once: not in the future of everyone who opens a store.
        let (reader, writer) = Box::pin(connect::connect(url)).await?;
        let store = Self { reader, writer, known: Arc::default() };
        let applied = Box::pin(migration::run(store.writer.connection())).await?;
        for name in applied {
            tracing::info!(migration = %name, "database migrated");
        }
        Ok(store)
    }

    /// Half-filled forms.
    pub fn drafts(&self) -> Drafts<'_> {
        Drafts(self)
    }

    /// Accepted referrals.
    pub fn referrals(&self) -> Referrals<'_> {
        Referrals(self)
    }

    /// What happened to referrals.
    pub fn timeline(&self) -> Timeline<'_> {
        Timeline(self)
    }

    /// What the desk has to do.
    pub fn queue(&self) -> Queue<'_> {
        Queue(self)
    }

    /// What is kept until when.
    pub fn keeping(&self) -> Keeping<'_> {
        Keeping(self)
    }

    /// Destroying, and what stays of what was destroyed.
    pub fn tombstones(&self) -> Tombstones<'_> {
        Tombstones(self)
    }

    /// Invitations to contribute.
    pub fn invitations(&self) -> Invitations<'_> {
        Invitations(self)
    }

    /// Places that only one may take.
    pub fn places(&self) -> Places<'_> {
        Places(self)
    }

    /// Who gets the newsletter.
    pub fn subscriptions(&self) -> Subscriptions<'_> {
        Subscriptions(self)
    }

    /// Who works at the desk.
    pub fn members(&self) -> Members<'_> {
        Members(self)
    }

    /// Links by which they enrol.
    pub fn staff_invitations(&self) -> StaffInvitations<'_> {
        StaffInvitations(self)
    }

    /// With what they sign in.
    pub fn passkeys(&self) -> Passkeys<'_> {
        Passkeys(self)
    }

    /// Sign-ins that began, or failed.
    pub fn ceremonies(&self) -> Ceremonies<'_> {
        Ceremonies(self)
    }

    /// Who is signed in there.
    pub fn sessions(&self) -> Sessions<'_> {
        Sessions(self)
    }

    /// The keys of the houses.
    pub fn house_keys(&self) -> HouseKeys<'_> {
        HouseKeys(self)
    }

    /// Waiting mails.
    pub fn outbox(&self) -> Outbox<'_> {
        Outbox(self)
    }

    /// The audit trail.
    pub fn audit(&self) -> Audit<'_> {
        Audit(self)
    }

    /// Whether it can be read and, if the last write failed, written again. For `/readyz`.
    pub async fn ready(&self, now: DateTime<Utc>) -> Result<(), StoreError> {
        patiently(async { Ok(self.reader.ping().await?) }).await?;
        if self.writer.last_failed() {
            self.writer.run(move |tx| Box::pin(async move { dialect::touch(tx, time::seconds(now)).await })).await?;
        }
        Ok(())
    }

    /// Names of the migrations that the next start will run on the database at `url`. Changes nothing, makes nothing.
    pub async fn pending_migrations(url: &str) -> Result<Vec<String>, StoreError> {
        let connection = connect::only_look(url).await?;
        let pending = migration::pending(&connection).await;
        connection.close().await?;
        pending
    }

    /// Writes a complete, checked copy to `file`, which must not exist. SQLite only: PostgreSQL has its own tools.
    pub async fn backup(&self, file: &Path) -> Result<(), StoreError> {
        dialect::backup(self.writer.connection(), file).await
    }

    /// Waits for running work and closes every connection.
    pub async fn close(&self) {
        for connection in [self.writer.connection(), &self.reader] {
            if let Err(error) = connection.close_by_ref().await {
                tracing::warn!(%error, "database connection did not close cleanly");
            }
        }
    }
}
