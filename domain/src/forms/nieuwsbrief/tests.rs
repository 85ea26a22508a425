//! The rules of a subscription, tried on whole ones.

use super::FORM;
use crate::check::Code;
use crate::form::Effect;
use crate::forms::trial::Trial;

const SUBSCRIPTION: Trial = Trial {
    form: &FORM,
    least: &["
newsletter.email=sanne@post.example
newsletter.consent=ja
"],
};

#[test]
fn the_least_may_be_sent_and_each_of_it_is_needed() {
    assert_eq!(SUBSCRIPTION.notices(""), [""; 0]);
    SUBSCRIPTION.needs_all_of_it();
}

#[test]
fn consent_is_a_tick_and_nothing_else() {
    for (typed, code) in [("", Code::Missing), ("nee", Code::UnknownChoice), ("on", Code::UnknownChoice)] {
        let problems = SUBSCRIPTION.problems(&["newsletter.consent=", typed].concat());
        assert_eq!(problems, [("newsletter.consent".to_owned(), code)], "{typed}");
    }
}

#[test]
fn topics_are_chosen_freely() {
    let verdict = SUBSCRIPTION.judged("newsletter.topics=nazorg\nnewsletter.topics=nieuws");
    assert!(verdict.is_good(), "{verdict:?}");
    assert_eq!(verdict.accepted.ticked("newsletter.topics").collect::<Vec<_>>(), ["nieuws", "nazorg"]);
}

#[test]
fn sending_asks_the_owner_of_the_address_to_confirm() {
    let Effect::Subscribes(topics) = FORM.effect else { panic!("it subscribes") };
    assert!(!FORM.effect.is_followed());
    assert_eq!(topics(&SUBSCRIPTION.judged("").accepted), [""; 0]);
    assert_eq!(
        topics(&SUBSCRIPTION.judged("newsletter.topics=nazorg\nnewsletter.topics=nieuws").accepted),
        ["nieuws", "nazorg"]
    );
    assert_eq!(FORM.receipt_to, Some("newsletter.email"));
}
