//! The house number and what stands behind it. Two boxes on a form, yet people type `12 a-bis` in the first.

use super::typed::{is_dash, is_space, on_one_line};

/// The number alone: 1 to 99999.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct HouseNumber(u32);

super::private_debug!(HouseNumber);
super::deserialize_by_parse!(HouseNumber);

/// What follows the number, as typed: a letter (`a`), an addition (`bis`, `2`, `II`, `2e hs`), both (`a-bis`), or
/// `naast` and `tegenover` from the population register.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Addition(String);

super::private_debug!(Addition);
super::deserialize_by_parse!(Addition);

/// Why a text is no house number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HouseNumberError {
    /// Does not start with a digit.
    NoNumber,
    /// Zero, or starts with a zero.
    LeadingZero,
    /// More than five digits.
    TooLarge,
    /// The number is good, but an addition follows where only a number belongs.
    AdditionFollows,
    /// The number is good, what follows is not.
    Addition(AdditionError),
}

/// Why a text is no addition to a house number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AdditionError {
    /// No letter or digit in it.
    Empty,
    /// Holds something else than letters, digits, spaces, dashes, slashes, dots, apostrophes and brackets.
    Characters,
    /// Longer than twenty characters.
    TooLong,
}

impl HouseNumber {
    /// Reads a number and nothing else.
    pub fn parse(text: &str) -> Result<Self, HouseNumberError> {
        match Self::split(text)? {
            (number, None) => Ok(number),
            (_, Some(_)) => Err(HouseNumberError::AdditionFollows),
        }
    }

    /// Reads a number and, if something follows, the addition: `12 a-bis`, `12-2`, `2e hs`. A lone dash is nothing.
    pub fn split(text: &str) -> Result<(Self, Option<Addition>), HouseNumberError> {
        let (number, rest) = Self::leading(text)?;
        match Addition::parse(&rest) {
            Ok(addition) => Ok((number, Some(addition))),
            Err(AdditionError::Empty) => Ok((number, None)),
            Err(error) => Err(HouseNumberError::Addition(error)),
        }
    }

    /// The digits alone.
    pub fn canonical(&self) -> String {
        self.0.to_string()
    }

    /// The digits alone.
    pub fn shown(&self) -> String {
        self.canonical()
    }

    /// Number and addition as on an envelope: `12 a-bis`, and `12-2` because `12 2` reads as two numbers.
    pub fn shown_with(&self, addition: Option<&Addition>) -> String {
        let mut shown = self.canonical();
        if let Some(Addition(text)) = addition {
            shown.push(if text.starts_with(|c: char| c.is_ascii_digit()) { '-' } else { ' ' });
            shown.push_str(text);
        }
        shown
    }

    /// The number at the start and what stands behind it.
    fn leading(text: &str) -> Result<(Self, String), HouseNumberError> {
        let mut line = on_one_line(text);
        let rest = line.trim_start_matches(|c: char| c.is_ascii_digit());
        let rest = line.split_off(line.len() - rest.len());
        let digits = line;
        if digits.is_empty() {
            return Err(HouseNumberError::NoNumber);
        }
        if digits.starts_with('0') {
            return Err(HouseNumberError::LeadingZero);
        }
        if digits.len() > 5 {
            return Err(HouseNumberError::TooLarge);
        }
        let number = digits.bytes().fold(0, |number, byte| number * 10 + u32::from(byte - b'0'));
        Ok((Self(number), rest))
    }
}

impl Addition {
    /// Longest addition that is taken. The register's own letter and addition are five; people write them out.
    const LONGEST: usize = 20;

    /// Reads the addition as typed; only the dashes and spaces before it go.
    pub fn parse(text: &str) -> Result<Self, AdditionError> {
        let line = on_one_line(text);
        let line = line.trim_start_matches(|c| is_dash(c) || is_space(c) || c == '/');
        if !line.contains(|c: char| c.is_ascii_alphanumeric()) {
            return Err(if line.is_empty() { AdditionError::Empty } else { AdditionError::Characters });
        }
        if !line.chars().all(|c| c.is_ascii_alphanumeric() || is_dash(c) || " /.'()".contains(c)) {
            return Err(AdditionError::Characters);
        }
        if line.chars().count() > Self::LONGEST {
            return Err(AdditionError::TooLong);
        }
        Ok(Self(line.to_owned()))
    }

    /// As typed, on one line.
    pub fn canonical(&self) -> &str {
        &self.0
    }

    /// As typed, on one line.
    pub fn shown(&self) -> String {
        self.0.clone()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_that_pass() {
        for (typed, canonical) in [("1", "1"), (" 12 ", "12"), ("99999", "99999"), ("\u{A0}7\u{200B}", "7")] {
            assert_eq!(HouseNumber::parse(typed).unwrap().canonical(), canonical, "{typed:?}");
        }
    }

    #[test]
    fn numbers_that_fail_say_why() {
        for (typed, error) in [
            ("", HouseNumberError::NoNumber),
            ("a", HouseNumberError::NoNumber),
            ("-5", HouseNumberError::NoNumber),
            ("0", HouseNumberError::LeadingZero),
            ("012", HouseNumberError::LeadingZero),
            ("100000", HouseNumberError::TooLarge),
            ("12a", HouseNumberError::AdditionFollows),
        ] {
            assert_eq!(HouseNumber::parse(typed), Err(error), "{typed:?}");
        }
    }

    #[test]
    fn a_number_with_addition_in_one_box_is_split() {
        for (typed, number, addition, shown) in [
            ("12", "12", None, "12"),
            ("12 -", "12", None, "12"),
            ("12a", "12", Some("a"), "12 a"),
            ("12 A", "12", Some("A"), "12 A"),
            ("12 a-bis", "12", Some("a-bis"), "12 a-bis"),
            ("12-2", "12", Some("2"), "12-2"),
            ("12 – 2", "12", Some("2"), "12-2"),
            ("12/II", "12", Some("II"), "12 II"),
            ("2e hs", "2", Some("e hs"), "2 e hs"),
            ("12 2e hs", "12", Some("2e hs"), "12-2e hs"),
            ("7 tegenover", "7", Some("tegenover"), "7 tegenover"),
            ("7 (achter)", "7", Some("(achter)"), "7 (achter)"),
        ] {
            let (read, rest) = HouseNumber::split(typed).unwrap();
            assert_eq!(read.canonical(), number, "{typed:?}");
            assert_eq!(rest.as_ref().map(Addition::canonical), addition, "{typed:?}");
            assert_eq!(read.shown_with(rest.as_ref()), shown, "{typed:?}");
        }
    }

    #[test]
    fn additions_that_fail_say_why() {
        for (typed, error) in [
            ("", AdditionError::Empty),
            (" - ", AdditionError::Empty),
            ("()", AdditionError::Characters),
            ("a;b", AdditionError::Characters),
            ("<b>", AdditionError::Characters),
            ("boven de winkel links", AdditionError::TooLong),
        ] {
            assert_eq!(Addition::parse(typed), Err(error), "{typed:?}");
        }
        assert_eq!(HouseNumber::split("12 ;"), Err(HouseNumberError::Addition(AdditionError::Characters)));
    }
}
