//! The rules of a working visit, tried on whole requests.

use super::FORM;
use crate::check::Code;
use crate::forms::trial::Trial;

const VISIT: Trial = Trial {
    form: &FORM,
    least: &["
visit.organisation=ROC Voorbeeldstad
visit.people=24
visit.aim=Hoe werken zorg en justitie samen?
visit.first_day.day=1
visit.first_day.month=12
visit.first_day.year=2026
visitor.name=Sanne Jansen
visitor.email=s.jansen@roc.example
"],
};

const SECOND: &str = "visit.second_day.day=2\nvisit.second_day.month=12\nvisit.second_day.year=2026\n";
const THIRD: &str = "visit.third_day.day=3\nvisit.third_day.month=12\nvisit.third_day.year=2026\n";

#[test]
fn the_least_may_be_sent_and_each_of_it_is_needed() {
    assert_eq!(VISIT.notices(""), [""; 0]);
    VISIT.needs_all_of_it();
}

#[test]
fn three_days_that_differ_may_be_sent() {
    assert!(VISIT.judged(&[SECOND, THIRD].concat()).is_good());
    assert!(VISIT.judged(THIRD).is_good(), "a third choice without a second is fine");
}

#[test]
fn a_day_is_named_once() {
    let second_again = SECOND.replace("day.day=2", "day.day=1");
    VISIT.breaks(&second_again, "visit.second_day", "second_day_again");
    for day in ["1", "2"] {
        let third_again = [SECOND, &THIRD.replace("day.day=3", &format!("day.day={day}"))].concat();
        VISIT.breaks(&third_again, "visit.third_day", "third_day_again");
    }
    let also_without_second = THIRD.replace("day.day=3", "day.day=1");
    VISIT.breaks(&also_without_second, "visit.third_day", "third_day_again");
}

#[test]
fn a_day_in_the_past_and_a_group_of_nobody_are_refused() {
    let past = VISIT.problems("visit.first_day.month=11");
    assert_eq!(past, [("visit.first_day".to_owned(), Code::InPast)]);
    for people in ["0", "501", "twintig"] {
        let problems = VISIT.problems(&["visit.people=", people].concat());
        assert_eq!(problems, [("visit.people".to_owned(), Code::Count(500))], "{people}");
    }
}
