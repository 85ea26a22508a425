//! Judging the criteria, each with yes or no and the reason (BGS art. 2.20 lid 3). A card for each set of criteria; what the cards
//! have in common stands here.

pub mod admission;
pub mod regieteam;

use crate::desk::purposes::JUDGING;
use crate::form::{Field, Heard, Kind, Options, Part, When, Words};
use crate::steps::YES_NO;

const WORDS: Words = Words {
    noun: "oordeel",
    begin: "Criteria beoordelen",
    send: "Oordeel vastleggen",
    sent: "Uw oordeel is vastgelegd",
};

const HEARS: &[Heard] = &[Heard::always(
    "Uw oordeel helpt wie besluit. Het besluit zelf volgt er niet vanzelf uit. De afzender leest uw oordeel niet.",
)];

const VERB: &str = "Criteria beoordelen";

/// Whether one criterion is met.
const fn judgement(name: &'static str, label: &'static str, noun: &'static str) -> Part {
    Field::new(name, Kind::One(Options::Fixed(YES_NO)), label, noun, &JUDGING)
        .why("Wij leggen per criterium vast of het van toepassing is.")
        .part()
}

/// Why it is, or is not.
const fn reason(name: &'static str, label: &'static str, noun: &'static str) -> Part {
    Field::new(name, Kind::LongText, label, noun, &JUDGING)
        .hint("Noem feiten. Herhaal niet de hele aanmelding en geen medische details.")
        .why("Het BGS vraagt ook waarom een criterium wel of niet van toepassing is (artikel 2.20 lid 3).")
        .part()
}

/// Whether the person knows of the referral.
const INFORMED: Part = Field::new(
    "judged.informed",
    Kind::One(Options::Fixed(YES_NO)),
    "Weet de betrokkene van de aanmelding?",
    "of de betrokkene van de aanmelding weet",
    &JUDGING,
)
.hint("Kijk naar wat de afzender schreef en wat u daarna hoorde.")
.why("De aanmelding wordt vooraf met de betrokkene besproken. Kan dat niet, dan moet duidelijk zijn waarom.")
.part();

const UNINFORMED_REASON: Part = Field::new(
    "judged.informed_reason",
    Kind::LongText,
    "Waarom weet de betrokkene het niet?",
    "de reden dat de betrokkene het niet weet",
    &JUDGING,
)
.hint("Schrijf alleen op wat nodig is. Zeg ook wanneer de betrokkene het wel hoort.")
.why("Zo vergeten wij niet om de betrokkene later te informeren.")
.when(When::Is("judged.informed", &["nee"]))
.part();
