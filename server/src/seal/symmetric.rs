//! One key, one object: `bound bytes | nonce | ChaCha20-Poly1305(padded body)`. The bound bytes are the associated data.

use chacha20poly1305::aead::AeadInOut;
use chacha20poly1305::{ChaCha20Poly1305, Key, KeyInit, Nonce};
use zeroize::Zeroizing;

use super::padding::{Sizes, pad, unpad};
use super::{OpenError, SealError};
use crate::random::{self, Random};

const NONCE: usize = 12;

/// Seals `body` behind `bound`.
pub(super) fn seal(
    key: &[u8; 32],
    bound: Vec<u8>,
    body: &[u8],
    sizes: Sizes,
    random: &dyn Random,
) -> Result<Vec<u8>, SealError> {
    let nonce: [u8; NONCE] = random::bytes(random)?;
    let mut content = pad(body, sizes)?;
    cipher(key).encrypt_in_place(&Nonce::from(nonce), &bound, &mut *content).map_err(|_| SealError::Cipher)?;
    let mut sealed = bound;
    sealed.extend(nonce);
    sealed.extend_from_slice(&content);
    Ok(sealed)
}

/// Opens what [`seal`] put behind `bound`; `rest` is everything after it.
pub(super) fn open(key: &[u8; 32], bound: &[u8], rest: &[u8]) -> Result<Zeroizing<Vec<u8>>, OpenError> {
    let (nonce, content) = rest.split_first_chunk::<NONCE>().ok_or(OpenError::Refused)?;
    let mut content = Zeroizing::new(content.to_vec());
    cipher(key).decrypt_in_place(&Nonce::from(*nonce), bound, &mut *content).map_err(|_| OpenError::Refused)?;
    unpad(&content)
}

fn cipher(key: &[u8; 32]) -> ChaCha20Poly1305 {
    ChaCha20Poly1305::new(&Key::from(*key))
}
