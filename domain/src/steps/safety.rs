//! How safe it is now, what runs already, what was tried (WGS art. 2.30 lid 1 onder a, BGS art. 1.5).

use serde::Deserialize;

use super::YES_NO_UNKNOWN;
use super::purposes::{MEASURES, SITUATION};
use crate::check::shape;
use crate::form::{Choice, DayRange, Field, Kind, Options, Part, Step, When, paragraphs, prose};

/// What we accept on safety.
#[expect(missing_docs, reason = "each field is the question of the same name below")]
#[derive(Deserialize)]
pub struct Safety {
    pub risk_person: String,
    pub children: String,
    pub risk_children: Option<String>,
    pub risk_others: String,
    pub risk_professionals: String,
    pub risk_explanation: Option<String>,
    pub reporting_code: Option<String>,
    pub veilig_thuis: Option<String>,
    pub veilig_thuis_on: Option<String>,
    pub measures: Vec<String>,
    pub measures_explanation: Option<String>,
    pub tried: String,
    pub strengths: Option<String>,
}

/// The step as it is asked.
pub const STEP: Step = Step {
    slug: "veiligheid",
    title: prose("Hoe veilig is het, en wat loopt er al?"),
    intro: paragraphs(&[
        "Is er nu direct gevaar? Bel 112. Wacht niet op dit formulier.",
        "Wij vragen hoe groot de zorg nu is, welke hulp en maatregelen er al zijn en wat goed gaat.",
    ]),
    when: When::Always,
    section: "safety",
    accept: shape::<Safety>,
    parts: &PARTS,
};

/// The questions, in reading order.
pub(crate) const PARTS: [Part; 18] = [
    Part::headed("Veiligheid nu", "Geef aan hoe groot de zorg op dit moment is. Het gaat om uw eigen inschatting."),
    risk(
        "safety.risk_person",
        "Hoe groot is de zorg om de veiligheid van de betrokkene?",
        "hoe groot de zorg is om de veiligheid van de betrokkene",
        "Denk ook aan wat de betrokkene zichzelf kan aandoen.",
    )
    .part(),
    Field::new(
        "safety.children",
        Kind::One(Options::Fixed(YES_NO_UNKNOWN)),
        "Zijn er kinderen jonger dan 18 bij betrokken?",
        "of er kinderen jonger dan 18 bij betrokken zijn",
        &SITUATION,
    )
    .hint("Ook kinderen die er niet wonen maar er wel vaak zijn, of een betrokkene die zelf jonger dan 18 is.")
    .why("Zo ja, dan vragen wij ook naar de meldcode en naar Veilig Thuis.")
    .part(),
    risk(
        "safety.risk_children",
        "Hoe groot is de zorg om de veiligheid van de kinderen?",
        "hoe groot de zorg is om de veiligheid van de kinderen",
        "Denk aan geweld, verwaarlozing en aan kinderen die geweld zien of horen.",
    )
    .when(When::Is("safety.children", &["ja", "onbekend"]))
    .part(),
    risk(
        "safety.risk_others",
        "Hoe groot is de zorg om de veiligheid van anderen?",
        "hoe groot de zorg is om de veiligheid van anderen",
        "Denk aan gezinsleden, buren en voorbijgangers.",
    )
    .part(),
    risk(
        "safety.risk_professionals",
        "Hoe groot is de zorg om de veiligheid van professionals?",
        "hoe groot de zorg is om de veiligheid van professionals",
        "Denk aan huisbezoeken en gesprekken op kantoor.",
    )
    .part(),
    Part::notice(
        "safety.serious",
        IS_SERIOUS,
        "U maakt zich ernstige zorgen. Is er nu direct gevaar? Bel 112. Is er geen spoed maar wel politie nodig? Bel 0900-8844. \
         Denkt u aan huiselijk geweld of kindermishandeling? Bel Veilig Thuis: 0800-2000. Doe dat ook als u deze aanmelding \
         verstuurt.",
    ),
    Field::new("safety.risk_explanation", Kind::LongText, "Waarover maakt u zich zorgen?", "uw uitleg bij de zorgen", &SITUATION)
        .hint("Noem wat u zag of hoorde, wanneer dat was en wie gevaar loopt. Noem geen medische details.")
        .why("Zo weten wij hoe snel er iets moet gebeuren en wie er op moet letten.")
        .when(IS_CONCERN)
        .part(),
    Part::Heading(crate::form::Heading { title: "Meldcode", text: "", when: CHILDREN }),
    Field::new(
        "safety.reporting_code",
        Kind::One(Options::Fixed(REPORTING_CODES)),
        "Hebt u de stappen van de meldcode gevolgd?",
        "of u de stappen van de meldcode hebt gevolgd",
        &MEASURES,
    )
    .hint("De meldcode huiselijk geweld en kindermishandeling van uw eigen organisatie.")
    .why("Een aanmelding bij ons komt niet in de plaats van de meldcode.")
    .when(CHILDREN)
    .part(),
    Field::new(
        "safety.veilig_thuis",
        Kind::One(Options::Fixed(VEILIG_THUIS)),
        "Hebt u contact gehad met Veilig Thuis?",
        "of u contact had met Veilig Thuis",
        &MEASURES,
    )
    .hint("Het gaat om contact van u of uw collega’s over deze kinderen.")
    .why("Zo werken wij niet langs Veilig Thuis heen.")
    .when(CHILDREN)
    .part(),
    Field::new(
        "safety.veilig_thuis_on",
        Kind::Day(DayRange::Past),
        "Wanneer was het laatste contact?",
        "de datum van het laatste contact met Veilig Thuis",
        &MEASURES,
    )
    .hint("Bijvoorbeeld: 7 3 2026.")
    .why("Zo vinden Veilig Thuis en wij het juiste contact terug.")
    .when(When::Is("safety.veilig_thuis", &["advies", "melding"]))
    .part(),
    Part::heading("Wat loopt er al?"),
    measures(RUNNING).part(),
    Field::new(
        "safety.measures_explanation",
        Kind::LongText,
        "Wat weet u over deze maatregelen?",
        "uw uitleg bij de maatregelen",
        &MEASURES,
    )
    .hint("Bijvoorbeeld: sinds wanneer, tot wanneer en wie de maatregel uitvoert. Neem geen vonnissen of rapporten over.")
    .why("Zo weten wij welke organisatie wij erbij vragen en hoeveel tijd er is.")
    .when(When::Filled("safety.measures"))
    .optional()
    .part(),
    Part::heading("Wat is er geprobeerd en wat gaat goed?"),
    Field::new(
        "safety.tried",
        Kind::LongText,
        "Wat is er al geprobeerd, en met welk resultaat?",
        "de eerdere hulp en het resultaat",
        &SITUATION,
    )
    .hint("Noem de hulp, de periode en wat het opleverde. Neem geen behandelverslagen over.")
    .why("Zo doen wij niet nog eens wat al is geprobeerd.")
    .part(),
    Field::new("safety.strengths", Kind::LongText, "Wat gaat goed?", "de sterke kanten", &SITUATION)
        .hint("Bijvoorbeeld: mensen die helpen, een vaste dagbesteding of afspraken die werken. Laat geloof en afkomst weg.")
        .why("Een plan werkt beter als het verdergaat op wat al lukt.")
        .optional()
        .part(),
];

