//! A care report of the police that is not urgent, for the VIA to connect with the help that is already there.

use serde::Deserialize;

use super::purposes_outside_wgs::CARE_REPORT;
use super::{YES_NO, YES_NO_UNKNOWN};
use crate::check::shape;
use crate::form::{DayRange, Field, Kind, Options, Part, Step, When, paragraphs, prose};

/// What we accept of the care report.
#[expect(missing_docs, reason = "each field is the question of the same name below")]
#[derive(Deserialize)]
pub struct CareReport {
    pub urgent: String,
    pub seen_on: String,
    pub worry: String,
    pub help_known: String,
    pub help: Option<String>,
}

/// The step as it is asked.
pub const STEP: Step = Step {
    slug: "zorgmelding",
    title: prose("Wat is de zorg?"),
    intro: paragraphs(&["VIA verbindt de melding met de hulp die al betrokken is. VIA is niet voor spoed."]),
    when: When::Always,
    section: "care_report",
    accept: shape::<CareReport>,
    parts: &[
        Field::new(
            "care_report.urgent",
            Kind::One(Options::Fixed(YES_NO)),
            "Is er spoed bij?",
            "of er spoed bij is",
            &CARE_REPORT,
        )
        .why("Bij spoed is een melding bij VIA te langzaam.")
        .part(),
        Part::notice(
            "care_report.not_for_urgent",
            When::Is("care_report.urgent", &["ja"]),
            "VIA is niet voor spoed. Is er nu gevaar, handel dan eerst of bel 112. Gaat het om huiselijk geweld of kindermishandeling? \
             Bel Veilig Thuis: 0800-2000.",
        ),
        Field::new(
            "care_report.seen_on",
            Kind::Day(DayRange::Past),
            "Wanneer is dit gezien?",
            "de datum waarop dit is gezien",
            &CARE_REPORT,
        )
        .hint("Bijvoorbeeld: 7 3 2026. Meer dan één keer? Vul de laatste keer in.")
        .why("Zo zien wij hoe nieuw de melding is.")
        .part(),
        Field::new("care_report.worry", Kind::LongText, "Wat is er gezien en waarom geeft dat zorg?", "de zorg", &CARE_REPORT)
            .hint(
                "Schrijf alleen op wat de hulp moet weten. Neem geen proces-verbaal over en noem geen BSN, nationaliteit of afkomst.",
            )
            .why("Zo weet de hulp die al betrokken is waar het om gaat.")
            .part(),
        Field::new(
            "care_report.help_known",
            Kind::One(Options::Fixed(YES_NO_UNKNOWN)),
            "Is er al hulp bij betrokken?",
            "of er al hulp bij betrokken is",
            &CARE_REPORT,
        )
        .why("Met die hulp verbinden wij de melding.")
        .part(),
        Field::new("care_report.help", Kind::LongText, "Welke hulp is dat?", "de hulp die al betrokken is", &CARE_REPORT)
            .hint("Noem de organisatie en, als u dat weet, de hulpverlener met een werknummer. Schrijf niet op wat de behandeling is.")
            .why("Zo hoeven wij niet te zoeken wie de betrokkene al kent.")
            .when(When::Is("care_report.help_known", &["ja"]))
            .part(),
    ],
};
