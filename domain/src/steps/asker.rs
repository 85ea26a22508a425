//! Who asks for advice: the professional at the keyboard, of any organisation. Only contact data.

use serde::Deserialize;

use super::OTHER_ORGANISATION;
use super::purposes_outside_wgs::ASKER;
use crate::check::shape;
use crate::form::{Choice, Field, Kind, Options, Step, When, Width, paragraphs, prose};

/// What we accept of the asker.
#[expect(missing_docs, reason = "each field is the question of the same name below")]
#[derive(Deserialize)]
pub struct Asker {
    pub organisation: String,
    pub other_organisation: Option<String>,
    pub first_name: String,
    pub prefix: Option<String>,
    pub last_name: String,
    pub function: String,
    pub email: String,
    pub answer_by: String,
    pub phone: Option<String>,
}

/// The step as it is asked.
pub const STEP: Step = Step {
    slug: "uw-gegevens",
    title: prose("Wie bent u?"),
    intro: paragraphs(&[
        "U vraagt advies als professional. Wij vragen alleen uw werkgegevens. Daarmee geven wij u antwoord.",
    ]),
    when: When::Always,
    section: "asker",
    accept: shape::<Asker>,
    parts: &[
        Field::new(
            "asker.organisation",
            Kind::One(Options::Partners(OTHER_ORGANISATION)),
            "Voor welke organisatie werkt u?",
            "uw organisatie",
            &ASKER,
        )
        .hint("Staat uw organisatie er niet bij? Kies dan ‘Andere organisatie’. U kunt ook dan om advies vragen.")
        .why("Ons advies hangt af van wat uw organisatie kan en mag doen.")
        .part(),
        Field::new(
            "asker.other_organisation",
            Kind::Text(Width::Wide),
            "Naam van uw organisatie",
            "de naam van uw organisatie",
            &ASKER,
        )
        .hint("De naam zoals anderen die kennen, zonder afkorting.")
        .why("Zo weten wij met welke organisatie wij meedenken.")
        .when(When::Is("asker.organisation", &["andere"]))
        .autocomplete("organization")
        .part(),
        Field::new(
            "asker.first_name",
            Kind::Text(Width::Medium),
            "Voornaam of voorletters",
            "uw voornaam of voorletters",
            &ASKER,
        )
        .why("Zo weten wij naar wie wij vragen.")
        .autocomplete("given-name")
        .part(),
        Field::new("asker.prefix", Kind::Text(Width::Short), "Tussenvoegsel", "uw tussenvoegsel", &ASKER)
            .hint("Bijvoorbeeld: van der.")
            .why("Zo schrijven wij uw naam goed.")
            .optional()
            .part(),
        Field::new("asker.last_name", Kind::Text(Width::Wide), "Achternaam", "uw achternaam", &ASKER)
            .why("Zo weten wij wie de vraag stelt.")
            .autocomplete("family-name")
            .part(),
        Field::new("asker.function", Kind::Text(Width::Wide), "Functie", "uw functie", &ASKER)
            .hint("Bijvoorbeeld: wijkagent, consulent of verpleegkundige.")
            .why("Zo past ons advies bij uw werk.")
            .autocomplete("organization-title")
            .part(),
        Field::new("asker.email", Kind::WorkEmail, "E-mailadres van uw werk", "uw e-mailadres", &ASKER)
            .hint("Hier komt de ontvangstbevestiging. Uw vraag staat daar niet in.")
            .why("Zo weet u dat uw vraag binnen is.")
            .autocomplete("email")
            .part(),
        Field::new(
            "asker.answer_by",
            Kind::One(Options::Fixed(WAYS)),
            "Hoe wilt u het liefst antwoord?",
            "hoe u het liefst antwoord wilt",
            &ASKER,
        )
        .why("Aan de telefoon kunnen wij doorvragen. Een schriftelijk advies kunt u bewaren.")
        .part(),
        Field::new(
            "asker.phone",
            Kind::OfficePhone,
            "Telefoonnummer waarop wij u direct bereiken",
            "uw telefoonnummer",
            &ASKER,
        )
        .hint("Liefst uw eigen werknummer, niet dat van de receptie.")
        .why("Wij bellen u met ons antwoord.")
        .when(When::Is("asker.answer_by", &["telefoon"]))
        .autocomplete("tel")
        .part(),
    ],
};

const WAYS: &[Choice] = &[Choice::new("telefoon", "Aan de telefoon"), Choice::new("schriftelijk", "Schriftelijk")];
