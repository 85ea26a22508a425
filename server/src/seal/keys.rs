//! The key pairs of a house. The server keeps the public halves as files; the private halves exist as printed codes.
//!
//! - `house.pub`: seals every referral; its private half is the house's;
//! - `recovery.pub`: also seals every referral; its private half lies in a safe, for the day the other one is lost.
//!
//! A public key file is text: lines that start with `#` are remarks, the one other line is
//! `zvh-key 1 <role> <epoch> <key, 64 hex digits> <fingerprint, 16 hex digits>`. The fingerprint is there because any 32
//! bytes are a valid key: a damaged file would seal to nobody.

use std::path::Path;

use hpke::{Deserializable, Serializable};
use sha2::{Digest, Sha256};
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

use super::code::{self, CodeError};
use super::envelope::Kem;
use super::key_file::{KeyFileError, only_line, public_file, read};
use crate::hex;
use crate::random::{self, Random, RandomError};

/// Characters of a printed private key: its role, 52 of key, a check character.
pub const CODE_LENGTH: usize = 54;
const KEY_SYMBOLS: usize = 52;
const GROUP: usize = 6;

/// The epoch of the house key: raised when it is replaced.
const FIRST_EPOCH: u32 = 1;

/// Whose key it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// The house, which opens referrals every day.
    House,
    /// The safe, which opens them when the house no longer can.
    Recovery,
    /// Who sent it: opens what the house answers. Made from the follow code, never in a file.
    Follower,
    /// Someone at the desk: opens copies of the house's key. Kept locked in the store.
    Member,
}

impl Role {
    /// Those of the house, in the order in which they stand in an envelope.
    pub const ALL: [Self; 2] = [Self::House, Self::Recovery];

    /// The word for it in files and on screens.
    pub fn name(self) -> &'static str {
        match self {
            Self::House => "house",
            Self::Recovery => "recovery",
            Self::Follower => "follower",
            Self::Member => "member",
        }
    }

    /// Its number in an envelope.
    pub(super) fn number(self) -> u8 {
        match self {
            Self::House => 1,
            Self::Recovery => 2,
            Self::Follower => 3,
            Self::Member => 4,
        }
    }

    /// The first character of its code, as a symbol: `H`, `R`, `F` or `M`.
    fn symbol(self) -> u8 {
        match self {
            Self::House => 17,
            Self::Recovery => 24,
            Self::Follower => 15,
            Self::Member => 20,
        }
    }
}

/// The half that seals. Not secret.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublicKey {
    /// Whose key it is.
    pub role: Role,
    /// Which one of its kind, counted from 1.
    pub epoch: u32,
    /// The X25519 public key.
    pub bytes: [u8; 32],
}

impl PublicKey {
    /// Tells keys apart: the first eight bytes of the key's SHA-256.
    pub(super) fn id(&self) -> [u8; 8] {
        let mut id = [0; 8];
        id.copy_from_slice(&Sha256::digest(self.bytes)[..8]);
        id
    }

    /// The id as people compare it: 16 hexadecimal digits.
    pub fn fingerprint(&self) -> String {
        hex::encode(&self.id())
    }

    /// The content of its file.
    pub fn to_text(&self) -> String {
        let Self { role, epoch, bytes } = self;
        format!(
            "# Public {role} key: seals every referral, opens nothing. Not secret; do not change it.\n\
             zvh-key 1 {role} {epoch} {key} {fingerprint}\n",
            role = role.name(),
            key = hex::encode(bytes),
            fingerprint = self.fingerprint(),
        )
    }

    /// Reads the content of a file. The error names the line.
    pub fn parse(role: Role, text: &str) -> Result<Self, (usize, &'static str)> {
        let (number, line) = only_line(text)?;
        let words: Vec<&str> = line.split_whitespace().collect();
        let [magic, version, name, epoch, key, fingerprint] = words[..] else {
            return Err((number, "expected `zvh-key 1 <role> <epoch> <key> <fingerprint>`"));
        };
        if (magic, version) != ("zvh-key", "1") {
            return Err((number, "it does not start with `zvh-key 1`"));
        }
        if name != role.name() {
            return Err((number, "it is the key of another role; are two files swapped?"));
        }
        let epoch = epoch.parse().map_err(|_| (number, "the epoch is not a whole number"))?;
        let bytes = hex::decode(key).ok_or((number, "the key is not 64 hexadecimal digits"))?;
        let key = Self { role, epoch, bytes };
        if key.fingerprint() == fingerprint.to_ascii_lowercase() {
            Ok(key)
        } else {
            Err((number, "key and fingerprint do not belong together: the file was damaged"))
        }
    }
}

/// The public keys of a house: everything the server needs to accept referrals.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublicKeys {
    /// The house's own.
    pub house: PublicKey,
    /// The one in the safe.
    pub recovery: PublicKey,
}

impl PublicKeys {
    /// Loads `house.pub` and `recovery.pub`.
    pub fn load(directory: &Path) -> Result<Self, KeyFileError> {
        let load = |role| -> Result<PublicKey, KeyFileError> {
            let path = public_file(directory, role);
            let text = read(&path)?;
            PublicKey::parse(role, &text).map_err(|(line, problem)| KeyFileError::Content { path, line, problem })
        };
        Ok(Self { house: load(Role::House)?, recovery: load(Role::Recovery)? })
    }

