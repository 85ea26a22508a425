//! Requests of people about their own data: more time (AVG art. 12 lid 3), and the answer of the contact point with its decision
//! (BGS art. 1.2).

use serde::Deserialize;

use crate::check::shape;
use crate::desk::act::{Act, Sheet};
use crate::desk::outcome::Outcome;
use crate::desk::purposes::DATA_RIGHTS;
use crate::desk::role::Right;
use crate::form::{Choice, Field, Form, Heard, Kind, Options, Step, When, Words};
use crate::referral::Happening;
use crate::regime::Regime;

const fn is_data_request(form: &Form) -> bool {
    matches!(form.regime, Regime::DataRights)
}

/// Telling that it takes longer.
pub const MORE_TIME: Act = Act {
    form: &MORE_TIME_FORM,
    what: Happening::Prolonged,
    right: Right::Answer,
    verb: "Termijn verlengen",
    fits: is_data_request,
    told: &["more_time.reason"],
};

/// Deciding and telling.
pub const ANSWER: Act = Act {
    form: &ANSWER_FORM,
    what: Happening::Answered,
    right: Right::Answer,
    verb: "Besluit laten weten",
    fits: is_data_request,
    told: &[OUTCOME, "data_answer.reason", "data_answer.text", "data_answer.objection"],
};

const MORE_TIME_FORM: Form = Sheet {
    slug: "meer-tijd",
    title: "Termijn verlengen",
    description: "Laat de verzoeker weten dat het langer duurt, en waarom.",
    words: &Words {
        noun: "bericht",
        begin: "Termijn verlengen",
        send: "Termijn verlengen",
        sent: "Uw bericht staat op de volgpagina",
    },
    hears: &[Heard::always("De verzoeker leest op de volgpagina dat het langer duurt, en waarom.")],
    steps: &[MORE_TIME_STEP],
    whole: shape::<TakingTime>,
}
.form();

const MORE_TIME_STEP: Step = Step {
    slug: "verlengen",
    title: "Waarom is er meer tijd nodig?",
    intro: &[
        "U kunt de maand met hoogstens twee maanden verlengen (artikel 12 lid 3 AVG). De verzoeker moet dat horen binnen een maand na \
         ontvangst van het verzoek. Na die maand verandert verlengen niets meer aan de termijn.",
    ],
    when: When::Always,
    section: "more_time",
    accept: shape::<MoreTime>,
    parts: &[Field::new("more_time.reason", Kind::LongText, "De reden", "de reden", &DATA_RIGHTS)
        .hint("Schrijf aan de verzoeker. Noem geen gegevens van anderen.")
        .why("Wie een verzoek doet, moet horen waarom het langer duurt.")
        .part()],
};

const ANSWER_FORM: Form = Sheet {
    slug: "antwoord-verzoek",
    title: "Besluit over het verzoek laten weten",
    description: "Leg vast wat het contactpunt besluit en laat het de verzoeker weten.",
    words: &Words {
        noun: "besluit",
        begin: "Besluit laten weten",
        send: "Besluit laten weten",
        sent: "Het besluit is gegeven",
    },
    hears: &[
        Heard::always("De verzoeker leest het besluit, de reden en uw antwoord op de volgpagina."),
        Heard::when(
            When::Is(OUTCOME, NOT_WHOLLY),
            "Ook leest de verzoeker wat die kan doen als die het niet eens is met het besluit.",
        ),
    ],
    steps: &[ANSWER_STEP],
    whole: shape::<Answering>,
}
.form();

/// What was decided.
pub(super) const OUTCOME: &str = "data_answer.outcome";

