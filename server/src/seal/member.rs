//! Keys of the people at the desk: each has a key pair, and each copy of the house's private key is sealed to one of them.
//!
//! The private half of a member lies in the store only under a secret that the server does not keep: what the passkey gives
//! (WebAuthn PRF), a printed code, or, while someone is signed in, the secret in the cookie. So a copied database opens nothing.

use hkdf::Hkdf;
use sha2::{Digest, Sha256};
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

use super::code::{self, CodeError};
use super::draft::{CODE_LENGTH, LookupHash};
use super::envelope::{self, Opened};
use super::keys::{PrivateKey, PublicKey, Role};
use super::padding::Sizes;
use super::{Header, Kind, OpenError, SealError, symmetric};
use crate::hex;
use crate::random::{self, Random, RandomError};

const SYMBOLS: usize = CODE_LENGTH - 1;
const GROUP: usize = 4;

/// What unlocks the private key of a member: 32 bytes from a passkey (WebAuthn PRF), from a printed code or from a cookie.
#[derive(Clone, Zeroize, ZeroizeOnDrop)]
pub struct Unlock([u8; 32]);

impl Unlock {
    /// What a passkey gave.
    pub fn from_passkey(given: &[u8; 32]) -> Self {
        Self(derived(given, b"zvh/member/v1/passkey"))
    }
}

/// What a member without such a passkey types at sign-in: 115 bits, on paper, in six groups of four.
#[derive(Clone, Zeroize, ZeroizeOnDrop)]
pub struct KeyCode([u8; 15]);

impl KeyCode {
    /// A fresh one.
    pub fn generate(random: &dyn Random) -> Result<Self, RandomError> {
        let mut secret: [u8; 15] = random::bytes(random)?;
        secret[14] &= 0b1110_0000;
        Ok(Self(secret))
    }

    /// Reads a code as someone typed it.
    pub fn parse(text: &str) -> Result<Self, CodeError> {
        Ok(Self(*code::bytes::<15>(&code::read(text, CODE_LENGTH)?)?))
    }

    /// As it is printed.
    pub fn code(&self) -> Zeroizing<String> {
        code::write(&code::symbols(&self.0, SYMBOLS), GROUP)
    }

    /// What it unlocks with.
    pub fn unlock(&self) -> Unlock {
        Unlock(derived(&self.0, b"zvh/member/v1/code"))
    }
}

/// What lies in the cookie of someone who is signed in: 256 bits.
#[derive(Clone, Zeroize, ZeroizeOnDrop)]
pub struct SessionSecret([u8; 32]);

impl SessionSecret {
    /// A fresh one.
    pub fn generate(random: &dyn Random) -> Result<Self, RandomError> {
        Ok(Self(random::bytes(random)?))
    }

    /// Reads it from a cookie.
    pub fn parse(text: &str) -> Option<Self> {
        hex::decode(text).map(Self)
    }

    /// As it stands in the cookie.
    pub fn text(&self) -> Zeroizing<String> {
        Zeroizing::new(hex::encode(&self.0))
    }

    /// What the store knows it by.
    pub fn hash(&self) -> LookupHash {
        LookupHash(Sha256::new().chain_update(b"zvh/session/v1/lookup").chain_update(self.0).finalize().into())
    }

    /// What it unlocks with.
    pub fn unlock(&self) -> Unlock {
        Unlock(derived(&self.0, b"zvh/session/v1/key"))
    }
}

/// Locks the private key of a member. `place` names what it lies in: a passkey, a session.
pub fn lock(
    key: &PrivateKey,
    under: &Unlock,
    house: &str,
    member: &str,
    place: &str,
    random: &dyn Random,
) -> Result<Vec<u8>, SealError> {
    let header = key_header(house, member, place).encode(0)?;
    symmetric::seal(&under.0, header, key.secret(), Sizes::Note, random)
}

/// Unlocks it again.
pub fn unlock(sealed: &[u8], under: &Unlock, house: &str, member: &str, place: &str) -> Result<PrivateKey, OpenError> {
    let (_, bound, rest) = key_header(house, member, place).split(sealed)?;
    let secret = symmetric::open(&under.0, bound, rest)?;
    private(Role::Member, &secret)
}

/// Seals the private key of the house, of this epoch, to a member or to recovery. `holder` names who it is for.
pub fn copy_for(
    to: &PublicKey,
    key: &PrivateKey,
    house: &str,
    epoch: u32,
    holder: &str,
    random: &dyn Random,
) -> Result<Vec<u8>, SealError> {
    envelope::seal_for(epoch, &[to], &copy_header(house, epoch, holder), key.secret(), random)
}

/// Opens such a copy.
pub fn open_copy(
    with: &PrivateKey,
    copy: &[u8],
    house: &str,
    epoch: u32,
    holder: &str,
) -> Result<PrivateKey, OpenError> {
    let opened = envelope::open(with, &copy_header(house, epoch, holder), copy)?;
    private(Role::House, &opened.body)
}

