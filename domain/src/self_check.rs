//! The self-check: does a case fit, and by which way? It advises and never refuses, and nobody keeps its answers.
//!
//! Two tests that stay apart: one criterion is enough for the Regieteam; for *procesregie* four conditions hold together
//! (BGS art. 2.20 lid 1). Each notice of [`STEP`] with a place in [`LEADS`] is an advice; its condition is the whole rule, so
//! the browser shows it by style alone and the server gives the same.

use crate::answers::Answers;
use crate::check::shape;
use crate::context::Context;
use crate::form::{Ask, Choice, Field, Heading, Kind, Notice, Options, Part, Purpose, Step, When, paragraphs, prose};
use crate::retention::Retention;
use crate::steps::{admission, criteria};

/// Where an advice leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lead {
    /// The form with this slug; the telephone of the house where the house does not have it.
    Form(&'static str),
    /// The help line that is dialled so. These numbers are the same in the whole country.
    HelpLine(&'static str),
    /// The telephone of the house.
    House,
    /// The partner register.
    Partners,
    /// All ways in.
    Ways,
}

/// The names of the notices that advise, in the order in which they are read, danger first; and where each leads.
pub const LEADS: &[(&str, &[Lead])] = &[
    ("advice.danger", &[Lead::HelpLine("112")]),
    ("advice.maybe_danger", &[Lead::HelpLine("112")]),
    ("advice.violence", &[Lead::HelpLine("08002000")]),
    ("advice.mda", &[Lead::Form("mda")]),
    ("advice.procesregie", &[Lead::Form("centrale-toegang")]),
    ("advice.regieteam", &[Lead::Form("regieteam")]),
    ("advice.several", &[Lead::House]),
    ("advice.doubt", &[Lead::Form("adviesvraag"), Lead::House]),
    ("advice.none", &[Lead::Form("adviesvraag"), Lead::Ways]),
    ("advice.maybe_partner", &[Lead::Partners]),
    ("advice.not_a_partner", &[Lead::Form("adviesvraag"), Lead::Ways]),
];

/// What is advised on these answers; nothing while too little is answered.
pub fn advice(answers: &Answers, context: &Context) -> Vec<&'static Notice> {
    let ask = Ask { answers, row: "", context };
    notices().filter(|notice| leads(notice.name).is_some() && notice.when.holds(ask)).collect()
}

/// Where the advice with this name leads; `None` for a notice that is no advice.
pub fn leads(name: &str) -> Option<&'static [Lead]> {
    LEADS.iter().find(|(known, _)| *known == name).map(|(_, leads)| *leads)
}

fn notices() -> impl Iterator<Item = &'static Notice> {
    STEP.parts.iter().filter_map(|part| if let Part::Notice(notice) = part { Some(notice) } else { None })
}

