//! The house and the day on which all sets are judged.

use chrono::NaiveDate;
use domain::context::{Context, Municipality, Neighbour, ParticipantKind, Partner, Room};

/// A house with partners of every kind, on a day in 2026.
pub(crate) fn context() -> Context {
    let partner = |id: &str, name: &str, kind| Partner {
        id: id.to_owned(),
        name: name.to_owned(),
        kind,
        mail_domains: vec![format!("{id}.example")],
    };
    let municipality = |code: &str, name: &str| Municipality { code: code.to_owned(), name: name.to_owned() };
    Context {
        today: NaiveDate::from_ymd_opt(2026, 11, 21).unwrap_or_default(),
        partners: vec![
            partner("politie", "Politie", ParticipantKind::VasteOverheid),
            partner("gemeente-beek", "Gemeente Beek", ParticipantKind::VasteOverheid),
            partner("reclassering", "Reclassering", ParticipantKind::VastePrivaat),
            partner("school", "School ‘De Ezel’", ParticipantKind::Incidenteel),
        ],
        municipalities: vec![municipality("0888", "Beek"), municipality("1883", "Sittard-Geleen")],
        neighbours: vec![Neighbour { id: "parkstad".to_owned(), label: "Een gemeente in Parkstad".to_owned() }],
        rooms: vec![
            Room { id: "spreekkamer-1".to_owned(), label: "Spreekkamer 1 (4 personen)".to_owned() },
            Room { id: "overleg".to_owned(), label: "Overlegruimte (12 personen)".to_owned() },
        ],
    }
}
