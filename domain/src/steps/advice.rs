//! A question about a case without the case: no name, no birth date, no number of a client.

use serde::Deserialize;

use super::OTHER_MUNICIPALITY;
use super::purposes_outside_wgs::ADVICE;
use crate::check::shape;
use crate::form::{Choice, Field, Kind, Options, Part, Step, When, paragraphs, prose};

/// What we accept of the question.
#[expect(missing_docs, reason = "each field is the question of the same name below")]
#[derive(Deserialize)]
pub struct Advice {
    pub urgency: String,
    pub theme: String,
    pub municipality: String,
    pub question: String,
    pub tried: String,
}

/// The step as it is asked.
pub const STEP: Step = Step {
    slug: "vraag",
    title: prose("Waarover wilt u meedenken?"),
    intro: paragraphs(&[
        "Vertel wat er speelt zonder dat iemand te herkennen is.",
        "Schrijf geen namen, geboortedata, adressen of telefoonnummers van cliënten op.",
    ]),
    when: When::Always,
    section: "advice",
    accept: shape::<Advice>,
    parts: &[
        Field::new(
            "advice.urgency",
            Kind::One(Options::Fixed(URGENCIES)),
            "Hoe snel hebt u antwoord nodig?",
            "hoe snel u antwoord nodig hebt",
            &ADVICE,
        )
        .why("Zo zien wij welke vraag het eerst aan de beurt is.")
        .part(),
        Part::notice(
            "advice.today",
            When::Is("advice.urgency", &["vandaag"]),
            "Hebt u vandaag nog antwoord nodig? Bel ons dan. Een formulier kan te laat gelezen worden. Is er nu gevaar, bel dan 112.",
        ),
        Field::new(
            "advice.theme",
            Kind::One(Options::Fixed(THEMES)),
            "Over welk onderwerp gaat uw vraag?",
            "het onderwerp",
            &ADVICE,
        )
        .hint("Kies wat het best past.")
        .why("Zo komt uw vraag bij iemand die het onderwerp kent.")
        .part(),
        Part::notice(
            "advice.radicalisation",
            When::Is("advice.theme", &["radicalisering"]),
            "Bel ons over radicalisering. Schrijf in dit formulier niets over een persoon.",
        ),
        Part::notice(
            "advice.trafficking",
            When::Is("advice.theme", &["mensenhandel"]),
            "Bel ons over mensenhandel en vraag naar de zorgcoördinator. Schrijf in dit formulier niets over een slachtoffer.",
        ),
        Field::new(
            "advice.municipality",
            Kind::One(Options::Municipalities(OTHER_MUNICIPALITY)),
            "Om welke gemeente gaat het?",
            "de gemeente",
            &ADVICE,
        )
        .hint("De gemeente waar het probleem speelt.")
        .why("Per gemeente verschilt welke organisaties kunnen helpen.")
        .part(),
        Field::new("advice.question", Kind::Nameless, "Wat is uw vraag?", "uw vraag", &ADVICE)
            .hint("Schrijf hier geen namen of geboortedata. Schrijf bijvoorbeeld ‘een man van rond de 40’.")
            .why("Zo kunnen wij meedenken zonder te weten om wie het gaat.")
            .part(),
        Field::new("advice.tried", Kind::Nameless, "Wat hebt u al geprobeerd?", "uw eerdere pogingen", &ADVICE)
            .hint("Noem de soort hulp en het resultaat. Ook hier geen namen of geboortedata.")
            .why("Zo raden wij u niet aan wat u al deed.")
            .part(),
    ],
};

const URGENCIES: &[Choice] = &[
    Choice::new("vandaag", "Vandaag"),
    Choice::new("deze_week", "Deze week"),
    Choice::new("kan_wachten", "Het kan wachten"),
];

const THEMES: &[Choice] = &[
    Choice::new("onbegrepen_gedrag", "Onbegrepen gedrag"),
    Choice::new("levensloopaanpak", "Levensloopaanpak"),
    Choice::new("gia", "Geweld in afhankelijkheidsrelaties (GIA)"),
    Choice::new("mda", "MDA++"),
    Choice::new("huisverbod", "Tijdelijk huisverbod"),
    Choice::new("nazorg", "Nazorg na detentie"),
    Choice::new("bij", "Terugkeer na een ernstig misdrijf (BIJ en 18b)"),
    Choice::new("jongeren", "Jongeren en criminaliteit"),
    Choice::new("radicalisering", "Radicalisering en polarisatie"),
    Choice::new("regieteam", "Regieteam"),
    Choice::new("verplichte_zorg", "Verplichte zorg (Wvggz en Wzd)"),
    Choice::new("mensenhandel", "Mensenhandel"),
    Choice::new("zsm", "ZSM"),
    Choice::new("anders", "Iets anders"),
];
