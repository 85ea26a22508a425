//! The law under which a form is handled. The house is one front desk for several laws (WGS art. 1.2 lid 2 leaves them as they
//! are); a record never moves from one to another by itself.

use crate::retention::Retention;

/// The law under which a record is handled: it decides who answers for it and how long it stays.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Regime {
    /// The Regieteam. Whether it is a case meeting in the sense of the WGS is for the house and its officer to say.
    Regieteam,
    /// Case meetings of the house (WGS art. 2.25 and further).
    Wgs,
    /// Reports of Wvggz art. 5:1 and 5:2, for the college of the municipality.
    Wvggz,
    /// Care reports of the police that are not urgent.
    Via,
    /// Notices about people who come back after a serious offence (BIJ, and article 18b).
    Bij,
    /// Help after detention.
    Nazorg,
    /// Temporary restraining orders (Wet tijdelijk huisverbod).
    Huisverbod,
    /// Advice without personal data of a client.
    Advice,
    /// Messages and visits: only data of the sender.
    Contact,
    /// Requests of people about their own data (AVG art. 15 to 21, BGS art. 1.1).
    DataRights,
    /// The newsletter: consent (AVG art. 6 lid 1 onder a).
    Newsletter,
    /// Rooms of the house.
    Room,
}

impl Regime {
    /// All of them.
    pub const ALL: [Self; 12] = [
        Self::Regieteam,
        Self::Wgs,
        Self::Wvggz,
        Self::Via,
        Self::Bij,
        Self::Nazorg,
        Self::Huisverbod,
        Self::Advice,
        Self::Contact,
        Self::DataRights,
        Self::Newsletter,
        Self::Room,
    ];

    /// Its name in the store and in exports.
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Regieteam => "regieteam",
            Self::Wgs => "wgs",
            Self::Wvggz => "wvggz",
            Self::Via => "via",
            Self::Bij => "bij",
            Self::Nazorg => "nazorg",
            Self::Huisverbod => "huisverbod",
            Self::Advice => "advies",
            Self::Contact => "contact",
            Self::DataRights => "avg-verzoek",
            Self::Newsletter => "nieuwsbrief",
            Self::Room => "kamer",
        }
    }

    /// Whether a decision needs the advice of somebody other than whoever decides: the public participants weigh together (WGS art.
    /// 2.31 lid 2). Whether that holds for the Regieteam is for the house to say.
    pub const fn four_eyes(self) -> bool {
        matches!(self, Self::Wgs)
    }

    /// Whether nothing is taken on before its criteria were judged in writing (BGS art. 2.20 lid 3). Whether that holds for the Regieteam
    /// is for the house to say.
    pub const fn judged_first(self) -> bool {
        matches!(self, Self::Wgs)
    }

    /// What its records may be used for, for the desk (WGS art. 1.8 lid 5: per case and for the purpose that was set). B1.
    pub const fn purpose(self) -> &'static str {
        match self {
            Self::Regieteam => {
                "Om te wegen of de casus bij het Regieteam past, en om hem dan samen aan te pakken. Nergens anders voor."
            }
            Self::Wgs => {
                "Om te wegen of de casus in een casusoverleg past, en om hem dan samen aan te pakken (artikel 2.25 WGS). Nergens anders voor."
            }
            Self::Wvggz => {
                "Om te onderzoeken of iemand verplichte zorg nodig heeft (artikel 5:2 Wvggz). Nergens anders voor."
            }
            Self::Via => "Om de zorgmelding van de politie bij de juiste hulp te brengen. Nergens anders voor.",
            Self::Bij => "Om de terugkeer van deze persoon in de gemeente voor te bereiden. Nergens anders voor.",
            Self::Nazorg => "Om nazorg na detentie te regelen. Nergens anders voor.",
            Self::Huisverbod => "Om hulp rond het tijdelijk huisverbod op elkaar af te stemmen. Nergens anders voor.",
            Self::Advice => "Om advies te geven zonder gegevens van een cliënt. Nergens anders voor.",
            Self::Contact => "Om dit bericht te beantwoorden. Nergens anders voor.",
            Self::DataRights => "Om dit verzoek te behandelen (AVG). Nergens anders voor.",
            Self::Newsletter => "Om de nieuwsbrief te sturen. Nergens anders voor.",
            Self::Room => "Om de kamer te reserveren. Nergens anders voor.",
        }
    }

    /// How long its records stay.
    pub const fn kept(self) -> Retention {
        match self {
            Self::Regieteam | Self::Wgs => Retention::Referral,
            Self::Wvggz | Self::Via | Self::Bij | Self::Nazorg | Self::Huisverbod => Retention::OtherLaw,
            Self::Advice | Self::Contact | Self::DataRights => Retention::Message,
            Self::Newsletter => Retention::Subscription,
            Self::Room => Retention::Booking,
        }
    }
}
