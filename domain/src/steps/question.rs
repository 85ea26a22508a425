//! What the referrer asks, what it should bring, who belongs at the table.

use serde::Deserialize;

use super::DAY_PARTS;
use super::purposes::{PROFESSIONALS, QUESTION};
use crate::check::shape;
use crate::form::{Choice, Field, Kind, Options, Part, Step, When, Width, paragraphs, prose};

/// What we accept of the question.
#[expect(missing_docs, reason = "each field is the question of the same name below")]
#[derive(Deserialize)]
pub struct Question {
    pub asks: Vec<String>,
    pub direction_explanation: Option<String>,
    pub goal: String,
    pub table: Vec<String>,
    pub table_others: Option<String>,
    pub coordinator: String,
    pub next_coordinator: Option<String>,
    pub day_parts: Vec<String>,
}

/// The step as it is asked.
pub const STEP: Step = Step {
    slug: "vraag",
    title: prose("Wat is uw vraag?"),
    intro: paragraphs(&[
        "Het Regieteam is een eenmalig overleg op maat van organisaties uit zorg en veiligheid. Het doel is een gezamenlijk actieplan.",
    ]),
    when: When::Always,
    section: "question",
    accept: shape::<Question>,
    parts: &[
        Field::new(
            "question.asks",
            Kind::Many(Options::Fixed(ASKS)),
            "Wat vraagt u van ons?",
            "wat u van ons vraagt",
            &QUESTION,
        )
        .hint("Weet u het niet precies? Kies wat het dichtst bij uw vraag komt.")
        .why("Zo kijken wij eerst of wij kunnen doen wat u zoekt.")
        .part(),
        Field::new(
            "question.direction_explanation",
            Kind::LongText,
            "Waarom is procesregie door het Zorg- en Veiligheidshuis nodig?",
            "uw uitleg bij procesregie",
            &QUESTION,
        )
        .hint("Wat lukt niet zonder regie van buiten? Schrijf over de samenwerking, niet over fouten van personen.")
        .why("Procesregie is er pas als de gewone zorg en aanpak niet tot een oplossing komen.")
        .when(When::Is("question.asks", &["procesregie"]))
        .part(),
        Field::new("question.goal", Kind::LongText, "Wat wilt u bereiken?", "uw doel", &QUESTION)
            .hint("Wat moet er over een half jaar anders zijn voor de betrokkene en de omgeving? Noem geen medische details.")
            .why("Met een duidelijk doel kunnen de deelnemers afspraken maken en later zien of het is gelukt.")
            .part(),
        Part::heading("Wie zit er aan tafel?"),
        Field::new(
            "question.table",
            Kind::Many(Options::Rows("organisations", &[], &[])),
            "Welke organisaties moeten volgens u aan tafel zitten?",
            "welke organisaties aan tafel moeten zitten",
            &QUESTION,
        )
        .hint("Kies wie echt nodig is. Het liefst de mensen die de betrokkene zelf kennen.")
        .why("Wij gebruiken uw advies als wij mensen uitnodigen. Het huis kiest wie er komt.")
        .when(When::HasRows("organisations"))
        .optional()
        .part(),
        Field::new("question.table_others", Kind::LongText, "Wie moet er nog meer bij?", "uw aanvulling", &PROFESSIONALS)
            .hint("Organisaties die nog niet betrokken zijn. Noem alleen naam, functie en werkgegevens van professionals.")
            .why("Zo vergeten wij niemand die nodig is voor een goed plan.")
            .optional()
            .part(),
        Part::headed(
            "Casusregie",
            "De casusregisseur is een professional van een van de organisaties. Hij of zij coördineert de inhoud van de hulp, maar \
             behandelt niet zelf.",
        ),
        Field::new(
            "question.coordinator",
            Kind::One(Options::Rows("organisations", REFERRER, NO_COORDINATOR)),
            "Wie is nu casusregisseur?",
            "wie nu casusregisseur is",
            &QUESTION,
        )
        .hint("Kies de organisatie van de casusregisseur.")
        .why("Zo weten wij wie nu overzicht heeft, of dat dit ontbreekt.")
        .part(),
        Field::new(
            "question.next_coordinator",
            Kind::Text(Width::Wide),
            "Wie kan casusregisseur worden?",
            "de mogelijke casusregisseur",
            &PROFESSIONALS,
        )
        .hint("Naam en organisatie, als u een idee hebt. In uitzonderlijke gevallen kan dit tijdelijk iemand van de gemeente zijn.")
        .why("In het overleg spreken de organisaties af wie casusregisseur is. Uw idee helpt daarbij.")
        .optional()
        .part(),
        Part::heading("Planning"),
        Field::new(
            "question.day_parts",
            Kind::Many(Options::Fixed(DAY_PARTS)),
            "Wanneer kunt u bij een overleg zijn?",
            "wanneer u bij een overleg kunt zijn",
            &QUESTION,
        )
        .hint("Kies alle dagdelen die meestal kunnen.")
        .why("Zo zoeken wij een moment waarop u erbij kunt zijn.")
        .optional()
        .part(),
    ],
};

const ASKS: &[Choice] = &[
    Choice::new("advies", "Advies"),
    Choice::hinted("overleg", "Een overleg van het Regieteam", "Een eenmalig multidisciplinair overleg (MDO) op maat."),
    Choice::hinted(
        "procesregie",
        "Procesregie",
        "Een procesregisseur van het Zorg- en Veiligheidshuis stuurt de samenwerking aan.",
    ),
    Choice::hinted("expertise", "Expertise", "Kennis die uw organisatie niet heeft."),
    Choice::hinted("doorbraak", "Een doorbraak", "De samenwerking zit vast."),
];

const REFERRER: &[Choice] = &[Choice::new("aanmelder", "Mijn eigen organisatie")];

const NO_COORDINATOR: &[Choice] =
    &[Choice::new("geen", "Er is geen casusregisseur"), Choice::new("onbekend", "Weet ik niet")];
