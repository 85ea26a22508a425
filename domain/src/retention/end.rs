//! When one record must go: in which situation it is, and the last day of that.

use chrono::{Days, Months, NaiveDate};

use super::{LONGER_YEARS, Period, REFUSED_DAYS, Retention, Since, Situation};
use crate::desk::outcome::Outcome;
use crate::form::Form;
use crate::referral::{Happening, Status};

/// Months before the end of the longest period at which the house is warned: a year, half a year and two months.
pub const WARN_AHEAD: [u32; 3] = [12, 6, 2];

/// The situation of what came in by this form. While nothing is decided it is as if it was taken on: the law lets nothing stay longer
/// than that, counted from receipt. `renewed` is the ground on which it is kept longer. `None`: the form leaves no record of its own.
pub fn situation(
    form: &Form,
    status: Status,
    outcome: Option<Outcome>,
    renewed: Option<Situation>,
) -> Option<Situation> {
    match form.regime.kept() {
        Retention::Referral => Some(match (status, outcome) {
            (Status::Withdrawn, _) => Situation::NotTakenOn,
            (_, Some(outcome)) if !outcome.is_taken_on() => Situation::NotTakenOn,
            (Status::Closed, _) => renewed.unwrap_or(Situation::Closed),
            _ => renewed.unwrap_or(Situation::TakenOn),
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

/// The days from which the periods of one record count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Began {
    /// It came in.
    pub received: NaiveDate,
    /// It was certain that the house does not take it on: the house decided so, or its sender took it back. Nothing that happens later
    /// begins that period anew.
    pub refused: Option<NaiveDate>,
    /// The house last answered, or its sender wants no answer any more.
    pub answered: Option<NaiveDate>,
    /// The day for which a room was booked; of a booking that was cancelled the day of that.
    pub booked: Option<NaiveDate>,
}

impl Began {
    /// Those of what came in on this day, by what was decided, what happened in its order, and the day of a booking.
    pub fn of(
        received: NaiveDate,
        outcome: Option<Outcome>,
        happened: &[(Happening, NaiveDate)],
        booked: Option<NaiveDate>,
    ) -> Self {
        let first = |wanted: Happening| happened.iter().find(|(what, _)| *what == wanted).map(|(_, on)| *on);
        let last = |wanted: Happening| happened.iter().rfind(|(what, _)| *what == wanted).map(|(_, on)| *on);
        // A booking ends as well where the house cancels it.
        let withdrawn = first(Happening::Withdrawn).or_else(|| first(Happening::Cancelled));
        // What was taken on first and taken back later was not refused by that decision.
        let decided = if outcome.is_some_and(Outcome::is_taken_on) { None } else { first(Happening::Decided) };
        Self {
            received,
            refused: decided.or(withdrawn),
            answered: last(Happening::Answered).or(withdrawn),
            booked: booked.or(withdrawn),
        }
    }
}

/// The last day of a record in this situation; `None` while the period did not begin, or where it is not ours.
pub fn end(situation: Situation, began: Began) -> Option<NaiveDate> {
    let period = situation.period();
    let longest = || Situation::TakenOn.period().last_day(began.received);
    let last = match period {
        Period::Days(_, since) | Period::Months(_, since) | Period::Years(_, since) => {
            let from = match since {
                Since::LastChange | Since::Receipt => began.received,
                Since::Decision => began.refused?,
                Since::Answer => began.answered?,
                Since::BookedDay => began.booked?,
                Since::EndOfPeriod => longest()?,
                Since::Unsubscribing => return None,
            };
            period.last_day(from)?
        }
        Period::Until(_) | Period::ByItsLaw | Period::Elsewhere => return None,
    };
    // A refusal never makes the period of the law longer.
    if situation == Situation::NotTakenOn { longest().map(|longest| last.min(longest)) } else { Some(last) }
}

/// The last day of a record: that of its situation, or the day that was decided where somebody may decide one. Nothing else makes a
/// period longer.
pub fn last_day(situation: Situation, began: Began, decided: Option<NaiveDate>) -> Option<NaiveDate> {
    match situation {
        Situation::OtherLaw => decided,
        Situation::StillOpen | Situation::Relapse => {
            let first = Situation::TakenOn.period().last_day(began.received)?;
            Some(decided.map_or(first, |decided| decided.max(first)))
        }
        _ => end(situation, began),
    }
}

/// The ground on which a record that ends on this day may be kept longer, decided today (BGS art. 1.16 lid 2 and 3): near its end, and only
/// a case that was taken on and still runs, or was closed in the last year of its period. `closed` is the day of that.
pub fn renewal(situation: Situation, closed: Option<NaiveDate>, end: NaiveDate, today: NaiveDate) -> Option<Situation> {
    use Situation as S;
    let is_taken_on = matches!(situation, S::TakenOn | S::Closed | S::StillOpen | S::Relapse);
    let last_year = end.checked_sub_months(Months::new(WARN_AHEAD[0]))?;
    if !is_taken_on || today < last_year || end < today {
        return None;
    }
    match closed {
        None => Some(S::StillOpen),
        Some(on) => (on > last_year).then_some(S::Relapse),
    }
}

/// The last day to which a record may be kept that now ends on this day (BGS art. 1.16 lid 2 and 3), each time anew.
pub fn prolonged(end: NaiveDate) -> NaiveDate {
    end.checked_add_months(Months::new(12 * LONGER_YEARS)).unwrap_or(NaiveDate::MAX)
}

/// The next day on which the house looks whether a case that it took on is still needed: each year after receipt, after today.
pub fn next_check(received: NaiveDate, today: NaiveDate) -> NaiveDate {
    let mut years = (1..).map_while(|year| received.checked_add_months(Months::new(12 * year)));
    years.find(|day| *day > today).unwrap_or(NaiveDate::MAX)
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

#[cfg(test)]
mod tests;
