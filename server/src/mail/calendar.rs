//! The calendar file of a booking (RFC 5545). It tells the room, the house and when; nobody's name.

use chrono::{DurationRound as _, TimeDelta};
use icalendar::{Calendar, Class, Component as _, Event, EventLike as _, Property};

use super::{Attachment, Booked, Facts};

/// Who makes it (RFC 5545 §3.7.3).
const PRODUCT: &str = "-//Zorg- en Veiligheidshuis//kamers//NL";

/// The file for the calendar of whoever booked.
pub(super) fn file(facts: &Facts, booked: &Booked) -> Attachment {
    Attachment {
        name: format!("{}.ics", facts.reference),
        media_type: "text/calendar; charset=utf-8; method=PUBLISH",
        text: text(&facts.reference, &facts.house, booked),
    }
}

/// Times are in UTC: right in every calendar, on both sides of the change to summer time, without a table of time zones.
fn text(reference: &str, house: &str, booked: &Booked) -> String {
    // Without seconds: when exactly somebody pressed send is nobody's business.
    let at = booked.at.duration_trunc(TimeDelta::minutes(1)).unwrap_or(booked.at);
    let event = Event::with_uid(reference)
        .timestamp(at)
        .starts(booked.starts)
        .ends(booked.ends)
        .summary(&booked.room)
        .location(&[booked.room.as_str(), house].join(", "))
        .class(Class::Private)
        .done();
    let mut calendar = Calendar::empty();
    for property in [("VERSION", "2.0"), ("PRODID", PRODUCT), ("CALSCALE", "GREGORIAN"), ("METHOD", "PUBLISH")] {
        calendar.append_property(Property::from(property));
    }
    calendar.push(event).to_string()
}

#[cfg(test)]
mod tests {
    use chrono::{DateTime, Utc};

    use super::*;

    fn at(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    fn written(starts: &str, ends: &str) -> String {
        let booked = Booked {
            room: "Grote zaal; met beamer, en meer".into(),
            starts: at(starts),
            ends: at(ends),
            at: at("2026-11-22T12:00:31Z"),
            ..Booked::default()
        };
        text("VB-26-7K4P-Q", "Zorg- en Veiligheidshuis Voorbeeldstad", &booked)
    }

    #[test]
    fn the_file_is_a_calendar_with_one_event() {
        let text = written("2026-12-01T08:00:00Z", "2026-12-01T09:30:00Z");
        let unfolded = text.replace("\r\n ", "");
        let lines: Vec<&str> = unfolded.split_terminator("\r\n").collect();
        assert_eq!((lines[0], lines[lines.len() - 1]), ("BEGIN:VCALENDAR", "END:VCALENDAR"));
        for line in [
            "VERSION:2.0",
            "PRODID:-//Zorg- en Veiligheidshuis//kamers//NL",
            "METHOD:PUBLISH",
            "BEGIN:VEVENT",
            "UID:VB-26-7K4P-Q",
            "DTSTAMP:20261122T120000Z",
            "DTSTART:20261201T080000Z",
            "DTEND:20261201T093000Z",
            "SUMMARY:Grote zaal\\; met beamer\\, en meer",
            "LOCATION:Grote zaal\\; met beamer\\, en meer\\, Zorg- en Veiligheidshuis Voorbeeldstad",
            "END:VEVENT",
        ] {
            assert_eq!(lines.iter().filter(|known| **known == line).count(), 1, "{line} in {text}");
        }
        assert!(lines.iter().all(|line| line.contains(':') && !line.contains('\n')), "{text}");
        assert!(text.split("\r\n").all(|line| line.len() <= 75), "folded (RFC 5545 §3.1): {text}");
    }

    #[test]
    fn the_same_booking_gives_the_same_file() {
        let [one, other] = [(); 2].map(|()| written("2026-12-01T08:00:00Z", "2026-12-01T09:30:00Z"));
        assert_eq!(one, other);
    }
}
