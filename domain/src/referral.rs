//! The life of what was sent: where it is, what happened to it, and what may happen next.
//!
//! The house adds steps of its own between receipt and decision; each is an entry of the timeline. The status says only what
//! decides who has to do something.

/// Where something that was sent is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// It came in.
    Received,
    /// It came in, and the mailbox of its sender is known to be the sender's.
    Confirmed,
    /// The house spoke with its sender.
    Contacted,
    /// The house decided and answered.
    Answered,
    /// Its sender took it back.
    Withdrawn,
}

impl Status {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Received, Self::Confirmed, Self::Contacted, Self::Answered, Self::Withdrawn];

    /// Its name in the store.
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Received => "received",
            Self::Confirmed => "confirmed",
            Self::Contacted => "contacted",
            Self::Answered => "answered",
            Self::Withdrawn => "withdrawn",
        }
    }

    /// The status with this name.
    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.slug() == slug)
    }

    /// For its sender, B1.
    pub const fn text(self) -> &'static str {
        match self {
            Self::Received | Self::Confirmed => "Ontvangen.",
            Self::Contacted => "In behandeling: wij hadden contact met u.",
            Self::Answered => "Beantwoord.",
            Self::Withdrawn => "Ingetrokken door u.",
        }
    }

    /// Whether its sender can still add something or take it back.
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Received | Self::Confirmed | Self::Contacted)
    }

    /// The status after something happened; `None` where that can't happen any more.
    pub const fn after(self, what: Happening) -> Option<Self> {
        match (self, what) {
            (Self::Received, Happening::Confirmed) => Some(Self::Confirmed),
            // An old link may be followed late; that changes nothing.
            (_, Happening::Confirmed) => Some(self),
            (Self::Withdrawn, _) => None,
            (Self::Answered, Happening::Withdrawn | Happening::Added | Happening::Contributed | Happening::Invited) => {
                None
            }
            (_, Happening::Withdrawn) => Some(Self::Withdrawn),
            (_, Happening::Answered) => Some(Self::Answered),
            (Self::Received | Self::Confirmed, Happening::Contacted) => Some(Self::Contacted),
            (
                _,
                Happening::Received
                | Happening::Added
                | Happening::Contributed
                | Happening::Invited
                | Happening::Contacted,
            ) => Some(self),
        }
    }
}

/// Something that happened to what was sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Happening {
    /// It came in.
    Received,
    /// The mailbox of its sender was confirmed.
    Confirmed,
    /// Its sender added something.
    Added,
    /// Its sender asked a colleague of another organisation.
    Invited,
    /// That colleague answered.
    Contributed,
    /// The house spoke with its sender.
    Contacted,
    /// The house answered.
    Answered,
    /// Its sender took it back.
    Withdrawn,
}

impl Happening {
    /// All of them.
    pub const ALL: [Self; 8] = [
        Self::Received,
        Self::Confirmed,
        Self::Added,
        Self::Invited,
        Self::Contributed,
        Self::Contacted,
        Self::Answered,
        Self::Withdrawn,
    ];

    /// Its name in the store.
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Received => "received",
            Self::Confirmed => "confirmed",
            Self::Added => "added",
            Self::Invited => "invited",
            Self::Contributed => "contributed",
            Self::Contacted => "contacted",
            Self::Answered => "answered",
            Self::Withdrawn => "withdrawn",
        }
    }

    /// The happening with this name.
    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|what| what.slug() == slug)
    }

    /// For its sender, B1.
    pub const fn text(self) -> &'static str {
        match self {
            Self::Received => "Wij ontvingen wat u stuurde.",
            Self::Confirmed => "U bevestigde uw e-mailadres.",
            Self::Added => "U voegde iets toe.",
            Self::Invited => "U vroeg een collega om een bijdrage.",
            Self::Contributed => "Een collega stuurde een bijdrage.",
            Self::Contacted => "Wij hadden contact met u.",
            Self::Answered => "Wij gaven antwoord.",
            Self::Withdrawn => "U trok het in.",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_read_back() {
        for status in Status::ALL {
            assert_eq!(Status::from_slug(status.slug()), Some(status));
        }
        for what in Happening::ALL {
            assert_eq!(Happening::from_slug(what.slug()), Some(what));
        }
    }

    #[test]
    fn nothing_happens_to_what_was_withdrawn_but_a_late_link() {
        for what in Happening::ALL {
            let after = Status::Withdrawn.after(what);
            assert_eq!(after, (what == Happening::Confirmed).then_some(Status::Withdrawn), "{what:?}");
        }
    }

    #[test]
    fn what_is_open_can_be_added_to_and_taken_back_and_nothing_else_can() {
        for status in Status::ALL {
            for what in [Happening::Added, Happening::Invited, Happening::Contributed, Happening::Withdrawn] {
                assert_eq!(status.after(what).is_some(), status.is_open(), "{status:?} {what:?}");
            }
        }
    }
}
