//! What someone at the desk did to a case, as it is stored: what they wrote, sealed; what its sender may read; the mail that there is
//! news; the entry in the audit trail.

use chrono::{DateTime, Utc};
use domain::answers::Answers;
use domain::desk::act::{self, Act};
use domain::desk::role::Role;
use domain::form::Form;
use domain::summary::Section;

use super::record::{Done, Record};
use super::{Profile, news};
use crate::audit::{Actor, Entry, Event};
use crate::follow::Message;
use crate::follow::message::Sealing;
use crate::front::Front;
use crate::hex;
use crate::http::Fault;
use crate::random;
use crate::store::{MemberId, NewHappening, NewMail, Referral};

/// Who does it.
#[derive(Clone, Copy)]
pub(crate) struct Author<'a> {
    /// Their number.
    pub(crate) member: MemberId,
    /// The role in which they do it.
    pub(crate) role: Role,
    /// Who that is.
    pub(crate) profile: &'a Profile,
}

/// Something that is done.
pub(crate) struct Deed<'a> {
    /// Which act.
    pub(crate) act: &'a Act,
    /// What was accepted.
    pub(crate) accepted: &'a Answers,
    /// Questions and answers as they were shown.
    pub(crate) shown: &'a [Section],
    /// What the sender reads of it.
    pub(crate) message: Message,
}

/// The same, for one transaction.
pub(crate) struct Written {
    /// For the timeline.
    pub(crate) happening: NewHappening,
    /// That there is news, where there is.
    pub(crate) mails: Vec<NewMail>,
    /// For the audit trail.
    pub(crate) entry: Entry,
}

impl Deed<'_> {
    /// Seals it, as done at this moment to what was sent by this form.
    pub(crate) async fn write(
        self,
        front: &Front,
        by: Author<'_>,
        (referral, form): (&Referral, &Form),
        at: DateTime<Utc>,
    ) -> Result<Written, Fault> {
        let Deed { act, accepted, shown, message } = self;
        let random = &*front.services.random;
        let what = act::happening(act, accepted);
        let reference = &referral.summary.reference;
        let speaks = !message.text.is_empty() || !message.asks.is_empty();
        let keys = front.sealing_keys().await?;
        let mut happening = match &referral.follower {
            Some(follower) if speaks => {
                let sealing = Sealing { house: front.house(), keys: &keys, follower, random, at };
                message.seal(sealing, reference, what)?
            }
            _ => NewHappening::bare(hex::encode(&random::bytes::<16>(random)?), what, at),
        };
        let done = Done { act: act.form.slug, version: act.form.version, accepted, shown };
        let record = Record::seal(front, &keys, by, &done, (reference, &happening.id))?;
        happening.record = Some(record);
        happening.outcome = act::outcome(accepted);
        happening.kept = act::kept(accepted);
        let event = Event::ReferralHappening { reference: reference.clone(), what };
        Ok(Written {
            mails: if speaks { news::mail(front, referral, form)? } else { Vec::new() },
            entry: Entry::new(at, Actor::Member(by.member, by.role), event),
            happening,
        })
    }
}
