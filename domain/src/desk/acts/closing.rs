//! Closing a case: the participants ended it, its data are shielded until they are destroyed (WGS art. 2.31 lid 8).

use serde::Deserialize;

use crate::check::shape;
use crate::desk::act::{Act, Sheet};
use crate::desk::is_weighed;
use crate::desk::purposes::WEIGHING;
use crate::desk::role::Right;
use crate::form::{Field, Form, Heard, Kind, Options, Step, When, Width, Words};
use crate::referral::Happening;
use crate::steps::YES_NO;

/// Closing.
pub const ACT: Act = Act {
    form: &FORM,
    what: Happening::Closed,
    right: Right::Decide,
    verb: "Casus afsluiten",
    fits: is_weighed,
    told: &[],
};

const FORM: Form = Sheet {
    slug: "afsluiten",
    title: "Casus afsluiten",
    description: "Leg vast wat het resultaat is en wie het overneemt.",
    words: &Words {
        noun: "afsluiting",
        begin: "Casus afsluiten",
        send: "Casus afsluiten",
        sent: "De casus is afgesloten",
    },
    hears: &[Heard::always(
        "De gegevens zijn daarna afgeschermd tot wij ze vernietigen. De afzender ziet dat de casus is afgesloten, niet wat u hier \
         opschrijft.",
    )],
    steps: &[STEP],
    whole: shape::<Closing>,
}
.form();

const LOCAL: &str = "closing.local";

const STEP: Step = Step {
    slug: "afsluiten",
    title: "Wat is het resultaat?",
    intro: &[],
    when: When::Always,
    section: "closing",
    accept: shape::<Close>,
    parts: &[
        Field::new("closing.result", Kind::LongText, "Wat is er bereikt?", "het resultaat", &WEIGHING)
            .hint("Schrijf kort op wat er veranderde. Herhaal niet het hele verloop.")
            .why("Bij het afsluiten leggen wij het resultaat vast.")
            .part(),
        Field::new(
            LOCAL,
            Kind::One(Options::Fixed(YES_NO)),
            "Neemt het lokale veld het over?",
            "of het lokale veld het overneemt",
            &WEIGHING,
        )
        .hint("Bijvoorbeeld een wijkteam of een zorgaanbieder.")
        .why("Zo is duidelijk bij wie de persoon daarna terechtkan.")
        .part(),
        Field::new(
            "closing.local_whom",
            Kind::Text(Width::Wide),
            "Wie neemt het over?",
            "de organisatie die het overneemt",
            &WEIGHING,
        )
        .hint("De organisatie, en als u die weet de functie.")
        .why("Zo is duidelijk bij wie de persoon daarna terechtkan.")
        .when(When::Is(LOCAL, &["ja"]))
        .part(),
    ],
};

/// A whole closing, as we accept it.
#[expect(missing_docs, reason = "the field is the section of the same name")]
#[derive(Deserialize)]
pub struct Closing {
    pub closing: Close,
}

/// What we accept of a closing.
#[expect(missing_docs, reason = "each field is the question of the same name above")]
#[derive(Deserialize)]
pub struct Close {
    pub result: String,
    pub local: String,
    pub local_whom: Option<String>,
}
