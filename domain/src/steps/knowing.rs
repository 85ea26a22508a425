//! Whether the person knows that a contributor shares, under which limits, and what the contributor answers for (WGS art. 2.29 lid 3,
//! BGS art. 1.3 and 1.5).

use serde::Deserialize;

use super::YES_NO_UNKNOWN;
use super::purposes_of_contributions::{KNOWING, OWN_LIMITS, OWN_RESPONSIBILITY};
use crate::check::shape;
use crate::form::{Field, Kind, Options, Part, Step, When, paragraphs, prose};

/// What we accept on what the person knows and what the contributor answers for.
#[expect(missing_docs, reason = "each field is the question of the same name below")]
#[derive(Deserialize)]
pub struct Knowing {
    pub person: String,
    pub reason: Option<String>,
    pub limits: Option<String>,
    pub checked: String,
    pub lawful: String,
}

/// The step as it is asked.
pub const STEP: Step = Step {
    slug: "wat-de-betrokkene-weet",
    title: prose("Weet de betrokkene van uw bijdrage?"),
    intro: paragraphs(&["Wij vragen wat de betrokkene weet, en of u grenzen stelt aan wat wij met uw bijdrage doen."]),
    when: When::Always,
    section: "knowing",
    accept: shape::<Knowing>,
    parts: &[
        Field::new(
            "knowing.person",
            Kind::One(Options::Fixed(YES_NO_UNKNOWN)),
            "Weet de betrokkene dat u gegevens met ons deelt?",
            "of de betrokkene weet dat u gegevens deelt",
            &KNOWING,
        )
        .hint("Het telt ook als een collega het vertelde.")
        .why("Zo vertellen wij de betrokkene niets op een verkeerd moment.")
        .part(),
        Part::notice(
            "knowing.consent_unknown",
            When::All(&[
                When::Is("role.basis", &["toestemming"]),
                When::Is("knowing.person", &["nee", "onbekend"]),
            ]),
            "Bij ‘Wat is uw rol?’ vulde u in dat er uitdrukkelijke toestemming is. Hier vult u in dat de betrokkene er misschien niet \
             van weet. Kijk na of beide antwoorden kloppen.",
        ),
        Field::new("knowing.reason", Kind::Nameless, "Waarom weet de betrokkene het niet?", "uw uitleg bij de reden", &KNOWING)
            .hint("Bijvoorbeeld: het gesprek komt nog. Noem geen namen, en niets over een onderzoek dat u niet mag delen.")
            .why("Zo kunnen wij er rekening mee houden in elk contact.")
            .when(When::Is("knowing.person", &["nee"]))
            .part(),
        Field::new(
            "knowing.limits",
            Kind::Nameless,
            "Zijn er grenzen aan wat wij mogen doorgeven?",
            "uw voorwaarden en grenzen",
            &OWN_LIMITS,
        )
        .hint("Bijvoorbeeld: niet delen met de ex-partner. Zet hier geen gegevens die u eigenlijk niet wilt delen.")
        .why("U mag voorwaarden stellen. Wij houden er rekening mee als wij iets doorgeven.")
        .optional()
        .part(),
        Part::headed("Verklaringen", "Lees de twee zinnen en zet bij elke zin een vinkje als u het ermee eens bent."),
        Field::new(
            "knowing.checked",
            Kind::Tick,
            "Ik heb de feiten gecontroleerd, voor zover dat kon. Mijn organisatie blijft ervoor verantwoordelijk dat ze kloppen.",
            "de zin over de feiten",
            &OWN_RESPONSIBILITY,
        )
        .why("Verkeerde gegevens kunnen iemand schaden. Daarom staat u in voor wat u schrijft.")
        .part(),
        Field::new(
            "knowing.lawful",
            Kind::Tick,
            "Mijn organisatie heeft deze gegevens rechtmatig en mag ze delen.",
            "de zin over rechtmatige gegevens",
            &OWN_RESPONSIBILITY,
        )
        .why("Wij werken alleen met gegevens die u rechtmatig hebt.")
        .part(),
    ],
};
