//! The beginning of everything sealed: `magic | version | suite | kind | epoch | house | object`.
//!
//! Never secret, always authenticated. Names carry their length, so no two headers have the same bytes.

use super::{OpenError, SealError};

/// The only layout there is so far.
pub(super) const VERSION: u8 = 1;
/// Suite 1: X25519 and HKDF-SHA256 (HPKE, RFC 9180) where there are recipients, ChaCha20-Poly1305 for all content.
pub(super) const SUITE: u8 = 1;

/// What a sealed object is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A half-filled form.
    Draft,
    /// A referral as it was sent.
    Referral,
    /// Address and content of a waiting mail.
    Mail,
    /// What was said about a referral after it was sent: an addition, an answer.
    Message,
    /// The private key of a member of the desk.
    MemberKey,
    /// A copy of the private key of a house.
    HouseKey,
    /// Name and address of a member of the desk.
    Profile,
    /// A sign-in that began.
    Ceremony,
}

impl Kind {
    fn magic(self) -> [u8; 4] {
        match self {
            Self::Draft => *b"ZVHD",
            Self::Referral => *b"ZVHE",
            Self::Mail => *b"ZVHM",
            Self::Message => *b"ZVHT",
            Self::MemberKey => *b"ZVHP",
            Self::HouseKey => *b"ZVHK",
            Self::Profile => *b"ZVHN",
            Self::Ceremony => *b"ZVHC",
        }
    }

    fn code(self) -> u8 {
        match self {
            Self::Draft => 1,
            Self::Referral => 2,
            Self::Mail => 3,
            Self::Message => 4,
            Self::MemberKey => 5,
            Self::HouseKey => 6,
            Self::Profile => 7,
            Self::Ceremony => 8,
        }
    }
}

/// To what a sealed object belongs. It opens only for whoever asks for exactly this.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Header {
    /// Short name of the house, as in `content/`.
    pub house: String,
    /// What it is.
    pub kind: Kind,
    /// The number of the object: the reference of a referral, the id of a mail, the form of a draft.
    pub object: String,
}

impl Header {
    /// A header for this object.
    pub fn new(house: &str, kind: Kind, object: &str) -> Self {
        Self { house: house.to_owned(), kind, object: object.to_owned() }
    }

    /// The bytes, for this epoch of the house key (0 where no house key is involved).
    pub(super) fn encode(&self, epoch: u32) -> Result<Vec<u8>, SealError> {
        let mut bytes = Vec::with_capacity(15 + self.house.len() + self.object.len());
        bytes.extend(self.kind.magic());
        bytes.extend([VERSION, SUITE, self.kind.code()]);
        bytes.extend(epoch.to_be_bytes());
        for name in [&self.house, &self.object] {
            bytes.extend(u16::try_from(name.len()).map_err(|_| SealError::TooLong)?.to_be_bytes());
            bytes.extend(name.as_bytes());
        }
        Ok(bytes)
    }

    /// Splits `sealed` after its header: the epoch, the header's bytes and the rest. Refuses any header but this one.
    pub(super) fn split<'a>(&self, sealed: &'a [u8]) -> Result<(u32, &'a [u8], &'a [u8]), OpenError> {
        let [m0, m1, m2, m3, version, suite, _kind, e0, e1, e2, e3, ..] = *sealed else {
            return Err(OpenError::NotSealed);
        };
        if [m0, m1, m2, m3] != self.kind.magic() {
            return Err(OpenError::NotSealed);
        }
        if (version, suite) != (VERSION, SUITE) {
            return Err(OpenError::Unknown { version, suite });
        }
        let epoch = u32::from_be_bytes([e0, e1, e2, e3]);
        let expected = self.encode(epoch).map_err(|_| OpenError::OtherObject)?;
        if !sealed.starts_with(&expected) {
            return Err(OpenError::OtherObject);
        }
        let (header, rest) = sealed.split_at(expected.len());
        Ok((epoch, header, rest))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_can_not_shift_into_each_other() {
        let one = Header::new("ab", Kind::Referral, "c").encode(1).unwrap();
        let two = Header::new("a", Kind::Referral, "bc").encode(1).unwrap();
        assert_ne!(one, two);
    }

    #[test]
    fn a_header_opens_only_for_the_same_house_kind_and_object() {
        let header = Header::new("westelijke-mijnstreek", Kind::Referral, "ZVH-1");
        let bytes = header.encode(3).unwrap();
        assert_eq!(header.split(&bytes).unwrap().0, 3);
        for (other, error) in [
            (Header::new("parkstad", Kind::Referral, "ZVH-1"), OpenError::OtherObject),
            (Header::new("westelijke-mijnstreek", Kind::Referral, "ZVH-2"), OpenError::OtherObject),
            (Header::new("westelijke-mijnstreek", Kind::Draft, "ZVH-1"), OpenError::NotSealed),
        ] {
            assert_eq!(other.split(&bytes).unwrap_err(), error);
        }
    }

    #[test]
    fn a_later_version_is_named() {
        let header = Header::new("h", Kind::Draft, "o");
        let mut bytes = header.encode(0).unwrap();
        bytes[4] = 2;
        assert_eq!(header.split(&bytes).unwrap_err(), OpenError::Unknown { version: 2, suite: 1 });
    }
}
