//! Drafts: sealed under a secret that only the writer keeps, in a cookie or as a printed code.
//!
//! The secret has 115 random bits: 23 characters and a check character, 24 in all (`XXXX-XXXX-XXXX-XXXX-XXXX-XXXX`). OWASP
//! ASVS 5.0 asks 112 bits before a secret may be stored under a plain hash, so no slow hash is needed. Everything else is
//! derived from it by HKDF-SHA256 (RFC 5869):
//!
//! - [`DraftSecret::lookup`] finds the row; the store keeps only the SHA-256 of it ([`LookupHash`]);
//! - the key that seals the answers, which the store never sees;
//! - [`DraftSecret::content_hash`], to tell a repeated submission from another one without a hash that could be guessed.

use hkdf::Hkdf;
use sha2::{Digest, Sha256};
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

use super::code::{self, CodeError};
use super::follow::{FollowSecret, LinkSecret};
use super::padding::Sizes;
use super::{Header, OpenError, SealError, symmetric};
use crate::random::{self, Random, RandomError};

/// Characters of a printed secret, the check character included.
pub const CODE_LENGTH: usize = 24;
const SYMBOLS: usize = CODE_LENGTH - 1;
const GROUP: usize = 4;

/// The secret of one draft. Whoever holds it reads and changes the draft; without it nobody does. Never printed by accident:
///
/// ```compile_fail
/// fn printable(_: &impl std::fmt::Debug) {}
/// fn try_it(secret: &server::seal::draft::DraftSecret) {
///     printable(secret);
/// }
/// ```
#[derive(Clone, Zeroize, ZeroizeOnDrop)]
pub struct DraftSecret([u8; 15]);

/// The half of a draft that may leave its writer: it finds the row but opens nothing.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Lookup([u8; 16]);

/// What the store keeps of a [`Lookup`]: its SHA-256.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct LookupHash(pub [u8; 32]);

impl DraftSecret {
    /// A fresh secret.
    pub fn generate(random: &dyn Random) -> Result<Self, RandomError> {
        let mut secret: [u8; 15] = random::bytes(random)?;
        secret[14] &= 0b1110_0000;
        Ok(Self(secret))
    }

    /// Reads a code from a cookie or as someone typed it.
    pub fn parse(text: &str) -> Result<Self, CodeError> {
        Ok(Self(*code::bytes::<15>(&code::read(text, CODE_LENGTH)?)?))
    }

    /// The secret as people and cookies carry it: six groups of four.
    pub fn code(&self) -> Zeroizing<String> {
        code::write(&code::symbols(&self.0, SYMBOLS), GROUP)
    }

    /// Finds the draft in the store.
    pub fn lookup(&self) -> Lookup {
        Lookup(self.derive(&[b"zvh/draft/v1/lookup"]))
    }

    /// A fingerprint of `content` that means nothing without this secret: equal content, equal fingerprint.
    pub fn content_hash(&self, content: &[u8]) -> [u8; 32] {
        self.derive(&[b"zvh/draft/v1/content", &Sha256::digest(content)])
    }

    /// What its sender follows it with, once it was sent.
    pub fn follow(&self) -> FollowSecret {
        FollowSecret::from_derived(self.derive(&[b"zvh/draft/v1/follow"]))
    }

    /// The link that is mailed to its sender, to show that the mailbox is theirs.
    pub fn mailbox_link(&self) -> LinkSecret {
        LinkSecret::from_derived(self.derive(&[b"zvh/draft/v1/mailbox"]))
    }

    /// Opens the copy that its sender may print, for the hours after sending.
    #[must_use]
    pub fn copy(&self) -> Self {
        let mut secret: [u8; 15] = self.derive(&[b"zvh/draft/v1/copy"]);
        secret[14] &= 0b1110_0000;
        Self(secret)
    }

    /// Seals the answers of this draft.
    pub fn seal(&self, header: &Header, answers: &[u8], random: &dyn Random) -> Result<Vec<u8>, SealError> {
        symmetric::seal(&self.key(), header.encode(0)?, answers, Sizes::Document, random)
    }

