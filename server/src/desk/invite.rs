//! Inviting someone to the desk: from the page of the staff and from the command line (`zvh staff invite`).

use chrono::{DateTime, TimeDelta, Utc};

use super::Profile;
use crate::audit::{Actor, Entry, Event, Step};
use crate::house_key::{HouseKeyError, HouseKeyring};
use crate::random;
use crate::seal::follow::LinkSecret;
use crate::store::{Appointment, Invitee, MemberId, NewMail, NewMember};

/// How long a link works.
pub const LIFETIME: TimeDelta = TimeDelta::days(7);

/// Someone to invite.
pub struct Person {
    /// Who they are.
    pub profile: Profile,
    /// What they may do and until when.
    pub appointment: Appointment,
}

/// Makes a member, and the link by which they enrol. The link is shown once: the store keeps its hash.
pub async fn invite(
    house: &HouseKeyring<'_>,
    person: Person,
    now: DateTime<Utc>,
    actor: Actor,
) -> Result<(MemberId, LinkSecret), HouseKeyError> {
    let id = MemberId::new(random::bytes(house.random)?);
    let entry =
        Entry::new(now, actor, Event::Member { member: id, what: Step::Invited(Box::new(person.appointment.clone())) });
    let Appointment { until, roles, screened_on, trained_on } = person.appointment;
    let new = NewMember {
        id,
        house: house.house.to_owned(),
        profile: person.profile.seal(house, id)?,
        until,
        roles,
        screened_on,
        trained_on,
    };
    let link = make(house, Invitee::New(new), None, entry).await?;
    Ok((id, link))
}

/// A new link for someone who is here already, and lost their passkeys. `notice` tells them, where they have any to lose: a link that
/// they did not ask for is someone else's way to their place.
pub async fn invite_again(
    house: &HouseKeyring<'_>,
    id: MemberId,
    notice: Option<NewMail>,
    now: DateTime<Utc>,
    actor: Actor,
) -> Result<LinkSecret, HouseKeyError> {
    let entry = Entry::new(now, actor, Event::Member { member: id, what: Step::Linked });
    make(house, Invitee::Known(id), notice, entry).await
}

async fn make(
    house: &HouseKeyring<'_>,
    invitee: Invitee,
    notice: Option<NewMail>,
    entry: Entry,
) -> Result<LinkSecret, HouseKeyError> {
    let link = LinkSecret::generate(house.random)?;
    house.store.staff_invitations().make(link.hash(), invitee, notice, entry.at + LIFETIME, entry).await?;
    Ok(link)
}
