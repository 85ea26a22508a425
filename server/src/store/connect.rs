//! How each database is opened.
//!
//! SQLite: one writing connection and a few reading ones, write-ahead log, a commit returns after `fsync`, removed rows are
//! overwritten. PostgreSQL: one pool for both. Nothing waits longer than [`PATIENCE`].

use std::time::Duration;

use sea_orm::{ConnectOptions, Database, DatabaseConnection, DbErr, RuntimeErr};

use super::StoreError;
use super::writer::{PATIENCE, Writer, patiently};

const SQLITE_READERS: u32 = 4;
const POSTGRES_CONNECTIONS: u32 = 16;
/// Between two tries to open a file that another process is opening.
const BETWEEN_TRIES: Duration = Duration::from_millis(20);
/// Its result code; the extended ones end in it (<https://sqlite.org/rescode.html>).
const SQLITE_BUSY: u32 = 5;

/// Reader and writer for this URL.
pub(super) async fn connect(url: &str) -> Result<(DatabaseConnection, Writer), StoreError> {
    if url.starts_with("sqlite:") {
        if url.contains(":memory:") || url.contains("mode=memory") {
            return Err(StoreError::Url("a database in memory loses every referral; name a file: sqlite:var/zvh.db"));
        }
        let writer = patiently(sqlite(url, 1, false)).await?;
        let reader = patiently(sqlite(url, SQLITE_READERS, true)).await?;
        Ok((reader, Writer::one_by_one(writer)))
    } else if url.starts_with("postgres://") || url.starts_with("postgresql://") {
        let pool = postgres(url).await?;
        Ok((pool.clone(), Writer::in_parallel(pool)))
    } else {
        Err(StoreError::Url("it must start with sqlite: or postgres://"))
    }
}

/// One connection that changes nothing and makes no file.
pub(super) async fn only_look(url: &str) -> Result<DatabaseConnection, StoreError> {
    let mut options = quiet(url, 1);
    options.map_sqlx_sqlite_opts(|sqlite| sqlite.create_if_missing(false).pragma("query_only", "ON"));
    Ok(Database::connect(options).await?)
}

async fn sqlite(url: &str, connections: u32, only_reads: bool) -> Result<DatabaseConnection, StoreError> {
    let mut options = quiet(url, connections);
    options.map_sqlx_sqlite_opts(move |sqlite| {
        sqlite
            .create_if_missing(true)
            .busy_timeout(Duration::from_secs(5))
            .foreign_keys(true)
            .pragma("journal_mode", "WAL")
            .pragma("synchronous", "FULL")
            .pragma("secure_delete", "ON")
            .pragma("trusted_schema", "OFF")
            .pragma("query_only", if only_reads { "ON" } else { "OFF" })
    });
    loop {
        match Database::connect(options.clone()).await {
            Err(error) if is_busy(&error) => tokio::time::sleep(BETWEEN_TRIES).await,
            outcome => return Ok(outcome?),
        }
    }
}

/// Whether another process held the file. SQLite does not let its busy timeout wait for the change to the write-ahead log,
/// so that processes which start together on a new file refuse each other.
fn is_busy(error: &DbErr) -> bool {
    let (DbErr::Conn(RuntimeErr::SqlxError(error)) | DbErr::Exec(RuntimeErr::SqlxError(error))) = error else {
        return false;
    };
    let code = error.as_database_error().and_then(|error| error.code()?.parse::<u32>().ok());
    code.is_some_and(|code| code & 0xff == SQLITE_BUSY)
}

async fn postgres(url: &str) -> Result<DatabaseConnection, StoreError> {
    let mut options = quiet(url, POSTGRES_CONNECTIONS);
    options
        .statement_timeout(Duration::from_secs(5))
        .set_application_name("zvh")
        .test_before_acquire_if_idle_for(Duration::from_secs(30));
    Ok(Database::connect(options).await?)
}

/// Statements are never logged: their values are nobody's business.
fn quiet(url: &str, connections: u32) -> ConnectOptions {
    let mut options = ConnectOptions::new(url);
    options
        .max_connections(connections)
        .acquire_timeout(PATIENCE)
        .connect_timeout(PATIENCE)
        .sqlx_logging(false)
        .record_stmt_in_spans(false);
    options
}
