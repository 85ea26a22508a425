//! `zvh keys init`: makes the keys of the house and shows the private ones once.

use std::io::Write as _;
use std::path::{Path, PathBuf};

use clap::Subcommand;

use super::{Failure, open_store};
use crate::audit::{Actor, Entry, Event};
use crate::clock::{Clock as _, SystemClock};
use crate::config::Config;
use crate::random::SystemRandom;
use crate::seal::key_file::{KeyFileError, existing, write_new};
use crate::seal::new_keys::NewKeys;
use crate::store::Store;

#[derive(Subcommand)]
pub(super) enum Keys {
    /// Make house key, recovery key and mail key; show the private key codes once
    Init {
        /// Short name of the house; may be left out where there is only one
        #[arg(long, value_name = "HOUSE")]
        house: Option<String>,
        /// Write the private key codes to this new file instead of the screen
        #[arg(long, value_name = "FILE")]
        out: Option<PathBuf>,
    },
}

pub(super) async fn obey(command: Keys, config: &Config) -> Result<(), Failure> {
    let Keys::Init { house, out } = command;
    let house = chosen(config, house.as_deref())?;
    if let Some(path) = existing(&config.keys(house)) {
        return Err(KeyFileError::Exists { path }.into());
    }
    let store = open_store(config).await?;
    make(config, house, &store, out.as_deref()).await?;
    store.close().await;
    Ok(())
}

/// The house that is meant: the named one, or the only one.
pub(super) fn chosen<'a>(config: &'a Config, named: Option<&str>) -> Result<&'a str, Failure> {
    let mut houses = config.houses.iter().map(|address| address.house.as_str());
    let found = match (named, config.houses.as_slice()) {
        (Some(name), _) => houses.clone().find(|house| *house == name),
        (None, [only]) => Some(only.house.as_str()),
        (None, _) => None,
    };
    let all = houses.by_ref().collect::<Vec<_>>().join(", ");
    found.ok_or_else(|| Failure::Said(format!("which house? Name it with --house: {all}")))
}

/// Makes the keys of a house and shows the private halves, on the screen or in a new file of their owner.
pub(super) async fn make(config: &Config, house: &str, store: &Store, out: Option<&Path>) -> Result<(), Failure> {
    write(config, house, store, out).await?;
    let mut screen = std::io::stdout();
    if let Some(file) = out {
        writeln!(screen, "Private key codes written to {}. Move them off this machine.", file.display())?;
    }
    writeln!(screen, "Keys made in {}.", config.keys(house).display())?;
    Ok(())
}

/// The same, without a word about where they lie.
pub(super) async fn write(
    config: &Config,
    house: &str,
    store: &Store,
    out: Option<&Path>,
) -> Result<NewKeys, Failure> {
    let keys = NewKeys::generate(&SystemRandom)?;
    // The private halves first: a public key whose private half nobody has would seal referrals for ever.
    match out {
        Some(file) => write_new(file, letter(house, &keys).as_bytes(), 0o600)?,
        None => std::io::stdout().write_all(letter(house, &keys).as_bytes())?,
    }
    keys.store(&config.keys(house))?;
    let fingerprint = keys.house.public().fingerprint();
    store.audit().append(Entry::new(SystemClock.now(), Actor::Operator, Event::KeysMade { fingerprint })).await?;
    Ok(keys)
}

fn letter(house: &str, keys: &NewKeys) -> zeroize::Zeroizing<String> {
    zeroize::Zeroizing::new(format!(
        "House {house}. These two codes open every referral to it. They are shown once and kept nowhere else: write them down now.\n\
         \n\
         House key, to open referrals:\n    {}\n    fingerprint {}\n\
         \n\
         Recovery key, for a safe, in case the house key is lost:\n    {}\n    fingerprint {}\n\n",
        *keys.house.code(),
        keys.house.public().fingerprint(),
        *keys.recovery.code(),
        keys.recovery.public().fingerprint(),
    ))
}
