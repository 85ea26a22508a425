//! The advice of one member about taking the case on (WGS art. 2.31 lid 2).

use serde::Deserialize;

use crate::answers::Answers;
use crate::check::shape;
use crate::context::Partner;
use crate::desk::act::{Act, Sheet};
use crate::desk::is_weighed;
use crate::desk::purposes::WEIGHING;
use crate::desk::role::Right;
use crate::form::{Choice, Field, Form, Heard, Kind, Options, Step, When, Words};
use crate::referral::Happening;

/// Advising.
pub const ACT: Act = Act {
    form: &FORM,
    what: Happening::Weighed,
    right: Right::Weigh,
    verb: "Advies vastleggen",
    fits: is_weighed,
    told: &[],
};

const FORM: Form = Sheet {
    slug: "advies",
    title: "Adviseren over de aanmelding",
    description: "Geef uw advies over het aannemen van de casus.",
    words: &Words { noun: "advies", begin: "Advies geven", send: "Advies vastleggen", sent: "Uw advies is vastgelegd" },
    hears: &[Heard::always("Wie besluit, leest uw advies. De afzender leest het niet.")],
    steps: &[STEP],
    whole: shape::<Weighing>,
}
.form();

/// In whose name.
pub const ORGANISATION: &str = "weigh.organisation";

/// The participant for whom someone works, by their address at work where the register knows its addresses, else by the name of their
/// organisation. `None`: the register knows them by neither, so they say it themselves.
pub fn speaks_for<'a>(partners: &'a [Partner], organisation: &str, mail: &str) -> Option<&'a Partner> {
    let by_mail = partners.iter().find(|partner| !partner.mail_domains.is_empty() && partner.owns(mail));
    let is_named = |partner: &&Partner| partner.name.to_lowercase() == organisation.trim().to_lowercase();
    by_mail.or_else(|| partners.iter().find(is_named))
}

const STEP: Step = Step {
    slug: "advies",
    title: "Wat adviseert u?",
    intro: &[
        "De vaste overheidsdeelnemers wegen de aanmelding (artikel 2.31 lid 2 WGS). U adviseert namens een van hen.",
    ],
    when: When::Always,
    section: "weigh",
    accept: shape::<Weigh>,
    parts: &[
        Field::new(
            ORGANISATION,
            Kind::One(Options::PublicPartners),
            "Namens welke organisatie weegt u?",
            "de organisatie namens wie u weegt",
            &WEIGHING,
        )
        .hint("Alleen een vaste overheidsdeelnemer weegt mee.")
        .why("Zo is later te zien wie heeft meegewogen.")
        .part(),
        Field::new("weigh.advice", Kind::One(Options::Fixed(ADVICE)), "Wat is uw advies?", "uw advies", &WEIGHING)
            .why("Uw advies helpt om te besluiten.")
            .part(),
        Field::new("weigh.reason", Kind::LongText, "Waarom?", "de reden van uw advies", &WEIGHING)
            .hint("Noem wat voor u de doorslag geeft. Herhaal niet de hele aanmelding.")
            .why("Zo is het advies later te begrijpen.")
            .part(),
    ],
};

/// Whether this is advice for or against.
pub(in crate::desk) fn is_advice(accepted: &Answers) -> bool {
    matches!(accepted.get("weigh.advice"), FOR | AGAINST)
}

const FOR: &str = "aannemen";
const AGAINST: &str = "niet_aannemen";

const ADVICE: &[Choice] = &[
    Choice::new(FOR, "Aannemen"),
    Choice::new(AGAINST, "Niet aannemen"),
    Choice::hinted(
        "meer_weten",
        "Nog niet besluiten",
        "Er is eerst meer informatie nodig. Dit telt nog niet als advies over het besluit.",
    ),
];

/// A whole advice, as we accept it.
#[expect(missing_docs, reason = "the field is the section of the same name")]
#[derive(Deserialize)]
pub struct Weighing {
    pub weigh: Weigh,
}

/// What we accept of an advice.
#[expect(missing_docs, reason = "each field is the question of the same name above")]
#[derive(Deserialize)]
pub struct Weigh {
    pub organisation: String,
    pub advice: String,
    pub reason: String,
}
