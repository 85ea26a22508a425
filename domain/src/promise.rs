//! What the house promises whoever sends a form, each with its last day. On the check page, the confirmation, in the mail and in
//! the queue of the house it is the same date.

use chrono::{Months, NaiveDate};

use crate::calendar::{Calendar, long};

/// A promise with a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Promise {
    /// A call within five working days.
    Contact,
    /// What the house decides, within two weeks.
    Outcome,
    /// An answer, within the working days that the house sets for messages; none where it sets none.
    Answer,
    /// The exploratory investigation after a report (Wvggz art. 5:2): within fourteen days.
    Investigation,
    /// What happens with a request about one's own data (AVG art. 12 lid 3): within one month.
    Decision,
}

impl Promise {
    /// The last day on which the promise is kept, for something that came in on this day. None: the house promises nothing.
    pub fn due(self, received: NaiveDate, calendar: &Calendar) -> Option<NaiveDate> {
        match self {
            Self::Contact => Some(calendar.contact_by(received)),
            Self::Outcome => Some(calendar.outcome_by(received)),
            Self::Answer => calendar.answer_within.map(|days| calendar.working_days_after(received, days)),
            Self::Investigation => Some(calendar.two_weeks_after(received)),
            // A month of the AVG may run on over a weekend (Verordening 1182/71 art. 3); the house promises the earlier day.
            Self::Decision => received.checked_add_months(Months::new(1)),
        }
    }

    /// The promise in a sentence, B1, around its date.
    pub fn sentence(self, due: NaiveDate) -> String {
        let day = long(due);
        match self {
            Self::Contact => format!("Wij nemen uiterlijk {day} contact met u op."),
            Self::Outcome => format!("Uiterlijk {day} hoort u hoe het verdergaat."),
            Self::Answer => format!("U krijgt uiterlijk {day} antwoord."),
            Self::Investigation => format!("Uiterlijk {day} is het verkennend onderzoek klaar."),
            Self::Decision => format!("Uiterlijk {day} hoort u wat wij met uw verzoek doen."),
        }
    }
}

/// The sentences of all promises of a form, in its order.
pub fn sentences(promises: &[Promise], received: NaiveDate, calendar: &Calendar) -> Vec<String> {
    promises.iter().filter_map(|promise| Some(promise.sentence(promise.due(received, calendar)?))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    #[test]
    fn each_promise_ends_on_its_day() {
        let usual = Calendar::default();
        let answering = Calendar { answer_within: Some(2), ..Calendar::default() };
        for (promise, calendar, received, due) in [
            (Promise::Contact, &usual, day(2026, 11, 20), Some(day(2026, 11, 27))),
            (Promise::Outcome, &usual, day(2027, 4, 22), Some(day(2027, 5, 7))),
            (Promise::Investigation, &usual, day(2026, 12, 12), Some(day(2026, 12, 28))),
            (Promise::Decision, &usual, day(2027, 1, 31), Some(day(2027, 2, 28))),
            (Promise::Answer, &usual, day(2026, 11, 20), None),
            (Promise::Answer, &answering, day(2026, 11, 20), Some(day(2026, 11, 24))),
        ] {
            assert_eq!(promise.due(received, calendar), due, "{promise:?}");
        }
    }

    #[test]
    fn a_promise_that_the_house_does_not_make_is_not_said() {
        let said = sentences(&[Promise::Answer, Promise::Contact], day(2026, 11, 20), &Calendar::default());
        assert_eq!(said, ["Wij nemen uiterlijk vrijdag 27 november 2026 contact met u op."]);
    }
}
