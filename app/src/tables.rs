//! Tables that the rules themselves fill in, so that no page can say anything else than the program does.

use domain::context::{Access, ParticipantKind};
use domain::retention::Situation;

/// A table in words: the names of its columns, and its rows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// The names of the columns.
    pub head: Vec<&'static str>,
    /// A row has a cell for each column.
    pub rows: Vec<Vec<String>>,
}

/// How long data stay, from the rules by which they are destroyed.
pub fn retention() -> Table {
    let row = |situation: Situation| vec![situation.text(), situation.keeps(), situation.source().to_owned()];
    Table { head: vec!["Situatie", "Hoe lang", "Regel"], rows: Situation::ALL.map(row).to_vec() }
}

/// The kinds of participant of the law (WGS art. 2.27 and 2.31 lid 9), and what each may do.
pub fn participants() -> Table {
    let row = |kind: ParticipantKind| {
        let about = [name(kind).to_owned(), who(kind).to_owned()];
        about.into_iter().chain(may(kind).map(|(_, answer)| answer.to_owned())).collect()
    };
    let [refer, controller, access] = may(ParticipantKind::VasteOverheid).map(|(what, _)| what);
    Table {
        head: vec!["Soort deelnemer", "Wie", refer, controller, access],
        rows: ParticipantKind::ALL.map(row).to_vec(),
    }
}

/// What a kind of participant may do, question by question.
pub const fn may(kind: ParticipantKind) -> [(&'static str, &'static str); 3] {
    [
        ("Mag aanmelden", yes_or_no(kind.may_refer())),
        ("Samen verantwoordelijk voor de gegevens", yes_or_no(kind.is_joint_controller())),
        ("Toegang tot ons systeem", access(kind.access())),
    ]
}

/// The name of a kind of participant.
pub const fn name(kind: ParticipantKind) -> &'static str {
    match kind {
        ParticipantKind::VasteOverheid => "Vaste deelnemer van de overheid",
        ParticipantKind::VastePrivaat => "Vaste private deelnemer",
        ParticipantKind::Incidenteel => "Incidentele deelnemer",
    }
}

/// Which organisations are of this kind.
pub const fn who(kind: ParticipantKind) -> &'static str {
    match kind {
        ParticipantKind::VasteOverheid => {
            "Gemeenten (burgemeester en college), politie, Openbaar Ministerie, Raad voor de Kinderbescherming, \
             Dienst Justitiële Inrichtingen en GGD"
        }
        ParticipantKind::VastePrivaat => {
            "Reclassering, Veilig Thuis, gecertificeerde instellingen, ggz, en organisaties die voor de gemeente werken, \
             zoals maatschappelijk werk en opvang"
        }
        ParticipantKind::Incidenteel => {
            "Een organisatie met kennis die voor één casus nodig is, zoals een woningcorporatie, een school of een huisarts"
        }
    }
}

const fn access(access: Access) -> &'static str {
    match access {
        Access::Appointed => "Ja, mensen die daarvoor zijn aangewezen",
        Access::OwnCases => "Ja, aangewezen mensen, en alleen bij casussen waarvoor zij zijn gevraagd",
        Access::Never => "Nee, nooit",
    }
}

const fn yes_or_no(is_so: bool) -> &'static str {
    if is_so { "Ja" } else { "Nee" }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_has_a_cell_for_each_column() {
        for table in [retention(), participants()] {
            for row in &table.rows {
                assert_eq!(row.len(), table.head.len(), "{row:?}");
                assert!(row.iter().all(|cell| !cell.is_empty()), "{row:?}");
            }
        }
    }

    #[test]
    fn only_fixed_participants_may_refer_and_incidental_ones_never_have_access() {
        let rows = participants().rows;
        let refer: Vec<_> = rows.iter().map(|row| row[2].as_str()).collect();
        assert_eq!(refer, ["Ja", "Ja", "Nee"]);
        assert!(rows[2][4].ends_with("nooit"));
    }
}
