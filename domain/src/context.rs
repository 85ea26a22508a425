//! What the rules need to know of the day and the house. Brought in, so that a verdict never depends on where it is made.

use chrono::NaiveDate;
use serde::Deserialize;

/// The day and the house.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Context {
    /// Today in Europe/Amsterdam.
    pub today: NaiveDate,
    /// The partner register of the house.
    pub partners: Vec<Partner>,
    /// The municipalities of the working area (BGS art. 2.18).
    pub municipalities: Vec<Municipality>,
    /// The areas of the houses that this one works with: a case from there is forwarded.
    pub neighbours: Vec<Neighbour>,
    /// The rooms that partners book.
    pub rooms: Vec<Room>,
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
    /// What its work addresses end with (`gemeente.example`). Empty: not known, so nothing is said about an address.
    pub mail_domains: Vec<String>,
}

impl Partner {
    /// Whether this mail address is one of its own: its host is a known domain or one under it. True where no domain is known.
    pub fn owns(&self, address: &str) -> bool {
        let host = address.rsplit_once('@').map_or("", |(_, host)| host);
        let is_of = |domain: &String| {
            host.len() >= domain.len()
                && host.is_char_boundary(host.len() - domain.len())
                && host[host.len() - domain.len()..].eq_ignore_ascii_case(domain)
                && matches!(host.as_bytes().get(host.len().wrapping_sub(domain.len() + 1)), None | Some(b'.'))
        };
        self.mail_domains.is_empty() || self.mail_domains.iter().any(is_of)
    }
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

/// What a participant sees of the system of the house.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// Its appointed people, every case.
    Appointed,
    /// Its appointed people, only cases it was drawn into (WGS art. 2.31 lid 3 and 4).
    OwnCases,
    /// Nothing, ever (BGS art. 2.21 lid 3).
    Never,
}

impl ParticipantKind {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::VasteOverheid, Self::VastePrivaat, Self::Incidenteel];

    /// May it refer a case? (WGS art. 2.31 lid 1)
    pub const fn may_refer(self) -> bool {
        matches!(self, Self::VasteOverheid | Self::VastePrivaat)
    }

    /// Does it answer for the data, together with its like? (WGS art. 2.27 lid 1, AVG art. 26)
    pub const fn is_joint_controller(self) -> bool {
        matches!(self, Self::VasteOverheid)
    }

    /// What it sees of the system.
    pub const fn access(self) -> Access {
        match self {
            Self::VasteOverheid => Access::Appointed,
            Self::VastePrivaat => Access::OwnCases,
            Self::Incidenteel => Access::Never,
        }
    }
}

/// A municipality of the working area.
#[derive(Clone, PartialEq, Eq)]
pub struct Municipality {
    /// Code of the national list, four digits.
    pub code: String,
    /// Its name.
    pub name: String,
}

/// The area of another house.
#[derive(Clone, PartialEq, Eq)]
pub struct Neighbour {
    /// Short stable name, stored as the answer.
    pub id: String,
    /// How it is offered: which area, and which house gets the case.
    pub label: String,
}

/// A room of the house.
#[derive(Clone, PartialEq, Eq)]
pub struct Room {
    /// Short stable name, stored as the answer.
    pub id: String,
    /// As people know it, with its number of seats.
    pub label: String,
}
