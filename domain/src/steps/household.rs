//! People around the person: family and other direct contacts, nobody else (WGS art. 2.30 lid 1 onder b, BGS art. 2.19).

use serde::Deserialize;
use validator::{Validate, ValidationError};

use super::YES_NO;
use super::purposes::{BSN, HOUSEHOLD, INFORMING};
use crate::check::accept;
use crate::form::{Choice, Field, Group, Kind, Least, Options, Part, Step, When, Width, paragraphs, prose};

/// What we accept of one person around the main person.
#[expect(missing_docs, reason = "each field is the question of the same name below")]
#[derive(Deserialize)]
pub struct HouseholdMember {
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
}

/// Of one person: what says whether it is a child, and how old. The rules of a row look at no more.
#[derive(Deserialize, Validate)]
#[validate(schema(function = a_child_has_an_age))]
pub(crate) struct MaybeChild {
    relation: String,
    birth_date: Option<String>,
    age: Option<String>,
}

/// Of a child the age decides which rules apply, so it can't stay open.
fn a_child_has_an_age(member: &MaybeChild) -> Result<(), ValidationError> {
    let is_child = CHILDREN.contains(&member.relation.as_str());
    if is_child && member.birth_date.is_none() && member.age.is_none() {
        return Err(ValidationError::new("child_without_age"));
    }
    Ok(())
}

/// The step as it is asked.
pub const STEP: Step = Step {
    slug: "gezin",
    title: prose("Wie hoort bij de betrokkene?"),
    intro: paragraphs(&[
        "Noem alleen gezinsleden en mensen met wie de betrokkene direct contact heeft. Noem iemand alleen als informatie over die \
         persoon nodig is voor deze casus.",
        "Is er niemand over wie informatie nodig is? Ga dan verder naar de volgende stap.",
    ]),
    when: When::Always,
    // All questions stand in the group: no section of its own, nothing to accept.
    section: "",
    accept: |_, _| Vec::new(),
    parts: &[Part::Group(PEOPLE)],
};

/// The people, and what is asked of each.
pub(crate) const PEOPLE: Group = Group {
    name: "household",
    slug: "persoon",
    one: "Persoon",
    many: "Gezinsleden en directe contacten",
    add: "Iemand toevoegen",
    empty: "U hebt nog niemand toegevoegd.",
    missing: "Voeg minstens één gezinslid of direct contact toe.",
    heading: &["first_name", "prefix", "last_name"],
    between: " ",
    when: When::Always,
    least: Least::None,
    most: 15,
    distinct: Some(("bsn", "person.bsn")),
    alike: &[&["bsn"], &["last_name", "first_name", "birth_date"]],
    purpose: &HOUSEHOLD,
    accept: accept::<MaybeChild>,
    fields: &FIELDS,
};

