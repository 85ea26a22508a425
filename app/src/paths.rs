//! The addresses of the site, as a type. Links are built from it, never formatted by hand; the router parses the same words.

mod desk;
mod wizard;

use std::fmt;

pub use desk::{Desk, filter};
pub use wizard::Wizard;

/// Words of the addresses.
pub mod word {
    /// All wizards live under this word.
    pub const WIZARDS: &str = "aanmelden";
    /// The whole form.
    pub const QUESTIONS: &str = "vragen";
    /// The check page.
    pub const CHECK: &str = "controle";
    /// The code page.
    pub const CODE: &str = "bewaren";
    /// Throwing the draft away.
    pub const DISCARD: &str = "weggooien";
    /// The confirmation.
    pub const SENT: &str = "verzonden";
    /// A copy of what was sent.
    pub const COPY: &str = "afschrift";
    /// The same as PDF.
    pub const COPY_PDF: &str = "afschrift.pdf";
    /// Following what was sent.
    pub const FOLLOW: &str = "volgen";
    /// Confirming a mailbox.
    pub const CONFIRM: &str = "bevestigen";
    /// Cancelling a booking.
    pub const CANCEL: &str = "afzeggen";
    /// Contributing by invitation.
    pub const CONTRIBUTE: &str = "bijdragen";
    /// Removing a row.
    pub const REMOVE: &str = "verwijderen";
    /// The stylesheet of the conditions.
    pub const STYLE: &str = "voorwaarden.css";
    /// Going on with a draft.
    pub const RESUME: &str = "verder";
    /// The desk: everything for the people of the house is under this word.
    pub const DESK: &str = "balie";
}

/// What a professional keeps of themselves on this device.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Own<'a> {
    /// Keeping it, from the confirmation of the form with this slug.
    Keep(&'a str),
    /// Filling it in, in the form with this slug.
    Fill(&'a str),
    /// Forgetting it.
    Forget,
}

impl fmt::Display for Own<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Keep(form) => write!(f, "/eigen-gegevens/bewaren/{form}"),
            Self::Fill(form) => write!(f, "/eigen-gegevens/invullen/{form}"),
            Self::Forget => write!(f, "/eigen-gegevens/vergeten"),
        }
    }
}

/// The page where a code is typed to go on with a draft.
pub struct Resume;

impl fmt::Display for Resume {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "/{}", word::RESUME)
    }
}

/// Following what was sent, with the code of its sender.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Follow {
    /// Where reference and code are typed, and what they open.
    Here,
    /// Answering what the house asked back.
    Reply,
    /// Adding something.
    Add,
    /// Asking a colleague of another organisation.
    Invite,
    /// The question whether it may be taken back.
    Withdraw,
    /// Ready: this browser forgets the code.
    Leave,
}

impl fmt::Display for Follow {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let below = match self {
            Self::Here => "",
            Self::Reply => "/antwoorden",
            Self::Add => "/toevoegen",
            Self::Invite => "/uitnodigen",
            Self::Withdraw => "/intrekken",
            Self::Leave => "/klaar",
        };
        write!(f, "/{}{below}", word::FOLLOW)
    }
}

/// The link by which a colleague of another organisation contributes.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Contribute<'a>(pub &'a str);

impl fmt::Display for Contribute<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "/{}/{}", word::CONTRIBUTE, self.0)
    }
}

/// Showing that a mailbox is one's own, with the code that was mailed to it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Confirm<'a> {
    /// Where the code is typed.
    Ask,
    /// The link in the mail.
    With(&'a str),
}

impl fmt::Display for Confirm<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Ask => write!(f, "/{}", word::CONFIRM),
            Self::With(code) => write!(f, "/{}/{code}", word::CONFIRM),
        }
    }
}

/// Cancelling a booking, with the code in the link that was mailed.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Cancel<'a>(pub &'a str);

impl fmt::Display for Cancel<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "/{}/{}", word::CANCEL, self.0)
    }
}

/// Leaving the list of the newsletter, by the link in each of its mails.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Unsubscribe<'a>(pub &'a str);

impl Unsubscribe<'_> {
    /// What all these links begin with.
    pub const ROOT: &'static str = "/nieuwsbrief/afmelden/";
}

impl fmt::Display for Unsubscribe<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", Self::ROOT, self.0)
    }
}

/// What machines ask for, at addresses that are the same on every site.
pub mod machine {
    /// All pages that a search engine may show.
    pub const SITEMAP: &str = "/sitemap.xml";
    /// What search engines leave alone.
    pub const ROBOTS: &str = "/robots.txt";
    /// Whom to tell about a hole in the security.
    pub const SECURITY: &str = "/.well-known/security.txt";
    /// The icon, in its old place.
    pub const FAVICON: &str = "/favicon.ico";
}

/// What a form posts beside the answers. None of these is the name of an answer: nearly all begin with an underscore.
pub mod posted {
    /// Which button was pressed; see `action`.
    pub const ACTION: &str = "_actie";
    /// The version of the draft the page was made from.
    pub const VERSION: &str = "_versie";
    /// A code typed on the resume page.
    pub const CODE: &str = "_code";
    /// A reference typed on the follow page.
    pub const REFERENCE: &str = "_referentie";
    /// The mailbox of a colleague who is asked, or who answers.
    pub const MAILBOX: &str = "_adres";
    /// What a follower adds.
    pub const TEXT: &str = "_tekst";
    /// At the desk: who handles it from now on.
    pub const ASSIGNEE: &str = "_wie";
    /// At the desk: a question that is asked back, by the name of its field. No field is called so.
    pub const QUESTION: &str = "veld";
}

/// The values of the buttons.
pub mod action {
    /// Check this step and go on.
    pub const NEXT: &str = "volgende";
    /// Save and go back.
    pub const PREVIOUS: &str = "vorige";
    /// Save and show the code.
    pub const LATER: &str = "later";
    /// Save in the background.
    pub const SAVE: &str = "bewaar";
    /// Save and open a new row of the step's group; followed by `:` and the slug of the group.
    pub const ADD: &str = "toevoegen";
    /// Take this room at this time instead; followed by `:` and the stay.
    pub const CHOOSE: &str = "kies";
    /// At the desk: show the answer as its receiver will see it.
    pub const LOOK: &str = "bekijk";
    /// Two versions: keep what was typed here.
    pub const KEEP_MINE: &str = "houd-deze";
    /// Two versions: keep what was stored.
    pub const KEEP_THEIRS: &str = "houd-opgeslagen";
}

/// The header in which a save in the background gets the new version of the draft.
pub const VERSION_HEADER: &str = "x-versie";

/// `person.birth_date` → `person-birth_date`: the id of the first control of a field, to which the error summary links.
pub fn field_id(name: &str) -> String {
    name.replace('.', "-")
}
