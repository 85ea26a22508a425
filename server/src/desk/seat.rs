//! Who sits at the desk during one request: made of the cookie, gone with the answer.

use std::ops::Deref;
use std::sync::Arc;

use app::desk::shortcut::Shortcuts;
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse as _, Response};
use chrono::{DateTime, TimeDelta, Utc};
use domain::context::{Context, Partner};
use domain::desk::acts::weighing::speaks_for;
use domain::desk::role::{Right, Role};
use domain::regime::Regime;
use serde::{Deserialize, Serialize};

use super::deed::Author;
use super::kept::Kept;
use super::shortcuts;
use crate::audit::{Actor, Entry, Event};
use crate::front::Front;
use crate::house_key::HouseKeyring;
use crate::http::{Fault, cookies};
use crate::seal::keys::PrivateKey;
use crate::seal::member::{self, Keyring, SessionSecret};
use crate::seal::{Header, Kind, OpenError, SealError};
use crate::store::{HouseKeyCopy, Member, MemberId, Session};

/// The cookie with the secret of the session.
pub(crate) const COOKIE: &str = "__Host-balie";
/// A session ends when it was not used this long.
pub const IDLE: TimeDelta = TimeDelta::minutes(30);
/// And in any case this long after it began.
pub const LONGEST: TimeDelta = TimeDelta::hours(10);
/// Export, keys and roles ask for the passkey again when it was given longer ago.
pub const FRESH: TimeDelta = TimeDelta::minutes(5);
/// Sessions that one member has at most.
const MOST: usize = 3;
/// That a session is used is written down no more often than this.
const NOTED: TimeDelta = TimeDelta::seconds(30);

/// Who a member is, as it lies sealed under the mail key.
#[derive(Clone, Serialize, Deserialize)]
pub struct Profile {
    /// First and last name.
    pub name: String,
    /// For whom they work.
    pub organisation: String,
    /// Their address at work.
    pub mail: String,
}

impl Profile {
    /// Seals it for the store.
    pub fn seal(&self, house: &HouseKeyring<'_>, id: MemberId) -> Result<Vec<u8>, SealError> {
        let content = zeroize::Zeroizing::new(serde_json::to_vec(self).map_err(|_| SealError::TooLong)?);
        house.mail_key.seal(&profile_header(house.house, id), &content, house.random)
    }

    /// Opens that of a member.
    pub fn open(house: &HouseKeyring<'_>, member: &Member) -> Result<Self, OpenError> {
        let content = house.mail_key.open(&profile_header(house.house, member.id), &member.profile)?;
        serde_json::from_slice(&content).map_err(|_| OpenError::Refused)
    }

    /// Opens that of a member of this house.
    pub fn of(front: &Front, member: &Member) -> Result<Self, Fault> {
        Ok(Self::open(&front.house_key(), member)?)
    }
}

fn profile_header(house: &str, id: MemberId) -> Header {
    Header::new(house, Kind::Profile, &id.to_string())
}

/// Who is signed in.
pub struct Seat {
    /// The member.
    pub member: Member,
    /// Who that is.
    pub profile: Profile,
    /// The roles that work today.
    pub roles: Vec<Role>,
    /// The session.
    pub session: Session,
    /// Opens what was sealed to the house.
    pub keyring: Keyring,
    /// Whether single keys work in this browser.
    pub shortcuts: Shortcuts,
}

/// Who is signed in, for a handler behind the guard; with the role in which they are there.
#[derive(Clone)]
pub struct AtDesk {
    seat: Arc<Seat>,
    /// The role by which they may be at this address.
    pub acting: Role,
    /// What they posted when their session had ended, come back after signing in.
    pub kept: Option<Arc<Kept>>,
}

impl Deref for AtDesk {
    type Target = Seat;

    fn deref(&self) -> &Seat {
        &self.seat
    }
}

