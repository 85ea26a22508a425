//! Opening a closed case: its data are shielded until they are destroyed (WGS art. 2.31 lid 8), so that somebody says why first.

use serde::Deserialize;

use crate::check::shape;
use crate::desk::act::{Act, Sheet};
use crate::desk::is_weighed;
use crate::desk::purposes::HANDLING;
use crate::desk::role::Right;
use crate::form::{Choice, Field, Form, Heard, Kind, Options, Step, When, Words};
use crate::referral::Happening;

/// Opening what is shielded.
pub const ACT: Act = Act {
    form: &FORM,
    what: Happening::Consulted,
    right: Right::Shielded,
    verb: "Afgesloten zaak openen",
    fits: is_weighed,
    told: &[],
};

const FORM: Form = Sheet {
    slug: "inzien",
    title: "Afgesloten zaak openen",
    description: "Zeg waarom u een afgesloten zaak opent.",
    words: &Words { noun: "reden", begin: "Zaak openen", send: "Zaak openen", sent: "De zaak is open voor u" },
    hears: &[Heard::always("U kunt de zaak daarna 8 uur lang lezen, alleen u. Uw reden blijft in het dossier. Het logboek onthoudt dat u de zaak opende.")],
    steps: &[STEP],
    whole: shape::<Consulting>,
}
.form();

const STEP: Step = Step {
    slug: "inzien",
    title: "Waarom opent u deze zaak?",
    intro: &["Deze zaak is afgesloten. De gegevens zijn afgeschermd tot wij ze vernietigen (artikel 2.31 lid 8 WGS)."],
    when: When::Always,
    section: "consult",
    accept: shape::<Consult>,
    parts: &[
        Field::new(
            "consult.purpose",
            Kind::One(Options::Fixed(PURPOSES)),
            "Waarvoor is het nodig?",
            "waarvoor het nodig is",
            &HANDLING,
        )
        .why("Wat is afgeschermd, gaat alleen open als daar een goede reden voor is.")
        .part(),
        Field::new("consult.reason", Kind::LongText, "Leg uw reden uit", "uw uitleg", &HANDLING)
            .hint("Zeg wat er speelt. Herhaal niet wat in de zaak staat.")
            .why("Zo kan de toezichthouder nagaan of het nodig was.")
            .part(),
    ],
};

const PURPOSES: &[Choice] = &[
    Choice::new("terugval", "Het gaat opnieuw niet goed"),
    Choice::new("verzoek", "Iemand vraagt naar de eigen gegevens"),
    Choice::new("klacht", "Er is een klacht of een rechtszaak"),
    Choice::new("toezicht", "De toezichthouder vraagt ernaar"),
    Choice::new("bewaren", "Wij kijken of bewaren nog nodig is"),
    Choice::new("anders", "Iets anders"),
];

/// A whole reason, as we accept it.
#[expect(missing_docs, reason = "the field is the section of the same name")]
#[derive(Deserialize)]
pub struct Consulting {
    pub consult: Consult,
}

/// What we accept of a reason.
#[expect(missing_docs, reason = "each field is the question of the same name above")]
#[derive(Deserialize)]
pub struct Consult {
    pub purpose: String,
    pub reason: String,
}