/// The questions about one person, in reading order.
pub(crate) const FIELDS: [Field; 17] = [
    Field::new(
        "relation",
        Kind::One(Options::Fixed(RELATIONS)),
        "Wat is deze persoon van de betrokkene?",
        "wat deze persoon van de betrokkene is",
        &HOUSEHOLD,
    )
    .hint("Bijvoorbeeld: kies ‘Ouder’ als dit de vader of moeder van de betrokkene is.")
    .why("Wij leggen alleen gegevens vast van gezinsleden en directe contacten. Hiermee laten wij zien dat het klopt."),
    Field::new(
        "contact_explanation",
        Kind::Text(Width::Wide),
        "Welk contact is er met de betrokkene?",
        "uw uitleg bij het contact",
        &HOUSEHOLD,
    )
    .hint("Bijvoorbeeld: vriend bij wie de betrokkene vaak slaapt.")
    .why("Het contact moet direct zijn. Anders leggen wij niets over deze persoon vast.")
    .when(When::Is(".relation", &["ander_contact"])),
    Field::new(
        "first_name",
        Kind::Text(Width::Medium),
        "Voornaam of voorletters",
        "de voornaam of voorletters",
        &HOUSEHOLD,
    )
    .why("Zo verwarren wij mensen in één gezin niet met elkaar.")
    .optional(),
    Field::new("prefix", Kind::Text(Width::Short), "Tussenvoegsel", "het tussenvoegsel", &HOUSEHOLD)
        .hint("Bijvoorbeeld: van der.")
        .why("Zo zoeken wij op de goede naam.")
        .optional(),
    Field::new("last_name", Kind::Text(Width::Wide), "Achternaam", "de achternaam", &HOUSEHOLD)
        .hint("Zonder tussenvoegsel. Weet u de naam niet? Vul dan ‘onbekend’ in.")
        .why("Zo weten wij over wie het gaat."),
    Field::new("birth_date", Kind::BirthDate, "Geboortedatum", "de geboortedatum", &HOUSEHOLD)
        .hint("Bij een kind hebben wij de geboortedatum of de leeftijd nodig. Weet u de dag of de maand niet? Laat die dan leeg.")
        .why("Zo weten wij of er een kind jonger dan 18 bij betrokken is.")
        .optional(),
    Field::new("age", Kind::Text(Width::Short), "Geschatte leeftijd", "de geschatte leeftijd", &HOUSEHOLD)
        .hint("Alleen als u de geboortedatum niet weet. Bijvoorbeeld: ongeveer 8.")
        .why("Een schatting is genoeg om te weten of het om een kind gaat.")
        .optional(),
    Field::new("bsn", Kind::Bsn, "Burgerservicenummer (BSN)", "het burgerservicenummer", &BSN)
        .hint("Alleen als u het weet. U hoeft het niet op te zoeken.")
        .why("Met het nummer weten wij zeker dat het om de juiste persoon gaat.")
        .optional(),
    Field::new(
        "same_address",
        Kind::One(Options::Fixed(SAME_ADDRESS)),
        "Woont deze persoon op hetzelfde adres als de betrokkene?",
        "of deze persoon op hetzelfde adres woont",
        &HOUSEHOLD,
    )
    .hint("‘Soms’ past bijvoorbeeld bij een kind dat de helft van de tijd bij de andere ouder woont.")
    .why("Zo weten wij wie elke dag bij de betrokkene is."),
    Field::new("postcode", Kind::Postcode, "Postcode", "de postcode", &HOUSEHOLD)
        .hint("Is het adres geheim? Laat dan alle adresvelden leeg, behalve de woonplaats.")
        .why(ADDRESS_WHY)
        .when(ELSEWHERE)
        .optional(),
    Field::new("house_number", Kind::HouseNumber, "Huisnummer", "het huisnummer", &HOUSEHOLD)
        .hint("Alleen het nummer.")
        .why(ADDRESS_WHY)
        .when(ELSEWHERE)
        .optional(),
    Field::new("addition", Kind::Addition, "Letter of toevoeging", "de toevoeging", &HOUSEHOLD)
        .hint("Bijvoorbeeld: A of 2 hoog.")
        .why(ADDRESS_WHY)
        .when(ELSEWHERE)
        .optional(),
    Field::new("street", Kind::Text(Width::Wide), "Straat", "de straat", &HOUSEHOLD)
        .hint("Handig als u de postcode niet weet.")
        .why(ADDRESS_WHY)
        .when(ELSEWHERE)
        .optional(),
    Field::new("place", Kind::Text(Width::Wide), "Woonplaats", "de woonplaats", &HOUSEHOLD)
        .hint("Is het adres geheim of weet u het niet? Vul dan ‘onbekend’ in.")
        .why(ADDRESS_WHY)
        .when(ELSEWHERE),
    Field::new(
        "roles",
        Kind::Many(Options::Fixed(ROLES)),
        "Welke rol heeft deze persoon in de problemen?",
        "welke rol deze persoon in de problemen heeft",
        &HOUSEHOLD,
    )
    .hint("Kies alleen wat u zelf weet, niet wat u van anderen hoorde.")
    .why("Zo weten wij wie bescherming nodig heeft en wie kan helpen.")
    .optional(),
    Field::new(
        "necessity",
        Kind::LongText,
        "Waarom is informatie over deze persoon nodig?",
        "uw uitleg bij deze persoon",
        &HOUSEHOLD,
    )
    .hint("Een of twee zinnen. Schrijf niets over gezondheid, geloof of inkomen van deze persoon als het niet nodig is.")
    .why("Wij gebruiken informatie over mensen in de omgeving alleen als dat nodig is. Met uw uitleg wegen wij dat."),
    Field::new(
        "informed",
        Kind::One(Options::Fixed(INFORMED)),
        "Weet deze persoon van de aanmelding?",
        "of deze persoon van de aanmelding weet",
        &INFORMING,
    )
    .hint("Kies ‘Niet van toepassing’ bij een kind dat nog te jong is om het te begrijpen.")
    .why("Zo weten wij met wie wij over de aanmelding kunnen praten en met wie nog niet."),
];

const ELSEWHERE: When = When::Is(".same_address", &["nee"]);
const ADDRESS_WHY: &str = "Zo weten wij waar deze persoon verblijft en of hij of zij dicht bij de betrokkene is.";
const CHILDREN: &[&str] = &["kind", "stiefkind", "pleegkind"];

/// Family members and other direct social contacts (BGS art. 2.19).
const RELATIONS: &[Choice] = &[
    Choice::new("partner", "Partner"),
    Choice::new("ex_partner", "Ex-partner"),
    Choice::new("kind", "Kind"),
    Choice::new("stiefkind", "Stiefkind"),
    Choice::new("pleegkind", "Pleegkind"),
    Choice::new("ouder", "Ouder"),
    Choice::new("stiefouder", "Stiefouder"),
    Choice::new("pleegouder", "Pleegouder"),
    Choice::new("broer_zus", "Broer of zus"),
    Choice::new("grootouder", "Grootouder"),
    Choice::new("ander_familielid", "Ander familielid"),
    Choice::new("huisgenoot", "Huisgenoot"),
    Choice::new("ander_contact", "Ander direct contact"),
];

const SAME_ADDRESS: &[Choice] = &[YES_NO[0], YES_NO[1], Choice::new("soms", "Soms")];

/// Parts that people have in what goes wrong.
pub(crate) const ROLES: &[Choice] = &[
    Choice::new("slachtoffer", "Slachtoffer"),
    Choice::new("getuige", "Getuige"),
    Choice::new("pleger", "Pleger"),
    Choice::hinted("steunend", "Steun", "Deze persoon helpt de betrokkene."),
    Choice::new("onbekend", "Weet ik niet"),
];

const INFORMED: &[Choice] =
    &[YES_NO[0], YES_NO[1], Choice::hinted("nvt", "Niet van toepassing", "Bijvoorbeeld bij een jong kind.")];
