//! The rules of a question for advice, tried on whole questions.

use super::FORM;
use crate::check::Warning;
use crate::forms::trial::Trial;

const TRIAL: Trial = Trial {
    form: &FORM,
    least: &["
asker.organisation=politie
asker.first_name=Sanne
asker.last_name=Jansen
asker.function=Wijkagent
asker.email=s.jansen@politie.example
asker.answer_by=schriftelijk
advice.urgency=kan_wachten
advice.theme=nazorg
advice.municipality=1883
advice.question=Hoe verder met een man van rond de 40 die terugkomt na detentie?
advice.tried=Gesprekken, zonder resultaat.
"],
};

#[test]
fn the_least_may_be_sent_without_a_word_of_warning() {
    assert_eq!(TRIAL.notices(""), [""; 0]);
    TRIAL.needs_all_of_it();
}

#[test]
fn anyone_may_ask_and_names_their_organisation() {
    let other = "asker.organisation=andere\n";
    assert_eq!(TRIAL.problems(other).len(), 1);
    assert_eq!(TRIAL.notices(&[other, "asker.other_organisation=Stichting Thuis"].concat()), [""; 0]);
    assert_eq!(TRIAL.notices("asker.organisation=school"), [""; 0]);
}

#[test]
fn who_wants_a_call_gives_a_number() {
    assert_eq!(TRIAL.problems("asker.answer_by=telefoon").len(), 1);
    assert_eq!(TRIAL.notices("asker.answer_by=telefoon\nasker.phone=046 123 45 67"), [""; 0]);
    assert_eq!(TRIAL.judged("asker.phone=046 123 45 67").parked, ["asker.phone"]);
}

#[test]
fn a_coach_points_at_what_tells_who_it_is_and_stops_nobody() {
    let cases: [(&str, Warning); 4] = [
        ("Zijn nummer is 999990019.", Warning::BsnInText),
        ("Hij is van 7-3-1985.", Warning::DateInText),
        ("Bel hem op 06 12345678.", Warning::PhoneInText),
        ("Het gaat om mevrouw Bakker.", Warning::NameInText),
    ];
    for name in ["advice.question", "advice.tried"] {
        for (text, warning) in cases {
            let warned = TRIAL.warnings(&format!("{name}={text}"));
            let seen: Vec<_> = warned.into_iter().map(|warned| (warned.name, warned.warning)).collect();
            assert_eq!(seen, [(name.to_owned(), warning)], "{text}");
        }
    }
}

#[test]
fn what_is_better_asked_by_telephone_says_so() {
    for (change, notice) in [
        ("advice.urgency=vandaag", "advice.today"),
        ("advice.theme=radicalisering", "advice.radicalisation"),
        ("advice.theme=mensenhandel", "advice.trafficking"),
    ] {
        assert_eq!(TRIAL.notices(change), [notice]);
    }
    assert_eq!(TRIAL.notices("advice.urgency=deze_week"), [""; 0]);
}

#[test]
fn a_work_address_of_another_organisation_warns() {
    assert_eq!(TRIAL.notices("asker.email=s.jansen@elders.example"), ["asker.email"]);
}
