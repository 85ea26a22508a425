//! Every write, in a transaction.
//!
//! SQLite has one writer and each commit waits for the disk, so writes queue up and those that wait are committed
//! together: many submissions, one `fsync`. Each runs in a savepoint of its own, so one that is refused spoils nobody else's.
//! Nobody hears of success before the commit they share is on disk. PostgreSQL does the same by itself, across processes;
//! there every write has its own transaction.

use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use sea_orm::{DatabaseConnection, DatabaseTransaction, SqliteTransactionMode, TransactionOptions, TransactionTrait};
use tokio::sync::{mpsc, oneshot};

use super::StoreError;

/// How long anyone waits for the database before hearing that it is not available.
pub(super) const PATIENCE: Duration = Duration::from_millis(5500);
/// Writes that may wait; beyond it the store is overloaded and says so.
const QUEUE: usize = 1024;
/// Writes that share one commit at most.
const TOGETHER: usize = 64;

pub(super) type BoxFuture<'t, T> = Pin<Box<dyn Future<Output = T> + Send + 't>>;
/// One write, still to be run.
type Job = Box<dyn for<'t> FnOnce(&'t DatabaseTransaction) -> BoxFuture<'t, Done> + Send>;

/// A write that ran inside a transaction.
enum Done {
    /// It counts once the transaction is committed; then this tells its caller.
    Waiting(Box<dyn FnOnce() + Send>),
    /// It was refused and leaves nothing; its caller knows.
    Refused,
    /// The database failed; its caller knows. The transaction can not be trusted any more.
    Failed,
}

#[derive(Clone)]
pub(super) struct Writer {
    way: Way,
    last_failed: Arc<AtomicBool>,
}

#[derive(Clone)]
enum Way {
    OneByOne { connection: DatabaseConnection, queue: mpsc::Sender<Job> },
    InParallel(DatabaseConnection),
}

impl Writer {
    /// For SQLite: a connection that nobody else writes through.
    pub(super) fn one_by_one(connection: DatabaseConnection) -> Self {
        let (queue, jobs) = mpsc::channel(QUEUE);
        tokio::spawn(drain(connection.clone(), jobs));
        Self { way: Way::OneByOne { connection, queue }, last_failed: Arc::default() }
    }

    /// For PostgreSQL: a pool.
    pub(super) fn in_parallel(pool: DatabaseConnection) -> Self {
        Self { way: Way::InParallel(pool), last_failed: Arc::default() }
    }

    pub(super) fn connection(&self) -> &DatabaseConnection {
        match &self.way {
            Way::OneByOne { connection, .. } | Way::InParallel(connection) => connection,
        }
    }

    /// Whether the last write could not reach the disk.
    pub(super) fn last_failed(&self) -> bool {
        self.last_failed.load(Ordering::Relaxed)
    }

    /// Runs `work` in a transaction and returns what it gave, once that is on disk.
    pub(super) async fn run<T, W>(&self, work: W) -> Result<T, StoreError>
    where
        T: Send + 'static,
        W: for<'t> FnOnce(&'t DatabaseTransaction) -> BoxFuture<'t, Result<T, StoreError>> + Send + 'static,
    {
        let outcome = patiently(async {
            match &self.way {
                Way::OneByOne { queue, .. } => enqueue(queue, work).await,
                Way::InParallel(pool) => alone(pool, work).await,
            }
        })
        .await;
        self.last_failed.store(matches!(outcome, Err(StoreError::Unavailable(_))), Ordering::Relaxed);
        outcome
    }
}

/// Gives up on the database after [`PATIENCE`].
pub(super) async fn patiently<T>(work: impl Future<Output = Result<T, StoreError>>) -> Result<T, StoreError> {
    match tokio::time::timeout(PATIENCE, work).await {
        Ok(outcome) => outcome,
        Err(_) => Err(StoreError::Unavailable("it did not answer in time".into())),
    }
}

async fn alone<T, W>(pool: &DatabaseConnection, work: W) -> Result<T, StoreError>
where
    W: for<'t> FnOnce(&'t DatabaseTransaction) -> BoxFuture<'t, Result<T, StoreError>>,
{
    let tx = pool.begin().await?;
    match work(&tx).await {
        Ok(value) => {
            tx.commit().await?;
            Ok(value)
        }
        Err(error) => {
            // The first error matters; a failed rollback only means that the connection is gone, and the work with it.
            let _ = tx.rollback().await;
            Err(error)
        }
    }
}

async fn enqueue<T, W>(queue: &mpsc::Sender<Job>, work: W) -> Result<T, StoreError>
where
    T: Send + 'static,
    W: for<'t> FnOnce(&'t DatabaseTransaction) -> BoxFuture<'t, Result<T, StoreError>> + Send + 'static,
{
    let (answer, answered) = oneshot::channel();
    let job: Job = Box::new(move |tx| {
        Box::pin(async move {
            if answer.is_closed() {
                return Done::Refused;
            }
            match work(tx).await {
                Ok(value) => Done::Waiting(Box::new(move || drop(answer.send(Ok(value))))),
                Err(error) => {
                    let done = if matches!(error, StoreError::Unavailable(_)) { Done::Failed } else { Done::Refused };
                    drop(answer.send(Err(error)));
                    done
                }
            }
        })
    });
    queue.try_send(job).map_err(|_| StoreError::Unavailable("too many writes are waiting".into()))?;
    answered.await.map_err(|_| StoreError::Unavailable("the write was not committed".into()))?
}

/// The one task that writes. A job that is dropped unanswered tells its caller that nothing was written.
async fn drain(connection: DatabaseConnection, mut jobs: mpsc::Receiver<Job>) {
    let mut batch = Vec::with_capacity(TOGETHER);
    while jobs.recv_many(&mut batch, TOGETHER).await > 0 {
        if let Err(error) = commit_together(&connection, batch.drain(..)).await {
            tracing::error!(%error, "writes were not committed");
        }
    }
}

async fn commit_together(
    connection: &DatabaseConnection,
    batch: impl ExactSizeIterator<Item = Job>,
) -> Result<(), StoreError> {
    let alone = batch.len() == 1;
    let tx = connection.begin_with_options(immediate()).await?;
    let mut waiting = Vec::new();
    for job in batch {
        // With nobody to protect, the transaction is its own savepoint.
        let done = if alone { job(&tx).await } else { in_savepoint(&tx, job).await? };
        match done {
            Done::Waiting(tell) => waiting.push(tell),
            Done::Refused if alone => return Ok(tx.rollback().await?),
            Done::Refused => {}
            Done::Failed => return Err(StoreError::Unavailable("a write failed; those beside it were undone".into())),
        }
    }
    tx.commit().await?;
    for tell in waiting {
        tell();
    }
    Ok(())
}

/// A transaction that holds SQLite's only pen from its first statement.
pub(super) fn immediate() -> TransactionOptions {
    TransactionOptions {
        sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
        ..TransactionOptions::default()
    }
}

async fn in_savepoint(tx: &DatabaseTransaction, job: Job) -> Result<Done, StoreError> {
    let savepoint = tx.begin().await?;
    let done = job(&savepoint).await;
    match &done {
        Done::Waiting(_) => savepoint.commit().await?,
        Done::Refused | Done::Failed => savepoint.rollback().await?,
    }
    Ok(done)
}
