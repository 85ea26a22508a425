//! Rooms and their hours: what is wrong says where and how to mend it.

use domain::values::HalfHour;

use super::*;

const ROOMS: &str = "weeks_ahead = 12

[hours]
monday = { from = \"08:30\", until = \"17:30\" }
saturday = { from = \"09:00\", until = \"12:00\" }

[[room]]
id = \"spreekkamer-1\"
name = \"Spreekkamer 1\"
seats = 4

[[room]]
id = \"zaal\"
name = \"Zaal\"
seats = 1
equipment = \"Een scherm.\"
";

/// The small house with the form on, and these rooms.
fn with_rooms(rooms: Option<&str>) -> TempDir {
    let folder = broken("house.toml", ", \"kamer\"]", "]");
    let ways = folder.path().join("ways.toml");
    let way = "\n[[group.way]]\nwish = \"Ik zoek een kamer\"\ntext = \"Voor partners.\"\nto = { form = \"kamer\" }\n";
    fs::write(&ways, fs::read_to_string(&ways).unwrap() + way).unwrap();
    if let Some(rooms) = rooms {
        fs::write(folder.path().join("rooms.toml"), rooms).unwrap();
    }
    folder
}

#[test]
fn rooms_and_hours_load() {
    let content = load(with_rooms(Some(ROOMS)).path()).unwrap_or_else(|faults| panic!("{faults}"));
    let rooms = content.rooms.unwrap();
    assert_eq!(rooms.ids(), ["spreekkamer-1", "zaal"]);
    let labels: Vec<String> = rooms.offered().into_iter().map(|room| room.label).collect();
    assert_eq!(labels, ["Spreekkamer 1 (4 personen)", "Zaal (1 persoon)"]);
    let open: Vec<bool> = rooms.rules.hours.iter().map(Option::is_some).collect();
    assert_eq!(open, [true, false, false, false, false, true, false]);
    assert_eq!(rooms.rules.hours[5].unwrap().until, HalfHour::parse("12:00").unwrap());
    assert_eq!((rooms.name("zaal"), rooms.name("weg")), ("Zaal", "weg"));
}

#[test]
fn a_house_that_uses_the_form_and_has_no_rooms_does_not_start() {
    let folder = with_rooms(None);
    let faults = load(folder.path()).err().expect("no rooms").to_string();
    assert!(
        faults.contains("rooms.toml: the form \"kamer\" needs rooms, and this file is missing; write it"),
        "{faults}"
    );
    assert!(faults.contains("forms_off = [\"kamer\"]"), "{faults}");
    // With the form off nobody asks for rooms.
    assert!(load(&small_house()).unwrap_or_else(|faults| panic!("{faults}")).rooms.is_none());
}

#[test]
fn what_is_wrong_with_rooms_is_named_with_its_line() {
    for (right, wrong, line, said) in [
        ("weeks_ahead = 12", "weeks_ahead = 0", 1, "write 1 to 52"),
        ("weeks_ahead = 12", "weeks_ahead = 53", 1, "write 1 to 52"),
        ("weeks_ahead = 12", "weken = 12", 1, "unknown field `weken`"),
        ("monday", "maandag", 4, "unknown field `maandag`"),
        ("\"08:30\"", "\"08:45\"", 4, "monday: from \"08:45\" until \"17:30\" are no opening hours"),
        ("\"17:30\"", "\"08:30\"", 4, "write whole and half hours in order, between \"07:00\" and \"22:00\""),
        ("\"12:00\"", "\"22:30\"", 5, "saturday: from \"09:00\" until \"22:30\" are no opening hours"),
        ("\"09:00\"", "\"06:30\"", 5, "between \"07:00\" and \"22:00\""),
        ("\"spreekkamer-1\"", "\"Spreekkamer 1\"", 8, "\"Spreekkamer 1\" cannot be the id of a room"),
        ("id = \"zaal\"", "id = \"spreekkamer-1\"", 13, "two rooms have the id \"spreekkamer-1\""),
        ("seats = 1\n", "seats = 0\n", 15, "\"Zaal\" has no seats"),
        ("seats = 1\n", "plaatsen = 1\n", 15, "unknown field `plaatsen`"),
    ] {
        let folder = with_rooms(Some(&ROOMS.replacen(right, wrong, 1)));
        let faults = load(folder.path()).err().expect(wrong);
        let fault = faults.iter().next().unwrap();
        assert!(format!("{}; {}", fault.problem, fault.mend).contains(said), "{wrong}: expected {said:?}, got {fault}");
        assert_eq!(
            (fault.line, fault.file.clone()),
            (Some(line), folder.path().join("rooms.toml")),
            "{wrong}: {fault}"
        );
    }
}

#[test]
fn rooms_that_are_never_open_or_are_not_there_are_faults() {
    for (rooms, said) in [
        ("weeks_ahead = 4\n[[room]]\nid = \"a\"\nname = \"A\"\nseats = 2\n", "the rooms are never open; name the days"),
        (
            "weeks_ahead = 4\n[hours]\nmonday = { from = \"9:00\", until = \"12:00\" }\n",
            "there is no room to book; add a [[room]]",
        ),
    ] {
        let faults = load(with_rooms(Some(rooms)).path()).err().expect(said).to_string();
        assert!(faults.contains(said), "{faults}");
    }
}
