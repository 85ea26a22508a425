//! What someone at the desk wrote: sealed to the house and to recovery, never to the sender. What the sender may read of it is a
//! message of its own (`follow::message`).

use app::desk::file;
use domain::answers::Answers;
use domain::summary::Section;
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use super::deed::Author;
use crate::front::Front;
use crate::http::Fault;
use crate::seal::keys::PublicKeys;
use crate::seal::member::Keyring;
use crate::seal::{Header, Kind, envelope};
use crate::store::Happened;

/// What someone wrote, as it is read back.
#[derive(Deserialize)]
pub(super) struct Record {
    /// Who.
    pub(super) member: String,
    /// Their name then.
    pub(super) name: String,
    /// For whom they worked then.
    pub(super) organisation: String,
    /// The slug of the form of the act.
    pub(super) act: String,
    /// What was accepted.
    pub(super) answers: Answers,
    /// Questions and answers as they were shown.
    pub(super) shown: Vec<file::Section>,
}

/// What someone did: which act in which version, what was accepted, and questions and answers as they were shown.
pub(super) struct Done<'a> {
    pub(super) act: &'a str,
    pub(super) version: u16,
    pub(super) accepted: &'a Answers,
    pub(super) shown: &'a [Section],
}

/// The same, as it is written.
#[derive(Serialize)]
struct Written<'a> {
    member: String,
    name: &'a str,
    organisation: &'a str,
    act: &'a str,
    version: u16,
    answers: &'a Answers,
    shown: &'a [Section],
}

impl Record {
    /// Seals what someone wrote, as the happening with this number.
    pub(super) fn seal(
        front: &Front,
        keys: &PublicKeys,
        by: Author<'_>,
        done: &Done<'_>,
        of: (&str, &str),
    ) -> Result<Vec<u8>, Fault> {
        let Done { act, version, accepted, shown } = *done;
        let written = Written {
            member: by.member.to_string(),
            name: &by.profile.name,
            organisation: &by.profile.organisation,
            act,
            version,
            answers: accepted,
            shown,
        };
        let body = Zeroizing::new(serde_json::to_vec(&written)?);
        let header = header(front.house(), of.0, of.1);
        Ok(envelope::seal(keys, &header, &body, &*front.services.random)?)
    }

    /// Opens what was written with this happening; none where nothing was.
    pub(super) fn open(
        front: &Front,
        keyring: &Keyring,
        reference: &str,
        happened: &Happened,
    ) -> Result<Option<Self>, Fault> {
        let Some(sealed) = &happened.record else { return Ok(None) };
        let opened = keyring.open(&header(front.house(), reference, &happened.id), sealed)?;
        Ok(Some(serde_json::from_slice(&opened.body)?))
    }

    /// "Noor Voorbeeld, Zorg- en Veiligheidshuis".
    pub(super) fn by(&self) -> String {
        [self.name.as_str(), self.organisation.as_str()].join(", ")
    }
}

/// Bound to its happening, apart from the message that its sender may read.
fn header(house: &str, reference: &str, id: &str) -> Header {
    Header::new(house, Kind::Message, &format!("{reference}/{id}/balie"))
}
