//! What can go wrong with the store, in the terms of its callers.

use sea_orm::{DbErr, SqlErr};

/// Why a read or write did not happen. None of the messages holds stored data.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The database is away, slow, locked or full. Nothing was written; try again later (HTTP 503).
    #[error("the database is not available: {0}")]
    Unavailable(String),
    /// Another row has this number already (HTTP 409, or draw another number).
    #[error("there already is an object with this number")]
    Taken,
    /// The URL of the database can not be used.
    #[error("database url: {0}")]
    Url(&'static str),
    /// The database holds something that this program did not write.
    #[error("the database holds an unknown {0}; was it written by a newer program?")]
    Unknown(&'static str),
    /// A backup failed or is not sound.
    #[error("backup: {0}")]
    Backup(String),
}

impl From<DbErr> for StoreError {
    fn from(error: DbErr) -> Self {
        match error.sql_err() {
            Some(SqlErr::UniqueConstraintViolation(_)) => Self::Taken,
            _ => Self::Unavailable(error.to_string()),
        }
    }
}
