//! Writes that share a commit share nothing else, and a database in trouble says so.

use std::sync::Arc;

use sea_orm::{ConnectionTrait as _, Statement};
use tokio::sync::Notify;

use super::*;

/// How many rows `SELECT count(*) FROM <of>` finds.
pub(super) async fn count(store: &Store, of: &str) -> i64 {
    let backend = store.reader.get_database_backend();
    let statement = Statement::from_string(backend, format!("SELECT count(*) FROM {of}"));
    store.reader.query_one_raw(statement).await.unwrap().unwrap().try_get_by_index(0).unwrap()
}

/// Holds the queue until told otherwise, so that what is sent meanwhile lands in one batch.
async fn hold_the_queue(store: &Store) -> (Arc<Notify>, tokio::task::JoinHandle<()>) {
    let (started, release) = (Arc::new(Notify::new()), Arc::new(Notify::new()));
    let (store, begun, go) = (store.clone(), started.clone(), release.clone());
    let held = tokio::spawn(async move {
        let work = store.writer.run(move |_| {
            Box::pin(async move {
                begun.notify_one();
                go.notified().await;
                Ok(())
            })
        });
        work.await.unwrap();
    });
    started.notified().await;
    (release, held)
}

type Answer = tokio::task::JoinHandle<Result<Acceptance, StoreError>>;

fn send(store: &Store, submission: Submission) -> Answer {
    let store = store.clone();
    tokio::spawn(async move { store.referrals().accept(submission).await })
}

async fn a_moment() {
    tokio::time::sleep(std::time::Duration::from_millis(50)).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_refused_write_does_not_spoil_those_it_shares_a_commit_with() {
    let place = Place::sqlite();
    let store = place.open().await;
    store.referrals().accept(submission(1, "first")).await.unwrap();
    let (release, held) = hold_the_queue(&store).await;
    let answers = [(2, "two"), (1, "taken"), (3, "three")].map(|(number, key)| send(&store, submission(number, key)));
    a_moment().await;
    release.notify_one();
    held.await.unwrap();
    let [two, taken, three] = answers;
    assert!(two.await.unwrap().is_ok());
    assert!(matches!(taken.await.unwrap(), Err(StoreError::Taken)));
    assert!(three.await.unwrap().is_ok());
    assert_eq!(store.referrals().list().await.unwrap().len(), 3);
    assert!(matches!(store.audit().verify().await.unwrap(), Trail::Sound { entries: 3, .. }));
}

#[tokio::test(flavor = "multi_thread")]
async fn when_the_database_fails_nobody_in_the_batch_is_told_it_worked() {
    let place = Place::sqlite();
    let store = place.open().await;
    let (release, held) = hold_the_queue(&store).await;
    let one = send(&store, submission(1, "one"));
    a_moment().await;
    let broken = store.clone();
    let fails = tokio::spawn(async move {
        broken.writer.run(|_| Box::pin(async { Err::<(), _>(StoreError::Unavailable("disk".into())) })).await
    });
    a_moment().await;
    let two = send(&store, submission(2, "two"));
    a_moment().await;
    release.notify_one();
    held.await.unwrap();
    assert!(fails.await.unwrap().is_err());
    for answer in [one, two] {
        assert!(matches!(answer.await.unwrap(), Err(StoreError::Unavailable(_))));
    }
    assert!(store.referrals().list().await.unwrap().is_empty());
    store.referrals().accept(submission(1, "one")).await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_full_disk_refuses_writes_shows_and_recovers_by_itself() {
    let place = Place::sqlite();
    let store = place.open().await;
    let pragma = |pages: &str| format!("PRAGMA max_page_count = {pages}");
    store.writer.connection().execute_unprepared(&pragma("1")).await.unwrap();
    let mut large = submission(1, "key");
    large.referral.envelope = vec![7; 500_000];
    assert!(matches!(store.referrals().accept(large).await, Err(StoreError::Unavailable(_))));
    assert!(store.referrals().list().await.unwrap().is_empty(), "reading goes on");
    assert!(store.writer.last_failed());
    store.writer.connection().execute_unprepared(&pragma("1000000")).await.unwrap();
    store.ready(noon()).await.unwrap();
    assert!(!store.writer.last_failed());
    store.referrals().accept(submission(1, "key")).await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_locked_database_is_unavailable_within_six_seconds_and_recovers() {
    let place = Place::sqlite();
    let store = place.open().await;
    let other = place.open().await;
    let (release, held) = hold_the_queue(&other).await;
    let begin = tokio::time::Instant::now();
    assert!(matches!(store.referrals().accept(submission(1, "key")).await, Err(StoreError::Unavailable(_))));
    assert!(begin.elapsed() < std::time::Duration::from_secs(6), "{:?}", begin.elapsed());
    assert!(store.ready(noon()).await.is_err(), "not ready while nobody can write");
    release.notify_one();
    let _ = held.await;
    store.ready(noon()).await.unwrap();
    store.referrals().accept(submission(1, "key")).await.unwrap();
}

#[tokio::test]
async fn sqlite_runs_with_the_safe_settings() {
    let place = Place::sqlite();
    let store = place.open().await;
    for connection in [store.writer.connection(), &store.reader] {
        for (pragma, value) in [("synchronous", 2), ("foreign_keys", 1), ("secure_delete", 1), ("trusted_schema", 0)] {
            let statement = Statement::from_string(sea_orm::DbBackend::Sqlite, format!("PRAGMA {pragma}"));
            let found: i32 = connection.query_one_raw(statement).await.unwrap().unwrap().try_get_by_index(0).unwrap();
            assert_eq!(found, value, "{pragma}");
        }
        let statement = Statement::from_string(sea_orm::DbBackend::Sqlite, "PRAGMA journal_mode");
        let mode: String = connection.query_one_raw(statement).await.unwrap().unwrap().try_get_by_index(0).unwrap();
        assert_eq!(mode, "wal");
    }
    assert!(store.reader.execute_unprepared("DELETE FROM drafts").await.is_err(), "the readers only read");
}
