//! Who sends a notice for an organisation of the partner register: contact data only. Whoever is not in the register can't send it.

use serde::Deserialize;

use super::purposes_outside_wgs::SENDER;
use crate::check::shape;
use crate::form::{Field, Kind, Options, Part, Step, When, Width, paragraphs, prose};

/// What we accept of the sender.
#[expect(missing_docs, reason = "each field is the question of the same name below")]
#[derive(Deserialize)]
pub struct Sender {
    pub organisation: String,
    pub first_name: String,
    pub prefix: Option<String>,
    pub last_name: String,
    pub function: String,
    pub email: String,
    pub phone: String,
}

/// The step as it is asked.
pub const STEP: Step = Step {
    slug: "afzender",
    title: prose("Wie stuurt de melding?"),
    intro: paragraphs(&["U meldt namens uw organisatie. Wij vragen alleen uw werkgegevens."]),
    when: When::Always,
    section: "sender",
    accept: shape::<Sender>,
    parts: &[
        Field::new(
            "sender.organisation",
            Kind::One(Options::Partners(&[])),
            "Voor welke organisatie werkt u?",
            "uw organisatie",
            &SENDER,
        )
        .hint("Staat uw organisatie er niet bij? Dan kunt u dit formulier niet gebruiken. Bel ons.")
        .why("Alleen organisaties die wij kennen, kunnen deze melding doen.")
        .part(),
        Part::heading("Uw naam en functie"),
        Field::new(
            "sender.first_name",
            Kind::Text(Width::Medium),
            "Voornaam of voorletters",
            "uw voornaam of voorletters",
            &SENDER,
        )
        .why("Zo weten wij naar wie wij vragen.")
        .autocomplete("given-name")
        .part(),
        Field::new("sender.prefix", Kind::Text(Width::Short), "Tussenvoegsel", "uw tussenvoegsel", &SENDER)
            .hint("Bijvoorbeeld: van der.")
            .why("Zo schrijven wij uw naam goed.")
            .optional()
            .part(),
        Field::new("sender.last_name", Kind::Text(Width::Wide), "Achternaam", "uw achternaam", &SENDER)
            .why("Zo weten wij wie de melding stuurt.")
            .autocomplete("family-name")
            .part(),
        Field::new("sender.function", Kind::Text(Width::Wide), "Functie", "uw functie", &SENDER)
            .why("Uw functie laat zien vanuit welke taak u meldt.")
            .autocomplete("organization-title")
            .part(),
        Part::heading("Zo bereiken wij u"),
        Field::new("sender.email", Kind::WorkEmail, "E-mailadres van uw werk", "uw e-mailadres", &SENDER)
            .hint("Hier komt de ontvangstbevestiging. Daarin staan geen gegevens over de betrokkene.")
            .why("Zo weet u dat de melding binnen is. Ook zien wij of het adres bij uw organisatie hoort.")
            .autocomplete("email")
            .part(),
        Field::new(
            "sender.phone",
            Kind::OfficePhone,
            "Telefoonnummer waarop wij u direct bereiken",
            "uw telefoonnummer",
            &SENDER,
        )
        .hint("Liefst uw eigen werknummer, niet dat van de receptie.")
        .why("Wij bellen u als wij een vraag hebben over de melding.")
        .autocomplete("tel")
        .part(),
    ],
};
