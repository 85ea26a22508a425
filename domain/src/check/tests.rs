//! The three passes, tried on a form of one question of every kind.

pub(crate) mod tiny;

use super::*;
use crate::values::{AdditionError, BsnError, DateError, EmailError, HouseNumberError, PhoneError, PostcodeError};
use tiny::{TINY, context, typed};

fn verdict(lines: &[&str]) -> Verdict {
    check(&TINY, &typed(lines), &context())
}

fn problems(lines: &[&str]) -> Vec<(String, Code)> {
    verdict(lines).problems.into_iter().map(|problem| (problem.name, problem.code)).collect()
}

fn named(problems: &[(&str, Code)]) -> Vec<(String, Code)> {
    problems.iter().map(|(name, code)| ((*name).to_owned(), *code)).collect()
}

/// The least that may be sent.
const LEAST: [&str; 2] = ["me.kind=a", "me.alone=ja"];

fn with<'a>(more: &[&'a str]) -> Vec<&'a str> {
    [&LEAST, more].concat()
}

mod walking {
    use super::*;

    fn walked(lines: &[&str]) -> Walk {
        walk(&TINY, &typed(lines), &context())
    }

    fn applying(lines: &[&str]) -> Vec<String> {
        walked(lines).asked.into_iter().filter(|asked| asked.applies).map(|asked| asked.name).collect()
    }

    fn notices(lines: &[&str]) -> Vec<(&'static str, &'static str)> {
        walked(lines).notices.into_iter().map(|(step, notice)| (step.slug, notice.name)).collect()
    }

    #[test]
    fn a_branch_of_a_parked_branch_is_parked_too() {
        let answers = ["me.detail=x", "me.deep=y", "me.kind=a"];
        assert_eq!(verdict(&answers).parked, [""; 0]);
        let answers = ["me.detail=x", "me.deep=y", "me.kind=b"];
        assert_eq!(verdict(&answers).parked, ["me.detail", "me.deep"]);
        assert_eq!(verdict(&answers).accepted.get("me.detail"), "");
    }

    #[test]
    fn what_was_typed_in_a_step_off_the_route_is_parked() {
        let found = verdict(&["me.kind=a", "people.k1.name=P", "extra.about=zelf", "extra.note=n", "last.any=v"]);
        assert_eq!(found.route, ["ik", "mensen", "slot"]);
        assert_eq!(found.parked, ["extra.about", "extra.note", "last.any"]);
        let found = verdict(&["me.kind=b", "people.k1.name=P", "extra.about=andere", "extra.note=n", "last.any=v"]);
        assert_eq!(found.route, ["ik", "mensen", "extra", "slot"]);
        assert_eq!(found.parked, [""; 0]);
        assert_eq!(found.accepted.get("last.any"), "v");
    }

    #[test]
    fn blank_answers_and_dates_are_parked_as_one_name_or_not_at_all() {
        let found = verdict(&["me.kind=b", "me.detail=  ", "people.k1.name=P", "people.k1.why= "]);
        assert_eq!(found.parked, [""; 0]);
        assert_eq!(verdict(&["me.kind=b", "people.k1.name=P", "people.k1.why=x"]).parked, ["people.k1.why"]);
    }

    #[test]
    fn rows_come_in_the_order_of_their_keys_and_see_only_themselves() {
        let found = applying(&[
            "people.k10.name=P",
            "people.k10.role=y",
            "people.k2.name=Q",
            "people.k2.role=x",
            "people.kx.name=?",
        ]);
        let rows: Vec<&str> = found.iter().filter(|name| name.starts_with("people")).map(String::as_str).collect();
        let expected = [
            "people.k2.name",
            "people.k2.role",
            "people.k2.why",
            "people.k2.bsn",
            "people.k10.name",
            "people.k10.role",
            "people.k10.bsn",
        ];
        assert_eq!(rows, expected);
    }

    #[test]
    fn a_row_sees_answers_outside_it() {
        let child = ["me.born.year=2015", "people.k1.name=P"];
        assert!(applying(&child).contains(&"people.k1.young".to_owned()));
        assert!(!applying(&["me.born.year=1960", "people.k1.name=P"]).contains(&"people.k1.young".to_owned()));
    }

