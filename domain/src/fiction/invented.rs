//! An author of whom every word shows that it is invented: names that nobody has, addresses that end in `.example` (RFC 2606),
//! telephone numbers that are never given out, test numbers for a BSN.

use chrono::{Datelike, Days, NaiveDate};

use super::Chance;
use crate::context::Context;
use crate::form::{DayRange, Field, Kind};

/// Writes what can't be taken for real.
pub fn invented(field: &Field, context: &Context, chance: &mut Chance) -> Vec<String> {
    let today = context.today;
    let text = |text: &str| vec![text.to_owned()];
    match field.kind {
        Kind::Text(_) => text(chance.pick(lines(field.name))),
        Kind::LongText | Kind::Nameless => text(chance.pick(STORIES)),
        Kind::Email | Kind::WorkEmail => text(chance.pick(MAIL)),
        Kind::OfficePhone | Kind::PersonPhone => text(chance.pick(PHONES)),
        Kind::Bsn => vec![bsn(chance)],
        Kind::Postcode => text("1234 AB"),
        Kind::HouseNumber => vec![(1 + chance.below(200)).to_string()],
        Kind::Addition => text(chance.pick(&["A", "B", "bis"])),
        Kind::BirthDate => birth(today, chance),
        Kind::Day(DayRange::Past) => boxes(before(today, chance.below(120))),
        Kind::Day(DayRange::Future) => boxes(after(today, chance.below(90))),
        Kind::Day(DayRange::Any) if chance.once_in(2) => boxes(before(today, chance.below(14))),
        Kind::Day(DayRange::Any) => boxes(after(today, chance.below(14))),
        Kind::One(_) | Kind::Many(_) | Kind::Tick | Kind::Count(_) => Vec::new(),
    }
}

/// One line, by the last word of the name under which it is asked.
fn lines(name: &str) -> &'static [&'static str] {
    let own = name.rsplit_once('.').map_or(name, |(_, own)| own);
    let known = LINES.iter().find(|(ends, _)| ends.iter().any(|end| own.ends_with(end)));
    known.map_or(&["Een verzonnen voorbeeld"], |(_, lines)| lines)
}

/// The first that fits counts: `last_name` before `name`, `language` before `age`.
const LINES: &[(&[&str], &[&str])] = &[
    (&["last_name", "birth_name"], &["Fictief-Voorbeeld", "Verzonnen-Voorbeeld", "Bedacht-Voorbeeld"]),
    (&["first_name", "given_names", "known_as"], &["Testpersoon", "Proefpersoon", "Oefenpersoon"]),
    (&["municipality_name", "municipality"], &["Verzonnen aan Zee"]),
    (
        &["name", "discussed_by", "consent_by", "treated_by", "coordinator", "case_manager", "with", "told_to"],
        &["Testpersoon Fictief-Voorbeeld", "Proefpersoon Verzonnen-Voorbeeld"],
    ),
    (&["prefix"], &["van", "de"]),
    (&["function"], &["Voorbeeldfunctie"]),
    (&["department"], &["Voorbeeldafdeling"]),
    (&["organisation", "local_whom", "advice_contact"], &["Voorbeeldorganisatie"]),
    (&["street"], &["Verzonnenstraat", "Fictielaan"]),
    (&["place"], &["Fictiedorp"]),
    (&["language"], &["Nederlands"]),
    (&["age"], &["ongeveer 9 jaar"]),
    (&["since"], &["Begin dit jaar (verzonnen)"]),
    (&["relation"], &["Een kennis (verzonnen)"]),
    (&["contact_way"], &["Overdag bellen (verzonnen)"]),
];

const STORIES: &[&str] = &[
    "Dit is een verzonnen voorbeeld. De situatie loopt al enige tijd vast.",
    "Dit is een verzonnen voorbeeld.\nSinds het voorjaar zijn er drie meldingen geweest. De hulp die er was, is gestopt.",
    "Verzonnen voorbeeld: er is veel contact geweest, maar de zorgen blijven. De buren merken dat ook.",
    "Dit voorbeeld is verzonnen. Er is een schuld ontstaan en de woning staat op het spel.",
];
const MAIL: &[&str] = &[
    "testpersoon@voorbeeldorganisatie.example",
    "proefpersoon.fictief@verzonnen.example",
    "oefenpersoon+voorbeeld@fictie.example",
];
/// No number behind an area code begins with a zero.
const PHONES: &[&str] = &["010 000 00 00", "020 000 00 01", "030 000 00 02"];

/// Passes the eleven test; numbers that begin with 9999 are for testing.
fn bsn(chance: &mut Chance) -> String {
    loop {
        let digits: Vec<u32> = [9, 9, 9, 9].into_iter().chain((0..4).map(|_| chance.below(10))).collect();
        let weighed: u32 = digits.iter().zip((2..=9).rev()).map(|(digit, weight)| digit * weight).sum();
        // What is left must be one digit.
        if weighed % 11 < 10 {
            return digits.iter().chain([&(weighed % 11)]).map(u32::to_string).collect();
        }
    }
}

/// Between 1 and 80 years old; of some the day, or day and month, is unknown.
fn birth(today: NaiveDate, chance: &mut Chance) -> Vec<String> {
    let [day, month, year] = parts(before(today, 366 + chance.below(79 * 365)));
    match chance.below(6) {
        0 => vec![String::new(), String::new(), year],
        1 => vec![String::new(), month, year],
        _ => vec![day, month, year],
    }
}

fn boxes(day: NaiveDate) -> Vec<String> {
    parts(day).into()
}

fn parts(day: NaiveDate) -> [String; 3] {
    [day.day().to_string(), day.month().to_string(), day.year().to_string()]
}

fn before(today: NaiveDate, days: u32) -> NaiveDate {
    today.checked_sub_days(Days::new(days.into())).unwrap_or(today)
}

fn after(today: NaiveDate, days: u32) -> NaiveDate {
    today.checked_add_days(Days::new(days.into())).unwrap_or(today)
}
