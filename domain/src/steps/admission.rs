//! The criteria for a case meeting under the WGS (BGS art. 2.20 lid 1): all four hold together. The referrer explains how far each is
//! met (lid 3), people weigh. After them the criteria that the houses of the country share.
//!
//! These are not the criteria of the Regieteam, of which one is enough; the two tests stay apart.

use serde::Deserialize;

use super::JUDGEMENTS;
use super::purposes::ADMISSION;
use crate::check::shape;
use crate::form::{Field, Kind, Options, Part, Step, When, paragraphs, prose};

/// What we accept on the criteria.
#[expect(missing_docs, reason = "each field is the question of the same name below")]
#[derive(Deserialize)]
pub struct Admission {
    pub problems: String,
    pub problems_explanation: String,
    pub domains: String,
    pub domains_explanation: String,
    pub harm: String,
    pub harm_explanation: String,
    pub participants: String,
    pub participants_explanation: String,
    pub complex: String,
    pub local: String,
    pub shared_explanation: Option<String>,
}

/// The step as it is asked.
pub const STEP: Step = Step {
    slug: "criteria",
    title: prose("Voldoet de casus aan de criteria?"),
    intro: paragraphs(&[
        "Voor een casusoverleg van het Zorg- en Veiligheidshuis staan vier criteria in artikel 2.20 van het Besluit \
         gegevensverwerking door samenwerkingsverbanden (BGS). Alle vier moeten van toepassing zijn.",
        "Leg per criterium uit in hoeverre de casus eraan voldoet. Uw antwoorden beslissen niet vanzelf: mensen wegen de aanmelding.",
    ]),
    when: When::Always,
    section: "admission",
    accept: shape::<Admission>,
    parts: &[
        Part::headed("1. Problemen van de persoon of in het gezin", PROBLEMS),
        applies(
            "admission.problems",
            "Is criterium 1 van toepassing?",
            "of criterium 1 van toepassing is",
            "Problemen in het gezin tellen mee als ze met de casus te maken hebben.",
        ),
        explanation(
            "admission.problems_explanation",
            "Uw uitleg bij criterium 1",
            "uw uitleg bij criterium 1",
            "Vat de problemen samen. Herhaal niet alles wat u al schreef, en geen medische details.",
        ),
        Part::headed("2. Meer leefgebieden en meer kans op strafbare feiten", DOMAINS),
        applies(
            "admission.domains",
            "Is criterium 2 van toepassing?",
            "of criterium 2 van toepassing is",
            "Kijk naar de leefgebieden die u bij ‘Aanleiding’ hebt genoemd.",
        ),
        explanation(
            "admission.domains_explanation",
            "Uw uitleg bij criterium 2",
            "uw uitleg bij criterium 2",
            "Hoe hangen de leefgebieden samen, en wat maakt de kans op strafbare feiten groter? Schrijf geen strafblad op dat u alleen \
             van horen zeggen kent.",
        ),
        Part::headed("3. Ernstige overlast, criminaliteit of onveiligheid", HARM),
        applies(
            "admission.harm",
            "Is criterium 3 van toepassing?",
            "of criterium 3 van toepassing is",
            "Alleen een vermoeden is niet genoeg.",
        ),
        explanation(
            "admission.harm_explanation",
            "Uw uitleg bij criterium 3",
            "uw uitleg bij criterium 3",
            "Noem feiten of aanwijzingen die een ander kan nagaan. Schrijf geen meningen.",
        ),
        Part::headed("4. Deelnemers van meer terreinen nodig", PARTICIPANTS),
        applies(
            "admission.participants",
            "Is criterium 4 van toepassing?",
            "of criterium 4 van toepassing is",
            "Denk aan zorg, justitie, politie en gemeente.",
        ),
        explanation(
            "admission.participants_explanation",
            "Uw uitleg bij criterium 4",
            "uw uitleg bij criterium 4",
            "Welke organisaties zijn nodig, en waarom lukt het niet met minder? Noem geen namen van medewerkers.",
        ),
        Part::notice(
            "admission.not_all",
            When::Any(&[
                When::Is("admission.problems", NO),
                When::Is("admission.domains", NO),
                When::Is("admission.harm", NO),
                When::Is("admission.participants", NO),
            ]),
            "U kiest minstens één keer ‘Nee’. Alle vier de criteria moeten van toepassing zijn. Bel ons voor advies: misschien past \
             iets anders beter. U kunt de aanmelding ook gewoon versturen.",
        ),
        Part::notice(
            "admission.doubt",
            When::Any(&[
                When::Is("admission.problems", DOUBT),
                When::Is("admission.domains", DOUBT),
                When::Is("admission.harm", DOUBT),
                When::Is("admission.participants", DOUBT),
            ]),
            "Twijfelt u? Bel ons. Wij denken met u mee. U kunt ook verdergaan en uitleggen waarover u twijfelt.",
        ),
        Part::headed(
            "Landelijke criteria van de huizen",
            "De Zorg- en Veiligheidshuizen kijken ook naar deze twee situaties. Eén van de twee is genoeg.",
        ),
        applies(
            "admission.complex",
            "Spelen er meer problemen tegelijk, zijn meer ketens nodig en heeft het gezin of de omgeving er last van?",
            "of de problemen samengaan en meer ketens nodig zijn",
            "Het gaat om alle drie samen. Een keten is een groep organisaties op één terrein, zoals zorg, justitie of bestuur.",
        ),
        applies(
            "admission.local",
            "Is er een ernstig veiligheidsprobleem in een plaats of gebied dat om meer ketens vraagt?",
            "of er een ernstig veiligheidsprobleem in een plaats of gebied is",
            "Bijvoorbeeld in één buurt. Ook dan moeten organisaties van verschillende ketens samenwerken.",
        ),
        Field::new(
            "admission.shared_explanation",
            Kind::LongText,
            "Uw uitleg bij de landelijke criteria",
            "uw uitleg bij de landelijke criteria",
            &ADMISSION,
        )
        .hint("Schrijf alleen op wat u nog niet hebt uitgelegd.")
        .why(EXPLANATION_WHY)
        .optional()
        .part(),
        Part::notice(
            "admission.not_shared",
            When::All(&[When::Is("admission.complex", NO), When::Is("admission.local", NO)]),
            "U kiest bij de landelijke criteria twee keer ‘Nee’. Bel ons voor advies: misschien past iets anders beter. U kunt de \
             aanmelding ook gewoon versturen.",
        ),
    ],
};

