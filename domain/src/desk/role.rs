//! Who works at the desk and what they may. One table for what a role may do, one for whose records it sees; a member may what one
//! of their roles may with a record that the same role sees.

use crate::regime::Regime;

/// What someone was appointed for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Role {
    /// Receives what comes in, calls, asks back, answers.
    Intake,
    /// Leads how organisations work together in a case.
    Procesregisseur,
    /// Chairs the Regieteam and the weighing.
    Chair,
    /// Weighs for a public participant (WGS art. 2.31 lid 2).
    Weigher,
    /// Handles reports under the Wvggz, and nothing else.
    WvggzProcesregisseur,
    /// The contact point for requests about one's own data (BGS art. 1.1).
    ContactPoint,
    /// Supervises: data protection officer or auditor. Sees the log and what is kept, no content.
    Officer,
    /// Keeps accounts and keys in order. Sees no content.
    Administrator,
    /// Makes the newsletter and the pages. Sees no case at all.
    Editor,
}

/// For which of the tasks of WGS art. 1.8 lid 2 a role is appointed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Task {
    /// Under a: processing.
    Processing,
    /// Under b: testing whether it is lawful.
    Legality,
    /// Under c: maintenance and support.
    Maintenance,
    /// None of them: no access to cases.
    Beside,
}

/// Something that a role may or may not do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Right {
    /// See the queue: what waits, without content.
    Queue,
    /// Open a referral and read it.
    Open,
    /// Open what is closed and therefore shielded (WGS art. 2.31 lid 8).
    Shielded,
    /// Contact its sender, ask back, note, assign.
    Handle,
    /// Judge the criteria (BGS art. 2.20 lid 3).
    Judge,
    /// Advise about taking it on (WGS art. 2.31 lid 2).
    Weigh,
    /// Decide about it.
    Decide,
    /// Tell its sender.
    Answer,
    /// Keep it from being destroyed, and end that.
    Hold,
    /// Hand it over to another organisation or system.
    HandOver,
    /// Read the audit trail (WGS art. 1.8 lid 4).
    Trail,
    /// See what is kept until when, and what was destroyed.
    Keeping,
    /// Invite members, give and take roles.
    Staff,
    /// Renew keys and give members a copy.
    Keys,
    /// See who booked which room.
    Rooms,
    /// Send the newsletter.
    Newsletter,
    /// See and end their own sessions, manage their own passkeys.
    Own,
}

impl Right {
    /// All of them.
    pub const ALL: [Self; 17] = [
        Self::Queue,
        Self::Open,
        Self::Shielded,
        Self::Handle,
        Self::Judge,
        Self::Weigh,
        Self::Decide,
        Self::Answer,
        Self::Hold,
        Self::HandOver,
        Self::Trail,
        Self::Keeping,
        Self::Staff,
        Self::Keys,
        Self::Rooms,
        Self::Newsletter,
        Self::Own,
    ];

    /// Its name in the audit trail.
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Queue => "queue",
            Self::Open => "open",
            Self::Shielded => "shielded",
            Self::Handle => "handle",
            Self::Judge => "judge",
            Self::Weigh => "weigh",
            Self::Decide => "decide",
            Self::Answer => "answer",
            Self::Hold => "hold",
            Self::HandOver => "hand-over",
            Self::Trail => "trail",
            Self::Keeping => "keeping",
            Self::Staff => "staff",
            Self::Keys => "keys",
            Self::Rooms => "rooms",
            Self::Newsletter => "newsletter",
            Self::Own => "own",
        }
    }

    /// The right with this name.
    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|right| right.slug() == slug)
    }

    /// What it lets someone do, after "Nodig: het recht om te".
    pub const fn text(self) -> &'static str {
        match self {
            Self::Queue => "de werkvoorraad te zien",
            Self::Open => "zaken te lezen",
            Self::Shielded => "afgeschermde zaken in te zien",
            Self::Handle => "zaken te behandelen",
            Self::Judge => "criteria te beoordelen",
            Self::Weigh => "te adviseren",
            Self::Decide => "te besluiten",
            Self::Answer => "antwoord te geven",
            Self::Hold => "vernietigen uit te stellen",
            Self::HandOver => "gegevens door te geven",
            Self::Trail => "het logboek te lezen",
            Self::Keeping => "te zien wat wij bewaren",
            Self::Staff => "medewerkers te beheren",
            Self::Keys => "sleutels te beheren",
            Self::Rooms => "de kamers te zien",
            Self::Newsletter => "de lijst van de nieuwsbrief te beheren",
            Self::Own => "de eigen sessies en passkeys te beheren",
        }
    }
}

impl Role {
    /// All of them.
    pub const ALL: [Self; 9] = [
        Self::Intake,
        Self::Procesregisseur,
        Self::Chair,
        Self::Weigher,
        Self::WvggzProcesregisseur,
        Self::ContactPoint,
        Self::Officer,
        Self::Administrator,
        Self::Editor,
    ];

