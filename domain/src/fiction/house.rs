//! A house that does not exist, with something of everything that forms let people choose from.

use chrono::NaiveDate;

use crate::context::{Context, Municipality, Neighbour, ParticipantKind, Partner, Room};

/// A house with partners of every kind, on this day.
pub fn house(today: NaiveDate) -> Context {
    let partner = |id: &str, name: &str, kind| Partner {
        id: id.to_owned(),
        name: name.to_owned(),
        kind,
        mail_domains: vec![format!("{id}.example")],
    };
    let municipality = |code: &str, name: &str| Municipality { code: code.to_owned(), name: name.to_owned() };
    let room = |id: &str, label: &str| Room { id: id.to_owned(), label: label.to_owned() };
    Context {
        today,
        partners: vec![
            partner("politie", "Politie", ParticipantKind::VasteOverheid),
            partner("gemeente-fictie", "Gemeente Fictie", ParticipantKind::VasteOverheid),
            partner("reclassering", "Reclassering", ParticipantKind::VastePrivaat),
            partner("school", "School ‘De Ezel’", ParticipantKind::Incidenteel),
        ],
        municipalities: vec![municipality("0001", "Fictie"), municipality("0002", "Verzonnen aan Zee")],
        neighbours: vec![Neighbour { id: "buurhuis".to_owned(), label: "Een gemeente van het buurhuis".to_owned() }],
        rooms: vec![room("kamer-1", "Kamer 1 (4 personen)"), room("kamer-2", "Kamer 2 (12 personen)")],
    }
}
