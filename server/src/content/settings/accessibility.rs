//! `[accessibility]` in `house.toml`: what the statement says (Tijdelijk besluit digitale toegankelijkheid overheid, art. 4).

use chrono::NaiveDate;
use serde::Deserialize;

use super::filled;
use crate::content::source::Day;

/// What the accessibility statement says. What is not filled in yet is `None`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Accessibility {
    /// How far the site meets the norm.
    #[serde(default, deserialize_with = "status")]
    pub status: Option<Status>,
    #[serde(default, deserialize_with = "day")]
    date: Option<Day>,
    /// Address of the statement in the national register, with the report of the research.
    #[serde(default, deserialize_with = "filled")]
    pub report: Option<String>,
}

impl Accessibility {
    /// The day of the statement.
    pub fn date(&self) -> Option<NaiveDate> {
        self.date.map(|day| day.0)
    }
}

/// The status of an accessibility statement, by the letters of the national model.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum Status {
    /// Meets the norm.
    A,
    /// Meets it in part; measures are planned.
    B,
    /// First measures were taken; research follows.
    C,
    /// Does not meet it.
    D,
    /// Nothing is known.
    E,
}

impl Status {
    /// Its letter.
    pub const fn letter(self) -> &'static str {
        match self {
            Self::A => "A",
            Self::B => "B",
            Self::C => "C",
            Self::D => "D",
            Self::E => "E",
        }
    }
}

/// An empty letter means: not filled in yet.
fn status<'de, D: serde::Deserializer<'de>>(from: D) -> Result<Option<Status>, D::Error> {
    use serde::de::{IntoDeserializer as _, value::StrDeserializer};
    let Some(letter) = filled(from)? else { return Ok(None) };
    let letter: StrDeserializer<'_, D::Error> = letter.as_str().into_deserializer();
    Status::deserialize(letter).map(Some)
}

/// A date, or an empty text: not filled in yet.
fn day<'de, D: serde::Deserializer<'de>>(from: D) -> Result<Option<Day>, D::Error> {
    use serde::de::Error as _;
    match toml::Value::deserialize(from)? {
        toml::Value::String(text) if text.is_empty() => Ok(None),
        toml::Value::Datetime(found) if let Some(day) = Day::from_toml(found) => Ok(Some(day)),
        other => Err(D::Error::custom(format!("{other} is not a date"))),
    }
}
