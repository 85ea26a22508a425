//! When one record must go: in which situation it is, and the last day of that.

use chrono::{Datelike as _, Days, Months, NaiveDate};

use super::{LONGER_YEARS, Period, REFUSED_DAYS, Retention, Since, Situation};
use crate::desk::outcome::Outcome;
use crate::form::Form;
use crate::referral::Status;

/// Months before the end of the longest period at which the house is warned: a year, half a year and two months.
pub const WARN_AHEAD: [u32; 3] = [12, 6, 2];

/// The situation of what came in by this form. While nothing is decided it is as if it was taken on: the law lets nothing stay longer
/// than that, counted from receipt. `None`: the form leaves no record of its own.
pub fn situation(form: &Form, status: Status, outcome: Option<Outcome>) -> Option<Situation> {
    match form.regime.kept() {
        Retention::Referral => Some(match (status, outcome) {
            (Status::Withdrawn, _) => Situation::NotTakenOn,
            (_, Some(outcome)) if !outcome.is_taken_on() => Situation::NotTakenOn,
            (Status::Closed, _) => Situation::Closed,
            _ => Situation::TakenOn,
        }),
        Retention::OtherLaw => Some(Situation::OtherLaw),
        Retention::Message if form.regime == crate::regime::Regime::DataRights => Some(Situation::DataRequest),
        Retention::Message => Some(Situation::Message),
        Retention::Subscription if status == Status::Received => Some(Situation::Unconfirmed),
        Retention::Subscription => Some(Situation::Subscription),
        Retention::Booking => Some(Situation::Booking),
        Retention::AsItsReferral | Retention::Never => None,
    }
}

/// The last day of a record in this situation; `None` while the period did not begin, or where it is not ours. `decided` is the day of
/// the decision; of a message that of the answer; of what was taken back the day of that. `booked` is the day of a booking.
pub fn end(
    situation: Situation,
    received: NaiveDate,
    decided: Option<NaiveDate>,
    booked: Option<NaiveDate>,
) -> Option<NaiveDate> {
    let period = situation.period();
    let longest = || Situation::TakenOn.period().last_day(received);
    let last = match period {
        Period::Days(_, since) | Period::Months(_, since) | Period::Years(_, since) => {
            let began = match since {
                Since::LastChange | Since::Receipt => received,
                Since::Decision | Since::Answer => decided?,
                Since::BookedDay => booked?,
                Since::EndOfPeriod => longest()?,
                Since::Unsubscribing => return None,
            };
            period.last_day(began)?
        }
        Period::Until(_) | Period::ByItsLaw | Period::Elsewhere => return None,
    };
    // A refusal never makes the period of the law longer.
    if situation == Situation::NotTakenOn { longest().map(|longest| last.min(longest)) } else { Some(last) }
}

/// The last day to which a record may be kept that now ends on this day (BGS art. 1.16 lid 2 and 3), each time anew.
pub fn prolonged(end: NaiveDate) -> NaiveDate {
    end.checked_add_months(Months::new(12 * LONGER_YEARS)).unwrap_or(NaiveDate::MAX)
}

/// The days on which the house is warned that the longest period of a case ends.
pub fn warnings(end: NaiveDate) -> [NaiveDate; 3] {
    WARN_AHEAD.map(|months| end.checked_sub_months(Months::new(months)).unwrap_or(end))
}

/// How far ahead the house looks at what will be destroyed: as long as a refusal stays, then the moments of the warnings, of which the
/// first is the end of the fourth year of a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ahead {
    /// As long as what was not taken on stays.
    Weeks,
    /// Until the last warning.
    Months,
    /// Until the second warning.
    HalfYear,
    /// Until the first warning: what was taken on four years ago.
    Year,
}

impl Ahead {
    /// All of them, the nearest first.
    pub const ALL: [Self; 4] = [Self::Weeks, Self::Months, Self::HalfYear, Self::Year];

    /// The last day of it, seen from this day.
    pub fn last_day(self, today: NaiveDate) -> NaiveDate {
        let last = match self {
            Self::Weeks => today.checked_add_days(Days::new(REFUSED_DAYS.into())),
            Self::Months => today.checked_add_months(Months::new(WARN_AHEAD[2])),
            Self::HalfYear => today.checked_add_months(Months::new(WARN_AHEAD[1])),
            Self::Year => today.checked_add_months(Months::new(WARN_AHEAD[0])),
        };
        last.unwrap_or(NaiveDate::MAX)
    }

    /// The days of it that no nearer one holds: after the first day, up to and including the second. What is late belongs to the nearest.
    pub fn days(self, today: NaiveDate) -> (NaiveDate, NaiveDate) {
        let nearer = match self {
            Self::Weeks => return (NaiveDate::MIN, self.last_day(today)),
            Self::Months => Self::Weeks,
            Self::HalfYear => Self::Months,
            Self::Year => Self::HalfYear,
        };
        (nearer.last_day(today), self.last_day(today))
    }
}

/// The day since which the house owes the yearly look whether a case is still needed (WGS art. 1.8 lid 7): the last day on which a
/// whole number of years passed since receipt. `None` in the first year.
pub fn check_due(received: NaiveDate, today: NaiveDate) -> Option<NaiveDate> {
    let years = u32::try_from(today.year() - received.year()).ok()?;
    let birthday = |years: u32| received.checked_add_months(Months::new(12 * years));
    let last = if birthday(years)? <= today { years } else { years.checked_sub(1)? };
    if last == 0 { None } else { birthday(last) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    #[test]
    fn every_day_of_the_year_ahead_belongs_to_one_part_of_it() {
        for today in [day(2026, 11, 22), day(2028, 2, 29), day(2027, 1, 31)] {
            for days in 0..=365 {
                let then = today + Days::new(days);
                let holds = |ahead: &&Ahead| {
                    let (after, last) = ahead.days(today);
                    after < then && then <= last
                };
                assert_eq!(Ahead::ALL.iter().filter(holds).count(), 1, "{then} seen from {today}");
            }
        }
    }

    #[test]
    fn what_is_late_belongs_to_the_nearest_part() {
        let (after, last) = Ahead::Weeks.days(day(2026, 11, 22));
        assert!(after < day(2020, 1, 1) && last == day(2026, 12, 20));
        assert_eq!(Ahead::Year.last_day(day(2026, 11, 22)), day(2027, 11, 22));
    }

    #[test]
    fn the_yearly_look_is_due_from_each_birthday_of_the_receipt() {
        for (received, today, due) in [
            (day(2026, 11, 22), day(2027, 11, 21), None),
            (day(2026, 11, 22), day(2027, 11, 22), Some(day(2027, 11, 22))),
            (day(2026, 11, 22), day(2029, 3, 1), Some(day(2028, 11, 22))),
            (day(2028, 2, 29), day(2029, 2, 28), Some(day(2029, 2, 28))),
            (day(2026, 11, 22), day(2026, 11, 22), None),
            (day(2026, 11, 22), day(2025, 1, 1), None),
        ] {
            assert_eq!(check_due(received, today), due, "{received} seen on {today}");
        }
    }
}
