//! Violence in a family or household that does not stop: its kinds, its pattern, what was agreed and reported
//! (WGS art. 2.30 lid 1 onder a and b). What help was tried is asked in `safety`.
//!
//! Violence in the name of honour touches on where people come from: only the kind is asked, nothing beside it (BGS art. 1.9).

use serde::Deserialize;

use super::purposes::{MEASURES, VIOLENCE};
use super::{JUDGEMENTS, YES_NO_UNKNOWN};
use crate::check::shape;
use crate::form::{Choice, DayRange, Field, Kind, Options, Part, Step, When, Width, paragraphs, prose};

/// What we accept on the violence.
#[expect(missing_docs, reason = "each field is the question of the same name below")]
#[derive(Deserialize)]
pub struct Violence {
    pub kinds: Vec<String>,
    pub since: String,
    pub pattern: String,
    pub incidents: String,
    pub last_incident_on: Option<String>,
    pub harm: String,
    pub generations: String,
    pub help_exhausted: String,
    pub reports: String,
    pub report_dates: Option<String>,
    pub agreements: String,
    pub agreements_explanation: Option<String>,
    pub assessed: String,
    pub instrument: Option<String>,
    pub assessed_on: Option<String>,
    pub banned: String,
    pub banned_on: Option<String>,
}

