//! `zvh keys …`: makes the keys of the house, renews the house key, writes lost ones out again.

use std::fmt::Write as _;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use clap::Subcommand;

use super::referral::read_code;
use super::staff::HouseFiles;
use super::{Failure, open_store};
use crate::audit::{Actor, Entry, Event, TypedKey};
use crate::clock::{Clock as _, SystemClock};
use crate::config::Config;
use crate::house_key::{HouseKeyError, HouseKeyring, Unlocked};
use crate::random::SystemRandom;
use crate::seal::key_file::{KeyFileError, existing, write_new};
use crate::seal::keys::{PrivateKey, Role};
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
    /// Renew the house key: new referrals are sealed to the new one, everyone at the desk who holds the old one gets it
    Rotate(Typed),
    /// Write the code of every house key out again, with the recovery key from the safe
    Recover {
        #[command(flatten)]
        typed: Typed,
        /// Write the codes to this new file instead of the screen
        #[arg(long, value_name = "FILE")]
        out: Option<PathBuf>,
    },
}

/// A key that proves who may do this.
#[derive(clap::Args)]
pub(super) struct Typed {
    /// Short name of the house; may be left out where there is only one
    #[arg(long, value_name = "HOUSE")]
    house: Option<String>,
    /// File that holds a key code: of the house or of recovery [default: ask for it]
    #[arg(long, value_name = "FILE")]
    key_file: Option<PathBuf>,
}

pub(super) async fn obey(command: Keys, config: &Config) -> Result<(), Failure> {
    match command {
        Keys::Init { house, out } => {
            let house = chosen(config, house.as_deref())?;
            if let Some(path) = existing(&config.keys(house)) {
                return Err(KeyFileError::Exists { path }.into());
            }
            let store = open_store(config).await?;
            make(config, house, &store, out.as_deref()).await?;
            store.close().await;
            Ok(())
        }
        Keys::Rotate(typed) => {
            let store = open_store(config).await?;
            let outcome = rotate(config, &store, &typed).await;
            store.close().await;
            outcome
        }
        Keys::Recover { typed, out } => {
            let store = open_store(config).await?;
            let outcome = recover(config, &store, &typed, out.as_deref()).await;
            store.close().await;
            outcome
        }
    }
}

async fn rotate(config: &Config, store: &Store, typed: &Typed) -> Result<(), Failure> {
    let house = chosen(config, typed.house.as_deref())?;
    let keys = HouseFiles::load(config, house)?;
    let now = SystemClock.now();
    unlocked(&keys.of(house, store), typed).await?;
    let new = keys.of(house, store).rotate(now, Actor::Operator).await?;
    let mut screen = std::io::stdout();
    writeln!(screen, "House {house} has a new key, number {}, fingerprint {}.", new.epoch, new.fingerprint())?;
    writeln!(
        screen,
        "Everyone at the desk who held the key before has it. The recovery key opens what is sealed to it."
    )?;
    Ok(())
}

async fn recover(config: &Config, store: &Store, typed: &Typed, out: Option<&Path>) -> Result<(), Failure> {
    let house = chosen(config, typed.house.as_deref())?;
    let keys = HouseFiles::load(config, house)?;
    let (opened, with) = unlocked(&keys.of(house, store), typed).await?;
    let recovered = Event::HouseKeysRecovered { house: house.to_owned(), with };
    let entry = Entry::new(SystemClock.now(), Actor::Operator, recovered);
    // First the trail, then the codes.
    store.audit().append(entry).await?;
    let mut text = zeroize::Zeroizing::new(String::new());
    for (epoch, key) in &opened {
        let (code, fingerprint) = (key.code(), key.public().fingerprint());
        let _ = write!(text, "House key {epoch}:\n    {}\n    fingerprint {fingerprint}\n\n", *code);
    }
    match out {
        Some(file) => write_new(file, text.as_bytes(), 0o600)?,
        None => std::io::stdout().write_all(text.as_bytes())?,
    }
    Ok(())
}

/// The keys that the typed one opens, and which one that was.
async fn unlocked(house: &HouseKeyring<'_>, typed: &Typed) -> Result<(Vec<(u32, PrivateKey)>, TypedKey), Failure> {
    let key = PrivateKey::from_code(&read_code(typed.key_file.as_deref())?)?;
    let which = if key.role() == Role::Recovery { TypedKey::Recovery } else { TypedKey::House };
    match house.unlock(key, SystemClock.now()).await? {
        Unlocked::Epochs(keys, None) => Ok((keys, which)),
        Unlocked::Epochs(_, Some(_)) | Unlocked::RecoveryTooEarly => Err(HouseKeyError::NotSetUp.into()),
        Unlocked::OtherKey => {
            Err(Failure::Said("this is the key of another house, or one that is not used here".into()))
        }
    }
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
    // With other keys nothing that is there opens any more, and nothing new can be sealed.
    let is_used = store.house_keys().newest(house).await?.is_some()
        || !store.members().of(house).await?.is_empty()
        || store.referrals().list().await?.iter().any(|referral| referral.house == house);
    if is_used {
        return Err(Failure::Said(format!(
            "the database holds colleagues, referrals or keys of {house} that other keys belong to: put the folder {} back from its backup; \
             new keys open nothing of it",
            config.keys(house).display()
        )));
    }
    write(config, house, store, out).await?;
    let mut screen = std::io::stdout();
    if let Some(file) = out {
        writeln!(screen, "Private key codes written to {}. Move them off this machine.", file.display())?;
    }
    writeln!(screen, "Keys made in {}.", config.keys(house).display())?;
    Ok(())
}

/// The same, without a word about where they lie.
pub(super) async fn write(config: &Config, house: &str, store: &Store, out: Option<&Path>) -> Result<NewKeys, Failure> {
    let keys = NewKeys::generate(&SystemRandom)?;
    // The private halves first: a public key whose private half nobody has would seal referrals for ever.
    match out {
        Some(file) => write_new(file, letter(house, &keys).as_bytes(), 0o600)?,
        None => std::io::stdout().write_all(letter(house, &keys).as_bytes())?,
    }
    keys.store(&config.keys(house))?;
    let (fingerprint, recovery) = (keys.house.public().fingerprint(), keys.recovery.public().fingerprint());
    let made = Event::KeysMade { house: house.to_owned(), fingerprint, recovery, mail: keys.mail.mark() };
    store.audit().append(Entry::new(SystemClock.now(), Actor::Operator, made)).await?;
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
