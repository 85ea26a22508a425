//! Referral to MDA++: a family or household in which violence keeps coming back although help was given. All sectors and
//! specialists look at the whole household. Who fills it in may be watched, so each page has a way out at once.

use serde::Deserialize;

use crate::check::{accept, shape};
use crate::form::{Effect, Entry, Exit, Form, Heard, Step, When, Words, paragraphs, prose, replaced};
use crate::promise::Promise;
use crate::regime::Regime;
use crate::steps::family::{Family, FamilyMember};
use crate::steps::informing::Informing;
use crate::steps::organisations::{Network, Organisation};
use crate::steps::person::Person;
use crate::steps::question::Question;
use crate::steps::reason::Reason;
use crate::steps::referrer::Referrer;
use crate::steps::role::Role;
use crate::steps::safety::Safety;
use crate::steps::stay::Stay;
use crate::steps::violence::Violence;
use crate::steps::{
    across, family, informing, organisations, person, question, reason, referrer, role, safety, stay, violence,
};

/// The form as it is asked.
pub const FORM: Form = Form {
    slug: "mda",
    version: 1,
    changes: &[],
    title: "Aanmelden bij MDA++",
    description: "Meld een gezin of huishouden aan waar het onveilig blijft, ook na gewone hulp. Voor professionals van organisaties \
                  die deelnemen aan het Zorg- en Veiligheidshuis.",
    name: "MDA++",
    words: &Words::REFERRAL,
    entry: Entry::Danger,
    exit: Exit::Quick,
    regime: Regime::Wgs,
    promises: &[Promise::Contact, Promise::Outcome],
    receipt_to: Some("referrer.email"),
    hears: &[
        Heard::always(
            "De medewerkers van het Zorg- en Veiligheidshuis die aanmeldingen behandelen, lezen uw aanmelding. De vaste deelnemers \
             van de overheid wegen of de casus past.",
        ),
        Heard::always("Andere organisaties horen pas iets als de casus past. Zij horen alleen wat zij nodig hebben."),
        Heard::always("Uw aanmelding is geen melding bij Veilig Thuis. Die doet u zelf: 0800-2000."),
        Heard::when(
            When::Is("informing.discussed", &["ja_eens", "ja_oneens"]),
            "De betrokkene weet van u dat u aanmeldt. Wij nemen zelf geen contact op zonder dat met u te bespreken.",
        ),
        Heard::when(
            When::Is("informing.discussed", &["nog_niet", "bewust_niet"]),
            "De betrokkene weet nog niet dat u aanmeldt. Wij vertellen het niet voordat wij met u hebben gesproken.",
        ),
        Heard::always(
            "Volgens de wet krijgen de betrokkene en de gezinsleden later bericht dat het huis hun gegevens gebruikt. Dat bericht \
             wacht zolang een uitzondering van de wet geldt.",
        ),
    ],
    effect: Effect::Sealed,
    steps: &[
        referrer::STEP,
        role::STEP,
        PERSON,
        stay::STEP,
        family::STEP,
        reason::STEP,
        violence::STEP,
        SAFETY,
        organisations::STEP,
        question::STEP,
        INFORMING,
    ],
    whole: shape::<Mda>,
    across: accept::<across::Referral>,
};

const PERSON: Step = Step {
    intro: paragraphs(&[
        "MDA++ gaat over een heel gezin of huishouden. Kies één persoon met wie u begint. Die noemen wij de betrokkene. De anderen voegt \
         u bij ‘Wie horen bij het gezin?’ toe.",
        "Wij vragen niet naar nationaliteit, afkomst of geloof. Zet dat ook niet in een ander veld.",
    ]),
    ..person::STEP
};

/// The huisverbod is asked in the step about the violence.
const SAFETY: Step =
    Step { parts: &replaced(safety::PARTS, safety::measures(safety::RUNNING_BESIDE_HUISVERBOD)), ..safety::STEP };

const INFORMING: Step = Step {
    title: prose("Weten de betrokkene en het gezin ervan?"),
    intro: paragraphs(&[
        "Wij vragen u de aanmelding eerst te bespreken. Is dat gevaarlijk voor iemand in het gezin? Doe het dan niet en leg uit waarom.",
        "Bij de gezinsleden vroegen wij dit al per persoon.",
    ]),
    ..informing::STEP
};

/// A whole referral, as we accept it.
#[expect(missing_docs, reason = "each field is the section of the same name")]
#[derive(Deserialize)]
pub struct Mda {
    pub referrer: Referrer,
    pub role: Role,
    pub person: Person,
    pub stay: Stay,
    pub family: Family,
    pub household: Vec<FamilyMember>,
    pub reason: Reason,
    pub violence: Violence,
    pub safety: Safety,
    pub organisations: Vec<Organisation>,
    pub network: Network,
    pub question: Question,
    pub informing: Informing,
}

#[cfg(test)]
mod tests;
