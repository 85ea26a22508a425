//! What can happen, and how the trail names it: action, object, result.

use std::borrow::Cow;

use domain::desk::role::Right;
use domain::referral::Happening;

use super::{Page, Reason, Step, TypedKey, WrongKey};
use crate::mail::MailKind;
use crate::store::MemberId;

/// What happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// Someone began a form. Says nothing that finds the draft again.
    DraftCreated,
    /// Drafts that nobody touched in time were removed.
    DraftsExpired {
        /// How many.
        count: u64,
    },
    /// A referral was accepted.
    ReferralReceived {
        /// Its number.
        reference: String,
    },
    /// Something happened to a referral after it came in.
    ReferralHappening {
        /// Its number.
        reference: String,
        /// What happened.
        what: Happening,
    },
    /// A referral was opened and shown.
    ReferralOpened {
        /// Its number.
        reference: String,
        /// What for.
        reason: Reason,
    },
    /// Someone tried to open a referral and could not.
    ReferralNotOpened {
        /// Its number.
        reference: String,
        /// What for.
        reason: Reason,
    },
    /// An address was taken off the list of the newsletter, or a sign-up before it was confirmed.
    SubscriptionEnded {
        /// Number of the sign-up.
        reference: String,
    },
    /// A sign-up for the newsletter that nobody confirmed in time was removed.
    SubscriptionExpired {
        /// Number of the sign-up.
        reference: String,
    },
    /// A sign-up for the newsletter was removed because a later one of the same address was confirmed.
    SubscriptionReplaced {
        /// Number of the sign-up.
        reference: String,
    },
    /// The list of the newsletter was written out.
    SubscribersExported {
        /// Of which house.
        house: String,
        /// How many addresses.
        count: u64,
    },
    /// Mails of an issue of the newsletter were put into the outbox.
    NewsletterQueued {
        /// Of which house.
        house: String,
        /// The beginning of the digest of the issue.
        issue: String,
        /// How many.
        count: u64,
    },
    /// Someone at the desk tried an address that no role of theirs may open.
    Refused {
        /// What it takes.
        right: Right,
        /// The reference or the word in the address.
        object: String,
    },
    /// Something at the desk was looked at.
    Viewed {
        /// What.
        what: Page,
        /// The reference, or nothing.
        object: String,
    },
    /// Someone signed in.
    SignedIn,
    /// Someone who is signed in gave their passkey again.
    SignedInAgain,
    /// Someone could not sign in.
    NotSignedIn {
        /// Why, as a code.
        code: &'static str,
    },
    /// A session was ended.
    SignedOut,
    /// A session was ended because its owner began another and had as many as one may have.
    SessionReplaced,
    /// Someone was invited to the desk, enrolled, changed or left.
    Member {
        /// Who.
        member: MemberId,
        /// What.
        what: Step,
    },
    /// A new house key was made.
    HouseKeyMade {
        /// Of which house.
        house: String,
        /// Which one.
        epoch: u32,
    },
    /// Copies of the house key were given to a member.
    HouseKeyShared {
        /// To whom.
        member: MemberId,
    },
    /// The codes of the house keys were written out.
    HouseKeysRecovered {
        /// Of which house.
        house: String,
        /// With which key.
        with: TypedKey,
    },
    /// A member took the house key by a printed code.
    HouseKeyTyped {
        /// Which one.
        key: TypedKey,
    },
    /// A member typed a code that opened nothing.
    HouseKeyRefused {
        /// Why.
        why: WrongKey,
    },
    /// A referral was given to someone, or taken from them.
    Assigned {
        /// Its number.
        reference: String,
        /// To whom.
        to: Option<MemberId>,
    },
    /// A referral left the house for another system.
    HandedOver {
        /// Its number.
        reference: String,
        /// As what.
        format: &'static str,
    },
    /// A referral was destroyed.
    Destroyed {
        /// Its number.
        reference: String,
        /// Why.
        ground: &'static str,
    },
    /// Entries of the trail were written out.
    TrailExported {
        /// The reference they are about, or nothing.
        object: String,
    },
    /// Keys were made.
    KeysMade {
        /// Of which house.
        house: String,
        /// Fingerprint of the public house key.
        fingerprint: String,
        /// Fingerprint of the public recovery key.
        recovery: String,
        /// Mark of the mail key ([`crate::seal::mail_key::MailKey::mark`]).
        mail: String,
    },
    /// A mail was handed over.
    MailSent {
        /// The referral it is about.
        reference: String,
        /// Which mail.
        kind: MailKind,
    },
    /// A mail could not be handed over; it is tried again.
    MailFailed {
        /// The referral it is about.
        reference: String,
        /// Which mail.
        kind: MailKind,
        /// What went wrong, as a code.
        code: &'static str,
    },
}

