//! What an event is about, where that is one of a closed set.

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
    pub(super) fn name(self) -> &'static str {
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
        }
    }
}

/// What happened to someone's place at the desk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// They were invited.
    Invited,
    /// They made their key.
    Enrolled,
    /// They promised secrecy.
    Accepted,
    /// Their roles or dates were changed.
    Changed,
    /// A passkey was added.
    PasskeyAdded,
    /// A passkey was removed.
    PasskeyRemoved,
    /// They left.
    Left,
}

impl Step {
    pub(super) const fn action(self) -> &'static str {
        match self {
            Self::Invited => "member.invited",
            Self::Enrolled => "member.enrolled",
            Self::Accepted => "member.accepted",
            Self::Changed => "member.changed",
            Self::PasskeyAdded => "member.passkey-added",
            Self::PasskeyRemoved => "member.passkey-removed",
            Self::Left => "member.left",
        }
    }
}
