//! Keeping a case longer than its period: renewed processing, with the agreement of whoever supplied the data (WGS art. 1.8 lid 7,
//! BGS art. 1.16 lid 2 and 3).

use serde::Deserialize;

use crate::answers::Answers;
use crate::check::shape;
use crate::desk::act::{Act, Sheet};
use crate::desk::is_weighed;
use crate::desk::purposes::KEEPING;
use crate::desk::role::Right;
use crate::form::{Choice, DayRange, Field, Form, Heard, Kind, Options, Step, When, Words};
use crate::referral::Happening;
use crate::retention::Situation;

/// Deciding to keep it longer.
pub const ACT: Act = Act {
    form: &FORM,
    what: Happening::Renewed,
    right: Right::Decide,
    verb: "Langer bewaren",
    fits: is_weighed,
    told: &[],
};

const FORM: Form = Sheet {
    slug: "langer-bewaren",
    title: "Langer bewaren",
    description: "Leg vast waarom de casus langer bewaard mag worden, en tot wanneer.",
    words: &Words {
        noun: "besluit",
        begin: "Langer bewaren",
        send: "Langer bewaren",
        sent: "Het besluit is vastgelegd",
    },
    hears: &[Heard::always("Dit is een uitzondering en komt in het logboek. De afzender ziet dit niet.")],
    steps: &[STEP],
    whole: shape::<Renewing>,
}
.form();

/// Until when it is kept: no later than [`crate::retention::prolonged`] says.
pub const UNTIL: &str = "renewal.until";

/// On what ground.
pub(in crate::desk) const GROUND: &str = "renewal.ground";

/// The ground that was chosen, as the situation in which the case then is.
pub(in crate::desk) fn ground(accepted: &Answers) -> Option<Situation> {
    match accepted.get(GROUND) {
        STILL_OPEN => Some(Situation::StillOpen),
        RELAPSE => Some(Situation::Relapse),
        _ => None,
    }
}

const STILL_OPEN: &str = "loopt_nog";
const RELAPSE: &str = "terugval";

const STEP: Step = Step {
    slug: "langer",
    title: "Waarom moet dit langer blijven?",
    intro: &[
        "U kunt de termijn telkens met hoogstens twee jaar verlengen, in het laatste jaar voor het einde (artikel 1.16 BGS).",
    ],
    when: When::Always,
    section: "renewal",
    accept: shape::<Renewal>,
    parts: &[
        Field::new(GROUND, Kind::One(Options::Fixed(GROUNDS)), "Wat is de grond?", "de grond", &KEEPING)
            .why("Alleen in deze twee situaties mag het langer.")
            .part(),
        Field::new("renewal.reason", Kind::LongText, "Leg uit", "uw uitleg", &KEEPING)
            .hint("Leg uit waarom dit nodig is. Schrijf niets wat daarvoor niet nodig is.")
            .why("Zo kan een ander nagaan of langer bewaren klopt.")
            .part(),
        Field::new(
            "renewal.agreed_by",
            Kind::LongText,
            "Wie vindt dit goed?",
            "de organisaties die het goedvinden",
            &KEEPING,
        )
        .hint("Noem elke organisatie die gegevens gaf, met de dag. Schrijf geen andere gegevens op.")
        .why("Elke organisatie die gegevens gaf, moet het goedvinden.")
        .part(),
        Field::new(
            "renewal.agreed",
            Kind::Tick,
            "Alle organisaties die gegevens gaven, vinden het goed",
            "de zin over wie het goedvindt",
            &KEEPING,
        )
        .why("Vindt een organisatie het niet goed? Dan mogen wij wat die organisatie gaf niet langer bewaren.")
        .part(),
        Field::new(UNTIL, Kind::Day(DayRange::Future), "Tot wanneer?", "de nieuwe einddatum", &KEEPING)
            .hint("Bijvoorbeeld: 1 12 2028. Hoogstens twee jaar na het einde van de termijn.")
            .why("Op de dag na de laatste dag vernietigen wij de gegevens.")
            .part(),
    ],
};

const GROUNDS: &[Choice] = &[
    Choice::new(STILL_OPEN, "De casus loopt nog en voldoet nog aan de criteria"),
    Choice::hinted(
        RELAPSE,
        "De kans op terugval is groot",
        "De casus is afgesloten in het laatste jaar van de termijn.",
    ),
];

/// A whole renewal, as we accept it.
#[expect(missing_docs, reason = "the field is the section of the same name")]
#[derive(Deserialize)]
pub struct Renewing {
    pub renewal: Renewal,
}

/// What we accept of a renewal.
#[expect(missing_docs, reason = "each field is the question of the same name above")]
#[derive(Deserialize)]
pub struct Renewal {
    pub ground: String,
    pub reason: String,
    pub agreed_by: String,
    pub agreed: String,
    pub until: String,
}
