//! A temporary restraining order of the mayor: from when to when, and who helps (Wet tijdelijk huisverbod, Wth).

use chrono::{Days, NaiveDate};
use serde::Deserialize;
use validator::{Validate, ValidationError};

use super::across::broken_if;
use super::purposes_outside_wgs::RESTRAINING_ORDER;
use super::{YES_NO, YES_NO_UNKNOWN};
use crate::check::accept;
use crate::form::{Choice, DayRange, Field, Kind, Options, Part, Step, When, Width, paragraphs, prose};
use crate::values::Day;

/// What we accept of the order.
#[expect(missing_docs, reason = "each field is the question of the same name below")]
#[derive(Deserialize)]
pub struct RestrainingOrder {
    pub stage: String,
    pub starts_on: String,
    pub ends_on: String,
    pub children: String,
    pub has_case_manager: String,
    pub case_manager: Option<String>,
    pub case_manager_phone: Option<String>,
}

/// How long it lasts.
#[derive(Deserialize, Validate)]
#[validate(
    schema(function = ends_after_its_start),
    schema(function = lasts_ten_days),
    schema(function = lasts_four_weeks)
)]
struct Term {
    stage: String,
    starts_on: String,
    ends_on: String,
}

/// Days of an order that was not made longer (Wth art. 2).
const DAYS: u64 = 10;
/// Days from its start to its last possible end: four weeks (Wth art. 9). No holiday makes it longer (Wth art. 13).
const MOST_DAYS: u64 = 28;

fn ends_after_its_start(term: &Term) -> Result<(), ValidationError> {
    broken_if(term.days().is_some_and(|(start, end)| end < start), "ban_ends_before_start")
}

fn lasts_ten_days(term: &Term) -> Result<(), ValidationError> {
    let too_long = term.stage == "opgelegd" && term.is_longer_than(DAYS) && !term.is_longer_than(MOST_DAYS);
    broken_if(too_long, "ban_longer_than_ten_days")
}

fn lasts_four_weeks(term: &Term) -> Result<(), ValidationError> {
    broken_if(term.is_longer_than(MOST_DAYS), "ban_longer_than_four_weeks")
}

impl Term {
    /// Start and end. None where one of them is no date: the field itself says so.
    fn days(&self) -> Option<(NaiveDate, NaiveDate)> {
        let day = |text: &str| Day::parse(text).ok().map(Day::date);
        day(&self.starts_on).zip(day(&self.ends_on))
    }

    fn is_longer_than(&self, days: u64) -> bool {
        self.days().is_some_and(|(start, end)| start.checked_add_days(Days::new(days)).is_some_and(|last| end > last))
    }
}

/// The step as it is asked.
pub const STEP: Step = Step {
    slug: "huisverbod",
    title: prose("Om welk huisverbod gaat het?"),
    intro: paragraphs(&[
        "De burgemeester legt het huisverbod op. Het duurt 10 dagen. Met een verlenging duurt het hoogstens vier weken vanaf het begin.",
    ]),
    when: When::Always,
    section: "restraining_order",
    accept: accept::<Term>,
    parts: &[
        Part::notice(
            "restraining_order.adults_only",
            When::MaybeMinor("subject.birth_date"),
            "Alleen een volwassene kan een huisverbod krijgen. De betrokkene is misschien jonger dan 18. Kijk de geboortedatum na.",
        ),
        Field::new(
            "restraining_order.stage",
            Kind::One(Options::Fixed(STAGES)),
            "Wat is er besloten?",
            "wat er is besloten",
            &RESTRAINING_ORDER,
        )
        .why("Een verlenging mag langer duren dan een nieuw huisverbod.")
        .part(),
        Field::new(
            "restraining_order.starts_on",
            Kind::Day(DayRange::Past),
            "Wanneer begon het huisverbod?",
            "de begindatum van het huisverbod",
            &RESTRAINING_ORDER,
        )
        .hint("Bijvoorbeeld: 7 3 2026. Is het huisverbod verlengd? Vul dan in wanneer het de eerste keer begon.")
        .why("Vanaf deze dag telt de duur.")
        .part(),
        Field::new(
            "restraining_order.ends_on",
            Kind::Day(DayRange::Any),
            "Wanneer eindigt het huisverbod?",
            "de einddatum van het huisverbod",
            &RESTRAINING_ORDER,
        )
        .hint("De datum in het besluit. Eindigt het in een weekend of op een feestdag? Dan komt er geen dag bij.")
        .why("Tot één jaar na deze dag stemmen wij het plan af.")
        .part(),
        Field::new(
            "restraining_order.children",
            Kind::One(Options::Fixed(YES_NO_UNKNOWN)),
            "Zijn er kinderen bij betrokken?",
            "of er kinderen bij betrokken zijn",
            &RESTRAINING_ORDER,
        )
        .hint("Kinderen jonger dan 18 die in het huis wonen of er vaak zijn.")
        .why("Zijn er kinderen, dan houdt het plan rekening met hen.")
        .part(),
        Part::heading("Casemanager"),
        Field::new(
            "restraining_order.has_case_manager",
            Kind::One(Options::Fixed(YES_NO)),
            "Is er al een casemanager van het maatschappelijk werk?",
            "of er al een casemanager is",
            &RESTRAINING_ORDER,
        )
        .why("Met de casemanager stemmen wij het plan af.")
        .part(),
        Field::new(
            "restraining_order.case_manager",
            Kind::Text(Width::Wide),
            "Naam van de casemanager",
            "de naam van de casemanager",
            &RESTRAINING_ORDER,
        )
        .hint("Voornaam, achternaam en organisatie.")
        .why("Zo weten wij naar wie wij vragen.")
        .when(CASE_MANAGER)
        .part(),
        Field::new(
            "restraining_order.case_manager_phone",
            Kind::OfficePhone,
            "Telefoonnummer van de casemanager",
            "het telefoonnummer van de casemanager",
            &RESTRAINING_ORDER,
        )
        .hint("Het werknummer.")
        .why("Wij bellen de casemanager over het plan.")
        .when(CASE_MANAGER)
        .optional()
        .part(),
    ],
};

const CASE_MANAGER: When = When::Is("restraining_order.has_case_manager", &["ja"]);

const STAGES: &[Choice] =
    &[Choice::new("opgelegd", "Het huisverbod is opgelegd"), Choice::new("verlengd", "Het huisverbod is verlengd")];