    /// Its name in the store.
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Intake => "intake",
            Self::Procesregisseur => "procesregisseur",
            Self::Chair => "voorzitter",
            Self::Weigher => "weger",
            Self::WvggzProcesregisseur => "wvggz",
            Self::ContactPoint => "contactpunt",
            Self::Officer => "fg",
            Self::Administrator => "beheer",
            Self::Editor => "redactie",
        }
    }

    /// The role with this name.
    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.slug() == slug)
    }

    /// What it is called.
    pub const fn text(self) -> &'static str {
        match self {
            Self::Intake => "Intake",
            Self::Procesregisseur => "Procesregisseur",
            Self::Chair => "Voorzitter Regieteam",
            Self::Weigher => "Weger",
            Self::WvggzProcesregisseur => "Procesregisseur Wvggz",
            Self::ContactPoint => "Contactpunt persoonsgegevens",
            Self::Officer => "Functionaris gegevensbescherming of auditor",
            Self::Administrator => "Functioneel beheer",
            Self::Editor => "Redactie",
        }
    }

    /// What someone with this role does, in one sentence: for whoever gives the role.
    pub const fn hint(self) -> &'static str {
        match self {
            Self::Intake => "Leest wat binnenkomt, belt, vraagt aanvulling en geeft antwoord.",
            Self::Procesregisseur => "Behandelt casussen en kijkt of ze aan de criteria voldoen.",
            Self::Chair => "Zit de weging voor, besluit en geeft antwoord.",
            Self::Weigher => "Weegt en besluit namens een vaste overheidsdeelnemer.",
            Self::WvggzProcesregisseur => "Onderzoekt meldingen voor de Wvggz. Ziet niets anders.",
            Self::ContactPoint => "Behandelt verzoeken van mensen over hun eigen gegevens. Ziet geen casussen.",
            Self::Officer => "Houdt toezicht: ziet het logboek en de bewaartermijnen, geen inhoud.",
            Self::Administrator => "Beheert medewerkers en sleutels. Ziet geen inhoud.",
            Self::Editor => "Beheert de lijst van de nieuwsbrief. Ziet geen casussen.",
        }
    }

    /// The task of WGS art. 1.8 lid 2 for which it is appointed.
    pub const fn task(self) -> Task {
        match self {
            Self::Intake
            | Self::Procesregisseur
            | Self::Chair
            | Self::Weigher
            | Self::WvggzProcesregisseur
            | Self::ContactPoint => Task::Processing,
            Self::Officer => Task::Legality,
            Self::Administrator => Task::Maintenance,
            Self::Editor => Task::Beside,
        }
    }

    /// Whether it may do this, with the records that it sees.
    pub const fn may(self, right: Right) -> bool {
        let rights = self.rights();
        let mut at = 0;
        while at < rights.len() {
            if rights[at] as u8 == right as u8 {
                return true;
            }
            at += 1;
        }
        false
    }

    /// All it may do.
    pub const fn rights(self) -> &'static [Right] {
        use Right::{
            Answer, Decide, HandOver, Handle, Hold, Judge, Keeping, Keys, Newsletter, Open, Own, Queue, Rooms,
            Shielded, Staff, Trail, Weigh,
        };
        match self {
            Self::Intake => &[Queue, Open, Handle, Answer, HandOver, Rooms, Own],
            Self::Procesregisseur => &[Queue, Open, Shielded, Handle, Judge, Answer, Hold, HandOver, Keeping, Own],
            Self::Chair => &[Queue, Open, Shielded, Handle, Judge, Weigh, Decide, Answer, Hold, HandOver, Keeping, Own],
            Self::Weigher => &[Queue, Open, Judge, Weigh, Decide, Own],
            Self::WvggzProcesregisseur => &[Queue, Open, Handle, Decide, Answer, Hold, HandOver, Keeping, Own],
            Self::ContactPoint => &[Queue, Open, Handle, Answer, Hold, HandOver, Keeping, Own],
            Self::Officer => &[Trail, Keeping, Own],
            Self::Administrator => &[Staff, Keys, Own],
            Self::Editor => &[Newsletter, Own],
        }
    }

    /// Whether it sees records under this law, with content or without as its rights say.
    pub const fn sees(self, regime: Regime) -> bool {
        match regime {
            Regime::Regieteam | Regime::Wgs => {
                matches!(self, Self::Intake | Self::Procesregisseur | Self::Chair | Self::Weigher | Self::Officer)
            }
            // The form tells who reports that nobody else at the house reads it.
            Regime::Wvggz => matches!(self, Self::WvggzProcesregisseur | Self::Officer),
            Regime::Via | Regime::Bij | Regime::Nazorg | Regime::Huisverbod => {
                matches!(self, Self::Intake | Self::Procesregisseur | Self::Officer)
            }
            Regime::Advice => matches!(self, Self::Intake | Self::Procesregisseur | Self::Chair | Self::Officer),
            Regime::Contact | Regime::Room => matches!(self, Self::Intake | Self::Officer),
            Regime::DataRights => matches!(self, Self::ContactPoint | Self::Officer),
            Regime::Newsletter => matches!(self, Self::Editor | Self::Officer),
        }
    }

    /// Whether one of these roles may do this with a record under this law.
    pub fn any_may(roles: &[Self], right: Right, regime: Regime) -> bool {
        Self::that_may(roles, right, regime).is_some()
    }

    /// The first of these roles that may do this with a record under this law: in which it is done.
    pub fn that_may(roles: &[Self], right: Right, regime: Regime) -> Option<Self> {
        roles.iter().copied().find(|role| role.may(right) && role.sees(regime))
    }
}

#[cfg(test)]
mod tests;
