//! The chain: each entry of the trail holds the hash of the one before, so that nothing can be changed, taken out, swapped or put in
//! between without all that follows falling out of step.
//!
//! Two things show only beside a [`Head`] that was noted earlier, on paper or in memory: that the end was cut off, and that the whole
//! chain was written anew.

use std::fmt;

use sha2::{Digest as _, Sha256};

use crate::hex;

/// An entry as text, the way it is stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Record {
    /// Seconds since 1970, UTC.
    pub(crate) at: i64,
    pub(crate) actor: String,
    pub(crate) action: String,
    pub(crate) object: String,
    pub(crate) result: String,
}

impl Record {
    /// `SHA-256(previous | seq | at | actor | action | object | result)`, each text preceded by its length.
    pub(crate) fn hash(&self, previous: &[u8], seq: i64) -> [u8; 32] {
        let mut hash = Sha256::new_with_prefix(previous);
        hash.update(seq.to_be_bytes());
        hash.update(self.at.to_be_bytes());
        for text in [&self.actor, &self.action, &self.object, &self.result] {
            hash.update((text.len() as u64).to_be_bytes());
            hash.update(text);
        }
        hash.finalize().into()
    }
}

/// A place in the chain: the number of an entry and its hash. Written as `1234:9f86d0…`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Head {
    /// Number of the entry; 0 before the first.
    pub seq: i64,
    /// Its hash.
    pub hash: [u8; 32],
}

impl Head {
    /// Before the first entry.
    pub const START: Self = Self { seq: 0, hash: [0; 32] };

    /// Reads what was noted.
    pub fn parse(text: &str) -> Option<Self> {
        let (seq, hash) = text.trim().split_once(':')?;
        let seq = seq.parse().ok().filter(|seq| *seq > 0)?;
        Some(Self { seq, hash: hex::decode(hash)? })
    }
}

impl fmt::Display for Head {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.seq, hex::encode(&self.hash))
    }
}

/// An entry in its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Link {
    pub(crate) seq: i64,
    pub(crate) record: Record,
    pub(crate) previous: Vec<u8>,
    pub(crate) hash: Vec<u8>,
}

impl Link {
    /// The entry that follows this place.
    pub(crate) fn after(head: &Head, record: Record) -> Self {
        let seq = head.seq + 1;
        Self { seq, previous: head.hash.to_vec(), hash: record.hash(&head.hash, seq).to_vec(), record }
    }
}

/// A walk along the chain, entry by entry in the order of their numbers.
pub(crate) struct Walk {
    head: Head,
    noted: Option<Head>,
}

/// The number of the first entry that is not as it was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Broken(pub(crate) i64);

impl Walk {
    /// From this place on, which is known to be sound; it must pass through what was noted, if that lies ahead.
    pub(crate) fn new(from: Head, noted: Option<Head>) -> Self {
        Self { head: from, noted: noted.filter(|noted| noted.seq > from.seq) }
    }

    /// How far it came.
    pub(crate) fn head(&self) -> Head {
        self.head
    }

    /// Takes the next entry, or says that it does not fit.
    pub(crate) fn step(&mut self, link: &Link) -> Result<(), Broken> {
        let seq = self.head.seq + 1;
        let hash = link.record.hash(&self.head.hash, seq);
        if link.seq != seq || link.previous != self.head.hash || link.hash != hash {
            return Err(Broken(seq));
        }
        let head = Head { seq, hash };
        // It fits the one before, and yet it is another than was noted: all up to here was written anew.
        if self.noted.is_some_and(|noted| noted.seq == seq && noted != head) {
            return Err(Broken(seq));
        }
        self.head = head;
        Ok(())
    }

    /// There is no next entry: was more noted than there is?
    pub(crate) fn end(&self) -> Result<Head, Broken> {
        match self.noted {
            Some(noted) if noted.seq > self.head.seq => Err(Broken(self.head.seq + 1)),
            _ => Ok(self.head),
        }
    }
}

#[cfg(test)]
mod tests;
