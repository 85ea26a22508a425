//! The sections of the page about keeping, each with its words.

use domain::retention::{Ahead, LONGER_YEARS, REFUSED_DAYS, TAKEN_ON_YEARS, WARN_AHEAD};

/// A section.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Section {
    /// What goes in this part of the year ahead.
    Goes(Ahead),
    /// What stays although its day comes.
    Held,
    /// What has no last day yet.
    Endless,
    /// What runs longer than a year.
    Running,
    /// What went.
    Destroyed,
}

impl Section {
    /// All of them, in the order of the page.
    pub const ALL: [Self; 8] = [
        Self::Goes(Ahead::Weeks),
        Self::Goes(Ahead::Months),
        Self::Goes(Ahead::HalfYear),
        Self::Goes(Ahead::Year),
        Self::Endless,
        Self::Running,
        Self::Held,
        Self::Destroyed,
    ];

    /// Its word in the address.
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Goes(Ahead::Weeks) => "weken",
            Self::Goes(Ahead::Months) => "maanden",
            Self::Goes(Ahead::HalfYear) => "half-jaar",
            Self::Goes(Ahead::Year) => "jaar",
            Self::Endless => "geen-laatste-dag",
            Self::Held => "uitgesteld",
            Self::Running => "jaarlijks",
            Self::Destroyed => "vernietigd",
        }
    }

    /// The section with this word.
    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|section| section.slug() == slug)
    }

    pub(super) fn heading(self) -> String {
        match self {
            Self::Goes(Ahead::Weeks) => format!("Weg binnen {REFUSED_DAYS} dagen"),
            Self::Goes(Ahead::Months) => format!("Weg binnen {} maanden", WARN_AHEAD[2]),
            Self::Goes(Ahead::HalfYear) => format!("Weg binnen {} maanden", WARN_AHEAD[1]),
            Self::Goes(Ahead::Year) => "Weg binnen een jaar".to_owned(),
            Self::Endless => "Nog geen laatste dag".to_owned(),
            Self::Held => "Vernietigen uitgesteld".to_owned(),
            Self::Running => "Ieder jaar: is bewaren nog nodig?".to_owned(),
            Self::Destroyed => "Vernietigd".to_owned(),
        }
    }

    pub(super) fn intro(self) -> String {
        match self {
            Self::Goes(Ahead::Weeks) => "Controleer of er nog iets open staat bij deze zaken.".to_owned(),
            Self::Goes(Ahead::Months) => {
                format!("Moet een casus langer dan {TAKEN_ON_YEARS} jaar blijven? Leg dat nu vast, met de instemming van wie de gegevens gaf.")
            }
            Self::Goes(Ahead::HalfYear) => format!(
                "Langer bewaren kan telkens {LONGER_YEARS} jaar, en alleen als elke organisatie die gegevens gaf het goedvindt. Vraag dat op tijd."
            ),
            Self::Goes(Ahead::Year) => {
                format!("Een casus die wij aannamen en die hier staat, kwam {} jaar of langer geleden binnen.", TAKEN_ON_YEARS - WARN_AHEAD[0] / 12)
            }
            Self::Endless => "Deze zaken vernietigen wij nog niet vanzelf. Een bericht of een verzoek krijgt een laatste dag als u antwoord geeft. \
                 Valt een zaak onder een andere wet dan de WGS? Geef dan eerst antwoord, en leg daarna de bewaartermijn vast."
                .to_owned(),
            Self::Held => "Dit blijft tot iemand het uitstel beëindigt, ook als de laatste dag voorbij is.".to_owned(),
            Self::Running => "Deze casussen lopen langer dan een jaar. Kijk of bewaren nog nodig is, en leg dat vast bij de casus. \
                 Daarna komt de casus pas terug in deze lijst op de dag in het jaar waarop die binnenkwam. Een gewone notitie telt niet."
                .to_owned(),
            Self::Destroyed => "Van elke vernietigde zaak blijft een bewijs. Daar staan geen persoonsgegevens in.".to_owned(),
        }
    }

    pub(super) const fn nothing(self) -> &'static str {
        match self {
            Self::Goes(_) => "Geen zaken.",
            Self::Endless => "Elke zaak heeft een laatste dag.",
            Self::Held => "Er is niets uitgesteld.",
            Self::Running => "Geen casus wacht hierop.",
            Self::Destroyed => "Er is nog niets vernietigd.",
        }
    }

    pub(super) const fn columns(self) -> [&'static str; 3] {
        match self {
            Self::Goes(_) | Self::Held => ["Zaak", "Situatie", "Laatste dag"],
            Self::Endless => ["Zaak", "Situatie", "Ontvangen op"],
            Self::Running => ["Zaak", "Situatie", "Te bekijken sinds"],
            Self::Destroyed => ["Zaak", "Situatie", "Vernietigd op"],
        }
    }
}
