//! The holidays of the Algemene termijnenwet (Atw, art. 3).

use chrono::{Datelike, NaiveDate};

use super::easter::days_from_easter;

/// A generally recognised holiday (Atw art. 3 lid 1) or Good Friday, its equal (lid 2).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holiday {
    /// 1 January.
    NewYear,
    /// The Friday before Easter.
    GoodFriday,
    /// The day after Easter Sunday.
    EasterMonday,
    /// 27 April; on a Sunday the day before. So since 2014 (Besluit van 30 januari 2013, nr. 13.000173).
    KingsDay,
    /// 5 May. For terms every year, whatever employers agree on.
    LiberationDay,
    /// The fortieth day of Easter.
    AscensionDay,
    /// The day after Whit Sunday.
    WhitMonday,
    /// 25 December.
    ChristmasDay,
    /// 26 December.
    BoxingDay,
}

/// The nine holidays of a year in order of date.
pub fn holidays(year: i32) -> Vec<(NaiveDate, Holiday)> {
    let mut holidays: Vec<_> =
        Holiday::ALL.iter().filter_map(|holiday| Some((holiday.date_in(year)?, *holiday))).collect();
    holidays.sort_by_key(|&(date, _)| date);
    holidays
}

impl Holiday {
    const ALL: [Self; 9] = [
        Self::NewYear,
        Self::GoodFriday,
        Self::EasterMonday,
        Self::KingsDay,
        Self::LiberationDay,
        Self::AscensionDay,
        Self::WhitMonday,
        Self::ChristmasDay,
        Self::BoxingDay,
    ];

    /// The holiday on this day, if any.
    pub fn on(date: NaiveDate) -> Option<Self> {
        Self::ALL.into_iter().find(|holiday| holiday.date_in(date.year()) == Some(date))
    }

    /// The Dutch name, spelled as within a sentence.
    pub fn name(self) -> &'static str {
        match self {
            Self::NewYear => "nieuwjaarsdag",
            Self::GoodFriday => "Goede Vrijdag",
            Self::EasterMonday => "tweede paasdag",
            Self::KingsDay => "Koningsdag",
            Self::LiberationDay => "Bevrijdingsdag",
            Self::AscensionDay => "Hemelvaartsdag",
            Self::WhitMonday => "tweede pinksterdag",
            Self::ChristmasDay => "eerste kerstdag",
            Self::BoxingDay => "tweede kerstdag",
        }
    }

    /// The day in a year; `None` outside the years chrono knows.
    fn date_in(self, year: i32) -> Option<NaiveDate> {
        match self {
            Self::NewYear => NaiveDate::from_ymd_opt(year, 1, 1),
            Self::GoodFriday => days_from_easter(year, -2),
            Self::EasterMonday => days_from_easter(year, 1),
            Self::KingsDay => kings_day(year),
            Self::LiberationDay => NaiveDate::from_ymd_opt(year, 5, 5),
            Self::AscensionDay => days_from_easter(year, 39),
            Self::WhitMonday => days_from_easter(year, 50),
            Self::ChristmasDay => NaiveDate::from_ymd_opt(year, 12, 25),
            Self::BoxingDay => NaiveDate::from_ymd_opt(year, 12, 26),
        }
    }
}

fn kings_day(year: i32) -> Option<NaiveDate> {
    let birthday = NaiveDate::from_ymd_opt(year, 4, 27)?;
    if birthday.weekday() == chrono::Weekday::Sun { birthday.pred_opt() } else { Some(birthday) }
}
