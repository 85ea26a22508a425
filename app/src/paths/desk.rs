//! The addresses of the desk.

use std::fmt;

use super::word;

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