/// The private keys of a house, of every epoch that someone holds, for the time of one request.
#[derive(Default)]
pub struct Keyring(Vec<(u32, PrivateKey)>);

impl Keyring {
    /// These keys, by epoch.
    pub fn new(mut keys: Vec<(u32, PrivateKey)>) -> Self {
        keys.sort_by_key(|(epoch, _)| std::cmp::Reverse(*epoch));
        Self(keys)
    }

    /// Opens what was sealed to any of them.
    pub fn open(&self, header: &Header, sealed: &[u8]) -> Result<Opened, OpenError> {
        let tried = self.0.iter().map(|(_, key)| envelope::open(key, header, sealed));
        tried
            .reduce(|found, next| if let Err(OpenError::OtherKey) = found { next } else { found })
            .unwrap_or(Err(OpenError::OtherKey))
    }

    /// All of them, the newest first.
    pub fn keys(&self) -> &[(u32, PrivateKey)] {
        &self.0
    }

    /// Whether there is none: nobody gave its owner a copy yet.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

fn key_header(house: &str, member: &str, place: &str) -> Header {
    Header::new(house, Kind::MemberKey, &format!("{member}/{place}"))
}

fn copy_header(house: &str, epoch: u32, holder: &str) -> Header {
    Header::new(house, Kind::HouseKey, &format!("{epoch}/{holder}"))
}

fn private(role: Role, secret: &[u8]) -> Result<PrivateKey, OpenError> {
    let secret = <[u8; 32]>::try_from(secret).map_err(|_| OpenError::Refused)?;
    Ok(PrivateKey::from_secret(role, secret))
}

#[expect(clippy::expect_used, reason = "HKDF gives up to 8,160 bytes")]
fn derived(secret: &[u8], purpose: &[u8]) -> [u8; 32] {
    let mut bytes = [0; 32];
    Hkdf::<Sha256>::new(None, secret).expand(purpose, &mut bytes).expect("32 is short");
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::random::SeededRandom;
    use crate::seal::keys::PublicKeys;

    const HOUSE: &str = "h";

    fn key(role: Role, seed: u64) -> PrivateKey {
        PrivateKey::generate(role, &SeededRandom::new(seed)).unwrap()
    }

    #[test]
    fn a_locked_key_opens_only_with_its_secret_for_its_member_and_place() {
        let random = SeededRandom::new(1);
        let (member, code) = (key(Role::Member, 2), KeyCode::generate(&random).unwrap());
        let locked = lock(&member, &code.unlock(), HOUSE, "m1", "p1", &random).unwrap();
        let typed = KeyCode::parse(&code.code().to_lowercase()).unwrap();
        let opened = unlock(&locked, &typed.unlock(), HOUSE, "m1", "p1").unwrap();
        assert_eq!(opened.public(), member.public());
        let other = SessionSecret::generate(&random).unwrap().unlock();
        assert!(unlock(&locked, &other, HOUSE, "m1", "p1").is_err());
        assert!(unlock(&locked, &typed.unlock(), HOUSE, "m2", "p1").is_err());
        assert!(unlock(&locked, &typed.unlock(), HOUSE, "m1", "p2").is_err());
    }

    #[test]
    fn a_copy_of_the_house_key_opens_for_its_holder_alone() {
        let random = SeededRandom::new(1);
        let (house, one, two) = (key(Role::House, 1), key(Role::Member, 2), key(Role::Member, 3));
        let copy = copy_for(&one.public(), &house, HOUSE, 2, "m1", &random).unwrap();
        assert_eq!(open_copy(&one, &copy, HOUSE, 2, "m1").unwrap().public(), house.public());
        assert_eq!(open_copy(&two, &copy, HOUSE, 2, "m1").err(), Some(OpenError::OtherKey));
        assert!(open_copy(&one, &copy, HOUSE, 1, "m1").is_err());
        assert!(open_copy(&one, &copy, HOUSE, 2, "m2").is_err());
    }

    #[test]
    fn a_keyring_opens_what_was_sealed_in_any_of_its_epochs() {
        let random = SeededRandom::new(1);
        let (old, new, recovery) = (key(Role::House, 1), key(Role::House, 2), key(Role::Recovery, 3));
        let header = Header::new(HOUSE, Kind::Referral, "WM-1");
        let keys = |house: &PrivateKey| PublicKeys { house: house.public(), recovery: recovery.public() };
        let sealed = [&old, &new].map(|house| envelope::seal(&keys(house), &header, b"words", &random).unwrap());
        let ring = Keyring::new(vec![(1, old), (2, new)]);
        for envelope in &sealed {
            assert_eq!(*ring.open(&header, envelope).unwrap().body, b"words");
        }
        assert_eq!(Keyring::default().open(&header, &sealed[0]).err(), Some(OpenError::OtherKey));
    }
}
