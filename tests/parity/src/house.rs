//! The house and the day on which all sets are judged.

use chrono::NaiveDate;
use domain::context::{Context, Municipality, ParticipantKind, Partner};

/// A house with partners of every kind, on a day in 2026.
pub(crate) fn context() -> Context {
    let partner = |id: &str, name: &str, kind| Partner { id: id.to_owned(), name: name.to_owned(), kind };
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
    }
}