    #[test]
    fn notices_hold_where_their_step_is_on_the_route() {
        assert_eq!(notices(&["me.kind=a"]), []);
        assert_eq!(notices(&["me.many=x"]), [("ik", "me.one_tick")]);
        assert_eq!(notices(&["me.many=x|y"]), []);
        assert_eq!(notices(&["me.partner=school"]), [("ik", "me.may_not")]);
        assert_eq!(notices(&["me.partner=politie"]), []);
        assert_eq!(notices(&["me.kind=b"]), [("extra", "extra.seen")]);
    }

    #[test]
    fn conditions_join_and_turn() {
        let last =
            |lines: &[&str]| applying(lines).into_iter().filter(|name| name.starts_with("last")).collect::<Vec<_>>();
        assert_eq!(last(&["me.kind=a"]), [""; 0]);
        assert_eq!(last(&["me.kind=a", "me.many=x|z"]), ["last.any"]);
        assert_eq!(last(&["me.kind=b", "me.many=z"]), ["last.any", "last.all"]);
        let note = |about: &str| applying(&["me.kind=b", "people.k1.name=P", about]).contains(&"extra.note".to_owned());
        assert!(note("extra.about=k1") && !note("extra.about=zelf"));
    }

    #[test]
    fn nothing_typed_asks_the_first_questions_only() {
        assert!(applying(&[]).contains(&"me.kind".to_owned()));
        assert!(!applying(&[]).contains(&"me.detail".to_owned()));
        assert_eq!(walked(&[]).route.len(), 3);
    }
}

mod judging {
    use super::*;

    /// What becomes of one answer.
    enum Comes {
        /// Accepted as this.
        As(&'static str),
        /// Nothing was answered, and that is fine.
        Open,
        /// It stops sending.
        Wrong(Code),
    }
    use Comes::{As, Open, Wrong};

