//! Per category of data: on which ground it is asked, who sees it, how long it stays.
//!
//! The categories are those of WGS art. 2.30 lid 1. Whether the Regieteam is itself a case meeting in the sense of the WGS is
//! for the house and its data protection officer to say. So these words tell which articles the house follows, no more. Who
//! reads a whole referral differs by form: its `hears` says it.

use crate::form::{Purpose, prose};
use crate::retention::Retention;

const WEIGHERS: &str = "De medewerkers van het Zorg- en Veiligheidshuis die aanmeldingen behandelen en degenen die de aanmelding \
    wegen. Organisaties die bij de casus worden betrokken, zien alleen wat zij daarvoor nodig hebben.";

/// Who refers, who else is involved as a professional.
pub const PROFESSIONALS: Purpose = Purpose {
    category: prose("Contactgegevens van professionals"),
    ground: prose(
        "Wij volgen artikel 2.30 lid 1 onder c van de Wet gegevensverwerking door samenwerkingsverbanden (WGS). Van \
             professionals vragen wij alleen wie zij zijn, wat zij doen en hoe wij hen bereiken.",
    ),
    seen_by: prose(
        "De medewerkers van het Zorg- en Veiligheidshuis die aanmeldingen behandelen en degenen die de aanmelding wegen. \
              Organisaties die bij de casus worden betrokken, kunnen zien wie aanmeldt en wie meewerkt.",
    ),
    kept: Retention::Referral,
};

/// On which ground someone under a duty of secrecy shares.
pub const SECRECY: Purpose = Purpose {
    category: prose("Geheimhouding en toestemming"),
    ground: prose(
        "Wij volgen artikel 2.29 lid 2 van de Wet gegevensverwerking door samenwerkingsverbanden (WGS). Wie onder het medisch \
             beroepsgeheim of de geheimhouding van de Jeugdwet valt, deelt gegevens alleen met uitdrukkelijke toestemming, als de \
             wet dat verplicht of toestaat, of als goed hulpverlenerschap dat nodig maakt.",
    ),
    seen_by: WEIGHERS,
    kept: Retention::Referral,
};

/// Who the person is.
pub const IDENTITY: Purpose = Purpose {
    category: prose("Gegevens om de betrokkene te herkennen"),
    ground: prose(
        "Wij volgen artikel 2.30 lid 1 onder a van de Wet gegevensverwerking door samenwerkingsverbanden (WGS), over \
             identificerende gegevens.",
    ),
    seen_by: WEIGHERS,
    kept: Retention::Referral,
};

/// The number that tells people with the same name apart.
pub const BSN: Purpose = Purpose {
    category: prose("Burgerservicenummer"),
    ground: prose(
        "Wij volgen artikel 2.29 lid 1 en artikel 2.30 lid 1 van de Wet gegevensverwerking door samenwerkingsverbanden (WGS), \
             over het gebruik van het burgerservicenummer.",
    ),
    seen_by: WEIGHERS,
    kept: Retention::Referral,
};

/// Where the person stays and how to reach them.
pub const STAY: Purpose = Purpose {
    category: prose("Verblijf en contactgegevens"),
    ground: prose(
        "Wij volgen artikel 2.30 lid 1 onder a van de Wet gegevensverwerking door samenwerkingsverbanden (WGS), over \
             contactgegevens en de woonsituatie.",
    ),
    seen_by: WEIGHERS,
    kept: Retention::Referral,
};

/// Who decides for the person or together with them.
pub const REPRESENTATION: Purpose = Purpose {
    category: prose("Vertegenwoordiging en gezag"),
    ground: prose(
        "Wij volgen artikel 2.30 lid 1 van de Wet gegevensverwerking door samenwerkingsverbanden (WGS), over de relaties van \
             de betrokkene en over wie bij hem of haar betrokken is.",
    ),
    seen_by: WEIGHERS,
    kept: Retention::Referral,
};

/// People around the person.
pub const HOUSEHOLD: Purpose = Purpose {
    category: prose("Gezinsleden en directe contacten"),
    ground: prose(
        "Wij volgen artikel 2.30 lid 1 onder b van de Wet gegevensverwerking door samenwerkingsverbanden (WGS) en artikel 2.19 \
             van het besluit bij die wet (BGS): alleen gezinsleden en andere directe sociale contacten.",
    ),
    seen_by: WEIGHERS,
    kept: Retention::Referral,
};

