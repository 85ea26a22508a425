//! When a record must go, and why (WGS art. 1.8 lid 7, BGS art. 1.16).
//!
//! One table, [`Situation::ALL`]: the page that tells how long data stay and the code that destroys them read the same rules.

// The browser destroys nothing.
#[cfg(not(target_arch = "wasm32"))]
mod end;

use chrono::{Days, Months, NaiveDate};

#[cfg(not(target_arch = "wasm32"))]
pub use end::{Ahead, Began, WARN_AHEAD, end, last_day, next_check, prolonged, renewal, situation};

/// Days a draft that was never sent stays after its last change. The law sets none; this is our default, a setting of the house.
pub const DRAFT_DAYS: u32 = 7;

/// Days in which a referral that was not taken on is destroyed after the decision. BGS art. 1.16 lid 1 onder b sets no period;
/// this leaves room for questions of the referrer.
pub const REFUSED_DAYS: u32 = 28;

/// Years after the first processing at which a case that was taken on must be gone (WGS art. 1.8 lid 7).
pub const TAKEN_ON_YEARS: u32 = 5;

/// Years by which the period may be made longer, each time (BGS art. 1.16 lid 2 and 3).
pub const LONGER_YEARS: u32 = 2;

/// Months that a message stays after its answer, and a booking after its day. The law sets none; this is our own rule.
pub const MESSAGE_MONTHS: u32 = 3;

/// Days in which the owner of an address confirms that it may be on the list of the newsletter; after that the sign-up goes. The law
/// sets none; this is our own rule.
pub const UNCONFIRMED_DAYS: u32 = 7;

/// What became of a record: it decides how long the record stays.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Situation {
    /// A referral that was begun and never sent.
    Draft,
    /// The house did not take the case on, or the analysis gave no reason to.
    NotTakenOn,
    /// The house took the case on.
    TakenOn,
    /// The case is closed.
    Closed,
    /// At the end of its period the case still meets the criteria.
    StillOpen,
    /// The case was closed less than a year before the end of its period, and the risk of a relapse is great.
    Relapse,
    /// A temporary restraining order: the municipality keeps it, not the house.
    RestrainingOrder,
    /// A report under a law of its own, such as the Wvggz.
    OtherLaw,
    /// A message, a question without a case, a visit that was asked for.
    Message,
    /// A request of people about their own data (AVG art. 15 to 18 and 21).
    DataRequest,
    /// A room that was booked.
    Booking,
    /// A sign-up for the newsletter that the owner of the address did not confirm.
    Unconfirmed,
    /// The newsletter.
    Subscription,
}

/// From when a period counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Since {
    /// The last change of the draft.
    LastChange,
    /// The decision about the referral.
    Decision,
    /// The day the referral came in: its first processing.
    Receipt,
    /// The end of the period before it.
    EndOfPeriod,
    /// The answer of the house.
    Answer,
    /// The day for which the room was booked, or on which that was cancelled.
    BookedDay,
    /// The moment someone left the list.
    Unsubscribing,
}

/// How long a record stays, at most.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Period {
    /// This many days.
    Days(u32, Since),
    /// This many months.
    Months(u32, Since),
    /// This many years.
    Years(u32, Since),
    /// Until this happens, and no day longer.
    Until(Since),
    /// As long as the law says under which it came in.
    ByItsLaw,
    /// Another archive keeps it.
    Elsewhere,
}

impl Situation {
    /// All of them: first those of a case in the order in which they happen, then all else.
    pub const ALL: [Self; 13] = [
        Self::Draft,
        Self::NotTakenOn,
        Self::TakenOn,
        Self::Closed,
        Self::StillOpen,
        Self::Relapse,
        Self::RestrainingOrder,
        Self::OtherLaw,
        Self::Message,
        Self::DataRequest,
        Self::Booking,
        Self::Unconfirmed,
        Self::Subscription,
    ];

