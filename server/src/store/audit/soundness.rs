//! Whether the trail is as it was written. A walk goes from entry to entry and holds a thousand at a time, however long the trail is.
//!
//! The process remembers how far it was sound, so that a look at any moment only walks what is new; and how far it ever came, so that a
//! tail that is cut off meanwhile is missed.

use std::collections::BTreeMap;

use chrono::{DateTime, TimeDelta, Utc};
use sea_orm::{ColumnTrait as _, EntityTrait as _, QueryFilter as _, QueryOrder as _, QuerySelect as _};

use super::{Audit, entity};
use crate::audit::chain::{Broken, Head, Link, Walk};
use crate::store::{StoreError, patiently};

/// Entries read at a time.
const PAGE: u64 = 1000;
/// Entries that someone who waits for a page waits for; the rest is for the background.
const AT_ONCE: u64 = 2 * PAGE;
/// How often the background walks from the first entry on: a change far back shows only there.
const WHOLE: TimeDelta = TimeDelta::days(1);

/// What a walk along the trail found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trail {
    /// Every entry is as it was written. Compare the head with one you noted earlier: a cut tail shows only there.
    Sound {
        /// How many entries were walked.
        entries: i64,
        /// Hash of the last one.
        head: [u8; 32],
    },
    /// Something was changed, removed, inserted or swapped here.
    Broken {
        /// The first number that does not fit.
        seq: i64,
    },
}

/// What is known of the trail, and since when.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Checked {
    /// How far it was walked.
    pub trail: Trail,
    /// When.
    pub at: DateTime<Utc>,
}

/// What this process remembers.
#[derive(Clone)]
pub(in crate::store) struct Known {
    /// From here on it is walked.
    sound: Head,
    /// The farthest it ever came.
    farthest: Head,
    /// When it was last walked from the first entry on.
    whole_at: Option<DateTime<Utc>>,
    /// How often store and trail contradicted each other when that was last looked for, by the letters of the house in the numbers.
    pub(super) contradictions: BTreeMap<String, usize>,
}

impl Default for Known {
    fn default() -> Self {
        Self { sound: Head::START, farthest: Head::START, whole_at: None, contradictions: BTreeMap::new() }
    }
}

impl Known {
    fn came_to(&mut self, head: Head) {
        self.sound = head;
        if head.seq > self.farthest.seq {
            self.farthest = head;
        }
    }
}

impl Audit<'_> {
    /// Walks the whole trail.
    pub async fn verify(&self) -> Result<Trail, StoreError> {
        self.verify_past(None).await
    }

    /// Walks the whole trail, which must pass through what was noted earlier.
    pub async fn verify_past(&self, noted: Option<Head>) -> Result<Trail, StoreError> {
        let mut walk = Walk::new(Head::START, noted);
        Ok(told(self.walk(&mut walk, u64::MAX).await?))
    }

    /// Walks what is new since the last time, not more than a page may wait for.
    pub async fn check_on(&self, now: DateTime<Utc>) -> Result<Checked, StoreError> {
        self.go_on(AT_ONCE, now).await
    }

    /// Walks all that is new, and once a day the whole trail: for the background.
    pub async fn check(&self, now: DateTime<Utc>) -> Result<Checked, StoreError> {
        let known = self.known();
        if known.whole_at.is_some_and(|at| now - at < WHOLE) {
            return self.go_on(u64::MAX, now).await;
        }
        let mut walk = Walk::new(Head::START, Some(known.farthest));
        let outcome = self.walk(&mut walk, u64::MAX).await?;
        self.remember(|known| {
            known.came_to(walk.head());
            known.whole_at = Some(now);
        });
        Ok(Checked { trail: told(outcome), at: now })
    }

    async fn go_on(&self, limit: u64, now: DateTime<Utc>) -> Result<Checked, StoreError> {
        let Known { sound, farthest, .. } = self.known();
        if let Some(seq) = self.missing(sound).await? {
            return Ok(Checked { trail: Trail::Broken { seq }, at: now });
        }
        let mut walk = Walk::new(sound, Some(farthest));
        let outcome = self.walk(&mut walk, limit).await?;
        // Two may walk at once: the one that came farther is remembered.
        self.remember(|known| {
            if walk.head().seq > known.sound.seq {
                known.came_to(walk.head());
            }
        });
        Ok(Checked { trail: told(outcome), at: now })
    }

    /// The first number that is wrong if the trail does not pass through this place any more.
    async fn missing(&self, place: Head) -> Result<Option<i64>, StoreError> {
        if place == Head::START {
            return Ok(None);
        }
        let query = entity::Entity::find_by_id(place.seq);
        match patiently(async { Ok(query.one(&self.0.reader).await?) }).await? {
            Some(row) if row.hash == place.hash => Ok(None),
            Some(_) => Ok(Some(place.seq)),
            None => Ok(Some((self.head().await?.seq + 1).min(place.seq))),
        }
    }

    /// Takes up to so many entries.
    async fn walk(&self, walk: &mut Walk, limit: u64) -> Result<Result<Head, Broken>, StoreError> {
        let mut taken = 0;
        while taken < limit {
            let query = entity::Entity::find()
                .filter(entity::Column::Seq.gt(walk.head().seq))
                .order_by_asc(entity::Column::Seq)
                .limit(PAGE);
            let page = patiently(async { Ok(query.all(&self.0.reader).await?) }).await?;
            if page.is_empty() {
                return Ok(walk.end());
            }
            for row in page {
                if let Err(broken) = walk.step(&Link::from(row)) {
                    return Ok(Err(broken));
                }
                taken += 1;
            }
        }
        Ok(Ok(walk.head()))
    }

    pub(super) fn known(&self) -> Known {
        self.0.known.lock().unwrap_or_else(std::sync::PoisonError::into_inner).clone()
    }

    pub(super) fn remember(&self, change: impl FnOnce(&mut Known)) {
        change(&mut self.0.known.lock().unwrap_or_else(std::sync::PoisonError::into_inner));
    }
}

fn told(outcome: Result<Head, Broken>) -> Trail {
    match outcome {
        Ok(Head { seq, hash }) => Trail::Sound { entries: seq, head: hash },
        Err(Broken(seq)) => Trail::Broken { seq },
    }
}
