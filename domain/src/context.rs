//! What the rules need to know of the day and the house. Brought in, so that a verdict never depends on where it is made.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// The day and the house.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Context {
    /// Today in Europe/Amsterdam.
    #[serde(with = "iso_day")]
    pub today: NaiveDate,
    /// The partner register of the house.
    pub partners: Vec<Partner>,
    /// The municipalities of the working area (BGS art. 2.18).
    pub municipalities: Vec<Municipality>,
}

/// An organisation of the partner register.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Partner {
    /// Short stable name, stored as the answer.
    pub id: String,
    /// As people know it.
    pub name: String,
    /// Its place in the law.
    pub kind: ParticipantKind,
}

/// The three kinds of participant (WGS art. 2.27 lid 1 and 2, art. 2.31 lid 9).
#[derive(Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ParticipantKind {
    /// Fixed public participant: may refer, joint controller.
    VasteOverheid,
    /// Fixed private participant: may refer.
    VastePrivaat,
    /// Incidental participant: may be invited, may not refer, never has access.
    Incidenteel,
}

/// A municipality of the working area.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Municipality {
    /// Code of the national list, four digits.
    pub code: String,
    /// Its name.
    pub name: String,
}

/// `2026-11-21`, by hand: chrono's own format strings cost 12 kB in the browser.
mod iso_day {
    use chrono::{Datelike, NaiveDate};
    use serde::{Deserialize, Deserializer, Serializer, de::Error};

    #[expect(clippy::trivially_copy_pass_by_ref, reason = "serde's `with` asks for a reference")]
    pub(super) fn serialize<S: Serializer>(day: &NaiveDate, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_i32(day.year() * 10_000 + (day.month() * 100 + day.day()).cast_signed())
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<NaiveDate, D::Error> {
        let number = i32::deserialize(from)?;
        let part = |value: i32| u32::try_from(value).unwrap_or(0);
        NaiveDate::from_ymd_opt(number / 10_000, part(number / 100 % 100), part(number % 100))
            .ok_or_else(|| D::Error::custom("no such day"))
    }
}