    /// Its name in the store: the ground on which a record was destroyed.
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::NotTakenOn => "not-taken-on",
            Self::TakenOn => "taken-on",
            Self::Closed => "closed",
            Self::StillOpen => "still-open",
            Self::Relapse => "relapse",
            Self::RestrainingOrder => "restraining-order",
            Self::OtherLaw => "other-law",
            Self::Message => "message",
            Self::DataRequest => "data-request",
            Self::Booking => "booking",
            Self::Unconfirmed => "unconfirmed",
            Self::Subscription => "subscription",
        }
    }

    /// The situation with this name.
    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|situation| situation.slug() == slug)
    }

    /// For the people of the house, short.
    pub const fn desk_text(self) -> &'static str {
        match self {
            Self::Draft => "Niet verstuurd",
            Self::NotTakenOn => "Niet aangenomen",
            Self::TakenOn => "Aangenomen, of nog niet besloten",
            Self::Closed => "Afgesloten",
            Self::StillOpen => "Loopt nog na de termijn",
            Self::Relapse => "Kans op terugval",
            Self::RestrainingOrder => "Tijdelijk huisverbod",
            Self::OtherLaw => "Onder een andere wet dan de WGS",
            Self::Message => "Bericht of vraag",
            Self::DataRequest => "Verzoek over eigen gegevens",
            Self::Booking => "Kamer, de dag is geweest",
            Self::Unconfirmed => "Nieuwsbrief, niet bevestigd",
            Self::Subscription => "Nieuwsbrief",
        }
    }

    /// How long its records stay, at most.
    pub const fn period(self) -> Period {
        match self {
            Self::Draft => Period::Days(DRAFT_DAYS, Since::LastChange),
            Self::NotTakenOn => Period::Days(REFUSED_DAYS, Since::Decision),
            // Closing a case hides its data; it does not make the period longer.
            Self::TakenOn | Self::Closed => Period::Years(TAKEN_ON_YEARS, Since::Receipt),
            Self::StillOpen | Self::Relapse => Period::Years(LONGER_YEARS, Since::EndOfPeriod),
            Self::RestrainingOrder => Period::Elsewhere,
            Self::OtherLaw => Period::ByItsLaw,
            Self::Message | Self::DataRequest => Period::Months(MESSAGE_MONTHS, Since::Answer),
            Self::Booking => Period::Months(MESSAGE_MONTHS, Since::BookedDay),
            Self::Unconfirmed => Period::Days(UNCONFIRMED_DAYS, Since::Receipt),
            Self::Subscription => Period::Until(Since::Unsubscribing),
        }
    }

    /// The situation in words, B1.
    pub fn text(self) -> String {
        match self {
            Self::Draft => "U begint een aanmelding, maar verstuurt haar niet".to_owned(),
            Self::NotTakenOn => "Wij nemen de aanmelding niet aan".to_owned(),
            Self::TakenOn => "Wij nemen de aanmelding aan".to_owned(),
            Self::Closed => "De casus is afgesloten".to_owned(),
            Self::StillOpen => {
                format!("Na {TAKEN_ON_YEARS} jaar loopt de casus nog en voldoet hij nog aan de criteria")
            }
            Self::Relapse => {
                "De casus is afgesloten in het laatste jaar van de termijn, en de kans op terugval is groot".to_owned()
            }
            Self::RestrainingOrder => "De burgemeester legde een tijdelijk huisverbod op".to_owned(),
            Self::OtherLaw => "U doet een melding onder een andere wet dan de WGS".to_owned(),
            Self::Message => "U stuurt ons een bericht of een vraag, of u vraagt een werkbezoek aan".to_owned(),
            Self::DataRequest => "U doet een verzoek over uw eigen gegevens".to_owned(),
            Self::Booking => "U reserveert een kamer".to_owned(),
            Self::Unconfirmed => "U meldt u aan voor de nieuwsbrief, maar bevestigt uw e-mailadres niet".to_owned(),
            Self::Subscription => "U krijgt de nieuwsbrief".to_owned(),
        }
    }

    /// How long, in words, B1.
    pub fn keeps(self) -> String {
        match self {
            Self::Draft => format!("{DRAFT_DAYS} dagen na de laatste wijziging"),
            Self::NotTakenOn => format!("Hoogstens {REFUSED_DAYS} dagen na het besluit"),
            Self::TakenOn => format!("Zolang het nodig is, en hoogstens {TAKEN_ON_YEARS} jaar na ontvangst"),
            Self::Closed => format!(
                "De gegevens zijn afgeschermd tot wij ze vernietigen. Dat is hoogstens {TAKEN_ON_YEARS} jaar na ontvangst"
            ),
            Self::StillOpen | Self::Relapse => format!(
                "Telkens hoogstens {LONGER_YEARS} jaar langer. De organisatie die de gegevens gaf, moet het goedvinden"
            ),
            Self::RestrainingOrder => "Wij bewaren het besluit niet. Dat doet de gemeente".to_owned(),
            Self::OtherLaw => "Zolang die wet dat vraagt".to_owned(),
            Self::Message | Self::DataRequest => format!("{MESSAGE_MONTHS} maanden na ons antwoord"),
            Self::Booking => format!(
                "{MESSAGE_MONTHS} maanden na de dag van de reservering. Zegt u haar af, dan {MESSAGE_MONTHS} maanden na die dag"
            ),
            Self::Unconfirmed => format!("{UNCONFIRMED_DAYS} dagen na de aanmelding"),
            Self::Subscription => "Tot u zich afmeldt".to_owned(),
        }
    }

    /// Where the rule stands, in words.
    pub const fn source(self) -> &'static str {
        match self {
            Self::Draft | Self::Message | Self::DataRequest | Self::Booking | Self::Unconfirmed => "onze eigen regel",
            Self::NotTakenOn => "artikel 1.16 lid 1 BGS; het aantal dagen is onze eigen regel",
            Self::TakenOn => "artikel 1.8 lid 7 WGS",
            Self::Closed => "artikel 2.31 lid 8 WGS",
            Self::StillOpen | Self::Relapse => "artikel 1.8 lid 7 WGS en artikel 1.16 lid 2 en 3 BGS",
            Self::RestrainingOrder => "artikel 10 Wet tijdelijk huisverbod",
            Self::OtherLaw => "de wet waaronder u meldt",
            Self::Subscription => "artikel 7 lid 3 AVG: u mag uw toestemming altijd intrekken",
        }
    }

    /// The same for the people of the house: the rule by which it goes. What is closed is shielded by one rule and destroyed by another.
    pub const fn desk_source(self) -> &'static str {
        match self {
            Self::Closed => "artikel 1.8 lid 7 WGS; tot dan afgeschermd (artikel 2.31 lid 8 WGS)",
            Self::OtherLaw => "de wet waaronder de melding valt",
            Self::Subscription => "artikel 7 lid 3 AVG",
            _ => self.source(),
        }
    }
}

