//! The envelope of a referral: sealed to the house key and to the recovery key, opened by either.
//!
//! `header | recipients | nonce | body`:
//! - a random content key, used once, seals the padded body with ChaCha20-Poly1305; everything before the nonce is its
//!   associated data, so no byte of an envelope can change unnoticed;
//! - each recipient gets the content key by HPKE in base mode (RFC 9180; X25519, HKDF-SHA256, ChaCha20-Poly1305) with
//!   `info = "zvh/seal/v1" | header`: `role (1) | key id (8) | encapsulated key (32) | sealed content key (48)`.
//!
//! To open an envelope with other tools, that is all there is to know; `tests` below does it with a second implementation.

use hpke::aead::ChaCha20Poly1305;
use hpke::kdf::HkdfSha256;
use hpke::kem::X25519HkdfSha256;
use hpke::{Deserializable, OpModeR, OpModeS, Serializable, single_shot_open, single_shot_seal_with_rng};
use zeroize::Zeroizing;

use super::keys::{PrivateKey, PublicKey, PublicKeys};
use super::padding::Sizes;
use super::{Header, OpenError, SealError, symmetric};
use crate::random::{self, Random, Stream};

pub(super) type Kem = X25519HkdfSha256;

const INFO: &[u8] = b"zvh/seal/v1";
const KEY_ID: usize = 8;
const ENCAPSULATED: usize = 32;
const SEALED_KEY: usize = 32 + 16;
const RECIPIENT: usize = 1 + KEY_ID + ENCAPSULATED + SEALED_KEY;

/// What came out of an envelope.
pub struct Opened {
    /// The epoch of the house key it was sealed to.
    pub epoch: u32,
    /// What was sealed; wiped from memory when dropped.
    pub body: Zeroizing<Vec<u8>>,
}

/// Seals `body` to the house and to recovery, bound to `header`.
pub fn seal(keys: &PublicKeys, header: &Header, body: &[u8], random: &dyn Random) -> Result<Vec<u8>, SealError> {
    seal_for(keys.epoch(), &[&keys.house, &keys.recovery], header, body, random)
}

/// Seals `body` to the house, to recovery and to who follows it, bound to `header`.
pub fn seal_shared(
    keys: &PublicKeys,
    follower: &PublicKey,
    header: &Header,
    body: &[u8],
    random: &dyn Random,
) -> Result<Vec<u8>, SealError> {
    seal_for(keys.epoch(), &[&keys.house, &keys.recovery, follower], header, body, random)
}

/// Seals `body` to these.
pub(super) fn seal_for(
    epoch: u32,
    recipients: &[&PublicKey],
    header: &Header,
    body: &[u8],
    random: &dyn Random,
) -> Result<Vec<u8>, SealError> {
    let mut envelope = header.encode(epoch)?;
    let info = [INFO, &envelope].concat();
    let content_key = Zeroizing::new(random::bytes::<32>(random)?);
    envelope.push(u8::try_from(recipients.len()).map_err(|_| SealError::TooLong)?);
    for recipient in recipients {
        seal_key(recipient, &info, &content_key, random, &mut envelope)?;
    }
    symmetric::seal(&content_key, envelope, body, Sizes::Document, random)
}

/// Opens an envelope that must belong to `expected`.
pub fn open(key: &PrivateKey, expected: &Header, envelope: &[u8]) -> Result<Opened, OpenError> {
    let (epoch, header, rest) = expected.split(envelope)?;
    let (count, rest) = rest.split_first().ok_or(OpenError::Refused)?;
    let recipients = rest.get(..usize::from(*count) * RECIPIENT).ok_or(OpenError::Refused)?;
    let (bound, rest) = envelope.split_at(header.len() + 1 + recipients.len());
    let info = [INFO, header].concat();
    let content_key = open_key(key, &info, recipients)?;
    Ok(Opened { epoch, body: symmetric::open(&content_key, bound, rest)? })
}

fn seal_key(
    recipient: &PublicKey,
    info: &[u8],
    content_key: &[u8; 32],
    random: &dyn Random,
    envelope: &mut Vec<u8>,
) -> Result<(), SealError> {
    let key = hpke_key(recipient)?;
    let name = name(recipient);
    let mut source = Unfailing(Stream::new(random::bytes(random)?));
    let (encapsulated, sealed) = single_shot_seal_with_rng::<ChaCha20Poly1305, HkdfSha256, Kem>(
        &OpModeS::Base,
        &key,
        info,
        content_key,
        &name,
        &mut source,
    )
    .map_err(|_| SealError::Cipher)?;
    envelope.extend(name);
    envelope.extend(encapsulated.to_bytes());
    envelope.extend(sealed);
    Ok(())
}

fn open_key(key: &PrivateKey, info: &[u8], recipients: &[u8]) -> Result<Zeroizing<[u8; 32]>, OpenError> {
    let name = name(&key.public());
    let mine = recipients
        .chunks_exact(RECIPIENT)
        .find_map(|recipient| recipient.strip_prefix(name.as_slice()))
        .ok_or(OpenError::OtherKey)?;
    let (encapsulated, sealed) = mine.split_at(ENCAPSULATED);
    let encapsulated = <Kem as hpke::Kem>::EncappedKey::from_bytes(encapsulated).map_err(|_| OpenError::Refused)?;
    let opened = single_shot_open::<ChaCha20Poly1305, HkdfSha256, Kem>(
        &OpModeR::Base,
        &key.hpke(),
        &encapsulated,
        info,
        sealed,
        &name,
    )
    .map(Zeroizing::new)
    .map_err(|_| OpenError::Refused)?;
    opened.as_slice().try_into().map(Zeroizing::new).map_err(|_| OpenError::Refused)
}

/// `role | key id`: finds the recipient, and is bound to the content key sealed for it.
fn name(key: &PublicKey) -> [u8; 1 + KEY_ID] {
    let mut name = [key.role.number(); 1 + KEY_ID];
    name[1..].copy_from_slice(&key.id());
    name
}

fn hpke_key(key: &PublicKey) -> Result<<Kem as hpke::Kem>::PublicKey, SealError> {
    <Kem as hpke::Kem>::PublicKey::from_bytes(&key.bytes).map_err(|_| SealError::Cipher)
}

/// HPKE wants a source that can not fail: 32 bytes are drawn where failing is still possible, the rest follows from them.
struct Unfailing(Stream);

impl hpke::rand_core::TryRng for Unfailing {
    type Error = std::convert::Infallible;

    fn try_next_u32(&mut self) -> Result<u32, Self::Error> {
        let mut bytes = [0; 4];
        self.0.fill(&mut bytes);
        Ok(u32::from_be_bytes(bytes))
    }

    fn try_next_u64(&mut self) -> Result<u64, Self::Error> {
        let mut bytes = [0; 8];
        self.0.fill(&mut bytes);
        Ok(u64::from_be_bytes(bytes))
    }

    fn try_fill_bytes(&mut self, bytes: &mut [u8]) -> Result<(), Self::Error> {
        self.0.fill(bytes);
        Ok(())
    }
}

impl hpke::rand_core::TryCryptoRng for Unfailing {}

#[cfg(test)]
mod tests;
