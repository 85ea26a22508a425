//! What the rules need to know of the day and the house. Brought in, so that a verdict never depends on where it is made.

use chrono::NaiveDate;
use serde::Deserialize;

/// The day and the house.
#[derive(Clone, PartialEq, Eq)]
pub struct Context {
    /// Today in Europe/Amsterdam.
    pub today: NaiveDate,
    /// The partner register of the house.
    pub partners: Vec<Partner>,
    /// The municipalities of the working area (BGS art. 2.18).
    pub municipalities: Vec<Municipality>,
}

/// An organisation of the partner register.
#[derive(Clone, PartialEq, Eq)]
pub struct Partner {
    /// Short stable name, stored as the answer.
    pub id: String,
    /// As people know it.
    pub name: String,
    /// Its place in the law.
    pub kind: ParticipantKind,
}

/// The three kinds of participant (WGS art. 2.27 lid 1 and 2, art. 2.31 lid 9).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
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
#[derive(Clone, PartialEq, Eq)]
pub struct Municipality {
    /// Code of the national list, four digits.
    pub code: String,
    /// Its name.
    pub name: String,
}
