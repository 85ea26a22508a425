//! Secrets as text that people copy, print and read out: Crockford's base 32 with a check character.
//!
//! Letters that look like digits read as those digits, case, spaces and dashes do not matter. The check character makes
//! every single wrong character and every two swapped characters a noticed mistake (in codes up to 31 characters; in
//! longer ones unless the swap is 31 places apart). Crockford's own check needs five extra signs such as `*` and `~`;
//! this one stays within the alphabet: the sum of all characters, each times its own power of two in the field of 32
//! elements, is zero.

use zeroize::Zeroizing;

const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// What is wrong with a typed code. Never holds what was typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum CodeError {
    /// Too few or too many characters, spaces and dashes aside.
    #[error("the code has {found} characters, it should have {expected}")]
    Length {
        /// How many there should be.
        expected: usize,
        /// How many there are.
        found: usize,
    },
    /// A character that no code has.
    #[error("character {position} can not be part of a code")]
    Character {
        /// Which one, counted from 1, spaces and dashes aside.
        position: usize,
    },
    /// A character is wrong or two are swapped.
    #[error("the code has a typing mistake")]
    Check,
}

/// Writes these symbols (values below 32) and their check character in groups of `group`.
pub(super) fn write(symbols: &[u8], group: usize) -> Zeroizing<String> {
    let mut text = Zeroizing::new(String::with_capacity(symbols.len() * 2));
    for (place, symbol) in symbols.iter().copied().chain([check(symbols)]).enumerate() {
        if place > 0 && place % group == 0 {
            text.push('-');
        }
        text.push(char::from(ALPHABET[usize::from(symbol & 31)]));
    }
    text
}

/// Reads `expected` characters, the check character included; gives the symbols without it.
pub(super) fn read(text: &str, expected: usize) -> Result<Zeroizing<Vec<u8>>, CodeError> {
    let mut symbols = Zeroizing::new(Vec::with_capacity(expected));
    for character in text.chars().filter(|character| !is_separator(*character)) {
        let position = symbols.len() + 1;
        if position > expected {
            return Err(CodeError::Length { expected, found: text.chars().filter(|c| !is_separator(*c)).count() });
        }
        symbols.push(value(character).ok_or(CodeError::Character { position })?);
    }
    if symbols.len() != expected {
        return Err(CodeError::Length { expected, found: symbols.len() });
    }
    let claimed = symbols.pop();
    if claimed == Some(check(&symbols)) { Ok(symbols) } else { Err(CodeError::Check) }
}

/// Bytes as groups of five bits, the last one filled up with zeros; `count` groups.
pub(super) fn symbols(bytes: &[u8], count: usize) -> Zeroizing<Vec<u8>> {
    let bit = |place: usize| bytes.get(place / 8).map_or(0, |byte| byte >> (7 - place % 8) & 1);
    Zeroizing::new(
        (0..count).map(|symbol| (0..5).fold(0, |value, place| value << 1 | bit(symbol * 5 + place))).collect(),
    )
}

/// The bytes of [`symbols`]. Bits past the last byte must be zero: a code has one spelling.
pub(super) fn bytes<const N: usize>(symbols: &[u8]) -> Result<Zeroizing<[u8; N]>, CodeError> {
    let mut bytes = Zeroizing::new([0; N]);
    for (place, bit) in symbols.iter().flat_map(|symbol| (0..5).map(move |place| symbol >> (4 - place) & 1)).enumerate()
    {
        match bytes.get_mut(place / 8) {
            Some(byte) => *byte |= bit << (7 - place % 8),
            None if bit == 0 => {}
            None => return Err(CodeError::Check),
        }
    }
    Ok(bytes)
}

fn check(symbols: &[u8]) -> u8 {
    let mut weight = 1;
    symbols.iter().fold(0, |sum, symbol| {
        weight = times(weight, 2);
        sum ^ times(weight, *symbol)
    })
}

/// Multiplication in the field of 32 elements (x⁵ + x² + 1), in which 2 generates all 31 others.
fn times(left: u8, right: u8) -> u8 {
    (0..5).rev().fold(0, |product: u8, bit| {
        let doubled = product << 1 ^ if product & 16 == 0 { 0 } else { 0b10_0101 };
        doubled ^ if right >> bit & 1 == 1 { left } else { 0 }
    })
}

fn value(character: char) -> Option<u8> {
    let character = match character.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        other => other,
    };
    ALPHABET.iter().position(|known| char::from(*known) == character).and_then(|place| u8::try_from(place).ok())
}

/// White space, and every dash a word processor or telephone makes of a hyphen.
fn is_separator(character: char) -> bool {
    character.is_whitespace()
        || matches!(
            character,
            '-' | '_' | '.' | '\u{ad}' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{200b}' | '\u{feff}'
        )
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn draft_like() -> impl Strategy<Value = Vec<u8>> {
        prop::collection::vec(0_u8..32, 23)
    }

    proptest! {
        #[test]
        fn what_is_written_reads_back(symbols in draft_like(), group in 1_usize..8) {
            prop_assert_eq!(&*read(&write(&symbols, group), 24).unwrap(), &symbols);
        }

        #[test]
        fn one_wrong_character_is_noticed(symbols in draft_like(), place in 0_usize..24, other in 0_usize..32) {
            let mut text: Vec<char> = write(&symbols, 24).chars().collect();
            let wrong = char::from(ALPHABET[other]);
            prop_assume!(text[place] != wrong);
            text[place] = wrong;
            prop_assert_eq!(read(&text.iter().collect::<String>(), 24).unwrap_err(), CodeError::Check);
        }

        #[test]
        fn two_swapped_characters_are_noticed(symbols in draft_like(), one in 0_usize..24, two in 0_usize..24) {
            let mut text: Vec<char> = write(&symbols, 24).chars().collect();
            prop_assume!(text[one] != text[two]);
            text.swap(one, two);
            prop_assert_eq!(read(&text.iter().collect::<String>(), 24).unwrap_err(), CodeError::Check);
        }

        #[test]
        fn bytes_survive_as_symbols(given in any::<[u8; 32]>()) {
            prop_assert_eq!(*bytes::<32>(&symbols(&given, 52)).unwrap(), given);
        }

        #[test]
        fn no_text_makes_the_reader_fail_otherwise(text in "\\PC{0,40}") {
            let _ = read(&text, 24);
        }
    }

    #[test]
    fn a_code_is_read_generously() {
        let symbols = vec![0, 1, 2, 10, 31];
        assert_eq!(*write(&symbols, 3), "012-AZ9");
        for typed in ["012-AZ9", " o l2 az9 ", "OI2–aZ9", "0\u{a0}1\u{2011}2AZ9\n"] {
            assert_eq!(*read(typed, 6).unwrap(), symbols, "{typed}");
        }
    }

    #[test]
    fn the_mistake_is_named() {
        assert_eq!(read("012", 6).unwrap_err(), CodeError::Length { expected: 6, found: 3 });
        assert_eq!(read("0123-4567", 6).unwrap_err(), CodeError::Length { expected: 6, found: 8 });
        assert_eq!(read("01U345", 6).unwrap_err(), CodeError::Character { position: 3 });
    }

    #[test]
    fn bits_past_the_end_are_refused() {
        assert_eq!(bytes::<1>(&[31, 28]).map(|bytes| *bytes), Ok([0xff]));
        assert_eq!(bytes::<1>(&[31, 29]).unwrap_err(), CodeError::Check);
    }
}
