//! What the case is brought in for at the central access: leading by the house, or the Levensloopaanpak. It decides the route.

use serde::Deserialize;

use super::purposes::QUESTION;
use crate::check::shape;
use crate::form::{Choice, Field, Kind, Options, Step, When, paragraphs, prose};

/// What we accept of the choice.
#[expect(missing_docs, reason = "the field is the question of the same name below")]
#[derive(Deserialize)]
pub struct Track {
    pub kind: String,
}

/// The step as it is asked.
pub const STEP: Step = Step {
    slug: "soort-aanmelding",
    title: prose("Wat wilt u aanmelden?"),
    intro: paragraphs(&[
        "De centrale toegang is één ingang voor aanmeldingen. Van de gemeente hangt af welk Zorg- en Veiligheidshuis de casus \
         behandelt.",
        "Twijfelt u wat past? Bel ons dan eerst voor advies. Noem nog geen namen of geboortedata.",
    ]),
    when: When::Always,
    section: "track",
    accept: shape::<Track>,
    parts: &[Field::new(
        "track.kind",
        Kind::One(Options::Fixed(KINDS)),
        "Waarvoor meldt u de casus aan?",
        "waarvoor u de casus aanmeldt",
        &QUESTION,
    )
    .hint("Kies wat het best past.")
    .why("Voor de Levensloopaanpak stellen wij meer vragen, en beslist een apart overleg: de inclusietafel.")
    .part()],
};

/// The case is brought in for leading by the house.
pub(crate) const LEADING: When = When::Is("track.kind", &["procesregie"]);
/// The case is brought in for the Levensloopaanpak.
pub(crate) const LEVENSLOOP: When = When::Is("track.kind", &["levensloop"]);

const KINDS: &[Choice] = &[
    Choice::hinted(
        "procesregie",
        "Procesregie",
        "De gewone zorg en aanpak komen niet tot een oplossing. Het huis leidt dan de samenwerking.",
    ),
    Choice::hinted(
        "levensloop",
        "Levensloopaanpak",
        "Voor een volwassene met onbegrepen gedrag en een hoog veiligheidsrisico. De zorg blijft lang betrokken.",
    ),
];
