//! An author of good answers that are hard to read: every way in which a careful person may type them.

use domain::context::Context;
use domain::fiction::Chance;
use domain::form::{DayRange, Field, Kind};

/// What a careful person types in each box of a field.
pub(crate) fn careful(field: &Field, _: &Context, chance: &mut Chance) -> Vec<String> {
    let text = |text: &str| vec![text.to_owned()];
    match field.kind {
        Kind::Text(_) => text(chance.pick(NAMES)),
        Kind::LongText | Kind::Nameless => text(chance.pick(LONG_TEXTS)),
        Kind::Email | Kind::WorkEmail => text(chance.pick(MAIL)),
        Kind::OfficePhone => text(chance.pick(OFFICE_PHONES)),
        Kind::PersonPhone => text(chance.pick(PHONES)),
        Kind::Bsn => text(chance.pick(BSNS)),
        Kind::Postcode => text(chance.pick(POSTCODES)),
        Kind::HouseNumber => text(chance.pick(HOUSE_NUMBERS)),
        Kind::Addition => text(chance.pick(ADDITIONS)),
        Kind::BirthDate => date(chance.pick(BIRTH_DATES)),
        Kind::Day(DayRange::Past) => date(chance.pick(PAST_DAYS)),
        Kind::Day(DayRange::Any) if chance.once_in(2) => date(chance.pick(PAST_DAYS)),
        Kind::Day(DayRange::Future | DayRange::Any) => date(chance.pick(FUTURE_DAYS)),
        Kind::One(_) | Kind::Many(_) | Kind::Tick | Kind::Count(_) => Vec::new(),
    }
}

fn date(boxes: [&str; 3]) -> Vec<String> {
    boxes.map(str::to_owned).into()
}

const NAMES: &[&str] =
    &["D'Angelo", "’t Hooft", "Ng", "S.J.", "Çelik-Øst", "van der  Berg ", "Wijkagent", "李", "سارة"];
const LONG_TEXTS: &[&str] = &[
    "Sinds maart drie meldingen.",
    "Twee\r\nregels.",
    "  Ruimte eromheen \n\n\n en ertussen ",
    "Bedrag: € 1.234,56; zaak 111222333",
    "BSN 999990019",
    "👩\u{200d}👧 woont bij oma",
];
const MAIL: &[&str] =
    &["s.jansen+zvh@politie.example", "S.Jansen@Politie.Example", "info@zorg.example", "sanne@gmail.com", " a@b.nl "];
const OFFICE_PHONES: &[&str] = &["0900-8844", "046 477 87 00", "112", "+31 46 477 87 00", "06-12345678"];
const PHONES: &[&str] =
    &["06-12 34 56 78", "(046) 477 87 00", "+32 470 12 34 56", "0031 6 12345678", "tel. 0612345678"];
const BSNS: &[&str] = &["999990019", "111222333", "9999.90.019", "123456782", "11122233 3"];
const POSTCODES: &[&str] = &["6162ab", "6162 AB", " 1011\u{a0}ab"];
const HOUSE_NUMBERS: &[&str] = &["12", "1", "99999", "12a", "12 bis", "7-II"];
const ADDITIONS: &[&str] = &["a-bis", "B", "II", "hs", ""];
const BIRTH_DATES: &[[&str; 3]] = &[
    ["7", "3", "1985"],
    ["29", "2", "2000"],
    ["", "", "2009"],
    ["", "6", "1960"],
    ["21", "11", "2008"],
    ["22", "11", "2008"],
    ["", "11", "2008"],
    ["1", "januari", "1999"],
    ["20", "11", "2026"],
];
const PAST_DAYS: &[[&str; 3]] =
    &[["7", "3", "2026"], ["21", "11", "2026"], ["31", "12", "2025"], ["1", "1", "1990"], ["05", "maart", "2026"]];
const FUTURE_DAYS: &[[&str; 3]] =
    &[["21", "11", "2026"], ["7", "3", "2027"], ["29", "2", "2028"], ["1", "jan", "2030"]];
