//! How much time is left until a last day, in working days: in words, and how urgent it is.

use chrono::NaiveDate;

use crate::calendar::Calendar;

/// What is left until a last day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Left {
    /// This many working days after today, the last day included; [`FAR`] stands for all that is further.
    Days(usize),
    /// The last day is yet to come, but no working day is left before it.
    NoneLeft,
    /// Today is the last day.
    Today,
    /// The last day was this many working days ago; none where only a weekend or holiday has passed.
    Late(usize),
}

/// How urgent it is. Of five working days the third is soon, and the fifth asks for attention at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Urgency {
    /// There is time: no colour.
    Calm,
    /// At most two working days are left: amber.
    Soon,
    /// Today is the last chance, or it is too late: red.
    Late,
}

/// Working days left at which it is soon.
const SOON: usize = 2;

/// Working days that are counted at most: about a year. What is further off is only far.
pub const FAR: usize = 250;

/// What is left on this day until a last day.
pub fn left(due: NaiveDate, today: NaiveDate, calendar: &Calendar) -> Left {
    let working = |from: NaiveDate, to: NaiveDate| {
        let days = from.iter_days().skip(1).take_while(|day| *day <= to);
        days.filter(|day| calendar.is_working_day(*day)).take(FAR).count()
    };
    if due == today {
        return Left::Today;
    }
    if due < today {
        return Left::Late(working(due, today));
    }
    match working(today, due) {
        0 => Left::NoneLeft,
        days => Left::Days(days),
    }
}

impl Left {
    /// In words: "nog 2 werkdagen".
    pub fn text(self) -> String {
        match self {
            Self::Days(FAR..) => format!("nog {FAR} werkdagen of meer"),
            Self::Late(FAR..) => format!("{FAR} werkdagen te laat of meer"),
            Self::Days(1) => "nog 1 werkdag".to_owned(),
            Self::Days(days) => format!("nog {days} werkdagen"),
            Self::NoneLeft => "geen werkdag meer over".to_owned(),
            Self::Today => "vandaag".to_owned(),
            Self::Late(0) => "te laat".to_owned(),
            Self::Late(1) => "1 werkdag te laat".to_owned(),
            Self::Late(days) => format!("{days} werkdagen te laat"),
        }
    }

    /// How urgent it is.
    pub const fn urgency(self) -> Urgency {
        match self {
            Self::Days(days) if days > SOON => Urgency::Calm,
            Self::Days(_) => Urgency::Soon,
            Self::NoneLeft | Self::Today | Self::Late(_) => Urgency::Late,
        }
    }
}

impl Urgency {
    /// Its name in a style sheet.
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Calm => "calm",
            Self::Soon => "soon",
            Self::Late => "late",
        }
    }
}

#[cfg(test)]
mod tests;