    const CASES: &[(&str, &[&str], Comes)] = &[
        ("me.kind", &["me.kind="], Wrong(Code::Missing)),
        ("me.kind", &["me.kind=  "], Wrong(Code::Missing)),
        ("me.kind", &["me.kind=c"], Wrong(Code::UnknownChoice)),
        ("me.kind", &["me.kind=A"], Wrong(Code::UnknownChoice)),
        ("me.kind", &["me.kind=a|b"], Wrong(Code::UnknownChoice)),
        ("me.kind", &["me.kind= b "], As("b")),
        ("me.detail", &["me.detail=  van \u{A0} der\tBerg "], As("van der Berg")),
        ("me.detail", &["me.detail=een|twee"], As("een twee")),
        ("me.deep", &["me.detail=x"], Wrong(Code::Missing)),
        ("me.deep", &["me.detail=x", "me.deep=\u{200B}"], Wrong(Code::Missing)),
        ("me.many", &["me.many="], Open),
        ("me.many", &["me.many=z|x|z"], As("x\nz")),
        ("me.many", &["me.many=x||y"], As("x\ny")),
        ("me.many", &["me.many=x|q"], Wrong(Code::UnknownChoice)),
        ("me.partner", &["me.partner=politie"], As("politie")),
        ("me.partner", &["me.partner=andere"], As("andere")),
        ("me.partner", &["me.partner=bakker"], Wrong(Code::UnknownChoice)),
        ("me.place", &["me.place=1883"], As("1883")),
        ("me.place", &["me.place=0000"], Wrong(Code::UnknownChoice)),
        ("me.story", &["me.story= een\u{7}|  twee |"], As("een\n  twee")),
        ("me.work", &["me.work= S.Jansen@Politie.EXAMPLE "], As("S.Jansen@politie.example")),
        ("me.work", &["me.work=s jansen@politie.example"], Wrong(Code::Email(EmailError::Space))),
        ("me.mail", &["me.mail=jansen"], Wrong(Code::Email(EmailError::At))),
        ("me.mail", &["me.mail=@politie.example"], Wrong(Code::Email(EmailError::Local))),
        ("me.mail", &["me.mail=jansen@politie"], Wrong(Code::Email(EmailError::Domain))),
        ("me.office", &["me.office=0900-8844"], As("09008844")),
        ("me.office", &["me.office=(046) 123 45 67"], As("+31461234567")),
        ("me.phone", &["me.phone=0900-8844"], Wrong(Code::Phone(PhoneError::ServiceNumber))),
        ("me.phone", &["me.phone=06-12 34 56 78"], As("+31612345678")),
        ("me.phone", &["me.phone=06-12"], Wrong(Code::Phone(PhoneError::TooShort))),
        ("me.phone", &["me.phone=bel mij"], Wrong(Code::Phone(PhoneError::Characters))),
        ("me.bsn", &["me.bsn=9999.90.019"], As("999990019")),
        ("me.bsn", &["me.bsn=999990018"], Wrong(Code::Bsn(BsnError::Check))),
        ("me.bsn", &["me.bsn=12345678a"], Wrong(Code::Bsn(BsnError::NotDigits))),
        ("me.bsn", &["me.bsn=1234"], Wrong(Code::Bsn(BsnError::Length))),
        ("me.postcode", &["me.postcode=6162ab"], As("6162 AB")),
        ("me.postcode", &["me.postcode=0162ab"], Wrong(Code::Postcode(PostcodeError::LeadingZero))),
        ("me.postcode", &["me.postcode=6162 SS"], Wrong(Code::Postcode(PostcodeError::Letters))),
        ("me.house_number", &["me.house_number=12"], As("12")),
        ("me.house_number", &["me.house_number=12 a"], As("12")),
        ("me.addition", &["me.house_number=12 a"], As("a")),
        ("me.addition", &["me.house_number=12"], Open),
        ("me.addition", &["me.house_number=onzin a"], Open),
        ("me.addition", &["me.house_number=12", "me.addition=bis"], As("bis")),
        ("me.addition", &["me.addition=#"], Wrong(Code::Addition(AdditionError::Characters))),
        (
            "me.house_number",
            &["me.house_number=12 a", "me.addition=b"],
            Wrong(Code::HouseNumber(HouseNumberError::AdditionFollows)),
        ),
        ("me.house_number", &["me.house_number=a"], Wrong(Code::HouseNumber(HouseNumberError::NoNumber))),
        ("me.born", &["me.born.day=7", "me.born.month=3", "me.born.year=1985"], As("1985-03-07")),
        ("me.born", &["me.born.year=1985"], As("1985")),
        ("me.born", &["me.born.day=7", "me.born.year=1985"], Wrong(Code::Date(DateError::MonthMissing))),
        (
            "me.born",
            &["me.born.day=31", "me.born.month=2", "me.born.year=1985"],
            Wrong(Code::Date(DateError::NoSuchDay)),
        ),
        ("me.born", &["me.born.year=2027"], Wrong(Code::Date(DateError::InFuture))),
        ("me.born", &["me.born.year=1900"], Wrong(Code::Date(DateError::TooOld))),
        ("me.born", &["me.born.year=85"], Wrong(Code::Date(DateError::TwoDigitYear))),
        ("me.born", &["me.born.day= ", "me.born.month=", "me.born.year= "], Open),
        ("me.past", &["me.past.day=21", "me.past.month=11", "me.past.year=2026"], As("2026-11-21")),
        ("me.past", &["me.past.day=22", "me.past.month=11", "me.past.year=2026"], Wrong(Code::InFuture)),
        ("me.past", &["me.past.year=2026"], Wrong(Code::Date(DateError::DayMissing))),
        ("me.future", &["me.future.day=21", "me.future.month=11", "me.future.year=2026"], As("2026-11-21")),
        ("me.future", &["me.future.day=20", "me.future.month=11", "me.future.year=2026"], Wrong(Code::InPast)),
        ("me.alone", &["me.alone="], Open),
        ("me.alone", &["me.alone=ja"], As("ja")),
        ("me.alone", &["me.alone=on"], Wrong(Code::UnknownChoice)),
    ];

    #[test]
    fn each_answer_is_accepted_in_one_shape_or_says_what_is_wrong() {
        for (name, lines, comes) in CASES {
            let own: Vec<&str> = LEAST.iter().filter(|line| !line.starts_with(name)).copied().collect();
            let found = verdict(&[&own, *lines].concat());
            let (value, problem) = (found.accepted.get(name), found.problem(name).map(|problem| problem.code));
            match comes {
                As(expected) => assert_eq!((value, problem), (*expected, None), "{lines:?}"),
                Open => assert_eq!((value, problem), ("", None), "{lines:?}"),
                Wrong(code) => assert_eq!((value, problem), ("", Some(*code)), "{lines:?}"),
            }
        }
    }

    #[test]
    fn what_is_longer_than_may_be_is_too_long_and_what_fits_is_not() {
        for (name, most) in [("me.detail", 200), ("me.story", 10_000)] {
            let [fits, longer] = [most, most + 1].map(|length| format!("{name}={}", "é".repeat(length)));
            assert!(verdict(&with(&[&fits])).problem(name).is_none(), "{name}");
            assert_eq!(verdict(&with(&[&longer])).problem(name).map(|one| one.code), Some(Code::TooLong(most)));
        }
    }

