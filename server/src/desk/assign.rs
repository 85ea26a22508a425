//! Giving a case to a colleague. It stands on the timeline, but costs nobody what they are writing meanwhile ([`Happening::overtakes`]).

use std::sync::Arc;

use app::desk::referral::{Assign, given};
use app::paths::{Desk, posted};
use axum::extract::State;
use axum::http::Uri;
use axum::response::Response;
use chrono::{DateTime, Utc};
use domain::answers::Answers;
use domain::desk::role::{Right, Role};
use domain::referral::Happening;

use super::AtDesk;
use super::case::{Case, DONE};
use super::deed::Author;
use super::present::Names;
use super::record::{Done, Record};
use crate::audit::{Actor, Entry, Event};
use crate::front::Front;
use crate::hex;
use crate::http::answer::see;
use crate::http::{Address, Fault, Post};
use crate::intake::answered;
use crate::random;
use crate::store::{Member, MemberId, NewHappening, Outcome};

/// What stands in the query after it, where else the act stands that was done.
pub(super) const ASSIGNED: &str = "toewijzen";

/// Those who may handle it.
pub(super) fn assign(front: &Front, desk: &AtDesk, names: &Names, case: &Case) -> Assign {
    let today = front.today();
    let can = |member: &Member| Role::any_may(&member.roles_on(today), Right::Handle, case.form.regime);
    Assign {
        people: names
            .all()
            .filter(|(member, _)| can(member))
            .map(|(member, name)| (member.id.to_string(), name.to_owned()))
            .collect(),
        current: case.known.assignee.map(|id| id.to_string()),
        own: desk.member.id.to_string(),
    }
}

/// Gives the case to someone.
pub(super) async fn give(
    State(front): State<Arc<Front>>,
    desk: AtDesk,
    Address(reference): Address<String>,
    uri: Uri,
    post: Post,
) -> Response {
    let work = async {
        let case = Case::open(&front, &desk, &reference).await?;
        let desk = desk.with(&front, Right::Handle, case.form.regime, &reference).await?;
        let names = Names::of(&front).await?;
        let chosen = post.control(posted::ASSIGNEE);
        let to = MemberId::parse(chosen);
        let known = assign(&front, &desk, &names, &case).people;
        if to.is_some() && !known.iter().any(|(id, _)| id == chosen) {
            return Err(Fault::NotFound);
        }
        let page = Desk::Referral(&reference).to_string();
        if to == case.known.assignee {
            return Ok(see(&page));
        }
        let name = to.and_then(|to| names.name(to));
        let to = to.map(|id| To { id, name: name.unwrap_or_default() });
        match hand(&front, desk.author(), &reference, to, front.now()).await? {
            Outcome::Done(_) => Ok(see(&format!("{page}?{DONE}={ASSIGNED}"))),
            Outcome::TooLate(_) | Outcome::Overtaken(_) => Ok(see(&page)),
            Outcome::NoSuchReferral => Err(Fault::NotFound),
        }
    };
    answered(&front, uri.path(), work).await
}

/// Who gets a case.
pub(crate) struct To {
    /// Their number.
    pub(crate) id: MemberId,
    /// Their name, as it stands on the timeline from then on.
    pub(crate) name: String,
}

/// Hands a case to someone, or back to nobody: who handles it, the timeline and the audit trail in one transaction.
pub(crate) async fn hand(
    front: &Front,
    by: Author<'_>,
    reference: &str,
    to: Option<To>,
    at: DateTime<Utc>,
) -> Result<Outcome, Fault> {
    let random = &*front.services.random;
    let mut accepted = Answers::default();
    accepted.set(NAME, to.as_ref().map_or("", |to| to.name.as_str()));
    let done = Done { act: ASSIGNED, version: 1, accepted: &accepted, shown: &[] };
    let mut happening = NewHappening::bare(hex::encode(&random::bytes::<16>(random)?), Happening::Assigned, at);
    let keys = front.sealing_keys().await?;
    happening.record = Some(Record::seal(front, &keys, by, &done, (reference, &happening.id))?);
    let to = to.map(|to| to.id);
    let entry =
        Entry::new(at, Actor::Member(by.member, by.role), Event::Assigned { reference: reference.to_owned(), to });
    Ok(front.services.store.queue().assign(reference, to, happening, entry).await?)
}

/// What the timeline tells of it; without a record a colleague left, and their work is nobody's.
pub(super) fn told(record: Option<&Record>) -> String {
    given(record.map_or("", |record| record.answers.get(NAME)))
}

/// In the record: the name of who gets it, empty for nobody.
const NAME: &str = "assign.name";

/// An address that only takes posts leads to its case: someone came back to it after signing in.
pub(super) async fn lead(Address(reference): Address<String>) -> Response {
    see(&Desk::Referral(&reference).to_string())
}
