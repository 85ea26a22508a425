//! A message to the house: who writes, about what. Nothing about a case belongs in it.

use serde::Deserialize;

use super::purposes_beside_cases::{MESSAGE, SENDER};
use super::reachable::Reachable;
use crate::check::accept;
use crate::form::{Choice, Field, Kind, Options, Part, Step, When, Width, paragraphs, prose};

/// What we accept of a message.
#[expect(missing_docs, reason = "each field is the question of the same name below")]
#[derive(Deserialize)]
pub struct Message {
    pub subject: String,
    pub text: String,
    pub name: String,
    pub email: Option<String>,
    pub phone: Option<String>,
}

/// The step as it is asked.
pub const STEP: Step = Step {
    slug: "bericht",
    title: prose("Wat wilt u ons laten weten?"),
    intro: paragraphs(&[
        "Is er nu gevaar? Bel 112. Wacht niet op ons antwoord.",
        "Schrijf niets over een casus: geen namen, geboortedata of andere gegevens van cliënten. Dit formulier is daar niet voor.",
    ]),
    when: When::Always,
    section: "message",
    accept: accept::<Reachable>,
    parts: &[
        Field::new(
            "message.subject",
            Kind::One(Options::Fixed(SUBJECTS)),
            "Waar gaat uw bericht over?",
            "waar uw bericht over gaat",
            &MESSAGE,
        )
        .hint("Kies wat het best past.")
        .why("Zo komt uw bericht meteen bij de juiste medewerker.")
        .part(),
        Part::notice(
            "message.about_a_case",
            When::Is("message.subject", &["casus"]),
            "Wilt u overleggen over een casus? Bel ons, of vraag advies via deze website. Wilt u een casus aanmelden? Gebruik dan het \
             formulier voor aanmelden. Noem in dit bericht niemand bij naam.",
        ),
        Part::notice(
            "message.after_detention",
            When::Is("message.subject", &["nazorg"]),
            "Vertel hier alleen dat u hierover contact wilt. Schrijf niets over een straf, een rechtszaak of iemands gezondheid.",
        ),
        Field::new("message.text", Kind::Nameless, "Uw bericht", "uw bericht", &MESSAGE)
            .hint("Schrijf geen namen, geboortedata of andere gegevens over een cliënt of een casus.")
            .why("Zo kunnen wij u goed antwoord geven.")
            .part(),
        Part::headed("Zo bereiken wij u", "Vul een e-mailadres of een telefoonnummer in. Een van de twee is genoeg."),
        Field::new("message.name", Kind::Text(Width::Wide), "Uw naam", "uw naam", &SENDER)
            .why("Zo weten wij wie wij antwoord geven.")
            .autocomplete("name")
            .part(),
        Field::new("message.email", Kind::Email, "E-mailadres", "uw e-mailadres", &SENDER)
            .hint("Hier komt ook de bevestiging dat uw bericht binnen is.")
            .why("Wij gebruiken het om u te antwoorden.")
            .optional()
            .autocomplete("email")
            .part(),
        Field::new("message.phone", Kind::OfficePhone, "Telefoonnummer", "uw telefoonnummer", &SENDER)
            .hint("Liever gebeld worden? Vul dan uw telefoonnummer in.")
            .why("Wij gebruiken het om u te antwoorden.")
            .optional()
            .autocomplete("tel")
            .part(),
    ],
};

const SUBJECTS: &[Choice] = &[
    Choice::new("werk", "Het werk van het Zorg- en Veiligheidshuis"),
    Choice::new("samenwerken", "Samenwerken met ons"),
    Choice::hinted("nazorg", "Nazorg", "Steun voor volwassenen die terugkomen na detentie."),
    Choice::hinted("casus", "Een casus", "Alleen algemeen, zonder gegevens van mensen."),
    Choice::new("website", "Deze website"),
    Choice::new("anders", "Iets anders"),
];
