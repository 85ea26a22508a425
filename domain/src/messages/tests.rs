//! Every sentence that an answer can get, for every question of every form.

use super::*;
use crate::check::tests::tiny::TINY;
use crate::form::{Group, Step};
use crate::forms::ALL;

const DATES: [DateError; 13] = [
    DateError::Empty,
    DateError::Form,
    DateError::DayMissing,
    DateError::Day,
    DateError::MonthMissing,
    DateError::Month,
    DateError::YearMissing,
    DateError::TwoDigitYear,
    DateError::Year,
    DateError::YearTooEarly,
    DateError::NoSuchDay,
    DateError::InFuture,
    DateError::TooOld,
];

/// Every code that the judgement of a question of this kind can give.
fn codes(kind: &Kind) -> Vec<Code> {
    let mut codes = vec![Code::Missing];
    match kind {
        Kind::Text(_) => codes.push(Code::TooLong(200)),
        Kind::LongText | Kind::Nameless => codes.push(Code::TooLong(10_000)),
        Kind::Count(most) => codes.push(Code::Count(*most)),
        Kind::Email | Kind::WorkEmail => {
            let all = [EmailError::Space, EmailError::At, EmailError::Local, EmailError::Domain, EmailError::TooLong];
            codes.extend(all.map(Code::Email));
        }
        Kind::OfficePhone | Kind::PersonPhone => {
            let all = [
                PhoneError::Characters,
                PhoneError::Start,
                PhoneError::TooShort,
                PhoneError::TooLong,
                PhoneError::Mobile,
                PhoneError::ServiceNumber,
                PhoneError::ServiceLength,
            ];
            codes.extend(all.map(Code::Phone));
        }
        Kind::Bsn => {
            codes.extend([BsnError::NotDigits, BsnError::Length, BsnError::Zero, BsnError::Check].map(Code::Bsn));
            codes.push(Code::SameAsMain);
        }
        Kind::Postcode => {
            let all = [PostcodeError::Form, PostcodeError::LeadingZero, PostcodeError::Letters];
            codes.extend(all.map(Code::Postcode));
        }
        Kind::HouseNumber => {
            let all = [
                HouseNumberError::NoNumber,
                HouseNumberError::LeadingZero,
                HouseNumberError::TooLarge,
                HouseNumberError::AdditionFollows,
                HouseNumberError::Addition(AdditionError::Characters),
            ];
            codes.extend(all.map(Code::HouseNumber));
        }
        Kind::Addition => {
            let all = [AdditionError::Empty, AdditionError::Characters, AdditionError::TooLong];
            codes.extend(all.map(Code::Addition));
        }
        Kind::BirthDate => codes.extend(DATES.map(Code::Date)),
        Kind::Day(_) => {
            codes.extend(DATES.map(Code::Date));
            codes.extend([Code::InFuture, Code::InPast]);
        }
        Kind::One(_) | Kind::Many(_) | Kind::Tick => codes.push(Code::UnknownChoice),
    }
    codes
}

/// Full names with their fields, rows as `k1`.
fn fields(form: &'static Form) -> Vec<(String, &'static Field)> {
    let mut all = Vec::new();
    for step in form.steps {
        all.extend(step.fields().map(|field| (field.name.to_owned(), field)));
        for group in step.groups() {
            all.extend(group.fields.iter().map(|field| (format!("{}.k1.{}", group.name, field.name), field)));
        }
    }
    all
}

fn is_a_sentence(text: &str) {
    assert!(text.ends_with('.'), "{text}");
    assert!(text.starts_with(char::is_uppercase), "{text}");
    for wrong in ["  ", "..", " .", "{", "}", "undefined", ",.", "?."] {
        assert!(!text.contains(wrong), "{wrong} in {text}");
    }
}

#[test]
fn every_code_of_every_question_names_the_question_in_a_sentence() {
    // Where the kind of number says it all, the sentence names the number.
    let by_kind = ["burgerservicenummer", "postcode", "huisnummer", "toevoeging"];
    for form in ALL {
        for (name, field) in fields(form) {
            for code in codes(&field.kind) {
                let text = problem(form, &Problem { name: name.clone(), code });
                is_a_sentence(&text);
                let own = matches!(
                    code,
                    Code::Bsn(_) | Code::Postcode(_) | Code::HouseNumber(_) | Code::Addition(_) | Code::SameAsMain
                );
                let names_it = text.contains(field.noun) || own && by_kind.iter().any(|word| text.contains(word));
                assert!(names_it, "{name} {code:?}: {text}");
            }
        }
    }
}

#[test]
fn different_faults_get_different_sentences() {
    let same_mend = |code: &Code| {
        matches!(
            code,
            Code::Date(DateError::Empty | DateError::Form)
                | Code::Bsn(BsnError::Zero | BsnError::Check)
                | Code::HouseNumber(HouseNumberError::AdditionFollows | HouseNumberError::Addition(_))
                | Code::Addition(AdditionError::Empty | AdditionError::Characters)
        )
    };
    for (name, field) in fields(&TINY) {
        let mut said: Vec<String> = codes(&field.kind)
            .iter()
            .filter(|code| !same_mend(code))
            .map(|code| problem(&TINY, &Problem { name: name.clone(), code: *code }))
            .collect();
        let all = said.len();
        said.sort();
        said.dedup();
        assert_eq!(said.len(), all, "{name}: {said:?}");
    }
}

#[test]
fn every_group_says_what_to_do_about_its_rows() {
    let groups: Vec<(&'static Form, &'static Group)> =
        ALL.iter().flat_map(|form| form.steps.iter().flat_map(Step::groups).map(move |group| (*form, group))).collect();
    assert!(!groups.is_empty());
    for (form, group) in groups {
        let text = |code| problem(form, &Problem { name: group.name.to_owned(), code });
        is_a_sentence(&text(Code::TooManyRows(group.most)));
        assert!(text(Code::TooManyRows(group.most)).contains(&group.most.to_string()));
        if !matches!(group.least, crate::form::Least::None) {
            is_a_sentence(&text(Code::NoRows));
            assert_eq!(text(Code::NoRows), group.missing);
        }
    }
}

#[test]
fn every_warning_is_a_sentence() {
    for form in ALL {
        for (name, _) in fields(form) {
            for kind in [Warning::FreeMail, Warning::BsnInText, Warning::Notice("Een zin.")] {
                is_a_sentence(&warning(form, &Warned { name: name.clone(), warning: kind }));
            }
        }
        for group in form.steps.iter().flat_map(Step::groups) {
            let name = format!("{}.k1.x", group.name);
            let text = warning(form, &Warned { name, warning: Warning::AlikeRows });
            is_a_sentence(&text);
            assert!(text.contains(group.many), "{text}");
        }
    }
}

#[test]
fn what_has_no_field_still_gets_a_sentence() {
    for name in ["", "person", "household", "household.k1", "nergens.x", "shape"] {
        is_a_sentence(&problem(ALL[0], &Problem { name: name.to_owned(), code: Code::Rule("shape") }));
    }
}
