//! The life of what was sent: where it is, what happened to it, and what may happen next.
//!
//! Whatever happens is an entry of the timeline. The status says only what decides who has to do something.

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
    /// Its sender took it back.
    Withdrawn,
    /// The case is over: its data are shielded until they are destroyed (WGS art. 2.31 lid 8).
    Closed,
}

impl Status {
    /// All of them.
    pub const ALL: [Self; 8] = [
        Self::Received,
        Self::Confirmed,
        Self::Contacted,
        Self::Asked,
        Self::Decided,
        Self::Answered,
        Self::Withdrawn,
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
            Self::Withdrawn => "withdrawn",
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
            Self::Contacted => "In behandeling: wij hadden contact met u.",
            Self::Asked => "Wij wachten op uw antwoord.",
            Self::Decided => "In behandeling.",
            Self::Answered => "Beantwoord.",
            Self::Withdrawn => "Ingetrokken door u.",
            Self::Closed => "Afgesloten.",
        }
    }

    /// For the desk, short.
    pub const fn desk_text(self) -> &'static str {
        match self {
            Self::Received => "Nieuw",
            Self::Confirmed => "Nieuw, e-mailadres bevestigd",
            Self::Contacted => "Contact gelegd",
            Self::Asked => "Wacht op de afzender",
            Self::Decided => "Besloten, nog geen antwoord",
            Self::Answered => "Beantwoord",
            Self::Withdrawn => "Ingetrokken",
            Self::Closed => "Afgesloten",
        }
    }

    /// Whether its sender can still add something or take it back: until the house answered.
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Received | Self::Confirmed | Self::Contacted | Self::Asked | Self::Decided)
    }

    /// Whether nobody has anything to do any more.
    pub const fn is_over(self) -> bool {
        matches!(self, Self::Withdrawn | Self::Closed)
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
            H::Contacted if matches!(self, Self::Received | Self::Confirmed) => (true, Self::Contacted),
            // What was answered is handled on: another call, a note, a copy for the case system.
            H::Received | H::Contacted | H::Attempted | H::Noted | H::Assigned | H::HandedOver => {
                (!self.is_over(), self)
            }
            H::Judged | H::Weighed => (self.is_undecided(), self),
            H::Asked => (self.is_undecided(), Self::Asked),
            H::Replied if matches!(self, Self::Asked) => (true, Self::Contacted),
            // A reply that comes after the decision is still kept.
            H::Replied => (matches!(self, Self::Decided), self),
            H::Decided => (self.is_undecided(), Self::Decided),
            H::Answered => (!self.is_over(), Self::Answered),
            H::Closed => (matches!(self, Self::Answered), Self::Closed),
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

/// Something that happened to what was sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
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
    /// The house tried to reach its sender.
    Attempted,
    /// The house spoke with its sender.
    Contacted,
    /// The house asked its sender to make something clear.
    Asked,
    /// Its sender replied to that.
    Replied,
    /// Someone at the desk wrote a note.
    Noted,
    /// The criteria were judged (BGS art. 2.20 lid 3).
    Judged,
    /// Someone advised about taking it on (WGS art. 2.31 lid 2).
    Weighed,
    /// It was decided.
    Decided,
    /// Someone at the desk was asked to handle it.
    Assigned,
    /// It may not be destroyed for now.
    Held,
    /// It may be destroyed again.
    Released,
    /// Another organisation or system got a copy.
    HandedOver,
    /// The term for a request about one's own data was made longer (AVG art. 12 lid 3).
    Prolonged,
    /// It is kept longer than its period (WGS art. 1.8 lid 7, BGS art. 1.16 lid 2 and 3).
    Renewed,
    /// The house answered.
    Answered,
    /// The case was closed.
    Closed,
    /// Its sender took it back.
    Withdrawn,
}

