//! Referral to the Regieteam: a one-off meeting made to measure, of care and safety, about one person and those around them.

use serde::Deserialize;

use crate::check::{accept, shape};
use crate::form::{Choice, Effect, Entry, Exit, Form, Heard, Step, When, Words, paragraphs, replaced};
use crate::promise::Promise;
use crate::regime::Regime;
use crate::steps::criteria::Criteria;
use crate::steps::household::HouseholdMember;
use crate::steps::informing::Informing;
use crate::steps::organisations::{Network, Organisation};
use crate::steps::person::Person;
use crate::steps::question::Question;
use crate::steps::reason::Reason;
use crate::steps::referrer::Referrer;
use crate::steps::role::Role;
use crate::steps::safety::Safety;
use crate::steps::stay::Stay;
use crate::steps::{
    across, criteria, household, informing, organisations, person, question, reason, referrer, role, safety, stay,
};

/// The form as it is asked.
pub const FORM: Form = Form {
    slug: "regieteam",
    version: 1,
    changes: &[],
    title: "Aanmelden bij het Regieteam",
    description: "Meld een casus aan bij het Regieteam. Voor professionals van organisaties die deelnemen aan het Zorg- en \
                  Veiligheidshuis.",
    name: "het Regieteam",
    words: &Words::REFERRAL,
    entry: Entry::Danger,
    exit: Exit::Usual,
    regime: Regime::Regieteam,
    promises: &[Promise::Contact, Promise::Outcome],
    receipt_to: Some("referrer.email"),
    hears: &[
        Heard::always(
            "De voorzitter van het Regieteam en de medewerkers die aanmeldingen behandelen, lezen uw aanmelding.",
        ),
        Heard::always(
            "Organisaties die wij bij de casus betrekken, horen alleen wat zij nodig hebben. Dat gebeurt na het eerste gesprek \
             met u.",
        ),
        Heard::when(
            When::Is("informing.discussed", &["ja_eens", "ja_oneens"]),
            "De betrokkene weet van u dat u aanmeldt. Wij nemen zelf geen contact op zonder dat met u te bespreken.",
        ),
        Heard::when(
            When::Is("informing.discussed", &["nog_niet", "bewust_niet"]),
            "De betrokkene weet nog niet dat u aanmeldt. Wij vertellen het niet voordat wij met u hebben gesproken.",
        ),
    ],
    effect: Effect::Sealed,
    steps: &[
        referrer::STEP,
        role::STEP,
        person::STEP,
        stay::STEP,
        household::STEP,
        reason::STEP,
        safety::STEP,
        criteria::STEP,
        organisations::STEP,
        QUESTION,
        INFORMING,
    ],
    whole: shape::<Regieteam>,
    across: accept::<across::Referral>,
};

const QUESTION: Step = Step {
    intro: paragraphs(&[
        "Het Regieteam is een eenmalig overleg op maat van organisaties uit zorg en veiligheid. Het doel is een gezamenlijk actieplan.",
        "In het overleg spreken de organisaties af wie casusregisseur is. In uitzonderlijke gevallen kan dit tijdelijk iemand van de \
         gemeente zijn.",
    ]),
    parts: &replaced(question::PARTS, question::asks(ASKS)),
    ..question::STEP
};

const ASKS: &[Choice] = &[
    question::ADVICE,
    Choice::hinted("overleg", "Een overleg van het Regieteam", "Een eenmalig multidisciplinair overleg (MDO) op maat."),
    question::LEADING,
    question::EXPERTISE,
    question::UNBLOCKING,
];

const INFORMING: Step = Step {
    intro: paragraphs(&[
        "Bij het Regieteam bespreekt u de aanmelding eerst met de betrokkene. Kan dat niet? Leg dan uit waarom.",
    ]),
    ..informing::STEP
};

/// A whole referral, as we accept it.
#[expect(missing_docs, reason = "each field is the section of the same name")]
#[derive(Deserialize)]
pub struct Regieteam {
    pub referrer: Referrer,
    pub role: Role,
    pub person: Person,
    pub stay: Stay,
    pub household: Vec<HouseholdMember>,
    pub reason: Reason,
    pub safety: Safety,
    pub criteria: Criteria,
    pub organisations: Vec<Organisation>,
    pub network: Network,
    pub question: Question,
    pub informing: Informing,
}

#[cfg(test)]
mod tests;
