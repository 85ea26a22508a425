//! What a contributor does in the case and sees of it: their own part, nothing of hearsay (WGS art. 2.30 lid 1 onder a, BGS art. 1.5).

use serde::Deserialize;

use super::purposes_of_contributions::OWN_PART;
use super::safety::{CONCERN, CONCERNS, SERIOUS};
use crate::check::shape;
use crate::form::{Choice, Field, Kind, Options, Part, Step, When, Width, paragraphs, prose};

/// What we accept of the contributor's own part.
#[expect(missing_docs, reason = "each field is the question of the same name below")]
#[derive(Deserialize)]
pub struct Involvement {
    pub since: String,
    pub status: String,
    pub task: String,
    pub strengths: Option<String>,
    pub concern: String,
    pub worries: Option<String>,
    pub needs: String,
}

/// The step as it is asked.
pub const STEP: Step = Step {
    slug: "uw-betrokkenheid",
    title: prose("Wat doet u in deze casus?"),
    intro: paragraphs(&[
        "Schrijf alleen op wat u zelf doet, ziet en weet. Houd feiten en uw mening uit elkaar.",
        "Schrijf ‘de betrokkene’, ‘de moeder’ of ‘het kind’ in plaats van een naam.",
    ]),
    when: When::Always,
    section: "involvement",
    accept: shape::<Involvement>,
    parts: &[
        Field::new(
            "involvement.since",
            Kind::Text(Width::Medium),
            "Sinds wanneer bent u betrokken?",
            "het begin van uw betrokkenheid",
            &OWN_PART,
        )
        .hint("Bijvoorbeeld: maart 2025.")
        .why("Zo weten wij over welke tijd u iets kunt zeggen.")
        .part(),
        Field::new(
            "involvement.status",
            Kind::One(Options::Fixed(STATUSES)),
            "Bent u nu nog betrokken?",
            "of u nu nog betrokken bent",
            &OWN_PART,
        )
        .hint("Kies hoe het nu is.")
        .why("Zo zien wij welke hulp er nu is en welke hulp is gestopt.")
        .part(),
        Field::new("involvement.task", Kind::Nameless, "Welke hulp of taak hebt u?", "uw hulp of taak", &OWN_PART)
            .hint("Wat doet u, hoe vaak en met welk doel? Noem geen namen en geen medische details.")
            .why("Zo weten wij wat er al gebeurt en wat niet dubbel hoeft.")
            .part(),
        Field::new(
            "involvement.strengths",
            Kind::Nameless,
            "Wat gaat er goed?",
            "uw uitleg bij wat goed gaat",
            &OWN_PART,
        )
        .hint("Wat werkt, en wie helpt er? Noem geen namen.")
        .why("Een plan werkt beter als het steunt op wat al goed gaat.")
        .optional()
        .part(),
        Part::heading("Veiligheid"),
        Field::new(
            "involvement.concern",
            Kind::One(Options::Fixed(CONCERNS)),
            "Hoe groot is uw zorg over de veiligheid?",
            "hoe groot uw zorg over de veiligheid is",
            &OWN_PART,
        )
        .hint("Denk aan de betrokkene, kinderen, anderen en professionals. Het gaat om uw eigen inschatting.")
        .why("Hieraan zien wij hoe snel er iets moet gebeuren en wie bescherming nodig heeft.")
        .part(),
        Part::notice(
            "involvement.serious",
            When::Is("involvement.concern", SERIOUS),
            "U maakt zich ernstige zorgen. Is er nu direct gevaar? Bel 112. Is er geen spoed maar wel politie nodig? Bel 0900-8844. \
             Denkt u aan huiselijk geweld of kindermishandeling? Bel Veilig Thuis: 0800-2000. Doe dat ook als u deze bijdrage \
             verstuurt.",
        ),
        Field::new(
            "involvement.worries",
            Kind::Nameless,
            "Waarover maakt u zich zorgen?",
            "uw uitleg bij de zorgen",
            &OWN_PART,
        )
        .hint("Wat zag of hoorde u zelf, wanneer was dat, en wie loopt gevaar? Noem geen namen.")
        .why("Zo weten wij waar iemand op moet letten.")
        .when(When::Is("involvement.concern", CONCERN))
        .part(),
        Part::heading("Wat er nodig is"),
        Field::new(
            "involvement.needs",
            Kind::Nameless,
            "Wat is er volgens u nodig?",
            "uw uitleg bij wat nodig is",
            &OWN_PART,
        )
        .hint("Wat kunt u zelf doen, en wat moet een ander doen? Noem geen namen.")
        .why("Zo kunnen de organisaties afspreken wie wat doet.")
        .part(),
    ],
};

const STATUSES: &[Choice] = &[
    Choice::new("actief", "Ja"),
    Choice::new("wachtlijst", "Nog niet, er is een wachtlijst"),
    Choice::new("afgerond", "Nee, mijn hulp of taak is afgerond"),
    Choice::new("gestopt", "Nee, mijn hulp of taak is voortijdig gestopt"),
];