/// The questions, and everything that can be advised.
pub const STEP: &Step = &Step {
    slug: "zelfcheck",
    title: prose("Zelfcheck: past uw casus?"),
    intro: paragraphs(&[
        "Beantwoord de vragen. Onderaan leest u welke weg het best past.",
        "U krijgt een advies, geen besluit. U kiest zelf, en mensen wegen elke aanmelding.",
        "Wij bewaren uw antwoorden niet. Wij vragen geen namen.",
    ]),
    when: When::Always,
    section: "check",
    accept: shape::<Anything>,
    parts: &[
        question("check.danger", "Is er nu direct gevaar voor iemand?", "").part(),
        Part::notice("check.call_first", DANGER, "Bel eerst 112. De andere vragen kunnen wachten."),
        question(
            "check.partner",
            "Werkt u bij een organisatie die mag aanmelden?",
            "Dat zijn onze vaste deelnemers. Denk aan de gemeente, de politie, de reclassering, Veilig Thuis of een ggz-instelling.",
        )
        .part(),
        question(
            "check.violence",
            "Is er geweld in een gezin of een relatie, of vermoedt u dat?",
            "Het gaat om geweld tussen mensen die van elkaar afhankelijk zijn. Huiselijk geweld en kindermishandeling horen daarbij.",
        )
        .part(),
        question(
            "check.pattern",
            "Is het steeds weer onveilig, ook na alle gewone hulp?",
            "De gewone hulp is dan geprobeerd, maar was niet genoeg.",
        )
        .when(When::All(&[PARTNER, is("check.violence", YES)]))
        .part(),
        heading("Past het Regieteam?", "Het Regieteam is één overleg op maat. Eén van deze drie criteria is genoeg."),
        question("check.domains", "A. Zijn er problemen op meer dan één leefgebied?", criteria::DOMAINS).when(PARTNER).part(),
        question("check.chains", "B. Is er meer dan één keten nodig?", criteria::CHAINS).when(PARTNER).part(),
        question("check.surroundings", "C. Spelen het gezin of de directe omgeving mee?", criteria::SURROUNDINGS)
            .when(PARTNER)
            .part(),
        heading(
            "Past procesregie?",
            "Bij procesregie leidt het huis de samenwerking. Deze vier voorwaarden moeten alle vier gelden (artikel 2.20 lid 1 van \
             het Besluit gegevensverwerking door samenwerkingsverbanden).",
        ),
        question(
            "check.problems",
            "1. Zijn er problemen bij de persoon of in het gezin?",
            admission::PROBLEMS,
        )
        .when(PARTNER)
        .part(),
        question(
            "check.crime",
            "2. Gaat het om meer leefgebieden en meer kans op strafbare feiten?",
            admission::DOMAINS,
        )
        .when(PARTNER)
        .part(),
        question("check.harm", "3. Is er ernstige overlast, criminaliteit of onveiligheid?", admission::HARM)
            .when(PARTNER)
            .part(),
        question("check.together", "4. Zijn deelnemers van meer terreinen nodig?", admission::PARTICIPANTS)
            .when(PARTNER)
            .part(),
        Part::notice(
            "check.waiting",
            When::Not(&ADVISED),
            "Er is nog geen advies. Beantwoord eerst meer vragen. Weet u iets niet? Kies dan ‘Weet ik niet’.",
        ),
        Part::notice("advice.danger", DANGER, "Er is nu gevaar. Bel eerst 112. Wacht niet op ons: wij zijn er niet voor spoed."),
        Part::notice("advice.maybe_danger", MAYBE_DANGER, "Weet u niet of er nu gevaar is? Bel bij twijfel 112."),
        Part::notice(
            "advice.violence",
            VIOLENCE,
            "Veilig Thuis geeft advies over huiselijk geweld en kindermishandeling en neemt meldingen aan. Bel ook als u twijfelt.",
        ),
        Part::notice(
            "advice.mda",
            MDA,
            "MDA++ past waarschijnlijk. Die aanpak is er voor gezinnen en huishoudens waar het steeds weer onveilig is.",
        ),
        Part::notice(
            "advice.procesregie",
            PROCESREGIE,
            "Procesregie past waarschijnlijk. U antwoordt dat alle vier de voorwaarden gelden.",
        ),
        Part::notice(
            "advice.regieteam",
            REGIETEAM,
            "Het Regieteam past waarschijnlijk. U antwoordt dat minstens één van de drie criteria geldt.",
        ),
        Part::notice(
            "advice.several",
            SEVERAL,
            "Er past meer dan één weg. Gaat het vooral om geweld dat steeds terugkomt? Kies dan MDA++. Moet iemand de samenwerking \
             leiden? Kies procesregie. Is één overleg genoeg? Kies het Regieteam. Weet u het niet? Bel ons en noem nog geen namen.",
        ),
        Part::notice(
            "advice.doubt",
            DOUBT,
            "U twijfelt over een of meer vragen. Vraag ons om advies. Wij denken met u mee. U noemt nog geen namen.",
        ),
        Part::notice(
            "advice.none",
            NONE,
            "Regieteam, procesregie en MDA++ lijken niet te passen. Misschien past iets anders beter: vraag ons om advies of bekijk \
             de andere wegen. Ziet u het anders? Dan kunt u de casus toch aanmelden.",
        ),
        Part::notice(
            "advice.maybe_partner",
            When::Is("check.partner", UNSURE),
            "Weet u niet of uw organisatie mag aanmelden? Zoek haar op bij onze partners.",
        ),
        Part::notice(
            "advice.not_a_partner",
            NOT_A_PARTNER,
            "Alleen vaste deelnemers melden een casus aan. Werkt u ergens anders als professional? Vraag ons dan om advies. Bent u \
             inwoner of naaste? Bekijk dan de andere wegen: sommige zijn er voor iedereen.",
        ),
    ],
};

