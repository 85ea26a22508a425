//! The steps, one file each: first what we accept (a typed struct and its rules), then the questions as they are asked.
//!
//! Forms pick their steps from here, so a question that several forms ask stands in one place. Choices that several steps
//! offer stand in this file.

pub mod across;
pub mod admission;
pub mod advice;
pub mod aftercare;
pub mod asker;
pub mod booker;
pub mod booking;
pub mod care_report;
pub mod contributor;
pub mod criteria;
pub mod data_request;
pub mod family;
pub mod household;
pub mod informing;
pub mod involvement;
pub mod knowing;
pub mod levensloop;
pub mod mayor_advice;
pub mod message;
pub mod newsletter;
pub mod organisations;
pub mod person;
pub mod provisions;
pub mod purposes;
pub mod purposes_beside_cases;
pub mod purposes_of_contributions;
pub mod purposes_outside_wgs;
pub mod question;
pub mod reachable;
pub mod reason;
pub mod referrer;
pub mod reporter;
pub mod represented;
pub mod requester;
pub mod residence;
pub mod restraining_order;
pub mod role;
pub mod safety;
pub mod sender;
pub mod stay;
pub mod subject;
pub mod track;
pub mod violence;
pub mod visit;
pub mod visitor;
pub mod worried_about;
pub mod worry;

use crate::form::Choice;

/// Yes or no.
pub(crate) const YES_NO: &[Choice] = &[Choice::new("ja", "Ja"), Choice::new("nee", "Nee")];

/// Yes, no, or not known.
const YES_NO_UNKNOWN: &[Choice] =
    &[Choice::new("ja", "Ja"), Choice::new("nee", "Nee"), Choice::new("onbekend", "Weet ik niet")];

/// What somebody thinks of a statement: it applies, it does not, or it may.
const JUDGEMENTS: &[Choice] =
    &[Choice::new("ja", "Ja"), Choice::new("nee", "Nee"), Choice::new("twijfel", "Ik twijfel")];

/// What stands under the partner register, for whoever is not in it.
pub(crate) const OTHER_ORGANISATION: &[Choice] = &[Choice::new("andere", "Andere organisatie")];

/// What stands under the municipalities of the house.
pub(crate) const OTHER_MUNICIPALITY: &[Choice] = &[Choice::new("andere", "Een andere gemeente")];

/// Mornings and afternoons of the working week.
const DAY_PARTS: &[Choice] = &[
    Choice::new("ma_ochtend", "Maandagochtend"),
    Choice::new("ma_middag", "Maandagmiddag"),
    Choice::new("di_ochtend", "Dinsdagochtend"),
    Choice::new("di_middag", "Dinsdagmiddag"),
    Choice::new("wo_ochtend", "Woensdagochtend"),
    Choice::new("wo_middag", "Woensdagmiddag"),
    Choice::new("do_ochtend", "Donderdagochtend"),
    Choice::new("do_middag", "Donderdagmiddag"),
    Choice::new("vr_ochtend", "Vrijdagochtend"),
    Choice::new("vr_middag", "Vrijdagmiddag"),
];