impl Seat {
    /// The participant for whom they work, where the register knows them.
    pub fn speaks_for<'a>(&self, context: &'a Context) -> Option<&'a Partner> {
        speaks_for(&context.partners, &self.profile.organisation, &self.profile.mail)
    }
}

impl AtDesk {
    pub(super) fn new(seat: Seat, acting: Role, kept: Option<Kept>) -> Self {
        Self { seat: Arc::new(seat), acting, kept: kept.map(Arc::new) }
    }

    /// The same, in the role by which they may do this with what came in under this law. Who may not hears that there is no such page;
    /// the audit trail knows of `object`.
    pub(super) async fn with(&self, front: &Front, right: Right, regime: Regime, object: &str) -> Result<Self, Fault> {
        if let Some(acting) = Role::that_may(&self.roles, right, regime) {
            return Ok(Self { acting, ..self.clone() });
        }
        let refused = Event::Refused { right, object: object.to_owned() };
        front.services.store.audit().append(self.entry(front.now(), refused)).await?;
        Err(Fault::NotFound)
    }

    /// As the audit trail knows them.
    pub fn actor(&self) -> Actor {
        Actor::Member(self.member.id, self.acting)
    }

    /// As what they write bears their name.
    pub(crate) fn author(&self) -> Author<'_> {
        Author { member: self.member.id, role: self.acting, profile: &self.profile }
    }

    /// An entry of what they do now.
    pub fn entry(&self, now: DateTime<Utc>, event: Event) -> Entry {
        Entry::new(now, self.actor(), event)
    }
}

impl Seat {
    /// Whether a role of theirs has this right.
    pub fn may(&self, right: Right) -> bool {
        self.roles.iter().any(|role| role.may(right))
    }

    /// Whether one role of theirs has this right with what came in under this law.
    pub fn may_with(&self, right: Right, regime: Regime) -> bool {
        Role::any_may(&self.roles, right, regime)
    }

    /// When the session ends if nothing happens.
    pub fn ends_at(&self, now: DateTime<Utc>) -> DateTime<Utc> {
        (now + IDLE).min(self.session.made_at + LONGEST)
    }

    /// Whether the passkey was given a moment ago.
    pub fn is_fresh(&self, now: DateTime<Utc>) -> bool {
        now - self.session.fresh_at <= FRESH
    }
}

impl FromRequestParts<Arc<Front>> for AtDesk {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, _: &Arc<Front>) -> Result<Self, Response> {
        let seat = parts.extensions.get::<Self>().cloned();
        // Only an address without a guard lacks it: a mistake in the table of routes, refused.
        seat.ok_or_else(|| StatusCode::NOT_FOUND.into_response())
    }
}

/// Begins a session for a member whose key was just unlocked; gives the secret for the cookie.
pub async fn begin(
    front: &Front,
    member: &Member,
    key: &PrivateKey,
    label: &str,
    entry: Entry,
) -> Result<SessionSecret, Fault> {
    let (services, now) = (&front.services, front.now());
    let secret = SessionSecret::generate(&*services.random)?;
    let id = member.id.to_string();
    let locked = member::lock(key, &secret.unlock(), front.house(), &id, SESSION, &*services.random)?;
    let session = Session {
        hash: secret.hash(),
        house: front.house().to_owned(),
        member: member.id,
        key: locked,
        label: label.to_owned(),
        made_at: now,
        seen_at: now,
        fresh_at: now,
    };
    services.store.sessions().begin(session, MOST, entry).await?;
    Ok(secret)
}

/// Goes on with a running session under another secret, after the passkey was given again (OWASP ASVS 5.0 7.2.4); none where it was
/// ended meanwhile.
pub async fn renew(
    front: &Front,
    seat: &Seat,
    old: &SessionSecret,
    entry: Entry,
) -> Result<Option<SessionSecret>, Fault> {
    let (services, now) = (&front.services, front.now());
    let key = member_key(front, &seat.session, old)?;
    let secret = SessionSecret::generate(&*services.random)?;
    let id = seat.member.id.to_string();
    let locked = member::lock(&key, &secret.unlock(), front.house(), &id, SESSION, &*services.random)?;
    let new = Session { hash: secret.hash(), key: locked, seen_at: now, fresh_at: now, ..seat.session.clone() };
    Ok(services.store.sessions().rotate(old.hash(), new, entry).await?.then_some(secret))
}

