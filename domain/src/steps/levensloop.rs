//! For the Levensloopaanpak: adults with behaviour that is not understood and a high safety risk, long-lasting and recurrent
//! (WGS art. 2.30 lid 1 onder a; health only as far as needed: art. 2.29 lid 1).

use serde::Deserialize;

use super::purposes::{MEASURES, SITUATION};
use super::{JUDGEMENTS, YES_NO_UNKNOWN};
use crate::check::shape;
use crate::form::{Choice, Field, Kind, Options, Part, Step, When, paragraphs, prose};

/// What we accept on the Levensloopaanpak.
#[expect(missing_docs, reason = "each field is the question of the same name below")]
#[derive(Deserialize)]
pub struct Levensloop {
    pub behaviour: String,
    pub behaviour_explanation: Option<String>,
    pub risk: String,
    pub risk_explanation: Option<String>,
    pub dangerous: String,
    pub dangerous_explanation: Option<String>,
    pub lasting: String,
    pub lasting_explanation: Option<String>,
    pub care: String,
    pub care_explanation: Option<String>,
    pub category: String,
}

/// The step as it is asked. Forms set when it is on the route.
pub const STEP: Step = Step {
    slug: "levensloop",
    title: prose("Past de Levensloopaanpak?"),
    intro: paragraphs(&[
        "De Levensloopaanpak is voor volwassenen met onbegrepen gedrag en een hoog veiligheidsrisico. De problemen duren lang en \
         komen terug.",
        "Eerst wegen wij de aanmelding. Past de casus, dan beslist de inclusietafel of de betrokkene meedoet.",
    ]),
    when: When::Always,
    section: "levensloop",
    accept: shape::<Levensloop>,
    parts: &[
        Part::notice(
            "levensloop.maybe_minor",
            When::MaybeMinor("person.birth_date"),
            "De Levensloopaanpak is voor mensen van 18 jaar en ouder. Volgens de geboortedatum die u invulde, is de betrokkene \
             misschien jonger. Kijk de datum na of bel ons voor advies. U kunt ook verdergaan.",
        ),
        Part::heading("Gedrag en risico"),
        judged(
            "levensloop.behaviour",
            "Is er onbegrepen gedrag?",
            "of er onbegrepen gedrag is",
            "Gedrag dat anderen niet begrijpen en dat zorgen of overlast geeft.",
        ),
        explained(
            "levensloop.behaviour_explanation",
            "Welk gedrag is dat?",
            "uw uitleg bij het gedrag",
            "Beschrijf wat mensen zien en hoe vaak. Noem alleen een diagnose als die nodig is, en geen medicijnen.",
            When::Is("levensloop.behaviour", APPLIES),
        ),
        judged(
            "levensloop.risk",
            "Is er een hoog veiligheidsrisico?",
            "of er een hoog veiligheidsrisico is",
            "Voor de betrokkene zelf of voor anderen.",
        ),
        explained(
            "levensloop.risk_explanation",
            "Waarom is het risico hoog, of waarover twijfelt u?",
            "uw uitleg bij het risico",
            "Wat kan er gebeuren, met wie en waaraan merkt u dat? Houd feiten en meningen uit elkaar. Noem geen medische details.",
            When::Is("levensloop.risk", APPLIES),
        ),
        Field::new(
            "levensloop.dangerous",
            Kind::One(Options::Fixed(YES_NO_UNKNOWN)),
            "Was er eerder gevaarlijk gedrag?",
            "of er eerder gevaarlijk gedrag was",
            &SITUATION,
        )
        .hint("Gedrag waardoor iemand gewond raakte of ernstig gevaar liep.")
        .why("De aanpak is er voor mensen bij wie gevaarlijk gedrag terug kan komen.")
        .part(),
        explained(
            "levensloop.dangerous_explanation",
            "Wat gebeurde er, en wanneer?",
            "uw uitleg bij het gevaarlijke gedrag",
            "Noem alleen wat uw organisatie zelf rechtmatig weet. Gegevens van politie en justitie komen van henzelf.",
            When::Is("levensloop.dangerous", YES),
        ),
        judged(
            "levensloop.lasting",
            "Duren de problemen lang en komen ze steeds terug?",
            "of de problemen lang duren en terugkomen",
            "Ook als het tussendoor een tijd beter ging.",
        ),
        explained(
            "levensloop.lasting_explanation",
            "Sinds wanneer zijn de problemen er, en wanneer kwamen ze terug?",
            "uw uitleg bij de duur",
            "Jaren of periodes zijn genoeg. Neem geen verslagen over.",
            When::Is("levensloop.lasting", APPLIES),
        ),
        Part::notice(
            "levensloop.outside",
            When::Any(&[
                When::Is("levensloop.behaviour", NO),
                When::Is("levensloop.risk", NO),
                When::Is("levensloop.lasting", NO),
            ]),
            "Bij de Levensloopaanpak gaat het om onbegrepen gedrag, een hoog veiligheidsrisico en problemen die lang duren. Bel ons voor \
             advies: misschien past procesregie beter. U kunt ook verdergaan.",
        ),
        Part::heading("Zorg en strafrecht"),
        Field::new(
            "levensloop.care",
            Kind::One(Options::Fixed(CARE)),
            "Krijgt of kreeg de betrokkene forensische of verplichte zorg?",
            "of de betrokkene forensische of verplichte zorg krijgt of kreeg",
            &MEASURES,
        )
        .hint("Forensische zorg hoort bij een straf of maatregel. Verplichte zorg krijgt iemand op grond van de Wvggz of de Wzd.")
        .why("Bij de Levensloopaanpak blijft de zorg lang betrokken. Zo weten wij welke zorg de betrokkene kent.")
        .part(),
        Field::new(
            "levensloop.care_explanation",
            Kind::LongText,
            "Welke zorg was of is dat?",
            "uw uitleg bij de zorg",
            &MEASURES,
        )
        .hint("De instelling en de periode zijn genoeg. Neem geen rapporten, vonnissen of behandelverslagen over.")
        .why("Zo weten wij wie de betrokkene kent en bij een plan kan helpen.")
        .when(When::Is("levensloop.care", &["nu", "eerder"]))
        .part(),
        Field::new(
            "levensloop.category",
            Kind::One(Options::Fixed(CATEGORIES)),
            "In welke categorie van het bollenmodel past de betrokkene?",
            "de categorie van het bollenmodel",
            &MEASURES,
        )
        .hint("Het bollenmodel verdeelt mensen in groepen. Mensen uit categorie III en IV kunt u in elk geval aanmelden.")
        .why("Zo zien wij of de betrokkene bij een van de twee groepen hoort waarvoor de aanpak in elk geval is.")
        .part(),
        Part::notice(
            "levensloop.no_category",
            When::Is("levensloop.category", &["geen"]),
            "U kiest geen van de twee categorieën. Bel ons voor advies over uw aanmelding. U kunt ook verdergaan.",
        ),
    ],
};

