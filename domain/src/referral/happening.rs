//! What can happen to what was sent: an entry of its timeline, and what its sender sees of it.

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
    /// Someone close asked for an application although the house would make none (Wvggz art. 5:2).
    Demanded,
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
    /// How long it stays under its own law was written down.
    PeriodSet,
    /// Someone looked whether it is still needed (WGS art. 1.8 lid 7).
    Reviewed,
    /// The house answered.
    Answered,
    /// The case was closed.
    Closed,
    /// Someone opened it after that, and said why.
    Consulted,
    /// Its sender took it back.
    Withdrawn,
    /// The house cancelled the booking.
    Cancelled,
}

impl Happening {
    /// All of them.
    pub const ALL: [Self; 27] = [
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
        Self::Demanded,
        Self::Assigned,
        Self::Held,
        Self::Released,
        Self::HandedOver,
        Self::Prolonged,
        Self::Renewed,
        Self::PeriodSet,
        Self::Reviewed,
        Self::Answered,
        Self::Closed,
        Self::Consulted,
        Self::Withdrawn,
        Self::Cancelled,
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
            Self::Demanded => "demanded",
            Self::Assigned => "assigned",
            Self::Held => "held",
            Self::Released => "released",
            Self::HandedOver => "handed-over",
            Self::Prolonged => "prolonged",
            Self::Renewed => "renewed",
            Self::PeriodSet => "period-set",
            Self::Reviewed => "reviewed",
            Self::Answered => "answered",
            Self::Closed => "closed",
            Self::Consulted => "consulted",
            Self::Withdrawn => "withdrawn",
            Self::Cancelled => "cancelled",
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
            | Self::Withdrawn
            | Self::Cancelled => true,
            Self::Noted
            | Self::Judged
            | Self::Weighed
            | Self::Decided
            | Self::Demanded
            | Self::Assigned
            | Self::Held
            | Self::Released
            | Self::HandedOver
            | Self::Renewed
            | Self::PeriodSet
            | Self::Reviewed
            | Self::Consulted => false,
        }
    }

    /// Whether what someone is writing about it meanwhile may not fit any more. Who handles a case changes nothing of the case.
    pub const fn overtakes(self) -> bool {
        !matches!(self, Self::Assigned)
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
            Self::Cancelled => "Wij zegden uw reservering af.",
            Self::Noted
            | Self::Judged
            | Self::Weighed
            | Self::Decided
            | Self::Demanded
            | Self::Assigned
            | Self::Held
            | Self::Released
            | Self::HandedOver
            | Self::Renewed
            | Self::PeriodSet
            | Self::Reviewed
            | Self::Consulted => self.desk_text(),
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
            Self::Demanded => "Naaste vroeg om toch een aanvraag",
            Self::Assigned => "Toegewezen",
            Self::Held => "Vernietigen uitgesteld",
            Self::Released => "Uitstel van vernietigen beëindigd",
            Self::HandedOver => "Gegevens doorgegeven",
            Self::Prolonged => "Termijn verlengd",
            Self::Renewed => "Langer bewaren besloten",
            Self::PeriodSet => "Bewaartermijn vastgelegd",
            Self::Reviewed => "Bekeken of bewaren nodig is",
            Self::Answered => "Antwoord gegeven",
            Self::Closed => "Casus afgesloten",
            Self::Consulted => "Geopend na afsluiten",
            Self::Withdrawn => "Ingetrokken door de afzender",
            Self::Cancelled => "Afgezegd door ons",
        }
    }
}
