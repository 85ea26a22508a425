//! Someone who works at the desk: roles and appointment, each until a day, and the public half of their key.

use std::fmt;

use chrono::{DateTime, NaiveDate, Utc};
use domain::desk::role::Role;

/// The number of a member: stands in the audit trail and with what they did. Says nothing about them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MemberId(u64);

impl MemberId {
    /// Made of random bytes.
    pub const fn new(random: [u8; 8]) -> Self {
        Self(u64::from_be_bytes(random))
    }

    /// As a plain number.
    pub const fn number(self) -> u64 {
        self.0
    }

    /// Reads it from the store or an address.
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.strip_prefix('m').filter(|digits| digits.len() == 16)?;
        u64::from_str_radix(digits, 16).ok().map(Self).filter(|id| id.to_string() == text)
    }
}

impl fmt::Display for MemberId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "m{:016x}", self.0)
    }
}

/// A role that someone has until a day, that day included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RoleUntil {
    /// The role.
    pub role: Role,
    /// Its last day.
    pub until: NaiveDate,
}

/// Someone to let in.
pub struct NewMember {
    /// Their number.
    pub id: MemberId,
    /// Short name of the house.
    pub house: String,
    /// Name, organisation and address, sealed under the mail key.
    pub profile: Vec<u8>,
    /// The last day of their appointment.
    pub until: NaiveDate,
    /// What they may do.
    pub roles: Vec<RoleUntil>,
    /// The day on which a certificate of conduct or a screening was seen (BGS art. 1.11).
    pub screened_on: Option<NaiveDate>,
    /// The day of the last training (BGS art. 1.17).
    pub trained_on: Option<NaiveDate>,
}

/// What someone may do and until when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Appointment {
    /// The last day of their appointment.
    pub until: NaiveDate,
    /// What they may do, and nothing else.
    pub roles: Vec<RoleUntil>,
    /// The day on which a certificate of conduct or a screening was seen.
    pub screened_on: Option<NaiveDate>,
    /// The day of the last training.
    pub trained_on: Option<NaiveDate>,
}

/// The public half of the key pair of a member.
#[derive(Clone, Copy)]
pub struct MemberKey {
    /// The X25519 public key.
    pub bytes: [u8; 32],
    /// Shows that this program wrote it ([`crate::house_key::of_member`]): nobody gets a copy of the house's key by changing a row.
    pub proof: [u8; 32],
}

/// Someone who works, or worked, at the desk.
#[derive(Clone)]
pub struct Member {
    /// Their number.
    pub id: MemberId,
    /// Short name of the house.
    pub house: String,
    /// Name, organisation and address, sealed under the mail key.
    pub profile: Vec<u8>,
    /// Seals copies of the house's key to them; none before they enrolled.
    pub public_key: Option<MemberKey>,
    /// The day on which a certificate of conduct or a screening was seen.
    pub screened_on: Option<NaiveDate>,
    /// The day of the last training.
    pub trained_on: Option<NaiveDate>,
    /// The last day of their appointment.
    pub until: NaiveDate,
    /// When they were invited.
    pub made_at: DateTime<Utc>,
    /// When they promised secrecy (WGS art. 1.11).
    pub accepted_at: Option<DateTime<Utc>>,
    /// When they left.
    pub left_at: Option<DateTime<Utc>>,
    /// What they may do, each until a day.
    pub roles: Vec<RoleUntil>,
}

impl Member {
    /// Whether they came in by their link and made a passkey; before that they are invited and nothing more.
    pub const fn has_enrolled(&self) -> bool {
        self.public_key.is_some()
    }

    /// The roles that work on this day: none for who left, whose appointment ended, who was not screened or not trained.
    pub fn roles_on(&self, today: NaiveDate) -> Vec<Role> {
        let works = self.left_at.is_none()
            && today <= self.until
            && self.screened_on.is_some_and(|day| day <= today)
            && self.trained_on.is_some_and(|day| day <= today);
        let roles = self.roles.iter().filter(|held| works && today <= held.until);
        roles.map(|held| held.role).collect()
    }
}
