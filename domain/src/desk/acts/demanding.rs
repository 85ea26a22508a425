//! Someone close asks for an application although the house would make none: a representative, partner, parent or other essential
//! relative can (Wvggz art. 5:2). Its sender is answered anew.

use serde::Deserialize;

use super::investigating::{APPLICATION, OUTCOMES, shielded};
use crate::check::shape;
use crate::desk::act::{Act, Sheet};
use crate::desk::purposes::INVESTIGATION;
use crate::desk::role::Right;
use crate::form::{Choice, DayRange, Field, Form, Heard, Kind, Options, Step, When, Words};
use crate::referral::Happening;
use crate::regime::Regime;

/// Recording it.
pub const ACT: Act = Act {
    form: &FORM,
    what: Happening::Demanded,
    right: Right::Decide,
    verb: "Verzoek van een naaste vastleggen",
    fits: |form| matches!(form.regime, Regime::Wvggz),
    told: &[],
};

const FORM: Form = Sheet {
    slug: "verzoek-naaste",
    title: "Verzoek van een naaste",
    description: "Leg vast dat een naaste vraagt om toch een aanvraag te doen, en wat u daarmee doet.",
    words: &Words {
        noun: "verzoek",
        begin: "Verzoek vastleggen",
        send: "Verzoek vastleggen",
        sent: "Het verzoek is vastgelegd",
    },
    hears: &[Heard::always(
        "De melder ziet dit verzoek niet. Geef daarna opnieuw antwoord: dan leest de melder hoe het verdergaat.",
    )],
    steps: &[STEP],
    whole: shape::<Demanding>,
}
.form();

/// What becomes of it.
pub(super) const OUTCOME: &str = "demand.outcome";

const STEP: Step = Step {
    slug: "verzoek",
    title: "Wie vraagt om toch een aanvraag te doen?",
    intro: &[],
    when: When::Always,
    section: "demand",
    accept: shape::<Demand>,
    parts: &[
        Field::new(
            "demand.relation",
            Kind::One(Options::Fixed(RELATIONS)),
            "Welke relatie heeft de naaste met de persoon?",
            "wat diegene van de persoon is",
            &INVESTIGATION,
        )
        .why("Alleen een vertegenwoordiger of een essentiële naaste kan dit vragen.")
        .part(),
        Field::new(
            "demand.on",
            Kind::Day(DayRange::Past),
            "Wanneer vroeg diegene dat?",
            "de dag van het verzoek",
            &INVESTIGATION,
        )
        .hint("Bijvoorbeeld: 20 11 2026.")
        .why("Zo is later te zien hoe snel u iets deed.")
        .part(),
        Field::new(
            OUTCOME,
            Kind::One(Options::Fixed(OUTCOMES)),
            "Komt er nu een aanvraag voor verplichte zorg?",
            "of er een aanvraag komt",
            &INVESTIGATION,
        )
        .why("Dit is vanaf nu de uitkomst van de melding.")
        .part(),
        Field::new("demand.reason", Kind::LongText, "Waarom?", "de reden", &INVESTIGATION)
            .hint("Schrijf alleen op wat nodig is. Noem geen melder die anoniem wil blijven.")
            .why("De uitkomst moet later te begrijpen zijn.")
            .part(),
        shielded("demand.shielded", When::Is(OUTCOME, APPLICATION)),
    ],
};

const RELATIONS: &[Choice] = &[
    Choice::new("vertegenwoordiger", "Vertegenwoordiger"),
    Choice::new("partner", "Partner"),
    Choice::new("ouder", "Ouder"),
    Choice::new("naaste", "Andere essentiële naaste"),
];

/// A whole request, as we accept it.
#[expect(missing_docs, reason = "the field is the section of the same name")]
#[derive(Deserialize)]
pub struct Demanding {
    pub demand: Demand,
}

/// What we accept of the request.
#[expect(missing_docs, reason = "each field is the question of the same name above")]
#[derive(Deserialize)]
pub struct Demand {
    pub relation: String,
    pub on: String,
    pub outcome: String,
    pub reason: String,
    pub shielded: Option<String>,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::answers::Answers;
    use crate::check::check;
    use crate::fiction::house;
    use crate::steps::reporter;

    const ASKED: &[(&str, &str)] = &[
        ("demand.relation", "ouder"),
        ("demand.on.day", "21"),
        ("demand.on.month", "11"),
        ("demand.on.year", "2026"),
        ("demand.reason", "De vader wil het toch."),
    ];

    /// What is wrong with a request of which this becomes, with or without the tick.
    fn wrong(outcome: &str, ticked: &str) -> Vec<String> {
        let more = [(OUTCOME, outcome), ("demand.shielded", ticked)];
        let typed = ASKED.iter().chain(&more).map(|(name, text)| ((*name).to_owned(), (*text).to_owned()));
        let context = house(chrono::NaiveDate::from_ymd_opt(2026, 11, 22).unwrap());
        let verdict = check(&FORM, &Answers::from_pairs(typed), &context);
        verdict.problems.into_iter().map(|problem| problem.name).collect()
    }

    #[test]
    fn an_application_that_someone_close_asked_for_betrays_no_anonymous_reporter_either() {
        assert_eq!(wrong("aanvraag", ""), ["demand.shielded"]);
        assert_eq!(wrong("aanvraag", "ja"), Vec::<String>::new());
        assert_eq!(wrong("geen_aanvraag", ""), Vec::<String>::new(), "there is no application");
    }

    #[test]
    fn who_may_ask_is_who_was_told_so() {
        let may: Vec<_> = RELATIONS.iter().map(|choice| choice.value).collect();
        assert_eq!(may, reporter::CLOSE);
    }
}
