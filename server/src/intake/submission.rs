//! From accepted answers to what is stored: sealed to the house, with its mails, in one transaction.

use chrono::{DateTime, Datelike as _, Utc};
use domain::answers::Answers;
use domain::desk::outline::{Outline, outline};
use domain::form::{Effect, Form};
use domain::regime::Regime;
use domain::rooms::Stay;
use domain::summary::Section;
use domain::values::Reference;
use serde::Serialize;
use zeroize::Zeroizing;

use super::draft::{Draft, invented_key, submission_key};
use super::mails::{Incoming, mails};
use super::subscribe::subscription;
use super::{contribute, places};
use crate::audit::{Actor, Entry, Event};
use crate::clock;
use crate::front::Front;
use crate::http::Fault;
use crate::random;
use crate::seal::draft::DraftSecret;
use crate::seal::{Header, Kind, envelope};
use crate::store::{Acceptance, Beside, First, Follower, KnownOutline, NewMail, NewReferral, StoreError, Submission};

/// Another number is drawn when one is taken; five in a row are never taken.
const DRAWS: usize = 5;

/// Answers that [`domain::check::check`] accepted, on their way.
pub(crate) struct Outgoing<'a> {
    /// The form they are of.
    pub(crate) form: &'static Form,
    /// Its codes come from this.
    pub(crate) secret: &'a DraftSecret,
    /// The accepted answers.
    pub(crate) accepted: &'a Answers,
    /// Questions and answers as they were shown.
    pub(crate) shown: &'a [Section],
    /// Where they come from.
    pub(crate) from: Source<'a>,
}

/// Where answers come from.
#[derive(Clone, Copy)]
pub(crate) enum Source<'a> {
    /// Someone wrote them in this draft.
    Draft(&'a Draft),
    /// Nobody: they are invented, to try the program.
    Nobody(Mails),
}

/// Whether mails go out about invented answers.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Mails {
    /// As about any other.
    Sent,
    /// None, not now and not later.
    None,
}

/// What became of it.
pub(crate) enum Sent {
    /// Stored, once, under this number.
    As(String),
    /// Another tab saved while it was being sent.
    Changed,
    /// Someone else has a place that it asks for.
    Taken,
    /// The invitation behind this link does not work any more: its page says why.
    Uninvited(String),
}

/// What is sealed: the accepted answers, and questions and answers as they were shown, so that an old referral stays readable
/// when the form changes.
#[derive(Serialize)]
struct Content<'a> {
    house: &'a str,
    form: &'a str,
    form_version: u16,
    reference: &'a str,
    received_at: DateTime<Utc>,
    answers: &'a Answers,
    shown: &'a [Section],
}

/// Seals and stores it. What was stored before under the same secret stays as it is.
pub(crate) async fn accept(front: &Front, outgoing: &Outgoing<'_>) -> Result<Sent, Fault> {
    accept_at(front, outgoing, front.now()).await
}

/// The same, as it came in at this moment.
pub(crate) async fn accept_at(front: &Front, outgoing: &Outgoing<'_>, at: DateTime<Utc>) -> Result<Sent, Fault> {
    let services = &front.services;
    for _ in 0..DRAWS {
        let reference = draw(front, at)?;
        let submission = submission(front, outgoing, reference, at).await?;
        match services.store.referrals().accept(submission).await {
            Ok(Acceptance::Accepted { reference, first }) => {
                services.bell.ring();
                if first == First::New && matches!(outgoing.from, Source::Draft(_)) {
                    count(front, at);
                }
                return Ok(Sent::As(reference));
            }
            // Another tab sent other content a moment ago: that one stands.
            Ok(Acceptance::OtherContent) => {
                let sent = services.store.referrals().find_by_submission(&outgoing.key()).await?;
                return sent.map(|referral| Sent::As(referral.reference)).ok_or(Fault::NotFound);
            }
            Ok(Acceptance::DraftChanged) => return Ok(Sent::Changed),
            Ok(Acceptance::PlaceTaken) => return Ok(Sent::Taken),
            Ok(Acceptance::InvitationEnded) => {
                let Source::Draft(draft) = outgoing.from else { return Err(Fault::NotFound) };
                return Ok(Sent::Uninvited(contribute::link(draft)?));
            }
            Err(StoreError::Taken) => {}
            Err(error) => return Err(error.into()),
        }
    }
    Err(Fault::Store(StoreError::Taken))
}

/// More in a day than is to be expected may be someone's program. Nothing is refused for it: a person has to look.
fn count(front: &Front, at: DateTime<Utc>) {
    if let Some(count) = front.services.pace.sent(front.house(), clock::today(at)) {
        tracing::warn!(
            house = front.house(),
            count,
            "more was sent today than `limits.sends_per_day`: look whether people sent it"
        );
    }
}

fn draw(front: &Front, received_at: DateTime<Utc>) -> Result<String, Fault> {
    let random = random::bytes::<4>(&*front.services.random)?;
    Ok(Reference::make(&front.prefix, clock::today(received_at).year(), random).canonical().to_owned())
}