/// Criterion a of BGS art. 2.20 lid 1.
pub const PROBLEMS: &str =
    "De persoon heeft problemen, of er zijn problemen in het gezin die met de casus te maken hebben.";

/// Criterion b.
pub const DOMAINS: &str = "De problemen spelen op meer dan één leefgebied. Er zijn ook omstandigheden die de kans op strafbare feiten \
    groter maken.";

/// Criterion c.
pub const HARM: &str = "De problemen leiden of leidden tot ernstige overlast, criminaliteit of onveilige situaties. Of er zijn \
    duidelijke en objectieve aanwijzingen dat dit gaat gebeuren.";

/// Criterion d.
pub const PARTICIPANTS: &str = "Voor een plan dat werkt, zijn deelnemers van meer dan één terrein nodig.";

/// The judgement of one criterion.
const fn applies(name: &'static str, label: &'static str, noun: &'static str, hint: &'static str) -> Part {
    Field::new(name, Kind::One(Options::Fixed(JUDGEMENTS)), label, noun, &ADMISSION)
        .hint(hint)
        .why("De deelnemers wegen per criterium of de casus past. Uw oordeel is daarbij het begin.")
        .part()
}

/// How far a criterion is met. Asked of a "no" as well: the decree wants it of each (BGS art. 2.20 lid 3).
const fn explanation(name: &'static str, label: &'static str, noun: &'static str, hint: &'static str) -> Part {
    Field::new(name, Kind::LongText, label, noun, &ADMISSION).hint(hint).why(EXPLANATION_WHY).part()
}

const EXPLANATION_WHY: &str = "Wij leggen per criterium vast wat wij ervan vinden en waarom. Uw uitleg hoort daarbij.";
const NO: &[&str] = &["nee"];
const DOUBT: &[&str] = &["twijfel"];
