//! `zvh keys`: made once, kept for their owner alone.

use server::seal::keys::{PrivateKey, PublicKeys};

use crate::place::{HOUSE, Place, ended, words};

#[test]
fn keys_are_made_once_and_never_overwritten() {
    let place = Place::new();
    let shown = place.good(&["keys", "init"]);
    assert_eq!(shown.lines().filter(|line| PrivateKey::from_code(line).is_ok()).count(), 2, "{shown}");
    let before = std::fs::read(place.key_path("house.pub")).unwrap();
    assert!(place.bad(&["keys", "init"]).contains("never overwritten"));
    assert_eq!(std::fs::read(place.key_path("house.pub")).unwrap(), before);
}

#[cfg(unix)]
#[test]
fn secrets_on_disk_are_for_their_owner_alone() {
    use std::os::unix::fs::PermissionsExt as _;
    let place = Place::new();
    place.keys();
    let mail_key = format!("var/keys/{HOUSE}/mail.key");
    for (name, mode) in [("codes", 0o600), (mail_key.as_str(), 0o600), ("var", 0o700), ("var/keys", 0o700)] {
        let found = std::fs::metadata(place.path(name)).unwrap().permissions().mode() & 0o777;
        assert_eq!(found, mode, "{name}");
    }
}

#[test]
fn of_several_houses_each_has_keys_of_its_own() {
    let place = Place::new();
    place.settings(&format!(
        "[houses]\n{HOUSE} = \"http://een.localhost\"\nvoorbeeldstad = \"http://twee.localhost\"\n"
    ));
    let said = place.bad(&["keys", "init", "--out", "codes"]);
    assert!(said.contains("--house: voorbeeldstad, westelijke-mijnstreek"), "{said}");
    assert!(place.bad(&["keys", "init", "--house", "elders", "--out", "codes"]).contains("which house?"));
    for house in [HOUSE, "voorbeeldstad"] {
        let letter = format!("codes-{house}");
        place.good(&["keys", "init", "--house", house, "--out", &letter]);
        assert!(std::fs::read_to_string(place.path(&letter)).unwrap().contains(house));
    }
    let keys = |house: &str| PublicKeys::load(&place.path("var/keys").join(house)).unwrap().house;
    assert!(keys(HOUSE) != keys("voorbeeldstad"));
}

#[test]
fn private_keys_never_land_in_a_log() {
    let place = Place::new();
    let said = place.bad(&["serve"]);
    assert!(said.contains("zvh keys init --house westelijke-mijnstreek --out"), "{said}");
    assert!(!place.path("var/keys").exists());
}

#[test]
fn a_key_file_that_is_lost_comes_from_the_backup_not_from_new_keys() {
    for lost in ["house.pub", "recovery.pub", "mail.key"] {
        let place = Place::new();
        place.keys();
        std::fs::remove_file(place.key_path(lost)).unwrap();
        for command in [&["check"][..], &["serve"]] {
            let said = place.bad(command);
            assert!(said.contains(&format!("{lost} is missing, and ")) && said.contains("from the backup"), "{said}");
        }
    }
}

/// Puts the file of another house in the place of this one.
fn swap(place: &Place, name: &str) {
    let other = Place::new();
    other.keys();
    std::fs::rename(other.key_path(name), place.key_path(name)).unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn with_key_files_of_another_database_nothing_starts() {
    for (swapped, is_set_up, expected) in [
        ("house.pub", false, "house.pub holds the key"),
        ("recovery.pub", false, "recovery.pub holds the key"),
        ("house.pub", true, "house.pub holds the key"),
        ("mail.key", false, "mail.key holds another key than the one that was made"),
        ("mail.key", true, "mail.key holds another key than the one that was made"),
    ] {
        let place = Place::new();
        let (house, _) = place.keys();
        if is_set_up {
            place.sets_up_desk(&house).await;
        }
        assert!(!place.good(&["check"]).contains("WRONG"));
        swap(&place, swapped);
        let output = ended(place.command(&["serve"]).env("ZVH_LISTEN", "127.0.0.1:0"));
        let said = words(&output.stderr);
        assert_eq!(output.status.code(), Some(1), "{said}");
        assert!(said.contains(expected) && said.contains("put") && said.contains(swapped), "{said}");
        let said = place.bad(&["check"]);
        assert!(said.contains("WRONG keys") && said.contains(expected), "{said}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_house_key_that_was_put_into_the_database_stops_the_start() {
    // A trail from before it told the mark of the mail key can't say which of the two was changed.
    let old = [
        "DROP TRIGGER audit_is_not_changed",
        "UPDATE audit SET object = substr(object, 1, length(object) - 17) WHERE action = 'keys.made'",
    ];
    for (before, expected) in [
        (&[][..], "lacks the mark of this house: someone changed the database"),
        (&old, "house key 1 in the database lacks the mark of var/keys"),
    ] {
        let place = Place::new();
        let (house, _) = place.keys();
        place.sets_up_desk(&house).await;
        place.changes(before).await;
        assert!(!place.good(&["check"]).contains("WRONG"));
        place.changes(&["UPDATE house_keys SET public_key = zeroblob(32)"]).await;
        for command in ["check", "serve"] {
            let said = place.bad(&[command]);
            assert!(said.contains(expected), "{said}");
        }
    }
}

#[test]
fn new_keys_are_refused_where_someone_was_invited_under_the_old_ones() {
    let place = Place::new();
    place.keys();
    let words =
        ["--name", "Noor Voorbeeld", "--organisation", "Het huis", "--mail", "noor@huis.example", "--role", "intake"];
    place.good(&[&["staff", "invite"][..], &words].concat());
    std::fs::remove_dir_all(place.path("var/keys")).unwrap();
    let said = place.bad(&["keys", "init", "--out", "others"]);
    assert!(said.contains("colleagues, referrals or keys") && said.contains("from its backup"), "{said}");
}
