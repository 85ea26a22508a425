//! The answer to the sender: of a case what was decided, with advice; of a question the advice itself; of a message a reply. What the
//! three have in common stands here: how it was told, and what the sender reads on the follow page.

pub mod advice;
pub mod case;
pub mod message;

use chrono::NaiveDate;

use super::{ALOUD, WAYS, WRITTEN};
use crate::answers::Answers;
use crate::desk::act::Act;
use crate::desk::outcome::Outcome;
use crate::desk::purposes::{HANDLING, TELLING};
use crate::desk::reach::News;
use crate::form::{DayRange, Field, Kind, Options, Part, When, Width};

/// What the house knows of its sender when it begins to answer.
pub struct Heard<'a> {
    /// With whom somebody last spoke; empty where nobody did.
    pub spoken_with: &'a str,
    /// How the sender hears of news.
    pub news: News,
    /// Today in Europe/Amsterdam.
    pub today: NaiveDate,
}

/// What an answer begins with: what is known is not asked again. Who decides otherwise changes it.
pub fn begin(answers: &mut Answers, act: &Act, decided: Option<Outcome>, heard: &Heard<'_>) {
    let mut set = |name: &str, value: &str| {
        if act.form.field_at(name).is_some() && !value.is_empty() {
            answers.set(name, value);
        }
    };
    if heard.news == News::Looks {
        set(WAY, WRITTEN);
    }
    set(TOLD_TO, heard.spoken_with);
    set(TOLD_ON, &heard.today.to_string());
    if decided.is_some_and(Outcome::takes_advice) {
        set(case::ADVISES, "ja");
    }
}

const WAY: &str = "answer.way";
const TEXT: &str = "answer.text";
const CONTACT: &str = "answer.advice_contact";
const REVIEW_ON: &str = "answer.advice_review_on";

const TOLD_TO: &str = "answer.told_to";
/// On which day.
pub const TOLD_ON: &str = "answer.told_on";

const HOW: Part =
    Field::new(WAY, Kind::One(Options::Fixed(WAYS)), "Hoe geeft u antwoord?", "hoe u antwoord geeft", &HANDLING)
        .hint("Belde u al? Kies dan ‘Aan de telefoon’. Wat u schrijft, komt ook dan op de volgpagina.")
        .why("Zo weten wij hoe de afzender het hoorde.")
        .part();

const SPOKEN_WITH: Part =
    Field::new(TOLD_TO, Kind::Text(Width::Wide), "Wie hebt u gesproken?", "de naam van uw gesprekspartner", &HANDLING)
        .why("Zo is later te zien wie het antwoord hoorde.")
        .when(When::Is(WAY, ALOUD))
        .part();

const SPOKEN_ON: Part =
    Field::new(TOLD_ON, Kind::Day(DayRange::Past), "Wanneer was dat?", "de dag van uw antwoord", &HANDLING)
        .hint("Bijvoorbeeld: 20 11 2026.")
        .why("Zo is te zien of het op tijd was.")
        .when(When::Is(WAY, ALOUD))
        .part();

/// What the sender reads.
const fn text(label: &'static str, noun: &'static str, hint: &'static str) -> Part {
    Field::new(TEXT, Kind::LongText, label, noun, &TELLING)
        .hint(hint)
        .why("Dit leest de afzender op de volgpagina.")
        .part()
}

const fn contact(label: &'static str) -> Field {
    Field::new(
        CONTACT,
        Kind::Text(Width::Wide),
        label,
        "de organisatie of persoon bij wie de afzender terechtkan",
        &TELLING,
    )
    .hint("Bijvoorbeeld een organisatie en het telefoonnummer.")
    .why("Zo hoeft de afzender niet te zoeken.")
}

const fn review_on(when: When) -> Part {
    Field::new(
        REVIEW_ON,
        Kind::Day(DayRange::Future),
        "Wanneer kijkt de afzender of het heeft geholpen?",
        "de dag waarop de afzender terugkijkt",
        &TELLING,
    )
    .hint("Bijvoorbeeld: 20 2 2027.")
    .why("Zo weet de afzender wanneer terugkijken zin heeft.")
    .when(when)
    .optional()
    .part()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::desk::act::find;

    #[test]
    fn what_the_house_knows_is_not_asked_again() {
        let today = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
        for (slug, decided, spoken_with, news, begins) in [
            (
                "antwoord",
                Some(Outcome::Advies),
                "Kim, wijkteam",
                News::Mailed,
                &[("answer.advice", "ja"), ("answer.told_on", "2026-11-22"), ("answer.told_to", "Kim, wijkteam")][..],
            ),
            ("antwoord", Some(Outcome::Overleg), "", News::Mailed, &[("answer.told_on", "2026-11-22")]),
            ("antwoord", None, "", News::Looks, &[("answer.told_on", "2026-11-22"), ("answer.way", "schriftelijk")]),
            (
                "antwoord-bericht",
                None,
                "Kim",
                News::Called,
                &[("answer.told_on", "2026-11-22"), ("answer.told_to", "Kim")],
            ),
            ("antwoord-verzoek", None, "Kim", News::Mailed, &[]),
        ] {
            let mut answers = Answers::default();
            begin(&mut answers, find(slug).unwrap(), decided, &Heard { spoken_with, news, today });
            let mut set: Vec<_> = answers.iter().collect();
            set.sort_unstable();
            assert_eq!(set, begins, "{slug} {decided:?}");
        }
    }
}
