//! Where the person stays, how to reach them safely, who decides for them (WGS art. 2.30 lid 1).

use serde::Deserialize;

use super::purposes::{REPRESENTATION, STAY};
use super::{OTHER_MUNICIPALITY, YES_NO_UNKNOWN};
use crate::check::shape;
use crate::form::{Choice, Field, Kind, Options, Part, Step, When, Width, paragraphs, prose};

/// What we accept of the person's stay.
#[expect(missing_docs, reason = "each field is the question of the same name below")]
#[derive(Deserialize)]
pub struct Stay {
    pub address_kind: String,
    pub postcode: Option<String>,
    pub house_number: Option<String>,
    pub addition: Option<String>,
    pub street: Option<String>,
    pub usual_place: Option<String>,
    pub place: Option<String>,
    pub municipality: String,
    pub other_municipality: Option<String>,
    pub phone: Option<String>,
    pub phone_safe: Option<String>,
    pub email: Option<String>,
    pub email_safe: Option<String>,
    pub language: Option<String>,
    pub representatives: Vec<String>,
    pub representative_contact: Option<String>,
    pub authority: Option<String>,
}

/// The step as it is asked.
pub const STEP: Step = Step {
    slug: "verblijf",
    title: prose("Waar verblijft de betrokkene?"),
    intro: paragraphs(&[
        "Wij vragen waar de betrokkene woont of verblijft, en hoe iemand hem of haar veilig kan bereiken.",
    ]),
    when: When::Always,
    section: "stay",
    accept: shape::<Stay>,
    parts: &PARTS,
};

/// The questions, in reading order.
pub(crate) const PARTS: [Part; 21] = [
    Field::new(
        "stay.address_kind",
        Kind::One(Options::Fixed(ADDRESS_KINDS)),
        "Wat voor adres heeft de betrokkene nu?",
        "wat voor adres de betrokkene nu heeft",
        &STAY,
    )
    .hint("Kies waar de betrokkene nu meestal is.")
    .why("Hieruit blijkt hoe de woonsituatie is en welke gemeente aan zet is.")
    .part(),
    Part::notice(
        "stay.secret_address",
        When::Is("stay.address_kind", &["geheim"]),
        "Bij een geheim adres vragen wij alleen de gemeente. Zet het adres ook niet in een ander veld van dit formulier. Is het \
         adres toch nodig, dan overleggen wij met u.",
    ),
    Field::new("stay.postcode", Kind::Postcode, "Postcode", "de postcode", &STAY)
        .hint("Bijvoorbeeld: 1234 AB. Weet u die niet? Laat het veld dan leeg.")
        .why(ADDRESS_WHY)
        .when(ADDRESS)
        .optional()
        .part(),
    Field::new("stay.house_number", Kind::HouseNumber, "Huisnummer", "het huisnummer", &STAY)
        .hint("Alleen het nummer.")
        .why(ADDRESS_WHY)
        .when(ADDRESS)
        .optional()
        .part(),
    Field::new("stay.addition", Kind::Addition, "Letter of toevoeging", "de toevoeging", &STAY)
        .hint("Bijvoorbeeld: A of 2 hoog.")
        .why(ADDRESS_WHY)
        .when(ADDRESS)
        .optional()
        .part(),
    Field::new("stay.street", Kind::Text(Width::Wide), "Straat", "de straat", &STAY)
        .hint("Handig als u de postcode niet weet.")
        .why(ADDRESS_WHY)
        .when(ADDRESS)
        .optional()
        .part(),
    Field::new(
        "stay.usual_place",
        Kind::Text(Width::Wide),
        "Waar is de betrokkene meestal?",
        "de verblijfplaats",
        &STAY,
    )
    .hint("Bijvoorbeeld: de naam van de instelling, een opvang of een buurt.")
    .why("Zo weten wij waar iemand de betrokkene kan vinden.")
    .when(When::Is("stay.address_kind", &["instelling", "geen"]))
    .part(),
    Field::new("stay.place", Kind::Text(Width::Wide), "Woonplaats", "de woonplaats", &STAY)
        .hint("De plaats waar het adres of de instelling is.")
        .why(ADDRESS_WHY)
        .when(When::Is("stay.address_kind", &["brp", "elders", "briefadres", "instelling"]))
        .part(),
    municipality(Options::Municipalities(OTHER_MUNICIPALITY)).part(),
    Field::new(
        "stay.other_municipality",
        Kind::Text(Width::Wide),
        "Welke gemeente is het?",
        "de naam van de gemeente",
        &STAY,
    )
    .hint("De gemeente, niet het dorp of de wijk.")
    .why("Zo zien wij welk Zorg- en Veiligheidshuis daarbij hoort.")
    .when(OTHER)
    .part(),
    Part::notice(
        "stay.outside_area",
        OTHER,
        "Deze gemeente ligt buiten ons werkgebied. U kunt de aanmelding versturen. Wij overleggen dan met u welk Zorg- en \
         Veiligheidshuis de casus kan behandelen.",
    ),
    Part::headed(
        "Contact met de betrokkene",
        "Wij nemen niet zomaar contact op met de betrokkene. Deze gegevens zijn voor later, als dat nodig is en veilig kan.",
    ),
    Field::new(
        "stay.phone",
        Kind::PersonPhone,
        "Telefoonnummer van de betrokkene",
        "het telefoonnummer van de betrokkene",
        &STAY,
    )
    .hint("Alleen een nummer van de betrokkene zelf.")
    .why("Een hulpverlener kan de betrokkene bellen als dat nodig is.")
    .optional()
    .part(),
    Field::new(
        "stay.phone_safe",
        Kind::One(Options::Fixed(YES_NO_UNKNOWN)),
        "Is het veilig om dit nummer te bellen?",
        "of het veilig is om dit nummer te bellen",
        &STAY,
    )
    .hint("Denk aan iemand die meekijkt, meeluistert of de telefoon opneemt.")
    .why("Een telefoontje op het verkeerde moment kan iemand in gevaar brengen.")
    .when(When::Filled("stay.phone"))
    .part(),
    Field::new("stay.email", Kind::Email, "E-mailadres van de betrokkene", "het e-mailadres van de betrokkene", &STAY)
        .hint("Alleen een adres van de betrokkene zelf.")
        .why("Een hulpverlener kan de betrokkene mailen om een afspraak te maken.")
        .optional()
        .part(),
    Field::new(
        "stay.email_safe",
        Kind::One(Options::Fixed(YES_NO_UNKNOWN)),
        "Is het veilig om naar dit adres te mailen?",
        "of het veilig is om naar dit adres te mailen",
        &STAY,
    )
    .hint("Denk aan iemand die de mail kan lezen.")
    .why("Een mail die een ander leest, kan iemand in gevaar brengen.")
    .when(When::Filled("stay.email"))
    .part(),
    Field::new("stay.language", Kind::Text(Width::Medium), "Taal of tolk", "de taal of tolk", &STAY)
        .hint("Alleen als een gesprek in het Nederlands niet goed gaat. Bijvoorbeeld: tolk Pools of gebarentolk.")
        .why("Zo kan een gesprek goed verlopen. Wij vragen niet naar nationaliteit of afkomst.")
        .optional()
        .part(),
    Part::heading("Wie beslist er mee?"),
    Field::new(
        "stay.representatives",
        Kind::Many(Options::Fixed(REPRESENTATIVES)),
        "Heeft de betrokkene een wettelijke vertegenwoordiger?",
        "wie de betrokkene wettelijk vertegenwoordigt",
        &REPRESENTATION,
    )
    .hint("Niemand of niet bekend? Zet dan geen vinkje.")
    .why("Een wettelijke vertegenwoordiger beslist mee. Zo weten wij wie er ook bij betrokken is.")
    .optional()
    .part(),
    Field::new(
        "stay.representative_contact",
        Kind::LongText,
        "Naam en contactgegevens van de vertegenwoordiger",
        "de naam en contactgegevens van de vertegenwoordiger",
        &REPRESENTATION,
    )
    .hint("Naam, telefoonnummer en e-mailadres. Zijn er meer? Begin voor ieder een nieuwe regel. Zet hier geen BSN.")
    .why("Zo kan de vertegenwoordiger bij de casus betrokken worden.")
    .when(When::Filled("stay.representatives"))
    .part(),
    Field::new(
        "stay.authority",
        Kind::LongText,
        "Wie heeft het gezag over de betrokkene?",
        "de personen met gezag",
        &REPRESENTATION,
    )
    .hint("Naam en relatie tot het kind. Weet u het niet? Vul dan ‘onbekend’ in. Schrijf hier niet waarom het gezag zo is geregeld.")
    .why("Is de betrokkene jonger dan 18, dan moeten wij weten wie beslissingen neemt.")
    .when(When::MaybeMinor("person.birth_date"))
    .part(),
];

