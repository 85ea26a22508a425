//! A form that answers an invitation: it belongs to the referral of who invited, who hears that a colleague contributed.

use app::paths::Contribute;
use domain::form::Contributor;
use domain::referral::Happening;
use domain::summary::Section;

use super::draft::Draft;
use crate::audit::{Actor, Entry, Event};
use crate::follow::Message;
use crate::follow::invite::PURPOSE;
use crate::follow::message::Sealing;
use crate::front::Front;
use crate::http::Fault;
use crate::seal::follow::LinkSecret;
use crate::store::Contribution;

/// The referral that it contributes to, and what goes with it into the transaction.
pub(super) async fn contribution(
    front: &Front,
    draft: &Draft,
    contributor: Contributor,
    shown: &[Section],
) -> Result<(String, Contribution), Fault> {
    let code = draft.body.invitation.as_deref().ok_or(Fault::NotFound)?;
    let link = LinkSecret::parse(code).map_err(|_| Fault::NotFound)?.hash();
    let store = &front.services.store;
    let invitation = store.invitations().find(link).await?.ok_or(Fault::NotFound)?;
    // Whoever was invited answers, and nobody else.
    let mailbox = draft.body.answers.get(contributor.mailbox);
    if front.mail_key.fingerprint(PURPOSE, mailbox) != invitation.mailbox {
        return Err(Fault::Elsewhere(Contribute(code).to_string()));
    }
    let parent = store.referrals().find(&invitation.reference).await?.ok_or(Fault::NotFound)?;
    let follower = parent.follower.as_ref().ok_or(Fault::NotFound)?;
    let (reference, at, what) = (invitation.reference, front.now(), Happening::Contributed);
    let keys = front.sealing_keys().await?;
    let sealing = Sealing { house: front.house(), keys: &keys, follower, random: &*front.services.random, at };
    let happening = said_by(contributor, shown).seal(sealing, &reference, what)?;
    let entry = Entry::new(at, Actor::Visitor, Event::ReferralHappening { reference: reference.clone(), what });
    Ok((reference, Contribution { link, happening, entry }))
}

/// The page of the invitation, which says what became of it.
pub(super) fn link(draft: &Draft) -> Result<String, Fault> {
    draft.body.invitation.as_deref().map(|code| Contribute(code).to_string()).ok_or(Fault::NotFound)
}

/// Who contributed: name, function, organisation. Never what was answered.
fn said_by(contributor: Contributor, shown: &[Section]) -> Message {
    let lines = || shown.iter().flat_map(|section| &section.blocks).flat_map(|block| &block.lines);
    let answer = |name: &str| lines().find(|line| line.name == name).map(|line| line.value.clone());
    let organisation = contributor.organisation.iter().filter_map(|name| answer(name)).filter(|text| !text.is_empty());
    Message {
        author: answer(contributor.name).unwrap_or_default(),
        organisation: organisation.collect::<Vec<_>>().join(", "),
        ..Message::default()
    }
}
