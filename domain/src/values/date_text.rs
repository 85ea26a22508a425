//! What dates look like when people type them: three boxes or one text, months by number or name.

use super::month::month_by_name;
use super::typed::{is_dash, is_invisible, is_space};

/// Why a text or three boxes are no date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateError {
    /// Nothing typed.
    Empty,
    /// The text can't be taken apart in day, month and year.
    Form,
    /// The day is missing.
    DayMissing,
    /// The day is no number from 1 to 31.
    Day,
    /// The month is missing.
    MonthMissing,
    /// The month is no number from 1 to 12 and no name of a month.
    Month,
    /// The year is missing.
    YearMissing,
    /// The year has two digits; four are needed to know the century.
    TwoDigitYear,
    /// The year is no number of four digits.
    Year,
    /// The year lies before 1900.
    YearTooEarly,
    /// The month has no such day (30 February).
    NoSuchDay,
    /// The date has yet to come, where it must have been.
    InFuture,
    /// Someone born then would be older than 120.
    TooOld,
}

/// The box that a date error points at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DatePart {
    /// Day of the month.
    Day,
    /// Month.
    Month,
    /// Year.
    Year,
}

impl DateError {
    /// The box to go to in order to mend it.
    pub fn part(self) -> DatePart {
        match self {
            Self::Empty | Self::Form | Self::DayMissing | Self::Day | Self::NoSuchDay | Self::InFuture => DatePart::Day,
            Self::MonthMissing | Self::Month => DatePart::Month,
            Self::YearMissing | Self::TwoDigitYear | Self::Year | Self::YearTooEarly | Self::TooOld => DatePart::Year,
        }
    }
}

/// A date's parts as numbers, each in its range; `None` where it is left open or said to be unknown.
pub(super) struct DateParts {
    pub(super) day: Option<u32>,
    pub(super) month: Option<u32>,
    pub(super) year: i32,
}

/// Reads three boxes.
pub(super) fn parts_of_boxes(day: &str, month: &str, year: &str) -> Result<DateParts, DateError> {
    let [day, month, year] = [day, month, year].map(trimmed);
    if day.is_empty() && month.is_empty() && year.is_empty() {
        return Err(DateError::Empty);
    }
    Ok(DateParts { day: day_of(day)?, month: month_of(month)?, year: year_of(year)? })
}

/// Reads one text: `1-2-1990`, `01/02/1990`, `1 feb 1990`, `01021990`, `1990-02-01`, and with less known `2-1990`,
/// `feb 1990`, `1990-02`, `1990`. Day comes before month, as the Dutch write it, unless the year comes first (ISO 8601).
pub(super) fn parts_of_text(text: &str) -> Result<DateParts, DateError> {
    let words = words(text)?;
    match words.as_slice() {
        [] => Err(DateError::Empty),
        [one] if one.len() == 8 && is_number(one) => parts_of_boxes(&one[..2], &one[2..4], &one[4..]),
        [year] => parts_of_boxes("", "", year),
        [year, month] if is_year_first(year) => parts_of_boxes("", month, year),
        [month, year] => parts_of_boxes("", month, year),
        [year, month, day] if is_year_first(year) => parts_of_boxes(day, month, year),
        [day, month, year] => parts_of_boxes(day, month, year),
        _ => Err(DateError::Form),
    }
}

/// The runs of digits and of letters; between them only what people put between parts of a date.
fn words(text: &str) -> Result<Vec<&str>, DateError> {
    let mut words = Vec::new();
    let mut rest = text.trim_start_matches(divides);
    while let Some(first) = rest.chars().next() {
        let same_kind = match first {
            '0'..='9' => |c: char| c.is_ascii_digit(),
            'a'..='z' | 'A'..='Z' => |c: char| c.is_ascii_alphabetic(),
            _ => return Err(DateError::Form),
        };
        let (word, after) = rest.split_at(rest.find(|c| !same_kind(c)).unwrap_or(rest.len()));
        words.push(word);
        rest = after.trim_start_matches(divides);
    }
    Ok(words)
}

fn divides(c: char) -> bool {
    is_space(c) || is_dash(c) || is_invisible(c) || matches!(c, '.' | ',' | '/')
}

fn trimmed(text: &str) -> &str {
    text.trim_matches(|c| is_space(c) || is_invisible(c))
}

fn is_year_first(word: &str) -> bool {
    word.len() == 4 && is_number(word)
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Left open, or said to be unknown. The population register writes 00.
fn is_unknown(text: &str) -> bool {
    ["", "0", "00", "?", "??", "onbekend", "onb", "onb.", "x", "xx"].iter().any(|word| text.eq_ignore_ascii_case(word))
}

fn day_of(text: &str) -> Result<Option<u32>, DateError> {
    if is_unknown(text) {
        return Ok(None);
    }
    number(text, 1..=31).map(Some).ok_or(DateError::Day)
}

fn month_of(text: &str) -> Result<Option<u32>, DateError> {
    if is_unknown(text) {
        return Ok(None);
    }
    number(text, 1..=12).or_else(|| month_by_name(text.trim_end_matches('.'))).map(Some).ok_or(DateError::Month)
}

fn year_of(text: &str) -> Result<i32, DateError> {
    if is_unknown(text) {
        return Err(DateError::YearMissing);
    }
    match text.strip_prefix('\'').unwrap_or(text) {
        two if two.len() == 2 && is_number(two) => Err(DateError::TwoDigitYear),
        four if four.len() == 4 && is_number(four) => {
            let year = four.bytes().fold(0, |year, byte| year * 10 + i32::from(byte - b'0'));
            if year < 1900 { Err(DateError::YearTooEarly) } else { Ok(year) }
        }
        _ => Err(DateError::Year),
    }
}

/// One or two digits that make a number in the range.
fn number(text: &str, range: core::ops::RangeInclusive<u32>) -> Option<u32> {
    if !is_number(text) || text.len() > 2 {
        return None;
    }
    let number = text.bytes().fold(0, |number, byte| number * 10 + u32::from(byte - b'0'));
    range.contains(&number).then_some(number)
}
