//! A list is checked row by row, and the register keeps what it had.

use std::fs;

use tempfile::TempDir;

use super::*;

const REGISTER: &str = r#"# Confirmed by the FG.

[[partner]]
id = "politie" # for ever
name = "Politie"
kind = "vaste-overheid"
type = "politie"

# The old name was Bureau Jeugdzorg.
[[partner]]
id = "jeugdbescherming"
name = "Jeugdbescherming"
kind = "incidenteel" # to be confirmed
type = "gecertificeerde-instelling"
also_known_as = ["Bureau Jeugdzorg"]
"#;

fn house(list: &str) -> (TempDir, Result<Plan, Faults>) {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("partners.toml"), REGISTER).unwrap();
    let file = folder.path().join("list.csv");
    fs::write(&file, list).unwrap();
    let plan = plan(folder.path(), &file);
    (folder, plan)
}

#[test]
fn a_list_adds_and_changes_and_leaves_the_rest_as_it_was() {
    let (folder, plan) = house(
        "name,kind,type,website,mail_domains\n\
         POLITIE,vaste-overheid,politie,,\n\
         Jeugdbescherming,vaste-privaat,gecertificeerde-instelling,https://jeugd.example,jeugd.example;jb.example\n\
         Mozaïk,vaste-privaat,ggz,,\n",
    );
    let plan = plan.unwrap_or_else(|faults| panic!("{faults}"));
    assert_eq!(
        plan.rows,
        [
            ("POLITIE".to_owned(), Change::Unchanged),
            ("Jeugdbescherming".to_owned(), Change::Changed(vec!["kind", "website", "mail_domains"])),
            ("Mozaïk".to_owned(), Change::Added),
        ]
    );
    let register = folder.path().join("partners.toml");
    assert_eq!(fs::read_to_string(&register).unwrap(), REGISTER, "a plan writes nothing");
    plan.write().unwrap();
    let expected = REGISTER
        .replace("\"incidenteel\" # to", "\"vaste-privaat\" # to")
        .replace(
            "[\"Bureau Jeugdzorg\"]\n",
            "[\"Bureau Jeugdzorg\"]\nwebsite = \"https://jeugd.example\"\nmail_domains = [\"jeugd.example\", \"jb.example\"]\n",
        )
        + "\n[[partner]]\nid = \"mozaik\"\nname = \"Mozaïk\"\nkind = \"vaste-privaat\"\ntype = \"ggz\"\n";
    assert_eq!(fs::read_to_string(&register).unwrap(), expected);
}

#[test]
fn a_list_that_was_imported_changes_nothing_when_it_comes_again() {
    let list = "name;kind;type;mail_domains\n\"Wonen Zuid\";incidenteel;overig;\"a.example;b.example\"\n";
    let (folder, plan) = house(&format!("\u{feff}{list}"));
    plan.unwrap_or_else(|faults| panic!("{faults}")).write().unwrap();
    let once = fs::read_to_string(folder.path().join("partners.toml")).unwrap();
    let again = super::plan(folder.path(), &folder.path().join("list.csv")).unwrap_or_else(|faults| panic!("{faults}"));
    assert_eq!(again.rows, [("Wonen Zuid".to_owned(), Change::Unchanged)]);
    again.write().unwrap();
    assert_eq!(fs::read_to_string(folder.path().join("partners.toml")).unwrap(), once);
}

#[test]
fn what_is_wrong_is_named_with_its_line_and_mend() {
    let head = "name,kind,type,website,mail_domains,also_known_as";
    for (rows, line, said) in [
        ("naam,kind,type\n", 1, "there is no column \"naam\"; name the columns on the first line, from: name, kind"),
        ("name,kind\n", 1, "the column \"type\" is missing; add it"),
        ("name,kind,type,type\n", 1, "the column \"type\" is there twice"),
        ("HEAD\nA,vast,ggz,,,\n", 2, "unknown variant `vast`, expected one of `vaste-overheid`"),
        ("HEAD\nA,incidenteel,zorg,,,\n", 2, "unknown variant `zorg`"),
        ("HEAD\n?,incidenteel,ggz,,,\n", 2, "\"?\" cannot be the name of a partner"),
        (
            "HEAD\nA,incidenteel,ggz,www.a.nl,,\n",
            2,
            "\"www.a.nl\" is not the address of a website; start it with https://",
        ),
        ("HEAD\nA,incidenteel,ggz,,info@a.nl,\n", 2, "\"info@a.nl\" is not a mail domain"),
        ("HEAD\nA,incidenteel,ggz,,,\nÁ,incidenteel,ggz,,,\n", 3, "\"Á\" is in the list twice: also on line 2"),
        ("HEAD\nBureau Jeugdzorg,vaste-privaat,ggz,,,\n", 2, "is another name of \"Jeugdbescherming\""),
        ("HEAD\nBlauw,vaste-overheid,politie,,,Politie\n", 2, "\"Blauw\" is another name of \"Politie\""),
        ("HEAD\nA,incidenteel,ggz\n", 2, "give every row as many columns as the first"),
    ] {
        let (folder, plan) = house(&rows.replace("HEAD", head));
        let faults = plan.err().unwrap_or_else(|| panic!("{rows:?} should be refused"));
        let fault = faults.iter().next().unwrap();
        assert!(format!("{}; {}", fault.problem, fault.mend).contains(said), "{rows:?}: {fault}");
        assert_eq!(fault.line, Some(line), "{rows:?}: {fault}");
        assert_eq!(fault.file, folder.path().join("list.csv"));
    }
}

#[test]
fn a_file_of_the_wrong_encoding_says_how_to_save_it() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("partners.toml"), REGISTER).unwrap();
    let file = folder.path().join("list.csv");
    fs::write(&file, b"name,kind,type\nMoza\xefk,vaste-privaat,ggz\n").unwrap();
    let faults = plan(folder.path(), &file).err().unwrap().to_string();
    assert!(faults.contains("save it as \"CSV UTF-8\""), "{faults}");
}
