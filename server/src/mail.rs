//! Mail: which mails there are, what they say and how they leave.
//!
//! A mail holds the house, a number, dates and perhaps a room, or an issue of the newsletter; never personal data: it crosses networks
//! that nobody here controls. The words
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
    /// To a sender: there is news about what was sent.
    News,
    /// To a colleague of another organisation: a referrer asks for a contribution.
    Invitation,
    /// To an address that somebody typed for the newsletter: is it yours, and do you want it?
    ConfirmSubscription,
    /// An issue of the newsletter.
    Newsletter,
    /// To a colleague at the desk: someone made a link by which you, or who poses as you, makes a new passkey.
    NewLink,
}

impl MailKind {
    /// Every kind.
    pub const ALL: [Self; 8] = [
        Self::Receipt,
        Self::Booking,
        Self::Notice,
        Self::News,
        Self::Invitation,
        Self::ConfirmSubscription,
        Self::Newsletter,
        Self::NewLink,
    ];

    /// Its name in the store and, with `.txt`, of its text in `content/<house>/mail/`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Receipt => "ontvangstbevestiging",
            Self::Booking => "kamer-gereserveerd",
            Self::Notice => "nieuwe-aanmelding",
            Self::News => "nieuws-over",
            Self::Invitation => "uitnodiging-bijdrage",
            Self::ConfirmSubscription => "nieuwsbrief-bevestigen",
            Self::Newsletter => "nieuwsbrief",
            Self::NewLink => "nieuwe-link",
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
    /// Where the reader goes on.
    #[serde(default)]
    pub link: String,
    /// Until which day the link works.
    #[serde(default)]
    pub until: String,
    /// Full name of the house.
    pub house: String,
    /// Phone number of the house.
    pub phone: String,
    /// What an issue of the newsletter is about.
    #[serde(default)]
    pub subject: String,
    /// An issue of the newsletter: lines of plain text.
    #[serde(default)]
    pub text: String,
    /// The link that takes its reader off the list.
    #[serde(default)]
    pub unsubscribe: String,
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
    /// Every value, to look at before it goes into a mail; of a text each line.
    pub fn values(&self) -> impl Iterator<Item = &str> {
        let Self { reference, noun, route, received, promises, confirm, link, until, house, phone, .. } = self;
        let Self { subject, text, unsubscribe, booked, .. } = self;
        let booked = booked.iter().flat_map(|Booked { room, day, time, cancel, .. }| [room, day, time, cancel]);
        [reference, noun, route, received, confirm, link, until, house, phone, subject, unsubscribe]
            .into_iter()
            .chain(promises)
            .chain(booked)
            .map(String::as_str)
            .chain(text.split('\n'))
    }
}
