//! Randomness: the one place that asks the operating system, and a repeatable source for tests.

use std::sync::Mutex;

use sha2::{Digest, Sha256};
use zeroize::{Zeroize, ZeroizeOnDrop};

/// Gives bytes that nobody can guess.
pub trait Random: Send + Sync {
    /// Fills the whole of `bytes`, or none of it counts.
    fn fill(&self, bytes: &mut [u8]) -> Result<(), RandomError>;
}

/// The operating system gave no randomness. Nothing can be sealed until it does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the operating system gave no randomness")]
pub struct RandomError;

/// `N` fresh bytes.
pub fn bytes<const N: usize>(random: &dyn Random) -> Result<[u8; N], RandomError> {
    let mut bytes = [0; N];
    random.fill(&mut bytes)?;
    Ok(bytes)
}

/// The randomness of the operating system.
#[derive(Clone, Copy, Default)]
pub struct SystemRandom;

impl Random for SystemRandom {
    #[expect(clippy::disallowed_methods, reason = "the one place that asks the operating system")]
    fn fill(&self, bytes: &mut [u8]) -> Result<(), RandomError> {
        getrandom::fill(bytes).map_err(|_| RandomError)
    }
}

/// The same bytes for the same seed: for tests only, anyone can repeat it.
pub struct SeededRandom(Mutex<Stream>);

impl SeededRandom {
    /// A source that belongs to this number.
    pub fn new(seed: u64) -> Self {
        Self(Mutex::new(Stream::new(Sha256::digest(seed.to_be_bytes()).into())))
    }
}

impl Random for SeededRandom {
    fn fill(&self, bytes: &mut [u8]) -> Result<(), RandomError> {
        self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner).fill(bytes);
        Ok(())
    }
}

/// An endless stream made from 32 bytes: SHA-256 over the seed and a counter. As unguessable as its seed.
#[derive(Zeroize, ZeroizeOnDrop)]
pub(crate) struct Stream {
    seed: [u8; 32],
    counter: u64,
}

impl Stream {
    pub(crate) fn new(seed: [u8; 32]) -> Self {
        Self { seed, counter: 0 }
    }

    pub(crate) fn fill(&mut self, bytes: &mut [u8]) {
        for chunk in bytes.chunks_mut(32) {
            let block = Sha256::new().chain_update(self.seed).chain_update(self.counter.to_be_bytes()).finalize();
            chunk.copy_from_slice(&block[..chunk.len()]);
            self.counter += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seed_gives_the_same_bytes_again_and_another_seed_others() {
        let first: [u8; 40] = bytes(&SeededRandom::new(7)).unwrap();
        assert_eq!(first, bytes(&SeededRandom::new(7)).unwrap());
        assert_ne!(first, bytes(&SeededRandom::new(8)).unwrap());
    }

    #[test]
    fn no_source_repeats_itself() {
        for random in [&SeededRandom::new(7) as &dyn Random, &SystemRandom] {
            let (one, two): ([u8; 32], [u8; 32]) = (bytes(random).unwrap(), bytes(random).unwrap());
            assert_ne!(one, two);
        }
    }
}
