//! The life of what was sent: where it is, what happened to it, and what may happen next.
//!
//! Whatever happens is an entry of the timeline. The status says only what decides who has to do something.

mod happening;

pub use happening::Happening;

/// Where something that was sent is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Status {
    /// It came in.
    Received,
    /// It came in, and the mailbox of its sender is known to be the sender's.
    Confirmed,
    /// The house spoke with its sender.
    Contacted,
    /// The house asked its sender something and waits.
    Asked,
    /// The house decided and did not answer yet. Its sender sees no difference.
    Decided,
    /// The house answered.
    Answered,
    /// After that someone close asked for an application anyway: the house answers anew. Its sender sees no difference.
    Demanded,
    /// Its sender took it back.
    Withdrawn,
    /// The house cancelled it: a room that its sender can't have.
    Cancelled,
    /// The case is over: its data are shielded until they are destroyed (WGS art. 2.31 lid 8).
    Closed,
}

impl Status {
    /// All of them.
    pub const ALL: [Self; 10] = [
        Self::Received,
        Self::Confirmed,
        Self::Contacted,
        Self::Asked,
        Self::Decided,
        Self::Answered,
        Self::Demanded,
        Self::Withdrawn,
        Self::Cancelled,
        Self::Closed,
    ];

    /// Its name in the store.
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Received => "received",
            Self::Confirmed => "confirmed",
            Self::Contacted => "contacted",
            Self::Asked => "asked",
            Self::Decided => "decided",
            Self::Answered => "answered",
            Self::Demanded => "demanded",
            Self::Withdrawn => "withdrawn",
            Self::Cancelled => "cancelled",
            Self::Closed => "closed",
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
            Self::Contacted | Self::Decided => "In behandeling.",
            Self::Asked => "Wij wachten op uw antwoord.",
            Self::Answered | Self::Demanded => "Beantwoord.",
            Self::Withdrawn => "Ingetrokken door u.",
            Self::Cancelled => "Afgezegd door ons.",
            Self::Closed => "Afgesloten.",
        }
    }

    /// For the desk, short.
    pub const fn desk_text(self) -> &'static str {
        match self {
            Self::Received => "Nieuw",
            Self::Confirmed => "Nieuw, e-mailadres bevestigd",
            Self::Contacted => "In behandeling",
            Self::Asked => "Wacht op de afzender",
            Self::Decided => "Besloten, nog geen antwoord",
            Self::Answered => "Beantwoord",
            Self::Demanded => "Opnieuw te beantwoorden",
            Self::Withdrawn => "Ingetrokken",
            Self::Cancelled => "Afgezegd door ons",
            Self::Closed => "Afgesloten",
        }
    }

    /// Whether its sender can still add something or take it back: until the house answered.
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Received | Self::Confirmed | Self::Contacted | Self::Asked | Self::Decided)
    }

    /// Whether the house owes an answer, the first one or another.
    pub const fn is_unanswered(self) -> bool {
        self.is_open() || matches!(self, Self::Demanded)
    }

    /// Whether its data are shielded: out of lists, and opened only by who says why (WGS art. 2.31 lid 8).
    pub const fn is_shielded(self) -> bool {
        matches!(self, Self::Closed)
    }

    /// Whether nobody has anything to do any more.
    pub const fn is_over(self) -> bool {
        matches!(self, Self::Withdrawn | Self::Cancelled | Self::Closed)
    }

    /// The status after something happened; `None` where that can't happen any more, or not yet.
    ///
    /// Some forms ask for more: what must be decided is answered after the decision ([`crate::desk::act::Act::possible`]).
    pub const fn after(self, what: Happening) -> Option<Self> {
        use Happening as H;
        let (can_happen, next) = match what {
            // An old link may be followed late.
            H::Confirmed if matches!(self, Self::Received) => (true, Self::Confirmed),
            // A court may ask for what is over.
            H::Confirmed | H::Held | H::Released => (true, self),
            H::Added | H::Invited | H::Contributed | H::Prolonged => (self.is_open(), self),
            H::Withdrawn => (self.is_open(), Self::Withdrawn),
            H::Cancelled => (self.is_open(), Self::Cancelled),
            H::Contacted if matches!(self, Self::Received | Self::Confirmed) => (true, Self::Contacted),
            // What was answered is handled on: another call, a note, a copy for the case system.
            H::Received | H::Contacted | H::Attempted | H::Noted | H::Reviewed | H::Assigned | H::HandedOver => {
                (!self.is_over(), self)
            }
            H::Judged | H::Weighed => (self.is_undecided(), self),
            H::Asked => (self.is_undecided(), Self::Asked),
            H::Replied if matches!(self, Self::Asked) => (true, Self::Contacted),
            // A reply that comes after the decision is still kept.
            H::Replied => (matches!(self, Self::Decided), self),
            H::Decided => (self.is_undecided(), Self::Decided),
            // Whoever hears that there is no application may still ask for one: what was answered must be answered anew.
            H::Demanded if matches!(self, Self::Answered) => (true, Self::Demanded),
            H::Demanded => (matches!(self, Self::Decided | Self::Demanded), self),
            H::Answered => (!self.is_over(), Self::Answered),
            H::Closed => (matches!(self, Self::Answered), Self::Closed),
            H::Consulted => (matches!(self, Self::Closed), self),
            // Its end is set when the work is done, and may be set right later.
            H::PeriodSet => (!self.is_unanswered(), self),
            // The longest period counts for what was closed as well.
            H::Renewed => (matches!(self, Self::Answered | Self::Closed), self),
        };
        if can_happen { Some(next) } else { None }
    }

    /// Nothing was decided or answered yet.
    const fn is_undecided(self) -> bool {
        matches!(self, Self::Received | Self::Confirmed | Self::Contacted | Self::Asked)
    }
}

#[cfg(test)]
mod tests;
