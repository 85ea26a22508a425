//! How soon its sender says that something is needed: some forms ask it. It decides what stands on top until the house did something.

use chrono::{Datelike as _, Days, NaiveDate};

use super::clock::Urgency;
use super::reach::News;
use super::{is_decided, is_weighed};
use crate::answers::Answers;
use crate::calendar::short;
use crate::form::Form;
use crate::referral::Happening;

/// How soon, as the sender answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Needed {
    /// On the day itself.
    Today,
    /// Perhaps on the day itself: the sender can't tell, so the house looks.
    PerhapsToday,
    /// In the same week.
    ThisWeek,
    /// It can wait.
    CanWait,
}

/// Whether the house did something since.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Taken {
    /// Nobody did anything yet.
    NotYet,
    /// Somebody spoke, wrote, asked, decided or answered.
    Up,
}

/// The questions that ask it, and what each answer says. An answer that is not here says nothing about today: who does not ask for
/// help today did not say that it can wait.
const ASKED: &[(&str, &str, Needed)] = &[
    ("advice.urgency", "vandaag", Needed::Today),
    ("advice.urgency", "deze_week", Needed::ThisWeek),
    ("advice.urgency", "kan_wachten", Needed::CanWait),
    ("worry.acute", "ja", Needed::Today),
    ("worry.acute", "onbekend", Needed::PerhapsToday),
    ("care_report.urgent", "ja", Needed::Today),
];

impl Needed {
    /// All of them, the most urgent first.
    pub const ALL: [Self; 4] = [Self::Today, Self::PerhapsToday, Self::ThisWeek, Self::CanWait];

    /// What these accepted answers say; `None` where the form does not ask it.
    pub fn of(accepted: &Answers) -> Option<Self> {
        ASKED.iter().find(|(name, answer, _)| accepted.get(name) == *answer).map(|(.., needed)| *needed)
    }

    /// In words, on this day, of what came in on that day: "Vandaag nodig" is only true on the day itself.
    pub fn text(self, received: NaiveDate, today: NaiveDate) -> String {
        let monday = |day: NaiveDate| day - Days::new(u64::from(day.weekday().num_days_from_monday()));
        match self {
            Self::Today if received == today => "Vandaag nodig".to_owned(),
            Self::Today => format!("Nodig op {}", short(received)),
            Self::PerhapsToday if received == today => "Misschien vandaag nodig".to_owned(),
            Self::PerhapsToday => format!("Misschien nodig op {}", short(received)),
            Self::ThisWeek if monday(received) == monday(today) => "Deze week nodig".to_owned(),
            Self::ThisWeek => format!("Nodig in de week van {}", short(monday(received))),
            Self::CanWait => "Kan wachten".to_owned(),
        }
    }

    /// How much it stands out: not any more once somebody took it up.
    pub const fn urgency(self, taken: Taken) -> Urgency {
        match (self, taken) {
            (Self::Today, Taken::NotYet) => Urgency::Late,
            (Self::PerhapsToday | Self::ThisWeek, Taken::NotYet) => Urgency::Soon,
            (Self::CanWait, _) | (_, Taken::Up) => Urgency::Calm,
        }
    }

    /// What it asks of the house before the way of this form begins, where that way has nothing in it that helps on the day: the outcome of
    /// an investigation comes days later. Someone is called; where nobody can be, what was done is written down. `None` where something
    /// else helped already.
    pub fn asks_first(self, form: &Form, news: News, happened: &[Happening]) -> Option<Happening> {
        let first = if news == News::Looks { Happening::Noted } else { Happening::Contacted };
        let is_late = is_decided(form) && !is_weighed(form);
        let is_open = happened.contains(&first) || Taken::by(happened.iter().copied()) == Taken::NotYet;
        (is_late && is_open && self.presses(Taken::NotYet)).then_some(first)
    }

    /// Whether it goes before everything that has a day.
    pub const fn presses(self, taken: Taken) -> bool {
        matches!((self, taken), (Self::Today | Self::PerhapsToday, Taken::NotYet))
    }
}

impl Taken {
    /// Whether the house did something, by what happened. That somebody tried to call, or that a colleague was asked to handle it, helps
    /// nobody yet.
    pub fn by(happened: impl IntoIterator<Item = Happening>) -> Self {
        let helps = |what: &Happening| {
            matches!(
                what,
                Happening::Contacted
                    | Happening::Asked
                    | Happening::Noted
                    | Happening::HandedOver
                    | Happening::Decided
                    | Happening::Answered
            )
        };
        if happened.into_iter().any(|what| helps(&what)) { Self::Up } else { Self::NotYet }
    }
}

