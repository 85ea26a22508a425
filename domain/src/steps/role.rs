//! The referrer's part in the case, and on which ground someone under a duty of secrecy shares (WGS art. 2.29 lid 2).

use serde::Deserialize;

use super::purposes::{PROFESSIONALS, SECRECY};
use crate::check::shape;
use crate::form::{Choice, DayRange, Field, Kind, Options, Part, Step, When, Width, paragraphs, prose};

/// What we accept of the referrer's role.
#[expect(missing_docs, reason = "each field is the question of the same name below")]
#[derive(Deserialize)]
pub struct Role {
    pub involvement: String,
    pub secrecy: String,
    pub basis: Option<String>,
    pub consent_on: Option<String>,
    pub consent_by: Option<String>,
    pub weighing: Option<String>,
}

/// The step as it is asked of a referrer.
pub const STEP: Step = step(OF_REFERRER);

/// The step as it is asked of a colleague who contributes: whoever is not involved has nothing to add.
pub const STEP_OF_CONTRIBUTOR: Step = step(OF_CONTRIBUTOR);

const OF_REFERRER: &[Part] = &questions(INVOLVEMENTS);
const OF_CONTRIBUTOR: &[Part] = &questions(INVOLVEMENTS.split_at(INVOLVEMENTS.len() - 1).0);

const fn step(parts: &'static [Part]) -> Step {
    Step {
        slug: "uw-rol",
        title: prose("Wat is uw rol?"),
        intro: paragraphs(&["Wij vragen wat u in deze casus doet en of u gegevens mag delen."]),
        when: When::Always,
        section: "role",
        accept: shape::<Role>,
        parts,
    }
}

const fn questions(involvements: &'static [Choice]) -> [Part; 8] {
    [
        Field::new(
            "role.involvement",
            Kind::One(Options::Fixed(involvements)),
            "Hoe bent u bij de casus betrokken?",
            "hoe u bij de casus betrokken bent",
            &PROFESSIONALS,
        )
        .hint("Kies wat het best past.")
        .why("Bij het overleg hoort iemand die de betrokkene zelf kent. Zo weten wij of u dat bent.")
        .part(),
        Part::headed(
            "Geheimhouding",
            "Sommige professionals mogen alleen onder voorwaarden gegevens delen. Weet u niet wat voor u geldt? Vraag het na bij uw \
             eigen organisatie voordat u verdergaat.",
        ),
        Field::new(
            "role.secrecy",
            Kind::One(Options::Fixed(SECRECIES)),
            "Geldt er voor u een geheimhoudingsplicht?",
            "of er voor u een geheimhoudingsplicht geldt",
            &SECRECY,
        )
        .hint("Het gaat om een plicht uit de wet die bij uw beroep of taak hoort.")
        .why("Wie een geheimhoudingsplicht heeft, mag alleen met een goede grond gegevens delen. Wij leggen vast welke grond dat is.")
        .part(),
        Part::notice(
            "role.treating_without_secrecy",
            When::All(&[When::Is("role.involvement", &["behandelaar"]), When::Is("role.secrecy", &["geen"])]),
            "U bent behandelaar en kiest ‘Nee’. Kijk na of dat klopt: voor veel behandelaren geldt het medisch beroepsgeheim of de \
             geheimhouding van de Jeugdwet.",
        ),
        Field::new(
            "role.basis",
            Kind::One(Options::Fixed(BASES)),
            "Op welke grond mag u gegevens delen?",
            "op welke grond u gegevens mag delen",
            &SECRECY,
        )
        .hint("Kies de grond waarop u zelf vertrouwt. U blijft verantwoordelijk voor die keuze.")
        .why("Zonder een van deze gronden mag u de gegevens niet delen.")
        .when(When::Is("role.secrecy", &["medisch", "jeugd"]))
        .part(),
        Field::new(
            "role.consent_on",
            Kind::Day(DayRange::Past),
            "Wanneer is toestemming gegeven?",
            "de datum van de toestemming",
            &SECRECY,
        )
        .hint("Bijvoorbeeld: 7 3 2026.")
        .why("De datum laat zien dat de toestemming er was voordat u gegevens deelde.")
        .when(CONSENT)
        .part(),
        Field::new(
            "role.consent_by",
            Kind::Text(Width::Wide),
            "Wie gaf toestemming?",
            "de naam bij de toestemming",
            &SECRECY,
        )
        .hint("Bijvoorbeeld: de betrokkene zelf, of de ouder met gezag.")
        .why("Zo is duidelijk of de juiste persoon toestemming gaf.")
        .when(CONSENT)
        .part(),
        Field::new("role.weighing", Kind::LongText, "Leg uw afweging uit", "uw afweging", &SECRECY)
            .hint("Waarom is delen nodig en waarom kan het niet met minder? Schrijf hier geen medische gegevens op.")
            .why("Wij leggen vast waarom u zonder toestemming deelt. Bij een vraag of klacht kunnen u en wij dat laten zien.")
            .when(When::Any(&[
                When::Is("role.basis", &["plicht", "bevoegdheid", "hulpverlenerschap"]),
                When::Is("role.secrecy", &["anders"]),
            ]))
            .part(),
    ]
}

const CONSENT: When = When::Is("role.basis", &["toestemming"]);

/// The last one is for referrers only.
const INVOLVEMENTS: &[Choice] = &[
    Choice::hinted("casusregisseur", "Ik ben casusregisseur", "U coördineert de hulp in deze casus."),
    Choice::new("behandelaar", "Ik ben behandelaar"),
    Choice::new("wijkagent", "Ik ben wijkagent"),
    Choice::new("professional", "Ik ben op een andere manier als professional betrokken"),
    Choice::hinted("niet", "Ik ben zelf niet betrokken", "U meldt aan voor een collega."),
];

const SECRECIES: &[Choice] = &[
    Choice::new("geen", "Nee"),
    Choice::hinted("medisch", "Ja, medisch beroepsgeheim", "Artikel 7:457 Burgerlijk Wetboek of artikel 88 Wet BIG."),
    Choice::hinted("jeugd", "Ja, geheimhouding jeugdhulp", "Artikel 7.3.11 Jeugdwet."),
    Choice::new("anders", "Ja, een andere geheimhoudingsplicht"),
];

const BASES: &[Choice] = &[
    Choice::new("toestemming", "Uitdrukkelijke toestemming"),
    Choice::hinted("plicht", "Wettelijke plicht", "Een wet verplicht u om de gegevens te delen."),
    Choice::hinted("bevoegdheid", "Wettelijke bevoegdheid", "Een wet staat toe dat u zonder toestemming deelt."),
    Choice::hinted(
        "hulpverlenerschap",
        "Goed hulpverlenerschap",
        "Goede hulp maakt het nodig dat u de gegevens deelt.",
    ),
];
