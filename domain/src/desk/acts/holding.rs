//! Keeping something from being destroyed because a law or a court asks for it (WGS art. 1.8 lid 7), and ending that.

use serde::Deserialize;

use super::is_handled;
use crate::check::shape;
use crate::desk::act::{Act, Sheet};
use crate::desk::purposes::KEEPING;
use crate::desk::role::Right;
use crate::form::{Choice, DayRange, Field, Form, Heard, Kind, Options, Step, When, Words};
use crate::referral::Happening;
use crate::regime::Regime;

/// Messages and visits are about no case: they go in time, whatever happens.
const fn can_be_held(form: &Form) -> bool {
    is_handled(form) && !matches!(form.regime, Regime::Contact)
}

/// Holding it.
pub const HOLD: Act = Act {
    form: &HOLD_FORM,
    what: Happening::Held,
    right: Right::Hold,
    verb: "Vernietigen uitstellen",
    fits: can_be_held,
    told: &[],
};

/// Letting it go.
pub const RELEASE: Act = Act {
    form: &RELEASE_FORM,
    what: Happening::Released,
    right: Right::Hold,
    verb: "Uitstel beëindigen",
    fits: can_be_held,
    told: &[],
};

const HOLD_FORM: Form = Sheet {
    slug: "vasthouden",
    title: "Vernietigen uitstellen",
    description: "Leg vast waarom dit nog niet mag worden vernietigd.",
    words: &Words {
        noun: "uitstel",
        begin: "Vernietigen uitstellen",
        send: "Vernietigen uitstellen",
        sent: "Het vernietigen is uitgesteld",
    },
    hears: &[Heard::always("Wij vernietigen dit niet tot iemand het uitstel beëindigt. De afzender ziet dit niet.")],
    steps: &[HOLD_STEP],
    whole: shape::<Holding>,
}
.form();

const HOLD_STEP: Step = Step {
    slug: "uitstel",
    title: "Waarom mag dit nog niet weg?",
    intro: &[],
    when: When::Always,
    section: "hold",
    accept: shape::<Hold>,
    parts: &[
        Field::new("hold.ground", Kind::One(Options::Fixed(GROUNDS)), "Wat is de grond?", "de grond", &KEEPING)
            .why("Langer bewaren mag alleen als de wet of een rechtszaak dat vraagt (artikel 1.8 lid 7 WGS).")
            .part(),
        Field::new("hold.reason", Kind::LongText, "Leg uit", "uw uitleg", &KEEPING)
            .hint("Noem de wet of de rechtszaak. Schrijf niets over de inhoud van de casus.")
            .why("Zo kan een ander nagaan of het uitstel klopt.")
            .part(),
        Field::new(
            "hold.review_on",
            Kind::Day(DayRange::Future),
            "Wanneer kijkt u of dit nog nodig is?",
            "de dag waarop u opnieuw kijkt",
            &KEEPING,
        )
        .hint("Bijvoorbeeld: 1 6 2027.")
        .why("Het programma herinnert u hier niet aan. Zet de dag in uw agenda.")
        .part(),
    ],
};

const GROUNDS: &[Choice] = &[
    Choice::new("wettelijke_plicht", "Een wettelijke plicht"),
    Choice::new("rechtszaak", "Een rechtszaak of een rechtsvordering"),
];

const RELEASE_FORM: Form = Sheet {
    slug: "vrijgeven",
    title: "Uitstel van vernietigen beëindigen",
    description: "Leg vast waarom het uitstel niet meer nodig is.",
    words: &Words {
        noun: "besluit",
        begin: "Uitstel beëindigen",
        send: "Uitstel beëindigen",
        sent: "Het uitstel is beëindigd",
    },
    hears: &[Heard::always(
        "De gewone bewaartermijn geldt weer. Is die al voorbij, dan wordt dit vernietigd. De afzender ziet dit niet.",
    )],
    steps: &[RELEASE_STEP],
    whole: shape::<Releasing>,
}
.form();

const RELEASE_STEP: Step = Step {
    slug: "reden",
    title: "Waarom is het uitstel niet meer nodig?",
    intro: &[],
    when: When::Always,
    section: "release",
    accept: shape::<Release>,
    parts: &[Field::new("release.reason", Kind::LongText, "De reden", "de reden", &KEEPING)
        .hint("Bijvoorbeeld: de rechtszaak is klaar. Schrijf niets over de inhoud van de casus.")
        .why("Zo kan een ander nagaan of het klopt.")
        .part()],
};

/// A whole hold, as we accept it.
#[expect(missing_docs, reason = "the field is the section of the same name")]
#[derive(Deserialize)]
pub struct Holding {
    pub hold: Hold,
}

/// What we accept of a hold.
#[expect(missing_docs, reason = "each field is the question of the same name above")]
#[derive(Deserialize)]
pub struct Hold {
    pub ground: String,
    pub reason: String,
    pub review_on: String,
}

/// A whole release, as we accept it.
#[expect(missing_docs, reason = "the field is the section of the same name")]
#[derive(Deserialize)]
pub struct Releasing {
    pub release: Release,
}

/// What we accept of a release.
#[expect(missing_docs, reason = "the field is the question of the same name above")]
#[derive(Deserialize)]
pub struct Release {
    pub reason: String,
}
