//! A telephone number of an organisation.

use super::phone::{Dialled, Phone, PhoneError, dialled, grouped, is_service_number};

/// An organisation's telephone number: what a person may have, and the short and service numbers (`112`, `0800 2000`,
/// `0900-8844`, `14 046`, `116 111`).
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct OfficePhone(Number);

super::deserialize_by_parse!(OfficePhone);

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum Number {
    Service(String),
    Ordinary(Phone),
}

impl OfficePhone {
    /// Reads a service number, or else what `Phone` reads.
    pub fn parse(text: &str) -> Result<Self, PhoneError> {
        match dialled(text)? {
            Dialled::Dutch(digits) if is_service_number(&digits) => Ok(Self(Number::Service(digits))),
            _ => Phone::parse(text).map(|phone| Self(Number::Ordinary(phone))),
        }
    }

    /// Digits without spaces: `112`, `08002000`, `+31464778700`.
    pub fn canonical(&self) -> &str {
        match &self.0 {
            Number::Service(digits) => digits,
            Number::Ordinary(phone) => phone.canonical(),
        }
    }

    /// In groups as people know it: `112`, `0800 2000`, `14 046`, `116 111`, `046 477 87 00`.
    pub fn shown(&self) -> String {
        match &self.0 {
            Number::Ordinary(phone) => phone.shown(),
            Number::Service(digits) => match digits.len() {
                5 | 6 if digits.starts_with("14") => String::from("14 ") + &digits[2..],
                6 => String::from("116 ") + &digits[3..],
                8 => [&digits[..4], &digits[4..]].join(" "),
                11 => grouped(digits, 4),
                _ => digits.clone(),
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn service_numbers_and_ordinary_numbers_pass() {
        for (typed, canonical, shown) in [
            ("112", "112", "112"),
            ("0800 2000", "08002000", "0800 2000"),
            ("+31 800 2000", "08002000", "0800 2000"),
            ("0900-8844", "09008844", "0900 8844"),
            ("0800 - 123 45 67", "08001234567", "0800 123 45 67"),
            ("14 046", "14046", "14 046"),
            ("14 0475", "140475", "14 0475"),
            ("116 111", "116111", "116 111"),
            ("113", "113", "113"),
            ("046-4778700", "+31464778700", "046 477 87 00"),
            ("+32 89 12 34 56", "+3289123456", "+32 89 12 34 56"),
        ] {
            let phone = OfficePhone::parse(typed).unwrap_or_else(|error| panic!("{typed:?}: {error:?}"));
            assert_eq!((phone.canonical(), phone.shown().as_str()), (canonical, shown), "{typed:?}");
        }
    }

    #[test]
    fn other_short_numbers_fail() {
        for (typed, error) in [
            ("111", PhoneError::Start),
            ("0800 200", PhoneError::ServiceLength),
            ("14 46", PhoneError::Start),
            ("", PhoneError::TooShort),
            ("meldkamer", PhoneError::Characters),
        ] {
            assert_eq!(OfficePhone::parse(typed), Err(error), "{typed:?}");
        }
    }
}