    /// Opens the answers of this draft.
    pub fn open(&self, header: &Header, sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>, OpenError> {
        let (_, bound, rest) = header.split(sealed)?;
        symmetric::open(&self.key(), bound, rest)
    }

    fn key(&self) -> Zeroizing<[u8; 32]> {
        Zeroizing::new(self.derive(&[b"zvh/draft/v1/key"]))
    }

    #[expect(clippy::expect_used, reason = "HKDF gives up to 8,160 bytes; N is at most 32")]
    fn derive<const N: usize>(&self, purpose: &[&[u8]]) -> [u8; N] {
        let mut derived = [0; N];
        Hkdf::<Sha256>::new(None, &self.0).expand_multi_info(purpose, &mut derived).expect("N is short");
        derived
    }
}

impl Lookup {
    /// What the store knows it by.
    pub fn hash(&self) -> LookupHash {
        LookupHash(Sha256::digest(self.0).into())
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::random::SeededRandom;
    use crate::seal::Kind;

    fn header() -> Header {
        Header::new("westelijke-mijnstreek", Kind::Draft, "regieteam")
    }

    fn secret(seed: u64) -> DraftSecret {
        DraftSecret::generate(&SeededRandom::new(seed)).unwrap()
    }

    #[test]
    fn a_code_has_24_characters_in_groups_of_four_and_reads_back() {
        let secret = secret(1);
        let code = secret.code();
        assert_eq!(code.split('-').map(str::len).collect::<Vec<_>>(), [4; 6]);
        assert_eq!(DraftSecret::parse(&code.to_lowercase().replace('-', " ")).unwrap().0, secret.0);
    }

    /// Drafts that exist must keep opening: these values may never change.
    #[test]
    fn derivation_stays_as_it_is() {
        let secret = DraftSecret::parse("0000-0000-0000-0000-0000-0000").unwrap();
        assert_eq!(crate::hex::encode(&secret.lookup().0), LOOKUP_OF_ZERO);
        assert_eq!(crate::hex::encode(&*secret.key()), KEY_OF_ZERO);
    }
    // HKDF-SHA256 over fifteen zero bytes, made by another implementation (Python's `hmac`).
    const LOOKUP_OF_ZERO: &str = "06e68eb52e45a59779bbf53c237e9c95";
    const KEY_OF_ZERO: &str = "3f2b1a2e726240d70e6e5a79a746af673c9f940ca58b364fb436d312dfb463af";

    #[test]
    fn the_content_hash_depends_on_content_and_secret() {
        let hash = secret(1).content_hash(b"answers");
        assert_eq!(hash, secret(1).content_hash(b"answers"));
        assert_ne!(hash, secret(1).content_hash(b"other answers"));
        assert_ne!(hash, secret(2).content_hash(b"answers"));
    }

    #[test]
    fn another_secret_house_or_form_does_not_open_it() {
        let sealed = secret(1).seal(&header(), b"answers", &SeededRandom::new(2)).unwrap();
        assert_eq!(secret(2).open(&header(), &sealed).unwrap_err(), OpenError::Refused);
        for other in [
            Header::new("parkstad", Kind::Draft, "regieteam"),
            Header::new("westelijke-mijnstreek", Kind::Draft, "mda"),
        ] {
            assert_eq!(secret(1).open(&other, &sealed).unwrap_err(), OpenError::OtherObject);
        }
    }

    #[test]
    fn every_changed_or_missing_byte_is_refused() {
        let sealed = secret(1).seal(&header(), b"answers", &SeededRandom::new(2)).unwrap();
        for place in 0..sealed.len() {
            let mut changed = sealed.clone();
            changed[place] ^= 1;
            assert!(secret(1).open(&header(), &changed).is_err(), "byte {place} changed");
        }
        for length in 0..sealed.len() {
            assert!(secret(1).open(&header(), &sealed[..length]).is_err(), "cut at {length}");
        }
    }

    proptest! {
        #[test]
        fn answers_come_back(answers in prop::collection::vec(any::<u8>(), 0..9000), seed in any::<u64>()) {
            let sealed = secret(seed).seal(&header(), &answers, &SeededRandom::new(seed)).unwrap();
            prop_assert_eq!(&*secret(seed).open(&header(), &sealed).unwrap(), &answers);
        }
    }
}
