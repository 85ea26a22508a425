//! What a request may use: settings, store, keys, time, chance, mail. Made once at the start, cheap to clone.

use std::sync::Arc;

use crate::clock::Clock;
use crate::config::Config;
use crate::jobs::Bell;
use crate::mail::{Facts, MailKind};
use crate::outbox::{MailError, seal_mail};
use crate::random::Random;
use crate::seal::keys::PublicKeys;
use crate::seal::mail_key::MailKey;
use crate::store::{NewMail, Store};

/// What a request may use.
#[derive(Clone)]
pub struct Services {
    /// The settings.
    pub config: Arc<Config>,
    /// What is kept.
    pub store: Store,
    /// Seal referrals. No key that opens one is in this process.
    pub keys: Arc<PublicKeys>,
    /// Seals addresses in the outbox.
    pub mail_key: Arc<MailKey>,
    /// Tells the time.
    pub clock: Arc<dyn Clock>,
    /// Gives randomness.
    pub random: Arc<dyn Random>,
    /// Rings when a mail was written.
    pub bell: Bell,
}

impl Services {
    /// A mail for [`crate::store::Submission::mails`]. Ring [`Services::bell`] once the submission is accepted.
    pub fn mail(&self, kind: MailKind, to: &str, facts: &Facts) -> Result<NewMail, MailError> {
        seal_mail(&self.mail_key, &self.config.house, self.config.public_host(), kind, to, facts, &*self.random)
    }
}
