//! What happens in the background: mails leave; untouched drafts, ended sessions, unconfirmed sign-ups for the newsletter and records
//! whose time is over go; the audit trail is walked.

use std::sync::Arc;
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use domain::retention::UNCONFIRMED_DAYS;
use tokio::sync::{Notify, watch};
use tokio::task::JoinSet;

use crate::audit::Actor;
use crate::clock::{Clock, today};
use crate::desk::seat;
use crate::desk::sign_in::FAILURES_COUNT;
use crate::outbox::Worker;
use crate::retention::Keeper;
use crate::store::{Store, Trail};

/// How often the outbox is looked at without being woken.
const OUTBOX: Duration = Duration::from_secs(5);
/// How often is removed what is too old: drafts (one that is late is invisible already), sign-ups, records.
const REMOVING: Duration = Duration::from_mins(10);
/// How long a sign-up for the newsletter waits for the owner of its address.
const UNCONFIRMED: TimeDelta = TimeDelta::days(UNCONFIRMED_DAYS as i64);
/// How long running work may finish once the program stops.
const FAREWELL: Duration = Duration::from_secs(8);

/// Rings when there is something in the outbox, so that it leaves at once.
#[derive(Clone, Default)]
pub struct Bell(Arc<Notify>);

impl Bell {
    /// There is a new mail.
    pub fn ring(&self) {
        self.0.notify_one();
    }
}

/// The running background work.
pub struct Jobs {
    stop: watch::Sender<bool>,
    tasks: JoinSet<()>,
}

impl Jobs {
    /// Starts all of it.
    pub fn start(worker: Worker, keepers: Vec<Keeper>, store: Store, clock: Arc<dyn Clock>, bell: Bell) -> Self {
        let (stop, stopped) = watch::channel(false);
        let mut tasks = JoinSet::new();
        tasks.spawn(send_mails(Arc::new(worker), bell, stopped.clone()));
        tasks.spawn(expire(store.clone(), clock.clone(), stopped.clone()));
        tasks.spawn(keep(keepers, store, clock, stopped));
        Self { stop, tasks }
    }

    /// Lets running work finish for a few seconds, then ends it. A mail that is cut off is sent again later.
    pub async fn stop(mut self) {
        let _ = self.stop.send(true);
        let all = async { while self.tasks.join_next().await.is_some() {} };
        if tokio::time::timeout(FAREWELL, all).await.is_err() {
            tracing::warn!("background work was cut off");
            self.tasks.shutdown().await;
        }
    }
}

async fn send_mails(worker: Arc<Worker>, bell: Bell, mut stopped: watch::Receiver<bool>) {
    loop {
        match worker.work().await {
            Ok(round) if round.sent > 0 => tracing::info!(sent = round.sent, "mails sent"),
            Ok(_) => {}
            Err(error) => tracing::warn!(%error, "outbox not handled"),
        }
        tokio::select! {
            _ = stopped.wait_for(|stop| *stop) => return,
            () = bell.0.notified() => {}
            () = tokio::time::sleep(OUTBOX) => {}
        }
    }
}

async fn expire(store: Store, clock: Arc<dyn Clock>, mut stopped: watch::Receiver<bool>) {
    loop {
        remove_what_is_too_old(&store, clock.now()).await;
        tokio::select! {
            _ = stopped.wait_for(|stop| *stop) => return,
            () = tokio::time::sleep(REMOVING) => {}
        }
    }
}

async fn keep(keepers: Vec<Keeper>, store: Store, clock: Arc<dyn Clock>, mut stopped: watch::Receiver<bool>) {
    loop {
        destroy_what_is_over(&keepers, &store, clock.now()).await;
        free_work(&keepers, &store, clock.now()).await;
        check_the_trail(&store, clock.now()).await;
        tokio::select! {
            _ = stopped.wait_for(|stop| *stop) => return,
            () = tokio::time::sleep(REMOVING) => {}
        }
    }
}

/// Destroys the records whose time is over. What fails now is done the next time.
pub async fn destroy_what_is_over(keepers: &[Keeper], store: &Store, now: DateTime<Utc>) {
    for keeper in keepers {
        if let Err(error) = keeper.round(store, Actor::System, now).await {
            tracing::error!(house = keeper.house, %error, "records whose time is over were not destroyed");
        }
    }
}

