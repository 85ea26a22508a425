//! Handing a copy to another organisation or system: what for, to whom, on which ground (WGS art. 1.7).

use serde::Deserialize;

use super::is_handled;
use crate::check::shape;
use crate::desk::act::{Act, Sheet};
use crate::desk::purposes::PASSING_ON;
use crate::desk::role::Right;
use crate::form::{Choice, Field, Form, Heard, Kind, Options, Step, When, Width, Words};
use crate::referral::Happening;
use crate::steps::OTHER_ORGANISATION;

/// Handing over.
pub const ACT: Act = Act {
    form: &FORM,
    what: Happening::HandedOver,
    right: Right::HandOver,
    verb: "Gegevens doorgeven",
    fits: is_handled,
    told: &[],
};

const FORM: Form = Sheet {
    slug: "overdragen",
    title: "Gegevens doorgeven aan een andere organisatie",
    description: "Leg vast aan wie u gegevens geeft, waarom en op welke grond.",
    words: &Words {
        noun: "overdracht",
        begin: "Gegevens doorgeven",
        send: "Gegevens doorgeven",
        sent: "Vastgelegd: u geeft gegevens door",
    },
    hears: &[Heard::always(
        "Dat u gegevens doorgeeft, komt in het logboek. De afzender ziet het niet vanzelf: vertel het in uw antwoord.",
    )],
    steps: &[STEP],
    whole: shape::<PassingOn>,
}
.form();

const ORGANISATION: &str = "handover.organisation";
const CONSENT: &str = "handover.consent";

/// In which form the copy is made.
pub const FORMAT: &str = "handover.format";

const STEP: Step = Step {
    slug: "overdracht",
    title: "Aan wie geeft u de gegevens, en waarom?",
    intro: &[
        "Geef niet meer dan de ander nodig heeft.",
        "In de kopie staat wat de afzender eerst verstuurde. Wat later is toegevoegd of verbeterd, en wat collega’s bijdroegen, staat er niet in. Geef dat zelf door als de ander het nodig heeft.",
    ],
    when: When::Always,
    section: "handover",
    accept: shape::<Handover>,
    parts: &[
        Field::new(
            ORGANISATION,
            Kind::One(Options::Partners(OTHER_ORGANISATION)),
            "Welke organisatie krijgt de gegevens?",
            "de organisatie die de gegevens krijgt",
            &PASSING_ON,
        )
        .hint("Gaat het naar het eigen systeem voor casussen? Kies dan de organisatie die daarvoor verantwoordelijk is.")
        .why("Zo is altijd te zien wie de gegevens heeft.")
        .part(),
        Field::new(
            "handover.other_organisation",
            Kind::Text(Width::Wide),
            "Welke organisatie is het?",
            "de naam van de organisatie",
            &PASSING_ON,
        )
        .why("Zo is altijd te zien wie de gegevens heeft.")
        .when(When::Is(ORGANISATION, &["andere"]))
        .part(),
        Field::new("handover.purpose", Kind::LongText, "Waarvoor heeft de ander de gegevens nodig?", "het doel", &PASSING_ON)
            .hint("Noem alleen het doel, niet de inhoud van de casus.")
            .why("Gegevens gaan alleen naar een ander als dat voor een doel nodig is.")
            .part(),
        Field::new("handover.basis", Kind::LongText, "Op welke grond geeft u de gegevens?", "de grond", &PASSING_ON)
            .hint("Noem het artikel van de wet. Weet u het niet? Vraag het aan de functionaris gegevensbescherming. Geef nog niets door.")
            .why("Aan wie geen deelnemer is, mag u alleen gegevens geven als de wet dat toelaat (artikel 1.7 WGS).")
            .part(),
        Field::new(
            CONSENT,
            Kind::One(Options::Fixed(CONSENTS)),
            "Vindt degene die de gegevens gaf het goed?",
            "of degene die de gegevens gaf het goedvindt",
            &PASSING_ON,
        )
        .hint("Kijk ook naar de voorwaarden die de aanmelder stelde. Vindt die het niet goed? Geef dan niets door.")
        .why("Wie gegevens deelt, kan voorwaarden en grenzen stellen (artikel 2.29 lid 3 WGS).")
        .part(),
        Field::new(
            "handover.consent_reason",
            Kind::LongText,
            "Waarom is dat niet nodig?",
            "de reden dat het niet nodig is",
            &PASSING_ON,
        )
        .hint("Schrijf niets over de inhoud van de casus.")
        .why("Zo kan een ander nagaan of het klopt.")
        .when(When::Is(CONSENT, &["niet_nodig"]))
        .part(),
        Field::new(FORMAT, Kind::One(Options::Fixed(FORMATS)), "Hoe geeft u de gegevens?", "hoe u de gegevens geeft", &PASSING_ON)
            .why("Zo maken wij de goede kopie, en weten wij welke kopie er is.")
            .part(),
    ],
};

const CONSENTS: &[Choice] =
    &[Choice::new("ja", "Ja, dat heb ik gevraagd"), Choice::new("niet_nodig", "Dat is hier niet nodig")];

const FORMATS: &[Choice] = &[
    Choice::hinted("json", "Als bestand voor een ander systeem", "JSON."),
    Choice::hinted("pdf", "Als document", "PDF, om te lezen of af te drukken."),
    Choice::hinted("mondeling", "Mondeling", "Er gaat geen kopie mee."),
];

/// A whole hand-over, as we accept it.
#[expect(missing_docs, reason = "the field is the section of the same name")]
#[derive(Deserialize)]
pub struct PassingOn {
    pub handover: Handover,
}

/// What we accept of a hand-over.
#[expect(missing_docs, reason = "each field is the question of the same name above")]
#[derive(Deserialize)]
pub struct Handover {
    pub organisation: String,
    pub other_organisation: Option<String>,
    pub purpose: String,
    pub basis: String,
    pub consent: String,
    pub consent_reason: Option<String>,
    pub format: String,
}
