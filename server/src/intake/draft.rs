//! A half-filled form, opened in memory for one request.

use std::collections::BTreeMap;

use app::wizard::frame::{Filling, Remark};
use chrono::{DateTime, Utc};
use domain::answers::Answers;
use domain::form::Form;
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use super::cookie;
use crate::front::Front;
use crate::hex;
use crate::http::Fault;
use crate::seal::draft::DraftSecret;
use crate::seal::{Header, Kind};
use crate::store::{INVENTED, NewDraft, SaveOutcome};

/// A draft and the secret that opens it.
pub struct Draft {
    /// Opens it.
    pub secret: DraftSecret,
    /// The form it is of.
    pub form: &'static Form,
    /// What was typed, and where it last changed.
    pub body: Body,
    /// Counts saves.
    pub version: i64,
    /// When it goes if nobody saves it again.
    pub expires_at: DateTime<Utc>,
}

/// What lies sealed in the store.
#[derive(Default, Serialize, Deserialize)]
pub struct Body {
    /// What was typed, nonsense included.
    pub answers: Answers,
    /// How it came to be; until the person went on, every page tells when that was not their choice.
    #[serde(default)]
    pub begun: Begun,
    /// The link of the invitation that it answers, for a contribution.
    #[serde(default)]
    pub invitation: Option<String>,
    /// Version of the form with which it began; 0 in drafts from before this was kept here.
    #[serde(default)]
    pub form_version: u16,
    /// Page → version of the draft in which it last changed: tells whether another tab changed the same page.
    changed: BTreeMap<String, i64>,
}

/// How a draft came to be.
#[derive(Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Begun {
    /// The person pressed the button.
    #[default]
    ByChoice,
    /// An earlier one was gone when something was saved in it.
    Anew,
}

/// What became of a save.
pub enum Saved {
    /// It is on disk.
    Yes,
    /// Another tab saved in between: open it again and lay the change over it.
    Overtaken,
    /// It was sent, thrown away or expired.
    Gone,
}

impl Draft {
    /// Opens the draft of this secret. `None`: there is none (any more).
    pub async fn open(front: &Front, form: &'static Form, secret: &DraftSecret) -> Result<Option<Self>, Fault> {
        let services = &front.services;
        let Some(kept) = services.store.drafts().find(secret.lookup().hash(), front.now()).await? else {
            return Ok(None);
        };
        if kept.house != front.house() || kept.form != form.slug {
            return Ok(None);
        }
        let body = secret.open(&header(front, form), &kept.body)?;
        let mut body: Body = serde_json::from_slice(&body)?;
        if body.form_version == 0 {
            body.form_version = kept.form_version.parse().unwrap_or(form.version);
        }
        Ok(Some(Self { secret: secret.clone(), form, body, version: kept.version, expires_at: kept.expires_at }))
    }

    /// Begins a draft with these answers.
    pub async fn begin(front: &Front, form: &'static Form, answers: Answers, begun: Begun) -> Result<Self, Fault> {
        let services = &front.services;
        let now = front.now();
        let secret = DraftSecret::generate(&*services.random)?;
        let draft = Self {
            form,
            body: Body { answers, begun, form_version: form.version, ..Body::default() },
            version: 1,
            expires_at: now + services.config.draft_lifetime,
            secret,
        };
        let sealed = NewDraft {
            lookup: draft.secret.lookup().hash(),
            house: front.house().to_owned(),
            form: form.slug.to_owned(),
            form_version: form.version.to_string(),
            body: draft.sealed(front)?,
            expires_at: draft.expires_at,
        };
        services.store.drafts().create(sealed, now).await?;
        Ok(draft)
    }

    /// Writes this page's change; call [`Draft::save`] after it.
    pub fn change(&mut self, page: &str, change: impl FnOnce(&mut Answers)) {
        change(&mut self.body.answers);
        self.body.changed.insert(page.to_owned(), self.version + 1);
    }

    /// Whether this page changed after the version that someone looked at.
    pub fn changed_since(&self, page: &str, seen: i64) -> bool {
        self.body.changed.get(page).is_some_and(|version| *version > seen)
    }

    /// Saves, unless someone else saved since it was opened.
    pub async fn save(&mut self, front: &Front) -> Result<Saved, Fault> {
        let services = &front.services;
        let now = front.now();
        let expires_at = now + services.config.draft_lifetime;
        let lookup = self.secret.lookup().hash();
        let edition = self.body.form_version.to_string();
        let sealed = self.sealed(front)?;
        Ok(match services.store.drafts().save(lookup, self.version, edition, sealed, now, expires_at).await? {
            SaveOutcome::Saved(version) => {
                self.version = version;
                self.expires_at = expires_at;
                Saved::Yes
            }
            SaveOutcome::Conflict { .. } => Saved::Overtaken,
            SaveOutcome::Gone => Saved::Gone,
        })
    }

    /// The copy that its sender may print after sending: gone after as many hours as the browser holds its secret.
    pub fn copy(&self, front: &Front) -> Result<NewDraft, Fault> {
        let secret = self.secret.copy();
        let body = Zeroizing::new(serde_json::to_vec(&self.body)?);
        Ok(NewDraft {
            lookup: secret.lookup().hash(),
            house: front.house().to_owned(),
            form: self.form.slug.to_owned(),
            form_version: self.body.form_version.to_string(),
            body: secret.seal(&header(front, self.form), &body, &*front.services.random)?,
            expires_at: front.now() + cookie::LIFETIME,
        })
    }

    /// Destroys it.
    pub async fn discard(&self, front: &Front) -> Result<(), Fault> {
        front.services.store.drafts().delete(self.secret.lookup().hash()).await?;
        Ok(())
    }

    /// The draft as a page shows it.
    pub fn filling(&self, front: &Front) -> Filling {
        let mut filling = filling(front, self.form, self.body.answers.clone(), self.version, self.expires_at);
        filling.began_with = self.body.form_version;
        filling.remark = (self.body.begun == Begun::Anew).then_some(Remark::Anew);
        filling
    }

    fn sealed(&self, front: &Front) -> Result<Vec<u8>, Fault> {
        let body = Zeroizing::new(serde_json::to_vec(&self.body)?);
        Ok(self.secret.seal(&header(front, self.form), &body, &*front.services.random)?)
    }
}

/// A form as a page shows it before there is a draft, with what a link to it proposes.
pub fn blank(front: &Front, form: &'static Form, proposed: Answers) -> Filling {
    filling(front, form, proposed, 0, front.now() + front.services.config.draft_lifetime)
}

fn filling(front: &Front, form: &'static Form, answers: Answers, version: i64, expires_at: DateTime<Utc>) -> Filling {
    let (context, house) = (front.context(), front.content.house.clone());
    Filling::new(form, answers, context, house, version, front.written(expires_at))
}

fn header(front: &Front, form: &Form) -> Header {
    Header::new(front.house(), Kind::Draft, form.slug)
}

/// One draft is sent at most once: its submission key comes from its secret, not from a page.
pub fn submission_key(secret: &DraftSecret) -> String {
    hex::encode(&secret.content_hash(b"submission"))
}

/// The submission key of what nobody sent: it begins so that the store can tell.
pub fn invented_key(secret: &DraftSecret) -> String {
    [INVENTED, &submission_key(secret)].concat()
}
