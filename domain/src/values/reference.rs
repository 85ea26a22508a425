//! The reference of a referral: `WM-26-7K4P-Q`. House, year, four random characters, one check character.
//!
//! It holds no order and nothing about a person, so it may stand in mails, file names and logs. It opens nothing: that
//! takes the follow code.

use super::typed::without_separators;

/// A reference as people read it out on the telephone.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Reference(String);

super::deserialize_by_parse!(Reference);

/// The letters a house starts its references with: two to four, A to Z.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct HousePrefix(String);

super::deserialize_by_parse!(HousePrefix);

/// Why a text is no reference or prefix.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReferenceError {
    /// Not letters of a house, two digits, four characters and a check character.
    Form,
    /// The check character does not fit: something is mistyped.
    Check,
}

/// Digits and consonants. What looks alike is out (0 and O, 1 and I and L, B, G, S, Z, U and Y), and so are the vowels: no
/// reference spells a word. Their number, 23, is prime, so with a different weight per place one wrong character or two
/// swapped neighbours always change the sum.
const ALPHABET: [u8; SYMBOLS as usize] = *b"23456789CDFHJKMNPQRTVWX";
const SYMBOLS: u32 = 23;
const RANDOM_CHARACTERS: usize = 4;

impl Reference {
    /// Makes a reference for a referral received in `year`. There are 279,841 per house and year: who stores them tries
    /// again when one is taken.
    pub fn make(prefix: &HousePrefix, year: i32, random: [u8; 4]) -> Self {
        let mut random = u32::from_le_bytes(random);
        let mut compact = format!("{}{:02}", prefix.0, year.rem_euclid(100));
        for _ in 0..RANDOM_CHARACTERS {
            compact.push(symbol(random));
            random /= SYMBOLS;
        }
        compact.push(check_symbol(&compact));
        Self::from_compact(&compact)
    }

    /// Reads a reference in any case, with or without dashes, and forgives look-alikes (B for 8).
    pub fn parse(text: &str) -> Result<Self, ReferenceError> {
        let mut compact = without_separators(text).to_ascii_uppercase();
        let letters = compact.bytes().take_while(u8::is_ascii_uppercase).count();
        if !compact.is_ascii() || !is_prefix_length(letters) || compact.len() != letters + 2 + RANDOM_CHARACTERS + 1 {
            return Err(ReferenceError::Form);
        }
        let random: String = compact.split_off(letters + 2).chars().map(without_look_alike).collect();
        let known = random.bytes().all(|byte| ALPHABET.contains(&byte));
        if !known || !compact.bytes().skip(letters).all(|byte| byte.is_ascii_digit()) {
            return Err(ReferenceError::Form);
        }
        compact.push_str(&random);
        let (body, check) = compact.split_at(compact.len() - 1);
        if check.starts_with(check_symbol(body)) {
            Ok(Self::from_compact(&compact))
        } else {
            Err(ReferenceError::Check)
        }
    }

    /// `WM-26-7K4P-Q`.
    pub fn canonical(&self) -> &str {
        &self.0
    }

    /// `WM-26-7K4P-Q`.
    pub fn shown(&self) -> String {
        self.0.clone()
    }

    /// Puts the dashes in: before year, random characters and check character.
    fn from_compact(compact: &str) -> Self {
        let (rest, check) = compact.split_at(compact.len() - 1);
        let (rest, random) = rest.split_at(rest.len() - RANDOM_CHARACTERS);
        let (prefix, year) = rest.split_at(rest.len() - 2);
        Self([prefix, year, random, check].join("-"))
    }
}

impl HousePrefix {
    /// Reads two to four letters of any case.
    pub fn parse(text: &str) -> Result<Self, ReferenceError> {
        let letters = text.trim().to_ascii_uppercase();
        let is_prefix = is_prefix_length(letters.len()) && letters.bytes().all(|byte| byte.is_ascii_uppercase());
        if is_prefix { Ok(Self(letters)) } else { Err(ReferenceError::Form) }
    }

    /// The letters, upper case.
    pub fn canonical(&self) -> &str {
        &self.0
    }

    /// The letters, upper case.
    pub fn shown(&self) -> String {
        self.0.clone()
    }
}

