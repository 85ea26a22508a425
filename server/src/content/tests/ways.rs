//! The ways in: each form has one, and what is wrong with them is named.

use super::super::ways;
use super::*;

#[test]
fn what_is_wrong_with_a_way_is_named_with_file_line_and_mend() {
    for (file, right, wrong, said) in [
        ("ways.toml", "wish = \"Ik wil advies\"", "wens = \"Ik wil advies\"", "unknown field `wens`"),
        ("ways.toml", "{ form = \"regieteam\" }", "{ forms = \"regieteam\" }", "unknown variant `forms`"),
        (
            "ways.toml",
            "form = \"regieteam\"",
            "form = \"regietaem\"",
            "there is no form \"regietaem\" to begin with; name one of: ",
        ),
        (
            "ways.toml",
            "help-line = \"Veilig Thuis\"",
            "help-line = \"Thuis\"",
            "there is no help line \"Thuis\"; name one of house.toml: Hulpdiensten, Politie, Veilig Thuis",
        ),
        (
            "ways.toml",
            "to = \"house\"",
            "to = { page = \"/weg\" }",
            "the link \"/weg\" leads to a page that does not exist",
        ),
        ("ways.toml", "to = \"house\"", "to = { form = \"regieteam\" }", "the form \"regieteam\" has two ways"),
    ] {
        is_named(file, right, wrong, said);
    }
}

#[test]
fn a_form_or_the_self_check_without_a_way_stops_the_house_and_a_form_that_is_off_needs_none() {
    let end = fs::read_to_string(small_house().join("ways.toml")).unwrap().trim_end().lines().count();
    let ways = |wrong: &str, right: &str| broken("ways.toml", right, wrong);
    let fault =
        |folder: &TempDir| load(folder.path()).err().expect("a way is missing").iter().next().unwrap().to_string();

    let folder = ways("\"house\"", "{ form = \"regieteam\" }");
    let said = format!(
        "ways.toml:{end}: no way leads to the form \"regieteam\"; add a way with to = {{ form = \"regieteam\" }}, or switch it \
         off: forms_off in house.toml"
    );
    assert!(fault(&folder).ends_with(&said), "{}", fault(&folder));

    for path in ["/aanmelden/zelfcheck", "/verder"] {
        let folder = ways("\"house\"", &format!("{{ page = \"{path}\" }}"));
        let said = format!("ways.toml:{end}: no way leads to {path}; add a way with to = {{ page = \"{path}\" }}");
        assert!(fault(&folder).ends_with(&said), "{}", fault(&folder));
    }
}

#[test]
fn ways_to_forms_that_are_off_and_groups_without_ways_do_not_show() {
    let folder = tempfile::tempdir().unwrap();
    let way = |to: &str| format!("[[group.way]]\nwish = \"Ik wil iets\"\ntext = \"Het kan.\"\nto = {to}\n");
    let group = |title: &str, ways: &str| format!("[[group]]\ntitle = \"{title}\"\n{ways}");
    let needed = way("{ page = \"/verder\" }") + &way("{ page = \"/aanmelden/zelfcheck\" }");
    let text = group("Een casus", &way("{ form = \"regieteam\" }")) + &group("Iets anders", &needed);
    fs::write(folder.path().join("ways.toml"), text).unwrap();

    let mut settings = settings::load(&Source::read(&small_house(), "house.toml").unwrap()).unwrap();
    let titles = |settings: &Settings| -> Vec<String> {
        let ways = ways::load(folder.path(), settings).unwrap_or_else(|faults| panic!("{faults}"));
        ways.words.into_iter().map(|group| group.title).collect()
    };
    assert_eq!(titles(&settings), ["Een casus", "Iets anders"]);
    settings.forms_off.push("regieteam".to_owned());
    assert_eq!(titles(&settings), ["Iets anders"]);
}
