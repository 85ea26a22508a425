//! Whatever passes the first two passes of `check` fits the typed structs of its form: no good answer is lost between them. And the
//! generator of examples always ends in answers that may be sent.

use chrono::NaiveDate;
use domain::answers::Answers;
use domain::check::{Code, Verdict, check, offers, walk};
use domain::context::Context;
use domain::desk::act;
use domain::fiction::{self, Chance, invented};
use domain::form::{Ask, Form, Kind, Need};
use domain::forms;
use domain::summary::summary;
use proptest::prelude::*;

/// The forms that people send, and those in which the desk says what it did.
fn all() -> impl Iterator<Item = &'static Form> {
    forms::ALL.iter().copied().chain(act::ALL.iter().map(|act| act.form))
}

fn context() -> Context {
    fiction::house(NaiveDate::from_ymd_opt(2026, 11, 21).unwrap_or_default())
}

/// Two good answers that do not go together: all that may be wrong with careful answers.
fn contradicts(code: Code) -> bool {
    let rules = [
        "none_but_some",
        "consent_before_birth",
        "talk_before_birth",
        "ban_for_minor",
        "ban_ends_before_start",
        "ban_longer_than_ten_days",
        "ban_longer_than_four_weeks",
        "second_day_again",
        "third_day_again",
        "end_before_start",
        "name_missing",
        "child_without_age",
        "organisation_unreachable",
        "sender_unreachable",
    ];
    matches!(code, Code::SameAsMain | Code::NoRows) || matches!(code, Code::Rule(rule) if rules.contains(&rule))
}

fn problems(verdict: &Verdict) -> Vec<String> {
    verdict.problems.iter().map(|problem| format!("{} {:?}", problem.name, problem.code)).collect()
}

/// Something good under every name that does not apply: it must be parked, not break anything.
fn beside(form: &'static Form, answers: &Answers, context: &Context, chance: &mut Chance) -> Answers {
    let mut more = answers.clone();
    let found = walk(form, answers, context);
    for asked in found.asked.iter().filter(|asked| !asked.applies) {
        let offered = offers(form.steps, asked.field, Ask { answers: &found.applies, row: &asked.row, context });
        let texts = fiction::answer(asked.field, &offered, context, invented, chance);
        for (part, text) in asked.field.boxes().iter().zip(texts) {
            more.set(&[&asked.name, *part].concat(), &text);
        }
    }
    more
}

/// Questions with an answer, in words; ticks are accepted in the order of the form, so their order does not count.
fn shown(form: &'static Form, answers: &Answers, context: &Context) -> Vec<(String, String)> {
    let blocks = summary(form, answers, context).into_iter().flat_map(|section| section.blocks);
    let lines = blocks.flat_map(|block| block.lines).filter(|line| !line.value.is_empty());
    let sorted = |value: String| {
        let mut lines: Vec<_> = value.lines().collect();
        lines.sort_unstable();
        lines.join("\n")
    };
    lines.map(|line| (line.name, sorted(line.value))).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn accepted_answers_read_as_the_typed_ones_did(seed in any::<u64>()) {
        let (context, mut chance) = (context(), Chance::new(seed));
        for form in all() {
            let typed = fiction::submission(form, &context, invented, &mut chance).unwrap_or_default();
            let accepted = check(form, &typed, &context).accepted;
            prop_assert_eq!(shown(form, &accepted, &context), shown(form, &typed, &context), "{}", form.slug);
            // An accepted answer may be typed again: the sender is asked back about it, with it filled in.
            prop_assert!(check(form, &accepted, &context).accepted == accepted, "{}", form.slug);
        }
    }

    #[test]
    fn examples_may_always_be_sent(seed in any::<u64>()) {
        let (context, mut chance) = (context(), Chance::new(seed));
        for form in all() {
            let answers = fiction::submission(form, &context, invented, &mut chance);
            prop_assert!(answers.is_some(), "{}", form.slug);
            let answers = answers.unwrap_or_default();
            let verdict = check(form, &answers, &context);
            prop_assert!(verdict.is_good() && verdict.parked.is_empty(), "{}: {:?}", form.slug, problems(&verdict));
            let wider = check(form, &beside(form, &answers, &context, &mut chance), &context);
            prop_assert!(wider.is_good(), "{}: {:?}", form.slug, problems(&wider));
            prop_assert!(wider.accepted == verdict.accepted, "{}", form.slug);
        }
    }

    #[test]
    fn good_answers_are_accepted(seed in any::<u64>()) {
        let (context, mut chance) = (context(), Chance::new(seed));
        for form in all() {
            let mut answers = fiction::careful(form, &context, invented, &mut chance);
            for problem in &check(form, &answers, &context).problems {
                prop_assert!(contradicts(problem.code), "{}: {} {:?}", form.slug, problem.name, problem.code);
            }
            // Leaving out what may be left out changes nothing about that.
            for asked in walk(form, &answers, &context).asked.iter().filter(|asked| asked.field.need == Need::Optional) {
                asked.field.boxes().iter().for_each(|part| answers.set(&[&asked.name, *part].concat(), ""));
            }
            for problem in &check(form, &answers, &context).problems {
                prop_assert!(problem.code != Code::Rule("shape"), "{} does not fit its struct", problem.name);
            }
        }
    }
}

/// What the author of an example writes in words: a call that nobody answered has none.
fn is_told(kind: Kind) -> bool {
    matches!(kind, Kind::Text(_) | Kind::LongText | Kind::Nameless)
}

/// Whoever reads an example must see that nobody is meant.
#[test]
fn every_example_shows_that_it_is_invented() {
    let (context, mut chance) = (context(), Chance::new(1));
    let marks = ["Voorbeeld", "voorbeeld", "erzonnen", "ersoon", "Fictie", ".example"];
    for form in all() {
        for _ in 0..20 {
            let answers = fiction::submission(form, &context, invented, &mut chance).unwrap_or_default();
            for (name, text) in answers.iter() {
                let own = name.rsplit_once('.').map_or(name, |(_, own)| own);
                if own == "last_name" || own.ends_with("email") {
                    assert!(marks.iter().any(|mark| text.contains(mark)), "{name}: {text}");
                }
                assert!(!name.ends_with("bsn") || text.starts_with("9999"), "{name}");
            }
            let is_told = answers.iter().any(|(name, _)| form.field_at(name).is_some_and(|field| is_told(field.kind)));
            let is_marked = answers.iter().any(|(_, text)| marks.iter().any(|mark| text.contains(mark)));
            assert!(is_marked || !is_told, "{}", form.slug);
        }
    }
}

#[test]
fn a_house_without_rooms_has_no_booking_to_show() {
    let context = Context { rooms: Vec::new(), ..context() };
    let form = forms::find("kamer").unwrap_or(forms::ALL[0]);
    assert!(fiction::submission(form, &context, invented, &mut Chance::new(1)).is_none());
}
