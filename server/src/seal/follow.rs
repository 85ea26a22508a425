//! Secrets that a sender gets with what was sent. All come from the secret of the draft, so that sending twice gives the same
//! ones and the server keeps none of them.
//!
//! - [`FollowSecret`]: finds what was sent, and opens what the house sealed to its sender. Its X25519 key is made from it, so the
//!   house can seal an answer without knowing the code.
//! - [`LinkSecret`]: a link in a mail. It opens nothing, it proves that the mail was read.

use sha2::{Digest, Sha256};
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

use super::code::{self, CodeError};
use super::draft::{CODE_LENGTH, LookupHash};
use super::keys::{PrivateKey, Role};
use crate::random::{self, Random, RandomError};

const SYMBOLS: usize = CODE_LENGTH - 1;
const GROUP: usize = 4;

/// What a sender follows it with: 115 bits, printed like the code of a draft.
#[derive(Clone, Zeroize, ZeroizeOnDrop)]
pub struct FollowSecret([u8; 15]);

/// A link in a mail: 115 bits.
#[derive(Clone, Zeroize, ZeroizeOnDrop)]
pub struct LinkSecret([u8; 15]);

impl FollowSecret {
    pub(super) fn from_derived(bytes: [u8; 15]) -> Self {
        Self(whole(bytes))
    }

    /// Reads a code as someone typed it.
    pub fn parse(text: &str) -> Result<Self, CodeError> {
        Ok(Self(*code::bytes::<15>(&code::read(text, CODE_LENGTH)?)?))
    }

    /// As people keep it: six groups of four.
    pub fn code(&self) -> Zeroizing<String> {
        code::write(&code::symbols(&self.0, SYMBOLS), GROUP)
    }

    /// What the store knows it by.
    pub fn hash(&self) -> LookupHash {
        hashed(b"zvh/follow/v1/lookup", &self.0)
    }

    /// Opens what was sealed to its sender; its public half stands with what was sent.
    pub fn key(&self) -> PrivateKey {
        PrivateKey::from_secret(Role::Follower, hashed(b"zvh/follow/v1/key", &self.0).0)
    }
}

impl LinkSecret {
    pub(super) fn from_derived(bytes: [u8; 15]) -> Self {
        Self(whole(bytes))
    }

    /// A fresh one.
    pub fn generate(random: &dyn Random) -> Result<Self, RandomError> {
        Ok(Self(whole(random::bytes(random)?)))
    }

    /// Reads it from an address or as someone typed it.
    pub fn parse(text: &str) -> Result<Self, CodeError> {
        Ok(Self(*code::bytes::<15>(&code::read(text, CODE_LENGTH)?)?))
    }

    /// As it stands in an address.
    pub fn code(&self) -> Zeroizing<String> {
        code::write(&code::symbols(&self.0, SYMBOLS), GROUP)
    }

    /// What the store knows it by.
    pub fn hash(&self) -> LookupHash {
        hashed(b"zvh/link/v1/lookup", &self.0)
    }
}

/// 115 of the 120 bits: what 23 characters hold.
fn whole(mut bytes: [u8; 15]) -> [u8; 15] {
    bytes[14] &= 0b1110_0000;
    bytes
}

/// The secrets have 115 bits, so a plain hash is enough (OWASP ASVS 5.0 asks 112).
fn hashed(purpose: &[u8], secret: &[u8]) -> LookupHash {
    LookupHash(Sha256::new().chain_update(purpose).chain_update(secret).finalize().into())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::random::SeededRandom;
    use crate::seal::draft::DraftSecret;

    fn draft(seed: u64) -> DraftSecret {
        DraftSecret::generate(&SeededRandom::new(seed)).unwrap()
    }

    #[test]
    fn codes_read_back() {
        let follow = draft(1).follow();
        assert!(FollowSecret::parse(&follow.code().to_lowercase()).unwrap().hash() == follow.hash());
        let link = draft(1).mailbox_link();
        assert!(LinkSecret::parse(&link.code()).unwrap().hash() == link.hash());
    }

    #[test]
    fn one_draft_gives_the_same_secrets_each_time_and_another_gives_others() {
        assert!(draft(1).follow().hash() == draft(1).follow().hash());
        assert!(draft(1).follow().hash() != draft(2).follow().hash());
        assert!(draft(1).follow().code() != draft(1).code());
        assert!(*draft(1).follow().code() != *draft(1).mailbox_link().code());
        assert!(draft(1).copy().code() != draft(1).code());
    }

    #[test]
    fn the_link_in_a_mail_does_not_follow() {
        let link = draft(1).mailbox_link();
        let tried = FollowSecret::parse(&link.code()).unwrap();
        assert!(tried.hash() != draft(1).follow().hash());
    }
}
