//! Booking a room of the house, for partners that work in the building.

use chrono::Datelike as _;
use serde::Deserialize;

use crate::answers::Answers;
use crate::check::shape;
use crate::form::{Effect, Entry, Exit, Form, Heard, Taking, Words, no_rules};
use crate::regime::Regime;
use crate::rooms::Stay;
use crate::steps::booker::{self, Booker};
use crate::steps::booking::{self, Booking};
use crate::values::{Day, HalfHour};

/// The form as it is asked.
pub const FORM: Form = Form {
    slug: "kamer",
    version: 1,
    changes: &[],
    title: "Een kamer reserveren",
    description: "Reserveer een kamer in het Zorg- en Veiligheidshuis. Voor partners met een werkplek in het gebouw.",
    name: "de receptie",
    words: &Words::BOOKING,
    entry: Entry::Open,
    exit: Exit::Usual,
    regime: Regime::Room,
    promises: &[],
    receipt_to: Some("booker.email"),
    hears: &[
        Heard::always("De receptie en de medewerkers die de kamers beheren, zien uw reservering."),
        Heard::always("In de e-mail die u krijgt, staat een link om de reservering af te zeggen."),
    ],
    effect: Effect::Takes(Taking { wanted, answers }),
    steps: &[booking::STEP, booker::STEP],
    whole: shape::<Kamer>,
    across: no_rules,
};

/// A whole booking, as we accept it.
#[expect(missing_docs, reason = "each field is the section of the same name")]
#[derive(Deserialize)]
pub struct Kamer {
    pub booking: Booking,
    pub booker: Booker,
}

/// The room and the time that accepted answers ask for.
fn wanted(accepted: &Answers) -> Option<Stay> {
    let time = |name| HalfHour::parse(accepted.get(name)).ok();
    let day = Day::parse(accepted.get("booking.day")).ok()?;
    Stay::new(accepted.get("booking.room"), day.date(), time("booking.start")?, time("booking.end")?)
}

/// The answers that ask for this room at this time.
fn answers(stay: &Stay) -> Answers {
    let mut answers = Answers::default();
    answers.set("booking.room", &stay.room);
    answers.set("booking.day.day", &stay.day.day().to_string());
    answers.set("booking.day.month", &stay.day.month().to_string());
    answers.set("booking.day.year", &stay.day.year().to_string());
    answers.set("booking.start", &stay.start.canonical());
    answers.set("booking.end", &stay.end.canonical());
    answers
}

#[cfg(test)]
mod tests;