/// The step as it is asked.
pub const STEP: Step = Step {
    slug: "geweld",
    title: prose("Wat weet u over het geweld?"),
    intro: paragraphs(&[
        "Is er nu direct gevaar? Bel 112. Vermoedt u huiselijk geweld of kindermishandeling? Bel Veilig Thuis: 0800-2000. Wacht niet \
         op dit formulier.",
        "Schrijf alleen op wat u zelf weet en wat nodig is. Laat afkomst, geloof en seksueel leven weg, ook bij eergerelateerd geweld.",
    ]),
    when: When::Always,
    section: "violence",
    accept: shape::<Violence>,
    parts: &[
        Field::new(
            "violence.kinds",
            Kind::Many(Options::Fixed(KINDS)),
            "Om welk geweld gaat het?",
            "om welk geweld het gaat",
            &VIOLENCE,
        )
        .hint("Kies alles waarvoor u duidelijke aanwijzingen hebt.")
        .why("Zo weten wij welke specialisten nodig zijn.")
        .part(),
        Part::heading("Het patroon"),
        Field::new("violence.since", Kind::Text(Width::Medium), "Sinds wanneer is er geweld?", "het begin van het geweld", &VIOLENCE)
            .hint("Een jaar of een schatting is genoeg. Bijvoorbeeld: voorjaar 2023.")
            .why("MDA++ is er voor geweld dat steeds terugkomt. Zo zien wij hoe lang het al duurt.")
            .part(),
        Field::new("violence.pattern", Kind::LongText, "Hoe gaat het steeds mis?", "het patroon", &VIOLENCE)
            .hint("Wat gebeurt er, hoe vaak en wat ging eraan vooraf? Houd feiten en meningen uit elkaar. Neem geen verslagen over.")
            .why("Een plan werkt pas als duidelijk is wat het geweld steeds laat terugkomen.")
            .part(),
        Field::new("violence.incidents", Kind::Count(MOST_INCIDENTS), "Van hoeveel incidenten weet u?", "het aantal incidenten", &VIOLENCE)
            .hint("Een getal. Weet u het niet precies? Maak een schatting.")
            .why("Zo zien wij hoe vaak het onveilig was.")
            .part(),
        Field::new(
            "violence.last_incident_on",
            Kind::Day(DayRange::Past),
            "Wanneer was het laatste incident?",
            "de datum van het laatste incident",
            &VIOLENCE,
        )
        .hint("Bijvoorbeeld: 7 3 2026. Weet u de dag niet? Laat dit leeg en noem de periode bij het patroon.")
        .why("Zo weten wij hoe snel er iets moet gebeuren.")
        .optional()
        .part(),
        Field::new(
            "violence.harm",
            Kind::One(Options::Fixed(YES_NO_UNKNOWN)),
            "Loopt iemand in het gezin steeds opnieuw of nog steeds schade op?",
            "of iemand steeds opnieuw of nog steeds schade oploopt",
            &VIOLENCE,
        )
        .hint("Denk aan lichamelijke en psychische schade, ook bij kinderen die geweld zien of horen.")
        .why("Zo weten wij wie het eerst veilig moet zijn.")
        .part(),
        Field::new(
            "violence.generations",
            Kind::One(Options::Fixed(YES_NO_UNKNOWN)),
            "Was er in eerdere generaties van de familie ook geweld?",
            "of er in eerdere generaties ook geweld was",
            &VIOLENCE,
        )
        .hint("Het gaat om ouders of grootouders. Namen zijn niet nodig.")
        .why("Zo zien wij of het geweld al langer in de familie speelt.")
        .part(),
        Part::heading("Hulp, meldingen en afspraken"),
        Field::new(
            "violence.help_exhausted",
            Kind::One(Options::Fixed(JUDGEMENTS)),
            "Is de gewone hulp maximaal ingezet?",
            "of de gewone hulp maximaal is ingezet",
            &VIOLENCE,
        )
        .hint("Verderop vragen wij welke hulp dat was en wat die opleverde.")
        .why("MDA++ is er als de gewone hulp niet genoeg was.")
        .part(),
        Part::notice(
            "violence.help_left",
            When::Is("violence.help_exhausted", &["nee"]),
            "Er is nog gewone hulp mogelijk. MDA++ is er als die hulp niet genoeg was. Bel ons voor advies en noem dan geen namen. U \
             kunt de aanmelding ook gewoon versturen.",
        ),
        Field::new(
            "violence.reports",
            Kind::One(Options::Fixed(YES_NO_UNKNOWN)),
            "Zijn er eerder meldingen gedaan bij Veilig Thuis?",
            "of er eerder meldingen bij Veilig Thuis zijn gedaan",
            &MEASURES,
        )
        .hint("Ook meldingen van anderen tellen mee, als u ervan weet.")
        .why("Zo werken wij niet langs Veilig Thuis heen.")
        .part(),
        Field::new(
            "violence.report_dates",
            Kind::LongText,
            "Wanneer waren die meldingen?",
            "de datums van de meldingen",
            &MEASURES,
        )
        .hint("Eén melding per regel: de datum, of de maand als u die niet precies weet. Schrijf niet op wie de melding deed.")
        .why("Met de datums vinden Veilig Thuis en wij de meldingen terug.")
        .when(When::Is("violence.reports", &["ja"]))
        .part(),
        Part::notice(
            "violence.not_reported",
            When::Is("violence.reports", &["nee"]),
            "Er is nog geen melding bij Veilig Thuis. Een aanmelding bij ons komt daarvoor niet in de plaats. Volg de meldcode van uw \
             organisatie en overleg met Veilig Thuis: 0800-2000.",
        ),
        Field::new(
            "violence.agreements",
            Kind::One(Options::Fixed(YES_NO_UNKNOWN)),
            "Zijn er nu afspraken over de veiligheid?",
            "of er afspraken over de veiligheid zijn",
            &VIOLENCE,
        )
        .hint("Afspraken met het gezin, bijvoorbeeld in een veiligheidsplan.")
        .why("Een nieuw plan mag goede afspraken niet doorkruisen.")
        .part(),
        Field::new(
            "violence.agreements_explanation",
            Kind::LongText,
            "Welke afspraken zijn er, en houdt iedereen zich eraan?",
            "de afspraken over de veiligheid",
            &VIOLENCE,
        )
        .hint("Noem de afspraak, met wie en tot wanneer. Noem geen geheim adres.")
        .why("Zo weten wij wat nu bescherming geeft en waar het misgaat.")
        .when(When::Is("violence.agreements", &["ja"]))
        .part(),
        Part::heading("Risicotaxatie en huisverbod"),
        Field::new(
            "violence.assessed",
            Kind::One(Options::Fixed(YES_NO_UNKNOWN)),
            "Is het risico op geweld ingeschat met een instrument?",
            "of het risico met een instrument is ingeschat",
            &VIOLENCE,
        )
        .hint("Dit heet risicotaxatie: een vaste vragenlijst waarmee een professional het risico inschat.")
        .why("Zo hoeft niemand het gezin twee keer dezelfde vragen te stellen.")
        .part(),
        Field::new("violence.instrument", Kind::Text(Width::Wide), "Welk instrument is gebruikt?", "het instrument", &VIOLENCE)
            .hint("Alleen de naam, niet de uitslag.")
            .why("Zo weten specialisten wat er al is onderzocht.")
            .when(ASSESSED)
            .part(),
        Field::new(
            "violence.assessed_on",
            Kind::Day(DayRange::Past),
            "Wanneer was de risicotaxatie?",
            "de datum van de risicotaxatie",
            &VIOLENCE,
        )
        .hint("Bijvoorbeeld: 7 3 2026. Weet u de dag niet? Laat dit dan leeg.")
        .why("Zo zien wij of de inschatting nog past bij hoe het nu is.")
        .when(ASSESSED)
        .optional()
        .part(),
        Field::new(
            "violence.banned",
            Kind::One(Options::Fixed(BANNED)),
            "Is er een tijdelijk huisverbod, of was er een in het afgelopen jaar?",
            "of er een huisverbod is of was",
            &MEASURES,
        )
        .hint("De burgemeester legt een huisverbod op. Weet u het alleen van horen zeggen? Kies dan ‘Weet ik niet’.")
        .why("Bij een huisverbod begint er al hulp. Zo sluit een nieuw plan daarop aan.")
        .part(),
        Field::new(
            "violence.banned_on",
            Kind::Day(DayRange::Past),
            "Op welke datum is het huisverbod opgelegd?",
            "de datum van het huisverbod",
            &MEASURES,
        )
        .hint("Bijvoorbeeld: 7 3 2026. Waren er meer? Vul dan de laatste datum in.")
        .why("Zo weten wij tot wanneer het huisverbod loopt of liep.")
        .when(When::Is("violence.banned", &["nu", "afgelopen_jaar"]))
        .part(),
    ],
};

