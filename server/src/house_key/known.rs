//! Whether the key files are those that the database knows. With others everything would look well until someone sends: nothing could be
//! stored, or worse, it would be sealed to a key that nobody of the house has.
//!
//! The trail tells which keys were made (`zvh keys init`); once the desk is set up, the store has the public halves of the house key too,
//! marked with `mail.key`.

use std::path::{Path, PathBuf};

use super::{HouseKeyError, HouseKeyring, public};
use crate::seal::key_file::{mail_file, public_file};
use crate::seal::keys::PublicKey;
use crate::store::StoreError;

/// Key files that do not belong to this database. Each message names the file and the mend.
#[derive(Debug, thiserror::Error)]
pub enum OtherKeys {
    /// Another key than the one that was made.
    #[error(
        "{path} holds the key {found}, but the one of this database is {known}: put the folder of the keys back from the backup that \
         belongs to this database, or the database that belongs to these keys"
    )]
    File {
        /// Which file.
        path: PathBuf,
        /// Fingerprint of what it holds.
        found: String,
        /// Fingerprint of what it should hold.
        known: String,
    },
    /// Another mail key than the one that was made.
    #[error(
        "{path} holds another key than the one that was made for this database: put that file back from the backup that belongs to it, \
         or the database that belongs to these keys"
    )]
    Mail {
        /// The file of the mail key.
        path: PathBuf,
    },
    /// A public key in the database lacks the mark of the mail key that belongs to it.
    #[error(
        "house key {epoch} in the database lacks the mark of this house: someone changed the database. Keep it as evidence, and restore it"
    )]
    Changed {
        /// Which house key.
        epoch: u32,
    },
    /// The same in a database whose trail does not tell which mail key belongs to it.
    #[error(
        "house key {epoch} in the database lacks the mark of {path}: put that file back from the backup that belongs to this database; if it \
         is the right one, someone changed the database, so restore that"
    )]
    Mark {
        /// Which house key.
        epoch: u32,
        /// The file of the mail key.
        path: PathBuf,
    },
    /// The database is away.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl HouseKeyring<'_> {
    /// Which house key is in use, where the files in `directory` (from which [`HouseKeyring::files`] were read) belong to this database.
    pub async fn belongs(&self, directory: &Path) -> Result<PublicKey, OtherKeys> {
        let made = self.store.audit().keys_made(self.house).await?;
        let is_own = made.as_ref().is_some_and(|made| made.mail.is_some());
        if let Some(made) = made {
            is_known(directory, &self.files.house, &made.house)?;
            if let Some(recovery) = made.recovery {
                is_known(directory, &self.files.recovery, &recovery)?;
            }
            if made.mail.is_some_and(|mark| mark != self.mail_key.mark()) {
                return Err(OtherKeys::Mail { path: mail_file(directory) });
            }
        }
        let rows = self.store.house_keys().of(self.house).await?;
        for row in &rows {
            let epoch = row.epoch;
            self.proven(row).map_err(|_: HouseKeyError| {
                if is_own {
                    OtherKeys::Changed { epoch }
                } else {
                    OtherKeys::Mark { epoch, path: mail_file(directory) }
                }
            })?;
        }
        if let Some(first) = rows.iter().find(|row| row.epoch == self.files.epoch()) {
            is_known(directory, &self.files.house, &public(first).fingerprint())?;
        }
        Ok(rows.last().map_or_else(|| self.files.house.clone(), public))
    }
}

fn is_known(directory: &Path, key: &PublicKey, known: &str) -> Result<(), OtherKeys> {
    let found = key.fingerprint();
    if found == known {
        return Ok(());
    }
    Err(OtherKeys::File { path: public_file(directory, key.role), found, known: known.to_owned() })
}
