//! The result of the exploratory investigation after a report (Wvggz art. 5:2).

use serde::Deserialize;

use crate::check::shape;
use crate::desk::act::{Act, Sheet};
use crate::desk::outcome::Outcome;
use crate::desk::purposes::INVESTIGATION;
use crate::desk::role::Right;
use crate::form::{Choice, DayRange, Field, Form, Heard, Kind, Options, Part, Step, When, Words};
use crate::referral::Happening;
use crate::regime::Regime;

/// Recording the result.
pub const ACT: Act = Act {
    form: &FORM,
    what: Happening::Decided,
    right: Right::Decide,
    verb: "Uitkomst vastleggen",
    fits: |form| matches!(form.regime, Regime::Wvggz),
    told: &[],
};

const FORM: Form = Sheet {
    slug: "onderzoek",
    title: "Uitkomst van het verkennend onderzoek",
    description: "Leg vast of er een aanvraag voor verplichte zorg komt, en waarom.",
    words: &Words {
        noun: "uitkomst",
        begin: "Uitkomst vastleggen",
        send: "Uitkomst vastleggen",
        sent: "De uitkomst is vastgelegd",
    },
    hears: &[Heard::always(
        "De melder ziet de uitkomst nog niet. Die zet u in uw antwoord. Ook een anonieme melder kan dat lezen, op de volgpagina.",
    )],
    steps: &[STEP],
    whole: shape::<Investigating>,
}
.form();

/// What came out.
pub(super) const OUTCOME: &str = "investigation.outcome";

/// When that was known.
pub const FINISHED_ON: &str = "investigation.finished_on";

const STEP: Step = Step {
    slug: "uitkomst",
    title: "Wat kwam er uit het onderzoek?",
    intro: &[
        "Het onderzoek moet binnen 14 dagen na de melding klaar zijn. Dat geldt ook voor de aanvraag, als die nodig is (artikel 5:2 Wvggz).",
    ],
    when: When::Always,
    section: "investigation",
    accept: shape::<Investigation>,
    parts: &[
        Field::new(
            OUTCOME,
            Kind::One(Options::Fixed(OUTCOMES)),
            "Komt er een aanvraag voor verplichte zorg?",
            "of er een aanvraag komt",
            &INVESTIGATION,
        )
        .why("Dit is de uitkomst van het verkennend onderzoek.")
        .part(),
        Field::new(
            FINISHED_ON,
            Kind::Day(DayRange::Past),
            "Wanneer was het onderzoek klaar?",
            "de dag waarop het onderzoek klaar was",
            &INVESTIGATION,
        )
        .hint("Bijvoorbeeld: 20 11 2026.")
        .why("Zo is te zien of het binnen 14 dagen klaar was.")
        .part(),
        Field::new("investigation.reason", Kind::LongText, "Waarom?", "de reden van de uitkomst", &INVESTIGATION)
            .hint("Schrijf alleen op wat voor de uitkomst nodig is. Noem geen melder die anoniem wil blijven.")
            .why("De uitkomst moet later te begrijpen zijn.")
            .part(),
        Field::new(
            "investigation.relative",
            Kind::One(Options::Fixed(RELATIVE)),
            "Vraagt een naaste of vertegenwoordiger om toch een aanvraag te doen?",
            "of iemand vraagt om toch een aanvraag te doen",
            &INVESTIGATION,
        )
        .hint("Het gaat om een vertegenwoordiger, partner, ouder of andere essentiële naaste.")
        .why("Een essentiële naaste kan vragen om toch een aanvraag te doen.")
        .when(When::Is(OUTCOME, &[Outcome::GeenAanvraag.slug()]))
        .part(),
        shielded("investigation.shielded", When::Is(OUTCOME, APPLICATION)),
    ],
};

/// Whoever applies says that nobody recognises an anonymous reporter in the application, under this name.
pub(super) const fn shielded(name: &'static str, when: When) -> Part {
    Field::new(
        name,
        Kind::Tick,
        "In de aanvraag staat niets waaraan iemand een anonieme melder herkent",
        "de zin over de anonieme melder",
        &INVESTIGATION,
    )
    .hint("Is de melder niet anoniem? Zet dan ook een vinkje.")
    .why("Gegevens van een melder die anoniem wil blijven, mogen niet in een aanvraag staan.")
    .when(when)
    .part()
}

/// The outcome that is an application.
pub(super) const APPLICATION: &[&str] = &[Outcome::Aanvraag.slug()];

pub(super) const OUTCOMES: &[Choice] = &[
    Choice::new(Outcome::Aanvraag.slug(), Outcome::Aanvraag.text()),
    Choice::new(Outcome::GeenAanvraag.slug(), Outcome::GeenAanvraag.text()),
];

const RELATIVE: &[Choice] = &[
    Choice::hinted("ja", "Ja", "Leg dat daarna vast met ‘Verzoek van een naaste vastleggen’."),
    Choice::new("nee", "Nee"),
    Choice::hinted("onbekend", "Nog niet bekend", "De naaste weet de uitkomst nog niet, of denkt erover na."),
];

/// A whole result, as we accept it.
#[expect(missing_docs, reason = "the field is the section of the same name")]
#[derive(Deserialize)]
pub struct Investigating {
    pub investigation: Investigation,
}

/// What we accept of the result.
#[expect(missing_docs, reason = "each field is the question of the same name above")]
#[derive(Deserialize)]
pub struct Investigation {
    pub outcome: String,
    pub finished_on: String,
    pub reason: String,
    pub relative: Option<String>,
    pub shielded: Option<String>,
}
