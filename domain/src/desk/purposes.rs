//! Why the desk writes something down: ground, who sees it, how long it stays.

use crate::form::Purpose;
use crate::retention::Retention;

/// What was said with whom, and what the desk must know.
pub(super) const HANDLING: Purpose = Purpose {
    category: "Behandeling",
    ground: "Wij leggen vast wat wij doen. Zo kunnen wij laten zien dat wij zorgvuldig werken (artikel 5 lid 2 AVG).",
    seen_by: AT_THE_DESK,
    kept: Retention::AsItsReferral,
};

/// What the sender is asked, told or answered.
pub(super) const TELLING: Purpose = Purpose {
    category: "Bericht aan de afzender",
    ground: "Wij leggen vast wat wij de afzender vragen en vertellen. Zo weten u en de afzender wat er is gezegd (artikel 5 lid 2 AVG).",
    seen_by: "De afzender, en de medewerkers die deze aanmelding, melding of vraag mogen openen.",
    kept: Retention::AsItsReferral,
};

/// How far the criteria are met.
pub(super) const JUDGING: Purpose = Purpose {
    category: "Oordeel over de criteria",
    ground: "Wij volgen artikel 2.20 lid 3 van het Besluit gegevensverwerking door samenwerkingsverbanden (BGS): wij leggen per \
             criterium vast wat het oordeel is.",
    seen_by: AT_THE_DESK,
    kept: Retention::AsItsReferral,
};

/// What a member advises, and what is decided.
pub(super) const WEIGHING: Purpose = Purpose {
    category: "Weging en besluit",
    ground: "Wij volgen artikel 2.31 lid 2 van de Wet gegevensverwerking door samenwerkingsverbanden (WGS): de \
             overheidsdeelnemers wegen de aanmelding.",
    seen_by: AT_THE_DESK,
    kept: Retention::AsItsReferral,
};

/// The result of the exploratory investigation.
pub(super) const INVESTIGATION: Purpose = Purpose {
    category: "Uitkomst van het verkennend onderzoek",
    ground: "Artikel 5:2 van de Wet verplichte geestelijke gezondheidszorg (Wvggz), over het verkennend onderzoek na een melding.",
    seen_by: "De medewerkers die Wvggz-meldingen mogen openen.",
    kept: Retention::AsItsReferral,
};

/// What is decided about a request about one's own data.
pub(super) const DATA_RIGHTS: Purpose = Purpose {
    category: "Besluit over het verzoek",
    ground: "Artikel 12 lid 3 van de AVG: wie een verzoek doet, hoort binnen een maand wat wij ermee doen, of waarom het langer duurt.",
    seen_by: "De verzoeker, en de medewerkers van het contactpunt.",
    kept: Retention::AsItsReferral,
};

/// Why something is not destroyed yet, or longer kept.
pub(super) const KEEPING: Purpose = Purpose {
    category: "Bewaren en vernietigen",
    ground: "Wij volgen artikel 1.8 lid 7 van de Wet gegevensverwerking door samenwerkingsverbanden (WGS) en artikel 1.16 van het \
             besluit bij die wet (BGS). Langer bewaren mag alleen met een reden.",
    seen_by: AT_THE_DESK,
    kept: Retention::AsItsReferral,
};

/// Until when something stays, and whether it is still needed.
pub(super) const LASTING: Purpose = Purpose {
    category: "Bewaren en vernietigen",
    ground: "Wij leggen vast hoe lang wij iets bewaren en waarom. Zo kunnen wij laten zien dat wij zorgvuldig werken (artikel 5 lid 2 AVG).",
    seen_by: AT_THE_DESK,
    kept: Retention::AsItsReferral,
};

/// What goes to another organisation.
pub(super) const PASSING_ON: Purpose = Purpose {
    category: "Doorgeven aan een andere organisatie",
    ground: "Wij volgen artikel 1.7 van de Wet gegevensverwerking door samenwerkingsverbanden (WGS), over het verstrekken van \
             resultaten.",
    seen_by: AT_THE_DESK,
    kept: Retention::AsItsReferral,
};

const AT_THE_DESK: &str = "De medewerkers die deze aanmelding, melding of vraag mogen openen.";