    /// The epoch of the house key.
    pub fn epoch(&self) -> u32 {
        self.house.epoch
    }
}

/// The half that opens. Wiped from memory when dropped; it can be shown as a code, never printed by accident:
///
/// ```compile_fail
/// fn printable(_: &impl std::fmt::Debug) {}
/// fn try_it(key: &server::seal::keys::PrivateKey) {
///     printable(key);
/// }
/// ```
#[derive(Zeroize, ZeroizeOnDrop)]
pub struct PrivateKey {
    #[zeroize(skip)]
    role: Role,
    secret: [u8; 32],
}

impl PrivateKey {
    /// A fresh key.
    pub fn generate(role: Role, random: &dyn Random) -> Result<Self, RandomError> {
        Ok(Self { role, secret: random::bytes(random)? })
    }

    /// A key made from another secret.
    pub(super) fn from_secret(role: Role, secret: [u8; 32]) -> Self {
        Self { role, secret }
    }

    /// Reads a printed code.
    pub fn from_code(text: &str) -> Result<Self, CodeError> {
        let symbols = code::read(text, CODE_LENGTH)?;
        let (first, key) = symbols.split_first().ok_or(CodeError::Check)?;
        let role = Role::ALL.into_iter().find(|role| role.symbol() == *first);
        let role = role.ok_or(CodeError::Character { position: 1 })?;
        Ok(Self { role, secret: *code::bytes(key)? })
    }

    /// The key as people keep it: nine groups of six, the first character `H` (house) or `R` (recovery).
    pub fn code(&self) -> Zeroizing<String> {
        let mut symbols = Zeroizing::new(vec![self.role.symbol()]);
        symbols.extend_from_slice(&code::symbols(&self.secret, KEY_SYMBOLS));
        code::write(&symbols, GROUP)
    }

    /// Whose key it is.
    pub fn role(&self) -> Role {
        self.role
    }

    /// The half that seals.
    pub fn public(&self) -> PublicKey {
        let public = <Kem as hpke::Kem>::sk_to_pk(&self.hpke());
        PublicKey { role: self.role, epoch: FIRST_EPOCH, bytes: public.to_bytes().into() }
    }

    #[expect(clippy::expect_used, reason = "any 32 bytes are an X25519 private key")]
    pub(super) fn hpke(&self) -> <Kem as hpke::Kem>::PrivateKey {
        <Kem as hpke::Kem>::PrivateKey::from_bytes(&self.secret).expect("32 bytes")
    }

    pub(super) fn secret(&self) -> &[u8; 32] {
        &self.secret
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::random::SeededRandom;

    fn key(role: Role) -> PrivateKey {
        PrivateKey::generate(role, &SeededRandom::new(5)).unwrap()
    }

    #[test]
    fn a_private_key_reads_back_from_its_code() {
        for role in Role::ALL {
            let code = key(role).code();
            assert_eq!(code.split('-').map(str::len).collect::<Vec<_>>(), [6; 9]);
            let read = PrivateKey::from_code(&code.to_lowercase()).unwrap();
            assert_eq!((read.role, read.secret), (role, key(role).secret));
        }
    }

    #[test]
    fn a_code_with_a_mistake_is_refused() {
        let code = key(Role::House).code();
        let swapped = format!("{}{}{}", &code[1..2], &code[..1], &code[2..]);
        assert!(PrivateKey::from_code(&swapped).is_err());
        assert_eq!(PrivateKey::from_code(&code[..20]).map(|_| ()), Err(CodeError::Length { expected: 54, found: 18 }));
    }

    #[test]
    fn public_keys_load_from_their_files() {
        let directory = tempfile::tempdir().unwrap();
        for role in Role::ALL {
            std::fs::write(public_file(directory.path(), role), key(role).public().to_text()).unwrap();
        }
        let keys = PublicKeys::load(directory.path()).unwrap();
        assert_eq!(keys.house, key(Role::House).public());
        assert_eq!(keys.recovery.role, Role::Recovery);
    }

    #[test]
    fn a_damaged_file_is_refused_with_its_line_and_the_mend() {
        let public = key(Role::House).public();
        let good = public.to_text();
        let other_digit = good.replace(&hex::encode(&public.bytes[..1]), &hex::encode(&[public.bytes[0] ^ 1]));
        for (text, line, problem) in [
            ("", 1, "no key"),
            ("# only a remark\n", 1, "no key"),
            (&format!("{good}{good}"), 4, "more than one"),
            (&good.replace("zvh-key", "ssh-key"), 2, "does not start"),
            (&good.replace("house 1", "recovery 1"), 2, "another role"),
            (&good.replace("house 1", "house een"), 2, "epoch"),
            (&other_digit, 2, "damaged"),
        ] {
            let (found, words) = PublicKey::parse(Role::House, text).unwrap_err();
            assert_eq!(found, line, "{text}");
            assert!(words.contains(problem), "{words}");
        }
    }

    #[test]
    fn a_missing_file_names_the_command_that_makes_it() {
        let error = PublicKeys::load(Path::new("/nowhere")).unwrap_err().to_string();
        assert!(error.contains("house.pub") && error.contains("zvh keys init"), "{error}");
    }
}
