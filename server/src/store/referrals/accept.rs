//! The one transaction that accepts a referral: referral, mails, audit entry, draft gone.

use chrono::{DateTime, Utc};
use domain::desk::needed::Needed;
use domain::referral::{Happening, Status};
use domain::regime::Regime;
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait as _, DatabaseTransaction, EntityTrait as _, QueryFilter as _, TryInsertResult};

use super::{Follower, entity, remove};
use crate::audit::Entry;
use crate::seal::draft::LookupHash;
use crate::store::places::{self, Took};
use crate::store::queue::reckon::Turn;
use crate::store::time::{minute, seconds};
use crate::store::{
    NewDraft, NewHappening, NewMail, NewSubscription, Outcome, StoreError, audit, drafts, invitations, outbox, queue,
    subscriptions, timeline, tombstones,
};

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
    /// What else belongs to it.
    pub beside: Beside,
}

/// A referral to accept.
pub struct NewReferral {
    /// Its number, also bound into the envelope.
    pub reference: String,
    /// Short name of the house.
    pub house: String,
    /// Which form.
    pub form: String,
    /// Which edition of the form.
    pub form_version: u16,
    /// The law it is handled under.
    pub regime: Regime,
    /// When it came in; kept to the minute.
    pub received_at: DateTime<Utc>,
    /// The sealed content.
    pub envelope: Vec<u8>,
    /// Its sender.
    pub follower: Follower,
    /// Finds it by the link that was mailed to its sender; none where no mail was sent.
    pub mailbox: Option<LookupHash>,
    /// The address of its sender for later mails, sealed under the mail key.
    pub sender: Option<Vec<u8>>,
    /// The referral to which it belongs: a contribution of a colleague.
    pub parent: Option<String>,
    /// What the queue may know of it.
    pub outline: KnownOutline,
    /// Made once for the page with the send button: sending that page again is the same submission.
    pub submission_key: String,
    /// Fingerprint of the content ([`crate::seal::draft::DraftSecret::content_hash`]): tells a repetition from a change.
    pub content_hash: [u8; 32],
}

/// What the queue knows of a referral without opening it.
#[derive(Clone, Default)]
pub struct KnownOutline {
    /// In which municipality, as answered.
    pub municipality: Option<String>,
    /// From which organisation, as answered.
    pub organisation: Option<String>,
    /// How soon its sender needs something, where the form asks it.
    pub needed: Option<Needed>,
    /// Keyed hashes by which two referrals about one person meet.
    pub twins: Vec<[u8; 32]>,
}

/// What goes with a referral into the same transaction, where there is something.
#[derive(Default)]
pub struct Beside {
    /// Places it takes; all of them or nothing is stored.
    pub places: Vec<String>,
    /// A place on the list of the newsletter, once its owner confirms it.
    pub subscription: Option<NewSubscription>,
    /// The copy that its sender may print in the hours after.
    pub copy: Option<NewDraft>,
    /// The invitation it answers.
    pub contribution: Option<Contribution>,
}

/// What makes a submission a contribution to a referral of someone else.
pub struct Contribution {
    /// The link of the invitation; used up.
    pub link: LookupHash,
    /// What its sender hears of it.
    pub happening: NewHappening,
    /// The line in the audit trail of the referral.
    pub entry: Entry,
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
    /// Someone else has one of its places. Nothing was changed.
    PlaceTaken,
    /// The invitation that it answers was used or is too old, or the referral was closed. Nothing was changed.
    InvitationEnded,
}

/// Whether a submission is seen for the first time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum First {
    /// Stored now.
    New,
    /// Stored earlier; nothing was changed.
    AlreadyThere,
}

pub(in crate::store) async fn accept(
    tx: &DatabaseTransaction,
    submission: Submission,
) -> Result<Acceptance, StoreError> {
    let Submission { referral, mails, audit, draft, beside } = submission;
    let (reference, received_at, house) = (referral.reference.clone(), referral.received_at, referral.house.clone());
    let (form_version, twins) = (referral.form_version, referral.outline.twins.clone());
    let parent = referral.parent.clone();
    if let Some((lookup, seen)) = draft
        && drafts::version(tx, lookup).await?.is_some_and(|version| version != seen)
    {
        return Ok(Acceptance::DraftChanged);
    }
    if tombstones::has(tx, &reference).await? {
        // A number means one thing for ever, also after what bore it was destroyed.
        return Err(StoreError::Taken);
    }
    if let Some(earlier) = insert(tx, referral).await? {
        return Ok(earlier);
    }
    if places::take(tx, &house, &reference, beside.places).await? == Took::SomeoneElseHasIt {
        places::free(tx, &reference).await?;
        remove(tx, &reference).await?;
        return Ok(Acceptance::PlaceTaken);
    }
    if let (Some(parent), Some(contribution)) = (parent, beside.contribution)
        && !contribute(tx, parent, contribution, received_at).await?
    {
        places::free(tx, &reference).await?;
        remove(tx, &reference).await?;
        return Ok(Acceptance::InvitationEnded);
    }
    queue::twins::add(tx, &house, &reference, twins).await?;
    if let Some(subscription) = beside.subscription {
        let of = subscriptions::Accepted { reference: reference.clone(), house, form_version, received_at };
        subscriptions::insert(tx, &of, subscription).await?;
    }
    let received =
        NewHappening::bare(format!("{reference} {}", Happening::Received.slug()), Happening::Received, received_at);
    timeline::insert(tx, &reference, received).await?;
    outbox::insert(tx, &reference, mails, received_at).await?;
    if let Some((lookup, _)) = draft {
        drafts::remove(tx, lookup).await?;
    }
    if let Some(copy) = beside.copy {
        drafts::insert(tx, copy, received_at).await?;
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
        form_version: Set(referral.form_version.into()),
        regime: Set(referral.regime.slug().to_owned()),
        status: Set(Status::Received.slug().to_owned()),
        follow_hash: Set(Some(referral.follower.lookup.0.to_vec())),
        follow_key: Set(Some(referral.follower.key.to_vec())),
        mailbox_hash: Set(referral.mailbox.map(|link| link.0.to_vec())),
        sender: Set(referral.sender),
        parent: Set(referral.parent),
        received_at: Set(seconds(minute(referral.received_at))),
        envelope: Set(referral.envelope),
        submission_key: Set(referral.submission_key),
        content_hash: Set(content.to_vec()),
        municipality: Set(referral.outline.municipality),
        organisation: Set(referral.outline.organisation),
        assignee: Set(None),
        turn: Set(Turn::Unsettled.number()),
        next_due: Set(None),
        next_clock: Set(None),
        needed: Set(queue::needed::number(referral.outline.needed)),
        taken: Set(0),
        outcome: Set(None),
        decided_on: Set(None),
        destroy_on: Set(None),
        held: Set(0),
        kept_until: Set(None),
        kept_as: Set(None),
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

/// Uses the invitation and tells the sender of the referral; gives whether that could still be done.
async fn contribute(
    tx: &DatabaseTransaction,
    parent: String,
    contribution: Contribution,
    now: DateTime<Utc>,
) -> Result<bool, StoreError> {
    let Contribution { link, happening, entry } = contribution;
    if !invitations::use_up(tx, link, now).await? {
        return Ok(false);
    }
    let outcome = timeline::add(tx, parent, happening, Vec::new(), entry).await?;
    Ok(matches!(outcome, Outcome::Done(_)))
}
