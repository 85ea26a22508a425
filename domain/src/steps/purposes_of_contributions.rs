//! The purposes of a contribution: what a colleague of another organisation tells about their own part in a case.

use crate::form::{Purpose, prose};
use crate::retention::Retention;

/// Who contributes.
pub const CONTRIBUTOR: Purpose = Purpose {
    category: prose("Contactgegevens van professionals"),
    ground: prose(
        "Wij volgen artikel 2.30 lid 1 onder c van de Wet gegevensverwerking door samenwerkingsverbanden (WGS). Van professionals \
         vragen wij alleen wie zij zijn, wat zij doen en hoe wij hen bereiken.",
    ),
    seen_by: prose(READERS),
    kept: Retention::Referral,
};

/// What the contributor does, sees and needs.
pub const OWN_PART: Purpose = Purpose {
    category: prose("Uw betrokkenheid bij de casus"),
    ground: prose(
        "Wij volgen artikel 2.30 lid 1 onder a van de Wet gegevensverwerking door samenwerkingsverbanden (WGS). Voor gegevens over \
         gezondheid volgen wij ook artikel 2.29 lid 1 WGS: alleen wat nodig is.",
    ),
    seen_by: prose(READERS),
    kept: Retention::Referral,
};

/// Whether the person knows that this organisation shares.
pub const KNOWING: Purpose = Purpose {
    category: prose("Wat de betrokkene weet"),
    ground: prose(
        "Volgens artikel 1.3 van het Besluit gegevensverwerking door samenwerkingsverbanden (BGS) vertelt het contactpunt de \
         betrokkene dat wij gegevens gebruiken. Daarvoor moeten wij weten wat hij of zij al weet.",
    ),
    seen_by: prose(READERS),
    kept: Retention::Referral,
};

/// Limits the contributor sets to passing on.
pub const OWN_LIMITS: Purpose = Purpose {
    category: prose("Voorwaarden bij doorgeven"),
    ground: prose(
        "Wij volgen artikel 2.29 lid 3 van de Wet gegevensverwerking door samenwerkingsverbanden (WGS): wie gegevens deelt, kan \
         voorwaarden en grenzen stellen.",
    ),
    seen_by: prose(READERS),
    kept: Retention::Referral,
};

/// What the contributor answers for.
pub const OWN_RESPONSIBILITY: Purpose = Purpose {
    category: prose("Verantwoordelijkheid voor uw bijdrage"),
    ground: prose(
        "Wij volgen artikel 1.5 van het Besluit gegevensverwerking door samenwerkingsverbanden (BGS): u deelt alleen gegevens die uw \
         organisatie rechtmatig heeft. Net als een aanmelder (artikel 1.6 BGS) controleert u ze eerst.",
    ),
    seen_by: prose(READERS),
    kept: Retention::Referral,
};

const READERS: &str = "De medewerkers van het Zorg- en Veiligheidshuis die de aanmelding behandelen, en degenen die haar wegen. \
    Organisaties die bij de casus worden betrokken, zien alleen wat zij daarvoor nodig hebben. Wie ook een bijdrage geeft, leest de \
    uwe niet.";