impl Period {
    /// The last day on which a record may still be there, when its period began to count on this day; none when
    /// the period is not ours.
    pub fn last_day(self, began: NaiveDate) -> Option<NaiveDate> {
        let end = match self {
            Self::Days(days, _) => began.checked_add_days(Days::new(days.into())),
            Self::Months(months, _) => began.checked_add_months(Months::new(months)),
            Self::Years(years, _) => began.checked_add_months(Months::new(12 * years)),
            Self::Until(_) => Some(began),
            Self::ByItsLaw | Self::Elsewhere => return None,
        };
        Some(end.unwrap_or(NaiveDate::MAX))
    }
}

/// How long a kind of record stays, for the reason that stands with a question.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Retention {
    /// The answers of a referral.
    Referral,
    /// A report under a law of its own.
    OtherLaw,
    /// A question, a message, a request.
    Message,
    /// The newsletter.
    Subscription,
    /// A room that was booked.
    Booking,
    /// What the desk writes down about something that was sent: it goes together with that.
    AsItsReferral,
    /// What is answered and kept by nobody: the self-check.
    Never,
}

impl Retention {
    /// The rule in words, B1.
    pub fn text(self) -> String {
        match self {
            Self::Referral => format!(
                "Nemen wij de aanmelding niet aan, dan vernietigen wij uw antwoorden uiterlijk {REFUSED_DAYS} dagen na het besluit. \
                 Nemen wij de aanmelding wel aan, dan bewaren wij ze zolang het nodig is en uiterlijk {TAKEN_ON_YEARS} jaar na \
                 ontvangst (artikel 1.8 lid 7 WGS)."
            ),
            Self::OtherLaw => "Deze melding valt onder een andere wet dan de WGS. Wij bewaren uw antwoorden zolang die wet dat vraagt."
                .to_owned(),
            Self::Message => format!("Wij vernietigen uw antwoorden {MESSAGE_MONTHS} maanden na ons antwoord."),
            Self::Subscription => "Wij bewaren uw adres tot u zich afmeldt.".to_owned(),
            Self::Booking => format!(
                "Wij vernietigen uw antwoorden {MESSAGE_MONTHS} maanden na de dag van de reservering. \
                 Zegt u haar af, dan {MESSAGE_MONTHS} maanden na die dag."
            ),
            Self::AsItsReferral => "Wij vernietigen dit samen met de aanmelding, de melding of de vraag waar het bij hoort.".to_owned(),
            Self::Never => "Wij bewaren uw antwoorden niet.".to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    #[test]
    fn each_situation_ends_on_the_day_that_the_law_or_the_house_sets() {
        for (situation, began, last) in [
            (Situation::Draft, day(2026, 11, 21), Some(day(2026, 11, 28))),
            (Situation::NotTakenOn, day(2026, 12, 5), Some(day(2027, 1, 2))),
            (Situation::TakenOn, day(2026, 11, 21), Some(day(2031, 11, 21))),
            (Situation::Closed, day(2028, 2, 29), Some(day(2033, 2, 28))),
            (Situation::StillOpen, day(2031, 11, 21), Some(day(2033, 11, 21))),
            (Situation::Relapse, day(2031, 11, 21), Some(day(2033, 11, 21))),
            (Situation::RestrainingOrder, day(2026, 11, 21), None),
            (Situation::OtherLaw, day(2026, 11, 21), None),
            (Situation::Message, day(2026, 11, 30), Some(day(2027, 2, 28))),
            (Situation::DataRequest, day(2026, 11, 21), Some(day(2027, 2, 21))),
            (Situation::Booking, day(2026, 12, 1), Some(day(2027, 3, 1))),
            (Situation::Unconfirmed, day(2026, 11, 21), Some(day(2026, 11, 28))),
            (Situation::Subscription, day(2026, 11, 21), Some(day(2026, 11, 21))),
        ] {
            assert_eq!(situation.period().last_day(began), last, "{situation:?}");
        }
    }

    #[test]
    fn what_a_page_says_holds_the_number_that_the_rule_uses() {
        for situation in Situation::ALL {
            let number = match situation.period() {
                Period::Days(number, _) | Period::Months(number, _) | Period::Years(number, _) => number.to_string(),
                Period::Until(_) => "Tot".to_owned(),
                Period::ByItsLaw => "wet".to_owned(),
                Period::Elsewhere => "gemeente".to_owned(),
            };
            assert!(situation.keeps().contains(&number), "{situation:?}: {}", situation.keeps());
            assert!(!situation.source().is_empty() && !situation.text().is_empty());
            assert!(!format!(" {} ", situation.desk_source()).contains(" u "), "{situation:?} speaks to who sends");
            assert_eq!(Situation::from_slug(situation.slug()), Some(situation));
        }
    }

    #[test]
    fn a_question_and_the_privacy_page_say_the_same() {
        for (kept, situations) in [
            (Retention::Referral, &[Situation::NotTakenOn][..]),
            (Retention::OtherLaw, &[Situation::OtherLaw]),
            (Retention::Message, &[Situation::Message, Situation::DataRequest]),
            (Retention::Subscription, &[Situation::Subscription]),
            (Retention::Booking, &[Situation::Booking]),
        ] {
            for situation in situations {
                let (at_question, on_page) = (kept.text().to_lowercase(), situation.keeps().to_lowercase());
                let same = on_page.trim_start_matches("hoogstens ");
                assert!(at_question.contains(same), "{situation:?}: {same} is not in {at_question}");
            }
        }
    }
}
