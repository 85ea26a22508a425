//! The mail key: hides addresses of mails, of the newsletter and of who works at the desk from whoever holds only the database. Marks are
//! made with it too: on the keys of house and members, on tombstones, on what tells that two referrals are about one person.
//!
//! It lies in `mail.key` beside the public keys, readable by its owner alone; unlike a referral, a waiting mail must be
//! opened by the server itself.

use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;

use hkdf::Hkdf;
use sha2::Sha256;
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

use super::draft::LookupHash;
use super::follow::LinkSecret;
use super::key_file::{KeyFileError, mail_file, only_line, read, write_new};
use super::padding::Sizes;
use super::{Header, OpenError, SealError, symmetric};
use crate::hex;
use crate::random::{self, Random, RandomError};

/// A secret key of 32 bytes. Never printed by accident:
///
/// ```compile_fail
/// fn printable(_: &impl std::fmt::Debug) {}
/// fn try_it(key: &server::seal::mail_key::MailKey) {
///     printable(key);
/// }
/// ```
#[derive(Zeroize, ZeroizeOnDrop)]
pub struct MailKey([u8; 32]);

impl MailKey {
    /// A fresh key.
    pub fn generate(random: &dyn Random) -> Result<Self, RandomError> {
        random::bytes(random).map(Self)
    }

    /// Loads the key from its file, which nobody but its owner may read.
    pub fn load(directory: &Path) -> Result<Self, KeyFileError> {
        let path = mail_file(directory);
        let text = read(&path)?;
        let metadata = std::fs::metadata(&path).map_err(|source| KeyFileError::File { path: path.clone(), source })?;
        if metadata.permissions().mode() & 0o077 != 0 {
            return Err(KeyFileError::Exposed { path });
        }
        Self::parse(&text).map_err(|(line, problem)| KeyFileError::Content { path, line, problem })
    }

    /// Writes the file, for its owner alone. Never overwrites one.
    pub fn store(&self, directory: &Path) -> Result<(), KeyFileError> {
        let path = mail_file(directory);
        let text = Zeroizing::new(format!(
            "# Secret key of this house: hides mail addresses and the names of colleagues, marks keys and tombstones, tells which cases\n\
             # are about one person. Nothing replaces it. Back it up, apart from the database.\nzvh-mail-key 1 {}\n",
            *Zeroizing::new(hex::encode(&self.0))
        ));
        write_new(&path, text.as_bytes(), 0o600)
    }

    /// A mark that tells this key from others, and nothing of it: 16 hexadecimal digits. The trail keeps it.
    pub fn mark(&self) -> String {
        hex::encode(&self.proof(b"mail-key", &[])[..8])
    }

    /// Seals the content of a mail.
    pub fn seal(&self, header: &Header, content: &[u8], random: &dyn Random) -> Result<Vec<u8>, SealError> {
        symmetric::seal(&self.0, header.encode(0)?, content, Sizes::Note, random)
    }

