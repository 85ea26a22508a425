//! The newsletter: where it goes, and that its reader wants it (AVG art. 6 lid 1 onder a and art. 7).

use serde::Deserialize;

use super::purposes_beside_cases::NEWSLETTER;
use crate::answers::Answers;
use crate::check::shape;
use crate::form::{Choice, Field, Kind, Options, Step, When, Width, paragraphs, prose};

/// What we accept of a subscription.
#[expect(missing_docs, reason = "each field is the question of the same name below")]
#[derive(Deserialize)]
pub struct Newsletter {
    pub email: String,
    pub name: Option<String>,
    pub topics: Vec<String>,
    pub consent: String,
}

/// The step as it is asked.
pub const STEP: Step = Step {
    slug: "aanmelden",
    title: prose("Waar mag de nieuwsbrief naartoe?"),
    intro: paragraphs(&[
        "Na het versturen krijgt u een e-mail met een link. Pas als u die link gebruikt, staat u op de lijst.",
        "In elke nieuwsbrief staat hoe u zich afmeldt.",
    ]),
    when: When::Always,
    section: "newsletter",
    accept: shape::<Newsletter>,
    parts: &[
        Field::new("newsletter.email", Kind::Email, "E-mailadres", "uw e-mailadres", &NEWSLETTER)
            .hint("Het adres waarop u de nieuwsbrief wilt krijgen.")
            .why("Zonder adres kunnen wij u geen nieuwsbrief sturen.")
            .autocomplete("email")
            .part(),
        Field::new("newsletter.name", Kind::Text(Width::Wide), "Uw naam", "uw naam", &NEWSLETTER)
            .hint("U hoeft dit niet in te vullen.")
            .why("Met uw naam kunnen wij u in de e-mail aanspreken.")
            .optional()
            .autocomplete("name")
            .part(),
        Field::new(
            "newsletter.topics",
            Kind::Many(Options::Fixed(TOPICS)),
            "Waarover wilt u lezen?",
            "waarover u wilt lezen",
            &NEWSLETTER,
        )
        .hint("Kiest u niets, dan sturen wij u alles.")
        .why("Zo krijgt u alleen wat u wilt lezen.")
        .optional()
        .part(),
        Field::new(
            "newsletter.consent",
            Kind::Tick,
            "Ik wil de nieuwsbrief per e-mail krijgen. Daarvoor mag het Zorg- en Veiligheidshuis bewaren wat ik hier invul, tot ik mij \
             afmeld.",
            "de zin over de nieuwsbrief",
            &NEWSLETTER,
        )
        .hint("U kunt zich altijd weer afmelden.")
        .why("Wij sturen de nieuwsbrief alleen aan wie daar zelf om vraagt.")
        .part(),
    ],
};

/// The topics that were chosen; none means all.
pub fn topics(accepted: &Answers) -> Vec<String> {
    accepted.ticked("newsletter.topics").map(str::to_owned).collect()
}

/// What the newsletter may be about.
pub const TOPICS: &[Choice] = &[
    Choice::new("nieuws", "Nieuws van het Zorg- en Veiligheidshuis"),
    Choice::new("werkbezoeken", "Werkbezoeken"),
    Choice::new("onbegrepen_gedrag", "Onbegrepen gedrag"),
    Choice::new("levensloop", "Levensloopaanpak"),
    Choice::new("geweld", "Geweld in afhankelijkheidsrelaties"),
    Choice::new("huisverbod", "Tijdelijk huisverbod"),
    Choice::new("nazorg", "Nazorg na detentie"),
    Choice::new("jeugd", "Jeugd"),
    Choice::new("radicalisering", "Radicalisering en polarisatie"),
    Choice::new("ggz", "Verplichte zorg (Wvggz en Wzd)"),
    Choice::new("mensenhandel", "Mensenhandel"),
];
