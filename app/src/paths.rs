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
    /// The confirmation of what was sent, by its reference.
    Sent(&'a str),
    /// The confirmation of what nobody follows: the same for everyone.
    Mailed,
    /// What was sent, for its sender: as a page to print.
    Copy(&'a str),
    /// The same as PDF.
    CopyPdf(&'a str),
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
            Self::Mailed => format!("{root}/{}", word::SENT),
            Self::Copy(reference) => format!("{root}/{}/{reference}/{}", word::SENT, word::COPY),
            Self::CopyPdf(reference) => format!("{root}/{}/{reference}/{}", word::SENT, word::COPY_PDF),
            Self::Style => format!("{root}/{}", word::STYLE),
        }
    }
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

/// The desk, where the people of the house work.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Desk<'a> {
    /// The work list; [`filter`] names what its query may hold.
    Queue,
    /// Signing in.
    SignIn,
    /// Asking what to let the passkey sign: a post of the script.
    SignInAsk,
    /// The printed code, for a passkey that has no secret of its own: a post.
    SignInCode,
    /// Giving the passkey again, for what asks it.
    SignInAgain,
    /// Signing out: a post.
    SignOut,
    /// Staying signed in a while longer: a post.
    Stay,
    /// What was sent with this reference, with all that was done.
    Referral(&'a str),
    /// One act on it, by the slug of the act.
    Act(&'a str, &'a str),
    /// The copy that goes with a hand-over, by the number of that.
    Copy(&'a str, &'a str),
    /// Who handles it: a post.
    Assign(&'a str),
    /// Which questions of an act apply, as a stylesheet; nothing in it is about anyone.
    Style(&'a str),
    /// Who works here, and in which roles.
    Staff,
    /// The keys of the house and of its people.
    Keys,
    /// Who did what.
    Trail,
    /// The same as a table for a spreadsheet.
    TrailExport,
    /// How long what is kept, and what was destroyed.
    Keeping,
    /// That what had this reference was destroyed.
    Certificate(&'a str),
    /// One's own sessions.
    Sessions,
    /// The single keys, and turning them off.
    Shortcuts,
    /// One's own passkeys.
    Passkeys,
    /// Asking how to make another: a post of the script.
    PasskeysAsk,
    /// Who can open what was sent: giving a colleague a copy of the house's key, or getting one by a printed code.
    Access,
    /// The link by which a new colleague makes a passkey.
    Invitation(&'a str),
    /// Asking how to make that passkey: a post of the script.
    InvitationAsk(&'a str),
    /// The passkey that was made: a post.
    InvitationPasskey(&'a str),
    /// One colleague: roles, dates, leaving.
    Colleague(&'a str),
    /// The rooms, with who booked them.
    Rooms,
    /// The list of the newsletter.
    Newsletter,
    /// The addresses on it, as a file: a post.
    NewsletterList,
}

impl fmt::Display for Desk<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let root = word::DESK;
        match self {
            Self::Queue => write!(f, "/{root}"),
            Self::SignIn => write!(f, "/{root}/inloggen"),
            Self::SignInAsk => write!(f, "/{root}/inloggen/vraag"),
            Self::SignInCode => write!(f, "/{root}/inloggen/code"),
            Self::SignInAgain => write!(f, "/{root}/inloggen/opnieuw"),
            Self::SignOut => write!(f, "/{root}/uitloggen"),
            Self::Stay => write!(f, "/{root}/blijven"),
            Self::Referral(reference) => write!(f, "/{root}/{reference}"),
            Self::Act(reference, act) => write!(f, "/{root}/{reference}/{act}"),
            Self::Copy(reference, id) => write!(f, "/{root}/{reference}/overdracht/{id}"),
            Self::Assign(reference) => write!(f, "/{root}/{reference}/toewijzen"),
            Self::Style(act) => write!(f, "/{root}/voorwaarden/{act}.css"),
            Self::Staff => write!(f, "/{root}/medewerkers"),
            Self::Keys => write!(f, "/{root}/sleutels"),
            Self::Trail => write!(f, "/{root}/logboek"),
            Self::TrailExport => write!(f, "/{root}/logboek/logboek.csv"),
            Self::Keeping => write!(f, "/{root}/bewaren"),
            Self::Certificate(reference) => write!(f, "/{root}/bewaren/{reference}"),
            Self::Sessions => write!(f, "/{root}/sessies"),
            Self::Shortcuts => write!(f, "/{root}/sneltoetsen"),
            Self::Passkeys => write!(f, "/{root}/passkeys"),
            Self::PasskeysAsk => write!(f, "/{root}/passkeys/vraag"),
            Self::Access => write!(f, "/{root}/toegang"),
            Self::Invitation(code) => write!(f, "/{root}/uitnodiging/{code}"),
            Self::InvitationAsk(code) => write!(f, "/{root}/uitnodiging/{code}/vraag"),
            Self::InvitationPasskey(code) => write!(f, "/{root}/uitnodiging/{code}/passkey"),
            Self::Colleague(id) => write!(f, "/{root}/medewerkers/{id}"),
            Self::Rooms => write!(f, "/{root}/kamers"),
            Self::Newsletter => write!(f, "/{root}/nieuwsbrief"),
            Self::NewsletterList => write!(f, "/{root}/nieuwsbrief/lijst"),
        }
    }
}

impl Desk<'_> {
    /// Whether a path is one of the desk.
    pub fn holds(path: &str) -> bool {
        let rest = path.strip_prefix('/').and_then(|path| path.strip_prefix(word::DESK));
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    }

    /// This address, leading back to another of the desk afterwards.
    pub fn leading_back(&self, path: &str) -> String {
        let path = path.replace('%', "%25").replace('&', "%26").replace('#', "%23").replace('+', "%2B");
        format!("{self}?{}={path}", filter::BACK)
    }
}

/// What the query of the work list may hold: `/balie?status=received&van=mij`.
pub mod filter {
    /// The slug of a form.
    pub const ROUTE: &str = "route";
    /// The name of a status.
    pub const STATUS: &str = "status";
    /// The code of a municipality.
    pub const MUNICIPALITY: &str = "gemeente";
    /// The id of an organisation.
    pub const ORGANISATION: &str = "organisatie";
    /// Whose work: [`MINE`] or [`NOBODY`].
    pub const ASSIGNED: &str = "van";
    /// A reference, or part of one.
    pub const REFERENCE: &str = "referentie";
    /// Which page of the list, from 1.
    pub const PAGE: &str = "pagina";
    /// Where to go on after signing in: an address of the desk.
    pub const BACK: &str = "naar";
    /// One's own.
    pub const MINE: &str = "mij";
    /// What nobody handles yet.
    pub const NOBODY: &str = "niemand";
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
