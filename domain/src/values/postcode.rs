//! The Dutch postcode.

use super::typed::without_separators;

/// A Dutch postcode: four digits and two letters. Foreign addresses have a field of their own.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Postcode(String);

super::private_debug!(Postcode);
super::deserialize_by_parse!(Postcode);

/// Why a text is no Dutch postcode.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PostcodeError {
    /// Not four digits and two letters.
    Form,
    /// Starts with a zero; postcodes run from 1000.
    LeadingZero,
    /// Ends in SA, SD or SS, which are never given out.
    Letters,
}

impl Postcode {
    /// Reads four digits and two letters of any case, with anything people put between them.
    pub fn parse(text: &str) -> Result<Self, PostcodeError> {
        let text = without_separators(text).to_ascii_uppercase();
        let (digits, letters) = text.split_at_checked(4).ok_or(PostcodeError::Form)?;
        let has_form = digits.bytes().all(|byte| byte.is_ascii_digit())
            && letters.bytes().all(|byte| byte.is_ascii_uppercase())
            && letters.len() == 2;
        if !has_form {
            Err(PostcodeError::Form)
        } else if digits.starts_with('0') {
            Err(PostcodeError::LeadingZero)
        } else if matches!(letters, "SA" | "SD" | "SS") {
            Err(PostcodeError::Letters)
        } else {
            Ok(Self([digits, letters].join(" ")))
        }
    }

    /// `1234 AB`.
    pub fn canonical(&self) -> &str {
        &self.0
    }

    /// `1234 AB`.
    pub fn shown(&self) -> String {
        self.0.clone()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn postcodes_that_pass() {
        for (typed, canonical) in [
            ("6162 AB", "6162 AB"),
            ("6162ab", "6162 AB"),
            (" 6162AB ", "6162 AB"),
            ("6162\u{A0}Ab", "6162 AB"),
            ("6162-AB", "6162 AB"),
            ("1000 FI", "1000 FI"),
            ("9999 OQ", "9999 OQ"),
            ("6160 UY", "6160 UY"),
            ("6162 AS", "6162 AS"),
        ] {
            assert_eq!(Postcode::parse(typed).unwrap().canonical(), canonical, "{typed:?}");
        }
    }

    #[test]
    fn postcodes_that_fail_say_why() {
        for (typed, error) in [
            ("0123 AB", PostcodeError::LeadingZero),
            ("6162 SA", PostcodeError::Letters),
            ("6162 sD", PostcodeError::Letters),
            ("6162ss", PostcodeError::Letters),
            ("", PostcodeError::Form),
            ("6162", PostcodeError::Form),
            ("6162 A", PostcodeError::Form),
            ("6162 ABC", PostcodeError::Form),
            ("AB 6162", PostcodeError::Form),
            ("6162 ÄB", PostcodeError::Form),
            ("B-3600", PostcodeError::Form),
        ] {
            assert_eq!(Postcode::parse(typed), Err(error), "{typed:?}");
        }
    }
}
