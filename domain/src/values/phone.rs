//! A telephone number on which a person can be reached.

use super::typed::{is_dash, is_invisible, is_space};

/// A person's telephone number: Dutch (ten digits) or foreign. Short and service numbers are an office's: `OfficePhone`.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Phone(String);

super::private_debug!(Phone);
super::deserialize_by_parse!(Phone);

/// Why a text is no telephone number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PhoneError {
    /// Something else than digits, a leading plus, spaces, dashes, dots, slashes and brackets.
    Characters,
    /// Starts with neither a zero nor a plus.
    Start,
    /// Too few digits.
    TooShort,
    /// Too many digits.
    TooLong,
    /// Starts as a Dutch mobile number, but no mobile number goes on that way (06 is followed by 1-5 or 8).
    Mobile,
    /// A short or service number (112, 0800 2000, 14 046), which is no person's.
    ServiceNumber,
    /// Starts as a free or paid line (0800, 0900, 0906, 0909), but those have eight or eleven digits.
    ServiceLength,
}

impl Phone {
    /// Reads a Dutch number (`046-4778700`, `+31 (0)46 477 87 00`, `0031464778700`) or a foreign one (`+` or `00` and
    /// seven to fifteen digits, ITU-T E.164).
    pub fn parse(text: &str) -> Result<Self, PhoneError> {
        match dialled(text)? {
            Dialled::Dutch(digits) => {
                check_dutch(&digits)?;
                Ok(Self(String::from(DUTCH) + digits.strip_prefix('0').unwrap_or_default()))
            }
            Dialled::Foreign(digits) => {
                check_foreign(&digits)?;
                Ok(Self(String::from("+") + &digits))
            }
        }
    }

    /// International form without spaces (`+31464778700`), as a `tel:` link takes it (RFC 3966).
    pub fn canonical(&self) -> &str {
        &self.0
    }

    /// In groups as people read it aloud: `046 477 87 00`, `0475 12 34 56`, `06 12 34 56 78`, `+32 89 12 34 56`.
    pub fn shown(&self) -> String {
        match self.0.strip_prefix(DUTCH) {
            Some(rest) => {
                let national = String::from("0") + rest;
                grouped(&national, area_code_length(&national))
            }
            None => String::from("+") + &grouped(&self.0[1..], country_code_length(&self.0[1..])),
        }
    }
}

/// The international start of Dutch numbers.
const DUTCH: &str = "+31";

/// A number as the telephone would take it, digits only.
pub(super) enum Dialled {
    /// As dialled within the Netherlands: `0464778700`, `112`.
    Dutch(String),
    /// Country code and number, without plus.
    Foreign(String),
}

/// Strips what people write around and between the digits, and tells Dutch from foreign.
pub(super) fn dialled(text: &str) -> Result<Dialled, PhoneError> {
    let mut number: String = text.chars().filter(|&c| !(is_space(c) || is_invisible(c))).collect();
    if number.starts_with('+') || number.starts_with("00") {
        number = number.replacen("(0)", "", 1);
    }
    number.retain(|c| !(is_dash(c) || matches!(c, '.' | '/' | '(' | ')')));
    let abroad = number.strip_prefix('+').or_else(|| number.strip_prefix("00"));
    if !abroad.unwrap_or(&number).bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(PhoneError::Characters);
    }
    match abroad.map(|digits| digits.strip_prefix("31").ok_or(digits)) {
        None => Ok(Dialled::Dutch(number)),
        Some(Err(foreign)) => Ok(Dialled::Foreign(foreign.to_owned())),
        Some(Ok(dutch)) => Ok(Dialled::Dutch(String::from("0") + dutch.strip_prefix('0').unwrap_or(dutch))),
    }
}

/// A short or service number by the Dutch numbering plan: emergency and help lines, 116, municipalities (14 and area
/// code), free and paid lines.
pub(super) fn is_service_number(dutch: &str) -> bool {
    match dutch.len() {
        3 => matches!(dutch, "112" | "113" | "144"),
        5 => dutch.starts_with("140"),
        6 => dutch.starts_with("140") || dutch.starts_with("116"),
        8 | 11 => is_service_line(dutch),
        _ => false,
    }
}

/// Digits in groups: `first` digits, then twos, with a three in front when the count is odd.
pub(super) fn grouped(digits: &str, first: usize) -> String {
    let mut shown = String::with_capacity(digits.len() + 6);
    for (index, digit) in digits.char_indices() {
        let left = digits.len() - index;
        let opens_group = index == first || (index > first + 1 && left.is_multiple_of(2));
        if index > 0 && opens_group {
            shown.push(' ');
        }
        shown.push(digit);
    }
    shown
}

/// Starts as a free (0800) or paid (0900, 0906, 0909) line.
fn is_service_line(dutch: &str) -> bool {
    ["0800", "0900", "0906", "0909"].iter().any(|start| dutch.starts_with(start))
}

fn check_dutch(digits: &str) -> Result<(), PhoneError> {
    if is_service_number(digits) {
        return Err(PhoneError::ServiceNumber);
    }
    if is_service_line(digits) {
        return Err(PhoneError::ServiceLength);
    }
    let mut bytes = digits.bytes();
    if !digits.is_empty() && bytes.next() != Some(b'0') {
        return Err(PhoneError::Start);
    }
    match digits.len() {
        10 => {}
        ..10 => return Err(PhoneError::TooShort),
        _ => return Err(PhoneError::TooLong),
    }
    match (bytes.next(), bytes.next()) {
        (Some(b'0'), _) => Err(PhoneError::Start),
        (Some(b'6'), third) if !matches!(third, Some(b'1'..=b'5' | b'8')) => Err(PhoneError::Mobile),
        _ => Ok(()),
    }
}