    /// Opens the content of a mail.
    pub fn open(&self, header: &Header, sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>, OpenError> {
        let (_, bound, rest) = header.split(sealed)?;
        symmetric::open(&self.0, bound, rest)
    }

    /// The link in each mail to this address that takes it off the list of the newsletter. The same address gives the same link, so that
    /// one in an old mail works for ever; without the key nobody can make it, or tell the address from it.
    pub fn unsubscribe_link(&self, address: &str) -> LinkSecret {
        let mut secret = [0; 15];
        secret.copy_from_slice(&self.fingerprint(b"unsubscribe", address).0[..15]);
        LinkSecret::from_derived(secret)
    }

    /// A fingerprint of a mail address that means nothing without this key: the same address, however it is typed, gives the same.
    /// `purpose` keeps lists apart.
    pub fn fingerprint(&self, purpose: &[u8], address: &str) -> LookupHash {
        let address = address.trim().to_lowercase();
        LookupHash(self.derive(&[b"zvh/address/v1/", purpose, b"/", address.as_bytes()]))
    }

    /// A mark on something in the database that only a program with this key can make: who can only write the database can't.
    /// `purpose` keeps kinds apart; each part carries its length.
    pub fn proof(&self, purpose: &[u8], parts: &[&[u8]]) -> [u8; 32] {
        let mut info = b"zvh/proof/v1/".to_vec();
        for part in [purpose].iter().chain(parts) {
            info.extend((part.len() as u64).to_be_bytes());
            info.extend_from_slice(part);
        }
        self.derive(&[&info])
    }

    #[expect(clippy::expect_used, reason = "HKDF gives up to 8,160 bytes")]
    fn derive(&self, info: &[&[u8]]) -> [u8; 32] {
        let mut derived = [0; 32];
        Hkdf::<Sha256>::new(None, &self.0).expand_multi_info(info, &mut derived).expect("32 is short");
        derived
    }

    fn parse(text: &str) -> Result<Self, (usize, &'static str)> {
        let (number, line) = only_line(text)?;
        let key = line.strip_prefix("zvh-mail-key 1 ").ok_or((number, "it does not start with `zvh-mail-key 1`"))?;
        hex::decode(key.trim()).map(Self).ok_or((number, "the key is not 64 hexadecimal digits"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::random::SeededRandom;
    use crate::seal::Kind;

    fn key(seed: u64) -> MailKey {
        MailKey::generate(&SeededRandom::new(seed)).unwrap()
    }

    fn header(id: &str) -> Header {
        Header::new("westelijke-mijnstreek", Kind::Mail, id)
    }

    #[test]
    fn a_stored_key_opens_what_the_first_one_sealed() {
        let directory = tempfile::tempdir().unwrap();
        key(1).store(directory.path()).unwrap();
        let sealed = key(1).seal(&header("a"), b"to@example.nl", &SeededRandom::new(2)).unwrap();
        let loaded = MailKey::load(directory.path()).unwrap();
        assert_eq!(&*loaded.open(&header("a"), &sealed).unwrap(), b"to@example.nl");
        assert!(loaded.open(&header("b"), &sealed).is_err());
        assert!(key(2).open(&header("a"), &sealed).is_err());
    }

    #[test]
    fn an_address_has_one_link_per_key() {
        let link = |seed, address: &str| key(seed).unsubscribe_link(address).hash();
        assert!(link(1, "sanne@post.example") == link(1, " Sanne@Post.example"));
        assert!(link(1, "sanne@post.example") != link(1, "sanne@post.exampl"));
        assert!(link(1, "sanne@post.example") != link(2, "sanne@post.example"));
    }

    #[test]
    fn an_address_has_one_fingerprint_per_key_and_purpose() {
        let print = |seed, purpose: &[u8], address| key(seed).fingerprint(purpose, address);
        assert!(print(1, b"news", "a@b.nl") == print(1, b"news", " A@B.nl "));
        for other in [print(2, b"news", "a@b.nl"), print(1, b"other", "a@b.nl"), print(1, b"news", "c@b.nl")] {
            assert!(print(1, b"news", "a@b.nl") != other);
        }
    }

    #[test]
    fn a_key_file_is_never_overwritten() {
        let directory = tempfile::tempdir().unwrap();
        key(1).store(directory.path()).unwrap();
        assert!(matches!(key(2).store(directory.path()), Err(KeyFileError::Exists { .. })));
    }

    #[test]
    fn a_key_file_that_others_can_read_is_refused() {
        let directory = tempfile::tempdir().unwrap();
        key(1).store(directory.path()).unwrap();
        let path = mail_file(directory.path());
        assert_eq!(std::fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o640)).unwrap();
        let error = MailKey::load(directory.path()).map(|_| ()).unwrap_err().to_string();
        assert!(error.contains("chmod 600"), "{error}");
    }

    #[test]
    fn a_damaged_key_file_is_refused_with_its_line() {
        for (text, line) in [("", 1), ("zvh-mail-key 1 00ff", 1), ("# x\nzvh-mail-key 2 00\n", 2)] {
            assert_eq!(MailKey::parse(text).map(|_| ()).unwrap_err().0, line, "{text}");
        }
    }
}
