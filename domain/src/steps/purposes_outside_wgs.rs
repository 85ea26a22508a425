//! Per category of data of a form that is not handled under the WGS: on which ground it is asked, who sees it, how long it stays.
//!
//! WGS art. 1.2 lid 2 leaves other laws as they are. Where the law is known to us it stands here with its article; where it is
//! not, these words say so and name no article that we would have to guess.

use crate::form::{Purpose, prose};
use crate::retention::Retention;

/// Who asks for advice.
pub const ASKER: Purpose = Purpose {
    category: prose("Uw contactgegevens"),
    ground: prose(
        "Voor deze gegevens geldt de Algemene verordening gegevensbescherming (AVG). Wij vragen alleen wat nodig is om u antwoord \
             te geven (artikel 5 AVG).",
    ),
    seen_by: ADVISERS,
    kept: Retention::Message,
};

/// What advice is about: no data of a client.
pub const ADVICE: Purpose = Purpose {
    category: prose("Uw vraag"),
    ground: prose(
        "Een adviesvraag bevat geen gegevens van een cliënt. Zo blijft zij buiten de regels voor casussen. Wij vragen alleen wat \
             nodig is om te kunnen meedenken (artikel 5 AVG).",
    ),
    seen_by: ADVISERS,
    kept: Retention::Message,
};

const ADVISERS: &str = prose("De medewerkers van het Zorg- en Veiligheidshuis die vragen om advies beantwoorden.");

/// Who reports a worry about someone's mental health.
pub const REPORTER: Purpose = Purpose {
    category: prose("Gegevens van de melder"),
    ground: prose(
        "Artikel 5:1 en 5:2 van de Wet verplichte geestelijke gezondheidszorg (Wvggz). Iedereen mag melden en iedereen mag daarbij \
             anoniem blijven.",
    ),
    seen_by: prose(
        "De procesregisseurs van het Zorg- en Veiligheidshuis die Wvggz-meldingen behandelen. Wilt u anoniem blijven, dan mogen uw \
              gegevens niet in een aanvraag voor verplichte zorg staan.",
    ),
    kept: Retention::OtherLaw,
};

/// Who that worry is about.
pub const WORRIED_ABOUT: Purpose = Purpose {
    category: prose("Gegevens van de persoon om wie het gaat"),
    ground: prose(
        "Artikel 5:1 en 5:2 van de Wet verplichte geestelijke gezondheidszorg (Wvggz). Een melding gaat over iemand die in de gemeente \
             woont of daar meestal verblijft.",
    ),
    seen_by: INVESTIGATORS,
    kept: Retention::OtherLaw,
};

/// The worry itself.
pub const WORRY: Purpose = Purpose {
    category: prose("Uw zorgen"),
    ground: prose(
        "Artikel 5:2 van de Wet verplichte geestelijke gezondheidszorg (Wvggz), over het verkennend onderzoek na een melding. Gegevens \
             over gezondheid vragen wij alleen als dat voor het onderzoek nodig is.",
    ),
    seen_by: INVESTIGATORS,
    kept: Retention::OtherLaw,
};

const INVESTIGATORS: &str = prose(
    "De procesregisseurs van het Zorg- en Veiligheidshuis die Wvggz-meldingen behandelen. Is verplichte zorg nodig, dan komt wat \
     daarvoor nodig is in de aanvraag.",
);

/// Who sends a notice for their organisation.
pub const SENDER: Purpose = Purpose {
    category: prose("Contactgegevens van professionals"),
    ground: OWN_RULES,
    seen_by: NOTICE_READERS,
    kept: Retention::OtherLaw,
};

/// Who a notice is about, and where that person lives.
pub const SUBJECT: Purpose = Purpose {
    category: prose("Gegevens van de betrokkene"),
    ground: OWN_RULES,
    seen_by: NOTICE_READERS,
    kept: Retention::OtherLaw,
};

const OWN_RULES: &str = prose(
    "Voor deze melding gelden andere wetten en afspraken dan de Wet gegevensverwerking door samenwerkingsverbanden (WGS). Artikel \
     1.2 lid 2 WGS laat die gelden. Wij vragen alleen wat nodig is (artikel 5 AVG). Wilt u weten welke regels het zijn? Bel ons.",
);

const NOTICE_READERS: &str =
    prose("De medewerkers van het Zorg- en Veiligheidshuis die deze soort meldingen behandelen.");

/// A care report of the police.
pub const CARE_REPORT: Purpose = Purpose {
    category: prose("De zorgmelding"),
    ground: OWN_RULES,
    seen_by: prose(
        "De medewerkers van het Verbindingspunt Informatie en Advies (VIA). Zij verbinden de melding met de hulp die al betrokken is.",
    ),
    kept: Retention::OtherLaw,
};

/// What the mayor is advised about.
pub const MAYOR_ADVICE: Purpose = Purpose {
    category: prose("De terugkeer en het advies"),
    ground: OWN_RULES,
    seen_by: prose(
        "De medewerkers van het Zorg- en Veiligheidshuis die het advies maken. De burgemeester krijgt het advies en besluit zelf.",
    ),
    kept: Retention::OtherLaw,
};

/// Help after detention.
pub const AFTERCARE: Purpose = Purpose {
    category: prose("De terugkeer en de hulp"),
    ground: OWN_RULES,
    seen_by: prose(
        "De coördinator nazorg van het Zorg- en Veiligheidshuis, die het plan maakt en op de uitvoering let.",
    ),
    kept: Retention::OtherLaw,
};

/// A temporary restraining order.
pub const RESTRAINING_ORDER: Purpose = Purpose {
    category: prose("Het huisverbod"),
    ground: prose(
        "Wij volgen artikel 2 en artikel 9 van de Wet tijdelijk huisverbod: wie een huisverbod kan krijgen, hoe lang het duurt en hoe \
             lang een verlenging kan zijn.",
    ),
    seen_by: prose(
        "De medewerkers van het Zorg- en Veiligheidshuis die het plan afstemmen. Dat doen zij met de casemanager van het \
              maatschappelijk werk, Veilig Thuis, de politie en het Openbaar Ministerie. Die horen wat zij daarvoor nodig hebben.",
    ),
    kept: Retention::OtherLaw,
};