/// What is going on.
pub const SITUATION: Purpose = Purpose {
    category: prose("Situatie en problemen"),
    ground: prose(
        "Wij volgen artikel 2.30 lid 1 onder a van de Wet gegevensverwerking door samenwerkingsverbanden (WGS). Voor gegevens \
             over gezondheid volgen wij ook artikel 2.29 lid 1 WGS: alleen wat nodig is.",
    ),
    seen_by: WEIGHERS,
    kept: Retention::Referral,
};

/// Measures, supervision and help that run now.
pub const MEASURES: Purpose = Purpose {
    category: prose("Lopende maatregelen en hulp"),
    ground: prose(
        "Wij volgen artikel 2.30 lid 1 onder a van de Wet gegevensverwerking door samenwerkingsverbanden (WGS) en artikel 1.5 \
             van het besluit bij die wet (BGS): u deelt alleen gegevens die uw organisatie rechtmatig heeft.",
    ),
    seen_by: WEIGHERS,
    kept: Retention::Referral,
};

/// Violence in a family: what happened, how often, what was agreed.
pub const VIOLENCE: Purpose = Purpose {
    category: prose("Geweld en onveiligheid"),
    ground: prose(
        "Wij volgen artikel 2.30 lid 1 onder a en b van de Wet gegevensverwerking door samenwerkingsverbanden (WGS): alleen wat \
             nodig is over de betrokkene en de mensen om hem of haar heen. Gegevens van politie en justitie komen van henzelf.",
    ),
    seen_by: WEIGHERS,
    kept: Retention::Referral,
};

/// Housing, income and the like: what someone needs to live on.
pub const PROVISIONS: Purpose = Purpose {
    category: prose("Basisvoorzieningen"),
    ground: prose(
        "Wij volgen artikel 2.30 lid 1 onder a van de Wet gegevensverwerking door samenwerkingsverbanden (WGS), over de \
             woonsituatie, geld en inkomen, en hulp en voorzieningen.",
    ),
    seen_by: WEIGHERS,
    kept: Retention::Referral,
};

/// Why the case fits the Regieteam.
pub const CRITERIA: Purpose = Purpose {
    category: prose("Uitleg bij de criteria"),
    ground: prose(
        "Wij wegen met de criteria van het Regieteam. Net als in artikel 2.20 lid 3 van het Besluit gegevensverwerking door \
             samenwerkingsverbanden (BGS) legt u als aanmelder uit in hoeverre de casus daaraan voldoet.",
    ),
    seen_by: WEIGHERS,
    kept: Retention::Referral,
};

/// Why the case fits a case meeting under the WGS.
pub const ADMISSION: Purpose = Purpose {
    category: prose("Uitleg bij de criteria"),
    ground: prose(
        "Wij volgen artikel 2.20 van het Besluit gegevensverwerking door samenwerkingsverbanden (BGS). Volgens lid 3 legt u als \
             aanmelder uit in hoeverre de casus aan de criteria voldoet.",
    ),
    seen_by: WEIGHERS,
    kept: Retention::Referral,
};

/// What the referrer asks, and when people can meet.
pub const QUESTION: Purpose = Purpose {
    category: prose("Uw vraag en de planning"),
    ground: prose(
        "Wij volgen artikel 2.31 lid 1 van de Wet gegevensverwerking door samenwerkingsverbanden (WGS), over het aanmelden van \
             een casus.",
    ),
    seen_by: WEIGHERS,
    kept: Retention::Referral,
};

/// Whether the person knows of the referral.
pub const INFORMING: Purpose = Purpose {
    category: prose("Bespreken met de betrokkene"),
    ground: prose("Dit is een regel van het huis: wij vragen u de aanmelding vooraf met de betrokkene te bespreken."),
    seen_by: WEIGHERS,
    kept: Retention::Referral,
};

/// Limits the referrer sets to passing on.
pub const LIMITS: Purpose = Purpose {
    category: prose("Voorwaarden bij doorgeven"),
    ground: prose(
        "Wij volgen artikel 2.29 lid 3 van de Wet gegevensverwerking door samenwerkingsverbanden (WGS): wie gegevens deelt, \
             kan voorwaarden en grenzen stellen.",
    ),
    seen_by: WEIGHERS,
    kept: Retention::Referral,
};

/// What the referrer answers for.
pub const RESPONSIBILITY: Purpose = Purpose {
    category: prose("Verantwoordelijkheid van de aanmelder"),
    ground: prose(
        "Wij volgen artikel 1.5 en artikel 1.6 van het Besluit gegevensverwerking door samenwerkingsverbanden (BGS), en de \
             afspraak dat het Zorg- en Veiligheidshuis namens de aanmelder werkt.",
    ),
    seen_by: WEIGHERS,
    kept: Retention::Referral,
};
