//! Pass 2: each field alone. Presence and kind; a good value comes back normalised.

use super::options::offered;
use super::verdict::Code;
use crate::answers::Answers;
use crate::form::date_boxes;
use crate::form::{Ask, DayRange, Field, Kind, Need, Step};
use crate::values::{
    Addition, Bsn, DateError, Day, Email, Empty, HouseNumber, HouseNumberError, LongText, Name, OfficePhone,
    PartialDate, Phone, Postcode,
};

/// Judges one field that applies. `Ok(None)`: open, and that is fine.
pub(super) fn judge(steps: &[Step], field: &Field, name: &str, ask: Ask<'_>) -> Result<Option<String>, Code> {
    let typed = ask.answers.get(name).trim();
    if let Kind::Addition = field.kind
        && typed.is_empty()
    {
        return Ok(addition_behind_number(name, ask.answers));
    }
    let open = if field.kind.is_date() { date_is_open(ask.answers, name) } else { typed.is_empty() };
    if open {
        return if field.need == Need::Required { Err(Code::Missing) } else { Ok(None) };
    }
    let value = normalise(steps, field, name, typed, ask)?;
    // Only what was nothing but unprintable characters gets here empty.
    if value.is_empty() && field.need == Need::Required {
        return Err(Code::Missing);
    }
    Ok(Some(value))
}

fn normalise(steps: &[Step], field: &Field, name: &str, typed: &str, ask: Ask<'_>) -> Result<String, Code> {
    match field.kind {
        Kind::Text(_) => {
            Name::parse(typed).map_err(|Empty| Code::Missing).and_then(|line| within(LINE, line.canonical()))
        }
        Kind::LongText | Kind::Nameless => {
            LongText::parse(typed).map_err(|Empty| Code::Missing).and_then(|text| within(PAGES, text.canonical()))
        }
        Kind::Email | Kind::WorkEmail => {
            Email::parse(typed).map(|address| address.canonical().to_owned()).map_err(Code::Email)
        }
        Kind::OfficePhone => OfficePhone::parse(typed).map(|phone| phone.canonical().to_owned()).map_err(Code::Phone),
        Kind::PersonPhone => Phone::parse(typed).map(|phone| phone.canonical().to_owned()).map_err(Code::Phone),
        Kind::Bsn => Bsn::parse(typed).map(|bsn| bsn.canonical().to_owned()).map_err(Code::Bsn),
        Kind::Postcode => Postcode::parse(typed).map(|code| code.canonical().to_owned()).map_err(Code::Postcode),
        Kind::HouseNumber => house_number(typed, name, ask.answers),
        Kind::Addition => {
            Addition::parse(typed).map(|addition| addition.canonical().to_owned()).map_err(Code::Addition)
        }
        Kind::BirthDate => birth_date(name, ask).map_err(Code::Date),
        Kind::Day(range) => day(range, name, ask),
        Kind::One(_) => one(steps, field, typed, ask),
        Kind::Many(_) => many(steps, field, typed, ask),
        Kind::Tick if typed == "ja" => Ok(typed.to_owned()),
        Kind::Tick => Err(Code::UnknownChoice),
        Kind::Count(most) => count(typed, most),
    }
}

/// "12", and nothing beside it.
fn count(typed: &str, most: u32) -> Result<String, Code> {
    let digits = typed.bytes().all(|byte| byte.is_ascii_digit());
    let number = if digits { typed.parse::<u32>().ok() } else { None };
    match number {
        Some(number) if (1..=most).contains(&number) => Ok(number.to_string()),
        _ => Err(Code::Count(most)),
    }
}

/// Characters of a one-line answer. Generous: names have no natural length (NL Design System, form guidelines).
pub(crate) const LINE: usize = 200;
/// Characters of a long text: about three printed pages.
pub(crate) const PAGES: usize = 10_000;

fn within(most: usize, text: &str) -> Result<String, Code> {
    if text.chars().count() > most { Err(Code::TooLong(most)) } else { Ok(text.to_owned()) }
}

/// "12 a" in the box of the number is accepted where the box of the addition is empty.
fn house_number(typed: &str, name: &str, answers: &Answers) -> Result<String, Code> {
    let split = HouseNumber::split(typed);
    let beside = name.strip_suffix(NUMBER).map(|prefix| [prefix, ADDITION].concat());
    let free = beside.is_some_and(|beside| answers.get(&beside).trim().is_empty());
    match split {
        Ok((number, addition)) if addition.is_none() || free => Ok(number.canonical()),
        Ok(_) => Err(Code::HouseNumber(HouseNumberError::AdditionFollows)),
        Err(error) => Err(Code::HouseNumber(error)),
    }
}

/// The addition that was typed behind the number, where its own box is empty.
fn addition_behind_number(name: &str, answers: &Answers) -> Option<String> {
    let beside = [name.strip_suffix(ADDITION)?, NUMBER].concat();
    let (_, addition) = HouseNumber::split(answers.get(&beside).trim()).ok()?;
    addition.map(|addition| addition.canonical().to_owned())
}

/// How the two boxes of a house number are called, in every form.
const NUMBER: &str = "house_number";
const ADDITION: &str = "addition";

fn date_is_open(answers: &Answers, name: &str) -> bool {
    date_boxes(answers, name).iter().all(|part| part.trim().is_empty())
}

fn birth_date(name: &str, ask: Ask<'_>) -> Result<String, DateError> {
    let [day, month, year] = date_boxes(ask.answers, name);
    let born = PartialDate::parse_boxes(day, month, year)?;
    born.check_birth(ask.context.today)?;
    Ok(born.canonical())
}

fn day(range: DayRange, name: &str, ask: Ask<'_>) -> Result<String, Code> {
    let [day, month, year] = date_boxes(ask.answers, name);
    let day = Day::parse_boxes(day, month, year).map_err(Code::Date)?;
    match range {
        DayRange::Past if day.date() > ask.context.today => Err(Code::InFuture),
        DayRange::Future if day.date() < ask.context.today => Err(Code::InPast),
        _ => Ok(day.canonical()),
    }
}

fn one(steps: &[Step], field: &Field, typed: &str, ask: Ask<'_>) -> Result<String, Code> {
    let known = offered(steps, field, ask).iter().any(|offer| offer.value == typed);
    if known { Ok(typed.to_owned()) } else { Err(Code::UnknownChoice) }
}

/// Ticks come back in the order of the options, each once.
fn many(steps: &[Step], field: &Field, typed: &str, ask: Ask<'_>) -> Result<String, Code> {
    let offers = offered(steps, field, ask);
    let unknown = |ticked: &str| !offers.iter().any(|offer| offer.value == ticked);
    if typed.lines().any(|ticked| !ticked.is_empty() && unknown(ticked)) {
        return Err(Code::UnknownChoice);
    }
    let mut ticks = String::new();
    for offer in offers.iter().filter(|offer| typed.lines().any(|ticked| ticked == offer.value)) {
        if !ticks.is_empty() {
            ticks.push('\n');
        }
        ticks.push_str(&offer.value);
    }
    Ok(ticks)
}
