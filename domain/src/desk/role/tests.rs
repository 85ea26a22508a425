//! Who may what, as a table to read aloud.

use super::*;

/// A column for each role, in the order of [`Role::ALL`]; `x` where it may.
const MAY: [(Right, &str); 17] = [
    //                  intake, procesregisseur, chair, weigher, wvggz, contact point, officer, administrator, editor
    (Right::Queue, "x x x x x x - - -"),
    (Right::Open, "x x x x x x - - -"),
    (Right::Shielded, "- x x - - - - - -"),
    (Right::Handle, "x x x - x x - - -"),
    (Right::Judge, "- x x x - - - - -"),
    (Right::Weigh, "- - x x - - - - -"),
    (Right::Decide, "- - x x x - - - -"),
    (Right::Answer, "x x x - x x - - -"),
    (Right::Hold, "- x x - x x - - -"),
    (Right::HandOver, "x x x - x x - - -"),
    (Right::Trail, "- - - - - - x - -"),
    (Right::Keeping, "- x x - x x x - -"),
    (Right::Staff, "- - - - - - - x -"),
    (Right::Keys, "- - - - - - - x -"),
    (Right::Rooms, "x - - - - - - - -"),
    (Right::Newsletter, "- - - - - - - - x"),
    (Right::Own, "x x x x x x x x x"),
];

const SEES: [(Regime, &str); 12] = [
    (Regime::Regieteam, "x x x x - - x - -"),
    (Regime::Wgs, "x x x x - - x - -"),
    (Regime::Wvggz, "- - - - x - x - -"),
    (Regime::Via, "x x - - - - x - -"),
    (Regime::Bij, "x x - - - - x - -"),
    (Regime::Nazorg, "x x - - - - x - -"),
    (Regime::Huisverbod, "x x - - - - x - -"),
    (Regime::Advice, "x x x - - - x - -"),
    (Regime::Contact, "x - - - - - x - -"),
    (Regime::DataRights, "- - - - - x x - -"),
    (Regime::Newsletter, "- - - - - - x - x"),
    (Regime::Room, "x - - - - - x - -"),
];

fn marks(row: &str) -> Vec<bool> {
    let marks: Vec<bool> = row.split(' ').map(|mark| mark == "x").collect();
    assert_eq!(marks.len(), Role::ALL.len());
    marks
}

#[test]
fn a_role_may_what_the_table_says_and_nothing_else() {
    for (right, row) in MAY {
        for (role, may) in Role::ALL.into_iter().zip(marks(row)) {
            assert_eq!(role.may(right), may, "{role:?} {right:?}");
        }
    }
    let known = MAY.map(|(right, _)| right);
    for role in Role::ALL {
        assert!(
            role.rights().iter().all(|right| known.contains(right)),
            "{role:?} may something the table does not know"
        );
    }
}

#[test]
fn a_role_sees_what_the_table_says_and_nothing_else() {
    assert_eq!(SEES.map(|(regime, _)| regime), Regime::ALL);
    for (regime, row) in SEES {
        for (role, sees) in Role::ALL.into_iter().zip(marks(row)) {
            assert_eq!(role.sees(regime), sees, "{role:?} {regime:?}");
        }
    }
}

/// WGS art. 1.8 lid 2: content is for those who are appointed to process.
#[test]
fn nobody_but_who_processes_opens_anything() {
    for role in Role::ALL {
        let reads =
            [Right::Open, Right::Handle, Right::Judge, Right::Weigh, Right::Decide, Right::Answer, Right::HandOver];
        let may_read = reads.into_iter().any(|right| role.may(right));
        assert_eq!(may_read, role.task() == Task::Processing, "{role:?}");
    }
}

#[test]
fn each_record_that_is_handled_has_someone_who_answers_it() {
    for regime in Regime::ALL {
        let handled = !matches!(regime, Regime::Room | Regime::Newsletter);
        let answers = Role::ALL.iter().any(|role| Role::any_may(&[*role], Right::Answer, regime));
        assert!(answers || !handled, "{regime:?}");
        let decided = matches!(regime, Regime::Regieteam | Regime::Wgs | Regime::Wvggz);
        assert!(!decided || Role::any_may(&Role::ALL, Right::Decide, regime), "{regime:?}");
    }
}

#[test]
fn two_roles_give_no_right_that_neither_has() {
    let roles = [Role::Chair, Role::WvggzProcesregisseur, Role::ContactPoint];
    assert!(Role::any_may(&roles, Right::Judge, Regime::Wgs));
    assert!(Role::any_may(&roles, Right::Decide, Regime::Wvggz));
    // The chair judges and the other sees the report, but neither does both.
    assert!(!Role::any_may(&roles, Right::Judge, Regime::Wvggz));
    assert!(!Role::any_may(&roles, Right::Decide, Regime::DataRights));
    assert!(!Role::any_may(&[], Right::Own, Regime::Wgs));
}

#[test]
fn names_read_back_and_say_something() {
    for role in Role::ALL {
        assert_eq!(Role::from_slug(role.slug()), Some(role));
        assert!(!role.text().is_empty() && role.hint().ends_with('.'), "{role:?}");
    }
    assert_eq!(Role::from_slug("baas"), None);
}
