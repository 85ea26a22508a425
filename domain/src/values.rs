//! The values that forms ask for: what a person types goes in, one written form comes out.
//!
//! Every type has the same three functions:
//! * `parse(&str)` reads generously (spaces, dots, dashes, lower case, what paste brings along) and says by its error
//!   type what is wrong. The errors are codes; the sentences for people are made elsewhere.
//! * `canonical()` is the one form that is stored and compared. It parses to the value it came from.
//! * `shown()` is how people read it.
//!
//! A value deserialises from its canonical text. `Debug` of a personal value prints its type only, so that no log or
//! panic message can give it away.

mod bsn;
mod date_text;
mod day;
mod email;
mod half_hour;
mod house_number;
mod long_text;
mod month;
mod name;
mod office_phone;
mod partial_date;
mod phone;
mod postcode;
mod reference;
mod typed;

pub use bsn::{Bsn, BsnError};
pub use date_text::{DateError, DatePart};
pub use day::Day;
pub use email::{Email, EmailError};
pub use half_hour::{HalfHour, NoHalfHour};
pub use house_number::{Addition, AdditionError, HouseNumber, HouseNumberError};
pub use long_text::{LongText, looks_like_bsn};
pub use month::month_name;
pub use name::Name;
pub use office_phone::OfficePhone;
pub use partial_date::{Age, PartialDate};
pub use phone::{Phone, PhoneError};
pub use postcode::{Postcode, PostcodeError};
pub use reference::{HousePrefix, Reference, ReferenceError};

/// Nothing is left of a text once spaces and invisible characters are gone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Empty;

/// `Debug` that keeps the value to itself.
macro_rules! private_debug {
    ($type:ident) => {
        impl core::fmt::Debug for $type {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                f.write_str(concat!(stringify!($type), "(…)"))
            }
        }
    };
}

/// `Deserialize` by the type's own `parse`; the error names the type, never the value.
macro_rules! deserialize_by_parse {
    ($type:ident) => {
        impl<'de> serde::Deserialize<'de> for $type {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = <String as serde::Deserialize>::deserialize(deserializer)?;
                $type::parse(&text)
                    .map_err(|_| <D::Error as serde::de::Error>::custom(concat!("not a valid ", stringify!($type))))
            }
        }
    };
}

use {deserialize_by_parse, private_debug};
