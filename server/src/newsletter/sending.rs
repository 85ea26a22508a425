//! Sending an issue: a mail of its own for each reader, put into the outbox in parts.
//!
//! The number of each mail follows from issue and address, so whoever sends the same issue again, after a crash or by mistake, makes
//! only the mails that were not there yet.

use chrono::{DateTime, TimeDelta, Utc};

use super::{Issue, NewsletterError, Reader, read_list};
use crate::config::HouseAddress;
use crate::hex;
use crate::mail::{Facts, MailKind};
use crate::outbox::seal_mail_as;
use crate::random::Random;
use crate::seal::mail_key::MailKey;
use crate::store::{IssueMails, NewMail, Store, Subscription};
use app::paths::Unsubscribe;

/// Mails that share a transaction, and the moment from which they may leave.
const TOGETHER: usize = 100;
/// Between those moments: a receipt never waits behind a whole list, and mail servers take a steady stream better than a flood.
const PAUSE: TimeDelta = TimeDelta::minutes(1);

/// What it takes to send an issue.
pub struct Sending<'a> {
    /// Where list and outbox lie.
    pub store: &'a Store,
    /// Opens and seals addresses.
    pub key: &'a MailKey,
    /// Of whom it is.
    pub from: &'a HouseAddress,
    /// Full name of the house.
    pub house_name: &'a str,
    /// Gives randomness.
    pub random: &'a dyn Random,
}

/// What became of an issue.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    /// Readers it is for.
    pub readers: u64,
    /// Of those, who got it before or for whom it waits already.
    pub before: u64,
    /// Mails that are in the outbox now.
    pub queued: u64,
}

impl Sending<'_> {
    /// For how many readers an issue is, and how many have it already. Changes nothing and opens no address.
    pub async fn look(&self, issue: &Issue, topic: Option<&str>) -> Result<Tally, NewsletterError> {
        let (readers, new) = self.divide(issue, topic).await?;
        Ok(Tally { readers, before: readers - new.len() as u64, queued: 0 })
    }

    /// Queues the mails that are not there yet; `told` hears after each part how far it is.
    pub async fn send(
        &self,
        issue: &Issue,
        topic: Option<&str>,
        now: DateTime<Utc>,
        mut told: impl FnMut(Tally),
    ) -> Result<Tally, NewsletterError> {
        let (readers, mut new) = self.divide(issue, topic).await?;
        let mut tally = Tally { readers, before: readers - new.len() as u64, queued: 0 };
        let mut due = now;
        while !new.is_empty() {
            let part = new.drain(..TOGETHER.min(new.len()));
            let mails = part.map(|one| self.mail(issue, one)).collect::<Result<Vec<_>, _>>()?;
            let mails = IssueMails { house: self.from.house.clone(), issue: issue.name(), mails, due };
            tally.queued += self.store.subscriptions().queue(mails, now).await?;
            told(tally);
            due += PAUSE;
        }
        Ok(tally)
    }

    /// How many readers an issue is for, and those of them for whom there is no mail yet.
    async fn divide(&self, issue: &Issue, topic: Option<&str>) -> Result<(u64, Vec<Subscription>), NewsletterError> {
        let mut all = read_list(self.store, &self.from.house).await?;
        all.retain(|one| wants(one, topic));
        let readers = all.len() as u64;
        let mut new = Vec::new();
        while !all.is_empty() {
            let part: Vec<Subscription> = all.drain(..TOGETHER.min(all.len())).collect();
            let ids = part.iter().map(|one| hex::encode(&issue.mail_id(one.link))).collect();
            let known = self.store.outbox().known(ids).await?;
            new.extend(part.into_iter().filter(|one| !known.contains(&hex::encode(&issue.mail_id(one.link)))));
        }
        Ok((readers, new))
    }

    fn mail(&self, issue: &Issue, subscription: Subscription) -> Result<(String, NewMail), NewsletterError> {
        let id = issue.mail_id(subscription.link);
        let Reader { address, subscription } = Reader::open(self.key, &self.from.house, subscription)?;
        let link = Unsubscribe(&self.key.unsubscribe_link(&address).code()).to_string();
        let facts = Facts {
            subject: issue.subject.clone(),
            text: issue.text.clone(),
            unsubscribe: format!("{}{link}", self.from.public_url),
            house: self.house_name.to_owned(),
            ..Facts::default()
        };
        let mail = seal_mail_as(id, self.key, self.from, MailKind::Newsletter, &address, &facts, self.random);
        match mail {
            Ok(mail) => Ok((subscription.reference, mail)),
            Err(error) => Err(NewsletterError::Mail { reference: subscription.reference, error }),
        }
    }
}

/// Whoever chose no topic wants all.
fn wants(subscription: &Subscription, topic: Option<&str>) -> bool {
    let topics = &subscription.topics;
    topic.is_none_or(|topic| topics.is_empty() || topics.iter().any(|chosen| chosen == topic))
}
