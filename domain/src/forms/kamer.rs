//! Booking a room of the house, for partners that work in the building.

use serde::Deserialize;

use crate::answers::Answers;
use crate::check::shape;
use crate::form::{Effect, Entry, Exit, Form, Heard, Words, no_rules};
use crate::regime::Regime;
use crate::steps::booker::{self, Booker};
use crate::steps::booking::{self, Booking};
use crate::values::HalfHour;

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
    effect: Effect::Takes(places),
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

/// What accepted answers take: the room on that day, once for each half hour (`kamer-1 2026-12-01 09:00`).
pub fn places(accepted: &Answers) -> Vec<String> {
    let time = |name| HalfHour::parse(accepted.get(name));
    let (Ok(start), Ok(end)) = (time("booking.start"), time("booking.end")) else { return Vec::new() };
    let (room, day) = (accepted.get("booking.room"), accepted.get("booking.day"));
    start.until(end).map(|half_hour| place(room, day, half_hour)).collect()
}

/// One room on one day (`2026-12-01`) for one half hour, as the text that only one booking can hold.
pub fn place(room: &str, day: &str, half_hour: HalfHour) -> String {
    [room, day, &half_hour.canonical()].join(" ")
}

#[cfg(test)]
mod tests;
