//! Padding: what is stored has one of a few sizes, so a size says nothing about an answer.

use zeroize::Zeroizing;

use super::{OpenError, SealError};

const LENGTH: usize = 4;

/// The sizes a body may take; past the largest, multiples of it.
#[derive(Clone, Copy)]
pub(super) enum Sizes {
    /// Drafts and referrals: 4, 16, 64, 256 KiB.
    Document,
    /// Mails: 1 KiB.
    Note,
}

impl Sizes {
    fn buckets(self) -> &'static [usize] {
        match self {
            Self::Document => &[4 << 10, 16 << 10, 64 << 10, 256 << 10],
            Self::Note => &[1 << 10],
        }
    }

    fn fit(self, length: usize) -> usize {
        let buckets = self.buckets();
        let largest = buckets.last().copied().unwrap_or(1);
        buckets.iter().copied().find(|bucket| length <= *bucket).unwrap_or_else(|| length.next_multiple_of(largest))
    }
}

/// `length | body | zeros`, up to the next size.
pub(super) fn pad(body: &[u8], sizes: Sizes) -> Result<Zeroizing<Vec<u8>>, SealError> {
    let length = u32::try_from(body.len()).map_err(|_| SealError::TooLong)?;
    let size = sizes.fit(body.len() + LENGTH);
    // Room for the tag: the cipher works in place and must not move (and so leave behind) the plain bytes.
    let mut padded = Zeroizing::new(Vec::with_capacity(size + 16));
    padded.extend(length.to_be_bytes());
    padded.extend_from_slice(body);
    padded.resize(size, 0);
    Ok(padded)
}

/// The body of what [`pad`] made.
pub(super) fn unpad(padded: &[u8]) -> Result<Zeroizing<Vec<u8>>, OpenError> {
    let (length, rest) = padded.split_first_chunk::<LENGTH>().ok_or(OpenError::Refused)?;
    let length = usize::try_from(u32::from_be_bytes(*length)).map_err(|_| OpenError::Refused)?;
    let body = rest.get(..length).ok_or(OpenError::Refused)?;
    Ok(Zeroizing::new(body.to_vec()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_length_comes_back_and_lands_on_a_known_size() {
        for (length, size) in [
            (0, 4 << 10),
            (1, 4 << 10),
            ((4 << 10) - 4, 4 << 10),
            ((4 << 10) - 3, 16 << 10),
            (60_000, 64 << 10),
            (200_000, 256 << 10),
            (300_000, 512 << 10),
        ] {
            let body = vec![7; length];
            let padded = pad(&body, Sizes::Document).unwrap();
            assert_eq!(padded.len(), size, "for {length} bytes");
            assert_eq!(*unpad(&padded).unwrap(), body);
        }
        assert_eq!(pad(&[7; 300], Sizes::Note).unwrap().len(), 1024);
    }

    #[test]
    fn a_length_past_the_end_is_refused() {
        assert_eq!(unpad(&[0, 0, 0, 9, 1]).unwrap_err(), OpenError::Refused);
        assert_eq!(unpad(&[0, 0]).unwrap_err(), OpenError::Refused);
    }
}
