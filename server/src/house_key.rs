//! The key of a house through its epochs: which one seals now, a new one, and copies of the private half for who may open.
//!
//! Epoch 1 is the pair that `zvh keys init` made; its public half is the file `house.pub`. From the first colleague at the desk on,
//! public halves stand in the store, each with a proof under the mail key: who can only write the database can't have anything
//! sealed to a key of their own. The same holds for the keys of members. Private halves lie in the store only sealed: to each member
//! who may open, and to the recovery key.

mod known;

use chrono::{DateTime, NaiveDate, Utc};
use domain::desk::role::Right;

use crate::audit::{Actor, Entry, Event};
use crate::clock::today;
use crate::random::{Random, RandomError};
use crate::seal::keys::{PrivateKey, PublicKey, PublicKeys, Role};
use crate::seal::mail_key::MailKey;
use crate::seal::member::{copy_for, open_copy};
use crate::seal::{OpenError, SealError};
use crate::store::{
    HouseKey, HouseKeyCopy, Member, MemberId, MemberKey, NewHouseKeyCopy, RoleUntil, Store, StoreError,
};

pub use known::OtherKeys;

/// Who a copy in the key's own row is for.
const RECOVERY: &str = "recovery";

/// Why a key of the house can't be used, made or given.
#[derive(Debug, thiserror::Error)]
pub enum HouseKeyError {
    /// The database is away, or someone else made the same epoch a moment ago.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// A copy could not be sealed.
    #[error(transparent)]
    Seal(#[from] SealError),
    /// A copy does not open.
    #[error(transparent)]
    Open(#[from] OpenError),
    /// The machine gives no randomness.
    #[error(transparent)]
    Random(#[from] RandomError),
    /// The public key in the store was not written by this program.
    #[error("the public house key of epoch {epoch} in the database was changed from outside: nothing is sealed to it")]
    Swapped {
        /// Which one.
        epoch: u32,
    },
    /// The public key of a member was not written by this program.
    #[error("the public key of {0} in the database was changed from outside: no copy is made for it")]
    MemberSwapped(MemberId),
    /// Nobody of the desk holds the house key yet.
    #[error("the desk was not set up yet: someone there types the house key first")]
    NotSetUp,
}

/// The keys of one house: what it takes to work with them.
#[derive(Clone, Copy)]
pub struct HouseKeyring<'a> {
    /// Short name of the house.
    pub house: &'a str,
    /// `house.pub` and `recovery.pub`.
    pub files: &'a PublicKeys,
    /// Proves public keys.
    pub mail_key: &'a MailKey,
    /// Where they are kept.
    pub store: &'a Store,
    /// Gives randomness.
    pub random: &'a dyn Random,
}

/// What became of a typed key code.
pub enum Unlocked {
    /// It opens these epochs. The first time that a house key is typed, its row comes along.
    Epochs(Vec<(u32, PrivateKey)>, Option<HouseKey>),
    /// It is a key of another house, or of no epoch that is known.
    OtherKey,
    /// The recovery key can't set up the desk: it opens copies, and there are none yet.
    RecoveryTooEarly,
}

impl HouseKeyring<'_> {
    /// What new referrals are sealed to.
    pub async fn sealing(&self) -> Result<PublicKeys, HouseKeyError> {
        let Some(newest) = self.store.house_keys().newest(self.house).await? else { return Ok(self.files.clone()) };
        Ok(PublicKeys { house: self.proven(&newest)?, recovery: self.files.recovery.clone() })
    }

    /// Makes the next epoch: sealed to recovery and to everyone who holds the newest and may open still.
    pub async fn rotate(&self, now: DateTime<Utc>, actor: Actor) -> Result<PublicKey, HouseKeyError> {
        let newest = self.store.house_keys().newest(self.house).await?.ok_or(HouseKeyError::NotSetUp)?;
        self.proven(&newest)?;
        let epoch = newest.epoch + 1;
        let key = PrivateKey::generate(Role::House, self.random)?;
        let held = self.store.house_keys().copies(self.house).await?;
        let mut copies = Vec::new();
        for member in self.store.members().of(self.house).await? {
            let holds = held.iter().any(|copy| copy.member == member.id && copy.epoch == newest.epoch);
            if holds && may_open(&member, today(now)) {
                copies.push(self.copy(&member, epoch, &key)?);
            }
        }
        let new = self.row(epoch, &key, now)?;
        let public = public(&new);
        let entry = Entry::new(now, actor, Event::HouseKeyMade { house: self.house.to_owned(), epoch });
        self.store.house_keys().add(Some(new), copies, entry).await?;
        Ok(public)
    }

    /// Gives a member copies of these epochs; `first` enters the first epoch with it.
    pub async fn give(
        &self,
        to: &Member,
        keys: &[(u32, PrivateKey)],
        first: Option<HouseKey>,
        entry: Entry,
    ) -> Result<(), HouseKeyError> {
        let copies = keys.iter().map(|(epoch, key)| self.copy(to, *epoch, key)).collect::<Result<_, _>>()?;
        Ok(self.store.house_keys().add(first, copies, entry).await?)
    }

    /// What a printed key opens: the house key its own epoch, the recovery key all of them.
    pub async fn unlock(&self, typed: PrivateKey, now: DateTime<Utc>) -> Result<Unlocked, HouseKeyError> {
        let rows = self.store.house_keys().of(self.house).await?;
        if typed.role() == Role::Recovery {
            return self.recover(&typed, &rows);
        }
        let bytes = typed.public().bytes;
        if let Some(row) = rows.iter().find(|row| row.public_key == bytes) {
            return Ok(Unlocked::Epochs(vec![(row.epoch, typed)], None));
        }
        if !rows.is_empty() || bytes != self.files.house.bytes {
            return Ok(Unlocked::OtherKey);
        }
        let epoch = self.files.house.epoch;
        let first = self.row(epoch, &typed, now)?;
        Ok(Unlocked::Epochs(vec![(epoch, typed)], Some(first)))
    }

    fn recover(&self, key: &PrivateKey, rows: &[HouseKey]) -> Result<Unlocked, HouseKeyError> {
        if key.public().bytes != self.files.recovery.bytes {
            return Ok(Unlocked::OtherKey);
        }
        if rows.is_empty() {
            return Ok(Unlocked::RecoveryTooEarly);
        }
        let open =
            |row: &HouseKey| Ok((row.epoch, open_copy(key, &row.recovery_copy, self.house, row.epoch, RECOVERY)?));
        Ok(Unlocked::Epochs(rows.iter().map(open).collect::<Result<_, OpenError>>()?, None))
    }

    /// Every epoch as people compare it: number, fingerprint, when it was made.
    pub async fn epochs(&self) -> Result<Vec<(PublicKey, DateTime<Utc>)>, HouseKeyError> {
        let rows = self.store.house_keys().of(self.house).await?;
        rows.iter().map(|row| Ok((self.proven(row)?, row.made_at))).collect()
    }

    /// The public half of a member's new key pair, as it is stored.
    pub fn of_member(&self, member: MemberId, key: &PrivateKey) -> MemberKey {
        let bytes = key.public().bytes;
        MemberKey { bytes, proof: self.member_proof(member, &bytes) }
    }

    /// Whether this is the private half of the key pair that this member made here: any other that a row unlocks was put there from
    /// outside, and makes nobody this member.
    pub fn is_key_of(&self, member: &Member, key: &PrivateKey) -> bool {
        self.proven_member(member).is_ok_and(|bytes| bytes == key.public().bytes)
    }

    fn copy(&self, member: &Member, epoch: u32, key: &PrivateKey) -> Result<NewHouseKeyCopy, HouseKeyError> {
        let bytes = self.proven_member(member)?;
        let to = PublicKey { role: Role::Member, epoch: 1, bytes };
        let envelope = copy_for(&to, key, self.house, epoch, &member.id.to_string(), self.random)?;
        let copy = HouseKeyCopy { house: self.house.to_owned(), epoch, member: member.id, envelope };
        Ok(NewHouseKeyCopy { copy, sealed_to: bytes })
    }

    fn row(&self, epoch: u32, key: &PrivateKey, made_at: DateTime<Utc>) -> Result<HouseKey, HouseKeyError> {
        let public_key = key.public().bytes;
        Ok(HouseKey {
            house: self.house.to_owned(),
            epoch,
            public_key,
            proof: self.proof(epoch, &public_key),
            recovery_copy: copy_for(&self.files.recovery, key, self.house, epoch, RECOVERY, self.random)?,
            made_at,
        })
    }

    fn proven(&self, row: &HouseKey) -> Result<PublicKey, HouseKeyError> {
        if row.proof == self.proof(row.epoch, &row.public_key) {
            Ok(public(row))
        } else {
            Err(HouseKeyError::Swapped { epoch: row.epoch })
        }
    }

    fn proven_member(&self, member: &Member) -> Result<[u8; 32], HouseKeyError> {
        let proven = member.public_key.filter(|key| key.proof == self.member_proof(member.id, &key.bytes));
        proven.map(|key| key.bytes).ok_or(HouseKeyError::MemberSwapped(member.id))
    }

    fn proof(&self, epoch: u32, key: &[u8; 32]) -> [u8; 32] {
        self.mail_key.proof(b"house-key", &[self.house.as_bytes(), &epoch.to_be_bytes(), key])
    }

    fn member_proof(&self, member: MemberId, key: &[u8; 32]) -> [u8; 32] {
        self.mail_key.proof(b"member-key", &[self.house.as_bytes(), member.to_string().as_bytes(), key])
    }
}

/// Whether someone is appointed for anything that takes opening what was sent; screened and trained or not yet.
pub fn may_open(member: &Member, today: NaiveDate) -> bool {
    let opens = |held: &RoleUntil| held.until >= today && held.role.may(Right::Open);
    member.left_at.is_none() && member.until >= today && member.roles.iter().any(opens)
}

/// The public half of a row.
const fn public(row: &HouseKey) -> PublicKey {
    PublicKey { role: Role::House, epoch: row.epoch, bytes: row.public_key }
}