impl Event {
    /// Action, object, result.
    pub(super) fn fields(&self) -> (Cow<'static, str>, String, String) {
        let done = || "ok".to_owned();
        match self {
            Self::DraftCreated => ("draft.created".into(), String::new(), done()),
            Self::DraftsExpired { count } => ("drafts.expired".into(), String::new(), count.to_string()),
            Self::ReferralReceived { reference } => ("referral.received".into(), reference.clone(), done()),
            Self::ReferralHappening { reference, what } => {
                (format!("referral.{}", what.slug()).into(), reference.clone(), done())
            }
            Self::ReferralOpened { reference, reason } => {
                ("referral.opened".into(), reference.clone(), reason.name().to_owned())
            }
            Self::ReferralNotOpened { reference, reason } => {
                ("referral.not-opened".into(), reference.clone(), reason.name().to_owned())
            }
            Self::SubscriptionEnded { reference } => ("subscription.ended".into(), reference.clone(), done()),
            Self::SubscriptionExpired { reference } => ("subscription.expired".into(), reference.clone(), done()),
            Self::SubscriptionReplaced { reference } => ("subscription.replaced".into(), reference.clone(), done()),
            Self::SubscribersExported { house, count } => {
                ("subscribers.exported".into(), house.clone(), count.to_string())
            }
            Self::NewsletterQueued { house, issue, count } => {
                ("newsletter.queued".into(), format!("{house} {issue}"), count.to_string())
            }
            Self::Refused { right, object } => ("desk.refused".into(), object.clone(), right.slug().to_owned()),
            Self::Viewed { what, object } => (what.action().into(), object.clone(), done()),
            Self::SignedIn => ("session.begun".into(), String::new(), done()),
            Self::SignedInAgain => ("session.renewed".into(), String::new(), done()),
            Self::NotSignedIn { code } => ("session.refused".into(), String::new(), (*code).to_owned()),
            Self::SignedOut => ("session.ended".into(), String::new(), done()),
            Self::SessionReplaced => ("session.replaced".into(), String::new(), done()),
            Self::Member { member, what } => (what.action().into(), member.to_string(), what.result()),
            Self::HouseKeyMade { house, epoch } => ("house-key.made".into(), format!("{house} {epoch}"), done()),
            Self::HouseKeyShared { member } => ("house-key.shared".into(), member.to_string(), done()),
            Self::HouseKeysRecovered { house, with } => {
                ("house-keys.recovered".into(), house.clone(), with.name().to_owned())
            }
            Self::HouseKeyTyped { key } => ("house-key.typed".into(), String::new(), key.name().to_owned()),
            Self::HouseKeyRefused { why } => ("house-key.refused".into(), String::new(), why.name().to_owned()),
            Self::Assigned { reference, to } => (
                "referral.assigned".into(),
                reference.clone(),
                to.map_or_else(|| "nobody".to_owned(), |to| to.to_string()),
            ),
            Self::HandedOver { reference, format } => {
                ("referral.handed-over".into(), reference.clone(), (*format).to_owned())
            }
            Self::Destroyed { reference, ground } => {
                ("referral.destroyed".into(), reference.clone(), (*ground).to_owned())
            }
            Self::TrailExported { object } => ("trail.exported".into(), object.clone(), done()),
            Self::KeysMade { house, fingerprint, recovery, mail } => {
                ("keys.made".into(), format!("{house} {fingerprint} {recovery} {mail}"), done())
            }
            Self::MailSent { reference, kind } => ("mail.sent".into(), reference.clone(), kind.name().to_owned()),
            Self::MailFailed { reference, kind, code } => {
                ("mail.failed".into(), reference.clone(), format!("{}: {code}", kind.name()))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;
    use domain::desk::role::Role;

    use super::*;
    use crate::store::{Appointment, RoleUntil};

    #[test]
    fn every_action_has_words_on_the_page_of_the_trail() {
        let reference = || "ZVH-1".to_owned();
        let house = || "h".to_owned();
        let member = MemberId::new([7; 8]);
        let reason = Reason::Handling;
        let kind = MailKind::Receipt;
        let fixed = [
            Event::DraftCreated,
            Event::DraftsExpired { count: 1 },
            Event::ReferralReceived { reference: reference() },
            Event::ReferralOpened { reference: reference(), reason },
            Event::ReferralNotOpened { reference: reference(), reason },
            Event::SubscriptionEnded { reference: reference() },
            Event::SubscriptionExpired { reference: reference() },
            Event::SubscriptionReplaced { reference: reference() },
            Event::SubscribersExported { house: house(), count: 1 },
            Event::NewsletterQueued { house: house(), issue: house(), count: 1 },
            Event::Refused { right: Right::Open, object: reference() },
            Event::SignedIn,
            Event::NotSignedIn { code: "expired" },
            Event::SignedInAgain,
            Event::SignedOut,
            Event::SessionReplaced,
            Event::HouseKeyMade { house: house(), epoch: 1 },
            Event::HouseKeyShared { member },
            Event::HouseKeysRecovered { house: house(), with: TypedKey::Recovery },
            Event::HouseKeyTyped { key: TypedKey::House },
            Event::HouseKeyRefused { why: WrongKey::NotAKey },
            Event::Assigned { reference: reference(), to: None },
            Event::HandedOver { reference: reference(), format: "json" },
            Event::Destroyed { reference: reference(), ground: "closed" },
            Event::TrailExported { object: reference() },
            Event::KeysMade { house: house(), fingerprint: house(), recovery: house(), mail: house() },
            Event::MailSent { reference: reference(), kind },
            Event::MailFailed { reference: reference(), kind, code: "refused" },
        ];
        let happenings = Happening::ALL.map(|what| Event::ReferralHappening { reference: reference(), what });
        let pages = [
            Page::Queue,
            Page::Referral,
            Page::Staff,
            Page::Trail,
            Page::Keeping,
            Page::Newsletter,
            Page::Rooms,
            Page::Access,
            Page::Keys,
        ];
        let pages = pages.map(|what| Event::Viewed { what, object: reference() });
        let steps = [
            Step::Invited(Box::new(appointment())),
            Step::Linked,
            Step::Enrolled,
            Step::Accepted,
            Step::Changed(Box::new(appointment())),
            Step::PasskeyAdded,
            Step::PasskeyRemoved,
            Step::Left,
        ];
        let steps = steps.map(|what| Event::Member { member, what });
        for event in fixed.into_iter().chain(happenings).chain(pages).chain(steps) {
            let (action, ..) = event.fields();
            assert_ne!(app::desk::trail::actions::text(&action), action, "{event:?}");
        }
    }

    fn appointment() -> Appointment {
        let day = |day| NaiveDate::from_ymd_opt(2026, 11, day).unwrap();
        let roles = [(Role::Intake, 30), (Role::Officer, 24)];
        Appointment {
            until: day(30),
            roles: roles.map(|(role, last)| RoleUntil { role, until: day(last) }).to_vec(),
            screened_on: Some(day(1)),
            trained_on: None,
        }
    }

    #[test]
    fn an_appointment_is_told_with_its_roles_and_days() {
        let event = Event::Member { member: MemberId::new([7; 8]), what: Step::Changed(Box::new(appointment())) };
        let (.., result) = event.fields();
        assert_eq!(result, "until 2026-11-30; screened 2026-11-01; intake 2026-11-30; fg 2026-11-24");
        let told = app::desk::trail::actions::result_text("member.changed", &result);
        let known = "Aanstelling tot en met 30-11-2026. Screening 01-11-2026.";
        let roles = [(Role::Intake, "30"), (Role::Officer, "24")];
        let roles = roles.map(|(role, day)| format!(" {} tot en met {day}-11-2026.", role.text()));
        assert_eq!(told, format!("{known}{}", roles.concat()));
    }
}
