//! A case: what was sent and all that happened since, opened for one request.

mod page;
mod possible;
mod shield;
mod step;
mod told;

use app::desk::act::Meanwhile;
use app::desk::file::Section;
use app::desk::referral::Entry;
use app::paths::Desk;
use chrono::{DateTime, NaiveDate, Utc};
use domain::answers::Answers;
use domain::desk::act::{self, Act};
use domain::desk::acts::calling;
use domain::desk::acts::consulting::ACT as CONSULT;
use domain::desk::role::Right;
use domain::form::{Effect, Form};
use domain::forms;
use domain::referral::Happening;
use serde::Deserialize;

use self::shield::{Shield, consulted, shut};
use super::AtDesk;
use super::record::Record;
use crate::audit::{Event, Page};
use crate::clock::today;
use crate::follow::Message;
use crate::follow::message::AskedAgain;
use crate::front::Front;
use crate::http::Fault;
use crate::intake::moment;
use crate::seal::{Header, Kind};
use crate::store::{Happened, Known, Referral};

pub(super) use page::{DONE, done, show, view};
pub(super) use step::Step;

/// A case, opened.
pub(super) struct Case {
    /// What was sent, sealed as it is.
    pub(super) referral: Referral,
    /// By which form.
    pub(super) form: &'static Form,
    /// What is known of it without opening it.
    pub(super) known: Known,
    /// What was sent, opened.
    pub(super) content: Content,
    /// What colleagues of other organisations contributed, opened, the oldest first.
    contributions: Vec<Entry>,
    /// All that happened, the oldest first.
    pub(super) happened: Vec<Step>,
    /// Until when what is shielded is open to who is there, because they said why.
    open_until: Option<DateTime<Utc>>,
}

/// What was sent.
#[derive(Default, Deserialize)]
pub(super) struct Content {
    /// The accepted answers.
    pub(super) answers: Answers,
    /// Questions and answers as they were shown.
    pub(super) shown: Vec<Section>,
}

impl Case {
    /// Opens the case with this reference, which the audit trail tells. Who may not read it hears that there is none; who did not say
    /// why they open what is shielded goes there first.
    pub(super) async fn open(front: &Front, desk: &AtDesk, reference: &str) -> Result<Self, Fault> {
        Self::behind(front, desk, reference, Shield::Up).await
    }

    /// The same for who does this act: what is shielded stays shut while they say why.
    pub(super) async fn open_for(front: &Front, desk: &AtDesk, reference: &str, act: &str) -> Result<Self, Fault> {
        let shield = if act == CONSULT.form.slug { Shield::BeingAsked } else { Shield::Up };
        Self::behind(front, desk, reference, shield).await
    }

    async fn behind(front: &Front, desk: &AtDesk, reference: &str, shield: Shield) -> Result<Self, Fault> {
        let store = &front.services.store;
        let referral = store.referrals().find(reference).await?.ok_or(Fault::NotFound)?;
        let known = store.queue().one(front.house(), reference, desk.member.id).await?.ok_or(Fault::NotFound)?;
        let form = forms::find(&referral.summary.form).ok_or(Fault::NotFound)?;
        let reader = desk.with(front, Right::Open, form.regime, reference).await?;
        // A contribution is read with the case to which it belongs, and shielded with it.
        if let Some(parent) = &referral.parent {
            return Err(Fault::Elsewhere(Desk::Referral(parent).to_string()));
        }
        let happened = store.timeline().of(reference).await?;
        let is_shielded = referral.summary.status.is_shielded();
        let open_until = if is_shielded { consulted(front, desk, reference, &happened)? } else { None };
        if is_shielded && open_until.is_none() {
            desk.with(front, CONSULT.right, form.regime, reference).await?;
            return match shield {
                Shield::Up => Err(Fault::Elsewhere(Desk::Act(reference, CONSULT.form.slug).to_string())),
                Shield::BeingAsked => {
                    let (content, happened) = (Content::default(), shut(happened));
                    Ok(Self { referral, form, known, content, contributions: Vec::new(), happened, open_until })
                }
            };
        }
        // Before anything is opened: nothing is seen that was not written down (WGS art. 1.8 lid 4).
        let viewed = Event::Viewed { what: Page::Referral, object: reference.to_owned() };
        store.audit().append(reader.entry(front.now(), viewed)).await?;
        let content = content(front, desk, &referral)?;
        let contributions = contributions(front, desk, reference).await?;
        let opened = |happened: Happened| {
            let message = Message::open(front, &desk.keyring, reference, &happened)?;
            let record = Record::open(front, &desk.keyring, reference, &happened)?;
            Ok(Step { happened, message, record })
        };
        let happened = happened.into_iter().map(opened).collect::<Result<_, Fault>>()?;
        Ok(Self { referral, form, known, content, contributions, happened, open_until })
    }

