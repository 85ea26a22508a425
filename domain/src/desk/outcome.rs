//! What became of it: one list for what the public explanation calls two outcomes and other sources call four, with what is decided
//! about reports and requests under other laws.

use crate::regime::Regime;

/// What was decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Outcome {
    /// Another organisation gets it.
    Doorverwezen,
    /// Its sender goes on with it.
    Terugverwezen,
    /// It is on the agenda of a meeting.
    Overleg,
    /// It is prioritised for an integral approach, with or without pressure (*dwang* or *drang*).
    IntegraleAanpak,
    /// Its sender got advice.
    Advies,
    /// Its sender took it back.
    Ingetrokken,
    /// It could not wait: 112, Veilig Thuis or the crisis service has it.
    SpoedDoorgezet,
    /// After an exploratory investigation: an application for compulsory care (Wvggz art. 5:2).
    Aanvraag,
    /// After an exploratory investigation: no application.
    GeenAanvraag,
    /// A question for advice got advice.
    Meegedacht,
    /// It belongs to another organisation.
    Elders,
    /// The case it is about fits: its asker is asked to refer it.
    AanmeldenGevraagd,
    /// A request about one's own data was granted.
    Ingewilligd,
    /// It was granted in part.
    DeelsIngewilligd,
    /// It was refused.
    Geweigerd,
}

impl Outcome {
    /// All of them: of referrals, of reports under the Wvggz, of questions for advice, of requests about one's own data.
    pub const ALL: [Self; 15] = [
        Self::Overleg,
        Self::IntegraleAanpak,
        Self::Advies,
        Self::Doorverwezen,
        Self::Terugverwezen,
        Self::SpoedDoorgezet,
        Self::Ingetrokken,
        Self::Aanvraag,
        Self::GeenAanvraag,
        Self::Meegedacht,
        Self::Elders,
        Self::AanmeldenGevraagd,
        Self::Ingewilligd,
        Self::DeelsIngewilligd,
        Self::Geweigerd,
    ];

    /// Its name in the store and as an answer.
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Doorverwezen => "doorverwezen",
            Self::Terugverwezen => "terugverwezen",
            Self::Overleg => "overleg",
            Self::IntegraleAanpak => "integrale_aanpak",
            Self::Advies => "advies",
            Self::Ingetrokken => "ingetrokken",
            Self::SpoedDoorgezet => "spoed_doorgezet",
            Self::Aanvraag => "aanvraag",
            Self::GeenAanvraag => "geen_aanvraag",
            Self::Meegedacht => "meegedacht",
            Self::Elders => "elders",
            Self::AanmeldenGevraagd => "aanmelden_gevraagd",
            Self::Ingewilligd => "ingewilligd",
            Self::DeelsIngewilligd => "deels",
            Self::Geweigerd => "geweigerd",
        }
    }

    /// The outcome with this name.
    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|outcome| outcome.slug() == slug)
    }

    /// What it is called at the desk.
    pub const fn text(self) -> &'static str {
        match self {
            Self::Doorverwezen => "Doorverwezen naar een andere organisatie",
            Self::Terugverwezen => "Terug naar de aanmelder",
            Self::Overleg => "Op de agenda van een overleg",
            Self::IntegraleAanpak => "Integrale aanpak",
            Self::Advies => "Advies aan de aanmelder",
            Self::Ingetrokken => "Ingetrokken op verzoek van de aanmelder",
            Self::SpoedDoorgezet => "Met spoed doorgezet",
            Self::Aanvraag => "Aanvraag voor verplichte zorg",
            Self::GeenAanvraag => "Geen aanvraag voor verplichte zorg",
            Self::Meegedacht => "Advies gegeven",
            Self::Elders => "Vraag hoort bij een andere organisatie",
            Self::AanmeldenGevraagd => "Gevraagd om aan te melden",
            Self::Ingewilligd => "Ingewilligd",
            Self::DeelsIngewilligd => "Deels ingewilligd",
            Self::Geweigerd => "Geweigerd",
        }
    }

    /// Whether the house goes on with it: it decides how long the record stays.
    pub const fn is_taken_on(self) -> bool {
        matches!(self, Self::Overleg | Self::IntegraleAanpak | Self::Aanvraag)
    }

    /// Whether its sender hears with it what they can do themselves: always where the house does not go on with a case and nobody else
    /// has it either.
    pub const fn takes_advice(self) -> bool {
        matches!(self, Self::Advies | Self::Doorverwezen | Self::Terugverwezen)
    }

    /// What it means for its sender, B1.
    pub const fn public(self) -> &'static str {
        match self {
            Self::Overleg | Self::IntegraleAanpak => "Wij nemen de casus aan. Wij gaan door met de volgende stap.",
            Self::Doorverwezen => "Wij nemen de casus niet aan. Een andere organisatie past beter. U krijgt advies.",
            Self::Terugverwezen | Self::Advies => {
                "Wij nemen de casus niet aan. U krijgt advies over hoe u verder kunt."
            }
            Self::Ingetrokken => "De aanmelding is ingetrokken. Wij doen er niets meer mee.",
            Self::SpoedDoorgezet => "Dit kon niet wachten. Wij schakelden een dienst voor spoed in.",
            Self::Aanvraag => "Het verkennend onderzoek is klaar. Er komt een aanvraag voor verplichte zorg.",
            Self::GeenAanvraag => "Het verkennend onderzoek is klaar. Er komt geen aanvraag voor verplichte zorg.",
            Self::Meegedacht => "Wij denken met u mee. U krijgt advies.",
            Self::Elders => "Uw vraag past beter bij een andere organisatie.",
            Self::AanmeldenGevraagd => "Meld deze casus bij ons aan. Dan kijken wij of hij bij ons past.",
            Self::Ingewilligd => "Wij doen wat u vroeg.",
            Self::DeelsIngewilligd => "Wij doen een deel van wat u vroeg.",
            Self::Geweigerd => "Wij doen niet wat u vroeg.",
        }
    }

    /// What can be decided under this law; nothing where an answer is all there is.
    pub const fn of(regime: Regime) -> &'static [Self] {
        match regime {
            Regime::Regieteam | Regime::Wgs => &[
                Self::Overleg,
                Self::IntegraleAanpak,
                Self::Advies,
                Self::Doorverwezen,
                Self::Terugverwezen,
                Self::SpoedDoorgezet,
                Self::Ingetrokken,
            ],
            Regime::Wvggz => &[Self::Aanvraag, Self::GeenAanvraag],
            Regime::DataRights => &[Self::Ingewilligd, Self::DeelsIngewilligd, Self::Geweigerd],
            Regime::Advice => &[Self::Meegedacht, Self::Elders, Self::AanmeldenGevraagd],
            Regime::Via
            | Regime::Bij
            | Regime::Nazorg
            | Regime::Huisverbod
            | Regime::Contact
            | Regime::Newsletter
            | Regime::Room => &[],
        }
    }
}

#[cfg(test)]
mod tests;
