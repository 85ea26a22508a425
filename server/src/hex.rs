//! Bytes as lower-case hexadecimal text and back: key files, ids, digests.

/// Two lower-case digits a byte.
pub fn encode(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// Exactly `N` bytes, or nothing. Takes both cases.
pub fn decode<const N: usize>(text: &str) -> Option<[u8; N]> {
    let text = text.as_bytes();
    if text.len() != N * 2 {
        return None;
    }
    let mut bytes = [0; N];
    for (byte, pair) in bytes.iter_mut().zip(text.chunks_exact(2)) {
        *byte = digit(pair[0])? << 4 | digit(pair[1])?;
    }
    Some(bytes)
}

fn digit(character: u8) -> Option<u8> {
    char::from(character).to_digit(16).and_then(|digit| u8::try_from(digit).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_reads_back() {
        assert_eq!(encode(&[0x00, 0x0f, 0xab]), "000fab");
        assert_eq!(decode("000FaB"), Some([0x00, 0x0f, 0xab]));
    }

    #[test]
    fn wrong_lengths_and_other_characters_are_refused() {
        for text in ["", "00", "0000000", "00000g", "0000é"] {
            assert_eq!(decode::<3>(text), None, "{text}");
        }
    }
}