const ANSWER_STEP: Step = Step {
    slug: "besluit",
    title: "Wat doet u met het verzoek?",
    intro: &["U besluit namens alle organisaties die samen verantwoordelijk zijn, na overleg met hen."],
    when: When::Always,
    section: "data_answer",
    accept: shape::<DataAnswer>,
    parts: &[
        Field::new(
            "data_answer.identified",
            Kind::Tick,
            "Ik weet zeker wie het verzoek doet, en dat die dat mag",
            "de zin over wie het verzoek doet",
            &DATA_RIGHTS,
        )
        .why("Zo krijgt niemand gegevens van een ander (artikel 12 lid 6 AVG).")
        .part(),
        Field::new(
            "data_answer.consulted",
            Kind::Tick,
            "Ik heb overlegd met de deelnemers die gegevens van de verzoeker kunnen hebben",
            "de zin over het overleg met de deelnemers",
            &DATA_RIGHTS,
        )
        .why("Het contactpunt besluit na overleg met de deelnemers (artikel 1.2 BGS).")
        .part(),
        Field::new(OUTCOME, Kind::One(Options::Fixed(OUTCOMES)), "Wat is het besluit?", "het besluit", &DATA_RIGHTS)
            .why("De verzoeker hoort of wij doen wat hij of zij vraagt.")
            .part(),
        Field::new(
            "data_answer.reason",
            Kind::LongText,
            "Waarom niet, of niet helemaal?",
            "de reden van het besluit",
            &DATA_RIGHTS,
        )
        .hint("Noem het artikel waarop een deelnemer zich beroept. Noem geen gegevens van anderen.")
        .why("Wie een verzoek doet, moet horen waarom wij het niet of deels doen.")
        .when(When::Is(OUTCOME, NOT_WHOLLY))
        .part(),
        Field::new("data_answer.text", Kind::LongText, "Uw antwoord", "uw antwoord", &DATA_RIGHTS)
            .hint("Schrijf wat u hebt gedaan. Zet de gegevens zelf niet in dit antwoord: die krijgt de verzoeker op de gekozen manier.")
            .why("Dit leest de verzoeker op de volgpagina.")
            .part(),
        Field::new(
            "data_answer.objection",
            Kind::LongText,
            "Wat kan de verzoeker doen als die het niet eens is met het besluit?",
            "de uitleg over bezwaar en klacht",
            &DATA_RIGHTS,
        )
        .hint("Schrijf waar en tot wanneer de verzoeker bezwaar kan maken. En dat een klacht kan bij de Autoriteit Persoonsgegevens. Noem geen gegevens van anderen.")
        .why("Onze website belooft dat dit in het besluit staat.")
        .when(When::Is(OUTCOME, NOT_WHOLLY))
        .part(),
    ],
};

/// Who does not get all they asked hears why, and what they can do about it (AVG art. 12 lid 4).
const NOT_WHOLLY: &[&str] = &[Outcome::DeelsIngewilligd.slug(), Outcome::Geweigerd.slug()];

const OUTCOMES: &[Choice] = &[
    Choice::new(Outcome::Ingewilligd.slug(), Outcome::Ingewilligd.text()),
    Choice::new(Outcome::DeelsIngewilligd.slug(), Outcome::DeelsIngewilligd.text()),
    Choice::new(Outcome::Geweigerd.slug(), Outcome::Geweigerd.text()),
];

/// The whole of telling that it takes longer, as we accept it.
#[expect(missing_docs, reason = "the field is the section of the same name")]
#[derive(Deserialize)]
pub struct TakingTime {
    pub more_time: MoreTime,
}

/// What we accept of it.
#[expect(missing_docs, reason = "the field is the question of the same name above")]
#[derive(Deserialize)]
pub struct MoreTime {
    pub reason: String,
}

/// A whole answer, as we accept it.
#[expect(missing_docs, reason = "the field is the section of the same name")]
#[derive(Deserialize)]
pub struct Answering {
    pub data_answer: DataAnswer,
}

/// What we accept of an answer.
#[expect(missing_docs, reason = "each field is the question of the same name above")]
#[derive(Deserialize)]
pub struct DataAnswer {
    pub identified: String,
    pub consulted: String,
    pub outcome: String,
    pub reason: Option<String>,
    pub text: String,
    pub objection: Option<String>,
}
