//! The addresses of the site, as a type. Links are built from it, never formatted by hand; the router parses the same words.

use std::fmt;

use domain::answers::RowKey;

/// An address within a wizard.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Wizard<'a> {
    /// What you need, who may refer; the button that starts a draft.
    Start,
    /// The whole form with reasons, for reading before you start.
    Questions,
    /// One step.
    Step(&'a str),
    /// One row of a group in a step.
    Row(&'a str, &'a str, RowKey),
    /// The question whether a row may go.
    RemoveRow(&'a str, &'a str, RowKey),
    /// All answers, before sending.
    Check,
    /// The code with which to go on later.
    Code,
    /// The question whether the draft may go.
    Discard,
    /// The confirmation of a referral.
    Sent(&'a str),
    /// Which fields apply, as a stylesheet.
    Style,
}

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
    /// Removing a row.
    pub const REMOVE: &str = "verwijderen";
    /// The stylesheet of the conditions.
    pub const STYLE: &str = "voorwaarden.css";
    /// Going on with a draft.
    pub const RESUME: &str = "verder";
}

impl Wizard<'_> {
    /// The address in the wizard of the form with this slug.
    pub fn of(self, form: &str) -> String {
        let root = format!("/{}/{form}", word::WIZARDS);
        match self {
            Self::Start => root,
            Self::Questions => format!("{root}/{}", word::QUESTIONS),
            Self::Step(step) => format!("{root}/{step}"),
            Self::Row(step, group, key) => format!("{root}/{step}/{group}/{key}"),
            Self::RemoveRow(step, group, key) => format!("{root}/{step}/{group}/{key}/{}", word::REMOVE),
            Self::Check => format!("{root}/{}", word::CHECK),
            Self::Code => format!("{root}/{}", word::CODE),
            Self::Discard => format!("{root}/{}", word::DISCARD),
            Self::Sent(reference) => format!("{root}/{}/{reference}", word::SENT),
            Self::Style => format!("{root}/{}", word::STYLE),
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

/// What a wizard's form posts beside the answers. None of these is the name of an answer: they begin with an underscore.
pub mod posted {
    /// Which button was pressed; see `action`.
    pub const ACTION: &str = "_actie";
    /// The version of the draft the page was made from.
    pub const VERSION: &str = "_versie";
    /// A code typed on the resume page.
    pub const CODE: &str = "_code";
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
