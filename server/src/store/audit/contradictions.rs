//! Whether the store holds what the trail says: each referral that came in is there, or left a tombstone, or was a sign-up for the
//! newsletter that ended; and nothing is there of which the trail knows nothing.
//!
//! The trail itself is a chain ([`super::Trail`]); what is missing in a table is not. Each question is one statement, so it sees one moment.

use std::collections::BTreeMap;

use domain::values::HousePrefix;
use sea_orm::{FromQueryResult, Statement};

use super::Audit;
use crate::store::{StoreError, patiently};

/// Numbers told of each kind; more of them tell nothing more.
const MOST: u32 = 1_000;

/// In what way store and trail contradict each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Contradiction {
    /// It came in, and there is neither it nor its tombstone.
    Missing,
    /// It is there, and never came in.
    NeverReceived,
    /// It is there, and was destroyed or ended before.
    BackAgain,
    /// Its tombstone is there, and it was never destroyed.
    NeverDestroyed,
}

impl Contradiction {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Missing, Self::NeverReceived, Self::BackAgain, Self::NeverDestroyed];

    /// Which numbers it holds for. A sign-up for the newsletter leaves no tombstone; a number may come in again after one ended.
    const fn numbers(self) -> &'static str {
        match self {
            Self::Missing => {
                "SELECT came.object AS reference FROM audit came WHERE came.action = 'referral.received'
                 AND NOT EXISTS (SELECT 1 FROM referrals r WHERE r.reference = came.object)
                 AND NOT EXISTS (SELECT 1 FROM tombstones t WHERE t.reference = came.object)
                 AND NOT EXISTS (SELECT 1 FROM audit ended WHERE ended.object = came.object AND ended.seq > came.seq
                     AND ended.action IN ('subscription.ended', 'subscription.expired', 'subscription.replaced'))"
            }
            Self::NeverReceived => {
                "SELECT r.reference FROM referrals r WHERE NOT EXISTS
                     (SELECT 1 FROM audit came WHERE came.object = r.reference AND came.action = 'referral.received')"
            }
            Self::BackAgain => {
                "SELECT r.reference FROM referrals r WHERE EXISTS (SELECT 1 FROM audit ended WHERE ended.object = r.reference
                     AND ended.action IN ('referral.destroyed', 'subscription.ended', 'subscription.expired', 'subscription.replaced')
                     AND NOT EXISTS (SELECT 1 FROM audit came WHERE came.object = r.reference
                         AND came.action = 'referral.received' AND came.seq > ended.seq))"
            }
            Self::NeverDestroyed => {
                "SELECT t.reference FROM tombstones t WHERE NOT EXISTS
                     (SELECT 1 FROM audit ended WHERE ended.object = t.reference AND ended.action = 'referral.destroyed')"
            }
        }
    }
}

/// What contradicts: how, and which number.
pub type Contradictions = Vec<(Contradiction, String)>;

#[derive(FromQueryResult)]
struct Row {
    reference: String,
}

impl Audit<'_> {
    /// Where store and trail contradict each other, at most a thousand of each kind. The process remembers how many, for whoever looks at
    /// the trail later.
    pub async fn contradictions(&self) -> Result<Contradictions, StoreError> {
        let backend = self.0.reader.get_database_backend();
        let mut all = Vec::new();
        for contradiction in Contradiction::ALL {
            let sql = format!("{} ORDER BY 1 LIMIT {MOST}", contradiction.numbers());
            let query = Row::find_by_statement(Statement::from_string(backend, sql));
            let rows = patiently(async { Ok(query.all(&self.0.reader).await?) }).await?;
            all.extend(rows.into_iter().map(|row| (contradiction, row.reference)));
        }
        let mut counts = BTreeMap::new();
        for (_, reference) in &all {
            *counts.entry(letters(reference).to_owned()).or_insert(0) += 1;
        }
        self.remember(|known| known.contradictions = counts);
        Ok(all)
    }

    /// How many there were when they were last looked for: of one house, or of all.
    pub fn known_contradictions(&self, house: Option<&HousePrefix>) -> usize {
        let counts = self.known().contradictions;
        house.map_or_else(|| counts.values().sum(), |house| counts.get(house.canonical()).copied().unwrap_or(0))
    }
}

/// The letters of the house, with which a number begins.
fn letters(reference: &str) -> &str {
    reference.split('-').next().unwrap_or_default()
}
