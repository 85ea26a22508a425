//! Who else helps or watches: organisations and their people. Of professionals only who and where (WGS art. 2.30 lid 1 onder c).

use serde::Deserialize;
use validator::{Validate, ValidationError};

use super::purposes::PROFESSIONALS;
use super::{OTHER_ORGANISATION, YES_NO, YES_NO_UNKNOWN};
use crate::check::{accept, shape};
use crate::form::{Choice, Field, Group, Kind, Least, Options, Part, Step, When, Width, paragraphs, prose};

/// What we accept of one organisation.
#[expect(missing_docs, reason = "each field is the question of the same name below")]
#[derive(Deserialize, Validate)]
#[validate(schema(function = can_be_reached))]
pub struct Organisation {
    pub organisation: String,
    pub other_organisation: Option<String>,
    pub kind: String,
    pub contact_name: Option<String>,
    pub contact_function: Option<String>,
    pub phone: Option<String>,
    pub email: Option<String>,
    pub about: Vec<String>,
    pub status: String,
    pub informed: String,
    pub invite: Option<String>,
}

fn can_be_reached(organisation: &Organisation) -> Result<(), ValidationError> {
    if organisation.phone.is_none() && organisation.email.is_none() {
        return Err(ValidationError::new("organisation_unreachable"));
    }
    Ok(())
}

/// What we accept beside the organisations.
#[expect(missing_docs, reason = "each field is the question of the same name below")]
#[derive(Deserialize)]
pub struct Network {
    pub none: Option<String>,
}

/// The step as it is asked.
pub const STEP: Step = Step {
    slug: "organisaties",
    title: prose("Welke organisaties zijn betrokken?"),
    intro: paragraphs(&[
        "Voeg elke organisatie toe die helpt, toezicht houdt of dat onlangs deed. Uw eigen organisatie hoeft u niet te noemen.",
        "Van medewerkers vragen wij alleen naam, functie en werkgegevens.",
    ]),
    when: When::Always,
    section: "network",
    accept: shape::<Network>,
    parts: &[
        Part::Group(ORGANISATIONS),
        Field::new(
            "network.none",
            Kind::Tick,
            "Er zijn geen andere organisaties betrokken",
            "‘Er zijn geen andere organisaties betrokken’",
            &PROFESSIONALS,
        )
        .hint("Zet dit vinkje alleen als u geen organisaties hebt toegevoegd.")
        .why("Zo weten wij dat u niemand bent vergeten.")
        .optional()
        .part(),
    ],
};

