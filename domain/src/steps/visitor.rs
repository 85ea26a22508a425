//! Who asks for a working visit.

use serde::Deserialize;

use super::purposes_beside_cases::VISIT;
use crate::check::shape;
use crate::form::{Field, Kind, Step, When, Width, paragraphs, prose};

/// What we accept of whoever asks for a visit.
#[expect(missing_docs, reason = "each field is the question of the same name below")]
#[derive(Deserialize)]
pub struct Visitor {
    pub name: String,
    pub email: String,
    pub phone: Option<String>,
}

/// The step as it is asked.
pub const STEP: Step = Step {
    slug: "contactpersoon",
    title: prose("Met wie regelen wij het bezoek?"),
    intro: paragraphs(&["Wij overleggen met één persoon over de dag en het programma."]),
    when: When::Always,
    section: "visitor",
    accept: shape::<Visitor>,
    parts: &[
        Field::new("visitor.name", Kind::Text(Width::Wide), "Uw naam", "uw naam", &VISIT)
            .why("Zo weten wij met wie wij het bezoek regelen.")
            .autocomplete("name")
            .part(),
        Field::new("visitor.email", Kind::Email, "E-mailadres", "uw e-mailadres", &VISIT)
            .hint("Hier komt ook de bevestiging dat uw aanvraag binnen is.")
            .why("Wij gebruiken het om een dag met u af te spreken.")
            .autocomplete("email")
            .part(),
        Field::new("visitor.phone", Kind::OfficePhone, "Telefoonnummer", "uw telefoonnummer", &VISIT)
            .hint("Een nummer waarop wij u overdag bereiken.")
            .why("Soms is een telefoongesprek sneller, bijvoorbeeld als een dag niet kan.")
            .optional()
            .autocomplete("tel")
            .part(),
    ],
};