/// Which municipality it is, out of these.
pub(crate) const fn municipality(municipalities: Options) -> Field {
    Field::new(
        "stay.municipality",
        Kind::One(municipalities),
        "In welke gemeente woont of verblijft de betrokkene?",
        "de gemeente",
        &STAY,
    )
    .hint("Weet u het niet zeker? Kies de gemeente waar de betrokkene het meest is.")
    .why("De gemeente bepaalt welk Zorg- en Veiligheidshuis de casus behandelt.")
}

const ADDRESS: When = When::Is("stay.address_kind", &["brp", "elders", "briefadres"]);
const OTHER: When = When::Is("stay.municipality", &["andere"]);
const ADDRESS_WHY: &str =
    "Met het adres weten wij waar de betrokkene te vinden is en welke wijkagent of welk wijkteam erbij hoort.";

const ADDRESS_KINDS: &[Choice] = &[
    Choice::hinted(
        "brp",
        "Het adres waar de betrokkene staat ingeschreven",
        "Het adres in de Basisregistratie Personen (BRP).",
    ),
    Choice::hinted(
        "elders",
        "Een ander adres",
        "De betrokkene verblijft ergens anders dan waar hij of zij staat ingeschreven.",
    ),
    Choice::hinted("briefadres", "Een briefadres", "Een adres alleen voor de post."),
    Choice::new("instelling", "In detentie of in een kliniek"),
    Choice::new("geen", "Geen vaste woon- of verblijfplaats"),
    Choice::hinted("geheim", "Een geheim adres", "Wij vragen het adres dan niet, alleen de gemeente."),
];

const REPRESENTATIVES: &[Choice] = &[
    Choice::hinted("curator", "Curator", "Beslist over geld en persoonlijke zaken."),
    Choice::hinted("bewindvoerder", "Bewindvoerder", "Beslist over geld."),
    Choice::hinted("mentor", "Mentor", "Beslist over zorg en persoonlijke zaken."),
    Choice::new("ouder", "Ouder"),
    Choice::new("voogd", "Voogd"),
];
