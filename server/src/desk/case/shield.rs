//! What is closed is shielded: the chair or a procesregisseur opens it again after saying why, for some hours (WGS art. 2.31 lid 8).

use chrono::{DateTime, TimeDelta, Utc};
use domain::referral::Happening;

use super::Step;
use crate::desk::AtDesk;
use crate::desk::record::Record;
use crate::front::Front;
use crate::http::Fault;
use crate::store::Happened;

/// Whether what is shielded may be seen.
#[derive(Clone, Copy)]
pub(super) enum Shield {
    /// Only by who said why.
    Up,
    /// By nobody: they are saying why.
    BeingAsked,
}

/// For so long a closed case is open to who said why.
const CONSULTED: TimeDelta = TimeDelta::hours(8);

/// Until when it is open to who is there, because they said why; `None`: it is not.
pub(super) fn consulted(
    front: &Front,
    desk: &AtDesk,
    reference: &str,
    happened: &[Happened],
) -> Result<Option<DateTime<Utc>>, Fault> {
    let since = front.now() - CONSULTED;
    let lately = happened.iter().filter(|happened| happened.what == Happening::Consulted && happened.at > since);
    for happened in lately.rev() {
        let record = Record::open(front, &desk.keyring, reference, happened)?;
        if record.is_some_and(|record| record.member == desk.member.id.to_string()) {
            return Ok(Some(happened.at + CONSULTED));
        }
    }
    Ok(None)
}

/// What happened, and nothing of what was said.
pub(super) fn shut(happened: Vec<Happened>) -> Vec<Step> {
    happened.into_iter().map(|happened| Step { happened, message: None, record: None }).collect()
}