    #[test]
    fn what_does_not_apply_is_not_judged() {
        let found = verdict(&["me.kind=b", "me.alone=ja", "extra.about=", "people.k1.name=P", "people.k1.why=#"]);
        assert!(found.problem("people.k1.why").is_none() && found.problem("me.deep").is_none());
    }

    #[test]
    fn the_rows_of_a_group_can_be_chosen_and_no_others() {
        let about = |text: &str| {
            let line = format!("extra.about={text}");
            let found = verdict(&["me.kind=b", "people.k1.name=P", "people.k3.name=Q", &line]);
            (found.problem("extra.about").map(|one| one.code), found.accepted.get("extra.about").to_owned())
        };
        assert_eq!(about("andere|k3|zelf|k1"), (None, "zelf\nk1\nk3\nandere".to_owned()));
        assert_eq!(about("k2").0, Some(Code::UnknownChoice));
        assert_eq!(about("").0, Some(Code::Missing));
    }
}

mod between {
    use super::*;

    #[test]
    fn the_least_is_good() {
        assert_eq!(problems(&LEAST), []);
        assert!(verdict(&LEAST).is_good());
    }

    #[test]
    fn a_group_needs_a_row_unless_the_statement_is_ticked() {
        assert_eq!(problems(&["me.kind=a"]), named(&[("people", Code::NoRows)]));
        assert_eq!(problems(&["me.kind=a", "people.k1.name=P"]), []);
        assert_eq!(problems(&["me.kind=a", "people.k7.role=y"]), named(&[("people.k7.name", Code::Missing)]));
    }

    #[test]
    fn there_may_be_so_many_rows_and_no_more() {
        let rows: Vec<String> = (1..=4).map(|number| format!("people.k{number}.name=P{number}")).collect();
        let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
        assert_eq!(problems(&[&["me.kind=a"], &rows[..3]].concat()), []);
        assert_eq!(problems(&[&["me.kind=a"], &rows[..]].concat()), named(&[("people", Code::TooManyRows(3))]));
    }

    #[test]
    fn nobody_has_the_number_of_the_main_person() {
        let rows = ["people.k1.name=P", "people.k1.bsn=9999 90 019", "people.k2.name=Q", "people.k2.bsn=111222333"];
        let found = problems(&[&["me.kind=a", "me.bsn=999990019"], &rows[..]].concat());
        assert_eq!(found, named(&[("people.k1.bsn", Code::SameAsMain)]));
        assert_eq!(problems(&[&["me.kind=a"], &rows[..]].concat()), []);
    }

    #[test]
    fn a_rule_between_fields_shows_beside_other_errors_but_never_twice_at_one_field() {
        let same = ["me.work=a@b.example", "me.mail=a@b.example"];
        assert_eq!(problems(&with(&same)), named(&[("me.phone", Code::Rule("organisation_unreachable"))]));
        let postcode = ("me.postcode", Code::Postcode(PostcodeError::Form));
        let found = problems(&with(&[&same[..], &["me.postcode=x"]].concat()));
        assert_eq!(found, named(&[("me.phone", Code::Rule("organisation_unreachable")), postcode]));
        // A telephone number that is wrong is not one that is missing.
        let found = problems(&with(&[&same[..], &["me.phone=x"]].concat()));
        assert_eq!(found.len(), 1, "{found:?}");
    }

    #[test]
    fn problems_come_in_reading_order_after_those_of_whole_groups() {
        let lines = ["me.kind=", "me.mail=x", "me.postcode=x", "me.past.year=x", "extra.note=", "me.bsn=1"];
        let names: Vec<String> = problems(&lines).into_iter().map(|(name, _)| name).collect();
        assert_eq!(names, ["people", "me.kind", "me.mail", "me.bsn", "me.postcode", "me.past"]);
        let rows = ["me.kind=a", "people.k10.bsn=1", "people.k2.bsn=1", "people.k2.role=x"];
        let names: Vec<String> = problems(&rows).into_iter().map(|(name, _)| name).collect();
        let expected = ["people.k2.name", "people.k2.why", "people.k2.bsn", "people.k10.name", "people.k10.bsn"];
        assert_eq!(names, expected);
    }

