//! What comes out of each form, and what never does.

use chrono::NaiveDate;
use proptest::prelude::*;

use super::*;
use crate::check::check;
use crate::fiction::{self, Chance, invented};
use crate::forms;

/// What the queue knows of each form: municipality, organisation, people.
const KNOWN: [(&str, bool, bool, bool); 15] = [
    ("regieteam", true, true, true),
    ("mda", true, true, true),
    ("centrale-toegang", true, true, true),
    ("adviesvraag", true, true, false),
    ("wvggz", true, false, true),
    ("via", true, true, true),
    ("bij", true, true, true),
    ("nazorg", true, true, true),
    ("huisverbod", true, true, true),
    ("bijdrage", false, true, false),
    ("contact", false, false, false),
    ("avg-verzoek", false, false, false),
    ("werkbezoek", false, false, false),
    ("nieuwsbrief", false, false, false),
    ("kamer", false, true, false),
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn each_form_gives_what_the_table_says(seed in any::<u64>()) {
        let context = fiction::house(NaiveDate::from_ymd_opt(2026, 11, 22).unwrap());
        let mut chance = Chance::new(seed);
        prop_assert_eq!(KNOWN.map(|(slug, ..)| slug).to_vec(), forms::ALL.iter().map(|form| form.slug).collect::<Vec<_>>());
        for (form, (slug, municipality, organisation, people)) in forms::ALL.iter().zip(KNOWN) {
            let answers = fiction::submission(form, &context, invented, &mut chance).unwrap();
            let accepted = check(form, &answers, &context).accepted;
            let Outline { municipality: place, organisation: sender, needed, twins } = outline(form, &accepted);
            prop_assert_eq!(place.is_some(), municipality, "{}", slug);
            prop_assert_eq!(sender.is_some(), organisation, "{}", slug);
            prop_assert!(needed.is_none() || ["adviesvraag", "wvggz", "via"].contains(&slug), "{}", slug);
            prop_assert!(needed.is_some() || slug != "adviesvraag", "who asks for advice says how soon");
            // Who reports under the Wvggz may not know when someone was born.
            let is_known = slug != "wvggz" || !accepted.get("worried_about.birth_date").is_empty();
            prop_assert_eq!(!twins.is_empty(), people && is_known, "{}", slug);
            let bsn = accepted.get("person.bsn");
            prop_assert!(bsn.is_empty() || twins.contains(&format!("bsn:{bsn}")), "{}", slug);
        }
    }
}

fn of(slug: &str, pairs: &[(&str, &str)]) -> Outline {
    let pairs = pairs.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned()));
    outline(forms::find(slug).unwrap(), &Answers::from_pairs(pairs))
}

#[test]
fn a_person_is_marked_by_number_and_by_each_name_and_so_is_who_lives_there() {
    let outline = of(
        "regieteam",
        &[
            ("referrer.organisation", "politie"),
            ("referrer.last_name", "Jansen"),
            ("stay.municipality", "1883"),
            ("person.bsn", "999990019"),
            ("person.prefix", "van der"),
            ("person.last_name", "Wit"),
            ("person.birth_name", "Núñez-Ørsted"),
            ("person.birth_date", "1990-01-02"),
            ("household.k1.last_name", "'t Hooft"),
            ("household.k1.birth_date", "2015"),
            ("household.k2.last_name", "onbekend"),
            ("household.k2.birth_date", "2016-01"),
            ("household.k3.last_name", "Wit"),
            ("organisations.k1.contact_name", "De Vries"),
        ],
    );
    assert_eq!((outline.municipality.as_deref(), outline.organisation.as_deref()), (Some("1883"), Some("politie")));
    assert_eq!(
        outline.twins,
        ["bsn:999990019", "name:hooft|2015", "name:nunezorsted|1990-01-02", "name:wit|1990-01-02"]
    );
}

#[test]
fn one_name_is_one_mark_however_it_was_written() {
    for written in ["de Wit", "De Wit", "WIT", "wit", "  van de  Wit ", "Wït", "Wi\u{308}t"] {
        assert_eq!(plain(written), "wit", "{written}");
    }
    for (written, read) in
        [("Müller-Groß", "mullergross"), ("O'Brien", "obrien"), ("Van", "van"), ("de", "de"), ("王", "王"), ("–", "")]
    {
        assert_eq!(plain(written), read, "{written}");
    }
}

#[test]
fn whoever_asks_about_their_own_data_or_sends_a_message_is_nobodys_twin() {
    let request = [
        ("requester.name", "S. de Wit"),
        ("requester.birth_date", "1990-01-02"),
        ("represented.birth_date", "1990-01-02"),
    ];
    assert!(of("avg-verzoek", &request).twins.is_empty());
    assert!(of("contact", &[("message.name", "S. de Wit")]).twins.is_empty());
}

#[test]
fn an_outline_prints_no_name() {
    let outline = of("via", &[("subject.last_name", "Geheim"), ("subject.birth_date", "1990-01-02")]);
    assert_eq!(format!("{outline:?}"), "Outline(1 twins)");
}