/// How great the concern is, for one group of people.
const fn risk(name: &'static str, label: &'static str, noun: &'static str, hint: &'static str) -> Field {
    Field::new(name, Kind::One(Options::Fixed(CONCERNS)), label, noun, &SITUATION)
        .hint(hint)
        .why("Hieraan zien wij hoe snel er iets moet gebeuren en wie bescherming nodig heeft.")
}

/// What runs now, out of these.
pub(crate) const fn measures(running: &'static [Choice]) -> Field {
    Field::new(
        "safety.measures",
        Kind::Many(Options::Fixed(running)),
        "Welke maatregelen of trajecten lopen er nu?",
        "welke maatregelen of trajecten er nu lopen",
        &MEASURES,
    )
    .hint(
        "Kies alleen wat uw organisatie rechtmatig weet. Weet u iets alleen van horen zeggen? Laat het dan weg. Gegevens van \
         politie en justitie komen van henzelf.",
    )
    .why("Zo sluit een plan aan op wat er al is en werken organisaties elkaar niet tegen.")
    .optional()
}

const CHILDREN: When = When::Is("safety.children", &["ja"]);
pub(super) const CONCERN: &[&str] = &["enige", "ernstig"];
pub(super) const SERIOUS: &[&str] = &["ernstig"];

const IS_CONCERN: When = When::Any(&[
    When::Is("safety.risk_person", CONCERN),
    When::Is("safety.risk_children", CONCERN),
    When::Is("safety.risk_others", CONCERN),
    When::Is("safety.risk_professionals", CONCERN),
]);

const IS_SERIOUS: When = When::Any(&[
    When::Is("safety.risk_person", SERIOUS),
    When::Is("safety.risk_children", SERIOUS),
    When::Is("safety.risk_others", SERIOUS),
    When::Is("safety.risk_professionals", SERIOUS),
]);

pub(super) const CONCERNS: &[Choice] = &[
    Choice::new("geen", "Geen zorg"),
    Choice::new("enige", "Enige zorg"),
    Choice::new("ernstig", "Ernstige zorg"),
    Choice::new("onbekend", "Weet ik niet"),
];

const REPORTING_CODES: &[Choice] = &[
    Choice::new("ja", "Ja"),
    Choice::new("bezig", "Ik ben ermee bezig"),
    Choice::new("nee", "Nee"),
    Choice::hinted("nvt", "Niet van toepassing", "Er is geen vermoeden van huiselijk geweld of kindermishandeling."),
];

const VEILIG_THUIS: &[Choice] = &[
    Choice::new("advies", "Ja, voor advies"),
    Choice::new("melding", "Ja, om een melding te doen"),
    Choice::new("nee", "Nee"),
    Choice::new("onbekend", "Weet ik niet"),
];

const RUNNING: &[Choice] = &[
    Choice::hinted(
        "verplichte_zorg",
        "Verplichte zorg",
        "Wet verplichte geestelijke gezondheidszorg (Wvggz) of Wet zorg en dwang (Wzd).",
    ),
    Choice::new("ots_voogdij", "Ondertoezichtstelling of voogdij"),
    Choice::new("reclassering", "Reclassering of jeugdreclassering"),
    Choice::new("strafzaak", "Lopende strafzaak"),
    Choice::new("tbs_pij", "Tbs of PIJ-maatregel"),
    Choice::new("gebiedsverbod", "Gebiedsverbod of contactverbod"),
    Choice::new("bewind_curatele", "Bewind of curatele"),
    Choice::new("schuldhulp", "Schuldhulp"),
    Choice::new("huisverbod", "Huisverbod"),
];

/// For a form that asks about the huisverbod by itself.
pub(crate) const RUNNING_BESIDE_HUISVERBOD: &[Choice] = match RUNNING {
    [beside @ .., _] => beside,
    [] => RUNNING,
};