fn is_prefix_length(letters: usize) -> bool {
    (2..=4).contains(&letters)
}

/// The character of the alphabet for a number, counted round and round.
fn symbol(number: u32) -> char {
    char::from(ALPHABET[(number % SYMBOLS) as usize])
}

/// The character that makes the weighted sum a multiple of 23: every character's value times its place from the right,
/// the check character itself in place 1.
fn check_symbol(body: &str) -> char {
    let sum: u32 = body.bytes().rev().zip(2..).map(|(byte, place)| value(byte) * place).sum();
    symbol(SYMBOLS - sum % SYMBOLS)
}

/// The place in the alphabet. Year and prefix hold characters outside it: 0 and 1 get values that no other digit has.
fn value(byte: u8) -> u32 {
    let outside = u32::from(byte - b'0') + 8;
    ALPHABET.iter().zip(0..).find(|&(&known, _)| known == byte).map_or(outside, |(_, place)| place)
}

fn without_look_alike(c: char) -> char {
    match c {
        'B' => '8',
        'S' => '5',
        'Z' => '2',
        'G' => '6',
        c => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reference(random: u32) -> Reference {
        Reference::make(&HousePrefix::parse("wm").unwrap(), 2026, random.to_le_bytes())
    }

    #[test]
    fn a_reference_is_made_of_house_year_and_chance() {
        assert_eq!(reference(0).canonical(), "WM-26-2222-V");
        assert_eq!(reference(u32::MAX).canonical().len(), "WM-26-7K4P-Q".len());
        assert_ne!(reference(1), reference(2));
        let long = Reference::make(&HousePrefix::parse("ABCD").unwrap(), 2101, [7; 4]);
        assert!(long.canonical().starts_with("ABCD-01-"), "{long:?}");
    }

    #[test]
    fn a_reference_is_read_as_people_type_it() {
        let made = reference(1_234_567_890);
        let canonical = made.canonical();
        for typed in [
            canonical.to_ascii_lowercase(),
            canonical.replace('-', ""),
            canonical.replace('-', " "),
            format!(" {canonical}. "),
            canonical.replace('-', "\u{2013}"),
        ] {
            assert_eq!(Reference::parse(&typed), Ok(made.clone()), "{typed:?}");
        }
    }

    #[test]
    fn look_alikes_are_forgiven() {
        assert_eq!(Reference::parse("WM-26-zzzz-V"), Ok(reference(0)));
    }

    #[test]
    fn every_wrong_character_and_every_swap_is_noticed() {
        for seed in 0..200 {
            let made = reference(seed * 21_474_837);
            let compact = made.canonical().replace('-', "");
            for place in 2..compact.len() {
                for other in ALPHABET.iter().copied().chain(*b"01") {
                    let mut changed = compact.clone().into_bytes();
                    changed[place] = other;
                    let changed = String::from_utf8(changed).unwrap();
                    assert!(changed == compact || Reference::parse(&changed).is_err(), "{compact} {changed}");
                }
                let mut swapped = compact.clone().into_bytes();
                swapped.swap(place - 1, place);
                let swapped = String::from_utf8(swapped).unwrap();
                assert!(swapped == compact || Reference::parse(&swapped).is_err(), "{compact} {swapped}");
            }
        }
    }

    #[test]
    fn what_is_no_reference_says_why() {
        for (typed, error) in [
            ("", ReferenceError::Form),
            ("WM-26-2222", ReferenceError::Form),
            ("WM-26-22222-V", ReferenceError::Form),
            ("W-26-2222-V", ReferenceError::Form),
            ("ABCDE-26-2222-V", ReferenceError::Form),
            ("WM-2X-2222-V", ReferenceError::Form),
            ("WM-26-22A2-V", ReferenceError::Form),
            ("WM-26-22é2-V", ReferenceError::Form),
            ("WM-26-2222-R", ReferenceError::Check),
            ("WM-27-2222-V", ReferenceError::Check),
        ] {
            assert_eq!(Reference::parse(typed), Err(error), "{typed:?}");
        }
        for typed in ["", "W", "ABCDE", "W1", "WÉ"] {
            assert_eq!(HousePrefix::parse(typed), Err(ReferenceError::Form), "{typed:?}");
        }
    }
}
