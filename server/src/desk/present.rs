//! What pages of the desk say of who is there, and how people are called.

use std::collections::BTreeMap;

use app::desk::frame::Present;
use chrono::{DateTime, Timelike as _, Utc};

use super::{Profile, Seat};
use crate::clock::amsterdam;
use crate::front::Front;
use crate::http::Fault;
use crate::store::{Member, MemberId};

/// Who is signed in, for the frame of a page.
pub(super) fn present(front: &Front, desk: &Seat) -> Present {
    let (now, ends) = (front.now(), desk.ends_at(front.now()));
    let written = |moment: DateTime<Utc>| moment.to_rfc3339_opts(chrono::SecondsFormat::Secs, true);
    Present {
        name: desk.profile.name.clone(),
        roles: desk.roles.clone(),
        now: written(now),
        ends: written(ends),
        ends_words: clock_time(ends),
        shortcuts: desk.shortcuts,
    }
}

/// "14.32 uur".
pub(super) fn clock_time(moment: DateTime<Utc>) -> String {
    let local = amsterdam(moment);
    format!("{:02}.{:02} uur", local.hour(), local.minute())
}

/// The names of everyone who works or worked here.
pub(super) struct Names(BTreeMap<MemberId, (Member, String)>);

impl Names {
    /// Those of the house.
    pub(super) async fn of(front: &Front) -> Result<Self, Fault> {
        let all = front.services.store.members().of(front.house()).await?;
        let named = |member: Member| Ok((member.id, (member.clone(), Profile::of(front, &member)?.name)));
        Ok(Self(all.into_iter().map(named).collect::<Result<_, Fault>>()?))
    }

    /// The name of this member.
    pub(super) fn name(&self, id: MemberId) -> Option<String> {
        self.0.get(&id).map(|(_, name)| name.clone())
    }

    /// Everyone with their name, the longest there first.
    pub(super) fn all(&self) -> impl Iterator<Item = (&Member, &str)> {
        self.0.values().map(|(member, name)| (member, name.as_str()))
    }
}
