//! The decision about a referral: one outcome, what belongs to it, and the reason.

use serde::Deserialize;

use crate::check::shape;
use crate::desk::act::{Act, Sheet};
use crate::desk::is_weighed;
use crate::desk::outcome::Outcome;
use crate::desk::purposes::WEIGHING;
use crate::desk::role::Right;
use crate::form::{Choice, DayRange, Field, Form, Heard, Kind, Options, Step, When, Width, Words};
use crate::referral::Happening;
use crate::steps::{OTHER_ORGANISATION, YES_NO};

/// Deciding.
pub const ACT: Act = Act {
    form: &FORM,
    what: Happening::Decided,
    right: Right::Decide,
    verb: "Besluit nemen",
    fits: is_weighed,
    told: &[],
};

const FORM: Form = Sheet {
    slug: "besluit",
    title: "Besluit nemen",
    description: "Leg vast wat er met de aanmelding gebeurt, en waarom.",
    words: &Words { noun: "besluit", begin: "Besluit nemen", send: "Besluit nemen", sent: "Het besluit is vastgelegd" },
    hears: &[Heard::always("De aanmelder leest het besluit pas in het antwoord. Een besluit neemt u één keer.")],
    steps: &[STEP],
    whole: shape::<Deciding>,
}
.form();

/// What was decided.
pub(in crate::desk) const OUTCOME: &str = "decision.outcome";

const STEP: Step = Step {
    slug: "besluit",
    title: "Wat is het besluit?",
    intro: &[],
    when: When::Always,
    section: "decision",
    accept: shape::<Decision>,
    parts: &[
        Field::new(OUTCOME, Kind::One(Options::Fixed(OUTCOMES)), "Wat gebeurt er met de aanmelding?", "het besluit", &WEIGHING)
            .why("Het besluit bepaalt wat er daarna gebeurt en hoe lang wij de aanmelding bewaren.")
            .part(),
        Field::new(
            "decision.meeting_on",
            Kind::Day(DayRange::Future),
            "Wanneer is het overleg?",
            "de dag van het overleg",
            &WEIGHING,
        )
        .hint("Bijvoorbeeld: 8 12 2026. Is er nog geen dag? Laat het dan leeg.")
        .why("Zo kunt u de afzender zeggen wanneer het overleg is.")
        .when(When::Is(OUTCOME, &[Outcome::Overleg.slug()]))
        .optional()
        .part(),
        Field::new(
            "decision.pressure",
            Kind::One(Options::Fixed(YES_NO)),
            "Is er dwang of drang bij de aanpak?",
            "of er dwang of drang bij de aanpak is",
            &WEIGHING,
        )
        .hint("Dwang is wat moet van een instantie. Drang is sterk aandringen met gevolgen als iemand niet meewerkt.")
        .why("Het hoort bij het besluit, en wij tellen het voor het jaarverslag.")
        .when(When::Is(OUTCOME, &[Outcome::IntegraleAanpak.slug()]))
        .part(),
        Field::new(
            ORGANISATION,
            Kind::One(Options::Partners(OTHER_ORGANISATION)),
            "Naar welke organisatie verwijst u door?",
            "de organisatie",
            &WEIGHING,
        )
        .why("Zo weten wij waar de aanmelding hoort, en kunt u dat de afzender vertellen.")
        .when(When::Is(OUTCOME, &[Outcome::Doorverwezen.slug()]))
        .part(),
        Field::new(
            "decision.other_organisation",
            Kind::Text(Width::Wide),
            "Welke organisatie is het?",
            "de naam van de organisatie",
            &WEIGHING,
        )
        .why("Zo weten wij waar de aanmelding hoort.")
        .when(When::Is(ORGANISATION, &["andere"]))
        .part(),
        Field::new(
            "decision.urgent_to",
            Kind::One(Options::Fixed(URGENT)),
            "Wie hebt u ingeschakeld?",
            "wie u hebt ingeschakeld",
            &WEIGHING,
        )
        .why("Zo is later te zien wie het met spoed overnam.")
        .when(When::Is(OUTCOME, &[Outcome::SpoedDoorgezet.slug()]))
        .part(),
        Field::new("decision.reason", Kind::LongText, "Waarom is dit het besluit?", "de reden van het besluit", &WEIGHING)
            .hint("Noem wat de doorslag gaf. Past het besluit niet bij de criteria? Leg dat uit. Herhaal niet de hele aanmelding.")
            .why("Een besluit moet later te begrijpen en te controleren zijn.")
            .part(),
    ],
};

const ORGANISATION: &str = "decision.organisation";

const fn choice(outcome: Outcome, hint: &'static str) -> Choice {
    Choice::hinted(outcome.slug(), outcome.text(), hint)
}

const OUTCOMES: &[Choice] = &[
    choice(Outcome::Overleg, "Wij nemen de casus aan."),
    choice(Outcome::IntegraleAanpak, "Wij nemen de casus aan en geven hem voorrang."),
    choice(Outcome::Advies, "Wij nemen de casus niet aan en geven advies."),
    choice(Outcome::Doorverwezen, "Een andere organisatie past beter."),
    choice(Outcome::Terugverwezen, "De aanmelder gaat er zelf mee verder."),
    choice(Outcome::SpoedDoorgezet, "112, de politie, Veilig Thuis of de crisisdienst is al ingeschakeld."),
    choice(Outcome::Ingetrokken, "De aanmelder liet u weten dat het niet meer hoeft."),
];

const URGENT: &[Choice] = &[
    Choice::new("politie", "112 of de politie"),
    Choice::new("veilig_thuis", "Veilig Thuis"),
    Choice::new("crisisdienst", "De crisisdienst"),
];

/// A whole decision, as we accept it.
#[expect(missing_docs, reason = "the field is the section of the same name")]
#[derive(Deserialize)]
pub struct Deciding {
    pub decision: Decision,
}

/// What we accept of a decision.
#[expect(missing_docs, reason = "each field is the question of the same name above")]
#[derive(Deserialize)]
pub struct Decision {
    pub outcome: String,
    pub meeting_on: Option<String>,
    pub pressure: Option<String>,
    pub organisation: Option<String>,
    pub other_organisation: Option<String>,
    pub urgent_to: Option<String>,
    pub reason: String,
}
