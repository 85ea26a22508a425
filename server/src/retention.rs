//! Destroying what may not stay any longer (WGS art. 1.8 lid 7, BGS art. 1.16), and proving later what was destroyed.
//!
//! The rules are those of `domain::retention`; each record carries its last day, reckoned anew whenever something happens to it. A round
//! destroys, one by one, every record whose day is over. What is held stays.

use std::collections::BTreeMap;
use std::sync::Arc;

use app::pages::partners;
use chrono::{DateTime, Utc};
use domain::calendar::Calendar;
use domain::desk::outcome::Outcome;
use domain::forms;
use domain::retention::{Situation, situation};

use crate::audit::{Actor, Entry, Event};
use crate::clock::today;
use crate::content::Content;
use crate::front::Front;
use crate::seal::mail_key::MailKey;
use crate::store::{Destruction, Due, DueBatch, Facts, Store, StoreError, Tombstone};

/// Records that are looked up at a time.
const TOGETHER: u64 = 100;

/// What destroying takes to know of a house.
#[derive(Clone)]
pub struct Keeper {
    /// Its short name.
    pub house: String,
    calendar: Calendar,
    /// The kind of each organisation of the partner register.
    kinds: BTreeMap<String, &'static str>,
    key: Arc<MailKey>,
}

impl Keeper {
    /// That of the house with this short name, these words and this mail key.
    pub fn new(house: &str, content: &Content, key: Arc<MailKey>) -> Self {
        let kinds = content.partners.iter().map(|partner| (partner.id.clone(), partners::slug(partner.kind)));
        let calendar = content.settings.calendar.clone();
        Self { house: house.to_owned(), calendar, kinds: kinds.collect(), key }
    }

    /// That of a house that is open.
    pub fn of(front: &Front) -> Self {
        Self::new(front.house(), &front.content, front.mail_key.clone())
    }

    /// Reckons the last days of what changed, and lists what must go, by number, from behind this one on. What can't be read keeps
    /// nothing else from the list; the log names it, once for a list.
    pub async fn due(&self, store: &Store, now: DateTime<Utc>, after: &str) -> Result<DueBatch, StoreError> {
        let settled = store.queue().settle(&self.house, &self.calendar).await?;
        if after.is_empty() {
            for (reference, error) in &settled.unreadable {
                tracing::error!(
                    house = self.house,
                    reference,
                    %error,
                    "a record can't be read: it stands first in the list, and is not destroyed until someone mends it"
                );
            }
        }
        let mut batch = store.tombstones().due(&self.house, today(now), after, TOGETHER).await?;
        let first = settled.unreadable.into_iter().next().map(|(_, error)| error);
        batch.unreadable = first.or(batch.unreadable);
        Ok(batch)
    }

    /// Destroys everything that must go; says how many records. The log tells how far it is. What can't be read or destroyed keeps
    /// nothing else from going: the round ends with the first error.
    pub async fn round(&self, store: &Store, actor: Actor, now: DateTime<Utc>) -> Result<u64, StoreError> {
        let (mut count, mut after, mut first_error) = (0, String::new(), None);
        loop {
            let batch = self.due(store, now, &after).await?;
            first_error = first_error.or(batch.unreadable);
            let Some(last) = batch.last else { break };
            after = last;
            for due in batch.due {
                let reference = due.facts.reference.clone();
                match store.tombstones().destroy(self.destruction(due, actor, now)).await {
                    Ok(is_gone) => count += u64::from(is_gone),
                    Err(error) => {
                        tracing::error!(house = self.house, reference, %error, "a record could not be destroyed");
                        first_error.get_or_insert(error);
                    }
                }
            }
            tracing::info!(house = self.house, count, "records destroyed");
        }
        store.tombstones().forget().await?;
        first_error.map_or(Ok(count), Err)
    }

    /// Whether this program wrote every word of a tombstone.
    pub fn proves(&self, tombstone: &Tombstone) -> bool {
        tombstone.proof == self.proof(tombstone)
    }

    /// What is written down of a record as it goes.
    pub(crate) fn destruction(&self, due: Due, actor: Actor, now: DateTime<Utc>) -> Destruction {
        let ground = ground(&due.facts);
        let all = || [&due.facts].into_iter().chain(&due.contributions);
        let tombstones = all().map(|facts| self.tombstone(facts, ground, now)).collect();
        let event = |facts: &Facts| Event::Destroyed { reference: facts.reference.clone(), ground: ground.slug() };
        let entries = all().map(|facts| Entry::new(now, actor, event(facts))).collect();
        Destruction { tombstones, entries, today: today(now), due }
    }

    fn tombstone(&self, facts: &Facts, ground: Situation, now: DateTime<Utc>) -> Tombstone {
        let kind = facts.organisation.as_ref().and_then(|id| self.kinds.get(id));
        let mut tombstone = Tombstone {
            reference: facts.reference.clone(),
            house: self.house.clone(),
            form: facts.form.clone(),
            regime: facts.regime,
            municipality: facts.municipality.clone(),
            organisation_kind: kind.map(|kind| (*kind).to_owned()),
            received_on: facts.received_on,
            decided_on: facts.decided_on,
            outcome: facts.outcome,
            ground,
            destroyed_at: now,
            proof: Vec::new(),
        };
        tombstone.proof = self.proof(&tombstone);
        tombstone
    }

    fn proof(&self, tombstone: &Tombstone) -> Vec<u8> {
        let Tombstone { reference, house, form, regime, municipality, organisation_kind, .. } = tombstone;
        let Tombstone { received_on, decided_on, outcome, ground, destroyed_at, proof: _, .. } = tombstone;
        // What is not there differs from an empty text.
        let optional = |text: Option<&str>| text.map_or_else(String::new, |text| format!("={text}"));
        let parts = [
            reference.clone(),
            house.clone(),
            form.clone(),
            regime.slug().to_owned(),
            optional(municipality.as_deref()),
            optional(organisation_kind.as_deref()),
            received_on.to_string(),
            optional(decided_on.map(|day| day.to_string()).as_deref()),
            optional(outcome.map(Outcome::slug)),
            ground.slug().to_owned(),
            destroyed_at.timestamp().to_string(),
        ];
        let parts: Vec<&[u8]> = parts.iter().map(String::as_bytes).collect();
        self.key.proof(b"tombstone", &parts).to_vec()
    }
}

/// Why a record goes. What no form of ours tells of any more goes at the longest period, that of a case that was taken on.
pub fn ground(facts: &Facts) -> Situation {
    let form = forms::find(&facts.form);
    form.and_then(|form| situation(form, facts.status, facts.outcome, facts.kept_as)).unwrap_or(Situation::TakenOn)
}