/// Nothing of the answers is accepted: no one keeps them.
#[derive(serde::Deserialize)]
struct Anything {}

const ASKED: Purpose = Purpose {
    category: prose("Antwoorden in de zelfcheck"),
    ground: prose("Wij vragen geen persoonsgegevens."),
    seen_by: prose("Niemand."),
    kept: Retention::Never,
};

const YES: &[&str] = &["ja"];
const NO: &[&str] = &["nee"];
const UNSURE: &[&str] = &["weet_niet"];
const MAYBE: &[&str] = &["ja", "weet_niet"];
const SURE: &[&str] = &["ja", "nee"];

const ANSWERS: &[Choice] =
    &[Choice::new("ja", "Ja"), Choice::new("nee", "Nee"), Choice::new("weet_niet", "Weet ik niet")];

const DANGER: When = is("check.danger", YES);
const MAYBE_DANGER: When = is("check.danger", UNSURE);
const VIOLENCE: When = is("check.violence", MAYBE);
/// Only participants refer (WGS art. 2.31 lid 1); who is not sure may go on.
const PARTNER: When = is("check.partner", MAYBE);
const NOT_A_PARTNER: When = is("check.partner", NO);

const MDA: When = When::All(&[PARTNER, is("check.violence", YES), is("check.pattern", YES)]);

const PROCESREGIE: When = When::All(&[
    PARTNER,
    is("check.problems", YES),
    is("check.crime", YES),
    is("check.harm", YES),
    is("check.together", YES),
]);

const REGIETEAM: When = When::All(&[
    PARTNER,
    When::Any(&[is("check.domains", YES), is("check.chains", YES), is("check.surroundings", YES)]),
]);

const FITS: When = When::Any(&[MDA, PROCESREGIE, REGIETEAM]);

const SEVERAL: When =
    When::Any(&[When::All(&[MDA, PROCESREGIE]), When::All(&[MDA, REGIETEAM]), When::All(&[PROCESREGIE, REGIETEAM])]);

/// A question that no longer shows may still be ticked.
const UNSURE_OF_PATTERN: When = When::All(&[is("check.violence", YES), is("check.pattern", UNSURE)]);

const DOUBT: When = When::All(&[
    PARTNER,
    When::Not(&FITS),
    When::Any(&[
        UNSURE_OF_PATTERN,
        is("check.domains", UNSURE),
        is("check.chains", UNSURE),
        is("check.surroundings", UNSURE),
        is("check.problems", UNSURE),
        is("check.crime", UNSURE),
        is("check.harm", UNSURE),
        is("check.together", UNSURE),
    ]),
]);

/// Every criterion is answered, and none of the ways fits.
const NONE: When = When::All(&[
    PARTNER,
    When::Not(&FITS),
    When::Not(&UNSURE_OF_PATTERN),
    is("check.domains", NO),
    is("check.chains", NO),
    is("check.surroundings", NO),
    is("check.problems", SURE),
    is("check.crime", SURE),
    is("check.harm", SURE),
    is("check.together", SURE),
]);

const ADVISED: When =
    When::Any(&[DANGER, MAYBE_DANGER, VIOLENCE, FITS, DOUBT, NONE, is("check.partner", UNSURE), NOT_A_PARTNER]);

const fn is(name: &'static str, values: &'static [&'static str]) -> When {
    When::Is(name, values)
}

const fn question(name: &'static str, label: &'static str, hint: &'static str) -> Field {
    Field::new(name, Kind::One(Options::Fixed(ANSWERS)), label, "uw antwoord", &ASKED)
        .hint(hint)
        .why("Uw antwoord bepaalt welk advies u ziet.")
}

/// A heading over questions for participants.
const fn heading(title: &'static str, text: &'static str) -> Part {
    Part::Heading(Heading { title: prose(title), text: prose(text), when: PARTNER })
}

#[cfg(test)]
mod tests;
