//! The outbox: a mail is written in the transaction that accepts its referral and handed over afterwards, by whichever
//! process claims it, again and again until it worked.
//!
//! SMTP can not promise exactly once (RFC 1047), so this promises at least once, with the same `Message-ID` every time.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::TimeDelta;
use serde::{Deserialize, Serialize};
use tokio::task::JoinSet;
use zeroize::Zeroizing;

use crate::audit::{Actor, Entry, Event};
use crate::clock::Clock;
use crate::config::HouseAddress;
use crate::hex;
use crate::mail::{Facts, MailKind, Mailer, SendError, Texts};
use crate::random::{self, Random};
use crate::seal::mail_key::MailKey;
use crate::seal::{Header, Kind, SealError};
use crate::store::{NewMail, Store, StoreError, WaitingMail};

/// Mails handed over side by side.
const AT_ONCE: u64 = 8;
const FIRST_PAUSE: TimeDelta = TimeDelta::seconds(30);
const LONGEST_PAUSE: TimeDelta = TimeDelta::hours(1);
/// A mail that waits longer deserves a look by an operator.
const TOO_LONG: TimeDelta = TimeDelta::minutes(30);

/// Why a mail can not be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum MailError {
    /// The address is no mail address.
    #[error("the address is no mail address")]
    Address,
    /// A fact holds a line break or another control character.
    #[error("a value holds a control character")]
    Value,
    /// It could not be sealed.
    #[error(transparent)]
    Seal(#[from] SealError),
}

/// Recipient and facts, as they lie sealed in the store.
#[derive(Serialize, Deserialize)]
struct Payload {
    to: String,
    facts: Facts,
}

/// Makes a mail ready for [`crate::store::Submission::mails`]. The host of the house is the right half of its `Message-ID`.
pub fn seal_mail(
    key: &MailKey,
    from: &HouseAddress,
    kind: MailKind,
    to: &str,
    facts: &Facts,
    random: &dyn Random,
) -> Result<NewMail, MailError> {
    let id = random::bytes::<16>(random).map_err(SealError::from)?;
    seal_mail_as(id, key, from, kind, to, facts, random)
}

/// The same under a number that is known before: who makes the same mail again gets one that the store knows.
pub fn seal_mail_as(
    id: [u8; 16],
    key: &MailKey,
    from: &HouseAddress,
    kind: MailKind,
    to: &str,
    facts: &Facts,
    random: &dyn Random,
) -> Result<NewMail, MailError> {
    if to.parse::<lettre::Address>().is_err() {
        return Err(MailError::Address);
    }
    if facts.values().any(|value| value.contains(char::is_control)) {
        return Err(MailError::Value);
    }
    let id = hex::encode(&id);
    let payload = Payload { to: to.to_owned(), facts: facts.clone() };
    let payload = Zeroizing::new(serde_json::to_vec(&payload).map_err(|_| SealError::TooLong)?);
    let payload = key.seal(&Header::new(&from.house, Kind::Mail, &id), &payload, random)?;
    Ok(NewMail { message_id: format!("<{id}@{}>", from.host()), house: from.house.clone(), id, kind, payload })
}

/// To what the kept address of a sender is bound.
pub fn sender_header(house: &str, reference: &str) -> Header {
    Header::new(house, Kind::Mail, &format!("{reference}/sender"))
}

/// Hands waiting mails over.
pub struct Worker {
    /// Where they wait.
    pub store: Store,
    /// The houses whose mail it hands over, by short name.
    pub houses: BTreeMap<String, Letters>,
    /// Their way out.
    pub mailer: Mailer,
    /// Tells the time.
    pub clock: Arc<dyn Clock>,
    /// Spreads attempts.
    pub random: Arc<dyn Random>,
}

/// What it takes to write the mails of a house.
pub struct Letters {
    /// Opens them.
    pub key: Arc<MailKey>,
    /// Their words.
    pub texts: Texts,
}

/// What one round did.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Round {
    /// Mails handed over.
    pub sent: u32,
    /// Mails that will be tried again.
    pub failed: u32,
}

impl Worker {
    /// Handles everything that is due now.
    pub async fn work(self: &Arc<Self>) -> Result<Round, StoreError> {
        let mut round = Round::default();
        let houses: Vec<_> = self.houses.keys().cloned().collect();
        loop {
            let mails = self.store.outbox().claim(&houses, AT_ONCE, self.clock.now()).await?;
            if mails.is_empty() {
                return Ok(round);
            }
            let mut sending = JoinSet::new();
            for mail in mails {
                let worker = self.clone();
                sending.spawn(async move { worker.handle(mail).await });
            }
            while let Some(outcome) = sending.join_next().await {
                match outcome {
                    Ok(Ok(true)) => round.sent += 1,
                    Ok(Ok(false)) => round.failed += 1,
                    Ok(Err(error)) => return Err(error),
                    Err(error) => tracing::error!(%error, "a mail task stopped"),
                }
            }
        }
    }

    /// Tries one mail and writes down how it went; says whether it was handed over.
    async fn handle(&self, mail: WaitingMail) -> Result<bool, StoreError> {
        let outcome = self.send(&mail).await;
        let now = self.clock.now();
        let (reference, kind) = (mail.about.clone(), mail.kind);
        match outcome {
            Ok(()) => {
                let entry = Entry::new(now, Actor::System, Event::MailSent { reference, kind });
                self.store.outbox().mark_sent(&mail.id, now, entry).await?;
                Ok(true)
            }
            Err(error) => {
                let code = error.code();
                if now - mail.created_at > TOO_LONG {
                    tracing::error!(
                        reference,
                        kind = kind.name(),
                        code,
                        attempts = mail.attempts,
                        "mail waits too long"
                    );
                } else {
                    tracing::warn!(reference, kind = kind.name(), code, attempts = mail.attempts, "mail not sent");
                }
                let entry = Entry::new(now, Actor::System, Event::MailFailed { reference, kind, code });
                let again_at = now + pause(mail.attempts, &*self.random);
                self.store.outbox().mark_failed(&mail.id, code, again_at, entry).await?;
                Ok(false)
            }
        }
    }

    async fn send(&self, mail: &WaitingMail) -> Result<(), SendError> {
        let Letters { key, texts } = self.houses.get(&mail.house).ok_or(SendError::Message)?;
        let header = Header::new(&mail.house, Kind::Mail, &mail.id);
        let payload = key.open(&header, &mail.payload).map_err(|_| SendError::Message)?;
        let Payload { to, facts } = serde_json::from_slice(&payload).map_err(|_| SendError::Message)?;
        let written = texts.write(mail.kind, &facts);
        self.mailer.send(&to, &mail.message_id, mail.created_at, written).await
    }
}

/// 30 seconds, doubled at each attempt up to an hour, plus up to a tenth so that attempts spread.
fn pause(attempts: u32, random: &dyn Random) -> TimeDelta {
    let doubled = FIRST_PAUSE.checked_mul(1 << attempts.saturating_sub(1).min(10)).unwrap_or(LONGEST_PAUSE);
    let pause = doubled.min(LONGEST_PAUSE);
    let [spread] = random::bytes(random).unwrap_or_default();
    pause + TimeDelta::milliseconds(pause.num_milliseconds() / 10 * i64::from(spread) / 255)
}

#[cfg(test)]
pub(crate) mod tests;
