//! `zvh forms`: what another system needs.

use crate::place::Place;

#[test]
fn what_forms_hand_over_is_written_with_as_many_examples_as_asked_for() {
    let place = Place::new();
    let listed = place.good(&["forms", "list"]);
    assert!(listed.lines().count() > 10 && listed.contains("regieteam        v"), "{listed}");
    let written = place.good(&["forms", "schema", "--form", "contact", "--out", "new/schemas", "--examples", "3"]);
    let mut names: Vec<String> = std::fs::read_dir(place.path("new/schemas"))
        .unwrap()
        .map(|file| file.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    let version = listed.lines().find(|line| line.starts_with("contact ")).unwrap().split_whitespace().nth(1).unwrap();
    let kinds = ["example-2", "example-3", "example", "schema"];
    assert_eq!(names, kinds.map(|kind| format!("contact.{version}.{kind}.json")));
    assert_eq!(written.lines().count(), 4);
    let text = std::fs::read_to_string(place.path("new/schemas").join(&names[3])).unwrap();
    let schema: serde_json::Value = serde_json::from_str(&text).unwrap();
    assert_eq!(schema["properties"]["form"]["const"], "contact");
    assert!(place.bad(&["forms", "schema", "--form", "paspoort"]).contains("regieteam"));
    assert!(place.bad(&["forms", "schema", "--out", "zvh.toml/in"]).contains("--out"));
}