/// Whether this question asks how soon something is needed.
pub fn is_asked_by(name: &str) -> bool {
    ASKED.iter().any(|(asks, ..)| *asks == name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::{Kind, Options, Step};
    use crate::forms;

    fn said(name: &str, answer: &str) -> Option<Needed> {
        Needed::of(&Answers::from_pairs([(name.to_owned(), answer.to_owned())]))
    }

    #[test]
    fn an_answer_says_how_soon_and_what_does_not_ask_for_today_says_nothing() {
        for (name, answer, needed) in [
            ("advice.urgency", "vandaag", Some(Needed::Today)),
            ("advice.urgency", "deze_week", Some(Needed::ThisWeek)),
            ("advice.urgency", "kan_wachten", Some(Needed::CanWait)),
            ("worry.acute", "ja", Some(Needed::Today)),
            ("worry.acute", "onbekend", Some(Needed::PerhapsToday)),
            ("worry.acute", "nee", None),
            ("care_report.urgent", "ja", Some(Needed::Today)),
            ("care_report.urgent", "nee", None),
            ("reason.now", "vandaag", None),
        ] {
            assert_eq!(said(name, answer), needed, "{name} {answer}");
        }
    }

    /// A form whose question or choice gets another name would lose its mark without anyone seeing it.
    #[test]
    fn every_answer_that_counts_can_be_given_in_a_form() {
        for (name, answer, _) in ASKED {
            let fields = forms::ALL.iter().flat_map(|form| form.steps).flat_map(Step::fields);
            let mut options = fields.filter(|field| field.name == *name).filter_map(|field| match field.kind {
                Kind::One(Options::Fixed(choices)) => Some(choices),
                _ => None,
            });
            assert!(options.any(|choices| choices.iter().any(|choice| choice.value == *answer)), "{name} {answer}");
        }
    }

    #[test]
    fn a_need_asks_for_a_call_where_the_way_begins_with_what_takes_days() {
        use Happening as H;
        let (called, noted) = (Some(H::Contacted), Some(H::Noted));
        for (form, needed, news, happened, first) in [
            ("wvggz", Needed::Today, News::Mailed, &[H::Received][..], called),
            ("wvggz", Needed::PerhapsToday, News::Called, &[H::Received, H::Attempted], called),
            ("wvggz", Needed::Today, News::Looks, &[H::Received], noted),
            ("wvggz", Needed::Today, News::Mailed, &[H::Contacted, H::Decided], called),
            ("wvggz", Needed::Today, News::Mailed, &[H::Noted], None),
            ("wvggz", Needed::CanWait, News::Mailed, &[H::Received], None),
            ("adviesvraag", Needed::Today, News::Mailed, &[H::Received], None),
            ("mda", Needed::Today, News::Mailed, &[H::Received], None),
        ] {
            let form = forms::find(form).unwrap();
            assert_eq!(needed.asks_first(form, news, happened), first, "{} {needed:?} {happened:?}", form.slug);
        }
    }

    #[test]
    fn on_a_later_day_it_tells_which_day_was_meant() {
        let day = |day| NaiveDate::from_ymd_opt(2026, 11, day).unwrap();
        for (needed, received, today, text) in [
            (Needed::Today, 19, 19, "Vandaag nodig"),
            (Needed::Today, 19, 20, "Nodig op 19-11-2026"),
            (Needed::PerhapsToday, 19, 19, "Misschien vandaag nodig"),
            (Needed::PerhapsToday, 19, 20, "Misschien nodig op 19-11-2026"),
            (Needed::ThisWeek, 16, 22, "Deze week nodig"),
            (Needed::ThisWeek, 19, 23, "Nodig in de week van 16-11-2026"),
            (Needed::CanWait, 1, 22, "Kan wachten"),
        ] {
            assert_eq!(needed.text(day(received), day(today)), text);
        }
    }

    #[test]
    fn what_asks_for_today_presses_until_somebody_did_something() {
        use Happening as H;
        for (happened, taken) in [
            (&[H::Received][..], Taken::NotYet),
            (&[H::Received, H::Confirmed, H::Assigned, H::Attempted], Taken::NotYet),
            (&[H::Received, H::Contacted], Taken::Up),
            (&[H::Received, H::Noted], Taken::Up),
            (&[H::Received, H::Decided], Taken::Up),
        ] {
            assert_eq!(Taken::by(happened.iter().copied()), taken, "{happened:?}");
        }
        for (needed, presses) in
            [true, true, false, false].into_iter().enumerate().map(|(at, is)| (Needed::ALL[at], is))
        {
            assert_eq!(needed.presses(Taken::NotYet), presses, "{needed:?}");
            assert!(!needed.presses(Taken::Up), "{needed:?}");
            assert_eq!(needed.urgency(Taken::Up), Urgency::Calm, "{needed:?}");
        }
    }
}
