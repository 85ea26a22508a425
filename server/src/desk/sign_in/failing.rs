//! Failing to sign in: the trail has the reason, and who fails often waits. Nobody is locked out.

use std::time::Duration;

use chrono::TimeDelta;

use crate::audit::{Actor, Entry, Event};
use crate::desk::ceremony::Refusal;
use crate::front::Front;
use crate::hex;
use crate::http::Fault;
use crate::random;

/// Failures count this long.
pub const FAILURES_COUNT: TimeDelta = TimeDelta::minutes(15);
/// Fewer than this cost no time.
const FREE: u64 = 5;
/// Nobody waits longer than this.
const LONGEST_WAIT: u64 = 10;

/// Why someone does not come in, and who that is as far as is known.
pub(super) type Refused = (Refusal, Actor);

/// Writes it in the trail, and counts it for where it came from.
pub(super) async fn note_failure(front: &Front, source: [u8; 32], (refusal, who): Refused) -> Result<(), Fault> {
    let id = hex::encode(&random::bytes::<16>(&*front.services.random)?);
    let entry = Entry::new(front.now(), who, Event::NotSignedIn { code: refusal.code() });
    Ok(front.services.store.ceremonies().failed(id, source, entry).await?)
}

/// Who failed often lately waits a little.
pub(super) async fn slow_down(front: &Front, source: [u8; 32]) -> Result<(), Fault> {
    let since = front.now() - FAILURES_COUNT;
    let failures = front.services.store.ceremonies().failures(source, since).await?;
    tokio::time::sleep(wait_after(failures)).await;
    Ok(())
}

fn wait_after(failures: u64) -> Duration {
    Duration::from_secs((failures + 1).saturating_sub(FREE).min(LONGEST_WAIT))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn failing_often_costs_time_and_never_locks_out() {
        for (failures, seconds) in [(0, 0), (4, 0), (5, 1), (9, 5), (14, 10), (1_000_000, 10)] {
            assert_eq!(wait_after(failures), Duration::from_secs(seconds), "{failures}");
        }
    }
}
