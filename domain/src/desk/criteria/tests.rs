//! One of three is enough, of four all are needed; the cards ask what is counted.

use proptest::prelude::*;

use super::*;
use crate::desk::act;
use crate::forms;

fn judged(names: &[&str], yes: impl Fn(usize) -> bool) -> Answers {
    let mut answers = Answers::default();
    for (at, name) in names.iter().enumerate() {
        answers.set(name, if yes(at) { "ja" } else { "nee" });
    }
    answers
}

proptest! {
    #[test]
    fn one_of_three_is_enough_and_of_four_all_are_needed(bits in 0..16_usize) {
        for (card, enough) in [(Card::Regieteam, 1), (Card::Admission, 4)] {
            let names = card.criteria();
            let yes = |at: usize| bits >> at & 1 == 1;
            let met = card.met(&judged(names, yes));
            let wanted = (0..names.len()).filter(|at| yes(*at)).count();
            prop_assert_eq!((met.met, met.of), (wanted, names.len()));
            prop_assert_eq!(met.is_enough, wanted >= enough);
        }
    }
}

#[test]
fn the_national_criteria_are_counted_beside_the_four() {
    let mut answers = judged(Card::Admission.criteria(), |_| true);
    for (complex, local, national) in [("ja", "nee", true), ("nee", "ja", true), ("nee", "nee", false)] {
        answers.set("judged.complex", complex);
        answers.set("judged.local", local);
        let met = Card::Admission.met(&answers);
        assert_eq!((met.national, met.is_enough), (Some(national), true), "{complex} {local}");
    }
    assert_eq!(Card::Regieteam.met(&answers).national, None);
    assert!(!Card::Admission.met(&Answers::default()).is_enough);
}

/// BGS art. 2.20 lid 3: each criterion with its reason.
#[test]
fn a_card_is_judged_by_an_act_that_asks_all_of_it_with_reasons() {
    for card in [Card::Regieteam, Card::Admission] {
        let form = act::find(card.slug()).unwrap().form;
        for name in card.criteria() {
            assert!(form.field_at(name).is_some(), "{name}");
            assert!(form.field_at(&format!("{name}_reason")).is_some(), "{name} has no reason");
        }
        assert!(card == Card::Regieteam || NATIONAL.iter().all(|name| form.field_at(name).is_some()));
    }
}

#[test]
fn only_cases_have_a_card() {
    let card = |slug: &str| Card::of(forms::find(slug).unwrap());
    for (slug, wanted) in [
        ("regieteam", Some(Card::Regieteam)),
        ("mda", Some(Card::Admission)),
        ("centrale-toegang", Some(Card::Admission)),
        ("bijdrage", None),
        ("wvggz", None),
        ("via", None),
        ("contact", None),
        ("avg-verzoek", None),
    ] {
        assert_eq!(card(slug), wanted, "{slug}");
    }
}

#[test]
fn a_card_says_what_it_counted() {
    let met = Met { met: 1, of: 3, is_enough: true, national: None };
    assert_eq!(met.text(), "1 van de 3 criteria van toepassing. Dat is genoeg.");
    let met = Met { met: 3, of: 4, is_enough: false, national: Some(true) };
    assert!(met.text().ends_with("Dat is niet genoeg. Ook een van de landelijke criteria is van toepassing."));
}