/// The name of the place in which the key of a member lies while a session runs.
const SESSION: &str = "session";

/// Gives the secret to the browser.
pub fn write_cookie(response: &mut Response, secret: &SessionSecret) {
    cookies::write(response, COOKIE, &secret.text(), LONGEST.num_seconds());
}

/// Takes the secret away from the browser.
pub fn clear_cookie(response: &mut Response) {
    cookies::clear(response, COOKIE);
}

/// Over is a session that was last used before the first of these moments, or began before the second. That it is used is written down a
/// little late ([`NOTED`]), and its owner was told that it lasts [`IDLE`] from the last page on.
pub fn over_before(now: DateTime<Utc>) -> [DateTime<Utc>; 2] {
    [now - IDLE - NOTED, now - LONGEST]
}

/// Whether a session was left alone too long, or lasted long enough.
pub(super) fn is_over(session: &Session, now: DateTime<Utc>) -> bool {
    let [used, began] = over_before(now);
    session.seen_at < used || session.made_at < began
}

/// Who is signed in with this browser; `None` where nobody is, or not any more.
pub(super) async fn seat(front: &Front, headers: &HeaderMap) -> Result<Option<Seat>, Fault> {
    let Some(secret) = cookies::read(headers, COOKIE).and_then(SessionSecret::parse) else { return Ok(None) };
    let (store, now) = (&front.services.store, front.now());
    let Some(session) = store.sessions().find(secret.hash()).await? else { return Ok(None) };
    if is_over(&session, now) || session.house != front.house() {
        return Ok(None);
    }
    let Some(member) = store.members().find(session.member).await? else { return Ok(None) };
    if member.left_at.is_some() {
        return Ok(None);
    }
    let key = member_key(front, &session, &secret).ok().filter(|key| front.house_key().is_key_of(&member, key));
    let Some(key) = key else {
        tracing::error!(member = %member.id, "a session holds another key than its member made: nobody is let in by it");
        return Ok(None);
    };
    if now - session.seen_at > NOTED {
        store.sessions().seen(session.hash, now).await?;
    }
    let keyring = keyring(front, &session, &key).await?;
    let (profile, roles) = (Profile::of(front, &member)?, member.roles_on(front.today()));
    Ok(Some(Seat { member, profile, roles, session, keyring, shortcuts: shortcuts::of(headers) }))
}

/// The keys of the house that they hold. A copy that does not open is as good as none: a colleague gives it again.
async fn keyring(front: &Front, session: &Session, own: &PrivateKey) -> Result<Keyring, Fault> {
    let copies = front.services.store.house_keys().held_by(session.member).await?;
    let id = session.member.to_string();
    let open = |copy: HouseKeyCopy| match member::open_copy(own, &copy.envelope, front.house(), copy.epoch, &id) {
        Ok(key) => Some((copy.epoch, key)),
        Err(error) => {
            tracing::error!(member = id, epoch = copy.epoch, %error, "a copy of the house key does not open");
            None
        }
    };
    Ok(Keyring::new(copies.into_iter().filter_map(open).collect()))
}

/// The private key of the member who is signed in: to lock it anew, or to open copies of the house's key.
pub fn member_key(front: &Front, session: &Session, secret: &SessionSecret) -> Result<PrivateKey, OpenError> {
    member::unlock(&session.key, &secret.unlock(), front.house(), &session.member.to_string(), SESSION)
}

/// The secret that this browser holds.
pub fn secret(headers: &HeaderMap) -> Option<SessionSecret> {
    cookies::read(headers, COOKIE).and_then(SessionSecret::parse)
}
