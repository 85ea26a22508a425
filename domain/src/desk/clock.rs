//! By when the house must do what, for one referral: its promises and the terms of laws, moved by what happened since.
//!
//! The two weeks stand still while the house waits for an answer of the sender; a term of a law never does, nor do the five days.

mod left;

use chrono::{Days, Months, NaiveDate};

pub use left::{FAR, Left, Urgency, left};

use crate::calendar::Calendar;
use crate::form::Form;
use crate::promise::Promise;
use crate::referral::Happening;

/// What must be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Clock {
    /// Speak with the sender, within five working days.
    Contact,
    /// Tell the sender what was decided, within two weeks.
    Outcome,
    /// Answer a message or question, within the working days that the house sets.
    Answer,
    /// Finish the exploratory investigation, within fourteen days (Wvggz art. 5:2).
    Investigation,
    /// Decide about a request about one's own data, within a month (AVG art. 12 lid 3).
    Decision,
}

/// Something that must be done, with its last day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Term {
    /// What.
    pub clock: Clock,
    /// The last day; while the clock is stopped, the earliest that it can be.
    pub due: NaiveDate,
    /// Where it is.
    pub state: TermState,
    /// When it was done.
    pub met_on: Option<NaiveDate>,
}

/// Where a term is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TermState {
    /// The house must do something.
    Runs,
    /// The house waits for its sender.
    Stopped,
    /// It was done, in time or late.
    Met,
}

/// Days in which the house waited for the sender.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pause {
    /// The house asked.
    pub from: NaiveDate,
    /// The sender replied; `None`: the house still waits.
    pub until: Option<NaiveDate>,
}

/// Months by which the month for a request about one's own data can be made longer (AVG art. 12 lid 3).
pub const LONGER_MONTHS: u32 = 2;

impl Clock {
    /// What must be done, for a list: "Contact".
    pub const fn text(self) -> &'static str {
        match self {
            Self::Contact => "Contact opnemen",
            Self::Outcome => "Laten weten hoe het verdergaat",
            Self::Answer => "Antwoord geven",
            Self::Investigation => "Verkennend onderzoek afronden",
            Self::Decision => "Besluit over het verzoek laten weten",
        }
    }

    /// Its name in the store.
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Contact => "contact",
            Self::Outcome => "outcome",
            Self::Answer => "answer",
            Self::Investigation => "investigation",
            Self::Decision => "decision",
        }
    }

    /// The clock with this name.
    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|clock| clock.slug() == slug)
    }

    /// All of them.
    pub const ALL: [Self; 5] = [Self::Contact, Self::Outcome, Self::Answer, Self::Investigation, Self::Decision];

    const fn of(promise: Promise) -> Self {
        match promise {
            Promise::Contact => Self::Contact,
            Promise::Outcome => Self::Outcome,
            Promise::Answer => Self::Answer,
            Promise::Investigation => Self::Investigation,
            Promise::Decision => Self::Decision,
        }
    }

    /// What ends it.
    const fn is_met_by(self, what: Happening) -> bool {
        match self {
            Self::Contact => matches!(what, Happening::Contacted | Happening::Answered),
            Self::Outcome | Self::Answer | Self::Decision => matches!(what, Happening::Answered),
            Self::Investigation => matches!(what, Happening::Decided | Happening::Answered),
        }
    }
}

impl Term {
    /// Whether it was done in time; `None` while it was not done.
    pub fn is_kept(&self) -> Option<bool> {
        self.met_on.map(|on| on <= self.due)
    }
}

/// The terms of something that came in on this day, in the order of the promises of its form. `happened` is in the order in which it
/// happened. What its sender took back has none.
pub fn terms(form: &Form, received: NaiveDate, happened: &[(Happening, NaiveDate)], calendar: &Calendar) -> Vec<Term> {
    if happened.iter().any(|(what, _)| *what == Happening::Withdrawn) {
        return Vec::new();
    }
    let term = |promise: &Promise| {
        let clock = Clock::of(*promise);
        let met_on = happened.iter().find(|(what, _)| clock.is_met_by(*what)).map(|(_, on)| *on);
        let first_due = promise.due(received, calendar)?;
        let (due, is_stopped) = match clock {
            Clock::Outcome => paused(received, &pauses(happened), calendar),
            Clock::Decision => (longer(received, first_due, happened), false),
            Clock::Contact | Clock::Answer | Clock::Investigation => (first_due, false),
        };
        let state = match (met_on, is_stopped) {
            (Some(_), _) => TermState::Met,
            (None, true) => TermState::Stopped,
            (None, false) => TermState::Runs,
        };
        Some(Term { clock, due, state, met_on })
    };
    form.promises.iter().filter_map(term).collect()
}

/// What must be done first; `None` where nothing must be done, or where the house waits for the sender.
pub fn next(terms: &[Term]) -> Option<&Term> {
    terms.iter().filter(|term| term.state == TermState::Runs).min_by_key(|term| term.due)
}

/// The days in which the house waited. A decision or an answer ends the waiting too; asking again while waiting begins nothing new.
pub fn pauses(happened: &[(Happening, NaiveDate)]) -> Vec<Pause> {
    let mut pauses: Vec<Pause> = Vec::new();
    for (what, on) in happened {
        let open = pauses.last_mut().filter(|pause| pause.until.is_none());
        match (what, open) {
            (Happening::Asked, None) => pauses.push(Pause { from: *on, until: None }),
            (Happening::Replied | Happening::Decided | Happening::Answered, Some(open)) => {
                open.until = Some((*on).max(open.from));
            }
            _ => {}
        }
    }
    pauses
}

/// The end of the two weeks after these pauses, and whether they stand still. Whoever asks when the two weeks are over wins no time.
fn paused(received: NaiveDate, pauses: &[Pause], calendar: &Calendar) -> (NaiveDate, bool) {
    let mut waited = 0;
    let due = |waited: u64| {
        let later = received.checked_add_days(Days::new(waited)).unwrap_or(NaiveDate::MAX);
        calendar.two_weeks_after(later)
    };
    for pause in pauses {
        if pause.from > due(waited) {
            break;
        }
        match pause.until {
            None => return (due(waited), true),
            Some(until) => waited += u64::try_from((until - pause.from).num_days()).unwrap_or(0),
        }
    }
    (due(waited), false)
}

/// The month, or three where the requester was told within the month that it takes longer.
fn longer(received: NaiveDate, month: NaiveDate, happened: &[(Happening, NaiveDate)]) -> NaiveDate {
    let was_told = happened.iter().any(|(what, on)| *what == Happening::Prolonged && *on <= month);
    let longest = received.checked_add_months(Months::new(1 + LONGER_MONTHS));
    if was_told { longest.unwrap_or(month) } else { month }
}

#[cfg(test)]
mod tests;
