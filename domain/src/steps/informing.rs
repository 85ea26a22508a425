//! Whether the person knows, which limits the referrer sets, what the referrer answers for (WGS art. 2.29 lid 3, BGS art. 1.5 and 1.6).

use serde::Deserialize;

use super::purposes::{INFORMING, LIMITS, RESPONSIBILITY};
use crate::check::shape;
use crate::form::{Choice, DayRange, Field, Kind, Options, Part, Step, When, Width, paragraphs, prose};

/// What we accept on informing and responsibility.
#[expect(missing_docs, reason = "each field is the question of the same name below")]
#[derive(Deserialize)]
pub struct Informing {
    pub discussed: String,
    pub discussed_on: Option<String>,
    pub discussed_by: Option<String>,
    pub reaction: Option<String>,
    pub planned_on: Option<String>,
    pub obstacle: Option<String>,
    pub obstacle_explanation: Option<String>,
    pub limits: Option<String>,
    pub checked: String,
    pub lawful: String,
    pub on_behalf: String,
}

/// The step as it is asked.
pub const STEP: Step = Step {
    slug: "informeren",
    title: prose("Weet de betrokkene ervan?"),
    intro: paragraphs(&["Wij vragen u de aanmelding eerst met de betrokkene te bespreken. Kan dat niet? Leg dan uit waarom."]),
    when: When::Always,
    section: "informing",
    accept: shape::<Informing>,
    parts: &[
        Field::new(
            "informing.discussed",
            Kind::One(Options::Fixed(DISCUSSED)),
            "Hebt u de aanmelding met de betrokkene besproken?",
            "of u de aanmelding met de betrokkene hebt besproken",
            &INFORMING,
        )
        .hint("Het telt ook als een collega of een andere hulpverlener het besprak.")
        .why("De betrokkene hoort vooraf te weten dat u gegevens deelt, tenzij dat echt niet kan. Zo weten wij ook met wie wij kunnen praten.")
        .part(),
        Field::new(
            "informing.discussed_on",
            Kind::Day(DayRange::Past),
            "Wanneer is het besproken?",
            "de datum van het gesprek",
            &INFORMING,
        )
        .hint("Bijvoorbeeld: 7 3 2026.")
        .why("Zo is duidelijk dat het gesprek er was voordat u aanmeldde.")
        .when(TALKED)
        .part(),
        Field::new(
            "informing.discussed_by",
            Kind::Text(Width::Wide),
            "Welke professional besprak het met de betrokkene?",
            "de naam van de professional",
            &INFORMING,
        )
        .hint("Naam en functie.")
        .why("Heeft de betrokkene later vragen, dan weten wij wie het gesprek voerde.")
        .when(TALKED)
        .part(),
        Field::new("informing.reaction", Kind::LongText, "Hoe reageerde de betrokkene?", "de reactie van de betrokkene", &INFORMING)
            .hint("Wat vindt de betrokkene ervan en wat wil hij of zij zelf? Laat geloof, afkomst en medische details weg.")
            .why("De stem van de betrokkene telt mee in het overleg.")
            .when(TALKED)
            .optional()
            .part(),
        Field::new(
            "informing.planned_on",
            Kind::Day(DayRange::Future),
            "Wanneer bespreekt u het?",
            "de datum van het geplande gesprek",
            &INFORMING,
        )
        .hint("Vandaag of later. Bijvoorbeeld: 7 3 2027.")
        .why("Zo nemen wij niet te vroeg contact op met anderen.")
        .when(NOT_YET)
        .part(),
        Part::notice(
            "informing.not_yet",
            NOT_YET,
            "Bespreken gaat voor. Bespreek de aanmelding als het kan eerst met de betrokkene en verstuur het formulier daarna. U kunt uw antwoorden bewaren en later verdergaan.",
        ),
        Field::new(
            "informing.obstacle",
            Kind::One(Options::Fixed(OBSTACLES)),
            "Waarom bespreekt u het niet?",
            "waarom u het niet bespreekt",
            &INFORMING,
        )
        .hint("Kies de belangrijkste reden.")
        .why("Niet bespreken kan alleen met een goede reden. Die wegen wij mee.")
        .when(NOT)
        .part(),
        Field::new("informing.obstacle_explanation", Kind::LongText, "Leg uw reden uit", "uw uitleg bij de reden", &INFORMING)
            .hint("Wat kan er gebeuren als de betrokkene het weet? Schrijf niets op over een onderzoek dat u niet mag delen.")
            .why("Zo kunnen wij er rekening mee houden in elk contact.")
            .when(NOT)
            .part(),
        Part::notice(
            "informing.deliberately_not",
            NOT,
            "U bespreekt de aanmelding niet met de betrokkene. Bespreken is de regel. Wij praten hierover met u als wij contact met u \
             opnemen.",
        ),
        Part::notice(
            "informing.consent_without_talk",
            When::All(&[
                When::Is("role.basis", &["toestemming"]),
                When::Is("informing.discussed", &["nog_niet", "bewust_niet"]),
            ]),
            "Bij ‘Wat is uw rol?’ vulde u in dat er uitdrukkelijke toestemming is. Hier vult u in dat de aanmelding niet is besproken. \
             Kijk na of beide antwoorden kloppen.",
        ),
        Part::heading("Voorwaarden"),
        Field::new(
            "informing.limits",
            Kind::LongText,
            "Zijn er grenzen aan wat wij mogen doorgeven?",
            "uw voorwaarden en grenzen",
            &LIMITS,
        )
        .hint("Bijvoorbeeld: niet delen met de ex-partner. Zet hier geen gegevens die u eigenlijk niet wilt delen.")
        .why("U mag voorwaarden stellen. Wij houden er rekening mee als wij iets doorgeven.")
        .optional()
        .part(),
        Part::headed("Verklaringen", "Lees de drie zinnen en zet bij elke zin een vinkje als u het ermee eens bent."),
        Field::new(
            "informing.checked",
            Kind::Tick,
            "Ik heb de feiten gecontroleerd, voor zover dat kon. Mijn organisatie blijft ervoor verantwoordelijk dat ze kloppen.",
            "de zin over de feiten",
            &RESPONSIBILITY,
        )
        .why("Verkeerde gegevens kunnen iemand schaden. Wie aanmeldt, staat daarom in voor de feiten.")
        .part(),
        Field::new(
            "informing.lawful",
            Kind::Tick,
            "Mijn organisatie heeft deze gegevens rechtmatig en mag ze delen.",
            "de zin over rechtmatige gegevens",
            &RESPONSIBILITY,
        )
        .why("Wij werken alleen met gegevens die u rechtmatig hebt.")
        .part(),
        Field::new(
            "informing.on_behalf",
            Kind::Tick,
            "Ik weet dat het Zorg- en Veiligheidshuis werkt namens mijn organisatie, en dat mijn organisatie haar eigen taken houdt.",
            "de zin over werken namens uw organisatie",
            &RESPONSIBILITY,
        )
        .why("Het huis neemt uw taken niet over. Zo is voor iedereen duidelijk wie waarvoor verantwoordelijk is.")
        .part(),
    ],
};

const TALKED: When = When::Is("informing.discussed", &["ja_eens", "ja_oneens"]);
const NOT_YET: When = When::Is("informing.discussed", &["nog_niet"]);
const NOT: When = When::Is("informing.discussed", &["bewust_niet"]);

const DISCUSSED: &[Choice] = &[
    Choice::new("ja_eens", "Ja, de betrokkene is het eens met de aanmelding"),
    Choice::new("ja_oneens", "Ja, de betrokkene is het niet eens met de aanmelding"),
    Choice::new("nog_niet", "Nog niet"),
    Choice::new("bewust_niet", "Nee, daar is een reden voor"),
];

const OBSTACLES: &[Choice] = &[
    Choice::new("veiligheid", "Het is gevaarlijk voor de betrokkene of voor anderen"),
    Choice::new("onderzoek", "Er loopt een strafrechtelijk onderzoek"),
    Choice::new("onbereikbaar", "De betrokkene is niet te bereiken"),
    Choice::new("anders", "Een andere reden"),
];
