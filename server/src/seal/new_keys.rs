//! Making the keys of a house: once, all three together, never over existing ones.

use std::os::unix::fs::DirBuilderExt as _;
use std::path::Path;

use super::key_file::{KeyFileError, existing, public_file, write_new};
use super::keys::{PrivateKey, Role};
use super::mail_key::MailKey;
use crate::random::{Random, RandomError};

/// Keys that were just made. The private ones exist nowhere else.
pub struct NewKeys {
    /// Opens referrals, every day.
    pub house: PrivateKey,
    /// Opens them when the house key is lost.
    pub recovery: PrivateKey,
    /// Hides addresses and names, marks keys and tombstones.
    pub mail: MailKey,
}

impl NewKeys {
    /// Fresh keys.
    pub fn generate(random: &dyn Random) -> Result<Self, RandomError> {
        Ok(Self {
            house: PrivateKey::generate(Role::House, random)?,
            recovery: PrivateKey::generate(Role::Recovery, random)?,
            mail: MailKey::generate(random)?,
        })
    }

    /// Writes what the server needs: both public keys and the mail key. Writes nothing if any of them exists.
    pub fn store(&self, directory: &Path) -> Result<(), KeyFileError> {
        if let Some(path) = existing(directory) {
            return Err(KeyFileError::Exists { path });
        }
        let created = std::fs::DirBuilder::new().recursive(true).mode(0o700).create(directory);
        created.map_err(|source| KeyFileError::File { path: directory.to_owned(), source })?;
        for key in [&self.house, &self.recovery] {
            let path = public_file(directory, key.role());
            write_new(&path, key.public().to_text().as_bytes(), 0o644)?;
        }
        self.mail.store(directory)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::random::SeededRandom;
    use crate::seal::keys::PublicKeys;

    #[test]
    fn made_keys_load_and_are_never_replaced() {
        let directory = tempfile::tempdir().unwrap();
        let directory = directory.path().join("keys");
        let keys = NewKeys::generate(&SeededRandom::new(1)).unwrap();
        keys.store(&directory).unwrap();
        assert_eq!(PublicKeys::load(&directory).unwrap().house, keys.house.public());
        MailKey::load(&directory).unwrap();
        for lost in [public_file(&directory, Role::House), public_file(&directory, Role::Recovery)] {
            std::fs::remove_file(lost).unwrap();
            let again = NewKeys::generate(&SeededRandom::new(2)).unwrap();
            assert!(matches!(again.store(&directory), Err(KeyFileError::Exists { .. })));
        }
    }
}