const ORGANISATIONS: Group = Group {
    name: "organisations",
    slug: "organisatie",
    one: "Organisatie",
    many: "Betrokken organisaties",
    add: "Organisatie toevoegen",
    empty: "U hebt nog geen organisatie toegevoegd.",
    missing: "Voeg een organisatie toe. Of zet een vinkje bij ‘Er zijn geen andere organisaties betrokken’.",
    heading: &["organisation", "other_organisation", "contact_name"],
    between: ", ",
    when: When::Always,
    least: Least::OneUnless("network.none"),
    most: 20,
    distinct: None,
    alike: &[&["organisation", "contact_name"], &["email"]],
    purpose: &PROFESSIONALS,
    accept: accept::<Organisation>,
    fields: &[
        Field::new(
            "organisation",
            Kind::One(Options::Partners(OTHER_ORGANISATION)),
            "Welke organisatie is het?",
            "de organisatie",
            &PROFESSIONALS,
        )
        .hint("Staat de organisatie er niet bij? Kies dan ‘Andere organisatie’.")
        .why("Zo zien wij wie er al betrokken is en wie wij bij een overleg kunnen vragen."),
        Field::new(
            "other_organisation",
            Kind::Text(Width::Wide),
            "Naam van de organisatie",
            "de naam van de organisatie",
            &PROFESSIONALS,
        )
        .hint("De naam zoals anderen die kennen, zonder afkorting.")
        .why("Zo kunnen wij nagaan hoe deze organisatie mag meedoen.")
        .when(When::Is(".organisation", &["andere"])),
        Field::new(
            "kind",
            Kind::One(Options::Fixed(KINDS)),
            "Wat doet deze organisatie in deze casus?",
            "wat deze organisatie in deze casus doet",
            &PROFESSIONALS,
        )
        .hint("Kies wat het best past.")
        .why("Zo zien wij welke ketens er al betrokken zijn en welke nog ontbreken."),
        Field::new(
            "contact_name",
            Kind::Text(Width::Wide),
            "Naam van de contactpersoon",
            "de naam van de contactpersoon",
            &PROFESSIONALS,
        )
        .hint("Liefst degene die de betrokkene zelf kent.")
        .why("Zo spreken wij meteen de juiste persoon.")
        .optional(),
        Field::new(
            "contact_function",
            Kind::Text(Width::Wide),
            "Functie van de contactpersoon",
            "de functie van de contactpersoon",
            &PROFESSIONALS,
        )
        .hint("Bijvoorbeeld: begeleider of wijkagent.")
        .why("Zo weten wij wat iemand in een overleg kan inbrengen.")
        .optional(),
        Field::new(
            "phone",
            Kind::OfficePhone,
            "Telefoonnummer",
            "het telefoonnummer van de organisatie",
            &PROFESSIONALS,
        )
        .hint("Vul een telefoonnummer of een e-mailadres in. Een van de twee is genoeg.")
        .why("Zo kunnen wij de organisatie bereiken.")
        .optional(),
        Field::new("email", Kind::Email, "E-mailadres", "het e-mailadres van de organisatie", &PROFESSIONALS)
            .hint("Een werkadres, geen privé-adres.")
            .why("Wij gebruiken het om een afspraak te maken. Wij mailen nooit gegevens over de casus.")
            .optional(),
        Field::new(
            "about",
            Kind::Many(Options::Rows("household", PERSON, &[])),
            "Met wie werkt deze organisatie?",
            "met wie deze organisatie werkt",
            &PROFESSIONALS,
        )
        .hint("Kies iedereen met wie deze organisatie contact heeft.")
        .why("Zo vragen wij organisaties alleen iets over mensen die zij kennen.")
        .when(When::HasRows("household")),
        Field::new(
            "status",
            Kind::One(Options::Fixed(STATUSES)),
            "Loopt de hulp of het toezicht nog?",
            "of de hulp of het toezicht nog loopt",
            &PROFESSIONALS,
        )
        .hint("Kies hoe het nu is.")
        .why("Zo zien wij welke hulp er nu is en welke hulp is gestopt."),
        Field::new(
            "informed",
            Kind::One(Options::Fixed(YES_NO)),
            "Weet deze organisatie van de aanmelding?",
            "of deze organisatie van de aanmelding weet",
            &PROFESSIONALS,
        )
        .hint("U hoeft nu niemand te bellen: ‘Nee’ is ook een goed antwoord.")
        .why("Zo verrassen wij niemand als wij bellen."),
        Field::new(
            "invite",
            Kind::One(Options::Fixed(YES_NO_UNKNOWN)),
            "Moet deze organisatie bij een overleg zijn?",
            "of deze organisatie bij een overleg moet zijn",
            &PROFESSIONALS,
        )
        .hint("Het gaat om uw advies. Het huis kiest wie er komt.")
        .why("Zo nodigen wij niet meer mensen uit dan nodig is.")
        .optional(),
    ],
};

const PERSON: &[Choice] = &[Choice::new("betrokkene", "De betrokkene")];

const KINDS: &[Choice] = &[
    Choice::new("zorg", "Zorg"),
    Choice::new("jeugd", "Jeugdhulp of jeugdbescherming"),
    Choice::new("justitie", "Justitie of reclassering"),
    Choice::new("politie", "Politie"),
    Choice::new("wonen", "Wonen"),
    Choice::new("inkomen", "Inkomen of schulden"),
    Choice::new("onderwijs", "Onderwijs"),
    Choice::new("vrijwillig", "Hulp door vrijwilligers"),
    Choice::new("anders", "Iets anders"),
];

const STATUSES: &[Choice] = &[
    Choice::new("actief", "Ja, die loopt"),
    Choice::new("wachtlijst", "Nog niet, er is een wachtlijst"),
    Choice::new("afgerond", "Nee, die is afgerond"),
    Choice::new("gestopt", "Nee, die is voortijdig gestopt"),
];
