//! What was said about something after it was sent: sealed to the house, to recovery and to its sender.

use domain::referral::Happening;
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use crate::front::Front;
use crate::hex;
use crate::http::Fault;
use crate::random;
use crate::seal::keys::{PrivateKey, PublicKey, PublicKeys, Role};
use crate::seal::member::Keyring;
use crate::seal::{Header, Kind, OpenError, SealError, envelope};
use crate::store::{Follower, Happened, NewHappening};

/// What was said.
#[derive(Default, Serialize, Deserialize)]
pub struct Message {
    /// The words.
    #[serde(default)]
    pub text: String,
    /// Who said it, where that is not the sender or the house.
    #[serde(default)]
    pub author: String,
    /// For which organisation.
    #[serde(default)]
    pub organisation: String,
    /// Which questions its sender is asked again.
    #[serde(default)]
    pub asks: Vec<AskedAgain>,
    /// What its sender answered to those, with the questions as they were shown.
    #[serde(default)]
    pub replies: Vec<Reply>,
}

/// A question that its sender is asked again.
#[derive(Clone, Serialize, Deserialize)]
pub struct AskedAgain {
    /// Full name of the field.
    pub name: String,
    /// The question as it was shown.
    pub label: String,
    /// What was answered before, as it was accepted.
    pub value: String,
}

/// What its sender answered to a question that was asked again.
#[derive(Clone, Serialize, Deserialize)]
pub struct Reply {
    /// Full name of the field.
    pub name: String,
    /// The question as it was shown.
    pub label: String,
    /// The answer in words.
    pub value: String,
}

impl Message {
    /// Words of the sender or the house.
    pub fn of(text: String) -> Self {
        Self { text, ..Self::default() }
    }

    /// "Kim Voorbeeld, woonconsulent".
    pub fn by(&self) -> Option<String> {
        let parts = [&self.author, &self.organisation].into_iter().filter(|part| !part.is_empty());
        let by = parts.map(String::as_str).collect::<Vec<_>>().join(", ");
        (!by.is_empty()).then_some(by)
    }

    /// All it says, in one text.
    pub fn whole(&self) -> String {
        let asks = self.asks.iter().map(|asked| asked.label.clone());
        let replies = self.replies.iter().map(|reply| format!("{}\n{}", reply.label, reply.value));
        let text = Some(self.text.clone()).filter(|text| !text.is_empty());
        text.into_iter().chain(asks).chain(replies).collect::<Vec<_>>().join("\n\n")
    }

    /// Opens one for the house; `None`: nothing was said.
    pub fn open(front: &Front, keyring: &Keyring, reference: &str, happened: &Happened) -> Result<Option<Self>, Fault> {
        let Some(envelope) = &happened.envelope else { return Ok(None) };
        let opened = keyring.open(&header(front.house(), reference, &happened.id), envelope)?;
        Ok(Some(serde_json::from_slice(&opened.body)?))
    }

    /// Seals it as something that happened now to what was sent under this reference.
    pub fn seal(&self, to: Sealing<'_>, reference: &str, what: Happening) -> Result<NewHappening, SealError> {
        let id = hex::encode(&random::bytes::<16>(to.random)?);
        let body = Zeroizing::new(serde_json::to_vec(self).map_err(|_| SealError::TooLong)?);
        let header = header(to.house, reference, &id);
        let follower = PublicKey { role: Role::Follower, epoch: 1, bytes: to.follower.key };
        let envelope = envelope::seal_shared(to.keys, &follower, &header, &body, to.random)?;
        Ok(NewHappening { envelope: Some(envelope), ..NewHappening::bare(id, what, to.at) })
    }

    /// Opens one for its sender. `None`: nothing was said.
    pub(super) fn read(front: &Front, key: &PrivateKey, reference: &str, happened: &Happened) -> Option<Self> {
        let envelope = happened.envelope.as_ref()?;
        let opened = envelope::open(key, &header(front.house(), reference, &happened.id), envelope);
        match opened {
            Ok(opened) => serde_json::from_slice(&opened.body).ok(),
            // What the house wrote for itself alone.
            Err(OpenError::OtherKey) => None,
            Err(error) => {
                tracing::error!(%error, reference, "a message does not open for its sender");
                None
            }
        }
    }
}

/// To whom a message is sealed, and with what.
#[derive(Clone, Copy)]
pub struct Sealing<'a> {
    /// Short name of the house.
    pub house: &'a str,
    /// The keys of the house.
    pub keys: &'a PublicKeys,
    /// The sender of what it is about.
    pub follower: &'a Follower,
    /// Gives randomness.
    pub random: &'a dyn random::Random,
    /// This moment.
    pub at: chrono::DateTime<chrono::Utc>,
}

/// Bound to what it is about and to its own number: it can't be moved to another timeline.
pub fn header(house: &str, reference: &str, id: &str) -> Header {
    Header::new(house, Kind::Message, &format!("{reference}/{id}"))
}
