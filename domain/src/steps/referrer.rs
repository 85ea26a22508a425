//! Who refers: the professional at the keyboard (WGS art. 2.31 lid 1: participants refer; art. 2.30 lid 1 onder c: contact data only).

use serde::Deserialize;

use super::purposes::PROFESSIONALS;
use super::{DAY_PARTS, OTHER_ORGANISATION, YES_NO};
use crate::check::shape;
use crate::form::{Choice, Field, Kind, Options, Part, Step, When, Width, paragraphs, prose};

/// What we accept of the referrer.
#[expect(missing_docs, reason = "each field is the question of the same name below")]
#[derive(Deserialize)]
pub struct Referrer {
    pub organisation: String,
    pub other_organisation: Option<String>,
    pub organisation_kind: Option<String>,
    pub department: Option<String>,
    pub first_name: String,
    pub prefix: Option<String>,
    pub last_name: String,
    pub function: String,
    pub email: String,
    pub phone: String,
    pub best_times: Vec<String>,
    pub second_contact: String,
    pub second_name: Option<String>,
    pub second_phone: Option<String>,
    pub second_email: Option<String>,
}

/// The step as it is asked.
pub const STEP: Step = Step {
    slug: "aanmelder",
    title: prose("Wie bent u?"),
    intro: paragraphs(&["Wij vragen uw werkgegevens. Zo weten wij wie de casus aanmeldt en kunnen wij contact met u opnemen."]),
    when: When::Always,
    section: "referrer",
    accept: shape::<Referrer>,
    parts: &[
        Part::heading("Uw organisatie"),
        Field::new(
            "referrer.organisation",
            Kind::One(Options::Partners(OTHER_ORGANISATION)),
            "Voor welke organisatie werkt u?",
            "uw organisatie",
            &PROFESSIONALS,
        )
        .hint("Staat uw organisatie er niet bij? Kies dan ‘Andere organisatie’.")
        .why("Alleen deelnemers van het Zorg- en Veiligheidshuis kunnen een casus aanmelden. Het huis werkt namens uw organisatie.")
        .part(),
        Field::new(
            "referrer.other_organisation",
            Kind::Text(Width::Wide),
            "Naam van uw organisatie",
            "de naam van uw organisatie",
            &PROFESSIONALS,
        )
        .hint("De naam zoals anderen die kennen, zonder afkorting.")
        .why("Zo kunnen wij nagaan of uw organisatie kan aanmelden.")
        .when(When::Is("referrer.organisation", &["andere"]))
        .autocomplete("organization")
        .part(),
        Field::new(
            "referrer.organisation_kind",
            Kind::One(Options::Fixed(ORGANISATION_KINDS)),
            "Wat voor organisatie is het?",
            "wat voor organisatie het is",
            &PROFESSIONALS,
        )
        .hint("Kies wat het best past.")
        .why("De soort organisatie bepaalt of u zelf een casus kunt aanmelden.")
        .when(When::Is("referrer.organisation", &["andere"]))
        .part(),
        Part::notice(
            "referrer.not_in_register",
            When::Is("referrer.organisation", &["andere"]),
            "Uw organisatie staat niet in onze lijst. Misschien bent u geen deelnemer en kunt u de casus niet zelf aanmelden. Bel \
             ons eerst voor advies. Noem dan geen namen van cliënten. U kunt het formulier wel verder invullen.",
        ),
        Part::notice(
            "referrer.may_not_refer",
            When::MayNotRefer("referrer.organisation"),
            "Volgens onze lijst kan uw organisatie meepraten over een casus, maar niet zelf aanmelden. Bel ons eerst voor advies. \
             Noem dan geen namen van cliënten. Misschien kan een deelnemer de casus aanmelden. U kunt het formulier wel verder \
             invullen.",
        ),
        Field::new(
            "referrer.department",
            Kind::Text(Width::Wide),
            "Afdeling of team",
            "uw afdeling of team",
            &PROFESSIONALS,
        )
        .hint("Bijvoorbeeld: wijkteam Noord of team Jeugd.")
        .why("Zo vinden wij u terug als uw nummer of adres verandert.")
        .optional()
        .part(),
        Part::heading("Uw naam en functie"),
        Field::new(
            "referrer.first_name",
            Kind::Text(Width::Medium),
            "Voornaam of voorletters",
            "uw voornaam of voorletters",
            &PROFESSIONALS,
        )
        .why("Zo weten wij wie wij aan de lijn krijgen.")
        .autocomplete("given-name")
        .part(),
        Field::new("referrer.prefix", Kind::Text(Width::Short), "Tussenvoegsel", "uw tussenvoegsel", &PROFESSIONALS)
            .hint("Bijvoorbeeld: van der.")
            .why("Zo schrijven wij uw naam goed.")
            .optional()
            .part(),
        Field::new("referrer.last_name", Kind::Text(Width::Wide), "Achternaam", "uw achternaam", &PROFESSIONALS)
            .why("Zo weten wij wie de casus aanmeldt.")
            .autocomplete("family-name")
            .part(),
        Field::new("referrer.function", Kind::Text(Width::Wide), "Functie", "uw functie", &PROFESSIONALS)
            .hint("Bijvoorbeeld: wijkagent, jeugdbeschermer of casemanager.")
            .why("Uw functie laat zien vanuit welke taak u aanmeldt.")
            .autocomplete("organization-title")
            .part(),
        Part::heading("Zo bereiken wij u"),
        Field::new("referrer.email", Kind::WorkEmail, "E-mailadres van uw werk", "uw e-mailadres", &PROFESSIONALS)
            .hint("Hier komt de ontvangstbevestiging. Daarin staan geen gegevens over de betrokkene.")
            .why("Wij sturen u bericht dat de aanmelding binnen is en dat er nieuws is. Wij sturen nooit gegevens over de casus mee.")
            .autocomplete("email")
            .part(),
        Field::new(
            "referrer.phone",
            Kind::OfficePhone,
            "Telefoonnummer waarop wij u direct bereiken",
            "uw telefoonnummer",
            &PROFESSIONALS,
        )
        .hint("Liefst uw eigen werknummer, niet dat van de receptie.")
        .why("Wij bellen u over de aanmelding.")
        .autocomplete("tel")
        .part(),
        Field::new(
            "referrer.best_times",
            Kind::Many(Options::Fixed(DAY_PARTS)),
            "Wanneer bereiken wij u het best?",
            "wanneer wij u het best bereiken",
            &PROFESSIONALS,
        )
        .why("Zo bellen wij u op een moment dat u kunt praten.")
        .optional()
        .part(),
        Part::heading("Tweede contactpersoon"),
        Field::new(
            "referrer.second_contact",
            Kind::One(Options::Fixed(YES_NO)),
            "Mogen wij ook een collega van u bellen?",
            "of wij ook een collega mogen bellen",
            &PROFESSIONALS,
        )
        .hint("Kies iemand die de casus kent en er iets over mag weten.")
        .why("Bent u er niet, dan ligt de aanmelding niet stil.")
        .part(),
        Field::new(
            "referrer.second_name",
            Kind::Text(Width::Wide),
            "Naam van uw collega",
            "de naam van uw collega",
            &PROFESSIONALS,
        )
        .hint("Voornaam en achternaam.")
        .why("Zo weten wij naar wie wij vragen.")
        .when(SECOND_CONTACT)
        .part(),
        Field::new(
            "referrer.second_phone",
            Kind::OfficePhone,
            "Telefoonnummer van uw collega",
            "het telefoonnummer van uw collega",
            &PROFESSIONALS,
        )
        .hint("Het werknummer.")
        .why("Wij bellen uw collega als wij u niet bereiken.")
        .when(SECOND_CONTACT)
        .part(),
        Field::new(
            "referrer.second_email",
            Kind::WorkEmail,
            "E-mailadres van uw collega",
            "het e-mailadres van uw collega",
            &PROFESSIONALS,
        )
        .hint("Het werkadres.")
        .why("Wij gebruiken het alleen om een afspraak te maken. Wij sturen nooit gegevens over de casus mee.")
        .when(SECOND_CONTACT)
        .optional()
        .part(),
    ],
};

const SECOND_CONTACT: When = When::Is("referrer.second_contact", &["ja"]);

/// The kinds of participant of WGS art. 2.27 lid 1 and 2 and art. 2.31 lid 9, as people know their own organisation.
const ORGANISATION_KINDS: &[Choice] = &[
    Choice::hinted(
        "overheid",
        "Overheid",
        "Bijvoorbeeld gemeente, politie, Openbaar Ministerie, GGD, Raad voor de Kinderbescherming of DJI.",
    ),
    Choice::hinted(
        "zorg",
        "Reclassering, zorg of hulpverlening",
        "Bijvoorbeeld reclassering, Veilig Thuis, een gecertificeerde instelling, de ggz of een instelling die voor de gemeente werkt.",
    ),
    Choice::hinted(
        "overig",
        "Andere organisatie",
        "Bijvoorbeeld een woningcorporatie, school, huisarts, UWV of Slachtofferhulp.",
    ),
    Choice::new("onbekend", "Weet ik niet"),
];