async fn submission(
    front: &Front,
    outgoing: &Outgoing<'_>,
    reference: String,
    received_at: DateTime<Utc>,
) -> Result<Submission, Fault> {
    let Outgoing { form, secret, accepted, .. } = *outgoing;
    let (follow, address) = (secret.follow(), outgoing.address());
    let contribution = match (form.effect, outgoing.from) {
        (Effect::Contributes(contributor), Source::Draft(draft)) => {
            Some(contribute::contribution(front, draft, contributor, outgoing.shown).await?)
        }
        _ => None,
    };
    let stay = places::wanted(form, accepted);
    let incoming = Incoming {
        reference: &reference,
        case: contribution.as_ref().map_or(&reference, |(parent, _)| parent),
        received_at,
        confirm: &secret.mailbox_link().code(),
        cancel: &follow.code(),
        stay: stay.as_ref(),
    };
    Ok(Submission {
        mails: outgoing.mails(front, &incoming)?,
        referral: NewReferral {
            envelope: outgoing.envelope(front, &reference, received_at).await?,
            house: front.house().to_owned(),
            form: form.slug.to_owned(),
            form_version: form.version,
            regime: form.regime,
            received_at,
            follower: Follower { lookup: follow.hash(), key: follow.key().public().bytes },
            mailbox: address.is_some().then(|| secret.mailbox_link().hash()),
            sender: outgoing.sender(front, &reference)?,
            parent: contribution.as_ref().map(|(parent, _)| parent.clone()),
            outline: known(front, form, accepted),
            submission_key: outgoing.key(),
            content_hash: secret.content_hash(&Zeroizing::new(serde_json::to_vec(accepted)?)),
            reference: reference.clone(),
        },
        draft: outgoing.draft().map(|draft| (draft.secret.lookup().hash(), draft.version)),
        beside: Beside {
            places: stay.as_ref().map(Stay::places).unwrap_or_default(),
            subscription: subscription(front, form, accepted, address, &reference)?,
            copy: outgoing.draft().filter(|_| form.effect.is_followed()).map(|draft| draft.copy(front)).transpose()?,
            contribution: contribution.map(|(_, contribution)| contribution),
        },
        audit: Entry::new(received_at, outgoing.actor(), Event::ReferralReceived { reference }),
    })
}

/// What the queue may know of it; who it is about only as hashes that mean nothing without the mail key.
fn known(front: &Front, form: &'static Form, accepted: &Answers) -> KnownOutline {
    let Outline { municipality, organisation, needed, twins } = outline(form, accepted);
    // Reports under a law of their own meet no others: that they are about one person would tell something of them.
    let (house, law) = (front.house().as_bytes(), law(form.regime).as_bytes());
    let hash = |twin: String| front.mail_key.proof(b"twin", &[house, law, twin.as_bytes()]);
    KnownOutline { municipality, organisation, needed, twins: twins.into_iter().map(hash).collect() }
}

/// Records under the same of these may meet; those of the Regieteam and of case meetings do.
const fn law(regime: Regime) -> &'static str {
    match regime {
        Regime::Regieteam => Regime::Wgs.slug(),
        other => other.slug(),
    }
}

impl<'a> Outgoing<'a> {
    fn draft(&self) -> Option<&'a Draft> {
        match self.from {
            Source::Draft(draft) => Some(draft),
            Source::Nobody(_) => None,
        }
    }

    fn key(&self) -> String {
        match self.from {
            Source::Draft(_) => submission_key(self.secret),
            Source::Nobody(_) => invented_key(self.secret),
        }
    }

    const fn actor(&self) -> Actor {
        match self.from {
            Source::Draft(_) => Actor::Visitor,
            Source::Nobody(_) => Actor::Operator,
        }
    }

    /// Where mails to the sender go, if there are any.
    fn address(&self) -> Option<&'a str> {
        if let Source::Nobody(Mails::None) = self.from {
            return None;
        }
        self.form.receipt_to.map(|field| self.accepted.get(field)).filter(|address| !address.is_empty())
    }

    /// The address for later mails to the sender. Of who subscribes it lies with the subscription.
    fn sender(&self, front: &Front, reference: &str) -> Result<Option<Vec<u8>>, Fault> {
        let address = self.address().filter(|_| self.form.effect.is_followed());
        Ok(address.map(|address| front.seal_sender(reference, address)).transpose()?)
    }

    async fn envelope(&self, front: &Front, reference: &str, received_at: DateTime<Utc>) -> Result<Vec<u8>, Fault> {
        let content = Content {
            house: front.house(),
            form: self.form.slug,
            form_version: self.form.version,
            reference,
            received_at,
            answers: self.accepted,
            shown: self.shown,
        };
        let content = Zeroizing::new(serde_json::to_vec(&content)?);
        let header = Header::new(front.house(), Kind::Referral, reference);
        Ok(envelope::seal(&front.sealing_keys().await?, &header, &content, &*front.services.random)?)
    }

    fn mails(&self, front: &Front, incoming: &Incoming<'_>) -> Result<Vec<NewMail>, Fault> {
        match self.from {
            Source::Nobody(Mails::None) => Ok(Vec::new()),
            Source::Draft(_) | Source::Nobody(Mails::Sent) => mails(front, self.form, self.address(), incoming),
        }
    }
}
