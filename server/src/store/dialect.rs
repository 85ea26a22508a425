//! The few statements that SQLite and PostgreSQL do not share, each in both dialects.

use std::path::Path;

use sea_orm::{ConnectionTrait, DatabaseConnection, DbBackend, DbErr, Statement};

use super::StoreError;

/// Any number, as long as nothing else in the database uses it: one lock per purpose.
const AUDIT_LOCK: i64 = 0x5a56_4801;
const MIGRATION_LOCK: i64 = 0x5a56_4802;

/// Nobody else appends to the audit trail until this transaction ends. SQLite has one writer anyway.
pub(super) async fn lock_audit(tx: &impl ConnectionTrait) -> Result<(), DbErr> {
    lock(tx, AUDIT_LOCK).await
}

/// Nobody else migrates until this transaction ends.
pub(super) async fn lock_migration(tx: &impl ConnectionTrait) -> Result<(), DbErr> {
    lock(tx, MIGRATION_LOCK).await
}

async fn lock(tx: &impl ConnectionTrait, number: i64) -> Result<(), DbErr> {
    if tx.get_database_backend() == DbBackend::Postgres {
        tx.execute_unprepared(&format!("SELECT pg_advisory_xact_lock({number})")).await?;
    }
    Ok(())
}

/// The database itself refuses to change or remove an audit entry.
pub(super) async fn make_audit_append_only(tx: &impl ConnectionTrait) -> Result<(), DbErr> {
    let statements: &[&str] = match tx.get_database_backend() {
        DbBackend::Postgres => &[
            "CREATE FUNCTION audit_is_append_only() RETURNS trigger LANGUAGE plpgsql AS \
             $$ BEGIN RAISE EXCEPTION 'audit is append-only'; END $$",
            "CREATE TRIGGER audit_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit \
             FOR EACH STATEMENT EXECUTE FUNCTION audit_is_append_only()",
        ],
        _ => &[
            "CREATE TRIGGER audit_is_not_changed BEFORE UPDATE ON audit \
             BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END",
            "CREATE TRIGGER audit_is_not_removed BEFORE DELETE ON audit \
             BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END",
            // `INSERT OR REPLACE` removes without a word to the trigger above.
            "CREATE TRIGGER audit_is_not_replaced BEFORE INSERT ON audit WHEN EXISTS (SELECT 1 FROM audit WHERE seq = NEW.seq) \
             BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END",
        ],
    };
    for statement in statements {
        tx.execute_unprepared(statement).await?;
    }
    Ok(())
}

/// Undoes [`make_audit_append_only`].
pub(super) async fn make_audit_changeable(tx: &impl ConnectionTrait) -> Result<(), DbErr> {
    let statements: &[&str] = match tx.get_database_backend() {
        DbBackend::Postgres => &["DROP FUNCTION audit_is_append_only CASCADE"],
        _ => &[
            "DROP TRIGGER audit_is_not_changed",
            "DROP TRIGGER audit_is_not_removed",
            "DROP TRIGGER audit_is_not_replaced",
        ],
    };
    for statement in statements {
        tx.execute_unprepared(statement).await?;
    }
    Ok(())
}

/// A write that changes nothing of value: shows that the disk takes writes again.
pub(super) async fn touch(tx: &impl ConnectionTrait, now: i64) -> Result<(), StoreError> {
    tx.execute_unprepared(&format!("UPDATE pulse SET at = {now}")).await?;
    Ok(())
}

/// Removed rows leave the write-ahead log too, not only the database file.
pub(super) async fn forget_removed_rows(connection: &DatabaseConnection) -> Result<(), DbErr> {
    if connection.get_database_backend() == DbBackend::Sqlite {
        connection.execute_unprepared("PRAGMA wal_checkpoint(TRUNCATE)").await?;
    }
    Ok(())
}

/// A consistent copy in one file, then a full check of that copy.
pub(super) async fn backup(connection: &DatabaseConnection, file: &Path) -> Result<(), StoreError> {
    if connection.get_database_backend() != DbBackend::Sqlite {
        return Err(StoreError::Backup("use pg_dump or your provider's backups for PostgreSQL".into()));
    }
    for_its_owner(file).map_err(|error| match error.kind() {
        std::io::ErrorKind::AlreadyExists => {
            StoreError::Backup(format!("{} exists already; name a new file", file.display()))
        }
        _ => StoreError::Backup(format!("{}: {error}; make the folder first", file.display())),
    })?;
    let path = file.to_str().ok_or_else(|| StoreError::Backup("the file name is not UTF-8".into()))?;
    let copy = Statement::from_sql_and_values(DbBackend::Sqlite, "VACUUM INTO ?", [path.into()]);
    connection.execute_raw(copy).await.map_err(|error| StoreError::Backup(error.to_string()))?;
    check(path).await
}

/// An empty file that its owner alone may read: SQLite fills one that is there.
fn for_its_owner(file: &Path) -> std::io::Result<()> {
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(file).map(|_| ())
}

async fn check(path: &str) -> Result<(), StoreError> {
    let failed = |error: DbErr| StoreError::Backup(error.to_string());
    let mut options = sea_orm::ConnectOptions::new(format!("sqlite:{path}?mode=ro"));
    options.max_connections(1).sqlx_logging(false);
    let copy = sea_orm::Database::connect(options).await.map_err(failed)?;
    let statement = Statement::from_string(DbBackend::Sqlite, "PRAGMA integrity_check");
    let row = copy.query_one_raw(statement).await.map_err(failed)?;
    let verdict: String = row.map(|row| row.try_get_by_index(0)).transpose().map_err(failed)?.unwrap_or_default();
    copy.close().await.map_err(failed)?;
    if verdict == "ok" { Ok(()) } else { Err(StoreError::Backup(format!("the copy is damaged: {verdict}"))) }
}
