//! What the referrer asks, what it should bring, who belongs at the table.

use serde::Deserialize;

use super::DAY_PARTS;
use super::purposes::{PROFESSIONALS, QUESTION};
use crate::check::shape;
use crate::form::{Choice, Field, Kind, Options, Part, Step, When, Width, prose};

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
    intro: &[],
    when: When::Always,
    section: "question",
    accept: shape::<Question>,
    parts: &PARTS,
};

/// The questions, in reading order.
pub(crate) const PARTS: [Part; 11] = [
    asks(ASKS).part(),
    direction(When::Is("question.asks", &["procesregie"])).part(),
    Field::new("question.goal", Kind::LongText, "Wat wilt u bereiken?", "uw doel", &QUESTION)
        .hint(
            "Wat moet er over een half jaar anders zijn voor de betrokkene en de omgeving? Noem geen medische details.",
        )
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
    .hint("Naam en organisatie, als u een idee hebt.")
    .why("De organisaties spreken samen af wie casusregisseur is. Uw idee helpt daarbij.")
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
];

/// What the referrer asks of us, out of these.
pub(crate) const fn asks(choices: &'static [Choice]) -> Field {
    Field::new(
        "question.asks",
        Kind::Many(Options::Fixed(choices)),
        "Wat vraagt u van ons?",
        "wat u van ons vraagt",
        &QUESTION,
    )
    .hint("Weet u het niet precies? Kies wat het dichtst bij uw vraag komt.")
    .why("Zo kijken wij eerst of wij kunnen doen wat u zoekt.")
}

/// Why the house should lead, asked when this holds.
pub(crate) const fn direction(when: When) -> Field {
    Field::new(
        "question.direction_explanation",
        Kind::LongText,
        "Waarom is procesregie door het Zorg- en Veiligheidshuis nodig?",
        "uw uitleg bij procesregie",
        &QUESTION,
    )
    .hint("Wat lukt niet zonder regie van buiten? Schrijf over de samenwerking, niet over fouten van personen.")
    .why("Procesregie is er pas als de gewone zorg en aanpak niet tot een oplossing komen.")
    .when(when)
}

/// Advice, on the spot or later.
pub(crate) const ADVICE: Choice = Choice::new("advies", "Advies");
/// One meeting of all who are needed.
pub(crate) const MEETING: Choice = Choice::hinted(
    "overleg",
    "Een overleg",
    "Een multidisciplinair overleg (MDO): mensen met verschillende beroepen maken samen een plan.",
);
/// The house leads how organisations work together.
pub(crate) const LEADING: Choice = Choice::hinted(
    "procesregie",
    "Procesregie",
    "Een procesregisseur van het Zorg- en Veiligheidshuis stuurt de samenwerking aan.",
);
/// Knowledge of others.
pub(crate) const EXPERTISE: Choice = Choice::hinted("expertise", "Expertise", "Kennis die uw organisatie niet heeft.");
/// A way out where organisations got stuck.
pub(crate) const UNBLOCKING: Choice = Choice::hinted("doorbraak", "Een doorbraak", "De samenwerking zit vast.");

const ASKS: &[Choice] = &[ADVICE, MEETING, LEADING, EXPERTISE, UNBLOCKING];

const REFERRER: &[Choice] = &[Choice::new("aanmelder", "Mijn eigen organisatie")];

const NO_COORDINATOR: &[Choice] =
    &[Choice::new("geen", "Er is geen casusregisseur"), Choice::new("onbekend", "Weet ik niet")];
