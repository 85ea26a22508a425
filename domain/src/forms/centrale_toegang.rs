//! The central access of the houses that work together: a participant brings in a case for leading by the house (procesregie), or
//! for the Levensloopaanpak. The municipality says which house gets it.

use serde::Deserialize;

use crate::check::{accept, shape};
use crate::form::{Choice, Effect, Entry, Exit, Field, Form, Heard, Kind, Options, Step, When, Words, replaced};
use crate::promise::Promise;
use crate::regime::Regime;
use crate::steps::OTHER_MUNICIPALITY;
use crate::steps::admission::Admission;
use crate::steps::household::HouseholdMember;
use crate::steps::informing::Informing;
use crate::steps::levensloop::Levensloop;
use crate::steps::organisations::{Network, Organisation};
use crate::steps::person::Person;
use crate::steps::provisions::Provisions;
use crate::steps::purposes::QUESTION as ASKED;
use crate::steps::question::Question;
use crate::steps::reason::Reason;
use crate::steps::referrer::Referrer;
use crate::steps::role::Role;
use crate::steps::safety::Safety;
use crate::steps::stay::Stay;
use crate::steps::track::Track;
use crate::steps::{
    across, admission, household, informing, levensloop, organisations, person, provisions, question, reason, referrer,
    role, safety, stay, track,
};

/// The form as it is asked.
pub const FORM: Form = Form {
    slug: "centrale-toegang",
    version: 1,
    changes: &[],
    title: "Aanmelden voor procesregie of de Levensloopaanpak",
    description: "Vraag procesregie aan, of meld iemand aan voor de Levensloopaanpak. Voor professionals van organisaties die deelnemen \
                  aan het Zorg- en Veiligheidshuis.",
    name: "de centrale toegang",
    words: &Words::REFERRAL,
    entry: Entry::Danger,
    exit: Exit::Usual,
    regime: Regime::Wgs,
    promises: &[Promise::Contact, Promise::Outcome],
    receipt_to: Some("referrer.email"),
    hears: &[
        Heard::always(
            "De medewerkers van het Zorg- en Veiligheidshuis die aanmeldingen behandelen, lezen uw aanmelding. Hoort de gemeente bij een \
             ander huis? Dan sturen wij uw aanmelding door, en behandelt dat huis de casus.",
        ),
        Heard::always(
            "De vaste deelnemers van de overheid wegen of de casus past. Andere organisaties horen pas daarna iets, en alleen wat zij \
             nodig hebben.",
        ),
        Heard::when(
            track::LEVENSLOOP,
            "Past de casus, dan beslist de inclusietafel of de betrokkene meedoet aan de Levensloopaanpak. Wie aan die tafel zit, \
             hoort daarvoor wat nodig is.",
        ),
        Heard::when(
            When::Is("informing.discussed", &["ja_eens", "ja_oneens"]),
            "De betrokkene weet van u dat u aanmeldt. Wij nemen zelf geen contact op zonder dat met u te bespreken.",
        ),
        Heard::when(
            When::Is("informing.discussed", &["nog_niet", "bewust_niet"]),
            "De betrokkene weet nog niet dat u aanmeldt. Wij vertellen het niet voordat wij met u hebben gesproken.",
        ),
        Heard::always(
            "Volgens de wet krijgt de betrokkene later bericht dat het huis zijn of haar gegevens gebruikt. Dat bericht wacht zolang een \
             uitzondering van de wet geldt.",
        ),
    ],
    effect: Effect::Sealed,
    steps: &[
        track::STEP,
        referrer::STEP,
        role::STEP,
        person::STEP,
        STAY,
        household::STEP,
        reason::STEP,
        safety::STEP,
        LEVENSLOOP,
        PROVISIONS,
        admission::STEP,
        organisations::STEP,
        QUESTION,
        informing::STEP,
    ],
    whole: shape::<CentraleToegang>,
    across: accept::<across::Referral>,
};

/// A municipality of another house says where the case goes.
const STAY: Step =
    Step { parts: &replaced(stay::PARTS, stay::municipality(Options::Areas(OTHER_MUNICIPALITY))), ..stay::STEP };

const LEVENSLOOP: Step = Step { when: track::LEVENSLOOP, ..levensloop::STEP };

const PROVISIONS: Step = Step { when: track::LEVENSLOOP, ..provisions::STEP };

/// What the case is brought in for is known by now.
const QUESTION: Step =
    Step { parts: &replaced(replaced(question::PARTS, ALSO), question::direction(track::LEADING)), ..question::STEP };

const ALSO: Field = Field::new(
    "question.asks",
    Kind::Many(Options::Fixed(ASKS)),
    "Wat vraagt u nog meer van ons?",
    "wat u nog meer van ons vraagt",
    &ASKED,
)
.hint("U koos al waarvoor u aanmeldt. Hebt u geen andere vraag? Zet dan geen vinkje.")
.why("Misschien kunnen wij u ook op een andere manier helpen.")
.optional();

const ASKS: &[Choice] = &[question::ADVICE, question::MEETING, question::EXPERTISE, question::UNBLOCKING];

/// A whole referral, as we accept it.
#[expect(missing_docs, reason = "each field is the section of the same name")]
#[derive(Deserialize)]
pub struct CentraleToegang {
    pub track: Track,
    pub referrer: Referrer,
    pub role: Role,
    pub person: Person,
    pub stay: Stay,
    pub household: Vec<HouseholdMember>,
    pub reason: Reason,
    pub safety: Safety,
    pub levensloop: Option<Levensloop>,
    pub provisions: Option<Provisions>,
    pub admission: Admission,
    pub organisations: Vec<Organisation>,
    pub network: Network,
    pub question: Question,
    pub informing: Informing,
}

#[cfg(test)]
mod tests;
