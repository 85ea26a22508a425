//! The citizen service number (burgerservicenummer).

use super::typed::without_separators;

/// A citizen service number: nine digits that pass the eleven test (elfproef).
///
/// The test catches typing errors and is no proof of identity: company numbers (RSIN) pass it too. Asking for it needs
/// a ground in law (UAVG art. 46; for participants of the house WGS art. 2.29).
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Bsn(String);

super::private_debug!(Bsn);
super::deserialize_by_parse!(Bsn);

/// Why a text is no citizen service number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BsnError {
    /// Something else than digits, spaces, dots and dashes.
    NotDigits,
    /// Not eight or nine digits.
    Length,
    /// Only zeros, which pass the eleven test but are nobody's number.
    Zero,
    /// Fails the eleven test: a digit is wrong or two are swapped.
    Check,
}

impl Bsn {
    /// Reads eight or nine digits; older numbers of eight get their leading zero.
    pub fn parse(text: &str) -> Result<Self, BsnError> {
        let digits = without_separators(text);
        if !digits.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(BsnError::NotDigits);
        }
        let number = match digits.len() {
            9 => digits,
            8 => String::from("0") + &digits,
            _ => return Err(BsnError::Length),
        };
        if number.bytes().all(|byte| byte == b'0') {
            return Err(BsnError::Zero);
        }
        if passes_eleven_test(&number) { Ok(Self(number)) } else { Err(BsnError::Check) }
    }

    /// Nine digits.
    pub fn canonical(&self) -> &str {
        &self.0
    }

    /// Nine digits without spaces, because it is copied into systems that take nothing else.
    pub fn shown(&self) -> String {
        self.0.clone()
    }

    /// Only the last three digits, for lists: enough to tell two people apart, too little to use.
    pub fn masked(&self) -> String {
        String::from("••••••") + self.0.get(6..).unwrap_or_default()
    }
}

/// Nine times the first digit, eight times the second … twice the eighth, minus the ninth, is a multiple of eleven.
fn passes_eleven_test(nine_digits: &str) -> bool {
    let weights = [9, 8, 7, 6, 5, 4, 3, 2, -1];
    let sum: i32 = nine_digits.bytes().zip(weights).map(|(byte, weight)| i32::from(byte - b'0') * weight).sum();
    sum % 11 == 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_that_pass() {
        for (typed, canonical) in [
            ("111222333", "111222333"),
            ("123456782", "123456782"),
            ("010464554", "010464554"),
            ("10464554", "010464554"),
            ("999990019", "999990019"),
            ("999990007", "999990007"),
            ("999990020", "999990020"),
            ("999990032", "999990032"),
            ("999990044", "999990044"),
            // Looks made up, yet 44 is a multiple of eleven: the test says nothing about looks.
            ("111111110", "111111110"),
            (" 1112.22.333 ", "111222333"),
            ("111 222-333", "111222333"),
            ("111\u{A0}222\u{2011}333", "111222333"),
        ] {
            assert_eq!(Bsn::parse(typed).unwrap().canonical(), canonical, "{typed:?}");
        }
    }

    #[test]
    fn numbers_that_fail_say_why() {
        for (typed, error) in [
            ("123456789", BsnError::Check),
            ("111111111", BsnError::Check),
            ("000000000", BsnError::Zero),
            ("00000000", BsnError::Zero),
            ("", BsnError::Length),
            ("1234567", BsnError::Length),
            ("1112223330", BsnError::Length),
            ("11122233a", BsnError::NotDigits),
            ("onbekend", BsnError::NotDigits),
            ("١١١٢٢٢٣٣٣", BsnError::NotDigits),
        ] {
            assert_eq!(Bsn::parse(typed), Err(error), "{typed:?}");
        }
    }

    #[test]
    fn lists_and_logs_do_not_show_the_number() {
        let bsn = Bsn::parse("999990019").unwrap();
        assert_eq!(bsn.masked(), "••••••019");
        assert_eq!(format!("{bsn:?}"), "Bsn(…)");
    }
}