fn check_foreign(digits: &str) -> Result<(), PhoneError> {
    match digits.len() {
        _ if digits.starts_with('0') => Err(PhoneError::Start),
        ..7 => Err(PhoneError::TooShort),
        7..=15 => Ok(()),
        _ => Err(PhoneError::TooLong),
    }
}

/// How many digits the area or service code has, the leading zero counted (Dutch numbering plan).
fn area_code_length(national: &str) -> usize {
    let mut bytes = national.bytes().skip(1);
    match (bytes.next(), bytes.next()) {
        (Some(b'6'), _) => 2,
        (Some(b'1'), Some(b'0' | b'3' | b'5'))
        | (Some(b'2'), Some(b'0' | b'3' | b'4' | b'6'))
        | (Some(b'3'), Some(b'0' | b'3' | b'5' | b'6' | b'8'))
        | (Some(b'4'), Some(b'0' | b'3' | b'5' | b'6'))
        | (Some(b'5'), Some(b'0' | b'3' | b'5' | b'8'))
        | (Some(b'7' | b'8' | b'9'), _) => 3,
        _ => 4,
    }
}

/// How many digits the country code has (ITU-T E.164).
fn country_code_length(digits: &str) -> usize {
    let mut bytes = digits.bytes();
    match (bytes.next(), bytes.next()) {
        (Some(b'1' | b'7'), _) => 1,
        (Some(b'2'), Some(b'0' | b'7'))
        | (Some(b'3'), Some(b'0'..=b'4' | b'6' | b'9'))
        | (Some(b'4'), Some(b'0' | b'1' | b'3'..=b'9'))
        | (Some(b'5'), Some(b'1'..=b'8'))
        | (Some(b'6'), Some(b'0'..=b'6'))
        | (Some(b'8'), Some(b'1' | b'2' | b'4' | b'6'))
        | (Some(b'9'), Some(b'0'..=b'5' | b'8')) => 2,
        _ => 3,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_that_pass() {
        for (typed, canonical, shown) in [
            ("046-4778700", "+31464778700", "046 477 87 00"),
            ("046 477 87 00", "+31464778700", "046 477 87 00"),
            ("(046) 477.87.00", "+31464778700", "046 477 87 00"),
            ("046/4778700", "+31464778700", "046 477 87 00"),
            ("+31 46 477 8700", "+31464778700", "046 477 87 00"),
            ("+31 (0)46 477 8700", "+31464778700", "046 477 87 00"),
            ("+31 046 477 8700", "+31464778700", "046 477 87 00"),
            ("0031464778700", "+31464778700", "046 477 87 00"),
            ("0031 (0)46-4778700", "+31464778700", "046 477 87 00"),
            ("(0)46 4778700", "+31464778700", "046 477 87 00"),
            ("\u{202D}046\u{A0}477\u{2011}87\u{202F}00\u{202C}", "+31464778700", "046 477 87 00"),
            ("0612345678", "+31612345678", "06 12 34 56 78"),
            ("06-12 34 56 78", "+31612345678", "06 12 34 56 78"),
            ("06 85 12 34 56", "+31685123456", "06 85 12 34 56"),
            ("0475-123456", "+31475123456", "0475 12 34 56"),
            ("088 123 4567", "+31881234567", "088 123 45 67"),
            ("+32 89 12 34 56", "+3289123456", "+32 89 12 34 56"),
            ("0032 472 12 34 56", "+32472123456", "+32 472 12 34 56"),
            ("+49 (0)241 1234567", "+492411234567", "+49 24 11 23 45 67"),
            ("+1 212 555 0100", "+12125550100", "+1 21 25 55 01 00"),
            ("+352 123456", "+352123456", "+352 12 34 56"),
        ] {
            let phone = Phone::parse(typed).unwrap_or_else(|error| panic!("{typed:?}: {error:?}"));
            assert_eq!((phone.canonical(), phone.shown().as_str()), (canonical, shown), "{typed:?}");
        }
    }

    #[test]
    fn numbers_that_fail_say_why() {
        for (typed, error) in [
            ("", PhoneError::TooShort),
            ("046 477 87 0", PhoneError::TooShort),
            ("046 477 87 000", PhoneError::TooLong),
            ("464778700", PhoneError::Start),
            ("+31 46 477 870", PhoneError::TooShort),
            ("06 6212 3456", PhoneError::Mobile),
            ("06 0212 3456", PhoneError::Mobile),
            ("+32 1234", PhoneError::TooShort),
            ("+49 12345678901234", PhoneError::TooLong),
            ("+0 1234567", PhoneError::Start),
            ("bel mij", PhoneError::Characters),
            ("046-4778700 tst 12", PhoneError::Characters),
            ("046+4778700", PhoneError::Characters),
            ("112", PhoneError::ServiceNumber),
            ("0800 2000", PhoneError::ServiceNumber),
            ("0900-8844", PhoneError::ServiceNumber),
            ("+31 800 2000", PhoneError::ServiceNumber),
            ("0800 123 456", PhoneError::ServiceLength),
            ("14 046", PhoneError::ServiceNumber),
        ] {
            assert_eq!(Phone::parse(typed), Err(error), "{typed:?}");
        }
    }
}
