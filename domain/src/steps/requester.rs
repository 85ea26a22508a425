//! Who asks about data, and how the answer comes. No BSN (UAVG art. 46) and no copy of an identity card: identity is checked later.

use serde::Deserialize;

use super::purposes_beside_cases::REQUESTER;
use super::reachable::Reachable;
use crate::check::accept;
use crate::form::{Choice, Field, Kind, Options, Part, Step, When, Width, paragraphs, prose};

/// What we accept of the requester.
#[expect(missing_docs, reason = "each field is the question of the same name below")]
#[derive(Deserialize)]
pub struct Requester {
    pub name: String,
    pub birth_date: Option<String>,
    pub email: Option<String>,
    pub phone: Option<String>,
    pub channel: String,
    pub postcode: Option<String>,
    pub house_number: Option<String>,
    pub addition: Option<String>,
    pub street: Option<String>,
    pub place: Option<String>,
}

/// The step as it is asked.
pub const STEP: Step = Step {
    slug: "uw-gegevens",
    title: prose("Wie bent u?"),
    intro: paragraphs(&[
        "Wij gaan later na wie u bent. U hoeft daarvoor niets op te sturen: stuur ons geen kopie van uw paspoort of identiteitskaart.",
    ]),
    when: When::Always,
    section: "requester",
    accept: accept::<Reachable>,
    parts: &[
        Field::new("requester.name", Kind::Text(Width::Wide), "Uw naam", "uw naam", &REQUESTER)
            .hint("Uw voornamen en achternaam.")
            .why("Zo weten wij wie het verzoek doet.")
            .autocomplete("name")
            .part(),
        Field::new("requester.birth_date", Kind::BirthDate, "Uw geboortedatum", "uw geboortedatum", &REQUESTER)
            .hint("Bijvoorbeeld: 7 3 1985.")
            .why("Zo houden wij mensen met dezelfde naam uit elkaar.")
            .when(SELF)
            .autocomplete("bday")
            .part(),
        Part::headed("Zo bereiken wij u", "Vul een e-mailadres of een telefoonnummer in. Een van de twee is genoeg."),
        Field::new("requester.email", Kind::Email, "E-mailadres", "uw e-mailadres", &REQUESTER)
            .hint("Hier komt ook de bevestiging dat uw verzoek binnen is. Daarin staat niet wat u vraagt.")
            .why("Wij gebruiken het om iets na te vragen of een afspraak te maken.")
            .optional()
            .autocomplete("email")
            .part(),
        Field::new("requester.phone", Kind::PersonPhone, "Telefoonnummer", "uw telefoonnummer", &REQUESTER)
            .hint("Een nummer waarop wij u overdag bereiken.")
            .why("Wij gebruiken het om iets na te vragen of een afspraak te maken.")
            .optional()
            .autocomplete("tel")
            .part(),
        Field::new(
            "requester.channel",
            Kind::One(Options::Fixed(CHANNELS)),
            "Hoe wilt u antwoord krijgen?",
            "hoe u antwoord wilt krijgen",
            &REQUESTER,
        )
        .hint("Kan het niet op deze manier, dan overleggen wij met u.")
        .why("Zo houden wij rekening met wat voor u het beste is.")
        .part(),
        Part::Heading(crate::form::Heading {
            title: prose("Uw adres"),
            text: prose("Hebt u geen vast adres? Vul dan alleen de plaats in waar u meestal bent."),
            when: ADDRESS,
        }),
        Field::new("requester.postcode", Kind::Postcode, "Postcode", "de postcode", &REQUESTER)
            .hint("Bijvoorbeeld: 1234 AB.")
            .why(ADDRESS_WHY)
            .when(ADDRESS)
            .optional()
            .autocomplete("postal-code")
            .part(),
        Field::new("requester.house_number", Kind::HouseNumber, "Huisnummer", "het huisnummer", &REQUESTER)
            .hint("Alleen het nummer.")
            .why(ADDRESS_WHY)
            .when(ADDRESS)
            .optional()
            .part(),
        Field::new("requester.addition", Kind::Addition, "Letter of toevoeging", "de toevoeging", &REQUESTER)
            .hint("Bijvoorbeeld: A of 2 hoog.")
            .why(ADDRESS_WHY)
            .when(ADDRESS)
            .optional()
            .part(),
        Field::new("requester.street", Kind::Text(Width::Wide), "Straat", "de straat", &REQUESTER)
            .why(ADDRESS_WHY)
            .when(ADDRESS)
            .optional()
            .part(),
        Field::new("requester.place", Kind::Text(Width::Wide), "Woonplaats", "de woonplaats", &REQUESTER)
            .why(ADDRESS_WHY)
            .when(ADDRESS)
            .autocomplete("address-level2")
            .part(),
    ],
};

const SELF: When = When::Is("data_request.for_whom", &["zelf"]);
/// Whose data it is about lives there, or the answer goes there.
const ADDRESS: When = When::Any(&[SELF, When::Is("requester.channel", &["post"])]);
const ADDRESS_WHY: &str = "Met uw adres weten wij zeker om wie het gaat, en kunnen wij u schrijven.";

const CHANNELS: &[Choice] = &[
    Choice::new("post", "Per post"),
    Choice::hinted("email", "Per e-mail", "Alleen bericht. Uw gegevens zelf sturen wij niet in een gewone e-mail."),
    Choice::new("telefoon", "Aan de telefoon"),
    Choice::new("gesprek", "In een gesprek, op afspraak"),
];
