//! Sealing: what makes the store unreadable.
//!
//! - [`envelope`]: a referral, sealed to the house and its recovery key. This process holds no key that opens it.
//! - [`draft`]: a half-filled form, sealed under the code that only its writer keeps.
//! - [`follow`]: what a sender follows it with, and the links in mails.
//! - [`mail_key`]: the address of a waiting mail, sealed under a key file beside the database.
//! - [`member`]: the keys of who works at the desk, and their copies of the house's key.
//! - [`keys`]: the house's key pairs and their files ([`key_file`]), made by [`new_keys`]; [`code`]: secrets as text people can copy.
//!
//! Everything sealed starts with its [`Header`], which says what it is and to what it belongs. The header is bound to the
//! content: moved to another object, house or kind, nothing opens.

pub mod code;
pub mod draft;
pub mod envelope;
pub mod follow;
pub mod key_file;
pub mod keys;
pub mod mail_key;
pub mod member;
pub mod new_keys;

mod header;
mod padding;
mod symmetric;

pub use header::{Header, Kind};

use crate::random::RandomError;

/// Why nothing could be sealed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum SealError {
    /// No randomness, so no key.
    #[error(transparent)]
    Random(#[from] RandomError),
    /// A name in the header is longer than 65,535 bytes, or the body than 4 GiB.
    #[error("the header or the body is too long to seal")]
    TooLong,
    /// The cipher refused, for instance because a public key is no point on the curve.
    #[error("the cipher refused to seal; check the public keys")]
    Cipher,
}

/// Why something sealed does not open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum OpenError {
    /// These bytes were not sealed by this program, or their beginning is damaged.
    #[error("this is not a sealed object")]
    NotSealed,
    /// Sealed by a newer program.
    #[error("sealed in version {version}, suite {suite}, which this program does not know")]
    Unknown {
        /// Version of the layout.
        version: u8,
        /// Number of the set of ciphers.
        suite: u8,
    },
    /// It belongs to another house, object or kind than the one asked for.
    #[error("this belongs to another object")]
    OtherObject,
    /// It was sealed to other keys than this one.
    #[error("this key does not open it: it was sealed to another key")]
    OtherKey,
    /// The key is wrong, or a byte was changed.
    #[error("it does not open: the key is wrong or the content was changed")]
    Refused,
}
