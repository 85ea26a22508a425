//! The files of keys: where they lie, how they are read and written, and what is said when one can not be used.

use std::fs::OpenOptions;
use std::io::Write as _;
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::{Path, PathBuf};

use zeroize::Zeroizing;

use super::keys::Role;

/// The file of a public key.
pub fn public_file(directory: &Path, role: Role) -> PathBuf {
    directory.join(role.name()).with_extension("pub")
}

/// The file of the mail key.
pub fn mail_file(directory: &Path) -> PathBuf {
    directory.join("mail.key")
}

/// The first key file there is, if any.
pub fn existing(directory: &Path) -> Option<PathBuf> {
    let files = [public_file(directory, Role::House), public_file(directory, Role::Recovery), mail_file(directory)];
    files.into_iter().find(|file| file.exists())
}

/// Writes a file that does not exist yet, with these permissions, and waits for the disk.
pub fn write_new(path: &Path, content: &[u8], mode: u32) -> Result<(), KeyFileError> {
    let file = OpenOptions::new().write(true).create_new(true).mode(mode).open(path);
    match file.and_then(|mut file| file.write_all(content).and_then(|()| file.sync_all())) {
        Ok(()) => Ok(()),
        Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {
            Err(KeyFileError::Exists { path: path.to_owned() })
        }
        Err(source) => Err(KeyFileError::File { path: path.to_owned(), source }),
    }
}

/// A key file that can not be used. Each message says what to do.
#[derive(Debug, thiserror::Error)]
pub enum KeyFileError {
    /// There is none.
    #[error("{path} is missing: make the keys with `zvh keys init`, or put the file back from the backup")]
    Missing {
        /// Where it should be.
        path: PathBuf,
    },
    /// There is none, but others of this house are there: new keys would not belong to them.
    #[error(
        "{path} is missing, and {beside} is there: put the missing file back from the backup that belongs to it. Only where nobody was \
         invited to the desk and nothing was received yet: remove that folder and make new keys with `zvh keys init`"
    )]
    MissingBeside {
        /// Where it should be.
        path: PathBuf,
        /// The first of those that are there.
        beside: PathBuf,
    },
    /// It can not be read or written.
    #[error("{path}: {source}; check owner and permissions")]
    File {
        /// Which one.
        path: PathBuf,
        /// What the operating system said.
        source: std::io::Error,
    },
    /// It was changed or damaged.
    #[error("{path}, line {line}: {problem}; put the file back from the backup")]
    Content {
        /// Which one.
        path: PathBuf,
        /// Counted from 1.
        line: usize,
        /// What is wrong there.
        problem: &'static str,
    },
    /// Others on this machine can read a secret.
    #[error("{path} can be read by others: run `chmod 600` on it")]
    Exposed {
        /// Which one.
        path: PathBuf,
    },
    /// There already is one, and it is never overwritten.
    #[error("{path} exists already: without the key in it, what was sealed is lost, so it is never overwritten")]
    Exists {
        /// Which one.
        path: PathBuf,
    },
}

/// Reads a key file.
pub(super) fn read(path: &Path) -> Result<Zeroizing<String>, KeyFileError> {
    match std::fs::read_to_string(path) {
        Ok(text) => Ok(Zeroizing::new(text)),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            let path = path.to_owned();
            Err(match path.parent().and_then(existing) {
                None => KeyFileError::Missing { path },
                Some(beside) => KeyFileError::MissingBeside { path, beside },
            })
        }
        Err(source) => Err(KeyFileError::File { path: path.to_owned(), source }),
    }
}

/// The one line that is neither empty nor a remark, with its number.
pub(super) fn only_line(text: &str) -> Result<(usize, &str), (usize, &'static str)> {
    let mut lines = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty() && !line.starts_with('#'));
    let (number, line) = lines.next().ok_or((1, "there is no key in it"))?;
    match lines.next() {
        None => Ok((number + 1, line)),
        Some((second, _)) => Err((second + 1, "there is more than one key in it")),
    }
}
