//! Mail: which mails there are, what they say and how they leave.
//!
//! A mail holds the house, a number, dates and perhaps a room, never personal data: it crosses networks that nobody here controls. The words
//! are content ([`Texts`]), the values are [`Facts`], the way out is a [`Mailer`]. Waiting and trying again is the business of
//! [`crate::outbox`].

mod calendar;
mod mailer;
mod text;
#[cfg(test)]
pub(crate) use text::tests as text_for_tests;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

pub use mailer::{Mailer, MailerError, SendError};
pub use text::{Attachment, TextError, Texts, Written};

/// Which mail.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MailKind {
    /// To the referrer: we have it, and this is what happens by when.
    Receipt,
    /// To whoever booked a room: which one, when, how to cancel it, and a file for the calendar.
    Booking,
    /// To the house: there is a new referral.
    Notice,
}

impl MailKind {
    /// Every kind.
    pub const ALL: [Self; 3] = [Self::Receipt, Self::Booking, Self::Notice];

    /// Its name in the store and, with `.txt`, of its text in `content/<house>/mail/`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Receipt => "ontvangstbevestiging",
            Self::Booking => "kamer-gereserveerd",
            Self::Notice => "nieuwe-aanmelding",
        }
    }

    /// The kind with this name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }
}

/// What a mail may tell. Dates are Dutch text already: `vrijdag 27 november 2026`.
#[derive(Clone, Default, Serialize, Deserialize)]
pub struct Facts {
    /// Number of what was sent.
    pub reference: String,
    /// What it is called: "aanmelding".
    #[serde(default)]
    pub noun: String,
    /// To whom it went, by its public name.
    pub route: String,
    /// Date and time of receipt.
    pub received: String,
    /// What the house promises, a sentence each.
    #[serde(default)]
    pub promises: Vec<String>,
    /// The link that shows that the mailbox is the sender's.
    #[serde(default)]
    pub confirm: String,
    /// Full name of the house.
    pub house: String,
    /// Phone number of the house.
    pub phone: String,
    /// What was booked, where that is so.
    #[serde(default)]
    pub booked: Option<Booked>,
}

/// A room that was booked.
#[derive(Clone, Default, Serialize, Deserialize)]
pub struct Booked {
    /// Name of the room.
    pub room: String,
    /// "dinsdag 1 december 2026".
    pub day: String,
    /// "van 9.00 tot 10.30 uur".
    pub time: String,
    /// When it begins.
    pub starts: DateTime<Utc>,
    /// When it ends.
    pub ends: DateTime<Utc>,
    /// When it was booked.
    pub at: DateTime<Utc>,
    /// The link that cancels it.
    pub cancel: String,
}

impl Facts {
    /// Every value, to look at before it goes into a mail.
    pub fn values(&self) -> impl Iterator<Item = &str> {
        let Self { reference, noun, route, received, promises, confirm, house, phone, booked } = self;
        let booked = booked.iter().flat_map(|Booked { room, day, time, cancel, .. }| [room, day, time, cancel]);
        let all = [reference, noun, route, received, confirm, house, phone].into_iter().chain(promises).chain(booked);
        all.map(String::as_str)
    }
}
