//! The purposes of what has to do with no case: messages, visits, the newsletter, rooms, and requests about one's own data.
//! Here the AVG itself gives the ground (art. 6 lid 1), and the data are those of whoever sends them.

use crate::form::{Purpose, prose};
use crate::retention::Retention;

/// Who writes, and how to answer.
pub const SENDER: Purpose = Purpose {
    category: prose("Uw contactgegevens"),
    ground: prose(PUBLIC_TASK),
    seen_by: prose("De medewerkers van het Zorg- en Veiligheidshuis die berichten beantwoorden."),
    kept: Retention::Message,
};

/// What someone writes.
pub const MESSAGE: Purpose = Purpose {
    category: prose("Uw bericht"),
    ground: prose(PUBLIC_TASK),
    seen_by: prose("De medewerkers van het Zorg- en Veiligheidshuis die berichten beantwoorden."),
    kept: Retention::Message,
};

/// Who comes to see the house, with how many, when and why.
pub const VISIT: Purpose = Purpose {
    category: prose("Uw werkbezoek"),
    ground: prose(PUBLIC_TASK),
    seen_by: prose("De medewerkers van het Zorg- en Veiligheidshuis die werkbezoeken voorbereiden."),
    kept: Retention::Message,
};

/// What someone asks about the data that the house has of them.
pub const DATA_REQUEST: Purpose = Purpose {
    category: prose("Uw verzoek"),
    ground: prose(
        "Artikel 6 lid 1 onder c van de AVG: de wet verplicht ons om uw verzoek te behandelen. Uw rechten staan in artikel 15 tot en \
         met 18 en artikel 21 van de AVG.",
    ),
    seen_by: prose(CONTACT_POINT),
    kept: Retention::Message,
};

/// Who asks, or for whom, so that nobody gets the data of someone else.
pub const REQUESTER: Purpose = Purpose {
    category: prose("Wie het verzoek doet"),
    ground: prose(
        "Artikel 6 lid 1 onder c van de AVG: de wet verplicht ons om uw verzoek te behandelen. Wij moeten weten om wie het gaat, \
         zodat niemand gegevens van een ander krijgt (artikel 12 lid 6 AVG).",
    ),
    seen_by: prose(CONTACT_POINT),
    kept: Retention::Message,
};

/// Where the newsletter goes.
pub const NEWSLETTER: Purpose = Purpose {
    category: prose("Nieuwsbrief"),
    ground: prose(
        "Artikel 6 lid 1 onder a van de AVG: u geeft toestemming. U kunt uw toestemming altijd intrekken (artikel 7 lid 3 AVG).",
    ),
    seen_by: prose("De medewerkers van het Zorg- en Veiligheidshuis die de nieuwsbrief maken."),
    kept: Retention::Subscription,
};

/// Which room is taken, when and by whom.
pub const BOOKING: Purpose = Purpose {
    category: prose("Reservering van een kamer"),
    ground: prose(
        "Artikel 6 lid 1 onder e van de AVG: wij hebben de gegevens nodig voor onze taak. Daarvoor delen partners met een werkplek \
         in ons gebouw de kamers.",
    ),
    seen_by: prose("De receptie en de medewerkers van het Zorg- en Veiligheidshuis die de kamers beheren."),
    kept: Retention::Booking,
};

const PUBLIC_TASK: &str = "Artikel 6 lid 1 onder e van de AVG: wij hebben de gegevens nodig voor onze taak. Daarbij hoort dat wij \
    vragen beantwoorden en vertellen wat wij doen.";

const CONTACT_POINT: &str = "Het contactpunt voor persoonsgegevens. Dat overlegt over uw verzoek met de deelnemers die gegevens \
    van u kunnen hebben.";
