//! What an event is about, where that is one of a closed set.

use std::fmt::Write as _;

use domain::desk::role::Role;

use crate::store::{Appointment, RoleUntil};

/// Why a referral was opened at the command line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum Reason {
    /// To handle the referral.
    Handling,
    /// To prove that backup and keys work.
    RestoreTest,
    /// Someone asked which data are kept about them.
    AccessRequest,
    /// The usual way to open it does not work.
    Emergency,
}

impl Reason {
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Handling => "handling",
            Self::RestoreTest => "restore-test",
            Self::AccessRequest => "access-request",
            Self::Emergency => "emergency",
        }
    }
}

/// A page of the desk whose reading is an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Page {
    /// The work list.
    Queue,
    /// A referral.
    Referral,
    /// Who works at the desk.
    Staff,
    /// The audit trail.
    Trail,
    /// What must be destroyed when, and what was.
    Keeping,
    /// Who gets the newsletter.
    Newsletter,
    /// Who booked a room.
    Rooms,
    /// Who can open what was sent.
    Access,
    /// The keys of the house.
    Keys,
}

impl Page {
    pub(super) const fn action(self) -> &'static str {
        match self {
            Self::Queue => "queue.viewed",
            Self::Referral => "referral.viewed",
            Self::Staff => "staff.viewed",
            Self::Trail => "trail.viewed",
            Self::Keeping => "keeping.viewed",
            Self::Newsletter => "newsletter.viewed",
            Self::Rooms => "rooms.viewed",
            Self::Access => "access.viewed",
            Self::Keys => "keys.viewed",
        }
    }
}

/// What happened to someone's place at the desk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// They were invited, to do this.
    Invited(Box<Appointment>),
    /// Someone who is here already got a new link.
    Linked,
    /// They made their key.
    Enrolled,
    /// They promised secrecy.
    Accepted,
    /// Their roles and dates are these from now on.
    Changed(Box<Appointment>),
    /// A passkey was added.
    PasskeyAdded,
    /// A passkey was removed.
    PasskeyRemoved,
    /// They left.
    Left,
}

impl Step {
    pub(super) const fn action(&self) -> &'static str {
        match self {
            Self::Invited(_) => "member.invited",
            Self::Linked => "member.linked",
            Self::Enrolled => "member.enrolled",
            Self::Accepted => "member.accepted",
            Self::Changed(_) => "member.changed",
            Self::PasskeyAdded => "member.passkey-added",
            Self::PasskeyRemoved => "member.passkey-removed",
            Self::Left => "member.left",
        }
    }
    /// With what result: which roles until when, so that the trail answers who had which role on a day.
    pub(super) fn result(&self) -> String {
        let (Self::Invited(new) | Self::Changed(new)) = self else { return "ok".to_owned() };
        let Appointment { until, roles, screened_on, trained_on } = &**new;
        let mut told = format!("until {until}");
        for (what, day) in [("screened", screened_on), ("trained", trained_on)] {
            if let Some(day) = day {
                let _ = write!(told, "; {what} {day}");
            }
        }
        for RoleUntil { role, until } in roles {
            let _ = write!(told, "; {} {until}", Role::slug(*role));
        }
        told
    }
}

/// Which key someone typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TypedKey {
    /// That of the house.
    House,
    /// That of recovery.
    Recovery,
}

impl TypedKey {
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::House => "house",
            Self::Recovery => "recovery",
        }
    }
}

/// Why a typed key opened nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WrongKey {
    /// It is no key.
    NotAKey,
    /// It is a key of another house, or one that is not used here.
    OtherKey,
    /// It is the recovery key, before anyone had the house key.
    TooEarly,
}

impl WrongKey {
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::NotAKey => "not-a-key",
            Self::OtherKey => "other-key",
            Self::TooEarly => "too-early",
        }
    }
}
