//! Every outcome belongs to one kind of record, and says what it means.

use super::*;

#[test]
fn names_read_back_and_say_something() {
    for outcome in Outcome::ALL {
        assert_eq!(Outcome::from_slug(outcome.slug()), Some(outcome));
        assert!(!outcome.text().ends_with('.') && outcome.public().ends_with('.'), "{outcome:?}");
    }
}

#[test]
fn every_outcome_can_be_decided_somewhere_and_only_a_decided_record_has_any() {
    for outcome in Outcome::ALL {
        assert!(Regime::ALL.iter().any(|regime| Outcome::of(*regime).contains(&outcome)), "{outcome:?}");
    }
    for form in crate::forms::ALL {
        assert!(!crate::desk::is_decided(form) || !Outcome::of(form.regime).is_empty(), "{}", form.slug);
    }
}

/// The two-way explanation and the list of outcomes say the same.
#[test]
fn what_its_sender_reads_is_what_was_decided() {
    for outcome in Outcome::of(Regime::Wgs) {
        let accepted = outcome.public().contains("nemen de casus aan");
        assert_eq!(accepted, outcome.is_taken_on(), "{outcome:?}");
    }
    for outcome in Outcome::of(Regime::DataRights) {
        assert!(!outcome.is_taken_on());
    }
}

/// Whether a case fits is judged after it was referred, and only a participant refers (WGS art. 2.31 lid 1).
#[test]
fn who_is_asked_to_refer_is_promised_nothing_and_the_desk_minds_who_can() {
    let read = Outcome::AanmeldenGevraagd.public();
    assert!(read.contains("kijken wij of hij bij ons past") && !read.contains("casus past"), "{read}");
    let act = crate::desk::act::find("antwoord-advies").unwrap();
    let options = act.form.field_at("answer.outcome").map(|field| field.kind);
    let Some(crate::form::Kind::One(crate::form::Options::Fixed(choices))) = options else { panic!("no choices") };
    let choice = choices.iter().find(|choice| choice.value == Outcome::AanmeldenGevraagd.slug()).unwrap();
    assert!(
        choice.hint.contains("vaste deelnemer") && choice.hint.contains("wie de casus kan aanmelden"),
        "{}",
        choice.hint
    );
}