/// Takes cases from who may not handle them any more. What fails now is done the next time.
pub async fn free_work(keepers: &[Keeper], store: &Store, now: DateTime<Utc>) {
    for keeper in keepers {
        match store.members().free_work(&keeper.house, today(now), now).await {
            Ok(0) => {}
            Ok(count) => {
                tracing::info!(house = keeper.house, count, "cases are nobody's: a role of who handled them ended");
            }
            Err(error) => tracing::warn!(house = keeper.house, %error, "work of whose role ended was not freed"),
        }
    }
}

async fn check_the_trail(store: &Store, now: DateTime<Utc>) {
    match store.audit().check(now).await.map(|checked| checked.trail) {
        Ok(Trail::Sound { .. }) => {}
        Ok(Trail::Broken { seq }) => {
            tracing::error!(seq, "the audit trail is broken at this entry: keep the database as evidence");
        }
        Err(error) => tracing::warn!(%error, "the audit trail was not checked"),
    }
    match store.audit().contradictions().await {
        Ok(found) if found.is_empty() => {}
        Ok(found) => {
            tracing::error!(count = found.len(), "records contradict the audit trail: `zvh audit verify` names them");
        }
        Err(error) => tracing::warn!(%error, "records were not compared with the audit trail"),
    }
}

/// Removes drafts that nobody touched, sessions that are over and sign-ups for the newsletter that nobody confirmed. What fails now is
/// done the next time.
pub async fn remove_what_is_too_old(store: &Store, now: DateTime<Utc>) {
    match store.drafts().expire(now).await {
        Ok(0) => {}
        Ok(count) => tracing::info!(count, "drafts expired"),
        Err(error) => tracing::warn!(%error, "drafts not expired"),
    }
    match store.ceremonies().expire(now, now - FAILURES_COUNT).await {
        Ok(0) => {}
        Ok(count) => tracing::info!(count, "sign-ins that began or failed expired"),
        Err(error) => tracing::warn!(%error, "sign-ins that began or failed not expired"),
    }
    let [used, began] = seat::over_before(now);
    match store.sessions().expire(used, began).await {
        Ok(0) => {}
        Ok(count) => tracing::info!(count, "sessions expired"),
        Err(error) => tracing::warn!(%error, "sessions not expired"),
    }
    match store.subscriptions().expire(now - UNCONFIRMED, now).await {
        Ok(0) => {}
        Ok(count) => tracing::info!(count, "unconfirmed sign-ups expired"),
        Err(error) => tracing::warn!(%error, "unconfirmed sign-ups not expired"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::MovableClock;
    use crate::outbox::tests::{accept, bench, mails};
    use crate::seal::draft::LookupHash;
    use crate::store::NewDraft;

    #[tokio::test]
    async fn a_rung_mail_leaves_an_old_draft_goes_and_a_stop_ends_both() {
        let bench = bench(crate::config::Transport::Files).await;
        let clock: Arc<MovableClock> = bench.clock.clone();
        let expires_at = clock.now() + TimeDelta::days(7);
        let lookup = LookupHash([1; 32]);
        let draft = NewDraft {
            lookup,
            house: "h".into(),
            form: "f".into(),
            form_version: "1".into(),
            body: vec![1],
            expires_at,
        };
        bench.store.drafts().create(draft, clock.now()).await.unwrap();
        clock.advance(TimeDelta::days(8));
        let bell = Bell::default();
        let worker = bench.another_worker();
        let jobs = Jobs::start(worker, Vec::new(), bench.store.clone(), clock, bell.clone());
        tokio::time::sleep(Duration::from_millis(200)).await;
        assert!(!bench.store.drafts().delete(lookup).await.unwrap(), "the draft is gone");
        accept(&bench).await;
        bell.ring();
        tokio::time::timeout(OUTBOX / 2, async {
            while mails(bench.var.path()).len() < 2 {
                tokio::time::sleep(Duration::from_millis(20)).await;
            }
        })
        .await
        .expect("the bell was not heard");
        tokio::time::timeout(Duration::from_secs(2), jobs.stop()).await.expect("it did not stop");
    }
}
