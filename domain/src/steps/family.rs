//! The whole family or household, for a form in which it is the household that is referred: at least one person beside the main
//! one, of each the part in what goes wrong and how to reach them safely (WGS art. 2.30 lid 1 onder a and b, BGS art. 2.19).

use serde::Deserialize;

use super::YES_NO_UNKNOWN;
use super::household::{FIELDS, MaybeChild, PEOPLE, ROLES};
use super::purposes::{HOUSEHOLD, STAY, VIOLENCE};
use crate::check::{accept, shape};
use crate::form::{Field, Group, Kind, Least, Need, Options, Part, Step, When, Width, paragraphs, prose};

/// What we accept of one person around the main person.
#[expect(missing_docs, reason = "each field is the question of the same name below")]
#[derive(Deserialize)]
pub struct FamilyMember {
    pub relation: String,
    pub contact_explanation: Option<String>,
    pub first_name: Option<String>,
    pub prefix: Option<String>,
    pub last_name: String,
    pub birth_date: Option<String>,
    pub age: Option<String>,
    pub bsn: Option<String>,
    pub same_address: String,
    pub postcode: Option<String>,
    pub house_number: Option<String>,
    pub addition: Option<String>,
    pub street: Option<String>,
    pub place: Option<String>,
    pub roles: Vec<String>,
    pub necessity: String,
    pub informed: String,
    pub contact_safe: String,
    pub contact_way: Option<String>,
}

/// What we accept of the main person's place in the family.
#[expect(missing_docs, reason = "each field is the question of the same name below")]
#[derive(Deserialize)]
pub struct Family {
    pub roles: Vec<String>,
    pub contact_safe: String,
    pub contact_way: Option<String>,
}

/// The step as it is asked.
pub const STEP: Step = Step {
    slug: "gezin",
    title: prose("Wie horen bij het gezin?"),
    intro: paragraphs(&[
        "Wij kijken naar het hele gezin of huishouden. Voeg iedereen toe die erbij hoort, ook kinderen en een ex-partner. Noem \
         alleen mensen over wie informatie nodig is.",
        "Een bericht dat een ander leest of hoort, kan gevaarlijk zijn. Daarom vragen wij bij iedereen naar veilig contact.",
    ]),
    when: When::Always,
    section: "family",
    accept: shape::<Family>,
    parts: &[
        Part::heading("De betrokkene zelf"),
        Field::new(
            "family.roles",
            Kind::Many(Options::Fixed(ROLES)),
            "Welke rol heeft de betrokkene in het geweld?",
            "welke rol de betrokkene in het geweld heeft",
            &VIOLENCE,
        )
        .hint(ROLES_HINT)
        .why("Zo weten wij wie bescherming nodig heeft.")
        .part(),
        Field::new(
            "family.contact_safe",
            Kind::One(Options::Fixed(YES_NO_UNKNOWN)),
            "Is er een veilige manier om de betrokkene te bereiken?",
            "of er een veilige manier is om de betrokkene te bereiken",
            &STAY,
        )
        .hint(SAFE_HINT)
        .why(SAFE_WHY)
        .part(),
        Field::new(
            "family.contact_way",
            Kind::Text(Width::Wide),
            "Hoe kan iemand de betrokkene veilig bereiken?",
            "de veilige manier om de betrokkene te bereiken",
            &STAY,
        )
        .hint(WAY_HINT)
        .why(WAY_WHY)
        .when(When::Is("family.contact_safe", &["ja"]))
        .part(),
        Part::Group(FAMILY),
    ],
};

/// The same people as elsewhere, of whom this form asks more.
const FAMILY: Group = Group {
    many: "Het gezin of huishouden",
    missing: "Voeg minstens één persoon van het gezin of huishouden toe.",
    least: Least::One,
    accept: accept::<MaybeChild>,
    fields: &ABOUT_EACH,
    ..PEOPLE
};

const ABOUT_EACH: [Field; 19] = {
    let [
        relation,
        explanation,
        first_name,
        prefix,
        last_name,
        born,
        age,
        bsn,
        same_address,
        postcode,
        number,
        addition,
        street,
        place,
        roles,
        necessity,
        informed,
    ] = FIELDS;
    [
        relation,
        explanation,
        first_name,
        prefix,
        last_name,
        born,
        age,
        bsn,
        same_address,
        postcode,
        number,
        addition,
        street,
        place,
        Field { need: Need::Required, purpose: &VIOLENCE, ..roles }.hint(ROLES_HINT),
        necessity,
        informed,
        CONTACT_SAFE,
        CONTACT_WAY,
    ]
};

const CONTACT_SAFE: Field = Field::new(
    "contact_safe",
    Kind::One(Options::Fixed(YES_NO_UNKNOWN)),
    "Is er een veilige manier om deze persoon te bereiken?",
    "of er een veilige manier is om deze persoon te bereiken",
    &HOUSEHOLD,
)
.hint(SAFE_HINT)
.why(SAFE_WHY);

const CONTACT_WAY: Field = Field::new(
    "contact_way",
    Kind::Text(Width::Wide),
    "Hoe kan iemand deze persoon veilig bereiken?",
    "de veilige manier om deze persoon te bereiken",
    &HOUSEHOLD,
)
.hint(WAY_HINT)
.why(WAY_WHY)
.when(When::Is(".contact_safe", &["ja"]));

const ROLES_HINT: &str = "Iemand kan meer dan één rol hebben. Weet u het niet zeker? Kies dan ‘Weet ik niet’.";
const SAFE_HINT: &str = "Denk aan iemand die meekijkt, meeluistert of de post opent.";
const SAFE_WHY: &str = "Contact op het verkeerde moment kan iemand in gevaar brengen.";
const WAY_HINT: &str = "Bijvoorbeeld: alleen overdag via school, of bellen op het werk. Bij een jong kind: via wie. Noem geen geheim adres.";
const WAY_WHY: &str = "Is contact nodig, dan gaat het alleen zoals u hier schrijft of in overleg met u.";
