//! Mail: which mails there are.

/// Which mail.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MailKind {
    /// To the referrer: we have it, and this is what happens by when.
    Receipt,
    /// To the house: there is a new referral.
    Notice,
}

impl MailKind {
    /// Every kind.
    pub const ALL: [Self; 2] = [Self::Receipt, Self::Notice];

    /// Its name in the store and, with `.txt`, of its text in `content/<house>/mail/`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Receipt => "ontvangstbevestiging",
            Self::Notice => "nieuwe-aanmelding",
        }
    }

    /// The kind with this name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }
}
