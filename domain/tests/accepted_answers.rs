//! Whatever passes the first two passes of `check` fits the typed structs of its form: no good answer is lost between them.

use chrono::NaiveDate;
use domain::answers::Answers;
use domain::check::{Code, Offer, check, offers, walk};
use domain::context::{Context, Municipality, Neighbour, ParticipantKind, Partner, Room};
use domain::form::{Ask, DayRange, Field, Form, Kind, Least, Step};
use domain::forms::ALL;
use proptest::prelude::*;

fn context() -> Context {
    let partner = |id: &str, kind| Partner {
        id: id.to_owned(),
        name: id.to_owned(),
        kind,
        mail_domains: vec![format!("{id}.example")],
    };
    Context {
        today: NaiveDate::from_ymd_opt(2026, 11, 21).unwrap_or_default(),
        partners: vec![
            partner("politie", ParticipantKind::VasteOverheid),
            partner("school", ParticipantKind::Incidenteel),
        ],
        municipalities: vec![Municipality { code: "1883".to_owned(), name: "Sittard-Geleen".to_owned() }],
        neighbours: vec![Neighbour { id: "parkstad".to_owned(), label: "Een gemeente in Parkstad".to_owned() }],
        rooms: vec![
            Room { id: "spreekkamer-1".to_owned(), label: "Spreekkamer 1 (4 personen)".to_owned() },
            Room { id: "overleg".to_owned(), label: "Overlegruimte (12 personen)".to_owned() },
        ],
    }
}

/// A row of numbers from which choices are made, over and over.
struct Dice<'a> {
    throws: &'a [u8],
    at: usize,
}

impl Dice<'_> {
    fn below(&mut self, most: usize) -> usize {
        self.at += 1;
        let throw = usize::from(self.throws[self.at % self.throws.len()]);
        (throw + self.at / self.throws.len()) % most.max(1)
    }
}

/// Fills in the form from top to bottom with good answers. `Answers` grow as they go, so that conditions follow.
fn filled(form: &'static Form, context: &Context, throws: &[u8]) -> Answers {
    let mut dice = Dice { throws, at: 0 };
    let mut answers = Answers::default();
    for group in form.steps.iter().flat_map(Step::groups) {
        let least = usize::from(matches!(group.least, Least::One));
        for number in 1..=least + dice.below(3) {
            // Something in its first field makes a row; a good answer follows below.
            answers.set(&format!("{}.k{number}.{}", group.name, group.fields[0].name), "?");
        }
    }
    let names: Vec<(String, String, &'static Field)> =
        walk(form, &answers, context).asked.into_iter().map(|asked| (asked.name, asked.row, asked.field)).collect();
    for (name, row, field) in names {
        let now = walk(form, &answers, context);
        let applies = now.asked.iter().any(|asked| asked.name == name && asked.applies);
        let offered = offers(form.steps, field, Ask { answers: &now.applies, row: &row, context });
        // What does not apply is sometimes typed too: it must be parked, not break anything.
        let skips = !applies && dice.below(2) == 0;
        for (part, text) in answer(field, &offered, &mut dice) {
            answers.set(&[&name, part].concat(), if skips { "" } else { text.as_str() });
        }
    }
    answers
}

fn answer(field: &Field, offered: &[Offer], dice: &mut Dice<'_>) -> Vec<(&'static str, String)> {
    let whole = |text: &str| vec![("", text.to_owned())];
    let date = |day: &str, month: &str, year: &str| {
        vec![(".day", day.to_owned()), (".month", month.to_owned()), (".year", year.to_owned())]
    };
    match field.kind {
        Kind::Text(_) => whole(["D'Angelo", "O", "Ng"][dice.below(3)]),
        Kind::LongText | Kind::Nameless => whole(["Een regel.", "Twee\nregels."][dice.below(2)]),
        Kind::Email | Kind::WorkEmail => whole("s.jansen+zvh@politie.example"),
        Kind::OfficePhone => whole(["0900-8844", "046 477 87 00"][dice.below(2)]),
        Kind::PersonPhone => whole("06-12 34 56 78"),
        Kind::Bsn => whole(["999990019", "111222333"][dice.below(2)]),
        Kind::Postcode => whole("6162ab"),
        Kind::HouseNumber => whole("12"),
        Kind::Addition => whole("a-bis"),
        Kind::BirthDate => [date("7", "3", "1985"), date("", "", "2009"), date("", "6", "1960")][dice.below(3)].clone(),
        Kind::Day(DayRange::Past) => date("7", "3", "2026"),
        Kind::Day(DayRange::Future) => {
            [date("7", "3", "2027"), date("8", "3", "2027"), date("29", "2", "2028")][dice.below(3)].clone()
        }
        Kind::Day(DayRange::Any) => date("17", "3", "2026"),
        Kind::One(_) => whole(offered.get(dice.below(offered.len())).map_or("", |offer| &offer.value)),
        Kind::Many(_) => {
            let first = dice.below(offered.len());
            whole(&offered.iter().skip(first).map(|offer| offer.value.as_str()).collect::<Vec<_>>().join("\n"))
        }
        Kind::Tick => whole("ja"),
        Kind::Count(most) => whole(if dice.below(2) == 0 { "1".to_owned() } else { most.to_string() }.as_str()),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn good_answers_are_accepted(throws in prop::collection::vec(any::<u8>(), 17..97)) {
        let context = context();
        for form in ALL {
            let mut answers = filled(form, &context, &throws);
            let contradiction = |code: Code| {
                let rules =
                    ["none_but_some", "ban_for_minor", "second_day_again", "third_day_again", "end_before_start"];
                code == Code::SameAsMain || matches!(code, Code::Rule(rule) if rules.contains(&rule))
            };
            let verdict = check(form, &answers, &context);
            for problem in &verdict.problems {
                prop_assert!(contradiction(problem.code), "{} {:?}", problem.name, problem.code);
            }
            // Leaving out what may be left out changes nothing about that.
            for asked in walk(form, &answers, &context).asked.iter().filter(|asked| asked.field.need == domain::form::Need::Optional) {
                asked.field.boxes().iter().for_each(|part| answers.set(&[&asked.name, *part].concat(), ""));
            }
            let verdict = check(form, &answers, &context);
            for problem in &verdict.problems {
                prop_assert!(problem.code != Code::Rule("shape"), "{} does not fit its struct", problem.name);
            }
        }
    }
}