    pub(super) fn reference(&self) -> &str {
        &self.referral.summary.reference
    }

    /// The act with this slug, where it is for this kind of case.
    pub(super) fn act(&self, slug: &str) -> Option<&'static Act> {
        act::ALL.iter().find(|act| act.form.slug == slug && (act.fits)(self.form))
    }

    /// What happened, and on which day in the Netherlands.
    fn days(&self) -> Vec<(Happening, NaiveDate)> {
        self.happened.iter().map(|step| (step.happened.what, today(step.happened.at))).collect()
    }

    /// How many things happened that count for whoever writes about it: what a page was made from.
    pub(super) fn version(&self) -> i64 {
        i64::try_from(self.overtaking().count()).unwrap_or(i64::MAX)
    }

    fn overtaking(&self) -> impl Iterator<Item = &Step> {
        self.happened.iter().filter(|step| step.happened.what.overtakes())
    }

    /// What happened since a page was made.
    pub(super) fn since(&self, version: i64) -> Vec<Meanwhile> {
        let seen = usize::try_from(version).unwrap_or(0);
        let later = self.overtaking().skip(seen);
        later
            .map(|step| Meanwhile {
                what: step.happened.what.desk_text().to_owned(),
                by: step.by(),
                at: moment(step.happened.at),
            })
            .collect()
    }

    pub(super) fn written(&self, what: Happening) -> impl Iterator<Item = &Record> {
        self.happened.iter().filter(move |step| step.happened.what == what).filter_map(|step| step.record.as_ref())
    }

    /// With whom somebody of the house last spoke; empty where nobody did, or not since something was decided: who spoke before that heard
    /// no answer.
    pub(super) fn spoken_with(&self) -> String {
        // A decision names nobody.
        let is_last = |step: &&Step| matches!(step.happened.what, Happening::Contacted | Happening::Decided);
        let last = self.happened.iter().rfind(is_last).and_then(|step| step.record.as_ref());
        last.map(|record| record.answers.get(calling::WITH).to_owned()).unwrap_or_default()
    }

    pub(super) fn asked_again(&self, name: &str) -> AskedAgain {
        let lines = self.content.shown.iter().flat_map(|section| &section.blocks).flat_map(|block| &block.lines);
        let label = lines.filter(|line| line.name == name).map(|line| line.label.clone()).next();
        AskedAgain {
            name: name.to_owned(),
            label: label.unwrap_or_default(),
            value: self.content.answers.get(name).to_owned(),
        }
    }
}

fn content(front: &Front, desk: &AtDesk, referral: &Referral) -> Result<Content, Fault> {
    let header = Header::new(front.house(), Kind::Referral, &referral.summary.reference);
    let opened = desk.keyring.open(&header, &referral.envelope)?;
    Ok(serde_json::from_slice(&opened.body)?)
}

async fn contributions(front: &Front, desk: &AtDesk, reference: &str) -> Result<Vec<Entry>, Fault> {
    let mut entries = Vec::new();
    for referral in front.services.store.referrals().contributions(reference).await? {
        let content = content(front, desk, &referral)?;
        let by = forms::find(&referral.summary.form).and_then(|form| match form.effect {
            Effect::Contributes(who) => {
                let names = [who.name].into_iter().chain(who.organisation.iter().copied());
                Some(
                    names
                        .map(|name| content.answers.get(name))
                        .filter(|text| !text.is_empty())
                        .collect::<Vec<_>>()
                        .join(", "),
                )
            }
            _ => None,
        });
        entries.push(Entry {
            by: by.unwrap_or_default(),
            at: moment(referral.summary.received_at),
            headline: String::new(),
            sections: content.shown,
        });
    }
    Ok(entries)
}