/// Whether a mark of the Levensloopaanpak is there.
const fn judged(name: &'static str, label: &'static str, noun: &'static str, hint: &'static str) -> Part {
    Field::new(name, Kind::One(Options::Fixed(JUDGEMENTS)), label, noun, &SITUATION)
        .hint(hint)
        .why("Dit is een kenmerk van mensen voor wie de Levensloopaanpak er is.")
        .part()
}

/// What makes the referrer say so.
const fn explained(
    name: &'static str,
    label: &'static str,
    noun: &'static str,
    hint: &'static str,
    when: When,
) -> Part {
    Field::new(name, Kind::LongText, label, noun, &SITUATION)
        .hint(hint)
        .why("Met uw uitleg kunnen wij de casus eerlijk wegen.")
        .when(when)
        .part()
}

const YES: &[&str] = &["ja"];
const NO: &[&str] = &["nee"];
const APPLIES: &[&str] = &["ja", "twijfel"];

const CARE: &[Choice] = &[
    Choice::new("nu", "Ja, nu"),
    Choice::new("eerder", "Ja, eerder"),
    Choice::new("nee", "Nee"),
    Choice::new("onbekend", "Weet ik niet"),
];

const CATEGORIES: &[Choice] = &[
    Choice::hinted(
        "drie",
        "Categorie III",
        "Er was eerder contact met het strafrecht, of met gespecialiseerde of verplichte zorg.",
    ),
    Choice::hinted("vier", "Categorie IV", "Er is een strafrechtelijke titel, en forensische zorg is nodig."),
    Choice::new("geen", "Geen van beide"),
    Choice::new("onbekend", "Weet ik niet"),
];