impl Happening {
    /// All of them.
    pub const ALL: [Self; 22] = [
        Self::Received,
        Self::Confirmed,
        Self::Added,
        Self::Invited,
        Self::Contributed,
        Self::Attempted,
        Self::Contacted,
        Self::Asked,
        Self::Replied,
        Self::Noted,
        Self::Judged,
        Self::Weighed,
        Self::Decided,
        Self::Assigned,
        Self::Held,
        Self::Released,
        Self::HandedOver,
        Self::Prolonged,
        Self::Renewed,
        Self::Answered,
        Self::Closed,
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
            Self::Attempted => "attempted",
            Self::Contacted => "contacted",
            Self::Asked => "asked",
            Self::Replied => "replied",
            Self::Noted => "noted",
            Self::Judged => "judged",
            Self::Weighed => "weighed",
            Self::Decided => "decided",
            Self::Assigned => "assigned",
            Self::Held => "held",
            Self::Released => "released",
            Self::HandedOver => "handed-over",
            Self::Prolonged => "prolonged",
            Self::Renewed => "renewed",
            Self::Answered => "answered",
            Self::Closed => "closed",
            Self::Withdrawn => "withdrawn",
        }
    }

    /// The happening with this name.
    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|what| what.slug() == slug)
    }

    /// Whether its sender sees it. What the house thinks, decides and keeps is told in its answer.
    pub const fn is_shared(self) -> bool {
        match self {
            Self::Received
            | Self::Confirmed
            | Self::Added
            | Self::Invited
            | Self::Contributed
            | Self::Attempted
            | Self::Contacted
            | Self::Asked
            | Self::Replied
            | Self::Prolonged
            | Self::Answered
            | Self::Closed
            | Self::Withdrawn => true,
            Self::Noted
            | Self::Judged
            | Self::Weighed
            | Self::Decided
            | Self::Assigned
            | Self::Held
            | Self::Released
            | Self::HandedOver
            | Self::Renewed => false,
        }
    }

    /// For its sender, B1; what is not shared with the sender reads as it does at the desk.
    pub const fn text(self) -> &'static str {
        match self {
            Self::Received => "Wij ontvingen wat u stuurde.",
            Self::Confirmed => "U bevestigde uw e-mailadres.",
            Self::Added => "U voegde iets toe.",
            Self::Invited => "U vroeg een collega om een bijdrage.",
            Self::Contributed => "Een collega stuurde een bijdrage.",
            Self::Attempted => "Wij probeerden u te bereiken.",
            Self::Contacted => "Wij hadden contact met u.",
            Self::Asked => "Wij stelden u een vraag.",
            Self::Replied => "U gaf antwoord op onze vraag.",
            Self::Prolonged => "Wij hebben meer tijd nodig.",
            Self::Answered => "Wij gaven antwoord.",
            Self::Closed => "Wij sloten de casus af.",
            Self::Withdrawn => "U trok het in.",
            Self::Noted
            | Self::Judged
            | Self::Weighed
            | Self::Decided
            | Self::Assigned
            | Self::Held
            | Self::Released
            | Self::HandedOver
            | Self::Renewed => self.desk_text(),
        }
    }

    /// For the timeline of the desk, short.
    pub const fn desk_text(self) -> &'static str {
        match self {
            Self::Received => "Ontvangen",
            Self::Confirmed => "E-mailadres bevestigd",
            Self::Added => "Afzender voegde iets toe",
            Self::Invited => "Afzender vroeg een collega om een bijdrage",
            Self::Contributed => "Bijdrage van een collega",
            Self::Attempted => "Contact geprobeerd",
            Self::Contacted => "Contact gehad",
            Self::Asked => "Aanvulling gevraagd",
            Self::Replied => "Aanvulling ontvangen",
            Self::Noted => "Notitie",
            Self::Judged => "Criteria beoordeeld",
            Self::Weighed => "Advies gegeven",
            Self::Decided => "Besluit genomen",
            Self::Assigned => "Toegewezen",
            Self::Held => "Vernietigen uitgesteld",
            Self::Released => "Uitstel van vernietigen beëindigd",
            Self::HandedOver => "Overgedragen",
            Self::Prolonged => "Termijn verlengd",
            Self::Renewed => "Langer bewaren besloten",
            Self::Answered => "Antwoord gegeven",
            Self::Closed => "Casus afgesloten",
            Self::Withdrawn => "Ingetrokken door de afzender",
        }
    }
}

#[cfg(test)]
mod tests;
