//! Who works in a demonstration: invented colleagues, one for every role, with a link each.

use std::collections::BTreeSet;
use std::sync::Arc;

use app::paths::Desk;
use chrono::{DateTime, Days, Utc};
use domain::desk::role::{Right, Role};
use domain::fiction::COLLEAGUES;
use domain::regime::Regime;
use zeroize::Zeroizing;

use super::DemoError;
use crate::audit::{Actor, Entry, Event};
use crate::clock::today;
use crate::desk::Profile;
use crate::desk::invite::{Person, invite, invite_again};
use crate::front::Front;
use crate::house_key::{Unlocked, may_open};
use crate::seal::keys::PrivateKey;
use crate::store::{Appointment, Member, MemberId, RoleUntil};

/// Long enough to move the clock past the longest period of the law and see what happens.
const APPOINTED: Days = Days::new(20 * 365);

/// An invented colleague.
pub struct Someone {
    /// Their number.
    pub id: MemberId,
    /// What they may do.
    pub role: Role,
    /// Who that is.
    pub profile: Profile,
}

/// The colleagues of this house; those that never were there are appointed. Who left is not asked back.
pub async fn appointed(front: &Front, now: DateTime<Utc>) -> Result<Vec<Someone>, DemoError> {
    let (mut all, mut known) = (Vec::new(), BTreeSet::new());
    for member in front.services.store.members().of(front.house()).await? {
        let profile = Profile::of(front, &member)?;
        known.insert(profile.mail.clone());
        if member.left_at.is_some() {
            continue;
        }
        all.extend(member.roles.first().map(|held| Someone { id: member.id, role: held.role, profile }));
    }
    for new in COLLEAGUES {
        if known.contains(new.mail) {
            continue;
        }
        let profile = || Profile {
            name: new.name.to_owned(),
            organisation: new.organisation.to_owned(),
            mail: new.mail.to_owned(),
        };
        let (day, until) = (today(now), today(now) + APPOINTED);
        let appointment = Appointment {
            until,
            roles: vec![RoleUntil { role: new.role, until }],
            screened_on: Some(day),
            trained_on: Some(day),
        };
        let person = Person { profile: profile(), appointment };
        let (id, _) = invite(&front.house_key(), person, now, Actor::Operator).await?;
        all.push(Someone { id, role: new.role, profile: profile() });
    }
    Ok(all)
}

/// Those who may do this with what came in under this law.
pub(super) fn who_may(all: &[Someone], right: Right, regime: Regime) -> impl Iterator<Item = &Someone> {
    all.iter().filter(move |someone| Role::any_may(&[someone.role], right, regime))
}

/// The way in of a colleague.
pub struct WayIn {
    /// What they may do.
    pub role: Role,
    /// What they are called.
    pub name: String,
    /// The address of their link; none for who has a passkey already.
    pub link: Option<String>,
}

/// A new link for everyone who has no passkey yet, by role and name. Links from before stop working.
pub async fn ways_in(front: &Front, now: DateTime<Utc>) -> Result<Vec<WayIn>, DemoError> {
    let mut ways = Vec::new();
    for someone in appointed(front, now).await? {
        let member = front.services.store.members().find(someone.id).await?;
        let link = match member {
            Some(member) if !member.has_enrolled() => {
                let link = invite_again(&front.house_key(), someone.id, None, now, Actor::Operator).await?;
                Some(format!("{}{}", front.address.public_url, Desk::Invitation(&link.code())))
            }
            _ => None,
        };
        ways.push(WayIn { role: someone.role, name: someone.profile.name, link });
    }
    ways.sort_by_key(|way| (Role::ALL.iter().position(|role| *role == way.role), way.name.clone()));
    Ok(ways)
}

/// The key codes of a house: in a demonstration they are kept, so that nobody has to type one.
pub struct KeptCodes {
    /// Opens the first epoch, and enters it.
    pub house: Zeroizing<String>,
    /// Opens every epoch once there is one.
    pub recovery: Zeroizing<String>,
}

impl KeptCodes {
    /// Gives the key of the house to everyone who made a passkey, may open and holds none yet.
    pub async fn share(&self, front: &Arc<Front>) -> Result<(), DemoError> {
        let (store, now) = (&front.services.store, front.now());
        let held = store.house_keys().copies(front.house()).await?;
        let waits = |member: &Member| {
            let holds = held.iter().any(|copy| copy.member == member.id);
            member.has_enrolled() && may_open(member, today(now)) && !holds
        };
        for member in store.members().of(front.house()).await?.into_iter().filter(waits) {
            let unlocked = match front.house_key().unlock(PrivateKey::from_code(&self.recovery)?, now).await? {
                Unlocked::RecoveryTooEarly => {
                    front.house_key().unlock(PrivateKey::from_code(&self.house)?, now).await?
                }
                unlocked => unlocked,
            };
            let Unlocked::Epochs(keys, first) = unlocked else {
                return Err(DemoError::Impossible("the kept key is not that of the house"));
            };
            let entry = Entry::new(now, Actor::Operator, Event::HouseKeyShared { member: member.id });
            front.house_key().give(&member, &keys, first, entry).await?;
        }
        Ok(())
    }
}
