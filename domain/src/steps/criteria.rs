//! The criteria of the Regieteam: one of three is enough. The referrer explains how far each is met, people weigh.
//!
//! These are not the national criteria of BGS art. 2.20 lid 1, which hold together; the two tests stay apart.

use serde::Deserialize;

use super::JUDGEMENTS;
use super::purposes::CRITERIA;
use crate::check::shape;
use crate::form::{Field, Kind, Options, Part, Step, When, paragraphs, prose};

/// What we accept on the criteria.
#[expect(missing_docs, reason = "each field is the question of the same name below")]
#[derive(Deserialize)]
pub struct Criteria {
    pub domains: String,
    pub domains_explanation: Option<String>,
    pub chains: String,
    pub chains_explanation: Option<String>,
    pub surroundings: String,
    pub surroundings_explanation: Option<String>,
}

/// The step as it is asked.
pub const STEP: Step = Step {
    slug: "criteria",
    title: prose("Past de casus bij het Regieteam?"),
    intro: paragraphs(&[
        "Een casus past bij het Regieteam als minstens één van deze drie criteria van toepassing is.",
        "Uw antwoorden beslissen niet vanzelf. Mensen wegen de aanmelding.",
    ]),
    when: When::Always,
    section: "criteria",
    accept: shape::<Criteria>,
    parts: &[
        Part::headed("A. Meer dan één leefgebied", DOMAINS),
        applies(
            "criteria.domains",
            "Is criterium A van toepassing?",
            "of criterium A van toepassing is",
            "Kijk naar de leefgebieden die u bij ‘Aanleiding’ hebt genoemd.",
        ),
        explanation(
            "criteria.domains_explanation",
            "Leg uit waarom criterium A van toepassing is, of waarover u twijfelt",
            "uw uitleg bij criterium A",
            "Hoe hangen de problemen samen en waar leiden ze toe? Herhaal geen medische details.",
            When::Is("criteria.domains", APPLIES),
        ),
        Part::headed("B. Meer dan één keten", CHAINS),
        applies(
            "criteria.chains",
            "Is criterium B van toepassing?",
            "of criterium B van toepassing is",
            "Een keten is een groep organisaties op één terrein, zoals zorg, justitie of bestuur.",
        ),
        explanation(
            "criteria.chains_explanation",
            "Leg uit waarom criterium B van toepassing is, of waarover u twijfelt",
            "uw uitleg bij criterium B",
            "Welke ketens zijn nodig, en waarom lukt het één keten niet? Noem organisaties, geen namen van medewerkers.",
            When::Is("criteria.chains", APPLIES),
        ),
        Part::headed("C. Gezin en directe omgeving", SURROUNDINGS),
        applies(
            "criteria.surroundings",
            "Is criterium C van toepassing?",
            "of criterium C van toepassing is",
            "Denk aan gezinsleden, huisgenoten en mensen in de directe omgeving.",
        ),
        explanation(
            "criteria.surroundings_explanation",
            "Leg uit waarom criterium C van toepassing is, of waarover u twijfelt",
            "uw uitleg bij criterium C",
            "Wat merkt de omgeving, en wat doet de omgeving met het probleem? Schrijf niet meer over anderen dan nodig is.",
            When::Is("criteria.surroundings", APPLIES),
        ),
        Part::notice(
            "criteria.none",
            When::All(&[
                When::Is("criteria.domains", NO),
                When::Is("criteria.chains", NO),
                When::Is("criteria.surroundings", NO),
            ]),
            "U kiest drie keer ‘Nee’. Een casus past bij het Regieteam als minstens één criterium van toepassing is. Bel de voorzitter \
             van het Regieteam voor advies: misschien past iets anders beter. U kunt de aanmelding ook gewoon versturen.",
        ),
        Part::notice(
            "criteria.doubt",
            When::Any(&[
                When::Is("criteria.domains", DOUBT),
                When::Is("criteria.chains", DOUBT),
                When::Is("criteria.surroundings", DOUBT),
            ]),
            "Twijfelt u? Bel de voorzitter van het Regieteam. Die denkt met u mee. U kunt ook verdergaan en uitleggen waarover u \
             twijfelt.",
        ),
    ],
};

/// Criterion A, as the house publishes it.
pub const DOMAINS: &str = "Er zijn meerdere problemen op meer dan één leefgebied. Die leiden tot criminaliteit, overlast of verdere \
    achteruitgang, of dat is te verwachten.";

/// Criterion B.
pub const CHAINS: &str = "Er is meer dan één keten nodig, met in elk geval dwang en drang, omdat één keten de problemen niet kan \
    oplossen. Dwang is wat moet van de rechter, de burgemeester of een andere instantie. Drang is sterk aandringen met gevolgen als \
    iemand niet meewerkt.";

/// Criterion C.
pub const SURROUNDINGS: &str = "Het gezin of de directe omgeving heeft invloed op de problemen, en de problemen hebben gevolgen voor \
    hen. Dat is nu zo of dat is te verwachten.";

/// The judgement of one criterion.
const fn applies(name: &'static str, label: &'static str, noun: &'static str, hint: &'static str) -> Part {
    Field::new(name, Kind::One(Options::Fixed(JUDGEMENTS)), label, noun, &CRITERIA)
        .hint(hint)
        .why("De deelnemers wegen per criterium of de casus past. Uw oordeel is daarbij het begin.")
        .part()
}

/// Why a criterion applies, or what leaves it open.
const fn explanation(
    name: &'static str,
    label: &'static str,
    noun: &'static str,
    hint: &'static str,
    when: When,
) -> Part {
    Field::new(name, Kind::LongText, label, noun, &CRITERIA)
        .hint(hint)
        .why("Wij leggen per criterium vast wat wij ervan vinden en waarom. Uw uitleg hoort daarbij.")
        .when(when)
        .part()
}

const APPLIES: &[&str] = &["ja", "twijfel"];
const NO: &[&str] = &["nee"];
const DOUBT: &[&str] = &["twijfel"];