const ASSESSED: When = When::Is("violence.assessed", &["ja"]);

/// More than anyone has counted.
const MOST_INCIDENTS: u32 = 999;

const KINDS: &[Choice] = &[
    Choice::new("lichamelijk", "Lichamelijk geweld"),
    Choice::new("psychisch", "Psychisch geweld"),
    Choice::new("seksueel", "Seksueel geweld"),
    Choice::new("verwaarlozing", "Verwaarlozing"),
    Choice::hinted(
        "financieel",
        "Financieel geweld",
        "Iemand neemt geld of spullen af, of bepaalt alles over het geld.",
    ),
    Choice::new("partner", "Geweld door een partner of ex-partner"),
    Choice::new("kind", "Kindermishandeling"),
    Choice::new("oudere", "Ouderenmishandeling"),
    Choice::hinted(
        "eer",
        "Eergerelateerd geweld",
        "Wij leggen alleen vast dat het hierom gaat. Schrijf er niet meer over op.",
    ),
    Choice::new("stalking", "Stalking"),
];

const BANNED: &[Choice] = &[
    Choice::new("nu", "Ja, er is nu een huisverbod"),
    Choice::new("afgelopen_jaar", "Ja, in het afgelopen jaar"),
    Choice::new("nee", "Nee"),
    Choice::new("onbekend", "Weet ik niet"),
];