    #[test]
    fn equal_answers_give_equal_bytes_and_a_verdict_prints_none_of_them() {
        let lines = with(&["me.story=Geheim", "me.many=x", "me.mail=x"]);
        assert_eq!(verdict(&lines).canonical(), verdict(&lines).canonical());
        assert!(verdict(&lines).canonical().contains("problem me.mail Email(At)"));
        assert_eq!(format!("{:?}", verdict(&lines)), r#"{"me.mail": Email(At)}"#);
    }
}

mod warning {
    use super::*;

    fn warned(more: &[&str]) -> Vec<(String, Warning)> {
        let found = verdict(&with(more));
        found.warnings.into_iter().map(|warned| (warned.name, warned.warning)).collect()
    }

    type Expected<'a> = &'a [(&'a str, Warning)];

    #[test]
    fn each_warning_shows_at_its_field_and_stops_nothing() {
        let rows = ["people.k1.name=Sam", "people.k1.role=y", "people.k2.name=SAM", "people.k2.role=y"];
        let twice = ["people.k1.name=P", "people.k1.bsn=111222333", "people.k3.name=Q", "people.k3.bsn=111 222 333"];
        let cases: [(&[&str], Expected<'_>); 9] = [
            (&[], &[]),
            (&["me.work=s@politie.example"], &[]),
            (&["me.work=s@gmail.com"], &[("me.work", Warning::FreeMail)]),
            (&["me.mail=s@gmail.com"], &[]),
            (&["me.story=Nummer 111222333."], &[("me.story", Warning::BsnInText)]),
            (&["me.story=Nummer 111222334."], &[]),
            (&rows, &[("people.k2.name", Warning::AlikeRows)]),
            (&twice, &[("people.k3.bsn", Warning::AlikeRows)]),
            (&["people.k1.name=P", "people.k2.name=P"], &[]),
        ];
        for (lines, expected) in cases {
            let expected: Vec<_> = expected.iter().map(|(name, warning)| ((*name).to_owned(), *warning)).collect();
            assert_eq!(warned(lines), expected, "{lines:?}");
            assert!(verdict(&with(lines)).is_good(), "{lines:?}");
        }
    }

    #[test]
    fn notices_come_first_and_what_does_not_apply_warns_of_nothing() {
        let found = warned(&["me.many=x", "me.story=111222333", "me.partner=school"]);
        let names: Vec<&str> = found.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names, ["me.one_tick", "me.may_not", "me.story"]);
        // A text that is too long is not accepted, so nothing is said of it but that.
        let long = format!("me.story=111222333 {}", "a".repeat(10_000));
        assert_eq!(warned(&[&long]), []);
    }
}

mod naming {
    use super::*;

    #[test]
    fn a_form_knows_its_own_names_and_no_others() {
        let known = [
            "me.kind",
            "me.born.day",
            "me.born.month",
            "me.born.year",
            "people.k1.name",
            "people.k65535.bsn",
            "extra.about",
        ];
        for name in known {
            assert!(TINY.knows(name), "{name}");
        }
        let unknown = [
            "",
            ".",
            "..",
            "me",
            "me.",
            ".me",
            "me.born",
            "me.born.",
            "me.born.hour",
            "me.kind.day",
            "me.kind.kind",
            "people",
            "people.",
            "people.k1",
            "people.k1.",
            "people.k0.name",
            "people.k01.name",
            "people.k+1.name",
            "people.k65536.name",
            "people.1.name",
            "people.name",
            "people.k1.name.day",
            "people.k1.k1.name",
            "people.k1.nobody",
            "name",
            "kind",
            "ME.KIND",
            "me.kind ",
            " me.kind",
            "me.kind\u{0}",
            "_actie",
            "mE.born.day",
            "extra",
            "slot",
            "me..kind",
            "\u{1F469}.k1.name",
        ];
        for name in unknown {
            assert!(!TINY.knows(name), "{name:?}");
        }
    }

    #[test]
    fn a_field_and_its_step_are_found_by_name() {
        let at = |name: &str| TINY.field_at(name).map(|field| field.name);
        assert_eq!(at("me.born"), Some("me.born"));
        assert_eq!(at("people.k3.why"), Some("why"));
        assert_eq!(at("me.born.day"), None);
        let step = |name: &str| TINY.step_of(name).map(|step| step.slug);
        assert_eq!(step("people.k1.name"), Some("mensen"));
        assert_eq!(step("people"), Some("mensen"));
        assert_eq!(step("last.any"), Some("slot"));
        assert_eq!(step("nobody.x"), None);
        assert_eq!(TINY.step("extra").map(|step| step.title), Some("Extra"));
        assert!(TINY.step("Extra").is_none());
    }
}
