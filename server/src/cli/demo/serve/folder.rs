//! Where a demonstration lies: a folder of its own, that goes at the end unless it was named.

use std::net::{Ipv4Addr, SocketAddr};
use std::path::{Path, PathBuf};

use crate::cli::{Failure, make_private_directory};
use crate::config::{Config, HouseAddress, Transport};
use crate::hex;
use crate::random::{SystemRandom, bytes};

/// The key codes, in the folder of the demonstration. That it lies there shows what the folder is.
pub(super) const CODES: &str = "demo-key-codes.txt";

/// Where a demonstration lies.
pub(super) struct Folder {
    pub(super) path: PathBuf,
    pub(super) stays: Stays,
}

/// What becomes of the folder.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Stays {
    Yes,
    No,
}

impl Folder {
    /// The named one, if it is new, empty or of an earlier demonstration; or a new one.
    pub(super) fn of(named: Option<&Path>) -> Result<Self, Failure> {
        let Some(path) = named else {
            let name = format!("zvh-demo-{}", hex::encode(&bytes::<6>(&SystemRandom)?));
            let path = std::env::temp_dir().join(name);
            make_private_directory(&path)?;
            return Ok(Self { path, stays: Stays::No });
        };
        let is_new = std::fs::read_dir(path).map_or(true, |mut files| files.next().is_none());
        if !is_new && !path.join(CODES).is_file() {
            return Err(Failure::Said(format!(
                "{} holds something that no demonstration made: name a new folder with --var",
                path.display()
            )));
        }
        make_private_directory(path)?;
        Ok(Self { path: path.to_owned(), stays: Stays::Yes })
    }

    /// The settings, with everything that is written in this folder; one house, for this machine alone, that mails nobody.
    pub(super) fn settings(&self, config: Config, house: &str) -> Config {
        let public_url = format!("http://localhost:{}", config.listen.port());
        let database_url = format!("sqlite:{}", self.path.join("zvh.db").display());
        let listen = on_this_machine(config.listen);
        let mut config = Config {
            listen,
            var: self.path.clone(),
            houses: vec![HouseAddress { house: house.to_owned(), public_url }],
            database_url,
            database_password_file: None,
            ..config
        };
        config.mail.transport = Transport::Files;
        config
    }

    /// Takes away what does not stay.
    pub(super) fn leave(&self) {
        if self.stays == Stays::No
            && let Err(error) = std::fs::remove_dir_all(&self.path)
        {
            tracing::warn!(%error, folder = %self.path.display(), "the demonstration was not removed");
        }
    }
}

/// The same port, for this machine alone: the codes of a demonstration lie open and its links lead to localhost, so others have no
/// business there.
fn on_this_machine(listen: SocketAddr) -> SocketAddr {
    if listen.ip().is_loopback() {
        return listen;
    }
    let own = SocketAddr::from((Ipv4Addr::LOCALHOST, listen.port()));
    tracing::warn!(%listen, %own, "a demonstration is for this machine alone: it listens there, not where the settings say");
    own
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_demonstration_listens_on_its_own_machine_alone() {
        for (listen, own) in [
            ("0.0.0.0:8080", "127.0.0.1:8080"),
            ("[::]:81", "127.0.0.1:81"),
            ("192.0.2.7:8080", "127.0.0.1:8080"),
            ("[::1]:8080", "[::1]:8080"),
            ("127.0.0.1:9000", "127.0.0.1:9000"),
        ] {
            assert_eq!(on_this_machine(listen.parse().unwrap()), own.parse().unwrap(), "{listen}");
        }
    }
}
